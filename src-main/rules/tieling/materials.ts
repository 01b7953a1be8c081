/** Papers: the notice names three; a reading says whether the office asks for what proves the other facts that decide. */
import type { Material } from "../../../src-shared/domain/decision.ts";
import type { Draft } from "../engine/draft.ts";
import type { ReadingWord } from "../engine/words.ts";

type MaterialsRule = ReadingWord<"listed" | "none">;

/**
 * @param named papers that the notice names
 * @param proofs papers that the reading asks for besides
 */
export function papers(
  { node, is }: MaterialsRule,
  named: readonly Material[],
  proofs: readonly Material[],
  draft: Draft,
): readonly Material[] {
  if (proofs.length > 0) draft.remarks.push(node);
  return is.listed ? [...proofs, ...named] : named;
}
