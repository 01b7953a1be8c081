/**
 * Long-term care premium (CQ-02): one payment by bank withholding in the first tier, monthly out of the personal account
 * in the second. Twelve months rounded on their own would not add up to the year (122 ÷ 12), so one month takes the rest.
 */
import { firstDayOf, monthOf, monthOfYear, type Month } from "../../../src-shared/domain/calendar.ts";
import type { Conflict } from "../../../src-shared/domain/decision.ts";
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import { figureAt, NONE, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { step, type Node } from "../engine/node.ts";
import { monthsToDecember } from "./premium.ts";
import { MONTHS_OF_YEAR } from "./share-of-year.ts";

/** The answers give the amount of 2023 and are still reprinted. */
const LATER_AMOUNTS_FROM: Month = monthOf(2024, 1);

export interface Care {
  readonly total: Node;
  readonly year: Node;
  /** One month's withholding; `null` where it is paid at once. */
  readonly month: Node | null;
  /** The month that takes the rest, and when that is; `null` where all months are equal. */
  readonly rest: { readonly amount: Node; readonly month: Node } | null;
}

export function bindCare(names: Bindings) {
  const conflicts = [names.conflict("chongqing.care-premium")];
  // by capacity: in service, retired
  const figures = [names.figure("chongqing.care-premium"), names.figure("chongqing.care-premium-retired")];
  const firstTier = names.option("tier", "first");
  const tiers = names.leaves("tier");
  const rest = names.reading("chongqing.care-rest");
  const restLast = rest.is("last-month");
  const partYear = names.reading("chongqing.care-part-year");
  const byMonth = partYear.is("by-month");
  const steps = {
    months: names.step("careMonths"),
    wholeMonths: names.step("careWholeMonths"),
    whole: names.step("careWhole"),
    once: names.step("careOnce"),
    part: names.step("carePart"),
    partOf: names.step("carePartOf"),
    rest: names.step("careRest"),
    restMonth: names.step("careRestMonth"),
    byMonth: names.step("careByMonth"),
    withRest: names.step("careWithRest"),
  };

  /** @param count how many months share the year's amount; the payer pays those from `start` on */
  function monthly(year: Node, start: Node, months: Node, count: number): Care {
    const each = mulDivRound(year.value, 1, count);
    const part = count === MONTHS_OF_YEAR ? step(steps.part, each, [year]) : step(steps.partOf, each, [year, months]);
    if (each * count === year.value) return plain(year, part, months);
    // the months that share the amount end with December
    const december = start.value - monthOfYear(start.value) + MONTHS_OF_YEAR;
    const restMonth = restLast ? december : december - count + 1;
    if (restMonth < start.value) return plain(year, step(steps.part, each, [year, rest.node]), months);
    const amount = step(steps.rest, year.value - each * (count - 1), [year, part, rest.node]);
    const total = step(steps.withRest, each * (months.value - 1) + amount.value, [part, amount, months]);
    return { total, year, month: part, rest: { amount, month: step(steps.restMonth, restMonth, [start, rest.node]) } };
  }

  const plain = (year: Node, part: Node, months: Node): Care => ({
    total: step(steps.byMonth, part.value * months.value, [part, months]),
    year,
    month: part,
    rest: null,
  });

  return {
    /** What the sources disagree about for a premium paid from that month on. */
    conflictsIn: (start: Month): readonly Conflict[] => (start >= LATER_AMOUNTS_FROM ? conflicts : NONE),

    /** From `start` to December of its year; a figure that nobody has is listed and gives `null`. */
    from(tier: number, capacity: number, start: Node, draft: Draft): Care | null {
      const year = figureAt(figures[capacity]!, firstDayOf(start.value), draft);
      if (year === null) return null;
      const left = monthsToDecember(start.value);
      const inputs = left === MONTHS_OF_YEAR ? [start] : [start, partYear.node];
      const months = step(byMonth ? steps.months : steps.wholeMonths, left, inputs);
      if (tier !== firstTier) return monthly(year, start, months, byMonth ? MONTHS_OF_YEAR : left);
      const because = tiers[tier]!;
      const total =
        byMonth && left < MONTHS_OF_YEAR
          ? step(steps.once, mulDivRound(year.value, left, MONTHS_OF_YEAR), [year, months, because])
          : step(steps.whole, year.value, [year, because, ...inputs]);
      return { total, year, month: null, rest: null };
    },
  };
}
