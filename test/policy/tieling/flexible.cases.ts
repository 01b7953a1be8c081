/**
 * TL-05 by hand: a flexible worker's 30 days run once a year, from the arrival of the year's first payment.
 * 2025-06-10 + 30: 21 to 1 July, 9 more: 2025-07-10. 2025-05-20 + 30: 12 to 1 June, 18 more: 2025-06-19.
 * 2025-01-31 + 30: 1 to 1 February, 28 to 1 March, 1 more: 2025-03-02. The wage is invented: 6000 × 5 % = 300.00, × 7 % = 420.00 a month.
 */
import type { GoldenCase } from "../golden.ts";
import { office } from "./office.ts";

const asOf = "2025-06-10";
const officeFigures = [office("tieling.average-wage-month", "6000", "2025-01-01", "2026-12-31")];
const tl05 = (golden: Omit<GoldenCase, "rule" | "asOf"> & { readonly asOf?: string }): GoldenCase => ({
  rule: "TL-05",
  asOf,
  ...golden,
});
const local = (lastYear: string, from: string, to: string) => ({
  capacity: "flexible",
  fromElsewhere: false,
  lastYear,
  paid: { periods: [{ from, to }] },
});

export const FLEXIBLE_GAP_CASES: readonly GoldenCase[] = [
  tl05({
    // 30 days from some day of January: January is not shown as covered
    title: "nobody missed a month, last year not in full: the wait of January is over",
    facts: { ...local("not-full", "2024-03", "2025-05"), paidOn: "2025-06-10" },
    expected: {
      outcome: "guidance",
      steps: { gapMonths: 0, paidThisYear: 1 },
      dates: { treatmentFrom: null },
      coverage: [
        "contributed 2024-03..2024-12",
        "not-covered 2025-01..2025-01",
        "contributed 2025-02..2025-05",
        "covered 2025-06..",
      ],
      headline: "没有断缴，待遇连续，不用补缴",
      failed: [],
      next: [],
      notAsked: ["firstPaidOn", "fundMode"],
      withoutNotices: ["gapLost", "firstWait"],
    },
  }),
  tl05({
    title: "last year in time and no month missed: no day of June is a gap",
    facts: { ...local("in-time", "2024-01", "2025-05"), paidOn: "2025-06-10" },
    expected: {
      outcome: "guidance",
      dates: { treatmentFrom: null },
      coverage: ["contributed 2024-01..2025-05", "covered 2025-06.."],
    },
  }),
  tl05({
    // February to May are lost: 2025 is not paid in full
    title: "a long gap inside the year: its months stay unpaid, and 2026 waits again",
    facts: { ...local("in-time", "2024-01", "2025-01"), paidOn: "2025-06-10" },
    expected: { failed: ["atMostThree"], remedies: [], notices: ["gapLost", "yearsOnly", "waitsAgain"] },
  }),
  tl05({
    // January to April 2024 are 4 months: 30 days from some day of May
    title: "a unit's long gap of last year began a wait in the month it resumed",
    facts: {
      capacity: "unit",
      paid: {
        periods: [
          { from: "2023-06", to: "2023-12" },
          { from: "2024-05", to: "2025-05" },
        ],
      },
      paidOn: "2025-06-10",
    },
    expected: {
      coverage: [
        "contributed 2023-06..2023-12",
        "gap 2024-01..2024-04",
        "not-covered 2024-05..2024-05",
        "contributed 2024-06..2025-05",
        "covered 2025-06..",
      ],
    },
  }),
  tl05({
    title: "first paid in May, on the 20th: its 30 days go on",
    facts: { ...local("not-full", "2025-05", "2025-05"), firstPaidOn: "2025-05-20" },
    expected: {
      outcome: "guidance",
      dates: { treatmentFrom: "2025-06-19", waitingLast: "2025-06-18" },
      coverage: ["contributed 2025-05..2025-05", "waiting 2025-06-01..2025-06-18", "covered 2025-06-19.."],
      headline: "没有断缴；今年首次缴费的等待期没有满，2025年6月19日起享受待遇",
    },
  }),
  tl05({
    title: "first paid in May, the day is not said: taken for over, and told",
    facts: local("not-full", "2025-05", "2025-05"),
    expected: {
      outcome: "guidance",
      dates: { treatmentFrom: null },
      notices: ["firstWait"],
      assumed: ["firstPaidOn 已满30天"],
    },
  }),
  tl05({
    title: "first paid on 31 January: over on 2 March, not on the 1st",
    asOf: "2025-03-01",
    facts: { ...local("not-full", "2025-01", "2025-02"), firstPaidOn: "2025-01-31" },
    expected: { dates: { treatmentFrom: "2025-03-02" } },
  }),
  tl05({
    title: "first paid on 31 January, on 2 March: over, and not asked for",
    asOf: "2025-03-02",
    facts: local("not-full", "2025-01", "2025-02"),
    expected: { dates: { treatmentFrom: null }, notAsked: ["firstPaidOn"], withoutNotices: ["firstWait"] },
  }),
  tl05({
    title: "first paid in January, last year in full: nothing to wait for",
    asOf: "2025-02-10",
    facts: local("in-time", "2024-01", "2025-01"),
    expected: { outcome: "guidance", dates: { treatmentFrom: null }, notAsked: ["firstPaidOn"] },
  }),
  tl05({
    title: "first paid after the payment: a contradiction",
    facts: { ...local("not-full", "2025-05", "2025-05"), firstPaidOn: "2025-06-11" },
    expected: { errors: ["firstPaidOn conflict"] },
  }),
  tl05({
    title: "first paid in another year: a contradiction",
    facts: { ...local("not-full", "2025-05", "2025-05"), firstPaidOn: "2024-12-31" },
    expected: { errors: ["firstPaidOn conflict"] },
  }),
  tl05({
    title: "a gap of 2 months inside the year: may be paid and is covered then",
    officeFigures,
    facts: { ...local("in-time", "2024-01", "2025-03"), paidOn: "2025-06-10", fundMode: "pool-only" },
    expected: {
      outcome: "granted",
      steps: { gapMonths: 2 },
      due: { topUp: "600.00" },
      dates: { treatmentFrom: "2025-06-10", waitingLast: null },
      coverage: ["contributed 2024-01..2025-03", "bought 2025-04-01..2025-06-09", "covered 2025-06-10.."],
      readings: ["tieling.flexible-gap-in-year", "tieling.gap-left"],
      failed: [],
      options: {
        backPay: [
          "due topUp 600.00",
          "part topUpMonth 300.00",
          "treatmentFrom 2025-06-10",
          "contributed 2024-01..2025-03",
          "bought 2025-04-01..2025-06-09",
          "covered 2025-06-10..",
        ],
        leave: ["treatmentFrom 2025-06-10", "contributed 2024-01..2025-03", "gap 2025-04-01..2025-06-09", "covered 2025-06-10.."],
      },
    },
  }),
  tl05({
    title: "… how the person is insured is not said: both sums beside each other, none of them due",
    officeFigures,
    facts: { ...local("in-time", "2024-01", "2025-03"), paidOn: "2025-06-10" },
    expected: {
      outcome: "granted",
      due: {},
      information: { topUpPoolOnly: "600.00", topUpCombined: "840.00" },
      dates: { treatmentFrom: "2025-06-10" },
      headline: "可以补缴 2 个月，单建统筹（没有个人账户）共 600.00 元、统账结合（有个人账户）共 840.00 元；补上以后待遇连续",
    },
  }),
  tl05({
    title: "… the wage is not entered: the days stand",
    facts: { ...local("in-time", "2024-01", "2025-03"), paidOn: "2025-06-10" },
    expected: {
      outcome: "figure-missing",
      dates: { treatmentFrom: "2025-06-10" },
      missing: ["tieling.average-wage-month 2025-06-10"],
    },
  }),
  tl05({
    title: "… read as no employee's gap: lost, and no new wait",
    readings: { "tieling.flexible-gap-in-year": "not-covered" },
    facts: { ...local("in-time", "2024-01", "2025-03"), paidOn: "2025-06-10" },
    expected: {
      outcome: "guidance",
      dates: { treatmentFrom: "2025-06-10", waitingLast: null },
      coverage: ["contributed 2024-01..2025-03", "gap 2025-04-01..2025-06-09", "covered 2025-06-10.."],
      readings: ["tieling.flexible-gap-in-year"],
      notices: ["gapLost", "yearsOnly"],
      next: ["tieling.arrears"],
      headline: "年内断缴 2 个月，不能补；2025年6月10日起享受待遇",
    },
  }),
  tl05({
    title: "a gap of 3 months inside the year, last year not in full: the same, the wait was in January",
    officeFigures,
    facts: { ...local("not-full", "2025-01", "2025-02"), fundMode: "combined" },
    expected: { outcome: "granted", steps: { gapMonths: 3 }, due: { topUp: "1260.00" }, dates: { treatmentFrom: "2025-06-10" } },
  }),
  tl05({
    title: "a gap of 4 months inside the year: 30 days, a reading",
    facts: { ...local("in-time", "2024-01", "2025-01"), paidOn: "2025-06-10" },
    expected: {
      outcome: "refused",
      steps: { gapMonths: 4 },
      failed: ["atMostThree"],
      dates: { treatmentFrom: "2025-07-10", waitingLast: "2025-07-09" },
      coverage: [
        "contributed 2024-01..2025-01",
        "gap 2025-02-01..2025-06-09",
        "waiting 2025-06-10..2025-07-09",
        "covered 2025-07-10..",
      ],
      readings: ["tieling.flexible-long-gap-in-year"],
      conflicts: ["tieling.flexible-long-gap"],
    },
  }),
  tl05({
    title: "… read as once a year: at once",
    readings: { "tieling.flexible-long-gap-in-year": "none" },
    facts: { ...local("in-time", "2024-01", "2025-01"), paidOn: "2025-06-10" },
    expected: {
      outcome: "guidance",
      dates: { treatmentFrom: "2025-06-10", waitingLast: null },
      coverage: ["contributed 2024-01..2025-01", "gap 2025-02-01..2025-06-09", "covered 2025-06-10.."],
      readings: ["tieling.flexible-long-gap-in-year"],
      headline: "年内断缴 4 个月，不能补；2025年6月10日起享受待遇",
    },
  }),
  tl05({
    title: "the first payment of the year after a gap across its beginning: last year decides",
    facts: { ...local("not-full", "2024-01", "2024-11"), paidOn: "2025-01-10" },
    expected: { outcome: "guidance", steps: { paidThisYear: 0, gapMonths: 1 }, dates: { treatmentFrom: "2025-02-09" } },
  }),
  tl05({
    title: "… in full to December, back in November: at once by 二(二)3",
    asOf: "2025-11-10",
    facts: local("in-time", "2024-01", "2024-12"),
    expected: { steps: { paidThisYear: 0, gapMonths: 10 }, dates: { treatmentFrom: "2025-11-10", waitingLast: null } },
  }),
  // --- last year as the months tell it
  tl05({
    title: "in time, yet December is missing: a contradiction",
    facts: local("in-time", "2024-01", "2024-11"),
    expected: { errors: ["lastYear conflict"] },
  }),
  tl05({
    title: "in time, yet a month in between is missing",
    facts: {
      ...local("in-time", "2024-01", "2024-05"),
      paid: {
        periods: [
          { from: "2023-01", to: "2024-05" },
          { from: "2024-07", to: "2025-05" },
        ],
      },
    },
    expected: { errors: ["lastYear conflict"] },
  }),
  tl05({
    title: "in time, yet paid from May on only",
    facts: local("in-time", "2024-05", "2025-05"),
    expected: { errors: ["lastYear conflict"] },
  }),
  tl05({
    title: "in time, yet nothing was paid last year",
    facts: local("in-time", "2025-02", "2025-05"),
    expected: { errors: ["lastYear conflict"] },
  }),
  tl05({
    title: "back-paid, December still missing: a contradiction as well",
    facts: local("back-paid", "2024-01", "2024-11"),
    expected: { errors: ["lastYear conflict"] },
  }),
  tl05({
    title: "paid last year, entered this year: the year before the payment counts",
    asOf: "2026-01-10",
    facts: { ...local("in-time", "2024-01", "2025-11"), paidOn: "2025-12-20" },
    expected: { outcome: "guidance", steps: { gapMonths: 0, paidThisYear: 1 }, dates: { treatmentFrom: null } },
  }),
  tl05({
    title: "months after the one in which payment resumed: a contradiction",
    facts: { ...local("in-time", "2023-01", "2025-03"), paidOn: "2024-06-10" },
    expected: { errors: ["paid conflict"] },
  }),
  tl05({
    title: "the month of payment itself may stand in the list",
    facts: local("in-time", "2024-01", "2025-06"),
    expected: { outcome: "guidance", steps: { gapMonths: 0 } },
  }),
  {
    title: "a unit employee's months after the resumed one: a contradiction as well",
    rule: "TL-04",
    asOf,
    facts: { capacity: "unit", paid: { periods: [{ from: "2023-01", to: "2024-12" }] }, paidOn: "2024-06-10" },
    expected: { errors: ["paid conflict"] },
  },
  {
    title: "an earlier gap of the shown window is painted, too",
    rule: "TL-04",
    asOf,
    facts: {
      capacity: "unit",
      paid: {
        periods: [
          { from: "2023-01", to: "2024-05" },
          { from: "2024-08", to: "2025-01" },
        ],
      },
    },
    expected: {
      coverage: [
        "contributed 2023-06..2024-05",
        "gap 2024-06..2024-07",
        "contributed 2024-08..2025-01",
        "gap 2025-02-01..2025-06-09",
        "waiting 2025-06-10..2025-07-09",
        "covered 2025-07-10..",
      ],
    },
  },
];

