/**
 * Checklists: matters whose answers decide by themselves which conditions, papers, place and guidance there are.
 * The YAML says what holds when; nothing is reckoned. A formula may add its own dates and conditions before it asks.
 */
import type { Conflict, Material, Notice, Outcome, Section } from "../../../src-shared/domain/decision.ts";
import { addAll, finish, newDraft, NONE, type Draft } from "./draft.ts";
import type { Formula } from "./formula.ts";
import type { Node } from "./node.ts";
import { flagOf, liesIn, numberOf, type Answers, type Derived } from "./facts/relevance.ts";
import type { ConditionDefinition, NextFound, RemedyFound, Result, Template } from "./result.ts";
import type { Interval } from "./table/unary-test.ts";

/** Tests of a list as bits: the n-th of its tests is `1 << n`. */
type Tests = number;
/** As many as an integer of 31 bits holds. */
export const MOST_TESTS = 30;

/** An answer or a derived flag, with all that the list tests of it. */
export interface Tested {
  readonly name: string;
  readonly derived: boolean;
  readonly tests: { readonly bit: Tests; readonly intervals: readonly Interval[] }[];
}

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
  readonly tested: readonly Tested[];
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

/** What the list gives for an outcome and the tests that hold: the same for whoever's answers they are. */
interface Chosen {
  readonly headline: Template;
  readonly place: Template;
  readonly timeLimit: Template;
  readonly notices: readonly Notice[];
  readonly sections: readonly Section[];
  readonly materials: readonly Material[];
  readonly conflicts: readonly Conflict[];
  readonly next: readonly NextFound[];
  /** Readings that had a say. */
  readonly readings: readonly Node[];
}

/** @typeParam Places of the texts that it may come out with */
export class Checklist<Places extends string = never> {
  readonly #parts: ChecklistParts;
  /** By outcome and tests; chosen once, for there are few that occur. */
  readonly #chosen: Record<string, Map<Tests, Chosen>> = {};

  constructor(parts: ChecklistParts) {
    this.#parts = parts;
    for (const outcome of parts.headlines.keys()) this.#chosen[outcome] = new Map();
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
    const { tested, conditions, outcome: ordinary } = this.#parts;
    const held = heldBy(tested, answers, derived);
    let outcome = own ?? ordinary;
    for (const entry of conditions) {
      const { definition, fact, met, leaves, otherwise, remedies } = entry.what;
      const answer = answers[fact];
      // what was not asked cannot fail
      if (typeof answer !== "number" || !fits(entry, held, draft.remarks)) continue;
      const node = leaves[answer]!;
      const isMet = (held & met) === met;
      if (!isMet) outcome = worse(outcome, otherwise);
      draft.conditions.push({
        definition,
        met: isMet,
        node,
        remedies: isMet ? NONE : first(remedies, held, draft.remarks),
      });
    }
    const known = this.#chosen[outcome]!;
    let chosen = known.get(held);
    if (chosen === undefined) known.set(held, (chosen = choose(this.#parts, outcome, held)));
    for (const reading of chosen.readings) addOnce(draft.remarks, reading);
    addAll(draft.notices, chosen.notices);
    addAll(draft.sections, chosen.sections);
    draft.materials = chosen.materials;
    draft.conflicts = chosen.conflicts;
    draft.next = chosen.next;
    return finish(draft, outcome, chosen.headline, chosen.place, chosen.timeLimit);
  }
}

function heldBy(tested: readonly Tested[], answers: Answers, derived: Derived): Tests {
  let held: Tests = 0;
  for (const { name, derived: isDerived, tests } of tested) {
    const value = isDerived ? flagOf(derived[name]) : numberOf(answers[name]);
    if (value === undefined) continue;
    for (const { bit, intervals } of tests) if (liesIn(intervals, value)) held |= bit;
  }
  return held;
}

function choose(parts: ChecklistParts, outcome: Outcome, held: Tests): Chosen {
  const readings: Node[] = [];
  return {
    notices: collect(parts.notices, held, readings),
    sections: collect(parts.sections, held, readings),
    materials: collect(parts.materials, held, readings),
    conflicts: collect(parts.conflicts, held, readings),
    next: collect(parts.next, held, readings),
    headline: first(parts.headlines.get(outcome)!, held, readings),
    place: first(parts.places, held, readings),
    timeLimit: first(parts.timeLimits, held, readings),
    readings,
  };
}

function addOnce(remarks: Node[], reading: Node): void {
  if (!remarks.includes(reading)) remarks.push(reading);
}

/** A reading is shown where it decides: where the answers alone leave the entry open. */
function fits({ when }: ChecklistEntry<unknown>, held: Tests, remarks: Node[]): boolean {
  if (when.length === 0) return true;
  for (const { tests, readings, chosen } of when) {
    if ((held & tests) !== tests) continue;
    for (const reading of readings) addOnce(remarks, reading);
    if (chosen) return true;
  }
  return false;
}

const collect = <What>(entries: readonly ChecklistEntry<What>[], held: Tests, remarks: Node[]): readonly What[] =>
  entries.filter((entry) => fits(entry, held, remarks)).map(({ what }) => what);

function first<What>(entries: readonly ChecklistEntry<What>[], held: Tests, remarks: Node[]): What {
  for (const entry of entries) if (fits(entry, held, remarks)) return entry.what;
  throw new Error("a checklist ends with an entry for all others"); // the schema refuses any other
}

const NO_FLAGS: Derived = {};

/** The formula of a matter that is nothing but its checklist: it needs none of its own. */
export const checklistOf = (matter: string): Formula => ({
  matter,
  bind(words) {
    const list = words.checklist();
    return {
      derive: () => NO_FLAGS,
      check: () => NONE,
      known: () => NONE,
      evaluate: (answers) => list.judge(answers, NO_FLAGS, newDraft()),
    };
  },
});
