import { about, spans } from "../../../journeys/by-hand/case.ts";

// Premiums as in enrolment.ts. S0 一(二)(三), S1.

export const backPayment = about(
  { rule: "DL-02", city: "dalian", matter: "dalian.back-payment", asOf: "2025-07-10", facts: { currentPaid: true } },
  [
    // 439.46 + 473.54 × 2 = 1386.54 over the change of 2024.
    {
      title: "December 2023 to February 2024",
      asOf: "2024-03-05",
      facts: { paid: spans("2023-01/2023-11"), resumedMonth: "2024-03" },
      expected: { outcome: "granted", gapMonths: 3, due: "1386.54", covered: ["2023-12", "2024-01", "2024-02", "2024-03"] },
    },
    // 2 × 323.58 before nobody knows: June 2020 has no base.
    {
      title: "June 2020 has no base",
      asOf: "2020-08-05",
      facts: { paid: spans("2020-01/2020-05"), resumedMonth: "2020-08" },
      expected: { outcome: "figure-missing", gapMonths: 2 },
    },
    // July 2020 has.
    {
      title: "July 2020 has one",
      asOf: "2020-08-05",
      facts: { paid: spans("2020-01/2020-06"), resumedMonth: "2020-08" },
      expected: { outcome: "granted", gapMonths: 1, due: "323.58" },
    },
    // Four months cannot be paid back, so no figure is needed.
    {
      title: "four months into a year without a base",
      asOf: "2026-03-05",
      facts: { paid: spans("2025-01/2025-10"), resumedMonth: "2026-03" },
      expected: { outcome: "refused", gapMonths: 4, firstDay: "2026-04" },
    },
    // The month of resuming is that of the day where it is not said.
    {
      title: "the month of resuming is left out",
      facts: { paid: spans("2024-01/2025-04") },
      expected: { outcome: "granted", gapMonths: 2, due: "999.18", covered: ["2025-05", "2025-06", "2025-07"] },
    },
    // The order in which the periods are typed says nothing.
    {
      title: "periods out of order",
      facts: { paid: spans("2025-01/2025-04", "2024-01/2024-12"), resumedMonth: "2025-07" },
      expected: { outcome: "granted", gapMonths: 2, due: "999.18" },
    },
    // Nor does splitting them.
    {
      title: "periods month by month",
      facts: { paid: spans("2025-02", "2025-03", "2025-04"), resumedMonth: "2025-07" },
      expected: { outcome: "granted", gapMonths: 2, due: "999.18" },
    },
    {
      title: "a period that ends before it begins",
      facts: { paid: spans("2025-04/2025-02"), resumedMonth: "2025-07" },
      expected: { errors: ["paid"] },
    },
    // July is the month of resuming and said once more. (Once an error; nothing contradicts it.)
    {
      title: "the month of resuming among the months before it",
      facts: { paid: spans("2024-01/2025-03", "2025-07"), resumedMonth: "2025-07" },
      expected: { outcome: "granted", gapMonths: 3, due: "1498.77" },
    },
    // Resumed in June and not paid for June: one of them is wrong. (Once refused; contradictory months are errors.)
    {
      title: "resumed a month ago but not paid then",
      facts: { paid: spans("2024-01/2025-03"), resumedMonth: "2025-06", currentPaid: false },
      expected: { errors: ["currentPaid"] },
    },
    // Twelve months: April 2024 … June 2025 is 15; no.
    {
      title: "fifteen months",
      facts: { paid: spans("2023-01/2024-03"), resumedMonth: "2025-07" },
      expected: { outcome: "refused", gapMonths: 15, firstDay: "2025-08" },
    },
    // One month and four months apart, only the last gap is asked for; the earlier one (March 2025, resumed in April) stays: a single
    // missing month M is covered, the month resumed then is not.
    {
      title: "an earlier gap of one month",
      facts: { paid: spans("2024-01/2025-02", "2025-04/2025-05"), resumedMonth: "2025-07" },
      expected: { outcome: "granted", gapMonths: 1, due: "499.59", covered: ["2025-03", "2025-05"], notCovered: ["2025-04"] },
    },
    // The last of February in a leap year.
    {
      title: "29 February 2024 is still the month of resuming",
      asOf: "2024-02-29",
      facts: { paid: spans("2023-01/2023-12"), resumedMonth: "2024-02" },
      expected: { outcome: "granted", gapMonths: 1, due: "473.54" },
    },
    {
      title: "1 March 2024 is not",
      asOf: "2024-03-01",
      facts: { paid: spans("2023-01/2023-12"), resumedMonth: "2024-02" },
      expected: { outcome: "refused", gapMonths: 1, firstDay: "2024-03", covered: ["2024-01"], notCovered: ["2024-02"] },
    },
    // Never through the bank: tax window or program. S1. The place to pay is told, the counter only assesses.
    {
      title: "current month unpaid on the last day",
      asOf: "2025-07-31",
      facts: { paid: spans("2024-01/2025-03"), resumedMonth: "2025-07", currentPaid: false },
      expected: { outcome: "not-yet", gapMonths: 3 },
    },
    // Nothing is missing and the current month is not paid: there is nothing to pay back either.
    {
      title: "no gap and the current month unpaid",
      facts: { paid: spans("2024-01/2025-06"), resumedMonth: "2025-07", currentPaid: false },
      expected: { gapMonths: 0 },
    },
  ],
);
