import { about, spans } from "./case.ts";
import { of } from "./tieling-words.ts";

// Arrears of 2025 by 七(三): 6400 × 7 % = 448.00 a month (combined), 6400 × 5 % = 320.00 (pool only).
export const backPayment = about(of("back-payment"), [
  // S2 二(二)2: April, May, June = 3; 七(三): 3 × 448.00 = 1344.00.
  {
    title: "unit, three months, combined",
    rule: "TL-04",
    asOf: "2025-07-10",
    history: "d202201-202503",
    facts: { capacity: "unit", paid: spans("2022-01/2025-03"), paidOn: "2025-07-10", fundMode: "combined" },
    expected: { gapMonths: 3, wait: { days: 0 }, due: "1344.00", covered: ["2025-04/2025-06"] },
  },
  // The same gap, pool only: 3 × 320.00 = 960.00.
  {
    title: "unit, three months, pool only",
    rule: "TL-13",
    asOf: "2025-07-10",
    history: "d202201-202503",
    facts: { capacity: "unit", paid: spans("2022-01/2025-03"), paidOn: "2025-07-10", fundMode: "pool-only" },
    expected: { gapMonths: 3, wait: { days: 0 }, due: "960.00" },
  },
  // S2 二(二)2: April to July = 4; 4 August + 30 = 3 September; nothing before.
  {
    title: "unit, four months",
    rule: "TL-04",
    asOf: "2025-08-04",
    history: "d202201-202503",
    facts: { capacity: "unit", paid: spans("2022-01/2025-03"), paidOn: "2025-08-04" },
    expected: {
      gapMonths: 4,
      wait: { days: 30 },
      firstDay: "2025-09-03",
      notCovered: ["2025-04-01/2025-09-02"],
    },
  },
  // Paid every month: nothing is missing, nothing is due.
  {
    title: "unit, no gap",
    rule: "TL-04",
    asOf: "2025-07-10",
    history: "d202201-202506",
    facts: { capacity: "unit", paid: spans("2022-01/2025-06"), paidOn: "2025-07-10" },
    expected: { gapMonths: 0, wait: { days: 0 } },
  },
  // One month across the year's end: January; a unit's employee knows no rule about the year (二(二)2).
  {
    title: "unit, January missing",
    rule: "TL-04",
    asOf: "2025-02-03",
    history: "d202301-202412",
    facts: { capacity: "unit", paid: spans("2023-01/2024-12"), paidOn: "2025-02-03", fundMode: "combined" },
    expected: { gapMonths: 1, wait: { days: 0 }, due: "448.00", covered: ["2025-01"] },
  },
  // July 2023 to June 2025 = 24 months: still 30 days by 二(二)2, not a first enrolment; 10 July + 30 = 9 August.
  {
    title: "unit, two years missing",
    rule: "TL-04",
    asOf: "2025-07-10",
    history: "d201501-202306",
    facts: { capacity: "unit", paid: spans("2015-01/2023-06"), paidOn: "2025-07-10" },
    expected: { gapMonths: 24, wait: { days: 30 }, firstDay: "2025-08-09" },
  },
  // S2 二(二)3: last year in full, first payment of the year on 12 March: treatment on arrival. January and February are a
  // gap of two, covered by 二(二)2; 2 × 448.00 = 896.00.
  {
    title: "flexible, last year in full, first payment in March",
    rule: "TL-05",
    asOf: "2025-03-12",
    history: "l202401-202412",
    facts: {
      capacity: "flexible",
      fromElsewhere: false,
      lastYear: "in-time",
      paid: spans("2024-01/2024-12"),
      paidOn: "2025-03-12",
      fundMode: "combined",
    },
    expected: {
      gapMonths: 2,
      wait: { days: 0 },
      firstDay: "2025-03-12",
      due: "896.00",
      covered: ["2025-01/2025-02"],
    },
  },
  // S2 二(二)3: last year in full settles the wait of the year's first payment alone, however late in the year it comes.
  // January to May = 5 months are not covered (二(二)2), but there is no wait.
  {
    title: "flexible, last year in full, first payment in June",
    rule: "TL-05",
    asOf: "2025-06-15",
    history: "l202401-202412",
    facts: {
      capacity: "flexible",
      fromElsewhere: false,
      lastYear: "in-time",
      paid: spans("2024-01/2024-12"),
      paidOn: "2025-06-15",
    },
    expected: {
      gapMonths: 5,
      wait: { days: 0 },
      firstDay: "2025-06-15",
      notCovered: ["2025-01/2025-05"],
    },
  },
  // S2 二(二)3: December unpaid, last year not in full: 10 January + 30 = 9 February, though the gap is one month.
  {
    title: "flexible, December of last year missing",
    rule: "TL-05",
    asOf: "2025-01-10",
    history: "l202401-202411",
    facts: {
      capacity: "flexible",
      fromElsewhere: false,
      lastYear: "not-full",
      paid: spans("2024-01/2024-11"),
      paidOn: "2025-01-10",
      fundMode: "combined",
    },
    expected: { gapMonths: 1, wait: { days: 30 }, firstDay: "2025-02-09" },
  },
  // S2 二(二)3, bracket: last year made full only in March of this year: 20 March + 30 = 19 April.
  {
    title: "flexible, last year back-paid in March",
    rule: "TL-05",
    asOf: "2025-03-20",
    history: "l202401-202410 202411-202412!202503",
    facts: {
      capacity: "flexible",
      fromElsewhere: false,
      lastYear: "back-paid",
      paid: spans("2024-01/2024-12"),
      paidOn: "2025-03-20",
      fundMode: "combined",
    },
    expected: { gapMonths: 2, wait: { days: 30 }, firstDay: "2025-04-19" },
  },
  // A gap inside the year, after its first payment: April to June = 3, covered by 二(二)2, no wait of its own; 3 × 448.00.
  {
    title: "flexible, three months missing inside the year",
    rule: "TL-05",
    asOf: "2025-07-10",
    history: "l202401-202503",
    facts: {
      capacity: "flexible",
      fromElsewhere: false,
      lastYear: "in-time",
      paid: spans("2024-01/2025-03"),
      paidOn: "2025-07-10",
      fundMode: "combined",
    },
    expected: {
      gapMonths: 3,
      wait: { days: 0 },
      firstDay: "2025-07-10",
      due: "1344.00",
      covered: ["2025-04/2025-06"],
    },
  },
  // March to June = 4 inside the year: 30 days by 二(二)2: 10 July + 30 = 9 August.
  {
    title: "flexible, four months missing inside the year",
    rule: "TL-05",
    asOf: "2025-07-10",
    history: "l202401-202502",
    facts: {
      capacity: "flexible",
      fromElsewhere: false,
      lastYear: "in-time",
      paid: spans("2024-01/2025-02"),
      paidOn: "2025-07-10",
    },
    expected: {
      gapMonths: 4,
      wait: { days: 30 },
      firstDay: "2025-08-09",
      notCovered: ["2025-03-01/2025-08-08"],
    },
  },
  // The 30 days for a last year not in full ran from January's payment; the payment in June has no wait of its own.
  // April and May = 2, covered.
  {
    title: "flexible, last year not in full, but paid since January",
    rule: "TL-05",
    asOf: "2025-06-10",
    history: "l202403-202411 202501-202503",
    facts: {
      capacity: "flexible",
      fromElsewhere: false,
      lastYear: "not-full",
      paid: spans("2024-03/2024-11", "2025-01/2025-03"),
      paidOn: "2025-06-10",
      fundMode: "pool-only",
    },
    expected: { gapMonths: 2, wait: { days: 0 }, due: "640.00", covered: ["2025-04/2025-05"] },
  },
  // S2 二(二)2 names those who move in: December, January, February = 3, no wait, whatever last year was.
  {
    title: "flexible from elsewhere, three months",
    rule: "TL-04",
    asOf: "2025-03-08",
    history: "w201501-202411",
    facts: {
      capacity: "flexible",
      fromElsewhere: true,
      paid: spans("2015-01/2024-11"),
      paidOn: "2025-03-08",
      fundMode: "combined",
    },
    expected: { gapMonths: 3, wait: { days: 0 }, covered: ["2024-12/2025-02"] },
  },
  // Four: 8 April + 30 = 8 May.
  {
    title: "flexible from elsewhere, four months",
    rule: "TL-04",
    asOf: "2025-04-08",
    history: "w201501-202411",
    facts: { capacity: "flexible", fromElsewhere: true, paid: spans("2015-01/2024-11"), paidOn: "2025-04-08" },
    expected: { gapMonths: 4, wait: { days: 30 }, firstDay: "2025-05-08" },
  },
]);
