import { about, spans } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";
import { combined, poolOnly } from "./lives.ts";

// Ends of months and years, leap days, thresholds hit exactly. Priced as in 六(二), 七(三): 2025 6400 × 7 % = 448.00, × 5 % = 320.00.

const retiring = { sex: "male", birthDate: "1965-01-10", way: "no-pension-here", capacity: "unit" };

const years = about({ ...of("retirement"), rule: "TL-11", asOf: "2025-06-10" }, [
  {
    // January 1965: n = 0, one month later: February 2025
    title: "the last day before the statutory month",
    asOf: "2025-01-31",
    facts: { ...retiring, birthDate: "1965-01-01", contributed: { months: 360 } },
    expected: { outcome: "not-yet", opens: "2025-02" },
  },
  {
    title: "its first day",
    asOf: "2025-02-01",
    facts: { ...retiring, birthDate: "1965-01-01", contributed: { months: 360 } },
    expected: { outcome: "granted", firstDay: "2025-02" },
  },
  {
    // n = 37, ten months later: December 2028
    title: "born on 29 February 1968",
    asOf: "2028-11-30",
    facts: { ...retiring, birthDate: "1968-02-29", contributed: { months: 400 } },
    expected: { outcome: "not-yet", opens: "2028-12" },
  },
  {
    // n = 144: 37 months held to 36: January 2040
    title: "the first month of the longest delay",
    facts: { ...retiring, birthDate: "1977-01-05", contributed: { months: 360 } },
    expected: { outcome: "not-yet", opens: "2040-01" },
  },
  {
    // March 1975: n = 2, two months later: May 2025
    title: "a woman of fifty, the last day before",
    asOf: "2025-04-30",
    facts: { ...retiring, sex: "female", kind: "woman-50", birthDate: "1975-03-10", contributed: { months: 300 } },
    expected: { outcome: "not-yet", opens: "2025-05" },
  },
  {
    title: "sixty on 31 October 2021: the rules before",
    facts: { ...retiring, birthDate: "1961-10-31", contributed: { months: 300 } },
    expected: { outcome: "guidance" },
  },
  {
    // 360 − 300 = 60; 60 × 448.00
    title: "sixty on 1 November 2021: these",
    facts: { ...retiring, ...combined, birthDate: "1961-11-01", contributed: { months: 300 }, shortfallWay: "pay-now" },
    expected: { outcome: "granted", due: "26880.00", firstDay: "2025-06" },
  },
  {
    // 1983-01 … 1990-12 = 96 served in the one or the other way, and 2001-01 … 2024-12 = 288
    title: "service and the forces at once count once",
    facts: {
      ...retiring,
      contributed: spans("2001-01/2024-12"),
      service: spans("1985-01/1990-12"),
      military: spans("1983-01/1986-12"),
      assignedSoldier: false,
    },
    expected: { outcome: "granted", shortfallMonths: 0, materials: ["军龄", "连续工龄"] },
  },
  {
    // 1990-01 … 1999-12 = 120 served alone, 2000-01 … 2012-06 = 150 paid; 90 × 448.00
    title: "service while paying is paid time",
    facts: {
      ...retiring,
      ...combined,
      contributed: spans("2000-01/2012-06"),
      service: spans("1990-01/2001-06"),
      shortfallWay: "pay-now",
    },
    expected: { outcome: "granted", due: "40320.00", shortfallMonths: 90 },
  },
  {
    // 240 here, 120 moved, 2005 in both: 348
    title: "a year paid here and elsewhere counts once",
    facts: {
      ...retiring,
      ...combined,
      contributed: spans("2005-01/2024-12"),
      transferred: spans("1996-01/2005-12"),
      shortfallWay: "pay-now",
    },
    expected: { outcome: "granted", due: "5376.00", shortfallMonths: 12 },
  },
  {
    title: "119 here and 300 moved: one month of 320.00",
    facts: {
      ...retiring,
      ...poolOnly,
      contributed: { months: 119 },
      transferred: { months: 300 },
      shortfallWay: "pay-now",
    },
    expected: { outcome: "granted", due: "320.00", shortfallMonths: 1 },
  },
  {
    // 1981-01 … 2001-06 = 246
    title: "more service than fits between sixteen and the cut-off",
    facts: { ...retiring, ...combined, contributed: { months: 100 }, service: { months: 247 }, overlapMonths: 0 },
    expected: { errors: ["service"] },
  },
]);

