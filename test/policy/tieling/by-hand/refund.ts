import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const paid = (from: string, to: string, amount: string, payer = "person") => ({ from, to, amount, payer });
const items = (...all: ReturnType<typeof paid>[]) => ({ payments: { items: all } });
const newcomer = { reason: "died-waiting", capacity: "unit", special: "none", paidOn: "2025-03-05" };

// 七(一).
export const refund = about(of("refund"), [
  // Died on the day of arrival, the first of the 90; both paid: 120.00 + 480.00.
  {
    title: "died on the day of arrival, both paid",
    rule: "TL-15",
    asOf: "2025-04-01",
    history: "d202503",
    facts: {
      ...newcomer,
      deathDate: "2025-03-05",
      ...items(paid("2025-03", "2025-03", "120.00"), paid("2025-03", "2025-03", "480.00", "unit")),
    },
    expected: { outcome: "granted", due: "600.00" },
  },
  {
    title: "died before the payment arrived",
    rule: "TL-15",
    asOf: "2025-04-01",
    history: "d202503",
    facts: { ...newcomer, deathDate: "2025-03-04", ...items(paid("2025-03", "2025-03", "120.00")) },
    expected: { errors: ["deathDate"] },
  },
  {
    title: "death in the future",
    rule: "TL-15",
    asOf: "2025-04-01",
    history: "d202503",
    facts: { ...newcomer, deathDate: "2025-04-02", ...items(paid("2025-03", "2025-03", "120.00")) },
    expected: { errors: ["deathDate"] },
  },
  // A graduate has no wait (二(二)1), so nobody dies in it.
  {
    title: "graduate died in the first month",
    rule: "TL-15",
    asOf: "2025-04-01",
    history: "d202503",
    facts: { ...newcomer, special: "graduate", deathDate: "2025-03-20", ...items(paid("2025-03", "2025-03", "120.00")) },
    expected: { outcome: "refused" },
  },
  // 二(三): nor has the serviceman's spouse.
  {
    title: "serviceman's spouse died in the first month",
    rule: "TL-15",
    asOf: "2025-04-01",
    history: "w202001-202412 d202503",
    facts: {
      ...newcomer,
      special: "military-spouse",
      deathDate: "2025-03-20",
      ...items(paid("2025-03", "2025-03", "120.00")),
    },
    expected: { outcome: "refused" },
  },
  // Flexible newcomer: 2 January + 90 = 2 April; died on 1 April. Paid January to April.
  {
    title: "flexible newcomer died on the last day of the wait",
    rule: "TL-15",
    asOf: "2025-05-06",
    history: "l202501-202504",
    facts: {
      reason: "died-waiting",
      capacity: "flexible",
      paidOn: "2025-01-02",
      deathDate: "2025-04-01",
      ...items(paid("2025-01", "2025-04", "2304.20")),
    },
    expected: { outcome: "granted", due: "2304.20" },
  },
  {
    title: "flexible newcomer died on the first day of treatment",
    rule: "TL-15",
    asOf: "2025-05-06",
    history: "l202501-202504",
    facts: {
      reason: "died-waiting",
      capacity: "flexible",
      paidOn: "2025-01-02",
      deathDate: "2025-04-02",
      ...items(paid("2025-01", "2025-04", "2304.20")),
    },
    expected: { outcome: "refused" },
  },
  // Account money is taken back: 600.00 − 90.00.
  {
    title: "died in the wait, account credited",
    rule: "TL-15",
    asOf: "2025-04-01",
    history: "d202503",
    facts: {
      ...newcomer,
      deathDate: "2025-03-20",
      ...items(paid("2025-03", "2025-03", "600.00")),
      credited: "90.00",
    },
    expected: { outcome: "granted", due: "510.00" },
  },
  // The month of retirement itself counts.
  {
    title: "paid for the month of retirement",
    rule: "TL-15",
    asOf: "2025-06-10",
    history: "d199001-202505",
    facts: {
      reason: "overpaid-retired",
      pensionMonth: "2025-05",
      yearsMet: true,
      ...items(paid("2025-05", "2025-05", "448.00")),
    },
    expected: { outcome: "granted", due: "448.00" },
  },
  // The month before does not.
  {
    title: "paid only up to the month before retirement",
    rule: "TL-15",
    asOf: "2025-06-10",
    history: "d199001-202504",
    facts: {
      reason: "overpaid-retired",
      pensionMonth: "2025-05",
      yearsMet: true,
      ...items(paid("2025-03", "2025-04", "896.00")),
    },
    expected: { outcome: "refused" },
  },
  {
    title: "overpaid, years not met",
    rule: "TL-15",
    asOf: "2025-07-10",
    history: "d201001-202506",
    facts: {
      reason: "overpaid-retired",
      pensionMonth: "2025-05",
      yearsMet: false,
      ...items(paid("2025-05", "2025-06", "896.00")),
    },
    expected: { outcome: "refused" },
  },
  // Person and unit each get their own: 2 × 128.00 + 2 × 512.00.
  {
    title: "overpaid by both",
    rule: "TL-15",
    asOf: "2025-07-10",
    history: "d199001-202506",
    facts: {
      reason: "overpaid-retired",
      pensionMonth: "2025-05",
      yearsMet: true,
      ...items(paid("2025-05", "2025-06", "256.00"), paid("2025-05", "2025-06", "1024.00", "unit")),
    },
    expected: { outcome: "granted", due: "1280.00", pays: { refundPerson: "256.00", refundUnit: "1024.00" } },
  },
  // 6912.54 / 12 = 576.045 for December: 576.05.
  {
    title: "year in advance, unit from December",
    rule: "TL-15",
    asOf: "2025-12-20",
    history: "l202501-202511 d202512",
    facts: { reason: "joined-unit", joinedMonth: "2025-12", ...items(paid("2025-01", "2025-12", "6912.54")) },
    expected: { outcome: "granted", due: "576.05" },
  },
  // August to December = 5/12: 2880.225 → 2880.23.
  {
    title: "year in advance, unit from August",
    rule: "TL-15",
    asOf: "2025-12-20",
    history: "l202501-202507 d202508-202512",
    facts: { reason: "joined-unit", joinedMonth: "2025-08", ...items(paid("2025-01", "2025-12", "6912.54")) },
    expected: { outcome: "granted", due: "2880.23" },
  },
  {
    title: "year in advance, unit from January",
    rule: "TL-15",
    asOf: "2025-02-20",
    history: "l2025 d202501-202502",
    facts: { reason: "joined-unit", joinedMonth: "2025-01", ...items(paid("2025-01", "2025-12", "6912.54")) },
    expected: { outcome: "granted", due: "6912.54" },
  },
  // 当年: the rest of that year; the year was over when the unit took him.
  {
    title: "unit only from the next year",
    rule: "TL-15",
    asOf: "2026-02-20",
    history: "l202501-202512 d202601-202602",
    facts: { reason: "joined-unit", joinedMonth: "2026-01", ...items(paid("2025-01", "2025-12", "6912.54")) },
    expected: { outcome: "refused" },
  },
  // The clause gives back what the person paid twice, not what a unit paid.
  {
    title: "unemployment benefit, only a unit paid",
    rule: "TL-15",
    asOf: "2025-08-01",
    history: "d202503-202505 s202503-202505",
    facts: {
      reason: "unemployment",
      benefitFrom: "2025-03",
      benefitTo: "2025-05",
      ...items(paid("2025-03", "2025-05", "1536.00", "unit")),
    },
    expected: { outcome: "refused" },
  },
  {
    title: "unemployment benefit ends before it begins",
    rule: "TL-15",
    asOf: "2025-08-01",
    history: "l202501-202506",
    facts: {
      reason: "unemployment",
      benefitFrom: "2025-05",
      benefitTo: "2025-03",
      ...items(paid("2025-01", "2025-06", "3072.00")),
    },
    expected: { errors: ["benefitTo"] },
  },
  // Only May overlaps.
  {
    title: "unemployment benefit, one month in common",
    rule: "TL-15",
    asOf: "2025-08-01",
    history: "l202505-202507 s202503-202505",
    facts: {
      reason: "unemployment",
      benefitFrom: "2025-03",
      benefitTo: "2025-05",
      ...items(paid("2025-05", "2025-07", "1536.00")),
    },
    expected: { outcome: "granted", due: "512.00" },
  },
  // Still serving in December: May to December = 8/12 of 6144.00 = 4096.00.
  {
    title: "still serving, year paid in advance",
    rule: "TL-15",
    asOf: "2025-12-20",
    history: "l2025",
    facts: { reason: "sentence", sentenceFrom: "2025-05", ...items(paid("2025-01", "2025-12", "6144.00")) },
    expected: { outcome: "granted", due: "4096.00" },
  },
  {
    title: "paid before the sentence only",
    rule: "TL-15",
    asOf: "2025-12-20",
    history: "l202501-202504",
    facts: {
      reason: "sentence",
      sentenceFrom: "2025-05",
      sentenceTo: "2025-10",
      ...items(paid("2025-01", "2025-04", "2048.00")),
    },
    expected: { outcome: "refused" },
  },
  {
    title: "sentence ends before it begins",
    rule: "TL-15",
    asOf: "2025-12-20",
    history: "l202501-202504",
    facts: {
      reason: "sentence",
      sentenceFrom: "2025-05",
      sentenceTo: "2025-04",
      ...items(paid("2025-01", "2025-04", "2048.00")),
    },
    expected: { errors: ["sentenceTo"] },
  },
  // More was credited than is refunded: all of it is recovered (first expected as a wrong answer, but the clause says 如数追回): 88.00.
  {
    title: "more credited than paid",
    rule: "TL-15",
    asOf: "2025-12-20",
    history: "l202505",
    facts: {
      reason: "sentence",
      sentenceFrom: "2025-05",
      sentenceTo: "2025-10",
      ...items(paid("2025-05", "2025-05", "512.00")),
      credited: "600.00",
    },
    expected: { outcome: "granted", due: "88.00", pays: { recover: "88.00" } },
  },
]);
