import { ActionIcon, Box, Button, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconAlertCircle, IconX } from "@tabler/icons-react";
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { formatMonth, type Month } from "../../../src-shared/domain/calendar.ts";
import type { FieldError, FormHistoryView } from "../../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT, isEmployee, type Capacity } from "../../../src-shared/domain/history/history.ts";
import { CAPACITY_SIGNS, type LineContext } from "../../../src-shared/domain/history/line.ts";
import {
  CAPACITY_LABELS,
  HISTORY_SOURCE_LABELS,
  HISTORY_SOURCES,
  lineProblemText,
  spanText,
} from "../../../src-shared/text/history.ts";
import { describedBy } from "../../ui/described-by.ts";
import { RowNote } from "../questions/row-note.tsx";
import { FieldRow } from "../questions/field-row.tsx";
import { MonthGrid, type CellLook } from "../months/month-grid.tsx";
import { gridRange } from "../months/months-model.ts";
import type { OnAnswer } from "../questions/question-field.tsx";
import { text } from "../text.ts";
import { brushes, keepingUnread, monthLook, monthsIn, paint, paintedMonths, readLine, withoutSpan } from "./history-model.ts";
import classes from "./history-field.module.css";

/** How a month of a kind looks on the grid: its colour, or the hatching of what is not known. */
const toneOf = (kind: string): string =>
  kind === "none" ? "" : kind === "unknown" ? classes["unknown"]! : `${classes["painted"]} ${classes[kind]}`;

const WORKING_AGE_MONTHS = 16 * 12;
const RUB = "rub";

/** The insurance history in one line: what it settles is not asked. An empty line is the form as it was. */
export function HistoryField({
  view,
  line,
  source,
  context,
  typing,
  errors,
  onAnswer,
}: {
  readonly view: FormHistoryView;
  readonly line: string;
  readonly source: string;
  readonly context: LineContext;
  /** The line is being typed: its last item may be half an item. */
  readonly typing: boolean;
  readonly errors: readonly FieldError[];
  readonly onAnswer: OnAnswer;
}) {
  const read = useMemo(() => readLine(line, context), [line, context]);
  const { history, problems } = read;
  const kinds = brushes(view.layers);
  const [drawn, setDrawn] = useState(false);
  const id = "history";
  const labelId = `${id}-label`;
  const helpId = `${id}-help`;
  const told = problems.filter(({ end }) => !(typing && end === line.length));
  const write = (next: string): void => onAnswer(HISTORY_FACT, next === "" ? undefined : next, false);
  const draw = (next: string): void => {
    // with its last month rubbed out the grid is still painted on
    setDrawn(true);
    write(next);
  };
  const sourceError = errors.find(({ fact }) => fact === HISTORY_SOURCE_FACT)?.message;
  const keys = kinds.map((kind) => `${CAPACITY_SIGNS[kind]} ${CAPACITY_LABELS[kind]}`);

  return (
    <FieldRow
      field={HISTORY_FACT}
      label={text.history.label}
      labelId={labelId}
      htmlFor={id}
      required={false}
      error={sourceError}
      wide
    >
      <Stack gap={8}>
        <Group gap={10} wrap="nowrap">
          <TextInput
            id={id}
            flex={1}
            classNames={{ input: "mono" }}
            {...describedBy(`${helpId} ${id}-problems`)}
            error={told.length > 0}
            placeholder={text.history.placeholder}
            value={line}
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onAnswer(HISTORY_FACT, event.currentTarget.value || undefined, true)}
          />
          {drawn || history.spans.length > 0 ? null : (
            <Button variant="subtle" size="compact-xs" onClick={() => setDrawn(true)}>
              {text.history.paint}
            </Button>
          )}
        </Group>
        <RowNote id={helpId}>{text.history.keys(keys)}</RowNote>
        {told.length === 0 ? null : (
          <ul id={`${id}-problems`}>
            {told.map((problem) => (
              <li key={problem.start}>
                <RowNote tone="error" icon={IconAlertCircle}>
                  {lineProblemText(problem)}
                </RowNote>
              </li>
            ))}
          </ul>
        )}
        {history.spans.length === 0 ? null : (
          <>
            <Group component="ul" gap={6}>
              {history.spans.map((span, at) => {
                const words = spanText(span, view.here);
                return (
                  // Two spans may read the same; the place in the line tells them apart.
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={at} className={`${classes.chip} ${classes[span.capacity]}`} data-part="span">
                    <span>{words}</span>
                    <span className="quiet tabular">{text.history.months(monthsIn(span))}</span>
                    <ActionIcon
                      variant="transparent"
                      size="xs"
                      tabIndex={-1}
                      aria-label={text.history.remove(words)}
                      onClick={() => write(keepingUnread(withoutSpan(history, at, context), read))}
                    >
                      <IconX size={13} />
                    </ActionIcon>
                  </li>
                );
              })}
            </Group>
            <Switch
              title={text.history.source}
              value={source}
              onChange={(chosen) => onAnswer(HISTORY_SOURCE_FACT, chosen, false)}
              data={HISTORY_SOURCES.map((value) => ({ value, label: HISTORY_SOURCE_LABELS[value] }))}
            />
          </>
        )}
        {drawn || history.spans.length > 0 ? (
          <HistoryGrid view={view} line={line} context={context} kinds={kinds} onWrite={draw} />
        ) : null}
        <Derived view={view} />
      </Stack>
    </FieldRow>
  );
}

