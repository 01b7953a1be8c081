/** What is told only now and then, by hand (CQ-16, CQ-03): readings that take a year away, periods of a year that nobody published. */
import type { GoldenCase } from "../golden.ts";
import { OFFICE_2026 } from "./premium.cases.ts";

const FIRST_YEAR = "chongqing.first-missed-year";
const resident = {
  household: true,
  otherRelation: false,
  assisted: "none",
  newborn: false,
  fromEmployee: false,
  tier: "first",
  insuredYear: "this-year",
  inAnnouncedPeriod: false,
} as const;
/** Insured last in 2019: 2020 to 2025 are missed, six years, of which 2025 alone counts by another reading. */
const longAway = { ...resident, insuredBefore: true, lastYear: "2019", repairedYears: "0" } as const;

export const SELDOM_RESIDENT_CASES: readonly GoldenCase[] = [
  {
    // 10 April + 3 + 6 months is 10 January 2027, + 3 + 5 is 10 December; with 2025 alone 3 + 0: 10 July
    title: "six missed years: the year is lost, but not by the other reading of the first one",
    rule: "CQ-16",
    asOf: "2026-04-10",
    facts: longAway,
    expected: {
      outcome: "granted",
      steps: { missedYears: 6, residentWait: 9, residentWaitOther: 8 },
      dates: {
        treatmentFrom: null,
        otherTreatmentFrom: "2026-12-10",
        earliestTreatmentFrom: "2026-07-10",
        latestTreatmentFrom: null,
      },
      notices: ["yearLost", "onlyOther", "spanLost"],
      withoutNotices: ["twoReadings", "otherLost"],
    },
  },
  {
    title: "… and the other way round: from 10 December, lost by the other reading",
    rule: "CQ-16",
    asOf: "2026-04-10",
    readings: { [FIRST_YEAR]: "free" },
    facts: longAway,
    expected: {
      dates: { treatmentFrom: "2026-12-10", otherTreatmentFrom: null, earliestTreatmentFrom: "2026-07-10" },
      notices: ["otherLost", "spanLost"],
      withoutNotices: ["twoReadings", "onlyOther", "yearLost"],
    },
  },
  {
    title: "February 2026: whether there is a grace as in 2025 nobody published; three months until then",
    rule: "CQ-16",
    asOf: "2026-02-10",
    facts: { ...resident, insuredBefore: false },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2026-05-10", waitingLast: "2026-05-09" },
      notices: ["graceUnknown"],
      withoutNotices: ["closingUnknown"],
    },
  },
  {
    title: "March 2026: no month of grace",
    rule: "CQ-16",
    asOf: "2026-03-10",
    facts: { ...resident, insuredBefore: false },
    expected: { dates: { treatmentFrom: "2026-06-10" }, withoutNotices: ["graceUnknown"] },
  },
  {
    title: "New Year's day of 2025, on which the national rule begins: in the month of grace, from 1 February",
    rule: "CQ-16",
    asOf: "2025-01-01",
    readings: { "chongqing.national-rule-start": "payment" },
    facts: { ...resident, insuredBefore: false },
    expected: { outcome: "granted", dates: { treatmentFrom: "2025-02-01" } },
  },
  {
    // 2024 and 2025 are missed: three months and two more
    title: "born in the year for which somebody was insured last",
    rule: "CQ-16",
    asOf: "2026-04-10",
    facts: { ...resident, birthDate: "2023-03-01", insuredBefore: true, lastYear: "2023", repairedYears: "0" },
    expected: { outcome: "granted", steps: { missedYears: 2 }, dates: { treatmentFrom: "2026-09-10" } },
  },
];

const SHORT = "chongqing.short-membership";
const RETIREE = {
  direction: "resident-to-unit",
  otherRelation: false,
  lastPaid: "2025-02",
  continuousMonths: "24",
  retired: true,
} as const;

