/** Local registration or a residence permit (TL-01): what a person who does not join through a unit joins by. */
import { addCondition, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { step } from "../engine/node.ts";

/** Values of the step `residence`. */
const NOTHING = 0;
const PERMIT = 1;
const HOUSEHOLD = 2;

export interface Residence {
  /** Adds the condition; returns whether it is met. The permit is asked for only without registration. */
  add(draft: Draft, household: number, permit: number | undefined): boolean;
}

export function bindResidence(names: Bindings): Residence {
  const leaves = { household: names.leaves("household"), permit: names.leaves("permit") };
  const residence = names.step("residence");
  const condition = names.condition("residence");
  const getPermit = names.remedy("getPermit");
  return {
    add(draft, household, permit) {
      const value = household === 1 ? HOUSEHOLD : permit === 1 ? PERMIT : NOTHING;
      const papers =
        permit === undefined ? [leaves.household[household]!] : [leaves.household[household]!, leaves.permit[permit]!];
      const met = value !== NOTHING;
      addCondition(draft, condition, met, step(residence, value, papers), getPermit, null);
      return met;
    },
  };
}
