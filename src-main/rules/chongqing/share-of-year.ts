/** A yearly amount taken for some months: whole years exactly, other months rounded as the city's reading says. */
import { monthOfYear, type Month } from "../../../src-shared/domain/calendar.ts";
import type { DerivedStep, Node } from "../engine/node.ts";
import { exactTwelfths, product, twelfth, twelfths } from "../engine/operations.ts";
import type { ReadingWord } from "../engine/words.ts";

export const MONTHS_OF_YEAR = 12;

/** December of the month's year. */
export const decemberOf = (month: Month): Month => month - monthOfYear(month) + MONTHS_OF_YEAR;

export interface ShareOfYear {
  readonly total: Node;
  /** `null` where whole years are paid, or the total is rounded once. */
  readonly month: Node | null;
}

export const shareOfYear =
  (rounding: Pick<ReadingWord<"monthFirst">, "node" | "is">, month: DerivedStep, total: DerivedStep) =>
  (year: Node, months: Node): ShareOfYear => {
    if (months.value % MONTHS_OF_YEAR === 0) return { total: exactTwelfths(total, year, months), month: null };
    // twelve equal months need no reading
    const because = year.value % MONTHS_OF_YEAR === 0 ? undefined : rounding.node;
    if (!rounding.is.monthFirst) return { total: twelfths(total, year, months, because), month: null };
    const rounded = twelfth(month, year, because);
    return { total: product(total, rounded, months), month: rounded };
  };
