/** Years that a top-up makes enough: nothing fails, and the line says what is lacking and how it is made up. */
import { NONE, type Draft } from "../draft.ts";
import type { Bindings } from "../formula.ts";
import type { YearsNames } from "./years-names.ts";
import type { Years } from "./years.ts";

export const bindToppedUp = (names: Bindings) => ({
  cumulative: names.condition("cumulativeToppedUp"),
  local: names.condition("localToppedUp"),
});

interface ToppedUpNames extends Pick<YearsNames, "condition"> {
  readonly toppedUp: ReturnType<typeof bindToppedUp>;
}

export function toppedUpConditions({ condition, toppedUp }: ToppedUpNames, years: Years, draft: Draft): void {
  draft.remarks.push(years.shortfall);
  const cumulative = years.cumulativeShortfall.value > 0 ? toppedUp.cumulative : condition.cumulativeYears;
  draft.conditions.push({ definition: cumulative, met: true, node: years.cumulative, remedies: NONE });
  if (years.required.local.value === 0) return;
  const local = years.localShortfall.value > 0 ? toppedUp.local : condition.localYears;
  draft.conditions.push({ definition: local, met: true, node: years.local, remedies: NONE });
}
