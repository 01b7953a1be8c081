/** What is paid for the months bought under DL-06. */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import { payment } from "../../engine/arithmetic.ts";
import type { Draft } from "../../engine/draft.ts";
import { leaf, type Node } from "../../engine/node.ts";
import type { Names, RetirementFacts } from "./names.ts";

/** Base of the retirement month × the regular rates of unit and person, at the figures of that month. */
export function buyUpPayments(names: Names, facts: RetirementFacts, pension: Node, months: Node, draft: Draft): void {
  const { figure, step: steps, amount, topUp } = names;
  const base = leaf(steps.retirementBase, facts.retirementBase!);
  const date = firstDayOf(pension.value);
  for (const part of [
    { rate: figure.unitRate, steps: steps.buyUpUnit, definition: amount.buyUpUnit },
    { rate: figure.personRate, steps: steps.buyUpPerson, definition: amount.buyUpPerson },
  ]) {
    const rate = part.rate.at(date);
    if (rate === null) draft.missing.push({ figure: part.rate, date });
    else {
      const { total } = payment(part.steps, base, rate, months, topUp.reading.monthFirst, topUp.reading.rounding);
      draft.amounts.push({ definition: part.definition, role: "due", node: total });
    }
  }
}
