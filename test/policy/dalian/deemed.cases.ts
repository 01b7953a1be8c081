/**
 * Service and military time by hand (DL-05, DL-07): what counts before the cut-off (guide 七(六)), however it was typed.
 * A month of top-up in 2025: 8190 × 6 % = 491.40.
 */
import type { GoldenCase } from "../golden.ts";

const period = (from: string, to: string) => ({ periods: [{ from, to }] });
const months = (count: number) => ({ months: count });

/** Born 1975-01-20: 16 in 1991-01, so that 1991-01…2003-12 = 156 and 1991-01…2002-03 = 135 months can be service. Statutory 50 + 1 month: 2025-02. */
const worker = {
  sex: "female",
  birthDate: "1975-01-20",
  way: "pension-here",
  pensionMonth: "2025-02",
  kind: "woman-50",
  capacity: "unit",
} as const;
const asOf = "2025-02-20";
/** Born 1965-03-10: 16 in 1981-03; 1981-03…2003-12 = 274, 1981-03…2002-03 = 253. Pension formalities in 2025-04. */
const man = { sex: "male", birthDate: "1965-03-10", way: "pension-here", pensionMonth: "2025-04", capacity: "unit" } as const;
const april = "2025-04-20";

export const DEEMED_RETIREMENT_CASES: readonly GoldenCase[] = (
  [
    {
      title: "service as a number: more than fit between 16 and 2004-01 is an input error",
      asOf,
      facts: { ...worker, contributed: months(100), service: months(200), enrolledAs: "unit", overlapMonths: 0 },
      expected: { errors: ["service conflict"] },
    },
    {
      title: "157 of at most 156 months: an input error",
      asOf,
      facts: { ...worker, contributed: months(100), service: months(157), enrolledAs: "unit", overlapMonths: 0 },
      expected: { errors: ["service conflict"] },
    },
    {
      title: "156 of 156: 100 + 156 = 256, 44 short, 44 × 491.40 = 21,621.60; the number is warned of",
      asOf,
      facts: { ...worker, contributed: months(100), service: months(156), enrolledAs: "unit", overlapMonths: 0 },
      expected: {
        outcome: "granted",
        due: { topUp: "21621.60" },
        // no step says that months were counted up to a date: nobody has seen their dates
        steps: { serviceBefore: null, service: 156, cumulative: 256, shortfall: 44, "dalian.deemed-cut-off.month": 2004 * 12 },
        notices: ["serviceTyped"],
      },
    },
    {
      title: "first enrolled as flexible: 135 months fit before 2002-04, not 136",
      asOf,
      facts: { ...worker, contributed: months(100), service: months(136), enrolledAs: "flexible", overlapMonths: 0 },
      expected: { errors: ["service conflict"] },
    },
    {
      title: "135 before 2002-04: 100 + 135 = 235, 65 × 491.40 = 31,941.00",
      asOf,
      facts: { ...worker, contributed: months(100), service: months(135), enrolledAs: "flexible", overlapMonths: 0 },
      expected: { due: { topUp: "31941.00" }, steps: { cumulative: 235, "dalian.deemed-cut-off.month": 2002 * 12 + 3 } },
    },
    {
      title: "the cut-off read by the capacity at processing: again 156",
      asOf,
      readings: { "dalian.deemed-capacity": "at-processing" },
      facts: { ...worker, contributed: months(100), service: months(156), enrolledAs: "flexible", overlapMonths: 0 },
      expected: { steps: { cumulative: 256 }, readings: ["dalian.deemed-capacity"] },
    },
    {
      title: "drawn service is cut at the date and needs no warning",
      asOf,
      // 1991-01…2003-12 = 156 of 168
      facts: { ...worker, contributed: period("2004-01", "2013-12"), service: period("1991-01", "2004-12"), enrolledAs: "unit" },
      expected: { steps: { serviceBefore: 156 }, withoutNotices: ["serviceTyped"] },
    },
    {
      title: "240 months told of 274: counted, 240 + 184 = 424, with the warning that names 2004-01",
      asOf: april,
      // 2010-01…2025-04 = 184
      facts: { ...man, contributed: period("2010-01", "2025-04"), service: months(240), enrolledAs: "unit", overlapMonths: 0 },
      expected: { steps: { cumulative: 424, "dalian.deemed-cut-off.month": 2004 * 12 }, notices: ["serviceTyped"] },
    },
    {
      title: "the same, first enrolled as flexible: the warning names 2002-04",
      asOf: april,
      facts: {
        ...man,
        contributed: period("2010-01", "2025-04"),
        service: months(240),
        enrolledAs: "flexible",
        overlapMonths: 0,
      },
      expected: { steps: { "dalian.deemed-cut-off.month": 2002 * 12 + 3 }, notices: ["serviceTyped"] },
    },
    {
      title: "service of 254 where 253 fit before 2002-04",
      asOf: april,
      facts: {
        ...man,
        contributed: period("2010-01", "2025-04"),
        service: months(254),
        enrolledAs: "flexible",
        overlapMonths: 0,
      },
      expected: { errors: ["service conflict"] },
    },
    {
      title: "payments before the cut-off leave less room: 120 paid and 200 told in 274 months overlap by 46 at least",
      asOf: april,
      // paid 1994-01…2003-12 = 120; 274 − 120 = 154 free months; 200 − 154 = 46
      facts: { ...man, contributed: period("1994-01", "2003-12"), service: months(200), enrolledAs: "unit", overlapMonths: 45 },
      expected: { errors: ["overlapMonths conflict"] },
    },
    {
      title: "46 told as both: 120 + 200 − 46 = 274",
      asOf: april,
      facts: { ...man, contributed: period("1994-01", "2003-12"), service: months(200), enrolledAs: "unit", overlapMonths: 46 },
      expected: { steps: { cumulative: 274, shortfall: 86 } },
    },
    {
      title: "numbers only: 300 + 250 in a working life of 530 months (1981-03…2025-04) overlap by 20 at least",
      asOf: april,
      facts: { ...man, contributed: months(300), service: months(250), enrolledAs: "unit", overlapMonths: 19 },
      expected: { errors: ["overlapMonths conflict"] },
    },
    {
      title: "20 told as both: 530",
      asOf: april,
      facts: { ...man, contributed: months(300), service: months(250), enrolledAs: "unit", overlapMonths: 20 },
      expected: { steps: { cumulative: 530 } },
    },

    // --- service in the forces: counts whenever it was (law on servicemen's insurance, art. 23)
    {
      title: "36 months in the forces after 2004: 220 + 36 = 256",
      asOf: april,
      // paid 2007-01…2025-04 = 220
      facts: { ...man, contributed: period("2007-01", "2025-04"), military: period("2004-01", "2006-12") },
      expected: {
        steps: { cumulative: 256, shortfall: 104, localShortfall: 0 },
        coverage: ["deemed 2004-01..2006-12", "contributed 2007-01..2025-04", "retired 2025-05.."],
        materials: ["approval-form", "discharge-paper"],
        readings: ["dalian.military-materials"],
        withoutReadings: ["dalian.military-way-b"],
      },
    },
    {
      title: "months that are both service and military count once: 180 + 72 − 48 = 204",
      asOf: april,
      // service 1989-01…2003-12 = 180, forces 2000-01…2005-12 = 72, both 2000-01…2003-12 = 48; paid 2007-01…2025-04 = 220
      facts: {
        ...man,
        contributed: period("2007-01", "2025-04"),
        service: period("1989-01", "2003-12"),
        military: period("2000-01", "2005-12"),
        enrolledAs: "unit",
      },
      expected: { steps: { deemed: 204, serviceOverlap: 48, cumulative: 424 }, due: {} },
    },
    {
      title: "months paid while in the forces count once: 220 + 24 − 12",
      asOf: april,
      facts: { ...man, contributed: period("2007-01", "2025-04"), military: period("2006-01", "2007-12") },
      expected: { steps: { cumulative: 232, serviceOverlap: 12 } },
    },
    {
      title: "the local years are not helped: 119 paid and 300 in the forces, one month",
      asOf: april,
      facts: { ...man, contributed: period("2015-06", "2025-04"), military: period("1985-01", "2009-12") },
      expected: { steps: { cumulative: 419, localShortfall: 1, shortfall: 1 }, due: { topUp: "491.40" } },
    },
    {
      title: "as a number: what overlaps is asked for",
      asOf: april,
      facts: { ...man, contributed: period("2007-01", "2025-04"), military: months(36) },
      expected: { unanswered: ["overlapMonths"] },
    },
    {
      title: "as a number, none of it paid for: 256",
      asOf: april,
      facts: { ...man, contributed: period("2007-01", "2025-04"), military: months(36), overlapMonths: 0 },
      expected: { steps: { cumulative: 256 } },
    },
    {
      title: "way B counts nothing as deemed, the forces neither; the point is open",
      asOf: april,
      facts: {
        sex: "male",
        birthDate: "1965-03-10",
        way: "no-pension-here",
        capacity: "flexible",
        treatmentElsewhere: false,
        contributed: period("2006-01", "2025-03"), // 231
        military: months(36),
      },
      expected: {
        steps: { cumulative: 231, noDeemed: 0 },
        readings: ["dalian.military-way-b"],
        notAsked: ["overlapMonths", "service"],
        materials: ["identity-card"],
      },
    },
    {
      title: "way B, read as counting the forces: 267",
      asOf: april,
      readings: { "dalian.military-way-b": "counts" },
      facts: {
        sex: "male",
        birthDate: "1965-03-10",
        way: "no-pension-here",
        capacity: "flexible",
        treatmentElsewhere: false,
        contributed: period("2006-01", "2025-03"),
        military: months(36),
        overlapMonths: 0,
      },
      expected: { steps: { cumulative: 267 }, materials: ["identity-card", "discharge-paper"] },
    },
    {
      title: "read as needing no paper about the forces",
      asOf: april,
      readings: { "dalian.military-materials": "none" },
      facts: { ...man, contributed: period("2007-01", "2025-04"), military: period("2004-01", "2006-12") },
      expected: { materials: ["approval-form"], readings: ["dalian.military-materials"] },
    },
    {
      title: "in the forces before 16",
      asOf: april,
      facts: { ...man, contributed: period("2007-01", "2025-04"), military: period("1981-02", "1984-12") },
      expected: { errors: ["military conflict"] },
    },
  ] as const
).map((golden) => ({ rule: "DL-05", ...golden }));

