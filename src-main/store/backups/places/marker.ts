/**
 * Whose room it is, in plain words, and the proof that a chosen place is there: it is written when somebody chooses the place, so a
 * mount point without its stick, or another stick under the same letter, has none and is never taken for the place.
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { line } from "../../../../src-shared/contract/define.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { publish } from "../../file/files.ts";
import { readManifest } from "../../trust/manifest.ts";
import { isPlainFolder, readPlainFile, writeNewFile } from "../../trust/outside.ts";
import type { Office } from "../../../../src-shared/contract/office.ts";
import type { BackupPlace } from "../types.ts";
import { backupNames, roomOf } from "./rooms.ts";

/** The name of an office is no secret; names of clerks and everything else are sealed in the backups. */
export interface RoomOwner {
  readonly storeId: string;
  readonly office: Pick<Office, "code" | "name"> | null;
}

const FILE = "store.json";
const MOST_BYTES = 10_000;
const schema = z.strictObject({
  format: z.literal(1),
  storeId: z.string().max(20),
  office: z.strictObject({ code: line.max(20), name: line.max(60) }).nullable(),
});

/** `undefined` where there is none, or what lies there is none. */
export function ownerOf(room: string): RoomOwner | undefined {
  const text = readPlainFile(join(room, FILE), MOST_BYTES)?.toString("utf8");
  try {
    const { storeId, office } = schema.parse(JSON.parse(text ?? ""));
    return { storeId, office };
  } catch {
    return undefined;
  }
}

/** Makes the room where there is none. The place itself has to be there. */
export function markRoom(place: string, { storeId, office }: RoomOwner): string {
  const room = roomOf(place, storeId);
  const owner: RoomOwner = { storeId, office: office && { code: office.code, name: office.name } };
  if (JSON.stringify(ownerOf(room)) === JSON.stringify(owner)) return room;
  if (!isPlainFolder(room)) throw new StoreRefusal("backup-failed", `${room} is no folder`);
  if (!existsSync(room)) mkdirSync(room, { mode: 0o700 });
  const path = join(room, FILE);
  writeNewFile(`${path}.unfinished`, `${JSON.stringify({ format: 1, ...owner }, null, 2)}\n`);
  publish(`${path}.unfinished`, path);
  return room;
}

/** Whether a place is really there: the one beside the store always, a chosen one when it bears this store's mark. */
export function isThere({ folder, kind }: BackupPlace, storeId: string): boolean {
  if (kind === "beside-store") return true;
  try {
    return ownerOf(roomOf(folder, storeId))?.storeId === storeId || wasChosenEarlier(folder, storeId);
  } catch {
    // a share that went away, a stick that was pulled
    return false;
  }
}

/** Earlier programs wrote no mark; backups of this very store tell as well that the place is the one. */
function wasChosenEarlier(folder: string, storeId: string): boolean {
  return backupNames(folder).some((name) => {
    try {
      return readManifest(folder, name).keys?.keyId === storeId;
    } catch (error) {
      if (error instanceof StoreRefusal) return false;
      throw error;
    }
  });
}

/** @throws StoreRefusal `backup-place-missing` */
export function requireThere(place: BackupPlace, storeId: string): void {
  if (!isThere(place, storeId))
    throw new StoreRefusal("backup-place-missing", `${place.folder} does not bear the mark of ${storeId}`);
}

/** Two folders of one device are lost together. Two parts of one disk are not told apart from two disks. */
export function isOnDeviceOf(place: string, storePath: string): boolean {
  const device = (path: string): bigint | undefined => statSync(path, { bigint: true, throwIfNoEntry: false })?.dev;
  const own = device(dirname(storePath));
  return own !== undefined && own === device(place);
}
