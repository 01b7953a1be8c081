import { about, spans } from "../../../journeys/by-hand/case.ts";

// Ends of months, quarters and years, thresholds hit exactly, and years whose figures nobody has published.

const retired = {
  sex: "male",
  birthDate: "1965-03-10",
  way: "pension-here",
  pensionMonth: "2025-04",
  capacity: "flexible",
  transferred: { months: 0 },
  deemedMonths: 0,
  service: { months: 0 },
  tier: "first",
};

// 240 of both places (CQ-15); topped up at 73272 × 5 % ÷ 12 = 305.30 a month.
const chengdu = about({ rule: "CQ-15", city: "chongqing", matter: "chongqing.retirement", asOf: "2025-06-10", facts: retired }, [
  {
    title: "239 here and one month in Chengdu, where the last was paid: here all the same",
    facts: { contributed: { months: 239 }, chengduMonths: { months: 1 }, lastPaidAt: "chengdu" },
    expected: { outcome: "granted", firstDay: "2025-07" },
  },
  {
    // 240 − 239 = 1
    title: "139 and 100: one month of 305.30",
    facts: { contributed: { months: 139 }, chengduMonths: { months: 100 }, lastPaidAt: "chengdu", shortfallWay: "pay-now" },
    expected: { outcome: "granted", due: "305.30" },
  },
  {
    // 240 − 200 = 40; 40 × 305.30
    title: "150 and 50: 40 months",
    facts: { contributed: { months: 150 }, chengduMonths: { months: 50 }, lastPaidAt: "chengdu", shortfallWay: "pay-now" },
    expected: { outcome: "granted", due: "12212.00" },
  },
  {
    title: "50 and 150: to be made up in Chengdu",
    facts: { contributed: { months: 50 }, chengduMonths: { months: 150 }, lastPaidAt: "chongqing" },
    expected: { outcome: "guidance", place: "成都" },
  },
  {
    title: "nothing here, 360 there",
    facts: { contributed: { months: 0 }, chengduMonths: { months: 360 }, lastPaidAt: "chengdu" },
    expected: { outcome: "guidance", place: "成都" },
  },
  {
    // own rule: 360 − 300 = 60; both places: 240 − 200 = 40
    title: "200 deemed, 100 and 100: the agreement lacks less",
    facts: { deemedMonths: 200, contributed: { months: 100 }, chengduMonths: { months: 100 }, lastPaidAt: "chongqing" },
    expected: { outcome: "choice", shortfallMonths: 40 },
  },
  {
    // 120 + 132 − 12 of 2014 = 240; Chengdu has the more
    title: "a year paid in both places counts once",
    facts: {
      contributed: spans("2005-01/2014-12"),
      chengduMonths: spans("2014-01/2024-12"),
      lastPaidAt: "chengdu",
    },
    expected: { outcome: "guidance", place: "成都" },
  },
  {
    title: "a woman's 290 and 5: 240 is enough",
    facts: {
      sex: "female",
      birthDate: "1970-03-10",
      contributed: { months: 290 },
      chengduMonths: { months: 5 },
      lastPaidAt: "chongqing",
    },
    expected: { outcome: "granted" },
  },
  {
    // own rule alone: 360 − 120
    title: "29 February 2024, own months alone",
    asOf: "2024-02-29",
    facts: {
      birthDate: "1964-01-10",
      pensionMonth: "2024-02",
      contributed: { months: 120 },
      chengduMonths: { months: 120 },
      lastPaidAt: "chongqing",
    },
    expected: { outcome: "choice", shortfallMonths: 240 },
  },
  {
    title: "more months than a working life has",
    facts: { contributed: { months: 600 }, chengduMonths: { months: 240 }, lastPaidAt: "chengdu" },
    expected: { errors: ["contributed"] },
  },
]);

