/**
 * DL-05 and DL-06 by hand. Money per month of top-up: 2025: 8190 × 6 % = 491.40; 2024: 7827 × 6 % = 469.62;
 * 2022-07…2023-12: 7291 × 6 % = 437.46. Man: 360 months and 120 local; woman: 300 and 120.
 */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
import type { GoldenCase } from "../golden.ts";

const period = (from: string, to: string) => ({ periods: [{ from, to }] });
const months = (count: number) => ({ months: count });

/** Born 1965-05-20: five months into the phase-in, so 60 years and 2 months: statutory 2025-07. */
const man = { sex: "male", birthDate: "1965-05-20" } as const;
const wayA = { ...man, way: "pension-here", pensionMonth: "2025-07", capacity: "unit" } as const;
/** Way B, flexible, 60 on 2025-05-20. */
const wayB = { ...man, way: "no-pension-here", capacity: "flexible", treatmentElsewhere: false } as const;
const asOf = "2025-07-15";

const office = (figure: string, from: string, to: string, value: string): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document: "大医保发〔测试〕1号",
  note: "",
  enteredOn: "2026-03-01",
});

/** Born 1980-05-20, retired 2025-06 aged 45: 50 in 2030-05. Contributed 2002-04…2025-06 = 22 y 9 m after 2002-04…: 279 months. */
const early = {
  sex: "male",
  birthDate: "1980-05-20",
  way: "pension-here",
  pensionMonth: "2025-06",
  capacity: "unit",
  contributed: period("2002-04", "2025-06"),
  retirementBase: "8000",
} as const;

