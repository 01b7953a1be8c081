/** Restoring where no app runs: on a new machine, or when the present store cannot be opened. */
import { existsSync, renameSync, statSync } from "node:fs";
import { contentsOf } from "./backup-contents.ts";
import { backupNames, readManifest } from "./backup-folder.ts";
import { openReader, openWriter } from "./connection.ts";
import { StoreError, withStoreErrors } from "./errors.ts";
import { readHeader, realStorePath } from "./files.ts";
import { adopted, keyByRecoveryCode, openKeys, readKeys, type KeyKeeper, type StoreKeys } from "./keys.ts";
import { holdLock, isHeldHere } from "./lock.ts";
import { keySpares, type StoreOptions } from "./open.ts";
import { infoOf, planRestore, prepareRestore } from "./restore.ts";
import type { DataKey } from "./sealing.ts";
import { asideName, finishSwap, noteIncoming, stampFor, swapIn } from "./swap.ts";
import type { BackupInfo, RestorePlan } from "./types.ts";

export interface OfflineKeys {
  readonly keepers: readonly KeyKeeper[];
  /** Asked for only where no keeper of this machine opens the backup. */
  readonly recoveryCode: string | undefined;
}

function keyOf(path: string, keys: StoreKeys | null, { keepers, recoveryCode }: OfflineKeys): DataKey | null {
  if (keys === null) return null;
  // the store's own file may know this machine where the backup does not
  const known = [keys, readKeysIfSound(path, keys.keyId)].filter((each) => each?.keyId === keys.keyId);
  for (const each of known) {
    try {
      return openKeys(path, each!, keepers, false).key;
    } catch (error) {
      if (!(error instanceof StoreError) || error.kind !== "key-missing") throw error;
    }
  }
  if (recoveryCode === undefined) throw new StoreError("key-missing", "nothing on this machine opens the backup");
  return keyByRecoveryCode(keys, recoveryCode);
}

function readKeysIfSound(path: string, keyId: string): StoreKeys | undefined {
  try {
    return readKeys(path, keyId, keySpares(path));
  } catch (error) {
    if (error instanceof StoreError && error.kind === "key-damaged") return undefined;
    throw error;
  }
}

/** Backups in a folder, newest first; what they hold is `null` where no key is at hand. Damaged manifests are left out. */
export function listBackups(path: string, folder: string, keys: OfflineKeys): BackupInfo[] {
  return backupNames(folder).flatMap((name) => {
    try {
      const manifest = readManifest(folder, name);
      return [infoOf(folder, manifest, keyIfAny(path, manifest.keys, keys))];
    } catch {
      return [];
    }
  });
}

function keyIfAny(path: string, wrapped: StoreKeys | null, keys: OfflineKeys): DataKey | null {
  try {
    return keyOf(path, wrapped, keys);
  } catch {
    return null;
  }
}

/** As `Safe.restore.inspect`, with the present store looked at if it can be. */
export async function inspectOffline(path: string, folder: string, name: string, keys: OfflineKeys): Promise<RestorePlan> {
  const manifest = readManifest(folder, name);
  const key = keyOf(path, manifest.keys, keys);
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

/**
 * Puts a backup in the place of the store. What was there goes aside and is named in the answer; nothing is deleted.
 * @throws StoreRefusal `backup-damaged`, `recovery-code-wrong`; StoreError `locked`, `key-missing`, `full`, `read-only`
 */
export async function restoreOffline(
  given: string,
  folder: string,
  name: string,
  keys: OfflineKeys,
  { clock }: Pick<StoreOptions, "clock">,
): Promise<{ readonly aside: string | null }> {
  const path = realStorePath(given);
  if (isHeldHere(path)) throw new StoreError("locked", `this process has ${path} open already`);
  const lock = withStoreErrors(() => holdLock(path));
  const stamp = stampFor(path, clock.now());
  let aside: string | null = null;
  try {
    finishSwap(path);
    const manifest = readManifest(folder, name);
    const key = keyOf(path, manifest.keys, keys);
    const present = readKeysIfSound(path, manifest.keys?.keyId ?? "");
    const isOther = present?.keyId !== manifest.keys?.keyId;
    await prepareRestore(path, folder, name, key, isOther && existsSync(path));
    aside = existsSync(path) ? asideName(path, stamp) : null;
    if (aside !== null) foldOrSetAsideLog(path, aside, key);
    const incomingKeys =
      key === null || manifest.keys === null
        ? null
        : adopted(present?.keyId === manifest.keys.keyId ? present : manifest.keys, key, keys.keepers);
    const act = { operation: "counter restore", clerkId: null, at: clock.now(), requestId: null };
    withStoreErrors(() => {
      noteIncoming(path, manifest.keys === null ? null : key, act, { backup: name });
      swapIn(path, stamp, incomingKeys);
    });
  } finally {
    lock.release();
  }
  return { aside };
}

/** The log of a sound store is folded into its file; that of a damaged one goes aside with it. */
function foldOrSetAsideLog(path: string, aside: string, key: DataKey | null): void {
  const log = `${path}-wal`;
  if (!existsSync(log) || statSync(log).size === 0) return;
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
  if (existsSync(log) && statSync(log).size > 0) renameSync(log, `${aside}-wal`);
}
