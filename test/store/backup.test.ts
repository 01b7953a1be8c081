import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openReader } from "../../src-main/store/file/connection.ts";
import { backUp, type CopyManifest } from "../../src-main/store/file/verified-copy.ts";
import { MIGRATIONS } from "../../src-main/store/migrations/index.ts";
import { targetVersion } from "../../src-main/store/migrations/runner.ts";
import { openStoreReadOnly, StoreError, StoreRefusal } from "../../src-main/store/index.ts";
import { newStore, open, submit, temporaryFolder } from "./support.ts";

it("is a whole store in DELETE mode with a manifest that proves it", () => {
  const store = newStore();
  submit(store);
  submit(store);
  const folder = temporaryFolder();
  const target = join(folder, "backup.db");
  const { sha256, bytes } = store.backup(target);

  const file = readFileSync(target);
  expect(sha256).toBe(createHash("sha256").update(file).digest("hex"));
  expect(bytes).toBe(file.length);
  expect(readdirSync(folder).sort()).toEqual(["backup.db", "backup.db.json"]);
  // header bytes 18 and 19: 1 = rollback journal, 2 = WAL
  expect([file[18], file[19]]).toEqual([1, 1]);

  const manifest = JSON.parse(readFileSync(`${target}.json`, "utf8")) as CopyManifest;
  expect(manifest).toMatchObject({ file: "backup.db", bytes, sha256, userVersion: targetVersion(MIGRATIONS) });
  expect(manifest.rows).toMatchObject({ cases: 2, case_events: 4, receipt_numbers: 2, clerks: 1, audit: 4 });
  expect(manifest.auditHash).toMatch(/^[0-9a-f]{64}$/);

  const copy = openStoreReadOnly(target);
  expect(copy.verify()).toEqual([]);
  expect(copy.cases.search({ text: "zs", state: null, limit: 9, offset: 0 }).total).toBe(2);
  copy.close();
});

it("holds what is still in the log, and can be worked with", () => {
  const store = newStore();
  const id = submit(store);
  const target = join(temporaryFolder(), "backup.db");
  store.backup(target);
  submit(store);
  const restored = open(target);
  expect(restored.cases.get(id)).toEqual(store.cases.get(id));
  expect(restored.cases.get(submit(restored))!.receiptNumber).toBe("DL01022026000002");
  expect(restored.verify()).toEqual([]);
});

it("overwrites nothing", () => {
  const store = newStore();
  const target = join(temporaryFolder(), "backup.db");
  writeFileSync(target, "an earlier backup");
  expect(() => store.backup(target)).toThrow(expect.objectContaining({ code: "bad-input" }) as StoreRefusal);
  expect(readFileSync(target, "utf8")).toBe("an earlier backup");
});

it("leaves nothing behind when it fails", () => {
  const store = newStore();
  const folder = temporaryFolder();
  expect(() => store.backup(join(folder, "no", "such", "folder.db"))).toThrow(StoreError);
  // a folder in the place of the manifest makes the last step but one fail
  mkdirSync(join(folder, "backup.db.json"));
  expect(() => store.backup(join(folder, "backup.db"))).toThrow("EISDIR");
  expect(readdirSync(folder)).toEqual(["backup.db.json"]);
  expect(store.verify()).toEqual([]);
});

it("is not made of a store whose pages are damaged", () => {
  const store = newStore();
  submit(store);
  store.close();
  const database = new Database(store.path);
  const page = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'cases_newest'").pluck().get() as number;
  database.pragma("journal_mode = DELETE");
  database.close();
  const bytes = readFileSync(store.path);
  // an index entry that points to no row: every page reads well, only the check of the copy tells
  const entry = bytes.indexOf("submitted", (page - 1) * 4096);
  expect(entry).toBeLessThan(page * 4096);
  bytes[entry] = "9".charCodeAt(0);
  writeFileSync(store.path, bytes);

  const reader = openReader(store.path);
  const folder = temporaryFolder();
  expect(() => backUp(reader, join(folder, "backup.db"), null)).toThrow(
    expect.objectContaining({ kind: "corrupt" }) as StoreError,
  );
  reader.close();
  expect(existsSync(join(folder, "backup.db"))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
