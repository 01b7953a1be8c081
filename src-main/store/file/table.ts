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
  /** `column = ?, …`, for an UPDATE. */
  readonly assigned: string;
  /** In the order of `assigned`. */
  values(row: Row<Of>): Value[];
  insert(writer: Writer, row: Row<Of>): void;
}

export interface Table<Of extends Columns> extends Part<Of> {
  /** Rows; `tail` is what follows `FROM` and the table's name. */
  all(reader: Reader, tail: string, ...parameters: Value[]): Row<Of>[];
  get(reader: Reader, tail: string, ...parameters: Value[]): Row<Of> | undefined;
  part<Name extends keyof Of & string>(...names: readonly Name[]): Part<Pick<Of, Name>>;
  without<Name extends keyof Of & string>(...names: readonly Name[]): Part<Omit<Of, Name>>;
}

function partOf<Of extends Columns>(name: string, columns: Of, names: readonly (keyof Of & string)[]): Part<Of> {
  const inFile = names.map((each) => columns[each]!.column);
  const inserted = `INSERT INTO ${name} (${inFile.join(", ")}) VALUES (${inFile.map(() => "?").join(", ")})`;
  const values = (row: Row<Of>): Value[] => names.map((each) => row[each]);
  return {
    selected: names.map((each) => `${name}.${columns[each]!.column} AS ${each}`).join(", "),
    assigned: inFile.map((column) => `${column} = ?`).join(", "),
    values,
    insert: (writer, row) => void writer.run(inserted, ...values(row)),
  };
}

export function table<const Of extends Columns>(name: string, columns: Of): Table<Of> {
  const names = Object.keys(columns) as (keyof Of & string)[];
  const whole = partOf(name, columns, names);
  const query = `SELECT ${whole.selected} FROM ${name}`;
  return {
    ...whole,
    all: (reader, tail, ...parameters) => reader.all<Row<Of>>(`${query} ${tail}`, ...parameters),
    get: (reader, tail, ...parameters) => reader.get<Row<Of>>(`${query} ${tail}`, ...parameters),
    part: (...wanted) => partOf<Pick<Of, (typeof wanted)[number]>>(name, columns, wanted),
    without: (...left) => {
      type Rest = Exclude<keyof Of & string, (typeof left)[number]>;
      const rest = names.filter((each): each is Rest => !(left as readonly string[]).includes(each));
      return partOf<Omit<Of, (typeof left)[number]>>(name, columns, rest);
    },
  };
}
