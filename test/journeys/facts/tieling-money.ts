/** Tieling's refunds, arrears, bases and retirement, answered from a life (TL-10 … TL-16). */
import {
  addDays,
  firstDayOf,
  formatDate,
  formatMonth,
  lastDayOf,
  monthOf,
  monthOfDate,
  monthOfYear,
  packDate,
  parseMonth,
  yearOfMonth,
  type Month,
} from "../../../src-shared/domain/calendar.ts";
import type { FactInputs, ListItemInput } from "../../../src-shared/domain/facts.ts";
import { count, firstOf, inBoth, lastUpTo, periods, runUpTo, since, together, upTo, type Line } from "../months.ts";
import { employeeAway, employeeHere } from "../past.ts";
import { chance, oneOf, type Visit } from "../visit.ts";
import { capacity as capacityOf, last, monthText, pension, person, years, type Matters } from "./common.ts";

export const fundMode = (visit: Visit): string => oneOf(visit, "fundMode", ["pool-only", "combined"]);

/** The notice of 2022 says nothing of payments before it. */
const RULES_FROM = packDate(2022, 4, 1);

/** Deemed until 2001-06 (TL-11), with service in the forces whenever it was; months also paid count once. */
export function yearsMet({ life, past }: Visit): boolean {
  const { service, military } = past.months;
  const deemed = together(upTo(together(service.here, service.away), monthOf(2001, 6)), military.here, military.away);
  const local = employeeHere(past);
  const required = life.sex === "male" ? 360 : 300;
  return count(together(local, employeeAway(past), deemed)) >= required && count(local) >= 120;
}

/** One record a period, at 300 a month. */
const payments = (line: Line, payer: "person" | "unit"): ListItemInput[] =>
  periods(line)
    .slice(-12)
    .map(({ from, to }) => ({ from, to, payer, amount: String((parseMonth(to)! - parseMonth(from)! + 1) * 300) }));

/** Months of one line paid while another ran, in the year of the last of them. */
function overlapOf(a: Line, b: Line, until: Month): { readonly months: Line; readonly first: Month } | null {
  const both = upTo(inBoth(a, b), until);
  const end = lastUpTo(both, until);
  if (end === null) return null;
  const months = since(both, monthOf(yearOfMonth(end), 1));
  return { months, first: firstOf(months)! };
}

function refund(visit: Visit, _choice: unknown, reason: string): FactInputs | null {
  const { past, life, day } = visit;
  const now = monthOfDate(day);
  const { unit, flexible, fund } = past.months;
  const credited = oneOf(visit, "credited", ["0", "120", "100000"]);
  const record = (line: Line, payer: "person" | "unit", told: FactInputs): FactInputs | null =>
    count(line) === 0 ? null : { reason, credited, payments: { items: payments(line, payer) }, ...told };
  if (reason === "overpaid-retired") {
    if (life.pension === null || life.pension.month > now) return null;
    const { month } = life.pension;
    const paid = since(upTo(employeeHere(past), now), month - 6);
    return count(since(paid, month)) === 0
      ? null
      : record(paid, "person", { pensionMonth: formatMonth(month), yearsMet: yearsMet(visit) });
  }
  if (reason === "joined-unit" || reason === "unemployment") {
    const other = reason === "joined-unit" ? unit.here : fund.here;
    const found = overlapOf(flexible.here, other, now);
    if (found === null) return null;
    const year = yearOfMonth(found.first);
    const paid = upTo(since(flexible.here, monthOf(year, 1)), monthOf(year, 12));
    if (reason === "joined-unit") return record(paid, "person", { joinedMonth: formatMonth(found.first) });
    const to = lastUpTo(fund.here, now)!;
    const from = to - runUpTo(fund.here, to) + 1;
    // an earlier benefit is asked about on its own
    if (found.first < from) return null;
    return record(paid, "person", { benefitFrom: formatMonth(from), benefitTo: formatMonth(to) });
  }
  if (reason === "died-waiting") {
    if (last(visit) !== null || !chance(visit, "died", 50)) return null;
    const capacity = oneOf(visit, "capacity", ["unit", "flexible"]);
    return {
      reason,
      credited,
      capacity,
      special: "none",
      paidOn: formatDate(Math.max(addDays(day, -oneOf(visit, "lived", [0, 29, 30, 31, 89, 90, 91])), RULES_FROM)),
      deathDate: formatDate(day),
      payments: { items: [{ from: formatMonth(now), to: formatMonth(now), payer: "person", amount: "300" }] },
    };
  }
  if (!chance(visit, "sentence", 5)) return null;
  const paid = since(upTo(employeeHere(past), now - 1), now - 30);
  const end = lastUpTo(paid, now);
  return end === null ? null : record(paid, "unit", { sentenceFrom: formatMonth(end - 8), sentenceTo: formatMonth(end + 6) });
}

