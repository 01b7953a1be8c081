/** Whoever has file and key turns one value of one row: of all that the store holds, the program's own proof finds it. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { openReader } from "../../src-main/store/file/connection.ts";
import { openStore } from "../../src-main/store/index.ts";
import { attachmentFiles } from "../../src-main/store/areas/cases/attachment-files.ts";
import { verifyStore } from "../../src-main/store/verify/verify.ts";
import { DEEDS } from "../fault/deeds.ts";
import { clock, setUpOnce } from "../fault/work.ts";
import { temporaryFolder } from "../store/support.ts";

type Cell = string | number | Uint8Array | null;
type Row = Readonly<Record<string, Cell>>;

/** What no proof finds, and why it need not. */
const PASSING: Readonly<Record<string, string>> = {
  "clerks.failed_logins": "how often somebody tried counts for a quarter of an hour; whoever has the key need not guess",
  "clerks.last_failed_at": "as failed_logins",
  "clerks.last_login_at": "each login has its row in the audit",
  "unknown_logins.login_hash": "as failed_logins",
  "unknown_logins.failed_logins": "as failed_logins",
  "unknown_logins.last_failed_at": "as failed_logins",
  "drafts.content": "a form while it is typed is no record; what is saved or submitted of it stands in the case",
  "drafts.case_id": "as content",
  "drafts.base_version": "as content",
  "drafts.updated_at": "as content",
};

/** What ends a clerk whom others need; and what needs a restore. */
const LAST = ["clerks.change"];
const NOT_HERE = "restores.confirm";

/** A store in which each operation was carried out. */
async function livedIn(): Promise<string> {
  const path = join(temporaryFolder(), "counter.db");
  const store = openStore(path, { clock });
  setUpOnce(store);
  const operations = Object.keys(DEEDS).filter((name) => name !== NOT_HERE && !LAST.includes(name));
  let nth = 0;
  for (const operation of [...operations, ...LAST]) {
    for (const { prepare, carryOut, onEmptyStore } of Object.values(DEEDS[operation]!)) {
      if (onEmptyStore !== true) await carryOut(store, (await prepare?.(store)) ?? "", ++nth);
    }
  }
  store.close();
  return path;
}

/** Another value of the same kind, as somebody would choose it who wants it to pass. */
function turned(value: Cell, type: string, isKey: boolean): Cell {
  if (value === null) return type === "INTEGER" ? 1 : "x";
  if (typeof value === "number") return value + 1000;
  if (typeof value !== "string") return Uint8Array.from(value, (byte, i) => (i === 0 ? byte ^ 1 : byte));
  if (isKey) return `${value}x`;
  // the last letter or digit: JSON stays JSON, a day stays a day
  const at = value.search(/[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u);
  return at < 0 ? `${value}x` : `${value.slice(0, at)}${value[at] === "1" ? "2" : "1"}${value.slice(at + 1)}`;
}

it("every column of every table, turned, is found; what is not is written down with its reason", async () => {
  const path = await livedIn();
  const database = new Database(path);
  onTestFinished(() => void database.close());
  const names = (sql: string): string[] => database.prepare<[], string>(sql).pluck().all();
  for (const trigger of names("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) database.exec(`DROP TRIGGER ${trigger}`);
  for (const pragma of ["foreign_keys = OFF", "ignore_check_constraints = ON", "synchronous = OFF"]) database.pragma(pragma);

  const reader = openReader(path);
  onTestFinished(() => reader.close());
  const problems = () => verifyStore(reader, attachmentFiles(path, null));
  expect(problems()).toEqual([]);

  const unfound = new Set<string>();
  // the index of names has a test of its own: its tables hold nothing that stands for itself
  for (const table of names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'people_search%'")) {
    const columns = database.pragma(`table_info(${table})`) as {
      readonly name: string;
      readonly type: string;
      readonly pk: number;
    }[];
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    // a form that is over holds nothing any more
    const rows = database
      .prepare<[], Row>(`SELECT * FROM ${table} ${table === "drafts" ? "WHERE content IS NOT NULL" : ""}`)
      .all();
    expect(rows.length, table).toBeGreaterThan(0);
    const set = (column: string, value: Cell, row: Row): void => {
      const sql = `UPDATE ${table} SET ${column} = ? WHERE ${key.map((part) => `${part} = ?`).join(" AND ")}`;
      expect(database.prepare(sql).run(value, ...key.map((part) => row[part]!)).changes, sql).toBe(1);
    };
    for (const { name, type } of columns) {
      // the newest that holds something
      const row = rows.findLast((each) => each[name] !== null && each[name] !== "" && each[name] !== "[]") ?? rows.at(-1)!;
      const other = turned(row[name]!, type, key.includes(name));
      set(name, other, row);
      if (problems().length === 0) unfound.add(`${table}.${name}`);
      set(name, row[name]!, { ...row, [name]: other });
    }
  }
  expect(problems()).toEqual([]);
  expect([...unfound].sort()).toEqual(Object.keys(PASSING).sort());
});
