import { about } from "../../../journeys/by-hand/case.ts";

// Premiums: 323.58 in 2020-07…2021-06, 382.50 to 2022-06, 437.46 to 2022-12, 439.46 in 2023, 473.54 in 2024, 499.59 in 2025 (figures).

const person = { sex: "male", birthDate: "1990-05-05", household: true, work: "freelancer", firstTime: true };

export const enrolment = about({ rule: "DL-01", city: "dalian", matter: "dalian.enrolment", asOf: "2025-07-10", facts: person }, [
  { title: "the first day with a base", asOf: "2020-07-01", expected: { firstDay: "2020-07", pays: { premium: "323.58" } } },
  { title: "the day before the first base", asOf: "2020-06-30", expected: { outcome: "figure-missing" } },
  { title: "30 June 2021", asOf: "2021-06-30", expected: { pays: { premium: "323.58" } } },
  { title: "1 July 2021", asOf: "2021-07-01", expected: { pays: { premium: "382.50" } } },
  { title: "1 July 2022", asOf: "2022-07-01", expected: { pays: { premium: "437.46" } } },
  { title: "31 December 2022", asOf: "2022-12-31", expected: { firstDay: "2022-12", pays: { premium: "437.46" } } },
  { title: "1 January 2023", asOf: "2023-01-01", expected: { pays: { premium: "439.46" } } },
  { title: "1 July 2023", asOf: "2023-07-01", expected: { pays: { premium: "439.46" } } },
  { title: "1 January 2024", asOf: "2024-01-01", expected: { pays: { premium: "473.54" } } },
  { title: "31 December 2025", asOf: "2025-12-31", expected: { firstDay: "2025-12", pays: { premium: "499.59" } } },
  { title: "1 January 2026", asOf: "2026-01-01", expected: { outcome: "figure-missing" } },
  // In work at a unit: the unit registers him. 一(一), 七(三)
  { title: "in work at a unit", facts: { work: "employee" }, expected: { outcome: ["not-yet", "refused", "guidance"] } },
  // Either paper will do. 一(四)
  { title: "brings the household register", expected: { outcome: "granted", materials: ["户口簿"] } },
  {
    title: "brings the permit",
    facts: { household: false, permit: true },
    expected: { outcome: "granted", materials: ["居住证"] },
  },
  // Paid to May: June is missing, 1; July from the month after unless it is made good. 一(二)(三)
  {
    title: "one month missing",
    facts: { firstTime: false, lastPaid: "2025-05" },
    expected: { outcome: "granted", gapMonths: 1, firstDay: "2025-08" },
  },
  // January 2010 … June 2025: 15 × 12 + 6 = 186.
  {
    title: "fifteen years away",
    facts: { firstTime: false, lastPaid: "2009-12" },
    expected: { outcome: "granted", gapMonths: 186, firstDay: "2025-08" },
  },
  // Paid to a month ahead of the day.
  {
    title: "last paid month lies ahead",
    facts: { firstTime: false, lastPaid: "2025-08" },
    expected: { errors: ["lastPaid"] },
  },
  // Fails twice, once curable by time.
  {
    title: "under eighteen and in work at a unit",
    facts: { birthDate: "2008-01-01", work: "employee" },
    expected: { outcome: ["not-yet", "refused", "guidance"] },
  },
  // Across the year: paid to November 2024, December missing, again in January 2025.
  {
    title: "one month missing at the end of the year",
    asOf: "2025-01-31",
    facts: { firstTime: false, lastPaid: "2024-11" },
    expected: { outcome: "granted", gapMonths: 1, firstDay: "2025-02" },
  },
]);
