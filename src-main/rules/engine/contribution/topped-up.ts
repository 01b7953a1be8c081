/** Years that a top-up makes enough: nothing fails, and the line says what is lacking and how it is made up. */
import { NONE, type Draft } from "../draft.ts";
import type { YearsNames } from "./years-names.ts";
import type { Years } from "./years.ts";

export function toppedUpConditions({ condition }: Pick<YearsNames, "condition">, years: Years, draft: Draft): void {
  draft.remarks.push(years.shortfall);
  const cumulative = years.cumulativeShortfall.value > 0 ? condition.cumulativeToppedUp(years) : condition.cumulative(years);
  draft.conditions.push({ definition: cumulative, met: true, node: years.cumulative, remedies: NONE });
  if (years.required.local.value === 0) return;
  const local = years.localShortfall.value > 0 ? condition.localToppedUp(years) : condition.local(years);
  draft.conditions.push({ definition: local, met: true, node: years.local, remedies: NONE });
}
