import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf, packDate } from "../../../src-shared/domain/calendar.ts";
import { LAYERS } from "../../../src-shared/domain/history/history.ts";
import { parseLine, printLine, type LineContext } from "../../../src-shared/domain/history/line.ts";
import { lineProblemText, spanText } from "../../../src-shared/text/history.ts";
import { lineTexts } from "./lines.ts";

const CONTEXT: LineContext = { here: "大连", asOf: monthOf(2026, 11), day: packDate(2026, 11, 29), birth: monthOf(1966, 10) };
const read = (text: string, context = CONTEXT) => parseLine(text, context);
const canonical = (text: string, context = CONTEXT): string => printLine(read(text, context).history, context);
const problems = (text: string): string[] => read(text).problems.map(({ code, item }) => `${code} ${item}`);

describe("a line of the history", () => {
  it.each([
    ["d200402-200912 l201003-202503 g198907-200401", "g198907-200401 d200402-200912 l201003-202503"],
    // capacity sticks; without one it is an employee of a kind that was not told
    ["l201001-201006 201008-201012", "l201001-201006 l201008-201012"],
    ["200402-200912", "z200402-200912"],
    // place sticks to months, a new capacity is here again
    ["w199501-200308 200401-200412 d200501-200512", "wz199501-200308 wz200401-200412 d200501-200512"],
    ["@成都d201801-202006 d202007-202610", "@成都d201801-202006 d202007-202610"],
    ["j2021-2025", "j2021-2025"],
    ["j2021 j2023", "j2021 j2023"],
    ["j202103-202112", "j202103-202112"],
    // from the 16th birthday to the month of processing
    ["272", "z272/198210-202611"],
    ["272/200402-202610", "z272/200402-202610"],
    ["d12/202401-202412", "d202401-202412"],
    ["g174/-200401", "g174/198210-200401"],
    // a month alone is the last one that was paid; two dots: nothing was said of the time before
    ["l202503", "l202503"],
    ["l-202503", "l202503"],
    ["..l202501-202503", "..l202501-202503"],
    ["0", "z0"],
    ["g0 b0 j0 wd0 d0", "z0 wz0 j0 g0 b0"],
    // nothing but what is mentioned
    ["d200402-200912 00", "d200402-200912 wz0 j0 g0 b0"],
    ["l20250106-202505", "l20250106-202505"],
    ["d202504-202506?", "d202504-202506?"],
    ["l202501-202503!202509", "l202501-202503!202509"],
    ["l202501-202503!20250910", "l202501-202503!20250910"],
    // to this day is what is known: the month in hand is a question
    ["d200402-", "d200402-202610"],
    ["单位200402至今", "d200402-202610"],
    ["t201805-", "t201805-202611"],
    ["d202401-202412 =202512", "d202401-202412 =202512"],
  ])("%s reads as %s", (typed, expected) => {
    expect(problems(typed)).toEqual([]);
    expect(canonical(typed)).toBe(expected);
  });

  it.each([
    ["@成都 l2018-2020", "@成都l201801-202012"],
    ["w d199501-200308 d200402-201612", "wd199501-200308 d200402-201612"],
    ["外地 单位 1995.1—2003.8", "wd199501-200308"],
    ["＠成都 200401-200412", "@成都z200401-200412"],
  ])("a place apart from its months is still theirs: %s", (typed, expected) => {
    expect(problems(typed)).toEqual([]);
    expect(canonical(typed)).toBe(expected);
  });

  it.each([
    "单位 2004.2—2016.12 灵活 2017年1月至今",
    "ｄ２００４０２－２０１６１２，ｌ２０１７０１－",
    "单位职工2004/02~2016/12、灵活就业2017-1到202610",
    "d2004-02-2016-12; l2017-1—今",
    "单位 2004.2 — 2016.12、灵活 2017.1 至今",
    "d 200402 - 201612 l 201701- 202610",
    "d2004-02 至 2016-12 l201701 -",
  ])("%s reads as people write it", (typed) => {
    expect(problems(typed)).toEqual([]);
    expect(canonical(typed)).toBe("d200402-201612 l201701-202610");
  });

  it.each([
    ["d200402-200401", ["end-before-begin d200402-200401"]],
    ["d300/200402-201612", ["too-many d300/200402-201612"]],
    // born 1966-10: 16 in 1982-10; residents from birth
    ["d198209-198212", ["too-early d198209-198212"]],
    ["d198210-198212", []],
    ["j196610-196712", []],
    ["j196609-196712", ["too-early j196609-196712"]],
    // an employer pays nothing in advance, residents and flexible workers do
    ["d202611-202612", ["too-late d202611-202612"]],
    ["l202611-202712", []],
    ["j2027", []],
    ["j2028", ["too-late j2028"]],
    ["l202501-202503!202612", ["too-late l202501-202503!202612"]],
    [
      "d20040 abc d200413-200501 d2004x",
      ["unreadable d20040", "unreadable abc", "no-such-month d200413-200501", "unreadable d2004x"],
    ],
    ["l202501-202502!202513", ["no-such-month l202501-202502!202513"]],
    ["l20250230-202505", ["no-such-month l20250230-202505"]],
    ["..d", ["no-month ..d"]],
    // what was paid in advance was not paid later; residents pay before their year begins
    ["l202503-202505!202502", ["paid-before l202503-202505!202502"]],
    ["l202503-202505!202503", []],
    ["j2025!202412", []],
    // what has not arrived by the day of processing has not been paid
    ["l20261129-202611", []],
    ["l20261130-202611", ["not-arrived l20261130-202611"]],
    ["l202609!20261129", []],
    ["l202609!20261130", ["not-arrived l202609!20261130"]],
    // two counts of the same months cannot both be counted; certain months leave room
    ["d12/201001-201312 d10/201201-201512", ["overlap d10/201201-201512"]],
    ["d12/201001-201112 d201001-201012", []],
    ["d13/201001-201112 d201001-201012", ["overlap d201001-201012"]],
    // in two places of the same layer they can, as long as there is room for both
    ["@成都d12/201001-201112 @武汉d12/201001-201112", []],
    ["@成都d12/201001-201112 @武汉d13/201001-201112", ["overlap @武汉d13/201001-201112"]],
    // another layer, another count
    ["d12/201001-201312 wd10/201201-201512", []],
  ])("%s: %j", (typed, expected) => {
    expect(problems(typed)).toEqual(expected);
  });

  it("keeps what can be read beside what cannot, and says where it stands", () => {
    const { history, problems: found } = read("d200402-200912  xyz l201003-202503");
    expect(history.spans.map((span) => spanText(span, "大连"))).toEqual([
      "单位职工 2004-02 至 2009-12",
      "灵活就业 2010-03 至 2025-03",
    ]);
    expect(found).toEqual([{ code: "unreadable", item: "xyz", start: 16, end: 19, month: null, most: null }]);
    expect(lineProblemText(found[0]!)).toContain("“xyz”看不懂");
  });

  it("needs the birth month for a bare number, and says so", () => {
    const unborn = { ...CONTEXT, birth: null };
    expect(read("272", unborn).problems.map(({ code }) => code)).toEqual(["no-month"]);
    expect(read("272/200402-202610", unborn).problems).toEqual([]);
  });

  it("what it does not mention is unknown, not empty", () => {
    expect(read("d200402-200912").history.known).toEqual({ "employee-here": 0 });
    expect(read("..d200402-200912").history.known).toEqual({ "employee-here": monthOf(2004, 2) });
    // the earliest span decides whether earlier months are known
    expect(read("l202503 d200402-200912").history.known).toEqual({ "employee-here": 0 });
    expect(read("t201805-").history.known).toEqual({});
    expect(read("").history.known).toEqual({});
  });
});

