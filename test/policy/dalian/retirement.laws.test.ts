/** What must hold for any facts, not only for the golden ones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf } from "../../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { explanationFaults, packFor } from "../golden.ts";

const pack = packFor("dalian");
const evaluate = (facts: FactInputs, asOf: string) => consult(pack, "dalian.retirement", facts, asOf);

const monthText = (low: number, high: number) => fc.integer({ min: low, max: high }).map(formatMonth);
const periods = fc
  .array(fc.tuple(fc.integer({ min: monthOf(1985, 1), max: monthOf(2025, 6) }), fc.integer({ min: 0, max: 120 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => ({
    periods: list.map(([from, length]) => ({
      from: formatMonth(from),
      to: formatMonth(Math.min(from + length, monthOf(2025, 6))),
    })),
  }));
const months = fc.oneof(
  periods,
  fc.integer({ min: 0, max: 250 }).map((count) => ({ months: count })),
);

/** Any answers, asked or not: the engine takes what is relevant. */
const anyFacts = fc.record({
  sex: fc.constantFrom("male", "female"),
  birthDate: fc
    .tuple(monthText(monthOf(1955, 1), monthOf(1967, 12)), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `${month}-${String(day).padStart(2, "0")}`),
  way: fc.constantFrom("pension-here", "no-pension-here"),
  pensionMonth: monthText(monthOf(2005, 1), monthOf(2025, 12)),
  kind: fc.constantFrom("woman-55", "woman-50"),
  capacity: fc.constantFrom("unit", "flexible"),
  unitKind: fc.constantFrom("enterprise", "public", "central"),
  treatmentElsewhere: fc.boolean(),
  contributed: months,
  transferred: months,
  service: months,
  enrolledAs: fc.constantFrom("unit", "flexible"),
  overlapMonths: fc.integer({ min: 0, max: 20 }),
  retirementBase: fc.integer({ min: 100_000, max: 2_500_000 }).map((fen) => (fen / 100).toFixed(2)),
  ownBase: fc.constant(null),
});
const anyDay = fc
  .integer({ min: 0, max: 2000 })
  .map((offset) => new Date(Date.UTC(2022, 6, 1 + offset)).toISOString().slice(0, 10));
const due = (decision: { amounts: readonly { role: string; id: string; fen: number }[] }, id: string): number =>
  decision.amounts.find((amount) => amount.role === "due" && amount.id === id)?.fen ?? 0;

describe("laws of the Dalian retirement", () => {
  it("same facts in any order give the same bytes", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, fc.infiniteStream(fc.integer()), (facts, asOf, order) => {
        const shuffled = Object.fromEntries(
          Object.entries(facts)
            .map((entry) => ({ entry, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry),
        );
        expect(JSON.stringify(evaluate(shuffled, asOf).decision)).toBe(JSON.stringify(evaluate(facts, asOf).decision));
      }),
    );
  });

  it("never throws, and explains whatever it decides", () => {
    let tried = 0;
    let decided = 0;
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, asOf) => {
        tried++;
        const { decision, errors, unanswered } = evaluate(facts, asOf);
        expect(decision === null).toBe(errors.length + unanswered.length > 0);
        if (decision) decided++;
        expect(decision ? explanationFaults(decision) : []).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(tried / 8);
  });

  it("more paid months never raise the top-up", () => {
    const asOf = "2025-07-15";
    const base = { sex: "male", birthDate: "1965-05-20", way: "pension-here", pensionMonth: "2025-07", capacity: "unit" };
    fc.assert(
      fc.property(periods, periods, fc.integer({ min: 0, max: 200 }), periods, (paid, more, transferred, service) => {
        const facts = { ...base, transferred: { months: transferred }, service, enrolledAs: "unit", overlapMonths: 0 };
        const before = evaluate({ ...facts, contributed: paid }, asOf).decision;
        const after = evaluate({ ...facts, contributed: { periods: [...paid.periods, ...more.periods] } }, asOf).decision;
        fc.pre(before !== null && after !== null);
        expect(due(after, "topUp")).toBeLessThanOrEqual(due(before, "topUp"));
      }),
    );
  });

  it("the top-up is the rounded month times the months, and the months are what the years lack", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 30 }), (local, transferred) => {
        const facts = { sex: "male", birthDate: "1965-05-20", way: "pension-here", pensionMonth: "2025-07", capacity: "unit" };
        const decision = evaluate(
          { ...facts, contributed: { months: local }, transferred: { months: transferred } },
          "2025-07-15",
        ).decision!;
        const short = Math.max(360 - local - transferred, 120 - local, 0);
        expect(due(decision, "topUp")).toBe(short * 49_140);
      }),
    );
  });

  it("splitting a period changes nothing but the typing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: monthOf(1990, 1), max: monthOf(2020, 1) }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 59 }),
        (from, length, cut) => {
          const at = from + Math.min(cut, length - 1);
          const whole = [{ from: formatMonth(from), to: formatMonth(from + length) }];
          const parts = [
            { from: formatMonth(at + 1), to: formatMonth(from + length) },
            { from: formatMonth(from), to: formatMonth(at) },
          ];
          const facts = { sex: "male", birthDate: "1965-05-20", way: "pension-here", pensionMonth: "2025-07", capacity: "unit" };
          const decide = (contributed: FactInputs[string]) =>
            JSON.stringify(evaluate({ ...facts, contributed }, "2025-07-15").decision);
          expect(decide({ periods: parts })).toBe(decide({ periods: whole }));
        },
      ),
    );
  });
});
