import { Button, TextInput } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { memo } from "react";
import type { FactInput, FieldError, MonthsInput, Question } from "../../../src-shared/domain/facts.ts";
import { assumedAs } from "../../../src-shared/text/labels.ts";
import { formatYuan, parseYuan } from "../../../src-shared/domain/money.ts";
import { describedBy } from "../../ui/described-by.ts";
import { DateInput } from "../../ui/dates/date-input.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { FieldRow } from "./field-row.tsx";
import { RowNote } from "./row-note.tsx";
import { Unit } from "./unit.tsx";
import { ListEditor } from "../list/list-editor.tsx";
import { asList } from "../list/list-model.ts";
import { MonthsEditor } from "../months/months-editor.tsx";
import { text } from "../text.ts";
import { tidyDate, tidyMonth } from "../../ui/dates/typed-date.ts";

/** `typing`: the answer is in the middle of being typed, its errors can wait until the field is left. */
export type OnAnswer = (id: string, value: FactInput | undefined, typing: boolean) => void;

interface QuestionFieldProps {
  readonly question: Question;
  readonly value: FactInput | undefined;
  /** Must not change between renderings. */
  readonly onAnswer: OnAnswer;
  readonly error: string | undefined;
  /** What the question is counted as while it is open; `null` where that is nothing or an answer is there. */
  readonly openAs: string | null;
  /** What is wrong inside a list; must not change between renderings. */
  readonly cellErrors: readonly FieldError[];
}

const asText = (value: FactInput | undefined): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const asMonths = (value: FactInput | undefined): MonthsInput | undefined =>
  typeof value === "object" && value !== null && !("items" in value) ? value : undefined;

/** Renders any question from its description alone; knows no matter and no city. */
export const QuestionField = memo(function QuestionField({
  question,
  value,
  onAnswer,
  error,
  openAs,
  cellErrors,
}: QuestionFieldProps) {
  const isNeeded = question.required || question.assumed !== null || openAs !== null;
  const onType = (next: FactInput | undefined): void => onAnswer(question.id, next, true);
  const onChoose = (next: FactInput): void => onAnswer(question.id, next, false);
  const id = `q-${question.id}`;
  const labelId = `${id}-label`;
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const openId = `${id}-open`;
  const understoodId = `${id}-understood`;
  const texts = `${helpId} ${openId} ${understoodId} ${errorId}`;
  const wide = question.type === "months" || question.type === "list";
  const composite = wide || question.type === "choice" || question.type === "flag";

  const plainInput = (options: {
    placeholder?: string;
    unit?: string;
    tidy?: (typed: string) => string;
    inputMode?: "decimal" | "numeric";
  }) => (
    <TextInput
      id={id}
      maw={240}
      value={asText(value)}
      maxLength={40}
      autoComplete="off"
      {...describedBy(texts)}
      error={error !== undefined}
      aria-required={isNeeded}
      {...(options.inputMode === undefined ? {} : { inputMode: options.inputMode })}
      {...(options.placeholder === undefined ? {} : { placeholder: options.placeholder })}
      {...(options.unit === undefined ? {} : { rightSection: <Unit>{options.unit}</Unit> })}
      onChange={(event) => onType(event.currentTarget.value)}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        const tidied = options.tidy?.(typed) ?? typed;
        if (tidied !== typed) onType(tidied);
      }}
    />
  );

  const field = () => {
    switch (question.type) {
      case "choice":
        return (
          <ChoiceField
            name={id}
            labelId={labelId}
            describedBy={texts}
            options={question.options}
            value={typeof value === "string" ? value : null}
            onChange={onChoose}
          />
        );
      case "flag":
        return (
          <ChoiceField
            name={id}
            labelId={labelId}
            describedBy={texts}
            options={[
              { value: "true", title: text.form.yes, help: "" },
              { value: "false", title: text.form.no, help: "" },
            ]}
            value={typeof value === "boolean" ? String(value) : null}
            onChange={(chosen) => onChoose(chosen === "true")}
          />
        );
      case "date":
        return (
          <DateInput
            id={id}
            value={asText(value)}
            onChange={onType}
            tidy={tidyDate}
            describedBy={texts}
            placeholder={text.form.datePlaceholder}
            invalid={error !== undefined}
          />
        );
      case "month":
        return plainInput({ placeholder: text.form.monthPlaceholder, tidy: tidyMonth, inputMode: "numeric" });
      case "money":
        return (
          <>
            {plainInput({ unit: text.form.yuan, inputMode: "decimal" })}
            <Understood id={understoodId} typed={asText(value)} />
          </>
        );
      case "count":
        return plainInput({ inputMode: "numeric" });
      case "months":
        return (
          <MonthsEditor
            id={id}
            title={question.title}
            labelId={labelId}
            describedBy={texts}
            value={asMonths(value)}
            onChange={onType}
            earliest={question.earliest}
            latest={question.latest}
            periodsOnly={question.periodsOnly}
            mayBeNone={!question.periodsOnly || !question.required}
          />
        );
      case "list":
        return (
          <ListEditor
            id={id}
            question={question}
            labelId={labelId}
            describedBy={texts}
            value={asList(value)}
            errors={cellErrors}
            onChange={onType}
          />
        );
    }
  };

  return (
    <FieldRow
      field={question.id}
      label={question.title}
      labelId={labelId}
      {...(composite ? {} : { htmlFor: id })}
      required={isNeeded}
      help={question.told === "" ? question.help : [question.help, text.history.told(question.told)].join(" ").trim()}
      helpId={helpId}
      error={error}
      errorId={errorId}
      open={openAs === null ? null : <Open id={openId} question={question} as={openAs} onChoose={onChoose} />}
      wide={wide}
    >
      {field()}
    </FieldRow>
  );
});

/** An amount as the rules take it, so that a slipped comma or point is seen. */
function Understood({ id, typed }: { readonly id: string; readonly typed: string }) {
  const fen = parseYuan(typed);
  return fen === undefined ? null : <RowNote id={id}>{text.form.understood(formatYuan(fen))}</RowNote>;
}

/** How the result counts the question meanwhile; where that is typed and not chosen, one press gives it as the answer. */
function Open({
  id,
  question: { assumed, type },
  as,
  onChoose,
}: {
  readonly id: string;
  readonly question: Question;
  readonly as: string;
  readonly onChoose: (answer: FactInput) => void;
}) {
  const isTyped = type === "count" || type === "money";
  return (
    <RowNote tone="warning" icon={IconHelpCircle} id={id}>
      {assumedAs(as)}
      {assumed === null || !isTyped ? null : (
        <Button variant="default" size="compact-xs" onClick={() => onChoose(assumed.answer)}>
          {text.form.take(as, Number(assumed.answer) === 0)}
        </Button>
      )}
    </RowNote>
  );
}
