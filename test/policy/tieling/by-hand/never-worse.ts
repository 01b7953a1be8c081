import { spans } from "../../../journeys/by-hand/case.ts";
import { arrearsSum, retirementDay, retirementSum } from "./never-worse-years.ts";
import { pairs, type Pair } from "./pairs.ts";

const person = { sex: "male", birthDate: "1990-05-20", household: true, correction: false };
const unit = { ...person, capacity: "unit", work: "employee", special: "none" };
const flexible = { ...person, capacity: "flexible", work: "freelancer" };
const again = { firstTime: false, fromElsewhere: false };
const first = { firstTime: true, fromResident: false };

const enrolment = pairs("tieling.enrolment", "firstDay", [
  [
    "first time, a day earlier",
    "2025-03-05",
    { ...unit, ...first, paidOn: "2025-03-05" },
    "2025-03-06",
    { ...unit, ...first, paidOn: "2025-03-06" },
  ],
  [
    "back in a unit on the last day of the third month",
    "2025-05-31",
    { ...unit, ...again, lastPaid: "2025-01", paidOn: "2025-05-31" },
    "2025-06-01",
    { ...unit, ...again, lastPaid: "2025-01", paidOn: "2025-06-01" },
  ],
  [
    "one month more paid before the gap",
    "2025-06-10",
    { ...unit, ...again, lastPaid: "2025-02", paidOn: "2025-06-10" },
    "2025-06-10",
    { ...unit, ...again, lastPaid: "2025-01", paidOn: "2025-06-10" },
  ],
  [
    "insured before, against never insured",
    "2025-06-10",
    { ...unit, ...again, lastPaid: "2010-01", paidOn: "2025-06-10" },
    "2025-06-10",
    { ...unit, ...first, paidOn: "2025-06-10" },
  ],
  [
    "flexible, last year in full against not in full",
    "2025-01-10",
    { ...flexible, ...again, lastPaid: "2024-12", lastYear: "in-time", paidOn: "2025-01-10" },
    "2025-01-10",
    { ...flexible, ...again, lastPaid: "2024-11", lastYear: "not-full", paidOn: "2025-01-10" },
  ],
  [
    "flexible, last year in full, January against June",
    "2025-01-10",
    { ...flexible, ...again, lastPaid: "2024-12", lastYear: "in-time", paidOn: "2025-01-10" },
    "2025-06-10",
    { ...flexible, ...again, lastPaid: "2024-12", lastYear: "in-time", paidOn: "2025-06-10" },
  ],
  [
    "flexible, inside the year three months against four",
    "2025-06-30",
    { ...flexible, ...again, lastPaid: "2025-02", lastYear: "in-time", paidOn: "2025-06-30" },
    "2025-07-01",
    { ...flexible, ...again, lastPaid: "2025-02", lastYear: "in-time", paidOn: "2025-07-01" },
  ],
  [
    "flexible, last year in full, and January paid too",
    "2025-06-10",
    { ...flexible, ...again, lastPaid: "2025-01", lastYear: "in-time", paidOn: "2025-06-10" },
    "2025-06-10",
    { ...flexible, ...again, lastPaid: "2024-12", lastYear: "in-time", paidOn: "2025-06-10" },
    "last year in full: the first payment of the year has no wait however late it comes, 二(二)3; one month paid makes it a gap, 二(二)2",
  ],
  [
    "flexible, last year not in full, and January paid too",
    "2025-06-10",
    { ...flexible, ...again, lastPaid: "2025-01", lastYear: "not-full", paidOn: "2025-06-10" },
    "2025-06-10",
    { ...flexible, ...again, lastPaid: "2024-11", lastYear: "not-full", paidOn: "2025-06-10" },
  ],
  [
    "flexible, last year back-paid against not in full",
    "2025-02-10",
    { ...flexible, ...again, lastPaid: "2024-12", lastYear: "back-paid", paidOn: "2025-02-10" },
    "2025-02-10",
    { ...flexible, ...again, lastPaid: "2024-09", lastYear: "not-full", paidOn: "2025-02-10" },
  ],
]);

