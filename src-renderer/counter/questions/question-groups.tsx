import { Text } from "@mantine/core";
import { useMemo } from "react";
import type { Evaluation, FactInputs, FieldError, Question } from "../../../src-shared/domain/facts.ts";
import { openQuestions } from "./answers.ts";
import { cellOf } from "../list/list-model.ts";
import { QuestionField, type OnAnswer } from "./question-field.tsx";
import { SheetHeading } from "./sheet-heading.tsx";
import { text } from "../text.ts";

interface Group {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** Neighbouring questions with the same heading stand together. */
function groupQuestions(questions: readonly Question[]): Group[] {
  const groups: { title: string; questions: Question[] }[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last?.title === question.group) last.questions.push(question);
    else groups.push({ title: question.group, questions: [question] });
  }
  return groups;
}

interface AnswerProps {
  readonly evaluation: Evaluation;
  readonly facts: FactInputs;
  /** The question being typed in; what is wrong with it is said when it is left. */
  readonly editing: string | null;
  readonly onAnswer: OnAnswer;
}

/** The questions that matter now, in the order of the paper form, except those about the person. */
export function QuestionGroups(props: AnswerProps) {
  const asked = props.evaluation.questions.filter((question) => !question.fromPerson);
  return groupQuestions(asked).map((group) => (
    <section key={`${group.title}-${group.questions[0]?.id}`} aria-label={group.title}>
      <SheetHeading>{group.title}</SheetHeading>
      <QuestionFields {...props} questions={group.questions} />
    </section>
  ));
}

/** What the identity number would tell, to be answered while there is none: for a first estimate without papers. */
export function PersonQuestions(props: AnswerProps) {
  const asked = props.evaluation.questions.filter((question) => question.fromPerson);
  if (asked.length === 0) return null;
  return (
    <>
      <Text fz="xs" c="dimmed" px="md" py={6}>
        {text.form.noIdentity}
      </Text>
      <QuestionFields {...props} questions={asked} />
    </>
  );
}

const NO_ERRORS: readonly FieldError[] = [];

function errorsInLists(errors: readonly FieldError[]): ReadonlyMap<string, readonly FieldError[]> {
  const lists = new Map<string, FieldError[]>();
  for (const error of errors) {
    const list = cellOf(error.fact)?.list;
    if (list !== undefined) lists.set(list, [...(lists.get(list) ?? []), error]);
  }
  return lists;
}

/** The given questions, one below the other. */
export function QuestionFields({
  evaluation,
  facts,
  editing,
  onAnswer,
  questions,
}: AnswerProps & { readonly questions: readonly Question[] }) {
  const errors = new Map(evaluation.errors.map((error) => [error.fact, error.message]));
  const open = new Map(openQuestions(evaluation, facts).map(({ id, as }) => [id, as]));
  const cellErrors = useMemo(() => errorsInLists(evaluation.errors), [evaluation.errors]);
  return questions.map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      value={facts[question.id]}
      onAnswer={onAnswer}
      error={editing === question.id ? undefined : errors.get(question.id)}
      openAs={open.get(question.id) ?? null}
      cellErrors={cellErrors.get(question.id) ?? NO_ERRORS}
    />
  ));
}
