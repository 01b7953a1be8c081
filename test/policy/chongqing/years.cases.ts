/**
 * CQ-09 and CQ-15 by hand: the years here, service, and those of Chengdu. A man born 1965-05-20 may work from 1981-05 on and retires
 * in 2025-07. Service counts to 2004-12 in a unit (1981-05 … 2004-12 = 284 months), to 2003-12 as an individual (272).
 * Chengdu: 240 actual months of both places, from 2024-03-01 to 2028-03-01.
 */
import type { GoldenCase } from "../golden.ts";

const asOf = "2025-07-15";
const man = {
  sex: "male",
  birthDate: "1965-05-20",
  way: "no-pension-here",
  capacity: "unit",
  contributed: { months: 340 },
} as const;
const individual = { ...man, capacity: "flexible", tier: "second" } as const;
/** Somebody whose months stand in the line of the history. */
const { contributed: _contributed, ...lined } = individual;
const years = { asOf, rule: "CQ-09" } as const;
const both = { asOf, rule: "CQ-15" } as const;
const EQUAL = "chongqing.chengdu-equal";

export const YEARS_CASES: readonly GoldenCase[] = [
  {
    title: "360 in all, 119 here: one month here is missing",
    ...years,
    facts: { ...man, contributed: { months: 119 }, transferred: { months: 241 } },
    expected: {
      outcome: "choice",
      failed: ["localYears"],
      remedies: ["months 1"],
      steps: { cumulativeShortfall: 0, localShortfall: 1, shortfall: 1 },
    },
  },
  {
    title: "360 in all, 120 here: enough",
    ...years,
    facts: { ...man, contributed: { months: 120 }, transferred: { months: 240 } },
    expected: { outcome: "granted", failed: [], conditions: ["age", "cumulativeYears", "localYears"] },
  },
  {
    title: "ten months here and 350 moved here: 110 × 671.66 = 73882.60",
    ...years,
    facts: { ...individual, contributed: { months: 10 }, transferred: { months: 350 } },
    expected: {
      outcome: "choice",
      failed: ["localYears"],
      remedies: ["months 110", "amount 73882.60"],
    },
  },
  {
    title: "both too few: the larger lack rules, and only its condition carries the sum (280 of 360, 100 of 120: 80 × 671.66)",
    ...years,
    facts: { ...individual, contributed: { months: 100 }, transferred: { months: 180 } },
    expected: {
      failed: ["cumulativeYears", "localYears"],
      remedies: ["months 80", "amount 53732.80", "months 20"],
      steps: { shortfall: 80 },
    },
  },
  {
    title: "service of a unit employee counts to December 2004: 1985-01 … 2004-12 = 240; drawn to 2006 it is the same",
    ...years,
    facts: { ...man, contributed: { months: 120 }, service: { periods: [{ from: "1985-01", to: "2006-12" }] } },
    expected: {
      outcome: "granted",
      steps: { serviceBefore: 240, deemedUntil: 2005 * 12, cumulative: 360 },
      notices: ["deemedPress"],
      materials: ["handler-card", "service-proof"],
    },
  },
  {
    title: "of an individual to December 2003: 228, twelve short",
    ...years,
    facts: { ...individual, contributed: { months: 120 }, service: { periods: [{ from: "1985-01", to: "2006-12" }] } },
    expected: { outcome: "choice", steps: { serviceBefore: 228, deemedUntil: 2004 * 12, shortfall: 12 } },
  },
  {
    title: "service that was paid for, too, counts once",
    ...years,
    // 2003-01 … 2025-07 = 271 paid; service 1985-01 … 2004-12 = 240, 24 of them paid
    facts: {
      ...man,
      contributed: { periods: [{ from: "2003-01", to: "2025-07" }] },
      service: { periods: [{ from: "1985-01", to: "2004-12" }] },
    },
    expected: { outcome: "granted", steps: { serviceOverlap: 24, deemed: 216, cumulative: 487 } },
  },
  {
    title: "service as a number: the overlap is told",
    ...years,
    facts: { ...man, contributed: { months: 200 }, service: { months: 200 }, overlapMonths: "50" },
    expected: { outcome: "choice", steps: { deemed: 150, cumulative: 350, shortfall: 10 } },
  },
  {
    title: "284 months of service are all that fit before 2005",
    ...years,
    facts: { ...man, contributed: { months: 120 }, service: { months: 284 }, overlapMonths: "0" },
    expected: { outcome: "granted", steps: { cumulative: 404 } },
  },
  {
    title: "285 are too many, recognised or not",
    ...years,
    facts: { ...man, contributed: { months: 120 }, service: { months: 285 } },
    expected: { errors: ["service conflict"] },
  },
  {
    title: "recognised: 285 are too many for a unit employee",
    ...years,
    facts: { ...man, contributed: { months: 120 }, deemedMonths: "285" },
    expected: { errors: ["deemedMonths conflict"] },
  },
  {
    title: "recognised: 272 of an individual",
    ...years,
    facts: { ...individual, contributed: { months: 120 }, deemedMonths: "272" },
    expected: { outcome: "granted", steps: { deemedCounted: 272 } },
  },
  {
    title: "recognised: 273 of an individual are too many",
    ...years,
    facts: { ...individual, contributed: { months: 120 }, deemedMonths: "273" },
    expected: { errors: ["deemedMonths conflict"] },
  },
  {
    title: "recognised service and service of one's own account: one of them",
    ...years,
    facts: { ...man, deemedMonths: "10", service: { months: 10 } },
    expected: { errors: ["service conflict"] },
  },
  {
    // 1981-05 … 2025-07 = 531 months
    title: "more months paid than a working life has",
    ...years,
    facts: { ...man, contributed: { months: 300 }, transferred: { months: 232 } },
    expected: { errors: ["transferred conflict"] },
  },
  {
    title: "130 here and 110 in Chengdu: 240, retires here, nothing due",
    ...both,
    facts: { ...man, contributed: { months: 130 }, chengduMonths: { months: 110 } },
    expected: {
      outcome: "granted",
      failed: [],
      conditions: ["age", "mutualYears"],
      steps: { bothMonths: 240, chengduShortfall: 0 },
      dates: { retiredFrom: "2025-08" },
      due: {},
      notAsked: ["shortfallWay"],
      materials: ["handler-card", "chengdu-proof"],
      headline: "成渝两地合计 240 个月（20 年），年限已够，2025年8月起享受退休人员待遇",
    },
  },
  {
    title: "a woman needs the same 240",
    ...both,
    facts: {
      ...man,
      sex: "female",
      kind: "woman-50",
      birthDate: "1975-03-10",
      contributed: { months: 130 },
      chengduMonths: { months: 110 },
    },
    expected: { outcome: "granted", steps: { bothMonths: 240 } },
  },
  {
    title: "130 here and 109 in Chengdu: one month to 240, 671.66",
    ...both,
    facts: { ...individual, contributed: { months: 130 }, chengduMonths: { months: 109 } },
    expected: {
      outcome: "choice",
      failed: ["mutualYears"],
      remedies: ["months 1"],
      steps: { bothMonths: 239, shortfall: 1 },
      options: {
        topUpSelf: ["due topUp 671.66", "information topUpYear 8059.92", "retiredFrom 2025-08", "retired 2025-08.."],
        goOn: [
          "information premium 563.75",
          "continueUntil 2025-08",
          "retiredAfter 2025-09",
          "in-service 2025-08..2025-08",
          "retired 2025-09..",
        ],
      },
    },
  },
  {
    title: "the same, paid now: nothing fails",
    ...both,
    facts: { ...individual, contributed: { months: 130 }, chengduMonths: { months: 109 }, shortfallWay: "pay-now" },
    expected: { outcome: "granted", failed: [], conditions: ["age", "mutualToppedUp"], due: { topUp: "671.66" } },
  },
  {
    title: "100 here and 140 in Chengdu: to Chengdu, nothing due there",
    ...both,
    facts: { ...man, contributed: { months: 100 }, chengduMonths: { months: 140 } },
    expected: {
      outcome: "guidance",
      place: "成都市医保经办机构",
      steps: { bothMonths: 240, longerHere: 0 },
      due: {},
      dates: { retiredFrom: null },
      notAsked: ["shortfallWay"],
      next: ["chongqing.transfer-out"],
      headline: "成渝两地合计 240 个月（20 年），到成都办理退休",
    },
  },
  {
    title: "100 here and 130 in Chengdu: to Chengdu, ten months to be made up there",
    ...both,
    facts: { ...man, contributed: { months: 100 }, chengduMonths: { months: 130 } },
    expected: {
      outcome: "guidance",
      failed: ["mutualYears"],
      remedies: ["months 10"],
      headline: "成渝两地合计 230 个月（19 年 2 个月），到成都补缴 10 个月后退休",
    },
  },
  {
    title: "120 each, last paid in Chengdu: there",
    ...both,
    facts: { ...man, contributed: { months: 120 }, chengduMonths: { months: 120 }, lastPaidAt: "chengdu" },
    expected: { outcome: "guidance", readings: [EQUAL], place: "成都市医保经办机构" },
  },
  {
    title: "120 each, last paid in Chengdu, read as here",
    ...both,
    readings: { [EQUAL]: "here" },
    facts: { ...man, contributed: { months: 120 }, chengduMonths: { months: 120 }, lastPaidAt: "chengdu" },
    expected: { outcome: "granted", readings: [EQUAL] },
  },
  {
    title: "120 each, nobody says where the last was paid: here is assumed",
    ...both,
    facts: { ...man, contributed: { months: 120 }, chengduMonths: { months: 120 } },
    expected: {
      outcome: "granted",
      assumed: ["transferred 0 个月", "deemedMonths 0", "service 0 个月", "lastPaidAt 重庆"],
    },
  },
  {
    title: "120 each, last paid here",
    ...both,
    facts: { ...man, contributed: { months: 120 }, chengduMonths: { months: 120 }, lastPaidAt: "chongqing" },
    expected: { outcome: "granted", readings: [EQUAL] },
  },
  {
    title: "120 each, drawn: the later one is seen (Chengdu 2015-08 … 2025-07)",
    ...both,
    facts: {
      ...man,
      contributed: { periods: [{ from: "2005-08", to: "2015-07" }] },
      chengduMonths: { periods: [{ from: "2015-08", to: "2025-07" }] },
    },
    expected: { outcome: "guidance", place: "成都市医保经办机构" },
  },
  {
    title: "months paid in both places count once: 130 + 120 − 10",
    ...both,
    facts: {
      ...man,
      // 2014-10 … 2025-07 = 130; 2005-08 … 2015-07 = 120, of them 2014-10 … 2015-07 twice
      contributed: { periods: [{ from: "2014-10", to: "2025-07" }] },
      chengduMonths: { periods: [{ from: "2005-08", to: "2015-07" }] },
    },
    expected: {
      outcome: "granted",
      steps: { bothTwice: 10, bothMonths: 240 },
      coverage: ["transferred 2005-08..2014-09", "contributed 2014-10..2025-07", "retired 2025-08.."],
    },
  },
  {
    title: "enough here already: Chengdu changes nothing, were it the longer one or not",
    ...both,
    facts: { ...man, contributed: { months: 120 }, transferred: { months: 240 }, chengduMonths: { months: 200 } },
    expected: { outcome: "granted", conditions: ["age", "cumulativeYears", "localYears"], steps: { bothMonths: null } },
  },
  {
    title: "less missing here than to 240: 355 of 360 with 130 here, and 100 in Chengdu",
    ...both,
    facts: { ...individual, contributed: { months: 130 }, transferred: { months: 225 }, chengduMonths: { months: 100 } },
    // moved here, the 100 make it 455: nothing would be missing
    expected: { outcome: "choice", failed: ["cumulativeYears"], steps: { shortfall: 5 }, notices: ["moveChengdu"] },
  },
  {
    title: "Chengdu the longer one, but less missing here (20) than there (30): here",
    ...both,
    facts: { ...individual, contributed: { months: 100 }, transferred: { months: 255 }, chengduMonths: { months: 110 } },
    // moved here they help nothing: 20 of Chongqing's own 120 are missing
    expected: {
      outcome: "choice",
      failed: ["cumulativeYears", "localYears"],
      steps: { shortfall: 20 },
      withoutNotices: ["moveChengdu"],
    },
  },
  {
    // 2004-01 … 2023-12 = 240 here, 2024-01 … 2024-12 = 12 there
    title: "the line names Chengdu: 240 here and 12 there, nothing due",
    ...both,
    facts: { ...lined, history: "l200401-202312 @成都l202401-202412 00" },
    expected: {
      outcome: "granted",
      due: {},
      steps: { bothMonths: 252 },
      coverage: ["contributed 2004-01..2023-12", "transferred 2024-01..2024-12", "retired 2025-08.."],
      materials: ["identity-card", "chengdu-proof"],
    },
  },
  {
    // 2005-01 … 2014-12 = 120 each way round; the later one decides
    title: "the line names Chengdu: 120 each, Chengdu the later one",
    ...both,
    facts: { ...lined, history: "l200501-201412 @成都l201501-202412 00" },
    expected: { outcome: "guidance", readings: [EQUAL], place: "成都市医保经办机构" },
  },
  {
    title: "the line names Chengdu: 120 each, Chongqing the later one",
    ...both,
    facts: { ...lined, history: "@成都d200501-201412 l201501-202412 00" },
    expected: { outcome: "granted", due: {}, readings: [EQUAL] },
  },
  {
    // Chengdu 120 and Wuhan 60 are two things: 120 + 120 = 240 of both places
    title: "the line names Chengdu and another place: each where it belongs",
    ...both,
    facts: { ...lined, history: "@武汉d200001-200412 @成都d200501-201412 l201501-202412 00" },
    expected: { outcome: "granted", due: {}, steps: { bothMonths: 240 } },
  },
  {
    // 120 + 60 = 180 of 360
    title: "the line names another place alone: nothing of Chengdu",
    ...both,
    facts: { ...lined, history: "@武汉d200001-200412 l201501-202412 00" },
    expected: { outcome: "choice", steps: { bothMonths: null, shortfall: 180 } },
  },
  {
    title: "the line names no place, the answer 60 months of Chengdu: Chengdu has to be named",
    ...both,
    facts: { ...lined, history: "wd200001-200412 l201501-202412 00", chengduMonths: { months: 60 } },
    expected: { errors: ["chengduMonths conflict"] },
  },
  {
    title: "29 February 2024: not yet in force",
    ...both,
    asOf: "2024-02-29",
    facts: { ...man, birthDate: "1963-05-20", contributed: { months: 130 }, chengduMonths: { months: 110 } },
    expected: { outcome: "choice", notices: ["chengduNotInForce"], steps: { shortfall: 230, bothMonths: null } },
  },
  {
    title: "1 March 2024: in force",
    ...both,
    asOf: "2024-03-01",
    facts: { ...man, birthDate: "1963-05-20", contributed: { months: 130 }, chengduMonths: { months: 110 } },
    expected: { outcome: "granted", withoutNotices: ["chengduNotInForce"] },
  },
  {
    title: "1 March 2028: the last day",
    ...both,
    asOf: "2028-03-01",
    facts: { ...man, contributed: { months: 130 }, chengduMonths: { months: 110 } },
    expected: { outcome: "granted" },
  },
  {
    title: "2 March 2028: over",
    ...both,
    asOf: "2028-03-02",
    facts: { ...man, contributed: { months: 130 }, chengduMonths: { months: 110 } },
    expected: { outcome: "figure-missing", notices: ["chengduNotInForce"], steps: { shortfall: 230 } },
  },
  {
    title: "months in Chengdu before working age",
    ...both,
    facts: { ...man, chengduMonths: { periods: [{ from: "1981-04", to: "1990-01" }] } },
    expected: { errors: ["chengduMonths conflict"] },
  },
];
