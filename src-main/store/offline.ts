/** Restoring and unlocking where no store is open: on a new machine, or when the present one cannot be opened. */
import { existsSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentsOf } from "./backup-contents.ts";
import { backupNames, instantOf, readManifest, type BackupManifest } from "./backup-folder.ts";
import { BACKUP_FOLDER } from "./backup-names.ts";
import { clerkReads } from "./clerks.ts";
import { openReader, openWriter } from "./connection.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "./errors.ts";
import { freeBytes, readHeader, realStorePath, sizeOf } from "./files.ts";
import { adopted, adoptKeys, keyByRecoveryCode, keysFile, openKeys, readKeys, type KeyKeeper, type StoreKeys } from "./keys.ts";
import { holdLock, isHeldHere } from "./lock.ts";
import { instantForName, internalsOf, keySpares, openStore, readStoreHeader, type StoreOptions } from "./open.ts";
import type { WriteName } from "./operation.ts";
import { infoOf, planRestore, prepareRestore, type RestoreWatch } from "./restore.ts";
import type { DataKey } from "./sealing.ts";
import { asideName, finishSwap, swapIn } from "./swap.ts";
import type { Act, BackupInfo, RestorePlan, Store } from "./types.ts";

export interface OfflineKeys {
  readonly keepers: readonly KeyKeeper[];
  /** Asked for only where no keeper of this machine opens the backup. */
  readonly recoveryCode: string | undefined;
}

/** The keys of backups; one that is found serves every backup of its store, since a recovery code takes a while to try. */
function keyRing(path: string, { keepers, recoveryCode }: OfflineKeys): (keys: StoreKeys | null) => DataKey | null {
  const found = new Map<string, DataKey>();
  const wrongFor = new Map<string, unknown>();

  function byMachine(keys: StoreKeys): DataKey | undefined {
    // the store's own file may know this machine where the backup does not
    const known = [keys, readKeysIfSound(path, keys.keyId)].filter((each) => each?.keyId === keys.keyId);
    for (const each of known) {
      try {
        return openKeys(path, each!, keepers, false).key;
      } catch (error) {
        if (!(error instanceof StoreError) || error.kind !== "key-missing") throw error;
      }
    }
    return undefined;
  }

  function byCode(keys: StoreKeys): DataKey {
    if (recoveryCode === undefined) throw new StoreError("key-missing", "nothing on this machine opens the backup");
    const salt = keys.recovery?.salt ?? "";
    if (wrongFor.has(salt)) throw wrongFor.get(salt);
    try {
      return keyByRecoveryCode(keys, recoveryCode);
    } catch (error) {
      wrongFor.set(salt, error);
      throw error;
    }
  }

  return (keys) => {
    if (keys === null) return null;
    const key = found.get(keys.keyId) ?? byMachine(keys) ?? byCode(keys);
    found.set(keys.keyId, key);
    return key;
  };
}

function readKeysIfSound(path: string, keyId: string): StoreKeys | undefined {
  try {
    return readKeys(path, keyId, keySpares(path));
  } catch (error) {
    if (error instanceof StoreError && error.kind === "key-damaged") return undefined;
    throw error;
  }
}

/**
 * Backups in a folder, newest first; what they hold is `null` where no key is at hand. Damaged manifests are left out.
 * @throws StoreRefusal `recovery-code-wrong` when a code is given that opens none of those which need one
 */
export function listBackups(path: string, folder: string, keys: OfflineKeys): BackupInfo[] {
  const keyFor = keyRing(path, keys);
  let wrong: unknown;
  let opened = 0;
  const listed = backupNames(folder).flatMap((name) => {
    const manifest = readManifestIfSound(folder, name);
    if (manifest === undefined) return [];
    try {
      const key = keyFor(manifest.keys);
      if (key !== null) opened++;
      return [infoOf(folder, manifest, key)];
    } catch (error) {
      if (!isForWantOfKey(error)) throw error;
      if (error instanceof StoreRefusal) wrong = error;
      return [infoOf(folder, manifest, null)];
    }
  });
  if (wrong !== undefined && opened === 0) throw wrong;
  return listed;
}

export interface FoundBackups {
  readonly folders: readonly { readonly folder: string; readonly reachable: boolean }[];
  /** Newest first. */
  readonly backups: readonly BackupInfo[];
}

/**
 * Looks in a folder; with `null` beside the store, and in the second place that the newest backup there tells of.
 * @throws as `listBackups`
 */
