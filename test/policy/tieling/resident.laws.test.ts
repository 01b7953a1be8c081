/** What holds of every waiting period, whatever the reading; and the national rule on its own. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, formatDate, parseDate } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { packFor } from "../golden.ts";

const decide = (matter: string, asOf: string, facts: FactInputs, readings: Readonly<Record<string, string>> = {}): Decision =>
  consult(packFor("tieling", [], readings), `tieling.${matter}`, facts, asOf).decision!;
const dateOf = (decision: Decision, id: string): string | undefined => decision.dates.find((date) => date.id === id)?.value;
/** The day after the wait, also where it lies beyond the year that was paid for and so is no first day. */
const treatment = (decision: Decision): string =>
  formatDate(decision.steps.findLast(({ key }) => key === "treatmentFrom")!.value);

const resident = (lastYear: number, repairedYears: number) => ({
  household: true,
  assisted: "none",
  insuredBefore: true,
  lastYear,
  ...(lastYear < 2025 ? { repairedYears } : {}),
});
const lastYears = fc.integer({ min: 2000, max: 2024 });
/** 2026 outside the fourth quarter. */
const days = fc.integer({ min: 0, max: 272 }).map((count) => formatDate(addDays(2026_01_01, count)));

describe("the national rule", () => {
  it("a year more missed never shortens the wait, a year paid for never lengthens it", () => {
    fc.assert(
      fc.property(lastYears, days, fc.nat(), (lastYear, day, some) => {
        const missed = 2026 - lastYear - 1;
        const repaired = some % missed;
        const here = treatment(decide("resident-enrolment", day, resident(lastYear, repaired)));
        expect(treatment(decide("resident-enrolment", day, resident(lastYear, repaired + 1))) <= here).toBe(true);
        expect(treatment(decide("resident-enrolment", day, resident(lastYear - 1, repaired))) >= here).toBe(true);
      }),
    );
  });

  it("either reading shows the other's result beside its own", () => {
    fc.assert(
      fc.property(lastYears, days, (lastYear, day) => {
        const counts = decide("resident-enrolment", day, resident(lastYear, 0));
        const free = decide("resident-enrolment", day, resident(lastYear, 0), { "tieling.first-missed-year": "free" });
        // a day beyond the year is no first day
        const told = (decision: Decision): string | undefined =>
          treatment(decision) <= "2026-12-31" ? treatment(decision) : undefined;
        expect(dateOf(counts, "otherTreatmentFrom")).toBe(told(free));
        expect(dateOf(free, "otherTreatmentFrom")).toBe(told(counts));
        expect(dateOf(free, "treatmentFrom")).toBe(told(free));
        expect(treatment(free) < treatment(counts)).toBe(true);
      }),
    );
  });

  it("waits at least three months, and six after four years", () => {
    fc.assert(
      fc.property(lastYears, fc.nat(), (lastYear, some) => {
        const missed = 2026 - lastYear - 1;
        const decision = decide("resident-enrolment", "2026-03-10", resident(lastYear, some % (missed + 1)));
        expect(treatment(decision) >= (missed >= 4 ? "2026-09-10" : "2026-06-10")).toBe(true);
      }),
    );
  });
});

describe("the strip", () => {
  it("covers every day once, from the first to the last one drawn", () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom("2025-09", "2025-11", "2026-01"),
        fc.integer({ min: 1, max: 40 }),
        (day, lastPaid, months) => {
          const { coverage } = decide("scheme-change", day, {
            direction: "resident-to-unit",
            assisted: "none",
            continuousMonths: months,
            lastPaid,
          });
          const steps = coverage
            .slice(1)
            .map((run, index) => daysBetween(parseDate(coverage[index]!.to!)!, parseDate(run.from)!));
          expect(steps).toEqual(steps.map(() => 1));
          expect(coverage.at(-1)!.to).toBeNull();
        },
      ),
    );
  });

  it("says of a gap whether paying for it would cover it", () => {
    const gapOf = (matter: string, facts: FactInputs) =>
      decide(matter, "2026-03-10", facts).coverage.find((run) => run.status === "gap")!.title;
    const change = (lastPaid: string) => gapOf("scheme-change", { direction: "flexible-to-unit", lastPaid });
    const enrolment = (lastPaid: string) =>
      gapOf("enrolment", {
        sex: "male",
        birthDate: "1985-03-01",
        capacity: "unit",
        household: true,
        correction: false,
        work: "employee",
        special: "none",
        firstTime: false,
        fromElsewhere: false,
        lastPaid,
      });
    expect([change("2025-11"), change("2025-10")]).toEqual(["断缴，补缴后这段的费用给付", "中断，不享受待遇"]);
    expect([enrolment("2025-11"), enrolment("2025-10")]).toEqual(["断缴，补缴后这段的费用给付", "断缴，不享受待遇"]);
  });

  it("a newborn's wait is 90 days long", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 91, max: 200 }), (day, age) => {
        const birthDate = formatDate(addDays(parseDate(day)!, -age));
        const { coverage } = decide("newborn", day, { birthDate, realName: true });
        const waiting = coverage.find((run) => run.status === "waiting")!;
        expect(daysBetween(parseDate(waiting.from)!, parseDate(waiting.to!)!) + 1).toBe(90);
      }),
    );
  });
});

describe("who cannot join so", () => {
  it("is named the way that is open", () => {
    const remedy = (capacity: string, work: string): string[] =>
      decide("enrolment", "2026-03-10", {
        sex: "male",
        birthDate: "1985-03-01",
        capacity,
        household: true,
        correction: false,
        work,
        unitArrears: false,
        special: "none",
        firstTime: true,
        fromResident: false,
      }).conditions.flatMap((condition) => condition.remedies.map(({ text }) => text));
    expect(remedy("unit", "freelancer")).toEqual(["以灵活就业身份参加职工医保，或参加居民医保"]);
    expect(remedy("flexible", "employee")).toEqual(["由单位办理职工医保登记"]);
  });
});
