/**
 * One store takes the place of another: a restored one that of the present one, and back. What goes is kept under another name.
 * A note on the disk says what is under way; `finishSwap`, called before every opening, completes or drops what a crash left.
 */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { attachmentFolder } from "./attachment-files.ts";
import { keepUnder } from "./encryption.ts";
import { StoreError } from "./errors.ts";
import { publish, removeUnfinished, syncToDisk } from "./files.ts";
import { keysFile, replaceKeys, type StoreKeys } from "./keys.ts";

interface SwapNote {
  /** When, as part of a file name; the store that went is `<store>.before-restore-<stamp>`. */
  readonly stamp: string;
  /** The keys of the store that comes; `null` = the present ones stay. */
  readonly keys: StoreKeys | null;
}

const noteFile = (path: string): string => `${path}.swap.json`;
export const incoming = (path: string): string => `${path}.restoring`;
export const asideName = (path: string, stamp: string): string => `${path}.before-restore-${stamp}`;

/**
 * Puts `<store>.restoring` (and its attachments, where it has some of its own) in the place of the store.
 * Called under the lock or before it, with nothing of the store open and its log folded in.
 */
export function swapIn(path: string, stamp: string, keys: StoreKeys | null): void {
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) throw new StoreError("locked", `another program reads ${path}`);
  writeFileSync(`${noteFile(path)}.unfinished`, JSON.stringify({ stamp, keys } satisfies SwapNote));
  publish(`${noteFile(path)}.unfinished`, noteFile(path));
  finishSwap(path);
}

/** Carries out what the note says, from wherever it stopped; every step can be repeated. Without a note nothing is to do. */
export function finishSwap(path: string): void {
  const note = readNote(path);
  if (note === undefined) {
    // made ready, but never decided
    removeUnfinished(incoming(path));
    return;
  }
  const aside = asideName(path, note.stamp);
  if (existsSync(incoming(path))) {
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    if (existsSync(path) && !isSameFile(path, aside)) keepUnder(path, aside);
    if (existsSync(keysFile(path)) && !existsSync(keysFile(aside))) keepUnder(keysFile(path), keysFile(aside));
    syncToDisk(dirname(path));
    renameSync(incoming(path), path);
    syncToDisk(dirname(path));
  }
  const own = attachmentFolder(incoming(path));
  if (existsSync(own)) {
    const present = attachmentFolder(path);
    if (existsSync(present)) renameSync(present, attachmentFolder(aside));
    renameSync(own, present);
  }
  if (note.keys !== null) replaceKeys(path, note.keys);
  rmSync(noteFile(path));
  syncToDisk(dirname(path));
}

function readNote(path: string): SwapNote | undefined {
  if (!existsSync(noteFile(path))) return undefined;
  return JSON.parse(readFileSync(noteFile(path), "utf8")) as SwapNote;
}

function isSameFile(one: string, other: string): boolean {
  if (!existsSync(other)) return false;
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
  return a.ino === b.ino && a.dev === b.dev;
}
