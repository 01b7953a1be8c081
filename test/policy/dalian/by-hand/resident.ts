import { about } from "../../../journeys/by-hand/case.ts";

// Adults pay for 2025 from 2024-10-10 on; October to December 2024 is for the next year alone (notice of 2021). From 2025 three months,
// none after 24 months as an employee and at most three without payment. A period that runs into the year counts from 1 January.

const dalian = { rule: "DL-15", city: "dalian" } as const;
const enrolment = { ...dalian, matter: "dalian.resident-enrolment" } as const;
const change = { ...dalian, matter: "dalian.scheme-change" } as const;
const adult = { birthDate: "1980-05-12", group: "adult", household: true, assisted: "none" };
const thisYear = { insuredYear: "this-year" };
const fromUnit = { ...adult, ...thisYear, former: "unit", lastPaid: "2025-11", paidOn: "2026-01-19" };

export const resident = [
  ...about({ ...enrolment, asOf: "2024-10-09", facts: { ...adult, ...thisYear } }, [
    {
      title: "the day before the period of the coming year: that one can be paid for from the next day on",
      facts: { former: "resident", lastYear: 2023 },
      expected: { outcome: "not-yet", opens: "2024-10-10", firstDay: null },
    },
    {
      title: "in the period of the coming year, for this one",
      asOf: "2024-10-10",
      facts: { former: "resident", lastYear: 2023 },
      expected: { outcome: "not-yet", firstDay: null },
    },
  ]),
  ...about({ ...change, asOf: "2024-10-09", facts: { direction: "unit-to-resident", group: "adult", ...thisYear } }, [
    {
      title: "a unit's employee who leaves the day before the period of the coming year",
      facts: { lastPaid: "2024-09", continuousMonths: 12 },
      expected: { outcome: "not-yet", opens: "2024-10-10", firstDay: null },
    },
  ]),
  ...about({ ...enrolment, asOf: "2026-01-19", facts: { ...fromUnit, inAnnouncedPeriod: true } }, [
    // Neither waits; who was insured longer is not treated later.
    {
      title: "24 months as an employee, in a period that ran on into January",
      facts: { continuousMonths: 24 },
      expected: { firstDay: "2026-01-01", lastDay: "2026-12-31" },
    },
    {
      title: "23 months as an employee, in a period that ran on into January",
      facts: { continuousMonths: 23 },
      expected: { firstDay: "2026-01-01", lastDay: "2026-12-31" },
    },
    {
      title: "24 months as an employee, after the period",
      facts: { continuousMonths: 24, inAnnouncedPeriod: false },
      expected: { firstDay: "2026-01-19", lastDay: "2026-12-31" },
    },
  ]),
  // 1 October and three months: 1 January of a year that is not paid for.
  ...about({ ...enrolment, asOf: "2025-10-01", facts: { ...adult, ...thisYear, former: "resident" } }, [
    {
      title: "a wait that outlasts the year gives no first day",
      facts: { lastYear: 2024 },
      expected: { outcome: "granted", firstDay: null },
    },
  ]),
];