export const SELDOM_CHANGE_CASES: readonly GoldenCase[] = [
  {
    // June to September: four months between; three months from 15 October end with 14 January
    title: "to the residents in October 2026 for that year: lost, and whether it is closed nobody published",
    rule: "CQ-16",
    asOf: "2026-10-15",
    facts: {
      direction: "unit-to-resident",
      otherRelation: false,
      lastPaid: "2026-05",
      continuousMonths: "30",
      retired: false,
      insuredYear: "this-year",
      subsidy: "800",
    },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: null, waitingLast: "2027-01-14" },
      headlineId: "yearLost",
      notices: ["closingUnknown", "yearLost"],
    },
  },
  {
    title: "the office has the first day of the period alone: paid in the fourth quarter, for the next year",
    rule: "CQ-16",
    asOf: "2026-10-10",
    officeFigures: [
      {
        figure: "chongqing.resident-period-from",
        from: "2027-01-01",
        to: "2027-12-31",
        value: "2026-09-15",
        document: "测试文件",
        note: "",
        enteredOn: "2026-10-08",
      },
    ],
    facts: {
      direction: "unit-to-resident",
      otherRelation: false,
      lastPaid: "2026-09",
      continuousMonths: "30",
      retired: false,
      tier: "first",
      inAnnouncedPeriod: true,
    },
    expected: { dates: { treatmentFrom: "2027-01-01" } },
  },
  {
    title: "individual to unit, one month between: none, the gap is a reading",
    rule: "CQ-03",
    asOf: "2025-06-10",
    facts: { direction: "flexible-to-unit", otherRelation: false, lastPaid: "2025-04" },
    expected: {
      dates: { treatmentFrom: "2025-06" },
      steps: { gapMonths: 1 },
      readings: ["chongqing.short-gap"],
      coverage: ["contributed 2025-04..2025-04", "gap 2025-05..2025-05", "covered 2025-06.."],
    },
  },
  {
    // two years in one scheme spare the wait, but not a retiree: June to November
    title: "a retiree to a unit after 24 months: six months, a reading",
    rule: "CQ-03",
    asOf: "2025-06-10",
    facts: RETIREE,
    expected: { dates: { treatmentFrom: "2025-12" }, readings: [SHORT], options: {} },
  },
  {
    title: "… read as no wait",
    rule: "CQ-03",
    asOf: "2025-06-10",
    readings: { [SHORT]: "no-wait" },
    facts: RETIREE,
    expected: { dates: { treatmentFrom: "2025-06", waitingLast: null }, readings: [SHORT], options: {} },
  },
];

export const SELDOM_ENROLMENT_CASES: readonly GoldenCase[] = [
  {
    // registered elsewhere, 55 on 20 May 2022: she pays, and is treated, until that month; February to April are the gap
    title: "joins in the very month in which she comes of age: covered for that month, if the gap is paid",
    rule: "CQ-03",
    asOf: "2022-05-19",
    facts: {
      household: false,
      permit: false,
      sex: "female",
      birthDate: "1967-05-20",
      chongqingPension: false,
      otherRelation: false,
      firstTime: false,
      fromResident: true,
      lastPaid: "2022-01",
      continuousMonths: "60",
      retired: false,
      tier: "second",
      paidOn: "2022-05-12",
    },
    expected: {
      outcome: "granted",
      steps: { gapMonths: 3 },
      dates: { treatmentFrom: "2022-05", limitDay: "2022-05-20" },
      headline: "可以参保；补缴中断的 3 个月，不用等待",
    },
  },
  {
    title: "born today: nobody is born after today, and 16 on 10 June 2041",
    rule: "CQ-03",
    asOf: "2025-06-10",
    facts: {
      household: true,
      otherRelation: false,
      firstTime: true,
      fromResident: false,
      fromUnit: false,
      tier: "first",
      birthDate: "2025-06-10",
    },
    expected: { outcome: "not-yet", failed: ["lowestAge"], remedies: ["date 2041-06-10"] },
  },
];

const WITHOUT_RATES = OFFICE_2026.filter(({ figure }) => !figure.endsWith("-rate"));

export const SELDOM_PREMIUM_CASES: readonly GoldenCase[] = [
  {
    title: "2026, the office has the base and not yet the rate: the rate alone is missing",
    rule: "CQ-01",
    asOf: "2026-01-01",
    officeFigures: WITHOUT_RATES,
    facts: { tier: "first" },
    expected: {
      outcome: "figure-missing",
      due: { careByBank: "125.00" },
      missing: ["chongqing.first-tier-rate 2026-01-01"],
    },
  },
];

export const SELDOM_REFUND_CASES: readonly GoldenCase[] = [
  {
    title: "died on the day of processing itself: 3075",
    rule: "CQ-05",
    asOf: "2025-01-10",
    facts: { reason: "died", tier: "first", deathDate: "2025-01-10" },
    expected: { outcome: "granted", due: { deathRefund: "3075.00" } },
  },
];

