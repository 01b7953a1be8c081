/** What must hold for any payment into the resident scheme (CQ-03, CQ-16): earlier is never worse, and both matters say the same. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  formatDate,
  formatMonth,
  monthOfDate,
  packDate,
  yearOfDate,
} from "../../../src-shared/domain/calendar.ts";
import type { CoverageRun, Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { explanationFaults, packFor } from "../golden.ts";

const readings = fc.record({
  "chongqing.change-unpaid": fc.constantFrom("six-months", "no-wait"),
  "chongqing.first-missed-year": fc.constantFrom("counts", "free"),
  "chongqing.missed-years-before-2025": fc.constantFrom("count", "ignored"),
  "chongqing.resident-first-day": fc.constantFrom("payment-day", "next-day"),
  "chongqing.part-year-insured": fc.constantFrom("counts", "missed"),
});
/** Days of 2025. */
const day = fc.integer({ min: 0, max: 360 }).map((days) => addDays(packDate(2025, 1, 1), days));

const decide = (matter: string, facts: FactInputs, on: number, chosen: Readonly<Record<string, string>>): Decision => {
  const { decision, errors, unanswered } = consult(
    packFor("chongqing", [], chosen),
    `chongqing.${matter}`,
    facts,
    formatDate(on),
  );
  if (decision === null) throw new Error(JSON.stringify([errors, unanswered, facts, on]));
  expect(explanationFaults(decision)).toEqual([]);
  return decision;
};

/** First day of treatment as a number that orders; none at all comes last. */
function firstDay({ dates }: Decision): number {
  const found = dates.find(({ id }) => id === "treatmentFrom")?.value ?? "9999-12-31";
  return Number((found.length === 7 ? `${found}-01` : found).replaceAll("-", ""));
}

const startOf = (run: CoverageRun): string => (run.from.length === 7 ? `${run.from}-01` : run.from);
const endOf = ({ to }: CoverageRun): number => {
  const [year, month, date] = to!.split("-").map(Number);
  return date === undefined ? addDays(addMonths(packDate(year!, month!, 1), 1), -1) : packDate(year!, month!, date);
};
/** One status a day, and the year's end. */
function expectOneStatus(strip: readonly CoverageRun[], year: number): void {
  for (const [i, run] of strip.slice(1).entries()) expect(startOf(run)).toBe(formatDate(addDays(endOf(strip[i]!), 1)));
  for (const run of strip.filter(({ status }) => status === "covered")) expect(endOf(run)).toBe(packDate(year, 12, 31));
}

describe("a change to the resident scheme", () => {
  const person = fc.record({
    direction: fc.constantFrom("unit-to-resident", "flexible-to-resident"),
    continuousMonths: fc.constantFrom(0, 23, 24, 60),
    retired: fc.boolean(),
    assisted: fc.constantFrom("none", "subsistence"),
    lastPaid: fc.integer({ min: 2022 * 12, max: 2024 * 12 + 11 }),
  });
  const change = ({ lastPaid, ...rest }: { readonly lastPaid: number }, more: FactInputs = {}): FactInputs => ({
    ...rest,
    lastPaid: formatMonth(lastPaid),
    otherRelation: false,
    insuredYear: "this-year",
    subsidy: "700",
    ...more,
  });

  it("is never later for whoever pays earlier, was insured longer or stopped later; one status a day, to 31 December", () => {
    fc.assert(
      fc.property(person, readings, day, fc.integer({ min: 1, max: 70 }), (someone, chosen, on, more) => {
        const found = decide("scheme-change", change(someone), on, chosen);
        const later = Math.min(addDays(on, more), packDate(2025, 12, 31));
        expect(firstDay(found)).toBeLessThanOrEqual(firstDay(decide("scheme-change", change(someone), later, chosen)));
        const longer = change({ ...someone, continuousMonths: someone.continuousMonths + more } as typeof someone);
        expect(firstDay(decide("scheme-change", longer, on, chosen))).toBeLessThanOrEqual(firstDay(found));
        const stopped = change({ ...someone, lastPaid: Math.min(someone.lastPaid + 1, monthOfDate(on)) });
        expect(firstDay(decide("scheme-change", stopped, on, chosen))).toBeLessThanOrEqual(firstDay(found));
        expectOneStatus(found.coverage, 2025);
        for (const { coverage } of found.options) expectOneStatus(coverage, 2025);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same in the enrolment of residents", () => {
    const inOldPeriods = fc
      .tuple(fc.integer({ min: 2022, max: 2024 }), fc.integer({ min: 0, max: 91 }))
      .map(([year, days]) => addDays(packDate(year, 10, 1), days));
    const payment = fc.oneof(
      fc.tuple(day, fc.constantFrom("this-year", "next-year")),
      fc.tuple(inOldPeriods, fc.constant("next-year")),
    );
    fc.assert(
      fc.property(person, readings, payment, (someone, chosen, [on, insuredYear]) => {
        const { continuousMonths, retired, assisted } = someone;
        const lastPaid = Math.min(someone.lastPaid, monthOfDate(on));
        const changed = decide("scheme-change", change({ ...someone, lastPaid }, { insuredYear }), on, chosen);
        const gap = monthOfDate(on) - lastPaid - 1;
        const enrolment = {
          household: true,
          otherRelation: false,
          assisted,
          newborn: false,
          tier: "first",
          insuredYear,
          subsidy: "700",
        };
        const whole = chosen["chongqing.part-year-insured"] === "counts" || lastPaid % 12 === 11 ? 0 : 1;
        const lastYear = Math.floor(lastPaid / 12) - whole;
        const facts: FactInputs =
          gap <= 3
            ? { ...enrolment, fromEmployee: true, lastPaid: formatMonth(lastPaid), continuousMonths, retired }
            : { ...enrolment, fromEmployee: false, insuredBefore: true, lastYear, repairedYears: 0 };
        const enrolled = decide("resident-enrolment", facts, on, chosen);
        expect(firstDay(enrolled)).toBe(firstDay(changed));
        expect(enrolled.outcome).toBe(changed.outcome);
      }),
      { numRuns: 300 },
    );
  });
});

describe("newborns", () => {
  it("are covered from birth for ninety days and no day longer, and never beyond the years that are paid for", () => {
    const birth = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(packDate(2023, 1, 1), days));
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 120 }), (birthDate, age) => {
        const on = addDays(birthDate, age);
        const facts = {
          household: true,
          otherRelation: false,
          assisted: "none",
          fromEmployee: false,
          tier: "first",
          insuredYear: "this-year",
          subsidy: "700",
          birthDate: formatDate(birthDate),
        };
        const found = decide("resident-enrolment", facts, on, {});
        expect(firstDay(found) === birthDate).toBe(age <= 90);
        const last = found.coverage.at(-1);
        expect(last === undefined || endOf(last) <= packDate(yearOfDate(addMonths(on, 3)), 12, 31)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
