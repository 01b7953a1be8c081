/**
 * TL-10 and TL-13 by hand, with the made-up figures of office.ts: average wage 6,000.00 a month, so that a person's base
 * lies between 3,600.00 and 18,000.00.
 */
import type { GoldenCase } from "../golden.ts";
import { FIGURES, ODD_WAGE, office } from "./office.ts";

const asOf = "2026-08-15";
const officeFigures = FIGURES;
const person = { capacity: "unit", payer: "person" } as const;
const unit = { capacity: "unit", payer: "unit" } as const;
const enterprise = { ...person, unitKind: "enterprise" } as const;

const base = (
  title: string,
  facts: GoldenCase["facts"],
  yuan: string,
  steps: Record<string, number | null> = {},
): GoldenCase => ({
  title,
  rule: "TL-10",
  asOf,
  facts,
  officeFigures,
  expected: { outcome: "granted", information: { personBase: yuan }, due: {}, steps, missing: [] },
});

export const BASE_CASES: readonly GoldenCase[] = [
  // --- public institutions: last month's wage
  {
    ...base("public: last month's wage between the limits", { ...person, unitKind: "public", wage: "7654.32" }, "7654.32"),
    expected: {
      outcome: "granted",
      information: { personBase: "7654.32" },
      steps: { lowestBase: 360_000, highestBase: 1_800_000, heldWage: 765_432 },
      headline: "个人缴费基数 7,654.32 元/月",
      notAsked: ["lastYearKnown", "thisMonthKnown", "lastYearWages", "wageMonths", "totalWages", "headcount", "sumOfBases"],
      withoutReadings: ["tieling.fallback-limits"],
      notices: ["baseOnly"],
    },
  },
  base("public: one fen below the floor", { ...person, unitKind: "public", wage: "3599.99" }, "3600.00"),
  base("public: the floor itself", { ...person, unitKind: "public", wage: "3600" }, "3600.00"),
  base("public: one fen above the floor", { ...person, unitKind: "public", wage: "3600.01" }, "3600.01"),
  base("public: one fen below the ceiling", { ...person, unitKind: "public", wage: "17999.99" }, "17999.99"),
  base("public: the ceiling itself", { ...person, unitKind: "public", wage: "18000" }, "18000.00"),
  base("public: one fen above the ceiling", { ...person, unitKind: "public", wage: "18000.01" }, "18000.00"),
  base("public: no wage at all", { ...person, unitKind: "public", wage: "0" }, "3600.00"),
  {
    title: "a limit that is no whole fen: 6,123.45 × 60 % = 3,674.07 and × 300 % = 18,370.35",
    rule: "TL-10",
    asOf,
    facts: { ...person, unitKind: "public", wage: "1" },
    officeFigures: ODD_WAGE,
    expected: { information: { personBase: "3674.07" }, steps: { highestBase: 1_837_035 } },
  },
  {
    title: "60 % of 6,123.44 is 3,674.064: rounded down once, in the base",
    rule: "TL-10",
    asOf,
    facts: { ...person, unitKind: "public", wage: "3674.06" },
    officeFigures: [office("tieling.average-wage-month", "6123.44")],
    expected: { information: { personBase: "3674.06" } },
  },
  {
    title: "60 % of 6,123.46 is 3,674.076: rounded up, though the wage is 3,674.07",
    rule: "TL-10",
    asOf,
    facts: { ...person, unitKind: "public", wage: "3674.07" },
    officeFigures: [office("tieling.average-wage-month", "6123.46")],
    expected: { information: { personBase: "3674.08" } },
  },
  {
    title: "excluded items are taken out one by one: 9,000 − 20 − 300 − 720 − 360 = 7,600.00",
    rule: "TL-10",
    asOf,
    facts: {
      ...person,
      unitKind: "public",
      wage: "9000",
      onlyChildFee: "20",
      heatingFee: "300",
      housingFund: "720",
      annuity: "360",
    },
    officeFigures,
    expected: {
      information: { personBase: "7600.00" },
      steps: { lessOnlyChildFee: 898_000, lessHeatingFee: 868_000, lessHousingFund: 796_000, lessAnnuity: 760_000 },
    },
  },
  base(
    "excluded items can bring the wage below the floor",
    { ...person, unitKind: "public", wage: "4000", heatingFee: "400.01" },
    "3600.00",
    { lessHeatingFee: 359_999, lessOnlyChildFee: null, lessHousingFund: null, lessAnnuity: null },
  ),
  base("an item of 0 is no step", { ...person, unitKind: "public", wage: "4000", onlyChildFee: "0" }, "4000.00", {
    lessOnlyChildFee: null,
  }),
  base("all of the wage excluded", { ...person, unitKind: "public", wage: "500", annuity: "500" }, "3600.00", { lessAnnuity: 0 }),
  {
    title: "more excluded than the wage",
    rule: "TL-10",
    asOf,
    facts: { ...person, unitKind: "public", wage: "500", annuity: "300", heatingFee: "200.01" },
    officeFigures,
    expected: { errors: ["wage conflict"] },
  },
  {
    title: "more excluded than last year's wages",
    rule: "TL-10",
    asOf,
    facts: { ...enterprise, lastYearKnown: true, lastYearWages: "500", wageMonths: 1, housingFund: "500.01" },
    officeFigures,
    expected: { errors: ["lastYearWages conflict"] },
  },
  {
    title: "more excluded than the unit's wages",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "public", totalWages: "500", onlyChildFee: "500.01" },
    officeFigures,
    expected: { errors: ["totalWages conflict"] },
  },

  // --- enterprises
  base(
    "enterprise: last year's monthly average: (90,000 − 1,200) ÷ 12 = 7,400.00",
    { ...enterprise, lastYearKnown: true, lastYearWages: "90000", wageMonths: 12, heatingFee: "1200" },
    "7400.00",
    { lessHeatingFee: 8_880_000, averageWage: 740_000 },
  ),
  base(
    "over the months in which there was a wage: 50,000 ÷ 7 = 7,142.857… → 7,142.86",
    { ...enterprise, lastYearKnown: true, lastYearWages: "50000", wageMonths: 7 },
    "7142.86",
  ),
  {
    title: "enterprise: average below the floor",
    rule: "TL-10",
    asOf,
    facts: { ...enterprise, lastYearKnown: true, lastYearWages: "40000", wageMonths: 12 },
    officeFigures,
    expected: {
      information: { personBase: "3600.00" },
      withoutReadings: ["tieling.fallback-limits"],
      notAsked: ["thisMonthKnown", "wage", "headcount", "sumOfBases", "totalWages"],
    },
  },
  {
    title: "last year not known: this month's wage, within the limits",
    rule: "TL-10",
    asOf,
    facts: { ...enterprise, lastYearKnown: false, thisMonthKnown: true, wage: "3000", onlyChildFee: "10" },
    officeFigures,
    expected: {
      information: { personBase: "3600.00" },
      steps: { lessOnlyChildFee: 299_000, monthWage: 299_000 },
      readings: ["tieling.fallback-limits"],
      notAsked: ["lastYearWages", "wageMonths"],
    },
  },
  {
    title: "or just this month's wage, as the office reads it",
    rule: "TL-10",
    asOf,
    facts: { ...enterprise, lastYearKnown: false, thisMonthKnown: true, wage: "3000", onlyChildFee: "10" },
    readings: { "tieling.fallback-limits": "free" },
    expected: {
      outcome: "granted",
      information: { personBase: "2990.00" },
      readings: ["tieling.fallback-limits"],
      missing: [],
    },
  },
  {
    title: "the other reading leaves last year's average within its limits",
    rule: "TL-10",
    asOf,
    facts: { ...enterprise, lastYearKnown: true, lastYearWages: "40000", wageMonths: 12 },
    readings: { "tieling.fallback-limits": "free" },
    officeFigures,
    expected: { information: { personBase: "3600.00" }, withoutReadings: ["tieling.fallback-limits"] },
  },
  {
    title: "neither known: the average",
    rule: "TL-10",
    asOf,
    facts: { ...enterprise, lastYearKnown: false, thisMonthKnown: false },
    officeFigures,
    expected: {
      information: { personBase: "6000.00" },
      notAsked: ["wage", "lastYearWages", "headcount", "onlyChildFee", "heatingFee", "housingFund", "annuity"],
      withoutReadings: ["tieling.fallback-limits"],
    },
  },
  {
    title: "hardship enterprise: the average, whatever the wage",
    rule: "TL-10",
    asOf,
    facts: { ...person, unitKind: "hardship" },
    officeFigures,
    expected: { information: { personBase: "6000.00" }, notAsked: ["lastYearKnown", "wage", "headcount"] },
  },

  // --- units
  {
    title: "public institution: last month's total without the excluded items",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "public", totalWages: "250000", housingFund: "30000", annuity: "12000" },
    officeFigures: [],
    expected: {
      outcome: "granted",
      information: { unitBase: "208000.00" },
      steps: { lessHousingFund: 22_000_000, lessAnnuity: 20_800_000 },
      headline: "单位缴费基数 208,000.00 元/月",
      missing: [],
      notAsked: ["sumOfBases", "headcount", "wage", "lastYearKnown"],
    },
  },
  {
    title: "enterprise: total larger than the sum of its persons' bases",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "enterprise", lastYearKnown: true, totalWages: "61000.01", sumOfBases: "61000" },
    expected: { outcome: "granted", information: { unitBase: "61000.01" }, notAsked: ["headcount", "wage", "lastYearWages"] },
  },
  {
    title: "enterprise: the sum of its persons' bases is larger",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "enterprise", lastYearKnown: true, totalWages: "60999.99", sumOfBases: "61000" },
    expected: { information: { unitBase: "61000.00" } },
  },
  {
    title: "excluded items first, then the comparison: 61,500 − 600 = 60,900 < 61,000",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "enterprise", lastYearKnown: true, totalWages: "61500", heatingFee: "600", sumOfBases: "61000" },
    expected: { information: { unitBase: "61000.00" }, steps: { lessHeatingFee: 6_090_000 } },
  },
  {
    title: "enterprise: last year not known, this month's total",
    rule: "TL-10",
    asOf,
    facts: {
      ...unit,
      unitKind: "enterprise",
      lastYearKnown: false,
      thisMonthKnown: true,
      totalWages: "70000",
      sumOfBases: "61000",
    },
    expected: { information: { unitBase: "70000.00" }, withoutReadings: ["tieling.fallback-limits"] },
  },
  {
    title: "enterprise: nothing known, 10 × 6,000.00 against 61,000.00",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "enterprise", lastYearKnown: false, thisMonthKnown: false, headcount: 10, sumOfBases: "61000" },
    officeFigures,
    expected: {
      information: { unitBase: "61000.00" },
      steps: { averageTotal: 6_000_000 },
      notAsked: ["totalWages", "onlyChildFee"],
    },
  },
  {
    title: "enterprise: nothing known, 11 × 6,000.00 against 61,000.00",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "enterprise", lastYearKnown: false, thisMonthKnown: false, headcount: 11, sumOfBases: "61000" },
    officeFigures,
    expected: { information: { unitBase: "66000.00" } },
  },
  {
    title: "hardship enterprise: 12 × 6,000.00",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "hardship", headcount: 12 },
    officeFigures,
    expected: { information: { unitBase: "72000.00" }, notAsked: ["sumOfBases", "totalWages"] },
  },

  // --- flexible
  {
    title: "flexible: last year's average of a year",
    rule: "TL-10",
    asOf,
    facts: { capacity: "flexible" },
    officeFigures,
    expected: {
      outcome: "granted",
      information: { flexibleBase: "72000.12" },
      headline: "灵活就业缴费基数 72,000.12 元/年",
      notAsked: ["unitKind", "payer", "lastYearKnown", "onlyChildFee"],
    },
  },

  // --- nobody has the figures
  {
    title: "flexible, no figure",
    rule: "TL-10",
    asOf,
    facts: { capacity: "flexible" },
    expected: {
      outcome: "figure-missing",
      information: {},
      missing: ["tieling.average-wage-year 2026-08-15"],
      headline: "缺少上年度平均工资，基数不能核定",
    },
  },
  {
    title: "person, no figure",
    rule: "TL-10",
    asOf,
    facts: { ...person, unitKind: "public", wage: "5000" },
    expected: { outcome: "figure-missing", information: {}, missing: ["tieling.average-wage-month 2026-08-15"] },
  },
  {
    title: "person of a hardship enterprise, no figure",
    rule: "TL-10",
    asOf,
    facts: { ...person, unitKind: "hardship" },
    expected: { outcome: "figure-missing", missing: ["tieling.average-wage-month 2026-08-15"] },
  },
  {
    title: "unit by heads, no figure",
    rule: "TL-10",
    asOf,
    facts: { ...unit, unitKind: "hardship", headcount: 12 },
    expected: { outcome: "figure-missing", missing: ["tieling.average-wage-month 2026-08-15"] },
  },
  {
    title: "before the notice: shares are missing too",
    rule: "TL-10",
    asOf: "2022-03-31",
    facts: { ...person, unitKind: "public", wage: "5000" },
    expected: {
      outcome: "figure-missing",
      missing: [
        "tieling.average-wage-month 2022-03-31",
        "tieling.base-lowest-share 2022-03-31",
        "tieling.base-highest-share 2022-03-31",
      ],
    },
  },
];

