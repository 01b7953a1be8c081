/** Where automatic backups lie beside a store, and what they and their like are called. */
import type { BackupReason } from "../../../src-shared/domain/safety-settings.ts";

export const BACKUP_FOLDER = "backups";
/** The wrapped keys of the store, renewed with every backup. */
export const BACKUP_KEYS = "keys.json";

/** The head of the audit that a backup holds: whoever has only the list of names can tell later whether a chain goes on from it. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

const SHOWN_OF_HASH = 16;
const ANCHOR = /^(\d{1,12})-([0-9a-f]{16,64})$/;

/** `1234-0123456789abcdef`: on the sheet of the day, in names of backups, and where the command line compares. */
export const anchorText = ({ sequence, hash }: ChainHead): string => `${sequence}-${hash.slice(0, SHOWN_OF_HASH)}`;

/** As typed from paper. `undefined` for what is none; the hash may be the beginning of one. */
export function parseAnchor(typed: string): ChainHead | undefined {
  const match = ANCHOR.exec(typed.trim().toLowerCase());
  return match === null ? undefined : { sequence: Number(match[1]), hash: match[2]! };
}

/** The end of the audit that a backup says in its name to hold; `undefined` for names of earlier programs. */
export const anchorIn = (name: string): ChainHead | undefined => parseAnchor(name.split(".")[1] ?? "");

/**
 * By how far they reach, not by their time: a clock may have been wrong. Names of earlier programs do not say how far, and come
 * after all others. One backup in two places keeps the order of the places.
 */
export const furthestFirst = (a: string, b: string): number =>
  (anchorIn(b)?.sequence ?? 0) - (anchorIn(a)?.sequence ?? 0) || (a < b ? 1 : a > b ? -1 : 0);

/** `2026-03-04T05:06:07.000Z` → `20260304T050607000Z`: an instant as part of a file name on any system. */
export const instantForName = (at: string): string => at.replaceAll(/[^0-9TZ]/g, "");

/** Names of earlier programs end with the reason. */
export const BACKUP_NAME = /^\d{8}T\d{9}Z-[a-z-]+(\.\d{1,12}-[0-9a-f]{16})?$/;

export const backupName = (at: string, reason: BackupReason, head: ChainHead | null): string =>
  `${instantForName(at)}-${reason}${head === null ? "" : `.${anchorText(head)}`}`;

/** `20260304T010203000Z-timer.12-…` → its ISO instant. */
export const instantOf = (name: string): string =>
  name.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z.*$/, "$1-$2-$3T$4:$5:$6.$7Z");

export const isMadeFor = (name: string, reason: BackupReason): boolean => name.split(".")[0]!.endsWith(`Z-${reason}`);
