/**
 * The large-sum medical subsidy, for stays from 2023-01-01: the cost after the pool, accumulated over the year, is paid
 * in three bands above a yearly threshold, without a cap.
 */
import type { Draft } from "../../engine/draft.ts";
import { told, type Node } from "../../engine/node.ts";
import { difference, larger, plus, product, same, sum } from "../../engine/operations.ts";
import type { Names } from "./names.ts";
import { deductiblePaid, figureOn, toFen, type PoolShare, type Share, type Stay } from "./stay.ts";

/** The running total of this layer, which moves on with every stay, and the bands that the last stay used. */
export interface LargeSumYear {
  base: Node;
  bands: Bands | null;
  /** Whether it has been said that the threshold is not verified. */
  isTold: boolean;
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

const paying = (largeSum: Node | null, own: Node): Share => ({ supplementary: null, subsidy: null, largeSum, own });

/** `null` when a figure is missing; it is then listed. The cost accumulates all the same. */
export function largeSumPays(
  names: Names,
  stay: Stay,
  layers: Node,
  { rest }: PoolShare,
  year: LargeSumYear,
  draft: Draft,
): Share | null {
  const { steps, date } = stay;
  const { figure, notice } = names;
  const { is, node: reading } = names.reading.burdenDeductible;
  const before = year.base;
  const counted = is.counted ? rest : difference(steps.baseLess, rest, deductiblePaid(stay), reading);
  const after = plus(steps.baseSoFar, before, counted, layers);
  year.base = after;
  if (counted.value === 0) return paying(null, same(steps.ownNone, rest, counted));

  const bands = bandsOn(names, stay, year, draft);
  const first = figureOn(figure.largeSumRatioFirst, date, draft);
  const second = figureOn(figure.largeSumRatioSecond, date, draft);
  const third = figureOn(figure.largeSumRatioThird, date, draft);
  if (bands === null || first === null || second === null || third === null) return null;
  const { threshold } = bands;
  if (threshold.definition.figure?.grade === "C" && !year.isTold) {
    year.isTold = true;
    draft.notices.push(notice.thresholdUnverified({ "large-sum-threshold": threshold }));
  }
  if (after.value <= threshold.value) return paying(null, told(steps.ownBelow, rest.value, [rest, after, threshold]));
  if (is.counted) draft.remarks.push(reading);
  const largeSum = toFen(names, steps.bandsPaid, inBands(stay, before, after, bands, first, second, third));
  return paying(largeSum, difference(steps.own, rest, largeSum));
}

function bandsOn({ figure, reading, step: steps }: Names, { date }: Stay, year: LargeSumYear, draft: Draft): Bands | null {
  const threshold = figureOn(figure.largeSumThreshold, date, draft);
  const firstWidth = figureOn(figure.largeSumBandFirst, date, draft);
  const secondWidth = figureOn(figure.largeSumBandSecond, date, draft);
  if (threshold === null || firstWidth === null || secondWidth === null) return null;
  const last = year.bands;
  if (last !== null && last.threshold === threshold && last.firstWidth === firstWidth && last.secondWidth === secondWidth)
    return last;
  const { is, node } = reading.largeSumBands;
  const bands = is.aboveThreshold
    ? {
        firstTo: plus(steps.firstBandTo, threshold, firstWidth, node),
        secondTo: plus(steps.secondBandTo, threshold, secondWidth, node),
      }
    : {
        firstTo: larger(steps.firstBandToFromZero, firstWidth, threshold, node),
        secondTo: larger(steps.secondBandToFromZero, secondWidth, threshold, node),
      };
  year.bands = { threshold, firstWidth, secondWidth, firstTo: bands.firstTo, secondTo: bands.secondTo };
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
        ? told(steps.firstBandOnly, inFirst, [before, after, threshold])
        : told(steps.firstBand, inFirst, [before, after, threshold, firstTo]);
    parts.push(product(steps.firstBandPaid, part, first));
  }
  const inSecond = between(firstTo.value, secondTo.value);
  if (inSecond > 0)
    parts.push(product(steps.secondBandPaid, told(steps.secondBand, inSecond, [before, after, firstTo, secondTo]), second));
  const inThird = between(secondTo.value, Infinity);
  if (inThird > 0) parts.push(product(steps.thirdBandPaid, told(steps.thirdBand, inThird, [before, after, secondTo]), third));
  return parts.length === 1 ? parts[0]! : sum(steps.bandsExact, parts);
}