const period = (from: string, to: string) => ({ periods: [{ from, to }] });

export const ARREARS_CASES: readonly GoldenCase[] = [
  {
    title: "pool and account: 12 × 420.00, not credited",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-12"), fundMode: "combined" },
    officeFigures,
    expected: {
      outcome: "granted",
      due: { topUp: "5040.00" },
      steps: { topUpMonth: 42_000, owedMonths: 12 },
      failed: [],
      onlyNotices: ["baseMoves", "treatment", "notCredited"],
      coverage: ["bought 2025-01..2025-12"],
      headline: "补缴 12 个月（1 年），共 5,040.00 元",
      readings: ["tieling.average-wage", "tieling.rounding"],
    },
  },
  {
    title: "pool only: 12 × 300.00, nothing about an account",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-12"), fundMode: "pool-only" },
    officeFigures,
    expected: { due: { topUp: "3600.00" }, notices: ["treatment"], withoutNotices: ["notCredited"] },
  },
  {
    title: "months paid meanwhile are taken out: 12 − 2 = 10",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-12"), contributed: period("2025-03", "2025-04"), fundMode: "combined" },
    officeFigures,
    expected: {
      due: { topUp: "4200.00" },
      steps: { owedMonths: 10, contributed: 2 },
      coverage: ["bought 2025-01..2025-02", "contributed 2025-03..2025-04", "bought 2025-05..2025-12"],
    },
  },
  {
    title: "all paid: nothing is owed",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-02"), contributed: period("2024-12", "2025-02"), fundMode: "combined" },
    officeFigures,
    expected: {
      outcome: "refused",
      failed: ["owes"],
      remedies: ["action"],
      due: {},
      steps: { owedMonths: 0 },
      headline: "这些月份都已缴费，没有欠费",
    },
  },
  {
    title: "last month can be owed",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2026-07", "2026-07"), fundMode: "combined" },
    officeFigures,
    expected: { outcome: "granted", due: { topUp: "420.00" } },
  },
  {
    title: "this month is no arrears yet",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2026-07", "2026-08"), fundMode: "combined" },
    officeFigures,
    expected: { errors: ["owed conflict"] },
  },
  {
    title: "a bare number of paid months will not do",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-12"), contributed: { months: 2 }, fundMode: "combined" },
    officeFigures,
    expected: { errors: ["contributed type"] },
  },
  {
    title: "the wage of the year of payment, not of the months owed",
    rule: "TL-13",
    asOf: "2025-12-31",
    facts: { owed: period("2024-01", "2024-01"), fundMode: "combined" },
    officeFigures: [
      office("tieling.average-wage-month", "5000", "2025-01-01", "2025-12-31"),
      office("tieling.average-wage-month", "6000", "2026-01-01", "2026-12-31"),
    ],
    expected: { due: { topUp: "350.00" } },
  },
  {
    title: "a day later the next year's wage",
    rule: "TL-13",
    asOf: "2026-01-01",
    facts: { owed: period("2024-01", "2024-01"), fundMode: "combined" },
    officeFigures: [
      office("tieling.average-wage-month", "5000", "2025-01-01", "2025-12-31"),
      office("tieling.average-wage-month", "6000", "2026-01-01", "2026-12-31"),
    ],
    expected: { due: { topUp: "420.00" } },
  },
  {
    title: "no wage entered: how many months, no amount",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-12"), fundMode: "combined" },
    expected: {
      outcome: "figure-missing",
      due: {},
      missing: ["tieling.average-wage-month 2026-08-15"],
      headline: "要补缴 12 个月（1 年）；缺少上年度平均工资，金额不能计算",
      coverage: ["bought 2025-01..2025-12"],
    },
  },
  {
    title: "rounded once: 4 × 428.6415 = 1,714.566 → 1,714.57",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-04"), fundMode: "combined" },
    readings: { "tieling.rounding": "once" },
    officeFigures: ODD_WAGE,
    expected: { due: { topUp: "1714.57" }, steps: { topUpMonth: null } },
  },
  {
    title: "the month first: 4 × 428.64 = 1,714.56",
    rule: "TL-13",
    asOf,
    facts: { owed: period("2025-01", "2025-04"), fundMode: "combined" },
    officeFigures: ODD_WAGE,
    expected: { due: { topUp: "1714.56" }, steps: { topUpMonth: 42_864 } },
  },
];

