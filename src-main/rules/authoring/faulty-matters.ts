/** Which matters of a city cannot be worked with, and why: one that has a fault takes no other one along. */
import { reached, type Parts } from "../engine/pack/matter-identity.ts";
import type { LoadedPack } from "../engine/pack/pack.ts";
import type { PolicyProblem } from "../engine/pack/problems.ts";

export interface FaultyMatter {
  readonly id: string;
  /** Its id where not even the title can be read. */
  readonly title: string;
  readonly problems: readonly PolicyProblem[];
}

/** A matter's file is named as the matter. */
export const idOfFile = (file: string): string => file.replace("/matters/", ".").replace(/\.yaml$/, "");

/** A matter that rests on a file with a fault is not worked with, even if it loads: of two values for one day nobody knows which. */
export function faultyMatters({ matters, parts, source }: LoadedPack, problems: readonly PolicyProblem[]): FaultyMatter[] {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  const idIn = new Map(
    [...parts].flatMap(([key, { file }]) => (key.startsWith("matter ") ? [[file, key.slice(7)] as const] : [])),
  );
  // those too that could not be read
  const files = Object.keys(source.files).filter((path) => path.includes("/matters/"));
  return files.flatMap((file) => {
    const id = idIn.get(file) ?? idOfFile(file);
    const matter = matters.get(id);
    const restsOn = matter === undefined ? [] : reached(parts, matter).flatMap((key) => shared(key, parts));
    const found = [...new Set([file, ...restsOn])].flatMap((each) => byFile.get(each) ?? []);
    if (matter !== undefined && found.length === 0) return [];
    return [{ id, title: (parts.get(`matter ${id}`)?.entry as string | undefined) ?? id, problems: found }];
  });
}

/** Of another matter only the title is told: its faults are its own. */
const shared = (key: string, parts: Parts): string[] => (key.startsWith("matter ") ? [] : [parts.get(key)!.file]);
