/** What is told only now and then, by hand: a resident's two full months (DL-15), local years alone lacking at 退职 (DL-07). */
import type { GoldenCase } from "../golden.ts";

export const SELDOM_CHANGE_CASES: readonly GoldenCase[] = [
  {
    // paid on 10 May: June and July are the two full months
    title: "left the unit in 2023, paid in May for that year: from 1 August, by a notice of 2021",
    rule: "DL-15",
    asOf: "2023-05-10",
    facts: { direction: "unit-to-resident", lastPaid: "2023-04", continuousMonths: 12, insuredYear: "this-year" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2023-08-01", waitingLast: "2023-07-31", treatmentUntil: "2023-12-31" },
      notices: ["forTheYear", "localNotice"],
    },
  },
];

export const SELDOM_RESIGNATION_CASES: readonly GoldenCase[] = [
  {
    // 360 months in all, 100 of 120 here: 20 × 8,190 × 6 % = 20 × 491.40
    title: "enough years, too few of them here: by the reading the local ones alone are topped up",
    rule: "DL-07",
    asOf: "2025-07-15",
    readings: { "dalian.resignation-shortfall": "top-up" },
    facts: {
      sex: "male",
      birthDate: "1974-05-20",
      capacity: "flexible",
      approvalMonth: "2025-07",
      contributed: { months: 100 },
      transferred: { months: 260 },
    },
    expected: {
      outcome: "granted",
      due: { topUp: "9828.00" },
      failed: [],
      steps: { cumulative: 360, localShortfall: 20, shortfall: 20 },
      conditions: ["approved", "age", "cumulativeYears", "localToppedUp"],
      dates: { retiredFrom: "2025-08" },
    },
  },
];
