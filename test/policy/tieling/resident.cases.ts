/**
 * TL-02 and TL-03 by hand. Premiums are invented and entered by the office. The day of payment is the first day of the wait.
 * 2023-09-30 + 90 days: 1 to 1 October, 31 to 1 November, 30 to 1 December, 28 more: 2023-12-29
 * 2024-01-15 + 90 days: 17 to 1 February, 29 to 1 March, 31 to 1 April, 13 more: 2024-04-14
 * 2023-01-15 + 90 days: the same without the leap day: 2023-04-15
 */
import type { GoldenCase } from "../golden.ts";
import { office } from "./office.ts";

const premium = (figure: string, year: number, value: string) => office(figure, value, `${year}-01-01`, `${year}-12-31`);
const RESIDENT = [2022, 2023, 2024, 2025, 2026, 2027].map((year) => premium("tieling.resident-premium", year, "400"));
const NEWBORN = [
  premium("tieling.newborn-premium", 2023, "320"),
  premium("tieling.newborn-premium", 2024, "350"),
  premium("tieling.newborn-premium", 2025, "380.50"),
  premium("tieling.newborn-premium", 2026, "400"),
];

type Case = Omit<GoldenCase, "rule" | "officeFigures"> & Partial<Pick<GoldenCase, "officeFigures">>;
const tl02 = (golden: Case): GoldenCase => ({ rule: "TL-02", officeFigures: RESIDENT, ...golden });
const tl03 = (golden: Case): GoldenCase => ({ rule: "TL-03", officeFigures: NEWBORN, ...golden });

const local = { household: true, assisted: "none" } as const;
/** Insured up to a year, and so many of the missed ones paid for now. */
const since = (lastYear: number, repairedYears = 0) => ({ ...local, insuredBefore: true, lastYear, repairedYears });
const nextYear = { insuredYear: "next-year" } as const;

