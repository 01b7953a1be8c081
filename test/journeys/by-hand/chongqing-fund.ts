import type { ByHand } from "./case.ts";

// Whoever drew unemployment benefit was a unit's employee before, and the fund went on paying: the employee scheme was never left. Who goes
// on as an individual within three months pays the gap and does not wait, treated from the month after (answers of 2022-05).

const enrolment = { rule: "CQ-03", city: "chongqing", matter: "chongqing.enrolment", asOf: "2025-07-10" } as const;
const change = { rule: "CQ-03", city: "chongqing", matter: "chongqing.scheme-change", asOf: "2025-07-10" } as const;
const local = { household: true, otherRelation: false, tier: "first", paidOn: "2025-07-10" };
const first = { ...local, firstTime: true, fromResident: false, fromUnit: true };

export const chongqingFund: readonly ByHand[] = [
  {
    ...enrolment,
    title: "as an individual straight after the fund",
    history: "d202301-202412 s202501-202506",
    facts: { ...first, lastPaid: "2025-06" },
    expected: { outcome: "granted", gapMonths: 0, wait: { months: 0 }, firstDay: "2025-07" },
  },
  {
    ...enrolment,
    title: "as an individual two months after the fund",
    history: "d202301-202412 s202501-202504",
    facts: { ...first, lastPaid: "2025-04" },
    expected: { outcome: "granted", gapMonths: 2, wait: { months: 0 }, firstDay: "2025-08", covered: ["2025-05", "2025-06"] },
  },
  {
    ...enrolment,
    title: "as an individual four months after the fund",
    history: "d202301-202412 s202501-202502",
    facts: { ...first, lastPaid: "2025-02" },
    expected: { outcome: "granted", gapMonths: 4, wait: { months: 6 }, firstDay: "2026-01" },
  },
  {
    ...change,
    title: "the same as a change from a unit: two months after the fund",
    facts: { direction: "unit-to-flexible", otherRelation: false, firstTime: true, lastPaid: "2025-04", paidOn: "2025-07-10" },
    expected: { outcome: "granted", gapMonths: 2, wait: { months: 0 }, firstDay: "2025-08" },
  },
];
