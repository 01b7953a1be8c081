/**
 * A payment into the resident scheme is for one calendar year: which one, from which day it counts, how long one waits from 2025 on
 * (国办发〔2024〕38号), and that it ends on 31 December. Shared by enrolment as a resident and by every change to that scheme, of every city.
 */
import { addDays, addMonths, monthOfYear, packDate, yearOfMonth, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { waitingAfter, type Waiting, type WaitingSteps } from "../engine/contribution/waiting.ts";
import { meaning, type Meaning } from "../engine/meaning.ts";
import { told, type DerivedStep, type Node } from "../engine/node.ts";
import {
  eitherAsRead,
  notBefore as notEarlier,
  readAs,
  waitedNotBefore,
  yearAround,
  yearAsRead,
  yearPaidFor,
  yearStart as firstOfYear,
} from "../engine/operations.ts";
import type { ResidentWaiting as WaitingWords, ResidentYear as YearPiece } from "../generated/national/data.ts";
import { residentWaiting, type ChosenReading, type Missed, type ResidentReadings } from "./resident-waiting.ts";

export interface YearReadings extends ResidentReadings {
  /** Does the wait of somebody who missed years count from the payment, or from the first day of the year paid for? */
  readonly fromPayment: ChosenReading;
  /** Is the day of payment itself the first day of a wait? */
  readonly paymentDayCounts: ChosenReading;
  /** Does a payment in a period that runs into the insured year count from that year's first day? */
  readonly fromYearStart: ChosenReading;
  /** Does a year that an employee was insured for in part count as insured? */
  readonly partYearCounts: ChosenReading;
}

/** A reading as a step on it: at its most favourable, and at its least. */
type Towards = readonly [earliest: Node, latest: Node];

/** The city's own words for a year and its wait. */
interface YearSteps {
  readonly insuredYearNumber: DerivedStep;
  readonly yearStart: DerivedStep;
  readonly waitingStart: DerivedStep;
  readonly lateStart: DerivedStep;
  readonly notBeforeYear: DerivedStep;
  readonly lastInsuredYear: DerivedStep;
  readonly lastInsuredYearRead: DerivedStep;
}
type YearWords = WaitingWords & { readonly step: YearSteps };
/** With what open readings would give instead. */
type Words = YearWords & YearPiece & { readonly step: { readonly otherTreatmentFrom: DerivedStep } };

export type YearNames = ReturnType<typeof yearOf>;
export type ResidentYearNames = ReturnType<typeof residentYear>;

/** Whether the answer to which year is paid for means the coming one. */
export const meansNextYear = (answers: Readonly<Record<"nextYear" | "thisYear", number>>): Meaning =>
  meaning(answers, { nextYear: 1, thisYear: 0 });

/** For a city that tells what the readings chosen give, and no more. */
export const yearOf = (words: YearWords, waiting: WaitingSteps, reading: YearReadings) => ({
  rule: residentWaiting(words, reading),
  waiting,
  reading,
  step: words.step,
});

/** @param waiting the city's words for a wait, with its clause */
export function residentYear(words: Words, waiting: WaitingSteps, reading: YearReadings) {
  const { step } = words;
  const towards = (definition: DerivedStep, { node }: ChosenReading): Towards => [
    readAs(definition, node, 0),
    readAs(definition, node, 1),
  ];
  return {
    ...yearOf(words, waiting, reading),
    step,
    other: { counted: step.missedCountedOther, variable: step.variableWaitOther, total: step.residentWaitOther },
    by: {
      firstYear: towards(step.firstYearAs, reading.firstYearCounts),
      earlierYears: towards(step.earlierYearsAs, reading.earlierYearsCount),
      partYear: towards(step.partYearAs, reading.partYearCounts),
      start: towards(step.waitingStartAs, reading.fromPayment),
      firstDay: towards(step.firstDayAs, reading.paymentDayCounts),
    },
  };
}

export interface PaidYear {
  readonly payment: Node;
  readonly year: Node;
  readonly yearStart: Node;
  /** Paid within the concentrated period (a flag). */
  readonly inPeriod: Node;
}

/** @param isNextYear whether the year after the payment is paid for (a flag) */
export function paidYear({ step: steps }: YearNames, payment: Node, isNextYear: Node, inPeriod: Node): PaidYear {
  const year = yearPaidFor(steps.insuredYearNumber, payment, isNextYear);
  return { payment, year, yearStart: firstOfYear(steps.yearStart, year), inPeriod };
}

/** The last day that the payment covers. */
export const yearEnd = ({ year }: PaidYear): PackedDate => packDate(year.value, 12, 31);

/** Missed years of somebody whose last insured year is known. */
export const missedAfter = ({ rule }: YearNames, lastYear: Node, { year }: PaidYear): Missed => rule.missed(lastYear, year, null);

/** Missed years of somebody who was insured as an employee up to a month. */
export function missedSince({ rule, reading, step: steps }: YearNames, lastPaid: Node, { year }: PaidYear): Missed {
  const whole = yearOfMonth(lastPaid.value);
  // a year paid for up to December, or the one that is paid for now, is no question
  if (monthOfYear(lastPaid.value) === 12 || whole >= year.value)
    return rule.missed(yearAround(steps.lastInsuredYear, lastPaid), year, null);
  const { says, node } = reading.partYearCounts;
  return rule.missed(yearAsRead(steps.lastInsuredYearRead, lastPaid, says, node), year, whole);
}

/** Nobody has missed a year who was never insured, or does not wait anyway. */
export const noneMissed = (years: Node): Missed => ({ years, least: 0, most: 0, beforeRule: false, partYear: false });

/** The day a payment counts from where no wait is to be counted in another way. */
export function startOf({ step: steps, reading }: YearNames, { payment, yearStart, inPeriod }: PaidYear): Node {
  if (inPeriod.value === 0 || payment.value < yearStart.value) return payment;
  const { says, node } = reading.fromYearStart;
  return eitherAsRead(steps.lateStart, payment, yearStart, !says, node);
}

/** A wait of a fixed length from a day, or none; nothing is treated before the year that is paid for. */
export const fixedWait = (names: YearNames, paid: PaidYear, start: Node, length: Node): Waiting =>
  notBefore(names, after(names, start, length, true), paid);

// the first day is a question only where a wait counts from a payment
function after({ waiting, reading }: YearNames, start: Node, length: Node, fromPayment: boolean): Waiting {
  if (length.value === 0 || !fromPayment) return waitingAfter(waiting, start, length, "start-itself");
  const { says, node } = reading.paymentDayCounts;
  return waitingAfter(waiting, start, length, says ? "start-itself" : "after-start", node);
}

function notBefore({ step: steps }: YearNames, found: Waiting, { yearStart }: PaidYear): Waiting {
  const { start, treatmentFrom, last } = found;
  if (treatmentFrom.value >= yearStart.value) return found;
  return { start, treatmentFrom: notEarlier(steps.notBeforeYear, treatmentFrom, yearStart), last };
}

/** The first and the last day of treatment that any combination of the open readings gives. */
export interface Span {
  readonly earliest: Node;
  readonly latest: Node;
}

export interface ChosenWait {
  readonly months: Node;
  readonly missed: Node;
  readonly waiting: Waiting;
}
export interface NationalWait extends ChosenWait {
  /** First day by the other reading of the first missed year; `null` where both give the same. */
  readonly other: Node | null;
  /** The wait by that reading. */
  readonly otherMonths: Node | null;
  /** Where several readings move the day. */
  readonly span: Span | null;
}

/**
 * By the readings chosen.
 * @param exempt newborns and assisted groups (a flag)
 * @param repaired missed years that are paid for now
 */
export function chosenWait(names: YearNames, paid: PaidYear, exempt: Node, missed: Missed, repaired: Node): ChosenWait {
  const months = names.rule.waiting(exempt, paid.inPeriod, missed.years, repaired);
  if (months.value === 0) return { months, missed: missed.years, waiting: fixedWait(names, paid, startOf(names, paid), months) };
  const waiting = notBefore(names, after(names, waitStart(names, paid), months, countsFromPayment(names, paid)), paid);
  return { months, missed: missed.years, waiting };
}

/** The same, with what the other readings would give. */
export function nationalWait(
  names: ResidentYearNames,
  paid: PaidYear,
  exempt: Node,
  missed: Missed,
  repaired: Node,
): NationalWait {
  const { months, missed: counted, waiting } = chosenWait(names, paid, exempt, missed, repaired);
  const span = spanOf(names, paid, exempt, missed, repaired, months);
  const otherMonths = names.rule.byOther(months, names.other);
  if (otherMonths === null) return { months, missed: counted, waiting, other: null, otherMonths, span };
  const startCounts = !countsFromPayment(names, paid) || names.reading.paymentDayCounts.says;
  const other = waitedNotBefore(names.step.otherTreatmentFrom, waiting.start, otherMonths, paid.yearStart, startCounts);
  return { months, missed: counted, waiting, other, otherMonths, span };
}

/** The day that a wait counts from. */
function waitStart({ reading, step: steps }: YearNames, paid: PaidYear): Node {
  const { payment, yearStart } = paid;
  if (!choosesStart(paid)) return payment;
  const { says, node } = reading.fromPayment;
  return eitherAsRead(steps.waitingStart, payment, yearStart, says, node);
}
const countsFromPayment = ({ reading }: YearNames, paid: PaidYear): boolean => !choosesStart(paid) || reading.fromPayment.says;

/** A wait counts from the payment or from the first day of the year where the payment was made for a year as a whole. */
const choosesStart = ({ payment, yearStart, inPeriod }: PaidYear): boolean =>
  payment.value < yearStart.value || inPeriod.value === 1;

function spanOf(
  { rule, step: steps, by }: ResidentYearNames,
  paid: PaidYear,
  exempt: Node,
  missed: Missed,
  repaired: Node,
  months: Node,
): Span | null {
  const { payment, yearStart, inPeriod } = paid;
  const least = rule.monthsFor(exempt.value, inPeriod.value, missed.least, repaired.value, false);
  const most = rule.monthsFor(exempt.value, inPeriod.value, missed.most, repaired.value, true);
  if (most === 0) return null;
  const chooses = choosesStart(paid);
  const movers: Towards[] = [];
  if (rule.monthsFor(exempt.value, inPeriod.value, missed.most, repaired.value, false) !== most) movers.push(by.firstYear);
  if (missed.beforeRule) movers.push(by.earlierYears);
  if (missed.partYear) movers.push(by.partYear);
  if (chooses) movers.push(by.start);
  movers.push(by.firstDay);
  if (movers.length < 2) return null;

  const fromStart = chooses ? Math.min(payment.value, yearStart.value) : payment.value;
  const first = Math.max(yearStart.value, least === 0 ? fromStart : addMonths(fromStart, least));
  const afterPayment = addDays(addMonths(payment.value, most), 1);
  const last = Math.max(yearStart.value, afterPayment, chooses ? addMonths(yearStart.value, most) : 0);
  if (first === last) return null;
  const earliest: Node[] = [payment, yearStart, told(steps.residentWaitLeast, least, [months])];
  const latest: Node[] = [payment, yearStart, told(steps.residentWaitMost, most, [months])];
  for (const [early, late] of movers) {
    earliest.push(early);
    latest.push(late);
  }
  return { earliest: told(steps.earliestTreatmentFrom, first, earliest), latest: told(steps.latestTreatmentFrom, last, latest) };
}
