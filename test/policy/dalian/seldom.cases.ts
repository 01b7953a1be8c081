/** What is told only now and then, by hand: a resident's two full months (DL-15), local years alone lacking at 退职 (DL-07). */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
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
  {
    // 7,291 × 6 % = 437.46 a month; 14 of them
    title: "the same lack in January 2023: from this month on the sources disagree about the rate",
    rule: "DL-07",
    asOf: "2023-01-15",
    readings: { "dalian.resignation-shortfall": "top-up" },
    facts: {
      sex: "male",
      birthDate: "1971-05-20",
      capacity: "flexible",
      approvalMonth: "2023-01",
      contributed: { months: 346 },
    },
    expected: { outcome: "granted", due: { topUp: "6124.44" }, conflicts: ["dalian.top-up-rate"] },
  },
];

/** The period of 2021 was one for everybody: 10 October to 23 December 2020; minors and students paid 295. */
const FIRST_DAY_OF_2021 = {
  rule: "DL-15",
  asOf: "2020-10-10",
  expected: {
    outcome: "granted",
    due: { yearPremium: "295.00" },
    dates: { treatmentFrom: "2021-01-01", treatmentUntil: "2021-12-31" },
    timeLimit: "集中缴费期 2020年10月10日至2020年12月23日（2021 年度）",
    withoutNotices: ["premiumUnverified", "periodUnknown"],
  },
} as const;
const YOUNG = { household: true, former: "resident", lastYear: 2020 } as const;

export const SELDOM_RESIDENT_CASES: readonly GoldenCase[] = [
  {
    title: "2021 on the first day of its period, a minor: 295.00",
    ...FIRST_DAY_OF_2021,
    facts: { ...YOUNG, birthDate: "2015-05-01", group: "minor" },
  },
  {
    title: "… a pupil",
    ...FIRST_DAY_OF_2021,
    facts: { ...YOUNG, birthDate: "2008-05-12", group: "pupil" },
  },
  {
    title: "… a student",
    ...FIRST_DAY_OF_2021,
    facts: { ...YOUNG, birthDate: "2000-05-12", group: "student" },
  },
  {
    title: "a newborn paid for on the day of birth itself",
    rule: "DL-15",
    asOf: "2025-01-10",
    facts: { group: "minor", household: true, former: "never", birthDate: "2025-01-10" },
    expected: {
      outcome: "granted",
      headlineId: "newborn",
      due: { yearPremium: "400.00" },
      dates: { treatmentFrom: "2025-01-10", treatmentUntil: "2025-12-31", waitingLast: null },
    },
  },
];

const office = (figure: string, value: string): OfficeFigure => ({
  figure,
  from: "2019-07-01",
  to: "2020-06-30",
  value,
  document: "测试文件",
  note: "",
  enteredOn: "2026-01-05",
});
/** The base of the year before the first that is published, and its rate. */
const OFFICE_2019 = [office("dalian.assessed-base", "5500"), office("dalian.flexible-basic-rate", "6")];
const FREELANCER = { sex: "male", birthDate: "1985-03-01", household: true, work: "freelancer", firstTime: true } as const;

/** 5,500 × 80 % = 4,400; × 6 % = 264. */
export const SELDOM_ENROLMENT_CASES: readonly GoldenCase[] = (["2019-07-01", "2020-06-30"] as const).map((asOf) => ({
  title: `${asOf}, with the office's own base: 80 % of it, 264.00`,
  rule: "DL-01",
  asOf,
  officeFigures: OFFICE_2019,
  facts: FREELANCER,
  expected: { due: { monthlyPremium: "264.00" }, steps: { flexibleBase: 440_000 }, parts: [], missing: [] },
}));

export const SELDOM_RETIREMENT_CASES: readonly GoldenCase[] = [
  {
    // a worker born in January 1981 is 50 in 2031-01, delayed by ⌊72 / 2⌋ + 1 = 37 months, and may retire from 2031-02 on; another
    // woman is 55 in 2036-01, and retires in 2038-11 (⌊132 / 4⌋ + 1 = 34)
    title: "a pension at 50, a month before even a worker could have it: whether she was one is not asked",
    rule: "NX-02",
    asOf: "2031-03-10",
    facts: {
      sex: "female",
      birthDate: "1981-01-10",
      way: "pension-here",
      pensionMonth: "2031-01",
      capacity: "unit",
      contributed: { months: 300 },
    },
    expected: {
      outcome: "granted",
      notAsked: ["kind"],
      steps: { statutoryMonth: 2038 * 12 + 10, earliestMonth: 2036 * 12 },
      readings: ["dalian.early-statutory-age"],
    },
  },
];
