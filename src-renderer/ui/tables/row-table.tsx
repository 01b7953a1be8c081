import { Loader, Paper, Table, Text, type TableTrProps } from "@mantine/core";
import type { ReactNode } from "react";
import { ByWords } from "../by-words.tsx";
import { ErrorNotice } from "../error-notice.tsx";
import type { TableKeys } from "./table-keys.ts";
import classes from "./row-table.module.css";

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Of the cells. */
  readonly className?: "mono" | "tabular";
  /** Figures stand below one another at the right, their title too. */
  readonly numeric?: boolean;
  /** Cells of at most this width and of two lines; what is longer is cut, so that it needs a `title`. */
  readonly widest?: string;
  /** Cells take as many lines as their words need. */
  readonly wraps?: boolean;
  /** What the row is about. */
  readonly isHeading?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, at: number) => string;
  /** Still there, but out of use. */
  readonly isOff?: (row: Row) => boolean;
  readonly busy?: boolean;
}

interface RowTableProps<Row> extends TableProps<Row> {
  readonly keys: TableKeys;
  /** What opening a row is called and does; without it the rows are only read. */
  readonly open?: { readonly label: (row: Row) => string; readonly act: (row: Row) => void } | undefined;
}

/** A list whose rows are walked by the arrow keys and opened by Enter or a click. */
export function RowTable<Row>({ keys, open, ...table }: RowTableProps<Row>) {
  const opening =
    open &&
    ((row: Row, at: number) => ({ "data-opens": true, "aria-label": open.label(row), ...keys.row(at, () => open.act(row)) }));
  return <PlainTable {...table} body={keys.body} propsOf={opening} />;
}

interface PlainTableProps<Row> extends TableProps<Row> {
  /** Many rows of short words. */
  readonly dense?: boolean;
  /** What the rows come to. */
  readonly total?: Row;
  readonly body?: TableKeys["body"];
  readonly propsOf?: ((row: Row, at: number) => TableTrProps) | undefined;
}

/** A list that is read. */
export function PlainTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  isOff,
  busy = false,
  dense = false,
  total,
  body,
  propsOf,
}: PlainTableProps<Row>) {
  return (
    <Table
      className={classes.table}
      aria-label={label}
      aria-busy={busy}
      stickyHeader
      // many columns stand closer, so that a small screen shows them all
      horizontalSpacing={columns.length > 7 ? 9 : 12}
      highlightOnHover={propsOf !== undefined}
      highlightOnHoverColor="var(--tint)"
      {...(dense ? { verticalSpacing: 4 } : {})}
    >
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ id, title, numeric }) =>
            title === "" ? (
              <Table.Td key={id} />
            ) : (
              <Table.Th key={id} scope="col" ta={numeric ? "right" : undefined}>
                {title}
              </Table.Th>
            ),
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {rows.map((row, at) => (
          <Table.Tr key={keyOf(row, at)} data-off={isOff?.(row) || undefined} {...propsOf?.(row, at)}>
            <Cells columns={columns} row={row} />
          </Table.Tr>
        ))}
      </Table.Tbody>
      {total === undefined ? null : (
        <Table.Tfoot bg="var(--tint)" fw={700}>
          <Table.Tr>
            <Cells columns={columns} row={total} />
          </Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  );
}

const Words = ({ children }: { readonly children: ReactNode }) =>
  typeof children === "string" ? <ByWords words={children} /> : children;

/** Around a list among other things: in the narrowest window with the largest letters it is scrolled by itself. */
export const TableBox = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.wide} data-wide>
    {children}
  </div>
);

function Cells<Row>({ columns, row }: { readonly columns: readonly Column<Row>[]; readonly row: Row }) {
  return columns.map(({ id, className, numeric, widest, wraps, isHeading, cell }) =>
    isHeading ? (
      <Table.Th key={id} scope="row" data-wraps={wraps || undefined}>
        {cell(row)}
      </Table.Th>
    ) : (
      <Table.Td
        key={id}
        className={numeric ? "tabular" : className}
        ta={numeric ? "right" : undefined}
        maw={widest}
        data-wraps={wraps || undefined}
        data-widest={widest !== undefined || undefined}
      >
        {widest === undefined ? (
          <Words>{cell(row)}</Words>
        ) : (
          <Text inherit lineClamp={2}>
            {cell(row)}
          </Text>
        )}
      </Table.Td>
    ),
  );
}

interface ListBoxProps {
  readonly query: { readonly data: unknown; readonly error: Error | null; readonly refetch: () => unknown };
  /** Said in place of the rows when there are none. */
  readonly none: string;
  readonly empty: boolean;
  readonly children: ReactNode;
}

/** What surrounds a list that is asked for: the fault, the wait, and that there is nothing. */
export function ListBox({ query: { data, error, refetch }, none, empty, children }: ListBoxProps) {
  return (
    <>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      <Paper withBorder className={classes.box} data-wide>
        {children}
        {data === undefined ? (
          error ? null : (
            <Loader m="xl" />
          )
        ) : empty ? (
          <Text p="xl" ta="center" c="dimmed">
            {none}
          </Text>
        ) : null}
      </Paper>
    </>
  );
}
