/**
 * A table's columns stand once, in its record: no query of the store types a list of them, or renames one, by hand; and every
 * record has just the columns of its table.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import * as ofCases from "../../src-main/store/areas/cases/columns.ts";
import * as ofOffice from "../../src-main/store/areas/office/columns.ts";
import * as ofPeople from "../../src-main/store/areas/people/columns.ts";
import * as ofFile from "../../src-main/store/file/columns.ts";
import type { Table } from "../../src-main/store/file/table.ts";
import { root } from "./source.ts";

const isTable = (one: unknown): one is Pick<Table<never>, "name" | "columns"> =>
  typeof one === "object" && one !== null && "allOfAnyVersion" in one;
const RECORDS = [ofCases, ofOffice, ofPeople, ofFile].flatMap((area) => Object.values(area).filter(isTable));

/** Runs of days, which triggers keep. */
const WITHOUT_RECORD = /^(audit_days|event_days|people_search_\w+|sqlite_\w+)$/;
/** Columns that the file alone has to do with: numbers of rows, and what it derives from other columns. */
const OF_THE_FILE: Readonly<Record<string, readonly string[]>> = {
  audit: ["case_id", "person"],
  cases: ["number"],
  people: ["born"],
  people_search: [],
};

describe("the record of columns", () => {
  const database = new Database(":memory:");
  const schema = readFileSync(join(root, "test/store/schema-now.sql"), "utf8");
  const tables = schema.split("\n").filter((line) => /^CREATE (VIRTUAL )?TABLE/.test(line) && !/"people_search_/.test(line));
  for (const line of tables) database.exec(line);
  const columnsOf = (table: string): string[] =>
    database
      .prepare<[string], { name: string; hidden: number }>("SELECT name, hidden FROM pragma_table_xinfo(?)")
      .all(table)
      .filter(({ hidden }) => hidden !== 1)
      .map(({ name }) => name)
      .filter((column) => OF_THE_FILE[table]?.includes(column) !== true);
  const names = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name)
    .filter((name) => !WITHOUT_RECORD.test(name));

  it("of each table is there, and of no other", () => {
    expect(names.length).toBeGreaterThan(20);
    expect(RECORDS.map(({ name }) => name).toSorted()).toEqual(names);
  });

  it.each(RECORDS.map((record) => [record.name, record] as const))("of %s has its columns", (name, { columns }) => {
    const told = columns.filter((column) => column !== "rowid");
    expect(told.toSorted()).toEqual(columnsOf(name).toSorted());
  });
});

const COLUMN = String.raw`(?:\w+\.)?\w+(?: AS "?\w+"?)?`;
/** What a query may not hold. */
const BY_HAND: readonly (readonly [what: string, RegExp])[] = [
  ["an INSERT with a list", /\bINSERT (?:OR \w+ )?INTO\b/],
  ["an UPDATE of several columns to what is given", /\bSET \w+ = \?,\s*\w+ = \?/],
  ["every column, whatever they are", /["'`]SELECT \*(?! FROM \()/],
  [
    "a list of columns",
    new RegExp(String.raw`["'\`]\s*SELECT ${COLUMN},\s*${COLUMN}(?:,\s*${COLUMN})* FROM (?!\(|\$\{|temp\.|sqlite_)`),
  ],
  // what the audit's rows derive stands in no record
  ["a column renamed", /(?<!audit\.(?=case_id\b))\b[a-z]+_[a-z_]+ AS "?[a-z]+[A-Z]/],
];
const byHand = (text: string): string[] => BY_HAND.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

/** They write the schema of their day, whatever the records say by now; the records themselves; what reads any table. */
const EXEMPT = /^store\/(migrations\/|file\/table\.ts$|trust\/state\.ts$)/;

describe("a query of the store", () => {
  const sources = globSync("store/**/*.ts", { cwd: join(root, "src-main") })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !EXEMPT.test(file));

  it("types no columns by hand", () => {
    expect(sources.length).toBeGreaterThan(80);
    const faults = sources.flatMap((file) =>
      byHand(readFileSync(join(root, "src-main", file), "utf8")).map((what) => `${file}: ${what}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ["INSERT INTO prints (paper_id, copy) VALUES (?, ?)", "an INSERT with a list"],
    ["UPDATE clerks SET name = ?, role = ? WHERE id = ?", "an UPDATE of several columns to what is given"],
    ["SELECT * FROM clerks", "every column, whatever they are"],
    ["SELECT id, name FROM clerks", "a list of columns"],
    ["SELECT clerk_id AS clerkId, (SELECT 1) FROM prints", "a column renamed"],
  ])("%s would be found", (sql, what) => {
    expect(byHand(`reader.all("${sql}")`)).toEqual([what]);
  });
});
