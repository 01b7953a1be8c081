/** What must hold for any payment into the resident scheme (DL-15, ALL-03, ALL-05). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { packFor } from "../golden.ts";

const pack = packFor("dalian");
const decide = (matter: string, facts: FactInputs, asOf: string): Decision | null =>
  consult(pack, `dalian.${matter}`, facts, asOf).decision;
const firstDay = (decision: Decision): string | undefined => decision.dates.find((date) => date.id === "treatmentFrom")?.value;

const day = fc.integer({ min: 0, max: 1460 }).map((offset) => new Date(Date.UTC(2022, 0, 1 + offset)).toISOString().slice(0, 10));
const insuredYear = (asOf: string, choice: string): number => Number(asOf.slice(0, 4)) + (choice === "next-year" ? 1 : 0);
const person = { birthDate: "1980-05-12", group: "adult", household: true } as const;

describe("laws of the resident scheme", () => {
  it("paying earlier for the same year, or having missed fewer years, is never worse; no cover leaves its calendar year", () => {
    let compared = 0;
    const choice = fc.constantFrom("this-year", "next-year");
    const former = fc.oneof(
      fc.record({ former: fc.constant("resident"), lastYear: fc.integer({ min: 2015, max: 2021 }) }),
      fc.record({
        former: fc.constant("unit"),
        lastPaid: fc.integer({ min: monthOf(2020, 1), max: monthOf(2021, 12) }).map(formatMonth),
        continuousMonths: fc.integer({ min: 0, max: 30 }),
      }),
      fc.constant({ former: "never" }),
    );
    fc.assert(
      fc.property(day, day, choice, choice, former, (one, other, first, second, before) => {
        fc.pre(insuredYear(one, first) === insuredYear(other, second));
        const answer = (asOf: string, which: string) =>
          decide("resident-enrolment", { ...person, ...before, insuredYear: which }, asOf);
        const [early, late] =
          one <= other ? [answer(one, first), answer(other, second)] : [answer(other, second), answer(one, first)];
        fc.pre(early !== null && late !== null);
        const [from, lateFrom] = [firstDay(early), firstDay(late)];
        fc.pre(from !== undefined && lateFrom !== undefined);
        compared++;
        expect(from <= lateFrom, `${from} ${lateFrom}`).toBe(true);
        const yearEnd = `${insuredYear(one, first)}-12-31`;
        for (const decision of [early, late]) {
          const until = decision.dates.find((date) => date.id === "treatmentUntil")?.value;
          // a wait that outlasts the year leaves no cover to end
          expect(until ?? yearEnd).toBe(yearEnd);
          expect(until === undefined).toBe(firstDay(decision)! > yearEnd);
        }
        const lastYear = "lastYear" in before ? { lastYear: before.lastYear + 1 } : {};
        const fewer = decide("resident-enrolment", { ...person, ...before, ...lastYear, insuredYear: first }, one);
        const own = firstDay(answer(one, first)!)!;
        // the year that is paid for cannot be insured already
        expect(fewer === null || firstDay(fewer)! <= own).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("covers whoever leaves a unit as the enrolment does", () => {
    let open = 0;
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: monthOf(2018, 1), max: monthOf(2025, 12) }).map(formatMonth),
        fc.integer({ min: 20, max: 28 }),
        fc.constantFrom("none", "orphan"),
        fc.constantFrom(undefined, "this-year", "next-year"),
        (asOf, lastPaid, continuousMonths, assisted, year) => {
          const same = { lastPaid, continuousMonths, assisted, ...(year === undefined ? {} : { insuredYear: year }) };
          const change = decide("scheme-change", { direction: "unit-to-resident", ...same }, asOf);
          const enrolment = decide("resident-enrolment", { ...person, former: "unit", stillInsured: false, ...same }, asOf);
          expect(change === null).toBe(enrolment === null);
          fc.pre(change !== null && enrolment !== null);
          open++;
          expect(firstDay(change)).toBe(firstDay(enrolment));
          expect(change.coverage.map(({ from, to }) => [from, to])).toEqual(enrolment.coverage.map(({ from, to }) => [from, to]));
        },
      ),
      { numRuns: 300 },
    );
    expect(open).toBeGreaterThan(100);
  });
});
