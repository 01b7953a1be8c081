import { about, spans } from "../../../journeys/by-hand/case.ts";

// S0 七(八): pay until 50 (men) / 45 (women), in-service treatment meanwhile; retired from the month after it (or after processing)
// with 120 months here and 360/300 in all. What is still to be paid until then counts. No sentence allows a one-off top-up.

const common = { rule: "DL-07", city: "dalian", matter: "dalian.resignation", asOf: "2025-07-10" } as const;
const none = { months: 0 };
const man = { sex: "male", capacity: "unit", approvalMonth: "2025-07", service: none };
const woman = { ...man, sex: "female" };

export const resignation = [
  ...about({ ...common, facts: man }, [
    {
      title: "a man of fifty-five with 360",
      facts: { birthDate: "1970-01-01", contributed: { months: 360 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08", materials: ["退职人员审批表"] },
    },
    // 359 and nothing more to come.
    {
      title: "a man of fifty-five with 359",
      facts: { birthDate: "1970-01-01", contributed: { months: 359 } },
      expected: { shortfallMonths: 1 },
    },
    // Fifty at the end of this month: retired from August all the same.
    {
      title: "fifty on the last day of the month",
      facts: { birthDate: "1975-07-31", contributed: { months: 360 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
    },
    // Fifty on the first of August: from September, August is one month more: 359 + 1.
    {
      title: "fifty on the first day of the next month",
      facts: { birthDate: "1975-08-01", contributed: { months: 359 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-09" },
    },
    // 358 + 1 = 359 in August.
    {
      title: "fifty in the next month and then one short",
      facts: { birthDate: "1975-08-01", contributed: { months: 358 } },
      expected: { shortfallMonths: 1 },
    },
    // 336 at 48 and 24 to come: 360 in July 2027.
    {
      title: "a man of forty-eight who just makes it",
      facts: { birthDate: "1977-07-31", contributed: { months: 336 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2027-08" },
    },
    {
      title: "a man of forty-eight who just does not",
      facts: { birthDate: "1977-07-31", contributed: { months: 335 } },
      expected: { shortfallMonths: 1 },
    },
    // Here: 96 + 24 = 120.
    {
      title: "a man of forty-eight who just has ten years here",
      facts: { birthDate: "1977-07-31", contributed: { months: 96 }, transferred: { months: 240 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2027-08" },
    },
    {
      // (Once 300 elsewhere: 395 months do not fit since he was sixteen.)
      title: "a man of forty-eight who will lack a month here",
      facts: { birthDate: "1977-07-31", contributed: { months: 95 }, transferred: { months: 280 } },
      expected: { shortfallMonths: 1 },
    },
    // Service to December 2003 counts: 1992-08…2003-12 is 137, 2007-01…2025-07 is 223.
    {
      title: "service before 2004",
      facts: {
        birthDate: "1970-01-01",
        contributed: spans("2007-01/2025-07"),
        service: spans("1992-08/2004-12"),
        enrolledAs: "unit",
      },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
    },
    // Flexible enrolment: 1992-08…2002-03 is 116, 21 fewer.
    {
      title: "service before 2002-04",
      facts: {
        birthDate: "1970-01-01",
        capacity: "flexible",
        contributed: spans("2007-01/2025-07"),
        service: spans("1992-08/2004-12"),
        enrolledAs: "flexible",
      },
      expected: { shortfallMonths: 21 },
    },
    // Approved in March and filed then: retired from the month after it, fifty in January.
    {
      title: "approved and filed four months ago",
      facts: { birthDate: "1975-01-10", approvalMonth: "2025-03", filed: true, contributed: { months: 360 } },
      expected: { outcome: "granted", shortfallMonths: 0 },
    },
    // Approved in 2023 at 48, paid on until now and fifty today: from August.
    {
      title: "approved at forty-eight, fifty today",
      facts: { birthDate: "1975-07-10", approvalMonth: "2023-07", filed: true, contributed: spans("1995-07/2025-07") },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
    },
    // Approved next month: not yet approved. (Once an error; it is a condition that time cures.)
    {
      title: "an approval that lies ahead",
      facts: { birthDate: "1975-01-10", approvalMonth: "2025-08", contributed: { months: 360 } },
      expected: { outcome: "not-yet", opens: "2025-08" },
    },
  ]),
  ...about({ ...common, facts: woman }, [
    {
      title: "a woman of forty-five with 300",
      facts: { birthDate: "1980-07-10", contributed: { months: 300 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
    },
    {
      title: "a woman of forty-five with 299",
      facts: { birthDate: "1980-07-10", contributed: { months: 299 } },
      expected: { shortfallMonths: 1 },
    },
    // 45 in August: 299 + 1.
    {
      title: "a woman who is forty-five in the next month",
      facts: { birthDate: "1980-08-31", contributed: { months: 299 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-09" },
    },
    // Flexible, 44: the same. February 2026: 7 to come, 293 + 7.
    {
      title: "a flexible woman of forty-four",
      facts: { birthDate: "1981-02-28", capacity: "flexible", contributed: { months: 293 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2026-03" },
    },
  ]),
];
