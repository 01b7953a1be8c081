/** The policy data as their authors see them: checked, proved, bound, and held against how they are to be written. */
import type { Formula } from "../engine/formula.ts";
import { load, type LoadedPack, type PackSource } from "../engine/pack/pack.ts";
import type { PolicyProblem } from "../engine/pack/problems.ts";
import { checkIds } from "./ids.ts";
import { checkPlaces } from "./places.ts";
import { withRoots } from "./roots.ts";
import { checkSeries } from "./series.ts";

/** A pack with one problem is no pack. */
export function loadPack(
  source: PackSource,
  formulas: readonly Formula[],
): { readonly pack: LoadedPack } | { readonly problems: readonly PolicyProblem[] } {
  const loaded = load(source, formulas, "authoring", (read, city, report) => {
    checkIds(read, city, report);
    checkSeries(read, report);
    checkPlaces(read, formulas, report);
  });
  const { pack, problems } = withRoots(loaded, source.files);
  return pack !== undefined && problems.length === 0 ? { pack } : { problems };
}
