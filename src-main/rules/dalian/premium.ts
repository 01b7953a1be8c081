/**
 * The flexible worker's monthly premium (DL-01, DL-02 and *Later rules for Dalian*).
 * Until 2022-12: base × 6 %. From 2023-01: a basic part and a large-sum part, each rounded to the fen on its own.
 * The base is the assessed base times the flexible share, printed rounded to the yuan while that share was below 100 %.
 */
import { firstDayOf, monthOf, type Month } from "../../../src-shared/domain/calendar.ts";
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import type { Conflict } from "../../../src-shared/domain/decision.ts";
import { rounded, times } from "../engine/arithmetic.ts";
import { NONE } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, Node, step } from "../engine/node.ts";
import type { FigureMissing } from "../engine/result.ts";

export interface Premium {
  readonly total: Node;
  readonly basic: Node;
  /** `null` before 2023-01. */
  readonly largeSum: Node | null;
}

const FEN_PER_YUAN = 100;
/** Two exact parts, rounded to the fen as one. */
const roundedSum = (a: Node, b: Node): number => mulDivRound(a.value * b.divisor + b.value * a.divisor, 1, a.divisor * b.divisor);

/** From here on the notices name other rates than the handbook and the answers of 2025. */
export const RATES_DIFFER_FROM: Month = monthOf(2023, 1);

export function bindPremium(names: Bindings) {
  const figure = {
    base: names.figure("dalian.assessed-base"),
    share: names.figure("dalian.flexible-base-share"),
    basicRate: names.figure("dalian.flexible-basic-rate"),
    largeSumRate: names.figure("dalian.flexible-large-sum-rate"),
    largeSumFixed: names.figure("dalian.flexible-large-sum-fixed"),
  };
  const conflicts = [names.conflict("dalian.flexible-rate"), names.conflict("dalian.base-year")];
  const parts = names.table("dalian.flexible-premium-parts");
  const has = { largeSumRate: parts.output("large-sum-rate"), largeSumFixed: parts.output("large-sum-fixed") };
  const steps = {
    month: names.step("premiumMonth"),
    baseExact: names.step("flexibleBaseExact"),
    base: names.step("flexibleBase"),
    basicExact: names.step("basicPremiumExact"),
    basic: names.step("basicPremium"),
    largeSumShare: names.step("largeSumShareExact"),
    largeSumExact: names.step("largeSumExact"),
    largeSum: names.step("largeSum"),
    total: names.step("monthlyPremium"),
    together: names.step("monthlyPremiumTogether"),
    largeSumRest: names.step("largeSumRest"),
  };
  const rounding = names.reading("dalian.premium-rounding");
  const roundsTogether = rounding.is("together");

  function baseOf(month: Month, missing: FigureMissing[]): Node | null {
    const date = firstDayOf(month);
    const assessed = figure.base.at(date);
    const share = figure.share.at(date);
    if (assessed === null) missing.push({ figure: figure.base, date });
    if (share === null) missing.push({ figure: figure.share, date });
    if (assessed === null || share === null) return null;
    if (share.value === share.divisor) return assessed;
    const exact = times(steps.baseExact, assessed, share);
    return step(steps.base, mulDivRound(exact.value, 1, exact.divisor * FEN_PER_YUAN) * FEN_PER_YUAN, [exact]);
  }

  function largeSumOf(month: Month, base: Node, missing: FigureMissing[]): Node | null | undefined {
    const date = firstDayOf(month);
    const row = parts.row1(month);
    if (parts.value(row, has.largeSumRate) === 0) return null;
    const rate = figure.largeSumRate.at(date);
    if (rate === null) {
      missing.push({ figure: figure.largeSumRate, date });
      return undefined;
    }
    const share = times(steps.largeSumShare, base, rate);
    if (parts.value(row, has.largeSumFixed) === 0) return rounded(steps.largeSum, share);
    const fixed = figure.largeSumFixed.at(date);
    if (fixed === null) {
      missing.push({ figure: figure.largeSumFixed, date });
      return undefined;
    }
    const sum = new Node(steps.largeSumExact, share.value + fixed.value * share.divisor, share.divisor, [share, fixed]);
    return rounded(steps.largeSum, sum);
  }

  return {
    /** What the sources disagree about for a premium paid in that month. */
    conflictsIn: (month: Month): readonly Conflict[] => (month >= RATES_DIFFER_FROM ? conflicts : NONE),

    /** The premium for a month at the figures of `figuresOf` (by default the same month); missing figures are listed and give `null`. */
    of(month: Month, missing: FigureMissing[], figuresOf: Month = month): Premium | null {
      const base = baseOf(figuresOf, missing);
      const rate = figure.basicRate.at(firstDayOf(figuresOf));
      if (rate === null) missing.push({ figure: figure.basicRate, date: firstDayOf(figuresOf) });
      if (base === null || rate === null) return null;
      const basic = rounded(steps.basic, times(steps.basicExact, base, rate));
      const largeSum = largeSumOf(figuresOf, base, missing);
      if (largeSum === undefined) return null;
      const monthLeaf = leaf(steps.month, month);
      if (largeSum === null) return { total: step(steps.total, basic.value, [basic, monthLeaf]), basic, largeSum };
      const sum = basic.value + largeSum.value;
      const together = roundedSum(basic.inputs[0]!, largeSum.inputs[0]!);
      if (together === sum) return { total: step(steps.total, sum, [basic, largeSum, monthLeaf]), basic, largeSum };
      // only here does the order of rounding show
      if (!roundsTogether) return { total: step(steps.total, sum, [basic, largeSum, monthLeaf, rounding.node]), basic, largeSum };
      const inputs = [basic.inputs[0]!, largeSum.inputs[0]!, monthLeaf, rounding.node];
      const total = step(steps.together, together, inputs);
      return { total, basic, largeSum: step(steps.largeSumRest, together - basic.value, [total, basic]) };
    },
  };
}
export type PremiumNames = ReturnType<typeof bindPremium>;
