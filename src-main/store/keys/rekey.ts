/**
 * A new key for a store, under the recovery code that holds. A code that was replaced goes on opening the key of its time; after this
 * it opens what lies under that key and nothing that is written from now on. The whole store is written anew, and so are the backups
 * that follow: for whoever fears for the old code, not for every new one.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, dirname } from "node:path";
import { attachmentFiles, attachmentFolder, everyFile } from "../areas/cases/attachment-files.ts";
import { proveCopy } from "../file/verified-copy.ts";
import { contentsOf } from "../backups/contents.ts";
import { BACKUP_FOLDER } from "../backups/names.ts";
import { openReader, openWriter, rekeyFile } from "../file/connection.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "../file/errors.ts";
import { freeBytes, readHeader, realStorePath, removeUnfinished, sizeOf } from "../file/files.ts";
import { codeNumber, keysAround, makeKeys, openByCode, openKeys, type KeyKeeper, type StoreKeys } from "./keys.ts";
import { holdLock } from "../file/lock.ts";
import { hasLog } from "../file/log-tail.ts";
import { KNOWN_VERSION, keySpares, openStore, type StoreOptions } from "../file/open.ts";
import { appendAudit } from "../file/operation.ts";
import { backupNames, roomOf } from "../backups/places/rooms.ts";
import { codeIdOf, wrapByCode } from "./recovery-code.ts";
import type { DataKey } from "./sealing.ts";
import { asideName, asides, finishSwap, incoming, removeAside, stampFor, swapIn } from "../restore/swap.ts";
import { NEW_KEY, codesTold, requireNotEnded } from "../trust/code-in-force.ts";
import { markEnded } from "../trust/ended-key.ts";
import { backupPlacesOf, type KnownHead } from "../trust/freshness.ts";
import { reachOf } from "../trust/reach.ts";
import { copiesBefore } from "../upgrade/copies-before.ts";

export interface Rekeyed {
  readonly keyId: string;
  /** What the key of before, and so every code of its time, goes on opening: folders with backups, and copies made before upgrades. */
  readonly stillOpened: readonly string[];
  /** Places of backups that were not there: of what lies in them an older store is not told from this one. */
  readonly away: readonly string[];
}

export interface RekeyOptions extends Pick<StoreOptions, "clock"> {
  readonly scryptCost?: number | undefined;
}

/**
 * The app must not run. The recovery code stays what it is.
 * @throws StoreError as `openStore`, `full`; StoreRefusal `recovery-code-wrong`, `recovery-code-ended`, `recovery-code-needed` where none was
 * ever made
 */
export function rekeyStore(
  given: string,
  typedCode: string,
  keepers: readonly KeyKeeper[],
  { clock, scryptCost }: RekeyOptions,
): Rekeyed {
  return withStoreErrors(() => {
    const path = realStorePath(given);
    if (!existsSync(path)) throw new StoreError("missing", `${path} is gone`);
    // in today's form, of today, and by the keys that hold
    openStore(path, { clock, keepers }).close();
    const lock = holdLock(path);
    let left: Left;
    try {
      // what an earlier try has left that was cut short
      finishSwap(path);
      left = exchangeKey(path, typedCode, keepers, { clock, scryptCost });
    } finally {
      lock.release();
    }
    // whatever went aside stays where it is until the store has opened under its new key
    openStore(path, { clock, keepers }).close();
    for (const stamp of asides(path)) removeAside(asideName(path, stamp));
    return toldOf(path, left);
  });
}

interface Left {
  readonly keyId: string;
  readonly keyIdBefore: string;
  readonly places: readonly string[];
}

function exchangeKey(path: string, typedCode: string, keepers: readonly KeyKeeper[], { clock, scryptCost }: RekeyOptions): Left {
  if (hasLog(path)) throw new StoreError("locked", `another program reads ${path}`);
  const header = readHeader(path);
  const [keys] = header.encrypted ? keysAround(path, header.keyId, keySpares(path)) : [];
  if (keys === undefined) throw new StoreRefusal("bad-input", `${path} is not encrypted`);
  if (keys.recovery === null) throw new StoreRefusal("recovery-code-needed", "no recovery code was ever made");
  const { key } = openKeys(path, keys, keepers);
  const { by } = openByCode([keys], typedCode);
  const reader = openReader(path, key);
  try {
    requireNotEnded(codesTold(reader).isEnded, by);
    requireRoom(path);
    const made = makeKeys(keepers);
    const recovery = wrapByCode(made.key, typedCode, by.recovery!.madeAt, codeNumber(by), scryptCost);
    const at = clock.now();
    const target = incoming(path);
    removeUnfinished(target);
    reader.copyTo(target);
    rekeyFile(target, key, made.key);
    proveCopy(reader, target, made.key);
    sealAnew(path, key, made.key);
    const detail = { before: keys.keyId, after: made.keys.keyId, code: codeIdOf(recovery) };
    const head = noteKey(target, made.key, at, detail);
    const places = backupPlacesOf(path, reader);
    swapIn(path, stampFor(path, at), { ...made.keys, recovery } satisfies StoreKeys);
    for (const room of roomsAt(places, keys.keyId)) markEnded(room, key, head);
    return { keyId: made.keys.keyId, keyIdBefore: keys.keyId, places };
  } finally {
    reader.close();
  }
}

const roomsAt = (places: readonly string[], keyId: string): string[] =>
  places.map((place) => roomOf(place, keyId)).filter((room) => existsSync(room));

/** The store and its attachments are there twice for a while, and a third time in part. @throws StoreError `full` */
function requireRoom(path: string): void {
  const needed = everyFile(attachmentFolder(path)).reduce((sum, file) => sum + sizeOf(file), 3 * sizeOf(path));
  const free = freeBytes(dirname(path));
  if (free !== null && free < needed) throw new StoreError("full", `${needed} bytes are needed beside ${path}`);
}

/** Attachments that cannot be read go along as they are: `verify` tells of them. */
function sealAnew(path: string, before: DataKey, after: DataKey): void {
  const from = attachmentFiles(path, before);
  const to = attachmentFiles(incoming(path), after);
  for (const file of everyFile(from.folder)) {
    const name = file.slice(-64);
    try {
      to.write(from.read(name));
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      to.keepDamaged(name, readFileSync(file));
    }
  }
}

/** The first row of the audit that stands under the new key only. */
function noteKey(path: string, key: DataKey, at: string, detail: Readonly<Record<string, unknown>>): KnownHead {
  const writer = openWriter(path, "new-file", key);
  try {
    // no log: the file alone changes places
    writer.pragma("journal_mode = DELETE");
    return writer.transact((inside) => {
      const act = { operation: NEW_KEY, clerkId: null, at, requestId: null };
      appendAudit(inside, act, "keys.rekey", { answer: null, subject: null, detail });
      const { auditSequence, auditHash, cases } = contentsOf(inside, KNOWN_VERSION);
      return { sequence: auditSequence, hash: auditHash!, reach: reachOf(inside), cases };
    });
  } finally {
    writer.close();
  }
}

function toldOf(path: string, { keyId, keyIdBefore, places }: Left): Rekeyed {
  const own = join(dirname(path), BACKUP_FOLDER);
  return {
    keyId,
    stillOpened: [
      ...roomsAt(places, keyIdBefore).filter((room) => backupNames(room).length > 0),
      ...copiesBefore(path).flatMap(({ name, encrypted }) => (encrypted ? [join(dirname(path), name)] : [])),
    ],
    away: places.filter((place) => place !== own && !existsSync(roomOf(place, keyIdBefore))),
  };
}
