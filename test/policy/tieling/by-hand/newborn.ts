import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const named = { realName: true };

// Premiums: 2021 320, 2022 350, 2023 380, 2024 400, 2025 420, 2026 440. 二(一)2.
export const newborn = about(of("newborn"), [
  {
    title: "born and paid on the same day",
    rule: "TL-03",
    asOf: "2025-06-10",
    history: "0",
    facts: { birthDate: "2025-06-10", ...named, paidOn: "2025-06-10" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-06-10", lastDay: "2025-12-31", due: "420.00" },
  },
  {
    title: "birth in the future",
    rule: "TL-03",
    asOf: "2025-06-10",
    history: "0",
    facts: { birthDate: "2025-06-11", ...named },
    expected: { errors: ["birthDate"] },
  },
  {
    title: "paid before birth",
    rule: "TL-03",
    asOf: "2025-06-10",
    history: "0",
    facts: { birthDate: "2025-06-05", ...named, paidOn: "2025-06-04" },
    expected: { errors: ["birthDate"] },
  },
  {
    title: "paid in the future",
    rule: "TL-03",
    asOf: "2025-06-10",
    history: "0",
    facts: { birthDate: "2025-06-05", ...named, paidOn: "2025-06-11" },
    expected: { errors: ["paidOn"] },
  },
  // Born on a leap day: 29 February + 90 = 29 May.
  {
    title: "born on 29 February, paid on the 90th day",
    rule: "TL-03",
    asOf: "2024-05-29",
    history: "0",
    facts: { birthDate: "2024-02-29", ...named, paidOn: "2024-05-29" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2024-02-29", lastDay: "2024-12-31", due: "400.00" },
  },
  // The next day: 30 May + 90 = 28 August.
  {
    title: "born on 29 February, paid on the 91st day",
    rule: "TL-03",
    asOf: "2024-05-30",
    history: "0",
    facts: { birthDate: "2024-02-29", ...named, paidOn: "2024-05-30" },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2024-08-28", lastDay: "2024-12-31", due: "400.00" },
  },
  // Not yet paid: the day at the counter stands for it: 40 days.
  {
    title: "not yet paid",
    rule: "TL-03",
    asOf: "2025-04-10",
    history: "0",
    facts: { birthDate: "2025-03-01", ...named },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-03-01", lastDay: "2025-12-31" },
  },
  // 15 December + 90 = 15 March: in time, and the birth year's premium too: 400 + 420.
  {
    title: "the 90th day in the following year",
    rule: "TL-03",
    asOf: "2025-03-15",
    history: "0",
    facts: { birthDate: "2024-12-15", ...named, paidOn: "2025-03-15" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2024-12-15", lastDay: "2025-12-31", due: "820.00" },
  },
  // One day late: the birth year is granted, this year waits: 16 March + 90 = 14 June.
  {
    title: "the 91st day in the following year",
    rule: "TL-03",
    asOf: "2025-03-16",
    history: "0",
    facts: { birthDate: "2024-12-15", ...named, paidOn: "2025-03-16" },
    expected: {
      outcome: "granted",
      wait: { days: 90 },
      due: "820.00",
      covered: ["2024-12-15/2024-12-31", "2025-06-14/2025-12-31"],
      notCovered: ["2025-03-16/2025-06-13"],
    },
  },
  {
    title: "born and paid on 31 December",
    rule: "TL-03",
    asOf: "2025-12-31",
    history: "0",
    facts: { birthDate: "2025-12-31", ...named, paidOn: "2025-12-31" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-12-31", lastDay: "2025-12-31", due: "420.00" },
  },
  {
    title: "born on 31 December, paid on 1 January",
    rule: "TL-03",
    asOf: "2026-01-01",
    history: "0",
    facts: { birthDate: "2025-12-31", ...named, paidOn: "2026-01-01" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-12-31", lastDay: "2026-12-31", due: "860.00" },
  },
  // A whole year late, on the last day of the birth year: 31 December + 90 leaves nothing of it.
  {
    title: "born on 1 January, paid on 31 December",
    rule: "TL-03",
    asOf: "2025-12-31",
    history: "0",
    facts: { birthDate: "2025-01-01", ...named, paidOn: "2025-12-31" },
    expected: { firstDay: null, due: "420.00", notCovered: ["2025-01-01/2025-12-31"] },
  },
  // The known exception to "earlier is never worse": a day later the whole birth year is granted.
  {
    title: "born on 1 January, paid on 1 January of the next year",
    rule: "TL-03",
    asOf: "2026-01-01",
    history: "0",
    facts: { birthDate: "2025-01-01", ...named, paidOn: "2026-01-01" },
    expected: { outcome: "granted", due: "860.00", covered: ["2025-01-01/2025-12-31"] },
  },
  // The last day of the year after birth: still the birth year's premium: 400 + 420.
  {
    title: "paid on the last day of the year after birth",
    rule: "TL-03",
    asOf: "2025-12-31",
    history: "0",
    facts: { birthDate: "2024-01-01", ...named, paidOn: "2025-12-31" },
    expected: { due: "820.00", covered: ["2024-01-01/2024-12-31"] },
  },
  // A year later it is no newborn any more: as anybody, which is another matter.
  {
    title: "paid in the second year after birth",
    rule: "TL-03",
    asOf: "2026-01-01",
    history: "0",
    facts: { birthDate: "2024-01-01", ...named, paidOn: "2026-01-01" },
    expected: { outcome: "guidance" },
  },
  {
    title: "without the real name, after the 90 days",
    rule: "TL-03",
    asOf: "2025-08-01",
    history: "0",
    facts: { birthDate: "2025-03-01", realName: false, paidOn: "2025-08-01" },
    expected: { outcome: "not-yet" },
  },
  // The document's first day: born in 2021, late: 320 + 350.
  {
    title: "born in 2021, paid on the document's first day",
    rule: "TL-03",
    asOf: "2022-04-01",
    history: "0",
    facts: { birthDate: "2021-12-20", ...named, paidOn: "2022-04-01" },
    expected: { outcome: "granted", due: "670.00", covered: ["2021-12-20/2021-12-31"] },
  },
]);
