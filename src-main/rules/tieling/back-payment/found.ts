/** What the answers come to: the gap, what the table says of it, and what of last year and this year the months tell. */
import { monthOf, monthOfDate, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import { EMPTY, intersectMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { gapBefore, type Gap } from "../../engine/contribution/gap.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { NONE } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import {
  ELSEWHERE,
  employeeWait,
  firstPaidFaults,
  inYearOf,
  lastYearCounts,
  lastYearPaid,
  LOCAL,
  NOT_SPECIAL,
  yearWait,
  yearWaitMayRun,
  type EmployeeWait,
  type WaitingCase,
} from "../employee-waiting.ts";
import { paymentFault } from "../waiting.ts";
import type { GapFacts, Names, SomeGapFacts } from "./names.ts";

const resumedMonth = ({ paidOn }: SomeGapFacts, asOf: AsOf): Month => monthOfDate(paidOn ?? asOf.date);
const paidSet = ({ paid }: SomeGapFacts): MonthSet => paid?.set ?? EMPTY;
export const gapOf = (facts: SomeGapFacts, asOf: AsOf): Gap | null => gapBefore(paidSet(facts), resumedMonth(facts, asOf));

const isLocalFlexible = ({ flexible }: Names, { capacity, fromElsewhere }: SomeGapFacts): boolean =>
  capacity === flexible && fromElsewhere !== 1;

/** The first month paid in the year of the payment, before it; `null` where it is that year's first payment. */
function firstOfYear(facts: SomeGapFacts, asOf: AsOf): Month | null {
  const resumed = resumedMonth(facts, asOf);
  const january = monthOf(yearOfMonth(resumed), 1);
  return intersectMonths(paidSet(facts), [january, resumed - 1])[0] ?? null;
}

const caseOf = (facts: SomeGapFacts, gap: Gap, resumed: Month, paidInFull: number): WaitingCase => ({
  capacity: facts.capacity!,
  history: facts.fromElsewhere === 1 ? ELSEWHERE : LOCAL,
  special: NOT_SPECIAL,
  gap: gap.count,
  lastYearPaid: paidInFull,
  thisYearPaid: inYearOf(gap.lastPaid, resumed) ? 1 : 0,
});

/** Whether the gap can be paid, and whether the wait of the year's first payment is a question, while the form is being filled. */
export function derived(names: Names, facts: SomeGapFacts, asOf: AsOf) {
  const gap = gapOf(facts, asOf);
  if (gap === null || facts.capacity === undefined) return { payable: false, asksFirstPaid: false };
  const resumed = resumedMonth(facts, asOf);
  const inFull = lastYearCounts(names.table, facts.lastYear);
  const first = firstOfYear(facts, asOf);
  return {
    payable: employeeWait(names.table, caseOf(facts, gap, resumed, inFull ? 1 : 0), NONE).payable,
    asksFirstPaid:
      isLocalFlexible(names, facts) &&
      facts.lastYear !== undefined &&
      !inFull &&
      first !== null &&
      yearWaitMayRun(names.table, names.waiting, first, facts.paidOn ?? asOf.date),
  };
}

export function contradictions(names: Names, facts: GapFacts, asOf: AsOf): readonly Fault[] {
  const { fault, table } = names;
  const wrong = paymentFault(fault.payment, facts.paidOn, asOf);
  if (wrong !== null) return [{ fact: "paidOn", text: wrong }];
  const gap = gapOf(facts, asOf);
  if (gap === null) return [fault.nothingBefore];
  if (facts.paid.set!.at(-1)! > resumedMonth(facts, asOf)) return [fault.monthsAfter];
  return firstPaidFaults(table, facts.firstPaidOn, facts.paidOn ?? asOf.date);
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
  readonly table: WaitingCase;
}

export function find(names: Names, facts: GapFacts, asOf: AsOf): Found {
  const { step: steps, leaf: leaves, table } = names;
  const payment = names.waiting.payment(facts.paidOn, asOf);
  const resumed = monthOfDate(payment.value);
  const gap = gapOf(facts, asOf)!;
  const lastPaid = step(steps.lastPaid, gap.lastPaid, [leaf(steps.paid, facts.paid.count), payment]);
  const months = step(steps.gapMonths, gap.count, [lastPaid, payment]);
  const inputs: Node[] = [leaves.capacity[facts.capacity]!, months];
  if (facts.fromElsewhere !== undefined)
    inputs.push(step(steps.history, facts.fromElsewhere === 1 ? ELSEWHERE : LOCAL, [leaves.fromElsewhere[facts.fromElsewhere]!]));
  const inFull = facts.lastYear === undefined ? null : lastYearPaid(table, facts.lastYear);
  if (inFull !== null) inputs.push(inFull);
  const put = caseOf(facts, gap, resumed, inFull?.value ?? 0);
  const local = isLocalFlexible(names, facts);
  if (local) inputs.push(step(table.step.thisYearPaid, put.thisYearPaid, [lastPaid, payment]));
  const first = local && inFull!.value === 0 ? firstOfYear(facts, asOf) : null;
  return {
    gap,
    payment,
    months,
    wait: employeeWait(table, put, inputs),
    yearWait: first === null ? null : yearWait(table, names.waiting, facts.firstPaidOn, payment, inFull!),
    firstUnknown: first !== null && facts.firstPaidOn === undefined && yearWaitMayRun(table, names.waiting, first, payment.value),
    paidInFull: inFull?.value === 1,
    table: put,
  };
}
