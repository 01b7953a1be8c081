/**
 * Facts: from answers as typed to the integers the rules reckon with.
 * Choices become the index of their option, flags 0/1, months and dates packed integers, money fen.
 * Questions are judged in the order of the form; an irrelevant answer is kept in the form but never reaches the rules.
 */
import {
  parseDate,
  parseMonth,
  formatMonth,
  monthOfDate,
  type Month,
  type PackedDate,
} from "../../../src-shared/domain/calendar.ts";
import type { FactInput, FactInputs, FieldError, QuestionType } from "../../../src-shared/domain/facts.ts";
import { parseYuan } from "../../../src-shared/domain/money.ts";
import { countMonths, parsePeriods, type MonthSet } from "../../../src-shared/domain/periods.ts";
import type { FactFile } from "./matter-schema.ts";
import type { NodeDefinition } from "./node.ts";
import { FACT_TEXT } from "./text.ts";
import type { Interval } from "./unary-test.ts";

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

/** Names and types of a formula's facts; `?` marks one that is not always asked. */
export type FactSpec = Readonly<Record<string, QuestionType | `${QuestionType}?`>>;
type ValueOf<Type> = Type extends "months" | "months?" ? MonthsValue : number;
export type Facts<Spec extends FactSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends `${string}?` ? ValueOf<Spec[Name]> | undefined : ValueOf<Spec[Name]>;
};
/** While the form is being filled any fact may still be missing. */
export type SomeFacts<Spec extends FactSpec> = { readonly [Name in keyof Spec]?: ValueOf<Spec[Name]> | undefined };
export type FactValue = number | MonthsValue;

/** A test on an earlier fact or a derived flag. */
export interface RelevanceTest {
  readonly name: string;
  readonly derived: boolean;
  readonly intervals: readonly Interval[];
}

export interface FactDefinition extends FactFile {
  /** Any of these, all tests of it; empty = always asked. */
  readonly relevant: readonly (readonly RelevanceTest[])[];
  readonly node: NodeDefinition;
}

export type Derived = Readonly<Record<string, boolean>>;

export interface CheckedFacts {
  readonly values: Record<string, FactValue | undefined>;
  readonly relevant: readonly FactDefinition[];
  readonly errors: FieldError[];
  readonly unanswered: readonly string[];
}

export function checkFacts(
  definitions: readonly FactDefinition[],
  inputs: FactInputs,
  asOf: AsOf,
  derive: (values: Record<string, FactValue | undefined>) => Derived,
): CheckedFacts {
  const values: Record<string, FactValue | undefined> = {};
  const relevant: FactDefinition[] = [];
  const errors: FieldError[] = [];
  const unanswered: string[] = [];
  for (const name of Object.keys(inputs)) {
    if (!definitions.some((definition) => definition.id === name))
      errors.push({ fact: name, code: "unknown", message: FACT_TEXT.unknown(name) });
  }
  for (const definition of definitions) {
    values[definition.id] = undefined;
    if (definition.relevant.length > 0 && !isRelevant(definition, values, derive)) continue;
    relevant.push(definition);
    const input = Object.hasOwn(inputs, definition.id) ? inputs[definition.id]! : null;
    if (isBlank(input)) {
      if (definition.required) unanswered.push(definition.id);
      continue;
    }
    const value = readFact(definition, input, asOf);
    if (typeof value === "string") errors.push({ fact: definition.id, code: "type", message: value });
    else values[definition.id] = value;
  }
  return { values, relevant, errors, unanswered };
}

function isRelevant(
  definition: FactDefinition,
  values: Record<string, FactValue | undefined>,
  derive: (values: Record<string, FactValue | undefined>) => Derived,
): boolean {
  let derived: Derived | undefined;
  return definition.relevant.some((tests) =>
    tests.every((test) => {
      let value: FactValue | undefined;
      if (test.derived) {
        derived ??= derive(values);
        value = derived[test.name] ? 1 : 0;
      } else {
        value = values[test.name];
      }
      const number = typeof value === "object" ? value.count : value;
      return number !== undefined && test.intervals.some(([low, high]) => low <= number && number <= high);
    }),
  );
}

function isBlank(input: FactInput): boolean {
  if (input === null || input === "") return true;
  if (typeof input !== "object") return typeof input === "string" && input.trim() === "";
  return "periods" in input ? input.periods.length === 0 : input.months === "";
}

/** The value, or a Chinese sentence saying what to type instead. */
function readFact(definition: FactDefinition, input: FactInput, asOf: AsOf): FactValue | string {
  switch (definition.type) {
    case "choice": {
      const index = definition.options.findIndex((option) => option.value === input);
      return index >= 0 ? index : FACT_TEXT.choice(definition.options.map((option) => option.title));
    }
    case "flag":
      return input === true || input === "true" ? 1 : input === false || input === "false" ? 0 : FACT_TEXT.flag;
    case "date":
      return (typeof input === "string" ? parseDate(input.trim()) : undefined) ?? FACT_TEXT.date;
    case "month":
      return (typeof input === "string" ? parseMonth(input.trim()) : undefined) ?? FACT_TEXT.month;
    case "money": {
      const fen = typeof input === "string" || typeof input === "number" ? parseYuan(String(input)) : undefined;
      if (fen === undefined) return FACT_TEXT.money;
      return bounded(definition, fen, 100) ?? fen;
    }
    case "count": {
      const count = wholeNumber(input);
      return count === undefined ? FACT_TEXT.count : (bounded(definition, count, 1) ?? count);
    }
    case "months":
      return readMonths(definition, input, asOf);
  }
}

function readMonths(definition: FactDefinition, input: FactInput, asOf: AsOf): MonthsValue | string {
  if (typeof input === "object" && input !== null && "periods" in input) {
    const set = parsePeriods(input.periods);
    if (!set) return FACT_TEXT.periods;
    if (!definition.future && set.at(-1)! > asOf.month) return FACT_TEXT.periodsInFuture(formatMonth(asOf.month));
    const count = countMonths(set);
    return bounded(definition, count, 1) ?? { count, set };
  }
  const count = wholeNumber(typeof input === "object" && input !== null ? input.months : input);
  return count === undefined ? FACT_TEXT.count : (bounded(definition, count, 1) ?? { count, set: null });
}

function wholeNumber(input: FactInput): number | undefined {
  if (typeof input === "number") return Number.isSafeInteger(input) && input >= 0 ? input : undefined;
  return typeof input === "string" && /^\d{1,6}$/.test(input.trim()) ? Number(input) : undefined;
}

function bounded(definition: FactDefinition, value: number, unit: number): string | undefined {
  const { min, max } = definition;
  return (min !== undefined && value < min * unit) || (max !== undefined && value > max * unit)
    ? FACT_TEXT.range(min, max)
    : undefined;
}
