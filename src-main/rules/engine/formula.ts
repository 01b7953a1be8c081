/**
 * A formula file holds the arithmetic of one matter. It is bound once to a city's data when the pack is loaded:
 * every name it uses is looked up then, so that a missing or unused piece of data stops the pack from loading
 * and nothing is looked up by name while deciding.
 */
import type { Conflict, Material, Notice, Section } from "../../../src-shared/domain/decision.ts";
import type { Checklist } from "./checklist.ts";
import { NONE } from "./draft.ts";
import type { AsOf, Facts, FactSpec, SomeFacts } from "./facts.ts";
import type { Figure } from "./figures.ts";
import { demand, type Needs } from "./needs.ts";
import type { BoundStep, Node, NodeDefinition } from "./node.ts";
import type { Reading } from "./readings.ts";
import type { Derived } from "./relevance.ts";
import type {
  AmountDefinition,
  ConditionDefinition,
  DateDefinition,
  DateFound,
  NextFound,
  OptionFound,
  RemedyDefinition,
  Result,
  Template,
} from "./result.ts";
import type { DecisionTable } from "./table.ts";

/** A fact that contradicts others; the text stands in the matter's `faults`. */
export interface Fault {
  readonly fact: string;
  readonly text: string;
}

export interface BoundFormula<Spec extends FactSpec> {
  /** Flags for the relevance of later questions; called while the form is incomplete. */
  derive(facts: SomeFacts<Spec>, asOf: AsOf): Derived;
  /** Contradictions between facts. */
  check(facts: Facts<Spec>, asOf: AsOf): readonly Fault[];
  /** Dates worth showing before the form is complete. */
  known(facts: SomeFacts<Spec>, asOf: AsOf): readonly DateFound[];
  /** Pure and total for facts that passed `check`. */
  evaluate(facts: Facts<Spec>, asOf: AsOf): Result;
}

export interface Formula<Spec extends FactSpec = FactSpec> {
  readonly matter: string;
  /** None of a mere checklist, which takes what there is. */
  readonly facts?: Spec | undefined;
  /** Where the words are bound by name: which there must be. */
  readonly needs?: Needs;
  bind(names: Bindings): BoundFormula<Spec>;
}

/** Answers while the form is being filled: any may be missing, also inside a list's records. */
export type Some<Answers> = {
  readonly [Name in keyof Answers]?: SomeAnswer<Answers[Name]> | undefined;
};
type SomeAnswer<Answer> = Answer extends readonly (infer Item)[]
  ? readonly { readonly [Field in keyof Item]: Item[Field] | undefined }[]
  : Answer;

/**
 * The formula of a matter: plain functions of its file, given what it has bound. (Functions made for each binding would be slower:
 * with several packs in one process V8 no longer knows what they close over.) What is left out has nothing to say.
 */
export type MatterFormula<Names, Answers, Flag extends string> = {
  /** Contradictions between facts. */
  check?(names: Names, facts: Answers, asOf: AsOf): readonly Fault[];
  /** Dates worth showing before the form is complete. */
  known?(names: Names, facts: Some<Answers>, asOf: AsOf): readonly DateFound[];
  /** Pure and total for facts that passed `check`. */
  evaluate(names: Names, facts: Answers, asOf: AsOf): Result;
} & ([Flag] extends [never]
  ? { derive?: undefined }
  : {
      /** Flags for the relevance of later questions; called while the form is incomplete. */
      derive(names: Names, facts: Some<Answers>, asOf: AsOf): Readonly<Record<Flag, boolean>>;
    });

const NO_FLAGS: Derived = {};
const noFlags = (): Derived => NO_FLAGS;
const nothing = (): readonly never[] => NONE;

/** Of any matter: the types of words and facts are made from the YAML that is bound. */
type AnyFormula = {
  readonly [Part in keyof MatterFormula<unknown, unknown, string>]: (names: unknown, facts: unknown, asOf: AsOf) => never;
};

/**
 * Erases these types at the one place where all matters meet.
 * @param spec and `needs`: what a pack must have for it, as the policy data had when the types were made
 * @param bind what is worked out once, when the pack is loaded: the words, and what follows from them alone
 */
export const matterFormula =
  <Words, Answers, Flag extends string>(matter: string, spec: FactSpec, needs: Needs) =>
  <Names>(bind: (words: Words) => Names, formula: MatterFormula<Names, Answers, Flag>): Formula => ({
    matter,
    facts: spec,
    needs,
    bind(bindings) {
      const words = bindings.words();
      demand(needs, words);
      const names = bind(words as unknown as Words);
      const { derive, check, known, evaluate } = formula as unknown as Partial<AnyFormula> & Pick<AnyFormula, "evaluate">;
      return {
        derive: derive === undefined ? noFlags : (facts, asOf) => derive(names, facts, asOf),
        check: check === undefined ? nothing : (facts, asOf) => check(names, facts, asOf),
        known: known === undefined ? nothing : (facts, asOf) => known(names, facts, asOf),
        evaluate: (facts, asOf) => evaluate(names, facts, asOf),
      };
    },
  });

/** Erases the fact types at the one place where formulas of all matters meet; the loader checks the spec against the YAML. */
export const defineFormula = <const Spec extends FactSpec>(formula: Formula<Spec>): Formula => formula;

/** Access by name to a city's data and a matter's words. Unknown names throw `UnboundName`, which the loader reports. */
export interface Bindings {
  fact(name: string): NodeDefinition;
  /** An answer inside a list's records. */
  field(list: string, name: string): NodeDefinition;
  fieldOption(list: string, name: string, value: string): number;
  /** The leaves of a choice by option index, or of a flag (no, yes): made once and shared by all decisions. */
  leaves(fact: string): readonly Node[];
  /** Index of a choice's option. */
  option(fact: string, value: string): number;
  step(name: string): BoundStep;
  figure(id: string): Figure;
  table(id: string): DecisionTable;
  reading(id: string): Reading;
  condition(id: string): ConditionDefinition;
  remedy(id: string): RemedyDefinition;
  amount(id: string): AmountDefinition;
  date(id: string): DateDefinition;
  coverage(id: string): string;
  material(id: string): Material;
  notice(id: string): Notice;
  section(id: string): Section;
  conflict(id: string): Conflict;
  headline(id: string): Template;
  place(id: string): Template;
  timeLimit(id: string): Template;
  fault(id: string): string;
  /** Title and text of one of the ways that are put side by side. */
  way(id: string): Pick<OptionFound, "title" | "text">;
  next(id: string): NextFound;
  /** The matter's checklist. `own`: outcomes that the formula's own conditions may lead to. */
  checklist(...own: readonly ("refused" | "not-yet")[]): Checklist;
  /** All of them by name, for a matter that lists none. */
  words(): Readonly<Record<string, unknown>>;
}
