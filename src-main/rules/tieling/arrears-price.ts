/**
 * What months cost that are paid afterwards (TL-12, TL-13): last year's average wage when paid × the rate of the way
 * of being insured × months. Nobody publishes the wage; where the office has not entered it the price is missing.
 */
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import { payment, paymentSteps, type Payment } from "../engine/arithmetic.ts";
import { figureAt, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts.ts";
import type { Bindings } from "../engine/formula.ts";
import { Node, step } from "../engine/node.ts";

export const MONTHS_OF_A_YEAR = 12;

export type ArrearsPriceNames = ReturnType<typeof bindArrearsPrice>;

export function bindArrearsPrice(names: Bindings) {
  const wage = names.reading("tieling.average-wage");
  const rounding = names.reading("tieling.rounding");
  return {
    wage: {
      month: names.figure("tieling.average-wage-month"),
      year: names.figure("tieling.average-wage-year"),
      reading: wage.node,
      byYear: wage.is("annual-twelfth"),
    },
    rounding: { reading: rounding.node, monthFirst: rounding.is("month-first") },
    step: {
      base: names.step("arrearsBase"),
      baseTwelfth: names.step("arrearsBaseTwelfth"),
      payment: paymentSteps(names, "topUp"),
    },
  };
}

function baseOf({ wage, step: steps }: ArrearsPriceNames, asOf: AsOf, draft: Pick<Draft, "missing">): Node | null {
  const figure = figureAt(wage.byYear ? wage.year : wage.month, asOf.date, draft);
  if (figure === null) return null;
  const inputs = [figure, wage.reading];
  return wage.byYear
    ? step(steps.baseTwelfth, mulDivRound(figure.value, 1, figure.divisor * MONTHS_OF_A_YEAR), inputs)
    : new Node(steps.base, figure.value, figure.divisor, inputs);
}

/** @param rate the rate in force, or `null` where it is missing and listed already */
export function arrearsPrice(
  names: ArrearsPriceNames,
  asOf: AsOf,
  rate: Node | null,
  months: Node,
  draft: Pick<Draft, "missing">,
): Payment | null {
  const base = baseOf(names, asOf, draft);
  if (base === null || rate === null) return null;
  return payment(names.step.payment, base, rate, months, names.rounding.monthFirst, names.rounding.reading);
}