const backFlexible = { capacity: "flexible", fromElsewhere: false, fundMode: "combined" };
const backUnit = { capacity: "unit", fundMode: "combined" };

const backPayment = pairs("tieling.back-payment", "firstDay", [
  [
    "unit, the third month against the fourth",
    "2025-06-30",
    { ...backUnit, paid: spans("2020-01/2025-02"), paidOn: "2025-06-30" },
    "2025-07-01",
    { ...backUnit, paid: spans("2020-01/2025-02"), paidOn: "2025-07-01" },
  ],
  [
    "unit, one month more paid",
    "2025-07-01",
    { ...backUnit, paid: spans("2020-01/2025-03"), paidOn: "2025-07-01" },
    "2025-07-01",
    { ...backUnit, paid: spans("2020-01/2025-02"), paidOn: "2025-07-01" },
  ],
  [
    "flexible, last year in full, and January paid too",
    "2025-06-10",
    { ...backFlexible, lastYear: "in-time", paid: spans("2024-01/2025-01"), paidOn: "2025-06-10" },
    "2025-06-10",
    { ...backFlexible, lastYear: "in-time", paid: spans("2024-01/2024-12"), paidOn: "2025-06-10" },
    "last year in full: the first payment of the year has no wait however late it comes, 二(二)3; one month paid makes it a gap, 二(二)2",
  ],
  [
    "flexible, last year not in full, and January paid too",
    "2025-06-10",
    { ...backFlexible, lastYear: "not-full", paid: spans("2024-03/2024-12", "2025-01"), paidOn: "2025-06-10" },
    "2025-06-10",
    { ...backFlexible, lastYear: "not-full", paid: spans("2024-03/2024-12"), paidOn: "2025-06-10" },
  ],
  [
    "flexible, inside the year three months against four",
    "2025-06-30",
    { ...backFlexible, lastYear: "in-time", paid: spans("2024-01/2025-02"), paidOn: "2025-06-30" },
    "2025-07-01",
    { ...backFlexible, lastYear: "in-time", paid: spans("2024-01/2025-02"), paidOn: "2025-07-01" },
  ],
]);

const backPaymentSum = pairs("tieling.back-payment", "due", [
  [
    "unit, one month more paid",
    "2025-07-01",
    { ...backUnit, paid: spans("2020-01/2025-04"), paidOn: "2025-07-01" },
    "2025-07-01",
    { ...backUnit, paid: spans("2020-01/2025-03"), paidOn: "2025-07-01" },
  ],
]);

const change = (direction: string, continuousMonths: number, lastPaid: string, paidOn: string) =>
  [paidOn, { direction, assisted: "none", continuousMonths, lastPaid, paidOn }] as const;

const schemeChange = pairs("tieling.scheme-change", "firstDay", [
  [
    "24 months against 23",
    ...change("resident-to-unit", 24, "2024-12", "2025-02-10"),
    ...change("resident-to-unit", 23, "2024-12", "2025-02-10"),
  ],
  [
    "the third month against the fourth",
    ...change("resident-to-unit", 24, "2024-12", "2025-04-30"),
    ...change("resident-to-unit", 24, "2024-12", "2025-05-01"),
  ],
  [
    "24 months long ago against 23 just now",
    ...change("resident-to-unit", 24, "2020-12", "2025-04-30"),
    ...change("resident-to-unit", 23, "2020-12", "2025-04-30"),
  ],
  [
    "to resident, 24 months against 23",
    ...change("unit-to-resident", 24, "2025-03", "2025-05-10"),
    ...change("unit-to-resident", 23, "2025-03", "2025-05-10"),
  ],
  [
    "to resident, the third month against the fourth",
    ...change("unit-to-resident", 24, "2025-01", "2025-05-31"),
    ...change("unit-to-resident", 24, "2025-01", "2025-06-01"),
  ],
  [
    "to resident, the end of August against September",
    ...change("unit-to-resident", 10, "2025-07", "2025-08-31"),
    ...change("unit-to-resident", 10, "2025-07", "2025-09-01"),
  ],
  [
    "to resident, month ends",
    ...change("unit-to-resident", 10, "2024-12", "2025-01-31"),
    ...change("unit-to-resident", 10, "2024-12", "2025-02-01"),
  ],
]);