export const RESIDENT_CASES: readonly GoldenCase[] = [
  tl02({
    title: "2023, concentrated period: none, from 1 January",
    asOf: "2023-11-15",
    facts: { ...local, ...nextYear },
    expected: {
      actuals: { residence: "户籍" },
      outcome: "granted",
      dates: { treatmentFrom: "2024-01-01", waitingLast: null, otherTreatmentFrom: null },
      coverage: ["covered 2024-01-01..2024-12-31"],
      due: { yearPremium: "400.00" },
      steps: { insuredYearNumber: 2024, "tieling.resident-treatment.answer": 0 },
      notAsked: ["insuredBefore", "inAnnouncedPeriod", "recognizedOn", "permit"],
      readings: ["tieling.concentrated-period"],
      withoutReadings: ["tieling.waiting-day-count"],
      withoutNotices: ["payInPeriod", "yearLost", "assistedPremium"],
      conflicts: [],
      materials: ["identity-card", "household-register"],
    },
  }),
  tl02({
    title: "1 October is the first day of the period",
    asOf: "2023-10-01",
    facts: { ...local, ...nextYear },
    expected: { dates: { treatmentFrom: "2024-01-01" } },
  }),
  tl02({
    title: "30 September is outside: 90 days",
    asOf: "2023-09-30",
    facts: local,
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2023-12-29", waitingLast: "2023-12-28" },
      coverage: ["waiting 2023-09-30..2023-12-28", "covered 2023-12-29..2023-12-31"],
      notAsked: ["insuredBefore", "recognizedOn"],
      notices: ["payInPeriod"],
      withoutNotices: ["yearLost", "canRepair"],
      headline: "可以参保，等待 90 天，2023年12月29日起享受待遇",
      conflicts: [],
    },
  }),
  tl02({
    title: "the 90 days counted from the next day",
    asOf: "2023-09-30",
    readings: { "tieling.waiting-day-count": "next-day" },
    facts: local,
    expected: { dates: { treatmentFrom: "2023-12-30", waitingLast: "2023-12-29" } },
  }),
  tl02({
    // 2024-02-29: 1 to 1 March, 31 to 1 April, 30 to 1 May, 28 more
    title: "paid on 29 February",
    asOf: "2024-02-29",
    facts: local,
    expected: { dates: { treatmentFrom: "2024-05-29" } },
  }),
  tl02({
    // 16 to 1 December, 31 to 1 January, 31 to 1 February, 12 more: in 2024, when the premium of 2023 is spent
    title: "the current year paid in the fourth quarter: the wait outlasts it",
    asOf: "2023-11-15",
    facts: { ...local, insuredYear: "this-year" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: null, waitingLast: "2024-02-12" },
      coverage: ["waiting 2023-11-15..2024-02-12"],
      notices: ["yearLost"],
      headline: "可以参保，但等待期满已过所缴年度，当年没有待遇",
    },
  }),
  tl02({
    title: "31 December 2024 is still under the notice",
    asOf: "2024-12-31",
    facts: { ...local, ...nextYear },
    expected: { dates: { treatmentFrom: "2025-01-01" }, notAsked: ["insuredBefore"], conflicts: [] },
  }),
  tl02({
    title: "1 January 2025: the national rule, fixed three months",
    asOf: "2025-01-01",
    facts: { ...local, insuredBefore: true, lastYear: 2024 },
    expected: {
      outcome: "granted",
      steps: { missedYears: 0, residentWait: 3 },
      dates: { treatmentFrom: "2025-04-01", waitingLast: "2025-03-31", otherTreatmentFrom: null },
      coverage: ["waiting 2025-01-01..2025-03-31", "covered 2025-04-01..2025-12-31"],
      conflicts: ["tieling.resident-waiting"],
      notAsked: ["repairedYears"],
      withoutNotices: ["twoReadings", "canRepair"],
      withoutReadings: ["tieling.first-missed-year", "tieling.missed-years-before-2025"],
      headline: "可以参保，等待 3 个月，2025年4月1日起享受待遇",
    },
  }),
  tl02({
    title: "paid before 2025, entered later: still 90 days",
    asOf: "2025-01-20",
    facts: { ...local, paidOn: "2024-09-30" },
    expected: { dates: { treatmentFrom: "2024-12-29" }, notAsked: ["insuredBefore"], conflicts: [] },
  }),
  tl02({
    title: "never insured: no year is missed",
    asOf: "2026-03-10",
    facts: { ...local, insuredBefore: false },
    expected: {
      steps: { missedYears: 0, residentWait: 3 },
      dates: { treatmentFrom: "2026-06-10", waitingLast: "2026-06-09" },
      notAsked: ["lastYear", "repairedYears"],
      due: { yearPremium: "400.00" },
    },
  }),
  tl02({
    title: "three months counted from the next day",
    asOf: "2026-03-10",
    readings: { "tieling.waiting-day-count": "next-day" },
    facts: { ...local, insuredBefore: false },
    expected: { dates: { treatmentFrom: "2026-06-11", waitingLast: "2026-06-10" } },
  }),
  tl02({
    title: "insured without a break and in the period: none",
    asOf: "2025-11-10",
    facts: { ...local, ...nextYear, insuredBefore: true, lastYear: 2025 },
    expected: {
      steps: { missedYears: 0, residentWait: 0 },
      dates: { treatmentFrom: "2026-01-01", waitingLast: null },
      conflicts: [],
      headline: "可以参保，没有等待期，2026年1月1日起享受待遇",
    },
  }),
  tl02({
    title: "one missed year, in the period: 3 + 1 months from the payment; 3 by the other reading",
    asOf: "2025-11-10",
    facts: { ...since(2024), ...nextYear },
    expected: {
      steps: { missedYears: 1, residentWait: 4, residentWaitOther: 3 },
      dates: { treatmentFrom: "2026-03-10", waitingLast: "2026-03-09", otherTreatmentFrom: "2026-02-10" },
      coverage: ["waiting 2025-11-10..2026-03-09", "covered 2026-03-10..2026-12-31"],
      readings: ["tieling.first-missed-year", "tieling.resident-waiting-start"],
      withoutReadings: ["tieling.missed-years-before-2025"],
      notices: ["noBackPayment", "canRepair", "twoReadings"],
    },
  }),
  tl02({
    title: "one missed year, in the period, counted from 1 January",
    asOf: "2025-11-10",
    readings: { "tieling.resident-waiting-start": "year-start" },
    facts: { ...since(2024), ...nextYear },
    expected: {
      dates: { treatmentFrom: "2026-05-01", otherTreatmentFrom: "2026-04-01" },
      coverage: ["waiting 2026-01-01..2026-04-30", "covered 2026-05-01..2026-12-31"],
    },
  }),
  tl02({
    title: "two missed years: 5 months, or 4",
    asOf: "2026-03-10",
    facts: since(2023),
    expected: {
      steps: { missedYears: 2, missedCounted: 2, variableWait: 2, residentWait: 5, residentWaitOther: 4 },
      dates: { treatmentFrom: "2026-08-10", otherTreatmentFrom: "2026-07-10" },
      notices: ["twoReadings"],
      readings: ["tieling.missed-years-before-2025"],
      withoutReadings: ["tieling.resident-waiting-start"],
      due: { yearPremium: "400.00" },
      headline: "可以参保，等待 5 个月，2026年8月10日起享受待遇",
    },
  }),
  tl02({
    title: "two missed years, the first one free: 4 months, and 5 beside it",
    asOf: "2026-03-10",
    readings: { "tieling.first-missed-year": "free" },
    facts: since(2023),
    expected: {
      steps: { missedCounted: 1, residentWait: 4, residentWaitOther: 5 },
      dates: { treatmentFrom: "2026-07-10", otherTreatmentFrom: "2026-08-10" },
      notices: ["twoReadings"],
    },
  }),
  tl02({
    title: "two missed years, one paid for: a month less, and its premium",
    asOf: "2026-03-10",
    facts: since(2023, 1),
    expected: {
      steps: { variableWait: 1, residentWait: 4, residentWaitOther: 3 },
      dates: { treatmentFrom: "2026-07-10", otherTreatmentFrom: "2026-06-10" },
      due: { yearPremium: "400.00", repairPremium: "400.00" },
    },
  }),
  tl02({
    title: "two missed years, both paid for: the fixed part is left, whichever reading",
    asOf: "2026-03-10",
    facts: since(2023, 2),
    expected: {
      steps: { variableWait: 0, residentWait: 3, residentWaitOther: null },
      dates: { treatmentFrom: "2026-06-10", otherTreatmentFrom: null },
      withoutNotices: ["twoReadings"],
      due: { yearPremium: "400.00", repairPremium: "800.00" },
    },
  }),
  tl02({
    // 3 + 6 months from 10 April 2026 end on 10 January 2027, 3 + 5 on 10 December
    title: "the wait outlasts the year by one reading only: the other's day is told",
    asOf: "2026-04-10",
    facts: since(2019),
    expected: {
      steps: { residentWait: 9, residentWaitOther: 8 },
      dates: { treatmentFrom: null, otherTreatmentFrom: "2026-12-10" },
      notices: ["yearLost"],
      headline: "可以参保，但等待期满已过所缴年度，当年没有待遇",
    },
  }),
  tl02({
    title: "… and the other way round: that by the other reading nothing is left",
    asOf: "2026-04-10",
    readings: { "tieling.first-missed-year": "free" },
    facts: since(2019),
    expected: {
      dates: { treatmentFrom: "2026-12-10", otherTreatmentFrom: null },
      notices: ["otherLost", "spanLost"],
      withoutNotices: ["twoReadings", "yearLost"],
    },
  }),
  tl02({
    title: "three missed years: 6 months",
    asOf: "2026-03-10",
    facts: since(2022),
    expected: { steps: { residentWait: 6, residentWaitOther: 5 }, dates: { treatmentFrom: "2026-09-10" } },
  }),
  tl02({
    title: "three missed years, all paid for: the six months are for four and more",
    asOf: "2026-03-10",
    facts: since(2022, 3),
    expected: { steps: { residentWait: 3 }, dates: { treatmentFrom: "2026-06-10" } },
  }),
  tl02({
    title: "four missed years: 7 months",
    asOf: "2026-03-10",
    facts: since(2021),
    expected: {
      steps: { residentWait: 7, residentWaitOther: 6 },
      dates: { treatmentFrom: "2026-10-10", otherTreatmentFrom: "2026-09-10" },
    },
  }),
  tl02({
    title: "four missed years, all paid for: at least 6 months",
    asOf: "2026-03-10",
    facts: since(2021, 4),
    expected: {
      steps: { variableWait: 0, residentWait: 6 },
      dates: { treatmentFrom: "2026-09-10", otherTreatmentFrom: null },
      due: { yearPremium: "400.00", repairPremium: "1600.00" },
    },
  }),
  tl02({
    title: "four missed years, one paid for: 6 either way",
    asOf: "2026-03-10",
    facts: since(2021, 1),
    expected: { steps: { residentWait: 6 }, dates: { otherTreatmentFrom: null }, withoutNotices: ["twoReadings"] },
  }),
  tl02({
    title: "years before 2025 read as not missed: one of two is left",
    asOf: "2026-03-10",
    readings: { "tieling.missed-years-before-2025": "ignored" },
    facts: since(2023),
    expected: { steps: { missedYears: 1, residentWait: 4 }, readings: ["tieling.missed-years-before-2025"] },
  }),
  tl02({
    title: "insured up to 2024: that reading has no say",
    asOf: "2026-03-10",
    readings: { "tieling.missed-years-before-2025": "ignored" },
    facts: since(2024),
    expected: { steps: { missedYears: 1 }, withoutReadings: ["tieling.missed-years-before-2025"] },
  }),
  tl02({
    title: "years before 2025 read as not missed, paid in 2025: none is left, and nothing to pay for",
    asOf: "2025-03-10",
    readings: { "tieling.missed-years-before-2025": "ignored" },
    facts: { ...local, insuredBefore: true, lastYear: 2020 },
    expected: { steps: { missedYears: 0, residentWait: 3 }, notAsked: ["repairedYears"] },
  }),
  tl02({
    // four months to 30 March; three to the last day of February
    title: "the corresponding day, and the end of a shorter month",
    asOf: "2025-11-30",
    facts: { ...since(2024), ...nextYear },
    expected: { dates: { treatmentFrom: "2026-03-30", otherTreatmentFrom: "2026-02-28" } },
  }),
  tl02({
    title: "the current year paid in October: the wait ends in the next one",
    asOf: "2026-10-05",
    facts: { ...local, insuredYear: "this-year", insuredBefore: true, lastYear: 2025 },
    expected: {
      dates: { treatmentFrom: null, waitingLast: "2027-01-04" },
      notices: ["yearLost"],
      coverage: ["waiting 2026-10-05..2027-01-04"],
    },
  }),
  tl02({
    title: "paid on 30 September: two days are left",
    asOf: "2026-09-30",
    facts: { ...local, insuredBefore: true, lastYear: 2025 },
    expected: {
      dates: { treatmentFrom: "2026-12-30" },
      withoutNotices: ["yearLost"],
      coverage: ["waiting 2026-09-30..2026-12-29", "covered 2026-12-30..2026-12-31"],
    },
  }),
  tl02({
    title: "assisted, recognised before the payment: from the recognition, no premium reckoned",
    asOf: "2025-07-01",
    facts: { household: true, assisted: "subsistence", recognizedOn: "2025-06-15" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-06-15", waitingLast: null },
      coverage: ["covered 2025-06-15..2025-12-31"],
      due: {},
      missing: [],
      notices: ["assistedPremium"],
      withoutReadings: ["tieling.concentrated-period"],
      materials: ["identity-card", "household-register", "recognition-proof"],
      notAsked: ["insuredBefore"],
      timeLimit: "随时可以参保",
      conflicts: [],
    },
  }),
  ...(["destitute", "lifted", "marginal"] as const).map((assisted) =>
    tl02({
      title: `assisted (${assisted}), recognised years ago: not before the year that is paid for`,
      asOf: "2026-03-10",
      facts: { household: true, assisted, recognizedOn: "2020-05-01" },
      expected: { dates: { treatmentFrom: "2026-01-01" }, coverage: ["covered 2026-01-01..2026-12-31"] },
    }),
  ),
  ...(["entitled", "disabled"] as const).map((assisted) =>
    tl02({
      title: `assisted (${assisted}): from the payment; the recognition is not asked for`,
      asOf: "2026-03-10",
      facts: { household: true, assisted },
      expected: { dates: { treatmentFrom: "2026-03-10" }, notAsked: ["recognizedOn"] },
    }),
  ),
  tl02({
    title: "severely disabled, paid for the coming year",
    asOf: "2025-11-10",
    facts: { household: true, assisted: "disabled", ...nextYear },
    expected: { dates: { treatmentFrom: "2026-01-01" } },
  }),
  tl02({
    title: "assisted under the notice alone",
    asOf: "2024-03-05",
    facts: { household: true, assisted: "marginal", recognizedOn: "2024-02-29" },
    expected: { dates: { treatmentFrom: "2024-02-29" }, timeLimit: "随时可以参保" },
  }),
  tl02({
    title: "the announced period reaches into January: from 1 January backwards",
    asOf: "2026-01-20",
    readings: { "tieling.concentrated-period": "announced" },
    facts: { ...local, insuredYear: "this-year", inAnnouncedPeriod: true, insuredBefore: true, lastYear: 2025 },
    expected: {
      dates: { treatmentFrom: "2026-01-01", waitingLast: null },
      coverage: ["covered 2026-01-01..2026-12-31"],
      readings: ["tieling.late-period-start"],
      notices: ["latePeriod"],
    },
  }),
  tl02({
    title: "outside the announced period",
    asOf: "2025-11-10",
    readings: { "tieling.concentrated-period": "announced" },
    facts: { ...local, ...nextYear, inAnnouncedPeriod: false, insuredBefore: true, lastYear: 2025 },
    expected: { steps: { residentWait: 3 }, dates: { treatmentFrom: "2026-02-10" } },
  }),
  tl02({
    title: "whether the payment is in the announced period is not answered: the fourth quarter is the principle",
    asOf: "2026-02-20",
    readings: { "tieling.concentrated-period": "announced" },
    facts: { ...local, insuredYear: "this-year", insuredBefore: true, lastYear: 2025 },
    expected: { steps: { inPeriod: 0, residentWait: 3 }, dates: { treatmentFrom: "2026-05-20" } },
  }),
  tl02({
    title: "the announced period begins early: nothing before 1 January, by either reading",
    asOf: "2025-08-20",
    readings: { "tieling.concentrated-period": "announced" },
    facts: { ...since(2024), ...nextYear, inAnnouncedPeriod: true },
    expected: { dates: { treatmentFrom: "2026-01-01", otherTreatmentFrom: "2026-01-01" }, steps: { residentWait: 4 } },
  }),
  tl02({
    title: "with a residence permit",
    asOf: "2026-03-10",
    facts: { household: false, permit: true, assisted: "none", insuredBefore: false },
    expected: {
      actuals: { residence: "居住证" },
      outcome: "granted",
      materials: ["identity-card", "residence-permit"],
      failed: [],
    },
  }),
  tl02({
    title: "neither registration nor permit",
    asOf: "2026-03-10",
    facts: { household: false, permit: false, assisted: "none", insuredBefore: false },
    expected: {
      actuals: { residence: "没有户籍也没有居住证" },
      // a permit can be had
      outcome: "not-yet",
      failed: ["residence"],
      remedies: ["action"],
      dates: { treatmentFrom: null },
      due: {},
      missing: [],
      materials: ["identity-card", "residence-permit"],
      conflicts: [],
    },
  }),
  tl02({
    title: "nobody has entered the premium: the dates stand, the amount does not",
    asOf: "2025-11-10",
    officeFigures: [],
    facts: { ...local, ...nextYear, insuredBefore: true, lastYear: 2025 },
    expected: {
      outcome: "figure-missing",
      missing: ["tieling.resident-premium 2026-01-01"],
      due: {},
      dates: { treatmentFrom: "2026-01-01" },
      headline: "可以参保，2026年1月1日起享受待遇；缺少 2026 年的缴费标准",
    },
  }),
  tl02({
    title: "insured earlier in the year: an employee may join, three months as anybody outside the period",
    asOf: "2026-03-10",
    facts: { ...local, insuredBefore: true, lastYear: 2026 },
    expected: {
      outcome: "granted",
      steps: { missedYears: 0, residentWait: 3 },
      dates: { treatmentFrom: "2026-06-10" },
      notices: ["sameYear", "fromEmployee"],
    },
  }),
  tl02({
    title: "nobody has been insured for a year to come",
    asOf: "2025-11-10",
    facts: { ...local, ...nextYear, insuredBefore: true, lastYear: 2026 },
    expected: { errors: ["lastYear conflict"] },
  }),
  tl02({
    title: "more years paid for than missed",
    asOf: "2026-03-10",
    facts: since(2023, 3),
    expected: { errors: ["repairedYears conflict"] },
  }),
  tl02({
    title: "recognised tomorrow",
    asOf: "2026-03-10",
    facts: { household: true, assisted: "lifted", recognizedOn: "2026-03-11" },
    expected: { errors: ["recognizedOn conflict"] },
  }),
  tl02({
    title: "recognised today",
    asOf: "2026-03-10",
    facts: { household: true, assisted: "lifted", recognizedOn: "2026-03-10" },
    expected: { dates: { treatmentFrom: "2026-03-10" } },
  }),
  tl02({
    title: "recognised in the year after the one that was paid for",
    asOf: "2026-08-25",
    facts: { household: true, assisted: "destitute", paidOn: "2024-10-12", insuredYear: "next-year", recognizedOn: "2026-01-01" },
    expected: { errors: ["recognizedOn conflict"] },
  }),
  tl02({
    title: "recognised on the last day of the year that was paid for",
    asOf: "2026-08-25",
    facts: { household: true, assisted: "destitute", paidOn: "2024-10-12", insuredYear: "next-year", recognizedOn: "2025-12-31" },
    expected: { dates: { treatmentFrom: "2025-12-31", treatmentUntil: "2025-12-31" } },
  }),
  tl02({
    title: "paid before the notice",
    asOf: "2026-03-10",
    facts: { ...local, paidOn: "2022-03-31" },
    expected: { errors: ["paidOn conflict"] },
  }),
];

