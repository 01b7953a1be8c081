import { about, spans } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const unit = { capacity: "unit" };
const flexible = { capacity: "flexible", fromElsewhere: false };

// Arrears a month by 七(三): 2022 5500 × 5 % = 275.00; 2024 6000 × 7 % = 420.00; 2025 6400 × 7 % = 448.00, × 5 % = 320.00.
export const backPayment = about(of("back-payment"), [
  // 二(二)2: December, January, February = 3, the 31st of March is still March; 3 × 420.00.
  {
    title: "unit, three months over New Year and a leap February",
    rule: "TL-04",
    asOf: "2024-03-31",
    history: "d202001-202311",
    facts: { ...unit, paid: spans("2020-01/2023-11"), paidOn: "2024-03-31", fundMode: "combined" },
    expected: { outcome: "granted", gapMonths: 3, wait: { days: 0 }, due: "1260.00", covered: ["2023-12/2024-02"] },
  },
  // The next day is April: 4; 1 April + 30 = 1 May.
  {
    title: "unit, the fourth month begins",
    rule: "TL-04",
    asOf: "2024-04-01",
    history: "d202001-202311",
    facts: { ...unit, paid: spans("2020-01/2023-11"), paidOn: "2024-04-01" },
    expected: { gapMonths: 4, wait: { days: 30 }, firstDay: "2024-05-01", notCovered: ["2023-12-01/2024-04-30"] },
  },
  // 30 days from 1 July, that day included, end on 30 July.
  {
    title: "unit, four months, paid on 1 July",
    rule: "TL-04",
    asOf: "2025-07-01",
    history: "d202001-202502",
    facts: { ...unit, paid: spans("2020-01/2025-02"), paidOn: "2025-07-01" },
    expected: { gapMonths: 4, wait: { days: 30 }, firstDay: "2025-07-31" },
  },
  // The day before it was three.
  {
    title: "unit, three months, paid on 30 June",
    rule: "TL-04",
    asOf: "2025-06-30",
    history: "d202001-202502",
    facts: { ...unit, paid: spans("2020-01/2025-02"), paidOn: "2025-06-30", fundMode: "pool-only" },
    expected: { outcome: "granted", gapMonths: 3, wait: { days: 0 }, due: "960.00" },
  },
  // Arrived before the day at the counter: the day of arrival counts, in June still three.
  {
    title: "unit, arrived in June, at the counter in July",
    rule: "TL-04",
    asOf: "2025-07-08",
    history: "d202001-202502",
    facts: { ...unit, paid: spans("2020-01/2025-02"), paidOn: "2025-06-27", fundMode: "combined" },
    expected: { gapMonths: 3, wait: { days: 0 } },
  },
  // A payment that has not arrived cannot be dated.
  {
    title: "arrival in the future",
    rule: "TL-04",
    asOf: "2025-07-08",
    history: "d202001-202502",
    facts: { ...unit, paid: spans("2020-01/2025-02"), paidOn: "2025-07-09", fundMode: "combined" },
    expected: { errors: ["paidOn"] },
  },
  // Only the gap before the payment in hand is asked: April; the one of 2023 is an older matter. 1 × 448.00.
  {
    title: "unit, an older gap never made good",
    rule: "TL-04",
    asOf: "2025-05-08",
    history: "d202201-202306 202401-202503",
    facts: { ...unit, paid: spans("2022-01/2023-06", "2024-01/2025-03"), paidOn: "2025-05-08", fundMode: "combined" },
    expected: { gapMonths: 1, wait: { days: 0 }, due: "448.00", covered: ["2025-04"] },
  },
  // The document's first day: February and March; 2 × 275.00.
  {
    title: "unit, on the day the document takes effect",
    rule: "TL-13",
    asOf: "2022-04-01",
    history: "d201501-202201",
    facts: { ...unit, paid: spans("2015-01/2022-01"), paidOn: "2022-04-01", fundMode: "pool-only" },
    expected: { outcome: "granted", gapMonths: 2, wait: { days: 0 }, due: "550.00" },
  },
  // The wage of 2027 is not known: a payable gap cannot be priced.
  {
    title: "unit, the year's wage is not entered",
    rule: "TL-13",
    asOf: "2027-02-10",
    history: "d202001-202612",
    facts: { ...unit, paid: spans("2020-01/2026-12"), paidOn: "2027-02-10", fundMode: "combined" },
    expected: { outcome: "figure-missing", gapMonths: 1 },
  },
  // A gap that is not payable needs no wage: February to May = 4; 10 June + 30 = 10 July.
  {
    title: "unit, four months, in the year without a wage",
    rule: "TL-04",
    asOf: "2027-06-10",
    history: "d202001-202701",
    facts: { ...unit, paid: spans("2020-01/2027-01"), paidOn: "2027-06-10" },
    expected: { outcome: ["refused", "guidance", "granted"], gapMonths: 4, wait: { days: 30 }, firstDay: "2027-07-10" },
  },
  // 二(二)3: last year in full, this year's payment on New Year's Day.
  {
    title: "flexible, last year in full, paid on 1 January",
    rule: "TL-05",
    asOf: "2026-01-01",
    history: "l202501-202512",
    facts: { ...flexible, lastYear: "in-time", paid: spans("2025-01/2025-12"), paidOn: "2026-01-01" },
    expected: { gapMonths: 0, wait: { days: 0 }, covered: ["2026-01"] },
  },
  // 二(二)3: not in full: 1 January + 30 = 31 January.
  {
    title: "flexible, last year not in full, paid on 1 January",
    rule: "TL-05",
    asOf: "2026-01-01",
    history: "l202501-202511",
    facts: {
      ...flexible,
      lastYear: "not-full",
      paid: spans("2025-01/2025-11"),
      paidOn: "2026-01-01",
      fundMode: "combined",
    },
    expected: { gapMonths: 1, wait: { days: 30 }, firstDay: "2026-01-31" },
  },
  // July 2024 to November 2025 = 17; the year's first payment on its last day; + 30 = 30 January.
  {
    title: "flexible, first payment of the year on 31 December",
    rule: "TL-05",
    asOf: "2025-12-31",
    history: "l202401-202406",
    facts: { ...flexible, lastYear: "not-full", paid: spans("2024-01/2024-06"), paidOn: "2025-12-31" },
    expected: { gapMonths: 17, wait: { days: 30 }, firstDay: "2026-01-30" },
  },
  // 二(二)3 with a gap of three in the new year: on arrival, the gap covered; 3 × 448.00.
  {
    title: "flexible, last year in full, January to March missing",
    rule: "TL-05",
    asOf: "2025-04-20",
    history: "l202401-202412",
    facts: {
      ...flexible,
      lastYear: "in-time",
      paid: spans("2024-01/2024-12"),
      paidOn: "2025-04-20",
      fundMode: "combined",
    },
    expected: {
      gapMonths: 3,
      wait: { days: 0 },
      firstDay: "2025-04-20",
      due: "1344.00",
      covered: ["2025-01/2025-03"],
    },
  },
  // With four: on arrival all the same, the gap not covered.
  {
    title: "flexible, last year in full, January to April missing",
    rule: "TL-05",
    asOf: "2025-05-20",
    history: "l202401-202412",
    facts: { ...flexible, lastYear: "in-time", paid: spans("2024-01/2024-12"), paidOn: "2025-05-20" },
    expected: { gapMonths: 4, wait: { days: 0 }, firstDay: "2025-05-20", notCovered: ["2025-01/2025-04"] },
  },
  // The year's first payment was May's; its 30 days are long over. June and July = 2, covered; 2 × 320.00.
  {
    title: "flexible, last year not in full, first payment in May, two months missing since",
    rule: "TL-05",
    asOf: "2025-08-05",
    history: "l202403-202411 202505",
    facts: {
      ...flexible,
      lastYear: "not-full",
      paid: spans("2024-03/2024-11", "2025-05"),
      paidOn: "2025-08-05",
      fundMode: "pool-only",
    },
    expected: { gapMonths: 2, wait: { days: 0 }, due: "640.00", covered: ["2025-06/2025-07"] },
  },
  // Four months missing inside the year, last year not in full: once more 30 days by 二(二)2: 5 October + 30 = 4 November.
  {
    title: "flexible, last year not in full, four months missing inside the year",
    rule: "TL-05",
    asOf: "2025-10-05",
    history: "l202403-202411 202505",
    facts: {
      ...flexible,
      lastYear: "not-full",
      paid: spans("2024-03/2024-11", "2025-05"),
      paidOn: "2025-10-05",
    },
    expected: { gapMonths: 4, wait: { days: 30 }, firstDay: "2025-11-04" },
  },
  // December is not paid: last year cannot have been in full.
  {
    title: "last year said to be in full, December missing",
    rule: "TL-05",
    asOf: "2025-01-10",
    history: "l202401-202411",
    facts: {
      ...flexible,
      lastYear: "in-time",
      paid: spans("2024-01/2024-11"),
      paidOn: "2025-01-10",
      fundMode: "combined",
    },
    expected: { errors: ["lastYear"] },
  },
  // All twelve months are paid: not in full cannot be.
  {
    title: "last year said not to be in full, twelve months paid",
    rule: "TL-05",
    asOf: "2025-01-10",
    history: "l202401-202412",
    facts: { ...flexible, lastYear: "not-full", paid: spans("2024-01/2024-12"), paidOn: "2025-01-10" },
    expected: { errors: ["lastYear"] },
  },
  // From elsewhere 二(二)2 alone: four months over New Year; 3 March + 30 = 2 April.
  {
    title: "flexible from elsewhere, last year in full there, four months",
    rule: "TL-04",
    asOf: "2025-05-03",
    history: "w202001-202412",
    facts: { capacity: "flexible", fromElsewhere: true, paid: spans("2020-01/2024-12"), paidOn: "2025-05-03" },
    expected: { gapMonths: 4, wait: { days: 30 }, firstDay: "2025-06-02" },
  },
]);
