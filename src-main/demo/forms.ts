/** What an invented person brings to the counter. */
import type { DraftContent, MaterialTick } from "../../src-shared/domain/case.ts";
import { formatMonth, monthOf, monthOfDate, parseDate } from "../../src-shared/domain/calendar.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { syntheticPerson } from "./people.ts";

export const DEMO_MATTER = "dalian.retirement";

/** @param asOf ISO date of the visit */
export function demoForm(index: number, asOf: string): DraftContent {
  const { birthDate, sex: _sex, ...person } = syntheticPerson(index);
  const visit = monthOfDate(parseDate(asOf)!);
  const birth = monthOfDate(parseDate(birthDate)!);
  // shorter and longer lives of work, so that some need no top-up, some a small and some a large one
  const paidFrom = Math.max(monthOf(2002, 4), visit - (90 + ((index * 37) % 200)));
  const workedFrom = birth + (19 + (index % 9)) * 12;
  const facts: Record<string, FactInputs[string]> = {
    way: index % 5 === 0 ? "no-pension-here" : "pension-here",
    pensionMonth: formatMonth(visit - (index % 3)),
    kind: index % 4 === 1 ? "woman-55" : "woman-50",
    capacity: index % 3 === 0 ? "flexible" : "unit",
    unitKind: "enterprise",
    treatmentElsewhere: index % 40 === 15,
    contributed: { periods: [{ from: formatMonth(paidFrom), to: formatMonth(visit - (index % 3)) }] },
    transferred: { months: 0 },
    military: { months: 0 },
    service: { months: 0 },
    enrolledAs: index % 3 === 0 ? "flexible" : "unit",
    overlapMonths: 0,
    retirementBase: "6500",
  };
  if (workedFrom < paidFrom - 12) {
    facts["service"] = { periods: [{ from: formatMonth(workedFrom), to: formatMonth(paidFrom - 1) }] };
  }
  return { matter: DEMO_MATTER, asOf, person, facts, materials: [], caseId: null, amends: false };
}

/** Only what is asked: an answer to a question that does not come up would be no fact of this person. */
export function onlyAsked(form: DraftContent, asked: readonly { readonly id: string }[]): DraftContent {
  const ids = new Set(asked.map((question) => question.id));
  return { ...form, facts: Object.fromEntries(Object.entries(form.facts).filter(([id]) => ids.has(id))) };
}

/** Everything that must be handed in, as it must be. */
export function allMaterials(decision: Decision): MaterialTick[] {
  return decision.materials.map(({ id, form, count }) => ({ id, received: true, form, count }));
}
