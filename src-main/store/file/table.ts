/**
 * A table's columns, told once: what is selected, inserted and updated, and the type of a row, come from this record. The keys are
 * the names in the program, the values say the column and what it holds; STRICT tables hold the columns to that.
 */
import type { Reader, Value, Writer } from "./connection.ts";

/** A column; what it holds is told to the compiler alone. */
export interface Column<Of extends Value> {
  readonly column: string;
  readonly holds?: Of;
}

export const text = <Of extends string = string>(column: string): Column<Of> => ({ column });
export const textOrNull = <Of extends string = string>(column: string): Column<Of | null> => ({ column });
export const integer = <Of extends number = number>(column: string): Column<Of> => ({ column });
export const integerOrNull = (column: string): Column<number | null> => ({ column });
export const bytes = (column: string): Column<Uint8Array> => ({ column });

type Columns = Readonly<Record<string, Column<Value>>>;
type Held<Of> = Of extends Column<infer Each> ? Each : never;
/** A row under the names of the program. */
type Row<Of extends Columns> = { readonly [Name in keyof Of]: Held<Of[Name]> };
/** Of a table. */
export type RowOf<Of> = Of extends Table<infer Each> ? Row<Each> : never;

/** Some columns of a table: for a query over several tables, for an insert that leaves the rest to the file, for an update. */
interface Part<Of extends Columns> {
  /** What stands between SELECT and FROM: each column under its name in the program. */
  readonly selected: string;
  /** `column = excluded.column, …`, for an INSERT that finds the row there. */
  readonly overwritten: string;
  /** Rows; `tail` is what follows `FROM` and the table's name. */
  all(reader: Reader, tail: string, ...parameters: Value[]): Row<Of>[];
  get(reader: Reader, tail: string, ...parameters: Value[]): Row<Of> | undefined;
  /** `onConflict`: what follows the values. */
  insert(writer: Writer, row: Row<Of>, onConflict?: string): void;
  /** Sets these columns where `tail` says; as many rows as it returns. */
  update(writer: Writer, row: Row<Of>, tail: string, ...parameters: Value[]): number;
}

export interface Table<Of extends Columns> extends Part<Of> {
  readonly name: string;
  /** As the file calls them. */
  readonly columns: readonly string[];
  /** From a file of an earlier version, too: a column that it does not have yet is `null`, whatever it holds since. */
  allOfAnyVersion(reader: Reader, tail: string, ...parameters: Value[]): Row<Of>[];
  part<Name extends keyof Of & string>(...names: readonly Name[]): Part<Pick<Of, Name>>;
  without<Name extends keyof Of & string>(...names: readonly Name[]): Part<Omit<Of, Name>>;
}

function partOf<Of extends Columns>(name: string, columns: Of, names: readonly (keyof Of & string)[]): Part<Of> {
  const inFile = names.map((each) => columns[each]!.column);
  // quoted: a name may be a word of SQL
  const selected = names.map((each) => `${name}.${columns[each]!.column} AS "${each}"`).join(", ");
  const assigned = inFile.map((column) => `${column} = ?`).join(", ");
  const inserted = `INSERT INTO ${name} (${inFile.join(", ")}) VALUES (${inFile.map(() => "?").join(", ")})`;
  const values = (row: Row<Of>): Value[] => names.map((each) => row[each]);
  return {
    selected,
    overwritten: inFile.map((column) => `${column} = excluded.${column}`).join(", "),
    all: (reader, tail, ...parameters) => reader.all<Row<Of>>(`SELECT ${selected} FROM ${name} ${tail}`, ...parameters),
    get: (reader, tail, ...parameters) => reader.get<Row<Of>>(`SELECT ${selected} FROM ${name} ${tail}`, ...parameters),
    insert: (writer, row, onConflict = "") => void writer.run(`${inserted} ${onConflict}`, ...values(row)),
    update: (writer, row, tail, ...parameters) =>
      writer.run(`UPDATE ${name} SET ${assigned} ${tail}`, ...values(row), ...parameters),
  };
}

export function table<const Of extends Columns>(name: string, columns: Of): Table<Of> {
  const names = Object.keys(columns) as (keyof Of & string)[];
  return {
    ...partOf(name, columns, names),
    name,
    columns: names.map((each) => columns[each]!.column),
    allOfAnyVersion: (reader, tail, ...parameters) =>
      reader
        .all<Readonly<Record<string, Value | undefined>>>(`SELECT * FROM ${name} ${tail}`, ...parameters)
        .map((row) => Object.fromEntries(names.map((each) => [each, row[columns[each]!.column] ?? null])) as Row<Of>),
    part: (...wanted) => partOf<Pick<Of, (typeof wanted)[number]>>(name, columns, wanted),
    without: (...left) => {
      type Rest = Exclude<keyof Of & string, (typeof left)[number]>;
      const rest = names.filter((each): each is Rest => !(left as readonly string[]).includes(each));
      return partOf<Omit<Of, (typeof left)[number]>>(name, columns, rest);
    },
  };
}
