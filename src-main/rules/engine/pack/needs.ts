/**
 * What a formula takes for granted of its words: their names, the places of texts, the values of choices. It is written down beside
 * the types when these are made of the policy data, and held against the words of each pack before the formula sees them: what an
 * earlier pack does not have is told by its name, and is not met as an `undefined` later.
 */
import type { DecisionTable } from "../table/table.ts";
import { UnboundName } from "./unbound-name.ts";
import type { ReadingWord } from "../words.ts";

/** Names by kind, each with the places of its text: `none madeGood(arrearsMonths,benefitsFrom)`. */
export type Needs = Readonly<Record<string, string>>;
type Named = Readonly<Record<string, unknown>>;

/** What is named within a word, and of which kind that is; other words are taken as they are. */
const WITHIN: Readonly<Record<string, (word: unknown) => readonly [kind: string, named: Named]>> = {
  option: (values) => ["option", values as Named],
  value: (values) => ["option", values as Named],
  field: (fields) => ["fact", fields as Named],
  table: (table) => {
    const { in: inputs, out, is } = table as DecisionTable;
    return ["option", { in: inputs, out, is }];
  },
  reading: (reading) => ["option", { is: (reading as ReadingWord<string>).is }],
};

/** A text that the formula fills. */
export interface Placed<Word = unknown> {
  readonly places: readonly string[];
  /** As written. */
  readonly word: Word;
}

function add(list: string[], kind: string, name: string, word: unknown): void {
  const within = typeof word === "object" ? WITHIN[kind]?.(word) : undefined;
  if (within !== undefined) for (const [part, inner] of Object.entries(within[1])) add(list, within[0], `${name}.${part}`, inner);
  else list.push(typeof word === "function" ? `${name}(${(word as unknown as Placed).places.join()})` : name);
}

/** @param words all that a matter has, by kind and name */
export const needsOf = (words: Named): Needs =>
  Object.fromEntries(
    Object.entries(words).flatMap(([kind, named]) => {
      const list: string[] = [];
      if (typeof named === "object") for (const [name, word] of Object.entries(named as Named)) add(list, kind, name, word);
      return list.length === 0 ? [] : [[kind, list.join(" ")]];
    }),
  );

const parted = (words = ""): ReadonlyMap<string, readonly string[]> =>
  new Map(words.split(" ").map((word) => [word.split("(")[0]!, word.split(/[(),]/).slice(1, -1)]));

/**
 * Throws `UnboundName` for the first word that is not there, or whose text has a place that the formula does not fill.
 * A text that has lost all its places is said as it is.
 */
export function demand(needs: Needs, words: Named): void {
  const found = needsOf(words);
  for (const [kind, list] of Object.entries(needs)) {
    if (found[kind] === list) continue;
    const there = parted(found[kind]);
    for (const [name, filled] of parted(list)) {
      const places = there.get(name);
      if (places === undefined) throw new UnboundName(`the formula uses ${kind} "${name}", which is not declared`);
      const open = places.find((place) => !filled.includes(place));
      if (open !== undefined) throw new UnboundName(`${kind} "${name}" has the place {${open}}, which the formula does not fill`);
      if (places.length === 0 && filled.length > 0) {
        const named = words[kind] as Record<string, unknown>;
        const word = named[name];
        named[name] = Object.assign(() => word, { places, word });
      }
    }
  }
}
