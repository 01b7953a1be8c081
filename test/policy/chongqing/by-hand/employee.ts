import { about, spans } from "../../../journeys/by-hand/case.ts";

// S4 职工01, 03…05. Individual premium a month: 222.50 / 489.50 in 2022 and 2023, 242.50 / 533.50 in 2024, 256.25 / 563.75 in 2025.

const chongqing = { city: "chongqing", asOf: "2025-07-10" } as const;
const person = { household: true, otherRelation: false, tier: "first", paidOn: "2025-07-10", fromResident: false };
const enrolmentMatter = { ...chongqing, rule: "CQ-03", matter: "chongqing.enrolment" } as const;

/** A resident of so many months whose new cover begins so many months after the old one. */
const fromResident = (months: number, paidOn: string) => ({
  asOf: paidOn,
  facts: { firstTime: true, fromResident: true, lastPaid: "2024-12", continuousMonths: months, retired: false, paidOn },
});

export const enrolment = about({ ...enrolmentMatter, facts: person }, [
  // Six months from July in the second tier: 6 × 563.75 = 3382.50.
  {
    title: "first time, second tier",
    facts: { firstTime: true, fromUnit: false, tier: "second" },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2026-01", pays: { premium: "3382.50" } },
  },
  // Paid in May, asked in July: six months from May.
  {
    title: "first time, paid two months ago",
    facts: { firstTime: true, fromUnit: false, paidOn: "2025-05-20" },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-11" },
  },
  // December, to June.
  {
    title: "first time, paid on the last day of the year",
    asOf: "2025-12-31",
    facts: { firstTime: true, fromUnit: false, paidOn: "2025-12-31" },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2026-06", pays: { premium: "256.25" } },
  },
  {
    title: "a payment ahead of the day",
    facts: { firstTime: true, fromUnit: false, paidOn: "2025-07-11" },
    expected: { errors: ["paidOn"] },
  },
  {
    title: "paid on the day where it is not said",
    facts: { firstTime: true, fromUnit: false, paidOn: null },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2026-01" },
  },
  // After a unit: one, two months; five.
  ...[
    ["2025-05", 1],
    ["2025-04", 2],
  ].map(([lastPaid, gapMonths]) => ({
    title: `after a unit, gap of ${gapMonths}`,
    facts: { firstTime: true, fromUnit: true, lastPaid },
    expected: { outcome: "granted" as const, gapMonths: gapMonths as number, wait: { months: 0 }, firstDay: "2025-08" },
  })),
  {
    title: "after a unit, gap of five",
    facts: { firstTime: true, fromUnit: true, lastPaid: "2025-01" },
    expected: { outcome: "granted", gapMonths: 5, wait: { months: 6 }, firstDay: "2026-01" },
  },
  // Again as an individual.
  ...[
    ["2025-06", 0],
    ["2025-05", 1],
    ["2025-04", 2],
  ].map(([lastPaid, gapMonths]) => ({
    title: `again, gap of ${gapMonths}`,
    facts: { firstTime: false, lastPaid },
    expected: { outcome: "granted" as const, gapMonths: gapMonths as number, wait: { months: 0 } },
  })),
  {
    title: "again after ten years",
    facts: { firstTime: false, lastPaid: "2015-06" },
    expected: { outcome: "granted", gapMonths: 120, wait: { months: 6 }, firstDay: "2026-01" },
  },
  { title: "again, last paid ahead", facts: { firstTime: false, lastPaid: "2025-08" }, expected: { errors: ["lastPaid"] } },
  // From the residents: January is the first month after 2024.
  {
    title: "from residents of 24 months in January",
    ...fromResident(24, "2025-01-31"),
    expected: { outcome: "granted", gapMonths: 0, wait: { months: 0 }, firstDay: "2025-01" },
  },
  {
    title: "from residents of 25 months in April",
    ...fromResident(25, "2025-04-30"),
    expected: { outcome: "granted", gapMonths: 3, wait: { months: 0 }, firstDay: "2025-04" },
  },
  {
    title: "from residents of 60 months in May",
    ...fromResident(60, "2025-05-01"),
    expected: { outcome: "granted", gapMonths: 4, wait: { months: 6 }, firstDay: "2025-11" },
  },
  {
    title: "from residents of 23 months in January",
    ...fromResident(23, "2025-01-31"),
    expected: { outcome: "granted", gapMonths: 0, wait: { months: 6 }, firstDay: "2025-07" },
  },
  // 职工01: registered elsewhere with a permit.
  {
    title: "a permit",
    facts: { household: false, permit: true, firstTime: true, fromUnit: false },
    expected: { outcome: "granted", wait: { months: 6 } },
  },
]);

