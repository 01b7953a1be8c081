import { about } from "../../../journeys/by-hand/case.ts";

// S0 七(二): the fund pays while the benefit runs; from the month after it the person pays. S0 一(二)(三) for what is missed then.

export const unemployment = about(
  {
    rule: "DL-09",
    city: "dalian",
    matter: "dalian.unemployment",
    asOf: "2025-07-10",
    facts: { benefitFrom: "2024-07", benefitTo: "2025-06" },
  },
  [
    // It ended in June; July is the month to pay, nothing is missing yet.
    { title: "the first month after the benefit", expected: { outcome: "guidance", covered: ["2025-06"] } },
    { title: "the last month of the benefit", asOf: "2025-06-30", expected: { outcome: "guidance", covered: ["2025-06"] } },
    { title: "before the benefit begins", asOf: "2024-06-30", expected: { outcome: "guidance" } },
    { title: "the first month of the benefit", asOf: "2024-07-01", expected: { outcome: "guidance", covered: ["2024-07"] } },
    // Paid in July at once.
    { title: "paid at once", facts: { resumedMonth: "2025-07" }, expected: { gapMonths: 0, covered: ["2025-07"] } },
    // July missing, August paid and asked in August: 1.
    {
      title: "one month missing",
      asOf: "2025-08-10",
      facts: { resumedMonth: "2025-08" },
      expected: { gapMonths: 1, firstDay: "2025-09", covered: ["2025-07"], notCovered: ["2025-08"] },
    },
    // July…September missing, October paid: 3, still to be made good in October.
    {
      title: "three months missing",
      asOf: "2025-10-31",
      facts: { resumedMonth: "2025-10" },
      expected: { gapMonths: 3, covered: ["2025-07"], notCovered: ["2025-08", "2025-09", "2025-10"] },
    },
    // In November it is too late for them: from November on covered.
    {
      title: "three months missing, a month later",
      asOf: "2025-11-01",
      facts: { resumedMonth: "2025-10" },
      expected: {
        gapMonths: 3,
        firstDay: "2025-11",
        notCovered: ["2025-08", "2025-09", "2025-10"],
        covered: ["2025-07", "2025-11"],
      },
    },
    // July…October missing, November paid: 4.
    {
      title: "four months missing",
      asOf: "2025-11-10",
      facts: { resumedMonth: "2025-11" },
      expected: { gapMonths: 4, firstDay: "2025-12", notCovered: ["2025-08", "2025-11"], covered: ["2025-07"] },
    },
    // Across the year: benefit to November, December missing, January paid.
    {
      title: "one month missing across the year",
      asOf: "2026-01-10",
      facts: { benefitTo: "2025-11", resumedMonth: "2026-01" },
      expected: { gapMonths: 1, firstDay: "2026-02", covered: ["2025-12"] },
    },
    // Resumed before the benefit ended: both cannot be.
    { title: "resumed while the benefit ran", facts: { resumedMonth: "2025-06" }, expected: { errors: ["resumedMonth"] } },
    { title: "resumed in a month ahead", facts: { resumedMonth: "2025-08" }, expected: { errors: ["resumedMonth"] } },
    // One month of benefit.
    {
      title: "a benefit of one month",
      facts: { benefitFrom: "2025-06", benefitTo: "2025-06", resumedMonth: "2025-07" },
      expected: { gapMonths: 0, covered: ["2025-06", "2025-07"] },
    },
    // Not paid in the fourth month: if October is the first paid one, July…September are missing, 3, and can still be made good.
    {
      title: "nothing paid until the fourth month",
      asOf: "2025-10-10",
      expected: { gapMonths: 3, covered: ["2025-07"], notCovered: ["2025-08"] },
    },
    {
      title: "nothing paid until the fifth month",
      asOf: "2025-11-01",
      expected: { gapMonths: 4, covered: ["2025-07"], notCovered: ["2025-08", "2025-10"] },
    },
  ],
);
