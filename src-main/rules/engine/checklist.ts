/**
 * Checklists: matters whose answers decide by themselves which conditions, papers, place and guidance there are.
 * The YAML says what holds when; nothing is reckoned. A formula may add its own dates and conditions before it asks.
 */
import type { Conflict, Material, Notice, Outcome, Section } from "../../../src-shared/domain/decision.ts";
import { NONE, newDraft, type Draft } from "./draft.ts";
import type { FactSpec } from "./facts.ts";
import { defineFormula, type Formula } from "./formula.ts";
import type { Node } from "./node.ts";
import { holds, type Answers, type Derived, type RelevanceTest } from "./relevance.ts";
import type { ConditionDefinition, NextFound, RemedyFound, Result, Template } from "./result.ts";

export interface Alternative {
  readonly tests: readonly RelevanceTest[];
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
  readonly met: RelevanceTest;
  /** By value of the fact. */
  readonly leaves: readonly Node[];
  readonly otherwise: "refused" | "not-yet";
  readonly remedies: readonly ChecklistEntry<readonly RemedyFound[]>[];
}

/** Everything looked up and parsed. */
export interface ChecklistParts {
  readonly outcome: Outcome;
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

export class Checklist {
  readonly #parts: ChecklistParts;

  constructor(parts: ChecklistParts) {
    this.#parts = parts;
  }

  /**
   * The result for these answers, with what the formula has put into the draft.
   * @param own how the formula's own conditions come out; it must be among those the list was bound for
   */
  judge(answers: Answers, derived: Derived, draft: Draft, own?: "refused" | "not-yet"): Result {
    const parts = this.#parts;
    let outcome = own ?? parts.outcome;
    for (const entry of parts.conditions) {
      const { definition, met, leaves, otherwise, remedies } = entry.what;
      const answer = answers[met.name];
      // what was not asked cannot fail
      if (typeof answer !== "number" || !fits(entry, answers, derived, draft)) continue;
      const node = leaves[answer]!;
      const isMet = holds(met, answers, derived);
      if (!isMet) outcome = worse(outcome, otherwise);
      draft.conditions.push({
        definition,
        met: isMet,
        node,
        remedies: isMet ? NONE : first(remedies, answers, derived, draft),
      });
    }
    collect(parts.notices, answers, derived, draft, draft.notices);
    collect(parts.sections, answers, derived, draft, draft.sections);
    const materials = collect(parts.materials, answers, derived, draft, []);
    const conflicts = collect(parts.conflicts, answers, derived, draft, []);
    const next = collect(parts.next, answers, derived, draft, []);
    return {
      outcome,
      headline: first(parts.headlines.get(outcome)!, answers, derived, draft),
      place: first(parts.places, answers, derived, draft),
      timeLimit: first(parts.timeLimits, answers, derived, draft),
      conditions: draft.conditions,
      amounts: draft.amounts,
      dates: draft.dates,
      coverage: draft.coverage,
      options: NONE,
      materials,
      notices: draft.notices,
      sections: draft.sections,
      next,
      conflicts,
      missing: draft.missing,
      assumed: draft.assumed,
      remarks: draft.remarks,
    };
  }
}

function allHold(tests: readonly RelevanceTest[], answers: Answers, derived: Derived): boolean {
  for (const test of tests) if (!holds(test, answers, derived)) return false;
  return true;
}

/** A reading is shown where it decides: where the answers alone leave the entry open. */
function fits({ when }: ChecklistEntry<unknown>, answers: Answers, derived: Derived, draft: Draft): boolean {
  if (when.length === 0) return true;
  for (const { tests, readings, chosen } of when) {
    if (!allHold(tests, answers, derived)) continue;
    for (const reading of readings) if (!draft.remarks.includes(reading)) draft.remarks.push(reading);
    if (chosen) return true;
  }
  return false;
}

function collect<What>(
  entries: readonly ChecklistEntry<What>[],
  answers: Answers,
  derived: Derived,
  draft: Draft,
  into: What[],
): What[] {
  for (const entry of entries) if (fits(entry, answers, derived, draft)) into.push(entry.what);
  return into;
}

function first<What>(entries: readonly ChecklistEntry<What>[], answers: Answers, derived: Derived, draft: Draft): What {
  for (const entry of entries) if (fits(entry, answers, derived, draft)) return entry.what;
  throw new Error("a checklist ends with an entry for all others"); // the schema refuses any other
}

const NO_FLAGS: Derived = {};

/** The formula of a matter that is nothing but its checklist. */
export const checklistFormula = (matter: string, facts: FactSpec): Formula =>
  defineFormula({
    matter,
    facts,
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
