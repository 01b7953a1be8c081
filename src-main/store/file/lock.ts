/**
 * One process per store. The lock is an EXCLUSIVE transaction on a small SQLite file beside the store, held for the
 * life of the process: the operating system drops it with the process, so a killed app never leaves the store locked.
 * The store file itself stays free, so that read-only openers (`replay`, checks) work beside the app.
 */
import Database from "better-sqlite3";
import { StoreError, asStoreError } from "./errors.ts";
import { makePrivate } from "./private-file.ts";

export interface Lock {
  release(): void;
}

/** Stores held by this very process; asked before anything touches the file (see `readHeader`). */
const held = new Set<string>();
export const isHeldHere = (storePath: string): boolean => held.has(storePath);

/** @throws StoreError `locked` when another store object, here or in another process, holds it. */
export function holdLock(storePath: string): Lock {
  let database: Database.Database | undefined;
  try {
    makePrivate(`${storePath}.lock`);
    database = new Database(`${storePath}.lock`, { timeout: 0 });
    database.pragma("journal_mode = MEMORY");
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database?.close();
    const translated = asStoreError(error);
    if (translated instanceof StoreError && translated.kind === "locked") {
      throw new StoreError("locked", `another process has ${storePath} open`, { cause: error });
    }
    throw translated;
  }
  const holder = database;
  held.add(storePath);
  return {
    release() {
      held.delete(storePath);
      holder.close();
    },
  };
}
