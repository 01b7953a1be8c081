/**
 * The handbook's layers after the pool, for stays until 2022-12-31: the supplementary insurance pays 90 % of the cost above
 * the pool's yearly limit, up to a limit of its own; of what the person then has borne in the year above 10,000, 40 % is paid.
 */
import type { Draft } from "../../engine/draft.ts";
import { told, type Node } from "../../engine/node.ts";
import { atLeastZero, difference, isLess, plus, product, quotient, roundedToFen, smaller } from "../../engine/operations.ts";
import type { Names } from "./names.ts";
import { deductiblePaid, figureOn, toFen, type PoolShare, type Share, type Stay } from "./stay.ts";

/** The running totals of these layers; they move on with every stay. */
export interface HandbookYear {
  supplementary: Node;
  burden: Node;
  subsidy: Node;
  /** Whether a figure was missing for an earlier stay: what accumulates is then unknown for the later ones too. */
  incomplete: boolean;
}

/** `null` when a figure is missing, for this stay or for one before it; it is then listed. */
export function handbookPays(
  names: Names,
  stay: Stay,
  layers: Node,
  pool: PoolShare,
  year: HandbookYear,
  draft: Draft,
): Share | null {
  const share = year.incomplete ? null : shareOut(names, stay, layers, pool, year, draft);
  year.incomplete = share === null;
  return share;
}

function shareOut(names: Names, stay: Stay, layers: Node, pool: PoolShare, year: HandbookYear, draft: Draft): Share | null {
  const { steps } = stay;
  const { reading, figure } = names;
  const above = aboveLimit(names, stay, pool);
  const supplement = above === null ? NO_SUPPLEMENT : supplementaryPays(names, stay, above, year, draft);
  if (supplement === null) return null;
  const { paid, beyond } = supplement;
  const burden = paid === null ? pool.rest : difference(steps.burden, pool.rest, paid);

  const before = year.burden;
  const after = plus(steps.burdenSoFar, before, countedBurden(names, stay, burden, beyond), layers);
  year.burden = after;
  const threshold = figureOn(figure.subsidyThreshold, stay.date, draft);
  const ratio = figureOn(figure.subsidyRatio, stay.date, draft);
  if (threshold === null || ratio === null) return null;
  const excess = Math.max(0, after.value - threshold.value) - Math.max(0, before.value - threshold.value);
  if (excess === 0) {
    const all = told(steps.ownBelow, burden.value, [burden, after, threshold]);
    return { supplementary: paid, subsidy: null, largeSum: null, own: all };
  }
  const { burdenDeductible, burdenBeyondLimits } = reading;
  const because: Node[] = burdenDeductible.is.counted ? [burdenDeductible.node] : [];
  if (beyond !== null && burdenBeyondLimits.is.counted) because.push(beyond, burdenBeyondLimits.node);
  const counted = told(steps.excess, excess, [before, after, threshold, ...because]);
  const byRatio = toFen(names, steps.subsidyRounded, product(steps.subsidyExact, counted, ratio));
  const subsidy = capped(names, stay, byRatio, year, draft);
  return subsidy && { supplementary: paid, subsidy, largeSum: null, own: difference(steps.own, burden, subsidy) };
}

/**
 * The cost above the pool's limit, or `null` when the stay stays below it.
 * By cost: the rest of the limit stands for `rest ÷ ratio` of cost, on which the person bears the usual share; what is
 * payable beyond it goes to the next layer. By payment: what the pool would pay by ratio but cannot goes there.
 */
function aboveLimit({ reading: { limitSplit } }: Names, { steps, payable, ratio }: Stay, pool: PoolShare): Node | null {
  const { room, exact, rounded, paid } = pool;
  if (room.value >= payable.value) return null;
  if (limitSplit.is.byPayment)
    return rounded.value === paid.value ? null : difference(steps.aboveLimitByPayment, exact, paid, limitSplit.node);
  const within = quotient(steps.limitCost, room, ratio, limitSplit.node);
  return isLess(within, payable) ? difference(steps.aboveLimit, payable, within) : null;
}

interface Supplement {
  readonly paid: Node | null;
  /** Cost above this layer's own limit. */
  readonly beyond: Node | null;
}
const NO_SUPPLEMENT: Supplement = { paid: null, beyond: null };

function supplementaryPays(names: Names, stay: Stay, above: Node, year: HandbookYear, draft: Draft): Supplement | null {
  const { steps, date } = stay;
  const { figure, reading } = names;
  const ratio = figureOn(figure.supplementaryRatio, date, draft);
  const limit = figureOn(figure.supplementaryLimit, date, draft);
  if (ratio === null || limit === null) return null;
  const { supplementary, subsidy } = year;
  const used = reading.subsidyCap.is.shared ? plus(steps.supplementaryUsed, supplementary, subsidy) : supplementary;
  const byRatio = toFen(names, steps.supplementaryRounded, product(steps.supplementaryExact, above, ratio));
  const room = atLeastZero(steps.supplementaryRoom, limit, used);
  const paid = smaller(steps.supplementary, byRatio, room);
  year.supplementary = plus(steps.supplementarySoFar, supplementary, paid);
  return { paid, beyond: byRatio.value > room.value ? beyondOf(stay, above, room, ratio) : null };
}

/** The cost above the rest of this layer's limit, in fen; the person bears it. */
function beyondOf({ steps }: Stay, above: Node, room: Node, ratio: Node): Node | null {
  const exact = difference(steps.beyondExact, above, quotient(steps.layerCost, room, ratio));
  const beyond = roundedToFen(steps.beyondLimits, exact);
  return beyond.value > 0 ? beyond : null;
}

/** What of the person's own payment counts towards the subsidy, as read. */
function countedBurden({ reading }: Names, stay: Stay, burden: Node, beyond: Node | null): Node {
  const { burdenDeductible, burdenBeyondLimits } = reading;
  const { burdenLess } = stay.steps;
  const counted = burdenDeductible.is.counted
    ? burden
    : difference(burdenLess, burden, deductiblePaid(stay), burdenDeductible.node);
  return beyond === null || burdenBeyondLimits.is.counted
    ? counted
    : difference(burdenLess, counted, beyond, burdenBeyondLimits.node);
}

/** The subsidy within the limit that it shares with the supplementary insurance, where it is read so. */
function capped(names: Names, stay: Stay, byRatio: Node, year: HandbookYear, draft: Draft): Node | null {
  const { steps, date } = stay;
  const { is, node } = names.reading.subsidyCap;
  const { supplementaryLimit } = names.figure;
  const { supplementary, subsidy } = year;
  let paid = byRatio;
  if (is.shared) {
    const limit = figureOn(supplementaryLimit, date, draft);
    if (limit === null) return null;
    const room = atLeastZero(steps.subsidyRoom, limit, plus(steps.subsidyUsed, supplementary, subsidy), node);
    paid = smaller(steps.subsidyCapped, byRatio, room);
  } else {
    const limit = supplementaryLimit.at(date);
    if (limit !== null && supplementary.value + subsidy.value + byRatio.value > limit.value) draft.remarks.push(node);
  }
  year.subsidy = plus(steps.subsidySoFar, subsidy, paid);
  return paid;
}
