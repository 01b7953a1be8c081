/**
 * A store's tables, indexes and triggers as the program makes them, compared with those of a file that comes from somewhere: what
 * a file brings along beyond them would be carried out by SQLite at the first write.
 */
import { inMemory, type Reader, type ReaderConnection } from "../file/connection.ts";
import { StoreError } from "../file/errors.ts";
import { MIGRATIONS } from "../migrations/index.ts";
import { makeSchema } from "../migrations/runner.ts";
import { DEMO_APPLICATION_ID } from "../file/format.ts";

type Schema = ReadonlyMap<string, string | null>;

interface Entry {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

const known = new Map<number, Schema>();

const SELECT = "SELECT type, name, tbl_name, sql FROM sqlite_schema";
/** Indexes that SQLite makes by itself follow from their tables. */
const asSchema = (entries: readonly Entry[]): Schema =>
  new Map(entries.filter(({ sql }) => sql !== null).map(({ type, name, tbl_name, sql }) => [`${type} ${name} ${tbl_name}`, sql]));

/** The first program of all made this table without the second `UNIQUE`, and its stores have it so to this day. */
const RECEIPT_NUMBERS = "table receipt_numbers receipt_numbers";
const asFirstMade = (sql: string | null): string | null =>
  sql && sql.replace("case_id TEXT NOT NULL REFERENCES", "case_id TEXT NOT NULL UNIQUE REFERENCES");

/** Made once for each version, in memory. */
function expectedOf(version: number): Schema {
  let schema = known.get(version);
  if (schema === undefined) {
    schema = inMemory((writer) => {
      makeSchema(writer, MIGRATIONS, version);
      return asSchema(writer.all<Entry>(SELECT));
    });
    known.set(version, schema);
  }
  return schema;
}

/** @throws StoreError `corrupt` */
export function requireOwnSchema(path: string, reader: Reader, version: number): void {
  const expected = expectedOf(version);
  const found = asSchema(reader.all<Entry>(SELECT));
  const strange = [
    ...[...found]
      .filter(([entry, sql]) => expected.get(entry) !== (entry === RECEIPT_NUMBERS ? asFirstMade(sql) : sql))
      .map(([entry]) => entry),
    ...[...expected.keys()].filter((entry) => !found.has(entry)),
  ];
  if (strange.length > 0) throw new StoreError("corrupt", `${path} has another schema: ${strange.slice(0, 5).join(", ")}`);
}

/** Its people and its passwords are known to everybody. @throws StoreError `demonstration` */
export function requireNoDemonstration(path: string, reader: Pick<ReaderConnection, "pragma">): void {
  if (reader.pragma("application_id") === DEMO_APPLICATION_ID)
    throw new StoreError("demonstration", `${path} is a demonstration`);
}
