import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ageOn,
  birthday,
  formatDate,
  formatMonth,
  monthOf,
  monthOfDate,
  parseDate,
  parseMonth,
} from "../../../src-shared/domain/calendar.ts";
import { capitalYuan, formatYuan, mulDivRound, parseYuan } from "../../../src-shared/domain/money.ts";
import {
  countMonths,
  intersectMonths,
  monthSet,
  monthsUpTo,
  parsePeriods,
  subtractMonths,
  uniteMonths,
  type MonthSet,
} from "../../../src-shared/domain/periods.ts";

describe("money in fen", () => {
  it.each([
    ["8190", 819_000],
    ["8190.5", 819_050],
    ["8,190.50", 819_050],
    [" 0.01 ", 1],
    ["0", 0],
  ])("reads %j", (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each(["", "8190.123", "-1", "1e3", "八千", "1.", ".5", "100000000.01"])("refuses %j", (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });

  it.each([
    [0, "人民币零元整"],
    [1, "人民币壹分"],
    [10, "人民币壹角整"],
    [100, "人民币壹元整"],
    [101, "人民币壹元零壹分"],
    [110, "人民币壹元壹角整"],
    [687_960, "人民币陆仟捌佰柒拾玖元陆角整"],
    [100_000, "人民币壹仟元整"],
    [1_000_000, "人民币壹万元整"],
    [1_005_000_000, "人民币壹仟零伍万元整"],
    [10_000_005, "人民币壹拾万元零伍分"],
    [8_845_200, "人民币捌万捌仟肆佰伍拾贰元整"],
  ])("%i fen in capital characters", (fen, text) => {
    expect(capitalYuan(fen)).toBe(text);
  });

  it("is read back from what it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen);
      }),
    );
  });

  it("no two amounts share their capital characters", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), fc.integer({ min: 0, max: 10_000_000_000 }), (a, b) => {
        expect(capitalYuan(a) === capitalYuan(b)).toBe(a === b);
      }),
    );
  });

  it("rounds half up", () => {
    expect([mulDivRound(1, 1, 2), mulDivRound(49, 1, 100), mulDivRound(50, 1, 100), mulDivRound(149, 1, 100)]).toEqual([
      1, 0, 1, 1,
    ]);
  });
});

describe("dates and ages", () => {
  it("reads only real dates and months", () => {
    expect(parseDate("2024-02-29")).toBe(20_240_229);
    expect(parseDate("2023-02-29")).toBeUndefined();
    expect(parseMonth("2026-13")).toBeUndefined();
    expect(formatMonth(parseMonth("2026-03")!)).toBe("2026-03");
    expect(formatDate(20_260_304)).toBe("2026-03-04");
    expect(monthOfDate(20_260_304)).toBe(monthOf(2026, 3));
  });

  it.each([
    [19_650_520, 20_250_519, 59],
    [19_650_520, 20_250_520, 60],
    [19_680_229, 20_230_227, 54],
    [19_680_229, 20_230_228, 55],
    [19_640_229, 20_240_228, 59],
    [19_640_229, 20_240_229, 60],
  ])("born %i is on %i aged %i", (birth, date, age) => {
    expect(ageOn(birth, date)).toBe(age);
  });

  it("one turns N on the birthday and is N − 1 the day before", () => {
    expect(birthday(19_650_520, 60)).toBe(20_250_520);
    expect(birthday(19_000_229, 4)).toBe(19_040_229);
    expect(birthday(18_960_229, 4)).toBe(19_000_228); // 1900 was no leap year
  });
});

describe("sets of months", () => {
  const list = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })), { maxLength: 8 })
    .map((pairs) => pairs.map(([from, length]) => [from, from + length] as const));
  const members = (set: MonthSet): number[] => {
    const months: number[] = [];
    for (let i = 0; i < set.length; i += 2) for (let month = set[i]!; month <= set[i + 1]!; month++) months.push(month);
    return months;
  };
  const isCanonical = (set: MonthSet): boolean =>
    set.every((month, i) => i === 0 || (i % 2 === 1 ? month >= set[i - 1]! : month > set[i - 1]! + 1));

  it("behave like sets", () => {
    fc.assert(
      fc.property(list, list, fc.integer({ min: -1, max: 80 }), (left, right, last) => {
        const [a, b] = [monthSet(left), monthSet(right)];
        const inB = new Set(members(b));
        expect(members(intersectMonths(a, b))).toEqual(members(a).filter((month) => inB.has(month)));
        expect(members(subtractMonths(a, b))).toEqual(members(a).filter((month) => !inB.has(month)));
        expect(members(uniteMonths(a, b))).toEqual([...new Set([...members(a), ...members(b)])].sort((x, y) => x - y));
        expect(members(monthsUpTo(a, last))).toEqual(members(a).filter((month) => month <= last));
        expect(countMonths(a)).toBe(members(a).length);
        for (const set of [a, uniteMonths(a, b), subtractMonths(a, b), monthsUpTo(a, last)]) expect(isCanonical(set)).toBe(true);
      }),
    );
  });

  it("refuses a period that ends before it begins", () => {
    expect(parsePeriods([{ from: "2020-02", to: "2020-01" }])).toBeUndefined();
    expect(parsePeriods([{ from: "2020-1", to: "2020-02" }])).toBeUndefined();
    expect(countMonths(parsePeriods([{ from: "2002-04", to: "2016-12" }])!)).toBe(177);
  });
});