const employee = {
  sex: "male",
  birthDate: "1980-02-01",
  capacity: "unit",
  household: true,
  correction: false,
  work: "employee",
  special: "none",
};
const again = { ...employee, firstTime: false, fromElsewhere: false };
const freelancer = { ...again, capacity: "flexible", work: "freelancer", special: undefined };

const waits = about({ ...of("enrolment"), rule: "TL-04", asOf: "2025-06-10" }, [
  {
    // 15 December + 90 = 15 March
    title: "first time in December: over New Year",
    asOf: "2025-12-15",
    facts: { ...employee, firstTime: true },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2026-03-15" },
  },
  {
    title: "the first day of the notice",
    asOf: "2022-04-01",
    facts: { ...employee, firstTime: true },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2022-06-30" },
  },
  {
    title: "paid the day before the notice",
    facts: { ...employee, firstTime: true, paidOn: "2022-03-31" },
    expected: { errors: ["paidOn"] },
  },
  {
    title: "October to December unpaid, on the last day of January: nothing to wait",
    asOf: "2025-01-31",
    facts: { ...again, lastPaid: "2024-09" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-01-31" },
  },
  {
    // 1 February + 30 = 3 March
    title: "and January too, a day later: thirty days",
    asOf: "2025-02-01",
    facts: { ...again, lastPaid: "2024-09" },
    expected: { outcome: "granted", wait: { days: 30 }, firstDay: "2025-03-03" },
  },
  {
    // 29 February + 30 = 30 March
    title: "four months unpaid on 29 February",
    asOf: "2024-02-29",
    facts: { ...again, lastPaid: "2023-09" },
    expected: { outcome: "granted", wait: { days: 30 }, firstDay: "2024-03-30" },
  },
  {
    // 25 January + 30 = 24 February
    title: "last year paid afterwards: the thirty days of January still run in February",
    rule: "TL-05",
    asOf: "2025-02-20",
    facts: { ...freelancer, lastPaid: "2025-01", lastYear: "back-paid", firstPaidOn: "2025-01-25" },
    expected: { outcome: "granted", firstDay: "2025-02-24" },
  },
  {
    title: "last year in full, and yet not paid since 2023",
    rule: "TL-05",
    facts: { ...freelancer, lastPaid: "2023-06", lastYear: "in-time" },
    expected: { errors: ["lastYear"] },
  },
  {
    title: "the first payment of this year in the last one",
    rule: "TL-05",
    facts: { ...freelancer, lastPaid: "2025-05", lastYear: "not-full", firstPaidOn: "2024-12-10" },
    expected: { errors: ["firstPaidOn"] },
  },
]);

const anybody = { household: true, assisted: "none" };

const residents = about({ ...of("resident-enrolment"), rule: "TL-02", asOf: "2025-06-10" }, [
  {
    // 30 September + 90 = 29 December
    title: "the day before the fourth quarter of 2024: three days are left",
    asOf: "2024-09-30",
    facts: { ...anybody, insuredYear: "this-year" },
    expected: { outcome: "granted", firstDay: "2024-12-29", lastDay: "2024-12-31" },
  },
  {
    // 5 October + 90 = 3 January
    title: "in October 2024 for the same year: nothing is left",
    asOf: "2024-10-05",
    facts: { ...anybody, insuredYear: "this-year" },
    expected: { outcome: "granted", firstDay: null },
  },
  {
    title: "over 29 February",
    asOf: "2024-02-29",
    facts: { ...anybody, insuredYear: "this-year" },
    expected: { outcome: "granted", firstDay: "2024-05-29" },
  },
  {
    title: "three months from the last day of January",
    asOf: "2025-01-31",
    facts: { ...anybody, insuredYear: "this-year", insuredBefore: true, lastYear: 2024, inAnnouncedPeriod: false },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-04-30" },
  },
  {
    // 2021 … 2024 missed and all paid for: 3 months, held to 6
    title: "four years missed and repaired: six months all the same",
    asOf: "2025-05-12",
    facts: { ...anybody, insuredYear: "this-year", insuredBefore: true, lastYear: 2020, repairedYears: 4 },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-11-12" },
  },
  {
    title: "one year missed, two repaired",
    facts: { ...anybody, insuredYear: "this-year", insuredBefore: true, lastYear: 2023, repairedYears: 2 },
    expected: { errors: ["repairedYears"] },
  },
  {
    title: "in need since 2024, paid in June 2025: from the first day of the year paid for",
    facts: { household: true, assisted: "marginal", recognizedOn: "2024-03-01", insuredYear: "this-year" },
    expected: { outcome: "granted", firstDay: "2025-01-01", lastDay: "2025-12-31" },
  },
  {
    title: "in need since 2023, paid in November for the next year: not before it",
    asOf: "2025-11-20",
    facts: { household: true, assisted: "subsistence", recognizedOn: "2023-01-01", insuredYear: "next-year" },
    expected: { outcome: "granted", firstDay: "2026-01-01", lastDay: "2026-12-31" },
  },
]);

// 1000 for twelve months is 83.333… each; rounded once.
const year = (amount: string) => ({ items: [{ from: "2025-01", to: "2025-12", amount, payer: "person" }] });

const refunds = about({ ...of("refund"), rule: "TL-15", asOf: "2025-06-20" }, [
  {
    title: "joined a unit in March: ten twelfths of 1000",
    facts: { reason: "joined-unit", joinedMonth: "2025-03", credited: "0", payments: year("1000") },
    expected: { outcome: "granted", due: "833.33" },
  },
  {
    title: "… of which 100 went to the account",
    facts: { reason: "joined-unit", joinedMonth: "2025-03", credited: "100", payments: year("1000") },
    expected: { outcome: "granted", due: "733.33" },
  },
  {
    title: "joined a unit in the last month",
    asOf: "2025-12-20",
    facts: { reason: "joined-unit", joinedMonth: "2025-12", credited: "0", payments: year("6000") },
    expected: { outcome: "granted", due: "500.00" },
  },
  {
    // 1 March + 90 = 30 May
    title: "died on the last day of the wait",
    facts: {
      reason: "died-waiting",
      capacity: "flexible",
      paidOn: "2025-03-01",
      deathDate: "2025-05-29",
      credited: "0",
      payments: { items: [{ from: "2025-03", to: "2025-12", amount: "6000", payer: "person" }] },
    },
    expected: { outcome: "granted", due: "6000.00", materials: ["死亡证明", "亲属关系"] },
  },
  {
    title: "died on the first day of treatment",
    facts: {
      reason: "died-waiting",
      capacity: "flexible",
      paidOn: "2025-03-01",
      deathDate: "2025-05-30",
      credited: "0",
      payments: { items: [{ from: "2025-03", to: "2025-12", amount: "6000", payer: "person" }] },
    },
    expected: { outcome: "refused" },
  },
  {
    title: "drew the benefit until before it began",
    facts: {
      reason: "unemployment",
      benefitFrom: "2025-05",
      benefitTo: "2025-02",
      credited: "0",
      payments: { items: [{ from: "2025-01", to: "2025-06", amount: "600", payer: "person" }] },
    },
    expected: { errors: ["benefitTo"] },
  },
]);

const newborns = about({ ...of("newborn"), rule: "TL-03", asOf: "2025-06-10", facts: { realName: true } }, [
  {
    title: "born on 29 February 2024, paid on the ninetieth day",
    asOf: "2024-05-29",
    facts: { birthDate: "2024-02-29" },
    expected: { outcome: "granted", firstDay: "2024-02-29" },
  },
  {
    title: "born on New Year's Eve, paid the next day: both years",
    asOf: "2025-01-01",
    facts: { birthDate: "2024-12-31" },
    expected: { firstDay: "2024-12-31", lastDay: "2025-12-31" },
  },
  {
    title: "two years old: no newborn",
    asOf: "2025-06-01",
    facts: { birthDate: "2023-05-01" },
    expected: { outcome: "guidance" },
  },
]);

export const edges = [...years, ...waits, ...residents, ...refunds, ...newborns];
