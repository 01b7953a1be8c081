/** A store looked at from beside: by a command, also while the program has it open. Nothing is written into it. */
import { existsSync, statSync } from "node:fs";
import { attachmentFiles } from "../areas/cases/attachment-files.ts";
import { openReader, openWriter, type ReaderConnection } from "../file/connection.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "../file/errors.ts";
import { realStorePath, type StoreHeader } from "../file/files.ts";
import { keysAround, keysFile, openByCode, openKeys, readKeys, type KeyKeeper, type StoreKeys } from "../keys/keys.ts";
import { holdLock, isHeldHere, type Lock } from "../file/lock.ts";
import { hasLog, requireWholeLog } from "../file/log-tail.ts";
import { keySpares, KNOWN_VERSION, readsOf, readStoreHeader, tooNew } from "../file/open.ts";
import { storeIdOf } from "../backups/places/rooms.ts";
import type { StoreSeen } from "../backups/places/standing.ts";
import { safetyOf } from "../areas/office/safety-settings.ts";
import type { DataKey } from "../keys/sealing.ts";
import { finishSwap } from "../restore/swap.ts";
import { codesTold, requireNotEnded } from "../trust/code-in-force.ts";
import { requireNewest, requireToldState } from "../trust/freshness.ts";
import { requireOwnSchema } from "../trust/schema.ts";
import type { StoreReader } from "../types.ts";

/** How a store is opened for looking only. */
export interface LookOptions {
  readonly keepers?: readonly KeyKeeper[];
  /** Where no keeper of this machine opens it. */
  readonly recoveryCode?: string | undefined;
}

/** The key of a store and where it came from. */
export interface SeenKeys {
  readonly key: DataKey;
  readonly keys: StoreKeys;
  /** `null`: the recovery code. */
  readonly keptBy: KeyKeeper | null;
  /** The code that opened it. */
  readonly by?: StoreKeys;
}

/** A store that is open for looking. */
export interface Looked extends StoreSeen {
  readonly reader: ReaderConnection;
  /** `null` without encryption. */
  readonly keys: SeenKeys | null;
  readonly store: StoreReader;
}

/** `null` for a store without encryption. */
export function keysToLook(file: string, header: StoreHeader, { keepers = [], recoveryCode }: LookOptions): SeenKeys | null {
  if (!header.encrypted) return null;
  const around = keysAround(file, header.keyId, keySpares(file));
  const [keys] = around;
  if (keys === undefined) throw new StoreError("key-missing", `there is no ${keysFile(file)}`);
  if (keys.keyId !== header.keyId) throw new StoreError("wrong-key", `${keysFile(file)} belongs to another store`);
  if (recoveryCode === undefined) return openKeys(file, keys, keepers);
  return { ...openByCode(around, recoveryCode), keys, keptBy: null };
}

/** The file of a store that this process has open must not be read by itself (see `readHeader`); its keys tell what it is. */
function heldHeader(file: string): StoreHeader {
  const keys = readKeys(file, undefined, []);
  return keys === undefined ? { encrypted: false, version: KNOWN_VERSION, demo: false } : { encrypted: true, keyId: keys.keyId };
}

/** @throws StoreRefusal `stale` for a store that the program has yet to migrate */
function requireKnown(file: string, version: number): void {
  if (version > KNOWN_VERSION) throw tooNew(file, version);
  if (version < KNOWN_VERSION) throw new StoreRefusal("stale", `${file} has version ${version}: open it in the app once`);
}

/** The file's, or of a store that this process has open. */
const headerOf = (file: string): StoreHeader => (isHeldHere(file) ? heldHeader(file) : readStoreHeader(file));

/** As it lies there, whoever has it open. */
function lookAt(file: string, options: LookOptions, header = headerOf(file)): Looked {
  const keys = keysToLook(file, header, options);
  const key = keys?.key ?? null;
  const reader = openReader(file, key);
  try {
    if (keys?.by !== undefined) requireNotEnded(codesTold(reader).isEnded, keys.by);
    requireKnown(file, reader.pragma("user_version") as number);
    const reads = readsOf(file, reader, attachmentFiles(file, key));
    const store = { ...reads, close: () => reader.close() };
    const { backupFolder } = safetyOf(store);
    return { path: file, reader, key, keys, storeId: storeIdOf(keys?.keys ?? null), backupFolder, store };
  } catch (error) {
    reader.close();
    throw error;
  }
}

function pathOf(given: string): string {
  const found = statSync(given, { throwIfNoEntry: false });
  if (found === undefined) throw new StoreError("not-ours", `there is no store ${given}`);
  // a pipe would wait for ever, and nothing is laid beside a device
  if (!found.isFile()) throw new StoreError("not-ours", `${given} is not a file`);
  return realStorePath(given);
}

/**
 * Opens a store for looking only; also while an app has it open, since it needs no lock.
 * @throws StoreError as `openStore`; StoreRefusal `stale` for a store that the app has yet to migrate, `recovery-code-wrong`
 */
export const lookAtStore = (path: string, options: LookOptions): Looked => withStoreErrors(() => lookAt(pathOf(path), options));
export const openStoreReadOnly = (path: string, options: LookOptions = {}): StoreReader => lookAtStore(path, options).store;

/** `undefined`: a program has the store open, or its folder takes no lock. */
function lockIfFree(path: string): Lock | undefined {
  if (isHeldHere(path)) return undefined;
  try {
    return holdLock(path);
  } catch (error) {
    if (error instanceof StoreError && (error.kind === "locked" || error.kind === "read-only")) return undefined;
    throw error;
  }
}

export const isInUse = (path: string): boolean => {
  const lock = lockIfFree(path);
  lock?.release();
  return lock === undefined;
};

/**
 * The same with all that the program asks of a store at its start, unless a program has it open, which has asked it: what a power cut
 * or somebody else has left is not taken for the store, and a log that is damaged is not folded in as far as it goes.
 * @throws as `openStoreReadOnly`; StoreError `corrupt`, `altered`, `outdated`
 */
export function lookBeside(given: string, options: LookOptions): Looked {
  return withStoreErrors(() => {
    const path = pathOf(given);
    // beside what is no store nothing is made, not even the lock
    headerOf(path);
    const lock = lockIfFree(path);
    try {
      if (lock === undefined) return lookAt(path, options);
      finishSwap(path);
      // nothing of it is open here: the file is what counts, not what its keys say of it
      const header = readStoreHeader(path);
      // a reader cannot roll back what a transaction outside the log left half
      if (existsSync(`${path}-journal`)) {
        openWriter(path, "new-file", keysToLook(path, header, options)?.key ?? null).close();
      }
      const foundLog = hasLog(path);
      const looked = lookAt(path, options, header);
      try {
        const { reader, key } = looked;
        if (foundLog) requireWholeLog(path, reader.pragma("page_size") as number);
        requireOwnSchema(path, reader, KNOWN_VERSION);
        requireToldState(path, reader, KNOWN_VERSION);
        requireNewest(path, reader, key);
        return looked;
      } catch (error) {
        looked.reader.close();
        throw error;
      }
    } finally {
      lock?.release();
    }
  });
}