const SIGNS = Array.from("dlsztjgbw@.!?/=-0123456789 ，至今单位成都年月\u200B");

describe("laws of the line", () => {
  it("1: reading what was printed gives the same history, what is unknown included", () => {
    fc.assert(
      fc.property(lineTexts(CONTEXT), (text) => {
        const { history, problems: found } = read(text);
        const printed = printLine(history, CONTEXT);
        const again = read(printed);
        expect(found).toEqual([]);
        expect(again.problems).toEqual([]);
        expect(again.history).toEqual(history);
        expect(printLine(again.history, CONTEXT)).toBe(printed);
      }),
      { numRuns: 2_000 },
    );
  });

  it("1: the order of the items does not matter", () => {
    fc.assert(
      fc.property(lineTexts(CONTEXT), fc.infiniteStream(fc.nat()), (text, order) => {
        const items = text.split(" ");
        const keys = items.map(() => order.next().value as number);
        const shuffled = items
          .map((item, i) => [keys[i]!, item] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, item]) => item);
        expect(canonical(shuffled.join(" "))).toBe(canonical(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 40 }), (text) => {
        const { history, problems: found } = read(text);
        for (const { start, end, item } of found) expect(text.slice(start, end)).toBe(item);
        for (const { from, to } of history.spans) expect(formatMonth(from) <= formatMonth(to)).toBe(true);
        expect(Object.keys(history.known).every((layer) => (LAYERS as readonly string[]).includes(layer))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
