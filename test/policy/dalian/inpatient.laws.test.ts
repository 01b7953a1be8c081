/** What must hold for any stays, not only for the golden ones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { plainYuan } from "../../../src-shared/domain/money.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { explanationFaults, packFor } from "../golden.ts";

const asRead = packFor("dalian");
/** Every open point read the other way, but for the year: stays of one calendar year may lie in two insurance years. */
const readOtherwise = packFor("dalian", [], {
  "dalian.inpatient-date": "discharge",
  "dalian.inpatient-rounding": "down",
  "dalian.limit-split": "by-payment",
  "dalian.burden-deductible": "not-counted",
  "dalian.burden-beyond-limits": "not-counted",
  "dalian.subsidy-cap": "shared",
  "dalian.large-sum-bands": "from-zero",
  "dalian.later-stays": "lower",
});
const decide = (facts: FactInputs, pack = asRead): Decision => {
  const { decision, errors } = consult(pack, "dalian.inpatient", facts, "2026-03-02");
  expect(errors).toEqual([]);
  return decision!;
};

const POOL_LIMIT = 250_000_00;
const SUPPLEMENTARY_LIMIT = 350_000_00;

interface StayFen {
  readonly month: number;
  readonly level: "grassroots" | "second" | "third" | "top";
  readonly fen: number;
}
const LEVELS = ["grassroots", "second", "third", "top"] as const;

/** Small bills, bills around the limits, and bills far beyond them. */
const fen = fc.oneof(
  fc.integer({ min: 1, max: 3_000_00 }),
  fc.integer({ min: 1, max: 120_000_00 }),
  fc.integer({ min: 200_000_00, max: 900_000_00 }),
);
const anyStay: fc.Arbitrary<StayFen> = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  level: fc.constantFrom(...LEVELS),
  fen,
});
const anyStays = fc.array(anyStay, { minLength: 1, maxLength: 6 });
const years = fc.constantFrom(2021, 2022, 2023, 2024, 2025);
const decidedYears = fc.constantFrom(2021, 2022, 2023, 2024);
const people = fc.constantFrom<FactInputs>(
  { capacity: "in-service" },
  { capacity: "retired", birthDate: "1970-01-01" },
  { capacity: "retired", birthDate: "1940-01-01" },
  { capacity: "retired", birthDate: "1952-07-01" },
);

