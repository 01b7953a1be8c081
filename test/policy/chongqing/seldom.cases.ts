/** What is told only now and then, by hand (CQ-16, CQ-03): readings that take a year away, periods of a year that nobody published. */
import type { GoldenCase } from "../golden.ts";

const FIRST_YEAR = "chongqing.first-missed-year";
const resident = {
  household: true,
  otherRelation: false,
  assisted: "none",
  newborn: false,
  fromEmployee: false,
  tier: "first",
  insuredYear: "this-year",
  inAnnouncedPeriod: false,
} as const;
/** Insured last in 2019: 2020 to 2025 are missed, six years, of which 2025 alone counts by another reading. */
const longAway = { ...resident, insuredBefore: true, lastYear: "2019", repairedYears: "0" } as const;

export const SELDOM_RESIDENT_CASES: readonly GoldenCase[] = [
  {
    // 10 April + 3 + 6 months is 10 January 2027, + 3 + 5 is 10 December; with 2025 alone 3 + 0: 10 July
    title: "six missed years: the year is lost, but not by the other reading of the first one",
    rule: "CQ-16",
    asOf: "2026-04-10",
    facts: longAway,
    expected: {
      outcome: "granted",
      steps: { missedYears: 6, residentWait: 9, residentWaitOther: 8 },
      dates: {
        treatmentFrom: null,
        otherTreatmentFrom: "2026-12-10",
        earliestTreatmentFrom: "2026-07-10",
        latestTreatmentFrom: null,
      },
      notices: ["yearLost", "onlyOther", "spanLost"],
      withoutNotices: ["twoReadings", "otherLost"],
    },
  },
  {
    title: "… and the other way round: from 10 December, lost by the other reading",
    rule: "CQ-16",
    asOf: "2026-04-10",
    readings: { [FIRST_YEAR]: "free" },
    facts: longAway,
    expected: {
      dates: { treatmentFrom: "2026-12-10", otherTreatmentFrom: null, earliestTreatmentFrom: "2026-07-10" },
      notices: ["otherLost", "spanLost"],
      withoutNotices: ["twoReadings", "onlyOther", "yearLost"],
    },
  },
  {
    title: "February 2026: whether there is a grace as in 2025 nobody published; three months until then",
    rule: "CQ-16",
    asOf: "2026-02-10",
    facts: { ...resident, insuredBefore: false },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: "2026-05-10", waitingLast: "2026-05-09" },
      notices: ["graceUnknown"],
      withoutNotices: ["closingUnknown"],
    },
  },
  {
    title: "March 2026: no month of grace",
    rule: "CQ-16",
    asOf: "2026-03-10",
    facts: { ...resident, insuredBefore: false },
    expected: { dates: { treatmentFrom: "2026-06-10" }, withoutNotices: ["graceUnknown"] },
  },
];

export const SELDOM_CHANGE_CASES: readonly GoldenCase[] = [
  {
    // June to September: four months between; three months from 15 October end with 14 January
    title: "to the residents in October 2026 for that year: lost, and whether it is closed nobody published",
    rule: "CQ-16",
    asOf: "2026-10-15",
    facts: {
      direction: "unit-to-resident",
      otherRelation: false,
      lastPaid: "2026-05",
      continuousMonths: "30",
      retired: false,
      insuredYear: "this-year",
      subsidy: "800",
    },
    expected: {
      outcome: "granted",
      dates: { treatmentFrom: null, waitingLast: "2027-01-14" },
      headlineId: "yearLost",
      notices: ["closingUnknown", "yearLost"],
    },
  },
];
