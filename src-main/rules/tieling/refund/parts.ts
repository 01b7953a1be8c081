/** What comes back of each payment: all of it, or the share of the months that the reason names. */
import { mulDivRound } from "../../../../src-shared/domain/money.ts";
import { countMonths, EMPTY, intersectMonths, uniteMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Names, PaymentRecord } from "./names.ts";
import type { Window } from "./window.ts";

export interface Parts {
  readonly person: readonly Node[];
  readonly unit: readonly Node[];
  /** Months refunded of each payment. */
  readonly months: readonly Node[];
  readonly refunded: MonthSet;
  readonly paid: MonthSet;
}

export function partsOf(names: Names, payments: readonly PaymentRecord[], window: Window): Parts {
  const person: Node[] = [];
  const unit: Node[] = [];
  const months: Node[] = [];
  let refunded = EMPTY;
  let paid = EMPTY;
  for (const record of payments) {
    const period: MonthSet = [record.from, record.to];
    paid = uniteMonths(paid, period);
    const byUnit = record.payer === names.option.unit;
    const within = byUnit && window.ownOnly ? EMPTY : intersectMonths(period, window.months);
    if (within.length === 0) continue;
    refunded = uniteMonths(refunded, within);
    const from = leaf(names.step.from, record.from);
    const to = leaf(names.step.to, record.to);
    const count = step(names.step.refundMonths, countMonths(within), [from, to, ...window.because]);
    months.push(count);
    (byUnit ? unit : person).push(partOf(names, record, count, [from, to]));
  }
  return { person, unit, months, refunded, paid };
}

function partOf({ step: steps, reading }: Names, { from, to, amount }: PaymentRecord, count: Node, ends: readonly Node[]): Node {
  const paid = leaf(steps.amount, amount);
  const all = step(steps.paymentMonths, to - from + 1, ends);
  if (count.value === all.value) return step(steps.partWhole, amount, [paid, count]);
  if (reading.byMonthShare) {
    const share = mulDivRound(amount, count.value, all.value);
    return step(steps.partShare, share, [paid, count, all, reading.rounding]);
  }
  const month = step(steps.partMonth, mulDivRound(amount, 1, all.value), [paid, all]);
  return step(steps.partMonths, Math.min(amount, month.value * count.value), [month, count, paid, reading.rounding]);
}
