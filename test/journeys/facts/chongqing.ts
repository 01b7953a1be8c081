/** Chongqing's questions, answered from a life (CQ-01 … CQ-14). */
import {
  firstDayOf,
  formatDate,
  formatMonth,
  lastDayOf,
  monthOfDate,
  yearOfDate,
  type Month,
} from "../../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { count, emptyLine, firstOf, has, inBoth, lastUpTo, paint, periods, runUpTo, since, upTo, type Line } from "../months.ts";
import { employee, employeeHere, gapOf, insured, lastInsuredYear, resident, spansBy } from "../past.ts";
import { isEmployee } from "../life.ts";
import type { Choice } from "../question.ts";
import { chance, oneOf, paymentMonth, type Visit } from "../visit.ts";
import { capacity, cityFacts, isRetired, last, monthText, pension, person, residence, years, type Matters } from "./common.ts";
import { assisted, inPeriod, insuredYear, yearIsPaid } from "./resident.ts";

const paidOn = ({ paidOn: day }: Visit): FactInputs => ({ paidOn: formatDate(day) });
const tier = (visit: Visit): string => oneOf(visit, "tier", ["first", "second"]);

/** The last month of either scheme, whose months together are what is continuous in Chongqing (ALL-01). */
function before(visit: Visit): {
  readonly lastPaid: Month | null;
  readonly continuousMonths: number;
  readonly fromResident: boolean;
} {
  const { past } = visit;
  const month = paymentMonth(visit);
  const latest = last(visit);
  const fromResident = latest?.scheme === "resident";
  const lastPaid = latest === null ? null : lastUpTo(fromResident ? resident(past) : employee(past), month);
  return { lastPaid, fromResident, continuousMonths: lastPaid === null ? 0 : runUpTo(insured(past), lastPaid) };
}

/** First means: as an individual in Chongqing (ALL-01). */
function enrolment(visit: Visit): FactInputs {
  const { past } = visit;
  const { lastPaid, continuousMonths, fromResident } = before(visit);
  const firstTime = lastUpTo(past.months.flexible.here, paymentMonth(visit)) === null;
  return {
    ...person(visit),
    ...residence(visit),
    ...paidOn(visit),
    otherRelation: chance(visit, "otherRelation", 4),
    chongqingPension: drawsPension(visit),
    forMissingYears: false,
    firstTime,
    fromResident,
    fromUnit: ["unit", "fund"].includes(last(visit)?.who ?? ""),
    lastPaid: monthText(lastPaid),
    continuousMonths,
    retired: isRetired(visit),
    tier: tier(visit),
  };
}

const drawsPension = ({ life, day }: Visit): boolean =>
  life.pension !== null && life.pension.place === "chongqing" && life.pension.month < monthOfDate(day);

/** What a payment as a resident is for. */
const payment = (visit: Visit): FactInputs => ({
  assisted: assisted(visit),
  tier: tier(visit),
  insuredYear: insuredYear(visit),
  inAnnouncedPeriod: inPeriod(visit),
  subsidy: null,
  repairedYears: 0,
});

function schemeChange(visit: Visit, choice: Choice): FactInputs | null {
  const latest = last(visit);
  if (latest === null || !latest.here) return null;
  const from = latest.scheme === "resident" ? "resident" : latest.who === "flexible" ? "flexible" : "unit";
  const direction = `${from}-to-${choice}`;
  if (from === choice) return null;
  const { lastPaid, continuousMonths } = before(visit);
  return {
    ...paidOn(visit),
    ...payment(visit),
    direction,
    firstTime: lastUpTo(visit.past.months.flexible.here, paymentMonth(visit)) === null,
    otherRelation: chance(visit, "otherRelation", 4),
    lastPaid: monthText(lastPaid),
    continuousMonths,
    retired: isRetired(visit),
  };
}