const born = (birthDate: string) => ({ birthDate, realName: true });

export const NEWBORN_CASES: readonly GoldenCase[] = [
  tl03({
    title: "paid on day 90 over a leap February: from birth",
    asOf: "2024-04-14",
    facts: born("2024-01-15"),
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2024-01-15", waitingLast: null, lastDay: "2024-04-14" },
      steps: { "tieling.newborn.answer": 0 },
      notices: ["guardian", "nextYear"],
      timeLimit: "出生后90天内（2024年4月14日以前，含当日）参保缴费",
      headline: "在90天内参保，从出生之日 2024年1月15日起报销",
      coverage: ["covered 2024-01-15..2024-12-31"],
      due: { yearPremium: "350.00" },
      failed: [],
      materials: ["guardian-identity", "birth-certificate", "newborn-identity"],
      next: [],
      readings: ["tieling.newborn-day-count"],
      withoutReadings: ["tieling.late-newborn", "tieling.late-newborn-birth-year"],
      withoutNotices: ["bothYears", "yearLost", "assisted"],
    },
  }),
  tl03({
    // 2024-04-15: 16 to 1 May, 31 to 1 June, 30 to 1 July, 13 more
    title: "paid on day 91: 90 days",
    asOf: "2024-04-15",
    facts: born("2024-01-15"),
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2024-07-14", waitingLast: "2024-07-13" },
      coverage: ["not-covered 2024-01-15..2024-04-14", "waiting 2024-04-15..2024-07-13", "covered 2024-07-14..2024-12-31"],
      due: { yearPremium: "350.00" },
      notices: ["assisted"],
      timeLimit: "随时可以办理",
      withoutNotices: ["bothYears", "yearLost"],
      withoutReadings: ["tieling.late-newborn", "tieling.late-newborn-birth-year"],
      conflicts: ["tieling.newborn-next-year"],
      next: ["tieling.resident-enrolment"],
      headline: "已过90天（2024年4月14日），2024年7月14日起享受待遇",
    },
  }),
  tl03({
    title: "without a leap day day 90 is the 15th",
    asOf: "2023-04-15",
    facts: born("2023-01-15"),
    expected: { dates: { treatmentFrom: "2023-01-15", lastDay: "2023-04-15" } },
  }),
  tl03({
    title: "without a leap day, day 91",
    asOf: "2023-04-16",
    facts: born("2023-01-15"),
    expected: { dates: { treatmentFrom: "2023-07-15" } },
  }),
  tl03({
    title: "the day of birth read as the first: the 14th is day 91",
    asOf: "2024-04-14",
    readings: { "tieling.newborn-day-count": "birth-day" },
    facts: born("2024-01-15"),
    expected: { dates: { treatmentFrom: "2024-07-13", lastDay: "2024-04-13" } },
  }),
  tl03({
    title: "the day of birth read as the first: the 13th is day 90",
    asOf: "2024-04-13",
    readings: { "tieling.newborn-day-count": "birth-day" },
    facts: born("2024-01-15"),
    expected: { dates: { treatmentFrom: "2024-01-15" } },
  }),
  tl03({
    // 1 to 1 March, 31 to 1 April, 30 to 1 May, 28 more
    title: "born on 29 February",
    asOf: "2024-05-29",
    facts: born("2024-02-29"),
    expected: { dates: { treatmentFrom: "2024-02-29", lastDay: "2024-05-29" } },
  }),
  tl03({
    title: "paid on the day of birth",
    asOf: "2024-05-29",
    facts: born("2024-05-29"),
    expected: { dates: { treatmentFrom: "2024-05-29" } },
  }),
  tl03({
    // 11 to 1 December, 31 to 1 January, 31 to 1 February, 17 more
    title: "day 90 in the next year: from birth, both years' premiums",
    asOf: "2025-02-18",
    facts: born("2024-11-20"),
    expected: {
      dates: { treatmentFrom: "2024-11-20", lastDay: "2025-02-18" },
      coverage: ["covered 2024-11-20..2025-12-31"],
      due: { yearPremium: "380.50", birthYearPremium: "350.00" },
      notices: ["bothYears"],
      withoutReadings: ["tieling.late-newborn-birth-year"],
      next: [],
    },
  }),
  tl03({
    // 2025-02-19: 10 to 1 March, 31 to 1 April, 30 to 1 May, 19 more
    title: "day 91 in the next year: the birth year is treated, then a wait",
    asOf: "2025-02-19",
    facts: born("2024-11-20"),
    expected: {
      dates: { treatmentFrom: "2025-05-20", waitingLast: "2025-05-19" },
      coverage: [
        "covered 2024-11-20..2024-12-31",
        "not-covered 2025-01-01..2025-02-18",
        "waiting 2025-02-19..2025-05-19",
        "covered 2025-05-20..2025-12-31",
      ],
      due: { yearPremium: "380.50", birthYearPremium: "350.00" },
      steps: { birthYearTreated: 1 },
      readings: ["tieling.late-newborn", "tieling.late-newborn-birth-year"],
      notices: ["bothYears"],
      withoutNotices: ["birthYearLost"],
    },
  }),
  tl03({
    title: "the 90 days cross New Year, paid in the year of birth: the next year is paid for apart",
    asOf: "2024-12-31",
    facts: born("2024-11-20"),
    expected: {
      dates: { treatmentFrom: "2024-11-20", lastDay: "2025-02-18" },
      coverage: ["covered 2024-11-20..2024-12-31"],
      due: { yearPremium: "350.00" },
      notices: ["nextYear", "twoYearsApart"],
      conflicts: [],
    },
  }),
  tl03({
    title: "a parent's number: no newborn, and told so",
    asOf: "2025-02-19",
    facts: born("1995-06-15"),
    expected: { outcome: "guidance", notices: ["notNewborn"], headlineId: "tooLate" },
  }),
  tl03({
    title: "late in the next year, the birth year read as lost",
    asOf: "2025-02-19",
    readings: { "tieling.late-newborn-birth-year": "within-ninety-days" },
    facts: born("2024-11-20"),
    expected: {
      coverage: ["not-covered 2024-11-20..2025-02-18", "waiting 2025-02-19..2025-05-19", "covered 2025-05-20..2025-12-31"],
      due: { yearPremium: "380.50" },
      notices: ["birthYearLost"],
      withoutNotices: ["bothYears"],
    },
  }),
  tl03({
    title: "late from 2025 on, read as three months",
    asOf: "2025-02-19",
    readings: { "tieling.late-newborn": "three-months" },
    facts: born("2024-11-20"),
    expected: { dates: { treatmentFrom: "2025-05-19" }, readings: ["tieling.late-newborn"] },
  }),
  tl03({
    title: "late from 2025 on, read as exempt",
    asOf: "2025-02-19",
    readings: { "tieling.late-newborn": "none" },
    facts: born("2024-11-20"),
    expected: { dates: { treatmentFrom: "2025-02-19", waitingLast: null }, readings: ["tieling.late-newborn"] },
  }),
  tl03({
    // 2025-01-01: 31 to 1 February, 28 to 1 March, 31 to 1 April
    title: "1 January 2025 is the first day of the national rule",
    asOf: "2025-01-01",
    readings: { "tieling.late-newborn": "none" },
    facts: born("2024-09-01"),
    expected: { dates: { treatmentFrom: "2025-01-01" }, readings: ["tieling.late-newborn"] },
  }),
  tl03({
    title: "31 December 2024 is before it",
    asOf: "2024-12-31",
    readings: { "tieling.late-newborn": "none" },
    facts: born("2024-09-01"),
    expected: {
      dates: { treatmentFrom: null, waitingLast: "2025-03-30" },
      withoutReadings: ["tieling.late-newborn"],
      notices: ["yearLost"],
    },
  }),
  tl03({
    // 2024-11-01: 30 to 1 December, 31 to 1 January, 29 more
    title: "late in autumn: the wait outlasts the year",
    asOf: "2024-11-01",
    facts: born("2024-03-01"),
    expected: {
      dates: { treatmentFrom: null, waitingLast: "2025-01-29" },
      headline: "已过90天（2024年5月30日），等待期满已到下一年度，缴费的这一年没有待遇",
      coverage: ["not-covered 2024-03-01..2024-10-31", "waiting 2024-11-01..2025-01-29"],
      notices: ["yearLost"],
    },
  }),
  tl03({
    // 2024-10-02: 30 to 1 November, 30 to 1 December, 30 more: 31 December
    title: "the last day of the year is treated",
    asOf: "2024-10-02",
    facts: born("2024-03-01"),
    expected: { dates: { treatmentFrom: "2024-12-31" }, withoutNotices: ["yearLost"] },
  }),
  tl03({
    title: "two years after birth: as any resident",
    asOf: "2025-03-01",
    facts: born("2023-06-01"),
    expected: {
      outcome: "guidance",
      due: {},
      dates: { treatmentFrom: null },
      next: ["tieling.resident-enrolment"],
      coverage: [],
      notices: ["notNewborn"],
      materials: [],
      headline: "2023年6月1日出生，已过出生的下一年度，不按新生儿办：按其他居民参保",
    },
  }),
  tl03({
    title: "not registered under the real name yet: until day 90",
    asOf: "2024-03-01",
    facts: { birthDate: "2024-01-15", realName: false },
    expected: {
      outcome: "not-yet",
      failed: ["realName"],
      // no day registers a child
      remedies: ["action"],
      remedyIds: ["registerFirst"],
      due: {},
      dates: { treatmentFrom: null },
    },
  }),
  tl03({
    title: "not registered, and late",
    asOf: "2024-04-15",
    facts: { birthDate: "2024-01-15", realName: false },
    expected: { outcome: "not-yet", failed: ["realName"], remedies: ["action"] },
  }),
  tl03({
    title: "paid in time, entered later",
    asOf: "2024-08-01",
    facts: { ...born("2024-01-15"), paidOn: "2024-04-14" },
    expected: { dates: { treatmentFrom: "2024-01-15" }, coverage: ["covered 2024-01-15..2024-12-31"] },
  }),
  tl03({
    title: "one of two premiums missing: no amount at all",
    asOf: "2025-02-18",
    officeFigures: [premium("tieling.newborn-premium", 2025, "380.50")],
    facts: born("2024-11-20"),
    expected: {
      outcome: "figure-missing",
      missing: ["tieling.newborn-premium 2024-11-20"],
      due: {},
      dates: { treatmentFrom: "2024-11-20" },
      headline: "2024年11月20日起享受待遇；缺少缴费标准，金额不能计算",
    },
  }),
  tl03({
    title: "born after the payment",
    asOf: "2024-05-29",
    facts: { ...born("2024-05-20"), paidOn: "2024-05-19" },
    expected: { errors: ["birthDate conflict"] },
  }),
  tl03({
    title: "paid in the future",
    asOf: "2024-05-29",
    facts: { ...born("2024-05-20"), paidOn: "2024-05-30" },
    expected: { errors: ["paidOn conflict"] },
  }),
];
