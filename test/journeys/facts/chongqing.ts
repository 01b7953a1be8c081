/** Chongqing's questions, answered from a life (CQ-01 … CQ-14). */
import {
  firstDayOf,
  formatDate,
  formatMonth,
  lastDayOf,
  monthOf,
  monthOfDate,
  monthOfYear,
  yearOfDate,
  yearOfMonth,
  type Month,
} from "../../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { count, firstOf, inBoth, lastUpTo, periods, runUpTo, since, together, upTo, without } from "../months.ts";
import { employeeHere, gapOf, lastInsuredYear } from "../past.ts";
import type { Choice } from "../question.ts";
import { chance, oneOf, paymentMonth, type Visit } from "../visit.ts";
import { cityFacts, enrolledAs, last, monthText, pension, person, residence, years, type Matters } from "./common.ts";
import { assisted, insuredYear, yearIsPaid } from "./resident.ts";

const paidOn = ({ paidOn: day }: Visit): FactInputs => ({ paidOn: formatDate(day) });
const tier = (visit: Visit): string => oneOf(visit, "tier", ["first", "second"]);

/** Months here of the scheme that is left or gone on with; continuous means in either scheme in Chongqing (ALL-01). */
function before(visit: Visit): {
  readonly lastPaid: Month | null;
  readonly continuousMonths: number;
  readonly fromResident: boolean;
} {
  const { past } = visit;
  const month = paymentMonth(visit);
  const latest = last(visit);
  const fromResident = latest?.scheme === "resident" && latest.here;
  const paid = fromResident ? past.months.resident.here : employeeHere(past);
  const both = together(past.months.resident.here, employeeHere(past));
  const lastPaid = lastUpTo(paid, month);
  return { lastPaid, fromResident, continuousMonths: lastPaid === null ? 0 : runUpTo(both, Math.min(lastPaid, month - 1)) };
}

/** First means: as an individual in Chongqing (ALL-01). */
function enrolment(visit: Visit): FactInputs {
  const { past } = visit;
  const { lastPaid, continuousMonths, fromResident } = before(visit);
  const firstTime = lastUpTo(past.months.flexible.here, paymentMonth(visit)) === null;
  return {
    ...residence(visit),
    ...paidOn(visit),
    otherRelation: chance(visit, "otherRelation", 4),
    firstTime,
    fromResident,
    fromUnit: lastPaid !== null && !fromResident,
    lastPaid: monthText(lastPaid),
    continuousMonths,
    retired: false,
    tier: tier(visit),
  };
}

function schemeChange(visit: Visit, choice: Choice): FactInputs | null {
  const latest = last(visit);
  if (latest === null || !latest.here) return null;
  const from = latest.scheme === "resident" ? "resident" : latest.who === "flexible" ? "flexible" : "unit";
  const direction = `${from}-to-${choice}`;
  if (
    !["resident-to-unit", "resident-to-flexible", "unit-to-resident", "flexible-to-resident", "flexible-to-unit"].includes(
      direction,
    )
  )
    return null;
  const { lastPaid, continuousMonths } = before(visit);
  return {
    ...paidOn(visit),
    direction,
    otherRelation: chance(visit, "otherRelation", 4),
    lastPaid: monthText(lastPaid),
    continuousMonths,
    retired: false,
  };
}

/** From 2025 the announced period for the next year lies in its last quarter. */
const inPeriod = (visit: Visit): boolean => insuredYear(visit) === "next-year" && monthOfYear(paymentMonth(visit)) >= 10;

