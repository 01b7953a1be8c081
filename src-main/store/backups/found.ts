/** Backups as they are found where no store is open, and what can be seen of the store itself from outside. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { BACKUP_FOLDER, furthestFirst, instantOf } from "./names.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { freeBytes, sizeOf } from "../file/files.ts";
import { openByCode } from "../keys/keys.ts";
import { keyRing, keysOfPlace, type KeyRing, type OfflineKeys } from "../keys/offline-keys.ts";
import { backupsAt, placesBelow } from "./places/rooms.ts";
import { infoOf, newestFirst } from "../restore/restore.ts";
import { readManifest, type BackupManifest } from "../trust/manifest.ts";
import { requireLocalPath } from "../trust/outside.ts";
import type { BackupInfo } from "./types.ts";

/**
 * Backups in a folder and below it, newest first, and those that no key at hand opens behind them: what they hold is `null`.
 * Damaged manifests are left out.
 * @throws StoreRefusal `recovery-code-wrong` when a code is given that opens none of those which need one; StoreError `key-missing`
 * where none of them ever had one
 */
export function listBackups(path: string, folder: string, keys: OfflineKeys): BackupInfo[] {
  requireLocalPath(folder);
  const ring = keyRing(path, keys);
  const listed = listWith(ring, folder).sort(newestFirst);
  requireUse(ring);
  return listed;
}

/**
 * Whether whoever stands before a closed store is the one with the office's recovery code.
 * `no-store`: no encrypted store was ever here; `never-made`: there is no code to ask for.
 * @throws StoreRefusal `recovery-code-needed`, `recovery-code-wrong`
 */
export function proveByCode(path: string, recoveryCode: string | null): "right" | "never-made" | "no-store" {
  const here = keysOfPlace(path);
  if (here === undefined) return "no-store";
  if (here.recovery === null) return "never-made";
  if (recoveryCode === null) throw new StoreRefusal("recovery-code-needed", "the store has a recovery code");
  openByCode([here], recoveryCode);
  return "right";
}

function listWith(ring: KeyRing, given: string): BackupInfo[] {
  return placesBelow(given)
    .flatMap(backupsAt)
    .flatMap(({ folder, name }) => {
      const manifest = readManifestIfSound(folder, name);
      if (manifest === undefined) return [];
      try {
        return [infoOf(folder, manifest, ring.open(manifest.keys))];
      } catch (error) {
        if (!isForWantOfKey(error)) throw error;
        return [infoOf(folder, manifest, null)];
      }
    });
}

function requireUse(ring: KeyRing): void {
  if (ring.code() === "none-made") throw new StoreError("key-missing", "none of these stores ever had a recovery code");
  if (ring.code() === "wrong") throw new StoreRefusal("recovery-code-wrong", "the recovery code opens none of these backups");
}

export interface FoundBackups {
  readonly folders: readonly { readonly folder: string; readonly reachable: boolean }[];
  /** Newest first. */
  readonly backups: readonly BackupInfo[];
}

/**
 * Looks in a folder and below it; with `null` beside the store, and in the second place that the newest backup there tells of.
 * @throws as `listBackups`
 */
export function findBackups(path: string, folder: string | null, keys: OfflineKeys): FoundBackups {
  if (folder !== null) requireLocalPath(folder);
  const ring = keyRing(path, keys);
  const first = listIfReachable(ring, folder ?? join(dirname(path), BACKUP_FOLDER));
  const second = first.backups
    .toSorted(newestFirst)
    .map(({ holds }) => holds?.backupFolder)
    .find((known) => known !== undefined);
  const all = folder === null && typeof second === "string" ? [first, listIfReachable(ring, second)] : [first];
  requireUse(ring);
  return {
    folders: all.map((each) => ({ folder: each.folder, reachable: each.reachable })),
    backups: all.flatMap(({ backups }) => backups).sort(newestFirst),
  };
}

function listIfReachable(ring: KeyRing, folder: string) {
  try {
    // also of the second place: a store of earlier programs may name another machine
    requireLocalPath(folder);
    if (!existsSync(folder)) return { folder, reachable: false, backups: [] };
    return { folder, reachable: true, backups: listWith(ring, folder) };
  } catch {
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
  const names = backupsAt(join(dirname(path), BACKUP_FOLDER))
    .map(({ name }) => name)
    .sort(furthestFirst);
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
