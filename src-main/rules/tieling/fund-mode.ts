/** 单建统筹 or 统账结合: the pool only, or pool and personal account. Rates differ by it. */
import type { Bindings } from "../engine/formula.ts";
import type { Figure } from "../engine/figures.ts";

/** A figure for each way of being insured, by the option of `fundMode`. */
export function byFundMode(names: Bindings, figure: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const mode of ["pool-only", "combined"]) figures[names.option("fundMode", mode)] = names.figure(`${figure}-${mode}`);
  return figures;
}
