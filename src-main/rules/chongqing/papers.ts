/** Papers that no document lists: what is asked for is a reading of the office (CQ-01). */
import type { Material } from "../../../src-shared/domain/decision.ts";
import { NONE } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import type { Node } from "../engine/node.ts";

export interface Papers {
  readonly reading: Node;
  /** The matter's materials of these names, or none. */
  of(...ids: readonly string[]): readonly Material[];
}

export function bindPapers(names: Bindings): Papers {
  const reading = names.reading("chongqing.counter-materials");
  const asked = !reading.is("none");
  return {
    reading: reading.node,
    of(...ids) {
      const materials = ids.map((id) => names.material(id));
      return asked ? materials : NONE;
    },
  };
}

/** Papers that the office asks for, as the reading says. */
export const asked = (
  { is }: { readonly is: { readonly none: boolean } },
  ...materials: readonly Material[]
): readonly Material[] => (is.none ? NONE : materials);