const years = about(
  {
    rule: "CQ-09",
    city: "chongqing",
    matter: "chongqing.retirement",
    asOf: "2025-06-10",
    facts: { ...retired, chengduMonths: { months: 0 } },
  },
  [
    {
      title: "paid on the last day of the year: from January",
      asOf: "2025-12-31",
      facts: { contributed: { months: 348 }, shortfallWay: "pay-now" },
      expected: { outcome: "granted", due: "3663.60", firstDay: "2026-01" },
    },
    {
      title: "2026 has no base for the top-up",
      asOf: "2026-03-10",
      facts: { contributed: { months: 348 }, shortfallWay: "pay-now" },
      expected: { outcome: "figure-missing", shortfallMonths: 12 },
    },
    {
      // 30 × 3663.60
      title: "not one month: thirty years",
      facts: { contributed: { months: 0 }, shortfallWay: "pay-now" },
      expected: { outcome: "granted", due: "109908.00" },
    },
    {
      // 1985-01 … 2003-12 = 228, 2005-01 … 2014-12 = 120; 2004 is nobody's
      title: "service of an individual ends with 2003",
      facts: { contributed: spans("2005-01/2014-12"), service: spans("1985-01/2005-06") },
      expected: { outcome: "choice", shortfallMonths: 12 },
    },
    {
      // 1985-01 … 2004-12 = 240, and 120
      title: "service of a unit employee ends with 2004",
      facts: { capacity: "unit", contributed: spans("2005-01/2014-12"), service: spans("1985-01/2005-06") },
      expected: { outcome: "granted", shortfallMonths: 0 },
    },
    {
      title: "born on 29 February 1964: sixty in February 2024",
      facts: { way: "no-pension-here", birthDate: "1964-02-29", contributed: { months: 360 } },
      expected: { outcome: "granted" },
    },
    {
      // March 1965: n = 2, one month later: April 2025
      title: "the last day before the statutory month",
      asOf: "2025-03-31",
      facts: { way: "no-pension-here", contributed: { months: 360 } },
      expected: { outcome: "not-yet", opens: "2025-04" },
    },
  ],
);

const arrears = about(
  { rule: "CQ-04", city: "chongqing", matter: "chongqing.unit-arrears", asOf: "2025-06-10", facts: { arrearsPaid: true } },
  [
    {
      title: "December to March, January to March unpaid: three months",
      facts: { lastPaid: "2024-12", resumedMonth: "2025-04", paidOffMonth: "2025-04" },
      expected: { outcome: "granted", gapMonths: 3, firstDay: "2025-05", covered: ["2025-01/2025-03"] },
    },
    {
      title: "December to March unpaid: four months, of them the first covered",
      facts: { lastPaid: "2024-11", resumedMonth: "2025-04", paidOffMonth: "2025-04" },
      expected: {
        outcome: "granted",
        gapMonths: 4,
        firstDay: "2025-05",
        covered: ["2024-12"],
        notCovered: ["2025-01/2025-03"],
      },
    },
    {
      title: "paid off in December: from January",
      asOf: "2025-12-10",
      facts: { lastPaid: "2025-10", resumedMonth: "2025-12", paidOffMonth: "2025-12" },
      expected: { outcome: "granted", gapMonths: 1, firstDay: "2026-01", covered: ["2025-11"] },
    },
    {
      title: "paid off before it was resumed",
      asOf: "2025-07-10",
      facts: { lastPaid: "2025-03", resumedMonth: "2025-07", paidOffMonth: "2025-05" },
      expected: { errors: ["paidOffMonth"] },
    },
  ],
);

// 58200 × 5 % ÷ 12 = 242.50 a month of 2024; 61500 × 5 % ÷ 12 = 256.25 of 2025.
const refunds = about(
  {
    rule: "CQ-05",
    city: "chongqing",
    matter: "chongqing.overlap-refund",
    asOf: "2025-01-10",
    facts: {
      reason: "overlap",
      tier: "first",
      usedTreatment: false,
      accountCredited: "0",
      individualPaid: spans("2024-01/2024-12"),
      unitPaid: spans("2024-07/2024-12"),
    },
  },
  [
    {
      title: "credited one fen less than six months: one fen back",
      facts: { accountCredited: "1454.99" },
      expected: { outcome: "granted", due: "0.01" },
    },
    {
      title: "credited as much as six months: nothing back",
      facts: { accountCredited: "1455.00" },
      expected: { outcome: "refused" },
    },
    {
      title: "asked for on the last day of the same year",
      asOf: "2024-12-31",
      facts: {},
      expected: { outcome: "not-yet", opens: "2025-01-01" },
    },
    {
      title: "December of both, the unit going on into January: one month",
      facts: { unitPaid: spans("2024-12/2025-01") },
      expected: { outcome: "granted", due: "242.50" },
    },
    {
      title: "a year whose base nobody has published",
      asOf: "2027-01-10",
      facts: { individualPaid: spans("2026-01/2026-12"), unitPaid: spans("2026-07/2026-12") },
      expected: { outcome: "figure-missing" },
    },
  ],
);

