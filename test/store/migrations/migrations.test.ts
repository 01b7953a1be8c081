import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter, type WriterConnection } from "../../../src-main/store/file/connection.ts";
import { StoreError } from "../../../src-main/store/index.ts";
import { firstSchema } from "../../../src-main/store/migrations/0001_first_schema.ts";
import { MIGRATIONS } from "../../../src-main/store/migrations/index.ts";
import { migrate, targetVersion, type Migration, type MigrationHooks } from "../../../src-main/store/migrations/runner.ts";
import { newStore, temporaryFolder } from "../support.ts";

const silent: MigrationHooks = { backUp: () => undefined, finish: () => undefined };

/** The schema as SQLite tells it, white space aside; without what SQLite makes by itself. */
function schemaOf(path: string): string {
  const database = new Database(path, { readonly: true });
  const rows = database
    .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    .all();
  database.close();
  return rows.map(({ sql }) => sql.replaceAll(/\s*--.*$/gm, "").replaceAll(/\s+/g, " ")).join(";\n");
}

/** A file at some version, closed with the test. `fill` puts rows into version N-1. */
function fileAt(migrations: readonly Migration[], fill: (connection: WriterConnection) => void = () => undefined) {
  const path = join(temporaryFolder(), "counter.db");
  openWriter(path, "new-file").close();
  const connection = openWriter(path, "in-use");
  onTestFinished(() => connection.close());
  if (migrations.length > 0) migrate(connection, migrations, silent);
  fill(connection);
  return { path, connection };
}

const rowsOf = (connection: WriterConnection, sql: string) => connection.transact((writer) => writer.all(sql));

/** Child columns of foreign keys that no index leads with, as `table.column`. */
function unindexedForeignKeys(path: string): string[] {
  const database = new Database(path, { readonly: true });
  const all = <Row>(pragma: string): Row[] => database.pragma(pragma) as Row[];
  const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const found = tables.flatMap(({ name }) => {
    const leading = new Set(
      all<{ name: string }>(`index_list(${name})`).map((index) => all<{ name: string }>(`index_info(${index.name})`)[0]?.name),
    );
    const keys = all<{ table: string; from: string }>(`foreign_key_list(${name})`);
    return keys.filter(({ from }) => !leading.has(from)).map(({ table, from }) => `${name}.${from} → ${table}`);
  });
  database.close();
  return found.sort();
}

describe("0001 first schema", () => {
  it("a new case costs no scan: every foreign key that a growing table is the parent of has its index", () => {
    // a deferred key is checked by looking for children of each new parent row; clerks are few and hardly ever new
    expect(unindexedForeignKeys(newStore().path)).toEqual(["case_events.clerk_id → clerks", "prints.clerk_id → clerks"]);
  });

  it("makes just these tables, indexes and triggers", async () => {
    await expect(`${schemaOf(fileAt([firstSchema]).path)}\n`).toMatchFileSnapshot("schema-0001.sql");
  });

  it("is followed by these", async () => {
    await expect(`${schemaOf(newStore().path)}\n`).toMatchFileSnapshot("schema-now.sql");
  });

  it("has STRICT tables only", () => {
    const database = new Database(newStore().path, { readonly: true });
    const lax = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(lax).toEqual([]);
    database.close();
  });
});

describe("0002 office cities", () => {
  const offices = (connection: WriterConnection) => rowsOf(connection, "SELECT * FROM office");
  const cities = (connection: WriterConnection) => rowsOf(connection, "SELECT * FROM office_cities");

  it("the city of an office becomes its first", () => {
    const { connection } = fileAt(MIGRATIONS.slice(0, 1), (at1) =>
      at1.transact((writer) => writer.run("INSERT INTO office VALUES (1, 'DL0102', '中山区窗口', 'dalian')")),
    );
    migrate(connection, MIGRATIONS.slice(0, 2), silent);
    expect(offices(connection)).toEqual([{ only_one: 1, code: "DL0102", name: "中山区窗口" }]);
    expect(cities(connection)).toEqual([{ position: 0, city: "dalian" }]);
  });

  it("leaves a store without an office without a city", () => {
    const { connection } = fileAt(MIGRATIONS.slice(0, 1));
    migrate(connection, MIGRATIONS.slice(0, 2), silent);
    expect([offices(connection), cities(connection)]).toEqual([[], []]);
  });

  it("takes each city once", () => {
    const { connection } = fileAt(MIGRATIONS.slice(0, 2));
    const insert = (position: number, city: string) =>
      connection.transact((writer) => writer.run("INSERT INTO office_cities VALUES (?, ?)", position, city));
    insert(0, "dalian");
    expect(() => insert(1, "dalian")).toThrow("UNIQUE");
    expect(() => insert(1, "")).toThrow("CHECK");
  });
});

describe("the list", () => {
  it("is numbered upwards", () => {
    expect(targetVersion(MIGRATIONS)).toBe(MIGRATIONS.at(-1)!.version);
    const twice = [MIGRATIONS[0]!, { ...MIGRATIONS[0]!, name: "again" }];
    expect(() => targetVersion(twice)).toThrow("migration “again” is numbered 1, after 1");
  });
});

