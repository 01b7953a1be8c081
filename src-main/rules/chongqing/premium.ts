/**
 * The individual's premium (CQ-01): base × rate of the tier, for a year or for the months left of it.
 * Shared by enrolment, the premium inquiry, the refund of an overlap and the way out at retirement.
 */
import { firstDayOf, monthOfYear, type Month } from "../../../src-shared/domain/calendar.ts";
import { rounded, times } from "../engine/arithmetic.ts";
import { figureAt, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import { bindShareOfYear, MONTHS_OF_YEAR, type ShareOfYear } from "./share-of-year.ts";

export interface Premium extends ShareOfYear {
  readonly year: Node;
}

/** The month itself counts, and December. */
export const monthsToDecember = (month: Month): number => MONTHS_OF_YEAR + 1 - monthOfYear(month);

/** Rates by the option of the question about the tier, the first before the second. */
export const tierRates = (names: Bindings) => [
  names.figure("chongqing.first-tier-rate"),
  names.figure("chongqing.second-tier-rate"),
];

export function bindPremium(names: Bindings) {
  const base = names.figure("chongqing.individual-base");
  const rates = tierRates(names);
  const tiers = names.leaves("tier");
  const partYear = names.reading("chongqing.part-year");
  const wholeYear = partYear.is("whole-year");
  const ofMonths = bindShareOfYear(names, "premium");
  const steps = {
    startMonth: names.step("startMonth"),
    monthsLeft: names.step("monthsLeft"),
    wholeYearMonths: names.step("wholeYearMonths"),
    yearExact: names.step("premiumYearExact"),
    year: names.step("premiumYear"),
  };

  const ofYear = (tier: number, month: Month, draft: Draft): Node | null => {
    const date = firstDayOf(month);
    const amount = figureAt(base, date, draft);
    const rate = figureAt(rates[tier]!, date, draft);
    return amount === null || rate === null ? null : rounded(steps.year, times(steps.yearExact, amount, rate), tiers[tier]!);
  };
  const monthsFrom = (start: Node): Node => {
    const left = monthsToDecember(start.value);
    if (left === MONTHS_OF_YEAR) return step(steps.monthsLeft, left, [start]);
    return wholeYear
      ? step(steps.wholeYearMonths, MONTHS_OF_YEAR, [start, partYear.node])
      : step(steps.monthsLeft, left, [start, partYear.node]);
  };

  return {
    /** The month from which premiums are paid, as a leaf. */
    start: (month: Month): Node => leaf(steps.startMonth, month),

    /** One year's premium at the figures of `month`; figures that nobody has are listed and give `null`. */
    ofYear,

    /** A year's premium taken for some months. */
    ofMonths,

    /** From `start` to December of its year. */
    from(tier: number, start: Node, draft: Draft): Premium | null {
      const year = ofYear(tier, start.value, draft);
      return year === null ? null : { ...ofMonths(year, monthsFrom(start)), year };
    },
  };
}
