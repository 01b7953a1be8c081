/** CQ-03 by hand, changes between the schemes and inside the employee scheme. Paid in June 2025: six months are June–November. */
import type { GoldenCase } from "../golden.ts";

const asOf = "2025-06-10";
const SHORT = "chongqing.short-membership";
const UNPAID = "chongqing.change-unpaid";
const GAP = "chongqing.short-gap";
const UNIT_GAP = "chongqing.unit-long-gap";
const change = {
  direction: "resident-to-unit",
  otherRelation: false,
  lastPaid: "2025-02",
  continuousMonths: "24",
  retired: false,
} as const;

export const CHANGE_CASES: readonly GoldenCase[] = [
  {
    title: "resident to unit after 24 months, three months between: arrears or six months",
    rule: "CQ-03",
    asOf,
    facts: change,
    expected: {
      outcome: "granted",
      failed: [],
      steps: { gapMonths: 3 },
      options: {
        payGap: ["treatmentFrom 2025-06", "contributed 2025-02..2025-02", "bought 2025-03..2025-05", "covered 2025-06.."],
        leaveGap: [
          "treatmentWithout 2025-12",
          "contributed 2025-02..2025-02",
          "gap 2025-03..2025-05",
          "waiting 2025-06..2025-11",
          "covered 2025-12..",
        ],
      },
      next: [],
      place: "由单位办理参保登记",
      readings: [UNPAID],
      timeLimit: "随时可以办理；补缴要在中断3个月以内",
      headline: "可以转；补缴中断的 3 个月，不用等待",
    },
  },
  {
    title: "resident to individual without a gap: at once",
    rule: "CQ-03",
    asOf,
    facts: { ...change, direction: "resident-to-flexible", lastPaid: "2025-05" },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2025-06", waitingLast: null },
      options: {},
      next: ["chongqing.enrolment"],
      timeLimit: "随时可以办理",
      place: "户籍地医保经办机构，也可就近到居住地、灵活就业所在地的医保经办机构",
      headline: "可以转，没有等待期，2025年6月起享受待遇",
    },
  },
  {
    title: "resident to unit, four months between: six months, by a reading",
    rule: "CQ-03",
    asOf,
    facts: { ...change, lastPaid: "2025-01" },
    expected: {
      dates: { treatmentFrom: "2025-12" },
      readings: [UNIT_GAP],
      headline: "可以转，等待 6 个月，2025年12月起享受待遇",
      withoutNotices: ["twoYears"],
    },
  },
  {
    title: "resident to individual, four months between: six months",
    rule: "CQ-03",
    asOf,
    facts: { ...change, direction: "resident-to-flexible", lastPaid: "2025-01" },
    expected: { dates: { treatmentFrom: "2025-12" }, next: ["chongqing.enrolment"], withoutReadings: [UNIT_GAP] },
  },
  {
    title: "resident to unit after 23 months: six months, a reading",
    rule: "CQ-03",
    asOf,
    facts: { ...change, continuousMonths: "23" },
    expected: { dates: { treatmentFrom: "2025-12" }, readings: [SHORT], notices: ["twoYears"], options: {} },
  },
  {
    title: "resident to unit after 23 months, read as no wait",
    rule: "CQ-03",
    asOf,
    readings: { [SHORT]: "no-wait" },
    facts: { ...change, continuousMonths: "23" },
    expected: { dates: { treatmentFrom: "2025-06", waitingLast: null }, readings: [SHORT] },
  },
  {
    title: "individual to unit without a gap: it goes on",
    rule: "CQ-03",
    asOf,
    facts: { direction: "flexible-to-unit", otherRelation: false, lastPaid: "2025-05" },
    expected: {
      dates: { treatmentFrom: "2025-06" },
      notAsked: ["continuousMonths", "retired"],
      withoutReadings: [GAP, SHORT],
      place: "由单位办理参保登记",
      next: [],
    },
  },
  {
    title: "individual to unit, three months between: none, the gap is a reading",
    rule: "CQ-03",
    asOf,
    facts: { direction: "flexible-to-unit", otherRelation: false, lastPaid: "2025-02" },
    expected: {
      dates: { treatmentFrom: "2025-06" },
      readings: [GAP],
      coverage: ["contributed 2025-02..2025-02", "gap 2025-03..2025-05", "covered 2025-06.."],
    },
  },
  {
    title: "individual to unit, four months between: six months, by a reading",
    rule: "CQ-03",
    asOf,
    facts: { direction: "flexible-to-unit", otherRelation: false, lastPaid: "2025-01" },
    expected: { dates: { treatmentFrom: "2025-12" }, readings: [UNIT_GAP], withoutReadings: [GAP] },
  },
  {
    title: "individual to unit, four months between, read by the answer about units: from the month after payment",
    rule: "CQ-04",
    asOf,
    readings: { [UNIT_GAP]: "month-after" },
    facts: { direction: "flexible-to-unit", otherRelation: false, lastPaid: "2025-01" },
    expected: {
      dates: { treatmentFrom: "2025-07", waitingLast: null },
      readings: [UNIT_GAP],
      coverage: ["contributed 2025-01..2025-01", "gap 2025-02..2025-05", "waiting 2025-06..2025-06", "covered 2025-07.."],
      headline: "可以转，没有等待期，2025年7月起享受待遇",
    },
  },
  {
    title: "unit to individual, one month between: as in the enrolment",
    rule: "CQ-03",
    asOf,
    facts: { direction: "unit-to-flexible", otherRelation: false, lastPaid: "2025-04", firstTime: true },
    expected: {
      notAsked: ["continuousMonths", "retired"],
      conflicts: ["chongqing.from-unit"],
      coverage: ["contributed 2025-04..2025-04", "bought 2025-05..2025-05", "waiting 2025-06..2025-06", "covered 2025-07.."],
      next: ["chongqing.enrolment"],
    },
  },
  {
    title: "resident to individual after 23 months, never an individual before: six months, no reading",
    rule: "CQ-03",
    asOf,
    readings: { [SHORT]: "no-wait" },
    facts: { ...change, direction: "resident-to-flexible", continuousMonths: "23", firstTime: true },
    expected: { dates: { treatmentFrom: "2025-12" }, withoutReadings: [SHORT] },
  },
  {
    title: "the old relation is still paid: not yet",
    rule: "CQ-03",
    asOf,
    facts: { ...change, otherRelation: true },
    expected: {
      outcome: "not-yet",
      failed: ["noDuplicate"],
      remedies: ["action"],
      dates: { treatmentFrom: null },
      coverage: [],
    },
  },
  {
    title: "paid in the future",
    rule: "CQ-03",
    asOf,
    facts: { ...change, paidOn: "2025-07-01" },
    expected: { errors: ["paidOn conflict"] },
  },
];
