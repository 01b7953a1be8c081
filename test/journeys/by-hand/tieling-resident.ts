import { about } from "./case.ts";
import { of } from "./tieling-words.ts";

const local = { household: true, assisted: "none" };
const thisYear = { insuredYear: "this-year", inAnnouncedPeriod: false };

export const residentEnrolment = about(of("resident-enrolment"), [
  // S2 二(一)1, until 2024: outside the announced period 90 days from payment: 10 May + 90 = 8 August; to 31 December.
  {
    title: "paid in May 2024",
    rule: "TL-02",
    asOf: "2024-05-10",
    history: "j2023",
    facts: { ...local, paidOn: "2024-05-10", insuredYear: "this-year" },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2024-08-08", lastDay: "2024-12-31" },
  },
  // S2 二(一)1: 2 October 2024 + 90 = 31 December: one day of treatment.
  {
    title: "paid on 2 October 2024 for 2024",
    rule: "TL-02",
    asOf: "2024-10-02",
    history: "0",
    facts: { ...local, paidOn: "2024-10-02", insuredYear: "this-year", inAnnouncedPeriod: false },
    expected: { wait: { days: 90 }, firstDay: "2024-12-31", lastDay: "2024-12-31" },
  },
  // One day later the wait outlasts the year that was paid: no day of 2024 is left.
  {
    title: "paid on 3 October 2024 for 2024",
    rule: "TL-02",
    asOf: "2024-10-03",
    history: "0",
    facts: { ...local, paidOn: "2024-10-03", insuredYear: "this-year", inAnnouncedPeriod: false },
    expected: { firstDay: null, notCovered: ["2024-10-03/2024-12-31"] },
  },
  // S2 二(一)1: in the fourth quarter for the coming year: no wait, the whole of 2025.
  {
    title: "paid in November 2024 for 2025",
    rule: "TL-02",
    asOf: "2024-11-20",
    history: "j2024",
    facts: { ...local, paidOn: "2024-11-20", insuredYear: "next-year", inAnnouncedPeriod: true },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-01-01", lastDay: "2025-12-31" },
  },
  // The last day of the quarter.
  {
    title: "paid on 31 December 2024 for 2025",
    rule: "TL-02",
    asOf: "2024-12-31",
    history: "j2024",
    facts: { ...local, paidOn: "2024-12-31", insuredYear: "next-year", inAnnouncedPeriod: true },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-01-01", lastDay: "2025-12-31" },
  },
  // 1 January 2025, the period closed: national rule, three months: 1 April.
  {
    title: "paid on 1 January 2025, period closed",
    rule: "TL-02",
    asOf: "2025-01-01",
    history: "j2024",
    facts: { ...local, paidOn: "2025-01-01", ...thisYear, insuredBefore: true, lastYear: 2024 },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-04-01", lastDay: "2025-12-31" },
  },
  // A payment in an announced period that runs into the insured year counts from 1 January.
  {
    title: "paid on 15 January 2025 in a period that runs on",
    rule: "TL-02",
    asOf: "2025-01-15",
    history: "j2024",
    facts: {
      ...local,
      paidOn: "2025-01-15",
      insuredYear: "this-year",
      inAnnouncedPeriod: true,
      insuredBefore: true,
      lastYear: 2024,
    },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-01-01", lastDay: "2025-12-31" },
  },
  // Never insured: no missed year, the fixed three months: 20 May → 20 August.
  {
    title: "never insured, paid in May 2025",
    rule: "TL-02",
    asOf: "2025-05-20",
    history: "0",
    facts: { ...local, paidOn: "2025-05-20", ...thisYear, insuredBefore: false },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-08-20", lastDay: "2025-12-31" },
  },
  // 2024 missed and repaired: 3 + 1 − 1 = 3 (and 3 where the first missed year does not count): 14 March → 14 June.
  {
    title: "one missed year, repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2022-2023",
    facts: { ...local, paidOn: "2025-03-14", ...thisYear, insuredBefore: true, lastYear: 2023, repairedYears: 1 },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-06-14", lastDay: "2025-12-31" },
  },
  // 2023 and 2024 missed: by the sentence, a month for each: 3 + 2 = 5 (the other reading: 4): 14 March → 14 August.
  {
    title: "two missed years, not repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2021-2022",
    facts: { ...local, paidOn: "2025-03-14", ...thisYear, insuredBefore: true, lastYear: 2022, repairedYears: 0 },
    expected: { outcome: "granted", wait: { months: 5 }, firstDay: "2025-08-14", lastDay: "2025-12-31" },
  },
  // 2022 to 2024 = three, all repaired: 3.
  {
    title: "three missed years, all repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2020-2021",
    facts: { ...local, paidOn: "2025-03-14", ...thisYear, insuredBefore: true, lastYear: 2021, repairedYears: 3 },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-06-14" },
  },
  // 2021 to 2024 = four, all repaired: at least six all the same: 14 March → 14 September.
  {
    title: "four missed years, all repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2019-2020",
    facts: { ...local, paidOn: "2025-03-14", ...thisYear, insuredBefore: true, lastYear: 2020, repairedYears: 4 },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-09-14", lastDay: "2025-12-31" },
  },
  // Three months from 30 September end on 30 December: two days left.
  {
    title: "paid on 30 September 2025",
    rule: "TL-02",
    asOf: "2025-09-30",
    history: "j2024",
    facts: { ...local, paidOn: "2025-09-30", ...thisYear, insuredBefore: true, lastYear: 2024 },
    expected: { wait: { months: 3 }, firstDay: "2025-12-30", lastDay: "2025-12-31" },
  },
  // Three months from 15 October end in 2026: nothing of the paid year is left.
  {
    title: "paid on 15 October 2025 for 2025",
    rule: "TL-02",
    asOf: "2025-10-15",
    history: "j2024",
    facts: { ...local, paidOn: "2025-10-15", ...thisYear, insuredBefore: true, lastYear: 2024 },
    expected: { firstDay: null, notCovered: ["2025-10-15/2025-12-31"] },
  },
  // Announced period of 2026, insured in 2025: no wait.
  {
    title: "paid in November 2025 for 2026",
    rule: "TL-02",
    asOf: "2025-11-10",
    history: "j2024-2025",
    facts: {
      ...local,
      paidOn: "2025-11-10",
      insuredYear: "next-year",
      inAnnouncedPeriod: true,
      insuredBefore: true,
      lastYear: 2025,
    },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  },
  // S2 二(一)1: subsistence allowance: from the day the status was recognised, here before the payment.
  {
    title: "subsistence allowance recognised before payment",
    rule: "TL-02",
    asOf: "2025-03-10",
    history: "0",
    facts: {
      household: true,
      assisted: "subsistence",
      recognizedOn: "2025-02-20",
      paidOn: "2025-03-10",
      insuredYear: "this-year",
    },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-02-20", lastDay: "2025-12-31" },
  },
  // Recognised two years ago: the paid year begins on 1 January.
  {
    title: "destitute, recognised in 2023, pays for 2025",
    rule: "TL-02",
    asOf: "2025-03-10",
    history: "j2023-2024",
    facts: {
      household: true,
      assisted: "destitute",
      recognizedOn: "2023-06-01",
      paidOn: "2025-03-10",
      insuredYear: "this-year",
    },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-01-01", lastDay: "2025-12-31" },
  },
  // S2 二(一)1: severe disability: from the day of payment.
  {
    title: "severely disabled, paid in March",
    rule: "TL-02",
    asOf: "2025-03-10",
    history: "0",
    facts: { household: true, assisted: "disabled", paidOn: "2025-03-10", insuredYear: "this-year" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-03-10", lastDay: "2025-12-31" },
  },
  // S2 一(二): not registered here and no permit yet.
  {
    title: "non-local without permit",
    rule: "TL-01",
    asOf: "2025-03-10",
    history: "0",
    facts: {
      household: false,
      permit: false,
      assisted: "none",
      paidOn: "2025-03-10",
      ...thisYear,
      insuredBefore: false,
    },
    expected: { outcome: "not-yet" },
  },
]);

export const newborn = about(of("newborn"), [
  // S2 二(一)2: 1 March + 90 days = 30 May, the 90th day after birth: from birth; 420.00 for 2025.
  {
    title: "paid on the 90th day",
    rule: "TL-03",
    asOf: "2025-05-30",
    history: "0",
    facts: { birthDate: "2025-03-01", realName: true, paidOn: "2025-05-30" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-03-01", lastDay: "2025-12-31", due: "420.00" },
  },
  // The 91st day: 90 days from payment: 31 May + 90 = 29 August.
  {
    title: "paid on the 91st day",
    rule: "TL-03",
    asOf: "2025-05-31",
    history: "0",
    facts: { birthDate: "2025-03-01", realName: true, paidOn: "2025-05-31" },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2025-08-29", lastDay: "2025-12-31" },
  },
  // 15 November + 90 days fall into the next year: no day of the birth year is left by the clause.
  {
    title: "paid late in the year of birth",
    rule: "TL-03",
    asOf: "2025-11-15",
    history: "0",
    facts: { birthDate: "2025-06-01", realName: true, paidOn: "2025-11-15" },
    expected: { firstDay: null, notCovered: ["2025-11-15/2025-12-31"] },
  },
  // 71 days after birth, but in the following year: the birth year's premium is due too: 420.00 + 440.00 = 860.00.
  {
    title: "90 days across New Year",
    rule: "TL-03",
    asOf: "2026-01-20",
    history: "0",
    facts: { birthDate: "2025-11-10", realName: true, paidOn: "2026-01-20" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-11-10", lastDay: "2026-12-31", due: "860.00" },
  },
  // The last day of the birth year: one premium.
  {
    title: "born in October, paid on 31 December",
    rule: "TL-03",
    asOf: "2025-12-31",
    history: "0",
    facts: { birthDate: "2025-10-03", realName: true, paidOn: "2025-12-31" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-10-03", lastDay: "2025-12-31", due: "420.00" },
  },
  // Late and in the following year: birth year paid and granted.
  {
    title: "paid in February of the following year",
    rule: "TL-03",
    asOf: "2026-02-10",
    history: "0",
    facts: { birthDate: "2025-03-01", realName: true, paidOn: "2026-02-10" },
    expected: { outcome: "granted", covered: ["2025-03-01/2025-12-31"], due: "860.00" },
  },
  // S2 二(一)2 asks for the real name and the identity document, which can be brought.
  {
    title: "registered without a name yet",
    rule: "TL-03",
    asOf: "2025-04-01",
    history: "0",
    facts: { birthDate: "2025-03-01", realName: false, paidOn: "2025-04-01" },
    expected: { outcome: "not-yet" },
  },
]);
