import { ActionIcon, Group, Text, TextInput } from "@mantine/core";
import { IconAlertCircle, IconInfoCircle, IconTrash } from "@tabler/icons-react";
import { countMonths, type PeriodText } from "../../../src-shared/domain/periods.ts";
import { describedBy } from "../../ui/described-by.ts";
import { tidyMonth } from "../../ui/dates/typed-date.ts";
import { RowNote } from "../questions/row-note.tsx";
import { text } from "../text.ts";
import { selectedMonths, type PeriodProblem } from "./months-model.ts";

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
      w={104}
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
      <Group gap={8} py={2}>
        <Text span w="1.4em" ta="right" c="dimmed" aria-hidden>
          {number}
        </Text>
        {end("from")}
        <Text span fz="xs" c="dimmed" aria-hidden>
          {text.months.until}
        </Text>
        {end("to")}
        <Text span w="5.5em" fz="sm" ta="right" c="var(--ink-2)" className="tabular">
          {months === 0 ? "" : text.months.count(months)}
        </Text>
        <ActionIcon variant="subtle" color="gray" aria-label={`${title} ${text.months.remove(number)}`} onClick={onRemove}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </Group>
      {problem === null ? null : (
        <RowNote id={id} tone={wrong ? "error" : "help"} icon={wrong ? IconAlertCircle : IconInfoCircle}>
          {problemText(problem)}
        </RowNote>
      )}
    </li>
  );
}
