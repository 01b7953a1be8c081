import { ActionIcon, TextInput } from "@mantine/core";
import { IconAlertCircle, IconInfoCircle, IconTrash } from "@tabler/icons-react";
import { countMonths, type PeriodText } from "../../../src-shared/domain/periods.ts";
import { describedBy } from "../../ui/described-by.ts";
import { tidyMonth } from "../../ui/dates/typed-date.ts";
import { text } from "../text.ts";
import { selectedMonths, type PeriodProblem } from "./months-model.ts";
import classes from "./period-row.module.css";
import counterClasses from "../counter.module.css";

function problemText(problem: PeriodProblem): string {
  switch (problem.kind) {
    case "early":
      return text.months.problems.early(problem.limit);
    case "late":
      return text.months.problems.late(problem.limit);
    case "overlap":
      return text.months.problems.overlap(problem.row);
    default:
      return text.months.problems[problem.kind];
  }
}

/** One period as typed, with what is wrong with it. */
export function PeriodRow({
  id,
  title,
  number,
  row,
  problem,
  onChange,
  onRemove,
}: {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly row: PeriodText;
  readonly problem: PeriodProblem | null;
  readonly onChange: (part: Partial<PeriodText>) => void;
  readonly onRemove: () => void;
}) {
  const wrong = problem !== null && problem.kind !== "overlap";
  const months = countMonths(selectedMonths([row]));
  const end = (which: "from" | "to") => (
    <TextInput
      size="xs"
      className={counterClasses.periodEnd}
      aria-label={`${title} ${text.months[which](number)}`}
      error={wrong}
      {...describedBy(id)}
      value={row[which]}
      maxLength={10}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => onChange({ [which]: event.currentTarget.value })}
      onBlur={(event) => {
        const tidied = tidyMonth(event.currentTarget.value);
        if (tidied !== row[which]) onChange({ [which]: tidied });
      }}
    />
  );
  return (
    <li>
      <div className={classes.period}>
        <span className={classes.periodNumber} aria-hidden>
          {number}
        </span>
        {end("from")}
        <span className={classes.periodUntil} aria-hidden>
          {text.months.until}
        </span>
        {end("to")}
        <span className={`${classes.periodCount} tabular`}>{months === 0 ? "" : text.months.count(months)}</span>
        <ActionIcon variant="subtle" color="gray" aria-label={`${title} ${text.months.remove(number)}`} onClick={onRemove}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {problem === null ? null : (
        <p id={id} className={wrong ? counterClasses.rowError : classes.rowHint}>
          {wrong ? <IconAlertCircle size={15} aria-hidden /> : <IconInfoCircle size={15} aria-hidden />}
          {problemText(problem)}
        </p>
      )}
    </li>
  );
}
