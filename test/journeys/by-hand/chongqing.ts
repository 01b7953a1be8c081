import { type ByHand, spans } from "./case.ts";

// Individual premium: 2024 58200 × 5 % = 2910, × 11 % = 6402; 2025 61500 × 5 % = 3075, × 11 % = 6765 a year, a twelfth a month.

const enrolment = { rule: "CQ-03", city: "chongqing", matter: "chongqing.enrolment", asOf: "2025-07-10" } as const;
const arrears = { rule: "CQ-04", city: "chongqing", matter: "chongqing.unit-arrears", asOf: "2025-07-10" } as const;
const change = { rule: "CQ-03", city: "chongqing", matter: "chongqing.scheme-change", asOf: "2025-07-10" } as const;
const retirement = { rule: "CQ-09", city: "chongqing", matter: "chongqing.retirement", asOf: "2025-07-10" } as const;
const refund = { rule: "CQ-05", city: "chongqing", matter: "chongqing.overlap-refund", asOf: "2025-03-10" } as const;

const local = { household: true, otherRelation: false, tier: "first", paidOn: "2025-07-10" };
// born in May 1965: two months of delay, pension from July 2025
const man = {
  sex: "male",
  birthDate: "1965-05-10",
  way: "pension-here",
  pensionMonth: "2025-07",
  capacity: "flexible",
  tier: "first",
};
// born in May 1970: two months of delay as well
const woman = { ...man, sex: "female", birthDate: "1970-05-10" };
const cross = { otherRelation: false, retired: false, paidOn: "2025-07-10" };

