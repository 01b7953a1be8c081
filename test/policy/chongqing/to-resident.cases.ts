/**
 * CQ-03 and CQ-16 by hand, changes to the resident scheme: the payment is for a calendar year and ends on 31 December. From 2025 on
 * three months' wait outside the announced period, a month more for each missed year; two years in one scheme (24 months) with a gap
 * of at most three months keeps the cover from the month of payment on. Premium 2025 and 2026: 400 or 775. The period of 2025 was
 * 2024-09-13 to 12-31, grace January and February 2025, closed after 2025-09-30.
 */
import type { GoldenCase } from "../golden.ts";

const july = { asOf: "2025-07-10", rule: "CQ-16" } as const;
const june = { asOf: "2025-06-10", rule: "CQ-16" } as const;
const november = { asOf: "2025-11-20", rule: "CQ-16" } as const;
const unit = {
  direction: "unit-to-resident",
  otherRelation: false,
  lastPaid: "2025-05",
  continuousMonths: "23",
  retired: false,
} as const;
const kept = { ...unit, continuousMonths: "24" } as const;
const UNPAID = "chongqing.change-unpaid";
const START = "chongqing.resident-waiting-start";
const DAY = "chongqing.resident-first-day";
const PART = "chongqing.part-year-insured";
const RULE = "chongqing.national-rule-start";
const LATE = "chongqing.late-period-start";
const THIS_YEAR = "insuredYear 缴费日期的当年";
const NEXT_YEAR = "insuredYear 缴费日期的下一年度";

