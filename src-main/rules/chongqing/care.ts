/**
 * Long-term care premium (CQ-02): one payment by bank withholding in the first tier, monthly out of the personal account
 * in the second. Twelve months rounded on their own would not add up to the year (122 ÷ 12), so one month takes the rest.
 */
import { firstDayOf, type Month } from "../../../src-shared/domain/calendar.ts";
import type { Conflict } from "../../../src-shared/domain/decision.ts";
import { figureAt, NONE, type Draft } from "../engine/draft.ts";
import { told, type Node } from "../engine/node.ts";
import { product, share, twelfth, twelfths, untilDecember } from "../engine/operations.ts";
import type { Care as Words } from "../generated/chongqing/data.ts";
import { decemberOf, MONTHS_OF_YEAR } from "./share-of-year.ts";

export interface Care {
  readonly total: Node;
  readonly months: Node;
  /** One month's withholding; `null` where it is paid at once. */
  readonly month: Node | null;
  /** The month that takes the rest, and when that is; `null` where all months are equal. */
  readonly rest: { readonly amount: Node; readonly month: Node } | null;
}

type CareWords = Words & {
  readonly option: { readonly tier: { readonly first: number } };
  readonly leaf: { readonly tier: readonly Node[] };
};

export const bindCare = ({ figure, conflict, table }: CareWords) => ({
  // by capacity: in service, retired
  careFigures: [figure.carePremium, figure.carePremiumRetired],
  careConflicts: [conflict.carePremium],
  careSources: table.careSources.by("month"),
});
type Names = CareWords & ReturnType<typeof bindCare>;

/** What the sources disagree about for a premium paid from that month on. */
export const careConflictsIn = ({ careConflicts, careSources }: Names, start: Month): readonly Conflict[] =>
  careSources.value(careSources.row1(start), careSources.out.answer) === careSources.is.answer.outdated ? careConflicts : NONE;

/** From `start` to December of its year; a figure that nobody has is listed and gives `null`. */
export function careFrom(names: Names, tier: number, capacity: number, start: Node, draft: Draft): Care | null {
  const { step: steps } = names;
  const { is, node } = names.reading.carePartYear;
  const year = figureAt(names.careFigures[capacity]!, firstDayOf(start.value), draft);
  if (year === null) return null;
  const partly = decemberOf(start.value) - start.value < MONTHS_OF_YEAR - 1;
  const months = untilDecember(is.byMonth ? steps.careMonths : steps.careWholeMonths, start, partly ? node : undefined);
  if (tier !== names.option.tier.first) return monthly(names, year, start, months);
  const because = names.leaf.tier[tier]!;
  const total =
    is.byMonth && partly
      ? twelfths(steps.careOnce, year, months, because)
      : told(steps.careWhole, year.value, [year, because, ...months.inputs]);
  return { total, months, month: null, rest: null };
}

/** All months of the year share its amount, or those from the start on; the payer pays the latter. */
function monthly({ step: steps, reading }: Names, year: Node, start: Node, months: Node): Care {
  const { is, node: because } = reading.careRest;
  const ofYear = reading.carePartYear.is.byMonth || months.value === MONTHS_OF_YEAR;
  const count = ofYear ? MONTHS_OF_YEAR : months.value;
  const month = ofYear ? twelfth(steps.carePart, year) : share(steps.carePartOf, year, months);
  if (month.value * count === year.value) return { total: product(steps.careByMonth, month, months), months, month, rest: null };
  // the months that share the amount end with December
  const december = decemberOf(start.value);
  const restMonth = is.lastMonth ? december : december - count + 1;
  if (restMonth < start.value) {
    const part = twelfth(steps.carePart, year, because);
    return { total: product(steps.careByMonth, part, months), months, month: part, rest: null };
  }
  const amount = told(steps.careRest, year.value - month.value * (count - 1), [year, month, because]);
  const total = told(steps.careWithRest, month.value * (months.value - 1) + amount.value, [month, amount, months]);
  return { total, months, month, rest: { amount, month: told(steps.careRestMonth, restMonth, [start, because]) } };
}
