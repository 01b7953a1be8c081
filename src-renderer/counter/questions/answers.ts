/** Answers as typed, brought to the form the rules read. */
import type { PeriodText } from "../../../src-shared/domain/periods.ts";
import type { Evaluation, FactInput, FactInputs, ListInput, Question } from "../../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../../src-shared/domain/history/history.ts";
import { readMonth, tidyDate, tidyMonth } from "../../ui/dates/typed-date.ts";
import { filledRows } from "../list/list-model.ts";

/** Both ends can be read as months (their order is judged elsewhere). */
export const isReadable = (period: PeriodText): boolean =>
  readMonth(period.from) !== undefined && readMonth(period.to) !== undefined;

/** A typed answer of one value; `undefined` when there is none yet. */
function evaluableText(type: Question["type"] | undefined, typed: string): string | undefined {
  if (typed.trim() === "") return undefined;
  if (type === "date") return tidyDate(typed);
  if (type === "month") return tidyMonth(typed);
  return type === "choice" ? typed : typed.trim();
}

/** Rows without any answer are left out; those that are left keep their order. */
function evaluableList(question: Question | undefined, input: ListInput): ListInput | undefined {
  const types = new Map(question?.fields.map((field) => [field.id, field.type]));
  const items = filledRows(input).map((row) =>
    Object.fromEntries(
      Object.entries(input.items[row] ?? {}).flatMap(([id, typed]) => {
        const value = typeof typed === "string" ? evaluableText(types.get(id), typed) : (typed ?? undefined);
        return value === undefined ? [] : [[id, value]];
      }),
    ),
  );
  return items.length === 0 ? undefined : { items };
}

/** One answer for the rules; `undefined` when there is none yet. */
function evaluable(question: Question | undefined, input: FactInput): FactInput | undefined {
  if (typeof input === "string") return evaluableText(question?.type, input);
  if (typeof input === "object" && input !== null) {
    if ("items" in input) return evaluableList(question, input);
    if ("months" in input) return typeof input.months === "string" && input.months.trim() === "" ? undefined : input;
    // The last one may still be in the entry box, half typed.
    const last = input.periods.at(-1);
    const complete = last !== undefined && !isReadable(last) ? input.periods.slice(0, -1) : input.periods;
    if (complete.length === 0) return undefined;
    return { periods: complete.map(({ from, to }) => ({ from: tidyMonth(from), to: tidyMonth(to) })) };
  }
  return input ?? undefined;
}

/** What the person's number tells, or what is told beside it; empty where it is not told yet. */
export interface PersonFacts {
  readonly birthDate: string;
  readonly sex: string;
}

/**
 * All answers as the rules read them. Answers of questions that are not asked at the moment go along:
 * the rules leave them aside, and they are there again when the question comes back.
 */
export function evaluableFacts(facts: FactInputs, questions: readonly Question[], person: PersonFacts | null): FactInputs {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const result: Record<string, FactInput> = {};
  for (const [id, input] of Object.entries(facts)) {
    const value = evaluable(byId.get(id), input);
    if (value !== undefined) result[id] = value;
  }
  if (person) {
    for (const question of questions) {
      if (!question.fromPerson) continue;
      const value = question.type === "date" ? person.birthDate : person.sex;
      if (value === "") delete result[question.id];
      else result[question.id] = value;
    }
  }
  return result;
}

/** The answers that belong to the questions asked, and the history others follow from: what is saved and submitted as the case's facts. */
export function factsToSubmit(facts: FactInputs, questions: readonly Question[], person: PersonFacts | null): FactInputs {
  const asked = new Set([...questions.map((question) => question.id), HISTORY_FACT, HISTORY_SOURCE_FACT]);
  return Object.fromEntries(Object.entries(evaluableFacts(facts, questions, person)).filter(([id]) => asked.has(id)));
}

/** Questions without an answer that are counted as something meanwhile: by themselves, or by the formula. */
export function openQuestions({ questions, decision }: Evaluation, facts: FactInputs): { id: string; as: string }[] {
  const byFormula = new Map(decision?.assumed?.map(({ fact, display }) => [fact, display]));
  return questions.flatMap((question) => {
    const { id, assumed } = question;
    const as = byFormula.get(id) ?? assumed?.display;
    return as === undefined || evaluable(question, facts[id] ?? null) !== undefined ? [] : [{ id, as }];
  });
}