export function findBackups(path: string, folder: string | null, keys: OfflineKeys): FoundBackups {
  const first = listIfReachable(path, folder ?? join(dirname(path), BACKUP_FOLDER), keys);
  const second = first.backups.map(({ holds }) => holds?.backupFolder).find((known) => known !== undefined);
  const all = folder === null && typeof second === "string" ? [first, listIfReachable(path, second, keys)] : [first];
  return {
    folders: all.map((each) => ({ folder: each.folder, reachable: each.reachable })),
    backups: all.flatMap(({ backups }) => backups).sort((a, b) => (a.name < b.name ? 1 : -1)),
  };
}

function listIfReachable(path: string, folder: string, keys: OfflineKeys) {
  if (!existsSync(folder)) return { folder, reachable: false, backups: [] };
  try {
    return { folder, reachable: true, backups: listBackups(path, folder, keys) };
  } catch (error) {
    if (isForWantOfKey(error)) throw error;
    // a share that went away, a stick that was pulled, no folder at all
    return { folder, reachable: false, backups: [] };
  }
}

export interface OfflineState {
  readonly exists: boolean;
  readonly storeBytes: number;
  readonly logBytes: number;
  readonly freeBytes: number | null;
  /** Of the automatic backups beside the store. */
  readonly backups: number;
  readonly lastBackupAt: string | null;
}

/** What can be seen of a store from outside. */
export function stateOffline(path: string): OfflineState {
  const names = backupNames(join(dirname(path), BACKUP_FOLDER));
  return {
    exists: existsSync(path),
    storeBytes: sizeOf(path),
    logBytes: sizeOf(`${path}-wal`),
    freeBytes: freeBytes(dirname(path)),
    backups: names.length,
    lastBackupAt: names[0] === undefined ? null : instantOf(names[0]),
  };
}

const isForWantOfKey = (error: unknown): boolean =>
  (error instanceof StoreError && error.kind === "key-missing") ||
  (error instanceof StoreRefusal && error.code === "recovery-code-wrong");

function readManifestIfSound(folder: string, name: string): BackupManifest | undefined {
  try {
    return readManifest(folder, name);
  } catch (error) {
    if (error instanceof StoreRefusal) return undefined;
    throw error;
  }
}

/** As `Safe.restore.inspect`, with the present store looked at if it can be. */
export async function inspectOffline(path: string, folder: string, name: string, keys: OfflineKeys): Promise<RestorePlan> {
  const manifest = readManifest(folder, name);
  const key = keyRing(path, keys)(manifest.keys);
  const present = presentReader(path, key);
  try {
    return await planRestore(folder, name, key, present);
  } finally {
    present?.reader.close();
  }
}

function presentReader(path: string, key: DataKey | null) {
  if (!existsSync(path)) return null;
  try {
    const header = readHeader(path);
    const reader = openReader(path, header.encrypted ? key : null);
    try {
      return { reader, contents: contentsOf(reader, reader.pragma("user_version") as number) };
    } catch (error) {
      reader.close();
      throw error;
    }
  } catch {
    // damaged, or another key's: that is why it is being restored
    return null;
  }
}