const item = (year: number, stay: StayFen, day = 15) => ({
  admitted: `${year}-${String(stay.month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  level: stay.level,
  cost: plainYuan(stay.fen),
});
/** Days of one month follow each other, so that the order is that of the list. */
const factsOf = (person: FactInputs, year: number, stays: readonly StayFen[]): FactInputs => ({
  ...person,
  stays: { items: stays.map((stay, index) => item(year, stay, index + 1)) },
});

const groupsOf = (decision: Decision): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { group, fen: part } of decision.amounts) if (group !== "") sums.set(group, (sums.get(group) ?? 0) + part);
  return sums;
};
const totalOf = (decision: Decision, ...ids: readonly string[]): number =>
  decision.amounts.reduce(
    (sum, { group, id, fen: part }) => (group.startsWith("合计") && ids.includes(id) ? sum + part : sum),
    0,
  );
const fundsOf = (decision: Decision): number => totalOf(decision, "pool", "supplementary", "subsidy", "largeSum");

describe("laws of the Dalian inpatient estimate", () => {
  it("explains whatever it decides, and the parts of every stay and of the year add up to the cost", () => {
    fc.assert(
      fc.property(people, years, anyStays, fen, fen, fc.boolean(), (person, year, stays, earlierPool, earlier, otherwise) => {
        const facts = {
          ...factsOf(person, year, stays),
          earlierPool: plainYuan(Math.min(earlierPool, POOL_LIMIT)),
          earlierSupplementary: plainYuan(Math.min(earlier, SUPPLEMENTARY_LIMIT)),
          earlierBurden: plainYuan(earlier),
          earlierBase: plainYuan(earlier),
        };
        const decision = decide(facts, otherwise ? readOtherwise : asRead);
        expect(explanationFaults(decision)).toEqual([]);
        const costs = stays
          .map((stay, index) => ({ stay, index }))
          .sort((a, b) => a.stay.month - b.stay.month || a.index - b.index)
          .map(({ stay }) => stay.fen);
        expect([...groupsOf(decision).values()]).toEqual([...costs, costs.reduce((sum, cost) => sum + cost, 0)]);
        for (const { fen: part } of decision.amounts) expect(part).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it("no layer exceeds its limit, earlier payments included", () => {
    fc.assert(
      fc.property(people, years, anyStays, fen, fen, (person, year, stays, pool, supplementary) => {
        const earlierPool = Math.min(pool, POOL_LIMIT);
        const earlierSupplementary = Math.min(supplementary, SUPPLEMENTARY_LIMIT);
        const decision = decide({
          ...factsOf(person, year, stays),
          earlierPool: plainYuan(earlierPool),
          earlierSupplementary: plainYuan(earlierSupplementary),
        });
        expect(totalOf(decision, "pool")).toBeLessThanOrEqual(POOL_LIMIT - earlierPool);
        expect(totalOf(decision, "supplementary")).toBeLessThanOrEqual(SUPPLEMENTARY_LIMIT - earlierSupplementary);
      }),
    );
  });

  it("where the subsidy is read to share the supplement's limit, both together stay within it", () => {
    fc.assert(
      fc.property(people, anyStays, fen, fen, (person, stays, supplementary, earlierSubsidy) => {
        const earlierSupplementary = Math.min(supplementary, SUPPLEMENTARY_LIMIT);
        const facts = {
          ...factsOf(person, 2022, stays),
          earlierPool: plainYuan(POOL_LIMIT),
          earlierSupplementary: plainYuan(earlierSupplementary),
          earlierSubsidy: plainYuan(earlierSubsidy),
        };
        const room = Math.max(0, SUPPLEMENTARY_LIMIT - earlierSupplementary - earlierSubsidy);
        expect(totalOf(decide(facts, readOtherwise), "supplementary", "subsidy")).toBeLessThanOrEqual(room);
      }),
    );
  });

  it("a higher cost of any stay never lowers what the pool or all funds together pay in the year", () => {
    fc.assert(
      fc.property(people, decidedYears, anyStays, fc.nat(), fen, (person, year, stays, which, more) => {
        const raised = stays.map((stay, index) => (index === which % stays.length ? { ...stay, fen: stay.fen + more } : stay));
        const before = decide(factsOf(person, year, stays));
        const after = decide(factsOf(person, year, raised));
        expect(totalOf(after, "pool")).toBeGreaterThanOrEqual(totalOf(before, "pool"));
        expect(fundsOf(after)).toBeGreaterThanOrEqual(fundsOf(before));
      }),
      { numRuns: 500 },
    );
  });

  it("… nor what the person pays, but for the fen that each layer of each stay may round by", () => {
    fc.assert(
      fc.property(people, decidedYears, anyStays, fc.nat(), fen, (person, year, stays, which, more) => {
        const raised = stays.map((stay, index) => (index === which % stays.length ? { ...stay, fen: stay.fen + more } : stay));
        const before = totalOf(decide(factsOf(person, year, stays)), "own");
        const after = totalOf(decide(factsOf(person, year, raised)), "own");
        expect(after).toBeGreaterThanOrEqual(before - 3 * stays.length);
      }),
      { numRuns: 500 },
    );
  });

  it("the year's pool total is min(limit, Σ of each stay by ratio), whatever the order of the stays", () => {
    fc.assert(
      fc.property(decidedYears, anyStays, (year, stays) => {
        const deductible = { grassroots: 300_00, second: 500_00, third: 850_00, top: 1200_00 };
        const percent = { grassroots: 90, second: 88, third: 85, top: 85 };
        const byRatio = stays.map((stay) =>
          Math.floor((Math.max(0, stay.fen - deductible[stay.level]) * percent[stay.level] + 50) / 100),
        );
        const expected = Math.min(
          POOL_LIMIT,
          byRatio.reduce((sum, part) => sum + part, 0),
        );
        expect(totalOf(decide(factsOf({ capacity: "in-service" }, year, stays)), "pool")).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  /**
   * Splitting the cost of one stay into two at the same hospital in one year of life costs one more deductible and nothing
   * else: with that deductible added to the second part, the year's pool total stays the same. Exact where both parts reach
   * their deductible and ratio × part is a whole number of fen (here: parts of 100 yuan); otherwise within a fen of rounding.
   */
  it("splitting a stay changes the year's pool total by its second deductible only", () => {
    const hundreds = fc.integer({ min: 12, max: 4000 }).map((count) => count * 100_00);
    const deductible = { grassroots: 300_00, second: 500_00, third: 850_00, top: 1200_00 };
    fc.assert(
      fc.property(
        decidedYears,
        fc.constantFrom(...LEVELS),
        hundreds,
        hundreds,
        anyStays,
        (year, level, first, second, others) => {
          const d = deductible[level];
          const person = { capacity: "in-service" };
          const whole = { month: 1, level, fen: d + first + second };
          const parts = [
            { month: 1, level, fen: d + first },
            { month: 1, level, fen: d + second },
          ];
          const later = others.map((stay) => ({ ...stay, month: Math.max(2, stay.month) }));
          const pool = (stays: readonly StayFen[]): number => totalOf(decide(factsOf(person, year, stays)), "pool");
          expect(pool([...parts, ...later])).toBe(pool([whole, ...later]));
        },
      ),
    );
  });

  it("the order of typing does not matter", () => {
    fc.assert(
      fc.property(
        people,
        years,
        fc.uniqueArray(anyStay, { minLength: 1, maxLength: 6, selector: (stay) => stay.month }),
        fc.infiniteStream(fc.integer()),
        (person, year, stays, order) => {
          const typed = stays.map((stay) => item(year, stay));
          const shuffled = typed
            .map((entry) => ({ entry, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry);
          const written = (items: typeof typed): string => JSON.stringify(decide({ ...person, stays: { items } }));
          expect(written(shuffled)).toBe(written(typed));
        },
      ),
    );
  });

  it("a year told in two halves gives the same as in one list", () => {
    fc.assert(
      fc.property(decidedYears, anyStays, anyStays, (year, first, second) => {
        const person = { capacity: "in-service" };
        const early = first.map((stay) => ({ ...stay, month: 1 }));
        const late = second.map((stay) => ({ ...stay, month: 2 }));
        const one = decide(factsOf(person, year, early));
        const own = (decision: Decision): number => totalOf(decision, "own");
        const base = totalOf(one, "largeSum", "own");
        const two = decide({
          ...factsOf(person, year, late),
          earlierPool: plainYuan(totalOf(one, "pool")),
          earlierSupplementary: plainYuan(totalOf(one, "supplementary")),
          earlierBurden: plainYuan(totalOf(one, "subsidy", "own")),
          earlierBase: plainYuan(base),
        });
        const whole = decide(factsOf(person, year, [...early, ...late]));
        expect(fundsOf(one) + fundsOf(two)).toBe(fundsOf(whole));
        expect(own(one) + own(two)).toBe(own(whole));
      }),
      { numRuns: 200 },
    );
  });
});
