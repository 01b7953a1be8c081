/** What is told only now and then, by hand: a resident's two full months (DL-15), local years alone lacking at 退职 (DL-07). */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
import type { GoldenCase } from "../golden.ts";

const office = (figure: string, value: string, from: string, to: string): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document: "测试文件",
  note: "",
  enteredOn: "2026-01-05",
});

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

const TURNING_50 = { sex: "male", birthDate: "1975-07-20", capacity: "flexible" } as const;

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
  {
    // 50 in July: 1995-08…2025-06 are 359 months, July makes 360; whoever comes before the age is over has missed nothing
    title: "not filed then, but in the month of turning 50 still: from the next one, whatever is read of coming late",
    rule: "DL-07",
    asOf: "2025-07-15",
    facts: {
      ...TURNING_50,
      approvalMonth: "2025-03",
      filed: false,
      contributed: { periods: [{ from: "1995-08", to: "2025-06" }] },
    },
    expected: {
      outcome: "granted",
      steps: { monthsToPay: 1, shortfall: 0 },
      dates: { retiredFrom: "2025-08", payUntil: "2025-07" },
      withoutReadings: ["dalian.resignation-late"],
    },
  },
  {
    // 2015-08…2025-07: 120 here, 240 from elsewhere
    title: "filed then, and exactly the 120 local months in the month of turning 50: retired from the next one",
    rule: "DL-07",
    asOf: "2025-09-10",
    facts: {
      ...TURNING_50,
      approvalMonth: "2025-03",
      filed: true,
      contributed: { periods: [{ from: "2015-08", to: "2025-07" }] },
      transferred: { months: 240 },
    },
    expected: { outcome: "granted", steps: { cumulative: 360, shortfall: 0 }, dates: { retiredFrom: "2025-08" } },
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
const ADULT = { birthDate: "1980-05-12", group: "adult", household: true } as const;
const LATE_ADULT = { ...ADULT, former: "resident" } as const;
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
  {
    // 2023 and 2024 missed, one of them paid for: 3 + 2 − 1 months
    title: "paid on the very day from which the national rule is carried out: missed years count, and may be paid for",
    rule: "DL-15",
    asOf: "2025-01-01",
    facts: { ...LATE_ADULT, lastYear: 2022, registeredInTime: false, repairedYears: 1 },
    expected: {
      outcome: "granted",
      steps: { missedYears: 2, residentWait: 4 },
      dates: { treatmentFrom: "2025-05-01", waitingLast: "2025-04-30" },
    },
  },
  {
    // April and May are the two full months
    title: "2024 paid for in 2024: the city's rule by either reading, and nobody asks what is paid for missed years",
    rule: "DL-15",
    asOf: "2024-03-10",
    readings: { "dalian.national-rule-start": "insured-year" },
    facts: { ...LATE_ADULT, lastYear: 2021 },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2024-06-01", waitingLast: "2024-05-31" },
      notAsked: ["repairedYears"],
    },
  },
  {
    title: "insured as an employee up to December: a whole year, however a part of one is read; three months",
    rule: "DL-15",
    asOf: "2025-03-10",
    readings: { "dalian.part-year-insured": "missed" },
    facts: { ...ADULT, former: "unit", stillInsured: false, lastPaid: "2024-12", continuousMonths: 10 },
    expected: {
      outcome: "granted",
      steps: { missedYears: 0, residentWait: 3 },
      dates: { treatmentFrom: "2025-06-10" },
      withoutReadings: ["dalian.part-year-insured"],
      notAsked: ["repairedYears"],
    },
  },
  {
    title: "of the period of 2026 the office knows the first day alone: the period is not known",
    rule: "DL-15",
    asOf: "2025-10-25",
    officeFigures: [office("dalian.resident-period-from-adult", "2025-10-20", "2026-01-01", "2026-12-31")],
    facts: { ...LATE_ADULT, lastYear: 2025 },
    expected: { dates: { treatmentFrom: "2026-01-01" }, notices: ["periodUnknown"] },
  },
];

