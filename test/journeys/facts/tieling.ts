/** Tieling's questions about employees and residents, answered from a life (TL-01 … TL-09); refunds, arrears and retirement stand beside. */
import {
  formatDate,
  monthOfDate,
  monthOfYear,
  yearOfDate,
  yearOfMonth,
  type Month,
} from "../../../src-shared/domain/calendar.ts";
import type { FactInput, FactInputs } from "../../../src-shared/domain/facts.ts";
import { count, has, lastUpTo, runUpTo, upTo, type Line } from "../months.ts";
import { employee, employeeHere, firstPaymentOfYear, gapOf, lastInsuredYear, paidYear, pastOf, resident } from "../past.ts";
import type { Choice } from "../question.ts";
import { chance, oneOf, paymentMonth, type Visit } from "../visit.ts";
import { age, cityFacts, last, months, monthText, person, residence, type Matters } from "./common.ts";
import { assisted, inPeriod, insuredYear, yearIsPaid } from "./resident.ts";
import { fundMode, TIELING_MONEY, yearsMet } from "./tieling-money.ts";

const paidOn = ({ paidOn: day }: Visit): FactInputs => ({ paidOn: formatDate(day) });

/** The employee scheme anywhere decides what is first in Tieling (ALL-01). */
function enrolment(visit: Visit, choice: Choice): FactInputs {
  const paid = employee(visit.past);
  const month = paymentMonth(visit);
  const lastPaid = lastUpTo(paid, month);
  const before = last(visit);
  const firstTime = lastPaid === null;
  return {
    ...person(visit),
    ...residence(visit),
    ...paidOn(visit),
    capacity: choice,
    work: choice === "unit" ? "employee" : choice === "flexible" ? "freelancer" : "none",
    unitArrears: false,
    correction: chance(visit, "correction", 2),
    special: choice === "unit" ? special(visit, firstTime) : "none",
    relationMoved: relationMoved(visit),
    firstTime,
    fromResident: before?.scheme === "resident",
    fromElsewhere: lastPaid !== null && !has(employeeHere(visit.past), lastPaid),
    lastPaid: monthText(lastPaid),
    lastYear: paidYear(visit.past, yearOfMonth(month) - 1),
    firstPaidOn: firstPaidOn(visit),
    yearsMet: yearsMet(visit),
  };
}

/** Graduates take their first job; so do some spouses whom the forces provided for. */
const special = (visit: Visit, firstTime: boolean): string => {
  if (!firstTime) return "none";
  if (age(visit) < 26 && chance(visit, "graduate", 50)) return "graduate";
  return chance(visit, "spouse", 8) ? "military-spouse" : "none";
};

/** Whether the relation of such a spouse has been moved. */
const relationMoved = (visit: Visit): boolean => chance(visit, "relationMoved", 80);

/** The change of scheme asks only for those whose relation has been moved. */
function specialInChange(visit: Visit): string {
  const found = special(visit, lastUpTo(employee(visit.past), paymentMonth(visit)) === null);
  return found === "military-spouse" && !relationMoved(visit) ? "none" : found;
}

/**
 * The wait of a flexible worker's year runs from its first payment; there may have been none before this one, or it had no wait, since
 * the relation had come from elsewhere without a break.
 */
const firstPaidOn = ({ life, city, paidOn: day }: Visit): FactInput => {
  const first = firstPaymentOfYear(life, day);
  if (first === null) return null;
  const past = pastOf(life, city, first);
  const before = lastUpTo(employee(past), monthOfDate(first) - 1);
  const moved = before !== null && !has(employeeHere(past), before) && monthOfDate(first) - before <= 4;
  return moved ? null : formatDate(first);
};

/** An employee who resumes, or goes on; whoever was a resident meanwhile changes the scheme. */
function backPayment(visit: Visit, choice: Choice): FactInputs | null {
  const month = paymentMonth(visit);
  const paid = upTo(employee(visit.past), month - 1);
  const lastPaid = lastUpTo(paid, month);
  if (lastPaid === null || last(visit)?.scheme === "resident") return null;
  return {
    ...paidOn(visit),
    capacity: choice,
    fromElsewhere: !has(employeeHere(visit.past), lastPaid),
    lastYear: paidYear(visit.past, yearOfMonth(month) - 1),
    paid: months(paid),
    firstPaidOn: firstPaidOn(visit),
    fundMode: fundMode(visit),
  };
}

/** Continuous in Tieling means: in the same scheme (ALL-01). */
function schemeChange(visit: Visit, choice: Choice): FactInputs | null {
  const before = last(visit);
  if (before === null || !before.here) return null;
  const from = before.scheme === "resident" ? "resident" : before.who === "flexible" ? "flexible" : "unit";
  const direction = `${from}-to-${choice}`;
  if (
    !["resident-to-unit", "resident-to-flexible", "unit-to-resident", "flexible-to-resident", "flexible-to-unit"].includes(
      direction,
    )
  )
    return null;
  const scheme = from === "resident" ? resident(visit.past) : employee(visit.past);
  // a year may be paid beyond the day on which it is left
  const lastPaid = paidTo(scheme, paymentMonth(visit));
  return {
    ...paidOn(visit),
    direction,
    ...payment(visit),
    special: specialInChange(visit),
    continuousMonths: runUpTo(scheme, before.month),
    lastPaid: monthText(lastPaid),
  };
}