function residentEnrolment(visit: Visit): FactInputs | null {
  if (yearIsPaid(visit)) return null;
  const month = paymentMonth(visit);
  const latest = last(visit);
  const lastYear = lastInsuredYear(visit.past, month);
  const leaves = latest?.scheme === "employee" && month - latest.month - 1 <= 3;
  const { lastPaid, continuousMonths } = before(visit);
  return {
    birthDate: person(visit).birthDate!,
    ...residence(visit),
    ...paidOn(visit),
    ...payment(visit),
    otherRelation: chance(visit, "otherRelation", 4),
    newborn: false,
    fromEmployee: leaves,
    lastPaid: leaves ? monthText(lastPaid) : null,
    continuousMonths: leaves ? continuousMonths : null,
    retired: isRetired(visit),
    insuredBefore: lastYear !== null,
    lastYear,
  };
}

/** A child pays in the year of birth or later; it was never insured before. */
function newborn(visit: Visit): FactInputs | null {
  const { child } = visit.life;
  if (child === null || child > visit.paidOn || yearOfDate(visit.paidOn) - yearOfDate(child) > 1) return null;
  return {
    birthDate: formatDate(child),
    household: true,
    ...paidOn(visit),
    otherRelation: false,
    assisted: "none",
    newborn: true,
    fromEmployee: false,
    tier: tier(visit),
    insuredYear: "this-year",
    inAnnouncedPeriod: false,
    subsidy: null,
    insuredBefore: false,
    lastYear: null,
    repairedYears: 0,
  };
}

/** Employee months here that were paid in their own time, or ahead. */
function asItCame({ life, city, paidOn: day }: Visit): Line {
  const paid = emptyLine();
  for (const { who, place, from, to, owed, paidOn: at } of spansBy(life, day))
    if (isEmployee(who) && place === city && !owed && (at === null || monthOfDate(at) <= to)) paint(paid, from, to);
  return paid;
}

/** The last months that the unit owes or owed: still open, or paid off some time after payment was resumed. */
function unitArrears(visit: Visit): FactInputs | null {
  const { life, city, day, past } = visit;
  const now = monthOfDate(day);
  const paid = asItCame(visit);
  const open = lastUpTo(past.owed, now - 1);
  if (open !== null && open >= now - 14) {
    const first = open - runUpTo(past.owed, open) + 1;
    // whoever is paid for by somebody else meanwhile has no interruption
    if (count(paid, first, open) > 0) return null;
    const resumed = firstOf(since(paid, open + 1));
    // the interruption that is asked about is the last one
    if (resumed !== null && runUpTo(paid, now - 1) < now - resumed) return null;
    const months = lastUpTo(paid, first - 1);
    return months === null ? null : { lastPaid: formatMonth(months), resumedMonth: monthText(resumed), arrearsPaid: false };
  }
  const paidOff = life.spans.findLast(
    (span) =>
      span.who === "unit" &&
      span.place === city &&
      span.paidOn !== null &&
      span.paidOn > lastDayOf(span.to) &&
      span.paidOn <= day,
  );
  if (paidOff === undefined || paidOff.to < now - 14) return null;
  // again: the last one, and one at all
  if (runUpTo(paid, now - 1) < now - 1 - paidOff.to || count(paid, paidOff.from, paidOff.to) > 0) return null;
  if (!has(paid, paidOff.from - 1)) return null;
  return {
    lastPaid: formatMonth(paidOff.from - 1),
    resumedMonth: formatMonth(paidOff.to + 1),
    arrearsPaid: true,
    paidOffMonth: formatMonth(monthOfDate(paidOff.paidOn!)),
  };
}