const changeMatter = { ...chongqing, rule: "CQ-03", matter: "chongqing.scheme-change" } as const;
const GAPS = [
  ["2025-06", 0],
  ["2025-03", 3],
  ["2025-02", 4],
] as const;

/** 24 months and at most 3 missing: no wait, from the month of payment. Otherwise by the scheme that is entered. 职工03 */
const otherwise = { "unit-to-resident": 3, "flexible-to-resident": 3, "resident-to-flexible": 6 } as const;
const YEAR = { lastDay: "2025-12-31" };
const END = { "unit-to-resident": YEAR, "flexible-to-resident": YEAR, "resident-to-flexible": {} };
const crossings = (Object.keys(otherwise) as (keyof typeof otherwise)[]).flatMap((direction) =>
  GAPS.flatMap(([lastPaid, gapMonths]) =>
    [23, 24].flatMap((months) =>
      about(
        {
          ...changeMatter,
          facts: { direction, otherRelation: false, retired: false, paidOn: "2025-07-10", lastPaid, continuousMonths: months },
        },
        [
          {
            title: `${direction}, ${months} months, gap of ${gapMonths}`,
            // a gap of four is no change within three months: from July on the subsidy is self-paid, and nobody knows its amount
            expected:
              months === 24 && gapMonths <= 3
                ? { outcome: "granted", gapMonths, wait: { months: 0 }, firstDay: "2025-07", ...END[direction] }
                : {
                    outcome: gapMonths === 4 && direction !== "resident-to-flexible" ? "figure-missing" : "granted",
                    wait: { months: otherwise[direction] },
                    firstDay: otherwise[direction] === 3 ? "2025-10" : "2026-01",
                    ...END[direction],
                  },
          },
        ],
      ),
    ),
  ),
);

export const schemeChange = [
  ...crossings,
  ...about({ ...changeMatter, facts: { otherRelation: false, paidOn: "2025-07-10" } }, [
    {
      title: "resident to unit, 24 months, gap of three",
      facts: { direction: "resident-to-unit", retired: false, lastPaid: "2025-03", continuousMonths: 24 },
      expected: {
        outcome: "granted",
        gapMonths: 3,
        wait: { months: 0 },
        firstDay: "2025-07",
        covered: ["2025-04", "2025-05", "2025-06"],
      },
    },
    {
      title: "individual to unit, no gap",
      facts: { direction: "flexible-to-unit", lastPaid: "2025-06" },
      expected: { outcome: "granted", gapMonths: 0, covered: ["2025-07"] },
    },
    {
      title: "individual to unit while the individual relation is paid",
      facts: { direction: "flexible-to-unit", lastPaid: "2025-06", otherRelation: true },
      expected: { outcome: "not-yet" },
    },
    {
      title: "last paid ahead of the payment",
      facts: { direction: "unit-to-resident", retired: false, lastPaid: "2025-08", continuousMonths: 24 },
      expected: { errors: ["lastPaid"] },
    },
    // 职工03 不含退休人员: the two years do not help a retiree, the residents' rule holds. (Once refused: nothing forbids it.)
    {
      title: "a retiree to resident",
      facts: { direction: "unit-to-resident", retired: true, lastPaid: "2025-06", continuousMonths: 24 },
      expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-10", lastDay: "2025-12-31" },
    },
  ]),
];

