/**
 * A list of the office, told once: the screen, the spreadsheet and the printed page take its columns from here, each with its title.
 * What the screen adds (a mark, a link) is given beside its table; a column that needs nothing of the kind is one entry here.
 */
export type Cell = string | number | null;

/**
 * How a value is written, and on which side it stands. `code`: numbers and hashes, letter by letter. `instant`: to the minute, `time`
 * without its day. `money`: fen. Identity numbers and receipt numbers are no numbers, whatever they look like.
 */
export type ColumnKind = "text" | "code" | "instant" | "time" | "count" | "money";

export interface ListColumn<Row, Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Share of the width on paper, relative to the other columns; left out: on the screen alone. */
  readonly share?: number;
  /** Not on the screen. */
  readonly paperOnly?: boolean;
  /** What the last row of the list says here on paper; left out in every column: there is none. */
  readonly total?: "label" | "rows" | "sum";
  readonly of: (row: Row) => Cell;
}

/** In the order of the paper. */
export type ListOf<Row, Id extends string = string> = readonly ListColumn<Row, Id>[];

export const list =
  <Row>() =>
  <const Id extends string>(...columns: readonly ListColumn<Row, Id>[]): ListOf<Row, Id> =>
    columns;
