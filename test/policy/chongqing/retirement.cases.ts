/**
 * CQ-09 by hand. A man born 1965-05 retires in 2025-07 (60 years and two months: month 5 of the phase-in, ⌊4 / 4⌋ + 1 = 2).
 * Top-up of a year: 73272 × 5 % = 3663.60, × 11 % = 8059.92; of a month 305.30 and 671.66 (whole fen).
 * Going on: a year 3075 or 6765, a month 256.25 or 563.75. Required: 360 months of a man, 300 of a woman, 120 of them here.
 */
import type { GoldenCase } from "../golden.ts";
import { OFFICE_2026 } from "./premium.cases.ts";

const asOf = "2025-07-15";
const man = {
  sex: "male",
  birthDate: "1965-05-20",
  way: "no-pension-here",
  capacity: "unit",
  tier: "second",
  contributed: { months: 340 },
} as const;
const office = { asOf, rule: "CQ-09" } as const;
const individual = { ...man, capacity: "flexible" } as const;
const FROM = "chongqing.retired-from";
const INDIVIDUAL = "chongqing.individual-top-up";
const TWICE = "chongqing.same-month-twice";
const PAPERS = "chongqing.counter-materials";

export const RETIREMENT_CASES: readonly GoldenCase[] = [
  {
    title:
      "a man of a unit, 20 months short: the unit's own sum is left to the agency; or go on to March 2027, or the resident scheme",
    ...office,
    facts: man,
    expected: {
      outcome: "choice",
      failed: ["cumulativeYears"],
      conditions: ["age", "cumulativeYears", "localYears"],
      remedies: ["months 20"],
      due: {},
      steps: { cumulative: 340, requiredMonths: 360, shortfall: 20, topUp: null },
      dates: { statutoryMonth: "2025-07" },
      // 20 × 256.25 and 20 × 563.75; from August 2025 on the twentieth month is March 2027
      options: {
        topUpByUnit: ["retiredFrom 2025-08", "retired 2025-08.."],
        leaveAndGoOn: [
          "information premiumFirst 5125.00",
          "information premiumSecond 11275.00",
          "continueUntil 2027-03",
          "retiredAfter 2027-04",
          "in-service 2025-08..2027-03",
          "retired 2027-04..",
        ],
        resident: ["information resident 400.00"],
      },
      readings: [FROM, PAPERS],
      withoutReadings: [INDIVIDUAL],
      next: ["chongqing.enrolment", "chongqing.scheme-change"],
      place: "由单位经办人到参保地医保经办机构办理",
      notices: ["requiredYears", "unitSum", "pressPremium"],
      sections: ["unitWays"],
      materials: ["handler-card"],
      notAsked: ["kind", "pensionMonth", "tier", "overlapMonths", "lastPaidAt"],
    },
  },
  {
    title: "paying now is chosen in a unit: granted, the sum by the agency",
    ...office,
    facts: { ...man, shortfallWay: "pay-now" },
    expected: {
      outcome: "granted",
      // what is made up fails no condition
      failed: [],
      conditions: ["age", "cumulativeToppedUp", "localYears"],
      due: {},
      information: {},
      dates: { retiredFrom: "2025-08" },
      coverage: ["retired 2025-08.."],
      next: [],
      notices: ["unitSum"],
      sections: ["unitWays"],
      withoutNotices: ["pressPremium"],
      notAsked: ["tier"],
      headline: "由单位经办人补缴 20 个月（1 年 8 个月），金额由经办机构核定，2025年8月起享受退休人员待遇",
    },
  },
  {
    title: "nothing paid here yet: this month is the first of the 299 that lack",
    ...office,
    asOf: "2025-05-01",
    facts: {
      sex: "female",
      birthDate: "1969-10-26",
      kind: "woman-55",
      way: "no-pension-here",
      capacity: "unit",
      tier: "first",
      contributed: { months: 0 },
      transferred: { periods: [{ from: "2025-01", to: "2025-01" }] },
      service: { months: 0 },
      deemedMonths: 0,
      chengduMonths: { months: 0 },
      shortfallWay: "go-on",
    },
    expected: { steps: { shortfall: 299 }, dates: { continueUntil: "2050-03", retiredAfter: "2050-04" } },
  },
  {
    title: "going on is chosen",
    ...office,
    facts: { ...man, shortfallWay: "go-on" },
    expected: {
      outcome: "guidance",
      due: {},
      // whoever goes on as an individual chooses a tier
      information: { premium: "11275.00" },
      dates: { continueUntil: "2027-03", retiredAfter: "2027-04" },
      next: ["chongqing.enrolment"],
    },
  },
  {
    title: "the resident scheme is chosen",
    ...office,
    facts: { ...man, shortfallWay: "resident" },
    expected: {
      outcome: "guidance",
      due: {},
      information: { resident: "400.00" },
      dates: { retiredFrom: null },
      notices: ["pressPremium"],
      next: ["chongqing.scheme-change"],
    },
  },
  {
    title: "first tier, 24 months: two years, 7327.20",
    ...office,
    facts: { ...individual, tier: "first", contributed: { months: 336 } },
    expected: {
      // two years: 2 × 3663.60, and 2 × 3075 to go on
      options: {
        topUpSelf: ["due topUp 7327.20", "information topUpYear 3663.60", "retiredFrom 2025-08", "retired 2025-08.."],
        goOn: [
          "information premium 6150.00",
          "continueUntil 2027-07",
          "retiredAfter 2027-08",
          "in-service 2025-08..2027-07",
          "retired 2027-08..",
        ],
      },
      withoutReadings: ["chongqing.rounding"],
    },
  },
  {
    title: "one month short",
    ...office,
    facts: { ...individual, contributed: { months: 359 } },
    expected: {
      outcome: "choice",
      steps: { shortfall: 1 },
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
    title: "exactly enough: granted from the month after",
    ...office,
    facts: { ...man, contributed: { months: 360 } },
    expected: {
      outcome: "granted",
      failed: [],
      steps: { shortfall: 0 },
      dates: { retiredFrom: "2025-08" },
      coverage: ["retired 2025-08.."],
      options: {},
      readings: [FROM],
      notAsked: ["shortfallWay"],
      headline: "年限已够，2025年8月起享受退休人员待遇",
    },
  },
  {
    title: "read as from this month",
    ...office,
    readings: { [FROM]: "same-month" },
    facts: { ...man, contributed: { months: 360 } },
    expected: { dates: { retiredFrom: "2025-07" }, coverage: ["retired 2025-07.."] },
  },
  {
    title: "read as from this month, one month short: retired with the last month itself",
    ...office,
    readings: { [FROM]: "same-month" },
    facts: { ...individual, contributed: { months: 359 } },
    expected: {
      options: {
        topUpSelf: ["due topUp 671.66", "information topUpYear 8059.92", "retiredFrom 2025-07", "retired 2025-07.."],
        goOn: ["information premium 563.75", "continueUntil 2025-08", "retiredAfter 2025-08", "retired 2025-08.."],
      },
    },
  },
  {
    // 1996-06 … 2025-05: 348 months, with June and July elsewhere 350; the ten months are August 2025 … May 2026
    title: "this month is paid elsewhere already: going on begins with the next",
    ...office,
    facts: {
      ...individual,
      contributed: { periods: [{ from: "1996-06", to: "2025-05" }] },
      transferred: { periods: [{ from: "2025-06", to: "2025-07" }] },
      shortfallWay: "go-on",
    },
    expected: {
      steps: { shortfall: 10 },
      dates: { continueUntil: "2026-05", retiredAfter: "2026-06" },
      coverage: [
        "contributed 1996-06..2025-05",
        "transferred 2025-06..2025-07",
        "in-service 2025-08..2026-05",
        "retired 2026-06..",
      ],
    },
  },
  {
    // 1997-04 … 2015-07: 220 months, one of Chengdu: 240 − 221 = 19, August 2025 … February 2027
    title: "this month is paid in Chengdu already: the same",
    ...office,
    facts: {
      ...individual,
      contributed: { periods: [{ from: "1997-04", to: "2015-07" }] },
      chengduMonths: { periods: [{ from: "2025-07", to: "2025-07" }] },
      shortfallWay: "go-on",
    },
    expected: {
      steps: { shortfall: 19 },
      dates: { continueUntil: "2027-02", retiredAfter: "2027-03" },
    },
  },
  {
    title: "read as from this month, which is paid already: retired in it, and shown once",
    ...office,
    readings: { [FROM]: "same-month" },
    facts: { ...individual, contributed: { periods: [{ from: "1995-08", to: "2025-07" }] } },
    expected: {
      dates: { retiredFrom: "2025-07" },
      // the month is named as both
      coverage: ["contributed 1995-08..2025-06", "retired 2025-07..2025-07", "retired 2025-08.."],
    },
  },
  {
    title: "the same with months to pay",
    ...office,
    readings: { [FROM]: "same-month" },
    facts: { ...individual, contributed: { periods: [{ from: "1995-09", to: "2025-07" }] }, shortfallWay: "pay-now" },
    expected: {
      steps: { shortfall: 1 },
      dates: { retiredFrom: "2025-07" },
      coverage: ["contributed 1995-09..2025-06", "retired 2025-07..2025-07", "retired 2025-08.."],
    },
  },
  {
    title: "drawn months that lack this one: going on begins with it",
    ...office,
    // 1996-06 … 2025-06: 349 months
    facts: { ...individual, contributed: { periods: [{ from: "1996-06", to: "2025-06" }] } },
    expected: {
      steps: { cumulative: 349, shortfall: 11 },
      // 11 × 671.66 = 7388.26; 11 × 563.75 = 6201.25
      options: {
        topUpSelf: ["due topUp 7388.26", "information topUpYear 8059.92", "retiredFrom 2025-08", "retired 2025-08.."],
        goOn: [
          "information premium 6201.25",
          "continueUntil 2026-05",
          "retiredAfter 2026-06",
          "in-service 2025-07..2026-05",
          "retired 2026-06..",
        ],
      },
    },
  },
  {
    title: "drawn months with this one: going on begins with the next",
    ...office,
    facts: { ...individual, contributed: { periods: [{ from: "1996-06", to: "2025-07" }] } },
    expected: {
      steps: { shortfall: 10 },
      // 10 × 671.66 = 6716.60; 10 × 563.75 = 5637.50
      options: {
        topUpSelf: ["due topUp 6716.60", "information topUpYear 8059.92", "retiredFrom 2025-08", "retired 2025-08.."],
        goOn: [
          "information premium 5637.50",
          "continueUntil 2026-05",
          "retiredAfter 2026-06",
          "in-service 2025-08..2026-05",
          "retired 2026-06..",
        ],
      },
    },
  },
  {
    title: "as an individual: pays alone or goes on, no word of the resident scheme",
    ...office,
    facts: individual,
    expected: {
      outcome: "choice",
      readings: [INDIVIDUAL],
      options: {
        topUpSelf: ["due topUp 13433.20", "information topUpYear 8059.92", "retiredFrom 2025-08", "retired 2025-08.."],
        goOn: [
          "information premium 11275.00",
          "continueUntil 2027-03",
          "retiredAfter 2027-04",
          "in-service 2025-08..2027-03",
          "retired 2027-04..",
        ],
      },
      next: [],
      place: "参保地医保经办机构",
    },
  },
  {
    title: "as an individual who pays now",
    ...office,
    facts: { ...individual, shortfallWay: "pay-now" },
    expected: {
      outcome: "granted",
      failed: [],
      conditions: ["age", "cumulativeToppedUp", "localYears"],
      due: { topUp: "13433.20" },
    },
  },
  {
    // 119 here and 241 elsewhere: one local month, 671.66
    title: "the month that lacks here is made up, too",
    ...office,
    facts: { ...individual, contributed: { months: 119 }, transferred: { months: 241 }, shortfallWay: "pay-now" },
    expected: {
      outcome: "granted",
      failed: [],
      conditions: ["age", "cumulativeYears", "localToppedUp"],
      due: { topUp: "671.66" },
    },
  },
  {
    title: "going on is chosen: the years are still lacking",
    ...office,
    facts: { ...individual, shortfallWay: "go-on" },
    expected: { outcome: "guidance", failed: ["cumulativeYears"] },
  },
  {
    // 1996-02 … 2025-01 = 348 months; February … July 2025 unpaid, 12 more from July on
    title: "going on after half a year unpaid: no promise of cover at once",
    ...office,
    facts: { ...individual, contributed: { periods: [{ from: "1996-02", to: "2025-01" }] }, shortfallWay: "go-on" },
    expected: {
      outcome: "guidance",
      steps: { shortfall: 12 },
      dates: { continueUntil: "2026-06", retiredAfter: "2026-07" },
      notices: ["interrupted"],
      next: ["chongqing.enrolment"],
    },
  },
  {
    // 1996-07 … 2025-06 = 348, July is the first to pay
    title: "going on without a gap: nothing about a wait",
    ...office,
    facts: { ...individual, contributed: { periods: [{ from: "1996-07", to: "2025-06" }] }, shortfallWay: "go-on" },
    expected: {
      steps: { shortfall: 12 },
      dates: { continueUntil: "2026-06", retiredAfter: "2026-07" },
      withoutNotices: ["interrupted"],
      next: [],
    },
  },
  {
    title: "as an individual, read as not allowed to pay at once: going on is the only way",
    ...office,
    readings: { [INDIVIDUAL]: "not-allowed" },
    facts: individual,
    expected: {
      outcome: "guidance",
      remedies: ["months 20"],
      options: {},
      dates: { continueUntil: "2027-03" },
      readings: [INDIVIDUAL],
      next: [],
    },
  },
  {
    title: "an individual who chooses what is not offered: the resident scheme",
    ...office,
    facts: { ...individual, shortfallWay: "resident" },
    expected: { errors: ["shortfallWay conflict"] },
  },
  {
    title: "an individual who chooses what the reading does not allow",
    ...office,
    readings: { [INDIVIDUAL]: "not-allowed" },
    facts: { ...individual, shortfallWay: "pay-now" },
    expected: { errors: ["shortfallWay conflict"] },
  },
  {
    title: "the month before the statutory one: not yet",
    ...office,
    asOf: "2025-06-30",
    facts: man,
    expected: {
      outcome: "not-yet",
      failed: ["age"],
      // 15 years until 2029
      steps: { leastPension: 180 },
      remedies: ["month 2025-07"],
      due: {},
      options: {},
      notAsked: ["shortfallWay"],
      withoutNotices: ["requiredYears"],
      headline: "未到法定退休年月，2025年7月起办理",
    },
  },
  {
    title: "pension retirement done early: it counts, not the statutory month",
    ...office,
    asOf: "2025-06-30",
    facts: { ...man, way: "pension-here", pensionMonth: "2025-06", contributed: { months: 360 } },
    expected: { outcome: "granted", failed: [], dates: { statutoryMonth: null, retiredFrom: "2025-07" } },
  },
  {
    title: "pension retirement still to be done next month",
    ...office,
    facts: { ...man, way: "pension-here", pensionMonth: "2025-08" },
    expected: { outcome: "not-yet", failed: ["pensionDone"], remedies: ["month 2025-08"] },
  },
  {
    // born 1975-03, 50 years: month 3 of the phase-in from 1975-01, ⌊2 / 2⌋ + 1 = 2: 2025-05
    title: "a woman at 50: statutory in May 2025, 300 months required",
    ...office,
    facts: { ...man, sex: "female", birthDate: "1975-03-10", kind: "woman-50", contributed: { months: 290 } },
    expected: {
      outcome: "choice",
      dates: { statutoryMonth: "2025-05" },
      steps: { requiredMonths: 300, shortfall: 10 },
      remedies: ["months 10"],
    },
  },
  {
    // born 1975-03, 55 years: ⌊62 / 4⌋ + 1 = 16 months after 2030-03: 2031-07
    title: "the same woman at 55: not before July 2031",
    ...office,
    facts: { ...man, sex: "female", birthDate: "1975-03-10", kind: "woman-55", contributed: { months: 290 } },
    // 2030: 186, 2031: 192
    expected: { outcome: "not-yet", remedies: ["month 2031-07"], steps: { leastPension: 192 } },
  },
  {
    // born 1973-02, 55 years: ⌊37 / 4⌋ + 1 = 10 months after 2028-02
    title: "a woman who retires in December 2028 needs 15 years of pension contributions",
    ...office,
    facts: { ...man, sex: "female", birthDate: "1973-02-10", kind: "woman-55", contributed: { months: 290 } },
    expected: { remedies: ["month 2028-12"], steps: { leastPension: 180 } },
  },
  {
    // born 1980-03, 60 years: ⌊182 / 4⌋ + 1 = 46, at most 36 months after 2040-03
    title: "a man who retires in 2043 needs 20",
    ...office,
    facts: { ...man, birthDate: "1980-03-10", contributed: { months: 200 } },
    expected: { remedies: ["month 2043-03"], steps: { leastPension: 240 } },
  },
  {
    title: "transferred months and recognised service count: 300 + 40 + 20",
    ...office,
    facts: { ...man, contributed: { months: 300 }, transferred: { months: 40 }, deemedMonths: "20" },
    expected: { outcome: "granted", steps: { cumulative: 360, deemedCounted: 20 }, notices: ["deemedPress"] },
  },
  {
    title: "a month paid here and elsewhere counts once",
    ...office,
    // 1996-06 … 2025-06 = 349 here; 1995-07 … 1996-07 = 13 there, two of them twice: 349 + 11 = 360
    facts: {
      ...man,
      contributed: { periods: [{ from: "1996-06", to: "2025-06" }] },
      transferred: { periods: [{ from: "1995-07", to: "1996-07" }] },
    },
    expected: {
      outcome: "granted",
      steps: { sameMonthTwice: 2, transferredCounted: 11, cumulative: 360 },
      readings: [TWICE],
      coverage: ["transferred 1995-07..1996-05", "contributed 1996-06..2025-06", "retired 2025-08.."],
    },
  },
  {
    title: "the same read as counting twice",
    ...office,
    readings: { [TWICE]: "twice" },
    facts: {
      ...man,
      contributed: { periods: [{ from: "1996-06", to: "2025-06" }] },
      transferred: { periods: [{ from: "1995-07", to: "1996-07" }] },
    },
    expected: { steps: { cumulative: 362, sameMonthTwice: null }, readings: [TWICE] },
  },
  {
    title: "drawn months that do not overlap need no reading",
    ...office,
    facts: {
      ...man,
      contributed: { periods: [{ from: "1996-06", to: "2025-06" }] },
      transferred: { periods: [{ from: "1995-07", to: "1996-05" }] },
    },
    expected: { steps: { cumulative: 360 }, withoutReadings: [TWICE] },
  },
  {
    // born 1953-05: 60 in May 2013, no delay then
    title: "before the required years were: the figures are missing, the ways and the handler are said all the same",
    rule: "CQ-09",
    asOf: "2013-12-31",
    facts: { ...man, birthDate: "1953-05-20" },
    expected: {
      outcome: "figure-missing",
      missing: ["chongqing.retirement-months-man 2013-12-31", "chongqing.retirement-local-months 2013-12-31"],
      due: {},
      options: {},
      sections: ["unitWays"],
      place: "由单位经办人到参保地医保经办机构办理",
      notAsked: ["shortfallWay"],
    },
  },
  {
    title: "from 1 January 2014 they are known",
    rule: "CQ-09",
    asOf: "2014-01-01",
    facts: { ...man, birthDate: "1953-05-20", contributed: { months: 360 } },
    expected: { outcome: "granted", dates: { retiredFrom: "2014-02" } },
  },
  {
    title: "not yet of age: no figure is asked for",
    rule: "CQ-09",
    asOf: "2025-06-30",
    facts: man,
    expected: { outcome: "not-yet", missing: [] },
  },
  {
    title: "2026, an individual: the top-up and the premium are missing, the ways stand",
    ...office,
    asOf: "2026-02-01",
    facts: individual,
    expected: {
      outcome: "figure-missing",
      missing: [
        "chongqing.top-up-base 2026-02-01",
        "chongqing.second-tier-rate 2026-02-01",
        "chongqing.individual-base 2026-02-01",
      ],
      remedies: ["months 20"],
      options: {
        topUpSelf: ["retiredFrom 2026-03", "retired 2026-03.."],
        goOn: ["continueUntil 2027-10", "retiredAfter 2027-11", "in-service 2026-03..2027-10", "retired 2027-11.."],
      },
    },
  },
  {
    title: "2026, in a unit: paying now needs no figure",
    ...office,
    asOf: "2026-02-01",
    facts: { ...man, shortfallWay: "pay-now" },
    expected: { outcome: "granted", missing: [], due: {}, dates: { retiredFrom: "2026-03" } },
  },
  {
    title: "2026, an individual who pays now: only the figures of that way are missing, and nothing is made up yet",
    ...office,
    asOf: "2026-02-01",
    facts: { ...individual, shortfallWay: "pay-now" },
    expected: {
      outcome: "figure-missing",
      missing: ["chongqing.top-up-base 2026-02-01", "chongqing.second-tier-rate 2026-02-01"],
      failed: ["cumulativeYears"],
      due: {},
    },
  },
  {
    // 74000 × 11 % = 8140.00; ÷ 12 = 678.333… → 678.33; × 20 = 13566.60
    title: "an office's base that does not divide",
    rule: "CQ-09",
    asOf: "2026-02-01",
    officeFigures: OFFICE_2026,
    facts: { ...individual, shortfallWay: "pay-now" },
    expected: { due: { topUp: "13566.60" }, readings: ["chongqing.rounding"] },
  },
  {
    // 8140 × 20 ÷ 12 = 13566.666… → 13566.67
    title: "the same rounded once",
    rule: "CQ-09",
    asOf: "2026-02-01",
    officeFigures: OFFICE_2026,
    readings: { "chongqing.rounding": "total-once" },
    facts: { ...individual, shortfallWay: "pay-now" },
    expected: { due: { topUp: "13566.67" } },
  },
  {
    title: "born after the date of processing",
    rule: "NX-01",
    asOf,
    facts: { ...man, birthDate: "2025-07-16" },
    expected: { errors: ["birthDate conflict"] },
  },
  {
    title: "pension retirement before working age",
    rule: "CQ-09",
    asOf,
    facts: { ...man, way: "pension-here", pensionMonth: "1981-04" },
    expected: { errors: ["pensionMonth conflict"] },
  },
  {
    title: "pension retirement in the first month of working age is no contradiction of the calendar",
    ...office,
    facts: { ...man, way: "pension-here", pensionMonth: "1981-05", contributed: { months: 360 } },
    expected: { outcome: "granted" },
  },
  {
    title: "months before working age, here and elsewhere",
    rule: "CQ-09",
    asOf,
    facts: {
      ...man,
      contributed: { periods: [{ from: "1981-04", to: "1990-01" }] },
      transferred: { periods: [{ from: "1981-03", to: "1981-03" }] },
    },
    expected: { errors: ["contributed conflict", "transferred conflict"] },
  },
  {
    title: "a woman whose kind is open is not asked how she makes up for missing years",
    ...office,
    facts: {
      sex: "female",
      birthDate: "1975-03-10",
      way: "no-pension-here",
      capacity: "unit",
      contributed: { months: 1 },
    },
    expected: { unanswered: ["kind"], notAsked: ["shortfallWay"] },
  },
  {
    title: "nor is anybody whose pension month is open",
    ...office,
    facts: { ...man, way: "pension-here" },
    expected: { unanswered: ["pensionMonth"], notAsked: ["shortfallWay"] },
  },
  {
    title: "a woman: the kind is asked only where the statutory month counts",
    rule: "CQ-09",
    asOf,
    facts: { sex: "female", birthDate: "1975-03-10", way: "no-pension-here" },
    expected: { unanswered: ["kind", "capacity", "contributed"] },
  },
];
