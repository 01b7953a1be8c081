/** What an enrolment, a gap and a refund put to the table of the employee scheme's waiting periods (TL-04, TL-05). */
import { lastDayOf, yearOfDate, yearOfMonth, type Month, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../engine/contribution/waiting.ts";
import { NONE } from "../engine/draft.ts";
import type { Bindings, Fault } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import { chosenReading, type WaitingRule } from "./waiting.ts";

/** Values of the table's input `history`, and labels of the step. */
export const FIRST = 0;
export const LOCAL = 1;
export const ELSEWHERE = 2;

/** Value of the table's third input. */
export const NOT_SPECIAL = 0;

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

export type EmployeeWaitingNames = ReturnType<typeof bindEmployeeWaiting>;

/** The table alone, for who asks for a first enrolment. */
export function bindWaitingTable(names: Bindings) {
  const table = names.table("tieling.employee-waiting");
  return { table, answer: table.output("answer"), days: table.output("days") };
}

export function bindEmployeeWaiting(names: Bindings) {
  const found = bindWaitingTable(names);
  const { table, answer } = found;
  return {
    ...found,
    is: {
      first: table.choice(answer, "first"),
      continuous: table.choice(answer, "continuous"),
      shortGap: table.choice(answer, "short-gap"),
      longGap: table.choice(answer, "long-gap"),
      lastYearPaid: table.choice(answer, "last-year-paid"),
      lastYearUnpaid: table.choice(answer, "last-year-unpaid"),
      yearShortGap: table.choice(answer, "year-short-gap"),
      yearLongGap: table.choice(answer, "year-long-gap"),
    },
    flexible: names.option("capacity", "flexible"),
    lastYear: {
      inTime: names.option("lastYear", "in-time"),
      later: names.option("lastYear", "back-paid"),
      leaves: names.leaves("lastYear"),
    },
    reading: {
      backPaidCounts: chosenReading(names, "tieling.cross-year-back-payment", "full"),
      yearShortGap: chosenReading(names, "tieling.flexible-gap-in-year", "as-employee"),
      yearLongGap: chosenReading(names, "tieling.flexible-long-gap-in-year", "thirty-days"),
    },
    step: {
      lastYearPaid: names.step("lastYearPaid"),
      lastYearBackPaid: names.step("lastYearBackPaid"),
      thisYearPaid: names.step("paidThisYear"),
      longGapWait: names.step("longGapWait"),
      firstPaidOn: names.fact("firstPaidOn"),
    },
    conflict: [names.conflict("tieling.flexible-long-gap")],
    /** What the wait of the year is taken for while nobody says when it began. */
    firstPaid: { fact: names.fact("firstPaidOn"), longAgo: leaf(names.step("firstPaidLongAgo"), 0) },
    firstPaidElsewhen: [{ fact: "firstPaidOn", text: names.fault("firstPaidElsewhen") }],
  };
}

export const rowOf = ({ table }: Pick<EmployeeWaitingNames, "table">, found: WaitingCase): number =>
  table.row([found.capacity, found.history, found.special, found.gap, found.lastYearPaid, found.thisYearPaid]);

/** Whether last year was paid in full (a flag); paid only this year, a reading says. The months have been held against the answer. */
export function lastYearPaid({ lastYear, reading, step: steps }: EmployeeWaitingNames, given: number): Node {
  const said = lastYear.leaves[given]!;
  if (given !== lastYear.later) return step(steps.lastYearPaid, given === lastYear.inTime ? 1 : 0, [said]);
  const { node, says } = reading.backPaidCounts;
  return step(steps.lastYearBackPaid, says ? 1 : 0, [said, node]);
}

/** The same as a number, while the form is being filled. */
export const lastYearCounts = ({ lastYear, reading }: EmployeeWaitingNames, given: number | undefined): boolean =>
  given === lastYear.inTime || (given === lastYear.later && reading.backPaidCounts.says);

/** Whether a month lies in the year of the payment. */
export const inYearOf = (lastPaid: Month, payment: Month): boolean => yearOfMonth(lastPaid) === yearOfMonth(payment);

/** A first payment that is not of the year of the payment, or comes after it. */
export const firstPaidFaults = (
  { firstPaidElsewhen }: EmployeeWaitingNames,
  firstPaidOn: PackedDate | undefined,
  payment: PackedDate,
): readonly Fault[] =>
  firstPaidOn !== undefined && (firstPaidOn > payment || yearOfDate(firstPaidOn) !== yearOfDate(payment))
    ? firstPaidElsewhen
    : NONE;

/** What the table says of somebody, with what is read beside it. */
export interface EmployeeWait {
  readonly answer: Node;
  readonly days: Node;
  /** The gap can be paid and is then covered. */
  readonly payable: boolean;
  /** The gap is lost for good. */
  readonly lost: boolean;
  /** A reading that decides, where one does. */
  readonly because: Node | null;
}

export function employeeWait(names: EmployeeWaitingNames, found: WaitingCase, inputs: readonly Node[]): EmployeeWait {
  const { table, is, reading, step: steps } = names;
  const row = rowOf(names, found);
  const answer = table.node(row, names.answer, inputs);
  const days = table.node(row, names.days, inputs);
  switch (answer.value) {
    case is.shortGap:
      return { answer, days, payable: true, lost: false, because: null };
    case is.longGap:
      return { answer, days, payable: false, lost: true, because: null };
    case is.yearShortGap: {
      const { says, node } = reading.yearShortGap;
      return { answer, days, payable: says, lost: !says, because: node };
    }
    case is.yearLongGap: {
      const { says, node } = reading.yearLongGap;
      const wait = step(steps.longGapWait, says ? days.value : 0, [days, node]);
      return { answer, days: wait, payable: false, lost: true, because: node };
    }
    default:
      return { answer, days, payable: false, lost: false, because: null };
  }
}

/** How many days somebody waits, as a number: for months long past, of which only the strip speaks. */
export function waitDays(
  names: EmployeeWaitingNames,
  capacity: number,
  history: number,
  gap: number,
  inFull: number,
  thisYearPaid: number,
): number {
  const row = rowOf(names, { capacity, history, special: NOT_SPECIAL, gap, lastYearPaid: inFull, thisYearPaid });
  const isRead = names.table.value(row, names.answer) === names.is.yearLongGap && !names.reading.yearLongGap.says;
  return isRead ? 0 : names.table.value(row, names.days);
}

/** The days of a flexible worker's wait, which runs once a year. */
const yearDays = (names: EmployeeWaitingNames, inputs: readonly Node[]): Node =>
  names.table.node(
    rowOf(names, { capacity: names.flexible, history: LOCAL, special: NOT_SPECIAL, gap: 0, lastYearPaid: 0, thisYearPaid: 0 }),
    names.days,
    inputs,
  );

/**
 * The wait of a year whose first payment came before the one in hand: whether it can still run on the day of payment.
 * @param first the month that was paid first, or the last one that it can have been; its payment arrived at the latest on its last day
 */
export const yearWaitMayRun = (names: EmployeeWaitingNames, rule: WaitingRule, first: Month, payment: PackedDate): boolean =>
  rule.after(leaf(names.step.firstPaidOn, lastDayOf(first)), yearDays(names, [])).treatmentFrom.value > payment;

/** The wait that still runs from the year's first payment, or `null`. */
export function yearWait(
  names: EmployeeWaitingNames,
  rule: WaitingRule,
  firstPaidOn: PackedDate | undefined,
  payment: Node,
  paidInFull: Node,
): Waiting | null {
  if (firstPaidOn === undefined || paidInFull.value === 1) return null;
  const found = rule.after(leaf(names.step.firstPaidOn, firstPaidOn), yearDays(names, [paidInFull]));
  return found.treatmentFrom.value > payment.value ? found : null;
}