export const chongqing: readonly ByHand[] = [
  // Never an individual before: six months. S4 职工03.
  {
    ...enrolment,
    title: "first time as an individual, never insured",
    history: "0",
    facts: { ...local, firstTime: true, fromResident: false, fromUnit: false },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2026-01" },
  },
  // April…June are missing, 3: paid, no wait, from the month after, April…June reimbursed (Q&A 2022-05; S4 职工03 as conflict).
  {
    ...enrolment,
    title: "as an individual three months after a unit",
    history: "d202301-202503",
    facts: { ...local, firstTime: true, fromResident: false, fromUnit: true, lastPaid: "2025-03" },
    expected: {
      outcome: "granted",
      gapMonths: 3,
      wait: { months: 0 },
      firstDay: "2025-08",
      covered: ["2025-04", "2025-05", "2025-06"],
    },
  },
  // March…June are missing, 4: six months. S4 职工03.
  {
    ...enrolment,
    title: "as an individual four months after a unit",
    history: "d202301-202502",
    facts: { ...local, firstTime: true, fromResident: false, fromUnit: true, lastPaid: "2025-02" },
    expected: { outcome: "granted", gapMonths: 4, wait: { months: 6 }, firstDay: "2026-01" },
  },
  // Unit to June, individual from July: nothing is missing, no wait (Q&A 2022-05).
  {
    ...enrolment,
    title: "as an individual straight after a unit",
    history: "d202301-202506",
    facts: { ...local, firstTime: true, fromResident: false, fromUnit: true, lastPaid: "2025-06" },
    expected: { outcome: "granted", gapMonths: 0, wait: { months: 0 } },
  },
  // An individual again after 3 months: not more than 3, no wait. S4 职工03 中断缴费超过3个月.
  {
    ...enrolment,
    title: "an individual again after three months",
    history: "l202301-202503",
    facts: { ...local, firstTime: false, fromResident: false, lastPaid: "2025-03" },
    expected: { outcome: "granted", gapMonths: 3, wait: { months: 0 } },
  },
  // After 4 months: six. S4 职工03.
  {
    ...enrolment,
    title: "an individual again after four months",
    history: "l202301-202502",
    facts: { ...local, firstTime: false, fromResident: false, lastPaid: "2025-02" },
    expected: { outcome: "granted", gapMonths: 4, wait: { months: 6 }, firstDay: "2026-01" },
  },
  // Residents 2023 and 2024, 24 months; January…March missing, 3: from the month of payment, the gap too. S4 职工03.
  {
    ...enrolment,
    title: "from the resident scheme, 24 months and a gap of three",
    asOf: "2025-04-10",
    history: "j2023-2024",
    facts: {
      ...local,
      paidOn: "2025-04-10",
      firstTime: true,
      fromResident: true,
      lastPaid: "2024-12",
      continuousMonths: 24,
      retired: false,
    },
    expected: {
      outcome: "granted",
      gapMonths: 3,
      wait: { months: 0 },
      firstDay: "2025-04",
      covered: ["2025-01", "2025-02", "2025-03", "2025-04"],
    },
  },
  // One month more: January…April, 4. The two years no longer help; first time as an individual, six months. S4 职工03.
  {
    ...enrolment,
    title: "from the resident scheme, 24 months and a gap of four",
    asOf: "2025-05-10",
    history: "j2023-2024",
    facts: {
      ...local,
      paidOn: "2025-05-10",
      firstTime: true,
      fromResident: true,
      lastPaid: "2024-12",
      continuousMonths: 24,
      retired: false,
    },
    expected: { outcome: "granted", gapMonths: 4, wait: { months: 6 }, firstDay: "2025-11" },
  },
  // 23 months are less than two years: first time as an individual, six months. S4 职工03.
  {
    ...enrolment,
    title: "from the resident scheme, 23 months",
    asOf: "2025-02-10",
    history: "j202302-202412",
    facts: {
      ...local,
      paidOn: "2025-02-10",
      firstTime: true,
      fromResident: true,
      lastPaid: "2024-12",
      continuousMonths: 23,
      retired: false,
    },
    expected: { outcome: "granted", gapMonths: 1, wait: { months: 6 }, firstDay: "2025-08" },
  },
  // Another relation is paid: no double insurance; it can be ended. S4 职工03.
  {
    ...enrolment,
    title: "insured elsewhere at the same time",
    history: "w202401-202507",
    facts: { ...local, otherRelation: true, firstTime: true, fromResident: false, fromUnit: false },
    expected: { outcome: "not-yet" },
  },

  // April…June, 3, paid off in July: covered, and from August. S4 职工04 3个月内.
  {
    ...arrears,
    title: "three months of arrears paid",
    history: "d202301-202503",
    facts: { lastPaid: "2025-03", resumedMonth: "2025-07", arrearsPaid: true, paidOffMonth: "2025-07" },
    expected: { outcome: "granted", gapMonths: 3, firstDay: "2025-08", covered: ["2025-04", "2025-05", "2025-06"] },
  },
  // March…June, 4, paid off in July: March covered by the default, April…June not, from August. S4 职工04 超过3个月.
  {
    ...arrears,
    title: "four months of arrears paid",
    history: "d202301-202502",
    facts: { lastPaid: "2025-02", resumedMonth: "2025-07", arrearsPaid: true, paidOffMonth: "2025-07" },
    expected: {
      outcome: "granted",
      gapMonths: 4,
      firstDay: "2025-08",
      covered: ["2025-03"],
      notCovered: ["2025-04", "2025-05", "2025-06"],
    },
  },
  // June only. S4 职工04.
  {
    ...arrears,
    title: "one month of arrears paid",
    history: "d202301-202505",
    facts: { lastPaid: "2025-05", resumedMonth: "2025-07", arrearsPaid: true, paidOffMonth: "2025-07" },
    expected: { outcome: "granted", gapMonths: 1, firstDay: "2025-08", covered: ["2025-06"] },
  },
  // 2024-11, 12 and 2025-01, 3 across the year, paid off on the last day of February: from March. S4 职工04.
  {
    ...arrears,
    title: "three months of arrears across the year",
    asOf: "2025-02-28",
    history: "d202301-202410",
    facts: { lastPaid: "2024-10", resumedMonth: "2025-02", arrearsPaid: true, paidOffMonth: "2025-02" },
    expected: { outcome: "granted", gapMonths: 3, firstDay: "2025-03", covered: ["2024-11", "2024-12", "2025-01"] },
  },
  // Nothing paid yet: April covered, it stops from May. S4 职工04 从欠费的次月起. (Once not-yet and May, June not covered: the clause
  // leaves the unit both ways, paying in time or not; the strip draws the first, the second stops in May.)
  {
    ...arrears,
    title: "arrears of three months not paid yet",
    history: "d202301-202503",
    facts: { lastPaid: "2025-03", resumedMonth: "2025-07", arrearsPaid: false },
    expected: { outcome: ["choice", "not-yet"], gapMonths: 3, covered: ["2025-04"] },
  },
  // Paid to June, July paid: no arrears. S4 职工04.
  {
    ...arrears,
    title: "no month is missing",
    history: "d202301-202506",
    facts: { lastPaid: "2025-06", resumedMonth: "2025-07", arrearsPaid: true, paidOffMonth: "2025-07" },
    expected: { gapMonths: 0, covered: ["2025-07"] },
  },
  // Paid off in June what was resumed in July.
  {
    ...arrears,
    title: "paid off before it was resumed",
    history: "d202301-202503",
    facts: { lastPaid: "2025-03", resumedMonth: "2025-07", arrearsPaid: true, paidOffMonth: "2025-06" },
    expected: { errors: ["paidOffMonth"] },
  },

  // 30 months in a unit, April…June missing, 3: no wait, from the month of payment, to the year's end. S4 职工03, residents' year.
  {
    ...change,
    title: "unit to resident, more than 24 months, gap of three",
    history: "d202210-202503",
    facts: { ...cross, direction: "unit-to-resident", lastPaid: "2025-03", continuousMonths: 30 },
    expected: { outcome: "granted", gapMonths: 3, wait: { months: 0 }, firstDay: "2025-07", lastDay: "2025-12-31" },
  },
  // 24 months exactly. S4 职工03 含2年.
  {
    ...change,
    title: "unit to resident, 24 months",
    history: "d202307-202506",
    facts: { ...cross, direction: "unit-to-resident", lastPaid: "2025-06", continuousMonths: 24 },
    expected: { outcome: "granted", gapMonths: 0, wait: { months: 0 }, firstDay: "2025-07", lastDay: "2025-12-31" },
  },
  // 23: the residents' rule of 2025, three fixed months. 国办发〔2024〕38号, not the six months of the employee scheme.
  {
    ...change,
    title: "unit to resident, 23 months",
    history: "d202308-202506",
    facts: { ...cross, direction: "unit-to-resident", lastPaid: "2025-06", continuousMonths: 23 },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-10", lastDay: "2025-12-31" },
  },
  // 24 months but March…June missing, 4: the residents' rule, three fixed months. 国办发〔2024〕38号.
  // (Once granted: from July on whoever is no change within three months pays the subsidy too, and its amount is not public.)
  {
    ...change,
    title: "individual to resident, gap of four",
    history: "l202303-202502",
    facts: { ...cross, direction: "flexible-to-resident", lastPaid: "2025-02", continuousMonths: 24 },
    expected: { outcome: "figure-missing", wait: { months: 3 }, firstDay: "2025-10", lastDay: "2025-12-31" },
  },
  // Residents 2023 and 2024, January missing: no wait, from the month of payment. S4 职工03.
  {
    ...change,
    title: "resident to unit, 24 months",
    asOf: "2025-02-10",
    history: "j2023-2024",
    facts: { ...cross, paidOn: "2025-02-10", direction: "resident-to-unit", lastPaid: "2024-12", continuousMonths: 24 },
    expected: { outcome: "granted", gapMonths: 1, wait: { months: 0 }, firstDay: "2025-02", covered: ["2025-01", "2025-02"] },
  },
  // The same person as an individual: the same answer. S4 职工03.
  {
    ...change,
    title: "resident to individual, 24 months",
    asOf: "2025-02-10",
    history: "j2023-2024",
    facts: { ...cross, paidOn: "2025-02-10", direction: "resident-to-flexible", lastPaid: "2024-12", continuousMonths: 24 },
    expected: { outcome: "granted", gapMonths: 1, wait: { months: 0 }, firstDay: "2025-02", covered: ["2025-01", "2025-02"] },
  },
  // Twelve months as a resident: first time as an individual, six months. S4 职工03.
  {
    ...change,
    title: "resident to individual, twelve months",
    asOf: "2025-02-10",
    history: "j2024",
    facts: { ...cross, paidOn: "2025-02-10", direction: "resident-to-flexible", lastPaid: "2024-12", continuousMonths: 12 },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-08" },
  },
  // The other relation is still paid. S4 职工03 不允许重复参保.
  {
    ...change,
    title: "the other relation is still paid",
    history: "d202307-202506",
    facts: { ...cross, otherRelation: true, direction: "unit-to-resident", lastPaid: "2025-06", continuousMonths: 24 },
    expected: { outcome: "not-yet" },
  },

  // 360 of 360. Figures, retirement months.
  {
    ...retirement,
    title: "a man with 360 months",
    history: "l199508-202507",
    facts: { ...man, contributed: spans("1995-08/2025-07") },
    expected: { outcome: "granted", shortfallMonths: 0 },
  },
  // One short: 73272 × 5 % ÷ 12 = 305.30. Figures, top-up base.
  {
    ...retirement,
    title: "a man with 359 months, first tier",
    history: "l199509-202507",
    facts: { ...man, contributed: spans("1995-09/2025-07") },
    expected: { shortfallMonths: 1, due: "305.30" },
  },
  // Two years short in the second tier: 2 × 8059.92 = 16119.84.
  {
    ...retirement,
    title: "a man two years short, second tier",
    history: "l199708-202507",
    facts: { ...man, tier: "second", contributed: spans("1997-08/2025-07") },
    expected: { shortfallMonths: 24, due: "16119.84" },
  },
  // 299 of 300. Figures.
  {
    ...retirement,
    title: "a woman with 299 months",
    history: "l200009-202507",
    facts: { ...woman, contributed: spans("2000-09/2025-07") },
    expected: { shortfallMonths: 1, due: "305.30" },
  },
  // 119 here, 300 from elsewhere: one short of the 120 to be paid in Chongqing. Figures.
  {
    ...retirement,
    title: "119 months here",
    history: "w199001-201412 l201509-202507",
    facts: { ...man, contributed: spans("2015-09/2025-07"), transferred: spans("1990-01/2014-12") },
    expected: { shortfallMonths: 1, due: "305.30" },
  },
  // 120 here and 240 from elsewhere. Figures.
  {
    ...retirement,
    title: "120 months here",
    history: "w199401-201312 l201508-202507",
    facts: { ...man, contributed: spans("2015-08/2025-07"), transferred: spans("1994-01/2013-12") },
    expected: { outcome: "granted", shortfallMonths: 0 },
  },

  // May…December 2024 twice: 8 × 242.50 = 1940.00; the first tier has no account. S4 职工05, the following year.
  {
    ...refund,
    title: "eight months twice, first tier",
    history: "l202401-202412 d202405-202502",
    facts: {
      tier: "first",
      individualPaid: spans("2024-01/2024-12"),
      unitPaid: spans("2024-05/2025-02"),
      usedTreatment: false,
      accountCredited: "0",
    },
    expected: { outcome: "granted", due: "1940.00" },
  },
  // 8 × 533.50 = 4268.00, of which 1000.00 were credited: 3268.00. S4 职工05.
  {
    ...refund,
    title: "eight months twice, second tier, with money credited",
    history: "l202401-202412 d202405-202502",
    facts: {
      tier: "second",
      individualPaid: spans("2024-01/2024-12"),
      unitPaid: spans("2024-05/2025-02"),
      usedTreatment: false,
      accountCredited: "1000",
    },
    expected: { outcome: "granted", due: "3268.00" },
  },
  // In the same year: from the first day of the next. S4 职工05 次年.
  {
    ...refund,
    title: "asked for on the last day of the year itself",
    asOf: "2024-12-31",
    history: "l202401-202412 d202405-202412",
    facts: {
      tier: "first",
      individualPaid: spans("2024-01/2024-12"),
      unitPaid: spans("2024-05/2024-12"),
      usedTreatment: false,
      accountCredited: "0",
    },
    expected: { outcome: "not-yet", opens: "2025-01-01" },
  },
  // Treatment was used in the overlap. S4 职工05 期间未享受.
  {
    ...refund,
    title: "treatment used in the overlap",
    history: "l202401-202412 d202405-202502",
    facts: {
      tier: "first",
      individualPaid: spans("2024-01/2024-12"),
      unitPaid: spans("2024-05/2025-02"),
      usedTreatment: true,
      accountCredited: "0",
    },
    expected: { outcome: "refused" },
  },
];
