/** Looks up everything a checklist names and parses its tests, once, when the pack is loaded. */
import type { Outcome } from "../../../src-shared/domain/decision.ts";
import type { ChecklistFile } from "./checklist-schema.ts";
import {
  Checklist,
  MOST_TESTS,
  type Alternative,
  type ChecklistCondition,
  type ChecklistEntry,
  type Tested,
} from "./checklist.ts";
import { choiceDomain } from "./domain.ts";
import type { Bindings } from "./formula.ts";
import type { Node } from "./node.ts";
import { relevanceTest } from "./relevance.ts";
import type { RemedyFound } from "./result.ts";
import { parseUnaryTest, type Domain } from "./unary-test.ts";
import { UnboundName } from "./unbound-name.ts";

/** Which values an answer or a derived flag has; no domain = nothing that a test can name. */
export type DomainOf = (name: string) => { readonly derived: boolean; readonly domain: Domain | undefined };

type FileEntry = ChecklistFile["materials"][number];
type Path = readonly PropertyKey[];

/** @param own outcomes beyond those of the list's own conditions */
export function bindChecklist(file: ChecklistFile, names: Bindings, domainOf: DomainOf, own: readonly Outcome[]): Checklist {
  const tested = new Map<string, Tested>();
  const bits = new Map<string, number>();
  const bindTest = (name: string, test: string, path: Path): number => {
    const key = `${name} ${test}`;
    const bitKnown = bits.get(key);
    if (bitKnown !== undefined) return bitKnown;
    const { derived, domain } = domainOf(name);
    const bound = relevanceTest(name, test, derived, domain);
    if (typeof bound === "string") throw new UnboundName(bound, path);
    if (bits.size === MOST_TESTS) throw new UnboundName(`a checklist of more than ${MOST_TESTS} different tests`, path);
    const bit = 1 << bits.size;
    bits.set(key, bit);
    const known: Tested = tested.get(name) ?? { name, derived, tests: [] };
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
      const reading = names.reading(name);
      const intervals = parseUnaryTest(test, choiceDomain(reading.options.map((option) => option.id)));
      if (typeof intervals === "string") throw new UnboundName(intervals, [...path, name]);
      readings.push(reading.node);
      chosen &&= intervals.some(([low, high]) => low <= reading.node.value && reading.node.value <= high);
    }
    return { tests: needed, readings, chosen };
  };

  const bindEntries = <What>(entries: readonly FileEntry[], path: Path, find: (id: string) => What): ChecklistEntry<What>[] =>
    entries.map((entry, index) => ({
      what: find(entry.use),
      when: entry.when.map((alternative, w) => bindAlternative(alternative, [...path, index, "when", w])),
    }));

  const bindCondition = (condition: ChecklistFile["conditions"][number], path: Path): ChecklistCondition => ({
    definition: names.condition(condition.use),
    fact: condition.fact,
    met: bindTest(condition.fact, condition.met, [...path, "met"]),
    leaves: leavesOf(condition.fact),
    otherwise: condition.otherwise,
    remedies: bindEntries(condition.remedies, [...path, "remedies"], (id): readonly RemedyFound[] => [
      { definition: names.remedy(id), node: null },
    ]),
  });
  const leaves = new Map<string, readonly Node[]>();
  const leavesOf = (fact: string): readonly Node[] => {
    const known = leaves.get(fact) ?? names.leaves(fact);
    leaves.set(fact, known);
    return known;
  };

  const reachable = new Set<Outcome>([file.outcome, ...file.conditions.map((condition) => condition.otherwise), ...own]);
  for (const outcome of reachable) {
    if (file.headlines[outcome as keyof typeof file.headlines] === undefined)
      throw new UnboundName(`the checklist may come out as "${outcome}", which has no headline`, ["checklist", "headlines"]);
  }
  const headlines = Object.entries(file.headlines).map(([outcome, entries]) => {
    const path = ["checklist", "headlines", outcome];
    if (!reachable.has(outcome as Outcome)) throw new UnboundName(`the checklist never comes out as "${outcome}"`, path);
    return [outcome as Outcome, bindEntries(entries, path, names.headline)] as const;
  });
  return new Checklist({
    outcome: file.outcome,
    headlines: new Map(headlines),
    places: bindEntries(file.places, ["checklist", "places"], names.place),
    timeLimits: bindEntries(file.timeLimits, ["checklist", "timeLimits"], names.timeLimit),
    conditions: file.conditions.map((condition, index) => {
      const path = ["checklist", "conditions", index];
      const when = condition.when.map((alternative, w) => bindAlternative(alternative, [...path, "when", w]));
      return { what: bindCondition(condition, path), when };
    }),
    materials: bindEntries(file.materials, ["checklist", "materials"], names.material),
    sections: bindEntries(file.sections, ["checklist", "sections"], names.section),
    notices: bindEntries(file.notices, ["checklist", "notices"], names.notice),
    conflicts: bindEntries(file.conflicts, ["checklist", "conflicts"], names.conflict),
    next: bindEntries(file.next, ["checklist", "next"], names.next),
    // last, for every entry brings its own
    tested: [...tested.values()],
  });
}
