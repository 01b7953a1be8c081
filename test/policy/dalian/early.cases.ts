/**
 * Paying on to 50 (men) or 45 (women) by hand: early retired flexible workers (DL-06, by 七(八)) and resignees (DL-07).
 * What is promised before the age can be had: retiree treatment begins with the month after the month of turning.
 * 2025: premium 475.02 + 24.57 = 499.59; a month of top-up 8190 × 6 % = 491.40.
 */
import type { GoldenCase } from "../golden.ts";

const period = (from: string, to: string) => ({ periods: [{ from, to }] });
const months = (count: number) => ({ months: count });
const WINDOW = "医保中心退休审核业务窗口";

/** Born 1985-05-12: 45 in 2030-05. Paid 2005-06…2025-06 = 241; 2025-07…2030-05 = 59 more make 300. */
const woman = {
  sex: "female",
  birthDate: "1985-05-12",
  way: "pension-here",
  pensionMonth: "2025-06",
  kind: "woman-55",
  capacity: "flexible",
  contributed: period("2005-06", "2025-06"),
} as const;
/** Born 1980-05-12: 50 in 2030-05. Paid 2003-07…2025-06 = 264; with 59 more 323: 37 short of 360. */
const man = {
  sex: "male",
  birthDate: "1980-05-12",
  way: "pension-here",
  pensionMonth: "2025-06",
  capacity: "flexible",
  contributed: period("2003-07", "2025-06"),
} as const;

