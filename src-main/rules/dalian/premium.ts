/**
 * The flexible worker's monthly premium (DL-01, DL-02).
 * Until 2022-12: base × 6 %. From 2023-01: a basic part and a large-sum part, each rounded to the fen on its own.
 * The base is the assessed base times the flexible share, printed rounded to the yuan while that share was below 100 %.
 */
import { firstDayOf, type Month, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import type { Conflict } from "../../../src-shared/domain/decision.ts";
import { figureAt, NONE, type Draft } from "../engine/draft.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { difference, plus, product, roundedToFen, roundedToYuan, sum } from "../engine/operations.ts";
import type { Premium as Words, Tables } from "../generated/dalian/data.ts";

export interface Premium {
  readonly total: Node;
  readonly basic: Node;
  /** `null` before 2023-01. */
  readonly largeSum: Node | null;
}

export type PremiumNames = Words & ReturnType<typeof premiumNames>;

/** Which parts a month's premium has. */
export const bindPremiumParts = ({ table }: { readonly table: Pick<Tables, "flexiblePremiumParts"> }) => ({
  premiumParts: table.flexiblePremiumParts.by("month"),
});
type PremiumParts = ReturnType<typeof bindPremiumParts>;

export const premiumNames = (words: Words) => ({
  ...bindPremiumParts(words),
  premiumConflicts: [words.conflict.flexibleRate, words.conflict.baseYear],
});

/** Whether there is a large-sum part beside the basic one, whose rate differs from then on from that of the handbook. */
export const hasLargeSum = ({ premiumParts: parts }: PremiumParts, month: Month): boolean =>
  parts.value(parts.row1(month), parts.out.largeSumRate) === 1;

/** What the sources disagree about for a premium paid in that month. */
export const premiumConflictsIn = (names: PremiumNames, month: Month): readonly Conflict[] =>
  hasLargeSum(names, month) ? names.premiumConflicts : NONE;

/** The premium for a month at the figures of `figuresOf` (by default the same month); missing figures are listed and give `null`. */
export function premiumOf(names: PremiumNames, month: Month, draft: Pick<Draft, "missing">, figuresOf = month): Premium | null {
  const { step: steps, reading } = names;
  const date = firstDayOf(figuresOf);
  const base = baseOf(names, date, draft);
  const rate = figureAt(names.figure.flexibleBasicRate, date, draft);
  if (base === null || rate === null) return null;
  const basicExact = product(steps.basicPremiumExact, base, rate);
  const basic = roundedToFen(steps.basicPremium, basicExact);
  const of = leaf(steps.premiumMonth, month);
  if (!hasLargeSum(names, figuresOf)) return { total: sum(steps.monthlyPremium, [basic, of]), basic, largeSum: null };
  const largeSumExact = largeSumOf(names, figuresOf, base, draft);
  if (largeSumExact === null) return null;
  const largeSum = roundedToFen(steps.largeSum, largeSumExact);
  const { is, node } = reading.premiumRounding;
  const together = roundedSum(basicExact, largeSumExact);
  // only here does the order of rounding show
  if (together === basic.value + largeSum.value)
    return { total: sum(steps.monthlyPremium, [basic, largeSum, of]), basic, largeSum };
  if (is.eachPart) return { total: sum(steps.monthlyPremium, [basic, largeSum, of, node]), basic, largeSum };
  const total = told(steps.monthlyPremiumTogether, together, [basicExact, largeSumExact, of, node]);
  return { total, basic, largeSum: difference(steps.largeSumRest, total, basic) };
}

function baseOf({ figure, step: steps }: Words, date: PackedDate, draft: Pick<Draft, "missing">): Node | null {
  const assessed = figureAt(figure.assessedBase, date, draft);
  const share = figureAt(figure.flexibleBaseShare, date, draft);
  if (assessed === null || share === null) return null;
  if (share.value === share.divisor) return assessed;
  return roundedToYuan(steps.flexibleBase, product(steps.flexibleBaseExact, assessed, share));
}

/** A share of the base, with a fixed sum beside it where the month has one. */
function largeSumOf(names: PremiumNames, month: Month, base: Node, draft: Pick<Draft, "missing">): Node | null {
  const { figure, step: steps, premiumParts: parts } = names;
  const date = firstDayOf(month);
  const rate = figureAt(figure.flexibleLargeSumRate, date, draft);
  if (rate === null) return null;
  const share = product(steps.largeSumShareExact, base, rate);
  if (parts.value(parts.row1(month), parts.out.largeSumFixed) === 0) return share;
  const fixed = figureAt(figure.flexibleLargeSumFixed, date, draft);
  return fixed && plus(steps.largeSumExact, share, fixed);
}

/** Two exact parts, rounded to the fen as one. */
const roundedSum = (a: Node, b: Node): number => mulDivRound(a.value * b.divisor + b.value * a.divisor, 1, a.divisor * b.divisor);