/** A year paid in advance as an individual, and a unit that paid for months of it. */
function overlapRefund(visit: Visit): FactInputs | null {
  const { unit, flexible } = visit.past.months;
  const now = monthOfDate(visit.day);
  const both = upTo(inBoth(unit.here, flexible.here), now);
  if (count(both) === 0) return null;
  return {
    reason: "overlap",
    tier: tier(visit),
    individualPaid: { periods: periods(upTo(flexible.here, now)) },
    unitPaid: { periods: periods(upTo(unit.here, now)) },
    usedTreatment: chance(visit, "used", 10),
    accountCredited: oneOf(visit, "accountCredited", ["0", "88.40", "99999"]),
  };
}

function retirement(visit: Visit, _choice: Choice, shortfallWay: string): FactInputs | null {
  const settled = pension(visit);
  if (settled === null || last(visit) === null) return null;
  if (shortfallWay === "resident" && capacity(visit) === "flexible") return null;
  const { military: _served, ...counted } = years(visit);
  return {
    ...person(visit),
    ...counted,
    way: settled.way,
    pensionMonth: monthText(settled.month),
    kind: visit.life.kind,
    capacity: capacity(visit),
    tier: tier(visit),
    deemedMonths: 0,
    chengduMonths: { months: 0 },
    shortfallWay: shortfallWay === "" ? null : shortfallWay,
  };
}

function residentRefund(visit: Visit): FactInputs | null {
  const span = visit.life.spans.findLast(
    ({ who, place, paidOn: paid }) => who === "resident" && place === visit.city && paid !== null && paid < visit.day,
  );
  if (span === undefined || !chance(visit, "residentRefund", 40)) return null;
  return {
    treatmentFrom: formatDate(firstDayOf(span.from)),
    reason: oneOf(visit, "refundReason", ["duplicate", "employee", "elsewhere", "died", "other"]),
  };
}

const transferIn = (visit: Visit): FactInputs => ({
  endedThere: chance(visit, "endedThere", 80),
  enrolledHere: count(employeeHere(visit.past)) > 0,
  validationError: chance(visit, "validation", 10),
});

const transferOut = (visit: Visit): FactInputs => ({
  status: chance(visit, "suspended", 70) ? "suspended" : "active",
  enrolledThere: chance(visit, "enrolledThere", 70),
});

const gapOfScheme = (visit: Visit): number | null =>
  gapOf(before(visit).fromResident ? resident(visit.past) : employee(visit.past), paymentMonth(visit));

const ANY = ["past"] as const;
const MATTERS: Matters = {
  enrolment: { choices: ["flexible"], facts: enrolment, gap: gapOfScheme },
  "scheme-change": { choices: ["unit", "flexible", "resident"], facts: schemeChange, gap: gapOfScheme },
  "resident-enrolment": {
    choices: ["resident", "child"],
    facts: (visit, choice) => (choice === "child" ? newborn(visit) : residentEnrolment(visit)),
  },
  "unit-arrears": { choices: ["past"], facts: unitArrears },
  "overlap-refund": { choices: ANY, facts: overlapRefund },
  retirement: { choices: ["retirement"], variants: ["", "pay-now", "go-on", "resident"], facts: retirement },
  "resident-refund": { choices: ANY, facts: residentRefund },
  premium: { choices: ["flexible"], facts: (visit) => ({ tier: tier(visit), startMonth: formatMonth(paymentMonth(visit)) }) },
  "long-term-care": {
    choices: ["flexible"],
    facts: (visit) => ({ tier: tier(visit), capacity: "in-service", startMonth: formatMonth(paymentMonth(visit)) }),
  },
  "transfer-in": { choices: ANY, percent: 20, facts: transferIn },
  "transfer-out": { choices: ANY, percent: 20, facts: transferOut },
  "account-statement": {
    choices: ANY,
    percent: 5,
    facts: (visit) => ({ purpose: oneOf(visit, "purpose", ["statement", "transferred", "refund"]) }),
  },
  "payment-records": {
    choices: ["resident"],
    percent: 10,
    facts: (visit) => ({ purpose: oneOf(visit, "purpose", ["check", "record"]) }),
  },
};

export const chongqing = cityFacts("chongqing", MATTERS);
