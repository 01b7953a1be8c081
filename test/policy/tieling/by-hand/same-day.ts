import { spans } from "../../../journeys/by-hand/case.ts";
import type { Facts } from "./pairs.ts";

/** One life put to two matters on one day: the same first day comes out. */
export interface SameDay {
  readonly title: string;
  readonly asOf: string;
  readonly asked: readonly (readonly [matter: string, facts: Facts])[];
  /** A fault of the program: the days must still differ, so that mending it is noticed. */
  readonly differs?: string;
}

const man = { sex: "male", birthDate: "1990-05-20", household: true, correction: false, firstTime: false, fromElsewhere: false };
const unit = { ...man, capacity: "unit", work: "employee", special: "none" };
const flexible = { ...man, capacity: "flexible", work: "freelancer" };
const backFlexible = { capacity: "flexible", fromElsewhere: false, fundMode: "combined" };

const unitBack = (asOf: string, lastPaid: string): SameDay["asked"] => [
  ["tieling.enrolment", { ...unit, lastPaid, paidOn: asOf }],
  ["tieling.back-payment", { capacity: "unit", paid: spans(`2020-01/${lastPaid}`), paidOn: asOf, fundMode: "combined" }],
  ["tieling.scheme-change", { direction: "flexible-to-unit", lastPaid, paidOn: asOf }],
];

const flexibleBack = (asOf: string, lastYear: string, first: string, lastPaid: string): SameDay["asked"] => [
  ["tieling.enrolment", { ...flexible, lastPaid, lastYear, paidOn: asOf }],
  ["tieling.back-payment", { ...backFlexible, lastYear, paid: spans(`${first}/${lastPaid}`), paidOn: asOf }],
];

export const sameDay: readonly SameDay[] = [
  { title: "back in a unit after three months", asOf: "2025-05-31", asked: unitBack("2025-05-31", "2025-01") },
  { title: "back in a unit after four months", asOf: "2025-06-01", asked: unitBack("2025-06-01", "2025-01") },
  { title: "back in a unit after years", asOf: "2025-06-01", asked: unitBack("2025-06-01", "2020-12") },
  {
    title: "flexible, last year in full, first payment in April",
    asOf: "2025-04-10",
    asked: flexibleBack("2025-04-10", "in-time", "2024-01", "2024-12"),
  },
  {
    title: "flexible, last year in full, first payment in July",
    asOf: "2025-07-10",
    asked: flexibleBack("2025-07-10", "in-time", "2024-01", "2024-12"),
  },
  {
    title: "flexible, last year not in full",
    asOf: "2025-01-10",
    asked: flexibleBack("2025-01-10", "not-full", "2024-03", "2024-11"),
  },
  {
    title: "flexible, three months missing inside the year",
    asOf: "2025-07-10",
    asked: flexibleBack("2025-07-10", "in-time", "2024-01", "2025-03"),
  },
  {
    title: "flexible, four months missing inside the year",
    asOf: "2025-07-10",
    asked: flexibleBack("2025-07-10", "in-time", "2024-01", "2025-02"),
  },
  {
    title: "an employee of five years becomes a resident without a gap",
    asOf: "2025-06-10",
    asked: [
      [
        "tieling.scheme-change",
        { direction: "unit-to-resident", assisted: "none", continuousMonths: 60, lastPaid: "2025-05", paidOn: "2025-06-10" },
      ],
      [
        "tieling.resident-enrolment",
        {
          household: true,
          assisted: "none",
          paidOn: "2025-06-10",
          insuredYear: "this-year",
          inAnnouncedPeriod: false,
          fromEmployee: true,
          lastPaid: "2025-05",
          continuousMonths: 60,
          insuredBefore: true,
          lastYear: 2025,
        },
      ],
    ],
  },
  {
    title: "a disabled person becomes a resident",
    asOf: "2025-06-10",
    asked: [
      [
        "tieling.scheme-change",
        { direction: "flexible-to-resident", assisted: "disabled", lastPaid: "2024-05", paidOn: "2025-06-10" },
      ],
      ["tieling.resident-enrolment", { household: true, assisted: "disabled", paidOn: "2025-06-10", insuredYear: "this-year" }],
    ],
  },
];
