import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const local = { household: true, assisted: "none" };
const outside = { insuredYear: "this-year", inAnnouncedPeriod: false };
const inPeriod = { insuredYear: "next-year", inAnnouncedPeriod: true };
const before = (lastYear: number, repairedYears?: number) =>
  repairedYears === undefined ? { insuredBefore: true, lastYear } : { insuredBefore: true, lastYear, repairedYears };

// Premiums: 2024 400, 2025 420, 2026 440. From 2025 the wait is 3 months + 1 for each missed year − 1 for each repaired one, at
// least 6 after four missed years or more.
export const residentEnrolment = about(of("resident-enrolment"), [
  // 二(一)1, leap year: 1 February 2024 + 90 = 1 May.
  {
    title: "paid on 1 February 2024",
    rule: "TL-02",
    asOf: "2024-02-01",
    history: "0",
    facts: { ...local, paidOn: "2024-02-01", insuredYear: "this-year" },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2024-05-01", lastDay: "2024-12-31", due: "400.00" },
  },
  // The fourth quarter's period is for the coming year; who pays for the running one waits 90 days: 8 October + 90 leaves nothing.
  {
    title: "paid on 8 October 2024 for 2024",
    rule: "TL-02",
    asOf: "2024-10-08",
    history: "0",
    facts: { ...local, paidOn: "2024-10-08", insuredYear: "this-year", inAnnouncedPeriod: false },
    expected: { firstDay: null, notCovered: ["2024-10-08/2024-12-31"] },
  },
  // 31 December lies in the fourth quarter, which by the named reading of 原则上 is the announced period whatever was closed (first
  // expected as outside: 31 March).
  {
    title: "paid on 31 December 2024 for 2025, period closed",
    rule: "TL-02",
    asOf: "2024-12-31",
    history: "j2024",
    facts: {
      ...local,
      paidOn: "2024-12-31",
      insuredYear: "next-year",
      inAnnouncedPeriod: false,
      ...before(2024),
    },
    expected: { outcome: "granted", firstDay: "2025-01-01", lastDay: "2025-12-31", due: "420.00" },
  },
  // One missed year: 3 + 1 = 4: 14 March → 14 July (3 by the other reading).
  {
    title: "one missed year, not repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2023",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2023, 0) },
    expected: { outcome: "granted", wait: { months: 4 }, firstDay: "2025-07-14", lastDay: "2025-12-31", due: "420.00" },
  },
  // Three: 3 + 3 = 6.
  {
    title: "three missed years, not repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2021",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2021, 0) },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-09-14", lastDay: "2025-12-31" },
  },
  // Four: 3 + 4 = 7: 14 October.
  {
    title: "four missed years, not repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2020",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2020, 0) },
    expected: { outcome: "granted", wait: { months: 7 }, firstDay: "2025-10-14", lastDay: "2025-12-31" },
  },
  // Four, one repaired: 6. Four, three repaired: 4, at least 6.
  {
    title: "four missed years, one repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2020",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2020, 1) },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-09-14" },
  },
  {
    title: "four missed years, three repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2020",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2020, 3) },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-09-14" },
  },
  // Three, all repaired but one: 4.
  {
    title: "three missed years, two repaired",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2021",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2021, 2) },
    expected: { outcome: "granted", wait: { months: 4 }, firstDay: "2025-07-14" },
  },
  // 2013 to 2024 = 12: 15 months: nothing of 2025.
  {
    title: "twelve missed years",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2012",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2012, 0) },
    expected: { firstDay: null, wait: { months: 15 }, notCovered: ["2025-03-14/2025-12-31"] },
  },
  // More years than were missed cannot be repaired.
  {
    title: "more years repaired than missed",
    rule: "TL-02",
    asOf: "2025-03-14",
    history: "j2022",
    facts: { ...local, paidOn: "2025-03-14", ...outside, ...before(2022, 3) },
    expected: { errors: ["repairedYears"] },
  },
  // Insured as an employee earlier this year: no year missed: 10 June → 10 September.
  {
    title: "employee until May, resident in June",
    rule: "TL-02",
    asOf: "2025-06-10",
    history: "d202001-202505",
    facts: { ...local, paidOn: "2025-06-10", ...outside, ...before(2025) },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-09-10", lastDay: "2025-12-31" },
  },
  // Who comes from the employee scheme after two continuous years and at most three months keeps 三(一): at once, whichever counter
  // form is used: April and May missing.
  {
    title: "employee for five years until March, resident in June",
    rule: "TL-08",
    asOf: "2025-06-10",
    history: "d202001-202503",
    facts: {
      ...local,
      paidOn: "2025-06-10",
      ...outside,
      fromEmployee: true,
      lastPaid: "2025-03",
      continuousMonths: 63,
      ...before(2025),
    },
    expected: { outcome: "granted", firstDay: "2025-06-10", lastDay: "2025-12-31" },
  },
  {
    title: "last insured in a year to come",
    rule: "TL-02",
    asOf: "2025-06-10",
    history: "j2024",
    facts: { ...local, paidOn: "2025-06-10", ...outside, ...before(2026) },
    expected: { errors: ["lastYear"] },
  },
  // In the announced period, never insured: no wait.
  {
    title: "never insured, announced period",
    rule: "TL-02",
    asOf: "2025-11-10",
    history: "0",
    facts: { ...local, paidOn: "2025-11-10", ...inPeriod, insuredBefore: false },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2026-01-01", lastDay: "2026-12-31", due: "440.00" },
  },
  // In the announced period after two missed years (2024, 2025): the national rule has the wait for whoever missed a year too:
  // 3 + 2 = 5 months from 10 November: 10 April 2026.
  {
    title: "two missed years, announced period",
    rule: "TL-02",
    asOf: "2025-11-10",
    history: "j2023",
    facts: { ...local, paidOn: "2025-11-10", ...inPeriod, ...before(2023, 0) },
    expected: { outcome: "granted", wait: { months: 5 }, firstDay: "2026-04-10", lastDay: "2026-12-31" },
  },
  // A period that runs on: 28 February 2026 for 2026 counts from 1 January.
  {
    title: "paid in February 2026 in a period that runs on",
    rule: "TL-02",
    asOf: "2026-02-28",
    history: "j2025",
    facts: { ...local, paidOn: "2026-02-28", insuredYear: "this-year", inAnnouncedPeriod: true, ...before(2025) },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  },
  // 二(一)1: recognised after the payment: from recognition.
  {
    title: "lifted out of poverty, recognised after payment",
    rule: "TL-02",
    asOf: "2025-05-02",
    history: "j2024",
    facts: {
      household: true,
      assisted: "lifted",
      recognizedOn: "2025-05-01",
      paidOn: "2025-03-10",
      insuredYear: "this-year",
    },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-05-01", lastDay: "2025-12-31" },
  },
  // Recognised in 2024, paid for 2026 in November 2025: 1 January 2026.
  {
    title: "marginal, paid for the next year",
    rule: "TL-02",
    asOf: "2025-11-10",
    history: "j2024-2025",
    facts: {
      household: true,
      assisted: "marginal",
      recognizedOn: "2024-04-01",
      paidOn: "2025-11-10",
      insuredYear: "next-year",
    },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  },
  {
    title: "recognised in the future",
    rule: "TL-02",
    asOf: "2025-05-02",
    history: "j2024",
    facts: {
      household: true,
      assisted: "subsistence",
      recognizedOn: "2025-05-03",
      paidOn: "2025-05-02",
      insuredYear: "this-year",
    },
    expected: { errors: ["recognizedOn"] },
  },
  // Entitled, late in the year, for the running year: from payment, no wait.
  {
    title: "entitled, paid on 20 December for the running year",
    rule: "TL-02",
    asOf: "2025-12-20",
    history: "0",
    facts: { household: true, assisted: "entitled", paidOn: "2025-12-20", insuredYear: "this-year" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-12-20", lastDay: "2025-12-31" },
  },
  {
    title: "disabled, paid for the next year",
    rule: "TL-02",
    asOf: "2025-12-20",
    history: "j2025",
    facts: { household: true, assisted: "disabled", paidOn: "2025-12-20", insuredYear: "next-year" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  },
  // Assisted persons are exempt from the national wait, whatever they missed.
  {
    title: "disabled after ten missed years",
    rule: "TL-02",
    asOf: "2026-03-20",
    history: "j2015",
    facts: { household: true, assisted: "disabled", paidOn: "2026-03-20", insuredYear: "this-year" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2026-03-20", lastDay: "2026-12-31" },
  },
  // 一(二).
  {
    title: "non-local with permit",
    rule: "TL-01",
    asOf: "2025-06-10",
    history: "w202001-202412",
    facts: {
      household: false,
      permit: true,
      assisted: "none",
      paidOn: "2025-06-10",
      ...outside,
      ...before(2024),
    },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-09-10" },
  },
  // The premium of 2028 is not entered.
  {
    title: "paid for 2028",
    rule: "TL-02",
    asOf: "2028-03-01",
    history: "j2027",
    facts: { ...local, paidOn: "2028-03-01", ...outside, ...before(2027) },
    expected: { outcome: "figure-missing" },
  },
]);