/** The base of the year before the first that is published, and its rate. */
const OFFICE_2019 = [
  office("dalian.assessed-base", "5500", "2019-07-01", "2020-06-30"),
  office("dalian.flexible-basic-rate", "6", "2019-07-01", "2020-06-30"),
];
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
  {
    // as of 2025: 59 months at 9,000 × 8 % and × 2 %, 37 short at 900.00; nobody has the base of 2026, at which they would be shown
    title: "the shortfall read at the base of the retirement month: what today's base would make of it cannot be told",
    rule: "DL-06",
    asOf: "2026-02-10",
    readings: { "dalian.early-shortfall-base": "retirement-month" },
    facts: {
      sex: "male",
      birthDate: "1980-05-12",
      way: "pension-here",
      pensionMonth: "2025-06",
      capacity: "unit",
      contributed: { periods: [{ from: "2003-07", to: "2025-06" }] },
      retirementBase: "9000",
    },
    expected: { due: { topUp: "33300.00", buyUpUnit: "42480.00", buyUpPerson: "10620.00" }, information: {} },
  },
  {
    title:
      "not of age in May 2020, with an own base: nothing is due, and no figure is asked for, not the limits of that base either",
    rule: "DL-05",
    asOf: "2020-05-15",
    facts: {
      sex: "male",
      birthDate: "1962-05-20",
      way: "no-pension-here",
      capacity: "flexible",
      treatmentElsewhere: false,
      contributed: { months: 346 },
      ownBase: "5000.00",
    },
    expected: { outcome: "not-yet", due: {}, missing: [] },
  },
  {
    title: "whether a pension at 45 is early hangs on the sex: until it is known nobody is asked for the base of that month",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: { birthDate: "1980-05-12", way: "pension-here", pensionMonth: "2025-06", capacity: "unit" },
    expected: { unanswered: ["sex", "contributed"], notAsked: ["retirementBase"] },
  },
  {
    // 2003-07…2026-01: 271 months, 52 more to May 2030 make 323: 37 short
    title: "short, and paying on in a year whose premium nobody has: not yet, and no figure is asked for",
    rule: "DL-06",
    asOf: "2026-02-10",
    facts: {
      sex: "male",
      birthDate: "1980-05-12",
      way: "pension-here",
      pensionMonth: "2025-06",
      capacity: "flexible",
      contributed: { periods: [{ from: "2003-07", to: "2026-01" }] },
    },
    expected: { outcome: "not-yet", due: {}, steps: { shortfall: 37 }, missing: [] },
  },
];

export const SELDOM_UNIT_PREMIUM_CASES: readonly GoldenCase[] = [
  {
    title: "of the limits of 2026 the office knows the lower one alone: the other is named, nothing is priced",
    rule: "DL-16",
    asOf: "2026-04-10",
    officeFigures: [office("dalian.base-lower-limit", "5000", "2026-01-01", "2026-12-31")],
    facts: { who: "person", newStaff: false, months: { periods: [{ from: "2026-04", to: "2026-04" }] }, wage: "3000" },
    expected: {
      outcome: "figure-missing",
      due: {},
      steps: { heldBase: null },
      missing: ["dalian.base-upper-limit 2026-04-01"],
    },
  },
];

const inHospital = (...items: readonly { readonly admitted: string; readonly level: string; readonly cost: string }[]) => ({
  capacity: "in-service",
  stays: { items },
});
const of2020 = (figure: string, value: string): OfficeFigure => office(figure, value, "2020-01-01", "2020-12-31");
/** The pool is used up; of 3,000 the supplement pays 2,700, of the 600 of burden the subsidy 240, twice. */
const BOTH_PAY = {
  ...inHospital(
    { admitted: "2022-03-01", level: "grassroots", cost: "3300" },
    { admitted: "2022-04-01", level: "grassroots", cost: "3300" },
  ),
  earlierPool: "250000",
  earlierBurden: "50000",
} as const;
const PAID_BY_BOTH = { pool: "0.00", supplementary: "2700.00", subsidy: "240.00", own: "360.00" } as const;

