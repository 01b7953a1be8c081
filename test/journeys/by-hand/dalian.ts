import { type ByHand, spans } from "./case.ts";

// Monthly premiums of a flexible worker, each part rounded on its own (figures: base, basic rate, large-sum part):
// 2020-07…2021-06 5393 × 6 % = 323.58; 2021-07…2022-06 6375 × 6 % = 382.50; 2022-07…12 7291 × 6 % = 437.46;
// 2023 7291 × 5.8 % = 422.88 and 7291 × 0.2 % + 2 = 16.58, together 439.46; 2024 7827 × 5.8 % = 453.97 and × 0.25 % = 19.57,
// together 473.54; 2025 8190 × 5.8 % = 475.02 and × 0.3 % = 24.57, together 499.59.

const man1990 = { sex: "male", birthDate: "1990-05-05" };
const local = { household: true, work: "freelancer" };
const enrolment = { rule: "DL-01", city: "dalian", matter: "dalian.enrolment", asOf: "2025-07-10", history: "0" } as const;
const backPayment = { rule: "DL-02", city: "dalian", matter: "dalian.back-payment", asOf: "2025-07-10" } as const;
const change = { rule: "DL-11", city: "dalian", matter: "dalian.scheme-change" } as const;
const unemployment = { rule: "DL-09", city: "dalian", matter: "dalian.unemployment", asOf: "2025-07-10" } as const;

