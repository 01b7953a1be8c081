import { ActionIcon, Box, Button, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconAlertCircle, IconPlus } from "@tabler/icons-react";
import { useCallback, useRef, useState, type KeyboardEvent } from "react";
import { formatMonth, monthOf, type Month } from "../../../src-shared/domain/calendar.ts";
import type { MonthsInput } from "../../../src-shared/domain/facts.ts";
import { countMonths, type PeriodText } from "../../../src-shared/domain/periods.ts";
import { unreadable } from "../../../src-shared/text/fold.ts";
import { useSession } from "../../app/session/session.tsx";
import { RowNote } from "../questions/row-note.tsx";
import { Unit } from "../questions/unit.tsx";
import { text } from "../text.ts";
import { describedBy } from "../../ui/described-by.ts";
import { MonthGrid, type CellLook } from "./month-grid.tsx";
import { PeriodRow } from "./period-row.tsx";
import {
  checkPeriods,
  fromInput,
  gridRange,
  isSelected,
  paint,
  readEntry,
  selectedMonths,
  toInput,
  type PeriodsTyped,
} from "./months-model.ts";
import classes from "./months-editor.module.css";

/** Typed in the entry box it means: none at all. */
const NOTHING = /^\s*0+\s*$/;

type Mode = "periods" | "number" | "none";

function modeOf(value: MonthsInput | undefined, modes: readonly Mode[]): Mode {
  const mode = value === undefined || "periods" in value ? "periods" : value.months === 0 ? "none" : "number";
  return modes.includes(mode) ? mode : "periods";
}

/** Months as periods on a month line, as a plain number, or none at all. */
export function MonthsEditor({
  id,
  title,
  labelId,
  describedBy: texts,
  value,
  onChange,
  earliest,
  latest,
  periodsOnly,
  mayBeNone,
}: {
  readonly id: string;
  readonly title: string;
  readonly labelId: string;
  readonly describedBy: string;
  readonly value: MonthsInput | undefined;
  readonly onChange: (value: MonthsInput | undefined) => void;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** A bare number of months will not do. */
  readonly periodsOnly: boolean;
  /** That there are none at all is an answer. */
  readonly mayBeNone: boolean;
}) {
  const modes: readonly Mode[] = [
    "periods",
    ...(periodsOnly ? [] : ["number" as const]),
    ...(mayBeNone ? ["none" as const] : []),
  ];
  const [mode, setMode] = useState<Mode>(() => modeOf(value, modes));
  /** What was typed in the other ways of answering comes back when the clerk switches back. */
  const kept = useRef<Partial<Record<Mode, MonthsInput>>>({});

  const switchTo = (next: Mode): void => {
    if (value !== undefined) kept.current[mode] = value;
    setMode(next);
    onChange(next === "none" ? { months: 0 } : kept.current[next]);
  };

  return (
    <Stack gap={8} align="flex-start" role="group" aria-labelledby={labelId} aria-describedby={texts}>
      {modes.length === 1 ? null : (
        <SegmentedControl
          size="xs"
          data-skip-enter
          aria-label={`${title}：${text.months.mode}`}
          value={mode}
          onChange={switchTo}
          data={modes.map((one) => ({ value: one, label: text.months[one] }))}
        />
      )}
      {mode === "periods" ? (
        <Periods
          id={id}
          title={title}
          describedBy={texts}
          value={value}
          onChange={onChange}
          onNone={mayBeNone ? () => switchTo("none") : null}
          earliest={earliest}
          latest={latest}
        />
      ) : mode === "number" ? (
        <TextInput
          maw={240}
          aria-label={text.months.numberLabel(title)}
          value={value !== undefined && "months" in value ? String(value.months) : ""}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
          rightSection={<Unit>{text.months.unit}</Unit>}
          onChange={(event) => onChange({ months: event.currentTarget.value })}
        />
      ) : (
        <p>{text.months.noneSaid}</p>
      )}
    </Stack>
  );
}