export const RETIREMENT_CASES: readonly GoldenCase[] = [
  // --- way A: years
  {
    title: "360 months exactly: nothing to top up, from the month after processing",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("1995-08", "2025-07") }, // 30 full years
    expected: {
      outcome: "granted",
      due: {},
      steps: { cumulative: 360, shortfall: 0 },
      dates: { retiredFrom: "2025-08" },
      failed: [],
      headlineId: "granted",
      parts: [],
      conflicts: [],
      onlyNotices: ["noMorePayments"],
      coverage: ["contributed 1995-08..2025-07", "retired 2025-08.."],
    },
  },
  {
    title: "359 months: one month short",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("1995-09", "2025-07") },
    expected: {
      outcome: "granted",
      due: { topUp: "491.40" },
      headlineId: "grantedTopUp",
      parts: ["topUpMonth 491.40"],
      steps: { cumulative: 359, shortfall: 1 },
      dates: { retiredFrom: "2025-08" },
      failed: [],
      conditions: ["pensionDone", "cumulativeToppedUp", "localYears"],
      onlyNotices: ["moreYearsFirst", "noMorePayments"],
      place: "所属区（市）县医保经办机构",
      readings: ["dalian.retirement-place"],
    },
  },
  {
    title: "14 months short, entered as a number: 14 × 491.40 = 6,879.60",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(346) }, // 360 − 346 = 14
    expected: {
      outcome: "granted",
      due: { topUp: "6879.60" },
      steps: { shortfall: 14, topUpMonth: 49140, retirementKind: 0 },
      failed: [],
    },
  },
  {
    title: "15 years paid at retirement (guide 七(四)): 180 × 491.40 = 88,452.00",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("2010-08", "2025-07") }, // 180 months
    expected: { outcome: "granted", due: { topUp: "88452.00" }, steps: { shortfall: 180 } },
  },
  {
    title: "local exactly 120 with 240 transferred in: enough",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(120), transferred: months(240) },
    expected: { outcome: "granted", due: {}, steps: { cumulative: 360, localShortfall: 0, shortfall: 0 } },
  },
  {
    title: "local 119, cumulative 419: only the local month is short",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(119), transferred: months(300) },
    expected: {
      outcome: "granted",
      due: { topUp: "491.40" },
      steps: { cumulative: 419, cumulativeShortfall: 0, localShortfall: 1, shortfall: 1 },
      failed: [],
      conditions: ["pensionDone", "cumulativeYears", "localToppedUp"],
    },
  },
  {
    title: "over 25 years transferred in, 12 local (guide 七(七)): 108 local months, 108 × 491.40 = 53,071.20",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(12), transferred: months(348) }, // 348 + 12 = 360
    expected: { due: { topUp: "53071.20" }, steps: { cumulativeShortfall: 0, localShortfall: 108, shortfall: 108 } },
  },
  {
    title: "both short: the larger counts, not the sum (60 and 20 → 60)",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(100), transferred: months(200) },
    expected: {
      due: { topUp: "29484.00" }, // 60 × 491.40
      steps: { cumulativeShortfall: 60, localShortfall: 20, shortfall: 60 },
      failed: [],
      conditions: ["pensionDone", "cumulativeToppedUp", "localToppedUp"],
    },
  },
  {
    title: "both short, local the larger (5 and 20 → 20)",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(100), transferred: months(255) },
    expected: { due: { topUp: "9828.00" }, steps: { cumulativeShortfall: 5, localShortfall: 20, shortfall: 20 } },
  },
  {
    title: "no month at all in Dalian: 360 × 491.40 = 176,904.00",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(0) },
    expected: { due: { topUp: "176904.00" }, steps: { shortfall: 360 } },
  },
  {
    title: "woman, 300 months: enough",
    rule: "DL-05",
    asOf: "2025-02-10",
    // born 1970-01: statutory 2025-02 as cadre; as worker long past, so her kind makes no difference
    facts: {
      sex: "female",
      birthDate: "1970-01-10",
      way: "pension-here",
      pensionMonth: "2025-02",
      capacity: "unit",
      contributed: months(300),
    },
    expected: { outcome: "granted", due: {}, steps: { shortfall: 0 }, dates: { retiredFrom: "2025-03" }, notAsked: ["kind"] },
  },
  {
    title: "woman, 299 months: one short",
    rule: "DL-05",
    asOf: "2025-02-10",
    facts: {
      sex: "female",
      birthDate: "1970-01-10",
      way: "pension-here",
      pensionMonth: "2025-02",
      capacity: "unit",
      contributed: months(299),
    },
    expected: { due: { topUp: "491.40" }, steps: { shortfall: 1 } },
  },

  // --- deemed months
  {
    title: "unit: service 1989-01…2003-12 counts (180) + 180 paid = 360",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("2004-01", "2018-12"), service: period("1989-01", "2003-12"), enrolledAs: "unit" },
    expected: { due: {}, steps: { serviceBefore: 180, cumulative: 360, shortfall: 0 } },
  },
  {
    title: "unit: service from 2004-01 on does not count",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("2004-07", "2018-12"), service: period("1989-01", "2004-06"), enrolledAs: "unit" }, // 180 + 174
    expected: { steps: { serviceBefore: 180, cumulative: 354, shortfall: 6 } },
  },
  {
    title: "flexible: cut off at 2002-04: 159 + 201 = 360 (guide 七(六))",
    rule: "DL-05",
    asOf,
    facts: {
      ...wayA,
      capacity: "flexible",
      contributed: period("2002-04", "2018-12"),
      service: period("1989-01", "2003-12"),
      enrolledAs: "flexible",
    },
    expected: { due: {}, steps: { serviceBefore: 159, cumulative: 360, shortfall: 0 } }, // 13 y 3 m = 159; 16 y 9 m = 201
  },
  {
    title: "last deemed month of a unit employee is 2003-12",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(0), service: period("2003-12", "2004-01"), enrolledAs: "unit" },
    expected: { steps: { serviceBefore: 1, cumulative: 1 } },
  },
  {
    title: "last deemed month of a flexible worker is 2002-03",
    rule: "DL-05",
    asOf,
    facts: {
      ...wayA,
      capacity: "flexible",
      contributed: months(0),
      service: period("2002-03", "2002-04"),
      enrolledAs: "flexible",
    },
    expected: { steps: { serviceBefore: 1, cumulative: 1 } },
  },
  {
    title: "overlap of service and paid months counts once: 168 − 21 + 213 = 360",
    rule: "DL-05",
    asOf,
    // service 1990-01…2003-12 = 168; paid 2002-04…2019-12 = 213; both 2002-04…2003-12 = 21
    facts: { ...wayA, contributed: period("2002-04", "2019-12"), service: period("1990-01", "2003-12"), enrolledAs: "unit" },
    expected: { steps: { serviceOverlap: 21, deemed: 147, cumulative: 360, shortfall: 0 }, due: {} },
  },
  {
    title: "overlap with transferred months is taken out, too",
    rule: "DL-05",
    asOf,
    // service 1990-01…2003-12 = 168; transferred 2001-01…2003-12 = 36, all inside the service
    facts: {
      ...wayA,
      contributed: period("2004-01", "2013-12"),
      transferred: period("2001-01", "2003-12"),
      service: period("1990-01", "2003-12"),
      enrolledAs: "unit",
    },
    expected: { steps: { serviceOverlap: 36, deemed: 132, cumulative: 288, shortfall: 72 } }, // 132 + 36 + 120
  },
  {
    title: "paid months as a number: the overlap is asked for",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(200), service: period("1990-01", "2003-12"), enrolledAs: "unit" },
    expected: { unanswered: ["overlapMonths"] },
  },
  {
    title: "paid months as a number, overlap told: 200 + 168 − 21 = 347",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(200), service: period("1990-01", "2003-12"), enrolledAs: "unit", overlapMonths: 21 },
    expected: { steps: { deemed: 147, cumulative: 347, shortfall: 13 }, due: { topUp: "6388.20" } }, // 13 × 491.40
  },
  {
    title: "a told overlap beyond the service before the cut-off is a contradiction (168 months)",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(200), service: period("1990-01", "2004-12"), enrolledAs: "unit", overlapMonths: 169 },
    expected: { errors: ["overlapMonths conflict"] },
  },
  {
    title: "enrolled as unit, retiring as flexible: by enrolment, so 2003-12 counts",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, capacity: "flexible", contributed: months(0), service: period("2002-01", "2003-12"), enrolledAs: "unit" },
    expected: { steps: { serviceBefore: 24 }, readings: ["dalian.deemed-capacity"] },
  },
  {
    title: "the same read by capacity at processing: 2002-01…2002-03",
    rule: "DL-05",
    asOf,
    readings: { "dalian.deemed-capacity": "at-processing" },
    facts: { ...wayA, capacity: "flexible", contributed: months(0), service: period("2002-01", "2003-12"), enrolledAs: "unit" },
    expected: { steps: { serviceBefore: 3 }, readings: ["dalian.deemed-capacity"] },
  },
  {
    title: "same capacity throughout: the reading plays no part and is not shown",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(0), service: period("2002-01", "2003-12"), enrolledAs: "unit" },
    expected: { steps: { serviceBefore: 24 }, withoutReadings: ["dalian.deemed-capacity"] },
  },

  // --- months counted twice, months after retirement
  {
    title: "a month paid in both places counts once: 120 + 132 − 12 = 240",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("2010-01", "2019-12"), transferred: period("2000-01", "2010-12") },
    expected: {
      steps: { sameMonthTwice: 12, transferredCounted: 120, cumulative: 240, shortfall: 120 },
      readings: ["dalian.same-month-twice"],
    },
  },
  {
    title: "the same read as two months: 252",
    rule: "DL-05",
    asOf,
    readings: { "dalian.same-month-twice": "twice" },
    facts: { ...wayA, contributed: period("2010-01", "2019-12"), transferred: period("2000-01", "2010-12") },
    expected: { steps: { cumulative: 252, shortfall: 108 }, readings: ["dalian.same-month-twice"] },
  },
  {
    title: "two months paid after retirement, against 四(一), do not count and are pointed out: 358",
    rule: "DL-05",
    asOf: "2025-09-15",
    facts: { ...wayA, contributed: period("1995-10", "2025-09") }, // 360 of which 2025-08 and 2025-09 came after
    expected: {
      steps: { monthsAfter: 2, localCounted: 358, cumulative: 358, shortfall: 2 },
      due: { topUp: "982.80" },
      notices: ["late", "paidAfter"],
      readings: ["dalian.months-after-retirement"],
    },
  },
  {
    title: "the same read as counted: 360",
    rule: "DL-05",
    asOf: "2025-09-15",
    readings: { "dalian.months-after-retirement": "counted" },
    facts: { ...wayA, contributed: period("1995-10", "2025-09") },
    expected: { steps: { monthsAfter: 2, cumulative: 360, shortfall: 0 }, due: {}, notices: ["paidAfter"] },
  },

  // --- way A: time
  {
    title: "pension formalities end in a later month: not yet",
    rule: "DL-05",
    asOf: "2025-06-30",
    facts: { ...wayA, contributed: months(346) },
    expected: {
      outcome: "not-yet",
      due: {},
      failed: ["pensionDone"],
      remedies: ["month 2025-07"],
      information: { topUpEstimate: "6879.60" },
      dates: { retiredFrom: null },
    },
  },
  {
    title: "first day of the month of the formalities: accepted, not late",
    rule: "DL-05",
    asOf: "2025-07-01",
    facts: { ...wayA, contributed: months(360) },
    expected: {
      outcome: "granted",
      notices: [],
      dates: { retiredFrom: "2025-08" },
      withoutReadings: ["dalian.late-application"],
    },
  },
  {
    title: "a month late: accepted and shown as late, from the month after processing",
    rule: "DL-05",
    asOf: "2025-08-01",
    facts: { ...wayA, contributed: months(360) },
    expected: { outcome: "granted", notices: ["late"], dates: { retiredFrom: "2025-09" }, readings: ["dalian.late-application"] },
  },
  {
    title: "late, read as reaching back: from the month after the formalities",
    rule: "DL-05",
    asOf: "2025-08-01",
    readings: { "dalian.late-application": "from-pension-month" },
    facts: { ...wayA, contributed: months(360) },
    expected: { outcome: "granted", dates: { retiredFrom: "2025-08" } },
  },
  {
    title: "late with a shortfall: from the month after the top-up under either reading",
    rule: "DL-05",
    asOf: "2025-08-01",
    readings: { "dalian.late-application": "from-pension-month" },
    facts: { ...wayA, contributed: months(359) },
    expected: { dates: { retiredFrom: "2025-09" } },
  },
  {
    title: "no shortfall, read as the same month",
    rule: "DL-05",
    asOf,
    readings: { "dalian.no-shortfall-start": "same-month" },
    facts: { ...wayA, contributed: months(360) },
    expected: { dates: { retiredFrom: "2025-07" } },
  },
  {
    title: "December: treatment from January of the next year",
    rule: "DL-05",
    asOf: "2025-12-31",
    facts: { ...wayA, pensionMonth: "2025-12", contributed: months(359) },
    expected: { due: { topUp: "491.40" }, dates: { retiredFrom: "2026-01" } },
  },

  // --- way B
  {
    title: "the day before the 60th birthday: not yet",
    rule: "DL-05",
    asOf: "2025-05-19",
    facts: { ...wayB, contributed: months(360) },
    expected: { outcome: "not-yet", failed: ["age"], remedies: ["date 2025-05-20"], dates: { retiredFrom: null } },
  },
  {
    title: "the 60th birthday: may apply, though the statutory month is 2025-07",
    rule: "DL-05",
    asOf: "2025-05-20",
    facts: { ...wayB, contributed: months(360) },
    expected: {
      outcome: "granted",
      due: {},
      dates: { retiredFrom: "2025-06" },
      notAsked: ["pensionMonth", "kind", "service", "unitKind"],
    },
  },
  {
    title: "woman, the day before 55: not yet",
    rule: "DL-05",
    asOf: "2025-07-14",
    facts: { ...wayB, sex: "female", birthDate: "1970-07-15", contributed: months(300) },
    expected: { outcome: "not-yet", failed: ["age"], remedies: ["date 2025-07-15"] },
  },
  {
    title: "woman, 55 today",
    rule: "DL-05",
    asOf: "2025-07-15",
    facts: { ...wayB, sex: "female", birthDate: "1970-07-15", contributed: months(300) },
    expected: { outcome: "granted", failed: [], dates: { retiredFrom: "2025-08" } },
  },
  {
    title: "born on 29 February, 55 in a common year: on 28 February",
    rule: "DL-05",
    asOf: "2023-02-28",
    facts: { ...wayB, sex: "female", birthDate: "1968-02-29", contributed: months(300) },
    expected: { outcome: "granted", steps: { fixedAgeDay: 20230228 } },
  },
  {
    title: "enjoying treatment elsewhere: refused; nobody is told to give it up, and no sum is named",
    rule: "DL-05",
    asOf,
    facts: { ...wayB, treatmentElsewhere: true, contributed: months(346) },
    expected: {
      outcome: "refused",
      due: {},
      information: {},
      failed: ["noTreatmentElsewhere"],
      remedies: [],
      conditions: ["age", "noTreatmentElsewhere"],
    },
  },
  {
    title: "under age and treated elsewhere: both are named, refused",
    rule: "DL-05",
    asOf: "2025-05-19",
    facts: { ...wayB, treatmentElsewhere: true, contributed: months(360) },
    expected: { outcome: "refused", failed: ["age", "noTreatmentElsewhere"] },
  },
  {
    title: "no deemed months outside the exception: an old answer about service changes nothing",
    rule: "DL-05",
    asOf,
    facts: { ...wayB, contributed: months(300), service: period("1989-01", "2001-12") },
    expected: { steps: { noDeemed: 0, cumulative: 300, shortfall: 60 }, due: { topUp: "29484.00" }, notAsked: ["service"] },
  },
  {
    title: "central-government unit: deemed months count: 156 + 204 = 360",
    rule: "DL-05",
    asOf,
    facts: {
      ...wayB,
      capacity: "unit",
      unitKind: "central",
      contributed: period("2002-01", "2018-12"),
      service: period("1989-01", "2001-12"),
      enrolledAs: "unit",
    },
    expected: { outcome: "granted", due: {}, steps: { cumulative: 360 }, materials: ["identity-card", "service-proof"] },
  },
  {
    title: "enterprise unit without pension here: no deemed months",
    rule: "DL-05",
    asOf,
    facts: { ...wayB, capacity: "unit", unitKind: "enterprise", contributed: months(346) },
    expected: { due: { topUp: "6879.60" }, materials: ["identity-card"], notAsked: ["service"] },
  },
  {
    title: "way B paid on for two months after 60: not counted and pointed out",
    rule: "DL-05",
    asOf,
    facts: { ...wayB, contributed: period("1995-08", "2025-07") }, // 360; 2025-06 and 2025-07 after the month of the birthday
    expected: { steps: { monthsAfter: 2, cumulative: 358, shortfall: 2 }, notices: ["paidAfter"] },
  },
  {
    title: "materials of way A",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(360) },
    expected: { materials: ["approval-form"], withoutReadings: ["dalian.way-b-materials"] },
  },
  {
    title: "way B read as needing no papers",
    rule: "DL-05",
    asOf,
    readings: { "dalian.way-b-materials": "none" },
    facts: { ...wayB, contributed: months(360) },
    expected: { materials: [], readings: ["dalian.way-b-materials"] },
  },

  // --- figures by date
  {
    title: "2026 has no assessed base: named, nothing taken from 2025",
    rule: "DL-05",
    asOf: "2026-03-02",
    facts: { ...wayA, contributed: months(346) },
    expected: {
      outcome: "figure-missing",
      due: {},
      missing: ["dalian.assessed-base 2026-03-02"],
      steps: { shortfall: 14 },
      headlineId: "figureMissing",
    },
  },
  {
    title: "2026 without a shortfall needs no base",
    rule: "DL-05",
    asOf: "2026-03-02",
    facts: { ...wayA, contributed: months(360) },
    expected: { outcome: "granted", due: {}, missing: [], dates: { retiredFrom: "2026-04" } },
  },
  {
    title: "2026 entered by the office: 8500 × 6 % = 510.00; × 14 = 7,140.00",
    rule: "DL-05",
    asOf: "2026-03-02",
    officeFigures: [office("dalian.assessed-base", "2026-01-01", "2026-12-31", "8500")],
    facts: { ...wayA, contributed: months(346) },
    expected: { outcome: "granted", due: { topUp: "7140.00" }, missing: [] },
  },
  {
    title: "last day of 2025: the figure of 2025",
    rule: "DL-05",
    asOf: "2025-12-31",
    facts: { ...wayA, contributed: months(346) },
    expected: { due: { topUp: "6879.60" } },
  },
  {
    title: "first day of 2026: no figure",
    rule: "DL-05",
    asOf: "2026-01-01",
    facts: { ...wayA, contributed: months(346) },
    expected: { outcome: "figure-missing", missing: ["dalian.assessed-base 2026-01-01"] },
  },
  {
    title: "last day of 2024: 14 × 469.62 = 6,574.68",
    rule: "DL-05",
    asOf: "2024-12-31",
    facts: { ...wayB, birthDate: "1964-05-20", contributed: months(346) },
    expected: { due: { topUp: "6574.68" } },
  },
  {
    title: "the figure of 2022-07 was kept until the end of 2023: 14 × 437.46 = 6,124.44",
    rule: "DL-05",
    asOf: "2023-12-31",
    facts: { ...wayB, birthDate: "1963-05-20", contributed: months(346) },
    expected: { due: { topUp: "6124.44" }, conflicts: ["dalian.top-up-rate", "dalian.historic-retirement-years"] },
  },
  {
    title: "1 July 2022: assessed base for everybody; no conflict about the rate yet",
    rule: "DL-05",
    asOf: "2022-07-01",
    facts: { ...wayB, birthDate: "1962-05-20", contributed: months(346) },
    expected: {
      due: { topUp: "6124.44" },
      conflicts: ["dalian.historic-retirement-years"],
      notAsked: ["ownBase"],
      withoutReadings: ["dalian.top-up-rate"],
    },
  },
  {
    title: "30 June 2022: nobody has the rate, so nothing is computed",
    rule: "DL-05",
    asOf: "2022-06-30",
    facts: { ...wayB, birthDate: "1962-05-20", contributed: months(346) },
    expected: { outcome: "figure-missing", missing: ["dalian.top-up-rate 2022-06-30"] },
  },
  {
    title: "30 June 2022 with the rate entered, no own base: 6375 × 6 % = 382.50; × 14 = 5,355.00",
    rule: "DL-05",
    asOf: "2022-06-30",
    officeFigures: [office("dalian.top-up-rate", "2020-07-01", "2022-06-30", "6")],
    facts: { ...wayB, birthDate: "1962-05-20", contributed: months(346) },
    expected: { due: { topUp: "5355.00" } },
  },
  {
    title: "30 June 2022, own base of the previous month 5000: 300.00 × 14 = 4,200.00",
    rule: "DL-05",
    asOf: "2022-06-30",
    officeFigures: [office("dalian.top-up-rate", "2020-07-01", "2022-06-30", "6")],
    facts: { ...wayB, birthDate: "1962-05-20", contributed: months(346), ownBase: "5000.00" },
    expected: { due: { topUp: "4200.00" } },
  },
  {
    title: "before 2020-07 neither base nor rate is known: both are named",
    rule: "DL-05",
    asOf: "2020-06-30",
    facts: { ...wayB, birthDate: "1960-05-20", contributed: months(346) },
    expected: { outcome: "figure-missing", missing: ["dalian.assessed-base 2020-06-30", "dalian.top-up-rate 2020-06-30"] },
  },
  {
    title: "top-up read at 5.8 %: 475.02 × 14 = 6,650.28",
    rule: "DL-05",
    asOf,
    readings: { "dalian.top-up-rate": "flexible-rate" },
    facts: { ...wayA, contributed: months(346) },
    expected: { due: { topUp: "6650.28" }, readings: ["dalian.top-up-rate"] },
  },
  {
    title: "the 5.8 % reading does not reach back before 2023",
    rule: "DL-05",
    asOf: "2022-12-31",
    readings: { "dalian.top-up-rate": "flexible-rate" },
    facts: { ...wayB, birthDate: "1962-05-20", contributed: months(346) },
    expected: { due: { topUp: "6124.44" } },
  },
  {
    title: "rounding per month first: 7291 × 5.8 % = 422.878 → 422.88 × 14 = 5,920.32",
    rule: "DL-05",
    asOf: "2023-06-15",
    readings: { "dalian.top-up-rate": "flexible-rate" },
    facts: { ...wayB, birthDate: "1963-05-20", contributed: months(346) },
    expected: { due: { topUp: "5920.32" } },
  },
  {
    title: "rounding once: 422.878 × 14 = 5,920.292 → 5,920.29",
    rule: "DL-05",
    asOf: "2023-06-15",
    readings: { "dalian.top-up-rate": "flexible-rate", "dalian.rounding": "once" },
    facts: { ...wayB, birthDate: "1963-05-20", contributed: months(346) },
    expected: { due: { topUp: "5920.29" }, parts: [] },
  },
  {
    title: "account credit of 80 yuan from 2023-01; the average pension base is mentioned before",
    rule: "DL-05",
    asOf: "2022-12-31",
    facts: { ...wayB, birthDate: "1962-05-20", contributed: months(360) },
    expected: {
      dates: { retiredFrom: "2023-01" },
      steps: { "dalian.account-credit-retired": 8000 },
      notices: ["averagePensionBase"],
    },
  },
  {
    title: "processed in 2023-01: the average pension base is mentioned no more, the rate of a top-up is a conflict",
    rule: "DL-05",
    asOf: "2023-01-01",
    facts: { ...wayB, birthDate: "1962-05-20", contributed: months(359) },
    expected: {
      due: { topUp: "437.46" },
      conflicts: ["dalian.top-up-rate", "dalian.historic-retirement-years"],
      readings: ["dalian.top-up-rate"],
      withoutNotices: ["averagePensionBase"],
    },
  },

  // --- the person's kind and the nature of the retirement (NX-02)
  {
    title: "a woman between her two statutory months: her kind is asked",
    rule: "NX-02",
    asOf: "2022-08-15",
    facts: {
      sex: "female",
      birthDate: "1970-01-10",
      way: "pension-here",
      pensionMonth: "2022-08",
      capacity: "unit",
      contributed: months(300),
    },
    expected: {
      unanswered: ["kind"],
      // born 1970-01: 50 in 2020-01, before any delay; 55 in 2025-01, the first month with one month of it
      known: { statutoryMonth50: "2020-01", statutoryMonth55: "2025-02", fixedAgeDay: "2025-01-10" },
    },
  },
  {
    title: "as a worker (50) it is regular",
    rule: "NX-02",
    asOf: "2022-08-15",
    facts: {
      sex: "female",
      birthDate: "1970-01-10",
      way: "pension-here",
      pensionMonth: "2022-08",
      kind: "woman-50",
      capacity: "unit",
      contributed: months(300),
    },
    expected: {
      outcome: "granted",
      steps: { retirementKind: 0 },
      known: { statutoryMonth: "2020-01", fixedAgeDay: "2025-01-10" },
      withoutReadings: ["dalian.early-statutory-age"],
    },
  },
  {
    title: "as cadre (55) it is early, and over 45: straight to retiree treatment",
    rule: "DL-06",
    asOf: "2022-08-15",
    facts: {
      sex: "female",
      birthDate: "1970-01-10",
      way: "pension-here",
      pensionMonth: "2022-08",
      kind: "woman-55",
      capacity: "unit",
      contributed: months(300),
    },
    expected: {
      outcome: "granted",
      steps: { retirementKind: 2 },
      known: { statutoryMonth: "2025-02", fixedAgeDay: "2025-01-10" },
      dates: { retiredFrom: "2022-09" },
      readings: ["dalian.early-statutory-age"],
    },
  },
  {
    title: "voluntary early: born 1965-09, statutory 2025-12, retires 2025-09 at 60",
    rule: "NX-02",
    asOf: "2025-09-20",
    facts: { ...wayA, birthDate: "1965-09-10", pensionMonth: "2025-09", contributed: months(360) },
    expected: { outcome: "granted", steps: { retirementKind: 1 } },
  },
  {
    title: "voluntary early does not wait for the statutory month, even where early retirement is read to",
    rule: "NX-02",
    asOf: "2025-09-20",
    readings: { "dalian.early-statutory-age": "statutory" },
    facts: { ...wayA, birthDate: "1965-09-10", pensionMonth: "2025-09", contributed: months(360) },
    expected: { outcome: "granted", dates: { retiredFrom: "2025-10" }, withoutReadings: ["dalian.early-statutory-age"] },
  },
  {
    title: "nor does who has no pension here",
    rule: "DL-05",
    asOf,
    readings: { "dalian.early-statutory-age": "statutory" },
    facts: { ...wayB, contributed: months(360) },
    expected: { outcome: "granted", dates: { retiredFrom: "2025-08" } },
  },
  ...(
    [
      // born 1975-05-20: 50 in 2025-05, statutory 2025-08; 55 in 2030-05, statutory 2031-10
      ["2025-04", "2025-05-15", false],
      ["2025-05", "2025-05-15", true],
      ["2030-04", "2030-05-15", true],
      ["2030-05", "2030-05-15", false],
    ] as const
  ).map(([pensionMonth, date, isAsked]): GoldenCase => ({
    title: `a woman of 1975-05 retired in ${pensionMonth}: her kind ${isAsked ? "decides" : "does not matter"}`,
    rule: "NX-02",
    asOf: date,
    facts: {
      sex: "female",
      birthDate: "1975-05-20",
      way: "pension-here",
      pensionMonth,
      capacity: "unit",
      contributed: months(300),
    },
    expected: {
      unanswered: isAsked ? ["kind"] : [],
      known: { statutoryMonth50: "2025-08", statutoryMonth55: "2031-10", fixedAgeDay: "2030-05-20" },
    },
  })),
  {
    title: "nothing is known of a person whose sex or birth is not",
    rule: "NX-02",
    asOf,
    facts: { sex: "male" },
    expected: { unanswered: ["birthDate", "way", "capacity", "contributed"], known: {} },
  },
  {
    title: "of a man both dates are known at once",
    rule: "NX-02",
    asOf,
    facts: man,
    expected: { unanswered: ["way", "capacity", "contributed"], known: { statutoryMonth: "2025-07", fixedAgeDay: "2025-05-20" } },
  },
  {
    title: "one month before 60: early, not voluntary early",
    rule: "NX-02",
    asOf: "2025-08-20",
    facts: { ...wayA, birthDate: "1965-09-10", pensionMonth: "2025-08", contributed: months(350) },
    expected: { outcome: "granted", steps: { retirementKind: 2 } },
  },

  // --- DL-06
  {
    title: "man of 45: paid up to 50, the rest topped up",
    rule: "DL-06",
    asOf: "2025-06-20",
    // 2025-07…2030-05 = 59 months; unit 8000 × 8 % = 640.00 × 59; person 160.00 × 59
    // 279 + 59 = 338; 22 short × 491.40 = 10,810.80
    facts: early,
    expected: {
      outcome: "granted",
      due: { topUp: "10810.80", buyUpUnit: "37760.00", buyUpPerson: "9440.00" },
      steps: { buyUpMonths: 59, localTotal: 338, cumulative: 338, shortfall: 22 },
      dates: { retiredFrom: "2030-06", inServiceUntil: "2030-05" },
      // 10,810.80 + 37,760.00 + 9,440.00; by the own base 22 × 800.00 = 17,600.00 instead
      information: { topUpOther: "17600.00" },
      headline: "一次缴费到2030年5月并趸缴 22 个月（1 年 10 个月），合计 58,010.80 元，2030年6月起享受退休人员待遇",
      readings: [
        "dalian.early-end-month",
        "dalian.early-months-count",
        "dalian.early-statutory-age",
        "dalian.early-shortfall-base",
      ],
      place: "医保中心退休审核业务窗口",
      onlyNotices: ["youngPension", "unitPays", "moreYearsFirst", "noMorePayments"],
      headlineId: "grantedEarlyTopUp",
      coverage: [
        "contributed 2002-04..2025-05",
        "in-service 2025-06..2025-06",
        "in-service 2025-07..2030-05",
        "retired 2030-06..",
      ],
    },
  },
  {
    title: "read up to the month before 50: 58 months, retired from 2030-05",
    rule: "DL-06",
    asOf: "2025-06-20",
    readings: { "dalian.early-end-month": "month-before" },
    facts: early,
    expected: {
      due: { topUp: "11302.20", buyUpUnit: "37120.00", buyUpPerson: "9280.00" }, // 23 × 491.40; 58 × 640; 58 × 160
      dates: { retiredFrom: "2030-05", inServiceUntil: "2030-04" },
    },
  },
  {
    title: "bought months not counted: 360 − 279 = 81; × 491.40 = 39,803.40",
    rule: "DL-06",
    asOf: "2025-06-20",
    readings: { "dalian.early-months-count": "not-counted" },
    facts: early,
    expected: {
      due: { topUp: "39803.40", buyUpUnit: "37760.00", buyUpPerson: "9440.00" },
      steps: { cumulative: 279, shortfall: 81 },
    },
  },
  {
    title: "read at the statutory age: born 1980-05, 63 years → 2043-05, retired from 2043-06",
    rule: "DL-06",
    asOf: "2025-06-20",
    readings: { "dalian.early-statutory-age": "statutory" },
    facts: early,
    expected: { headlineId: "grantedEarlyTopUp", dates: { retiredFrom: "2043-06", inServiceUntil: "2043-05" } },
  },
  {
    title: "months paid after the retirement month are not bought again",
    rule: "DL-06",
    asOf: "2025-09-20",
    facts: { ...early, contributed: period("2002-04", "2025-08") }, // 281 paid; 2025-07 and 2025-08 fall out of the 59
    expected: {
      notices: ["late"],
      steps: { buyUpMonths: 57, localTotal: 338, shortfall: 22 },
      due: { topUp: "10810.80", buyUpUnit: "36480.00", buyUpPerson: "9120.00" },
    },
  },
  {
    title: "retired in the month of turning 50: nothing to buy, the base is not asked",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: { ...wayA, birthDate: "1975-06-20", pensionMonth: "2025-06", contributed: period("1995-07", "2025-06") }, // 360
    expected: {
      outcome: "granted",
      due: {},
      dates: { retiredFrom: "2025-07", inServiceUntil: null },
      notAsked: ["retirementBase"],
    },
  },
  {
    title: "retired one month before turning 50: one month, and the base is asked",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: { ...wayA, birthDate: "1975-07-20", pensionMonth: "2025-06", contributed: period("1995-07", "2025-06") },
    expected: { unanswered: ["retirementBase"] },
  },
  {
    title: "one month bought: 8190 × 8 % = 655.20 and 163.80; retired from 2025-08",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: {
      ...wayA,
      birthDate: "1975-07-20",
      pensionMonth: "2025-06",
      contributed: period("1995-07", "2025-06"),
      retirementBase: 8190,
    },
    expected: {
      due: { buyUpUnit: "655.20", buyUpPerson: "163.80" },
      steps: { buyUpMonths: 1, shortfall: 0 },
      dates: { retiredFrom: "2025-08" },
    },
  },
  {
    title: "woman one month before 45: one month; her kind makes no difference",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: {
      ...wayA,
      sex: "female",
      birthDate: "1980-07-20",
      pensionMonth: "2025-06",
      contributed: period("2000-07", "2025-06"),
      retirementBase: "5000",
    },
    expected: { due: { buyUpUnit: "400.00", buyUpPerson: "100.00" }, steps: { shortfall: 0 }, notAsked: ["kind"] }, // 300 + 1 ≥ 300
  },
  {
    title: "an odd base: 5432.17 × 8 % = 434.5736 → 434.57; × 2 % = 108.6434 → 108.64",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: {
      ...wayA,
      birthDate: "1975-07-20",
      pensionMonth: "2025-06",
      contributed: period("1995-07", "2025-06"),
      retirementBase: "5432.17",
    },
    expected: { due: { buyUpUnit: "434.57", buyUpPerson: "108.64" } },
  },
  {
    title: "man retired at 52 (special trade) with the years: straight to retiree treatment",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: { ...wayA, birthDate: "1973-01-10", pensionMonth: "2025-06", contributed: months(360) },
    expected: {
      outcome: "granted",
      due: {},
      dates: { retiredFrom: "2025-07", inServiceUntil: null },
      steps: { retirementKind: 2 },
    },
  },
  {
    title: "the same read at the statutory age: born 1973-01 → 2035-02, retired from 2035-03",
    rule: "DL-06",
    asOf: "2025-06-20",
    readings: { "dalian.early-statutory-age": "statutory" },
    facts: { ...wayA, birthDate: "1973-01-10", pensionMonth: "2025-06", contributed: months(360) },
    expected: { outcome: "granted", dates: { retiredFrom: "2035-03", inServiceUntil: "2035-02" } },
  },
  {
    title: "flexible worker under 50: the clause names unit employees only; monthly payment by default",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: { ...early, capacity: "flexible" },
    expected: {
      outcome: "not-yet",
      due: {},
      failed: ["earlyAge"],
      readings: ["dalian.early-flexible"],
      notAsked: ["retirementBase"],
    },
  },
  {
    title: "flexible worker read like a unit employee",
    rule: "DL-06",
    asOf: "2025-06-20",
    readings: { "dalian.early-flexible": "like-unit" },
    facts: { ...early, capacity: "flexible" },
    expected: {
      outcome: "granted",
      due: { topUp: "10810.80", buyUpUnit: "37760.00", buyUpPerson: "9440.00" },
      readings: ["dalian.early-flexible"],
    },
  },

  // --- contradictions
  {
    title: "born after the date of processing",
    rule: "NX-01",
    asOf,
    facts: { ...wayB, birthDate: "2025-07-16", contributed: months(0) },
    expected: { errors: ["birthDate conflict"] },
  },
  {
    title: "paid months before the sixteenth birthday",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("1981-04", "2025-07") }, // 16 in 1981-05
    expected: { errors: ["contributed conflict"] },
  },
  {
    title: "paid months from the month of the sixteenth birthday are possible",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("1981-05", "2025-07") }, // 531
    expected: { steps: { cumulative: 531 } },
  },
  {
    title: "paid months after the month of processing",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: period("2010-01", "2025-08") },
    expected: { errors: ["contributed type"] },
  },
  {
    title: "more months than a working life holds: 1981-05…2025-07 = 531",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(300), transferred: months(232) },
    expected: { errors: ["transferred conflict"] },
  },
  {
    title: "pension before the sixteenth birthday",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, pensionMonth: "1981-04", contributed: months(10), retirementBase: "5000" },
    expected: { errors: ["pensionMonth conflict"] },
  },
  {
    title: "all months up to 50 are paid by then: nothing to buy, nothing due",
    rule: "DL-06",
    asOf: "2030-06-20",
    facts: { ...early, contributed: period("1998-05", "2030-05") }, // 385
    expected: {
      outcome: "granted",
      headlineId: "granted",
      due: {},
      steps: { buyUpMonths: 0, shortfall: 0 },
      dates: { retiredFrom: "2030-07" },
      coverage: ["contributed 1998-05..2030-05", "retired 2030-07.."],
    },
  },
  {
    title: "paid months as a number: every month after the retirement month is bought",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: { ...early, contributed: months(279) },
    expected: {
      steps: { buyUpMonths: 59, cumulative: 338 },
      coverage: ["in-service 2025-06..2025-06", "in-service 2025-07..2030-05", "retired 2030-06.."],
      withoutReadings: ["dalian.early-flexible"],
    },
  },
  {
    title: "read up to the month before 50, which is the retirement month: nothing to buy",
    rule: "DL-06",
    asOf: "2025-06-20",
    readings: { "dalian.early-end-month": "month-before" },
    facts: {
      ...wayA,
      birthDate: "1975-07-20",
      pensionMonth: "2025-06",
      contributed: period("1995-07", "2025-06"), // 360
      retirementBase: 8190,
    },
    expected: {
      headlineId: "granted",
      due: {},
      steps: { buyUpMonths: 0 },
      dates: { retiredFrom: "2025-07", inServiceUntil: null },
      coverage: ["contributed 1995-07..2025-06", "retired 2025-07.."],
    },
  },
  {
    title: "nothing is short and months are bought: only those",
    rule: "DL-06",
    asOf: "2025-06-20",
    facts: { ...early, contributed: months(301) }, // 301 + 59 = 360
    expected: { headlineId: "grantedEarly", due: { buyUpUnit: "37760.00", buyUpPerson: "9440.00" }, steps: { shortfall: 0 } },
  },
  {
    title: "flexible worker in the month of turning 50: granted from the next",
    rule: "DL-06",
    asOf: "2030-05-31",
    facts: { ...early, capacity: "flexible", contributed: months(360) },
    expected: { outcome: "granted", headlineId: "grantedPayOn", failed: [], dates: { retiredFrom: "2030-06" } },
  },
  {
    title: "flexible worker in the month after: retired from this month, as was promised before",
    rule: "DL-06",
    asOf: "2030-06-01",
    facts: { ...early, capacity: "flexible", contributed: months(360) },
    expected: { outcome: "granted", headlineId: "granted", failed: [], dates: { retiredFrom: "2030-06" } },
  },
  {
    title: "flexible worker read like a unit employee: no unit pays",
    rule: "DL-06",
    asOf: "2025-06-20",
    readings: { "dalian.early-flexible": "like-unit" },
    facts: { ...early, capacity: "flexible", contributed: months(301) },
    expected: {
      onlyNotices: ["youngPension", "noMorePayments"],
      readings: ["dalian.early-flexible"],
      steps: { buyUpMonths: 59 },
    },
  },
  {
    title: "pension formalities done next month: come back then",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, pensionMonth: "2025-08", contributed: months(360) },
    expected: { outcome: "not-yet", headlineId: "notYetPension", failed: ["pensionDone"], onlyNotices: ["noMorePayments"] },
  },
  {
    title: "60 tomorrow: not today",
    rule: "DL-05",
    asOf,
    facts: { ...wayB, birthDate: "1965-07-16", contributed: months(360) },
    expected: { outcome: "not-yet", headlineId: "notYetAge", failed: ["age"] },
  },
  {
    title: "treated as retired elsewhere and short: refused, and nobody is asked for a figure",
    rule: "DL-05",
    asOf: "2026-03-02",
    facts: { ...wayB, treatmentElsewhere: true, contributed: months(346) },
    expected: {
      outcome: "refused",
      headlineId: "refusedElsewhere",
      due: {},
      missing: [],
      failed: ["noTreatmentElsewhere"],
    },
  },

  // --- years, told and drawn
  {
    title: "no month transferred in: none is shown",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(360), transferred: months(0) },
    expected: { outcome: "granted", steps: { cumulative: 360, transferred: null } },
  },
  {
    title: "transferred months drawn, local ones as a number: the drawn ones are on the strip",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(240), transferred: period("1990-01", "1999-12") },
    expected: { steps: { cumulative: 360 }, coverage: ["transferred 1990-01..1999-12", "retired 2025-08.."] },
  },
  {
    title: "service without a paid month in it: nothing is taken off",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, enrolledAs: "unit", contributed: period("2002-04", "2025-07"), service: period("1995-04", "2002-03") }, // 280 + 84
    expected: { steps: { cumulative: 364, serviceOverlap: null, overlapMonths: null, deemed: null } },
  },
  {
    title: "service and payments as numbers, ten months told to be both",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, enrolledAs: "unit", contributed: months(280), service: months(90), overlapMonths: 10 },
    expected: { steps: { cumulative: 360, overlapMonths: 10, serviceOverlap: 10, deemed: 80 } },
  },
  {
    title: "service drawn over paid months: the overlap is seen, not told",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, enrolledAs: "unit", contributed: period("2001-04", "2025-07"), service: period("1995-04", "2002-03") }, // 292 + 84 − 12
    expected: { steps: { cumulative: 364, serviceOverlap: 12, overlapMonths: null, deemed: 72 } },
  },
  {
    title: "no service: no overlap is asked for",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(360), service: months(0) },
    expected: {
      unanswered: [],
      errors: [],
      steps: { cumulative: 360, service: null },
      notAsked: ["overlapMonths", "enrolledAs"],
    },
  },
  {
    title: "all of the service was paid for: possible",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, enrolledAs: "unit", contributed: months(360), service: months(100), overlapMonths: 100 },
    expected: { steps: { cumulative: 360, deemed: 0 } },
  },
  {
    title: "one month more than that is not",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, enrolledAs: "unit", contributed: months(360), service: months(100), overlapMonths: 101 },
    expected: { errors: ["overlapMonths conflict"] },
  },
  {
    title: "service and payments may overlap: 300 and 232 fit into a working life of 531 months",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, enrolledAs: "unit", contributed: months(300), service: months(232), overlapMonths: 1 },
    expected: { steps: { cumulative: 531 } },
  },
  {
    title: "service longer than a working life",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, enrolledAs: "unit", contributed: months(300), service: months(532), overlapMonths: 1 },
    expected: { errors: ["service conflict"] },
  },
  {
    title: "as many payments as a working life has months",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, contributed: months(299), transferred: months(232) },
    expected: { steps: { cumulative: 531 } },
  },
  {
    title: "pension in the month of the sixteenth birthday: early, but possible",
    rule: "DL-05",
    asOf,
    facts: { ...wayA, pensionMonth: "1981-05", contributed: months(10), retirementBase: "5000" },
    expected: { steps: { retirementKind: 2 } },
  },
];
