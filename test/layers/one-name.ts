/** One word for one thing: a type that goes by another's name is taken for it. */
import type { Source } from "./source.ts";

/** Both sides of the contract; a city's formulas aside, where each speaks of its own gap, wait or window. */
const PROGRAMS = [
  ["src-shared", "src-renderer"],
  ["src-shared", "src-main"],
] as const;
const OF_A_CITY = /^src-main\/rules\/(?!engine\/|authoring\/|[^/]+$)/;

/** Names that two files of one program export as a type, with both files. */
export function twiceNamed(sources: readonly Source[]): string[] {
  const found = new Set<string>();
  for (const folders of PROGRAMS) {
    const homes = new Map<string, string>();
    for (const { path, types } of sources) {
      if (OF_A_CITY.test(path) || !folders.some((folder) => path.startsWith(`${folder}/`))) continue;
      for (const name of types) {
        const home = homes.get(name);
        if (home !== undefined) found.add(`${name}: ${home}, ${path}`);
        else homes.set(name, path);
      }
    }
  }
  return [...found];
}
