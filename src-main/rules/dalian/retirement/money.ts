/** What is paid: the top-up of DL-05 and the months bought under DL-06. */
import { firstDayOf, monthOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import { payment, type Payment } from "../../engine/arithmetic.ts";
import type { Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, Node, step } from "../../engine/node.ts";
import type { FigureMissing } from "../../engine/result.ts";
import type { Names, RetirementFacts } from "./names.ts";

/** From here on the rate of flexible workers differs from the handbook's top-up rate. */
export const RATES_DIFFER_FROM: Month = monthOf(2023, 1);

/** Base of the month of processing × rate × months. `null` when a figure is missing; it is then listed. */
export function topUpPayment(
  names: Names,
  facts: RetirementFacts,
  asOf: AsOf,
  shortfall: Node,
  missing: FigureMissing[],
): Payment | null {
  const { topUpBase, figure, step: steps, reading } = names;
  const row = topUpBase.table.row2(asOf.month, facts.ownBase === undefined ? 0 : 1);
  const kind = topUpBase.table.node(row, topUpBase.output, [leaf(steps.processingMonth, asOf.month)]);
  const base = kind.value === topUpBase.assessed ? figure.assessedBase.at(asOf.date) : leaf(steps.ownBase, facts.ownBase!);
  if (base === null) missing.push({ figure: figure.assessedBase, date: asOf.date });

  const ratesDiffer = asOf.month >= RATES_DIFFER_FROM;
  const rateFigure = ratesDiffer && reading.topUpAtFlexibleRate ? figure.flexibleRate : figure.topUpRate;
  const rate = rateFigure.at(asOf.date);
  if (rate === null) missing.push({ figure: rateFigure, date: asOf.date });
  if (base === null || rate === null) return null;

  const rateRead = ratesDiffer ? new Node(steps.topUpRate, rate.value, rate.divisor, [rate, reading.topUpRate]) : rate;
  return payment(
    steps.topUp,
    step(steps.topUpBase, base.value, [kind, base]),
    rateRead,
    shortfall,
    reading.monthFirst,
    reading.rounding,
  );
}

/** Base of the retirement month × the regular rates of unit and person, at the figures of that month. */
export function buyUpPayments(names: Names, facts: RetirementFacts, pension: Node, months: Node, draft: Draft): void {
  const { figure, step: steps, amount, reading } = names;
  const base = leaf(steps.retirementBase, facts.retirementBase!);
  const date = firstDayOf(pension.value);
  for (const part of [
    { rate: figure.unitRate, steps: steps.buyUpUnit, definition: amount.buyUpUnit },
    { rate: figure.personRate, steps: steps.buyUpPerson, definition: amount.buyUpPerson },
  ]) {
    const rate = part.rate.at(date);
    if (rate === null) draft.missing.push({ figure: part.rate, date });
    else {
      const { total } = payment(part.steps, base, rate, months, reading.monthFirst, reading.rounding);
      draft.amounts.push({ definition: part.definition, role: "due", node: total });
    }
  }
}
