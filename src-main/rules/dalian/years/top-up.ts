/** The one-off top-up (趸缴) of missing years, DL-05. */
import { figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { DerivedStep, Node } from "../../engine/node.ts";
import { product, roundedToFen, same, takenBy } from "../../engine/operations.ts";
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

export const paymentSteps = <Name extends string>(
  name: Name,
  steps: Readonly<Record<`${Name}MonthExact` | `${Name}Month` | `${Name}Exact` | Name, DerivedStep>>,
): PaymentSteps => ({
  monthExact: steps[`${name}MonthExact`],
  month: steps[`${name}Month`],
  exact: steps[`${name}Exact`],
  total: steps[name],
});

/** Months at a monthly rate: as the reading says, the month is rounded and then multiplied, or the exact total is rounded once. */
export function payment({ reading: { rounding } }: Words, steps: PaymentSteps, base: Node, rate: Node, months: Node): Payment {
  const monthExact = product(steps.monthExact, base, rate);
  if (!rounding.is.monthFirst)
    return { total: roundedToFen(steps.total, product(steps.exact, monthExact, months), rounding.node), month: null };
  const month = roundedToFen(steps.month, monthExact, rounding.node);
  return { total: product(steps.total, month, months), month };
}

export const bindTopUp = ({ table, step: steps, conflict }: Words) => ({
  topUpBase: table.topUpBase.by("processingMonth", "ownBaseKnown"),
  topUpSteps: paymentSteps("topUp", steps),
  topUpConflicts: [conflict.topUpRate],
});
export type TopUpNames = Words & ReturnType<typeof bindTopUp> & Pick<PremiumNames, "premiumParts">;

/** Whether the person's own base of the previous month would be used, if there is one; without a rate no base helps. */
export const ownBaseCounts = ({ topUpBase: table, figure }: TopUpNames, asOf: AsOf): boolean =>
  table.value(table.row2(asOf.month, 1), table.out.base) === table.is.base.own && figure.topUpRate.at(asOf.date) !== null;

/**
 * Base of the month of processing × rate × months. `null` when a figure is missing; it is then listed.
 * @param ownBase the person's own base of the previous month, where it is known
 */
export function topUpPayment(
  names: TopUpNames,
  ownBase: Node | null,
  asOf: AsOf,
  processing: Node,
  shortfall: Node,
  draft: Pick<Draft, "missing">,
): Payment | null {
  const { figure, step: steps, reading, topUpBase: table } = names;
  const kind = table.node(table.row2(asOf.month, ownBase === null ? 0 : 1), table.out.base, [processing]);
  const base = kind.value === table.is.base.assessed ? figureAt(figure.assessedBase, asOf.date, draft) : ownBase!;

  const differs = ratesDiffer(names, asOf);
  const { is, node } = reading.topUpRate;
  const rate = figureAt(differs && is.flexibleRate ? figure.flexibleBasicRate : figure.topUpRate, asOf.date, draft);
  if (base === null || rate === null) return null;

  const rateRead = differs ? same(steps.topUpRate, rate, node) : rate;
  return payment(names, names.topUpSteps, takenBy(steps.topUpBase, kind, base), rateRead, shortfall);
}

/** Since there is a large-sum part, the notices name another rate than the handbook. */
export const ratesDiffer = (names: TopUpNames, asOf: AsOf): boolean => hasLargeSum(names, asOf.month);
