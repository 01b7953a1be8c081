/** Changes to the resident scheme by hand (DL-11, ALL-03): for a calendar year, from the day that whoever enrols there has. */
import type { GoldenCase } from "../golden.ts";

const flexible = { direction: "flexible-to-resident" } as const;
const unit = { direction: "unit-to-resident" } as const;

export const TO_RESIDENT_CASES: readonly GoldenCase[] = (
  [
    {
      title: "flexible to resident on 1 December, nothing else told: the next year, from 1 January to 31 December",
      asOf: "2025-12-01",
      facts: flexible,
      expected: {
        outcome: "granted",
        headlineId: "toResident",
        dates: { treatmentFrom: "2026-01-01", treatmentUntil: "2026-12-31", changeUntil: "2025-12-31" },
        coverage: ["covered 2026-01-01..2026-12-31"],
        notices: ["periodUnknown", "forTheYear", "bothSteps"],
        next: ["dalian.resident-enrolment"],
        assumed: [
          "group 成年居民",
          "assisted 不是",
          "continuousMonths 0",
          "paidOn 2025年12月1日",
          "insuredYear 缴费日期的下一年度",
          "inAnnouncedPeriod 是",
          "lastPaid 2025年12月",
        ],
      },
    },
    {
      title: "for this year after 24 months: from the payment to 31 December",
      asOf: "2025-12-10",
      facts: { ...flexible, insuredYear: "this-year", lastPaid: "2025-11", continuousMonths: 24 },
      expected: { dates: { treatmentFrom: "2025-12-10", treatmentUntil: "2025-12-31" }, steps: { gapMonths: 0 } },
    },
    {
      title: "for this year after 23 months: three months outlast it",
      asOf: "2025-12-10",
      facts: { ...flexible, insuredYear: "this-year", lastPaid: "2025-11", continuousMonths: 23 },
      expected: {
        outcome: "granted",
        headlineId: "yearLost",
        dates: { treatmentFrom: null, waitingLast: "2026-03-09", treatmentUntil: null },
      },
    },
    {
      title: "December 2024 for this year: only the next one can be paid for",
      asOf: "2024-12-10",
      facts: { ...flexible, insuredYear: "this-year", lastPaid: "2024-11", continuousMonths: 23 },
      expected: {
        outcome: "not-yet",
        failed: ["yearOpen"],
        remedyIds: ["payNextYear"],
        headlineId: "notYetYear",
        dates: { treatmentFrom: null },
      },
    },
    {
      title: "27 December 2024, registered: from 1 January",
      asOf: "2024-12-27",
      facts: { ...flexible, lastPaid: "2024-11" },
      expected: { outcome: "granted", dates: { treatmentFrom: "2025-01-01", treatmentUntil: "2025-12-31" } },
    },
    {
      title: "before December nothing of the year is asked",
      asOf: "2025-11-30",
      facts: { ...flexible, paidThisYear: true },
      expected: {
        outcome: "not-yet",
        dates: { treatmentFrom: null },
        notAsked: ["paidOn", "insuredYear", "lastPaid", "group"],
        next: [],
      },
    },
    {
      title: "a unit employee who leaves, 24 months: at once, in any month",
      asOf: "2025-06-10",
      facts: { ...unit, lastPaid: "2025-05", continuousMonths: 24 },
      expected: {
        outcome: "granted",
        dates: { treatmentFrom: "2025-06-10", treatmentUntil: "2025-12-31", changeFrom: null },
        readings: ["dalian.unit-leaver", "dalian.change-after-two-years"],
        sections: ["unitSuspends", "residentRegisters"],
        place: "停保：由单位办理；居民参保登记：公众号或医保窗口",
        timeLimit: "任何月份都可以办理",
        withoutNotices: ["bothSteps"],
        notAsked: ["paidThisYear"],
      },
    },
    {
      title: "… by the other reading: three months, as anybody",
      asOf: "2025-06-10",
      facts: { ...unit, lastPaid: "2025-05", continuousMonths: 24 },
      readings: { "dalian.change-after-two-years": "as-others" },
      expected: { dates: { treatmentFrom: "2025-09-10", waitingLast: "2025-09-09" } },
    },
    {
      title: "a unit employee who leaves, 23 months: three months",
      asOf: "2025-06-10",
      facts: { ...unit, lastPaid: "2025-05", continuousMonths: 23 },
      expected: {
        dates: { treatmentFrom: "2025-09-10", waitingLast: "2025-09-09" },
        withoutReadings: ["dalian.change-after-two-years"],
      },
    },
    {
      title: "a unit employee who left in 2023: 2024 missed and made good",
      asOf: "2025-03-10",
      facts: { ...unit, lastPaid: "2023-12", repairedYears: 1 },
      expected: { steps: { missedYears: 1, residentWait: 3 }, dates: { treatmentFrom: "2025-06-10" }, notices: ["canRepair"] },
    },
    {
      title: "a unit employee who leaves, read as bound to December",
      asOf: "2025-06-10",
      readings: { "dalian.unit-leaver": "december" },
      facts: { ...unit, lastPaid: "2025-05", continuousMonths: 24 },
      expected: { outcome: "not-yet", failed: ["inTime"], remedies: ["date 2025-12-01"], dates: { treatmentFrom: null } },
    },
    {
      title: "assisted: no wait",
      asOf: "2025-06-10",
      facts: { ...unit, lastPaid: "2025-05", continuousMonths: 23, assisted: "destitute" },
      expected: { dates: { treatmentFrom: "2025-06-10" } },
    },
    {
      title: "more years made good than missed",
      asOf: "2025-03-10",
      facts: { ...unit, lastPaid: "2023-12", repairedYears: 2 },
      expected: { errors: ["repairedYears conflict"] },
    },
    {
      title: "paid tomorrow",
      asOf: "2025-06-10",
      facts: { ...unit, paidOn: "2025-06-11" },
      expected: { errors: ["paidOn conflict"] },
    },
    {
      title: "resident to flexible asks nothing of a payment",
      asOf: "2025-12-10",
      facts: { direction: "resident-to-flexible" },
      expected: { outcome: "granted", dates: { treatmentFrom: null }, notAsked: ["paidOn", "lastPaid", "group"], coverage: [] },
    },
  ] as const
).map((golden) => ({ rule: "ALL-03", ...golden }));