function Periods({
  id,
  title,
  describedBy: texts,
  value,
  onChange,
  onNone,
  earliest,
  latest,
}: {
  readonly id: string;
  readonly title: string;
  readonly describedBy: string;
  readonly value: MonthsInput | undefined;
  readonly onChange: (value: MonthsInput | undefined) => void;
  /** That there are none at all; `null` where that is no answer. */
  readonly onNone: (() => void) | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}) {
  const { today } = useSession();
  // Read once: afterwards the box itself knows what is typed in it, even where that reads as a period already.
  const [entry, setEntry] = useState(() => fromInput(value).entry);
  const [entryWrong, setEntryWrong] = useState(() => fromInput(value).entry !== "");
  const typedRows = value !== undefined && "periods" in value ? value.periods : [];
  const rows = entry.trim() === "" ? typedRows : typedRows.slice(0, -1);
  const problems = checkPeriods(rows, { earliest, latest });
  const set = selectedMonths(rows);
  const look = useCallback(
    (month: Month): CellLook => {
      const on = isSelected(set, month);
      return { on, tone: on ? classes.monthOn : "", words: text.months.cell(formatMonth(month), on) };
    },
    [set],
  );
  const [wider, setWider] = useState(0);
  const [asked, setAsked] = useState(false);
  /** An empty grid would only push the next field away. */
  const drawn = asked || set.length > 0;
  const range = gridRange({ earliest, latest }, set, monthOf(Number(today.slice(0, 4)), Number(today.slice(5, 7))), wider);

  const store = (typed: PeriodsTyped): void => {
    setEntry(typed.entry);
    onChange(toInput(typed));
  };
  const changeRow = (at: number, part: Partial<PeriodText>): void =>
    store({ rows: rows.map((row, index) => (index === at ? { ...row, ...part } : row)), entry });
  const addEntry = (): boolean => {
    if (onNone !== null && NOTHING.test(entry)) {
      setEntry("");
      onNone();
      return true;
    }
    const period = readEntry(entry);
    setEntryWrong(period === undefined);
    if (period === undefined) return false;
    store({ rows: [...rows, period], entry: "" });
    return true;
  };
  const onEntryKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || entry.trim() === "" || event.nativeEvent.isComposing) return;
    if (onNone !== null && NOTHING.test(entry)) {
      // nothing more can be added: Enter goes on to the next field, as on an empty box
      addEntry();
      return;
    }
    // Enter adds a period; on an empty box it goes on to the next field.
    event.preventDefault();
    event.stopPropagation();
    addEntry();
  };

  return (
    <Box w="100%">
      {rows.length === 0 ? null : (
        <ol>
          {rows.map((row, at) => (
            <PeriodRow
              // The rows have no identity of their own but their place.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              id={`${id}-period-${at}`}
              title={title}
              number={at + 1}
              row={row}
              problem={problems[at] ?? null}
              onChange={(part) => changeRow(at, part)}
              onRemove={() => store({ rows: rows.filter((_, index) => index !== at), entry })}
            />
          ))}
        </ol>
      )}
      <Group gap={10} mt={4}>
        <TextInput
          size="sm"
          w={190}
          aria-label={text.months.entry(title)}
          {...describedBy(texts)}
          error={entryWrong}
          placeholder={text.months.entryPlaceholder}
          value={entry}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => {
            setEntryWrong(false);
            store({ rows, entry: event.currentTarget.value });
          }}
          onKeyDown={onEntryKey}
          onBlur={() => entry.trim() !== "" && addEntry()}
          rightSection={
            <ActionIcon variant="subtle" tabIndex={-1} aria-label={`${title}：${text.months.add}`} onClick={addEntry}>
              <IconPlus size={18} />
            </ActionIcon>
          }
        />
        <Text span fz="xs" c="dimmed">
          {onNone === null ? text.months.entryHelpOnly : text.months.entryHelp}
        </Text>
        {drawn ? null : (
          <Button variant="subtle" size="compact-sm" ml="auto" onClick={() => setAsked(true)}>
            {text.months.paint}
          </Button>
        )}
        {set.length === 0 ? null : (
          <Text fw={600} fz="sm" ml="auto" c="var(--accent-dark)" className="tabular">
            {text.months.total(countMonths(set))}
          </Text>
        )}
      </Group>
      {entryWrong && entry.trim() !== "" ? (
        <RowNote tone="error" icon={IconAlertCircle}>
          {unreadable(entry, text.months.entryProblem)}
        </RowNote>
      ) : null}
      {drawn ? (
        <MonthGrid
          id={`${id}-grid`}
          label={text.months.grid(title)}
          describedBy={texts}
          range={range}
          start={set[0]}
          look={look}
          strokeTone={classes.monthOn}
          onPaint={(from, to, on) => store({ rows: paint(rows, from, to, on), entry })}
          onEarlier={() => setWider(wider + 1)}
        />
      ) : null}
    </Box>
  );
}
