/**
 * One store takes the place of another: a restored one that of the present one, and back. What goes is kept under another name.
 * A note on the disk says what is under way; `finishSwap`, called before every opening, completes or drops what a crash left.
 */
import { USUAL_SAFETY } from "../../../src-shared/domain/safety-settings.ts";
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { attachmentFolder } from "../areas/cases/attachment-files.ts";
import { instantForName, instantOf } from "../backups/names.ts";
import { canonicalJson, sha256 } from "../file/canonical.ts";
import { openWriter, type Writer } from "../file/connection.ts";
import { keepUnder } from "../keys/encryption.ts";
import { StoreError } from "../file/errors.ts";
import { publish, removeUnfinished, syncToDisk } from "../file/files.ts";
import { keysFile, parseKeys, replaceKeys, type StoreKeys } from "../keys/keys.ts";
import { appendAudit } from "../file/operation.ts";
import { SAFETY_SETTING, safetyOf } from "../areas/office/safety-settings.ts";
import type { DataKey } from "../keys/sealing.ts";
import { SETTINGS } from "../areas/office/columns.ts";
import { settingReads } from "../areas/office/settings.ts";
import { codeFrom } from "../trust/code-in-force.ts";
import { liftBeyond } from "../trust/reach.ts";
import { readPlainFile } from "../trust/outside.ts";
import type { Act } from "../file/types.ts";

interface SwapNote {
  /** When, as part of a file name; the store that went is `<store>.before-restore-<stamp>`. */
  readonly stamp: string;
  /** The keys of the store that comes; `null` = the present ones stay. */
  readonly keys: StoreKeys | null;
}

const noteFile = (path: string): string => `${path}.swap.json`;
export const incoming = (path: string): string => `${path}.restoring`;
export const asideName = (path: string, stamp: string): string => `${path}.before-restore-${stamp}`;

/** For good: a store that went aside, the keys beside it, and its attachments where the one that came had some of its own. */
export function removeAside(aside: string): void {
  for (const path of [aside, keysFile(aside)]) rmSync(path, { force: true });
  rmSync(attachmentFolder(aside), { recursive: true, force: true });
}

/** Stamps of the stores that went aside, newest first. */
export function asides(path: string): string[] {
  const prefix = basename(asideName(path, ""));
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix) && /^\d{8}T\d{9}Z$/.test(name.slice(prefix.length)))
    .map((name) => name.slice(prefix.length))
    .sort()
    .reverse();
}

/**
 * The stamp of an exchange at that instant. Later than every one before, also on a machine whose clock was set back: what
 * went last is what is brought back, and the oldest is what makes room.
 */
export function stampFor(path: string, at: string): string {
  const [newest = ""] = asides(path);
  const stamp = instantForName(at);
  return stamp > newest ? stamp : instantForName(new Date(Date.parse(instantOf(newest)) + 1).toISOString());
}

export interface ComingNote {
  readonly detail: Readonly<Record<string, unknown>>;
  /** How far the store had come that is left; 0 where nobody knows. */
  readonly leftReach: number;
  /** Those that lie beside the store from then on; `null` without encryption. */
  readonly keys: StoreKeys | null;
  /** This machine did not have the store before: what was set up on the other one is asked for anew. */
  readonly otherMachine: boolean;
}

/** A second place named by the other machine is here another stick, or none; it is given up until somebody chooses one. */
function withoutPlacesOfOtherMachine(writer: Writer, { at }: Act): Readonly<Record<string, unknown>> {
  const hasSettings = writer.get("SELECT 1 FROM sqlite_schema WHERE name = 'settings'") !== undefined;
  const { backupFolder, ...kept } = hasSettings ? safetyOf({ settings: settingReads(writer) }) : USUAL_SAFETY;
  if (backupFolder === null) return { otherMachine: true };
  const value = canonicalJson({ ...kept, backupFolder: null });
  SETTINGS.without("number").insert(writer, { name: SAFETY_SETTING, value, reason: "", clerkName: "", at });
  return { otherMachine: true, secondPlaceWas: backupFolder };
}

/**
 * Writes into `<store>.restoring` that it is about to come. Before it does: when the disk takes no more, there is no exchange,
 * and never one that no audit tells of. On a throw nothing is left of it.
 */
export function noteIncoming(
  path: string,
  key: DataKey | null,
  act: Act,
  { detail, leftReach, keys, otherMachine }: ComingNote,
): void {
  try {
    const writer = openWriter(incoming(path), "new-file", key);
    try {
      // no log: the file alone changes places
      writer.pragma("journal_mode = DELETE");
      writer.transact((inside) => {
        const settings = otherMachine ? withoutPlacesOfOtherMachine(inside, act) : {};
        const lift = liftBeyond(inside, leftReach);
        const told = { ...detail, ...settings, ...codeFrom(inside, keys), lift };
        appendAudit(inside, act, "store.restore", { answer: null, subject: null, detail: told });
      });
    } finally {
      writer.close();
    }
  } catch (error) {
    removeUnfinished(incoming(path));
    throw error;
  }
}

/**
 * Puts `<store>.restoring` (and its attachments, where it has some of its own) in the place of the store.
 * Called under the lock or before it, with nothing of the store open and its log folded in.
 */
export function swapIn(path: string, stamp: string, keys: StoreKeys | null): void {
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) throw new StoreError("locked", `another program reads ${path}`);
  writeFileSync(`${noteFile(path)}.unfinished`, JSON.stringify({ stamp, keys } satisfies SwapNote), { mode: 0o600 });
  publish(`${noteFile(path)}.unfinished`, noteFile(path));
  finishSwap(path);
}

/** Carries out what the note says, from wherever it stopped; every step can be repeated. Without a note nothing is to do. */
export function finishSwap(path: string): void {
  const note = readNote(path);
  if (note === undefined) {
    // made ready, but never decided
    removeUnfinished(incoming(path));
    rmSync(attachmentFolder(incoming(path)), { recursive: true, force: true });
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

const STAMP = /^\d{8}T\d{9}Z(?:-unreadable|-failed){0,2}$/;
const MOST_NOTE_BYTES = 100_000;

/** A note that this program did not write is put aside, and nothing is done by it. */
function readNote(path: string): SwapNote | undefined {
  if (!existsSync(noteFile(path))) return undefined;
  const note = parsedNote(readPlainFile(noteFile(path), MOST_NOTE_BYTES)?.toString("utf8"));
  if (note === undefined) renameSync(noteFile(path), `${noteFile(path)}.refused`);
  return note;
}

function parsedNote(text: string | undefined): SwapNote | undefined {
  try {
    const { stamp, keys } = JSON.parse(text ?? "") as SwapNote;
    const isKeys = keys === null || parseKeys(JSON.stringify({ ...keys, checksum: sha256(canonicalJson(keys)) })) !== undefined;
    return STAMP.test(stamp) && isKeys ? { stamp, keys } : undefined;
  } catch {
    return undefined;
  }
}

function isSameFile(one: string, other: string): boolean {
  if (!existsSync(other)) return false;
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
  return a.ino === b.ino && a.dev === b.dev;
}
