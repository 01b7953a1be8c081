/** The policy data as their authors see them: checked, proved, bound, and held against how they are to be written. */
import type { Formula } from "../engine/formula.ts";
import { load, type LoadedPack, type PackSource } from "../engine/pack/pack.ts";
import type { PolicyProblem } from "../engine/pack/problems.ts";
import { checkCitations } from "./citations.ts";
import { faultyMatters, type FaultyMatter } from "./faulty-matters.ts";
import { checkIds } from "./ids.ts";
import { IN_WORDS } from "./issue-words.ts";
import { checkMatters } from "./matters.ts";
import { checkPlaces } from "./places.ts";
import { rootsAmong } from "./roots.ts";
import { checkSeries } from "./series.ts";
import { checkUnits } from "./units.ts";

/** A pack with one problem is no pack. */
export function loadPack(
  source: PackSource,
  formulas: readonly Formula[],
): { readonly pack: LoadedPack } | { readonly problems: readonly PolicyProblem[] } {
  const { pack, problems } = load(source, formulas, {
    words: IN_WORDS,
    check(read, city, data, report) {
      checkMatters(read, city, data, formulas, report);
      checkCitations(read, data, report);
      checkIds(read, city, report);
      checkSeries(read, report);
      checkUnits(read, report);
      checkPlaces(read, formulas, report);
    },
  });
  const told = rootsAmong(problems, source.files)(problems);
  return pack !== undefined && told.length === 0 ? { pack } : { problems: told };
}

export interface LoadedForUse {
  /** `undefined` where not even the city is told. */
  readonly pack: LoadedPack | undefined;
  /** Of the shared files, and of the matters that are left out. */
  readonly problems: readonly PolicyProblem[];
  /** Matters that are not to be worked with. */
  readonly faulty: readonly FaultyMatter[];
}

/** By meaning alone: how the data are written does not matter any more, and a matter with a fault takes no other one along. */
export function loadPackForUse(source: PackSource, formulas: readonly Formula[]): LoadedForUse {
  const { pack, problems } = load(source, formulas, {
    words: IN_WORDS,
    check: (read, _city, data, report) => checkCitations(read, data, report),
  });
  const rootsOf = rootsAmong(problems, source.files);
  if (pack === undefined) return { pack, problems: rootsOf(problems), faulty: [] };
  const faulty = faultyMatters(pack, problems);
  const leftOut = new Set(faulty.map(({ id }) => id));
  return {
    pack: { ...pack, matters: new Map([...pack.matters].filter(([id]) => !leftOut.has(id))) },
    problems: rootsOf(problems),
    faulty: faulty.map((matter) => ({ ...matter, problems: rootsOf(matter.problems) })),
  };
}