export const EARLY_RETIREMENT_CASES: readonly GoldenCase[] = (
  [
    {
      title:
        "a flexible woman of 40 whose coming months make up the years: granted from the month after 45, nothing short, nothing to pay at once",
      asOf: "2025-06-20",
      facts: woman,
      expected: {
        outcome: "granted",
        headlineId: "grantedPayOn",
        due: {},
        failed: [],
        information: { monthlyPremium: "499.59" },
        steps: { monthsToPay: 59, localProjected: 300, cumulative: 300, shortfall: 0 },
        dates: { retiredFrom: "2030-06", inServiceUntil: "2030-05", payUntil: "2030-05" },
        notices: ["keepPaying"],
        withoutNotices: ["noMorePayments", "late"],
        place: WINDOW,
        timeLimit: "2025年6月至2030年5月按月缴费",
        coverage: [
          "contributed 2005-06..2025-05",
          "in-service 2025-06..2025-06",
          "in-service 2025-07..2030-05",
          "retired 2030-06..",
        ],
        conflicts: ["dalian.flexible-rate", "dalian.base-year"],
        readings: ["dalian.early-flexible", "dalian.early-end-month"],
      },
    },
    {
      title: "the advice followed, in the month after 45: from that month, not late",
      asOf: "2030-06-01",
      facts: { ...woman, contributed: period("2005-06", "2030-05") },
      expected: {
        outcome: "granted",
        headlineId: "granted",
        due: {},
        failed: [],
        dates: { retiredFrom: "2030-06", payUntil: null },
        notices: ["noMorePayments"],
        withoutNotices: ["keepPaying", "late"],
        withoutReadings: ["dalian.late-application"],
        assumed: ["filed 是", "transferred 0 个月", "service 0 个月", "military 0 个月"],
      },
    },
    {
      title: "on the last day of the month of 45",
      asOf: "2030-05-31",
      facts: { ...woman, contributed: period("2005-06", "2030-05") },
      expected: {
        outcome: "granted",
        due: {},
        steps: { monthsToPay: 0, shortfall: 0 },
        dates: { retiredFrom: "2030-06" },
        information: { accountCredit: "80.00" },
      },
    },
    {
      title: "long after 45, come in time before: what was promised still holds",
      asOf: "2031-02-10",
      facts: { ...woman, contributed: period("2005-06", "2030-05"), filed: true },
      expected: { outcome: "granted", dates: { retiredFrom: "2030-06" }, withoutNotices: ["late"] },
    },
    {
      title: "long after 45, never come before: late, from the month after processing",
      asOf: "2031-02-10",
      facts: { ...woman, contributed: period("2005-06", "2030-05"), filed: false },
      expected: {
        outcome: "granted",
        dates: { retiredFrom: "2031-03" },
        notices: ["late"],
        readings: ["dalian.late-application"],
      },
    },
    {
      title: "late, read from the pension month: no earlier than the month after 45",
      asOf: "2031-02-10",
      readings: { "dalian.late-application": "from-pension-month" },
      facts: { ...woman, contributed: period("2005-06", "2030-05"), filed: false },
      expected: { dates: { retiredFrom: "2030-06" } },
    },
    {
      title: "in the month of the pension formalities nobody is asked whether they came then",
      asOf: "2025-06-20",
      facts: woman,
      expected: { notAsked: ["filed"] },
    },
    {
      title: "a month less: one month will be short, so not yet; priced after the coming months: 1 × 491.40",
      asOf: "2025-06-20",
      facts: { ...woman, contributed: period("2005-07", "2025-06") },
      expected: {
        outcome: "not-yet",
        headlineId: "notYetFlexible",
        due: {},
        information: { monthlyPremium: "499.59", topUpEstimate: "491.40" },
        failed: ["earlyAge"],
        remedies: ["month 2030-05"],
        steps: { shortfall: 1 },
        dates: { retiredFrom: null, payUntil: "2030-05" },
      },
    },
    {
      title: "a man of 45: 37 short after the coming months, 37 × 491.40 = 18,181.80 by today's base",
      asOf: "2025-06-20",
      facts: man,
      expected: {
        outcome: "not-yet",
        due: {},
        information: { monthlyPremium: "499.59", topUpEstimate: "18181.80" },
        steps: { monthsToPay: 59, localProjected: 323, shortfall: 37 },
        withoutNotices: ["noMorePayments"],
        remedies: ["month 2030-05"],
      },
    },
    {
      title: "in the month of 50 the rest is topped up, and retiree treatment begins with the next",
      asOf: "2030-05-10",
      officeFigures: [
        {
          figure: "dalian.assessed-base",
          from: "2030-01-01",
          to: "2030-12-31",
          value: "10000",
          document: "大医保发〔测试〕1号",
          note: "",
          enteredOn: "2030-01-05",
        },
      ],
      // 37 × 600.00
      facts: { ...man, contributed: period("2003-07", "2030-05") },
      expected: { outcome: "granted", due: { topUp: "22200.00" }, dates: { retiredFrom: "2030-06" }, failed: [] },
    },
    {
      title: "in the month after 50: the base of 2030 is missing, 37 are short, nobody is late",
      asOf: "2030-06-03",
      facts: { ...man, contributed: period("2003-07", "2030-05") },
      expected: {
        outcome: "figure-missing",
        missing: ["dalian.assessed-base 2030-06-03"],
        steps: { shortfall: 37 },
        withoutNotices: ["late"],
      },
    },
    {
      title: "as a number the month of processing is in it: 241 and 59 to come",
      asOf: "2025-06-20",
      facts: { ...woman, contributed: months(241) },
      expected: { outcome: "granted", steps: { monthsToPay: 59, shortfall: 0 } },
    },
    {
      title: "read up to the month before 45: 58 to come, one short",
      asOf: "2025-06-20",
      readings: { "dalian.early-end-month": "month-before" },
      facts: woman,
      expected: { outcome: "not-yet", steps: { monthsToPay: 58, shortfall: 1 }, remedies: ["month 2030-04"] },
    },
    {
      title: "read at the statutory age (1985-05: 55 + 36 months → 2043-05): in-service treatment until then",
      asOf: "2025-06-20",
      readings: { "dalian.early-statutory-age": "statutory" },
      facts: woman,
      expected: { outcome: "granted", dates: { retiredFrom: "2043-06", inServiceUntil: "2043-05", payUntil: "2030-05" } },
    },
    {
      title: "pension formalities still to come: not yet, the coming months are counted all the same",
      asOf: "2025-05-20",
      facts: { ...woman, contributed: period("2005-06", "2025-05") },
      expected: { outcome: "not-yet", headlineId: "notYetPension", failed: ["pensionDone"], steps: { shortfall: 0 } },
    },
  ] as const
).map((golden) => ({ rule: "DL-06", ...golden }));

/** 45 on 2025-06-10; approved the month before. */
const resigned = {
  sex: "female",
  birthDate: "1980-06-10",
  capacity: "flexible",
  approvalMonth: "2025-05",
  filed: true,
  contributed: months(310),
} as const;

