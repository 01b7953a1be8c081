/**
 * CQ-01 and CQ-02 by hand.
 * Premium of a year: 2022, 2023: 53400 × 5 % = 2670, × 11 % = 5874; 2024: 58200: 2910, 6402; 2025: 61500: 3075, 6765 (all published).
 * A twelfth: 222.50 and 489.50; 242.50 and 533.50; 256.25 and 563.75: whole fen.
 * Care premium: 122 ÷ 12 = 10.1666… → 10.17, eleven of them 111.87, the rest 122 − 111.87 = 10.13; 126 ÷ 12 = 10.50; 132 ÷ 12 = 11.00.
 */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
import type { GoldenCase } from "../golden.ts";

/** Figures that an office might enter for 2026; made up. */
export const OFFICE_2026: readonly OfficeFigure[] = [
  ["chongqing.individual-base", "63001"],
  ["chongqing.first-tier-rate", "5"],
  ["chongqing.second-tier-rate", "11"],
  ["chongqing.care-premium", "125"],
  ["chongqing.top-up-base", "74000"],
].map(([figure, value]) => ({
  figure: figure!,
  from: "2026-01-01",
  to: "2026-12-31",
  value: value!,
  document: "测试文件",
  note: "",
  enteredOn: "2026-01-05",
}));

export const PREMIUM_CASES: readonly GoldenCase[] = [
  {
    title: "first tier, all of 2025: 3075, and 132 by the bank",
    rule: "CQ-01",
    asOf: "2025-01-10",
    facts: { tier: "first", startMonth: "2025-01" },
    expected: {
      outcome: "guidance",
      due: { premium: "3075.00", careByBank: "132.00" },
      information: {},
      steps: { monthsLeft: 12, premiumYear: 307_500 },
      withoutReadings: ["chongqing.part-year", "chongqing.rounding", "chongqing.care-part-year"],
      next: ["chongqing.enrolment"],
      sections: ["individualPayment"],
      headline: "全年医保费 3,075.00 元，长期护理保险费 132.00 元",
    },
  },
  {
    title: "second tier, all of 2025: 6765, and 132 out of the account",
    rule: "CQ-01",
    asOf: "2025-01-10",
    facts: { tier: "second" },
    expected: {
      due: { premium: "6765.00", careByAccount: "132.00" },
      next: ["chongqing.enrolment", "chongqing.long-term-care"],
    },
  },
  {
    title: "first tier from July 2025: 6 × 256.25 = 1537.50; care 132 × 6 ÷ 12 = 66",
    rule: "CQ-01",
    asOf: "2025-07-15",
    facts: { tier: "first" },
    expected: {
      outcome: "guidance",
      due: { premium: "1537.50", careByBank: "66.00" },
      information: { premiumYear: "3075.00" },
      steps: { monthsLeft: 6, premiumMonth: 25_625 },
      readings: ["chongqing.part-year", "chongqing.care-part-year"],
      withoutReadings: ["chongqing.rounding"],
      headline: "2025年7月起 6 个月：医保费 1,537.50 元，长期护理保险费 66.00 元",
    },
  },
  {
    title: "second tier in December 2024: one month, 533.50 and 10.50",
    rule: "CQ-01",
    asOf: "2024-12-31",
    facts: { tier: "second" },
    expected: {
      due: { premium: "533.50", careByAccount: "10.50" },
      steps: { monthsLeft: 1 },
      conflicts: ["chongqing.care-premium"],
    },
  },
  {
    title: "second tier from February 2023: 11 × 489.50 = 5384.50; care 10 × 10.17 + 10.13 = 111.83",
    rule: "CQ-01",
    asOf: "2023-02-01",
    facts: { tier: "second" },
    expected: {
      due: { premium: "5384.50", careByAccount: "111.83" },
      steps: { monthsLeft: 11 },
      conflicts: [],
      readings: ["chongqing.care-rest"],
    },
  },
  {
    title: "the year of the start month counts, not that of the day: 2024 asked for in 2025",
    rule: "CQ-01",
    asOf: "2025-03-01",
    facts: { tier: "first", startMonth: "2024-10" },
    expected: { due: { premium: "727.50", careByBank: "31.50" } }, // 3 × 242.50; 126 × 3 ÷ 12
  },
  {
    title: "read as a whole year whenever one begins",
    rule: "CQ-01",
    asOf: "2025-07-15",
    readings: { "chongqing.part-year": "whole-year", "chongqing.care-part-year": "whole-year" },
    facts: { tier: "first" },
    expected: {
      due: { premium: "3075.00", careByBank: "132.00" },
      information: {},
      steps: { monthsLeft: 12 },
      readings: ["chongqing.part-year", "chongqing.care-part-year"],
    },
  },
  {
    title: "2026: nobody has the base, the rate or the care premium",
    rule: "CQ-01",
    asOf: "2026-01-01",
    facts: { tier: "first" },
    expected: {
      outcome: "figure-missing",
      due: {},
      missing: [
        "chongqing.individual-base 2026-01-01",
        "chongqing.first-tier-rate 2026-01-01",
        "chongqing.care-premium 2026-01-01",
      ],
    },
  },
  {
    title: "2021: before the first published figure nothing is made up",
    rule: "CQ-01",
    asOf: "2021-12-31",
    facts: { tier: "second" },
    expected: {
      outcome: "figure-missing",
      missing: [
        "chongqing.individual-base 2021-12-01",
        "chongqing.second-tier-rate 2021-12-01",
        "chongqing.care-premium 2021-12-01",
      ],
    },
  },
  {
    // 63001 × 5 % = 3150.05; ÷ 12 = 262.504… → 262.50; × 5 = 1312.50
    title: "an office figure that does not divide: each month to the fen first",
    rule: "CQ-01",
    asOf: "2026-08-03",
    officeFigures: OFFICE_2026,
    facts: { tier: "first" },
    expected: {
      due: { premium: "1312.50", careByBank: "52.08" }, // 125 × 5 ÷ 12 = 52.0833…
      steps: { premiumYear: 315_005, premiumMonth: 26_250 },
      readings: ["chongqing.rounding"],
    },
  },
  {
    title: "the same rounded once: 3150.05 × 5 ÷ 12 = 1312.5208 → 1312.52",
    rule: "CQ-01",
    asOf: "2026-08-03",
    officeFigures: OFFICE_2026,
    readings: { "chongqing.rounding": "total-once" },
    facts: { tier: "first" },
    expected: { due: { premium: "1312.52", careByBank: "52.08" }, information: {}, readings: ["chongqing.rounding"] },
  },
  {
    title: "a whole year is the yearly amount under either way of rounding",
    rule: "CQ-01",
    asOf: "2026-01-03",
    officeFigures: OFFICE_2026,
    facts: { tier: "first" },
    expected: { due: { premium: "3150.05", careByBank: "125.00" }, withoutReadings: ["chongqing.rounding"] },
  },
];

