import { randomUUID } from "node:crypto";
import { accessSync, closeSync, constants, existsSync, openSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { dayAtCounter, type Clock } from "../../clock.ts";
import { attachmentFiles, type AttachmentFiles } from "../areas/cases/attachment-files.ts";
import { attachmentReads, attachmentWrites, isAttachmentNamed } from "../areas/cases/attachments.ts";
import { auditReads, auditWrites } from "../areas/office/audit.ts";
import { backUp } from "./verified-copy.ts";
import { takeCopyNotes } from "../beside/copy-notes.ts";
import { clockCalls, storeClock, type ClockWatch } from "./clock-watch.ts";
import { caseReads, caseWrites } from "../areas/cases/cases.ts";
import { clerkReads, clerkWrites, type Today } from "../areas/office/clerks.ts";
import { openReader, openWriter, type ReaderConnection, type WriterConnection } from "./connection.ts";
import { draftReads, draftWrites } from "../areas/cases/drafts.ts";
import { BACKUP_FOLDER, BACKUP_KEYS, instantForName } from "../backups/names.ts";
import { encryptStore, finishEncryption, hasUnencrypted, removeUnencrypted } from "../keys/encryption.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "./errors.ts";
import { publish, readHeader, realStorePath, refuseOrphanLog, removeUnfinished, syncToDisk, type StoreHeader } from "./files.ts";
import { keepKeys, keysFile, makeKeys, openKeys, readKeys, settled, type KeyKeeper, type OpenedKeys } from "../keys/keys.ts";
import { beginNewLog, hasLog, requireWholeLog } from "./log-tail.ts";
import { holdLock, isHeldHere, type Lock } from "./lock.ts";
import { MIGRATIONS } from "../migrations/index.ts";
import { migrate, targetVersion } from "../migrations/runner.ts";
import { officeReads, officeWrites } from "../areas/office/office.ts";
import { performer, type Perform } from "./operation.ts";
import { paperReads, paperWrites } from "../areas/cases/papers.ts";
import { ledgerReads, ledgerWrites } from "../areas/cases/ledger.ts";
import { peopleReads } from "../areas/people/people-reads.ts";
import { peopleWrites } from "../areas/people/people-writes.ts";
import { backupsAt, foldersOf, type PlacedBackup } from "../backups/places/rooms.ts";
import { policyReads, policyWrites } from "../areas/office/policy.ts";
import type { DataKey } from "../keys/sealing.ts";
import { takeFromOthers } from "./private-file.ts";
import { restoreReads, restoreWrites } from "../areas/office/restores.ts";
import { finishSwap } from "../restore/swap.ts";
import { settingReads, settingWrites } from "../areas/office/settings.ts";
import { proveIfSuspect } from "./suspected-damage.ts";
import { codesTold } from "../trust/code-in-force.ts";
import { requireNewest, requireToldState } from "../trust/freshness.ts";
import { readManifest } from "../trust/manifest.ts";
import { requireNoDemonstration, requireOwnSchema } from "../trust/schema.ts";
import { unknownLoginReads, unknownLoginWrites } from "../areas/office/unknown-logins.ts";
import type { Store } from "../types.ts";
import type { Upgrade } from "./types.ts";
import { isBeforeEncryption, keepCopyBefore, keepPlainCopy } from "../upgrade/copies-before.ts";
import { creation, upgrading } from "../upgrade/hooks.ts";
import { verifyStore } from "../verify/verify.ts";
import { APPLICATION_ID, DEMO_APPLICATION_ID } from "./format.ts";

export interface StoreOptions {
  /** Stamps the creation or migration of the store, and tells whose role for a time is over; every later write brings its own instant. */
  readonly clock: Pick<Clock, "now">;
  /** Makes ids of cases and papers; UUIDs by default. */
  readonly newId?: () => string;
  /**
   * What keeps the key on this machine, the one to be used from now on first. The store is then encrypted: a new one from the
   * start, an existing one before it is opened. Left out = a store without encryption (tests, demonstrations).
   */
  readonly keepers?: readonly KeyKeeper[];
  /** A demonstration: a store of its own kind, which never opens as an office's. */
  readonly demo?: boolean;
  /** Lets nothing be written while the machine's clock is doubted; left out where nobody's work depends on it (demonstrations). */
  readonly watch?: ClockWatch;
  /** `false` = commits do not wait for the disk: only for a store that is made in one go and published when it is whole. */
  readonly durable?: boolean;
}

/** What `safe.ts` needs of an open store; not for anybody else. */
export interface StoreInternals {
  readonly reader: ReaderConnection;
  readonly writer: WriterConnection;
  readonly perform: Perform;
  readonly files: AttachmentFiles;
  keys: OpenedKeys | null;
  /**
   * The store's file for reading its raw bytes. One descriptor for the life of the store: closing any descriptor of a file
   * drops the locks that SQLite holds on it in this process.
   */
  rawFile(): number;
  /** Takes what commands have left beside the store into its audit. */
  takeNotes(at: string): void;
}

const internals = new WeakMap<Store, StoreInternals>();

export function internalsOf(store: Store): StoreInternals {
  const found = internals.get(store);
  if (found === undefined) throw new Error("not a store of openStore");
  return found;
}

export const KNOWN_VERSION = targetVersion(MIGRATIONS);
export const tooNew = (path: string, version: number): StoreError =>
  new StoreError("newer", `${path} has version ${version}, this program knows ${KNOWN_VERSION}`);

/** Builds the file under another name, so that a store exists either whole or not at all. Called under the lock. */
function createStore(path: string, at: string, key: DataKey | null, demo: boolean): void {
  const temporary = `${path}.new`;
  removeUnfinished(temporary);
  const connection = openWriter(temporary, "new-file", key);
  try {
    connection.pragma(`application_id = ${demo ? DEMO_APPLICATION_ID : APPLICATION_ID}`);
    migrate(connection, MIGRATIONS, creation(at));
  } finally {
    connection.close();
  }
  publish(temporary, path);
}

/** Where backups are, there was a store: whoever opens the app must not be greeted like a new office. */
function refuseLost(path: string): void {
  refuseOrphanLog(path);
  if (backupsAt(join(dirname(path), BACKUP_FOLDER)).length > 0) {
    throw new StoreError("missing", `${path} is gone, its backups are there`);
  }
}

/** Backups hold the wrapped keys, too: the way back when the file beside the store is damaged. */
export const keySpares = (path: string): string[] =>
  foldersOf(join(dirname(path), BACKUP_FOLDER)).map((folder) => join(folder, BACKUP_KEYS));

/** The key of a store, and whether it is kept yet. */
interface FoundKeys {
  readonly opened: OpenedKeys;
  readonly isNew: boolean;
}

/**
 * Only a program that did not encrypt can have left an office's store as plain as that. Where its backups are encrypted it was
 * encrypted as well, and what lies in its place is somebody else's.
 * @throws StoreError `not-ours`
 */
function requireFromBeforeEncryption(file: string, version: number): void {
  if (!isBeforeEncryption(version)) {
    throw new StoreError("not-ours", `${file} is not encrypted, and every office's store of version ${version} is`);
  }
  const backups = join(dirname(file), BACKUP_FOLDER);
  if (keySpares(file).some((spare) => existsSync(spare)) || backupsAt(backups).some(isEncrypted)) {
    throw new StoreError("not-ours", `${file} is not encrypted, and its backups are`);
  }
}

function isEncrypted({ folder, name }: PlacedBackup): boolean {
  try {
    return readManifest(folder, name).keys !== null;
  } catch (error) {
    // a list that is damaged tells nothing
    if (!(error instanceof StoreRefusal)) throw error;
    return false;
  }
}

/** The key of a store that is there or is to be made; `null` without encryption. Called under the lock. */
function keyFor(file: string, header: StoreHeader | undefined, keepers: readonly KeyKeeper[] | undefined): FoundKeys | null {
  const keyId = header?.encrypted === true ? header.keyId : undefined;
  if (keepers === undefined) {
    if (keyId !== undefined) throw new StoreError("key-missing", `${file} is encrypted`);
    return null;
  }
  const keys = readKeys(file, keyId, keySpares(file));
  // keys without a store: made just before the process was killed, or the store is gone
  if (keys === undefined) {
    if (keyId !== undefined) throw new StoreError("key-missing", `there is no ${keysFile(file)}`);
    if (header?.encrypted === false) requireFromBeforeEncryption(file, header.version);
    return { opened: makeKeys(keepers), isNew: true };
  }
  if (keyId !== undefined && keys.keyId !== keyId) {
    throw new StoreError("wrong-key", `${file} has key ${keyId}, ${keysFile(file)} holds ${keys.keyId}`);
  }
  return { opened: openKeys(file, keys, keepers), isNew: false };
}

export function readsOf(path: string, reader: ReaderConnection, files: AttachmentFiles, today?: Today) {
  return {
    path,
    office: officeReads(reader),
    settings: settingReads(reader),
    clerks: clerkReads(reader, today),
    audit: auditReads(reader),
    ledger: ledgerReads(reader),
    attachments: attachmentReads(reader, files),
    drafts: draftReads(reader),
    people: peopleReads(reader),
    cases: caseReads(reader),
    papers: paperReads(reader),
    policy: policyReads(reader),
    restores: restoreReads(reader),
    unknownLogins: unknownLoginReads(reader),
    verify: () => withStoreErrors(() => verifyStore(reader, files)),
  };
}

interface Connected {
  readonly reader: ReaderConnection;
  readonly writer: WriterConnection;
  readonly upgraded: Upgrade | null;
}

/**
 * Brings up the connections of an existing store; on a throw nothing stays open.
 * @param plainCopy the one that was made before the store was encrypted
 */
function connect(path: string, at: string, key: DataKey | null, demo: boolean, plainCopy: string | undefined): Connected {
  // killed between a copy's making and its first opening: a reader cannot roll back what a transaction outside the log left half
  if (existsSync(`${path}-journal`)) openWriter(path, "new-file", key).close();
  const foundLog = hasLog(path);
  const reader = openReader(path, key);
  let writer: WriterConnection | undefined;
  try {
    // through SQLite this time: the header in the file may lag behind the log. Before the writer, which on closing would fold it in
    const version = reader.pragma("user_version") as number;
    if (version > KNOWN_VERSION) throw tooNew(path, version);
    // again, and under the encryption this time, where a demonstration would have hidden what it is
    if (!demo) requireNoDemonstration(path, reader);
    if (foundLog) requireWholeLog(path, reader.pragma("page_size") as number);
    requireOwnSchema(path, reader, version);
    requireToldState(path, reader, version);
    requireNewest(path, reader, key);
    writer = openWriter(path, "in-use", key);
    if (foundLog) beginNewLog(writer);
    let upgraded: Upgrade | null = null;
    const keepCopy = (): string => plainCopy ?? keepCopyBefore(path, reader, key, at);
    migrate(
      writer,
      MIGRATIONS,
      upgrading(at, keepCopy, (upgrade) => (upgraded = upgrade)),
    );
    return { reader, writer, upgraded };
  } catch (error) {
    reader.close();
    writer?.close();
    throw error;
  }
}

/**
 * Opens the store for the life of the process, creating it where there is no file.
 * @throws StoreError of any kind
 */
export function openStore(path: string, options: StoreOptions): Store {
  return withStoreErrors(() => {
    const file = realStorePath(path);
    if (isHeldHere(file)) throw new StoreError("locked", `this process has ${file} open already`);
    let header = existsSync(file) ? readStoreHeader(file) : undefined;
    if (header !== undefined) {
      if (!header.encrypted && header.version > KNOWN_VERSION) throw tooNew(file, header.version);
      // before SQLite makes its side files: they would inherit the file's mode and stay read-only when it no longer is
      accessSync(file, constants.W_OK);
    }
    const lock = holdLock(file);
    try {
      takeFromOthers(["", "-wal", "-shm", ".lock"].map((suffix) => file + suffix));
      // a restore that was cut short, or an encryption by another process in between
      finishSwap(file);
      if (existsSync(file)) header = readStoreHeader(file);
      if (header === undefined) refuseLost(file);
      else requireKind(file, header, options.demo === true);
      const at = options.clock.now();
      const found = keyFor(file, header, options.keepers);
      const keys = found?.opened ?? null;
      let plainCopy: string | undefined;
      if (header === undefined) {
        if (found?.isNew) keepKeys(file, found.opened);
        createStore(file, at, keys?.key ?? null, options.demo === true);
      } else {
        proveIfSuspect(file, header.encrypted ? (keys?.key ?? null) : null);
        if (found !== null && !header.encrypted) {
          if (isBeforeEncryption(header.version)) plainCopy = keepPlainCopy(file, at);
          encrypt(file, found);
        }
      }
      return assemble(file, lock, options, keys, plainCopy);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

/** A store of an earlier program; beside keys it is one only where its encryption was cut short. */
function encrypt(file: string, { opened, isNew }: FoundKeys): void {
  if (isNew) encryptStore(file, opened.key, () => keepKeys(file, opened));
  else finishEncryption(file, opened.key);
}

/** A store whose first bytes are damaged would pass for a foreign file; its keys beside it tell. */
export function readStoreHeader(file: string): StoreHeader {
  try {
    return readHeader(file);
  } catch (error) {
    if (error instanceof StoreError && error.kind === "not-ours" && existsSync(keysFile(file))) {
      throw new StoreError("corrupt", `${file} does not begin like the store that its keys belong to`, { cause: error });
    }
    throw error;
  }
}

/** Before anything is written: an office's store is always encrypted, a demonstration never. */
function requireKind(file: string, header: StoreHeader, demo: boolean): void {
  if (!header.encrypted && header.demo && !demo) throw new StoreError("demonstration", `${file} is a demonstration`);
  if (demo && (header.encrypted || !header.demo)) throw new StoreError("no-demonstration", `${file} is no demonstration`);
}

function assemble(
  file: string,
  lock: Lock,
  options: StoreOptions,
  opened: OpenedKeys | null,
  plainCopy: string | undefined,
): Store {
  const { clock, newId = randomUUID, durable = true, keepers = [], demo = false } = options;
  const key = opened?.key ?? null;
  const { reader, writer, upgraded } = connect(file, clock.now(), key, demo, plainCopy);
  if (!durable) writer.pragma("synchronous = OFF");
  const clockOfStore = storeClock(reader, options.watch);
  const perform = performer(writer, clockOfStore);
  const files = attachmentFiles(file, key);
  const takeNotes = (at: string): void => takeCopyNotes(file, { key, perform, clock: clockOfStore, at });
  let keys: OpenedKeys | null = null;
  try {
    if (opened !== null) keys = settled(file, opened, keepers, keySpares(file), codesTold(reader));
    if (key !== null && hasUnencrypted(file)) {
      files.encryptAll();
      removeUnencrypted(file);
    }
    files.sweep((hash) => isAttachmentNamed(reader, hash));
    takeNotes(clock.now());
  } catch (error) {
    reader.close();
    writer.close();
    throw error;
  }
  const reads = readsOf(file, reader, files, () => dayAtCounter(clock.now()));
  let descriptor: number | undefined;
  const store: Store = {
    ...reads,
    upgraded: () => upgraded,
    office: { ...reads.office, ...officeWrites(perform) },
    settings: { ...reads.settings, ...settingWrites(perform) },
    audit: { ...reads.audit, ...auditWrites(perform) },
    ledger: { ...reads.ledger, ...ledgerWrites(perform) },
    attachments: { ...reads.attachments, ...attachmentWrites(perform, newId, files) },
    people: { ...reads.people, ...peopleWrites(perform) },
    clerks: { ...reads.clerks, ...clerkWrites(perform) },
    drafts: { ...reads.drafts, ...draftWrites(perform) },
    cases: { ...reads.cases, ...caseWrites(perform, newId) },
    papers: { ...reads.papers, ...paperWrites(perform, newId) },
    policy: { ...reads.policy, ...policyWrites(perform) },
    unknownLogins: { ...reads.unknownLogins, ...unknownLoginWrites(perform) },
    restores: { ...reads.restores, ...restoreWrites(perform) },
    clock: clockCalls(perform, clockOfStore),
    backup: (target) => backUp(reader, target, key),
    close() {
      // the writer last: the last one to leave folds the log into the file
      reader.close();
      writer.close();
      if (descriptor !== undefined) closeSync(descriptor);
      lock.release();
    },
  };
  const rawFile = (): number => (descriptor ??= openSync(file, "r"));
  internals.set(store, { reader, writer, perform, files, keys, rawFile, takeNotes });
  return store;
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
