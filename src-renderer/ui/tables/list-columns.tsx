import type { ReactNode } from "react";
import { formatYuan } from "../../../src-shared/domain/money.ts";
import type { Cell, ColumnKind, ListOf } from "../../../src-shared/lists/list.ts";
import { clockTime, dayAndTime } from "../dates/format.ts";
import type { Column } from "./row-table.tsx";

/** What the screen adds to a column: a mark, a link, another width. */
export type Looks<Row, Id extends string> = { readonly [Name in Id]?: Partial<Omit<Column<Row>, "id" | "title">> };

interface Choice<Id extends string> {
  /** Those of the list that are shown, in this order; left out: all that a screen may show. */
  readonly only?: readonly Id[];
  /** Those that come first; the others follow as on paper. */
  readonly first?: readonly Id[];
}

const WRITTEN: Readonly<Record<ColumnKind, (cell: string | number) => ReactNode>> = {
  text: (cell) => cell,
  code: (cell) => cell,
  count: (cell) => cell,
  money: (cell) => (typeof cell === "number" ? formatYuan(cell) : cell),
  instant: (cell) => dayAndTime(String(cell)),
  time: (cell) => clockTime(String(cell)).slice(0, "09:15".length),
};
const STANDING: Readonly<Record<ColumnKind, Pick<Column<never>, "className" | "numeric">>> = {
  text: {},
  code: { className: "mono" },
  count: { numeric: true },
  money: { numeric: true },
  instant: { className: "tabular" },
  time: { className: "tabular" },
};

const written = (kind: ColumnKind, cell: Cell): ReactNode => (cell === null ? "" : WRITTEN[kind](cell));

/** A list of the office as the columns of a table. */
export function screenColumns<Row, Id extends string>(
  list: ListOf<Row, Id>,
  looks: Looks<Row, Id> = {},
  { only, first = [] }: Choice<Id> = {},
): readonly Column<Row>[] {
  const shown = list.filter(({ paperOnly }) => paperOnly !== true);
  const named = (only ?? first).flatMap((name) => shown.filter(({ id }) => id === name));
  const columns = only === undefined ? [...named, ...shown.filter((one) => !named.includes(one))] : named;
  return columns.map(({ id, title, kind, of }) => ({
    id,
    title,
    ...STANDING[kind],
    cell: (row) => written(kind, of(row)),
    ...looks[id],
  }));
}
