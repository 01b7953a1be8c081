/** A payment into the resident scheme (DL-15): for which calendar year, and whether it was made in that year's announced period. */
import {
  addDays,
  monthOfDate,
  monthOfYear,
  packDate,
  yearOfDate,
  type PackedDate,
} from "../../../../src-shared/domain/calendar.ts";
import { assumeAnswer, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { isWithin, means, same } from "../../engine/operations.ts";
import { paidYear, type PaidYear } from "../../national/resident-year.ts";
import type { ResidentNames } from "./words.ts";

/** Answers about a payment; a matter asks some of them. */
export interface PaymentFacts {
  /** Only enrolment asks for it, for newborns. */
  readonly birthDate?: number | undefined;
  readonly group?: number | undefined;
  readonly paidOn?: number | undefined;
  readonly insuredYear?: number | undefined;
  readonly inAnnouncedPeriod?: number | undefined;
  readonly registeredInTime?: number | undefined;
}

interface Period {
  readonly from: Node;
  readonly to: Node;
  /** Whoever had registered in it could still pay up to this day. */
  readonly payBy: Node | null;
}

export interface Payment extends PaidYear {
  /** `null` where it was not found. */
  readonly period: Period | null;
}

export const paidDay = ({ paidOn }: PaymentFacts, asOf: AsOf): PackedDate => paidOn ?? asOf.date;

/** Paid for within 90 days of birth. */
export const isNewborn = ({ newbornDays }: ResidentNames, { birthDate }: PaymentFacts, day: PackedDate): boolean =>
  birthDate !== undefined && day <= addDays(birthDate, newbornDays);

/** Whoever does not say: late in the year the next one, but a newborn is paid for from birth on. */
function paysNextYear(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  if (facts.insuredYear !== undefined) return facts.insuredYear === names.option.insuredYear.nextYear;
  const day = paidDay(facts, asOf);
  return monthOfYear(monthOfDate(day)) >= names.lateMonth && !isNewborn(names, facts, day);
}

/** The year that is paid for. */
export const insuredYear = (names: ResidentNames, facts: PaymentFacts, asOf: AsOf): number =>
  yearOfDate(paidDay(facts, asOf)) + (paysNextYear(names, facts, asOf) ? 1 : 0);

/** A payment that cannot have been made. */
export function paymentFault(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): Fault | null {
  const { fault } = names;
  const { paidOn } = facts;
  if (paidOn !== undefined && paidOn > asOf.date) return { fact: "paidOn", text: fault.paidInFuture };
  const year = insuredYear(names, facts, asOf);
  if (year < names.firstYear) return { fact: paidOn === undefined ? "insuredYear" : "paidOn", text: fault.beforeRules };
  return paidOn !== undefined && opensLater(names, facts, year, paidOn) !== null
    ? { fact: "insuredYear", text: fault.tooEarly }
    : null;
}

/** In December the coming year is paid for. */
export const decemberFault = ({ fault, firstYear }: ResidentNames, asOf: AsOf): string | null =>
  yearOfDate(asOf.date) + 1 < firstYear ? fault.beforeRules : null;

/** The announced period of a year's payments for the group; `null` where it was not found. */
function periodOf({ periods, figure, option }: ResidentNames, { group = option.group.adult }: PaymentFacts, year: number) {
  const yearStart = packDate(year, 1, 1);
  const [first, last] = periods[group]!;
  const from = first.at(yearStart);
  const to = last.at(yearStart);
  return from === null || to === null ? null : { from, to, payBy: figure.residentPayBy.at(yearStart) };
}

/** Where the announced period of a year has not begun: its first day. */
export function opensLater(names: ResidentNames, facts: PaymentFacts, year: number, day: PackedDate): Node | null {
  const period = periodOf(names, facts, year);
  return period !== null && day < period.from.value ? same(names.step.periodFrom, period.from) : null;
}

/** After the period, when whoever had registered in it could still pay. */
export const isAfterPeriod = (period: Period | null, day: PackedDate): boolean =>
  period !== null && period.payBy !== null && period.to.value < day && day <= period.payBy.value;

/** Which questions about the period the answers so far raise. */
export function periodQuestions(names: ResidentNames, facts: PaymentFacts, asOf: AsOf) {
  const period = periodOf(names, facts, insuredYear(names, facts, asOf));
  return { periodUnknown: period === null, afterPeriod: isAfterPeriod(period, paidDay(facts, asOf)) };
}

/** What was not told is taken from the day of payment, and named as assumed. */
export function paymentOf(names: ResidentNames, facts: PaymentFacts, asOf: AsOf, draft: Draft): Payment {
  const { step: steps, leaf: leaves, fact, notice } = names;
  const { nextYear, thisYear } = names.option.insuredYear;
  const payment = leaf(steps.residentDay, paidDay(facts, asOf));
  if (facts.paidOn === undefined) assumeAnswer(draft, fact.paidOn, payment);
  const next = paysNextYear(names, facts, asOf) ? 1 : 0;
  const said = leaves.insuredYear[next === 1 ? nextYear : thisYear]!;
  if (facts.insuredYear === undefined) assumeAnswer(draft, fact.insuredYear, said);
  const isNextYear =
    facts.insuredYear === undefined
      ? told(steps.isNextYearByDay, next, [payment])
      : means(steps.isNextYear, said, names.isNextYear);
  const found = periodOf(names, facts, yearOfDate(payment.value) + next);
  const period =
    found === null ? null : { from: same(steps.periodFrom, found.from), to: same(steps.periodTo, found.to), payBy: found.payBy };
  const inPeriod =
    period === null ? inUnknownPeriod(names, facts, isNextYear, draft) : inKnownPeriod(names, facts, payment, period);
  const { year, yearStart } = paidYear(names.year, payment, isNextYear, inPeriod);
  if (found === null) draft.notices.push(notice.periodUnknown({ insuredYearNumber: year }));
  else if (found.from.definition.figure!.grade === "C") draft.notices.push(notice.periodUnverified);
  return { payment, year, yearStart, inPeriod, period };
}

function inUnknownPeriod(
  { step: steps, leaf: leaves, fact }: ResidentNames,
  { inAnnouncedPeriod: said }: PaymentFacts,
  isNextYear: Node,
  draft: Draft,
): Node {
  if (said !== undefined) return same(steps.inPeriodTold, leaves.inAnnouncedPeriod[said]!);
  // nobody can pay for the coming year but in its period, as far as is known
  assumeAnswer(draft, fact.inAnnouncedPeriod, leaves.inAnnouncedPeriod[isNextYear.value]!);
  return same(steps.inPeriodByYear, isNextYear);
}

function inKnownPeriod(names: ResidentNames, facts: PaymentFacts, payment: Node, period: Period): Node {
  const { step: steps, leaf: leaves, option } = names;
  const { from, to, payBy } = period;
  if (payBy === null || !isAfterPeriod(period, payment.value))
    return isWithin(steps.inPeriodByDates, payment, from, to, leaves.group[facts.group ?? option.group.adult]);
  const registered = leaves.registeredInTime[facts.registeredInTime ?? 1]!;
  return told(steps.inPeriodByPayDay, registered.value, [payment, from, to, payBy, registered]);
}