export const TO_RESIDENT_CASES: readonly GoldenCase[] = [
  {
    title: "23 months, one month between: three months by the national rule, not six",
    ...july,
    facts: unit,
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-10-10", waitingLast: "2025-10-09", treatmentUntil: "2025-12-31" },
      coverage: [
        "contributed 2025-05-01..2025-05-31",
        "gap 2025-06-01..2025-07-09",
        "waiting 2025-07-10..2025-10-09",
        "covered 2025-10-10..2025-12-31",
      ],
      assumed: ["assisted 不是", THIS_YEAR],
      information: { firstTier: "400.00", secondTier: "775.00" },
      due: {},
      missing: [],
      notices: ["payInPeriod", "twoYears", "pressPremium", "forTheYear"],
      readings: [DAY],
      withoutReadings: [RULE, START, PART, UNPAID],
      options: {},
      place: "线上办理，或到户籍地（持居住证的到居住地）街道社保所",
      materials: ["identity-paper"],
      sections: ["residentOnline", "residentCounter"],
      next: ["chongqing.payment-records"],
      headline: "可以转，等待 3 个月，2025年10月10日起享受待遇，到2025年12月31日",
    },
  },
  {
    title: "a retired person after 48 months: three months as well",
    ...july,
    facts: { ...unit, continuousMonths: "48", retired: true },
    expected: { dates: { treatmentFrom: "2025-10-10" }, options: {} },
  },
  {
    title: "four months between after 36 months: three months, and by the calendar of everybody",
    ...june,
    facts: { ...kept, continuousMonths: "36", lastPaid: "2025-01" },
    expected: {
      outcome: "granted",
      conditions: ["noDuplicate", "open"],
      dates: { treatmentFrom: "2025-09-10" },
      options: {},
      withoutNotices: ["twoYears", "selfPaid"],
    },
  },
  {
    title: "24 months, three months between: the gap is made good, from the month of payment to December; or three months' wait",
    ...june,
    facts: { ...kept, lastPaid: "2025-02" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-06", waitingLast: null, treatmentUntil: "2025-12-31" },
      coverage: ["contributed 2025-02..2025-02", "bought 2025-03..2025-05", "covered 2025-06..2025-12"],
      options: {
        payGap: ["treatmentFrom 2025-06", "contributed 2025-02..2025-02", "bought 2025-03..2025-05", "covered 2025-06..2025-12"],
        leaveGap: [
          "treatmentWithout 2025-09-10",
          "contributed 2025-02-01..2025-02-28",
          "gap 2025-03-01..2025-06-09",
          "waiting 2025-06-10..2025-09-09",
          "covered 2025-09-10..2025-12-31",
        ],
      },
      conditions: ["noDuplicate"],
      readings: [UNPAID],
      notices: ["gapAmount", "forTheYear"],
      timeLimit: "随时可以办理；补缴要在中断3个月以内",
      headline: "可以转；补缴中断的 3 个月，不用等待",
    },
  },
  {
    title: "the same without paying, read as no wait: only the gap is lost",
    ...june,
    readings: { [UNPAID]: "no-wait" },
    facts: { ...kept, lastPaid: "2025-02" },
    expected: {
      options: {
        payGap: ["treatmentFrom 2025-06", "contributed 2025-02..2025-02", "bought 2025-03..2025-05", "covered 2025-06..2025-12"],
        leaveGap: [
          "treatmentWithout 2025-06",
          "contributed 2025-02..2025-02",
          "gap 2025-03..2025-05",
          "covered 2025-06..2025-12",
        ],
      },
    },
  },
  {
    title: "24 months, no gap: from the month of payment, nothing to choose",
    ...june,
    facts: kept,
    expected: {
      dates: { treatmentFrom: "2025-06" },
      coverage: ["contributed 2025-05..2025-05", "covered 2025-06..2025-12"],
      options: {},
      withoutReadings: [UNPAID],
      headline: "可以转，没有等待期，2025年6月起享受待遇，到2025年12月31日",
    },
  },
  {
    title: "paid for by the unit in this very month: its cover ends with the month, the wait runs meanwhile",
    ...june,
    facts: { ...unit, lastPaid: "2025-06" },
    expected: {
      dates: { treatmentFrom: "2025-09-10" },
      coverage: ["contributed 2025-06-01..2025-06-30", "waiting 2025-07-01..2025-09-09", "covered 2025-09-10..2025-12-31"],
    },
  },
  {
    title: "in 2023 after 24 months: from the month of payment, as the answers of that year say",
    rule: "CQ-03",
    asOf: "2023-05-10",
    facts: { ...kept, lastPaid: "2023-04" },
    expected: {
      dates: { treatmentFrom: "2023-05" },
      coverage: ["contributed 2023-04..2023-04", "covered 2023-05..2023-12"],
      information: { firstTier: "350.00", secondTier: "725.00" },
    },
  },
  {
    title: "in 2023 after 24 months, a gap not paid: no source says how long",
    rule: "CQ-03",
    asOf: "2023-05-10",
    facts: { ...kept, lastPaid: "2023-03" },
    expected: {
      options: {
        payGap: ["treatmentFrom 2023-05", "contributed 2023-03..2023-03", "bought 2023-04..2023-04", "covered 2023-05..2023-12"],
        leaveGap: [],
      },
    },
  },
  {
    title: "in 2023 after 23 months: no source says how long",
    rule: "CQ-03",
    asOf: "2023-05-10",
    facts: { ...unit, lastPaid: "2023-04" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: null },
      coverage: [],
      headline: "可以转；2024年底以前缴费的等待期，当时的规定没有取得",
    },
  },
  {
    title: "in May 2024, four months between (January–April): at most six months, May to October",
    rule: "CQ-03",
    asOf: "2024-05-10",
    facts: { ...kept, direction: "flexible-to-resident", lastPaid: "2023-12" },
    expected: {
      dates: { treatmentFrom: "2024-11", waitingLast: "2024-10" },
      coverage: ["contributed 2023-12..2023-12", "gap 2024-01..2024-04", "waiting 2024-05..2024-10", "covered 2024-11..2024-12"],
      headline: "可以转，等待期按当时本市居民医保的规定，最多到2024年10月",
    },
  },
  {
    // paid in June: June to November, so December is left of the year
    title: "in June 2024, five months between: December is left of the year",
    rule: "CQ-03",
    asOf: "2024-06-30",
    facts: { ...kept, direction: "flexible-to-resident", lastPaid: "2023-12" },
    expected: {
      dates: { treatmentFrom: "2024-12", waitingLast: "2024-11", treatmentUntil: "2024-12-31" },
      coverage: ["contributed 2023-12..2023-12", "gap 2024-01..2024-05", "waiting 2024-06..2024-11", "covered 2024-12..2024-12"],
      withoutNotices: ["yearLost"],
    },
  },
  {
    // paid in July: July to December, and the next day belongs to another year
    title: "in July 2024, six months between: who waits the most has nothing of the year",
    rule: "CQ-03",
    asOf: "2024-07-01",
    facts: { ...kept, direction: "flexible-to-resident", lastPaid: "2023-12" },
    expected: {
      dates: { treatmentFrom: null, waitingLast: "2024-12", treatmentUntil: null },
      coverage: ["contributed 2023-12..2023-12", "gap 2024-01..2024-06", "waiting 2024-07..2024-12"],
      notices: ["yearLost"],
      headline: "可以转，等待期最多到2024年12月，等满的 2024 年没有待遇",
    },
  },
  {
    title: "paid in September 2024 after five months between: beyond the year by two months",
    rule: "CQ-03",
    asOf: "2024-09-27",
    facts: { ...kept, direction: "flexible-to-resident", continuousMonths: "1", lastPaid: "2024-03", paidOn: "2024-09-09" },
    expected: {
      dates: { treatmentFrom: null, waitingLast: "2025-02", treatmentUntil: null },
      notices: ["yearLost"],
      headline: "可以转，等待期最多到2025年2月，等满的 2024 年没有待遇",
    },
  },
  {
    title: "November: the coming year is paid for, from 1 January to 31 December",
    ...november,
    facts: { ...kept, lastPaid: "2025-10" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2026-01-01", waitingLast: null, treatmentUntil: "2026-12-31" },
      coverage: ["contributed 2025-10-01..2025-10-31", "gap 2025-11-01..2025-12-31", "covered 2026-01-01..2026-12-31"],
      assumed: ["assisted 不是", NEXT_YEAR, "inAnnouncedPeriod 是"],
      options: {},
      notices: ["thisYearToo"],
      withoutNotices: ["unverified"],
      headline: "可以转，没有等待期，2026年1月1日起享受待遇，到2026年12月31日",
    },
  },
  {
    title: "November for this year: from the month of payment, closed or not, for it is a change within three months",
    ...november,
    facts: { ...kept, lastPaid: "2025-10", insuredYear: "this-year", tier: "first" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-11", treatmentUntil: "2025-12-31" },
      coverage: ["contributed 2025-10..2025-10", "covered 2025-11..2025-12"],
      due: { yearPremium: "400.00" },
      assumed: ["assisted 不是"],
      missing: [],
    },
  },
  {
    title: "November, 23 months, for the coming year: the period makes the wait none",
    ...november,
    facts: { ...unit, lastPaid: "2025-10" },
    expected: { dates: { treatmentFrom: "2026-01-01" }, withoutReadings: [START, DAY], withoutNotices: ["thisYearToo"] },
  },
  {
    title: "November, 23 months, for the coming year but outside its period: three months from the payment",
    ...november,
    facts: { ...unit, lastPaid: "2025-10", inAnnouncedPeriod: false },
    expected: { dates: { treatmentFrom: "2026-02-20" }, readings: [START, DAY] },
  },
  {
    title: "November, 23 months, for this year: the wait outlives the year",
    ...november,
    facts: { ...unit, lastPaid: "2025-10", insuredYear: "this-year" },
    expected: {
      outcome: "granted",
      // a first day beyond the year that is paid for is none
      dates: { treatmentFrom: null, waitingLast: "2026-02-19", treatmentUntil: null },
      notices: ["yearLost"],
      headline: "可以转，但等待期满已过所缴年度，2025 年没有待遇",
    },
  },
  {
    // paid: nothing waits; not paid: three months from 20 November end after the year
    title: "November for this year, two months between: who leaves them unpaid has nothing of the year",
    ...november,
    facts: { ...kept, lastPaid: "2025-08", insuredYear: "this-year" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-11", treatmentUntil: "2025-12-31" },
      options: {
        payGap: ["treatmentFrom 2025-11", "contributed 2025-08..2025-08", "bought 2025-09..2025-10", "covered 2025-11..2025-12"],
        leaveGap: ["contributed 2025-08-01..2025-08-31", "gap 2025-09-01..2025-11-19", "waiting 2025-11-20..2026-02-19"],
      },
    },
  },
  {
    // 30 September, 2024 missed: 3 + 1 = 4 months to January, or 3 to 29 December by the other reading of the first missed year
    title: "the last open day for 2025, a year missed: lost by one reading, two days left by the other",
    rule: "CQ-16",
    asOf: "2025-09-30",
    facts: { ...unit, lastPaid: "2023-12", subsidy: "700" },
    expected: {
      outcome: "granted",
      steps: { residentWait: 4, residentWaitOther: 3 },
      dates: {
        treatmentFrom: null,
        waitingLast: "2026-01-29",
        otherTreatmentFrom: "2025-12-30",
        earliestTreatmentFrom: "2025-12-30",
        latestTreatmentFrom: null,
      },
      coverage: ["contributed 2023-12-01..2023-12-31", "gap 2024-01-01..2025-09-29", "waiting 2025-09-30..2026-01-29"],
      notices: ["yearLost", "onlyOther", "spanLost"],
      withoutNotices: ["twoReadings", "span"],
    },
  },
  {
    title: "the same read so: two days left, and the other reading's loss is told",
    rule: "CQ-16",
    asOf: "2025-09-30",
    readings: { "chongqing.first-missed-year": "free" },
    facts: { ...unit, lastPaid: "2023-12", subsidy: "700" },
    expected: {
      dates: { treatmentFrom: "2025-12-30", otherTreatmentFrom: null, latestTreatmentFrom: null },
      notices: ["otherLost", "spanLost"],
      withoutNotices: ["yearLost", "twoReadings", "span", "onlyOther"],
    },
  },
  {
    title: "November for this year after four months: closed since 30 September; the coming year can be paid for",
    ...november,
    facts: { ...kept, lastPaid: "2025-06", insuredYear: "this-year" },
    expected: {
      outcome: "not-yet",
      failed: ["open"],
      remedies: ["action"],
      dates: { treatmentFrom: null },
      coverage: [],
      due: {},
      notices: ["unverified"],
      next: ["chongqing.resident-refund"],
      headline: "2025 年度已截止，可以在集中参保期缴下一年度",
    },
  },
  {
    title: "August after four months: the subsidy is the person's own, and nobody has it",
    rule: "CQ-16",
    asOf: "2025-08-20",
    facts: { ...kept, lastPaid: "2025-03", tier: "first" },
    expected: {
      outcome: "figure-missing",
      missing: ["chongqing.resident-subsidy 2025-01-01"],
      due: { yearPremium: "400.00" },
      dates: { treatmentFrom: "2025-11-20" },
      notices: ["selfPaid"],
      headline: "可以转；7月1日起由本人缴的财政补助没有取得标准，金额由税务部门核定",
    },
  },
  {
    title: "the same with the sum that the tax office says",
    rule: "CQ-16",
    asOf: "2025-08-20",
    facts: { ...kept, lastPaid: "2025-03", tier: "second", subsidy: "700" },
    expected: { outcome: "granted", due: { yearPremium: "775.00", subsidy: "700.00" }, missing: [] },
  },
  {
    title: "August within three months: no subsidy of one's own",
    rule: "CQ-16",
    asOf: "2025-08-20",
    facts: { ...unit, lastPaid: "2025-04", tier: "first" },
    expected: { outcome: "granted", due: { yearPremium: "400.00" }, notAsked: ["subsidy"] },
  },
  {
    title: "31 December 2024, for 2025 in its period: from 1 January, no reading about the rule",
    rule: "CQ-16",
    asOf: "2024-12-31",
    facts: { ...kept, lastPaid: "2024-07" },
    expected: {
      dates: { treatmentFrom: "2025-01-01", treatmentUntil: "2025-12-31" },
      assumed: ["assisted 不是", "repairedYears 0", NEXT_YEAR, "inAnnouncedPeriod 是"],
      notices: ["unverified"],
      withoutReadings: [RULE],
    },
  },
  {
    // missed years lengthen a wait only by the rule of 2025; the enrolment of residents says the same
    title: "October 2022, nine months between and 2022 missed: the period's payment of that time waits for nothing",
    rule: "CQ-16",
    asOf: "2022-10-05",
    facts: { ...unit, direction: "flexible-to-resident", lastPaid: "2021-12", continuousMonths: "1" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2023-01-01", treatmentUntil: "2023-12-31", waitingLast: null },
      coverage: ["contributed 2021-12-01..2021-12-31", "gap 2022-01-01..2022-12-31", "covered 2023-01-01..2023-12-31"],
      headline: "可以转，没有等待期，2023年1月1日起享受待遇，到2023年12月31日",
    },
  },
  {
    title: "the same, told to lie outside the period: at most six months, October to March",
    rule: "CQ-03",
    asOf: "2022-10-05",
    facts: {
      ...unit,
      direction: "flexible-to-resident",
      lastPaid: "2021-12",
      continuousMonths: "1",
      insuredYear: "next-year",
      inAnnouncedPeriod: false,
    },
    expected: { dates: { treatmentFrom: "2023-04", waitingLast: "2023-03", treatmentUntil: "2023-12-31" } },
  },
  {
    title: "November 2024 for 2025 with 2024 missed, by the day of payment: the period's payment waits for nothing",
    rule: "CQ-16",
    asOf: "2024-11-20",
    readings: { [RULE]: "payment" },
    facts: { ...unit, lastPaid: "2023-12" },
    expected: { dates: { treatmentFrom: "2025-01-01" }, readings: [RULE] },
  },
  {
    // one year missed: 3 + 1 months from 20 November, by default
    title: "the same by the year that is paid for: the rule of 2025 and its months",
    rule: "CQ-16",
    asOf: "2024-11-20",
    facts: { ...unit, lastPaid: "2023-12" },
    expected: { steps: { missedYears: 1 }, readings: [RULE] },
  },
  {
    title: "12 September 2024, a day before the period: this year, and its rule is not known",
    rule: "CQ-16",
    asOf: "2024-09-12",
    facts: { ...unit, lastPaid: "2024-08" },
    expected: { assumed: ["assisted 不是", THIS_YEAR], dates: { treatmentFrom: null } },
  },
  {
    title: "13 September 2024, the period's first day: the coming year",
    rule: "CQ-16",
    asOf: "2024-09-13",
    facts: { ...unit, lastPaid: "2024-08" },
    expected: { dates: { treatmentFrom: "2025-01-01" } },
  },
  {
    title: "1 January 2025: grace, from the first of the next month",
    rule: "CQ-16",
    asOf: "2025-01-01",
    facts: { ...kept, lastPaid: "2024-08" },
    expected: {
      dates: { treatmentFrom: "2025-02-01", waitingLast: null },
      coverage: ["contributed 2024-08-01..2024-08-31", "gap 2024-09-01..2025-01-31", "covered 2025-02-01..2025-12-31"],
      notices: ["unverified"],
    },
  },
  {
    title: "28 February 2025: from 1 March",
    rule: "CQ-16",
    asOf: "2025-02-28",
    facts: { ...unit, lastPaid: "2025-01" },
    expected: { dates: { treatmentFrom: "2025-03-01" } },
  },
  {
    title: "1 March 2025: three months",
    rule: "CQ-16",
    asOf: "2025-03-01",
    facts: { ...unit, lastPaid: "2025-01" },
    expected: { dates: { treatmentFrom: "2025-06-01" }, withoutNotices: ["unverified"] },
  },
  {
    title: "January 2026: whether that year has a grace is not known",
    rule: "CQ-16",
    asOf: "2026-01-15",
    facts: { ...unit, lastPaid: "2025-12" },
    expected: { dates: { treatmentFrom: "2026-04-15" }, notices: ["graceUnknown"] },
  },
  {
    title: "January 2026 in a period that runs into the year: from 1 January",
    rule: "CQ-16",
    asOf: "2026-01-15",
    facts: { ...unit, lastPaid: "2025-12", inAnnouncedPeriod: true },
    expected: { dates: { treatmentFrom: "2026-01-01" }, readings: [LATE], notices: ["latePeriod"] },
  },
  {
    title: "the same read as from the payment",
    rule: "CQ-16",
    asOf: "2026-01-15",
    readings: { [LATE]: "payment" },
    facts: { ...unit, lastPaid: "2025-12", inAnnouncedPeriod: true },
    expected: { dates: { treatmentFrom: "2026-01-15" } },
  },
  {
    // 2023, 2024 and 2025 missed: 3 + 3 months from 20 November 2025
    title: "last insured in June 2022: six months",
    ...november,
    facts: { ...kept, lastPaid: "2022-06" },
    expected: {
      steps: { missedYears: 3, residentWait: 6, residentWaitOther: 5 },
      dates: { treatmentFrom: "2026-05-20", otherTreatmentFrom: "2026-04-20" },
      readings: [PART, START, DAY],
      notices: ["canRepair", "twoReadings", "span"],
      assumed: ["assisted 不是", "repairedYears 0", NEXT_YEAR, "inAnnouncedPeriod 是"],
    },
  },
  {
    // 2022 missed, too: four years, 3 + 4 = 7
    title: "the same where half a year is not read as a year",
    ...november,
    readings: { [PART]: "missed" },
    facts: { ...kept, lastPaid: "2022-06" },
    expected: { steps: { missedYears: 4, residentWait: 7 }, dates: { treatmentFrom: "2026-06-20" } },
  },
  {
    title: "one year repaired: five months, and a premium more",
    ...november,
    facts: { ...kept, lastPaid: "2022-06", repairedYears: "1", tier: "first" },
    expected: { dates: { treatmentFrom: "2026-04-20" }, due: { yearPremium: "400.00", repairPremium: "400.00" } },
  },
  {
    title: "more repaired than missed",
    ...november,
    facts: { ...kept, lastPaid: "2022-06", repairedYears: "4" },
    expected: { errors: ["repairedYears conflict"] },
  },
  {
    title: "assisted: no wait, from the payment, the premium is said and not due",
    ...july,
    facts: { ...unit, continuousMonths: "10", assisted: "subsistence", tier: "first" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-07-10" },
      due: {},
      information: { yearPremium: "400.00" },
      notices: ["assistedPremium"],
      materials: ["identity-paper", "assistance-proof"],
    },
  },
  {
    title: "the old relation is still paid",
    ...july,
    facts: { ...unit, otherRelation: true },
    expected: { outcome: "not-yet", failed: ["noDuplicate"], remedies: ["action"], coverage: [], due: {} },
  },
  {
    title: "paid for 2027: the figure is missing, the year is named",
    rule: "CQ-16",
    asOf: "2026-11-15",
    facts: { ...unit, lastPaid: "2026-10", tier: "first" },
    expected: {
      outcome: "figure-missing",
      missing: ["chongqing.resident-first-tier 2027-01-01"],
      dates: { treatmentFrom: "2027-01-01" },
      headline: "可以转，缺少 2027 年度的缴费标准",
    },
  },
];
