/**
 * The individual's premium (CQ-01): base × rate of the tier, for a year or for the months left of it.
 * Shared by enrolment, the premium inquiry, the refund of an overlap and the way out at retirement.
 */
import { firstDayOf, monthOfYear, type Month } from "../../../src-shared/domain/calendar.ts";
import { figureAt, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, Node, told } from "../engine/node.ts";
import { product, roundedToFen } from "../engine/operations.ts";
import { readingWord } from "../engine/words.ts";
import type { Premium as Words } from "../generated/chongqing/data.ts";
import { MONTHS_OF_YEAR, shareOfYear, type ShareOfYear } from "./share-of-year.ts";

export interface Premium extends ShareOfYear {
  readonly year: Node;
}

/** The month itself counts, and December. */
export const monthsToDecember = (month: Month): number => MONTHS_OF_YEAR + 1 - monthOfYear(month);

export type PremiumWords = Words & { readonly leaf: { readonly tier: readonly Node[] } };

export function premiumOf({ figure, reading, step: steps, leaf: { tier: tiers } }: PremiumWords) {
  // by the option of the question about the tier
  const rates = [figure.firstTierRate, figure.secondTierRate];
  const ofMonths = shareOfYear(reading.rounding, steps.premiumMonth, steps.premium);

  const ofYear = (tier: number, month: Month, draft: Draft): Node | null => {
    const date = firstDayOf(month);
    const amount = figureAt(figure.individualBase, date, draft);
    const rate = figureAt(rates[tier]!, date, draft);
    if (amount === null || rate === null) return null;
    return roundedToFen(steps.premiumYear, product(steps.premiumYearExact, amount, rate), tiers[tier]);
  };
  const monthsFrom = (start: Node): Node => {
    const left = monthsToDecember(start.value);
    if (left === MONTHS_OF_YEAR) return told(steps.monthsLeft, left, [start]);
    return reading.partYear.is.wholeYear
      ? told(steps.wholeYearMonths, MONTHS_OF_YEAR, [start, reading.partYear.node])
      : told(steps.monthsLeft, left, [start, reading.partYear.node]);
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

/** For matters that bind their names themselves. */
export const bindPremium = (names: Bindings) =>
  premiumOf({
    figure: {
      individualBase: names.figure("chongqing.individual-base"),
      firstTierRate: names.figure("chongqing.first-tier-rate"),
      secondTierRate: names.figure("chongqing.second-tier-rate"),
    },
    reading: {
      partYear: readingWord(names.reading("chongqing.part-year")),
      rounding: readingWord(names.reading("chongqing.rounding")),
    },
    leaf: { tier: names.leaves("tier") },
    step: {
      startMonth: names.step("startMonth"),
      monthsLeft: names.step("monthsLeft"),
      wholeYearMonths: names.step("wholeYearMonths"),
      premiumYearExact: names.step("premiumYearExact"),
      premiumYear: names.step("premiumYear"),
      premiumMonth: names.step("premiumMonth"),
      premium: names.step("premium"),
    },
  });
