/**
 * A formula file holds the arithmetic of one matter. It is bound once to a city's data when the pack is loaded:
 * every name it takes for granted is looked for then, so that a missing piece of data stops the matter from loading
 * and nothing is looked up by name while deciding.
 */
import { NONE } from "./draft.ts";
import type { AsOf, FactSpec } from "./facts/facts.ts";
import { demand, type Needs } from "./pack/needs.ts";
import type { Answers, Derived } from "./facts/relevance.ts";
import type { DateFound, Result } from "./result.ts";
import type { Words } from "./words.ts";

/** A fact that contradicts others; the text stands in the matter's `faults`. */
export interface Fault {
  readonly fact: string;
  readonly text: string;
}

export interface BoundFormula {
  /** Flags for the relevance of later questions; called while the form is incomplete. */
  derive(facts: Answers, asOf: AsOf): Derived;
  /** Contradictions between facts. */
  check(facts: Answers, asOf: AsOf): readonly Fault[];
  /** Dates worth showing before the form is complete. */
  known(facts: Answers, asOf: AsOf): readonly DateFound[];
  /** Pure and total for facts that passed `check`. */
  evaluate(facts: Answers, asOf: AsOf): Result;
}

export interface Formula {
  readonly matter: string;
  /** None of a mere checklist, which takes what there is. */
  readonly facts?: FactSpec | undefined;
  /** Throws `UnboundName` for words that it takes for granted and that are not there. */
  bind(words: Words): BoundFormula;
}

/** Answers while the form is being filled: any may be missing, also inside a list's records. */
export type Some<Own> = {
  readonly [Name in keyof Own]?: SomeAnswer<Own[Name]> | undefined;
};
type SomeAnswer<Answer> = Answer extends readonly (infer Item)[]
  ? readonly { readonly [Field in keyof Item]: Item[Field] | undefined }[]
  : Answer;

/**
 * The formula of a matter: plain functions of its file, given what it has bound. (Functions made for each binding would be slower:
 * with several packs in one process V8 no longer knows what they close over.) What is left out has nothing to say.
 */
export type MatterFormula<Names, Facts, Flag extends string> = {
  /** Contradictions between facts. */
  check?(names: Names, facts: Facts, asOf: AsOf): readonly Fault[];
  /** Dates worth showing before the form is complete. */
  known?(names: Names, facts: Some<Facts>, asOf: AsOf): readonly DateFound[];
  /** Pure and total for facts that passed `check`. */
  evaluate(names: Names, facts: Facts, asOf: AsOf): Result;
} & ([Flag] extends [never]
  ? { derive?: undefined }
  : {
      /** Flags for the relevance of later questions; called while the form is incomplete. */
      derive(names: Names, facts: Some<Facts>, asOf: AsOf): Readonly<Record<Flag, boolean>>;
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
  <Own, Facts, Flag extends string>(matter: string, spec: FactSpec, needs: Needs) =>
  <Names>(bind: (words: Own) => Names, formula: MatterFormula<Names, Facts, Flag>): Formula => ({
    matter,
    facts: spec,
    bind(words) {
      demand(needs, words);
      const names = bind(words as unknown as Own);
      const { derive, check, known, evaluate } = formula as unknown as Partial<AnyFormula> & Pick<AnyFormula, "evaluate">;
      return {
        derive: derive === undefined ? noFlags : (facts, asOf) => derive(names, facts, asOf),
        check: check === undefined ? nothing : (facts, asOf) => check(names, facts, asOf),
        known: known === undefined ? nothing : (facts, asOf) => known(names, facts, asOf),
        evaluate: (facts, asOf) => evaluate(names, facts, asOf),
      };
    },
  });
