/**
 * TL-08, and gaps under TL-04, TL-05, TL-13, by hand. Paid 2026-03-10: + 30 days 2026-04-09, + 90 days 2026-06-08.
 * The wage is invented and entered by the office: 6000 a month; × 7 % = 420.00, × 5 % = 300.00 a month.
 */
import type { GoldenCase } from "../golden.ts";
import { office } from "./office.ts";

const asOf = "2026-03-10";
const change = (direction: string, continuousMonths: number, lastPaid: string) => ({
  direction,
  assisted: "none",
  continuousMonths,
  lastPaid,
});

export const SCHEME_CHANGE_CASES: readonly GoldenCase[] = [
  {
    title: "two years and a gap of 3 months: at once",
    rule: "TL-08",
    asOf,
    facts: change("resident-to-unit", 24, "2025-11"),
    expected: {
      outcome: "granted",
      // the table's fourth case: two years, at most three months
      steps: { gapMonths: 3, cross: 1, continuous: 24, "tieling.scheme-change.answer": 3 },
      dates: { treatmentFrom: "2026-03-10", waitingLast: null },
      coverage: ["covered 2025-11-01..2025-11-30", "gap 2025-12-01..2026-03-09", "covered 2026-03-10.."],
      withoutNotices: ["waitTwoYears", "gapLost"],
      notices: ["stopTheOther"],
      next: [],
      timeLimit: "随时可以转，待遇按新险种的到账日期算",
      headline: "可以转，没有等待期，2026年3月10日起享受待遇",
    },
  },
  {
    title: "two years and a gap of 4 months: 30 days",
    rule: "TL-08",
    asOf,
    facts: change("resident-to-unit", 24, "2025-10"),
    expected: {
      steps: { gapMonths: 4 },
      dates: { treatmentFrom: "2026-04-09", waitingLast: "2026-04-08" },
      coverage: [
        "covered 2025-10-01..2025-10-31",
        "gap 2025-11-01..2026-03-09",
        "waiting 2026-03-10..2026-04-08",
        "covered 2026-04-09..",
      ],
      notices: ["gapLost"],
      withoutNotices: ["waitTwoYears"],
      headline: "可以转，等待 30 天，2026年4月9日起享受待遇",
    },
  },
  {
    title: "23 months and no gap: 90 days",
    rule: "TL-08",
    asOf,
    facts: change("resident-to-flexible", 23, "2026-02"),
    expected: {
      steps: { gapMonths: 0 },
      dates: { treatmentFrom: "2026-06-08" },
      coverage: [
        "covered 2026-02-01..2026-02-28",
        "gap 2026-03-01..2026-03-09",
        "waiting 2026-03-10..2026-06-07",
        "covered 2026-06-08..",
      ],
      notices: ["waitTwoYears"],
      withoutNotices: ["gapLost"],
      next: [],
    },
  },
  {
    title: "23 months and a gap of 4: 90 days too",
    rule: "TL-08",
    asOf,
    facts: change("resident-to-unit", 23, "2025-10"),
    expected: { dates: { treatmentFrom: "2026-06-08" }, notices: ["waitTwoYears", "gapLost"] },
  },
  {
    title: "from the employee to the resident scheme",
    rule: "TL-08",
    asOf,
    facts: change("flexible-to-resident", 36, "2026-01"),
    expected: { steps: { gapMonths: 1, continuous: 36 }, dates: { treatmentFrom: "2026-03-10", treatmentUntil: "2026-12-31" } },
  },
  {
    title: "the first day counted from the next",
    rule: "TL-08",
    asOf,
    readings: { "tieling.waiting-day-count": "next-day" },
    facts: change("resident-to-unit", 24, "2025-10"),
    expected: { dates: { treatmentFrom: "2026-04-10" }, readings: ["tieling.waiting-day-count"] },
  },
  {
    title: "the payment's own day decides",
    rule: "TL-08",
    asOf,
    facts: { ...change("resident-to-unit", 24, "2025-10"), paidOn: "2026-02-28" },
    expected: { steps: { gapMonths: 3 }, dates: { treatmentFrom: "2026-02-28" } },
  },
  ...(["subsistence", "destitute", "lifted", "marginal", "entitled", "disabled"] as const).map((assisted): GoldenCase => ({
    title: `assisted (${assisted}): none, at any time`,
    rule: "TL-08",
    asOf,
    facts: { direction: "resident-to-unit", assisted, lastPaid: "2025-06" },
    expected: {
      dates: { treatmentFrom: "2026-03-10" },
      steps: { isAssisted: 1 },
      notAsked: ["continuousMonths"],
      timeLimit: "随时可以转，不受居民医保集中缴费期限制",
    },
  })),
  {
    title: "still paid in the old scheme: no gap, and two relations to sort out",
    rule: "TL-08",
    asOf,
    facts: change("resident-to-unit", 24, "2026-12"),
    expected: {
      steps: { gapMonths: 0 },
      coverage: ["covered 2026-03-01..2026-03-09", "covered 2026-03-10.."],
      next: ["tieling.duplicate"],
    },
  },
  {
    title: "paid for this very month in both",
    rule: "TL-08",
    asOf,
    facts: change("resident-to-unit", 24, "2026-03"),
    expected: { next: ["tieling.duplicate"] },
  },
  {
    title: "from flexible to unit after 3 months: no change of scheme",
    rule: "TL-04",
    asOf,
    facts: { direction: "flexible-to-unit", lastPaid: "2025-11" },
    expected: {
      steps: { cross: 0, gapMonths: 3 },
      dates: { treatmentFrom: "2026-03-10" },
      coverage: ["covered 2025-11-01..2025-11-30", "gap 2025-12-01..2026-03-09", "covered 2026-03-10.."],
      notAsked: ["assisted", "continuousMonths"],
    },
  },
  {
    title: "from flexible to unit after 4 months: 30 days",
    rule: "TL-04",
    asOf,
    facts: { direction: "flexible-to-unit", lastPaid: "2025-10" },
    expected: { dates: { treatmentFrom: "2026-04-09" }, notices: ["gapLost"] },
  },
  {
    title: "from flexible to unit without a gap: nothing drawn as one, nothing to sort out",
    rule: "TL-04",
    asOf,
    facts: { direction: "flexible-to-unit", lastPaid: "2026-03" },
    expected: { coverage: ["covered 2026-03-01..2026-03-09", "covered 2026-03-10.."], next: [] },
  },
  {
    title: "from flexible to unit in the month after the last paid one: no gap drawn",
    rule: "TL-04",
    asOf,
    facts: { direction: "flexible-to-unit", lastPaid: "2026-02" },
    expected: { coverage: ["covered 2026-02-01..2026-02-28", "covered 2026-03-10.."] },
  },
  {
    title: "paid in the future",
    rule: "TL-08",
    asOf,
    facts: { ...change("resident-to-unit", 24, "2025-10"), paidOn: "2026-03-11" },
    expected: { errors: ["paidOn conflict"] },
  },
];

