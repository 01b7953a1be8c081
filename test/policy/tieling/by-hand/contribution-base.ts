import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const person = { capacity: "unit", payer: "person" };
const unit = { capacity: "unit", payer: "unit" };
const publicKind = { unitKind: "public" };
const enterprise = { unitKind: "enterprise" };
const known = { lastYearKnown: true };
const year = { rule: "TL-10", asOf: "2025-02-03", history: "d202401-202501" };
const base = (amount: string) => ({ outcome: "granted", pays: { base: amount } }) as const;

// 五. 2025: 6400 a month: 60 % = 3840.00, 300 % = 19200.00.
export const contributionBase = about(of("contribution-base"), [
  {
    ...year,
    title: "public, a fen below the floor",
    facts: { ...person, ...publicKind, wage: "3839.99" },
    expected: base("3840.00"),
  },
  {
    ...year,
    title: "public, a fen above the floor",
    facts: { ...person, ...publicKind, wage: "3840.01" },
    expected: base("3840.01"),
  },
  {
    ...year,
    title: "public, a fen below the ceiling",
    facts: { ...person, ...publicKind, wage: "19199.99" },
    expected: base("19199.99"),
  },
  {
    ...year,
    title: "public, a fen above the ceiling",
    facts: { ...person, ...publicKind, wage: "19200.01" },
    expected: base("19200.00"),
  },
  // 五(三): 4000 − 10 − 100 − 50 − 40 = 3800 → the floor.
  {
    ...year,
    title: "public, four things that do not count",
    facts: {
      ...person,
      ...publicKind,
      wage: "4000.00",
      onlyChildFee: "10.00",
      heatingFee: "100.00",
      housingFund: "50.00",
      annuity: "40.00",
    },
    expected: base("3840.00"),
  },
  {
    ...year,
    // the wage and what is left out of it contradict each other; which of them is named is the form's business
    title: "more left out than earned",
    facts: { ...person, ...publicKind, wage: "4000.00", annuity: "4000.01" },
    expected: { errors: ["wage"] },
  },
  // 五(二): 50000 / 7 = 7142.857… → 7142.86.
  {
    ...year,
    title: "enterprise, seven months of last year",
    facts: { ...person, ...enterprise, ...known, lastYearWages: "50000.00", wageMonths: 7 },
    expected: base("7142.86"),
  },
  // (60000 − 6000) / 12 = 4500.00: both for the same time.
  {
    ...year,
    title: "enterprise, a year's heating fee",
    facts: { ...person, ...enterprise, ...known, lastYearWages: "60000.00", wageMonths: 12, heatingFee: "6000.00" },
    expected: base("4500.00"),
  },
  {
    ...year,
    title: "enterprise, far above the ceiling",
    facts: { ...person, ...enterprise, ...known, lastYearWages: "400000.00", wageMonths: 12 },
    expected: base("19200.00"),
  },
  // Last year unknown: this month's wage.
  {
    ...year,
    title: "enterprise, this month's wage",
    facts: { ...person, ...enterprise, lastYearKnown: false, thisMonthKnown: true, wage: "5000.00" },
    expected: base("5000.00"),
  },
  // Not known either: the average.
  {
    ...year,
    title: "enterprise, no wage known",
    facts: { ...person, ...enterprise, lastYearKnown: false, thisMonthKnown: false },
    expected: base("6400.00"),
  },
  {
    ...year,
    title: "person of a hardship enterprise",
    facts: { ...person, unitKind: "hardship" },
    expected: base("6400.00"),
  },
  // 五(一): the unit's total of last month, without limits: 100000 − 5000.
  {
    ...year,
    title: "public unit",
    facts: { ...unit, ...publicKind, totalWages: "100000.00", housingFund: "5000.00" },
    expected: base("95000.00"),
  },
  // 五(二): the larger: the wages …
  {
    ...year,
    title: "enterprise, wages above the bases",
    facts: { ...unit, ...enterprise, ...known, totalWages: "510000.01", sumOfBases: "510000.00" },
    expected: base("510000.01"),
  },
  // … or the bases.
  {
    ...year,
    title: "enterprise, bases above the wages",
    facts: { ...unit, ...enterprise, ...known, totalWages: "509999.99", sumOfBases: "510000.00" },
    expected: base("510000.00"),
  },
  // 10 × 6400.
  {
    ...year,
    title: "hardship enterprise of ten",
    facts: { ...unit, unitKind: "hardship", headcount: 10 },
    expected: base("64000.00"),
  },
  // The document's first day: 5500; 60 % = 3300.00.
  {
    ...year,
    title: "floor of 2022",
    asOf: "2022-04-01",
    history: "d202101-202203",
    facts: { ...person, ...publicKind, wage: "1000.00" },
    expected: base("3300.00"),
  },
  // Last day of 2025 and first of 2026: 19200.00, 19800.00.
  {
    ...year,
    title: "ceiling on the last day of 2025",
    asOf: "2025-12-31",
    facts: { ...person, ...publicKind, wage: "30000.00" },
    expected: base("19200.00"),
  },
  {
    ...year,
    title: "ceiling on the first day of 2026",
    asOf: "2026-01-01",
    facts: { ...person, ...publicKind, wage: "30000.00" },
    expected: base("19800.00"),
  },
  {
    ...year,
    title: "no wage for 2027",
    asOf: "2027-01-01",
    facts: { ...person, ...publicKind, wage: "30000.00" },
    expected: { outcome: "figure-missing" },
  },
  // 五(四): the annual wage of its own notice, not twelve times the monthly one.
  {
    ...year,
    title: "flexible in 2026",
    asOf: "2026-02-03",
    history: "l202501-202601",
    facts: { capacity: "flexible" },
    expected: base("79200.00"),
  },
]);
