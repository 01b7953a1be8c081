/**
 * That a command has made a backup. A command writes nothing into the store, which the program may have open: it leaves a note beside
 * it, and the program takes the note into the audit, within a minute or when it opens the store next. Notes are sealed under the
 * store's key, so that nobody without it can tell the audit anything. Whoever copies the files by hand leaves none.
 */
import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { StoreClock } from "../file/clock-watch.ts";
import { asStoreError, StoreError, StoreRefusal } from "../file/errors.ts";
import { publish } from "../file/files.ts";
import type { Perform } from "../file/operation.ts";
import { seal, unseal, type DataKey } from "../keys/sealing.ts";
import { readPlainFile, writeNewFile } from "../trust/outside.ts";

const PURPOSE = "copy-note";
const MOST_BYTES = 20_000;

const schema = z.strictObject({
  /** The row's request: a note that was taken in and could not be removed is not told twice. */
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Of the system: a command asks for no login. */
  account: z.string().max(200),
  backup: z.string().max(200),
  folders: z.array(z.string().max(4000)).max(4),
});
type CopyNote = z.output<typeof schema>;

const prefixOf = (storePath: string): string => `${basename(storePath)}.copied-`;

/** @param key `null` for a store without encryption */
export function leaveCopyNote(storePath: string, key: DataKey | null, told: Omit<CopyNote, "id">): void {
  const note: CopyNote = { id: randomUUID(), ...told };
  const json = Buffer.from(JSON.stringify(note));
  const path = join(dirname(storePath), `${prefixOf(storePath)}${note.id}`);
  writeNewFile(`${path}.unfinished`, key === null ? json : seal(key, PURPOSE, json));
  publish(`${path}.unfinished`, path);
}

/** `undefined` for what is no note of this store: it stays where it lies, and tells nothing. */
function read(path: string, key: DataKey | null): CopyNote | undefined {
  const bytes = readPlainFile(path, MOST_BYTES);
  if (bytes === undefined) return undefined;
  try {
    const json = key === null ? bytes : unseal(key, PURPOSE, bytes);
    return schema.safeParse(JSON.parse(json.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

interface Taking {
  readonly key: DataKey | null;
  readonly perform: Perform;
  readonly clock: StoreClock;
  readonly at: string;
}

/**
 * Called by the program that has the store open. While the clock is doubted or the disk is full nothing can be written: the notes wait
 * for the next time.
 */
export function takeCopyNotes(storePath: string, taking: Taking): void {
  try {
    takeAll(storePath, taking);
  } catch (error) {
    const why = asStoreError(error);
    if (!(why instanceof StoreError || why instanceof StoreRefusal)) throw why;
  }
}

function takeAll(storePath: string, { key, perform, clock, at }: Taking): void {
  const folder = dirname(storePath);
  const names = readdirSync(folder).filter((name) => name.startsWith(prefixOf(storePath)));
  if (names.length === 0 || clock.doubt() !== null) return;
  for (const name of names) {
    const path = join(folder, name);
    const note = read(path, key);
    if (note === undefined) continue;
    perform({ operation: "counter backup", clerkId: null, at, requestId: note.id }, "audit.record", () => ({
      answer: null,
      subject: null,
      detail: { madeAt: note.at, account: note.account, backup: note.backup, folder: note.folders.join("、") },
    }));
    rmSync(path, { force: true });
  }
}
