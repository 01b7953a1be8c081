/** Looks up everything a checklist names and parses its tests, once, when the pack is loaded. */
import type { Outcome } from "../../../src-shared/domain/decision.ts";
import type { ChecklistFile } from "./schema/checklist-schema.ts";
import {
  Checklist,
  MOST_TESTS,
  type Alternative,
  type ChecklistCondition,
  type ChecklistEntry,
  type Tested,
} from "./checklist.ts";
import { choiceDomain } from "./table/domain.ts";
import type { MatterFile } from "./schema/matter-schema.ts";
import { nameOf } from "./pack/name.ts";
import type { Node } from "./node.ts";
import type { CityData } from "./pack/pack.ts";
import { liesIn, relevanceTest } from "./facts/relevance.ts";
import type { RemedyFound } from "./result.ts";
import { parseUnaryTest } from "./table/unary-test.ts";
import { UnboundName } from "./pack/unbound-name.ts";
import type { Sayable, Words } from "./words.ts";

type FileEntry = ChecklistFile["materials"][number];
type Path = readonly PropertyKey[];

/**
 * @param used takes up what of the city's data it draws on
 * @param own outcomes beyond those of the list's own conditions
 */
export function bindChecklist(
  { checklist: file, derived: flags, facts }: MatterFile,
  words: Omit<Words, "checklist">,
  city: CityData,
  used: Set<string>,
  own: readonly Outcome[],
): Checklist {
  if (file === undefined) throw new UnboundName("the formula uses a checklist, which is not declared");
  const found = <Found>(kind: string, id: string, entry: Found | undefined): Found => {
    if (entry === undefined) throw new UnboundName(`the checklist uses ${kind} "${id}", which is not declared`, undefined, id);
    return entry;
  };
  const word =
    <Word extends object>(kind: string, all: Readonly<Record<string, Sayable<Word>>>) =>
    (id: string): Word => {
      const known = found(kind, id, Object.hasOwn(all, nameOf(id)) ? all[nameOf(id)] : undefined);
      // what stands in its places, the draft tells
      return typeof known === "function" ? known.word : known;
    };
  const drawn =
    <Found>(kind: string, all: ReadonlyMap<string, Found>) =>
    (id: string): Found => {
      used.add(`${kind} ${id}`);
      return found(kind, id, all.get(id));
    };
  const reading = drawn("reading", city.readings);
  const leaves = word("fact", words.leaf);
  const conditionOf = word("condition", words.condition);
  const remedy = word("remedy", words.remedy);
  const ownSection = word("section", words.section);
  const sharedSection = drawn("shared section", city.sections);

  const tested = new Map<string, Tested>();
  const bits = new Map<string, number>();
  const bindTest = (name: string, test: string, path: Path): number => {
    const key = `${name} ${test}`;
    const bitKnown = bits.get(key);
    if (bitKnown !== undefined) return bitKnown;
    const bound = relevanceTest(name, test, flags, facts);
    if (typeof bound === "string") throw new UnboundName(bound, path);
    if (bits.size === MOST_TESTS) throw new UnboundName(`a checklist of more than ${MOST_TESTS} different tests`, path);
    const bit = 1 << bits.size;
    bits.set(key, bit);
    const known: Tested = tested.get(name) ?? { name, derived: bound.derived, tests: [] };
    known.tests.push({ bit, intervals: bound.intervals });
    tested.set(name, known);
    return bit;
  };

  const bindAlternative = (alternative: FileEntry["when"][number], path: Path): Alternative => {
    let needed = 0;
    const readings: Node[] = [];
    let chosen = true;
    for (const [name, test] of Object.entries(alternative)) {
      // only ids of readings have a dot
      if (!name.includes(".")) {
        needed |= bindTest(name, test, [...path, name]);
        continue;
      }
      const { options, node } = reading(name);
      const intervals = parseUnaryTest(test, choiceDomain(options.map(({ id }) => id)));
      if (typeof intervals === "string") throw new UnboundName(intervals, [...path, name]);
      readings.push(node);
      chosen &&= liesIn(intervals, node.value);
    }
    return { tests: needed, readings, chosen };
  };

  const bindEntries = <What>(entries: readonly FileEntry[], path: Path, find: (id: string) => What): ChecklistEntry<What>[] =>
    entries.map((entry, index) => ({
      what: find(entry.use),
      when: entry.when.map((alternative, w) => bindAlternative(alternative, [...path, index, "when", w])),
    }));

  const bindCondition = (one: ChecklistFile["conditions"][number], path: Path): ChecklistCondition => ({
    definition: conditionOf(one.use),
    fact: one.fact,
    met: bindTest(one.fact, one.met, [...path, "met"]),
    leaves: leaves(one.fact),
    otherwise: one.otherwise,
    remedies: bindEntries(one.remedies, [...path, "remedies"], (id): readonly RemedyFound[] => [
      { definition: remedy(id), node: null },
    ]),
  });

  const reachable = new Set<Outcome>([file.outcome, ...file.conditions.map((condition) => condition.otherwise), ...own]);
  for (const outcome of reachable) {
    if (file.headlines[outcome as keyof typeof file.headlines] === undefined)
      throw new UnboundName(`the checklist may come out as "${outcome}", which has no headline`, ["checklist", "headlines"]);
  }
  const headlines = Object.entries(file.headlines).map(([outcome, entries]) => {
    const path = ["checklist", "headlines", outcome];
    if (!reachable.has(outcome as Outcome)) throw new UnboundName(`the checklist never comes out as "${outcome}"`, path);
    return [outcome as Outcome, bindEntries(entries, path, word("headline", words.headline))] as const;
  });
  return new Checklist({
    outcome: file.outcome,
    headlines: new Map(headlines),
    places: bindEntries(file.places, ["checklist", "places"], word("place", words.place)),
    timeLimits: bindEntries(file.timeLimits, ["checklist", "timeLimits"], word("timeLimit", words.timeLimit)),
    conditions: file.conditions.map((condition, index) => {
      const path = ["checklist", "conditions", index];
      const when = condition.when.map((alternative, w) => bindAlternative(alternative, [...path, "when", w]));
      return { what: bindCondition(condition, path), when };
    }),
    materials: bindEntries(file.materials, ["checklist", "materials"], word("material", words.material)),
    sections: bindEntries(file.sections, ["checklist", "sections"], (id) =>
      city.sections.has(id) ? sharedSection(id) : ownSection(id),
    ),
    notices: bindEntries(file.notices, ["checklist", "notices"], word("notice", words.notice)),
    conflicts: bindEntries(file.conflicts, ["checklist", "conflicts"], drawn("conflict", city.conflicts)),
    next: bindEntries(file.next, ["checklist", "next"], word("next", words.next)),
    // last, for every entry brings its own
    tested: [...tested.values()],
  });
}
