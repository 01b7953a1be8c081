/**
 * The large-sum medical subsidy, for stays from 2023-01-01: the cost after the pool, accumulated over the year, is paid
 * in three bands above a yearly threshold, without a cap.
 */
import { times } from "../../engine/arithmetic.ts";
import type { Draft } from "../../engine/draft.ts";
import { Node, step, type NodeDefinition } from "../../engine/node.ts";
import type { Names } from "./names.ts";
import { deductiblePaid, figureOn, toFen, type PoolShare, type Stay } from "./stay.ts";

/** The running total of this layer, which moves on with every stay, and the bands that the last stay used. */
export interface LargeSumYear {
  base: Node;
  bands: Bands | null;
}

/** Bands of the accumulated cost; made once for all stays under the same figures. */
interface Bands {
  readonly threshold: Node;
  readonly firstWidth: Node;
  readonly secondWidth: Node;
  /** Where the first and the second band end. */
  readonly firstTo: Node;
  readonly secondTo: Node;
}

export interface LargeSumShare {
  /** `null` below the threshold. */
  readonly largeSum: Node | null;
  readonly own: Node;
}

/** `null` when a figure is missing; it is then listed. The cost accumulates all the same. */
export function largeSumPays(
  names: Names,
  stay: Stay,
  layers: Node,
  { rest }: PoolShare,
  year: LargeSumYear,
  draft: Draft,
): LargeSumShare | null {
  const { steps, date } = stay;
  const { reading, figure } = names;
  const before = year.base;
  let counted = rest;
  if (!reading.deductibleCounts) {
    const within = deductiblePaid(stay);
    counted = step(steps.baseLess, rest.value - within.value, [rest, within, reading.deductible]);
  }
  const after = step(steps.baseSoFar, before.value + counted.value, [before, counted, layers]);
  year.base = after;
  if (counted.value === 0) return { largeSum: null, own: step(steps.ownNone, rest.value, [rest, counted]) };

  const bands = bandsOn(names, stay, year, draft);
  const first = figureOn(figure.firstRatio, date, draft);
  const second = figureOn(figure.secondRatio, date, draft);
  const third = figureOn(figure.thirdRatio, date, draft);
  if (bands === null || first === null || second === null || third === null) return null;
  if (bands.threshold.definition.figure?.grade === "C" && !draft.notices.includes(names.notice.thresholdUnverified))
    draft.notices.push(names.notice.thresholdUnverified);
  if (after.value <= bands.threshold.value)
    return { largeSum: null, own: step(steps.ownBelow, rest.value, [rest, after, bands.threshold]) };
  if (reading.deductibleCounts) draft.remarks.push(reading.deductible);
  const largeSum = toFen(names, steps.bandsPaid, inBands(stay, before, after, bands, first, second, third));
  return { largeSum, own: step(steps.own, rest.value - largeSum.value, [rest, largeSum]) };
}

function bandsOn({ figure, reading, step: steps }: Names, { date }: Stay, year: LargeSumYear, draft: Draft): Bands | null {
  const threshold = figureOn(figure.threshold, date, draft);
  const firstWidth = figureOn(figure.firstBand, date, draft);
  const secondWidth = figureOn(figure.secondBand, date, draft);
  if (threshold === null || firstWidth === null || secondWidth === null) return null;
  const last = year.bands;
  if (last !== null && last.threshold === threshold && last.firstWidth === firstWidth && last.secondWidth === secondWidth)
    return last;
  const bandTo = (width: Node, above: NodeDefinition, fromZero: NodeDefinition): Node =>
    reading.bandsAboveThreshold
      ? step(above, threshold.value + width.value, [threshold, width, reading.bands])
      : step(fromZero, Math.max(threshold.value, width.value), [width, threshold, reading.bands]);
  year.bands = {
    threshold,
    firstWidth,
    secondWidth,
    firstTo: bandTo(firstWidth, steps.firstBandTo, steps.firstBandToFromZero),
    secondTo: bandTo(secondWidth, steps.secondBandTo, steps.secondBandToFromZero),
  };
  return year.bands;
}

/** Σ ratio × the part of the accumulated cost between `before` and `after` that lies in the ratio's band. */
function inBands({ steps }: Stay, before: Node, after: Node, bands: Bands, first: Node, second: Node, third: Node): Node {
  const { threshold, firstTo, secondTo } = bands;
  const between = (low: number, high: number): number => Math.min(after.value, high) - Math.max(before.value, low);
  const parts: Node[] = [];
  const inFirst = between(threshold.value, firstTo.value);
  if (inFirst > 0) {
    // up to the first band's width it makes no difference from where the bands are measured
    const part =
      after.value <= bands.firstWidth.value
        ? step(steps.firstBandOnly, inFirst, [before, after, threshold])
        : step(steps.firstBand, inFirst, [before, after, threshold, firstTo]);
    parts.push(times(steps.firstBandPaid, part, first));
  }
  const inSecond = between(firstTo.value, secondTo.value);
  if (inSecond > 0)
    parts.push(times(steps.secondBandPaid, step(steps.secondBand, inSecond, [before, after, firstTo, secondTo]), second));
  const inThird = between(secondTo.value, Infinity);
  if (inThird > 0) parts.push(times(steps.thirdBandPaid, step(steps.thirdBand, inThird, [before, after, secondTo]), third));
  return parts.length === 1 ? parts[0]! : exactSum(steps.bandsExact, parts);
}

function exactSum(definition: NodeDefinition, parts: readonly Node[]): Node {
  let divisor = 1;
  for (const part of parts) divisor = leastCommonMultiple(divisor, part.divisor);
  let value = 0;
  for (const part of parts) value += part.value * (divisor / part.divisor);
  return new Node(definition, value, divisor, parts);
}

function leastCommonMultiple(a: number, b: number): number {
  let high = a;
  let low = b;
  while (low > 0) [high, low] = [low, high % low];
  return (a / high) * b;
}
