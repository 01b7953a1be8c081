/** From answers as typed to what the counter shows: relevant questions, errors, dates known so far, the decision. */
import { formatMonth, parseDate } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type {
  Evaluation,
  FactInputs,
  FieldError,
  FormHistoryView,
  ListField,
  Question,
} from "../../../src-shared/domain/facts.ts";
import { asOfDate, checkFacts, type AsOf, type CheckedFacts, type FactDefinition, type FieldDefinition } from "./facts/facts.ts";
import type { MatterDefinition } from "./matter.ts";
import type { LoadedPack } from "./pack/pack.ts";
import type { Result } from "./result.ts";
import { formHistory, NO_HISTORY, toldText, type FormHistory } from "./history/form.ts";
import { derivedAnswer, historyUsed, readHistory, type HistoryRead } from "./history/read.ts";
import { FACT_TEXT } from "./text.ts";
import { writeDate, writeDown } from "./write-down.ts";

/** Months are drawn from here when a question names no other start: before it no service could be counted. */
const FIRST_MONTH = "1949-10";

export interface CheckedForm extends CheckedFacts {
  readonly history: FormHistory;
  /** `null` where the matter asks for none of it. */
  readonly read: HistoryRead | null;
}

/** Facts and contradictions between them. Exposed for batch runs, which need no questions. */
export function check(matter: MatterDefinition, facts: FactInputs, asOf: AsOf): CheckedForm {
  const read = matter.historyLayers.length === 0 ? null : readHistory(facts, matter.here, asOf);
  const history = read === null ? NO_HISTORY : formHistory(read.history, matter.here, read.birth, asOf);
  const derive = (values: CheckedFacts["values"]) => matter.formula.derive(values, asOf);
  const checked = checkFacts(matter.facts, facts, asOf, derive, history);
  if (read !== null) checked.errors.unshift(...read.errors);
  const { values, relevant, errors, unanswered, assumed } = checked;
  if (isComplete(checked))
    for (const { fact, text } of matter.formula.check(values, asOf)) errors.push({ fact, code: "conflict", message: text });
  return { values, relevant, errors, unanswered, assumed, history, read };
}

/** The result for facts that `check` passed without error. */
export const decide = (matter: MatterDefinition, checked: CheckedFacts, asOf: AsOf): Result =>
  matter.formula.evaluate(checked.values, asOf);

/** The result with the readings under which the history would have told otherwise. */
export function decideForm(matter: MatterDefinition, form: CheckedForm, asOf: AsOf): Result {
  const result = decide(matter, form, asOf);
  const readings = form.history.derived.flatMap((derived) => derived.readings);
  return readings.length === 0 ? result : { ...result, remarks: [...result.remarks, ...readings] };
}

/** Of the history only what follows is shown; the line itself stays with whoever typed it. */
function historyView(matter: MatterDefinition, { history, read }: CheckedForm): FormHistoryView | null {
  if (read === null || matter.facts.filter(({ fromHistory }) => fromHistory !== null).length < LEAST_FACTS) return null;
  const derived = read.history === null ? [] : history.derived.map((each) => derivedAnswer(each, read.history!, matter.here));
  return { here: matter.here, layers: matter.historyLayers, derived };
}

/** With one question only, a line of history would take longer than the answer. */
const LEAST_FACTS = 2;

export function consult(pack: LoadedPack, matter: MatterDefinition, facts: FactInputs, asOfText: string): Evaluation {
  const date = parseDate(asOfText);
  if (date === undefined) {
    const error: FieldError = { fact: "asOf", code: "type", message: FACT_TEXT.asOf };
    return { questions: [], errors: [error], unanswered: [], known: [], history: null, decision: null };
  }
  const asOf = asOfDate(date);
  const checked = check(matter, facts, asOf);
  return {
    questions: checked.relevant.map((fact) => question(fact, asOf, checked.history)),
    errors: checked.errors,
    unanswered: checked.unanswered,
    known: matter.formula.known(checked.values, asOf).map((found) => writeDate(found, null)),
    history: historyView(matter, checked),
    decision: isComplete(checked) ? decisionOf(pack, matter, checked, asOf) : null,
  };
}

export const isComplete = ({ errors, unanswered }: CheckedFacts): boolean => errors.length === 0 && unanswered.length === 0;

/** The decision on a form that is complete. */
export const decisionOf = (pack: LoadedPack, matter: MatterDefinition, form: CheckedForm, asOf: AsOf): Decision =>
  JSON.parse(decisionJson(pack, matter, form, asOf)) as Decision;

/** As it is stored and sent: nobody who only passes it on has to read it. */
export function decisionJson(pack: LoadedPack, matter: MatterDefinition, form: CheckedForm, asOf: AsOf): string {
  const { read, history, assumed } = form;
  const used = read === null ? undefined : historyUsed(read, history.derived, matter.historyLayers, matter.here, asOf);
  return writeDown(decideForm(matter, form, asOf), matter, pack, asOf.date, assumed, used);
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

const question = (fact: FactDefinition, asOf: AsOf, { told }: FormHistory): Question => ({
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
  told: told.has(fact.id) ? toldText(fact, told.get(fact.id)!) : "",
  citations: fact.cite,
});

/** Everything that keeps a form from being decided: wrong answers and questions still open. */
export function answerErrors({
  errors,
  unanswered,
  questions,
}: Pick<Evaluation, "errors" | "unanswered"> & { readonly questions: readonly Pick<Question, "id" | "title">[] }): FieldError[] {
  const titles = new Map(questions.map((asked) => [asked.id, asked.title]));
  return [
    ...errors,
    ...unanswered.map((fact) => ({ fact, code: "required" as const, message: FACT_TEXT.required(titles.get(fact) ?? fact) })),
  ];
}
