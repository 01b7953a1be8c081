/**
 * Chongqing, what an individual pays (CQ-01): base × rate of the tier, for a year or for the months left of it, with the care premium
 * (CQ-02) beside it. The premium is shared by enrolment, the refund of an overlap and the way out at retirement.
 */
import { firstDayOf, monthOfYear, type Month } from "../../../src-shared/domain/calendar.ts";
import { figureAt, finish, newDraft, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { product, roundedToFen, untilDecember } from "../engine/operations.ts";
import type { Result } from "../engine/result.ts";
import type { Premium as PieceWords } from "../generated/chongqing/data.ts";
import { define, type Facts, type Words } from "../generated/chongqing/premium.ts";
import { bindCare, careConflictsIn, careFrom } from "./care.ts";
import { MONTHS_OF_YEAR, shareOfYear, type ShareOfYear } from "./share-of-year.ts";

export interface Premium extends ShareOfYear {
  readonly year: Node;
  readonly months: Node;
}

/** Who asks here is not retired: retirees pay no premium. */
export const IN_SERVICE = 0;

type PremiumWords = PieceWords & { readonly leaf: { readonly tier: readonly Node[] } };

export function premiumOf({ figure, reading, step: steps, leaf: { tier: tiers } }: PremiumWords) {
  // by the option of the question about the tier
  const rates = [figure.firstTierRate, figure.secondTierRate];
  const ofMonths = shareOfYear(reading.rounding, steps.premiumMonth, steps.premium);

  const ofYear = (tier: number, month: Month, draft: Pick<Draft, "missing">): Node | null => {
    const date = firstDayOf(month);
    const amount = figureAt(figure.individualBase, date, draft);
    const rate = figureAt(rates[tier]!, date, draft);
    if (amount === null || rate === null) return null;
    return roundedToFen(steps.premiumYear, product(steps.premiumYearExact, amount, rate), tiers[tier]);
  };
  const monthsFrom = (start: Node): Node => {
    if (monthOfYear(start.value) === 1) return untilDecember(steps.monthsLeft, start);
    return reading.partYear.is.wholeYear
      ? told(steps.wholeYearMonths, MONTHS_OF_YEAR, [start, reading.partYear.node])
      : untilDecember(steps.monthsLeft, start, reading.partYear.node);
  };

  return {
    /** One year's premium at the figures of `month`; figures that nobody has are listed and give `null`. */
    ofYear,

    /** A year's premium taken for some months. */
    ofMonths,

    /** From `start` to December of its year. */
    from(tier: number, start: Node, draft: Draft): Premium | null {
      const year = ofYear(tier, start.value, draft);
      if (year === null) return null;
      const months = monthsFrom(start);
      return { ...ofMonths(year, months), year, months };
    },
  };
}

type Names = ReturnType<typeof bind>;

const bind = (words: Words) => ({
  ...words,
  ...bindCare(words),
  premium: premiumOf(words),
  // by tier
  afterwards: [[words.next.enrolment], [words.next.enrolment, words.next.care]],
});

export default define(bind, { evaluate });

function evaluate(names: Names, { tier, startMonth }: Facts, asOf: AsOf): Result {
  const { amount, headline, place, timeLimit } = names;
  const draft = newDraft();
  const start = leaf(names.step.startMonth, startMonth ?? asOf.month);
  const premium = names.premium.from(tier, start, draft);
  const care = careFrom(names, tier, IN_SERVICE, start, draft);
  if (premium !== null) {
    draft.amounts.push({ definition: amount.premium, role: "due", node: premium.total });
    if (premium.month !== null)
      draft.amounts.push(
        { definition: amount.premiumMonth, role: "part", node: premium.month },
        { definition: amount.premiumYear, role: "information", node: premium.year },
      );
  }
  const definition = tier === names.option.tier.first ? amount.careByBank : amount.careByAccount;
  if (care !== null) draft.amounts.push({ definition, role: "due", node: care.total });
  draft.sections.push(names.section.individualPayment);
  draft.next = names.afterwards[tier]!;
  draft.conflicts = careConflictsIn(names, start.value);
  if (premium === null || care === null)
    return finish(draft, "figure-missing", headline.figureMissing, place.tax, timeLimit.none);
  const said = { startMonth: start, monthsLeft: premium.months, premium: premium.total, care: care.total };
  const whole = premium.year.value === premium.total.value;
  return finish(draft, "guidance", whole ? headline.whole(said) : headline.part(said), place.tax, timeLimit.none);
}
