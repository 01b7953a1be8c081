import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOf, packDate } from "../../../src-shared/domain/calendar.ts";
import type { SpanFilter } from "../../../src-shared/domain/history/history.ts";
import { parseLine, type LineContext } from "../../../src-shared/domain/history/line.ts";
import { lastMonth, monthsKnown, monthsWithin, runUpTo } from "../../../src-main/rules/engine/history/known.ts";
import { lineTexts } from "./lines.ts";

const CONTEXT: LineContext = { here: "大连", asOf: monthOf(2026, 11), day: packDate(2026, 11, 29), birth: monthOf(1966, 10) };
const EMPLOYEE = ["unit", "flexible", "fund", "employee"] as const;
const HERE: SpanFilter = { capacities: EMPLOYEE, place: "here" };
const ANYWHERE: SpanFilter = { capacities: EMPLOYEE, place: "any" };
const FLEXIBLE: SpanFilter = { capacities: ["flexible"], place: "here" };
const known = (text: string, filter = HERE) => monthsKnown(parseLine(text, CONTEXT).history, filter, "大连");
const within = (text: string, from: string, to: string, filter = HERE) => {
  const month = (typed: string) => monthOf(Number(typed.slice(0, 4)), Number(typed.slice(5)));
  const { least, most } = monthsWithin(known(text, filter), month(from), month(to));
  return least === most ? least : `${least}–${most}`;
};

describe("months of a window", () => {
  it.each([
    ["d200402-200912 l201003-202503", "2004-01", "2026-11", 71 + 181],
    ["d200402-200912 l201003-202503", "2009-11", "2010-04", 4],
    // the other twelve months of the two years' window may lie in either half
    ["d12/202401-202512", "2024-01", "2025-12", 12],
    ["d12/202401-202512", "2024-01", "2024-12", "0–12"],
    ["d18/202401-202512", "2024-01", "2024-12", "6–12"],
    // nothing is known of the time before
    ["..d202501-202512", "2024-01", "2025-12", "12–24"],
    ["..d202501-202512", "2025-01", "2026-11", 12],
    // nothing at all is known of another layer
    ["j2025", "2025-01", "2025-12", "0–12"],
    ["0", "2000-01", "2026-11", 0],
    ["d202504-202506?", "2025-01", "2025-12", 0],
    ["t202001-", "2020-01", "2020-12", "0–12"],
  ] as const)("%s, %s to %s: %s", (text, from, to, expected) => {
    expect(within(text, from, to)).toBe(expected);
  });

  it("an employee of a kind that was not told may be a flexible worker", () => {
    expect(within("200402-200404", "2004-01", "2004-12")).toBe(3);
    expect(within("200402-200404", "2004-01", "2004-12", FLEXIBLE)).toBe("0–3");
    expect(within("d200402-200404", "2004-01", "2004-12", FLEXIBLE)).toBe(0);
  });

  it("elsewhere unknown: anywhere is not excluded", () => {
    expect(within("d200402-200404", "2004-01", "2004-12", ANYWHERE)).toBe("3–12");
    expect(within("d200402-200404 wd0", "2004-01", "2004-12", ANYWHERE)).toBe(3);
  });
});

describe("the last month", () => {
  it.each([
    ["d200402-200912", { least: monthOf(2009, 12), most: monthOf(2009, 12) }],
    ["l202503", { least: monthOf(2025, 3), most: monthOf(2025, 3) }],
    ["d12/202401-202512 d201001-201012", { least: monthOf(2010, 12), most: monthOf(2025, 12) }],
    ["d202401-202412 =202512", { least: monthOf(2024, 12), most: monthOf(2026, 11) }],
    ["0", null],
  ] as const)("%s", (text, expected) => {
    expect(lastMonth(known(text), CONTEXT.asOf)).toEqual(expected);
  });

  it("runs back without a break", () => {
    expect(runUpTo(known("d202401-202406 l202408-202503"), monthOf(2025, 3))).toEqual({ least: 8, most: 8 });
    expect(runUpTo(known("..d202401-202406"), monthOf(2024, 6)).least).toBe(6);
  });
});

describe("law 2", () => {
  const filters = fc.constantFrom(HERE, ANYWHERE, FLEXIBLE, { capacities: ["resident"], place: "any" } as SpanFilter);
  const window = fc.tuple(fc.integer({ min: 0, max: 550 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));

  it("least is at most most, within the window; parts of a window bound the whole", () => {
    fc.assert(
      fc.property(lineTexts(CONTEXT), filters, window, (text, filter, [start, first, second]) => {
        const months = known(text, filter);
        const from = CONTEXT.birth! + start;
        const middle = from + first;
        const to = middle + second;
        const whole = monthsWithin(months, from, to);
        const before = monthsWithin(months, from, middle - 1);
        const after = monthsWithin(months, middle, to);
        expect(whole.least).toBeGreaterThanOrEqual(0);
        expect(whole.least).toBeLessThanOrEqual(whole.most);
        expect(whole.most).toBeLessThanOrEqual(to - from + 1);
        expect(before.least + after.least).toBeLessThanOrEqual(whole.least);
        expect(whole.most).toBeLessThanOrEqual(before.most + after.most);
      }),
      { numRuns: 3_000 },
    );
  });

  it("knowing more never widens", () => {
    fc.assert(
      fc.property(lineTexts(CONTEXT), filters, window, (text, filter, [start, length]) => {
        const from = CONTEXT.birth! + start;
        const some = monthsWithin(known(text, filter), from, from + length);
        // the same line without its dots says that there was nothing before
        const all = monthsWithin(known(text.replaceAll("..", ""), filter), from, from + length);
        expect(all.least).toBeGreaterThanOrEqual(some.least);
        expect(all.most).toBeLessThanOrEqual(some.most);
      }),
      { numRuns: 3_000 },
    );
  });
});
