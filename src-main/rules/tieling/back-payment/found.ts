/** What the answers come to: the gap, what the table says of it, and what of last year and this year the months tell. */
import { monthOf, monthOfDate, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import { EMPTY, intersectMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { gapBefore, type Gap } from "../../engine/contribution/gap.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { NONE } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { isSameYear, monthsUntilDay } from "../../engine/operations.ts";
import type { Facts, SomeFacts, Words } from "../../generated/tieling/back-payment.ts";
import {
  employeeWait,
  firstPaidFaults,
  inYearOf,
  lastYearCounts,
  lastYearPaid,
  yearWait,
  yearWaitMayRun,
  type EmployeeWait,
  type EmployeeWaitingNames,
  type WaitingCase,
} from "../employee-waiting.ts";
import { paymentFault, paymentOf } from "../waiting.ts";

export type Names = Words & EmployeeWaitingNames;

const resumedMonth = ({ paidOn }: SomeFacts, asOf: AsOf): Month => monthOfDate(paidOn ?? asOf.date);
const paidSet = ({ paid }: SomeFacts): MonthSet => paid?.set ?? EMPTY;
const gapOf = (facts: SomeFacts, asOf: AsOf): Gap | null => gapBefore(paidSet(facts), resumedMonth(facts, asOf));

const isLocalFlexible = ({ option }: Names, { capacity, fromElsewhere }: SomeFacts): boolean =>
  capacity === option.capacity.flexible && fromElsewhere !== 1;

/** The first month paid in the year of the payment, before it; `null` where it is that year's first payment. */
function firstOfYear(facts: SomeFacts, asOf: AsOf): Month | null {
  const resumed = resumedMonth(facts, asOf);
  const january = monthOf(yearOfMonth(resumed), 1);
  return intersectMonths(paidSet(facts), [january, resumed - 1])[0] ?? null;
}

const caseOf = (names: Names, facts: SomeFacts, gap: Gap, resumed: Month, paidInFull: number): WaitingCase => ({
  capacity: facts.capacity!,
  history: facts.fromElsewhere === 1 ? names.histories.elsewhere : names.histories.local,
  special: names.notSpecial,
  gap: gap.count,
  lastYearPaid: paidInFull,
  thisYearPaid: inYearOf(gap.lastPaid, resumed) ? 1 : 0,
});

/** Whether the gap can be paid, and whether the wait of the year's first payment is a question, while the form is being filled. */
export function derive(names: Names, facts: SomeFacts, asOf: AsOf) {
  const gap = gapOf(facts, asOf);
  if (gap === null || facts.capacity === undefined) return { payable: false, asksFirstPaid: false };
  const resumed = resumedMonth(facts, asOf);
  const inFull = lastYearCounts(names, facts.lastYear);
  const first = firstOfYear(facts, asOf);
  return {
    payable: employeeWait(names, caseOf(names, facts, gap, resumed, inFull ? 1 : 0), NONE).payable,
    asksFirstPaid:
      isLocalFlexible(names, facts) &&
      facts.lastYear !== undefined &&
      !inFull &&
      first !== null &&
      yearWaitMayRun(names, first, facts.paidOn ?? asOf.date),
  };
}

export function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  const wrong = paymentFault(names, facts.paidOn, asOf);
  if (wrong !== null) return [wrong];
  if (gapOf(facts, asOf) === null) return [{ fact: "paid", text: fault.nothingBefore }];
  if (facts.paid.set!.at(-1)! > resumedMonth(facts, asOf)) return [{ fact: "paid", text: fault.monthsAfter }];
  return firstPaidFaults(names, facts.firstPaidOn, facts.paidOn ?? asOf.date);
}

export interface Found {
  readonly gap: Gap;
  readonly payment: Node;
  readonly months: Node;
  readonly wait: EmployeeWait;
  /** The wait of the year's first payment, where it still runs. */
  readonly yearWait: Waiting | null;
  /** Whether that wait may still run and nobody said when it began. */
  readonly firstUnknown: boolean;
  readonly paidInFull: boolean;
  readonly put: WaitingCase;
}

export function find(names: Names, facts: Facts, asOf: AsOf): Found {
  const { fact, step: steps, value, leaf: leaves } = names;
  const payment = paymentOf(names.rule, facts.paidOn, asOf);
  const resumed = monthOfDate(payment.value);
  const gap = gapOf(facts, asOf)!;
  const lastPaid = told(steps.lastPaid, gap.lastPaid, [leaf(fact.paid, facts.paid.count), payment]);
  const months = monthsUntilDay(steps.gapMonths, lastPaid, payment);
  const inputs: Node[] = [leaves.capacity[facts.capacity]!, months];
  if (facts.fromElsewhere !== undefined) {
    const said = leaves.fromElsewhere[facts.fromElsewhere]!;
    inputs.push(told(steps.history, said.value === 1 ? value.history.elsewhere : value.history.local, [said]));
  }
  const inFull = facts.lastYear === undefined ? null : lastYearPaid(names, facts.lastYear);
  if (inFull !== null) inputs.push(inFull);
  const put = caseOf(names, facts, gap, resumed, inFull?.value ?? 0);
  const local = isLocalFlexible(names, facts);
  if (local) inputs.push(isSameYear(steps.paidThisYear, lastPaid, payment));
  const first = local && inFull!.value === 0 ? firstOfYear(facts, asOf) : null;
  return {
    gap,
    payment,
    months,
    wait: employeeWait(names, put, inputs),
    yearWait: first === null ? null : yearWait(names, facts.firstPaidOn, payment, inFull!),
    firstUnknown: first !== null && facts.firstPaidOn === undefined && yearWaitMayRun(names, first, payment.value),
    paidInFull: inFull?.value === 1,
    put,
  };
}
