/**
 * The handbook's layers after the pool, for stays until 2022-12-31: the supplementary insurance pays 90 % of the cost above
 * the pool's yearly limit, up to a limit of its own; of what the person then has borne in the year above 10,000, 40 % is paid.
 */
import { exactDifference, exactQuotient, isLess, rounded, times } from "../../engine/arithmetic.ts";
import type { Draft } from "../../engine/draft.ts";
import { step, type Node } from "../../engine/node.ts";
import type { Names } from "./names.ts";
import { deductiblePaid, figureOn, toFen, type PoolShare, type Stay } from "./stay.ts";

/** The running totals of these layers; they move on with every stay. */
export interface HandbookYear {
  supplementary: Node;
  burden: Node;
  subsidy: Node;
  /** Whether a figure was missing for an earlier stay: what accumulates is then unknown for the later ones too. */
  incomplete: boolean;
}

export interface HandbookShare {
  /** `null` below the pool's limit. */
  readonly supplementary: Node | null;
  /** `null` below the threshold of the subsidy. */
  readonly subsidy: Node | null;
  readonly own: Node;
}

/** `null` when a figure is missing, for this stay or for one before it; it is then listed. */
export function handbookPays(
  names: Names,
  stay: Stay,
  layers: Node,
  pool: PoolShare,
  year: HandbookYear,
  draft: Draft,
): HandbookShare | null {
  if (year.incomplete) return null;
  const share = shareOut(names, stay, layers, pool, year, draft);
  year.incomplete = share === null;
  return share;
}

function shareOut(
  names: Names,
  stay: Stay,
  layers: Node,
  pool: PoolShare,
  year: HandbookYear,
  draft: Draft,
): HandbookShare | null {
  const { steps } = stay;
  const { reading, figure } = names;
  const above = aboveLimit(names, stay, pool);
  const supplement = above === null ? NO_SUPPLEMENT : supplementaryPays(names, stay, above, year, draft);
  if (supplement === null) return null;
  const { paid } = supplement;
  const burden = paid === null ? pool.rest : step(steps.burden, pool.rest.value - paid.value, [pool.rest, paid]);

  const before = year.burden;
  const counted = countedBurden(names, stay, burden, supplement.beyond);
  year.burden = step(steps.burdenSoFar, before.value + counted.value, [before, counted, layers]);
  const threshold = figureOn(figure.subsidyThreshold, stay.date, draft);
  const ratio = figureOn(figure.subsidyRatio, stay.date, draft);
  if (threshold === null || ratio === null) return null;
  const excess = Math.max(0, year.burden.value - threshold.value) - Math.max(0, before.value - threshold.value);
  if (excess === 0) {
    return { supplementary: paid, subsidy: null, own: step(steps.ownBelow, burden.value, [burden, year.burden, threshold]) };
  }
  const because: Node[] = reading.deductibleCounts ? [reading.deductible] : [];
  if (supplement.beyond !== null && reading.beyondLimitsCount) because.push(supplement.beyond, reading.beyondLimits);
  const excessNode = step(steps.excess, excess, [before, year.burden, threshold, ...because]);
  const exact = times(steps.subsidyExact, excessNode, ratio);
  const subsidy = capped(names, stay, toFen(names, steps.subsidyRounded, exact), year, draft);
  if (subsidy === null) return null;
  return { supplementary: paid, subsidy, own: step(steps.own, burden.value - subsidy.value, [burden, subsidy]) };
}

/**
 * The cost above the pool's limit, or `null` when the stay stays below it.
 * By cost: the rest of the limit stands for `rest ÷ ratio` of cost, on which the person bears the usual share; what is
 * payable beyond it goes to the next layer. By payment: what the pool would pay by ratio but cannot goes there.
 */