export const dalian: readonly ByHand[] = [
  // Never insured in Dalian, pays in July: treatment from July itself. S0 一(一)(二).
  {
    ...enrolment,
    title: "first enrolment with a Dalian household: from the month of payment",
    facts: { ...man1990, ...local, firstTime: true },
    expected: { outcome: "granted", firstDay: "2025-07", pays: { premium: "499.59" } },
  },
  // The residence permit gives the same right as the household. S0 一(一), 七(一).
  {
    ...enrolment,
    title: "first enrolment on a residence permit",
    facts: { ...man1990, household: false, permit: true, work: "self-employed", firstTime: true },
    expected: { outcome: "granted", firstDay: "2025-07" },
  },
  // Neither household nor permit: a permit can be had, so the way is open later. S0 一(一).
  {
    ...enrolment,
    title: "neither household nor permit",
    facts: { ...man1990, household: false, permit: false, work: "freelancer", firstTime: true },
    expected: { outcome: "not-yet" },
  },
  // Turns 18 on the day: 2007-07-10 + 18 = 2025-07-10. S0 一(一) 年满18周岁.
  {
    ...enrolment,
    title: "the eighteenth birthday",
    facts: { sex: "female", birthDate: "2007-07-10", ...local, firstTime: true },
    expected: { outcome: "granted", firstDay: "2025-07" },
  },
  // One day short of 18: comes again tomorrow. S0 一(一).
  {
    ...enrolment,
    title: "the day before the eighteenth birthday",
    facts: { sex: "female", birthDate: "2007-07-11", ...local, firstTime: true },
    expected: { outcome: "not-yet", opens: "2025-07-11" },
  },
  // 59 until tomorrow. S0 一(一) 男60周岁以下.
  {
    ...enrolment,
    title: "a man on the day before he is sixty",
    facts: { sex: "male", birthDate: "1965-07-11", ...local, firstTime: true },
    expected: { outcome: "granted", firstDay: "2025-07" },
  },
  // 60 today: no longer below 60, and nothing can cure it. S0 一(一).
  {
    ...enrolment,
    title: "a man on his sixtieth birthday",
    facts: { sex: "male", birthDate: "1965-07-10", ...local, firstTime: true },
    expected: { outcome: "refused" },
  },
  // 54 until tomorrow. S0 一(一) 女55周岁以下.
  {
    ...enrolment,
    title: "a woman on the day before she is fifty-five",
    facts: { sex: "female", birthDate: "1970-07-11", ...local, firstTime: true },
    expected: { outcome: "granted", firstDay: "2025-07" },
  },
  // 55 today. S0 一(一).
  {
    ...enrolment,
    title: "a woman on her fifty-fifth birthday",
    facts: { sex: "female", birthDate: "1970-07-10", ...local, firstTime: true },
    expected: { outcome: "refused" },
  },
  // Born on 29 February 1964: sixty on 29 February 2024, still 59 on the 28th. S0 一(一).
  {
    ...enrolment,
    title: "a man born on 29 February, the day before he is sixty",
    asOf: "2024-02-28",
    facts: { sex: "male", birthDate: "1964-02-29", ...local, firstTime: true },
    expected: { outcome: "granted", firstDay: "2024-02", pays: { premium: "473.54" } },
  },
  // Employs others: 无雇工 is not met as things are. S0 一(一). Whether it is called curable is not said there.
  {
    ...enrolment,
    title: "self-employed with employees",
    facts: { ...man1990, household: true, work: "employer", firstTime: true },
    expected: { outcome: ["not-yet", "refused"] },
  },
  // Over the age and with employees, and from elsewhere: three conditions fail, one of them for good. S0 一(一).
  {
    ...enrolment,
    title: "several conditions fail at once",
    facts: { sex: "female", birthDate: "1969-01-01", household: false, permit: false, work: "employer", firstTime: true },
    expected: { outcome: "refused" },
  },
  // Ten years elsewhere do not make it the second time in Dalian: from the month of payment. S0 一(二) 首次在我市.
  {
    ...enrolment,
    title: "first time in Dalian after years elsewhere",
    history: "w201501-202412",
    facts: { ...man1990, ...local, firstTime: true },
    expected: { outcome: "granted", firstDay: "2025-07" },
  },
  // Paid to 2025-03, again in July: April, May and June are missing, 3. From the month after payment. S0 一(二)(三).
  {
    ...enrolment,
    title: "enrolled again after three months",
    history: "l202401-202503",
    facts: { ...man1990, ...local, firstTime: false, lastPaid: "2025-03" },
    expected: { outcome: "granted", gapMonths: 3, firstDay: "2025-08" },
  },
  // Paid to 2025-02: March…June are missing, 4; March is still covered, April…July are not. S0 一(二)(三).
  // (Once also April…June here: the strip of an enrolment begins with its payment, those months stand in the back-payment.)
  {
    ...enrolment,
    title: "enrolled again after four months",
    history: "l202401-202502",
    facts: { ...man1990, ...local, firstTime: false, lastPaid: "2025-02" },
    expected: { outcome: "granted", gapMonths: 4, firstDay: "2025-08", notCovered: ["2025-07"] },
  },
  // Unit to June, flexible from July: no month is missing, July is covered. S0 一(二), 中断 did not happen.
  {
    ...enrolment,
    title: "from a unit straight on, no gap",
    asOf: "2025-07-31",
    history: "d202001-202506",
    facts: { ...man1990, ...local, firstTime: false, lastPaid: "2025-06" },
    expected: { outcome: "granted", gapMonths: 0, covered: ["2025-07"] },
  },

  // 3 × 499.59 = 1498.77; made good, so all is covered, the resumed month too (OPEN). S0 一(三).
  {
    ...backPayment,
    title: "three months, paid back in the month of resuming",
    history: "l202401-202503",
    facts: { paid: spans("2024-01/2025-03"), resumedMonth: "2025-07", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 3, due: "1498.77", covered: ["2025-04", "2025-05", "2025-06", "2025-07"] },
  },
  // Four months: no back-payment. March covered, April…July not, from August. S0 一(二)(三).
  {
    ...backPayment,
    title: "four months cannot be paid back",
    history: "l202401-202502",
    facts: { paid: spans("2024-01/2025-02"), resumedMonth: "2025-07", currentPaid: true },
    expected: {
      outcome: "refused",
      gapMonths: 4,
      firstDay: "2025-08",
      covered: ["2025-03"],
      notCovered: ["2025-04", "2025-05", "2025-06", "2025-07"],
    },
  },
  // One month, on the last day on which it can be done. S0 一(三) 再次缴费当月.
  {
    ...backPayment,
    title: "one month, on the last day of the month of resuming",
    asOf: "2025-07-31",
    history: "l202401-202505",
    facts: { paid: spans("2024-01/2025-05"), resumedMonth: "2025-07", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 1, due: "499.59", covered: ["2025-06", "2025-07"] },
  },
  // The next day: never again. April is covered (month of interruption), May…July are not, from August. S0 一(二)(三).
  {
    ...backPayment,
    title: "the first day after the month of resuming",
    asOf: "2025-08-01",
    history: "l202401-202503",
    facts: { paid: spans("2024-01/2025-03"), resumedMonth: "2025-07", currentPaid: true },
    expected: {
      outcome: "refused",
      gapMonths: 3,
      firstDay: "2025-08",
      covered: ["2025-04"],
      notCovered: ["2025-05", "2025-06", "2025-07"],
    },
  },
  // The current month comes first (S1); it can still be paid, so not yet.
  {
    ...backPayment,
    title: "the current month is not paid yet",
    history: "l202401-202503",
    facts: { paid: spans("2024-01/2025-03"), resumedMonth: "2025-07", currentPaid: false },
    expected: { outcome: "not-yet", gapMonths: 3 },
  },
  // Paid to June, pays July: nothing is missing. S0 一(二).
  {
    ...backPayment,
    title: "no gap at all",
    history: "l202401-202506",
    facts: { paid: spans("2024-01/2025-06"), resumedMonth: "2025-07", currentPaid: true },
    expected: { gapMonths: 0, covered: ["2025-07"] },
  },
  // 2024-11 and 12: 2 × 473.54 = 947.08 at the standard of their own year. S0 一(三), base by calendar year from 2024.
  {
    ...backPayment,
    title: "two months at the end of a base year",
    asOf: "2025-01-20",
    history: "l202301-202410",
    facts: { paid: spans("2023-01/2024-10"), resumedMonth: "2025-01", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 2, due: "947.08", covered: ["2024-11", "2024-12", "2025-01"] },
  },
  // 473.54 + 2 × 499.59 = 1472.72. S0 一(三).
  {
    ...backPayment,
    title: "three months across the calendar year",
    asOf: "2025-03-31",
    history: "l202301-202411",
    facts: { paid: spans("2023-01/2024-11"), resumedMonth: "2025-03", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 3, due: "1472.72" },
  },
  // May and June 2022 at 382.50, July at 437.46: 1202.46. S1, the year ran from July then.
  {
    ...backPayment,
    title: "three months across 30 June 2022",
    asOf: "2022-08-15",
    history: "l202101-202204",
    facts: { paid: spans("2021-01/2022-04"), resumedMonth: "2022-08", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 3, due: "1202.46" },
  },
  // May and June 2021 at 323.58 (5392.80 was printed as 5393), July at 382.50: 1029.66.
  {
    ...backPayment,
    title: "three months across 30 June 2021, when the share of the base changed too",
    asOf: "2021-08-02",
    history: "l202008-202104",
    facts: { paid: spans("2020-08/2021-04"), resumedMonth: "2021-08", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 3, due: "1029.66" },
  },
  // 2 × 437.46 + 439.46 = 1314.38: the rate changed on 1 January 2023, the base did not.
  {
    ...backPayment,
    title: "three months across the change of rate in 2023",
    asOf: "2023-02-28",
    history: "l202201-202210",
    facts: { paid: spans("2022-01/2022-10"), resumedMonth: "2023-02", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 3, due: "1314.38" },
  },
  // 3 × 439.46 = 1318.38: the base of 2022-07 was kept after 30 June 2023.
  {
    ...backPayment,
    title: "three months across 30 June 2023, when nothing changed",
    asOf: "2023-09-01",
    history: "l202201-202305",
    facts: { paid: spans("2022-01/2023-05"), resumedMonth: "2023-09", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 3, due: "1318.38" },
  },
  // The earlier gap 2024-04…06 was never made good: May, June and the resumed July 2024 are not covered. S0 一(二)(三).
  {
    ...backPayment,
    title: "an earlier gap that was never made good",
    history: "l202301-202403 l202407-202503",
    facts: { paid: spans("2023-01/2024-03", "2024-07/2025-03"), resumedMonth: "2025-07", currentPaid: true },
    expected: {
      outcome: "granted",
      gapMonths: 3,
      due: "1498.77",
      covered: ["2024-04", "2024-08", "2025-04", "2025-05", "2025-06", "2025-07"],
      notCovered: ["2024-05", "2024-06", "2024-07"],
    },
  },
  // November and December 2025 are known: 999.18, although nobody knows the base of 2026. S0 一(三), default reading of the year.
  {
    ...backPayment,
    title: "months of 2025 paid back in 2026, whose base is not known",
    asOf: "2026-01-15",
    history: "l202401-202510",
    facts: { paid: spans("2024-01/2025-10"), resumedMonth: "2026-01", currentPaid: true },
    expected: { outcome: "granted", gapMonths: 2, due: "999.18" },
  },
  // January 2026 has no base: the sum cannot be told, and nothing is carried over from 2025.
  {
    ...backPayment,
    title: "a gap that reaches into a year without a base",
    asOf: "2026-02-10",
    history: "l202401-202510",
    facts: { paid: spans("2024-01/2025-10"), resumedMonth: "2026-02", currentPaid: true },
    expected: { outcome: "figure-missing", gapMonths: 3 },
  },
  // Paid in August as well as "resumed in July": both cannot be true. (Once said of the months; either may be the wrong one.)
  {
    ...backPayment,
    title: "months paid after the month of resuming contradict it",
    asOf: "2025-08-20",
    history: "l202401-202503 l202508",
    facts: { paid: spans("2024-01/2025-03", "2025-08"), resumedMonth: "2025-07", currentPaid: true },
    expected: { errors: ["resumedMonth"] },
  },

  // Any month. S1, 灵活就业 to 企业职工.
  {
    ...change,
    title: "flexible to unit in July",
    asOf: "2025-07-10",
    history: "l202401-202506",
    facts: { direction: "flexible-to-unit" },
    expected: { outcome: "granted" },
  },
  // The first day of the last month of the year; the resident year follows, January to December. S1, residents pay for a calendar year.
  {
    ...change,
    title: "flexible to resident on 1 December",
    asOf: "2025-12-01",
    history: "l202401-202511",
    facts: { direction: "flexible-to-resident" },
    expected: { outcome: "granted", firstDay: "2026-01-01", lastDay: "2026-12-31" },
  },
  // The day before: within the same calendar year, tomorrow it opens. S1.
  {
    ...change,
    title: "flexible to resident on 30 November",
    asOf: "2025-11-30",
    history: "l202401-202511",
    facts: { direction: "flexible-to-resident", paidThisYear: true },
    expected: { outcome: "not-yet", opens: "2025-12-01" },
  },
  // The last day of the year. S1.
  {
    ...change,
    title: "resident to flexible on 31 December",
    asOf: "2025-12-31",
    history: "j2023-2025",
    facts: { direction: "resident-to-flexible" },
    expected: { outcome: "granted" },
  },
  // The first day of the next year, paid for as a resident: eleven months to wait. S1.
  {
    ...change,
    title: "resident to flexible on 1 January, the new year being paid",
    asOf: "2026-01-01",
    history: "j2023-2026",
    facts: { direction: "resident-to-flexible", paidThisYear: true },
    expected: { outcome: "not-yet", opens: "2026-12-01" },
  },

  // July lies inside March…December: the fund pays, employee treatment, nothing to do before January. S0 七(二).
  {
    ...unemployment,
    title: "in the middle of the benefit",
    history: "d202001-202502 s202503-202507",
    facts: { benefitFrom: "2025-03", benefitTo: "2025-12" },
    expected: { outcome: "guidance", covered: ["2025-07", "2025-12"] },
  },
  // The benefit ended in June and July is paid: nothing is missing. S0 七(二) 次月.
  {
    ...unemployment,
    title: "paid in the month after the benefit ended",
    history: "d202001-202502 s202503-202506",
    facts: { benefitFrom: "2025-03", benefitTo: "2025-06", resumedMonth: "2025-07" },
    expected: { outcome: "guidance", gapMonths: 0, covered: ["2025-07"] },
  },
  // April…June are missing, 3: 1498.77 may be paid in July; otherwise from August. S0 七(二), 一(二)(三).
  {
    ...unemployment,
    title: "resumed after three months",
    history: "d202001-202406 s202407-202503",
    facts: { benefitFrom: "2024-07", benefitTo: "2025-03", resumedMonth: "2025-07" },
    expected: { gapMonths: 3 },
  },
  // March…June are missing, 4: March covered, April…July not, from August. S0 七(二), 一(二)(三).
  {
    ...unemployment,
    title: "resumed after four months",
    history: "d202001-202406 s202407-202502",
    facts: { benefitFrom: "2024-07", benefitTo: "2025-02", resumedMonth: "2025-07" },
    expected: {
      gapMonths: 4,
      firstDay: "2025-08",
      covered: ["2025-03"],
      notCovered: ["2025-04", "2025-05", "2025-06", "2025-07"],
    },
  },
  // April…July are missing if August is the first month paid. April is covered, from May nothing is. S0 七(二), 一(二).
  {
    ...unemployment,
    title: "nothing paid since, in the fifth month",
    asOf: "2025-08-01",
    history: "d202001-202406 s202407-202503",
    facts: { benefitFrom: "2024-07", benefitTo: "2025-03" },
    expected: { gapMonths: 4, covered: ["2025-04"], notCovered: ["2025-05", "2025-06", "2025-07", "2025-08"] },
  },
  // A benefit that ends before it begins.
  {
    ...unemployment,
    title: "a benefit that ends before it begins",
    history: "",
    facts: { benefitFrom: "2025-06", benefitTo: "2025-05" },
    expected: { errors: ["benefitTo"] },
  },
];
