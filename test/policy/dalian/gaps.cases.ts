/**
 * Gaps by hand (DL-01, DL-02): what a strip shows of every gap, what contradicts what, and where a rule ends at an age.
 * 2025: 475.02 + 24.57 = 499.59 a month. Cover goes on in the first unpaid month, and is back in the month after payment resumed,
 * unless a gap of at most three months is made good in that very month.
 */
import type { GoldenCase } from "../golden.ts";

const periods = (...runs: readonly (readonly [from: string, to: string])[]) => ({
  periods: runs.map(([from, to]) => ({ from, to })),
});
const WINDOW = "所属区（市）县医保经办机构核定，税务窗口或税务小程序缴费";

export const GAP_BACK_PAYMENT_CASES: readonly GoldenCase[] = [
  {
    title: "an earlier gap that was never made good: its resumed month is not covered; only the last gap is paid for",
    rule: "DL-02",
    asOf: "2025-07-10",
    // lost: 2024-07…09 (July goes on), October resumed and waits; now 2025-04…06
    facts: { paid: periods(["2024-01", "2024-06"], ["2024-10", "2025-03"]), currentPaid: true },
    expected: {
      outcome: "granted",
      due: { backPayment: "1498.77" },
      coverage: [
        "contributed 2024-01..2024-06",
        "covered 2024-07..2024-07",
        "gap 2024-08..2024-09",
        "waiting 2024-10..2024-10",
        "contributed 2024-11..2025-03",
        "bought 2025-04..2025-06",
        "covered 2025-07..",
      ],
      place: WINDOW,
      materials: ["identity-card"],
      readings: ["dalian.back-payment-materials"],
    },
  },
  {
    title: "one month paid between two gaps: resumed and stopped again; August can be paid for, April to June are lost",
    rule: "DL-02",
    asOf: "2025-09-10",
    facts: { paid: periods(["2024-01", "2025-03"], ["2025-07", "2025-07"]), currentPaid: true },
    expected: {
      due: { backPayment: "499.59" },
      coverage: [
        "contributed 2024-01..2025-03",
        "covered 2025-04..2025-04",
        "gap 2025-05..2025-06",
        "waiting 2025-07..2025-07",
        "bought 2025-08..2025-08",
        "covered 2025-09..",
      ],
      options: {
        backPay: [
          "due backPayment 499.59",
          "part gapMonth 499.59",
          "lastDay 2025-09-30",
          "continuousFrom 2025-09",
          "contributed 2024-01..2025-03",
          "covered 2025-04..2025-04",
          "gap 2025-05..2025-06",
          "waiting 2025-07..2025-07",
          "bought 2025-08..2025-08",
          "covered 2025-09..",
        ],
        leave: [
          "stoppedFrom 2025-09",
          "benefitsFrom 2025-10",
          "contributed 2024-01..2025-03",
          "covered 2025-04..2025-04",
          "gap 2025-05..2025-06",
          "waiting 2025-07..2025-07",
          "covered 2025-08..2025-08",
          "waiting 2025-09..2025-09",
          "covered 2025-10..",
        ],
      },
    },
  },
  {
    title: "a gap of one month and one paid month before it: that month is not covered",
    rule: "DL-02",
    asOf: "2025-07-10",
    facts: { paid: periods(["2024-01", "2025-03"], ["2025-05", "2025-05"]), currentPaid: true },
    expected: {
      due: { backPayment: "499.59" },
      coverage: [
        "contributed 2024-01..2025-03",
        "covered 2025-04..2025-04",
        "waiting 2025-05..2025-05",
        "bought 2025-06..2025-06",
        "covered 2025-07..",
      ],
    },
  },
  {
    title: "the whole time is shown, not a window of it",
    rule: "DL-02",
    asOf: "2025-04-10",
    facts: { paid: periods(["2013-09", "2025-03"]), currentPaid: true },
    expected: { outcome: "guidance", coverage: ["contributed 2013-09..2025-03", "covered 2025-04.."] },
  },
  {
    title: "too long a gap: gap and waiting stand in the main strip",
    rule: "DL-02",
    asOf: "2025-08-10",
    facts: { paid: periods(["2025-01", "2025-03"]), currentPaid: true },
    expected: {
      outcome: "refused",
      coverage: [
        "contributed 2025-01..2025-03",
        "covered 2025-04..2025-04",
        "gap 2025-05..2025-07",
        "waiting 2025-08..2025-08",
        "covered 2025-09..",
      ],
    },
  },

  // --- contradictions
  {
    title: "the resumed month typed a year too early: paid months after it contradict it",
    rule: "DL-02",
    asOf: "2025-07-10",
    facts: { paid: periods(["2024-01", "2025-03"]), resumedMonth: "2024-07", currentPaid: true },
    expected: { errors: ["resumedMonth conflict"] },
  },
  {
    title: "a month after the resumed one among the paid months",
    rule: "DL-02",
    asOf: "2025-08-10",
    facts: { paid: periods(["2024-01", "2025-03"], ["2025-08", "2025-08"]), resumedMonth: "2025-07", currentPaid: true },
    expected: { errors: ["resumedMonth conflict"] },
  },
  {
    title: "resumed last month and yet not paid",
    rule: "DL-02",
    asOf: "2025-07-10",
    facts: { paid: periods(["2024-01", "2025-03"]), resumedMonth: "2025-06", currentPaid: false },
    expected: { errors: ["currentPaid conflict"] },
  },
  {
    title: "resuming this month, not paid yet: possible",
    rule: "DL-02",
    asOf: "2025-07-10",
    facts: { paid: periods(["2024-01", "2025-03"]), resumedMonth: "2025-07", currentPaid: false },
    expected: { outcome: "not-yet", remedyIds: ["payCurrent"], timeLimit: "恢复缴费的当月内，最晚 2025年7月31日，过期不再补缴" },
  },

  // --- months in the resident scheme, months elsewhere
  {
    title: "four months, three of them as a resident: by default they fill nothing",
    rule: "DL-02",
    asOf: "2025-05-10",
    facts: { paid: periods(["2020-01", "2024-12"]), currentPaid: true, residentMonths: periods(["2025-01", "2025-05"]) },
    expected: { outcome: "refused", steps: { gapMonths: 4 }, readings: ["dalian.resident-fills-gap"] },
  },
  {
    title: "read as filled: no gap is left",
    rule: "DL-02",
    asOf: "2025-05-10",
    readings: { "dalian.resident-fills-gap": "fills" },
    facts: { paid: periods(["2020-01", "2024-12"]), currentPaid: true, residentMonths: periods(["2025-01", "2025-05"]) },
    expected: { outcome: "guidance", headlineId: "noGap", steps: { gapMonths: 0, filledMonths: 4 } },
  },
  {
    title: "read as filled in part: one month is left and can be paid for",
    rule: "DL-02",
    asOf: "2025-02-10",
    readings: { "dalian.resident-fills-gap": "fills" },
    // unpaid 2024-11…2025-01; 2025-01 as a resident
    facts: { paid: periods(["2020-01", "2024-10"]), currentPaid: true, residentMonths: periods(["2025-01", "2025-02"]) },
    // 2024: 473.54 each
    expected: { outcome: "granted", due: { backPayment: "947.08" }, steps: { gapMonths: 2, filledMonths: 1 } },
  },
  {
    title: "months paid elsewhere, not moved in: by default the gap goes on",
    rule: "DL-02",
    asOf: "2025-08-10",
    facts: { paid: periods(["2020-01", "2025-03"]), currentPaid: true, elsewhereMonths: periods(["2025-04", "2025-07"]) },
    expected: { outcome: "refused", steps: { gapMonths: 4 }, readings: ["dalian.elsewhere-stops-gap"] },
  },
  {
    title: "read as stopping it",
    rule: "DL-02",
    asOf: "2025-08-10",
    readings: { "dalian.elsewhere-stops-gap": "stops" },
    facts: { paid: periods(["2020-01", "2025-03"]), currentPaid: true, elsewhereMonths: periods(["2025-04", "2025-07"]) },
    expected: { outcome: "guidance", steps: { gapMonths: 0 } },
  },
  {
    title: "months as a resident outside the gap decide nothing",
    rule: "DL-02",
    asOf: "2025-05-10",
    facts: {
      paid: periods(["2020-01", "2025-03"]),
      currentPaid: true,
      residentMonths: periods(["2018-01", "2018-12"]),
    },
    expected: { steps: { gapMonths: 1 }, withoutReadings: ["dalian.resident-fills-gap", "dalian.elsewhere-stops-gap"] },
  },

  // --- the premium of 2024
  {
    title: "2024: whether the parts are rounded one by one is not published; 473.53 the other way",
    rule: "DL-01",
    asOf: "2024-02-10",
    readings: { "dalian.premium-rounding": "together" },
    facts: { paid: periods(["2020-01", "2023-12"]), currentPaid: true },
    expected: { due: { backPayment: "473.53" }, readings: ["dalian.premium-rounding"] },
  },
];