/** As in the retirement cases: he retires in 2025-07, and needs 360 months, or 240 of both places. */
const man = { sex: "male", birthDate: "1965-05-20", way: "no-pension-here", capacity: "unit" } as const;
const individual = { ...man, capacity: "flexible", tier: "second" } as const;
const FROM_2015 = { periods: [{ from: "2015-08", to: "2025-07" }] } as const;

export const SELDOM_RETIREMENT_CASES: readonly GoldenCase[] = [
  {
    title: "2026, the office has the base of the top-up and not yet the rate: the rate alone is missing",
    rule: "CQ-09",
    asOf: "2026-02-01",
    officeFigures: WITHOUT_RATES,
    facts: { ...individual, contributed: { months: 340 }, shortfallWay: "pay-now" },
    expected: { outcome: "figure-missing", due: {}, missing: ["chongqing.second-tier-rate 2026-02-01"] },
  },
  {
    title: "born today: nobody is born after today, and not yet of age",
    rule: "NX-01",
    asOf: "2025-07-15",
    facts: { ...man, birthDate: "2025-07-15", contributed: { months: 0 } },
    expected: { outcome: "not-yet", failed: ["age"] },
  },
  {
    // 1981-05 … 1990-06 are 110 months
    title: "Chengdu from the month of the 16th birthday on: 130 here and 110 there",
    rule: "CQ-15",
    asOf: "2025-07-15",
    facts: { ...man, contributed: { months: 130 }, chengduMonths: { periods: [{ from: "1981-05", to: "1990-06" }] } },
    expected: { outcome: "granted", steps: { bothMonths: 240 }, dates: { retiredFrom: "2025-08" } },
  },
  {
    title: "120 each, only those of Chengdu drawn: here is assumed, and said to be",
    rule: "CQ-15",
    asOf: "2025-07-15",
    facts: { ...man, contributed: { months: 120 }, chengduMonths: FROM_2015 },
    expected: {
      outcome: "granted",
      assumed: ["transferred 0 个月", "deemedMonths 0", "service 0 个月", "lastPaidAt 重庆"],
    },
  },
  {
    // 130 + 220 = 350 of 360; 130 + 100 = 230 of 240; moved here the 100 make it 450
    title: "ten months missing by either rule: Chongqing's own",
    rule: "CQ-15",
    asOf: "2025-07-15",
    facts: { ...individual, contributed: { months: 130 }, transferred: { months: 220 }, chengduMonths: { months: 100 } },
    expected: { outcome: "choice", failed: ["cumulativeYears"], steps: { shortfall: 10 }, notices: ["moveChengdu"] },
  },
  {
    // 132 here and 60 there, 12 of them twice: 180 of 240; moved here 48 count, and 108 − 48 = 60 of 360 are missing as well
    title: "moving Chengdu's months here would spare nothing where twelve of them were paid here, too",
    rule: "CQ-15",
    asOf: "2025-07-15",
    facts: {
      ...individual,
      contributed: { periods: [{ from: "2010-01", to: "2020-12" }] },
      transferred: { months: 120 },
      chengduMonths: { periods: [{ from: "2020-01", to: "2024-12" }] },
    },
    expected: { outcome: "choice", steps: { bothTwice: 12, shortfall: 60 }, withoutNotices: ["moveChengdu"] },
  },
  {
    title: "2013, the office has the months here and not those in all: those alone are missing",
    rule: "CQ-09",
    asOf: "2013-12-31",
    officeFigures: [
      {
        figure: "chongqing.retirement-local-months",
        from: "2013-01-01",
        to: "2013-12-31",
        value: "120",
        document: "测试文件",
        note: "",
        enteredOn: "2026-01-05",
      },
    ],
    facts: { ...man, birthDate: "1953-05-20", contributed: { months: 340 } },
    expected: { outcome: "figure-missing", missing: ["chongqing.retirement-months-man 2013-12-31"] },
  },
  {
    title: "while the months from elsewhere are wrong, nobody is asked how to make up what is missing",
    rule: "CQ-09",
    asOf: "2025-11-15",
    facts: {
      ...individual,
      contributed: { months: 100 },
      transferred: { periods: [{ from: "2012-11", to: "2026-12" }] },
      deemedMonths: "6",
    },
    expected: { errors: ["transferred type"], notAsked: ["shortfallWay"] },
  },
];
