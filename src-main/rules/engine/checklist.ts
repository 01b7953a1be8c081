/**
 * Checklists: matters whose answers decide by themselves which conditions, papers, place and guidance there are.
 * The YAML says what holds when; nothing is reckoned. A formula may add its own dates and conditions before it asks.
 */
import type { Conflict, Material, Notice, Outcome, Section } from "../../../src-shared/domain/decision.ts";
import { finish, NONE, newDraft, type Draft } from "./draft.ts";
import type { Formula } from "./formula.ts";
import type { Node } from "./node.ts";
import { holds, type Answers, type Derived, type RelevanceTest } from "./relevance.ts";
import type { ConditionDefinition, NextFound, RemedyFound, Result, Template } from "./result.ts";

/** Tests of a list as bits: the n-th of its tests is `1 << n`. */
type Tests = number;
/** As many as an integer of 31 bits holds. */
export const MOST_TESTS = 30;

export interface Alternative {
  readonly tests: Tests;
  /** Readings that have a say once the tests hold. */
  readonly readings: readonly Node[];
  /** Whether the options chosen for them say yes. */
  readonly chosen: boolean;
}

export interface ChecklistEntry<What> {
  readonly what: What;
  readonly when: readonly Alternative[];
}

export interface ChecklistCondition {
  readonly definition: ConditionDefinition;
  readonly fact: string;
  readonly met: Tests;
  /** By value of the fact. */
  readonly leaves: readonly Node[];
  readonly otherwise: "refused" | "not-yet";
  readonly remedies: readonly ChecklistEntry<readonly RemedyFound[]>[];
}

/** Everything looked up and parsed. */
export interface ChecklistParts {
  readonly outcome: Outcome;
  /** Each test once, however many entries hang on it. */
  readonly tests: readonly RelevanceTest[];
  readonly headlines: ReadonlyMap<Outcome, readonly ChecklistEntry<Template>[]>;
  readonly places: readonly ChecklistEntry<Template>[];
  readonly timeLimits: readonly ChecklistEntry<Template>[];
  readonly conditions: readonly ChecklistEntry<ChecklistCondition>[];
  readonly materials: readonly ChecklistEntry<Material>[];
  readonly sections: readonly ChecklistEntry<Section>[];
  readonly notices: readonly ChecklistEntry<Notice>[];
  readonly conflicts: readonly ChecklistEntry<Conflict>[];
  readonly next: readonly ChecklistEntry<NextFound>[];
}

/** A condition that fails for good outweighs one that time mends. */
const WEIGHT: Readonly<Record<string, number>> = { refused: 2, "not-yet": 1 };
const worse = (a: Outcome, b: Outcome): Outcome => ((WEIGHT[b] ?? 0) > (WEIGHT[a] ?? 0) ? b : a);

/** @typeParam Places of the texts that it may come out with */
export class Checklist<Places extends string = never> {
  readonly #parts: ChecklistParts;

  constructor(parts: ChecklistParts) {
    this.#parts = parts;
  }

  /**
   * The result for these answers, with what the formula has put into the draft.
   * @param facts the answers
   * @param own how the formula's own conditions come out; it must be among those the list was bound for
   * @param values what stands in the places of the list's texts; a text whose places have none is not chosen by this case
   */
  judge(
    facts: object,
    derived: Derived,
    draft: Draft,
    own?: "refused" | "not-yet",
    ...[values]: [Places] extends [never] ? [] : [values: Readonly<Record<Places, Node | undefined>>]
  ): Result {
    // the facts of a matter have a type of their own; here they are read by name
    const answers = facts as Answers;
    draft.values = values;
    const parts = this.#parts;
    let held: Tests = 0;
    for (let n = 0; n < parts.tests.length; n++) if (holds(parts.tests[n]!, answers, derived)) held |= 1 << n;
    let outcome = own ?? parts.outcome;
    for (const entry of parts.conditions) {
      const { definition, fact, met, leaves, otherwise, remedies } = entry.what;
      const answer = answers[fact];
      // what was not asked cannot fail
      if (typeof answer !== "number" || !fits(entry, held, draft)) continue;
      const node = leaves[answer]!;
      const isMet = (held & met) === met;
      if (!isMet) outcome = worse(outcome, otherwise);
      draft.conditions.push({
        definition,
        met: isMet,
        node,
        remedies: isMet ? NONE : first(remedies, held, draft),
      });
    }
    collect(parts.notices, held, draft, draft.notices);
    collect(parts.sections, held, draft, draft.sections);
    draft.materials = collect(parts.materials, held, draft, []);
    draft.conflicts = collect(parts.conflicts, held, draft, []);
    draft.next = collect(parts.next, held, draft, []);
    return finish(
      draft,
      outcome,
      first(parts.headlines.get(outcome)!, held, draft),
      first(parts.places, held, draft),
      first(parts.timeLimits, held, draft),
    );
  }
}

/** A reading is shown where it decides: where the answers alone leave the entry open. */
function fits({ when }: ChecklistEntry<unknown>, held: Tests, draft: Draft): boolean {
  if (when.length === 0) return true;
  for (const { tests, readings, chosen } of when) {
    if ((held & tests) !== tests) continue;
    for (const reading of readings) if (!draft.remarks.includes(reading)) draft.remarks.push(reading);
    if (chosen) return true;
  }
  return false;
}

function collect<What>(entries: readonly ChecklistEntry<What>[], held: Tests, draft: Draft, into: What[]): What[] {
  for (const entry of entries) if (fits(entry, held, draft)) into.push(entry.what);
  return into;
}

function first<What>(entries: readonly ChecklistEntry<What>[], held: Tests, draft: Draft): What {
  for (const entry of entries) if (fits(entry, held, draft)) return entry.what;
  throw new Error("a checklist ends with an entry for all others"); // the schema refuses any other
}

const NO_FLAGS: Derived = {};

/** The formula of a matter that is nothing but its checklist: it needs none of its own. */
export const checklistOf = (matter: string): Formula => ({
  matter,
  bind(names) {
    const list = names.checklist();
    return {
      derive: () => NO_FLAGS,
      check: () => NONE,
      known: () => NONE,
      evaluate: (answers) => list.judge(answers, NO_FLAGS, newDraft()),
    };
  },
});
