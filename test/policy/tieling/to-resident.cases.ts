/**
 * TL-08 and TL-02 by hand: from the employee to the resident scheme, whose payment is for a calendar year and ends on 31 December.
 * Until 2024 the notice's days: 2024-08-10 + 30: 22 to 1 September, 8 more: 2024-09-09; + 90: 22, 30 to 1 October, 31 to 1 November,
 * 7 more: 2024-11-08. From 2025 three months: 2025-08-10 → 2025-11-10.
 */
import type { GoldenCase } from "../golden.ts";
import { office } from "./office.ts";

const change = (direction: string, continuousMonths: number, lastPaid: string, paidOn?: string) => ({
  direction,
  assisted: "none",
  continuousMonths,
  lastPaid,
  ...(paidOn === undefined ? {} : { paidOn }),
});
const tl08 = (golden: Omit<GoldenCase, "rule">): GoldenCase => ({ rule: "TL-08", ...golden });

export const TO_RESIDENT_CASES: readonly GoldenCase[] = [
  tl08({
    title: "two years, paid in November: for the coming year, from 1 January to its end",
    asOf: "2025-11-20",
    facts: change("unit-to-resident", 24, "2025-10", "2025-11-20"),
    expected: {
      outcome: "granted",
      steps: { insuredYearNumber: 2026, inPeriod: 1, gapMonths: 0, continuous: 24 },
      dates: { treatmentFrom: "2026-01-01", waitingLast: null, treatmentUntil: "2026-12-31" },
      coverage: ["covered 2025-10-01..2025-10-31", "gap 2025-11-01..2025-12-31", "covered 2026-01-01..2026-12-31"],
      headline: "可以转，没有等待期，2026年1月1日起享受待遇，到2026年12月31日",
      notices: ["stopTheOther", "forTheYear"],
      withoutNotices: ["waitTwoYears", "gapLost"],
      conflicts: [],
      next: ["tieling.resident-enrolment"],
      readings: ["tieling.concentrated-period"],
      assumed: ["insuredYear 缴费日期的下一年度"],
      materials: ["identity-card", "former-record"],
    },
  }),
  tl08({
    title: "the same said to be for the current year: from the payment to 31 December",
    asOf: "2025-11-20",
    facts: { ...change("unit-to-resident", 24, "2025-10"), insuredYear: "this-year" },
    expected: {
      dates: { treatmentFrom: "2025-11-20", treatmentUntil: "2025-12-31" },
      coverage: ["covered 2025-10-01..2025-10-31", "gap 2025-11-01..2025-11-19", "covered 2025-11-20..2025-12-31"],
    },
  }),
  tl08({
    title: "20 months, paid on 31 December: in the period nobody waits; 三(一)'s 90 days are told",
    asOf: "2025-12-31",
    facts: change("flexible-to-resident", 20, "2025-12", "2025-12-31"),
    expected: {
      outcome: "granted",
      steps: { missedYears: 0, residentWait: 0 },
      dates: { treatmentFrom: "2026-01-01", waitingLast: null },
      coverage: ["covered 2025-12-01..2025-12-31", "covered 2026-01-01..2026-12-31"],
      conflicts: ["tieling.change-to-resident"],
      next: ["tieling.resident-enrolment", "tieling.duplicate"],
      withoutNotices: ["waitTwoYears"],
    },
  }),
  tl08({
    title: "… and on 1 January: for the year begun, three months",
    asOf: "2026-01-01",
    facts: change("flexible-to-resident", 20, "2025-12"),
    expected: {
      steps: { insuredYearNumber: 2026, residentWait: 3 },
      dates: { treatmentFrom: "2026-04-01", waitingLast: "2026-03-31" },
      coverage: ["covered 2025-12-01..2025-12-31", "waiting 2026-01-01..2026-03-31", "covered 2026-04-01..2026-12-31"],
      notices: ["waitTwoYears"],
    },
  }),
  tl08({
    title: "1 October: the coming year; 30 September: the current one",
    asOf: "2025-10-01",
    facts: change("unit-to-resident", 30, "2025-09"),
    expected: { dates: { treatmentFrom: "2026-01-01" } },
  }),
  tl08({
    title: "30 September: from the payment",
    asOf: "2025-09-30",
    facts: change("unit-to-resident", 30, "2025-09"),
    expected: {
      dates: { treatmentFrom: "2025-09-30", treatmentUntil: "2025-12-31" },
      assumed: ["insuredYear 缴费日期的当年", "inAnnouncedPeriod 否"],
    },
  }),
  tl08({
    title: "two years and a gap of 3 in 2025: at once",
    asOf: "2025-08-10",
    facts: change("flexible-to-resident", 24, "2025-04"),
    expected: {
      steps: { gapMonths: 3 },
      dates: { treatmentFrom: "2025-08-10", waitingLast: null },
      readings: ["tieling.change-short-gap"],
      withoutNotices: ["shortGapPaid"],
      conflicts: [],
    },
  }),
  tl08({
    title: "the short gap read as payable: the strip and a notice say so, the day stays",
    asOf: "2025-08-10",
    readings: { "tieling.change-short-gap": "back-paid" },
    facts: change("flexible-to-resident", 24, "2025-04"),
    expected: { dates: { treatmentFrom: "2025-08-10" }, notices: ["shortGapPaid"], readings: ["tieling.change-short-gap"] },
  }),
  tl08({
    title: "two years and a gap of 4 in 2025: the national three months, not the notice's 30 days",
    asOf: "2025-08-10",
    facts: change("flexible-to-resident", 36, "2025-03"),
    expected: {
      steps: { gapMonths: 4, missedYears: 0, residentWait: 3 },
      dates: { treatmentFrom: "2025-11-10", waitingLast: "2025-11-09", treatmentUntil: "2025-12-31" },
      coverage: [
        "covered 2025-03-01..2025-03-31",
        "gap 2025-04-01..2025-08-09",
        "waiting 2025-08-10..2025-11-09",
        "covered 2025-11-10..2025-12-31",
      ],
      conflicts: ["tieling.change-to-resident"],
      notices: ["payInPeriod", "gapLost"],
      withoutNotices: ["waitTwoYears"],
    },
  }),
  tl08({
    title: "… in 2024: 30 days",
    asOf: "2024-08-10",
    facts: change("flexible-to-resident", 36, "2024-03"),
    expected: {
      dates: { treatmentFrom: "2024-09-09", treatmentUntil: "2024-12-31" },
      conflicts: [],
      headline: "可以转，等待 30 天，2024年9月9日起享受待遇，到2024年12月31日",
    },
  }),
  tl08({
    title: "23 months in 2024: 90 days",
    asOf: "2024-08-10",
    facts: change("unit-to-resident", 23, "2024-07"),
    expected: { dates: { treatmentFrom: "2024-11-08" }, notices: ["waitTwoYears"] },
  }),
  tl08({
    title: "23 months in the period of 2023: none, and the reading is shown",
    asOf: "2023-11-15",
    facts: change("unit-to-resident", 23, "2023-10"),
    expected: { dates: { treatmentFrom: "2024-01-01", waitingLast: null }, readings: ["tieling.change-in-period"] },
  }),
  tl08({
    // 2023-11-15 + 90: 16 to 1 December, 31, 31 to 1 February, 12 more
    title: "… read by the change: 90 days",
    asOf: "2023-11-15",
    readings: { "tieling.change-in-period": "change-rule" },
    facts: change("unit-to-resident", 23, "2023-10"),
    expected: {
      dates: { treatmentFrom: "2024-02-13" },
      coverage: [
        "covered 2023-10-01..2023-10-31",
        "gap 2023-11-01..2023-11-14",
        "waiting 2023-11-15..2024-02-12",
        "covered 2024-02-13..2024-12-31",
      ],
    },
  }),
  tl08({
    // 30 days end on 14 December, before the year begins
    title: "… 30 days are over before the year begins",
    asOf: "2023-11-15",
    readings: { "tieling.change-in-period": "change-rule" },
    facts: change("unit-to-resident", 24, "2023-05"),
    expected: {
      dates: { treatmentFrom: "2024-01-01", waitingLast: "2023-12-14" },
      coverage: [
        "covered 2023-05-01..2023-05-31",
        "gap 2023-06-01..2023-11-14",
        "waiting 2023-11-15..2023-12-14",
        "not-covered 2023-12-15..2023-12-31",
        "covered 2024-01-01..2024-12-31",
      ],
    },
  }),
  tl08({
    title: "24 months in the period: no reading is needed",
    asOf: "2023-11-15",
    facts: change("unit-to-resident", 24, "2023-10"),
    expected: { dates: { treatmentFrom: "2024-01-01" }, withoutReadings: ["tieling.change-in-period"] },
  }),
  tl08({
    // last insured 2023; missed 2024 and 2025: 3 + 2
    title: "left two years ago: missed years count",
    asOf: "2026-03-10",
    facts: change("unit-to-resident", 60, "2023-12"),
    expected: {
      assumed: ["repairedYears 0", "insuredYear 缴费日期的当年", "inAnnouncedPeriod 否"],
      steps: { lastInsuredYear: 2023, missedYears: 2, residentWait: 5, residentWaitOther: 4 },
      dates: { treatmentFrom: "2026-08-10", otherTreatmentFrom: "2026-07-10" },
      notices: ["canRepair", "twoReadings", "span"],
    },
  }),
  tl08({
    title: "… one of them paid for",
    asOf: "2026-03-10",
    facts: { ...change("unit-to-resident", 60, "2023-12"), repairedYears: 1 },
    expected: { steps: { residentWait: 4 }, dates: { treatmentFrom: "2026-07-10" } },
  }),
  tl08({
    title: "… more paid for than missed",
    asOf: "2026-03-10",
    facts: { ...change("unit-to-resident", 60, "2023-12"), repairedYears: 3 },
    expected: { errors: ["repairedYears conflict"] },
  }),
  tl08({
    title: "left in March, pays in November for the next year: a part of a year counts as insured",
    asOf: "2025-11-10",
    facts: change("unit-to-resident", 12, "2025-03"),
    expected: {
      steps: { lastInsuredYear: 2025, missedYears: 0 },
      dates: { treatmentFrom: "2026-01-01" },
      readings: ["tieling.part-year-insured"],
    },
  }),
  tl08({
    title: "… read as missed: 3 + 1 months from the payment",
    asOf: "2025-11-10",
    readings: { "tieling.part-year-insured": "missed" },
    facts: change("unit-to-resident", 12, "2025-03"),
    expected: {
      steps: { lastInsuredYear: 2024, missedYears: 1, residentWait: 4 },
      dates: { treatmentFrom: "2026-03-10" },
      readings: ["tieling.part-year-insured"],
    },
  }),
  tl08({
    title: "insured up to December: no part of a year",
    asOf: "2026-03-10",
    facts: change("unit-to-resident", 12, "2024-12"),
    expected: { steps: { missedYears: 1 }, withoutReadings: ["tieling.part-year-insured"] },
  }),
  tl08({
    title: "paid in January in a period that runs on: from 1 January",
    asOf: "2026-01-20",
    facts: { ...change("unit-to-resident", 20, "2025-12"), inAnnouncedPeriod: true },
    expected: {
      dates: { treatmentFrom: "2026-01-01", waitingLast: null },
      coverage: ["covered 2025-12-01..2025-12-31", "covered 2026-01-01..2026-12-31"],
      notices: ["latePeriod"],
    },
  }),
  tl08({
    title: "three months from October of the current year: nothing of it is left",
    asOf: "2025-10-05",
    facts: { ...change("unit-to-resident", 20, "2025-09"), insuredYear: "this-year" },
    expected: {
      // a first day beyond the year that was paid for is none
      dates: { treatmentFrom: null, treatmentUntil: null, waitingLast: "2026-01-04" },
      notices: ["yearLost"],
      headline: "可以转，但等待期满已过所缴年度，2025 年没有待遇",
      coverage: ["covered 2025-09-01..2025-09-30", "gap 2025-10-01..2025-10-04", "waiting 2025-10-05..2026-01-04"],
    },
  }),
  tl08({
    title: "the employee month is paid, the wait begins in it: a reading says whether it still covers",
    asOf: "2025-06-10",
    facts: change("unit-to-resident", 20, "2025-06"),
    expected: {
      coverage: ["covered 2025-06-01..2025-06-09", "waiting 2025-06-10..2025-09-09", "covered 2025-09-10..2025-12-31"],
      readings: ["tieling.old-cover-in-wait"],
    },
  }),
  tl08({
    title: "… it does: to the month's end",
    asOf: "2025-06-10",
    readings: { "tieling.old-cover-in-wait": "goes-on" },
    facts: change("unit-to-resident", 20, "2025-06"),
    expected: {
      coverage: ["covered 2025-06-01..2025-06-30", "waiting 2025-07-01..2025-09-09", "covered 2025-09-10..2025-12-31"],
    },
  }),
  tl08({
    // 2025-07-01 + 90: 31 to 1 August, 31 to 1 September, 28 more: 29 September
    title: "the resident year is paid to December, 90 days as an employee: a reading says whether it still covers",
    asOf: "2025-07-01",
    readings: { "tieling.old-cover-in-wait": "goes-on" },
    facts: change("resident-to-unit", 23, "2025-12"),
    expected: {
      dates: { treatmentFrom: "2025-09-29" },
      coverage: ["covered 2025-07-01..2025-09-28", "covered 2025-09-29.."],
      readings: ["tieling.old-cover-in-wait"],
    },
  }),
  tl08({
    title: "assisted: none, from the payment; to the year's end",
    asOf: "2025-08-10",
    facts: { direction: "unit-to-resident", assisted: "subsistence", lastPaid: "2025-01" },
    expected: {
      dates: { treatmentFrom: "2025-08-10", treatmentUntil: "2025-12-31" },
      notAsked: ["continuousMonths", "repairedYears", "inAnnouncedPeriod"],
      timeLimit: "随时可以转，不受居民医保集中缴费期限制",
      assumed: ["insuredYear 缴费日期的当年", "recognizedOn 2025年8月10日"],
      materials: ["identity-card", "former-record", "recognition-proof"],
    },
  }),
  tl08({
    title: "assisted, recognised in June: from then, as who enrols anew",
    asOf: "2025-08-10",
    facts: { direction: "unit-to-resident", assisted: "subsistence", recognizedOn: "2025-06-15", lastPaid: "2025-01" },
    expected: { dates: { treatmentFrom: "2025-06-15" } },
  }),
  tl08({
    title: "severely disabled: from the payment, the recognition is not asked for",
    asOf: "2025-08-10",
    facts: { direction: "unit-to-resident", assisted: "disabled", lastPaid: "2025-01" },
    expected: { dates: { treatmentFrom: "2025-08-10" }, notAsked: ["recognizedOn"] },
  }),
  tl08({
    title: "recognised tomorrow",
    asOf: "2025-08-10",
    facts: { direction: "unit-to-resident", assisted: "subsistence", recognizedOn: "2025-08-11", lastPaid: "2025-01" },
    expected: { errors: ["recognizedOn conflict"] },
  }),
  tl08({
    title: "recognised in the year after the one that was paid for",
    asOf: "2026-08-10",
    facts: {
      direction: "unit-to-resident",
      assisted: "subsistence",
      recognizedOn: "2026-01-01",
      paidOn: "2025-08-10",
      lastPaid: "2025-01",
    },
    expected: { errors: ["recognizedOn conflict"] },
  }),
  tl08({
    title: "recognised on the last day of the year that was paid for",
    asOf: "2026-08-10",
    facts: {
      direction: "unit-to-resident",
      assisted: "subsistence",
      recognizedOn: "2025-12-31",
      paidOn: "2025-08-10",
      lastPaid: "2025-01",
    },
    expected: { dates: { treatmentFrom: "2025-12-31", treatmentUntil: "2025-12-31" } },
  }),
  tl08({
    title: "a unit cannot have paid for next month",
    asOf: "2025-08-10",
    facts: change("unit-to-resident", 24, "2025-09"),
    expected: { errors: ["lastPaid conflict"] },
  }),
  tl08({
    title: "a flexible worker has paid the year in advance: covered by it until the resident year begins",
    asOf: "2025-11-10",
    facts: change("flexible-to-resident", 36, "2025-12"),
    expected: {
      dates: { treatmentFrom: "2026-01-01" },
      coverage: ["covered 2025-11-01..2025-12-31", "covered 2026-01-01..2026-12-31"],
    },
  }),
  tl08({
    title: "paid for 2025 in 2024 after missed years: a reading says whether the national rule binds already",
    asOf: "2024-11-20",
    facts: change("unit-to-resident", 60, "2021-12"),
    expected: { dates: { treatmentFrom: "2025-01-01" }, readings: ["tieling.national-rule-start"] },
  }),
  tl08({
    // missed 2022, 2023, 2024: 3 + 3 months
    title: "… it does: 6 months",
    asOf: "2024-11-20",
    readings: { "tieling.national-rule-start": "insured-year" },
    facts: change("unit-to-resident", 60, "2021-12"),
    expected: { steps: { missedYears: 3, residentWait: 6 }, dates: { treatmentFrom: "2025-05-20" } },
  }),
];

