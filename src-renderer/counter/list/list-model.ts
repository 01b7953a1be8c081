/** The table of records without its screen: which rows count, what is wrong in which cell, what the columns add up to. */
import type { FactInput, FactInputs, FieldError, ListInput, ListItemInput, Question } from "../../../src-shared/domain/facts.ts";
import { parseYuan, type Fen } from "../../../src-shared/domain/money.ts";

export const asList = (input: FactInput | undefined): ListInput | undefined =>
  typeof input === "object" && input !== null && "items" in input ? input : undefined;

const isEmpty = (value: ListItemInput[string] | undefined): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

export const isBlankRow = (row: ListItemInput): boolean => Object.values(row).every(isEmpty);

/** Places of the rows in which something is typed, counted from 0: the records that the rules see, in their order. */
export const filledRows = ({ items }: ListInput): number[] => items.flatMap((row, at) => (isBlankRow(row) ? [] : [at]));

/** The rows on the screen: those typed, and an empty one to go on with while there may be more. */
export function shownRows(items: readonly ListItemInput[], most: number | null): readonly ListItemInput[] {
  const last = items.at(-1);
  const full = most !== null && items.length >= most;
  return full || (last !== undefined && isBlankRow(last)) ? items : [...items, {}];
}

/** The rows with one answer changed; a row that was only on the screen becomes one of them. */
export function withAnswer(
  items: readonly ListItemInput[],
  row: number,
  field: string,
  value: ListItemInput[string],
): ListItemInput[] {
  const rows = [...items];
  while (rows.length <= row) rows.push({});
  rows[row] = { ...rows[row], [field]: value };
  return rows;
}

export const withoutRow = (items: readonly ListItemInput[], row: number): ListItemInput[] => items.filter((_, at) => at !== row);

export const withRowAgain = (items: readonly ListItemInput[], row: number, item: ListItemInput): ListItemInput[] => [
  ...items.slice(0, row),
  item,
  ...items.slice(row),
];

/** Sum of the readable amounts of a money column; `undefined` when there is none. */
export function columnTotal(items: readonly ListItemInput[], field: string): Fen | undefined {
  const amounts = items
    .map((row) => (isEmpty(row[field]) ? undefined : parseYuan(String(row[field]))))
    .filter((fen) => fen !== undefined);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, fen) => sum + fen, 0);
}

/** A cell named by an error, `stays.2.cost`. */
export interface CellAddress {
  readonly list: string;
  readonly row: number;
  readonly field: string;
}

const CELL = /^([^.]+)\.(\d+)\.([^.]+)$/;

export function cellOf(fact: string): CellAddress | undefined {
  const match = CELL.exec(fact);
  return match ? { list: match[1] ?? "", row: Number(match[2]), field: match[3] ?? "" } : undefined;
}

/** The rules count the records they were given; on the screen there may be empty rows between them. The same array where there are none. */
export function errorsByTypedRow(errors: readonly FieldError[], facts: FactInputs): readonly FieldError[] {
  const moved = errors.map((error) => {
    const cell = cellOf(error.fact);
    const list = cell && asList(facts[cell.list]);
    const row = list && filledRows(list)[cell.row];
    return row === undefined || row === cell?.row ? error : { ...error, fact: `${cell?.list}.${row}.${cell?.field}` };
  });
  return moved.every((error, at) => error === errors[at]) ? errors : moved;
}

/** Title of the question that an error is about, with the row inside a list. */
export function errorTitle(fact: string, questions: readonly Question[], rowTitle: (row: number) => string): string {
  const cell = cellOf(fact);
  const question = questions.find(({ id }) => id === (cell?.list ?? fact));
  if (!question) return "";
  if (!cell) return question.title;
  const field = question.fields.find(({ id }) => id === cell.field);
  return `${question.title} ${rowTitle(cell.row + 1)}${field === undefined ? "" : ` ${field.title}`}`;
}
