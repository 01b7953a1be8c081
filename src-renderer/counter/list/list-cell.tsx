import type { KeyboardEvent } from "react";
import type { ListField, ListItemInput, QuestionType } from "../../../src-shared/domain/facts.ts";
import { tidyDate, tidyMonth } from "../../ui/dates/typed-date.ts";
import { text } from "../text.ts";
import classes from "./list-cell.module.css";

type Answer = ListItemInput[string] | undefined;

interface CellProps {
  readonly field: ListField;
  /** Names the cell: list, row and column. */
  readonly label: string;
  readonly describedBy: string;
  readonly value: Answer;
  readonly invalid: boolean;
  readonly onChange: (value: string | boolean) => void;
}

interface CellOption {
  readonly value: string;
  readonly title: string;
}

const FLAG_OPTIONS: readonly CellOption[] = [
  { value: "true", title: text.form.yes },
  { value: "false", title: text.form.no },
];

/** One answer of a record. */
export function ListCell(props: CellProps) {
  const { field, onChange } = props;
  switch (field.type) {
    case "choice":
      return <ChoiceCell {...props} options={field.options} onChoose={onChange} />;
    case "flag":
      return <ChoiceCell {...props} options={FLAG_OPTIONS} onChoose={(chosen) => onChange(chosen === "true")} />;
    default:
      return <TypedCell {...props} />;
  }
}

/** A list that opens by the arrows or the mouse; the number before an option chooses it at once. */
function ChoiceCell({
  field,
  label,
  describedBy,
  value,
  invalid,
  options,
  onChoose,
}: CellProps & { readonly options: readonly CellOption[]; readonly onChoose: (value: string) => void }) {
  const byNumber = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (!option) return;
    event.preventDefault();
    onChoose(option.value);
  };
  return (
    <select
      className={classes.cell}
      data-kind="choice"
      data-enter-stop
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={field.required}
      title={options.find((option) => option.value === String(value))?.title}
      value={value === undefined || value === null ? "" : String(value)}
      onKeyDown={byNumber}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="" disabled hidden />
      {options.map((option, at) => (
        <option key={option.value} value={option.value}>
          {`${at + 1} ${option.title}`}
        </option>
      ))}
    </select>
  );
}

const TIDY: Partial<Record<QuestionType, (typed: string) => string>> = { date: tidyDate, month: tidyMonth };
const PLACEHOLDERS: Partial<Record<QuestionType, string>> = {
  date: text.list.datePlaceholder,
  month: text.list.monthPlaceholder,
};

function TypedCell({ field, label, describedBy, value, invalid, onChange }: CellProps) {
  const tidy = TIDY[field.type];
  return (
    <input
      className={classes.cell}
      data-kind={field.type}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={field.required}
      value={value === undefined || value === null ? "" : String(value)}
      placeholder={PLACEHOLDERS[field.type]}
      maxLength={40}
      inputMode={field.type === "money" ? "decimal" : "numeric"}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        const tidied = tidy?.(typed) ?? typed;
        if (tidied !== typed) onChange(tidied);
      }}
    />
  );
}
