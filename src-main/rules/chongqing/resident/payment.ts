/** A payment into the resident scheme: for which year, and when in Chongqing's calendar it was made (CQ-16). */
import { monthOfDate, monthOfYear, packDate, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { assumeAnswer, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { isLateInYear, isWithin, means, same } from "../../engine/operations.ts";
import { paidYear, type PaidYear } from "../../national/resident-year.ts";
import type { ResidentNames, ResidentWords } from "./words.ts";

/** Answers about a payment; a matter asks some of them. */
export interface PaymentFacts {
  readonly assisted?: number | undefined;
  readonly paidOn?: number | undefined;
  readonly insuredYear?: number | undefined;
  readonly inAnnouncedPeriod?: number | undefined;
  readonly lastPaid?: number | undefined;
  readonly continuousMonths?: number | undefined;
  readonly retired?: number | undefined;
  readonly lastYear?: number | undefined;
  readonly repairedYears?: number | undefined;
}

export const paidDay = ({ paidOn }: PaymentFacts, asOf: AsOf): PackedDate => paidOn ?? asOf.date;
export const yearStartOf = (year: number): PackedDate => packDate(year, 1, 1);

/** The announced period of a year's payments, where it is known. */
const periodOf = ({ figure }: ResidentWords, year: number): readonly [Node, Node] | null => {
  const from = figure.residentPeriodFrom.at(yearStartOf(year));
  const to = figure.residentPeriodTo.at(yearStartOf(year));
  return from === null || to === null ? null : [from, to];
};

/** What a day's month is for, where the days of its year are not known. */
export const usually = ({ calendar }: ResidentNames, day: PackedDate): number =>
  calendar.value(calendar.row1(monthOfYear(monthOfDate(day))), calendar.out.answer);

export function paysNextYear(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  if (facts.insuredYear !== undefined) return facts.insuredYear === names.option.insuredYear.nextYear;
  const day = paidDay(facts, asOf);
  const period = periodOf(names, yearOfDate(day) + 1);
  if (period === null) return usually(names, day) === names.calendar.is.answer.coming;
  return period[0].value <= day && day <= period[1].value;
}

/** The year that is paid for. */
export const insuredYear = (names: ResidentNames, facts: PaymentFacts, asOf: AsOf): number =>
  yearOfDate(paidDay(facts, asOf)) + (paysNextYear(names, facts, asOf) ? 1 : 0);

export interface Payment extends PaidYear {
  /** Announced period, grace months or another time. */
  readonly phase: Node;
  /** Whether the phase rests on days that a single source gives. */
  readonly unverified: boolean;
  /** Whether it may lie in grace months that are not known. */
  readonly graceUnknown: boolean;
}

/** What was not told is taken from the day of payment, and named as assumed. */
export function paymentOf(names: ResidentNames, facts: PaymentFacts, asOf: AsOf, draft: Pick<Draft, "assumed">): Payment {
  const { step: steps, leaf: leaves, fact } = names;
  const { nextYear, thisYear } = names.option.insuredYear;
  const { announced, grace } = names.value.phase;
  const payment = leaf(steps.paymentDay, paidDay(facts, asOf));
  const next = paysNextYear(names, facts, asOf);
  const coming = periodOf(names, yearOfDate(payment.value) + 1);
  const isNextYear =
    facts.insuredYear !== undefined
      ? means(steps.isNextYear, leaves.insuredYear[facts.insuredYear]!, names.isNextYear)
      : coming === null
        ? isLateInYear(steps.isNextYearByDay, payment, names.comingFrom)
        : isWithin(steps.isNextYearByPeriod, payment, coming[0], coming[1]);
  if (facts.insuredYear === undefined) assumeAnswer(draft, fact.insuredYear, leaves.insuredYear[next ? nextYear : thisYear]!);

  const known = periodOf(names, yearOfDate(payment.value) + isNextYear.value);
  const inPeriod = inPeriodOf(names, facts, payment, isNextYear, known, draft);
  const paid = paidYear(names.year, payment, isNextYear, inPeriod);
  const ofThisYear = isNextYear.value === 0;
  const graceUntil = ofThisYear ? names.figure.residentGraceUntil.at(paid.yearStart.value) : null;
  const phase = phaseOf(names, paid, graceUntil);
  const { year, yearStart } = paid;
  return {
    payment,
    year,
    yearStart,
    inPeriod,
    phase,
    unverified: phase.value === grace || (phase.value === announced && facts.inAnnouncedPeriod === undefined && known !== null),
    graceUnknown: ofThisYear && graceUntil === null && usually(names, payment.value) === names.calendar.is.answer.grace,
  };
}

function inPeriodOf(
  { step: steps, leaf: leaves, fact }: ResidentWords,
  { inAnnouncedPeriod: said }: PaymentFacts,
  payment: Node,
  isNextYear: Node,
  known: readonly [Node, Node] | null,
  draft: Pick<Draft, "assumed">,
): Node {
  if (said !== undefined) return same(steps.inPeriodTold, leaves.inAnnouncedPeriod[said]!);
  // the coming year can be paid for in its period alone
  const found =
    known === null ? same(steps.inPeriodByYear, isNextYear) : isWithin(steps.inPeriodByDates, payment, known[0], known[1]);
  if (isNextYear.value === 1) assumeAnswer(draft, fact.inAnnouncedPeriod, leaves.inAnnouncedPeriod[found.value]!);
  return found;
}

function phaseOf({ step: steps, value }: ResidentWords, { payment, inPeriod }: PaidYear, grace: Node | null): Node {
  if (inPeriod.value === 1) return told(steps.phase, value.phase.announced, [inPeriod]);
  if (grace === null || payment.value > grace.value) return told(steps.phase, value.phase.other, [inPeriod]);
  return told(steps.phase, value.phase.grace, [inPeriod, payment, grace]);
}
