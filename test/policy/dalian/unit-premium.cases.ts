/**
 * DL-16, premiums of a unit and its employees. Person 2 %, unit 8 % of last year's average wage, held to the limits of the month;
 * from 2025 a large-sum part of 0.1 % and 0.2 %. Each amount of a month is rounded to the fen.
 */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
import type { GoldenCase } from "../golden.ts";

const month = (from: string, to = from) => ({ periods: [{ from, to }] });
const employee = { who: "person", newStaff: false };
const ALWAYS = ["dalian.unit-premium-base", "dalian.unit-premium-materials", "dalian.unit-premium-place"];

const office = (figure: string, value: string, from: string, to: string): OfficeFigure => ({
  figure,
  value,
  from,
  to,
  document: "试验文件",
  note: "",
  enteredOn: "2025-07-01",
});

export const UNIT_PREMIUM_CASES: readonly GoldenCase[] = [
  {
    // 8000 × 2 % = 160.00, × 0.1 % = 8.00; × 8 % = 640.00, × 0.2 % = 16.00
    title: "one month of an employee",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: { ...employee, months: month("2025-03"), wage: "8000" },
    expected: {
      outcome: "granted",
      headline: "2025年3月：个人缴 168.00 元，单位缴 656.00 元，合计 824.00 元",
      due: { personPart: "168.00", unitPart: "656.00" },
      parts: ["personBasic 160.00", "personLargeSum 8.00", "unitBasic 640.00", "unitLargeSum 16.00"],
      information: { base: "8000.00" },
      steps: { lastYear: 2024, total: 82400 },
      materials: ["payroll"],
      onlyNotices: ["largeSumUnverified", "press"],
      readings: ALWAYS,
      withoutReadings: ["dalian.unit-premium-year"],
      conflicts: ["dalian.base-year"],
      place: "所属区（市）县医保经办机构核定基数，税务部门征收",
    },
  },
  {
    // 24570 × 2 % = 491.40, × 0.1 % = 24.57; the unit 1965.60 and 49.14
    title: "an upper limit that is not verified",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: { ...employee, months: month("2025-03"), wage: "24570.01" },
    expected: {
      due: { personPart: "515.97", unitPart: "2014.74" },
      information: { base: "24570.00" },
      onlyNotices: ["baseOutsideLimits", "limitsUnverified", "largeSumUnverified", "press"],
    },
  },
  {
    // 4374.60 × 2 % = 87.492, 4374.60 × 8 % = 349.968: an official limit; 4800: 96.00 and 384.00
    title: "over New Year 2024: two segments, each with the wage of its year",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: {
      ...employee,
      months: month("2023-12", "2024-02"),
      wages: {
        items: [
          { year: 2023, wage: "4800" },
          { year: 2021, wage: "4000" },
        ],
      },
    },
    expected: {
      headline: "3 个月：个人缴 279.49 元，单位缴 1,117.97 元，合计 1,397.46 元",
      due: { personPart: "279.49", unitPart: "1117.97" },
      groups: {
        "起始月份 2023年12月": { personSegment: "87.49", unitSegment: "349.97" },
        "起始月份 2024年1月": { personSegment: "192.00", unitSegment: "768.00" },
      },
      onlyNotices: ["baseOutsideLimits", "largeSumUnknown", "press"],
      readings: [...ALWAYS, "dalian.unit-premium-year"],
      notAsked: ["wage", "firstWage"],
    },
  },
  {
    // by the calendar December 2023 goes by 2022: 5000 × 2 % = 100.00, × 8 % = 400.00; January by 2023: 96.00 and 384.00
    title: "the same by calendar years",
    rule: "DL-16",
    asOf: "2025-07-10",
    readings: { "dalian.unit-premium-year": "calendar-year" },
    facts: {
      ...employee,
      months: month("2023-12", "2024-01"),
      wages: {
        items: [
          { year: 2022, wage: "5000" },
          { year: 2023, wage: "4800" },
        ],
      },
    },
    expected: { due: { personPart: "196.00", unitPart: "784.00" }, steps: { lastYear: 2022 } },
  },
  {
    // the limits of July 2022 were kept to December 2023: 18 × 100.00 and 18 × 400.00
    title: "a base year that was kept is one segment",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: { ...employee, months: month("2022-07", "2023-12"), wage: "5000" },
    expected: {
      due: { personPart: "1800.00", unitPart: "7200.00" },
      information: { personMonth: "100.00", unitMonth: "400.00", base: "5000.00" },
      steps: { "dalian.unit-premium.year": 2021 },
      onlyNotices: ["largeSumUnknown", "press"],
      conflicts: [],
    },
  },
  {
    // 3000 is below 60 % of any base that may be published: no base can be told, nor a premium
    title: "a year without limits: both are named, nothing is priced",
    rule: "DL-16",
    asOf: "2026-04-10",
    facts: { ...employee, months: month("2026-04"), wage: "3000" },
    expected: {
      outcome: "figure-missing",
      due: {},
      steps: { heldBase: null },
      missing: ["dalian.base-lower-limit 2026-04-01", "dalian.base-upper-limit 2026-04-01"],
      onlyNotices: ["press"],
    },
  },
  {
    // 6000: 120.00 + 480.00 twice; 6200: 124.00 + 6.20 and 496.00 + 12.40, twice
    title: "new staff: the first wage, then last year's average",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: {
      who: "person",
      newStaff: true,
      months: month("2024-11", "2025-02"),
      firstWage: "6000",
      wages: { items: [{ year: 2024, wage: "6200" }] },
    },
    expected: {
      due: { personPart: "500.40", unitPart: "1976.80" },
      materials: ["first-payroll", "labour-contract", "payroll"],
      notAsked: ["wage"],
    },
  },
  {
    title: "new staff within one year brings no other wage",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: { who: "person", newStaff: true, months: month("2025-05"), firstWage: "6000" },
    // 120.00 + 6.00; 480.00 + 12.00
    expected: {
      due: { personPart: "126.00", unitPart: "492.00" },
      materials: ["first-payroll", "labour-contract"],
      notAsked: ["wage", "wages"],
    },
  },
  {
    // 1,000,000 × 8 % and × 0.2 %, two months
    title: "a unit by the sum of its bases",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: { who: "unit", months: month("2025-03", "2025-04"), sumOfBases: "1000000" },
    expected: {
      headline: "2 个月：单位缴 164,000.00 元",
      due: { unitPart: "164000.00" },
      information: { unitMonth: "82000.00", base: "1000000.00" },
      materials: ["base-list"],
      readings: ALWAYS,
      notAsked: ["newStaff", "wage", "wages", "firstWage", "totalWages"],
    },
  },
  {
    // the unit on the wage itself: 30000 × 8 % = 2400.00 and × 0.2 % = 60.00; the person on 24570
    title: "a unit that pays on the wages, one person",
    rule: "DL-16",
    asOf: "2025-07-10",
    readings: { "dalian.unit-premium-base": "total-wages" },
    facts: { ...employee, months: month("2025-03"), wage: "30000" },
    expected: { due: { personPart: "515.97", unitPart: "2460.00" }, steps: { unitBase: 3000000, heldBase: 2457000 } },
  },
  {
    title: "a unit that pays on the wages, all of them",
    rule: "DL-16",
    asOf: "2025-07-10",
    readings: { "dalian.unit-premium-base": "total-wages" },
    facts: { who: "unit", months: month("2024-03"), totalWages: "500000" },
    // 500,000 × 8 %
    expected: {
      headline: "2024年3月：单位缴 40,000.00 元",
      due: { unitPart: "40000.00" },
      materials: ["total-payroll"],
      notAsked: ["sumOfBases"],
    },
  },
  {
    title: "no papers, and at the tax office, where it is read so",
    rule: "DL-16",
    asOf: "2025-07-10",
    readings: { "dalian.unit-premium-materials": "none", "dalian.unit-premium-place": "online" },
    facts: { ...employee, months: month("2025-03"), wage: "8000" },
    expected: { materials: [], place: "单位在税务部门网上申报，不用到医保窗口", readings: ALWAYS },
  },
  {
    // 8000: 160.00 + 4.00 and 640.00 + 12.00
    title: "a large-sum part of 2024 that the office has entered",
    rule: "DL-16",
    asOf: "2025-07-10",
    officeFigures: [
      office("dalian.person-large-sum-rate", "0.05", "2024-01-01", "2024-12-31"),
      office("dalian.unit-large-sum-rate", "0.15", "2024-01-01", "2024-12-31"),
    ],
    facts: { ...employee, months: month("2024-05"), wage: "8000" },
    expected: { due: { personPart: "164.00", unitPart: "652.00" }, onlyNotices: ["press"] },
  },
  {
    title: "months before July 2020 belong to the old rules",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: { ...employee, months: month("2020-06", "2020-07"), wage: "8000" },
    expected: { errors: ["months conflict"] },
  },
  {
    title: "a wage of a year that the months do not go by",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: { ...employee, months: month("2023-12", "2024-01"), wages: { items: [{ year: 2023, wage: "4800" }] } },
    expected: { errors: ["wages conflict"] },
  },
  {
    title: "a wage told twice for one year",
    rule: "DL-16",
    asOf: "2025-07-10",
    facts: {
      ...employee,
      months: month("2023-12", "2024-01"),
      wages: {
        items: [
          { year: 2021, wage: "4000" },
          { year: 2023, wage: "4800" },
          { year: 2021, wage: "4100" },
        ],
      },
    },
    expected: { errors: ["wages.2.year conflict"] },
  },
];
