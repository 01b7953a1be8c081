/**
 * A payment into the resident scheme is for one calendar year: which one, from which day it counts, how long one waits from 2025 on
 * (国办发〔2024〕38号), and that it ends on 31 December. Shared by enrolment as a resident and by every change to that scheme, of every city.
 */
import { addDays, addMonths, monthOfYear, packDate, yearOfMonth, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { waitingAfter, type Waiting, type WaitingSteps } from "../engine/contribution/waiting.ts";
import type { Bindings } from "../engine/formula.ts";
import { told, type DerivedStep, type Node, type ToldStep } from "../engine/node.ts";
import {
  eitherAsRead,
  notBefore as notEarlier,
  waitedNotBefore,
  yearAround,
  yearAsRead,
  yearPaidFor,
  yearStart as firstOfYear,
} from "../engine/operations.ts";
import type { ResidentWaiting as WaitingWords, ResidentYear as YearPiece } from "../generated/national/data.ts";
import { residentWaiting, waitingWordsOf, type ChosenReading, type Missed, type ResidentReadings } from "./resident-waiting.ts";

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
type CitySteps = Readonly<
  Record<
    | "insuredYearNumber"
    | "yearStart"
    | "waitingStart"
    | "lateStart"
    | "notBeforeYear"
    | "otherTreatmentFrom"
    | "lastInsuredYear"
    | "lastInsuredYearRead",
    DerivedStep
  >
>;
type Words = WaitingWords & YearPiece & { readonly step: CitySteps };

export type ResidentYearNames = ReturnType<typeof residentYear>;

/** @param waiting the city's words for a wait, with its clause */
export function residentYear(words: Words, waiting: WaitingSteps, reading: YearReadings) {
  const { step } = words;
  const towards = (definition: ToldStep<readonly [Node]>, { node }: ChosenReading): Towards => [
    told(definition, 0, [node]),
    told(definition, 1, [node]),
  ];
  return {
    rule: residentWaiting(words, reading),
    waiting,
    reading,
    step,
    by: {
      firstYear: towards(step.firstYearAs, reading.firstYearCounts),
      earlierYears: towards(step.earlierYearsAs, reading.earlierYearsCount),
      partYear: towards(step.partYearAs, reading.partYearCounts),
      start: towards(step.waitingStartAs, reading.fromPayment),
      firstDay: towards(step.firstDayAs, reading.paymentDayCounts),
    },
  };
}

const STEPS = [
  "insuredYearNumber yearStart waitingStart lateStart notBeforeYear otherTreatmentFrom",
  "lastInsuredYear lastInsuredYearRead residentWaitLeast residentWaitMost earliestTreatmentFrom",
  "latestTreatmentFrom firstYearAs earlierYearsAs partYearAs waitingStartAs firstDayAs",
].flatMap((ids) => ids.split(" "));

/** For matters that bind their names themselves. */
export function bindResidentYear(names: Bindings, waiting: WaitingSteps, reading: YearReadings): ResidentYearNames {
  const { table, step } = waitingWordsOf(names);
  const own = Object.fromEntries(STEPS.map((id) => [id, names.step(id)]));
  return residentYear({ table, step: { ...step, ...own } } as unknown as Words, waiting, reading);
}

export interface PaidYear {
  readonly payment: Node;
  readonly year: Node;
  readonly yearStart: Node;
  /** Paid within the concentrated period (a flag). */
  readonly inPeriod: Node;
}

/** @param isNextYear whether the year after the payment is paid for (a flag) */
export function paidYear({ step: steps }: ResidentYearNames, payment: Node, isNextYear: Node, inPeriod: Node): PaidYear {
  const year = yearPaidFor(steps.insuredYearNumber, payment, isNextYear);
  return { payment, year, yearStart: firstOfYear(steps.yearStart, year), inPeriod };
}

/** The last day that the payment covers. */
export const yearEnd = ({ year }: PaidYear): PackedDate => packDate(year.value, 12, 31);

/** Missed years of somebody whose last insured year is known. */
export const missedAfter = ({ rule }: ResidentYearNames, lastYear: Node, { year }: PaidYear): Missed =>
  rule.missed(lastYear, year, null);

/** Missed years of somebody who was insured as an employee up to a month. */
export function missedSince({ rule, reading, step: steps }: ResidentYearNames, lastPaid: Node, { year }: PaidYear): Missed {
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
export function startOf({ step: steps, reading }: ResidentYearNames, { payment, yearStart, inPeriod }: PaidYear): Node {
  if (inPeriod.value === 0 || payment.value < yearStart.value) return payment;
  const { says, node } = reading.fromYearStart;
  return eitherAsRead(steps.lateStart, payment, yearStart, !says, node);
}

/** A wait of a fixed length from a day, or none; nothing is treated before the year that is paid for. */
export const fixedWait = (names: ResidentYearNames, paid: PaidYear, start: Node, length: Node): Waiting =>
  notBefore(names, after(names, start, length, true), paid);

// the first day is a question only where a wait counts from a payment
function after({ waiting, reading }: ResidentYearNames, start: Node, length: Node, fromPayment: boolean): Waiting {
  if (length.value === 0 || !fromPayment) return waitingAfter(waiting, start, length, "start-itself");
  const { says, node } = reading.paymentDayCounts;
  return waitingAfter(waiting, start, length, says ? "start-itself" : "after-start", node);
}

function notBefore({ step: steps }: ResidentYearNames, found: Waiting, { yearStart }: PaidYear): Waiting {
  const { treatmentFrom } = found;
  if (treatmentFrom.value >= yearStart.value) return found;
  return { ...found, treatmentFrom: notEarlier(steps.notBeforeYear, treatmentFrom, yearStart) };
}

/** The first and the last day of treatment that any combination of the open readings gives. */
export interface Span {
  readonly earliest: Node;
  readonly latest: Node;
}

export interface NationalWait {
  readonly months: Node;
  readonly missed: Node;
  readonly waiting: Waiting;
  /** First day by the other reading of the first missed year; `null` where both give the same. */
  readonly other: Node | null;
  /** The wait by that reading. */
  readonly otherMonths: Node | null;
  /** Where several readings move the day. */
  readonly span: Span | null;
}

/**
 * @param exempt newborns and assisted groups (a flag)
 * @param repaired missed years that are paid for now
 */
export function nationalWait(
  names: ResidentYearNames,
  paid: PaidYear,
  exempt: Node,
  missed: Missed,
  repaired: Node,
): NationalWait {
  const { rule, reading, step: steps } = names;
  const { payment, yearStart, inPeriod } = paid;
  const { months, other } = rule.waiting(exempt, inPeriod, missed.years, repaired);
  const span = spanOf(names, paid, exempt, missed, repaired, months);
  if (months.value === 0)
    return {
      months,
      missed: missed.years,
      waiting: fixedWait(names, paid, startOf(names, paid), months),
      other: null,
      otherMonths: null,
      span,
    };
  const { says, node } = reading.fromPayment;
  const chooses = choosesStart(paid);
  const fromPayment = !chooses || says;
  const start = chooses ? eitherAsRead(steps.waitingStart, payment, yearStart, says, node) : payment;
  const waiting = notBefore(names, after(names, start, months, fromPayment), paid);
  if (other === null) return { months, missed: missed.years, waiting, other, otherMonths: null, span };
  const startCounts = !fromPayment || reading.paymentDayCounts.says;
  return {
    months,
    missed: missed.years,
    waiting,
    other: waitedNotBefore(steps.otherTreatmentFrom, start, other, yearStart, startCounts),
    otherMonths: other,
    span,
  };
}

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