describe("the runner", () => {
  const first: Migration = {
    version: 1,
    name: "people",
    up: (writer) =>
      writer.exec(
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; CREATE TABLE phones (person INTEGER NOT NULL REFERENCES people (id)) STRICT",
      ),
  };
  const second: Migration = {
    version: 2,
    name: "full name",
    // the way to change a column: a new table in the place of the old, referenced by another one
    up(writer) {
      writer.exec("CREATE TABLE people_new (id INTEGER PRIMARY KEY, full_name TEXT NOT NULL) STRICT");
      writer.run("INSERT INTO people_new SELECT id, name || '同志' FROM people");
      writer.exec("DROP TABLE people; ALTER TABLE people_new RENAME TO people");
    },
  };
  const third: Migration = { version: 3, name: "city", up: (writer) => writer.exec("ALTER TABLE people ADD COLUMN city TEXT") };
  const broken: Migration = {
    version: 3,
    name: "broken",
    up(writer) {
      writer.exec("ALTER TABLE people ADD COLUMN city TEXT; INSERT INTO people (id, full_name) VALUES (8, 'half')");
      writer.exec("INSERT INTO nowhere VALUES (1)");
    },
  };
  const fill = (connection: WriterConnection): void =>
    connection.transact((writer) => {
      writer.run("INSERT INTO people (id, name) VALUES (7, '张三')");
      writer.run("INSERT INTO phones (person) VALUES (7)");
    });

  it("brings rows of N-1 to N, all pending steps at once, a backup first", () => {
    const { connection } = fileAt([first], fill);
    const calls: string[] = [];
    migrate(connection, [first, second, third], {
      backUp: (from) => {
        const names = rowsOf(connection, "SELECT name FROM people");
        calls.push(`backup of ${from}: ${JSON.stringify(names)}`);
      },
      finish: (writer, from, to) => calls.push(`${from} to ${to}: ${JSON.stringify(writer.all("SELECT * FROM people"))}`),
    });
    expect(calls).toEqual(['backup of 1: [{"name":"张三"}]', '1 to 3: [{"id":7,"full_name":"张三同志","city":null}]']);
    expect(connection.pragma("user_version")).toBe(3);
    expect(connection.pragma("foreign_keys")).toBe(1);
    expect(rowsOf(connection, "SELECT person FROM phones")).toEqual([{ person: 7 }]);
    expect(() => connection.transact((writer) => writer.run("INSERT INTO phones VALUES (99)"))).toThrow("FOREIGN KEY");
  });

  it("does nothing to a store that is up to date", () => {
    const { connection } = fileAt([first], fill);
    const unexpected = () => expect.unreachable();
    migrate(connection, [first], { backUp: unexpected, finish: unexpected });
  });

  const failures: Record<string, { migrations: readonly Migration[]; hooks: MigrationHooks; message: string }> = {
    "a failing step": { migrations: [first, second, broken], hooks: silent, message: "no such table: nowhere" },
    "rows left without their parent": {
      migrations: [first, { version: 2, name: "orphans", up: (writer) => void writer.run("DELETE FROM people") }],
      hooks: silent,
      message: "leaves 1 rows without their parent",
    },
    "a failing backup": {
      migrations: [first, second],
      hooks: {
        ...silent,
        backUp: () => {
          throw new StoreError("full", "no room for the backup");
        },
      },
      message: "no room for the backup",
    },
    "a failure at the very end": {
      migrations: [first, second],
      hooks: {
        ...silent,
        finish: () => {
          throw new Error("no audit row");
        },
      },
      message: "no audit row",
    },
  };

  it.each(Object.keys(failures))("leaves the file untouched after %s", (name) => {
    const { migrations, hooks, message } = failures[name]!;
    const { path, connection } = fileAt([first], fill);
    connection.pragma("wal_checkpoint(TRUNCATE)");
    const before = readFileSync(path);
    expect(() => migrate(connection, migrations, hooks)).toThrow(message);
    expect(connection.pragma("user_version")).toBe(1);
    expect(connection.pragma("foreign_keys")).toBe(1);
    expect(rowsOf(connection, "SELECT * FROM people")).toEqual([{ id: 7, name: "张三" }]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readFileSync(`${path}-wal`)).toHaveLength(0);
  });

  it("refuses a newer store without a write", () => {
    const { path, connection } = fileAt([first, second, third]);
    connection.pragma("wal_checkpoint(TRUNCATE)");
    const before = readFileSync(path);
    expect(() => migrate(connection, [first, second], silent)).toThrow(expect.objectContaining({ kind: "newer" }) as StoreError);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

it("leaves no backup beside a store that was just made", () => {
  const store = newStore();
  expect(readdirSync(join(store.path, "..")).filter((name) => name.includes("version"))).toEqual([]);
  expect(existsSync(`${store.path}.new`)).toBe(false);
});
