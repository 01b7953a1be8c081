/** A yearly amount taken for some months: whole years exactly, other months rounded as the city's reading says. */
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import type { Bindings } from "../engine/formula.ts";
import { step, type Node } from "../engine/node.ts";

export const MONTHS_OF_YEAR = 12;

export interface ShareOfYear {
  readonly total: Node;
  /** `null` where whole years are paid, or the total is rounded once. */
  readonly month: Node | null;
}

/** `name`Month, `name`Whole, `name`ByMonth and `name`Once of the city's or the matter's steps. */
export function bindShareOfYear(names: Bindings, name: string): (year: Node, months: Node) => ShareOfYear {
  const rounding = names.reading("chongqing.rounding");
  const monthFirst = rounding.is("month-first");
  const steps = {
    month: names.step(`${name}Month`),
    whole: names.step(`${name}Whole`),
    byMonth: names.step(`${name}ByMonth`),
    once: names.step(`${name}Once`),
  };
  return (year, months) => {
    if (months.value % MONTHS_OF_YEAR === 0) {
      return { total: step(steps.whole, (year.value * months.value) / MONTHS_OF_YEAR, [year, months]), month: null };
    }
    // twelve equal months need no reading
    const because = year.value % MONTHS_OF_YEAR === 0 ? [] : [rounding.node];
    if (!monthFirst) {
      const once = mulDivRound(year.value, months.value, MONTHS_OF_YEAR);
      return { total: step(steps.once, once, [year, months, ...because]), month: null };
    }
    const month = step(steps.month, mulDivRound(year.value, 1, MONTHS_OF_YEAR), [year, ...because]);
    return { total: step(steps.byMonth, month.value * months.value, [month, months]), month };
  };
}
