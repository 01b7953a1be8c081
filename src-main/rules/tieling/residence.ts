/** Local registration or a residence permit (TL-01): what a person who does not join through a unit joins by. */
import { residenceOf } from "../engine/contribution/residence.ts";
import { NONE, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import type { Residence as Words } from "../generated/tieling/data.ts";

export interface Residence {
  /**
   * Adds the condition; returns whether it is met. The permit is asked for only without registration.
   * @param helps whether getting a permit would help: not where something else stands in the way for good
   */
  add(draft: Draft, household: number, permit: number | undefined, helps?: boolean): boolean;
}

export function bindResidence(names: Bindings): Residence {
  const { step, value } = names.words() as unknown as Words;
  const words = { leaf: { household: names.leaves("household"), permit: names.leaves("permit") }, step, value };
  const condition = names.condition("residence");
  const remedies = [{ definition: names.remedy("getPermit"), node: null }];
  return {
    add(draft, household, permit, helps = true) {
      const node = residenceOf(words, { household, permit });
      const met = node.value !== value.residence.none;
      draft.conditions.push({ definition: condition, met, node, remedies: met || !helps ? NONE : remedies });
      return met;
    },
  };
}
