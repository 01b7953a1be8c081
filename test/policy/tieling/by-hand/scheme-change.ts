import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const none = { assisted: "none" };
const toUnit = { direction: "resident-to-unit" };
const toFlexible = { direction: "resident-to-flexible" };
const unitOut = { direction: "unit-to-resident" };
const flexibleOut = { direction: "flexible-to-resident" };
const within = { direction: "flexible-to-unit" };

const assistedKinds = ["subsistence", "destitute", "lifted", "marginal", "entitled", "disabled"] as const;

export const schemeChange = about(of("scheme-change"), [
  // 三(一): 24 months, January to April = 4: 30 days: 5 May + 30 = 4 June.
  {
    title: "resident of two years to flexible, four months",
    rule: "TL-08",
    asOf: "2025-05-05",
    history: "j2023-2024",
    facts: { ...toFlexible, ...none, continuousMonths: 24, lastPaid: "2024-12", paidOn: "2025-05-05" },
    expected: { outcome: "granted", gapMonths: 4, wait: { days: 30 }, firstDay: "2025-06-04" },
  },
  // One month fewer: 90 days: 5 May + 90 = 3 August.
  {
    title: "resident of 23 months to flexible, four months",
    rule: "TL-08",
    asOf: "2025-05-05",
    history: "j202302-202412",
    facts: { ...toFlexible, ...none, continuousMonths: 23, lastPaid: "2024-12", paidOn: "2025-05-05" },
    expected: { outcome: "granted", gapMonths: 4, wait: { days: 90 }, firstDay: "2025-08-03" },
  },
  // A year of the resident scheme and no gap: 90 days all the same: 2 January + 90 = 2 April.
  {
    title: "resident of one year to flexible without a gap",
    rule: "TL-08",
    asOf: "2025-01-02",
    history: "j2024",
    facts: { ...toFlexible, ...none, continuousMonths: 12, lastPaid: "2024-12", paidOn: "2025-01-02" },
    expected: { outcome: "granted", gapMonths: 0, wait: { days: 90 }, firstDay: "2025-04-02" },
  },
  // Ten years away from two continuous years: 30 days.
  {
    title: "resident of two years to a unit, a year between",
    rule: "TL-08",
    asOf: "2025-01-02",
    history: "j2022-2023",
    facts: { ...toUnit, ...none, continuousMonths: 24, lastPaid: "2023-12", paidOn: "2025-01-02" },
    expected: { outcome: "granted", gapMonths: 12, wait: { days: 30 }, firstDay: "2025-02-01" },
  },
  // A resident has paid for the whole year; work found in June: the last paid month lies ahead, there is no gap.
  {
    title: "resident paid to December takes work in June",
    rule: "TL-08",
    asOf: "2025-06-10",
    history: "j2023-2025",
    facts: { ...toUnit, ...none, continuousMonths: 30, lastPaid: "2025-12", paidOn: "2025-06-10" },
    expected: { outcome: "granted", gapMonths: 0, wait: { days: 0 }, firstDay: "2025-06-10" },
  },
  // The same with less than two years: 10 June + 90 = 8 September.
  {
    title: "resident of half a year paid to December takes work in June",
    rule: "TL-08",
    asOf: "2025-06-10",
    history: "j2025",
    facts: { ...toUnit, ...none, continuousMonths: 6, lastPaid: "2025-12", paidOn: "2025-06-10" },
    expected: { outcome: "granted", gapMonths: 0, wait: { days: 90 }, firstDay: "2025-09-08" },
  },
  // 1 February 2024 + 30 in a leap year = 2 March.
  {
    title: "resident of two years to a unit in a leap February",
    rule: "TL-08",
    asOf: "2024-02-01",
    history: "j202110-202309",
    facts: { ...toUnit, ...none, continuousMonths: 24, lastPaid: "2023-09", paidOn: "2024-02-01" },
    expected: { outcome: "granted", gapMonths: 4, wait: { days: 30 }, firstDay: "2024-03-02" },
  },
  // Within the employee scheme: two years away, 30 days (二(二)2), never 90: 2 June + 30 = 2 July.
  {
    title: "flexible to a unit after two years",
    rule: "TL-04",
    asOf: "2025-06-02",
    history: "l202001-202305",
    facts: { ...within, lastPaid: "2023-05", paidOn: "2025-06-02" },
    expected: { outcome: "granted", gapMonths: 24, wait: { days: 30 }, firstDay: "2025-07-02" },
  },
  {
    title: "flexible to a unit from one month to the next",
    rule: "TL-04",
    asOf: "2025-06-02",
    history: "l202001-202505",
    facts: { ...within, lastPaid: "2025-05", paidOn: "2025-06-02" },
    expected: { outcome: "granted", gapMonths: 0, wait: { days: 0 }, firstDay: "2025-06-02" },
  },
  // Until 2024 less than two years: 90 days by either rule: 2 September 2024 + 90 = 1 December.
  {
    title: "flexible of ten months to resident in 2024",
    rule: "TL-08",
    asOf: "2024-09-02",
    history: "l202310-202407",
    facts: { ...flexibleOut, ...none, continuousMonths: 10, lastPaid: "2024-07", paidOn: "2024-09-02" },
    expected: {
      outcome: "granted",
      gapMonths: 1,
      wait: { days: 90 },
      firstDay: "2024-12-01",
      lastDay: "2024-12-31",
    },
  },
  // Two years, three months: at once, in 2024 as in 2025.
  {
    title: "unit of two years to resident in 2024, three months",
    rule: "TL-08",
    asOf: "2024-09-02",
    history: "d202206-202405",
    facts: { ...unitOut, ...none, continuousMonths: 24, lastPaid: "2024-05", paidOn: "2024-09-02" },
    expected: {
      outcome: "granted",
      gapMonths: 3,
      wait: { days: 0 },
      firstDay: "2024-09-02",
      lastDay: "2024-12-31",
    },
  },
  // Two years, four months, in 2024: 三(一) itself, which nothing replaced before 2025: 2 September + 30 = 2 October (first expected as
  // the 90 days of 二(一)1, but the clause on a change is the nearer one).
  {
    title: "unit of two years to resident in 2024, four months",
    rule: "TL-08",
    asOf: "2024-09-02",
    history: "d202205-202404",
    facts: { ...unitOut, ...none, continuousMonths: 24, lastPaid: "2024-04", paidOn: "2024-09-02" },
    expected: { outcome: "granted", gapMonths: 4, wait: { days: 30 }, firstDay: "2024-10-02", lastDay: "2024-12-31" },
  },
  // 2025, less than two years, without a gap: three months: 1 August → 1 November.
  {
    title: "unit of eleven months to resident without a gap",
    rule: "TL-08",
    asOf: "2025-08-01",
    history: "d202409-202507",
    facts: { ...unitOut, ...none, continuousMonths: 11, lastPaid: "2025-07", paidOn: "2025-08-01" },
    expected: {
      outcome: "granted",
      gapMonths: 0,
      wait: { months: 3 },
      firstDay: "2025-11-01",
      lastDay: "2025-12-31",
    },
  },
  // Three months from 5 October end in the next year: nothing of the year that was paid is left.
  {
    title: "unit of ten months to resident in October",
    rule: "TL-08",
    asOf: "2025-10-05",
    history: "d202412-202509",
    facts: {
      ...unitOut,
      ...none,
      continuousMonths: 10,
      lastPaid: "2025-09",
      paidOn: "2025-10-05",
      insuredYear: "this-year",
      inAnnouncedPeriod: false,
    },
    expected: { firstDay: null, gapMonths: 0, notCovered: ["2025-10-05/2025-12-31"] },
  },
  // 24 months to the day before, no gap, in December: at once, to the end of the year.
  {
    title: "flexible of two years to resident in December",
    rule: "TL-08",
    asOf: "2025-12-31",
    history: "l202312-202511",
    facts: {
      ...flexibleOut,
      ...none,
      continuousMonths: 24,
      lastPaid: "2025-11",
      paidOn: "2025-12-31",
      insuredYear: "this-year",
      inAnnouncedPeriod: false,
    },
    expected: {
      outcome: "granted",
      gapMonths: 0,
      wait: { days: 0 },
      firstDay: "2025-12-31",
      lastDay: "2025-12-31",
    },
  },
  // A unit pays month by month (五), so nothing of it lies beyond the change.
  {
    title: "employee scheme paid beyond the change",
    rule: "TL-08",
    asOf: "2025-06-10",
    history: "d202001-202505",
    facts: { ...unitOut, ...none, continuousMonths: 60, lastPaid: "2025-08", paidOn: "2025-06-10" },
    expected: { errors: ["lastPaid"] },
  },
  // In the announced period for the next year, by somebody who missed none: 1 January, however short the months before (二(一)1).
  {
    title: "unit of ten months to resident in the announced period",
    rule: "TL-08",
    asOf: "2025-12-02",
    history: "d202502-202511",
    facts: {
      ...unitOut,
      ...none,
      continuousMonths: 10,
      lastPaid: "2025-11",
      paidOn: "2025-12-02",
      insuredYear: "next-year",
      inAnnouncedPeriod: true,
    },
    expected: { outcome: "granted", gapMonths: 0, wait: { days: 0 }, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  },
  {
    title: "payment in the future",
    rule: "TL-08",
    asOf: "2025-06-10",
    history: "j2023-2024",
    facts: { ...toUnit, ...none, continuousMonths: 24, lastPaid: "2024-12", paidOn: "2025-06-11" },
    expected: { errors: ["paidOn"] },
  },
  // 三(二): each kind of assisted person, to the employee scheme: no wait, however short and however long ago.
  ...assistedKinds.map((assisted) => ({
    title: `assisted (${assisted}) resident of one month to flexible, eleven months between`,
    rule: "TL-08",
    asOf: "2025-01-20",
    history: "j202401",
    facts: { ...toFlexible, assisted, lastPaid: "2024-01", paidOn: "2025-01-20" },
    expected: { outcome: "granted", gapMonths: 11, wait: { days: 0 }, firstDay: "2025-01-20" } as const,
  })),
  // 三(二): and to the resident scheme, outside the announced period, to the end of the year.
  ...assistedKinds.map((assisted) => ({
    title: `assisted (${assisted}) unit employee of one month to resident, five months between`,
    rule: "TL-08",
    asOf: "2025-08-20",
    history: "d202502",
    facts: { ...unitOut, assisted, lastPaid: "2025-02", paidOn: "2025-08-20" },
    expected: {
      outcome: "granted",
      gapMonths: 5,
      wait: { days: 0 },
      firstDay: "2025-08-20",
      lastDay: "2025-12-31",
    } as const,
  })),
]);
