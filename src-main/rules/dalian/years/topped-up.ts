/** Years that a top-up makes enough: nothing fails, and the line says what is lacking and how it is made up. */
import { NONE, type Draft } from "../../engine/draft.ts";
import type { Years } from "../../engine/contribution/years.ts";
import type { YearsNames } from "./names.ts";

export function toppedUpConditions({ condition, toppedUp }: YearsNames, years: Years, draft: Draft): void {
  draft.remarks.push(years.shortfall);
  const cumulative = years.cumulativeShortfall.value > 0 ? toppedUp.cumulative : condition.cumulativeYears;
  const local = years.localShortfall.value > 0 ? toppedUp.local : condition.localYears;
  draft.conditions.push(
    { definition: cumulative, met: true, node: years.cumulative, remedies: NONE },
    { definition: local, met: true, node: years.local, remedies: NONE },
  );
}
