/**
 * DL-12 by hand. In-scope cost − deductible = payable; pool = payable × ratio within 250,000 a year.
 * Until 2022: 90 % of the cost above the pool's limit (350,000 a year), then 40 % of the own burden above 10,000.
 * From 2023: own payment after the pool, accumulated, above 11,000 (2023) or 11,400 (2024): 75 % / 80 % / 85 %.
 */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
import type { GoldenCase } from "../golden.ts";

const asOf = "2026-03-02";
const rule = "DL-12";

const stay = (admitted: string, level: string, cost: string, discharged?: string) =>
  discharged === undefined ? { admitted, level, cost } : { admitted, level, cost, discharged };
type StayInput = ReturnType<typeof stay>;
const inService = (...items: StayInput[]) => ({ capacity: "in-service", stays: { items } });
const retired = (birthDate: string, ...items: StayInput[]) => ({ capacity: "retired", birthDate, stays: { items } });

const office = (figure: string, from: string, to: string, value: string): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document: "大医保发〔测试〕1号",
  note: "",
  enteredOn: "2026-03-01",
});

/** One stay of 10,000 on 2022-03-01 at every kind of hospital. */
const DAY = "2022-03-01";
const FIRST = "第1次 2022年3月1日";
/** 70 on the day of admission, and one day short of it. */
const SEVENTY = "1952-03-01";
const SIXTY_NINE = "1952-03-02";

const byTable: readonly GoldenCase[] = (
  [
    // [capacity and birth, level, pool, own]
    [null, "grassroots", "8730.00", "1270.00"], // 9,700 × 90 %
    [null, "second", "8360.00", "1640.00"], // 9,500 × 88 %
    [null, "third", "7777.50", "2222.50"], // 9,150 × 85 %
    [null, "top", "7480.00", "2520.00"], // 8,800 × 85 %
    [SIXTY_NINE, "grassroots", "9215.00", "785.00"], // 9,700 × 95 %
    [SIXTY_NINE, "second", "8930.00", "1070.00"], // 9,500 × 94 %
    [SIXTY_NINE, "third", "8463.75", "1536.25"], // 9,150 × 92.5 %
    [SIXTY_NINE, "top", "8140.00", "1860.00"], // 8,800 × 92.5 %
    [SEVENTY, "grassroots", "9357.50", "642.50"], // 9,850 × 95 %
    [SEVENTY, "second", "9165.00", "835.00"], // 9,750 × 94 %
    [SEVENTY, "third", "8856.88", "1143.12"], // 9,575 × 92.5 % = 8,856.875
    [SEVENTY, "top", "8695.00", "1305.00"], // 9,400 × 92.5 %
  ] as const
).map(([birth, level, pool, own]) => ({
  title: `${birth === null ? "in service" : birth === SEVENTY ? "retired, 70 on the day" : "retired, 70 on the next day"}, ${level}`,
  rule,
  asOf,
  facts: birth === null ? inService(stay(DAY, level, "10000")) : retired(birth, stay(DAY, level, "10000")),
  expected: { outcome: "granted", due: {}, groups: { [FIRST]: { pool, own } }, missing: [], conflicts: [] },
}));

/** The pool is used up: the whole cost goes to the large-sum subsidy. */
const exhausted = { earlierPool: "250000" };
const MAY_23 = "2023-05-05";
const FIRST_23 = "第1次 2023年5月5日";
const afterPool = (earlierBase: string, cost: string) => ({
  ...inService(stay(MAY_23, "grassroots", cost)),
  ...exhausted,
  earlierBase,
});

/** 165,000 used before: 85,000 are left, which is 85 % of 100,000. */
const lastOfPool = (cost: string) => ({ ...inService(stay(DAY, "third", cost)), earlierPool: "165000" });

