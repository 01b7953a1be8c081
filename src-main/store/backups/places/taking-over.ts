/**
 * Backups that an earlier program laid into the place itself move into the room of their store, and only those: what belongs to
 * others stays where their programs look for it. Cut short it goes on at the next backup; until then parts are found in both.
 */
import { copyFileSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { attachmentContent } from "../../areas/cases/attachment-files.ts";
import { decodeContents } from "../contents.ts";
import { attachmentPath, chunkPath, proofPath } from "../folder.ts";
import { anchorIn, BACKUP_KEYS, type ChainHead } from "../names.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { syncToDisk } from "../../file/files.ts";
import type { DataKey } from "../../keys/sealing.ts";
import { manifestPath, readManifest, type BackupManifest } from "../../trust/manifest.ts";
import { isPlainFolder, readPlainFile } from "../../trust/outside.ts";
import { backupNames, storeIdOf } from "./rooms.ts";

/** The end of the audit that a backup holds, as far as its name or this key tells. */
function headOf(folder: string, name: string, key: DataKey | null): ChainHead | undefined {
  const inName = anchorIn(name);
  if (inName !== undefined) return inName;
  const manifest = readManifest(folder, name);
  const { auditSequence: sequence = 0, auditHash: hash = null } =
    decodeContents(manifest.contents, manifest.keys === null ? null : key) ?? {};
  return hash === null ? undefined : { sequence, hash };
}

/**
 * Backups of a folder that hold an earlier state of this very store, in the order of the folder. A state that a restore has left
 * behind, or that the same store has gone to on another machine, is none: nobody but its own store may decide about it.
 */
export function ownBackups(folder: string, reader: Reader, key: DataKey | null): string[] {
  return backupNames(folder).filter((name) => {
    try {
      const head = headOf(folder, name, key);
      return (
        head !== undefined &&
        reader.get(
          "SELECT 1 FROM audit WHERE sequence = ? AND substr(hash, 1, ?) = ?",
          head.sequence,
          head.hash.length,
          head.hash,
        ) !== undefined
      );
    } catch (error) {
      // its list of parts is damaged: nobody knows whose it is
      if (error instanceof StoreRefusal) return false;
      throw error;
    }
  });
}

export function takeOver(place: string, room: string, storeId: string, reader: Reader, key: DataKey | null): void {
  const names = backupNames(place);
  if (names.length === 0) return;
  const inChain = new Set(ownBackups(place, reader, key));
  const own = new Map<string, BackupManifest>();
  const ofOthers = new Set<string>();
  let isOnlyOurs = true;
  for (const name of names) {
    const manifest = manifestIfSound(place, name);
    const isOwn =
      manifest !== undefined && (inChain.has(name) || (manifest.keys !== null && storeIdOf(manifest.keys) === storeId));
    if (isOwn) own.set(name, manifest);
    else {
      isOnlyOurs = false;
      for (const hash of manifest?.chunks ?? []) ofOthers.add(hash);
    }
  }
  if (own.size === 0) return;
  for (const { chunks } of own.values()) {
    for (const hash of chunks) bring(chunkPath(place, hash), chunkPath(room, hash), ofOthers.has(hash));
  }
  for (const { sha256 } of reader.all<{ sha256: string }>("SELECT DISTINCT sha256 FROM attachments")) {
    const from = attachmentPath(place, sha256);
    if (isOurs(from, sha256, key)) bring(from, attachmentPath(room, sha256), !isOnlyOurs);
  }
  // the lists last: a backup that is found in the room has its parts there
  for (const name of own.keys()) {
    bring(manifestPath(place, name), manifestPath(room, name), false);
    bring(proofPath(place, name), proofPath(room, name), false);
  }
  syncToDisk(room);
  if (isOnlyOurs)
    for (const rest of ["chunks", "attachments", BACKUP_KEYS]) rmSync(join(place, rest), { recursive: true, force: true });
}

function manifestIfSound(folder: string, name: string): BackupManifest | undefined {
  try {
    return readManifest(folder, name);
  } catch (error) {
    if (error instanceof StoreRefusal) return undefined;
    throw error;
  }
}

/** Another store may keep the same paper under its own key. */
function isOurs(path: string, name: string, key: DataKey | null): boolean {
  try {
    attachmentContent(readPlainFile(path, lstatSync(path, { throwIfNoEntry: false })?.size ?? 0), name, key);
    return true;
  } catch (error) {
    if (error instanceof StoreRefusal) return false;
    throw error;
  }
}

function bring(from: string, to: string, isNeededThere: boolean): void {
  if (!existsSync(from)) return;
  const parent = dirname(to);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  if (!isPlainFolder(parent) || !isPlainFolder(dirname(parent)))
    throw new StoreRefusal("backup-failed", `${parent} is no folder`);
  if (!isNeededThere) return renameSync(from, to);
  if (existsSync(to)) return;
  copyFileSync(from, `${to}.unfinished`);
  syncToDisk(`${to}.unfinished`);
  renameSync(`${to}.unfinished`, to);
}