export const SELDOM_INPATIENT_CASES: readonly GoldenCase[] = [
  {
    // 344,120 + 2 × 2,700 + 2 × 240 = 350,000
    title: "supplement and subsidy are exactly 350,000: a limit of both would change nothing",
    rule: "DL-12",
    asOf: "2026-03-02",
    facts: { ...BOTH_PAY, earlierSupplementary: "344120" },
    expected: {
      groups: { "第1次 2022年3月1日": PAID_BY_BOTH, "第2次 2022年4月1日": PAID_BY_BOTH },
      withoutReadings: ["dalian.subsidy-cap"],
    },
  },
  {
    title: "… and one fen more: it would",
    rule: "DL-12",
    asOf: "2026-03-02",
    facts: { ...BOTH_PAY, earlierSupplementary: "344120.01" },
    expected: {
      groups: { "第1次 2022年3月1日": PAID_BY_BOTH, "第2次 2022年4月1日": PAID_BY_BOTH },
      readings: ["dalian.subsidy-cap"],
    },
  },
  {
    // 1.01 × 90 % = 0.909, down to 0.90, which is left; burden 300.11, all above 10,000: × 40 % = 120.044, down to 120.04
    title: "rounded down, the supplement pays just what is left of its limit: nothing lies beyond",
    rule: "DL-12",
    asOf: "2026-03-02",
    readings: { "dalian.inpatient-rounding": "down", "dalian.burden-beyond-limits": "not-counted" },
    facts: {
      ...inHospital({ admitted: "2022-03-01", level: "grassroots", cost: "301.01" }),
      earlierPool: "250000",
      earlierSupplementary: "349999.10",
      earlierBurden: "10000",
    },
    expected: {
      groups: { "第1次 2022年3月1日": { pool: "0.00", supplementary: "0.90", subsidy: "120.04", own: "180.07" } },
      steps: { "beyondLimits.1": null },
    },
  },
  {
    // each stay: 50,000 × 85 % = 42,500, own 850 + 7,500 = 8,350; 16,700 in all, 5,300 above 11,400: × 75 % = 3,975
    title: "read by insurance year, a year has two thresholds: that of 2024 for the stay of 2024",
    rule: "DL-12",
    asOf: "2026-03-02",
    readings: { "dalian.inpatient-year": "insurance-year" },
    facts: inHospital(
      { admitted: "2023-10-10", level: "third", cost: "50850" },
      { admitted: "2024-03-01", level: "third", cost: "50850" },
    ),
    expected: {
      groups: {
        "第1次 2023年10月10日": { pool: "42500.00", own: "8350.00" },
        "第2次 2024年3月1日": { pool: "42500.00", largeSum: "3975.00", own: "4375.00" },
      },
    },
  },
  {
    title: "2020, of the subsidy the office knows the threshold alone",
    rule: "DL-12",
    asOf: "2026-03-02",
    officeFigures: [of2020("dalian.pool-limit", "250000"), of2020("dalian.subsidy-threshold", "10000")],
    facts: inHospital({ admitted: "2020-05-10", level: "grassroots", cost: "1000" }),
    expected: { outcome: "figure-missing", missing: ["dalian.subsidy-ratio 2020-05-10"] },
  },
  {
    title: "2020, of the supplement the office knows the limit alone",
    rule: "DL-12",
    asOf: "2026-03-02",
    officeFigures: [of2020("dalian.pool-limit", "250000"), of2020("dalian.supplementary-limit", "350000")],
    facts: { ...inHospital({ admitted: "2020-05-10", level: "grassroots", cost: "1000" }), earlierPool: "250000" },
    expected: { outcome: "figure-missing", missing: ["dalian.supplementary-ratio 2020-05-10"] },
  },
];

const TO_COME = "a month to come, and another answer that would not go with it: the month is what is wrong";
export const SELDOM_CARD_CASES: readonly GoldenCase[] = [
  {
    title: TO_COME,
    rule: "DH-07",
    asOf: "2011-05-31",
    facts: { period: "2011-06", insuredInCity: true, paper: "identity-card", appliedOn: "2011-05-25" },
    expected: { errors: ["period conflict"] },
  },
];

export const SELDOM_UNEMPLOYMENT_CASES: readonly GoldenCase[] = [
  {
    title: TO_COME,
    rule: "DH-11",
    asOf: "2010-05-31",
    facts: { period: "2010-06", optsIn: true, benefitFrom: "2010-07", interrupted: false },
    expected: { errors: ["period conflict"] },
  },
];

/** 4,000 × 2.8 % = 112.00. */
export const SELDOM_CREDIT_CASES: readonly GoldenCase[] = [
  {
    title: "born on the last day of the month: possible",
    rule: "DH-02",
    asOf: "2026-03-05",
    facts: { capacity: "unit", wage: "4000", area: "inner", birthDate: "2011-06-30", period: "2011-06" },
    expected: { outcome: "granted", information: { credit: "112.00" } },
  },
  {
    title: "until the month is told nothing is asked of a unit's employee",
    rule: "DH-02",
    asOf: "2026-03-05",
    facts: { capacity: "unit" },
    expected: { unanswered: ["period"], notAsked: ["birthDate", "wage", "area", "pension"] },
  },
  {
    title: "… nor until the capacity is",
    rule: "DH-02",
    asOf: "2026-03-05",
    facts: { period: "2011-06" },
    expected: { unanswered: ["capacity"], notAsked: ["birthDate", "wage", "area", "pension"] },
  },
];