export const DEEMED_RESIGNATION_CASES: readonly GoldenCase[] = (
  [
    {
      // born 1974-05-20: 16 in 1990-05; 1990-05…2002-03 = 143
      title: "service as a number: 144 of at most 143 months before 2002-04",
      asOf: "2025-07-15",
      facts: {
        sex: "male",
        birthDate: "1974-05-20",
        capacity: "flexible",
        approvalMonth: "2025-07",
        contributed: months(200),
        service: months(144),
        enrolledAs: "flexible",
        overlapMonths: 0,
      },
      expected: { errors: ["service conflict"] },
    },
    {
      title: "143 of 143: 343, 17 short, with the warning",
      asOf: "2025-07-15",
      facts: {
        sex: "male",
        birthDate: "1974-05-20",
        capacity: "flexible",
        approvalMonth: "2025-07",
        contributed: months(200),
        service: months(143),
        enrolledAs: "flexible",
        overlapMonths: 0,
      },
      expected: { outcome: "not-yet", steps: { cumulative: 343, serviceBefore: null }, notices: ["serviceTyped"] },
    },
    {
      title: "the forces count for a resignee, too: 201 + 159 = 360",
      asOf: "2025-07-15",
      // forces 1995-01…2008-03 = 159; paid 2008-11…2025-07 = 201
      facts: {
        sex: "male",
        birthDate: "1974-05-20",
        capacity: "flexible",
        approvalMonth: "2025-07",
        contributed: period("2008-11", "2025-07"),
        military: period("1995-01", "2008-03"),
      },
      expected: {
        outcome: "granted",
        steps: { cumulative: 360 },
        dates: { retiredFrom: "2025-08" },
        materials: ["resignation-form", "discharge-paper"],
      },
    },
  ] as const
).map((golden) => ({ rule: "DL-07", ...golden }));