export const EARLY_RESIGNATION_CASES: readonly GoldenCase[] = (
  [
    {
      title: "in the month of 45: granted from the next",
      asOf: "2025-06-20",
      facts: resigned,
      expected: {
        outcome: "granted",
        headlineId: "payOn",
        failed: [],
        dates: { payUntil: "2025-06", retiredFrom: "2025-07", inServiceUntil: "2025-06" },
        // June is in the number: nothing is left to pay
        steps: { monthsToPay: 0 },
        information: {},
        next: [],
      },
    },
    {
      title: "in the month after 45: from that very month, as was promised",
      asOf: "2025-07-01",
      facts: resigned,
      expected: { outcome: "granted", headlineId: "granted", dates: { retiredFrom: "2025-07" }, failed: [] },
    },
    {
      title: "half a year after 45: still from then",
      asOf: "2025-12-31",
      facts: resigned,
      expected: { outcome: "granted", dates: { retiredFrom: "2025-07" } },
    },
    {
      title: "not filed in time: late, from the month after processing",
      asOf: "2025-07-01",
      facts: { ...resigned, filed: false },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-08" }, notices: ["late"] },
    },
    {
      title: "approved a month later, in the month of 45, gives the same month",
      asOf: "2025-06-20",
      facts: { ...resigned, approvalMonth: "2025-06" },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-07" } },
    },
    {
      title: "ten years before 45: granted with that month",
      asOf: "2025-06-20",
      // 45 in 2035-06: 120 to come, 190 + 120 = 310
      facts: { ...resigned, birthDate: "1990-06-10", approvalMonth: "2025-06", contributed: months(190) },
      expected: {
        outcome: "granted",
        dates: { payUntil: "2035-06", retiredFrom: "2035-07" },
        steps: { monthsToPay: 120, localProjected: 310 },
        information: { monthlyPremium: "499.59" },
        next: ["dalian.enrolment"],
      },
    },
    {
      title: "born in January: promised for February, had in February",
      asOf: "2026-02-01",
      facts: { ...resigned, birthDate: "1981-01-10", contributed: months(300) },
      expected: { outcome: "granted", dates: { retiredFrom: "2026-02" } },
    },
    {
      title: "five years on: paid to 2030-01 (315) and 45 told of before, 360: from 2030-02",
      asOf: "2030-02-03",
      facts: {
        sex: "male",
        birthDate: "1980-01-10",
        capacity: "flexible",
        approvalMonth: "2025-06",
        filed: true,
        contributed: months(360),
      },
      expected: { outcome: "granted", dates: { retiredFrom: "2030-02" } },
    },
    {
      title: "one month short at 45, paid in the month after: from the month after that",
      asOf: "2025-07-20",
      // 2000-08…2025-06 = 299 at 45, 300 with 2025-07
      facts: { ...resigned, contributed: period("2000-08", "2025-07") },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-08" } },
    },
    {
      title: "drawn and enough at 45: from the month after 45",
      asOf: "2025-07-20",
      facts: { ...resigned, contributed: period("2000-07", "2025-06") },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-07" } },
    },
    {
      title: "resigned at 51 with the years, filed then: the second visit changes nothing",
      asOf: "2025-09-10",
      // 360 in 2025-07
      facts: {
        sex: "male",
        birthDate: "1974-05-20",
        capacity: "flexible",
        approvalMonth: "2025-07",
        filed: true,
        contributed: period("1995-08", "2025-07"),
      },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-08" } },
    },
    {
      title: "resigned at 51, filed then with 358, 360 two months later: from the month after processing",
      asOf: "2025-09-10",
      facts: {
        sex: "male",
        birthDate: "1974-05-20",
        capacity: "flexible",
        approvalMonth: "2025-07",
        filed: true,
        contributed: period("1995-10", "2025-09"),
      },
      expected: { outcome: "granted", dates: { retiredFrom: "2025-10" } },
    },
    {
      title: "over 45 and 10 months short: what to do, until when, and what holds meanwhile",
      asOf: "2025-06-20",
      // born 1979-01-10; as a number June is in it: 2025-07…2026-04 are ten months
      facts: { ...resigned, birthDate: "1979-01-10", approvalMonth: "2025-06", contributed: months(290) },
      expected: {
        outcome: "not-yet",
        headlineId: "short",
        failed: ["cumulativeYears"],
        steps: { shortfall: 10 },
        dates: { payUntil: "2026-04", retiredFrom: "2026-05", inServiceUntil: "2026-04" },
        notices: ["payOnToYears"],
        remedies: ["months 10"],
        next: ["dalian.enrolment"],
        coverage: ["in-service 2025-06..2026-04", "retired 2026-05.."],
      },
    },
    {
      title: "so short that 55 comes first: then by the retirement matter",
      asOf: "2025-06-20",
      // 55 on 2034-01-10: 2025-07…2034-01 are 103 months; 200 short
      facts: { ...resigned, birthDate: "1979-01-10", approvalMonth: "2025-06", contributed: months(100) },
      expected: {
        outcome: "not-yet",
        steps: { shortfall: 200 },
        dates: { payUntil: "2034-01", retiredFrom: null },
        notices: ["topUpAtAge"],
        next: ["dalian.enrolment", "dalian.retirement"],
      },
    },
    {
      title: "a unit employee: the clause is about flexible workers, the reading says so",
      asOf: "2025-06-20",
      facts: { ...resigned, capacity: "unit" },
      expected: { outcome: "granted", readings: ["dalian.resignation-unit"] },
    },
    {
      title: "a unit employee read as not meant: to be asked in writing",
      asOf: "2025-06-20",
      readings: { "dalian.resignation-unit": "ask" },
      facts: { ...resigned, capacity: "unit" },
      expected: {
        outcome: "not-yet",
        headlineId: "askUnit",
        failed: ["covered"],
        remedies: ["action"],
        dates: { retiredFrom: null },
      },
    },
  ] as const
).map((golden) => ({ rule: "DL-07", ...golden }));
