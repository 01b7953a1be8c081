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

const man = { sex: "male", birthDate: "1966-03-20", way: "no-pension-here", capacity: "flexible" } as const;
/** 2003-05 … 2018-04 are 180 months. */
const FIFTEEN_YEARS = { periods: [{ from: "2003-05", to: "2018-04" }] } as const;

export const SELDOM_AGE_CASES: readonly GoldenCase[] = [
  {
    // the phase-in begins with those born in January 1975
    title: "a worker born in December 1974: 50 in December 2024, without a delay",
    rule: "NX-02",
    asOf: "2026-08-15",
    officeFigures: FIGURES,
    facts: {
      sex: "female",
      birthDate: "1974-12-10",
      kind: "woman-50",
      way: "no-pension-here",
      capacity: "unit",
      contributed: { months: 300 },
    },
    expected: { outcome: "granted", steps: { statutoryMonth: 2024 * 12 + 11, retirementDelay: 0 } },
  },
  {
    // 1982-03 … 2001-06 are 232 months, all served; 2001-07 … 2020-12 are 234, all paid
    title: "served until June 2001 and paid from July on: nothing overlaps",
    rule: "TL-11",
    asOf: "2026-08-15",
    officeFigures: FIGURES,
    facts: {
      ...man,
      capacity: "unit",
      contributed: { periods: [{ from: "2001-07", to: "2020-12" }] },
      service: { months: 232 },
      overlapMonths: "0",
    },
    expected: { outcome: "granted", failed: [], steps: { cumulative: 466 } },
  },
  {
    title: "the closed group with fifteen years to the month: enough, even where nothing is made up any more",
    rule: "TL-11",
    asOf: "2026-08-15",
    officeFigures: FIGURES,
    readings: { "tieling.closed-group-reach": "closed" },
    facts: { ...man, contributed: { months: 100 }, transferred: { months: 80 }, closedGroup: true },
    expected: { outcome: "granted", failed: [], due: {}, steps: { cumulative: 180 } },
  },
  {
    title: "service from July 2001 on is not deemed: the closed group's rule holds",
    rule: "TL-11",
    asOf: "2026-08-15",
    officeFigures: FIGURES,
    facts: {
      ...man,
      contributed: FIFTEEN_YEARS,
      service: { periods: [{ from: "2001-07", to: "2003-04" }] },
      closedGroup: true,
    },
    expected: { outcome: "granted", failed: [], due: {}, steps: { cumulative: 180 } },
  },
];

export const SELDOM_REFUND_CASES: readonly GoldenCase[] = [
  {
    title: "retired in the very month of processing: it has begun; but the years are not met, and what was paid counts",
    rule: "TL-15",
    asOf: "2022-09-23",
    facts: {
      reason: "overpaid-retired",
      payments: { items: [{ from: "2022-03", to: "2022-09", payer: "person", amount: "2100" }] },
      pensionMonth: "2022-09",
      yearsMet: false,
    },
    expected: { outcome: "refused", failed: ["yearsMet"], remedies: [] },
  },
];

const flexible = { capacity: "flexible", fromElsewhere: false, lastYear: "not-full" } as const;

export const SELDOM_BACK_PAYMENT_CASES: readonly GoldenCase[] = [
  {
    // the year's one wait is the first payment's: 30 days from 1 January, over on the 30th
    title: "paid on through the turn of the year, the last one not in full: the wait began in January, and is over",
    rule: "TL-05",
    asOf: "2023-02-23",
    facts: { ...flexible, paid: { periods: [{ from: "2022-07", to: "2023-01" }] }, firstPaidOn: "2023-01-01" },
    expected: {
      outcome: "guidance",
      coverage: ["contributed 2022-07..2022-12", "not-covered 2023-01..2023-01", "covered 2023-02.."],
    },
  },
  {
    title: "this month is paid already, and is the year's first: nobody asks when the year was first paid for",
    rule: "TL-05",
    asOf: "2023-01-19",
    facts: { ...flexible, paid: { periods: [{ from: "2022-07", to: "2023-01" }] } },
    expected: { notAsked: ["firstPaidOn"] },
  },
];