export const CARE_CASES: readonly GoldenCase[] = [
  {
    title: "second tier 2023: eleven times 10.17 and 10.13 in December, 122 in all",
    rule: "CQ-02",
    asOf: "2023-08-29",
    facts: { tier: "second", capacity: "in-service", startMonth: "2023-01" },
    expected: {
      outcome: "guidance",
      due: { careByAccount: "122.00" },
      steps: { careMonths: 12, carePart: 1017, careRest: 1013 },
      readings: ["chongqing.care-rest"],
      withoutReadings: ["chongqing.care-part-year"],
      next: ["chongqing.account-statement"],
      place: "不用到窗口，从个人账户代扣",
      headline: "二档从个人账户代扣 12 个月（1 年），每月 10.17 元，2023年12月 10.13 元，共 122.00 元",
    },
  },
  {
    title: "the rest read as in January",
    rule: "CQ-02",
    asOf: "2023-08-29",
    readings: { "chongqing.care-rest": "first-month" },
    facts: { tier: "second", capacity: "in-service", startMonth: "2023-01" },
    expected: { due: { careByAccount: "122.00" }, steps: { carePart: 1017, careRest: 1013, careRestMonth: 2023 * 12 } },
  },
  {
    title: "first tier 2023: 122 at once by the bank",
    rule: "CQ-02",
    asOf: "2023-08-29",
    facts: { tier: "first", capacity: "in-service", startMonth: "2023-01" },
    expected: {
      outcome: "guidance",
      due: { careByBank: "122.00" },
      steps: { carePart: null },
      place: "签约代扣的银行",
      sections: [],
      next: [],
      withoutReadings: ["chongqing.care-rest", "chongqing.care-part-year"],
    },
  },
  {
    title: "second tier from July 2023: five times 10.17 and 10.13, 60.98",
    rule: "CQ-02",
    asOf: "2023-07-01",
    facts: { tier: "second", capacity: "in-service" },
    expected: {
      due: { careByAccount: "60.98" },
      steps: { careMonths: 6, careRest: 1013 },
      readings: ["chongqing.care-rest", "chongqing.care-part-year"],
      sections: ["accountStatement"],
    },
  },
  {
    title: "from July with the rest in January, which was not insured: six times 10.17",
    rule: "CQ-02",
    asOf: "2023-07-01",
    readings: { "chongqing.care-rest": "first-month" },
    facts: { tier: "second", capacity: "in-service" },
    expected: { due: { careByAccount: "61.02" }, steps: { careRest: null }, readings: ["chongqing.care-rest"] },
  },
  {
    // 122 ÷ 5 = 24.40: no rest
    title: "the whole year shared by the five months from August",
    rule: "CQ-02",
    asOf: "2023-08-29",
    readings: { "chongqing.care-part-year": "whole-year" },
    facts: { tier: "second", capacity: "in-service" },
    expected: { due: { careByAccount: "122.00" }, steps: { carePart: 2440, careRest: null, careMonths: 5 } },
  },
  {
    // 122 ÷ 7 = 17.428… → 17.43; 6 × 17.43 = 104.58; 122 − 104.58 = 17.42
    title: "the whole year shared by the seven months from June: the rest in December",
    rule: "CQ-02",
    asOf: "2023-06-01",
    readings: { "chongqing.care-part-year": "whole-year" },
    facts: { tier: "second", capacity: "in-service" },
    expected: {
      due: { careByAccount: "122.00" },
      steps: { carePart: 1743, careRest: 1742, careRestMonth: 2023 * 12 + 11 },
      withoutReadings: [],
    },
  },
  {
    title: "the same with the rest in the first month, June",
    rule: "CQ-02",
    asOf: "2023-06-01",
    readings: { "chongqing.care-part-year": "whole-year", "chongqing.care-rest": "first-month" },
    facts: { tier: "second", capacity: "in-service" },
    expected: { due: { careByAccount: "122.00" }, steps: { careRest: 1742, careRestMonth: 2023 * 12 + 5 } },
  },
  {
    title: "first tier in December 2023: one month, 10.17, the answers' own year",
    rule: "CQ-02",
    asOf: "2023-12-31",
    facts: { tier: "first", capacity: "in-service" },
    expected: { due: { careByBank: "10.17" }, conflicts: [] },
  },
  {
    title: "first tier from July 2023 by month: 61",
    rule: "CQ-02",
    asOf: "2023-07-20",
    facts: { tier: "first", capacity: "in-service" },
    expected: { due: { careByBank: "61.00" }, steps: { careMonths: 6 }, readings: ["chongqing.care-part-year"] },
  },
  {
    title: "first tier from July 2023 read as a whole year: 122",
    rule: "CQ-02",
    asOf: "2023-07-20",
    readings: { "chongqing.care-part-year": "whole-year" },
    facts: { tier: "first", capacity: "in-service" },
    expected: { due: { careByBank: "122.00" }, readings: ["chongqing.care-part-year"] },
  },
  {
    title: "second tier 2024: twelve times 10.50, no rest and no reading about it",
    rule: "CQ-02",
    asOf: "2024-02-29",
    facts: { tier: "second", capacity: "in-service", startMonth: "2024-01" },
    expected: {
      due: { careByAccount: "126.00" },
      steps: { carePart: 1050, careRest: null },
      conflicts: ["chongqing.care-premium"],
      withoutReadings: ["chongqing.care-rest"],
      headline: "二档从个人账户代扣 12 个月（1 年），每月 10.50 元，共 126.00 元",
    },
  },
  {
    // 61 ÷ 12 = 5.0833… → 5.08; 11 × 5.08 = 55.88; 61 − 55.88 = 5.12: the rest may be the larger one
    title: "retired in the second tier 2022: eleven times 5.08 and 5.12",
    rule: "CQ-02",
    asOf: "2022-01-31",
    facts: { tier: "second", capacity: "retired" },
    expected: { due: { careByAccount: "61.00" }, steps: { carePart: 508, careRest: 512 } },
  },
  {
    title: "retired in the first tier 2025: 66",
    rule: "CQ-02",
    asOf: "2025-01-31",
    facts: { tier: "first", capacity: "retired" },
    expected: { due: { careByBank: "66.00" } },
  },
  {
    title: "2026: the figure is missing",
    rule: "CQ-02",
    asOf: "2026-01-31",
    facts: { tier: "second", capacity: "retired" },
    expected: { outcome: "figure-missing", due: {}, missing: ["chongqing.care-premium-retired 2026-01-01"] },
  },
  {
    title: "tier and capacity are asked for",
    rule: "CQ-02",
    asOf: "2025-01-31",
    facts: {},
    expected: { unanswered: ["tier", "capacity"] },
  },
];