/** Months by kind, hatched where nothing is known, painted with a brush. */
function HistoryGrid({
  view,
  line,
  context,
  kinds,
  onWrite,
}: {
  readonly view: FormHistoryView;
  readonly line: string;
  readonly context: LineContext;
  readonly kinds: readonly Capacity[];
  readonly onWrite: (line: string) => void;
}) {
  const read = useMemo(() => readLine(line, context), [line, context]);
  const { history } = read;
  const [brush, setBrush] = useState<Capacity | typeof RUB>(kinds[0] ?? RUB);
  const [wider, setWider] = useState(0);
  const [first] = paintedMonths(history);
  const earliest = context.birth === null ? null : context.birth + (kinds.some(isEmployee) ? WORKING_AGE_MONTHS : 0);
  const range = gridRange(
    {
      earliest: earliest === null ? "1949-10" : formatMonth(Math.min(earliest, first ?? earliest)),
      latest: formatMonth(context.asOf),
    },
    paintedMonths(history),
    context.asOf,
    wider,
  );
  const look = useCallback(
    (month: Month): CellLook => {
      const { tone, words } = monthLook(history, view.layers, view.here, month);
      return { on: brush === RUB ? tone === "none" : tone === brush, tone: toneOf(tone), words };
    },
    [history, view.layers, view.here, brush],
  );
  const strokes = useRef<{ readonly before: string; readonly after: string }[]>([]);
  const onPaint = (from: Month, to: Month, on: boolean): void => {
    const after = keepingUnread(paint(history, on && brush !== RUB ? brush : null, from, to, context), read);
    strokes.current.push({ before: line, after });
    onWrite(after);
  };
  const onUndo = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    // the browser would take back what was typed into the line long before, in the middle of what was painted since
    event.preventDefault();
    const last = strokes.current.pop();
    if (last?.after === line) onWrite(last.before);
  };
  return (
    <Box onKeyDown={onUndo}>
      <Switch
        title={text.history.brush}
        value={brush}
        onChange={setBrush}
        data={[...kinds.map((kind) => ({ value: kind, label: CAPACITY_LABELS[kind] })), { value: RUB, label: text.history.rub }]}
      />
      <MonthGrid
        id="history-grid"
        label={text.history.grid}
        describedBy="history-help"
        range={range}
        start={first}
        look={look}
        strokeTone={brush === RUB ? "" : toneOf(brush)}
        onPaint={onPaint}
        onEarlier={() => setWider(wider + 1)}
      />
    </Box>
  );
}

/** One of a few, beside its title; Enter goes past it. */
function Switch<Value extends string>({
  title,
  value,
  data,
  onChange,
}: {
  readonly title: string;
  readonly value: Value;
  readonly data: { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Group gap={10} fz="xs" c="dimmed" data-skip-enter>
      <span>{title}</span>
      <SegmentedControl size="xs" aria-label={title} value={value} onChange={onChange} data={data} />
    </Group>
  );
}

/** The answers that nobody has to give, each open to the spans it rests on. */
function Derived({ view: { derived } }: { readonly view: FormHistoryView }) {
  if (derived.length === 0) return null;
  return (
    <section className={classes.derived} aria-label={text.history.derived} data-part="derived">
      <Text component="h4" fz="xs" fw={500} c="dimmed">
        {text.history.derived}
      </Text>
      {derived.map(({ fact, title, display, spans }) => (
        <details key={fact}>
          <summary>
            <Text span fz="sm" w="13em" c="var(--ink-2)">
              {title}
            </Text>
            <strong className="tabular">{display}</strong>
          </summary>
          {spans.length === 0 ? (
            <p>{text.history.noSpans}</p>
          ) : (
            <ul>
              {spans.map((span) => (
                <li key={span}>{span}</li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </section>
  );
}
