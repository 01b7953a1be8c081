import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf } from "../../../src-shared/domain/calendar.ts";
import type { CoverageRun } from "../../../src-shared/domain/decision.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { packFor } from "../golden.ts";

describe("the strip of a gap", () => {
  const evaluate = (from: string, to: string, asOf: string) =>
    consult(packFor("dalian"), "dalian.back-payment", { paid: { periods: [{ from, to }] }, currentPaid: true }, asOf).decision!;
  const runs = (coverage: readonly CoverageRun[]): string[] =>
    coverage.map(({ from, to, status }) => `${from}..${to ?? ""} ${status}`);

  it("shows beside each other what back-payment changes", () => {
    // last paid March; April still covered, May and June not, July paid but covered only from August
    const { options } = evaluate("2025-01", "2025-03", "2025-07-10");
    expect(options.map((option) => [option.id, runs(option.coverage)])).toEqual([
      ["backPay", ["2025-01..2025-03 contributed", "2025-04..2025-06 bought", "2025-07.. covered"]],
      [
        "leave",
        [
          "2025-01..2025-03 contributed",
          "2025-04..2025-04 covered",
          "2025-05..2025-06 gap",
          "2025-07..2025-07 waiting",
          "2025-08.. covered",
        ],
      ],
    ]);
  });

  it("a gap of one month stops nothing but the month of resuming", () => {
    const { options } = evaluate("2025-01", "2025-03", "2025-05-10");
    expect(runs(options[1]!.coverage)).toEqual([
      "2025-01..2025-03 contributed",
      "2025-04..2025-04 covered",
      "2025-05..2025-05 waiting",
      "2025-06.. covered",
    ]);
  });

  it("paying more never covers less", () => {
    const day = (month: number): string => `${formatMonth(month)}-15`;
    const uncovered = (coverage: readonly CoverageRun[]): number =>
      coverage
        .filter(({ status }) => status === "gap" || status === "waiting")
        .reduce((sum, { from, to }) => sum + (Date.parse(`${to}-28`) - Date.parse(`${from}-01`)), 0);
    fc.assert(
      fc.property(
        fc.integer({ min: monthOf(2021, 1), max: monthOf(2025, 2) }),
        fc.integer({ min: 2, max: 9 }),
        (last, length) => {
          const resumed = last + length + 1;
          const without = evaluate("2020-07", formatMonth(last), day(resumed));
          const with1 = evaluate("2020-07", formatMonth(last + 1), day(resumed));
          expect(uncovered(with1.coverage)).toBeLessThanOrEqual(uncovered(without.coverage));
          for (const option of without.options)
            expect(uncovered(without.options[0]!.coverage)).toBeLessThanOrEqual(uncovered(option.coverage));
        },
      ),
    );
  });
});
