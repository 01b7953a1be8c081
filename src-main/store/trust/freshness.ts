/** Whether a store is of today: its rows against its own audit chain, and the chain against what the backups know of it. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { decodeContents } from "../backups/contents.ts";
import { anchorIn, BACKUP_FOLDER, type ChainHead } from "../backups/names.ts";
import { CHAIN_START } from "../file/canonical.ts";
import { AUDIT, type AuditRow } from "../file/columns.ts";
import type { Reader } from "../file/connection.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { auditHash } from "../file/operation.ts";
import { backupNames, roomOf } from "../backups/places/rooms.ts";
import { safetyOf } from "../areas/office/safety-settings.ts";
import type { DataKey } from "../keys/sealing.ts";
import { settingReads } from "../areas/office/settings.ts";
import { endedHead } from "./ended-key.ts";
import { isSigned, readManifest } from "./manifest.ts";
import { requireLocalPath } from "./outside.ts";
import { IS_RESTORE } from "./reach.ts";
import { STATE_EVERY, stateOf } from "./state.ts";
import { keyIdOf } from "../file/format.ts";

/** From this version on the audit carries the state. */
const STATE_SINCE = 11;
const ROWS_AT_ONCE = 100;

/**
 * Compares clerks, settings and figures with what the audit's newest rows say of them, and those rows with their chain.
 * Read from the end of the table itself: an index might be an earlier day's as well.
 * @throws StoreError `altered`
 */
export function requireToldState(path: string, reader: Reader, version: number): void {
  if (version < STATE_SINCE) return;
  const newer: AuditRow[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; newer.length <= STATE_EVERY;) {
    const rows = AUDIT.all(reader, "WHERE sequence < ? ORDER BY sequence DESC LIMIT ?", before, ROWS_AT_ONCE);
    for (const row of rows) {
      newer.push(row);
      const { state } = JSON.parse(row.detail) as { readonly state?: unknown };
      if (typeof state !== "string") continue;
      requireChain(path, reader, newer);
      if (state === stateOf(reader)) return;
      throw new StoreError("altered", `clerks, settings or figures of ${path} are not those of audit row ${row.sequence}`);
    }
    if (rows.length < ROWS_AT_ONCE) break;
    before = rows.at(-1)!.sequence;
  }
  throw new StoreError("altered", `the newest audit rows of ${path} tell no state`);
}

/** `rows` newest first, without a gap up to the one that is compared with. */
function requireChain(path: string, reader: Reader, rows: readonly AuditRow[]): void {
  const oldest = rows.at(-1)!;
  let previous =
    reader.get<{ hash: string }>("SELECT hash FROM audit WHERE sequence = ?", oldest.sequence - 1)?.hash ?? CHAIN_START;
  let expected = oldest.sequence;
  for (const row of rows.toReversed()) {
    if (row.sequence !== expected || auditHash(previous, row) !== row.hash) {
      throw new StoreError("altered", `audit row ${row.sequence} of ${path} does not follow from the one before`);
    }
    previous = row.hash;
    expected++;
  }
}

/** As many signed backups are looked into, of those that say they reach furthest and of the newest. */
const LOOKED_INTO = 4;

/** The end of a chain, and how far the store had come there. */
export interface KnownHead extends ChainHead {
  readonly reach: number;
  /** As many cases were there. */
  readonly cases: number;
}

/**
 * How far the backups of a folder reach; only those that this store's key has signed. Names are anybody's, so those that bear no
 * signature are passed over, however many lie in front.
 */
function headsIn(folder: string, key: DataKey): KnownHead[] {
  const furthest = backupNames(folder);
  // after a restore the newest ones do not reach furthest
  const newest = furthest.toSorted().toReversed();
  const ended = endedHead(folder, key);
  const looked = new Map<string, KnownHead | undefined>();
  for (const names of [furthest, newest]) {
    let signed = 0;
    for (const name of names) {
      if (signed === LOOKED_INTO) break;
      if (!looked.has(name)) looked.set(name, headOf(folder, name, key));
      if (looked.get(name) !== undefined) signed++;
    }
  }
  return [ended, ...looked.values()].filter((head) => head !== undefined);
}

