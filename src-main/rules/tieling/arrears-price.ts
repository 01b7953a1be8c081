/**
 * What months cost that are paid afterwards (TL-12, TL-13): last year's average wage when paid × the rate of the way
 * of being insured × months. Nobody publishes the wage; where the office has not entered it the price is missing.
 */
import { figureAt, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Node } from "../engine/node.ts";
import { product, roundedToFen, same, takenBy, twelfth } from "../engine/operations.ts";
import type { ArrearsPrice as Words } from "../generated/tieling/data.ts";

/** 单建统筹 or 统账结合: the pool only, or pool and personal account. Rates differ by it. */
export interface FundModeWords {
  readonly option: { readonly fundMode: Readonly<Record<"combined", number>> };
  readonly leaf: { readonly fundMode: readonly Node[] };
}

/** The price of one month and of all. */
export interface Price {
  readonly total: Node;
  /** `null` where only the total is rounded. */
  readonly month: Node | null;
}

export function arrearsRate(words: Words & FundModeWords, mode: number, asOf: AsOf, draft: Pick<Draft, "missing">): Node | null {
  const { figure, option, leaf, step: steps } = words;
  const combined = mode === option.fundMode.combined;
  const rate = figureAt(combined ? figure.arrearsRateCombined : figure.arrearsRatePoolOnly, asOf.date, draft);
  return rate && takenBy(steps.arrearsRate, leaf.fundMode[mode]!, rate);
}

function baseOf({ figure, reading, step: steps }: Words, asOf: AsOf, draft: Pick<Draft, "missing">): Node | null {
  const { is, node } = reading.averageWage;
  const wage = figureAt(is.monthly ? figure.averageWageMonth : figure.averageWageYear, asOf.date, draft);
  return wage && (is.monthly ? same : twelfth)(steps.arrearsBase, wage, node);
}

/** @param rate the rate in force, or `null` where it is missing and listed already */
export function arrearsPrice(
  words: Words,
  asOf: AsOf,
  rate: Node | null,
  months: Node,
  draft: Pick<Draft, "missing">,
): Price | null {
  const base = baseOf(words, asOf, draft);
  if (base === null || rate === null) return null;
  const { step: steps, reading } = words;
  const { is, node } = reading.rounding;
  const monthExact = product(steps.topUpMonthExact, base, rate);
  if (!is.monthFirst)
    return { total: roundedToFen(steps.topUp, product(steps.topUpExact, monthExact, months), node), month: null };
  const month = roundedToFen(steps.topUpMonth, monthExact, node);
  return { total: product(steps.topUp, month, months), month };
}
