import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf } from "../../../src-shared/domain/calendar.ts";
import { monthSet, pairs, parsePeriods, type MonthSet } from "../../../src-shared/domain/periods.ts";
import type { CoverageFound } from "../../../src-main/rules/engine/result.ts";
import { walkCover, type CoverRule } from "../../../src-main/rules/engine/history/walk.ts";

const TITLES = { paid: "paid", goesOn: "goesOn", gap: "gap", resumed: "resumed", madeGood: "madeGood" };
/** Cover goes on in the first unpaid month and is back in the month after payment resumed. */
const NEXT_MONTH: CoverRule = { goesOn: 1, resumes: 1 };

const months = (text: string): MonthSet =>
  parsePeriods(text === "" ? [] : text.split(" ").map((run) => ({ from: run.slice(0, 7), to: run.slice(-7) })))!;

function walk(paid: string, madeGood: string, from: string, until: string, rule = NEXT_MONTH): string[] {
  const coverage: CoverageFound[] = [];
  const [first, last] = months(`${from}..${until}`) as [number, number];
  walkCover({ coverage }, TITLES, rule, months(paid), months(madeGood), first, last);
  return coverage
    .flatMap(({ title, months: set }) => pairs(set!).map(([a, b]) => `${formatMonth(a)}..${formatMonth(b)} ${title}`))
    .sort();
}

describe("the walk along paid months", () => {
  it("a gap: the first month goes on, the resumed month is not covered yet", () => {
    expect(walk("2024-01..2025-03 2025-07..2025-07", "", "2024-01", "2025-08")).toEqual([
      "2024-01..2025-03 paid",
      "2025-04..2025-04 goesOn",
      "2025-05..2025-06 gap",
      "2025-07..2025-07 resumed",
      "2025-08..2025-08 goesOn",
    ]);
  });

  it("a gap that was made good does not interrupt", () => {
    expect(walk("2025-01..2025-03 2025-06..2025-08", "2025-04..2025-05", "2025-01", "2025-08")).toEqual([
      "2025-01..2025-03 paid",
      "2025-04..2025-05 madeGood",
      "2025-06..2025-08 paid",
    ]);
  });

  it("the first month shown has the status that its past gives it", () => {
    expect(walk("2020-01..2024-06 2024-10..2025-03", "", "2024-09", "2025-03")).toEqual([
      "2024-09..2024-09 gap",
      "2024-10..2024-10 resumed",
      "2024-11..2025-03 paid",
    ]);
    // nothing before the first payment
    expect(walk("2025-02..2025-03", "", "2024-09", "2025-03")).toEqual(["2025-02..2025-03 paid"]);
  });

  it("without going on and without waiting", () => {
    expect(walk("2025-01..2025-02 2025-04..2025-05", "", "2025-01", "2025-05", { goesOn: 0, resumes: 0 })).toEqual([
      "2025-01..2025-02 paid",
      "2025-03..2025-03 gap",
      "2025-04..2025-05 paid",
    ]);
  });

  it("law 6: each month from the first payment on has one status", () => {
    const sets = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 })), { maxLength: 6 })
      .map((runs) => monthSet(runs.map(([start, length]) => [24_240 + start, 24_240 + start + length] as const)));
    fc.assert(
      fc.property(sets, sets, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), (paid, bought, goesOn, resumes) => {
        const coverage: CoverageFound[] = [];
        const until = monthOf(2025, 6);
        walkCover({ coverage }, TITLES, { goesOn, resumes }, paid, bought, 24_240, until);
        const seen = new Map<number, number>();
        for (const { months: set } of coverage)
          for (const [from, to] of pairs(set!)) for (let m = from; m <= to; m++) seen.set(m, (seen.get(m) ?? 0) + 1);
        const first = Math.min(paid[0] ?? Infinity, bought[0] ?? Infinity);
        for (let month = 24_240; month <= until; month++) expect(seen.get(month) ?? 0).toBe(month < first ? 0 : 1);
      }),
      { numRuns: 2_000 },
    );
  });
});