const person = { sex: "male", birthDate: "1980-02-01", household: true, correction: false } as const;
const flexible = { ...person, capacity: "flexible", work: "freelancer", firstTime: false, fromElsewhere: false } as const;

export const FLEXIBLE_ENROLMENT_CASES: readonly GoldenCase[] = [
  tl05({
    title: "paid up to last month, last year not in full: the wait of the year's first payment is over",
    facts: { ...flexible, lastPaid: "2025-05", lastYear: "not-full", paidOn: "2025-06-10" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-06-10", waitingLast: null },
      // born in 1980: 60 years and the full delay of 36 months
      coverage: ["covered 2025-06-10..2043-01-31"],
      notices: ["firstWait"],
      assumed: ["fromResident 否", "firstPaidOn 已满30天"],
      withoutNotices: ["payEachYear", "gapCanBePaid"],
    },
  }),
  tl05({
    title: "paid for this month already: nothing new to wait for",
    facts: { ...flexible, lastPaid: "2025-06", lastYear: "not-full", paidOn: "2025-06-10" },
    expected: { dates: { treatmentFrom: "2025-06-10", waitingLast: null } },
  }),
  tl05({
    title: "the year's first payment arrived on 20 May: its 30 days go on",
    facts: { ...flexible, lastPaid: "2025-05", lastYear: "not-full", firstPaidOn: "2025-05-20" },
    expected: { dates: { treatmentFrom: "2025-06-19", waitingLast: "2025-06-18" }, withoutNotices: ["firstWait"] },
  }),
  tl05({
    title: "paid up to March: a gap of 2 inside the year, covered when paid",
    facts: { ...flexible, lastPaid: "2025-03", lastYear: "not-full", paidOn: "2025-06-10" },
    expected: {
      steps: { gapMonths: 2 },
      dates: { treatmentFrom: "2025-06-10", waitingLast: null },
      notices: ["gapCanBePaid"],
      readings: ["tieling.flexible-gap-in-year"],
      next: ["tieling.back-payment"],
      withoutNotices: ["firstWait"],
    },
  }),
  tl05({
    title: "paid up to January: a gap of 4 inside the year: 30 days, a reading",
    facts: { ...flexible, lastPaid: "2025-01", lastYear: "in-time", paidOn: "2025-06-10" },
    expected: {
      dates: { treatmentFrom: "2025-07-10" },
      notices: ["gapLost"],
      readings: ["tieling.flexible-long-gap-in-year"],
      conflicts: ["tieling.flexible-long-gap"],
    },
  }),
  tl05({
    title: "in time, yet last paid in October of last year: a contradiction",
    facts: { ...flexible, lastPaid: "2024-10", lastYear: "in-time", paidOn: "2025-06-10" },
    expected: { errors: ["lastYear conflict"] },
  }),
  tl05({
    title: "in time, last paid in December: none",
    facts: { ...flexible, lastPaid: "2024-12", lastYear: "in-time", paidOn: "2025-06-10" },
    expected: { dates: { treatmentFrom: "2025-06-10", waitingLast: null }, notAsked: ["firstPaidOn"] },
  }),
  {
    title: "a unit employee whose gap is short is shown where to pay it",
    rule: "TL-04",
    asOf: "2025-07-08",
    facts: {
      ...person,
      capacity: "unit",
      work: "employee",
      special: "none",
      firstTime: false,
      fromElsewhere: false,
      lastPaid: "2025-03",
    },
    expected: { dates: { treatmentFrom: "2025-07-08" }, notices: ["gapCanBePaid"], next: ["tieling.back-payment"] },
  },
];