/** Last year not in full, January paid on `firstPaidOn`: the year's wait of 30 days. */
const waiting = (firstPaidOn: string) =>
  ({ ...flexible, paid: { periods: [{ from: "2022-07", to: "2023-01" }] }, firstPaidOn }) as const;
const LONG_GAP = "tieling.flexible-long-gap-in-year";

export const SELDOM_WAIT_CASES: readonly GoldenCase[] = [
  {
    title: "January and this month paid on one day: the year's wait begins on it",
    rule: "TL-05",
    asOf: "2023-02-23",
    facts: waiting("2023-02-23"),
    expected: { outcome: "guidance", dates: { treatmentFrom: "2023-03-25", waitingLast: "2023-03-24" } },
  },
  {
    title: "the year's wait ends on the day before: nothing is left of it",
    rule: "TL-05",
    asOf: "2023-02-23",
    facts: waiting("2023-01-24"),
    expected: { outcome: "guidance", headlineId: "noGap", dates: { treatmentFrom: null, waitingLast: null } },
  },
  {
    // 31 January is the first day, 1 March the 30th; February is unpaid
    title: "the year's wait is not over when payment resumes: paying the gap or leaving it, from 2 March",
    rule: "TL-05",
    asOf: "2026-03-01",
    officeFigures: FIGURES,
    facts: {
      ...flexible,
      paid: {
        periods: [
          { from: "2025-05", to: "2025-10" },
          { from: "2026-01", to: "2026-01" },
        ],
      },
      firstPaidOn: "2026-01-31",
      fundMode: "combined",
    },
    expected: {
      outcome: "granted",
      steps: { gapMonths: 1 },
      dates: { treatmentFrom: "2026-03-02", waitingLast: "2026-03-01" },
    },
  },
  {
    title: "last year made good only this year, read as in full: nobody asks when this year was first paid for",
    rule: "TL-05",
    asOf: "2023-02-23",
    readings: { "tieling.cross-year-back-payment": "full" },
    facts: { ...flexible, lastYear: "back-paid", paid: { periods: [{ from: "2021-12", to: "2023-01" }] } },
    expected: { outcome: "guidance", notAsked: ["firstPaidOn"] },
  },
  {
    // April to August 2022 is a gap of five months inside a year
    title: "a long gap inside last year, read as once a year: no month of waiting after it, but one in January",
    rule: "TL-05",
    asOf: "2023-03-10",
    readings: { [LONG_GAP]: "none" },
    facts: {
      ...flexible,
      paid: {
        periods: [
          { from: "2022-01", to: "2022-03" },
          { from: "2022-09", to: "2023-02" },
        ],
      },
      firstPaidOn: "2023-01-10",
    },
    expected: {
      coverage: [
        "contributed 2022-01..2022-03",
        "gap 2022-04..2022-08",
        "contributed 2022-09..2022-12",
        "not-covered 2023-01..2023-01",
        "contributed 2023-02..2023-02",
        "covered 2023-03..",
      ],
    },
  },
];

export const SELDOM_LAST_DAY_CASES: readonly GoldenCase[] = [
  {
    title: "changes on the last day that the old relation is paid for: whether it covers in the wait is read",
    rule: "TL-08",
    asOf: "2025-09-30",
    facts: { direction: "resident-to-flexible", assisted: "none", continuousMonths: 12, lastPaid: "2025-09" },
    expected: { readings: ["tieling.old-cover-in-wait"] },
  },
];

export const SELDOM_ENROLMENT_CASES: readonly GoldenCase[] = [
  {
    title: "a long gap inside a year after one in full, read as once a year: no wait, and nothing in conflict",
    rule: "TL-05",
    asOf: "2025-09-10",
    readings: { [LONG_GAP]: "none" },
    facts: {
      sex: "male",
      birthDate: "1985-03-20",
      capacity: "flexible",
      household: true,
      work: "freelancer",
      correction: false,
      special: "none",
      firstTime: false,
      fromElsewhere: false,
      lastPaid: "2025-03",
      lastYear: "in-time",
    },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-09-10", waitingLast: null },
      readings: [LONG_GAP],
      conflicts: [],
    },
  },
];
