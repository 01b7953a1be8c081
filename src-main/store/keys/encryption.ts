/**
 * Makes an encrypted store of one that was not: a verified, encrypted copy takes its place in one rename. Until then the old
 * store stays as it is; a process killed at any point leaves one whole store or the other.
 */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { proveCopy } from "../file/verified-copy.ts";
import { encryptFile, openReader, openWriter } from "../file/connection.ts";
import { StoreError } from "../file/errors.ts";
import { removeUnfinished, syncToDisk } from "../file/files.ts";
import type { DataKey } from "./sealing.ts";

const OLD = ".before-encryption";

const copyOf = (path: string): string => `${path}.encrypting`;

/**
 * Called under the store's lock, with nothing of it open.
 * @param keepKey called when the copy is proved, before it takes the store's place
 */
export function encryptStore(path: string, key: DataKey, keepKey: () => void): void {
  const copy = copyOf(path);
  removeUnfinished(copy);
  // folds the log into the file: the file alone is about to change places
  const writer = openWriter(path, "in-use");
  try {
    const [state] = writer.pragmaRows("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    if (state?.busy !== 0) throw new StoreError("locked", `another program reads ${path}`);
  } finally {
    writer.close();
  }
  const reader = openReader(path);
  try {
    reader.copyTo(copy);
    encryptFile(copy, key);
    proveCopy(reader, copy, key);
  } catch (error) {
    removeUnfinished(copy);
    throw error;
  } finally {
    reader.close();
  }
  syncToDisk(copy);
  keepKey();
  putInPlace(path, copy);
}

/**
 * What is left of `encryptStore` where its key was kept already. A file without encryption beside keys is none of ours otherwise:
 * whoever put it there could not make the copy that goes with it.
 * @throws StoreError `not-ours`
 */
export function finishEncryption(path: string, key: DataKey): void {
  const copy = copyOf(path);
  try {
    const reader = openReader(path);
    try {
      proveCopy(reader, copy, key);
    } finally {
      reader.close();
    }
  } catch (error) {
    throw new StoreError("not-ours", `${path} is not encrypted, and its keys belong to a store that is`, { cause: error });
  }
  putInPlace(path, copy);
}

function putInPlace(path: string, copy: string): void {
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) throw new StoreError("locked", `another program reads ${path}`);
  rmSync(log, { force: true });
  rmSync(`${path}-shm`, { force: true });
  keepUnder(path, `${path}${OLD}`);
  renameSync(copy, path);
  syncToDisk(dirname(path));
}

/** A second name for the same file, so that there is never a moment without a store; a copy where links are not supported. */
export function keepUnder(path: string, second: string): void {
  rmSync(second, { force: true });
  try {
    linkSync(path, second);
  } catch {
    copyFileSync(path, second);
    syncToDisk(second);
  }
}

export const hasUnencrypted = (path: string): boolean => existsSync(path + OLD);

/** Removes what the encryption left unencrypted, once the encrypted store has been opened. */
export const removeUnencrypted = (path: string): void => rmSync(path + OLD, { force: true });