const WAGE = [office("tieling.average-wage-month", "6000")];
const paid = (to: string) => ({ paid: { periods: [{ from: "2024-01", to }] } });
const unit = { capacity: "unit" } as const;
const local = (lastYear: string) => ({ capacity: "flexible", fromElsewhere: false, lastYear });

export const BACK_PAYMENT_CASES: readonly GoldenCase[] = [
  {
    // 3 × 420.00
    title: "gap of 3 months, pool and account: 7 %",
    rule: "TL-13",
    asOf,
    officeFigures: WAGE,
    facts: { ...unit, ...paid("2025-11"), fundMode: "combined" },
    expected: {
      outcome: "granted",
      // the rate is 7 of 100; the table's fifth case is a gap that can be paid
      steps: { gapMonths: 3, arrearsRate: 7, "tieling.employee-waiting.answer": 4 },
      headline: "可以补缴 3 个月，共 1,260.00 元；补上以后待遇连续",
      due: { topUp: "1260.00" },
      dates: { treatmentFrom: "2026-03-10", waitingLast: null },
      coverage: ["contributed 2024-03..2025-11", "bought 2025-12-01..2026-03-09", "covered 2026-03-10.."],
      failed: [],
      notices: ["notCredited"],
      withoutNotices: ["gapLost", "yearsOnly"],
      readings: ["tieling.gap-left"],
      next: [],
      options: {
        backPay: [
          "due topUp 1260.00",
          "part topUpMonth 420.00",
          "treatmentFrom 2026-03-10",
          "contributed 2024-03..2025-11",
          "bought 2025-12-01..2026-03-09",
          "covered 2026-03-10..",
        ],
        leave: ["treatmentFrom 2026-03-10", "contributed 2024-03..2025-11", "gap 2025-12-01..2026-03-09", "covered 2026-03-10.."],
      },
    },
  },
  {
    title: "a short gap left unpaid, read as a long one: 30 days for who does not pay",
    rule: "TL-04",
    asOf,
    officeFigures: WAGE,
    readings: { "tieling.gap-left": "thirty-days" },
    facts: { ...unit, ...paid("2025-11"), fundMode: "combined" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2026-03-10", waitingLast: null },
      readings: ["tieling.gap-left"],
      options: {
        backPay: [
          "due topUp 1260.00",
          "part topUpMonth 420.00",
          "treatmentFrom 2026-03-10",
          "contributed 2024-03..2025-11",
          "bought 2025-12-01..2026-03-09",
          "covered 2026-03-10..",
        ],
        leave: [
          "treatmentFrom 2026-04-09",
          "waitingLast 2026-04-08",
          "contributed 2024-03..2025-11",
          "gap 2025-12-01..2026-03-09",
          "waiting 2026-03-10..2026-04-08",
          "covered 2026-04-09..",
        ],
      },
    },
  },
  {
    // 300.00
    title: "gap of 1 month, pool only: 5 %",
    rule: "TL-13",
    asOf,
    officeFigures: WAGE,
    facts: { ...unit, ...paid("2026-01"), fundMode: "pool-only" },
    expected: { steps: { gapMonths: 1 }, due: { topUp: "300.00" } },
  },
  {
    title: "the wage is not entered",
    rule: "TL-13",
    asOf,
    facts: { ...unit, ...paid("2025-11"), fundMode: "combined" },
    expected: {
      outcome: "figure-missing",
      missing: ["tieling.average-wage-month 2026-03-10"],
      due: {},
      headline: "可以补缴 3 个月；缺少上年度平均工资，金额不能计算",
      dates: { treatmentFrom: "2026-03-10" },
    },
  },
  {
    title: "gap of 4 months: 30 days, nothing for the gap",
    rule: "TL-04",
    asOf,
    facts: { ...unit, ...paid("2025-10") },
    expected: {
      outcome: "refused",
      steps: { gapMonths: 4 },
      failed: ["atMostThree"],
      // no day makes a long gap short
      remedies: ["action"],
      dates: { treatmentFrom: "2026-04-09", waitingLast: "2026-04-08" },
      coverage: [
        "contributed 2024-03..2025-10",
        "gap 2025-11-01..2026-03-09",
        "waiting 2026-03-10..2026-04-08",
        "covered 2026-04-09..",
      ],
      notices: ["gapLost", "yearsOnly"],
      notAsked: ["fundMode", "fromElsewhere", "lastYear"],
      next: ["tieling.arrears"],
    },
  },
  {
    title: "no gap: it goes on",
    rule: "TL-04",
    asOf,
    facts: { ...unit, ...paid("2026-02") },
    expected: {
      outcome: "guidance",
      steps: { gapMonths: 0 },
      coverage: ["contributed 2024-03..2026-02", "covered 2026-03.."],
      dates: { treatmentFrom: null },
      due: {},
      next: [],
      failed: [],
      notAsked: ["fundMode"],
    },
  },
  {
    title: "the month of the payment counts, not that of the visit",
    rule: "TL-04",
    asOf,
    officeFigures: WAGE,
    facts: { ...unit, ...paid("2025-10"), paidOn: "2026-02-28", fundMode: "combined" },
    expected: { outcome: "granted", steps: { gapMonths: 3 }, dates: { treatmentFrom: "2026-02-28" } },
  },
  {
    title: "flexible, transferred in: the gap decides",
    rule: "TL-04",
    asOf,
    officeFigures: WAGE,
    facts: { capacity: "flexible", fromElsewhere: true, ...paid("2025-11"), fundMode: "combined" },
    expected: { outcome: "granted", due: { topUp: "1260.00" }, notAsked: ["lastYear"] },
  },
  {
    title: "flexible, transferred in after 4 months",
    rule: "TL-04",
    asOf,
    facts: { capacity: "flexible", fromElsewhere: true, ...paid("2025-10") },
    expected: { outcome: "refused", dates: { treatmentFrom: "2026-04-09" } },
  },
  {
    title: "flexible, transferred in without a gap",
    rule: "TL-04",
    asOf,
    facts: { capacity: "flexible", fromElsewhere: true, ...paid("2026-02") },
    expected: { outcome: "guidance", dates: { treatmentFrom: null } },
  },
  {
    title: "flexible, last year in full: on arrival, the gap stays open",
    rule: "TL-05",
    asOf,
    facts: { ...local("in-time"), ...paid("2025-12") },
    expected: {
      outcome: "guidance",
      dates: { treatmentFrom: "2026-03-10", waitingLast: null },
      coverage: ["contributed 2024-03..2025-12", "gap 2026-01-01..2026-03-09", "covered 2026-03-10.."],
      failed: [],
      notices: ["gapLost", "yearsOnly"],
      next: ["tieling.arrears"],
      headline: "上年度足额缴费，没有等待期，2026年3月10日起享受待遇",
    },
  },
  {
    title: "flexible, last year in full, paid in January: no month is missed",
    rule: "TL-05",
    asOf: "2026-01-10",
    facts: { ...local("in-time"), ...paid("2025-12") },
    expected: { outcome: "guidance", next: [], withoutNotices: ["gapLost", "yearsOnly"] },
  },
  {
    title: "flexible, last year not in full: 30 days",
    rule: "TL-05",
    asOf,
    facts: { ...local("not-full"), ...paid("2025-11") },
    expected: {
      outcome: "guidance",
      dates: { treatmentFrom: "2026-04-09" },
      notAsked: ["fundMode"],
      headline: "上年度没有足额缴费，等待 30 天，2026年4月9日起享受待遇",
    },
  },
  {
    title: "flexible, last year paid only this year",
    rule: "TL-05",
    asOf,
    facts: { ...local("back-paid"), ...paid("2025-12") },
    expected: { dates: { treatmentFrom: "2026-04-09" }, readings: ["tieling.cross-year-back-payment"] },
  },
  {
    title: "nothing was paid before",
    rule: "TL-04",
    asOf,
    facts: { ...unit, paid: { periods: [{ from: "2026-03", to: "2026-03" }] } },
    expected: { errors: ["paid conflict"] },
  },
  {
    title: "paid before the notice",
    rule: "TL-04",
    asOf,
    facts: { ...unit, ...paid("2025-10"), paidOn: "2022-03-31" },
    expected: { errors: ["paidOn conflict"] },
  },
];
