/** What comes back of each payment: all of it, or the share of the months that the reason names. */
import { countMonths, EMPTY, intersectMonths, uniteMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { monthsFromTo, partOf, productAtMost, same, share } from "../../engine/operations.ts";
import type { Facts, Words } from "../../generated/tieling/refund.ts";
import type { Window } from "./window.ts";

export interface Parts {
  readonly person: readonly Node[];
  readonly unit: readonly Node[];
  /** Months refunded of each payment. */
  readonly months: readonly Node[];
  readonly refunded: MonthSet;
  readonly paid: MonthSet;
}

export function partsOf(words: Words, payments: Facts["payments"], window: Window): Parts {
  const { payments: fields } = words.field;
  const person: Node[] = [];
  const unit: Node[] = [];
  const months: Node[] = [];
  let refunded = EMPTY;
  let paid = EMPTY;
  for (const record of payments) {
    const period: MonthSet = [record.from, record.to];
    paid = uniteMonths(paid, period);
    const byUnit = record.payer === words.option.payments.payer.unit;
    const within = byUnit && window.ownOnly ? EMPTY : intersectMonths(period, window.months);
    if (within.length === 0) continue;
    refunded = uniteMonths(refunded, within);
    const from = leaf(fields.from, record.from);
    const to = leaf(fields.to, record.to);
    const count = told(words.step.refundMonths, countMonths(within), [from, to, ...window.because]);
    months.push(count);
    (byUnit ? unit : person).push(partPaid(words, record.amount, count, from, to));
  }
  return { person, unit, months, refunded, paid };
}

function partPaid({ field, step: steps, reading }: Words, amount: number, count: Node, from: Node, to: Node): Node {
  const paid = leaf(field.payments.amount, amount);
  const all = monthsFromTo(steps.paymentMonths, from, to);
  if (count.value === all.value) return same(steps.partWhole, paid, count);
  const { is, node } = reading.refundRounding;
  if (is.byMonthShare) return partOf(steps.partShare, paid, count, all, node);
  const month = share(steps.partMonth, paid, all);
  return productAtMost(steps.partMonths, month, count, paid, node);
}
