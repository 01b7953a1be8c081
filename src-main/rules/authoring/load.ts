/** The policy data as their authors see them: checked, proved, bound, and held against how they are to be written. */
import type { Formula } from "../engine/formula.ts";
import { load, type LoadedPack, type PackSource } from "../engine/pack.ts";
import type { PolicyProblem } from "../engine/problems.ts";
import { checkIds } from "./ids.ts";
import { checkPlaces } from "./places.ts";
import { checkSeries } from "./series.ts";

/** A pack with one problem is no pack. */
export function loadPack(
  source: PackSource,
  formulas: readonly Formula[],
): { readonly pack: LoadedPack } | { readonly problems: readonly PolicyProblem[] } {
  const { pack, problems } = load(source, formulas, "authoring", (read, city, report) => {
    checkIds(read, city, report);
    checkSeries(read, report);
    checkPlaces(read, formulas, report);
  });
  return pack !== undefined && problems.length === 0 ? { pack } : { problems };
}
