/** Local registration or a residence permit (TL-01): what a person who does not join through a unit joins by. */
import { NONE, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { step } from "../engine/node.ts";

/** Values of the step `residence`. */
const NOTHING = 0;
const PERMIT = 1;
const HOUSEHOLD = 2;

export interface Residence {
  /**
   * Adds the condition; returns whether it is met. The permit is asked for only without registration.
   * @param helps whether getting a permit would help: not where something else stands in the way for good
   */
  add(draft: Draft, household: number, permit: number | undefined, helps?: boolean): boolean;
}

export function bindResidence(names: Bindings): Residence {
  const leaves = { household: names.leaves("household"), permit: names.leaves("permit") };
  const residence = { registered: names.step("residence"), permit: names.step("residencePermit") };
  const condition = names.condition("residence");
  const remedies = [{ definition: names.remedy("getPermit"), node: null }];
  return {
    add(draft, household, permit, helps = true) {
      const node =
        permit === undefined
          ? step(residence.registered, household === 1 ? HOUSEHOLD : NOTHING, [leaves.household[household]!])
          : step(residence.permit, permit === 1 ? PERMIT : NOTHING, [leaves.household[household]!, leaves.permit[permit]!]);
      const met = node.value !== NOTHING;
      draft.conditions.push({ definition: condition, met, node, remedies: met || !helps ? NONE : remedies });
      return met;
    },
  };
}
