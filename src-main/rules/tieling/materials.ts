/** Papers: the notice names three; a reading says whether the office asks for what proves the other facts that decide. */
import type { Material } from "../../../src-shared/domain/decision.ts";
import type { Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { chosenReading } from "./waiting.ts";

export type MaterialsRule = ReturnType<typeof bindMaterials>;

export const bindMaterials = (names: Bindings) => chosenReading(names, "tieling.materials", "listed");

/**
 * @param named papers that the notice names
 * @param proofs papers that the reading asks for besides
 */
export function papers(
  { node, says }: MaterialsRule,
  named: readonly Material[],
  proofs: readonly Material[],
  draft: Draft,
): readonly Material[] {
  if (proofs.length > 0) draft.remarks.push(node);
  return says ? [...proofs, ...named] : named;
}