function aboveLimit(
  { reading }: Names,
  { steps, payable, ratio }: Stay,
  { room, exact, rounded: byRatio, paid }: PoolShare,
): Node | null {
  if (room.value >= payable.value) return null;
  if (reading.splitByPayment)
    return byRatio.value === paid.value ? null : exactDifference(steps.aboveLimitByPayment, exact, paid, reading.limitSplit);
  const within = exactQuotient(steps.limitCost, room, ratio, reading.limitSplit);
  return isLess(within, payable) ? exactDifference(steps.aboveLimit, payable, within) : null;
}

interface Supplement {
  readonly paid: Node | null;
  /** Cost above this layer's own limit. */
  readonly beyond: Node | null;
}
const NO_SUPPLEMENT: Supplement = { paid: null, beyond: null };

function supplementaryPays(names: Names, stay: Stay, above: Node, year: HandbookYear, draft: Draft): Supplement | null {
  const { steps } = stay;
  const { figure, reading } = names;
  const ratio = figureOn(figure.supplementaryRatio, stay.date, draft);
  const limit = figureOn(figure.supplementaryLimit, stay.date, draft);
  if (ratio === null || limit === null) return null;
  const used = reading.subsidyCapped
    ? step(steps.supplementaryUsed, year.supplementary.value + year.subsidy.value, [year.supplementary, year.subsidy])
    : year.supplementary;
  const byRatio = toFen(names, steps.supplementaryRounded, times(steps.supplementaryExact, above, ratio));
  const room = step(steps.supplementaryRoom, Math.max(0, limit.value - used.value), [limit, used]);
  const paid = step(steps.supplementary, Math.min(byRatio.value, room.value), [byRatio, room]);
  year.supplementary = step(steps.supplementarySoFar, year.supplementary.value + paid.value, [year.supplementary, paid]);
  return { paid, beyond: byRatio.value > room.value ? beyondOf(stay, above, room, ratio) : null };
}

/** The cost above the rest of this layer's limit, in fen; the person bears it. */
function beyondOf({ steps }: Stay, above: Node, room: Node, ratio: Node): Node | null {
  const beyond = rounded(
    steps.beyondLimits,
    exactDifference(steps.beyondExact, above, exactQuotient(steps.layerCost, room, ratio)),
  );
  return beyond.value > 0 ? beyond : null;
}

/** What of the person's own payment counts towards the subsidy, as read. */
function countedBurden({ reading }: Names, stay: Stay, burden: Node, beyond: Node | null): Node {
  const { steps } = stay;
  let counted = burden;
  if (!reading.deductibleCounts) {
    const within = deductiblePaid(stay);
    counted = step(steps.burdenLess, counted.value - within.value, [counted, within, reading.deductible]);
  }
  if (beyond !== null && !reading.beyondLimitsCount)
    counted = step(steps.burdenLess, counted.value - beyond.value, [counted, beyond, reading.beyondLimits]);
  return counted;
}

/** The subsidy within the limit that it shares with the supplementary insurance, where it is read so. */
function capped(names: Names, stay: Stay, subsidy: Node, year: HandbookYear, draft: Draft): Node | null {
  const { steps } = stay;
  const { figure, reading } = names;
  const used = year.supplementary.value + year.subsidy.value;
  let paid = subsidy;
  if (reading.subsidyCapped) {
    const limit = figureOn(figure.supplementaryLimit, stay.date, draft);
    if (limit === null) return null;
    const usedNode = step(steps.subsidyUsed, used, [year.supplementary, year.subsidy]);
    const room = step(steps.subsidyRoom, Math.max(0, limit.value - used), [limit, usedNode, reading.subsidyCap]);
    paid = step(steps.subsidyCapped, Math.min(subsidy.value, room.value), [subsidy, room]);
  } else {
    const limit = figure.supplementaryLimit.at(stay.date);
    if (limit !== null && used + subsidy.value > limit.value) draft.remarks.push(reading.subsidyCap);
  }
  year.subsidy = step(steps.subsidySoFar, year.subsidy.value + paid.value, [year.subsidy, paid]);
  return paid;
}
