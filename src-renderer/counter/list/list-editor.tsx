import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconAlertCircle, IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { Fragment, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from "react";
import type { FieldError, ListInput, ListItemInput, Question } from "../../../src-shared/domain/facts.ts";
import { formatYuan } from "../../../src-shared/domain/money.ts";
import { Sign } from "../../ui/page/sign.tsx";
import { text } from "../text.ts";
import { ListCell } from "./list-cell.tsx";
import {
  cellOf,
  columnTotal,
  filledRows,
  isBlankRow,
  shownRows,
  withAnswer,
  withoutRow,
  withRowAgain,
  type CellAddress,
} from "./list-model.ts";
import classes from "./list-editor.module.css";

interface Removed {
  readonly row: number;
  readonly item: ListItemInput;
}

/** The messages of one row, each by the column it is about. */
const errorsOfRow = (errors: readonly FieldError[], row: number): Map<string, FieldError> =>
  new Map(
    errors.flatMap((error) => {
      const cell = cellOf(error.fact);
      return cell?.row === row ? [[cell.field, error] as const] : [];
    }),
  );

/** The cell keeps the focus: leaving it may bring a message that pushes the button away from under the mouse. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

/**
 * Records as the rows of a table. The last row is always an empty one, so that going on from the last cell begins
 * the next record; going on from the empty row leaves the table.
 */
export function ListEditor({
  id,
  question,
  labelId,
  describedBy,
  value,
  errors,
  onChange,
}: {
  readonly id: string;
  readonly question: Question;
  readonly labelId: string;
  readonly describedBy: string;
  readonly value: ListInput | undefined;
  /** Errors inside the list, counted by the rows as they stand here. */
  readonly errors: readonly FieldError[];
  readonly onChange: (value: ListInput | undefined) => void;
}) {
  const { fields, most, title } = question;
  const items = value?.items ?? [];
  const rows = shownRows(items, most);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Omit<CellAddress, "list"> | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);

  const store = (next: readonly ListItemInput[]): void => onChange(next.length === 0 ? undefined : { items: next });
  const answer = (row: number, field: string, typed: string | boolean): void => {
    setRemoved(null);
    store(withAnswer(items, row, field, typed));
  };
  const cellInput = (row: number, field: string): HTMLElement | null =>
    table.current?.querySelector<HTMLElement>(
      `[data-field="${CSS.escape(`${question.id}.${row}.${field}`)}"] :is(input, select)`,
    ) ?? null;
  const remove = (row: number): void => {
    const item = items[row];
    if (item === undefined) return;
    if (!isBlankRow(item)) setRemoved({ row, item });
    const field = at?.field ?? fields[0]?.id ?? "";
    store(withoutRow(items, row));
    // The row that moves up takes the focus: it has the place of the one that is gone.
    cellInput(row, field)?.focus();
  };
  const putBack = (): void => {
    if (removed === null) return;
    store(withRowAgain(items, removed.row, removed.item));
    setRemoved(null);
    cellInput(removed.row, fields[0]?.id ?? "")?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (at === null || event.nativeEvent.isComposing) return;
    if (event.key === "Delete" && event.ctrlKey) {
      event.preventDefault();
      remove(at.row);
    } else if (
      (event.key === "ArrowUp" || event.key === "ArrowDown") &&
      event.target instanceof HTMLInputElement &&
      !event.altKey &&
      !event.ctrlKey
    ) {
      event.preventDefault();
      const next = cellInput(at.row + (event.key === "ArrowUp" ? -1 : 1), at.field);
      next?.focus();
      if (next instanceof HTMLInputElement) next.select();
    }
  };
  const onFocus = (event: FocusEvent): void => {
    const cell = cellOf(event.target.closest<HTMLElement>("[data-field]")?.dataset.field ?? "");
    setAt(cell ?? null);
  };
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setAt(null);
  };
  /** What is still to come in the row being filled in is no mistake yet, nor what is being typed. */
  const isShown = (row: number, field: string, error: FieldError): boolean =>
    at?.row !== row || (error.code !== "required" && at.field !== field);

  const count = filledRows({ items }).length;
  const totals = new Map(fields.map((field) => [field.id, field.type === "money" ? columnTotal(items, field.id) : undefined]));
  const hint = fields.find((field) => field.id === at?.field)?.help ?? "";

  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <table className={classes.table} ref={table}>
        <thead>
          <tr>
            <td className={classes.number} />
            {fields.map((field) => (
              <th key={field.id} scope="col" data-kind={field.type}>
                {field.title}
                {field.required ? null : <small className="quiet">{text.list.optional}</small>}
              </th>
            ))}
            <td className={classes.act} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const blank = isBlankRow(row);
            const wrong = errorsOfRow(errors, place);
            const shown = fields.flatMap((field) => {
              const error = wrong.get(field.id);
              return error && isShown(place, field.id, error) ? [{ field, error }] : [];
            });
            const errorId = `${id}-${place}-error`;
            return (
              // Rows have no identity of their own but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <Fragment key={place}>
                <tr data-row={place} data-blank={blank || undefined}>
                  <th scope="row" className={`${classes.number} tabular`}>
                    {place + 1}
                  </th>
                  {fields.map((field, column) => (
                    <td
                      key={field.id}
                      data-field={`${question.id}.${place}.${field.id}`}
                      {...(blank && column > 0 ? { "data-skip-enter": true } : {})}
                    >
                      <ListCell
                        field={field}
                        label={text.list.cell(title, place + 1, field.title)}
                        describedBy={`${errorId} ${id}-hint`}
                        value={row[field.id]}
                        invalid={shown.some((one) => one.field === field)}
                        onChange={(typed) => answer(place, field.id, typed)}
                      />
                    </td>
                  ))}
                  <td className={classes.act}>
                    {blank && place === rows.length - 1 ? null : (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        tabIndex={-1}
                        aria-label={text.list.remove(title, place + 1)}
                        onMouseDown={keepFocus}
                        onClick={() => remove(place)}
                      >
                        <IconTrash size={16} stroke={1.6} />
                      </ActionIcon>
                    )}
                  </td>
                </tr>
                {shown.length === 0 ? null : (
                  <tr>
                    <td />
                    <td colSpan={fields.length + 1} id={errorId} role="alert">
                      {shown.map(({ field, error }) => (
                        <Group
                          key={field.id}
                          gap={5}
                          px={6}
                          py={3}
                          wrap="nowrap"
                          fz="xs"
                          fw={600}
                          c="var(--bad)"
                          bg="var(--bad-soft)"
                        >
                          <Sign icon={IconAlertCircle} size={15} />
                          {error.code === "required" ? error.message : `${field.title}：${error.message}`}
                        </Group>
                      ))}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
        {count === 0 ? null : (
          <tfoot>
            <tr>
              <td />
              {fields.map((field, column) => {
                const total = totals.get(field.id);
                return (
                  <td key={field.id} className="tabular" data-kind={field.type}>
                    {total === undefined ? column === 0 ? text.list.total(count) : null : <strong>{formatYuan(total)}</strong>}
                  </td>
                );
              })}
              <td />
            </tr>
          </tfoot>
        )}
      </table>
      <Group justify="space-between" gap={12} mt={4} mih={24} fz="xs" c="dimmed">
        {removed === null ? (
          <p id={`${id}-hint`}>{hint === "" ? text.list.hint : hint}</p>
        ) : (
          <Group role="status" gap={10}>
            {text.list.removed(removed.row + 1)}
            <Button
              variant="light"
              size="compact-xs"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onMouseDown={keepFocus}
              onClick={putBack}
            >
              {text.list.undo}
            </Button>
          </Group>
        )}
        {most === null || items.length < most ? null : (
          <Text fz="xs" fw={600} c="var(--warn)">
            {text.list.full(most)}
          </Text>
        )}
      </Group>
    </div>
  );
}
