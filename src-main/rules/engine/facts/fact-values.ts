/** Answers as typed → the integers the rules reckon with; a wrong one gives the Chinese sentence that says what to type. */
import { formatMonth, parseDate, parseMonth } from "../../../../src-shared/domain/calendar.ts";
import type { FactInput, FieldError } from "../../../../src-shared/domain/facts.ts";
import { fold } from "../../../../src-shared/domain/fold.ts";
import { commaProblem, isTooMuch, parseYuan } from "../../../../src-shared/domain/money.ts";
import { countMonths, EMPTY, parsePeriods, type PeriodText } from "../../../../src-shared/domain/periods.ts";
import { unreadable } from "../../../../src-shared/text/fold.ts";
import type { AsOf, FactDefinition, FactValue, ListRecord, MonthsValue } from "./facts.ts";
import { FACT_TEXT } from "../text.ts";

export function isBlank(input: FactInput): boolean {
  if (input === null || input === "") return true;
  if (typeof input !== "object") return typeof input === "string" && input.trim() === "";
  if ("items" in input) return input.items.length === 0;
  return "periods" in input ? input.periods.length === 0 : input.months === "";
}

/** The value, or a Chinese sentence saying what to type instead. */
export function readFact(definition: FactDefinition, input: FactInput, asOf: AsOf): FactValue | string {
  return definition.type === "months" ? readMonths(definition, input, asOf) : readScalar(definition, input);
}

/** Records in the order they were typed. Wrong answers inside are reported under `list.2.field`; the list is then incomplete. */
export function readList(definition: FactDefinition, input: FactInput, errors: FieldError[]): readonly ListRecord[] | string {
  if (typeof input !== "object" || input === null || !("items" in input)) return FACT_TEXT.list;
  const wrong = bounded(definition, input.items.length, 1);
  if (wrong !== undefined) return wrong;
  return input.items.map((item, index) => {
    const record: Record<string, number | undefined> = {};
    const fault = (field: string, code: FieldError["code"], message: string): number =>
      errors.push({ fact: `${definition.id}.${index}.${field}`, code, message });
    for (const name of Object.keys(item)) {
      if (!definition.fields.some((field) => field.id === name)) fault(name, "unknown", FACT_TEXT.unknown(name));
    }
    for (const field of definition.fields) {
      record[field.id] = undefined;
      const answer = Object.hasOwn(item, field.id) ? item[field.id]! : null;
      if (isBlank(answer)) {
        if (field.required) fault(field.id, "required", FACT_TEXT.required(field.title));
        continue;
      }
      const value = readScalar(field, answer);
      if (typeof value === "string") fault(field.id, "type", value);
      else record[field.id] = value;
    }
    return record;
  });
}

/** What an answer of one value needs to know of its question; the same inside and outside a list. */
type ScalarDefinition = Pick<FactDefinition, "type" | "options" | "min" | "max">;

function readScalar(definition: ScalarDefinition, input: FactInput): number | string {
  switch (definition.type) {
    case "choice": {
      const { options } = definition;
      for (let index = 0; index < options.length; index++) if (options[index]!.value === input) return index;
      return FACT_TEXT.choice(options.map((option) => option.title));
    }
    case "flag":
      return input === true || input === "true" ? 1 : input === false || input === "false" ? 0 : FACT_TEXT.flag;
    case "date":
      return folded(input, parseDate) ?? unreadable(input, FACT_TEXT.date);
    case "month":
      return folded(input, parseMonth) ?? unreadable(input, FACT_TEXT.month);
    case "money": {
      const fen = typeof input === "string" || typeof input === "number" ? parseYuan(String(input)) : undefined;
      return fen === undefined ? notMoney(input) : (bounded(definition, fen, 100) ?? fen);
    }
    case "count": {
      const count = wholeNumber(input);
      return count === undefined ? unreadable(input, FACT_TEXT.count) : (bounded(definition, count, 1) ?? count);
    }
    case "months":
    case "list":
      throw new Error(`${definition.type} is no answer of one value`);
  }
}

/** As typed, and only where that cannot be read with the signs of an input method folded: most of what comes is plain. */
function folded(input: FactInput, parse: (text: string) => number | undefined): number | undefined {
  return typeof input === "string" ? (parse(input.trim()) ?? parse(fold(input).trim())) : undefined;
}

function notMoney(input: FactInput): string {
  if ((typeof input === "string" || typeof input === "number") && isTooMuch(String(input))) return FACT_TEXT.tooMuch;
  const comma = typeof input === "string" ? commaProblem(input) : undefined;
  return comma === undefined ? unreadable(input, FACT_TEXT.money) : FACT_TEXT.comma[comma];
}

function readMonths(definition: FactDefinition, input: FactInput, asOf: AsOf): MonthsValue | string {
  if (typeof input === "object" && input !== null && "periods" in input) {
    const set = parsePeriods(input.periods) ?? parsePeriods(input.periods.map(foldedPeriod));
    if (!set) return unreadable(input.periods.map(({ from, to }) => from + to).join(""), FACT_TEXT.periods);
    if (!definition.future && set.at(-1)! > asOf.month) return FACT_TEXT.periodsInFuture(formatMonth(asOf.month));
    const count = countMonths(set);
    return bounded(definition, count, 1) ?? { count, set };
  }
  if (typeof input === "object" && input !== null && "items" in input) return FACT_TEXT.periods;
  const count = wholeNumber(typeof input === "object" && input !== null ? input.months : input);
  if (definition.periodsOnly) return count === 0 && !definition.required ? NO_MONTHS : FACT_TEXT.periods;
  if (count !== undefined) return bounded(definition, count, 1) ?? { count, set: null };
  return unreadable(typeof input === "object" && input !== null ? input.months : input, FACT_TEXT.count);
}

/** Of no months there is nothing to draw: an answer even where months must be drawn, if the question may stay open. */
const NO_MONTHS: MonthsValue = { count: 0, set: EMPTY };

const digits = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);

const foldedPeriod = ({ from, to }: PeriodText): PeriodText => ({ from: fold(from).trim(), to: fold(to).trim() });

function wholeNumber(input: FactInput): number | undefined {
  if (typeof input === "number") return Number.isSafeInteger(input) && input >= 0 ? input : undefined;
  return folded(input, digits);
}

function bounded(definition: Pick<FactDefinition, "min" | "max">, value: number, unit: number): string | undefined {
  const { min, max } = definition;
  return (min !== undefined && value < min * unit) || (max !== undefined && value > max * unit)
    ? FACT_TEXT.range(min, max)
    : undefined;
}
