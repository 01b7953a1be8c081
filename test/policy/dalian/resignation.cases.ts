/**
 * DL-07 by hand. Man born 1975-07-20: 50 in 2025-07. Woman born 1980-07-20: 45 in 2025-07. Both pay up to and including
 * 2025-07 and are retired from 2025-08. Man: 360 months and 120 local; woman: 300 and 120.
 * Premium 2025: 8190 × 5.8 % = 475.02, 8190 × 0.3 % = 24.57, together 499.59. Top-up 2025: 8190 × 6 % = 491.40 a month.
 */
import type { GoldenCase } from "../golden.ts";

const period = (from: string, to: string) => ({ periods: [{ from, to }] });
const months = (count: number) => ({ months: count });

const man = { sex: "male", birthDate: "1975-07-20", capacity: "flexible" } as const;
const woman = { sex: "female", birthDate: "1980-07-20", capacity: "flexible" } as const;
/** Resigned at 51, in the month of processing: nothing left to pay for age. */
const ofAge = { sex: "male", birthDate: "1974-05-20", capacity: "flexible", approvalMonth: "2025-07" } as const;
const asOf = "2025-07-15";

export const RESIGNATION_CASES: readonly GoldenCase[] = (
  [
    // --- month of turning 50/45
    {
      title: "the month of turning 50: still to be paid, retired from the next",
      asOf: "2025-07-31",
      // approved before 50, filed then; paid through 2025-06: 359 months, one more to pay makes 360
      facts: { ...man, approvalMonth: "2025-03", filed: true, contributed: period("1995-08", "2025-06") },
      expected: {
        outcome: "granted",
        failed: [],
        steps: { turningMonth: 2025 * 12 + 6, monthsToPay: 1, localProjected: 360, shortfall: 0 },
        dates: { payUntil: "2025-07", retiredFrom: "2025-08", inServiceUntil: "2025-07" },
        information: { monthlyPremium: "499.59" },
        next: ["dalian.enrolment"],
        readings: ["dalian.resignation-end-month"],
        conflicts: ["dalian.flexible-rate", "dalian.base-year"],
        known: { turningMonth: "2025-07" },
        timeLimit: "已在办结退职手续的当月（2025年3月）办理过，以后没有截止时间",
        due: {},
      },
    },
    {
      // 354 to February 2025, July the only month to come: 355, five short; March to June are not paid
      title: "four months were not paid: July, in which payment resumes, is not covered",
      asOf: "2025-07-15",
      facts: { ...man, approvalMonth: "2025-02", filed: true, contributed: period("1995-08", "2025-02") },
      expected: {
        steps: { localProjected: 356, shortfall: 4 },
        notices: ["interrupted"],
        coverage: ["contributed 1995-08..2025-02", "in-service 2025-08..2025-11", "retired 2025-12.."],
      },
    },
    {
      // 1995-08…2025-05: 358, June and July make 360
      title: "one month was not paid yet: it is the month of interruption, and July resumes",
      asOf: "2025-07-15",
      facts: { ...man, approvalMonth: "2025-02", filed: true, contributed: period("1995-07", "2025-05") },
      expected: { outcome: "granted", notices: ["interrupted"], dates: { retiredFrom: "2025-08" } },
    },
    {
      title: "paid to the month before: nothing is interrupted",
      asOf: "2025-07-15",
      facts: { ...man, approvalMonth: "2025-02", filed: true, contributed: period("1995-07", "2025-06") },
      expected: { outcome: "granted", withoutNotices: ["interrupted"], dates: { retiredFrom: "2025-08" } },
    },
    {
      title: "of a person whose sex is not known nothing is known yet",
      asOf: "2025-07-31",
      facts: { birthDate: "1975-07-20" },
      expected: { unanswered: ["sex", "approvalMonth", "capacity", "contributed"], known: {} },
    },
    {
      title: "a woman's month is known from two answers",
      asOf: "2025-07-31",
      facts: { sex: "female", birthDate: "1980-08-20" },
      expected: { unanswered: ["approvalMonth", "capacity", "contributed"], known: { turningMonth: "2025-08" } },
    },
    {
      title: "the month after turning 50: retired from this month, as was promised when it was filed",
      asOf: "2025-08-01",
      facts: { ...man, approvalMonth: "2025-03", filed: true, contributed: period("1995-08", "2025-07") }, // 360
      expected: {
        outcome: "granted",
        failed: [],
        dates: { retiredFrom: "2025-08", payUntil: null },
        materials: ["resignation-form"],
        readings: ["dalian.resignation-end-month"],
        withoutReadings: ["dalian.no-shortfall-start", "dalian.resignation-late", "dalian.resignation-shortfall"],
        next: [],
        conflicts: [],
      },
    },
    {
      title: "the month before turning 50: two more months",
      asOf: "2025-06-30",
      facts: { ...man, approvalMonth: "2025-06", contributed: period("1995-08", "2025-05") }, // 358 + 2
      expected: {
        outcome: "granted",
        steps: { monthsToPay: 2, localProjected: 360 },
        dates: { payUntil: "2025-07", retiredFrom: "2025-08" },
        coverage: ["contributed 1995-08..2025-05", "in-service 2025-06..2025-07", "retired 2025-08.."],
        notices: ["keepPaying"],
        notAsked: ["filed"],
      },
    },
    {
      title: "read as up to the month before: the month of turning is the first retired one",
      asOf: "2025-07-01",
      readings: { "dalian.resignation-end-month": "month-before", "dalian.no-shortfall-start": "same-month" },
      facts: { ...man, approvalMonth: "2025-03", filed: true, contributed: months(360) },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-07" } },
    },
    {
      title: "read as up to the month before, seen from that month",
      asOf: "2025-06-15",
      readings: { "dalian.resignation-end-month": "month-before" },
      facts: { ...man, approvalMonth: "2025-03", filed: true, contributed: period("1995-07", "2025-05") }, // 359 + 1
      expected: { outcome: "granted", steps: { monthsToPay: 1 }, dates: { payUntil: "2025-06", retiredFrom: "2025-07" } },
    },
    {
      title: "approved in the very month of turning 50: no longer under 50",
      asOf: "2025-07-05",
      facts: { ...man, approvalMonth: "2025-07", contributed: months(360) },
      expected: {
        outcome: "granted",
        failed: [],
        dates: { retiredFrom: "2025-08" },
        withoutReadings: ["dalian.resignation-end-month"],
      },
    },
    {
      title: "approved one month before turning 50: pays to 50",
      asOf: "2025-06-05",
      facts: { ...man, approvalMonth: "2025-06", contributed: months(358) },
      // as a number the month of processing is in it: only 2025-07 is left
      expected: {
        outcome: "not-yet",
        steps: { monthsToPay: 1, shortfall: 1 },
        dates: { payUntil: "2025-07", retiredFrom: null },
      },
    },
    {
      title: "woman of 44: to 45, with 300 months",
      asOf: "2025-07-15",
      facts: { ...woman, approvalMonth: "2025-07", birthDate: "1980-09-20", contributed: period("2000-10", "2025-06") }, // 297 + 3
      expected: {
        outcome: "granted",
        steps: { monthsToPay: 3, localProjected: 300, shortfall: 0 },
        dates: { payUntil: "2025-09", retiredFrom: "2025-10" },
        failed: [],
      },
    },
    {
      title: "woman after 45 with 300 months",
      asOf: "2025-08-15",
      facts: { ...woman, approvalMonth: "2025-08", contributed: months(300) },
      expected: { outcome: "granted", failed: [], dates: { retiredFrom: "2025-09" } },
    },
    {
      title: "woman after 45 with 299 months: one short",
      asOf: "2025-08-15",
      facts: { ...woman, approvalMonth: "2025-08", contributed: months(299) },
      expected: { outcome: "not-yet", failed: ["cumulativeYears"], remedies: ["months 1"], steps: { shortfall: 1 } },
    },

    // --- years
    {
      title: "360 months and 120 local exactly",
      asOf,
      facts: { ...ofAge, contributed: months(120), transferred: months(240) },
      expected: { outcome: "granted", failed: [], due: {}, dates: { retiredFrom: "2025-08" }, missing: [] },
    },
    {
      title: "119 local, 360 in all: one local month short, the guide names no top-up",
      asOf,
      facts: { ...ofAge, contributed: months(119), transferred: months(241) },
      expected: {
        outcome: "not-yet",
        failed: ["localYears"],
        remedies: ["months 1"],
        steps: { cumulative: 360, localShortfall: 1, shortfall: 1 },
        readings: ["dalian.resignation-shortfall"],
        notices: ["guideSilent", "payOnToYears"],
        due: {},
        // one more month, 2025-08: retired from the next
        dates: { payUntil: "2025-08", retiredFrom: "2025-09" },
      },
    },
    {
      title: "359 in all: one month short",
      asOf,
      facts: { ...ofAge, contributed: months(359) },
      expected: { outcome: "not-yet", failed: ["cumulativeYears"], remedies: ["months 1"] },
    },
    {
      title: "both short: 60 and 20",
      asOf,
      facts: { ...ofAge, contributed: months(100), transferred: months(200) },
      expected: { outcome: "not-yet", remedies: ["months 60", "months 20"], steps: { shortfall: 60 } },
    },
    {
      title: "the shortfall read as DL-05: 14 × 491.40 = 6,879.60, retired from the next month",
      asOf,
      readings: { "dalian.resignation-shortfall": "top-up" },
      facts: { ...ofAge, contributed: months(346) },
      expected: {
        outcome: "granted",
        due: { topUp: "6879.60" },
        steps: { topUpMonth: 49140 },
        failed: [],
        conditions: ["approved", "age", "cumulativeToppedUp", "localYears"],
        dates: { retiredFrom: "2025-08" },
        readings: ["dalian.resignation-shortfall", "dalian.top-up-rate"],
        conflicts: ["dalian.top-up-rate"],
      },
    },
    {
      title: "the same in 2026: the base is missing",
      asOf: "2026-02-10",
      readings: { "dalian.resignation-shortfall": "top-up" },
      facts: { ...ofAge, approvalMonth: "2026-02", contributed: months(346) },
      expected: {
        outcome: "figure-missing",
        due: {},
        missing: ["dalian.assessed-base 2026-02-10"],
        dates: { retiredFrom: null },
      },
    },
    {
      title: "before 50 nothing is topped up, not even by that reading",
      asOf: "2025-06-15",
      readings: { "dalian.resignation-shortfall": "top-up" },
      facts: { ...man, approvalMonth: "2025-06", contributed: months(200) },
      // 200 + 1 = 201 at 50: 159 short
      expected: {
        outcome: "not-yet",
        due: {},
        steps: { shortfall: 159 },
        failed: ["age", "cumulativeYears"],
        remedies: ["month 2025-07", "months 159"],
      },
    },
    {
      title: "service before 2002-04 counts for a flexible worker",
      asOf,
      facts: {
        ...ofAge,
        contributed: period("2008-11", "2025-07"),
        service: period("1990-06", "2003-12"),
        enrolledAs: "flexible",
      },
      // 1990-06…2002-03: 11 y 10 m = 142; 2008-11…2025-07: 16 y 9 m = 201; 343 in all
      expected: { outcome: "not-yet", steps: { serviceBefore: 142, cumulative: 343, shortfall: 17 } },
    },
    {
      title: "service before 2004-01 counts for a unit employee",
      asOf,
      facts: {
        ...ofAge,
        capacity: "unit",
        contributed: period("2008-11", "2025-07"),
        service: period("1990-06", "2003-12"),
        enrolledAs: "unit",
      },
      // 1990-06…2003-12: 13 y 7 m = 163; 163 + 201 = 364
      expected: { outcome: "granted", steps: { serviceBefore: 163, cumulative: 364 }, failed: [] },
    },
    {
      title: "a month paid in both places counts once",
      asOf,
      facts: { ...ofAge, contributed: period("2010-01", "2025-06"), transferred: period("2000-01", "2010-12") },
      // 186 + 132 − 12 = 306
      expected: { steps: { sameMonthTwice: 12, cumulative: 306, shortfall: 54 }, readings: ["dalian.same-month-twice"] },
    },
    {
      title: "months drawn ahead of the month of processing are not paid twice",
      asOf: "2025-06-30",
      // the current month 2025-06 is in the periods: only 2025-07 is left
      facts: { ...man, approvalMonth: "2025-06", contributed: period("1995-08", "2025-06") },
      expected: { steps: { monthsToPay: 1, localProjected: 360 }, dates: { retiredFrom: "2025-08" } },
    },

    // --- time of approval
    {
      title: "approval still to come: not yet, all else shown as well",
      asOf: "2025-06-30",
      facts: { ...ofAge, contributed: months(346) },
      expected: {
        outcome: "not-yet",
        failed: ["approved", "cumulativeYears"],
        remedies: ["month 2025-07", "months 14"],
        headline: "退职手续尚未办结，2025年7月办结后再来",
        dates: { retiredFrom: null },
        due: {},
      },
    },
    {
      title: "late, and not filed in the month of approval: from processing",
      asOf: "2025-09-10",
      facts: { ...ofAge, filed: false, contributed: months(360) },
      expected: {
        outcome: "granted",
        dates: { retiredFrom: "2025-10" },
        notices: ["late"],
        readings: ["dalian.resignation-late", "dalian.no-shortfall-start"],
      },
    },
    {
      title: "late, read as from the month after approval",
      asOf: "2025-09-10",
      readings: { "dalian.resignation-late": "from-approval-month" },
      facts: { ...ofAge, filed: false, contributed: months(360) },
      expected: {
        outcome: "granted",
        dates: { retiredFrom: "2025-08" },
        notices: ["late"],
        withoutReadings: ["dalian.no-shortfall-start"],
      },
    },
    {
      title: "late and read so, but 50 came after approval: from the month after 50",
      asOf: "2025-09-10",
      readings: { "dalian.resignation-late": "from-approval-month" },
      facts: { ...man, approvalMonth: "2025-03", filed: false, contributed: months(360) },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-08" } }, // max(2025-04, 2025-08)
    },
    {
      title: "filed in the month of approval: the second visit is not late",
      asOf: "2025-09-10",
      facts: { ...ofAge, filed: true, contributed: months(360) },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-10" }, withoutReadings: ["dalian.resignation-late"] },
    },
    {
      title: "approved last month: filing is asked for",
      asOf: "2025-08-01",
      facts: { ...ofAge, contributed: months(360) },
      expected: { unanswered: ["filed"] },
    },
    {
      title: "start read as the month of processing",
      asOf,
      readings: { "dalian.no-shortfall-start": "same-month" },
      facts: { ...ofAge, contributed: months(360) },
      expected: { dates: { retiredFrom: "2025-07", inServiceUntil: null }, coverage: ["retired 2025-07.."] },
    },

    // --- figures, contradictions
    {
      title: "paying on in 2026: the premium is missing, the months are not",
      asOf: "2026-02-10",
      facts: { ...man, birthDate: "1976-07-20", approvalMonth: "2026-02", contributed: months(355) }, // + 5 = 360
      expected: {
        outcome: "granted",
        information: {},
        missing: ["dalian.assessed-base 2026-02-01"],
        steps: { monthsToPay: 5, shortfall: 0 },
        dates: { payUntil: "2026-07", retiredFrom: "2026-08" },
      },
    },
    {
      title: "paying on in 2022: 7291 × 6 % = 437.46, no conflict of rates",
      asOf: "2022-08-10",
      facts: { ...man, birthDate: "1975-07-20", approvalMonth: "2022-08", contributed: months(200) },
      expected: { outcome: "not-yet", information: { monthlyPremium: "437.46" }, conflicts: [] },
    },
    {
      title: "nothing paid here yet: this month is the first of the 25 to be paid until 50",
      asOf: "2025-04-25",
      facts: { ...man, birthDate: "1977-04-24", approvalMonth: "2025-02", filed: true, contributed: months(0) },
      expected: { outcome: "not-yet", steps: { monthsToPay: 25 }, dates: { payUntil: "2027-04" } },
    },
    {
      title: "fifty-five today and short: nobody enrols her any more, the retirement tops up",
      asOf: "2024-04-17",
      facts: { ...man, sex: "female", birthDate: "1969-04-17", approvalMonth: "2023-12", filed: true, contributed: months(250) },
      expected: { outcome: "not-yet", dates: { payUntil: "2024-04" }, next: ["dalian.retirement"] },
    },
    {
      title: "the day before: she may still enrol for the month",
      asOf: "2024-04-16",
      facts: { ...man, sex: "female", birthDate: "1969-04-17", approvalMonth: "2023-12", filed: true, contributed: months(250) },
      expected: { outcome: "not-yet", dates: { payUntil: "2024-04" }, next: ["dalian.enrolment", "dalian.retirement"] },
    },
    {
      title: "approved before 16",
      asOf,
      facts: { ...man, approvalMonth: "1991-06", filed: true, contributed: months(0) },
      expected: { errors: ["approvalMonth conflict"] },
    },
    {
      title: "born after the day of processing",
      asOf: "1975-07-19",
      facts: { ...man, approvalMonth: "1975-07", contributed: months(0) },
      expected: { errors: ["birthDate conflict"] },
    },
    {
      title: "more months than a working life has",
      asOf,
      facts: { ...man, approvalMonth: "2025-07", contributed: months(409) }, // 1991-07…2025-07 = 409, one more is too many
      expected: { outcome: "granted" },
    },
    {
      title: "one more month than a working life has",
      asOf,
      facts: { ...man, approvalMonth: "2025-07", contributed: months(410) },
      expected: { errors: ["contributed conflict"] },
    },
  ] as const
).map((golden) => ({ rule: "DL-07", ...golden }));
