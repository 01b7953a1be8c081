/**
 * The big office as a store on the disk. The rows are those of the store's own operations; what is spared is a commit for
 * each of them and the growing of indexes row by row. A finished one is kept in memory or in the temporary folder, under a name
 * that changes with the acts and the schema.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { fixedClock } from "../../../src-main/clock.ts";
import { caseWrites } from "../../../src-main/store/areas/cases/cases.ts";
import { auditWrites } from "../../../src-main/store/areas/office/audit.ts";
import { clerkWrites } from "../../../src-main/store/areas/office/clerks.ts";
import { openWriter, type Writer } from "../../../src-main/store/file/connection.ts";
import { fileKeeper, openStore, type StoreOptions } from "../../../src-main/store/index.ts";
import { internalsOf } from "../../../src-main/store/file/open.ts";
import { performer } from "../../../src-main/store/file/operation.ts";
import { paperWrites } from "../../../src-main/store/areas/cases/papers.ts";
import { ADMINISTRATOR, NOW, OFFICE, acts, idsOf, type OfficeSize, type Written } from "./acts.ts";

export const BIG: OfficeSize = { people: 500_000, cases: 2_000_000 };
const CASES_AT_ONCE = 20_000;
const CACHE_KIB = 2 * 1024 * 1024;
/** Of the finished store; the rest is for what is made of it while measuring. */
const BYTES_NEEDED = 11 * 2 ** 30;

/** Encrypted, as offices have it; the key lies beside it. */
export const seededOptions = (path: string): StoreOptions => ({
  clock: fixedClock(NOW),
  keepers: [fileKeeper(`${path}.machine-key`)],
  newId: idsOf("case"),
});

const setUp = { operation: "session.setup", clerkId: null, at: NOW, requestId: null };

/** The plain way, for comparison: each act its own commit. The store stays open. */
export function writtenOffice(path: string, size: OfficeSize) {
  const store = openStore(path, seededOptions(path));
  store.clerks.setUp(setUp, OFFICE, ADMINISTRATOR);
  const steps = acts(store, size);
  while (!steps.next().done);
  return store;
}

/** The same rows in the same file format, many acts to a transaction, indexes made at the end. */
export function seedOffice(path: string, size: OfficeSize, tell: (line: string) => void): void {
  const options = seededOptions(path);
  const store = openStore(path, options);
  store.clerks.setUp(setUp, OFFICE, ADMINISTRATOR);
  const key = internalsOf(store).keys?.key ?? null;
  store.close();

  const connection = openWriter(path, "new-file", key);
  // out of WAL first: only then may the journal lie in memory
  for (const pragma of [
    "journal_mode = DELETE",
    "journal_mode = MEMORY",
    "synchronous = OFF",
    "foreign_keys = OFF",
    `cache_size = -${CACHE_KIB}`,
  ]) {
    connection.pragma(pragma);
  }
  const indexes: { name: string; sql: string }[] = [];
  connection.transact((writer) => {
    indexes.push(
      // by the one that stays a form finds its person
      ...writer.all<{ name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql <> '' AND name <> 'people_number'",
      ),
    );
    for (const { name } of indexes) writer.run(`DROP INDEX ${name}`);
  });
  let current: Writer | undefined;
  const anyTime = { require: () => undefined, wrote: () => undefined };
  const perform = performer({ ...connection, transact: (body) => body(current!) }, anyTime);
  const written: Written = {
    clerks: clerkWrites(perform),
    cases: caseWrites(perform, options.newId!),
    papers: paperWrites(perform, options.newId!),
    audit: auditWrites(perform),
  };
  const steps = acts(written, size);
  for (let done = 0; done < size.cases;) {
    connection.transact((writer) => {
      current = writer;
      for (let step = 0; step < CASES_AT_ONCE && !steps.next().done; step++) done++;
    });
    if (done % (10 * CASES_AT_ONCE) === 0) tell(`${done} cases`);
    if (done < size.cases && done % CASES_AT_ONCE !== 0) break;
  }
  connection.transact((writer) => {
    for (const { name, sql } of indexes) {
      tell(`index ${name}`);
      writer.run(sql);
    }
  });
  connection.close();
}

/** In memory where the system has a place for that with room enough: growing indexes of that size on a slow disk takes hours. */
function roomyPlace(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > BYTES_NEEDED && freemem() > BYTES_NEEDED + CACHE_KIB * 1024 ? memory : tmpdir();
}

/** The big office, made now or in an earlier run. Measuring must leave it as it is, or work on a copy. */
export function bigOffice(tell: (line: string) => void): string {
  const folder = join(roomyPlace(), "yibao-bench-office");
  const fingerprint = createHash("sha256");
  const sources = [join(import.meta.dirname, "acts.ts"), join(import.meta.dirname, "../people.ts")];
  const migrations = join(import.meta.dirname, "../../../src-main/store/migrations");
  sources.push(
    ...readdirSync(migrations)
      .sort()
      .map((file) => join(migrations, file)),
  );
  for (const source of sources) fingerprint.update(readFileSync(source));
  const place = join(folder, fingerprint.digest("hex").slice(0, 16));
  const path = join(place, "counter.db");
  if (existsSync(path)) return path;
  rmSync(folder, { recursive: true, force: true });
  const making = `${place}.making`;
  mkdirSync(making, { recursive: true });
  seedOffice(join(making, "counter.db"), BIG, tell);
  renameSync(making, place);
  return path;
}
