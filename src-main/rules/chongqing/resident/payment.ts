/** A payment into the resident scheme: for which year, and when in Chongqing's calendar it was made (CQ-16). */
import {
  firstDayOf,
  monthOfDate,
  monthOfYear,
  packDate,
  yearOfDate,
  type PackedDate,
} from "../../../../src-shared/domain/calendar.ts";
import { assumeAnswer, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { paidYear, type PaidYear, type ResidentYearNames } from "../../national/resident-year.ts";

/** Where no announced period is known, a payment from this month of the year on is taken to be for the coming year. */
const FOURTH_QUARTER = 10;

/** Months at the beginning of a year in which another year's grace lay. */
const GRACE_MONTHS = 2;

/** Values of the step `phase`. */
export const ANNOUNCED = 0;
export const GRACE = 1;
export const OTHER_TIME = 2;

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

export function bindPayment(names: Bindings) {
  return {
    figure: {
      from: names.figure("chongqing.resident-period-from"),
      to: names.figure("chongqing.resident-period-to"),
      graceUntil: names.figure("chongqing.resident-grace-until"),
    },
    nextYear: names.option("insuredYear", "next-year"),
    thisYear: names.option("insuredYear", "this-year"),
    leaf: { insuredYear: names.leaves("insuredYear"), inAnnouncedPeriod: names.leaves("inAnnouncedPeriod") },
    fact: { insuredYear: names.fact("insuredYear"), inAnnouncedPeriod: names.fact("inAnnouncedPeriod") },
    step: {
      paymentDay: names.step("paymentDay"),
      isNextYear: names.step("isNextYear"),
      isNextYearByDay: names.step("isNextYearByDay"),
      isNextYearByPeriod: names.step("isNextYearByPeriod"),
      inPeriodTold: names.step("inPeriodTold"),
      inPeriodByDates: names.step("inPeriodByDates"),
      inPeriodByYear: names.step("inPeriodByYear"),
      phase: names.step("phase"),
    },
  };
}
export type PaymentNames = ReturnType<typeof bindPayment>;

export const paidDay = ({ paidOn }: PaymentFacts, asOf: AsOf): PackedDate => paidOn ?? asOf.date;
export const yearStartOf = (year: number): PackedDate => packDate(year, 1, 1);

/** The announced period of a year's payments, where it is known. */
const periodOf = ({ figure }: PaymentNames, year: number): readonly [Node, Node] | null => {
  const from = figure.from.at(yearStartOf(year));
  const to = figure.to.at(yearStartOf(year));
  return from === null || to === null ? null : [from, to];
};

const isWithin = (day: PackedDate, [from, to]: readonly [Node, Node]): boolean => from.value <= day && day <= to.value;

export function paysNextYear(names: PaymentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  if (facts.insuredYear !== undefined) return facts.insuredYear === names.nextYear;
  const day = paidDay(facts, asOf);
  const period = periodOf(names, yearOfDate(day) + 1);
  return period === null ? monthOfYear(monthOfDate(day)) >= FOURTH_QUARTER : isWithin(day, period);
}

/** The year that is paid for. */
export const insuredYear = (names: PaymentNames, facts: PaymentFacts, asOf: AsOf): number =>
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
export function paymentOf(
  names: PaymentNames,
  yearNames: ResidentYearNames,
  facts: PaymentFacts,
  asOf: AsOf,
  draft: Draft,
): Payment {
  const { step: steps, leaf: leaves, fact } = names;
  const payment = leaf(steps.paymentDay, paidDay(facts, asOf));
  const next = paysNextYear(names, facts, asOf);
  const coming = periodOf(names, yearOfDate(payment.value) + 1);
  const isNextYear =
    facts.insuredYear !== undefined
      ? step(steps.isNextYear, next ? 1 : 0, [leaves.insuredYear[facts.insuredYear]!])
      : coming === null
        ? step(steps.isNextYearByDay, next ? 1 : 0, [payment])
        : step(steps.isNextYearByPeriod, next ? 1 : 0, [payment, ...coming]);
  if (facts.insuredYear === undefined)
    assumeAnswer(draft, fact.insuredYear, leaves.insuredYear[next ? names.nextYear : names.thisYear]!);

  const known = periodOf(names, yearOfDate(payment.value) + isNextYear.value);
  const inPeriod = inPeriodOf(names, facts, payment, isNextYear, known, draft);
  const paid = paidYear(yearNames, payment, isNextYear, inPeriod);
  const thisYear = isNextYear.value === 0;
  const grace = thisYear ? names.figure.graceUntil.at(paid.yearStart.value) : null;
  const phase = phaseOf(names, paid, grace);
  return {
    ...paid,
    phase,
    unverified: phase.value === GRACE || (phase.value === ANNOUNCED && facts.inAnnouncedPeriod === undefined && known !== null),
    graceUnknown: thisYear && grace === null && monthOfYear(monthOfDate(payment.value)) <= GRACE_MONTHS,
  };
}

function inPeriodOf(
  { step: steps, leaf: leaves, fact }: PaymentNames,
  { inAnnouncedPeriod: told }: PaymentFacts,
  payment: Node,
  isNextYear: Node,
  known: readonly [Node, Node] | null,
  draft: Draft,
): Node {
  if (told !== undefined) return step(steps.inPeriodTold, told, [leaves.inAnnouncedPeriod[told]!]);
  // the coming year can be paid for in its period alone
  const found =
    known === null
      ? step(steps.inPeriodByYear, isNextYear.value, [isNextYear])
      : step(steps.inPeriodByDates, isWithin(payment.value, known) ? 1 : 0, [payment, ...known]);
  if (isNextYear.value === 1) assumeAnswer(draft, fact.inAnnouncedPeriod, leaves.inAnnouncedPeriod[found.value]!);
  return found;
}

function phaseOf({ step: steps }: PaymentNames, { payment, inPeriod }: PaidYear, grace: Node | null): Node {
  if (inPeriod.value === 1) return step(steps.phase, ANNOUNCED, [inPeriod]);
  if (grace === null || payment.value > grace.value) return step(steps.phase, OTHER_TIME, [inPeriod]);
  return step(steps.phase, GRACE, [inPeriod, payment, grace]);
}

/** The first of the month after a payment in the grace months. */
export const nextMonthOf = (day: PackedDate): PackedDate => firstDayOf(monthOfDate(day) + 1);