/** A child too old for the rule of newborns joins as anybody does who was never insured. */
function olderChild(visit: Visit): FactInputs | null {
  const born = visit.life.child;
  if (born === null || born > visit.paidOn || yearOfDate(visit.paidOn) - yearOfDate(born) < 2) return null;
  return {
    ...residence(visit),
    ...paidOn(visit),
    assisted: "none",
    insuredYear: monthOfYear(paymentMonth(visit)) < 10 ? "this-year" : "next-year",
    inAnnouncedPeriod: monthOfYear(paymentMonth(visit)) >= 10,
    fromEmployee: false,
    insuredBefore: false,
  };
}

/** The month up to which it is paid, months paid ahead included. */
function paidTo(line: Line, month: Month): Month | null {
  let end = lastUpTo(line, month);
  if (end === month) while (has(line, end + 1)) end += 1;
  return end;
}

/** What a payment as a resident is for. */
function payment(visit: Visit): FactInputs {
  const group = assisted(visit);
  return {
    assisted: group,
    recognizedOn: group === "none" ? null : formatDate(visit.paidOn),
    insuredYear: insuredYear(visit),
    inAnnouncedPeriod: inPeriod(visit),
    repairedYears: 0,
  };
}

function residentEnrolment(visit: Visit, choice: Choice): FactInputs | null {
  if (choice === "child") return olderChild(visit);
  if (yearIsPaid(visit)) return null;
  const month = paymentMonth(visit);
  const before = last(visit);
  const paid = employee(visit.past);
  const lastYear = lastInsuredYear(visit.past, month);
  const leaves = before?.scheme === "employee";
  return {
    ...residence(visit),
    ...paidOn(visit),
    ...payment(visit),
    fromEmployee: leaves,
    lastPaid: leaves ? monthText(paidTo(paid, month)) : null,
    continuousMonths: leaves ? runUpTo(paid, before.month) : null,
    insuredBefore: lastYear !== null,
    lastYear,
  };
}

function newborn(visit: Visit): FactInputs | null {
  const { child } = visit.life;
  if (child === null || child > visit.paidOn || yearOfDate(visit.paidOn) - yearOfDate(child) > 2) return null;
  return { birthDate: formatDate(child), realName: chance(visit, "realName", 92), ...paidOn(visit) };
}

/** A year paid as a resident that still runs beside a job; or a place of two cities. */
function duplicate(visit: Visit): FactInputs | null {
  const month = paymentMonth(visit);
  const { past } = visit;
  const here =
    count(employeeHere(past), month - 1, month) > 0 ? "employee" : has(past.months.resident.here, month) ? "resident" : null;
  if (here === null || !chance(visit, "duplicate", 40)) return null;
  return {
    hereScheme: here,
    otherScheme: oneOf(visit, "otherScheme", ["employee", "resident"]),
    otherArea: oneOf(visit, "otherArea", ["same", "elsewhere"]),
    workPlace: oneOf(visit, "workPlace", ["here", "other"]),
    student: oneOf(visit, "student", ["none", "none", "school", "entry-year"]),
    residencePlace: oneOf(visit, "residencePlace", ["here", "other"]),
    latestPayment: oneOf(visit, "latestPayment", ["here", "other"]),
    monitored: chance(visit, "monitored", 20),
    atRecognition: chance(visit, "atRecognition", 50),
    schoolPlace: oneOf(visit, "schoolPlace", ["here", "other"]),
    recognitionPlace: oneOf(visit, "recognitionPlace", ["here", "other"]),
    employeeMonths: runUpTo(employee(past), month - 1),
    partTime: last(visit)?.who === "flexible",
    treatmentPlace: oneOf(visit, "treatmentPlace", ["here", "other"]),
    wishesOther: chance(visit, "wishesOther", 20),
    applied: chance(visit, "applied", 50),
  };
}

const gapAnywhere = (visit: Visit): number | null => gapOf(employee(visit.past), paymentMonth(visit));
/** Since the last month that was paid in the scheme that is left. */
const gapOfScheme = (visit: Visit): number | null =>
  gapOf(last(visit)?.scheme === "resident" ? resident(visit.past) : employee(visit.past), paymentMonth(visit));

const MATTERS: Matters = {
  enrolment: { choices: ["unit", "flexible", "resident"], facts: enrolment, gap: gapAnywhere },
  "back-payment": { choices: ["unit", "flexible"], facts: backPayment, gap: gapAnywhere },
  "scheme-change": { choices: ["unit", "flexible", "resident"], facts: schemeChange, gap: gapOfScheme },
  "resident-enrolment": { choices: ["resident", "child"], facts: residentEnrolment },
  newborn: { choices: ["child"], facts: newborn },
  duplicate: { choices: ["past"], facts: duplicate },
  ...TIELING_MONEY,
};

export const tieling = cityFacts("tieling", MATTERS);
