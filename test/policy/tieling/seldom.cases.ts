/** What is told only now and then, by hand: readings that take a resident's year away (TL-02), local years alone lacking (TL-12). */
import type { GoldenCase } from "../golden.ts";
import { FIGURES } from "./office.ts";

/** Paid as an employee to December 2019: 2020 to 2025 are missed, six years, of which 2025 alone counts by another reading. */
const longAway = { direction: "flexible-to-resident", assisted: "none", continuousMonths: 30, lastPaid: "2019-12" } as const;

export const SELDOM_CHANGE_CASES: readonly GoldenCase[] = [
  {
    // 10 April + 3 + 6 months is 10 January 2027, + 3 + 5 is 10 December; with 2025 alone 3 + 0: 10 July
    title: "six missed years: the year is lost, but not by the other reading of the first one",
    rule: "TL-08",
    asOf: "2026-04-10",
    facts: longAway,
    expected: {
      steps: { missedYears: 6, residentWait: 9, residentWaitOther: 8 },
      dates: {
        treatmentFrom: null,
        otherTreatmentFrom: "2026-12-10",
        earliestTreatmentFrom: "2026-07-10",
        latestTreatmentFrom: null,
      },
      headlineId: "yearLost",
      notices: ["onlyOther", "spanLost", "yearLost"],
      withoutNotices: ["twoReadings", "otherLost"],
    },
  },
  {
    title: "… and the other way round: from 10 December, lost by the other reading",
    rule: "TL-08",
    asOf: "2026-04-10",
    readings: { "tieling.first-missed-year": "free" },
    facts: longAway,
    expected: {
      dates: { treatmentFrom: "2026-12-10", otherTreatmentFrom: null, earliestTreatmentFrom: "2026-07-10" },
      notices: ["otherLost", "spanLost"],
      withoutNotices: ["twoReadings", "onlyOther", "yearLost"],
    },
  },
];

export const SELDOM_RETIREMENT_CASES: readonly GoldenCase[] = [
  {
    // 400 of 360 months in all, 100 of 120 here: 20 × 6,000 × 7 % = 20 × 420.00
    title: "enough years, too few of them here: the local ones alone are paid for",
    rule: "TL-12",
    asOf: "2026-08-15",
    facts: {
      sex: "male",
      birthDate: "1966-03-20",
      way: "no-pension-here",
      capacity: "unit",
      contributed: { months: 100 },
      transferred: { months: 300 },
      fundMode: "combined",
      shortfallWay: "pay-now",
    },
    officeFigures: FIGURES,
    expected: {
      outcome: "granted",
      due: { topUp: "8400.00" },
      failed: [],
      steps: { cumulative: 400, cumulativeShortfall: 0, localShortfall: 20, shortfall: 20 },
      conditions: ["inScope", "reached", "cumulativeYears", "localToppedUp"],
      dates: { retiredFrom: "2026-08" },
    },
  },
  {
    title: "more service than anybody can have: said so, and nothing is reckoned with it",
    rule: "TL-11",
    asOf: "2026-08-15",
    facts: {
      sex: "male",
      birthDate: "1966-03-20",
      way: "no-pension-here",
      capacity: "flexible",
      contributed: { months: 100 },
      service: { months: 901 },
    },
    officeFigures: FIGURES,
    expected: { errors: ["service type"], notAsked: ["closedGroup", "fundMode", "shortfallWay"] },
  },
];
