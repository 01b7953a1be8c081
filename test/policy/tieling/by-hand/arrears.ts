import { about, spans } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const combined = { fundMode: "combined" };
const poolOnly = { fundMode: "pool-only" };

// 七(三): last year's average wage when paid × 5 % or 7 %: 2022 275.00 / 385.00; 2023 290.00 / 406.00; 2024 300.00 / 420.00;
// 2025 320.00 / 448.00; 2026 330.00 / 462.00 a month.
export const arrears = about(of("arrears"), [
  {
    title: "one month, combined",
    rule: "TL-13",
    asOf: "2025-07-01",
    history: "d202001-202505",
    facts: { owed: spans("2025-06"), ...combined },
    expected: { outcome: "granted", due: "448.00" },
  },
  {
    title: "one month, pool only",
    rule: "TL-13",
    asOf: "2025-07-01",
    history: "d202001-202505",
    facts: { owed: spans("2025-06"), ...poolOnly },
    expected: { outcome: "granted", due: "320.00" },
  },
  // 六(一): service before July 2001 counts as paid, nothing can be owed for it. From then on: 2 × 320.00.
  {
    title: "a month before the scheme",
    rule: "TL-13",
    asOf: "2025-07-01",
    history: "",
    facts: { owed: spans("2001-06/2001-08"), ...poolOnly },
    expected: { errors: ["owed"] },
  },
  {
    title: "the first months of the scheme",
    rule: "TL-13",
    asOf: "2025-07-01",
    history: "",
    facts: { owed: spans("2001-07/2001-08"), ...poolOnly },
    expected: { outcome: "granted", due: "640.00" },
  },
  // The current month is not an arrear yet.
  {
    title: "the current month",
    rule: "TL-13",
    asOf: "2025-07-31",
    history: "d202001-202506",
    facts: { owed: spans("2025-07"), ...combined },
    expected: { errors: ["owed"] },
  },
  {
    title: "a month to come",
    rule: "TL-13",
    asOf: "2025-07-31",
    history: "d202001-202506",
    facts: { owed: spans("2025-06/2025-08"), ...combined },
    expected: { errors: ["owed"] },
  },
  // All that is said to be owed was paid: nothing to pay.
  {
    title: "everything was paid",
    rule: "TL-13",
    asOf: "2025-07-31",
    history: "d202001-202506",
    facts: { owed: spans("2025-03/2025-04"), contributed: spans("2025-01/2025-06"), ...combined },
    expected: { outcome: ["refused", "guidance"] },
  },
  // January to August, a month counts once: 8 × 448.00.
  {
    title: "two stretches that overlap",
    rule: "TL-13",
    asOf: "2025-03-05",
    history: "d202001-202312 202409-202502",
    facts: { owed: spans("2024-01/2024-06", "2024-04/2024-08"), ...combined },
    expected: { outcome: "granted", due: "3584.00" },
  },
  // Ten years: 120 × 448.00.
  {
    title: "ten years",
    rule: "TL-13",
    asOf: "2025-03-05",
    history: "d200501-201412",
    facts: { owed: spans("2015-01/2024-12"), ...combined },
    expected: { outcome: "granted", due: "53760.00" },
  },
  // The document's first day: 3 × 385.00.
  {
    title: "the day the document takes effect",
    rule: "TL-13",
    asOf: "2022-04-01",
    history: "d201501-202112",
    facts: { owed: spans("2022-01/2022-03"), ...combined },
    expected: { outcome: "granted", due: "1155.00" },
  },
  // 2023: 5 × 406.00.
  {
    title: "five months in 2023",
    rule: "TL-13",
    asOf: "2023-06-30",
    history: "d201501-202212",
    facts: { owed: spans("2023-01/2023-05"), ...combined },
    expected: { outcome: "granted", due: "2030.00" },
  },
  {
    title: "five months in 2023, pool only",
    rule: "TL-13",
    asOf: "2023-06-30",
    history: "d201501-202212",
    facts: { owed: spans("2023-01/2023-05"), ...poolOnly },
    expected: { outcome: "granted", due: "1450.00" },
  },
  // The last day of 2025 and the first of 2026: 2 × 448.00, 2 × 462.00.
  {
    title: "two months on the last day of 2025",
    rule: "TL-13",
    asOf: "2025-12-31",
    history: "d201501-202509",
    facts: { owed: spans("2025-10/2025-11"), ...combined },
    expected: { outcome: "granted", due: "896.00" },
  },
  {
    title: "the same two months on the first day of 2026",
    rule: "TL-13",
    asOf: "2026-01-01",
    history: "d201501-202509",
    facts: { owed: spans("2025-10/2025-11"), ...combined },
    expected: { outcome: "granted", due: "924.00" },
  },
  // Nobody has the wage of 2027.
  {
    title: "the wage of 2027",
    rule: "TL-13",
    asOf: "2027-01-01",
    history: "d201501-202609",
    facts: { owed: spans("2026-10/2026-11"), ...combined },
    expected: { outcome: "figure-missing" },
  },
  // Months paid outside what is owed take nothing off: 6 × 448.00.
  {
    title: "paid months beside the owed ones",
    rule: "TL-13",
    asOf: "2025-03-05",
    history: "d202001-202306 202401-202502",
    facts: { owed: spans("2023-07/2023-12"), contributed: spans("2020-01/2023-06", "2024-01/2025-02"), ...combined },
    expected: { outcome: "granted", due: "2688.00" },
  },
  // February and November of twelve were paid: 10 × 320.00.
  {
    title: "two scattered months were paid",
    rule: "TL-13",
    asOf: "2025-03-05",
    history: "d202001-202212 202302 202311 202401-202502",
    facts: { owed: spans("2023-01/2023-12"), contributed: spans("2023-02", "2023-11"), ...poolOnly },
    expected: { outcome: "granted", due: "3200.00" },
  },
  // One wage for all months, whatever year they lie in: 48 × 462.00.
  {
    title: "four years at the wage of the day",
    rule: "TL-13",
    asOf: "2026-03-02",
    history: "d201501-202112",
    facts: { owed: spans("2022-01/2025-12"), ...combined },
    expected: { outcome: "granted", due: "22176.00" },
  },
]);