/** A year paid in advance as a resident, and a job before it begins. */
function residentRefund(visit: Visit): FactInputs | null {
  const { life, city, day } = visit;
  const span = life.spans.findLast(
    ({ who, place, from, paidOn }) =>
      who === "resident" &&
      place === city &&
      monthOfYear(from) === 1 &&
      paidOn !== null &&
      paidOn < day &&
      paidOn < firstDayOf(from),
  );
  if (span === undefined || !chance(visit, "residentRefund", 40)) return null;
  const paidOn = span.paidOn!;
  const causeDate = addDays(paidOn, oneOf(visit, "after", [1, 20, 90, 200]));
  if (causeDate > day) return null;
  const reason = oneOf(visit, "refundReason", ["duplicate", "joined-employee", "other-area", "died"]);
  return {
    reason,
    causeDate: formatDate(causeDate),
    deathDate: formatDate(causeDate),
    treatmentFrom: formatDate(firstDayOf(span.from)),
    ownPaid: "400",
    assisted: chance(visit, "assistedRefund", 20),
    endsHere: chance(visit, "endsHere", 70),
  };
}

function arrears(visit: Visit): FactInputs | null {
  const owed = upTo(visit.past.owed, monthOfDate(visit.day) - 1);
  if (count(owed) === 0) return null;
  const contributed = periods(upTo(employeeHere(visit.past), monthOfDate(visit.day)));
  return {
    owed: { periods: periods(owed) },
    contributed: contributed.length === 0 ? null : { periods: contributed },
    fundMode: fundMode(visit),
  };
}

function retirement(visit: Visit, _choice: unknown, shortfallWay: string): FactInputs | null {
  const settled = pension(visit);
  if (settled === null || last(visit) === null) return null;
  const { military } = visit.past.months;
  const discharged = lastUpTo(together(military.here, military.away), monthOfDate(visit.day));
  return {
    ...person(visit),
    ...years(visit),
    kind: visit.life.kind,
    way: settled.way,
    pensionMonth: monthText(settled.month),
    capacity: capacityOf(visit),
    assignedSoldier: chance(visit, "assignedSoldier", 50),
    dischargeDate: discharged === null ? null : formatDate(lastDayOf(discharged)),
    closedGroup: chance(visit, "closedGroup", 20),
    fundMode: fundMode(visit),
    shortfallWay: shortfallWay === "" ? null : shortfallWay,
  };
}

function retireeCare(visit: Visit): FactInputs | null {
  const { life, city, day } = visit;
  if (life.pension === null || life.pension.place !== city || life.pension.month > monthOfDate(day) + 1) return null;
  return {
    retired: life.pension.month < monthOfDate(day),
    unitArrears: chance(visit, "unitArrears", 40),
    staffLeft: chance(visit, "staffLeft", 50),
    yearsMet: yearsMet(visit),
    fundMode: fundMode(visit),
    basicPension: "1830.50",
  };
}

function contributionBase(visit: Visit): FactInputs {
  const capacity = oneOf(visit, "baseOf", ["unit", "unit", "flexible"]);
  return {
    capacity,
    unitKind: oneOf(visit, "unitKind", ["enterprise", "public", "hardship"]),
    payer: oneOf(visit, "payer", ["person", "unit"]),
    lastYearKnown: chance(visit, "lastYearKnown", 70),
    thisMonthKnown: chance(visit, "thisMonthKnown", 70),
    wage: oneOf(visit, "wage", ["2500", "7000.55", "40000"]),
    lastYearWages: oneOf(visit, "wages", ["30000", "84006.60"]),
    wageMonths: 12,
    totalWages: "190000",
    headcount: 31,
    sumOfBases: "195000",
    onlyChildFee: "10",
    heatingFee: "0",
    housingFund: "300",
    annuity: "0",
  };
}

const ANY = ["past"] as const;
export const TIELING_MONEY: Matters = {
  refund: {
    choices: ANY,
    variants: ["overpaid-retired", "joined-unit", "unemployment", "died-waiting", "sentence"],
    facts: refund,
  },
  "resident-refund": { choices: ANY, facts: residentRefund },
  arrears: { choices: ANY, facts: arrears },
  retirement: { choices: ["retirement"], variants: ["", "pay-now", "go-on"], facts: retirement },
  "retiree-care": { choices: ANY, facts: retireeCare },
  "contribution-base": { choices: ANY, percent: 10, facts: contributionBase },
};
