/** 0012: rows as version 11 left them, compared after the migration. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { openStore, type Store } from "../../../src-main/store/index.ts";
import { idsInOrder, storeOfVersion, tellState } from "../earlier-store.ts";
import { clock, minute, newStore, submit, temporaryFolder } from "../support.ts";

function leftBy11(path: string, today: Store): void {
  const old = storeOfVersion(11, path, today);
  tellState(old);
  old.close();
}

it("keeps each number, finds it by its running number in whatever year, and refuses it a second time", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore({ newId: idsInOrder() });
  const years = [2024, 2024, 2025, 2026];
  years.forEach((year, i) => submit(today, { draftId: `draft-${i}`, year, act: { at: minute(i) } }));
  leftBy11(path, today);

  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);
  const found = (text: string) =>
    migrated.cases.search({ text, state: null, limit: 9, offset: 0 }).rows.map(({ receiptNumber }) => receiptNumber);
  expect(found("1")).toEqual(["DL01022026000001", "DL01022025000001", "DL01022024000001"]);
  expect(found("2")).toEqual(["DL01022024000002"]);
  expect(found("3")).toEqual([]);
  expect(found("2025000001")).toEqual(["DL01022025000001"]);
  submit(migrated, { draftId: "after", year: 2025, act: { at: minute(9) } });
  expect(found("2")).toEqual(["DL01022025000002", "DL01022024000002"]);
  expect(migrated.verify()).toEqual([]);

  const database = new Database(path);
  onTestFinished(() => void database.close());
  database.pragma("foreign_keys = OFF");
  const insert = (year: number, running: number, number: string) =>
    database.prepare("INSERT INTO receipt_numbers VALUES (?, ?, ?, 'another')").run(year, running, number);
  // a number that is there already could only come with its own year and running number, which are the key
  expect(() => insert(2024, 2, "DL01022024000002")).toThrow("UNIQUE constraint failed");
  expect(() => insert(2024, 3, "DL01022024000002")).toThrow("CHECK constraint failed");
  expect(() => database.exec("DELETE FROM receipt_numbers")).toThrow("receipt_numbers is append-only");
});

it("takes in no other word than before, and makes no table of the list for each row", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore({ newId: idsInOrder() });
  submit(today);
  leftBy11(path, today);
  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);

  const database = new Database(path);
  onTestFinished(() => void database.close());
  const columns = [
    ["cases", "state"],
    ["cases", "review"],
    ["cases", "nature"],
    ["people", "kind"],
    ["people", "sex"],
  ];
  for (const [table, column] of columns) {
    const change = database.prepare(`UPDATE ${table} SET ${column} = ?`);
    expect(() => change.run("another"), column).toThrow("CHECK constraint failed");
  }
  for (const table of ["cases", "people"]) {
    const names = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const insert = `EXPLAIN INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "NULL").join(", ")})`;
    const steps = database.prepare<[], { opcode: string }>(insert).all();
    expect(steps.map(({ opcode }) => opcode)).not.toContain("OpenEphemeral");
  }
});
