/** The one-off top-up (趸缴) of missing years, DL-05. */
import { figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { DerivedStep, Node } from "../../engine/node.ts";
import { product, roundedToFen, same, takenBy } from "../../engine/operations.ts";
import type { AmountDefinition } from "../../engine/result.ts";
import type { TopUp as Words } from "../../generated/dalian/data.ts";
import { hasLargeSum, type PremiumNames } from "../premium.ts";

export interface Payment {
  /** Rounded to the fen. */
  readonly total: Node;
  /** One month's amount rounded to the fen; `null` where only the total is rounded. */
  readonly month: Node | null;
}

/** The steps of a payment over months, whichever way it is rounded. */
type PaymentSteps = Readonly<Record<"monthExact" | "month" | "exact" | "total", DerivedStep>>;

export const paymentSteps = (
  monthExact: DerivedStep,
  month: DerivedStep,
  exact: DerivedStep,
  total: DerivedStep,
): PaymentSteps => ({ monthExact, month, exact, total });

/** Months at a monthly rate: as the reading says, the month is rounded and then multiplied, or the exact total is rounded once. */
export function payment({ reading: { rounding } }: Words, steps: PaymentSteps, base: Node, rate: Node, months: Node): Payment {
  const monthExact = product(steps.monthExact, base, rate);
  if (!rounding.is.monthFirst)
    return { total: roundedToFen(steps.total, product(steps.exact, monthExact, months), rounding.node), month: null };
  const month = roundedToFen(steps.month, monthExact, rounding.node);
  return { total: product(steps.total, month, months), month };
}

export const bindTopUp = ({ table, step: steps, conflict }: Words) => ({
  topUpConflicts: [conflict.topUpRate],
  topUpBase: table.topUpBase.by("processingMonth", "ownBaseKnown"),
  topUpSteps: paymentSteps(steps.topUpMonthExact, steps.topUpMonth, steps.topUpExact, steps.topUp),
});
export type TopUpNames = Words & ReturnType<typeof bindTopUp> & Pick<PremiumNames, "premiumParts">;

/** Whether the person's own base of the previous month would be used, if there is one; without a rate no base helps. */
export const ownBaseCounts = ({ topUpBase: table, figure }: TopUpNames, asOf: AsOf): boolean =>
  table.value(table.row2(asOf.month, 1), table.out.base) === table.is.base.own && figure.topUpRate.at(asOf.date) !== null;

/**
 * Base of the month of processing × rate × months. `null` when a figure is missing; it is then listed.
 * @param ownBase the person's own base of the previous month, where it is known
 * @param lacking where the missing figures are listed
 */
export function topUpPayment(
  names: TopUpNames,
  ownBase: Node | null,
  asOf: AsOf,
  processing: Node,
  shortfall: Node,
  draft: Draft,
  lacking: Pick<Draft, "missing"> = draft,
): Payment | null {
  const { figure, step: steps, reading, topUpBase: table } = names;
  const kind = table.node(table.row2(asOf.month, ownBase === null ? 0 : 1), table.out.base, [processing]);
  const base = kind.value === table.is.base.assessed ? figureAt(figure.assessedBase, asOf.date, lacking) : ownBase!;

  // since there is a large-sum part, the notices name another rate than the handbook
  const differs = hasLargeSum(names, asOf.month);
  const { is, node } = reading.topUpRate;
  const rate = figureAt(differs && is.flexibleRate ? figure.flexibleBasicRate : figure.topUpRate, asOf.date, lacking);
  if (base === null || rate === null) return null;

  if (differs) draft.conflicts = names.topUpConflicts;
  const rateRead = differs ? same(steps.topUpRate, rate, node) : rate;
  return payment(names, names.topUpSteps, takenBy(steps.topUpBase, kind, base), rateRead, shortfall);
}

interface Told {
  readonly amount: Readonly<Record<"topUp" | "topUpMonth", AmountDefinition>>;
}
export function tellTopUp({ amount }: Told, { total, month }: Payment, draft: Draft): void {
  draft.amounts.push({ definition: amount.topUp, role: "due", node: total });
  if (month !== null) draft.amounts.push({ definition: amount.topUpMonth, role: "part", node: month });
}
