/** The history at work in one form: answers that follow from it, and answers that bound one another. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import type { FieldError } from "../../../../src-shared/domain/facts.ts";
import type { History } from "../../../../src-shared/domain/history/history.ts";
import type { AsOf, FactDefinition, FactValue } from "../facts/facts.ts";
import { displayFact } from "../facts/fact-display.ts";
import type { Node } from "../node.ts";
import { HISTORY_TEXT } from "../text.ts";
import type { Derivation } from "./definition.ts";
import type { HistoryCase } from "./rule.ts";
import { agrees, derive, lastMonthOf, Sources, statementOf, type Statement, type Told } from "./derive.ts";

/** An answer that nobody has to give. */
export interface DerivedFact {
  readonly fact: FactDefinition;
  readonly rule: HistoryCase;
  readonly value: FactValue;
  /** Readings under which it would be another one. */
  readonly readings: readonly Node[];
}

export interface FormHistory {
  /** The answer that follows; `undefined` where the question has to be asked. */
  settled(fact: FactDefinition, values: Values): FactValue | undefined;
  /** Takes an answer, and says what it contradicts. */
  take(fact: FactDefinition, answer: FactValue, values: Values): FieldError | null;
  /** Whether nothing known contradicts the answer; it is not taken. */
  allows(fact: FactDefinition, answer: FactValue, values: Values): boolean;
  readonly derived: readonly DerivedFact[];
  /** What is told of questions that are asked all the same, by fact. */
  readonly told: ReadonlyMap<string, Told>;
}

const NOTHING_TOLD: ReadonlyMap<string, Told> = new Map();

class Form implements FormHistory {
  readonly derived: DerivedFact[] = [];
  told = NOTHING_TOLD;
  readonly #sources: Sources;
  readonly #statements: Statement[] = [];
  readonly #birth: Month | null;
  readonly #asOf: AsOf;

  constructor(history: History | null, here: string, birth: Month | null, asOf: AsOf) {
    this.#sources = new Sources(history, here, this.#statements);
    this.#birth = birth;
    this.#asOf = asOf;
  }

  settled(fact: FactDefinition, values: Values): FactValue | undefined {
    const rule = this.#sources.history === null ? undefined : caseOf(fact, values);
    if (rule === undefined) return undefined;
    const last = lastMonthOf(rule.chosen, values, this.#asOf.month);
    const found = derive(rule.chosen, this.#sources, last);
    if (found === null) return undefined;
    if (found.kind !== "value") {
      this.told = new Map(this.told).set(fact.id, found);
      return undefined;
    }
    const differs = rule.others.some((other) => !sameTold(derive(other, this.#sources, last), found));
    this.derived.push({ fact, rule, value: found.value, readings: differs ? rule.readings : [] });
    return found.value;
  }

  allows(fact: FactDefinition, answer: FactValue, values: Values): boolean {
    const rule = caseOf(fact, values);
    return rule === undefined || agrees(rule.chosen, answer, this.#sources, lastMonthOf(rule.chosen, values, this.#asOf.month));
  }

  take(fact: FactDefinition, answer: FactValue, values: Values): FieldError | null {
    const rule = caseOf(fact, values);
    if (rule === undefined) return null;
    const last = lastMonthOf(rule.chosen, values, this.#asOf.month);
    const wrong = agrees(rule.chosen, answer, this.#sources, last) ? null : this.#contradiction(fact, rule.chosen, answer, last);
    const statement = wrong === null ? statementOf(rule.chosen, fact.title, answer, last, this.#birth) : null;
    if (statement !== null) this.#statements.push(statement);
    return wrong;
  }

  /** Which of the statements the answer goes against. */
  #contradiction(fact: FactDefinition, chosen: Derivation, answer: FactValue, last: Month): FieldError {
    const { history, here } = this.#sources;
    const error = (message: string): FieldError => ({ fact: fact.id, code: "conflict", message });
    const alone = new Sources(history, here, []);
    if (history !== null && !agrees(chosen, answer, alone, last)) {
      const says = derive(chosen, alone, last);
      return error(HISTORY_TEXT.notAsHistory(fact.title, says === null ? null : toldText(fact, says)));
    }
    const other = this.#statements.find((one) => !agrees(chosen, answer, new Sources(null, here, [one]), last));
    return error(HISTORY_TEXT.notAsAnswer(fact.title, other === undefined ? null : other.title));
  }
}

/** @param birth month of birth, `null` where it is not known */
export const formHistory = (history: History | null, here: string, birth: Month | null, asOf: AsOf): FormHistory =>
  new Form(history, here, birth, asOf);

type Values = Readonly<Record<string, FactValue | undefined>>;

const caseOf = ({ fromHistory }: FactDefinition, values: Values): HistoryCase | undefined =>
  fromHistory?.find(({ when }) => when.every(({ fact, options }) => options.includes(values[fact] as number)));

/** Where no question follows from a history. */
export const NO_HISTORY: FormHistory = {
  derived: [],
  told: new Map(),
  settled: () => undefined,
  allows: () => true,
  take: () => null,
};

const sameTold = (a: Told | null, b: Told): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An end that is open is not told. */
function rangeText(fact: FactDefinition, least: number, most: number): string {
  const isTime = fact.type === "month" || fact.type === "date";
  // no less than none says nothing
  if (most === Infinity && least <= 0 && !isTime) return "";
  if (most === Infinity) return (isTime ? HISTORY_TEXT.notBefore : HISTORY_TEXT.atLeast)(displayFact(fact, least));
  if (least === -Infinity) return (isTime ? HISTORY_TEXT.notAfter : HISTORY_TEXT.atMost)(displayFact(fact, most));
  return HISTORY_TEXT.between(displayFact(fact, least), displayFact(fact, most));
}

/** A range or a value in words, for hints and errors. */
export function toldText(fact: FactDefinition, told: Told): string {
  switch (told.kind) {
    case "value":
      return displayFact(fact, told.value);
    case "range":
      return rangeText(fact, told.least, told.most);
    case "options":
      return told.allowed.map((option) => displayFact(fact, option)).join("、");
  }
}