export const unitArrears = about(
  { ...chongqing, rule: "CQ-04", matter: "chongqing.unit-arrears", facts: { arrearsPaid: true } },
  [
    {
      title: "two months, paid off at once",
      facts: { lastPaid: "2025-04", resumedMonth: "2025-07", paidOffMonth: "2025-07" },
      expected: { outcome: "granted", gapMonths: 2, firstDay: "2025-08", covered: ["2025-05", "2025-06"] },
    },
    // Both months are those of the day where nothing is said.
    {
      title: "months left out",
      facts: { lastPaid: "2025-04" },
      expected: { outcome: "granted", gapMonths: 2, firstDay: "2025-08", covered: ["2025-05", "2025-06"] },
    },
    // One missing month is the month of arrears itself: covered either way, more so when paid.
    {
      title: "one month, resumed and paid off in the next",
      facts: { lastPaid: "2025-05", resumedMonth: "2025-07", paidOffMonth: "2025-07" },
      expected: { outcome: "granted", gapMonths: 1, firstDay: "2025-08", covered: ["2025-06"] },
    },
    {
      title: "five months paid late",
      facts: { lastPaid: "2025-01", resumedMonth: "2025-07", paidOffMonth: "2025-07" },
      expected: {
        outcome: "granted",
        gapMonths: 5,
        firstDay: "2025-08",
        covered: ["2025-02"],
        notCovered: ["2025-03", "2025-04", "2025-05", "2025-06"],
      },
    },
    // Resumed in May after one month, paid off in June: from July.
    {
      title: "paid off a month after resuming",
      facts: { lastPaid: "2025-03", resumedMonth: "2025-05", paidOffMonth: "2025-06" },
      expected: { outcome: "granted", gapMonths: 1, firstDay: "2025-07", covered: ["2025-04"] },
    },
    // Four months, resumed in May, the arrears paid in July: paying them must not be worse than leaving them, so from June.
    // (Once August, the month after the arrears: 职工04 leaves it open whether 完清 means them after more than three months.)
    {
      title: "four months, paid off later",
      facts: { lastPaid: "2024-12", resumedMonth: "2025-05", paidOffMonth: "2025-07" },
      expected: {
        outcome: "granted",
        gapMonths: 4,
        firstDay: "2025-06",
        notCovered: ["2025-02", "2025-03", "2025-04", "2025-05"],
      },
    },
    {
      title: "across the year, four months",
      asOf: "2025-03-31",
      facts: { lastPaid: "2024-10", resumedMonth: "2025-03", paidOffMonth: "2025-03" },
      expected: {
        outcome: "granted",
        gapMonths: 4,
        firstDay: "2025-04",
        covered: ["2024-11"],
        notCovered: ["2024-12", "2025-01", "2025-02"],
      },
    },
    {
      title: "resumed in the last month of the year",
      asOf: "2025-12-31",
      facts: { lastPaid: "2025-08", resumedMonth: "2025-12", paidOffMonth: "2025-12" },
      expected: { outcome: "granted", gapMonths: 3, firstDay: "2026-01", covered: ["2025-09", "2025-10", "2025-11"] },
    },
    {
      title: "resumed before it was last paid",
      facts: { lastPaid: "2025-05", resumedMonth: "2025-04" },
      expected: { errors: ["resumedMonth"] },
    },
    {
      title: "resumed in a month ahead",
      facts: { lastPaid: "2025-05", resumedMonth: "2025-08" },
      expected: { errors: ["resumedMonth"] },
    },
    {
      title: "paid off in a month ahead",
      facts: { lastPaid: "2025-05", resumedMonth: "2025-07", paidOffMonth: "2025-08" },
      expected: { errors: ["paidOffMonth"] },
    },
    { title: "last paid in a month ahead", facts: { lastPaid: "2025-08" }, expected: { errors: ["lastPaid"] } },
    // Nothing paid back after four months: the gap stays uncovered.
    {
      title: "four months not paid back",
      facts: { lastPaid: "2025-02", resumedMonth: "2025-07", arrearsPaid: false },
      expected: { gapMonths: 4, covered: ["2025-03"], notCovered: ["2025-04", "2025-05", "2025-06"] },
    },
    // The last month in which three months can be paid back is over.
    {
      title: "three months, resumed in time but not paid back then",
      asOf: "2025-08-10",
      facts: { lastPaid: "2025-03", resumedMonth: "2025-07", arrearsPaid: false },
      expected: { gapMonths: 3, covered: ["2025-04"], notCovered: ["2025-05", "2025-06"] },
    },
  ],
);

