/** Which matters of a city cannot be worked with, and why: one that has a fault takes no other one along. */
import { reached, type Parts } from "./matter-identity.ts";
import type { MatterDefinition } from "../matter.ts";
import type { PolicyProblem } from "./problems.ts";

export interface FaultyMatter {
  readonly id: string;
  /** Its id where not even the title can be read. */
  readonly title: string;
  readonly problems: readonly PolicyProblem[];
}

interface Found {
  readonly sound: ReadonlyMap<string, MatterDefinition>;
  readonly faulty: readonly FaultyMatter[];
}

/** A matter's file is named as the matter. */
export const idOfFile = (file: string): string => file.replace("/matters/", ".").replace(/\.yaml$/, "");

/**
 * A matter that rests on a file with a fault is not worked with, even if it loads: of two values for one day nobody knows which.
 * @param files of all matters, those too that could not be read
 */
export function faultyMatters(
  files: readonly string[],
  matters: ReadonlyMap<string, MatterDefinition>,
  parts: Parts,
  problems: readonly PolicyProblem[],
): Found {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  const sound = new Map<string, MatterDefinition>();
  const faulty: FaultyMatter[] = [];
  const idIn = new Map(
    [...parts].flatMap(([key, { file }]) => (key.startsWith("matter ") ? [[file, key.slice(7)] as const] : [])),
  );
  for (const file of files) {
    const id = idIn.get(file) ?? idOfFile(file);
    const matter = matters.get(id);
    const restsOn = matter === undefined ? [] : reached(parts, matter).flatMap((key) => shared(key, parts));
    const found = [...new Set([file, ...restsOn])].flatMap((each) => byFile.get(each) ?? []);
    if (matter !== undefined && found.length === 0) sound.set(id, matter);
    else faulty.push({ id, title: (parts.get(`matter ${id}`)?.entry as string | undefined) ?? id, problems: found });
  }
  return { sound, faulty };
}

/** Of another matter only the title is told: its faults are its own. */
const shared = (key: string, parts: Parts): string[] => (key.startsWith("matter ") ? [] : [parts.get(key)!.file]);