const retiree = { retired: true, unitArrears: false } as const;

export const RETIREE_CASES: readonly GoldenCase[] = [
  {
    title: "not yet retired in the scheme",
    rule: "TL-14",
    asOf,
    facts: { retired: false },
    expected: {
      outcome: "not-yet",
      failed: ["retired"],
      remedies: ["action"],
      next: ["tieling.retirement"],
      sections: [],
      notAsked: ["unitArrears", "staffLeft", "yearsMet", "fundMode", "basicPension"],
      place: "参保地医保经办机构",
    },
  },
  {
    title: "the unit owes: treatment goes on",
    rule: "TL-14",
    asOf,
    facts: { ...retiree, unitArrears: true, staffLeft: true },
    expected: {
      outcome: "granted",
      failed: [],
      sections: ["arrears"],
      next: [],
      place: "不用办理",
      headline: "待遇照常，不受单位缴费情况影响",
      notAsked: ["yearsMet", "fundMode", "basicPension"],
    },
  },
  {
    title: "the unit pays and has staff: nothing to do",
    rule: "TL-14",
    asOf,
    facts: { ...retiree, staffLeft: true },
    expected: { outcome: "granted", sections: [], place: "不用办理" },
  },
  {
    title: "no staff left, pool only: handed over without account",
    rule: "TL-14",
    asOf,
    facts: { ...retiree, staffLeft: false, yearsMet: true, fundMode: "pool-only" },
    expected: {
      outcome: "granted",
      sections: ["unitOver", "poolOnly"],
      information: {},
      headline: "医保关系移交社会化管理，待遇照常",
      place: "参保地医保经办机构",
      notAsked: ["basicPension"],
    },
  },
  {
    title: "no staff left, combined: 2,345.67 × 2.8 % = 65.67876 → 65.68 a month",
    rule: "TL-14",
    asOf,
    facts: { ...retiree, unitArrears: true, staffLeft: false, yearsMet: true, fundMode: "combined", basicPension: "2345.67" },
    officeFigures,
    expected: {
      outcome: "granted",
      sections: ["arrears", "unitOver", "combined"],
      information: { accountCredit: "65.68" },
      due: {},
      missing: [],
    },
  },
  {
    title: "the share has not been entered",
    rule: "TL-14",
    asOf,
    facts: { ...retiree, staffLeft: false, yearsMet: true, fundMode: "combined", basicPension: "2345.67" },
    expected: {
      outcome: "figure-missing",
      information: {},
      missing: ["tieling.retired-account-share 2026-08-15"],
      sections: ["unitOver", "combined"],
      headline: "移交社会化管理；缺少划拨比例，个人账户金额不能计算",
    },
  },
  {
    title: "no staff left but the years are not met",
    rule: "TL-14",
    asOf,
    facts: { ...retiree, staffLeft: false, yearsMet: false },
    expected: {
      // filling the years mends it
      outcome: "not-yet",
      failed: ["yearsMet"],
      remedies: ["action"],
      next: ["tieling.retirement"],
      sections: [],
      headline: "规定年限还没有缴足，暂不能移交",
      notAsked: ["fundMode"],
    },
  },
];
