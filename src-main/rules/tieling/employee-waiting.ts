/** What an enrolment and a gap put to the table of the employee scheme's waiting periods (TL-04, TL-05). */
import { lastDayOf, yearOfDate, yearOfMonth, type Month, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../engine/contribution/waiting.ts";
import { assumeAnswer, NONE, type Draft } from "../engine/draft.ts";
import type { Fault } from "../engine/formula.ts";
import { meaning } from "../engine/meaning.ts";
import { leaf, told, type Node, type NodeDefinition } from "../engine/node.ts";
import { means } from "../engine/operations.ts";
import type * as City from "../generated/tieling/data.ts";
import { employeeRule, inForce, waitAfter } from "./waiting.ts";

/** The table's inputs. */
export interface WaitingCase {
  readonly capacity: number;
  readonly history: number;
  readonly special: number;
  readonly gap: number;
  readonly lastYearPaid: number;
  /** Whether something was paid for this calendar year before the payment in hand. */
  readonly thisYearPaid: number;
}

type Words = City.EmployeeWaiting &
  City.Waiting & {
    readonly option: {
      readonly capacity: Readonly<Record<"flexible", number>>;
      readonly lastYear: Readonly<Record<"inTime" | "backPaid" | "notFull", number>>;
    };
    readonly leaf: { readonly lastYear: readonly Node[] };
    readonly fact: Readonly<Record<"firstPaidOn", NodeDefinition>>;
    readonly fault: Readonly<Record<"firstPaidElsewhen", string>>;
  };

export const bindEmployeeWaiting = (words: Words) => ({
  ...inForce(words),
  rule: employeeRule(words),
  waits: words.table.employeeWaiting.by("capacity", "history", "special", "gap", "lastYear", "thisYear"),
  histories: words.table.employeeWaiting.in.history,
  notSpecial: words.table.employeeWaiting.in.special.none,
  /** What was paid this year only is a reading's. */
  paidInFull: meaning(words.option.lastYear, { inTime: 1, backPaid: 0, notFull: 0 }),
  /** What the wait of the year is taken for while nobody says when it began. */
  longAgo: leaf(words.step.firstPaidLongAgo, 0),
});
export type EmployeeWaitingNames = Words & ReturnType<typeof bindEmployeeWaiting>;

const rowOf = ({ waits }: EmployeeWaitingNames, found: WaitingCase): number =>
  waits.row([found.capacity, found.history, found.special, found.gap, found.lastYearPaid, found.thisYearPaid]);

/** Whether last year was paid in full (a flag); paid only this year, a reading says. The months have been held against the answer. */
export function lastYearPaid(
  { option, leaf: leaves, reading, step: steps, paidInFull }: EmployeeWaitingNames,
  given: number,
): Node {
  const said = leaves.lastYear[given]!;
  if (given !== option.lastYear.backPaid) return means(steps.lastYearPaid, said, paidInFull);
  const { is, node } = reading.crossYearBackPayment;
  return told(steps.lastYearBackPaid, is.full ? 1 : 0, [said, node]);
}

/** The same as a number, while the form is being filled. */
export const lastYearCounts = ({ option, reading }: EmployeeWaitingNames, given: number | undefined): boolean =>
  given === option.lastYear.inTime || (given === option.lastYear.backPaid && reading.crossYearBackPayment.is.full);

/** Whether a month lies in the year of the payment. */
export const inYearOf = (lastPaid: Month, payment: Month): boolean => yearOfMonth(lastPaid) === yearOfMonth(payment);

/** A first payment that is not of the year of the payment, or comes after it. */
export const firstPaidFaults = (
  { fault }: EmployeeWaitingNames,
  firstPaidOn: PackedDate | undefined,
  payment: PackedDate,
): readonly Fault[] =>
  firstPaidOn !== undefined && (firstPaidOn > payment || yearOfDate(firstPaidOn) !== yearOfDate(payment))
    ? [{ fact: "firstPaidOn", text: fault.firstPaidElsewhen }]
    : NONE;

export const assumeLongAgo = ({ fact, longAgo }: EmployeeWaitingNames, draft: Draft): void =>
  assumeAnswer(draft, fact.firstPaidOn, longAgo);

/** What the table says of somebody, with what is read beside it. */
export interface EmployeeWait {
  readonly answer: Node;
  /** As the table says, which texts name. */
  readonly tabled: Node;
  readonly days: Node;
  /** The gap can be paid and is then covered. */
  readonly payable: boolean;
  /** The gap is lost for good. */
  readonly lost: boolean;
  /** A reading that decides, where one does. */
  readonly because: Node | null;
}

export function employeeWait(names: EmployeeWaitingNames, found: WaitingCase, inputs: readonly Node[]): EmployeeWait {
  const { waits, reading, step: steps } = names;
  const is = waits.is.answer;
  const row = rowOf(names, found);
  const answer = waits.node(row, waits.out.answer, inputs);
  const tabled = waits.node(row, waits.out.days, inputs);
  const wait = { answer, tabled, days: tabled, because: null };
  switch (answer.value) {
    case is.shortGap:
      return { ...wait, payable: true, lost: false };
    case is.longGap:
      return { ...wait, payable: false, lost: true };
    case is.yearShortGap: {
      const { is: read, node } = reading.flexibleGapInYear;
      return { ...wait, payable: read.asEmployee, lost: !read.asEmployee, because: node };
    }
    case is.yearLongGap: {
      const { is: read, node } = reading.flexibleLongGapInYear;
      const days = told(steps.longGapWait, read.thirtyDays ? tabled.value : 0, [tabled, node]);
      return { ...wait, days, payable: false, lost: true, because: node };
    }
    default:
      return { ...wait, payable: false, lost: false };
  }
}

/** How many days somebody waits, as a number: for months long past, of which only the strip speaks. */
export function waitDays(names: EmployeeWaitingNames, found: WaitingCase): number {
  const { waits, reading } = names;
  const row = rowOf(names, found);
  const isRead = waits.value(row, waits.out.answer) === waits.is.answer.yearLongGap && reading.flexibleLongGapInYear.is.none;
  return isRead ? 0 : waits.value(row, waits.out.days);
}

/** The days of a flexible worker's wait, which runs once a year. */
function yearDays(names: EmployeeWaitingNames, inputs: readonly Node[]): Node {
  const { waits, option, histories, notSpecial } = names;
  const row = waits.row([option.capacity.flexible, histories.local, notSpecial, 0, 0, 0]);
  return waits.node(row, waits.out.days, inputs);
}

/**
 * The wait of a year whose first payment came before the one in hand: whether it can still run on the day of payment.
 * @param first the month that was paid first, or the last one that it can have been; its payment arrived at the latest on its last day
 */
export const yearWaitMayRun = (names: EmployeeWaitingNames, first: Month, payment: PackedDate): boolean =>
  waitAfter(names.rule, leaf(names.fact.firstPaidOn, lastDayOf(first)), yearDays(names, NONE)).treatmentFrom.value > payment;

export interface YearWait extends Waiting {
  readonly days: Node;
}

/** The wait that still runs from the year's first payment, or `null`. */
export function yearWait(
  names: EmployeeWaitingNames,
  firstPaidOn: PackedDate | undefined,
  payment: Node,
  paidInFull: Node,
): YearWait | null {
  if (firstPaidOn === undefined || paidInFull.value === 1) return null;
  const days = yearDays(names, [paidInFull]);
  const found = waitAfter(names.rule, leaf(names.fact.firstPaidOn, firstPaidOn), days);
  return found.treatmentFrom.value > payment.value ? { ...found, days } : null;
}
