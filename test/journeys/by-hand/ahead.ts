import { type ByHand, spans } from "./case.ts";

// What was paid ahead of the payment in hand is no payment before it, and arrears that have been paid since were arrears all the same:
// the past in one line tells both as the answers do.

export const ahead: readonly ByHand[] = [
  // Paid elsewhere for the whole year, here from June on: nothing is missing. S2 二(二)2.
  {
    title: "a unit in June, the year paid ahead elsewhere, asked in July",
    rule: "TL-04",
    city: "tieling",
    matter: "tieling.enrolment",
    asOf: "2025-07-02",
    history: "wl20250131-202512",
    facts: {
      sex: "male",
      birthDate: "1985-03-10",
      capacity: "unit",
      household: true,
      work: "employee",
      correction: false,
      special: "none",
      paidOn: "2025-06-18",
      firstTime: false,
      fromResident: false,
      fromElsewhere: true,
      lastPaid: "2025-06",
    },
    expected: { outcome: "granted", gapMonths: 0, firstDay: "2025-06-18" },
  },
  // January to May paid, June missing, July in hand. S2 二(二)2, 3.
  {
    title: "resumed in July after a year paid ahead elsewhere was broken off",
    rule: "TL-04",
    city: "tieling",
    matter: "tieling.back-payment",
    asOf: "2025-08-02",
    history: "d202401-202505",
    facts: { capacity: "unit", paidOn: "2025-07-10", paid: spans("2024-01/2025-05"), fundMode: "combined" },
    expected: { outcome: "granted", gapMonths: 1 },
  },
  // April and May were owed, paid in June: treated again from July, April and May reimbursed. S4 职工04.
  {
    title: "arrears of two months, paid off in the month after",
    rule: "CQ-04",
    city: "chongqing",
    matter: "chongqing.unit-arrears",
    asOf: "2025-07-10",
    history: "d202301-202503 d202504-202505!202506 d202506-202507",
    facts: { lastPaid: "2025-03", resumedMonth: "2025-06", arrearsPaid: true, paidOffMonth: "2025-06" },
    expected: { outcome: "granted", gapMonths: 2, firstDay: "2025-07" },
  },
];