const resident = { household: true, assisted: "none", insuredYear: "this-year", inAnnouncedPeriod: false };
const insured = (lastYear: number, repairedYears: number) => ({ insuredBefore: true, lastYear, repairedYears });

const residentEnrolment = pairs("tieling.resident-enrolment", "firstDay", [
  [
    "a day earlier at the end of a month",
    "2025-01-31",
    { ...resident, paidOn: "2025-01-31", insuredBefore: true, lastYear: 2024 },
    "2025-02-01",
    { ...resident, paidOn: "2025-02-01", insuredBefore: true, lastYear: 2024 },
  ],
  [
    "in 2024, a day earlier",
    "2024-09-30",
    { ...resident, paidOn: "2024-09-30" },
    "2024-10-01",
    { ...resident, paidOn: "2024-10-01" },
  ],
  [
    "in the announced period against after it",
    "2025-12-31",
    { ...resident, paidOn: "2025-12-31", insuredYear: "next-year", inAnnouncedPeriod: true, insuredBefore: true, lastYear: 2025 },
    "2026-01-01",
    { ...resident, paidOn: "2026-01-01", insuredBefore: true, lastYear: 2025 },
  ],
  [
    "the last day of November for the next year against December",
    "2025-11-30",
    { ...resident, paidOn: "2025-11-30", insuredYear: "next-year", insuredBefore: true, lastYear: 2025 },
    "2025-12-01",
    { ...resident, paidOn: "2025-12-01", insuredYear: "next-year", insuredBefore: true, lastYear: 2025 },
  ],
  [
    "a year fewer missed",
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", ...insured(2022, 0) },
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", ...insured(2021, 0) },
  ],
  [
    "a year more repaired",
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", ...insured(2022, 2) },
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", ...insured(2022, 1) },
  ],
  [
    "three missed and none repaired against four and all repaired",
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", ...insured(2021, 0) },
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", ...insured(2020, 4) },
  ],
  [
    "insured long ago against never insured",
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", ...insured(2020, 0) },
    "2025-03-14",
    { ...resident, paidOn: "2025-03-14", insuredBefore: false },
    "国办发〔2024〕38号: only who was insured has missed years; who never was waits the fixed three months",
  ],
  [
    "recognised a day earlier",
    "2025-05-10",
    { household: true, assisted: "lifted", insuredYear: "this-year", recognizedOn: "2025-05-01", paidOn: "2025-03-10" },
    "2025-05-10",
    { household: true, assisted: "lifted", insuredYear: "this-year", recognizedOn: "2025-05-02", paidOn: "2025-03-10" },
  ],
]);

const newborn = pairs("tieling.newborn", "firstDay", [
  [
    "the 90th day against the 91st",
    "2025-05-30",
    { birthDate: "2025-03-01", realName: true, paidOn: "2025-05-30" },
    "2025-05-31",
    { birthDate: "2025-03-01", realName: true, paidOn: "2025-05-31" },
  ],
  [
    "late, a day earlier",
    "2025-06-14",
    { birthDate: "2025-03-01", realName: true, paidOn: "2025-06-14" },
    "2025-06-15",
    { birthDate: "2025-03-01", realName: true, paidOn: "2025-06-15" },
  ],
]);

export const neverWorse: readonly Pair[] = [
  ...enrolment,
  ...backPayment,
  ...backPaymentSum,
  ...schemeChange,
  ...residentEnrolment,
  ...newborn,
  ...retirementSum,
  ...retirementDay,
  ...arrearsSum,
];
