/**
 * A place of backups is a folder that somebody chose, or the one beside the store. Each store has a room of its own there, named by
 * its key, and touches nothing else: what other windows and other machines keep in the same place is theirs. Backups that earlier
 * programs laid into the place itself are found there until their own store takes them over.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BACKUP_NAME, furthestFirst } from "../names.ts";
import type { StoreKeys } from "../../keys/keys.ts";
import { isPlainFolder } from "../../trust/outside.ts";

const UNENCRYPTED = "unencrypted";
const ROOM = /^(?:[0-9a-f]{16}|unencrypted)$/;

/** What a store is called where others lie beside it. */
export const storeIdOf = (keys: Pick<StoreKeys, "keyId"> | null): string => keys?.keyId ?? UNENCRYPTED;

export const roomOf = (place: string, storeId: string): string => join(place, storeId);

/** The place that a folder with backups belongs to: for one that is no room, itself. */
export const placeOf = (folder: string): string => (ROOM.test(basename(folder)) ? dirname(folder) : folder);

/** Rooms that are there, of whatever stores. */
export function roomsIn(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && ROOM.test(entry.name))
    .map((entry) => join(place, entry.name))
    .sort();
}

/** A place's own folder and its rooms. */
export const foldersOf = (place: string): string[] => [place, ...roomsIn(place)];

/** Names of backups, those that reach furthest first. */
export function backupNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => entry.name.slice(0, -".json".length))
    .filter((name) => BACKUP_NAME.test(name))
    .sort(furthestFirst);
}

export interface PlacedBackup {
  readonly folder: string;
  readonly name: string;
}

/** Every backup of a place, of whatever stores; those of one folder newest first. */
export const backupsAt = (place: string): PlacedBackup[] =>
  foldersOf(place).flatMap((folder) => backupNames(folder).map((name) => ({ folder, name })));

/** Nobody keeps backups deeper, and a stick with more folders is not looked through whole. */
const DEEPEST = 3;
const MOST_FOLDERS = 2000;
const PARTS = new Set(["chunks", "attachments"]);

/** The folder itself where it is a place, otherwise those below it: whoever has only the stick need not know what its folder is called. */
export function placesBelow(folder: string): string[] {
  const found: string[] = [];
  let level = [folder];
  let looked = 0;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const next: string[] = [];
    for (const candidate of level) {
      if (++looked > MOST_FOLDERS) return found;
      const { isPlace, below } = lookInto(candidate);
      if (isPlace && depth === 0) return [folder];
      if (isPlace) found.push(candidate);
      next.push(...below);
    }
    level = next;
  }
  return found;
}

function lookInto(folder: string): { readonly isPlace: boolean; readonly below: readonly string[] } {
  try {
    if (!isPlainFolder(folder)) return { isPlace: false, below: [] };
    const below = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !ROOM.test(name) && !PARTS.has(name) && !name.startsWith(".") && !name.startsWith("$"))
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
    return { isPlace: foldersOf(folder).some((each) => backupNames(each).length > 0), below };
  } catch {
    // one that may not be looked into, or went away meanwhile, holds none for this account
    return { isPlace: false, below: [] };
  }
}