/** Who restores, as the restored store's audit is to tell it. */
export interface Restorer extends Pick<Act, "operation" | "clerkId"> {
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Whoever can run a command on the machine: nobody is asked for a password. */
const BY_COMMAND: Restorer = { operation: "counter restore", clerkId: null, detail: {} };

export interface OfflineRestoreOptions extends Pick<StoreOptions, "clock">, Pick<RestoreWatch, "onProgress"> {
  /** Asked with the clerks of the backup itself, before anything is changed; by throwing it forbids the restore. */
  readonly approve?: (clerks: Pick<Store["clerks"], "byLogin">) => Promise<Restorer>;
}

/**
 * Puts a backup in the place of the store. What was there goes aside and is named in the answer; nothing is deleted.
 * @throws StoreRefusal `backup-damaged`, `recovery-code-wrong`; StoreError `locked`, `key-missing`, `full`, `read-only`, `newer`
 */
export async function restoreOffline(
  given: string,
  folder: string,
  name: string,
  keys: OfflineKeys,
  { clock, approve, onProgress = () => undefined }: OfflineRestoreOptions,
): Promise<{ readonly aside: string | null }> {
  const path = realStorePath(given);
  if (isHeldHere(path)) throw new StoreError("locked", `this process has ${path} open already`);
  const lock = withStoreErrors(() => holdLock(path));
  const stamp = instantForName(clock.now());
  let aside: string | null = null;
  let restorer = BY_COMMAND;
  try {
    finishSwap(path);
    const manifest = readManifest(folder, name);
    const key = keyRing(path, keys)(manifest.keys);
    const present = readKeysIfSound(path, manifest.keys?.keyId ?? "");
    const isOther = present?.keyId !== manifest.keys?.keyId;
    await prepareRestore(path, folder, name, key, isOther && existsSync(path), {
      onProgress,
      ...(approve ? { approve: async (backup) => void (restorer = await approve(clerkReads(backup))) } : {}),
    });
    // a store that is gone may have left its log
    aside = existsSync(path) || hasLog(path) ? asideName(path, stamp) : null;
    if (aside !== null) foldOrSetAsideLog(path, aside, key);
    const incomingKeys =
      key === null || manifest.keys === null
        ? null
        : adopted(present?.keyId === manifest.keys.keyId ? present : manifest.keys, key, keys.keepers);
    withStoreErrors(() => swapIn(path, stamp, incomingKeys));
  } finally {
    lock.release();
  }
  const { operation, clerkId, detail } = restorer;
  noteInAudit(path, { operation, clerkId, at: clock.now(), requestId: null }, "store.restore", keys.keepers, {
    ...detail,
    backup: name,
    folder,
  });
  return { aside };
}

/** Opens a store for one audit row about itself, and closes it. */
function noteInAudit(
  path: string,
  act: Act,
  write: WriteName,
  keepers: readonly KeyKeeper[],
  detail: Readonly<Record<string, unknown>>,
): void {
  const store = openStore(path, { clock: { now: () => act.at }, ...(readHeader(path).encrypted ? { keepers } : {}) });
  try {
    internalsOf(store).perform(act, write, () => ({ answer: null, subject: null, detail }));
  } finally {
    store.close();
  }
}

const hasLog = (path: string): boolean => sizeOf(`${path}-wal`) > 0;

/** The log of a sound store is folded into its file; that of a damaged one goes aside with it. */
function foldOrSetAsideLog(path: string, aside: string, key: DataKey | null): void {
  const log = `${path}-wal`;
  if (!hasLog(path)) return;
  try {
    const writer = openWriter(path, "in-use", readHeader(path).encrypted ? key : null);
    try {
      writer.pragmaRows("wal_checkpoint(TRUNCATE)");
    } finally {
      writer.close();
    }
  } catch (error) {
    if (error instanceof StoreError && error.kind === "locked") throw error;
  }
  if (hasLog(path)) renameSync(log, `${aside}-wal`);
}

/** What the recovery code can do for a store that this machine cannot open. */
export type Recovery = "by-code" | "no-code-made" | "no-keys";

export function recoveryOf(given: string): Recovery {
  const path = realStorePath(given);
  if (!existsSync(path)) return "no-keys";
  const header = readStoreHeader(path);
  if (!header.encrypted) return "no-keys";
  const keys = readKeysIfSound(path, header.keyId);
  if (keys?.keyId !== header.keyId) return "no-keys";
  return keys.recovery === null ? "no-code-made" : "by-code";
}

/**
 * Opens an encrypted store's keys with the recovery code and gives them to this machine, so that `openStore` finds them.
 * @param operation as the store's audit is to tell it
 * @throws StoreRefusal `recovery-code-wrong`; StoreError `key-missing`, `key-damaged`, `wrong-key`, `locked`
 */
export function unlockWithRecoveryCode(
  given: string,
  code: string,
  keepers: readonly KeyKeeper[],
  { clock, operation }: Pick<StoreOptions, "clock"> & Pick<Act, "operation">,
): void {
  withStoreErrors(() => {
    const path = realStorePath(given);
    if (isHeldHere(path)) throw new StoreError("locked", `this process has ${path} open already`);
    const header = readStoreHeader(path);
    if (!header.encrypted) return;
    const lock = holdLock(path);
    try {
      const keys = readKeys(path, header.keyId, keySpares(path));
      if (keys === undefined) throw new StoreError("key-missing", `there is no ${keysFile(path)}`);
      if (keys.keyId !== header.keyId) throw new StoreError("wrong-key", `${keysFile(path)} belongs to another store`);
      adoptKeys(path, keys, keyByRecoveryCode(keys, code), keepers);
    } finally {
      lock.release();
    }
    noteInAudit(path, { operation, clerkId: null, at: clock.now(), requestId: null }, "keys.unlock", keepers, {});
  });
}
