/** How the places of a store's backups stand: for the program that has the store open, and for whoever looks at it from beside. */
import { dirname, join } from "node:path";
import { BACKUP_FOLDER, instantOf } from "../names.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { freeBytes } from "../../file/files.ts";
import { infoOf } from "../../restore/restore.ts";
import type { DataKey } from "../../keys/sealing.ts";
import { strangeNames } from "../../trust/freshness.ts";
import { readManifest } from "../../trust/manifest.ts";
import type { BackupPlace, BackupPlaceStatus } from "../types.ts";
import { isOnDeviceOf, isThere, ownerOf } from "./marker.ts";
import { roomOf, roomsIn, type PlacedBackup } from "./rooms.ts";
import { ownBackups } from "./taking-over.ts";

/** What has to be known of a store. */
export interface StoreSeen {
  readonly path: string;
  readonly reader: Reader;
  readonly key: DataKey | null;
  /** See `storeIdOf`. */
  readonly storeId: string;
  /** The second place, as the office has chosen it. */
  readonly backupFolder: string | null;
}

export const besideStore = (path: string): string => join(dirname(path), BACKUP_FOLDER);

export function placesOf({ path, backupFolder }: Pick<StoreSeen, "path" | "backupFolder">): BackupPlace[] {
  const beside = { folder: besideStore(path), kind: "beside-store" } as const;
  return backupFolder === null ? [beside] : [beside, { folder: backupFolder, kind: "second" }];
}

/** The room in a place, and those of its backups that are earlier states of this store, the furthest first. */
export function ownAt(
  { reader, key, storeId }: StoreSeen,
  place: string,
): { readonly room: string; readonly names: readonly string[] } {
  const room = roomOf(place, storeId);
  return { room, names: ownBackups(room, reader, key) };
}

/** How far the newest backup of a place reaches. */
export function reachedAt(store: StoreSeen, place: string): number {
  try {
    const { room, names } = ownAt(store, place);
    if (names[0] === undefined) return 0;
    return infoOf(room, readManifest(room, names[0]), store.key).holds?.auditSequence ?? 0;
  } catch (error) {
    // a damaged manifest, a place that went away: the next backup is due at once
    if (error instanceof StoreRefusal || (error instanceof Error && "code" in error)) return 0;
    throw error;
  }
}

export interface PlaceStanding {
  readonly view: BackupPlaceStatus;
  /** The backup that reaches furthest. */
  readonly newest: PlacedBackup | undefined;
}

export function standingOf(store: StoreSeen, place: BackupPlace): PlaceStanding {
  const { folder, kind } = place;
  const found = isThere(place, store.storeId) ? foundAt(store, folder) : undefined;
  const reachable = found !== undefined;
  const newest = found?.[0];
  const view = {
    ...place,
    reachable,
    lastAt: newest === undefined ? null : instantOf(newest.name),
    backups: found?.length ?? 0,
    freeBytes: reachable ? freeBytes(folder) : null,
    sameDevice: reachable && kind === "second" && isOnDeviceOf(folder, store.path),
    others: reachable ? othersAt(folder, store.storeId) : [],
  };
  return { view, newest };
}

/** Also those that an earlier program has laid into the place itself; `undefined` where it cannot be read. */
function foundAt(store: StoreSeen, place: string): readonly PlacedBackup[] | undefined {
  try {
    const { room, names } = ownAt(store, place);
    const earlier = ownBackups(place, store.reader, store.key);
    return [...names.map((name) => ({ folder: room, name })), ...earlier.map((name) => ({ folder: place, name }))];
  } catch (error) {
    // a share that went away, a stick that was pulled
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

const othersAt = (place: string, storeId: string): (string | null)[] =>
  roomsIn(place)
    .filter((room) => room !== roomOf(place, storeId))
    .map((room) => ownerOf(room)?.office?.name ?? null);

/** Backups in any place that is there, of which nobody knows more than the name: their lists of parts cannot be read. */
export function strangeAt(store: StoreSeen): string[] {
  try {
    return placesOf(store)
      .filter((place) => isThere(place, store.storeId))
      .flatMap(({ folder }) => strangeNames(roomOf(folder, store.storeId), store.reader));
  } catch (error) {
    // a share that went away, a stick that was pulled
    if (error instanceof Error && "code" in error) return [];
    throw error;
  }
}