function headOf(folder: string, name: string, key: DataKey): KnownHead | undefined {
  try {
    const manifest = readManifest(folder, name);
    if (!isSigned(manifest, key)) return undefined;
    const {
      auditSequence: sequence = 0,
      auditHash: hash = null,
      reach = sequence,
      cases = 0,
    } = decodeContents(manifest.contents, key) ?? {};
    return hash === null ? undefined : { sequence, hash, reach, cases };
  } catch (error) {
    // a backup that is damaged says nothing about the store
    if (!(error instanceof StoreRefusal)) throw error;
    return undefined;
  }
}

/** What the backups in places know of the store with this key, furthest first. Places that are away know nothing. */
export function knownHeads(places: Iterable<string>, key: DataKey): KnownHead[] {
  const heads: KnownHead[] = [];
  for (const place of new Set(places)) {
    try {
      requireLocalPath(place);
      for (const folder of [roomOf(place, keyIdOf(key)), place]) if (existsSync(folder)) heads.push(...headsIn(folder, key));
    } catch (error) {
      // a share that went away, a stick that was pulled
      if (!(error instanceof StoreRefusal) && !(error instanceof Error && "code" in error)) throw error;
    }
  }
  return heads.sort((a, b) => b.sequence - a.sequence);
}

/** Beside the store, and the second place that the store itself names. */
export function backupPlacesOf(path: string, reader: Reader): string[] {
  const hasSettings = reader.get("SELECT 1 FROM sqlite_schema WHERE name = 'settings'") !== undefined;
  const second = hasSettings ? safetyOf({ settings: settingReads(reader) }).backupFolder : null;
  return [join(dirname(path), BACKUP_FOLDER), ...(second === null ? [] : [second])];
}

/** How far the chains reach that were left for this one by a restore. */
function leftBehind(reader: Reader): number {
  const rows = reader.all<{ left: number | null }>(`SELECT max(detail ->> '$.leftRow') AS left FROM audit WHERE ${IS_RESTORE}`);
  return rows[0]?.left ?? 0;
}

/**
 * The furthest backup that knows more of the store than the store itself, unless a restore has left that behind.
 * `undefined` = the store is the newest of itself.
 */
export function newerBackup(reader: Reader, heads: readonly KnownHead[]): KnownHead | undefined {
  const strange = heads.find(
    ({ sequence, hash }) => reader.get("SELECT 1 FROM audit WHERE sequence = ? AND hash = ?", sequence, hash) === undefined,
  );
  return strange !== undefined && strange.sequence > leftBehind(reader) ? strange : undefined;
}

/**
 * Names of backups in a room that tell of an end that is none of this store's, and that nothing has left behind. Once the store has
 * been opened they are such as cannot be read, or as nobody signed: what they say is not proved, and not nothing.
 */
export function strangeNames(room: string, reader: Reader): string[] {
  const left = leftBehind(reader);
  return backupNames(room).filter((name) => {
    const head = anchorIn(name);
    return head !== undefined && head.sequence > left && !isInChain(reader, head);
  });
}

const isInChain = (reader: Reader, { sequence, hash }: ChainHead): boolean =>
  reader.get<{ hash: string }>("SELECT hash FROM audit WHERE sequence = ?", sequence)?.hash.startsWith(hash) === true;

/** @throws StoreError `outdated` */
export function requireNewest(path: string, reader: Reader, key: DataKey | null): void {
  if (key === null) return;
  const newer = newerBackup(reader, knownHeads(backupPlacesOf(path, reader), key));
  if (newer !== undefined) {
    throw new StoreError("outdated", `${path} ends before audit row ${newer.sequence}, which a backup holds`);
  }
}