const year = (of: string) => spans(`${of}-01/${of}-12`);
export const overlapRefund = about(
  {
    ...chongqing,
    rule: "CQ-05",
    matter: "chongqing.overlap-refund",
    asOf: "2025-03-10",
    facts: { tier: "first", individualPaid: year("2024"), usedTreatment: false, accountCredited: "0" },
  },
  [
    { title: "December only", facts: { unitPaid: spans("2024-12/2025-02") }, expected: { outcome: "granted", due: "242.50" } },
    { title: "the whole year", facts: { unitPaid: year("2024") }, expected: { outcome: "granted", due: "2910.00" } },
    // 6402.00
    {
      title: "the whole year, second tier",
      facts: { tier: "second", unitPaid: year("2024") },
      expected: { outcome: "granted", due: "6402.00" },
    },
    // 6402.00 − 6402.00
    {
      // (Once a refund of 0.00: nothing is left to refund.)
      title: "all of it credited",
      facts: { tier: "second", unitPaid: year("2024"), accountCredited: "6402" },
      expected: { outcome: "refused" },
    },
    { title: "a unit only afterwards", facts: { unitPaid: spans("2025-01/2025-02") }, expected: { outcome: "refused" } },
    // Two times apart: March and October.
    {
      title: "two separate months",
      facts: { unitPaid: spans("2024-03", "2024-10") },
      expected: { outcome: "granted", due: "485.00" },
    },
    // 2023: 222.50 and 489.50 a month, asked for in 2024.
    {
      title: "half of 2023, asked for in 2024",
      asOf: "2024-01-01",
      facts: { individualPaid: year("2023"), unitPaid: spans("2023-07/2023-12") },
      expected: { outcome: "granted", due: "1335.00" },
    },
    {
      title: "half of 2023, second tier, asked for in 2024",
      asOf: "2024-12-31",
      facts: { tier: "second", individualPaid: year("2023"), unitPaid: spans("2023-07/2023-12"), accountCredited: "437" },
      expected: { outcome: "granted", due: "2500.00" },
    },
    // Two years in one: each for itself, in 2025 that of 2024: its twelve months, 2910.00. (Once an error; whoever tells their whole
    // past has told nothing wrong.)
    {
      title: "two years at once",
      facts: { individualPaid: spans("2023-01/2024-12"), unitPaid: spans("2023-10/2024-12") },
      expected: { outcome: "granted", due: "2910.00" },
    },
    // The year itself: from January of the next.
    {
      title: "in the year itself",
      asOf: "2025-12-31",
      facts: { individualPaid: year("2025"), unitPaid: spans("2025-07/2025-12") },
      expected: { outcome: "not-yet", opens: "2026-01-01" },
    },
    // More credited than was paid twice: nothing to refund. (Once an error; what becomes of the rest stands nowhere.)
    {
      title: "more credited than paid twice",
      facts: { tier: "second", unitPaid: spans("2024-12"), accountCredited: "600" },
      expected: { outcome: "refused" },
    },
    {
      title: "used, in the year itself",
      asOf: "2024-12-31",
      facts: { unitPaid: spans("2024-12"), usedTreatment: true },
      expected: { outcome: "refused" },
    },
  ],
);
