import { Loader, Paper, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorNotice } from "../error-notice.tsx";
import type { TableKeys } from "./table-keys.ts";
import classes from "./row-table.module.css";

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Of the cells; a `number` column has its title on the right, too. */
  readonly className?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
}

interface RowTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, at: number) => string;
  readonly keys: TableKeys;
  /** What opening a row is called and does; without it the rows are only read. */
  readonly open?: { readonly label: (row: Row) => string; readonly act: (row: Row) => void } | undefined;
  readonly rowClass?: (row: Row) => string | undefined;
  readonly busy?: boolean;
}

/** A list whose rows are walked by the arrow keys and opened by Enter or a click. */
export function RowTable<Row>({ label, columns, rows, keyOf, keys, open, rowClass, busy = false }: RowTableProps<Row>) {
  return (
    <Table className={open ? classes.rows : undefined} aria-label={label} aria-busy={busy}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ id, title, className }) => (
            <Table.Th key={id} scope="col" className={className?.startsWith("number") ? "number" : undefined}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={keys.body}>
        {rows.map((row, at) => (
          <Table.Tr
            key={keyOf(row, at)}
            className={rowClass?.(row)}
            {...(open ? { "aria-label": open.label(row), ...keys.row(at, () => open.act(row)) } : {})}
          >
            {columns.map(({ id, className, cell }) => (
              <Table.Td key={id} className={className}>
                {cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
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
      <Paper withBorder>
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