const PREMIUM = [2024, 2025, 2026, 2027].map((year) =>
  office("tieling.resident-premium", "400", `${year}-01-01`, `${year}-12-31`),
);
const local = { household: true, assisted: "none" } as const;
const tl02 = (golden: Omit<GoldenCase, "rule" | "officeFigures">): GoldenCase => ({
  rule: "TL-02",
  officeFigures: PREMIUM,
  ...golden,
});
const employee = (continuousMonths: number, lastPaid: string) => ({
  ...local,
  fromEmployee: true,
  lastPaid,
  continuousMonths,
});

/** The same persons asked as residents who enrol: the same days. */
export const FORMER_EMPLOYEE_CASES: readonly GoldenCase[] = [
  tl02({
    title: "from the employee scheme, two years and a gap of 3: at once",
    asOf: "2025-08-10",
    facts: employee(24, "2025-04"),
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-08-10", waitingLast: null, treatmentUntil: "2025-12-31" },
      notAsked: ["insuredBefore", "lastYear", "repairedYears"],
      materials: ["identity-card", "household-register", "employee-record"],
      due: { yearPremium: "400.00" },
      conflicts: [],
    },
  }),
  tl02({
    title: "from the employee scheme, two years and a gap of 4: three months",
    asOf: "2025-08-10",
    facts: employee(24, "2025-03"),
    expected: { dates: { treatmentFrom: "2025-11-10" }, conflicts: ["tieling.change-to-resident"] },
  }),
  tl02({
    title: "from the employee scheme in 2024 after 23 months: 90 days",
    asOf: "2024-08-10",
    facts: employee(23, "2024-07"),
    expected: {
      dates: { treatmentFrom: "2024-11-08" },
      conflicts: [],
      headline: "可以参保，等待 90 天，2024年11月8日起享受待遇",
    },
  }),
  tl02({
    title: "still paid as an employee: two relations to sort out",
    asOf: "2025-08-10",
    facts: employee(24, "2025-08"),
    expected: { dates: { treatmentFrom: "2025-08-10" }, next: ["tieling.duplicate"] },
  }),
  tl02({
    title: "insured last year, not said to come from the employee scheme: it is pointed out",
    asOf: "2026-03-10",
    facts: { ...local, insuredBefore: true, lastYear: 2025 },
    expected: {
      dates: { treatmentFrom: "2026-06-10" },
      notices: ["fromEmployee"],
      next: [],
      assumed: ["insuredYear 缴费日期的当年", "inAnnouncedPeriod 否", "fromEmployee 否"],
    },
  }),
  tl02({
    title: "… nor when that is answered, or long ago",
    asOf: "2026-03-10",
    facts: { ...local, fromEmployee: false, insuredBefore: true, lastYear: 2025 },
    expected: { dates: { treatmentFrom: "2026-06-10" }, withoutNotices: ["fromEmployee"] },
  }),
  tl02({
    title: "insured years ago: no word of it",
    asOf: "2026-03-10",
    facts: { ...local, insuredBefore: true, lastYear: 2024, repairedYears: 0 },
    expected: { withoutNotices: ["fromEmployee", "sameYear"] },
  }),
  // --- which year, and which period
  tl02({
    title: "paid in November, the year is not said: the coming one",
    asOf: "2025-11-10",
    facts: { ...local, insuredBefore: true, lastYear: 2025 },
    expected: { steps: { isNextYear: 1, inPeriod: 1 }, dates: { treatmentFrom: "2026-01-01" } },
  }),
  tl02({
    title: "paid in February in a period that runs on: none, from 1 January, without any other reading",
    asOf: "2026-02-28",
    facts: { ...local, inAnnouncedPeriod: true, insuredBefore: true, lastYear: 2025 },
    expected: {
      steps: { residentWait: 0 },
      dates: { treatmentFrom: "2026-01-01", waitingLast: null, treatmentUntil: "2026-12-31" },
      coverage: ["covered 2026-01-01..2026-12-31"],
      readings: ["tieling.late-period-start"],
      notices: ["latePeriod"],
    },
  }),
  tl02({
    title: "… read to count from the payment",
    asOf: "2026-02-28",
    readings: { "tieling.late-period-start": "payment" },
    facts: { ...local, inAnnouncedPeriod: true, insuredBefore: true, lastYear: 2025 },
    expected: { dates: { treatmentFrom: "2026-02-28" } },
  }),
  tl02({
    title: "… the same in 2024 under the notice",
    asOf: "2024-02-20",
    facts: { ...local, inAnnouncedPeriod: true },
    expected: { dates: { treatmentFrom: "2024-01-01", waitingLast: null } },
  }),
  tl02({
    title: "… and outside it: three months",
    asOf: "2026-02-28",
    facts: { ...local, inAnnouncedPeriod: false, insuredBefore: true, lastYear: 2025 },
    expected: { dates: { treatmentFrom: "2026-05-28" } },
  }),
  // --- all readings together
  tl02({
    // missed 2023, 2024. Shortest: years before 2025 do not count, 3 months from 12 May. Longest: 5 months, counted from the next day
    title: "the span of all readings: 12 August to 13 October",
    asOf: "2025-05-12",
    facts: { ...local, insuredBefore: true, lastYear: 2022, repairedYears: 0 },
    expected: {
      dates: {
        treatmentFrom: "2025-10-12",
        otherTreatmentFrom: "2025-09-12",
        earliestTreatmentFrom: "2025-08-12",
        latestTreatmentFrom: "2025-10-13",
      },
      notices: ["span"],
    },
  }),
  tl02({
    // missed 2025, 2026. Shortest: the first year free, 4 months from 15 November; longest: 5 months from 1 January
    title: "the span for the coming year: 15 March to 1 June",
    asOf: "2026-11-15",
    facts: { ...local, insuredYear: "next-year", insuredBefore: true, lastYear: 2024, repairedYears: 0 },
    expected: {
      dates: {
        treatmentFrom: "2027-04-15",
        otherTreatmentFrom: "2027-03-15",
        earliestTreatmentFrom: "2027-03-15",
        latestTreatmentFrom: "2027-06-01",
      },
      notices: ["twoReadings", "span"],
    },
  }),
  tl02({
    // the worked example of another city: two missed years, four months from 1 January
    title: "the first year free and counted from 1 January: 1 May",
    asOf: "2026-11-15",
    readings: { "tieling.first-missed-year": "free", "tieling.resident-waiting-start": "year-start" },
    facts: { ...local, insuredYear: "next-year", insuredBefore: true, lastYear: 2024, repairedYears: 0 },
    expected: { dates: { treatmentFrom: "2027-05-01", earliestTreatmentFrom: "2027-03-15", latestTreatmentFrom: "2027-06-01" } },
  }),
  tl02({
    title: "counted from 1 January the day of payment is no question",
    asOf: "2026-11-15",
    readings: { "tieling.waiting-day-count": "next-day", "tieling.resident-waiting-start": "year-start" },
    facts: { ...local, insuredYear: "next-year", insuredBefore: true, lastYear: 2024, repairedYears: 0 },
    expected: { dates: { treatmentFrom: "2027-06-01" } },
  }),
  tl02({
    title: "one reading alone is no span",
    asOf: "2026-03-10",
    facts: { ...local, insuredBefore: false },
    expected: { dates: { earliestTreatmentFrom: null, latestTreatmentFrom: null }, withoutNotices: ["span"] },
  }),
  // --- which rule for 2025 paid in 2024
  tl02({
    title: "2025 paid for in 2024 after missed years: none, and a reading says whether the national rule binds",
    asOf: "2024-11-20",
    facts: local,
    expected: { dates: { treatmentFrom: "2025-01-01" }, readings: ["tieling.national-rule-start"], notAsked: ["insuredBefore"] },
  }),
  tl02({
    title: "… it does: the years are asked for",
    asOf: "2024-11-20",
    readings: { "tieling.national-rule-start": "insured-year" },
    facts: local,
    expected: { unanswered: ["insuredBefore"] },
  }),
  tl02({
    // missed 2023 and 2024: 3 + 2 months from 20 November
    title: "… 5 months",
    asOf: "2024-11-20",
    readings: { "tieling.national-rule-start": "insured-year" },
    facts: { ...local, insuredBefore: true, lastYear: 2022, repairedYears: 0 },
    expected: { dates: { treatmentFrom: "2025-04-20" } },
  }),
];
