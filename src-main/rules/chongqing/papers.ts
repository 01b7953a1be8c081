/** Papers that no document lists: what is asked for is a reading of the office (CQ-01). */
import type { Material } from "../../../src-shared/domain/decision.ts";
import { NONE } from "../engine/draft.ts";

/** Papers that the office asks for, as the reading says. */
export const asked = (
  { is }: { readonly is: { readonly none: boolean } },
  ...materials: readonly Material[]
): readonly Material[] => (is.none ? NONE : materials);
