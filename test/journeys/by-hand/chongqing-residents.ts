import type { ByHand } from "./case.ts";

const resident = { rule: "CQ-16", city: "chongqing", matter: "chongqing.resident-enrolment" } as const;
const someone = { household: true, otherRelation: false, fromEmployee: false, tier: "first" };
const inhabitant = { ...someone, assisted: "none", newborn: false };
const thisYear = { insuredYear: "this-year", inAnnouncedPeriod: false };

export const chongqingResidents: readonly ByHand[] = [
  // In the announced period for 2025: the whole calendar year, 400 yuan. Figures; residents pay for a calendar year.
  {
    ...resident,
    title: "in the announced period, first tier",
    asOf: "2024-10-10",
    history: "j2024",
    facts: { ...inhabitant, paidOn: "2024-10-10", insuredYear: "next-year", inAnnouncedPeriod: true },
    expected: { outcome: "granted", firstDay: "2025-01-01", lastDay: "2025-12-31", due: "400.00" },
  },
  // Its last day, second tier: 775 yuan. Figures.
  {
    ...resident,
    title: "on the last day of the announced period, second tier",
    asOf: "2024-12-31",
    history: "j2024",
    facts: { ...inhabitant, tier: "second", paidOn: "2024-12-31", insuredYear: "next-year", inAnnouncedPeriod: true },
    expected: { outcome: "granted", firstDay: "2025-01-01", lastDay: "2025-12-31", due: "775.00" },
  },
  // The first day after it is in the month of grace: from the first of the next month. Figures, resident grace months.
  {
    ...resident,
    title: "on the first day after the announced period",
    asOf: "2025-01-01",
    history: "j2024",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-01-01", insuredBefore: true, lastYear: 2024 },
    expected: { outcome: "granted", firstDay: "2025-02-01", lastDay: "2025-12-31", due: "400.00" },
  },
  // The last day of grace.
  {
    ...resident,
    title: "on the last day of February",
    asOf: "2025-02-28",
    history: "j2024",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-02-28", insuredBefore: true, lastYear: 2024 },
    expected: { outcome: "granted", firstDay: "2025-03-01", lastDay: "2025-12-31" },
  },
  // After it the national rule: three fixed months, nothing missed. 国办发〔2024〕38号.
  {
    ...resident,
    title: "on the first day of March, nothing missed",
    asOf: "2025-03-01",
    history: "j2024",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-03-01", insuredBefore: true, lastYear: 2024 },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-06-01", lastDay: "2025-12-31" },
  },
  // Never insured: three months, no missed year. 国办发〔2024〕38号.
  {
    ...resident,
    title: "never insured, in April",
    asOf: "2025-04-10",
    history: "0",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-04-10", insuredBefore: false },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-07-10", lastDay: "2025-12-31" },
  },
  // 2023 and 2024 missed: four or five months, two readings are in use. 国办发〔2024〕38号.
  {
    ...resident,
    title: "two years missed",
    asOf: "2025-04-10",
    history: "j2020-2022",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-04-10", insuredBefore: true, lastYear: 2022, repairedYears: 0 },
    expected: { outcome: "granted", wait: { months: [4, 5] }, lastDay: "2025-12-31" },
  },
  // Both repaired: back to the three fixed months. 国办发〔2024〕38号.
  {
    ...resident,
    title: "two years missed and both repaired",
    asOf: "2025-04-10",
    history: "j2020-2022",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-04-10", insuredBefore: true, lastYear: 2022, repairedYears: 2 },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-07-10", lastDay: "2025-12-31" },
  },
  // 2021…2024, four missed and four repaired: fixed and variable together stay at six. 国办发〔2024〕38号.
  {
    ...resident,
    title: "four years missed and all repaired",
    asOf: "2025-04-10",
    history: "j2019-2020",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-04-10", insuredBefore: true, lastYear: 2020, repairedYears: 4 },
    expected: { outcome: "granted", wait: { months: 6 }, firstDay: "2025-10-10", lastDay: "2025-12-31" },
  },
  // 2022…2024, three missed and all repaired: three. 国办发〔2024〕38号.
  {
    ...resident,
    title: "three years missed and all repaired",
    asOf: "2025-04-10",
    history: "j2019-2021",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-04-10", insuredBefore: true, lastYear: 2021, repairedYears: 3 },
    expected: { outcome: "granted", wait: { months: 3 }, firstDay: "2025-07-10" },
  },
  // The last day on which 2025 can be paid: three months to 30 December, two days are left. Figures, resident closing day.
  // (Once granted: the subsidy is self-paid from July on, and its amount is not public.)
  {
    ...resident,
    title: "on 30 September",
    asOf: "2025-09-30",
    history: "j2024",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-09-30", insuredBefore: true, lastYear: 2024 },
    expected: { outcome: "figure-missing", wait: { months: 3 }, firstDay: "2025-12-30", lastDay: "2025-12-31" },
  },
  // The day after: 2025 is closed. Figures, resident closing day.
  {
    ...resident,
    title: "on 1 October",
    asOf: "2025-10-01",
    history: "j2024",
    facts: { ...inhabitant, ...thisYear, paidOn: "2025-10-01", insuredBefore: true, lastYear: 2024 },
    expected: { outcome: ["not-yet", "refused"] },
  },
  // Assisted: no wait. 国办发〔2024〕38号.
  {
    ...resident,
    title: "an assisted person in October",
    asOf: "2025-10-10",
    history: "0",
    facts: {
      ...someone,
      assisted: "subsistence",
      ...thisYear,
      paidOn: "2025-10-10",
      insuredBefore: false,
    },
    expected: { outcome: "granted", firstDay: "2025-10-10", lastDay: "2025-12-31" },
  },
  // From elsewhere with a permit. S4 居民04.
  {
    ...resident,
    title: "a permit instead of a household",
    asOf: "2024-10-10",
    history: "0",
    facts: {
      ...inhabitant,
      household: false,
      permit: true,
      paidOn: "2024-10-10",
      insuredYear: "next-year",
      inAnnouncedPeriod: true,
    },
    expected: { outcome: "granted", firstDay: "2025-01-01" },
  },
  // From elsewhere without one: it can be had. S4 居民04.
  {
    ...resident,
    title: "neither household nor permit",
    asOf: "2024-10-10",
    history: "0",
    facts: {
      ...inhabitant,
      household: false,
      permit: false,
      paidOn: "2024-10-10",
      insuredYear: "next-year",
      inAnnouncedPeriod: true,
    },
    expected: { outcome: "not-yet" },
  },
];