export const INPATIENT_CASES: readonly GoldenCase[] = [
  ...byTable,

  // --- age, capacity
  {
    title: "the 70th birthday lies between two stays",
    rule,
    asOf,
    facts: retired("1952-06-15", stay("2022-06-14", "third", "10000"), stay("2022-06-15", "third", "10000")),
    expected: {
      groups: {
        "第1次 2022年6月14日": { pool: "8463.75", own: "1536.25" }, // 9,150 × 92.5 %
        "第2次 2022年6月15日": { pool: "8856.88", own: "1143.12" }, // 9,575 × 92.5 %
        合计: { pool: "17320.63", own: "2679.37" },
      },
      steps: { "age.1": 69 * 12, "age.2": 70 * 12 },
    },
  },
  {
    title: "born on 29 February: 70 on 28 February 2022",
    rule,
    asOf,
    facts: retired("1952-02-29", stay("2022-02-27", "third", "425"), stay("2022-02-28", "third", "425.10")),
    expected: {
      groups: {
        "第1次 2022年2月27日": { pool: "0.00", own: "425.00" }, // 850 not reached
        "第2次 2022年2月28日": { pool: "0.09", own: "425.01" }, // 0.10 × 92.5 % = 0.0925
      },
    },
  },
  {
    title: "in service the age does not count and is not asked",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "third", "10000")), birthDate: "1940-01-01" },
    expected: { groups: { [FIRST]: { pool: "7777.50", own: "2222.50" } }, notAsked: ["birthDate", "retiredFrom"] },
  },
  {
    title: "retired within the year: in service until the month before",
    rule,
    asOf,
    facts: {
      ...retired("1962-03-15", stay("2022-05-31", "third", "10000"), stay("2022-06-01", "third", "10000")),
      retiredFrom: "2022-06",
    },
    expected: {
      groups: {
        "第1次 2022年5月31日": { pool: "7777.50", own: "2222.50" }, // 85 %
        "第2次 2022年6月1日": { pool: "8463.75", own: "1536.25" }, // 92.5 %
      },
      steps: { "capacity.1": 0, "capacity.2": 1, "age.1": null },
    },
  },

  // --- deductible and rounding
  {
    title: "the cost is the deductible: all of it own",
    rule,
    asOf,
    facts: inService(stay(DAY, "third", "850")),
    expected: { groups: { [FIRST]: { pool: "0.00", own: "850.00" } }, steps: { "payable.1": 0 } },
  },
  {
    title: "the cost is one fen below the deductible",
    rule,
    asOf,
    facts: inService(stay(DAY, "third", "849.99")),
    expected: { groups: { [FIRST]: { pool: "0.00", own: "849.99" } } },
  },
  {
    title: "one fen above the deductible: 0.0085 rounds to 0.01",
    rule,
    asOf,
    facts: inService(stay(DAY, "third", "850.01")),
    expected: { groups: { [FIRST]: { pool: "0.01", own: "850.00" } }, readings: ["dalian.inpatient-rounding"] },
  },
  {
    title: "half a fen rounds up: 0.10 × 85 % = 0.085 → 0.09",
    rule,
    asOf,
    facts: inService(stay(DAY, "third", "850.10")),
    expected: { groups: { [FIRST]: { pool: "0.09", own: "850.01" } } },
  },
  {
    title: "… and is dropped where it is read so",
    rule,
    asOf,
    facts: inService(stay(DAY, "third", "850.10")),
    readings: { "dalian.inpatient-rounding": "down" },
    expected: { groups: { [FIRST]: { pool: "0.08", own: "850.02" } }, readings: ["dalian.inpatient-rounding"] },
  },

  // --- until 2022: the pool's limit
  {
    title: "2022: the limit is crossed inside a stay",
    rule,
    asOf,
    // 300,000 × 85 % = 255,000 > 250,000, which is used up by 250,000 ÷ 85 % = 294,117.647…; above it 5,882.3529… × 90 % = 5,294.1176…, rounded once;
    // burden 300,850 − 250,000 − 5,294.12 = 45,555.88; (45,555.88 − 10,000) × 40 % = 14,222.352
    facts: inService(stay(DAY, "third", "300850")),
    expected: {
      groups: { [FIRST]: { pool: "250000.00", supplementary: "5294.12", subsidy: "14222.35", own: "31333.53" } },
      // the first two in seventeenths of a fen
      steps: {
        "limitCost.1": 294_117_65 * 17 - 5,
        "aboveLimit.1": 5_882_35 * 17 + 5,
        "burden.1": 45_555_88,
        poolLeft: 0,
        "sum.1": 300_850_00,
      },
      readings: ["dalian.limit-split", "dalian.burden-deductible"],
      withoutReadings: ["dalian.subsidy-cap", "dalian.burden-beyond-limits", "dalian.inpatient-year", "dalian.large-sum-bands"],
      notices: ["estimate", "poolExhausted"],
      conflicts: [],
    },
  },
  {
    // 398,800.02 − 294,117.6470… = 104,682.3729… × 90 % = 94,214.1356…; 55,785.88 borne, 45,785.88 × 40 % = 18,314.352
    title: "2022: the remainder of the limit is not rounded before the ratio of the next layer",
    rule,
    asOf,
    facts: inService(stay(DAY, "top", "400000.02")),
    expected: { groups: { [FIRST]: { pool: "250000.00", supplementary: "94214.14", subsidy: "18314.35", own: "37471.53" } } },
  },
  {
    title: "… split by payment: 255,000 − 250,000 = 5,000 go to the next layer",
    rule,
    asOf,
    // 5,000 × 90 % = 4,500; burden 46,350; 36,350 × 40 % = 14,540
    facts: inService(stay(DAY, "third", "300850")),
    readings: { "dalian.limit-split": "by-payment" },
    expected: {
      groups: { [FIRST]: { pool: "250000.00", supplementary: "4500.00", subsidy: "14540.00", own: "31810.00" } },
      readings: ["dalian.limit-split"],
    },
  },
  {
    title: "the limit is hit exactly: nothing above it",
    rule,
    asOf,
    facts: lastOfPool("100850"), // 100,000 × 85 % = 85,000; burden 15,850; 5,850 × 40 % = 2,340
    expected: {
      groups: { [FIRST]: { pool: "85000.00", subsidy: "2340.00", own: "13510.00" } },
      steps: { poolLeft: 0 },
      notices: ["poolExhausted"],
      withoutReadings: ["dalian.limit-split"],
      readings: ["dalian.inpatient-year"],
    },
  },
  {
    title: "… split by payment, hit exactly: nothing above it either",
    rule,
    asOf,
    facts: lastOfPool("100850"),
    readings: { "dalian.limit-split": "by-payment" },
    expected: {
      groups: { [FIRST]: { pool: "85000.00", subsidy: "2340.00", own: "13510.00" } },
      withoutReadings: ["dalian.limit-split"],
    },
  },
  {
    title: "one fen over: 0.01 × 90 % = 0.009 → 0.01 from the next layer",
    rule,
    asOf,
    facts: lastOfPool("100850.01"),
    expected: {
      groups: { [FIRST]: { pool: "85000.00", supplementary: "0.01", subsidy: "2340.00", own: "13510.00" } },
      steps: { "limitCost.1": 100_000_00, "aboveLimit.1": 1 },
    },
  },
  {
    title: "one fen under: 99,999.99 × 85 % = 84,999.9915",
    rule,
    asOf,
    facts: lastOfPool("100849.99"),
    expected: {
      groups: { [FIRST]: { pool: "84999.99", subsidy: "2340.00", own: "13510.00" } },
      steps: { poolLeft: 1 },
      withoutNotices: ["poolExhausted"],
    },
  },
  {
    title: "the limit is used up before: the deductible stays own, the rest goes to the next layer",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "grassroots", "10300")), ...exhausted }, // 10,000 × 90 %; own 300 + 1,000
    expected: { groups: { [FIRST]: { pool: "0.00", supplementary: "9000.00", own: "1300.00" } } },
  },

  // --- until 2022: 40 % of the own burden above 10,000
  {
    title: "a burden of exactly 10,000: no subsidy",
    rule,
    asOf,
    facts: inService(stay(DAY, "grassroots", "97300")), // 97,000 × 90 % = 87,300
    expected: {
      groups: { [FIRST]: { pool: "87300.00", own: "10000.00" } },
      withoutReadings: ["dalian.burden-deductible"],
    },
  },
  {
    title: "one yuan of cost more: 0.10 of burden above 10,000 × 40 % = 0.04",
    rule,
    asOf,
    facts: inService(stay(DAY, "grassroots", "97301")), // 97,001 × 90 % = 87,300.90; burden 10,000.10
    expected: {
      groups: { [FIRST]: { pool: "87300.90", subsidy: "0.04", own: "10000.06" } },
      readings: ["dalian.burden-deductible"],
    },
  },
  {
    title: "… but with the deductible left out the burden is 9,700.10",
    rule,
    asOf,
    facts: inService(stay(DAY, "grassroots", "97301")),
    readings: { "dalian.burden-deductible": "not-counted" },
    expected: {
      groups: { [FIRST]: { pool: "87300.90", own: "10000.10" } },
      steps: { "burdenCounted.1": 9_700_10 },
      readings: ["dalian.burden-deductible"],
    },
  },
  {
    title: "earlier burden makes it exactly 10,000",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "top", "10000")), earlierBurden: "7480" }, // 2,520 + 7,480
    expected: { groups: { [FIRST]: { pool: "7480.00", own: "2520.00" } }, readings: ["dalian.inpatient-year"] },
  },
  {
    title: "earlier burden makes it one yuan over: 0.40",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "top", "10000")), earlierBurden: "7481" },
    expected: { groups: { [FIRST]: { pool: "7480.00", subsidy: "0.40", own: "2519.60" } }, steps: { "excess.1": 100 } },
  },
  {
    title: "one fen over: 0.004 rounds to nothing, but the layer is shown",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "top", "10000")), earlierBurden: "7480.01" },
    expected: { groups: { [FIRST]: { pool: "7480.00", subsidy: "0.00", own: "2520.00" } } },
  },
  {
    title: "earlier burden of 10,000: the whole burden is above",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "top", "10000")), earlierBurden: "10000" }, // 2,520 × 40 %
    expected: { groups: { [FIRST]: { pool: "7480.00", subsidy: "1008.00", own: "1512.00" } } },
  },
  {
    title: "earlier burden far above: what was subsidised before is not subsidised again",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "top", "10000")), earlierBurden: "90000" },
    expected: { groups: { [FIRST]: { pool: "7480.00", subsidy: "1008.00", own: "1512.00" } } },
  },

  // --- until 2022: the supplementary insurance's limit
  {
    title: "the 350,000 are hit exactly",
    rule,
    asOf,
    // 1,000 × 90 % = 900 = 350,000 − 349,100
    facts: { ...inService(stay(DAY, "grassroots", "1300")), ...exhausted, earlierSupplementary: "349100" },
    expected: {
      groups: { [FIRST]: { pool: "0.00", supplementary: "900.00", own: "400.00" } },
      steps: { "supplementaryRoom.1": 900_00, "beyondLimits.1": null },
    },
  },
  {
    title: "one fen over the 350,000",
    rule,
    asOf,
    // 1,000.01 × 90 % = 900.009 → 900.01 > 900; 900 stand for 1,000 of cost: 0.01 lies beyond
    facts: { ...inService(stay(DAY, "grassroots", "1300.01")), ...exhausted, earlierSupplementary: "349100" },
    expected: {
      groups: { [FIRST]: { pool: "0.00", supplementary: "900.00", own: "400.01" } },
      withoutReadings: ["dalian.burden-beyond-limits"],
    },
  },
  {
    title: "both limits used up: the cost beyond counts as own burden",
    rule,
    asOf,
    // burden 10,300; 300 × 40 % = 120
    facts: { ...inService(stay(DAY, "grassroots", "10300")), ...exhausted, earlierSupplementary: "350000" },
    expected: {
      groups: { [FIRST]: { pool: "0.00", supplementary: "0.00", subsidy: "120.00", own: "10180.00" } },
      steps: { "beyondLimits.1": 10_000_00 },
      readings: ["dalian.burden-beyond-limits", "dalian.subsidy-cap"],
    },
  },
  {
    title: "… or not, where it is read so: 300 of burden, no subsidy",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "grassroots", "10300")), ...exhausted, earlierSupplementary: "350000" },
    readings: { "dalian.burden-beyond-limits": "not-counted" },
    expected: {
      groups: { [FIRST]: { pool: "0.00", supplementary: "0.00", own: "10300.00" } },
      steps: { "burdenCounted.1": 300_00 },
      readings: ["dalian.burden-beyond-limits"],
    },
  },
  {
    title: "one stay through both limits",
    rule,
    asOf,
    // payable 683,006.54: 294,117.65 for the pool, 388,888.89 × 90 % = 350,000.001 → 350,000.00 for the supplement;
    // burden 683,856.54 − 600,000 = 83,856.54; 73,856.54 × 40 % = 29,542.616
    facts: inService(stay(DAY, "third", "683856.54")),
    expected: {
      groups: { [FIRST]: { pool: "250000.00", supplementary: "350000.00", subsidy: "29542.62", own: "54313.92" } },
      readings: ["dalian.subsidy-cap"],
    },
  },
  {
    title: "… with the subsidy under the same limit: nothing is left for it",
    rule,
    asOf,
    facts: inService(stay(DAY, "third", "683856.54")),
    readings: { "dalian.subsidy-cap": "shared" },
    expected: {
      groups: { [FIRST]: { pool: "250000.00", supplementary: "350000.00", subsidy: "0.00", own: "83856.54" } },
      readings: ["dalian.subsidy-cap"],
    },
  },
  {
    title: "a shared limit leaves a part of the subsidy",
    rule,
    asOf,
    // 3,000 × 90 % = 2,700 of 350,000 − 347,200 = 2,800; then 100 of 600 × 40 % = 240
    facts: {
      ...inService(stay(DAY, "grassroots", "3300")),
      ...exhausted,
      earlierSupplementary: "347000",
      earlierSubsidy: "200",
      earlierBurden: "50000",
    },
    readings: { "dalian.subsidy-cap": "shared" },
    expected: { groups: { [FIRST]: { pool: "0.00", supplementary: "2700.00", subsidy: "100.00", own: "500.00" } } },
  },
  {
    title: "a shared limit: the subsidy of one stay takes from the supplement of the next",
    rule,
    asOf,
    // first: 347,000 used, 2,700 and 100 more (as above, 200 paid before): all is used, the second gets nothing
    facts: {
      ...inService(stay(DAY, "grassroots", "3300"), stay("2022-04-01", "grassroots", "3300")),
      ...exhausted,
      earlierSupplementary: "347000",
      earlierSubsidy: "200",
      earlierBurden: "50000",
    },
    readings: { "dalian.subsidy-cap": "shared" },
    expected: {
      groups: { "第2次 2022年4月1日": { pool: "0.00", supplementary: "0.00", subsidy: "0.00", own: "3300.00" } },
    },
  },

  // --- several stays of 2022
  {
    title: "2022: two stays accumulate in every layer",
    rule,
    asOf,
    // 1: 85,000; burden 15,850; 5,850 × 40 %.  2: 165,000 are left = 194,117.65 of cost; 5,882.35 × 90 % = 5,294.115;
    // burden 200,850 − 165,000 − 5,294.12 = 30,555.88, all above: × 40 % = 12,222.352
    facts: inService(stay("2022-01-10", "third", "100850"), stay("2022-07-10", "third", "200850")),
    expected: {
      groups: {
        "第1次 2022年1月10日": { pool: "85000.00", subsidy: "2340.00", own: "13510.00" },
        "第2次 2022年7月10日": { pool: "165000.00", supplementary: "5294.12", subsidy: "12222.35", own: "18333.53" },
        合计: { pool: "250000.00", supplementary: "5294.12", subsidy: "14562.35", own: "31843.53" },
      },
      steps: { totalFunds: 269_856_47, "burdenSoFar.2": 46_405_88 },
      readings: ["dalian.inpatient-year"],
    },
  },
  {
    title: "two stays in one half of the year: the year's reading does not matter",
    rule,
    asOf,
    facts: inService(stay("2022-01-10", "third", "850"), stay("2022-06-30", "third", "850")),
    expected: { withoutReadings: ["dalian.inpatient-year"] },
  },
  {
    title: "something paid before, in any one layer: the year's reading matters",
    rule,
    asOf,
    facts: { ...inService(stay("2023-03-01", "third", "850")), earlierBase: "12000" },
    expected: { readings: ["dalian.inpatient-year"] },
  },
  {
    title: "a stay over the new year, read by insurance year: figures and layers change, so the date's reading matters",
    rule,
    asOf,
    readings: { "dalian.inpatient-year": "insurance-year" },
    facts: inService(stay("2022-12-30", "third", "850", "2023-01-02")),
    expected: { readings: ["dalian.inpatient-date"] },
  },
  {
    title: "a stay over the middle of a year, read by insurance year: the limits change",
    rule,
    asOf,
    readings: { "dalian.inpatient-year": "insurance-year" },
    facts: inService(stay("2022-06-29", "third", "850", "2022-07-02")),
    expected: { readings: ["dalian.inpatient-date"] },
  },

  // --- 31 December 2022 and 1 January 2023
  {
    title: "31 December 2022: the handbook's layers",
    rule,
    asOf,
    // 300,000 × 90 % = 270,000 > 250,000 ÷ 90 % = 277,777.78; 22,222.22 × 90 % = 19,999.998; burden 30,300; 20,300 × 40 %
    facts: inService(stay("2022-12-31", "grassroots", "300300")),
    expected: {
      groups: {
        "第1次 2022年12月31日": { pool: "250000.00", supplementary: "20000.00", subsidy: "8120.00", own: "22180.00" },
      },
      conflicts: [],
      notAsked: ["earlierBase", "earlierSubsidy"],
    },
  },
  {
    title: "1 January 2023: the large-sum subsidy",
    rule,
    asOf,
    facts: inService(stay("2023-01-01", "grassroots", "300300")), // 50,300 − 11,000 = 39,300 × 75 %
    expected: {
      groups: { "第1次 2023年1月1日": { pool: "250000.00", largeSum: "29475.00", own: "20825.00" } },
      steps: { "rest.1": 50_300_00, "firstBand.1": 39_300_00 },
      conflicts: ["dalian.supplementary-layer"],
      notAsked: ["earlierSupplementary", "earlierBurden", "earlierSubsidy"],
    },
  },
  {
    title: "stays of two years are not estimated together",
    rule,
    asOf,
    facts: inService(stay("2023-01-01", "third", "1000"), stay("2022-12-31", "third", "1000")),
    expected: { errors: ["stays.0.admitted conflict"] },
  },
  {
    title: "in hospital over the new year: the day of admission decides, and the reading is shown",
    rule,
    asOf,
    facts: inService(stay("2022-12-31", "grassroots", "300300", "2023-01-05")),
    expected: {
      groups: {
        "第1次 2022年12月31日": { pool: "250000.00", supplementary: "20000.00", subsidy: "8120.00", own: "22180.00" },
      },
      readings: ["dalian.inpatient-date"],
    },
  },
  {
    title: "… or the day of discharge, where it is read so",
    rule,
    asOf,
    facts: inService(stay("2022-12-31", "grassroots", "300300", "2023-01-05"), stay("2023-01-02", "grassroots", "300")),
    readings: { "dalian.inpatient-date": "discharge" },
    expected: {
      groups: {
        "第1次 2023年1月2日": { pool: "0.00", own: "300.00" },
        // 50,300 + 300 − 11,000 = 39,600 × 75 % = 29,700
        "第2次 2022年12月31日": { pool: "250000.00", largeSum: "29700.00", own: "20600.00" },
      },
      readings: ["dalian.inpatient-date"],
      conflicts: ["dalian.supplementary-layer"],
    },
  },
  {
    title: "discharged in the year of admission: that reading does not matter",
    rule,
    asOf,
    facts: inService(stay(DAY, "third", "10000", "2022-03-20")),
    expected: { withoutReadings: ["dalian.inpatient-date"] },
  },
  {
    title: "read by insurance year, a year holds both sets of layers under one pool limit",
    rule,
    asOf,
    // 1: as in 2022.  2: 165,000 of the pool are left; 35,850 − 11,000 = 24,850 × 75 % = 18,637.50
    facts: inService(stay("2022-07-10", "third", "100850"), stay("2023-03-01", "third", "200850")),
    readings: { "dalian.inpatient-year": "insurance-year" },
    expected: {
      groups: {
        "第1次 2022年7月10日": { pool: "85000.00", subsidy: "2340.00", own: "13510.00" },
        "第2次 2023年3月1日": { pool: "165000.00", largeSum: "18637.50", own: "17212.50" },
      },
      readings: ["dalian.inpatient-year"],
      conflicts: ["dalian.supplementary-layer"],
      notAsked: [],
    },
  },
  {
    title: "read by insurance year, 30 June and 1 July lie in two years",
    rule,
    asOf,
    facts: inService(stay("2022-06-30", "third", "1000"), stay("2022-07-01", "third", "1000")),
    readings: { "dalian.inpatient-year": "insurance-year" },
    expected: { errors: ["stays.1.admitted conflict"] },
  },

  // --- from 2023: threshold
  {
    title: "11,000 exactly: no large-sum subsidy",
    rule,
    asOf,
    facts: inService(stay(MAY_23, "grassroots", "107300")), // 107,000 × 90 % = 96,300; 11,000 are left
    expected: {
      groups: { [FIRST_23]: { pool: "96300.00", own: "11000.00" } },
      withoutReadings: ["dalian.burden-deductible", "dalian.large-sum-bands"],
      conflicts: ["dalian.supplementary-layer"],
    },
  },
  {
    title: "one yuan over: 0.75",
    rule,
    asOf,
    facts: inService(stay(MAY_23, "grassroots", "107310")), // 107,010 × 90 % = 96,309; 11,001 are left
    expected: {
      groups: { [FIRST_23]: { pool: "96309.00", largeSum: "0.75", own: "11000.25" } },
      readings: ["dalian.burden-deductible"],
      withoutReadings: ["dalian.large-sum-bands", "dalian.inpatient-rounding"],
      withoutNotices: ["thresholdUnverified", "poolExhausted"],
    },
  },
  {
    title: "… but with the deductible left out only 10,701 count",
    rule,
    asOf,
    facts: inService(stay(MAY_23, "grassroots", "107310")),
    readings: { "dalian.burden-deductible": "not-counted" },
    expected: {
      groups: { [FIRST_23]: { pool: "96309.00", own: "11001.00" } },
      steps: { "base.1": 10_701_00 },
      readings: ["dalian.burden-deductible"],
    },
  },
  {
    title: "one fen over: 0.0075 → 0.01",
    rule,
    asOf,
    facts: inService(stay(MAY_23, "grassroots", "107300.10")), // 107,000.10 × 90 % = 96,300.09; 11,000.01 are left
    expected: { groups: { [FIRST_23]: { pool: "96300.09", largeSum: "0.01", own: "11000.00" } } },
  },
  {
    title: "a stay that adds nothing above the threshold",
    rule,
    asOf,
    facts: { ...inService(stay(MAY_23, "grassroots", "300")), earlierBase: "20000" },
    readings: { "dalian.burden-deductible": "not-counted" },
    expected: { groups: { [FIRST_23]: { pool: "0.00", own: "300.00" } } },
  },
  {
    title: "a stay within a deductible that is read as not counted, above an unverified threshold: nothing rests on it",
    rule,
    asOf,
    readings: { "dalian.burden-deductible": "not-counted" },
    facts: { ...inService(stay("2024-05-05", "top", "500")), earlierBase: "20000" },
    expected: {
      outcome: "granted",
      groups: { "第1次 2024年5月5日": { pool: "0.00", own: "500.00" } },
      notices: ["estimate"],
      withoutNotices: ["thresholdUnverified"],
    },
  },
  {
    title: "already above the threshold: the whole stay counts",
    rule,
    asOf,
    facts: afterPool("20000", "4000"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "3000.00", own: "1000.00" } },
      readings: ["dalian.inpatient-year"],
      notices: ["poolExhausted"],
    },
  },

  // --- from 2023: bands, above a threshold of 11,000: to 61,000 75 %, to 111,000 80 %, then 85 %
  {
    title: "the first band is filled exactly",
    rule,
    asOf,
    facts: afterPool("60000", "1000"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "750.00", own: "250.00" } },
      steps: { firstBandTo: 61_000_00, "secondBand.1": null, "bandsExact.1": null },
    },
  },
  {
    title: "one fen into the second band: 750 + 0.008",
    rule,
    asOf,
    facts: afterPool("60000", "1000.01"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "750.01", own: "250.00" } },
      steps: { "firstBand.1": 1_000_00, "secondBand.1": 1 },
    },
  },
  {
    title: "half in the first, half in the second band: 750 + 800",
    rule,
    asOf,
    facts: afterPool("60000", "2000"),
    expected: { groups: { [FIRST_23]: { pool: "0.00", largeSum: "1550.00", own: "450.00" } } },
  },
  {
    title: "the second band is filled exactly",
    rule,
    asOf,
    facts: afterPool("110000", "1000"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "800.00", own: "200.00" } },
      steps: { secondBandTo: 111_000_00, "firstBand.1": null, "thirdBand.1": null, "bandsExact.1": null },
    },
  },
  {
    title: "the first band was filled exactly before: all in the second",
    rule,
    asOf,
    facts: afterPool("61000", "1000"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "800.00", own: "200.00" } },
      steps: { "firstBand.1": null, "secondBand.1": 1_000_00 },
    },
  },
  {
    title: "the second band was filled exactly before: all in the third",
    rule,
    asOf,
    facts: afterPool("111000", "1000"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "850.00", own: "150.00" } },
      steps: { "secondBand.1": null, "thirdBand.1": 1_000_00 },
    },
  },
  {
    title: "one yuan into the third band: 800 + 0.85",
    rule,
    asOf,
    facts: afterPool("110000", "1001"),
    expected: { groups: { [FIRST_23]: { pool: "0.00", largeSum: "800.85", own: "200.15" } } },
  },
  {
    title: "through all three bands: 37,500 + 40,000 + 100,000 × 85 %",
    rule,
    asOf,
    facts: afterPool("0", "211000"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "162500.00", own: "48500.00" } },
      readings: ["dalian.large-sum-bands"],
    },
  },
  {
    title: "… measured from zero: 39,000 × 75 % + 50,000 × 80 % + 111,000 × 85 %",
    rule,
    asOf,
    facts: afterPool("0", "211000"),
    readings: { "dalian.large-sum-bands": "from-zero" },
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "163600.00", own: "47400.00" } },
      steps: { firstBandTo: 50_000_00, secondBandTo: 100_000_00 },
      readings: ["dalian.large-sum-bands"],
    },
  },
  {
    title: "there is no cap",
    rule,
    asOf,
    facts: afterPool("0", "10000000"), // 77,500 + 9,889,000 × 85 % = 8,483,150
    expected: { groups: { [FIRST_23]: { pool: "0.00", largeSum: "8483150.00", own: "1516850.00" } } },
  },
  {
    title: "up to 50,000 it makes no difference from where the bands are measured",
    rule,
    asOf,
    facts: afterPool("49000", "1000"),
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "750.00", own: "250.00" } },
      withoutReadings: ["dalian.large-sum-bands"],
    },
  },
  {
    title: "one fen above 50,000 it does",
    rule,
    asOf,
    facts: afterPool("49000", "1000.01"), // 750.0075
    expected: {
      groups: { [FIRST_23]: { pool: "0.00", largeSum: "750.01", own: "250.00" } },
      readings: ["dalian.large-sum-bands"],
    },
  },

  // --- several stays of 2023, typed in any order
  {
    title: "2023: three stays, typed last first",
    rule,
    asOf,
    // 1: 20,000 × 88 % = 17,600; 2,900.  2: 85,000; 15,850, in all 18,750: 7,750 × 75 %.  3: 170,000, of which 147,400 are left;
    // 53,800, in all 72,550: 42,250 × 75 % + 11,550 × 80 % = 31,687.50 + 9,240
    facts: inService(
      stay("2023-11-20", "top", "201200"),
      stay("2023-04-10", "third", "100850"),
      stay("2023-02-01", "second", "20500"),
    ),
    expected: {
      groups: {
        "第1次 2023年2月1日": { pool: "17600.00", own: "2900.00" },
        "第2次 2023年4月10日": { pool: "85000.00", largeSum: "5812.50", own: "10037.50" },
        "第3次 2023年11月20日": { pool: "147400.00", largeSum: "40927.50", own: "12872.50" },
        合计: { pool: "250000.00", largeSum: "46740.00", own: "25810.00" },
      },
      steps: { totalFunds: 296_740_00, poolLeft: 0, "sum.3": 201_200_00 },
    },
  },
  {
    title: "two stays of one day keep the order in which they were typed",
    rule,
    asOf,
    // 85,000 are left: the first takes 85 % of 100,000, the second nothing
    facts: {
      ...inService(stay(MAY_23, "third", "100850"), stay(MAY_23, "grassroots", "300")),
      earlierPool: "165000",
    },
    expected: { steps: { "cost.1": 100_850_00, "cost.2": 300_00, "poolRoom.2": 0 } },
  },
  {
    title: "thirty stays, the most that one list takes",
    rule,
    asOf,
    facts: inService(...Array.from({ length: 30 }, () => stay(MAY_23, "grassroots", "300"))),
    expected: {
      groups: { "第30次 2023年5月5日": { pool: "0.00", own: "300.00" }, 合计: { pool: "0.00", own: "9000.00" } },
    },
  },

  // --- 2024: unverified threshold; 2025: none
  {
    title: "2024: 11,400 exactly, and the threshold is marked as unverified",
    rule,
    asOf,
    facts: { ...inService(stay("2024-05-05", "top", "11400")), ...exhausted },
    expected: {
      outcome: "granted",
      groups: { "第1次 2024年5月5日": { pool: "0.00", own: "11400.00" } },
      notices: ["thresholdUnverified"],
    },
  },
  {
    title: "2024: 1,000 above 11,400",
    rule,
    asOf,
    facts: { ...inService(stay("2024-12-31", "top", "12400")), ...exhausted },
    expected: { groups: { "第1次 2024年12月31日": { pool: "0.00", largeSum: "750.00", own: "11650.00" } } },
  },
  {
    title: "2025: nobody has the threshold; deductible and pool are shown all the same",
    rule,
    asOf,
    facts: inService(stay("2025-05-01", "third", "100000"), stay("2025-06-01", "third", "850")), // 99,150 × 85 % = 84,277.50
    expected: {
      outcome: "figure-missing",
      groups: {
        "第1次 2025年5月1日": { pool: "84277.50", undecided: "15722.50" },
        "第2次 2025年6月1日": { pool: "0.00", undecided: "850.00" },
        合计: { pool: "84277.50", undecided: "16572.50" },
      },
      steps: { "dalian.inpatient-basic.deductible": 850_00, "payable.1": 99_150_00, poolLeft: 165_722_50, "sum.1": 100_000_00 },
      missing: ["dalian.large-sum-threshold 2025-05-01"],
      notices: ["estimate"],
      withoutNotices: ["thresholdUnverified"],
      conflicts: ["dalian.supplementary-layer"],
    },
  },
  {
    title: "2025 with a threshold of 12,000 entered by the office: 3,722.50 × 75 % = 2,791.875",
    rule,
    asOf,
    facts: inService(stay("2025-05-01", "third", "100000")),
    officeFigures: [office("dalian.large-sum-threshold", "2025-01-01", "2025-12-31", "12000")],
    expected: {
      outcome: "granted",
      groups: { "第1次 2025年5月1日": { pool: "84277.50", largeSum: "2791.88", own: "12930.62" } },
      missing: [],
      withoutNotices: ["thresholdUnverified"],
    },
  },
  {
    title: "… is not carried over into 2026",
    rule,
    asOf,
    facts: inService(stay("2026-01-01", "third", "100000")),
    officeFigures: [office("dalian.large-sum-threshold", "2025-01-01", "2025-12-31", "12000")],
    expected: { outcome: "figure-missing", missing: ["dalian.large-sum-threshold 2026-01-01"] },
  },

  // --- before 2021 nobody has the limits
  {
    title: "31 December 2020: the pool's limit is missing, nothing can be shared out",
    rule,
    asOf,
    facts: inService(stay("2020-12-31", "third", "10000")),
    expected: {
      outcome: "figure-missing",
      groups: { "第1次 2020年12月31日": { undecided: "10000.00" }, 合计: { undecided: "10000.00" } },
      steps: { "payable.1": 9_150_00, "poolRounded.1": 7_777_50 },
      missing: ["dalian.pool-limit 2020-12-31"],
    },
  },
  {
    title: "1 January 2021: the handbook's figures hold",
    rule,
    asOf,
    facts: inService(stay("2021-01-01", "third", "10000")),
    expected: { outcome: "granted", groups: { "第1次 2021年1月1日": { pool: "7777.50", own: "2222.50" } } },
  },
  {
    title: "2020 with a pool limit of the office: the subsidy's figures are the next to be missing",
    rule,
    asOf,
    facts: inService(stay("2020-05-01", "third", "100850")),
    officeFigures: [office("dalian.pool-limit", "2020-01-01", "2020-12-31", "200000")],
    expected: {
      outcome: "figure-missing",
      groups: { "第1次 2020年5月1日": { pool: "85000.00", undecided: "15850.00" } },
      missing: ["dalian.subsidy-threshold 2020-05-01", "dalian.subsidy-ratio 2020-05-01"],
    },
  },
  {
    title: "… and the supplement's, once that limit is crossed; what follows stays open too",
    rule,
    asOf,
    facts: inService(stay("2020-05-01", "third", "300850"), stay("2020-06-01", "third", "850")),
    officeFigures: [
      office("dalian.pool-limit", "2020-01-01", "2020-12-31", "200000"),
      office("dalian.subsidy-threshold", "2020-01-01", "2020-12-31", "10000"),
      office("dalian.subsidy-ratio", "2020-01-01", "2020-12-31", "40"),
    ],
    expected: {
      outcome: "figure-missing",
      groups: {
        "第1次 2020年5月1日": { pool: "200000.00", undecided: "100850.00" },
        "第2次 2020年6月1日": { pool: "0.00", undecided: "850.00" },
      },
      missing: ["dalian.supplementary-ratio 2020-05-01", "dalian.supplementary-limit 2020-05-01"],
    },
  },

  // --- answers that cannot be
  {
    title: "admitted before birth, discharged before admission",
    rule,
    asOf,
    facts: retired("2022-03-02", stay(DAY, "third", "1000", "2022-02-28")),
    expected: { errors: ["stays.0.admitted conflict", "stays.0.discharged conflict"] },
  },
  {
    title: "born and admitted, admitted and discharged on one day",
    rule,
    asOf,
    facts: retired(DAY, stay(DAY, "third", "850", DAY)),
    expected: { groups: { [FIRST]: { pool: "0.00", own: "850.00" } } },
  },
  {
    title: "more than the limits cannot have been paid before",
    rule,
    asOf,
    facts: { ...inService(stay(DAY, "third", "1000")), earlierPool: "250000.01", earlierSupplementary: "350000.01" },
    expected: { errors: ["earlierPool conflict", "earlierSupplementary conflict"] },
  },
  {
    title: "thirty-one stays are too many",
    rule,
    asOf,
    facts: inService(...Array.from({ length: 31 }, () => stay(DAY, "third", "1000"))),
    expected: { errors: ["stays type"] },
  },
  {
    title: "a stay without day, level and cost is asked for, and no earlier layer yet",
    rule,
    asOf,
    facts: { capacity: "in-service", stays: { items: [{ discharged: DAY }] } },
    expected: {
      errors: ["stays.0.admitted required", "stays.0.level required", "stays.0.cost required"],
      notAsked: ["earlierBase", "earlierSupplementary"],
    },
  },
  {
    title: "nothing typed yet",
    rule,
    asOf,
    facts: {},
    expected: { unanswered: ["capacity", "stays"], notAsked: ["birthDate", "earlierBase", "earlierSupplementary"] },
  },
  {
    title: "a retiree's birth date is asked for",
    rule,
    asOf,
    facts: { capacity: "retired", stays: { items: [stay(DAY, "third", "1000")] } },
    expected: { unanswered: ["birthDate"], notAsked: ["earlierSubsidy"] },
  },
];
