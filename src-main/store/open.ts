import { randomUUID } from "node:crypto";
import { accessSync, constants, existsSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "../clock.ts";
import { backUp } from "./backup.ts";
import { caseReads, caseWrites } from "./cases.ts";
import { clerkReads, clerkWrites } from "./clerks.ts";
import { APPLICATION_ID, openReader, openWriter, type ReaderConnection, type WriterConnection } from "./connection.ts";
import { draftReads, draftWrites } from "./drafts.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "./errors.ts";
import { publish, readHeader, realStorePath, refuseOrphanLog, removeUnfinished, syncToDisk } from "./files.ts";
import { holdLock, isHeldHere, type Lock } from "./lock.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { migrate, targetVersion, type MigrationHooks } from "./migrations/runner.ts";
import { officeReads, officeWrites } from "./office.ts";
import { appendAudit, performer, type WriteName } from "./operation.ts";
import { paperReads, paperWrites } from "./papers.ts";
import { peopleReads } from "./people.ts";
import { policyReads, policyWrites } from "./policy.ts";
import type { Store, StoreReader } from "./types.ts";
import { verifyStore } from "./verify.ts";

export interface StoreOptions {
  /** Stamps the creation or migration of the store; every later write brings its own instant. */
  readonly clock: Pick<Clock, "now">;
  /** Makes ids of cases and papers; UUIDs by default. */
  readonly newId?: () => string;
}

/** `2026-03-04T05:06:07.000Z` → `20260304T050607000Z`: an instant as part of a file name on any system. */
const instantForName = (at: string): string => at.replaceAll(/[^0-9TZ]/g, "");

const KNOWN_VERSION = targetVersion(MIGRATIONS);
const tooNew = (path: string, version: number): StoreError =>
  new StoreError("newer", `${path} has version ${version}, this program knows ${KNOWN_VERSION}`);

const migrationHooks = (at: string, backUpFirst: (fromVersion: number) => void): MigrationHooks => ({
  backUp: backUpFirst,
  finish(writer, fromVersion, toVersion) {
    const write: WriteName = fromVersion === 0 ? "store.create" : "store.migrate";
    const act = { operation: write, clerkId: null, at, requestId: null };
    appendAudit(writer, act, write, { answer: null, subject: null, detail: { fromVersion, toVersion } });
  },
});

/** Builds the file under another name, so that a store exists either whole or not at all. Called under the lock. */
function createStore(path: string, at: string): void {
  refuseOrphanLog(path);
  const temporary = `${path}.new`;
  removeUnfinished(temporary);
  const connection = openWriter(temporary, "new-file");
  try {
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(
      connection,
      MIGRATIONS,
      migrationHooks(at, () => undefined),
    );
  } finally {
    connection.close();
  }
  publish(temporary, path);
}

function readsOf(path: string, reader: ReaderConnection) {
  return {
    path,
    office: officeReads(reader),
    clerks: clerkReads(reader),
    drafts: draftReads(reader),
    people: peopleReads(reader),
    cases: caseReads(reader),
    papers: paperReads(reader),
    policy: policyReads(reader),
    verify: () => withStoreErrors(() => verifyStore(reader)),
  };
}

/** Brings up the connections of an existing store; on a throw nothing stays open. */
function connect(path: string, at: string): { reader: ReaderConnection; writer: WriterConnection } {
  const reader = openReader(path);
  let writer: WriterConnection | undefined;
  try {
    // through SQLite this time: the header in the file may lag behind the log. Before the writer, which on closing would fold it in
    const version = reader.pragma("user_version") as number;
    if (version > KNOWN_VERSION) throw tooNew(path, version);
    writer = openWriter(path, "in-use");
    const target = (fromVersion: number) => `${path}.version-${fromVersion}-${instantForName(at)}`;
    migrate(
      writer,
      MIGRATIONS,
      migrationHooks(at, (fromVersion) => void backUp(reader, target(fromVersion))),
    );
    return { reader, writer };
  } catch (error) {
    reader.close();
    writer?.close();
    throw error;
  }
}

/**
 * Opens the store for the life of the process, creating it where there is no file.
 * @throws StoreError `locked` (another process has it), `not-ours`, `newer`, `corrupt`, `read-only`, `full`
 */
export function openStore(path: string, options: StoreOptions): Store {
  return withStoreErrors(() => {
    const file = realStorePath(path);
    if (isHeldHere(file)) throw new StoreError("locked", `this process has ${file} open already`);
    if (existsSync(file)) {
      const version = readHeader(file);
      if (version > KNOWN_VERSION) throw tooNew(file, version);
      // before SQLite makes its side files: they would inherit the file's mode and stay read-only when it no longer is
      accessSync(file, constants.W_OK);
    }
    const lock = holdLock(file);
    try {
      if (!existsSync(file)) createStore(file, options.clock.now());
      return assemble(file, lock, options);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

function assemble(file: string, lock: Lock, { clock, newId = randomUUID }: StoreOptions): Store {
  const { reader, writer } = connect(file, clock.now());
  const perform = performer(writer);
  const reads = readsOf(file, reader);
  return {
    ...reads,
    office: { ...reads.office, ...officeWrites(perform) },
    clerks: { ...reads.clerks, ...clerkWrites(perform) },
    drafts: { ...reads.drafts, ...draftWrites(perform) },
    cases: { ...reads.cases, ...caseWrites(perform, newId) },
    papers: { ...reads.papers, ...paperWrites(perform, newId) },
    policy: { ...reads.policy, ...policyWrites(perform) },
    backup: (target) => backUp(reader, target),
    close() {
      // the writer last: the last one to leave folds the log into the file
      reader.close();
      writer.close();
      lock.release();
    },
  };
}

/**
 * Opens a store for looking only; also while an app has it open, since it needs no lock.
 * @throws StoreError as `openStore`; StoreRefusal `stale` for a store that the app has yet to migrate
 */
export function openStoreReadOnly(path: string): StoreReader {
  return withStoreErrors(() => {
    if (!existsSync(path)) throw new StoreError("not-ours", `there is no store ${path}`);
    const file = realStorePath(path);
    if (!isHeldHere(file)) readHeader(file);
    const reader = openReader(file);
    try {
      const version = reader.pragma("user_version") as number;
      if (version > KNOWN_VERSION) throw tooNew(file, version);
      if (version < KNOWN_VERSION) throw new StoreRefusal("stale", `${file} has version ${version}: open it in the app once`);
    } catch (error) {
      reader.close();
      throw error;
    }
    return { ...readsOf(file, reader), close: () => reader.close() };
  });
}

/**
 * Renames a damaged store, with its log, out of the way; deletes nothing. Returns the new path.
 * Only on the administrator's word: the next `openStore` makes a new, empty store.
 * @throws StoreError `locked` while a process has the store open; StoreRefusal `not-found`
 */
export function setAside(path: string, at: string): string {
  return withStoreErrors(() => {
    const file = realStorePath(path);
    if (isHeldHere(file)) throw new StoreError("locked", `this process has ${file} open`);
    const present = ["", "-wal", "-shm"].filter((suffix) => existsSync(file + suffix));
    if (present.length === 0) throw new StoreRefusal("not-found", `there is no store ${file}`);
    const lock = holdLock(file);
    try {
      const aside = `${file}.damaged-${instantForName(at)}`;
      for (const suffix of present) {
        // rename would overwrite in silence
        if (existsSync(aside + suffix)) throw new StoreRefusal("bad-input", `${aside}${suffix} exists already`);
      }
      for (const suffix of present) renameSync(file + suffix, aside + suffix);
      syncToDisk(dirname(file));
      return aside;
    } finally {
      lock.release();
    }
  });
}
