/**
 * Facts: from answers as typed to the integers the rules reckon with.
 * Choices become the index of their option, flags 0/1, months and dates packed integers, money fen.
 * Questions are judged in the order of the form; an irrelevant answer is kept in the form but never reaches the rules.
 */
import { monthOfDate, type Month, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { Assumption } from "../../../../src-shared/domain/decision.ts";
import type { FactInput, FactInputs, FieldError, QuestionType } from "../../../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../../../src-shared/domain/history/history.ts";
import type { MonthSet } from "../../../../src-shared/domain/periods.ts";
import { isBlank, readFact, readList } from "./fact-values.ts";
import type { FactFile, FieldFile } from "../schema/matter-schema.ts";
import { named } from "../pack/name.ts";
import { NO_HISTORY, type FormHistory } from "../history/form.ts";
import type { HistoryRule } from "../history/rule.ts";
import type { NodeDefinition } from "../node.ts";
import { FACT_TEXT } from "../text.ts";
import { holds, type Answers, type Derived, type RelevanceTest } from "./relevance.ts";

/** The day for which the law is asked. */
export interface AsOf {
  readonly date: PackedDate;
  readonly month: Month;
}
export const asOfDate = (date: PackedDate): AsOf => ({ date, month: monthOfDate(date) });

/** Months as drawn (`set`) or as a bare number (`set` is null). */
export interface MonthsValue {
  readonly count: number;
  readonly set: MonthSet | null;
}

/** One record of a list; an answer that need not be given may be missing. */
export type ListRecord = Readonly<Record<string, number | undefined>>;

/** Names and types of a formula's facts; `?` marks one that is not always asked. */
export type FactSpec = Readonly<Record<string, QuestionType | `${QuestionType}?`>>;
export type FactValue = number | MonthsValue | readonly ListRecord[];

export interface FieldDefinition extends FieldFile {
  readonly node: NodeDefinition;
}

/** What is reckoned with while a question stays open, and how the decision says so. */
export interface AssumedAnswer {
  readonly answer: FactInput;
  readonly value: FactValue;
  readonly written: Assumption;
}

export interface FactDefinition extends Omit<FactFile, "fields" | "assume" | "fromHistory"> {
  readonly fields: readonly FieldDefinition[];
  /** Any of these, all tests of it; empty = always asked. */
  readonly relevant: readonly (readonly RelevanceTest[])[];
  readonly assume: AssumedAnswer | null;
  readonly fromHistory: HistoryRule | null;
  readonly node: NodeDefinition;
}

/** With every name, so that none is forgotten. */
type Complete<Type> = { readonly [Name in keyof Type]-?: Type[Name] | undefined } & Type;

/** Written out, so that all questions have one shape, whatever their YAML leaves out: they are read for each answer of each form. */
export const factDefinition = (
  fact: FactFile,
  node: NodeDefinition,
  relevant: FactDefinition["relevant"],
  fields: FactDefinition["fields"],
  fromHistory: FactDefinition["fromHistory"],
  assume: FactDefinition["assume"],
): Complete<FactDefinition> => ({
  id: fact.id,
  title: fact.title,
  help: fact.help,
  options: fact.options,
  required: fact.required,
  min: fact.min,
  max: fact.max,
  cite: fact.cite,
  group: fact.group,
  type: fact.type,
  fromPerson: fact.fromPerson,
  when: fact.when,
  future: fact.future,
  periodsOnly: fact.periodsOnly,
  local: fact.local,
  relevant,
  fields,
  assume,
  fromHistory,
  node,
});

export interface CheckedFacts {
  readonly values: Record<string, FactValue | undefined>;
  readonly relevant: readonly FactDefinition[];
  readonly errors: FieldError[];
  readonly unanswered: readonly string[];
  /** Open questions that are counted as if answered. */
  readonly assumed: readonly Assumption[];
}

export function checkFacts(
  definitions: readonly FactDefinition[],
  inputs: FactInputs,
  asOf: AsOf,
  derive: (values: Record<string, FactValue | undefined>) => Derived,
  history: FormHistory = NO_HISTORY,
): CheckedFacts {
  const values = { ...blankOf(definitions) };
  const relevant: FactDefinition[] = [];
  const errors: FieldError[] = [];
  const unanswered: string[] = [];
  const assumed: Assumption[] = [];
  let known = 0;
  // flags follow from the answers so far: they are derived again only where one has come since
  let derived: Derived | undefined;
  const flags = (): Derived => (derived ??= derive(values));
  const answer = (fact: string, value: FactValue): void => {
    values[fact] = value;
    derived = undefined;
  };
  for (const definition of definitions) {
    const given = inputs[definition.id];
    // most questions of a form have no answer, and those need no second look
    const isGiven = given !== undefined && Object.hasOwn(inputs, definition.id);
    if (isGiven) known++;
    if (definition.relevant.length > 0 && !isRelevant(definition, values, flags)) continue;
    const settled = history.settled(definition, values);
    const input = isGiven ? given : null;
    if (settled !== undefined) answer(definition.id, settled);
    // what the history settles is not asked; an answer given all the same must agree
    if (isBlank(input)) {
      if (settled !== undefined) continue;
      relevant.push(definition);
      const { assume } = definition;
      // what the history knows better is not assumed: then the question needs its answer
      if (definition.required || (assume !== null && !history.allows(definition, assume.value, values)))
        unanswered.push(definition.id);
      else if (assume !== null) {
        answer(definition.id, assume.value);
        assumed.push(assume.written);
      }
      continue;
    }
    const asked = settled === undefined;
    if (asked) relevant.push(definition);
    const value = definition.type === "list" ? readList(definition, input, errors) : readFact(definition, input, asOf);
    if (typeof value === "string") {
      errors.push({ fact: definition.id, code: "type", message: value });
      continue;
    }
    if (asked) answer(definition.id, value);
    const contradiction = history.take(definition, value, values);
    if (contradiction === null) continue;
    errors.push(contradiction);
    // both statements have to be seen to be put right
    if (!asked) relevant.push(definition);
  }
  const names = Object.keys(inputs);
  if (names.length > known) errors.unshift(...unknownOf(definitions, names));
  return { values, relevant, errors, unanswered, assumed };
}

function unknownOf(definitions: readonly FactDefinition[], names: readonly string[]): FieldError[] {
  const asked = new Set([HISTORY_FACT, HISTORY_SOURCE_FACT, ...definitions.map(({ id }) => id)]);
  return names
    .filter((name) => !asked.has(name))
    .map((name) => ({ fact: name, code: "unknown", message: FACT_TEXT.unknown(name) }));
}

const BLANKS = new WeakMap<readonly FactDefinition[], Record<string, FactValue | undefined>>();

/** A form with no answer: a copy keeps its layout, so that the rules read every form of a matter alike. */
function blankOf(definitions: readonly FactDefinition[]): Record<string, FactValue | undefined> {
  let blank = BLANKS.get(definitions);
  if (blank === undefined) {
    blank = named(new Map(definitions.map(({ id }) => [id, undefined])));
    BLANKS.set(definitions, blank);
  }
  return blank;
}

const NO_FLAGS: Derived = {};

function isRelevant({ relevant }: FactDefinition, values: Answers, flags: () => Derived): boolean {
  for (const tests of relevant) {
    let all = true;
    for (const test of tests) all &&= holds(test, values, test.derived ? flags() : NO_FLAGS);
    if (all) return true;
  }
  return false;
}
