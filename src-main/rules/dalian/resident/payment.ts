/** A payment into the resident scheme (DL-15): for which calendar year, and whether it was made in that year's announced period. */
import { monthOfDate, monthOfYear, packDate, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { assumeAnswer, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings, Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { paidYear, type PaidYear, type ResidentYearNames } from "../../national/resident-year.ts";
import { bindNewborn, isNewborn } from "./newborn.ts";

/** Nothing is known of payments for earlier years. */
const FIRST_YEAR = 2021;

/** From this month on a payment is for the coming year unless it is told otherwise. */
const FOURTH_QUARTER = 10;

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

const GROUPS = ["adult", "minor", "pupil", "student"] as const;

export type PaymentNames = ReturnType<typeof bindPayment>;

export function bindPayment(names: Bindings) {
  const byGroup = (figure: string) =>
    GROUPS.map((group) => ({
      option: names.option("group", group),
      figure: names.figure(`dalian.resident-period-${figure}-${group}`),
    }))
      .sort((a, b) => a.option - b.option)
      .map((entry) => entry.figure);
  return {
    newborn: bindNewborn(names),
    figure: { from: byGroup("from"), to: byGroup("to"), payBy: names.figure("dalian.resident-pay-by") },
    adult: names.option("group", "adult"),
    nextYear: names.option("insuredYear", "next-year"),
    thisYear: names.option("insuredYear", "this-year"),
    leaf: {
      group: names.leaves("group"),
      insuredYear: names.leaves("insuredYear"),
      inAnnouncedPeriod: names.leaves("inAnnouncedPeriod"),
      registeredInTime: names.leaves("registeredInTime"),
    },
    fact: {
      paidOn: names.fact("paidOn"),
      insuredYear: names.fact("insuredYear"),
      inAnnouncedPeriod: names.fact("inAnnouncedPeriod"),
    },
    step: {
      payment: names.step("residentDay"),
      isNextYear: names.step("isNextYear"),
      isNextYearByDay: names.step("isNextYearByDay"),
      periodFrom: names.step("periodFrom"),
      periodTo: names.step("periodTo"),
      inPeriodByDates: names.step("inPeriodByDates"),
      inPeriodByPayDay: names.step("inPeriodByPayDay"),
      inPeriodTold: names.step("inPeriodTold"),
      inPeriodByYear: names.step("inPeriodByYear"),
    },
    fault: {
      paidInFuture: names.fault("paidInFuture"),
      beforeRules: names.fault("beforeRules"),
      tooEarly: names.fault("tooEarly"),
    },
    notice: { periodUnknown: names.notice("periodUnknown"), periodUnverified: names.notice("periodUnverified") },
  };
}

export const paidDay = ({ paidOn }: PaymentFacts, asOf: AsOf): PackedDate => paidOn ?? asOf.date;

/** Whoever does not say: in the fourth quarter the next one, but a newborn is paid for from birth on. */
function paysNextYear(names: PaymentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  if (facts.insuredYear !== undefined) return facts.insuredYear === names.nextYear;
  const day = paidDay(facts, asOf);
  return monthOfYear(monthOfDate(day)) >= FOURTH_QUARTER && !isNewborn(names.newborn, facts.birthDate, day);
}

/** The year that is paid for. */
export const insuredYear = (names: PaymentNames, facts: PaymentFacts, asOf: AsOf): number =>
  yearOfDate(paidDay(facts, asOf)) + (paysNextYear(names, facts, asOf) ? 1 : 0);

interface Period {
  readonly from: Node;
  readonly to: Node;
  /** Whoever had registered in it could still pay up to this day. */
  readonly payBy: Node | null;
}

/** A payment that cannot have been made. */
export function paymentFault(names: PaymentNames, facts: PaymentFacts, asOf: AsOf): Fault | null {
  const { fault } = names;
  const day = paidDay(facts, asOf);
  if (day > asOf.date) return { fact: "paidOn", text: fault.paidInFuture };
  const year = insuredYear(names, facts, asOf);
  if (year < FIRST_YEAR) return { fact: facts.paidOn === undefined ? "insuredYear" : "paidOn", text: fault.beforeRules };
  const made = facts.paidOn !== undefined;
  return made && opensLater(names, facts, asOf) !== null ? { fact: "insuredYear", text: fault.tooEarly } : null;
}

/** In December the coming year is paid for. */
export const decemberFault = ({ fault }: PaymentNames, asOf: AsOf): string | null =>
  yearOfDate(asOf.date) + 1 < FIRST_YEAR ? fault.beforeRules : null;

/** Where the announced period has not begun: its first day. */
export function opensLater(names: PaymentNames, facts: PaymentFacts, asOf: AsOf): Node | null {
  const from = periodOf(names, facts, insuredYear(names, facts, asOf))?.from;
  return from !== undefined && paidDay(facts, asOf) < from.value ? step(names.step.periodFrom, from.value, [from]) : null;
}

/** The announced period of a year's payments for a group; `null` where it was not found. */
function periodOf({ figure, adult }: PaymentNames, { group = adult }: PaymentFacts, year: number): Period | null {
  const yearStart = packDate(year, 1, 1);
  const from = figure.from[group]!.at(yearStart);
  const to = figure.to[group]!.at(yearStart);
  return from === null || to === null ? null : { from, to, payBy: figure.payBy.at(yearStart) };
}

/** Which questions about the period the answers so far raise. */
export function periodQuestions(names: PaymentNames, facts: PaymentFacts, asOf: AsOf) {
  const period = periodOf(names, facts, insuredYear(names, facts, asOf));
  const day = paidDay(facts, asOf);
  return {
    periodUnknown: period === null,
    afterPeriod: period?.payBy != null && period.to.value < day && day <= period.payBy.value,
  };
}

/** What was not told is taken from the day of payment, and named as assumed. */
export function paymentOf(
  names: PaymentNames,
  yearNames: ResidentYearNames,
  facts: PaymentFacts,
  asOf: AsOf,
  draft: Draft,
): PaidYear {
  const { step: steps, leaf: leaves, fact } = names;
  const payment = leaf(steps.payment, paidDay(facts, asOf));
  if (facts.paidOn === undefined) assumeAnswer(draft, fact.paidOn, payment);
  const next = paysNextYear(names, facts, asOf);
  if (facts.insuredYear === undefined)
    assumeAnswer(draft, fact.insuredYear, leaves.insuredYear[next ? names.nextYear : names.thisYear]!);
  const isNextYear =
    facts.insuredYear === undefined
      ? step(steps.isNextYearByDay, next ? 1 : 0, [payment])
      : step(steps.isNextYear, next ? 1 : 0, [leaves.insuredYear[facts.insuredYear]!]);
  const inPeriod = inPeriodOf(names, facts, payment, isNextYear, draft);
  return paidYear(yearNames, payment, isNextYear, inPeriod);
}

function inPeriodOf(names: PaymentNames, facts: PaymentFacts, payment: Node, isNextYear: Node, draft: Draft): Node {
  const { step: steps, leaf: leaves, fact, notice } = names;
  const period = periodOf(names, facts, yearOfDate(payment.value) + isNextYear.value);
  if (period === null) {
    draft.notices.push(notice.periodUnknown);
    const told = facts.inAnnouncedPeriod;
    if (told !== undefined) return step(steps.inPeriodTold, told, [leaves.inAnnouncedPeriod[told]!]);
    // nobody can pay for the coming year but in its period, as far as is known
    assumeAnswer(draft, fact.inAnnouncedPeriod, leaves.inAnnouncedPeriod[isNextYear.value]!);
    return step(steps.inPeriodByYear, isNextYear.value, [isNextYear]);
  }
  const { payBy } = period;
  const from = step(steps.periodFrom, period.from.value, [period.from]);
  const to = step(steps.periodTo, period.to.value, [period.to]);
  if (period.from.definition.figure!.grade === "C") draft.notices.push(notice.periodUnverified);
  const group = leaves.group[facts.group ?? names.adult]!;
  if (payBy !== null && to.value < payment.value && payment.value <= payBy.value) {
    const registered = leaves.registeredInTime[facts.registeredInTime ?? 1]!;
    return step(steps.inPeriodByPayDay, registered.value, [payment, from, to, payBy, registered]);
  }
  const inside = from.value <= payment.value && payment.value <= to.value;
  return step(steps.inPeriodByDates, inside ? 1 : 0, [payment, from, to, group]);
}