const person = { sex: "male", birthDate: "1985-03-01", household: true, work: "freelancer", firstTime: true } as const;
const oldMan = { ...person, birthDate: "1965-06-16" } as const;

export const GAP_ENROLMENT_CASES: readonly GoldenCase[] = [
  // --- the month of payment is what counts
  {
    title: "on the last day of a month: benefits from this month only if it is paid this month",
    rule: "DL-01",
    asOf: "2025-06-30",
    facts: { ...person, birthDate: "1980-01-01" },
    expected: {
      outcome: "granted",
      headline: "可以参保，每月 499.59 元；2025年6月缴费的，2025年6月起享受待遇",
      notices: ["registrationIsNotPayment"],
    },
  },
  {
    title: "this month is paid already: nothing is due again",
    rule: "DL-01",
    asOf: "2025-06-10",
    facts: { ...person, firstTime: false, lastPaid: "2025-06" },
    expected: {
      outcome: "granted",
      headlineId: "alreadyPaid",
      due: {},
      information: { monthlyPremium: "499.59", basicPremium: "475.02", largeSum: "24.57" },
      dates: { benefitsFrom: "2025-06" },
      steps: { gapMonths: 0 },
    },
  },
  {
    title: "two missed months: what is covered without and with back-payment",
    rule: "DL-01",
    asOf: "2025-06-10",
    facts: { ...person, firstTime: false, lastPaid: "2025-03" },
    expected: {
      dates: { benefitsFrom: "2025-07", continuousFrom: "2025-06" },
      coverage: ["covered 2025-04..2025-04", "gap 2025-05..2025-05", "waiting 2025-06..2025-06", "covered 2025-07..2045-03"],
      readings: ["dalian.resumed-month"],
    },
  },
  {
    title: "two missed months in the month of the age limit: covered in it only if they are made good",
    rule: "DL-01",
    asOf: "2026-04-27",
    facts: { ...person, sex: "male", birthDate: "1966-04-28", firstTime: false, lastPaid: "2026-01" },
    expected: { dates: { benefitsFrom: null, continuousFrom: "2026-04", payableUntil: "2026-04" } },
  },
  {
    title: "the same, the resumed month read as not covered: nothing is left to be promised",
    rule: "DL-01",
    asOf: "2026-04-27",
    readings: { "dalian.resumed-month": "next-month" },
    facts: { ...person, sex: "male", birthDate: "1966-04-28", firstTime: false, lastPaid: "2026-01" },
    expected: { dates: { benefitsFrom: null, continuousFrom: null, payableUntil: "2026-04" } },
  },
  {
    title: "the gap filled as a resident, read so: continuous",
    rule: "DL-01",
    asOf: "2026-01-10",
    readings: { "dalian.resident-fills-gap": "fills" },
    facts: { ...person, firstTime: false, lastPaid: "2024-12", residentMonths: periods(["2025-01", "2025-12"]) },
    expected: { steps: { gapMonths: 0 }, dates: { benefitsFrom: "2026-01" } },
  },
  {
    title: "the same by default: twelve months missed",
    rule: "DL-01",
    asOf: "2026-01-10",
    facts: { ...person, firstTime: false, lastPaid: "2024-12", residentMonths: periods(["2025-01", "2025-12"]) },
    expected: { steps: { gapMonths: 12 }, dates: { benefitsFrom: "2026-02" }, readings: ["dalian.resident-fills-gap"] },
  },

  // --- a resident of this year: S1 lets him change in December only, and the enrolment says so as the change of scheme does
  {
    title: "first enrolment in June of somebody who is a resident this year: pointed to December",
    rule: "DL-11",
    asOf: "2025-06-10",
    facts: { ...person, firstTime: true, residentMonths: periods(["2025-01", "2025-06"]) },
    expected: {
      outcome: "granted",
      notices: ["residentThisYear"],
      withoutNotices: ["residentsInDecember"],
      next: ["dalian.scheme-change"],
      withoutReadings: ["dalian.resident-fills-gap"],
    },
  },
  {
    title: "five months missed, a resident in them: pointed to December too",
    rule: "DL-11",
    asOf: "2025-06-10",
    facts: { ...person, firstTime: false, lastPaid: "2024-12", residentMonths: periods(["2025-01", "2025-05"]) },
    expected: {
      steps: { gapMonths: 5 },
      dates: { benefitsFrom: "2025-07" },
      notices: ["residentThisYear"],
      readings: ["dalian.resident-fills-gap"],
      next: ["dalian.scheme-change"],
    },
  },
  {
    title: "a resident until last year: the rule is told, nobody is pointed anywhere",
    rule: "DL-11",
    asOf: "2025-01-01",
    facts: { ...person, firstTime: true, residentMonths: periods(["2020-01", "2024-12"]) },
    expected: { notices: ["residentsInDecember"], withoutNotices: ["residentThisYear"], next: [] },
  },
  {
    title: "in December nothing is in the way",
    rule: "DL-11",
    asOf: "2025-12-01",
    facts: { ...person, firstTime: true, residentMonths: periods(["2025-01", "2025-12"]) },
    expected: { withoutNotices: ["residentThisYear", "residentsInDecember"], next: [], dates: { benefitsFrom: "2025-12" } },
  },

  // --- the age at which payment ends (ALL-06)
  {
    title: "60 tomorrow: granted, but the strip ends with this month, and it is said",
    rule: "DL-01",
    asOf: "2025-06-15",
    facts: oldMan,
    expected: {
      outcome: "granted",
      coverage: ["covered 2025-06..2025-06"],
      dates: { benefitsFrom: "2025-06", payableUntil: "2025-06" },
      notices: ["ageLimitNear"],
      next: ["dalian.retirement"],
    },
  },
  {
    title: "a month before 60 to the day: it is said",
    rule: "DL-01",
    asOf: "2025-05-16",
    facts: oldMan,
    expected: { coverage: ["covered 2025-05..2025-06"], notices: ["ageLimitNear"] },
  },
  {
    title: "a month and a day before: the strip ends all the same, nothing is said yet",
    rule: "DL-01",
    asOf: "2025-05-15",
    facts: oldMan,
    expected: { coverage: ["covered 2025-05..2025-06"], withoutNotices: ["ageLimitNear"], next: [] },
  },
  {
    title: "a woman 55 tomorrow",
    rule: "DL-01",
    asOf: "2025-06-15",
    facts: { ...oldMan, sex: "female", birthDate: "1970-06-16" },
    expected: { outcome: "granted", coverage: ["covered 2025-06..2025-06"], notices: ["ageLimitNear"] },
  },
  {
    title: "resuming in the last month: benefits would begin after it",
    rule: "DL-01",
    asOf: "2025-06-15",
    facts: { ...oldMan, firstTime: false, lastPaid: "2025-01" },
    expected: {
      outcome: "granted",
      coverage: ["covered 2025-02..2025-02", "gap 2025-03..2025-05", "waiting 2025-06..2025-06"],
      notices: ["ageLimitNear", "endsBeforeBenefits"],
      dates: { benefitsFrom: null },
    },
  },
  {
    title: "a young man: the strip ends with the month of 60, far away",
    rule: "DL-01",
    asOf: "2025-06-15",
    facts: person,
    expected: { coverage: ["covered 2025-06..2045-03"], dates: { payableUntil: null } },
  },

  // --- what is curable is not yet, what is not is refused
  {
    title: "neither registration nor permit: not yet, a permit first",
    rule: "DL-01",
    asOf: "2025-06-10",
    facts: { ...person, household: false, permit: false },
    expected: { outcome: "not-yet", headlineId: "notYetResidence", failed: ["residence"], remedyIds: ["getPermit"] },
  },
  {
    title: "61 and without papers: refused for the age, and nobody is sent for a permit",
    rule: "DL-01",
    asOf: "2025-06-10",
    facts: { ...person, birthDate: "1964-05-01", household: false, permit: false, work: "employer" },
    expected: {
      outcome: "refused",
      failed: ["residence", "upperAge", "work"],
      remedies: [],
      onlyNotices: ["retireInstead"],
      timeLimit: "没有可办的期限",
      next: ["dalian.retirement"],
    },
  },
  {
    title: "60 today, statutory two months later: refused by clause, the other age is shown",
    rule: "DL-01",
    asOf: "2025-06-15",
    facts: { ...person, birthDate: "1965-06-15" },
    // born 1965-06: 5 / 4 → 1, + 1 = 2 months: 2025-08
    expected: { outcome: "refused", conflicts: ["dalian.fixed-age"], steps: { statutoryMonth: 2025 * 12 + 7 } },
  },
  {
    title: "long past both ages: nothing is open",
    rule: "DL-01",
    asOf: "2026-06-15",
    facts: { ...person, birthDate: "1965-06-15" },
    expected: { outcome: "refused", conflicts: [] },
  },
];