function residentEnrolment(visit: Visit): FactInputs | null {
  if (yearIsPaid(visit)) return null;
  const month = paymentMonth(visit);
  const latest = last(visit);
  const lastYear = lastInsuredYear(visit.past, month);
  const gap = latest === null ? null : month - latest.month - 1;
  return {
    ...residence(visit),
    ...paidOn(visit),
    otherRelation: chance(visit, "otherRelation", 4),
    assisted: assisted(visit),
    newborn: false,
    fromEmployee: latest?.scheme === "employee" && latest.here && gap! <= 3,
    tier: tier(visit),
    insuredYear: insuredYear(visit),
    inAnnouncedPeriod: inPeriod(visit),
    insuredBefore: lastYear !== null,
    lastYear,
    repairedYears: 0,
  };
}

/** A child pays in the year of birth or later; it was never insured before. */
function newborn(visit: Visit): FactInputs | null {
  const { child } = visit.life;
  if (child === null || child > visit.paidOn || yearOfDate(visit.paidOn) - yearOfDate(child) > 1) return null;
  return {
    household: true,
    ...paidOn(visit),
    otherRelation: false,
    assisted: "none",
    newborn: true,
    fromEmployee: false,
    tier: tier(visit),
    insuredYear: "this-year",
    inAnnouncedPeriod: false,
    insuredBefore: false,
    lastYear: null,
    repairedYears: 0,
  };
}

/** The last months that the unit owes or owed: still open, or paid off some time after payment was resumed. */
function unitArrears(visit: Visit): FactInputs | null {
  const { life, city, day, past } = visit;
  const now = monthOfDate(day);
  const open = lastUpTo(past.owed, now - 1);
  if (open !== null && open >= now - 14) {
    const first = open - runUpTo(past.owed, open) + 1;
    const resumed = firstOf(since(employeeHere(past), open + 1));
    const months = lastUpTo(employeeHere(past), first - 1);
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
  const end = lastUpTo(both, now);
  if (end === null) return null;
  const year = yearOfMonth(end);
  const inYear = (line: typeof both) => ({ periods: periods(upTo(since(line, monthOf(year, 1)), monthOf(year, 12))) });
  return {
    tier: tier(visit),
    individualPaid: inYear(flexible.here),
    unitPaid: inYear(upTo(unit.here, now)),
    usedTreatment: chance(visit, "used", 10),
    accountCredited: oneOf(visit, "accountCredited", ["0", "88.40", "99999"]),
  };
}

/** Service counts until 2004-12 for who was enrolled by a unit, until 2003-12 for individuals; months also paid count once. */
function deemedMonths(visit: Visit, until: Month): number {
  const { past } = visit;
  const { service, military } = past.months;
  const worked = upTo(together(service.here, service.away), enrolledAs(visit) === "unit" ? monthOf(2004, 12) : monthOf(2003, 12));
  const paid = together(employeeHere(past), past.months.unit.away, past.months.flexible.away, past.months.fund.away);
  return count(without(together(worked, military.here, military.away), upTo(paid, until)));
}

function retirement(visit: Visit, _choice: Choice, shortfallWay: string): FactInputs | null {
  const settled = pension(visit);
  const latest = last(visit);
  if (settled === null || latest === null) return null;
  const capacity = latest.who === "flexible" ? "flexible" : "unit";
  if (shortfallWay === "resident" && capacity === "flexible") return null;
  const { contributed, transferred } = years(visit);
  const deemed = deemedMonths(visit, monthOfDate(visit.day));
  return {
    ...person(visit),
    way: settled.way,
    pensionMonth: monthText(settled.month),
    kind: visit.life.kind,
    capacity,
    tier: tier(visit),
    contributed: contributed!,
    transferred: transferred!,
    deemedMonths: deemed === 0 ? null : deemed,
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

const gapHere = (visit: Visit): number | null =>
  gapOf(before(visit).fromResident ? visit.past.months.resident.here : employeeHere(visit.past), paymentMonth(visit));

const ANY = ["past"] as const;
const MATTERS: Matters = {
  enrolment: { choices: ["flexible"], facts: enrolment, gap: gapHere },
  "scheme-change": { choices: ["unit", "flexible", "resident"], facts: schemeChange, gap: gapHere },
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
