/** The history at work in one form: answers that follow from it, and answers that bound one another. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import type { FieldError } from "../../../../src-shared/domain/facts.ts";
import type { History } from "../../../../src-shared/domain/history/history.ts";
import type { AsOf, FactDefinition, FactValue } from "../facts.ts";
import { displayFact } from "../fact-display.ts";
import type { Node } from "../node.ts";
import { HISTORY_TEXT } from "../text.ts";
import type { Derivation } from "./definition.ts";
import type { HistoryCase } from "./rule.ts";
import { agrees, derive, lastMonthOf, statementOf, type Sources, type Statement, type Told } from "./derive.ts";

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

/** @param birth month of birth, `null` where it is not known */
export function formHistory(history: History | null, here: string, birth: Month | null, asOf: AsOf): FormHistory {
  const statements: Statement[] = [];
  const titles = new Map<string, string>();
  const derived: DerivedFact[] = [];
  const told = new Map<string, Told>();
  const sources: Sources = { history, here, statements };
  const contradiction = (fact: FactDefinition, chosen: Derivation, answer: FactValue, last: Month): FieldError | null => {
    if (agrees(chosen, answer, sources, last)) return null;
    const error = (message: string): FieldError => ({ fact: fact.id, code: "conflict", message });
    if (history !== null && !agrees(chosen, answer, { history, here, statements: [] }, last)) {
      const says = derive(chosen, { history, here, statements: [] }, last);
      return error(HISTORY_TEXT.notAsHistory(fact.title, says === null ? null : toldText(fact, says)));
    }
    const other = statements.find((one) => !agrees(chosen, answer, { history: null, here, statements: [one] }, last));
    return error(HISTORY_TEXT.notAsAnswer(fact.title, other === undefined ? null : (titles.get(other.fact) ?? null)));
  };
  return {
    derived,
    told,
    settled(fact, values) {
      const rule = history === null ? undefined : caseOf(fact, values);
      if (rule === undefined) return undefined;
      const last = lastMonthOf(rule.chosen, values, asOf.month);
      const found = derive(rule.chosen, sources, last);
      if (found === null) return undefined;
      if (found.kind !== "value") {
        told.set(fact.id, found);
        return undefined;
      }
      const differs = rule.others.some((other) => !sameTold(derive(other, sources, last), found));
      derived.push({ fact, rule, value: found.value, readings: differs ? rule.readings : [] });
      return found.value;
    },
    allows(fact, answer, values) {
      const rule = caseOf(fact, values);
      return rule === undefined || agrees(rule.chosen, answer, sources, lastMonthOf(rule.chosen, values, asOf.month));
    },
    take(fact, answer, values) {
      const rule = caseOf(fact, values);
      if (rule === undefined) return null;
      const last = lastMonthOf(rule.chosen, values, asOf.month);
      const wrong = history === null && statements.length === 0 ? null : contradiction(fact, rule.chosen, answer, last);
      const statement = statementOf(rule.chosen, fact.id, answer, last, birth);
      if (statement !== null && wrong === null) {
        statements.push(statement);
        titles.set(fact.id, fact.title);
      }
      return wrong;
    },
  };
}

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