const residents = about(
  {
    rule: "CQ-16",
    city: "chongqing",
    matter: "chongqing.resident-enrolment",
    asOf: "2025-06-10",
    facts: {
      birthDate: "1985-03-05",
      household: true,
      otherRelation: false,
      assisted: "none",
      fromEmployee: false,
      tier: "first",
      insuredYear: "this-year",
      insuredBefore: true,
      lastYear: 2024,
      inAnnouncedPeriod: false,
    },
  },
  [
    {
      title: "the last day of the grace months: from March",
      asOf: "2025-02-28",
      facts: {},
      expected: { outcome: "granted", due: "400.00", firstDay: "2025-03-01" },
    },
    {
      title: "the first day after them: three months",
      asOf: "2025-03-01",
      facts: {},
      expected: { outcome: "granted", due: "400.00", firstDay: "2025-06-01" },
    },
    {
      title: "the last day before the subsidy",
      asOf: "2025-06-30",
      facts: {},
      expected: { outcome: "granted", due: "400.00", firstDay: "2025-09-30" },
    },
    {
      title: "the first day with it, the sum told: 400 + 670",
      asOf: "2025-07-01",
      facts: { subsidy: "670" },
      expected: { outcome: "granted", due: "1070.00", firstDay: "2025-10-01" },
    },
    {
      title: "the day after the closing day",
      asOf: "2025-10-01",
      facts: {},
      expected: { outcome: "not-yet" },
    },
    {
      title: "for 2027, whose premium nobody has published",
      asOf: "2026-11-20",
      facts: { insuredYear: "next-year", lastYear: 2026, inAnnouncedPeriod: true },
      expected: { outcome: "figure-missing", firstDay: "2027-01-01" },
    },
    {
      // 29 February + 90 = 29 May
      title: "born on 29 February 2024, paid on the ninetieth day",
      asOf: "2024-05-29",
      facts: { birthDate: "2024-02-29" },
      expected: { outcome: "granted", due: "380.00", firstDay: "2024-02-29", materials: ["监护人"] },
    },
    {
      title: "an employee who left three months ago, in October, two years insured: not closed to a change",
      asOf: "2025-10-10",
      facts: { fromEmployee: true, lastPaid: "2025-07", continuousMonths: 24, retired: false },
      expected: { outcome: "granted", due: "400.00", firstDay: "2025-10" },
    },
  ],
);

const individuals = about(
  {
    rule: "CQ-03",
    city: "chongqing",
    matter: "chongqing.enrolment",
    asOf: "2025-12-31",
    facts: {
      sex: "male",
      birthDate: "1985-03-05",
      household: true,
      otherRelation: false,
      firstTime: false,
      fromResident: false,
      fromUnit: false,
      tier: "first",
      lastPaid: "2025-08",
    },
  },
  [
    {
      // 61500 × 5 % ÷ 12 = 256.25 for December, and 132 ÷ 12 = 11.00 of care
      title: "three months unpaid on the last day of December: none to wait",
      facts: {},
      expected: { outcome: "granted", firstDay: "2025-12", due: "267.25" },
    },
    {
      title: "four on the first working day of January: six months, and a year without a base",
      asOf: "2026-01-02",
      facts: {},
      expected: { outcome: "figure-missing", firstDay: "2026-07" },
    },
    {
      title: "sixteen tomorrow",
      asOf: "2025-06-10",
      facts: { birthDate: "2009-06-11", firstTime: true, lastPaid: undefined },
      expected: { outcome: "not-yet", opens: "2025-06-11" },
    },
  ],
);

export const edges = [...chengdu, ...years, ...arrears, ...refunds, ...residents, ...individuals];
