/** Local registration or a residence permit (TL-01): what a person who does not join through a unit joins by. */
import { residenceOf, type ResidenceWords } from "../engine/contribution/residence.ts";
import { NONE, type Draft } from "../engine/draft.ts";
import type { ConditionDefinition, RemedyDefinition } from "../engine/result.ts";

export interface ResidencePapers extends ResidenceWords {
  readonly condition: Readonly<Record<"residence", ConditionDefinition>>;
  readonly remedy: Readonly<Record<"getPermit", RemedyDefinition>>;
}

/**
 * Adds the condition; returns whether it is met. The permit is asked for only without registration.
 * @param helps whether getting a permit would help: not where something else stands in the way for good
 */
export function addResidence(
  words: ResidencePapers,
  facts: Parameters<typeof residenceOf>[1],
  draft: Draft,
  helps: boolean,
): boolean {
  const { condition, remedy, value } = words;
  const node = residenceOf(words, facts);
  const met = node.value !== value.residence.none;
  const remedies = met || !helps ? NONE : [{ definition: remedy.getPermit, node: null }];
  draft.conditions.push({ definition: condition.residence, met, node, remedies });
  return met;
}
