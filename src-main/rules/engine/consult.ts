/** From answers as typed to what the counter shows: relevant questions, errors, dates known so far, the decision. */
import { formatMonth, parseDate } from "../../../src-shared/domain/calendar.ts";
import type { Evaluation, FactInputs, FieldError, ListField, Question } from "../../../src-shared/domain/facts.ts";
import { asOfDate, checkFacts, type AsOf, type CheckedFacts, type FactDefinition, type FieldDefinition } from "./facts.ts";
import type { MatterDefinition } from "./matter.ts";
import type { LoadedPack } from "./pack.ts";
import type { Result } from "./result.ts";
import { FACT_TEXT } from "./text.ts";
import { writeDate, writeDown } from "./write-down.ts";

/** Months are drawn from here when a question names no other start: before it no service could be counted. */
const FIRST_MONTH = "1949-10";

/** The formula's facts are typed per matter; here all matters meet. The loader has checked both sides against each other. */
type AnyFacts = Record<string, never>;

/** Facts and contradictions between them. Exposed for batch runs, which need no questions. */
export function check(matter: MatterDefinition, facts: FactInputs, asOf: AsOf): CheckedFacts {
  const checked = checkFacts(matter.facts, facts, asOf, (values) => matter.formula.derive(values as AnyFacts, asOf));
  if (checked.errors.length === 0 && checked.unanswered.length === 0) {
    for (const fault of matter.formula.check(checked.values as AnyFacts, asOf)) {
      checked.errors.push({ fact: fault.fact, code: "conflict", message: fault.text });
    }
  }
  return checked;
}

/** The result for facts that `check` passed without error. */
export const decide = (matter: MatterDefinition, checked: CheckedFacts, asOf: AsOf): Result =>
  matter.formula.evaluate(checked.values as AnyFacts, asOf);

export function consult(pack: LoadedPack, matter: MatterDefinition, facts: FactInputs, asOfText: string): Evaluation {
  const date = parseDate(asOfText);
  if (date === undefined) {
    const error: FieldError = { fact: "asOf", code: "type", message: FACT_TEXT.asOf };
    return { questions: [], errors: [error], unanswered: [], known: [], decision: null };
  }
  const asOf = asOfDate(date);
  const checked = check(matter, facts, asOf);
  const complete = checked.errors.length === 0 && checked.unanswered.length === 0;
  return {
    questions: checked.relevant.map((fact) => question(fact, asOf)),
    errors: checked.errors,
    unanswered: checked.unanswered,
    known: matter.formula.known(checked.values as AnyFacts, asOf).map((found) => writeDate(found, null)),
    decision: complete ? writeDown(decide(matter, checked, asOf), matter, pack, date, checked.assumed) : null,
  };
}

const listField = ({ id, title, help, type, options, required, cite }: FieldDefinition): ListField => ({
  id,
  title,
  help,
  type,
  options,
  required,
  citations: cite,
});

const question = (fact: FactDefinition, asOf: AsOf): Question => ({
  id: fact.id,
  title: fact.title,
  help: fact.help,
  group: fact.group,
  type: fact.type,
  options: fact.options,
  required: fact.required,
  assumed: fact.assume === null ? null : { answer: fact.assume.answer, display: fact.assume.written.display },
  fromPerson: fact.fromPerson,
  earliest: fact.type === "months" ? FIRST_MONTH : null,
  latest: fact.type === "months" && !fact.future ? formatMonth(asOf.month) : null,
  periodsOnly: fact.periodsOnly,
  fields: fact.fields.map(listField),
  most: fact.type === "list" ? (fact.max ?? null) : null,
  citations: fact.cite,
});

/** Everything that keeps a form from being decided: wrong answers and questions still open. */
export function answerErrors({ errors, unanswered, questions }: Evaluation): FieldError[] {
  const titles = new Map(questions.map((asked) => [asked.id, asked.title]));
  return [
    ...errors,
    ...unanswered.map((fact) => ({ fact, code: "required" as const, message: FACT_TEXT.required(titles.get(fact) ?? fact) })),
  ];
}
