/** Everything that is kept of a store, read and compared: the store itself with its papers and attachments, and every backup. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { attachmentContent, attachmentFiles, everyFile } from "../areas/cases/attachment-files.ts";
import { readBackedUpAttachment, readChunk } from "../backups/folder.ts";
import { asOnlyBackup } from "../backups/lock.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { keyRing, keysOfPlace, type OfflineKeys } from "../keys/offline-keys.ts";
import { realStorePath } from "../file/files.ts";
import { findBackups } from "../backups/found.ts";
import { isThere } from "../backups/places/marker.ts";
import { backupNames, roomOf, roomsIn, storeIdOf } from "../backups/places/rooms.ts";
import { placesOf } from "../backups/places/standing.ts";
import type { DataKey } from "../keys/sealing.ts";
import { isSigned, manifestPath, readManifest, type BackupManifest } from "../trust/manifest.ts";
import { isPlainFile } from "../trust/outside.ts";
import type { BackupPlace } from "../backups/types.ts";
import type { StoreProblem } from "../file/types.ts";
import { verifyStore, type VerifyStep } from "../verify/verify.ts";
import { lookBeside } from "./look.ts";

export interface CheckStep {
  readonly part: VerifyStep["part"] | "backups" | "backup-attachments";
  readonly done: number;
  readonly total: number | null;
  /** Of backups. */
  readonly place?: string;
}

interface CheckedBackup {
  readonly folder: string;
  readonly name: string;
  readonly signed: boolean;
  /** English; empty = sound. */
  readonly problems: readonly string[];
}

interface CheckedPlace extends BackupPlace {
  /** A place that is not there was not looked into. */
  readonly reachable: boolean;
  readonly backups: readonly CheckedBackup[];
  /** Files of attachments beside the backups that are not what their names say. */
  readonly attachments: readonly string[];
  /** Rooms of other stores, which this one's key does not open. */
  readonly others: number;
}

export interface Checked {
  readonly store: readonly StoreProblem[];
  readonly places: readonly CheckedPlace[];
}

export interface CheckOptions extends OfflineKeys {
  readonly onStep: (step: CheckStep) => void;
  /** Told once where a backup is under way, which is waited for. */
  readonly onWait?: () => void;
}

/** What a store's own state is told as; everything else leaves nothing to be checked. */
const TOLD: ReadonlySet<string> = new Set(["corrupt", "altered", "outdated", "not-ours"]);
const LONGEST_WAIT_MS = 10 * 60_000;
/** As many are told of one backup. */
const MOST_TOLD = 20;

/**
 * A store that cannot be opened is told as a problem, and its backups are checked all the same: then they are what counts.
 * @throws StoreError `missing`, `key-missing` and whatever else keeps one from looking at all; StoreRefusal `recovery-code-wrong`, `stale`
 */
export async function checkBeside(given: string, options: CheckOptions): Promise<Checked> {
  const keys = existsSync(dirname(given)) ? keysOfPlace(given) : undefined;
  if (!existsSync(given) && keys === undefined) throw new StoreError("missing", `there is no store ${given}`);
  const path = realStorePath(given);
  const key = keyRing(path, options).open(keys ?? null);
  const { problems, second } = await checkStore(path, options, keys !== undefined);
  const storeId = storeIdOf(keys ?? null);
  const places = [];
  for (const place of placesOf({ path, backupFolder: second }))
    places.push(await checkPlace(place, storeId, key, options.onStep));
  return { store: problems, places };
}

/** With the second place, as the store names it, or what its backups know of that. */
async function checkStore(
  path: string,
  { keepers, recoveryCode, onStep, onWait }: CheckOptions,
  hasKeys: boolean,
): Promise<{ readonly problems: readonly StoreProblem[]; readonly second: string | null }> {
  let looked;
  try {
    looked = lookBeside(path, { keepers, recoveryCode });
  } catch (error) {
    if (!(error instanceof StoreError) || !TOLD.has(error.kind)) throw error;
    // any file that somebody named by mistake is no store that has become damaged
    if (error.kind === "not-ours" && !hasKeys) throw error;
    const { backups } = findBackups(path, null, { keepers, recoveryCode });
    const second = backups.map(({ holds }) => holds?.backupFolder).find((known) => known !== undefined) ?? null;
    const area = error.kind === "altered" ? "state" : "sqlite";
    return { problems: [{ area, detail: error.message }], second };
  }
  const { reader, key, backupFolder } = looked;
  try {
    // what is read at one moment keeps the log from being folded in: no backup comes to its end meanwhile
    const verified = (): StoreProblem[] => verifyStore(reader, attachmentFiles(path, key), onStep);
    const problems = await asOnlyBackup(path, LONGEST_WAIT_MS, () => Promise.resolve(verified()), onWait);
    return { problems, second: backupFolder };
  } finally {
    reader.close();
  }
}

async function checkPlace(
  place: BackupPlace,
  storeId: string,
  key: DataKey | null,
  onStep: CheckOptions["onStep"],
): Promise<CheckedPlace> {
  const { folder } = place;
  if (!existsSync(folder) || !isThere(place, storeId)) {
    // the one beside the store is made by the first backup
    return { ...place, reachable: place.kind === "beside-store", backups: [], attachments: [], others: 0 };
  }
  const room = roomOf(folder, storeId);
  const found = [room, folder].flatMap((each) => backupNames(each).map((name) => ({ folder: each, name })));
  const parts = new Parts();
  const backups: CheckedBackup[] = [];
  for (const [done, { folder: at, name }] of found.entries()) {
    onStep({ part: "backups", done, total: found.length, place: folder });
    const checked = await checkBackup(at, name, storeId, key, parts);
    if (checked !== undefined) backups.push(checked);
  }
  onStep({ part: "backups", done: found.length, total: found.length, place: folder });
  const attachments = await damagedAttachments(room, key, (done, total) =>
    onStep({ part: "backup-attachments", done, total, place: folder }),
  );
  return { ...place, reachable: true, backups, attachments, others: roomsIn(folder).filter((other) => other !== room).length };
}

/** Backups share their chunks: each is read once. */
class Parts {
  readonly #known = new Map<string, string | null>();

  /** What is wrong with it; `null` = nothing. */
  problemOf(folder: string, hash: string, bytes: number): string | null {
    const id = `${folder}/${hash}`;
    let problem = this.#known.get(id);
    if (problem === undefined) {
      problem = null;
      try {
        readChunk(folder, hash, bytes);
      } catch (error) {
        if (!(error instanceof StoreRefusal)) throw error;
        problem = error.message;
      }
      this.#known.set(id, problem);
    }
    return problem;
  }
}

/** `undefined` for another store's, which an earlier program has laid into the same place. */
async function checkBackup(
  folder: string,
  name: string,
  storeId: string,
  key: DataKey | null,
  parts: Parts,
): Promise<CheckedBackup | undefined> {
  let manifest: BackupManifest;
  let signed;
  try {
    manifest = readManifest(folder, name);
    if (storeIdOf(manifest.keys) !== storeId && manifest.keys !== null) return undefined;
    signed = isSigned(manifest, key);
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    if (error.code === "not-found") return undefined;
    return { folder, name, signed: false, problems: [error.message] };
  }
  const problems = new Set<string>();
  for (const hash of manifest.chunks) {
    const problem = parts.problemOf(folder, hash, manifest.chunkBytes);
    if (problem !== null) problems.add(problem);
    if (problems.size === MOST_TOLD) break;
    await setImmediate();
  }
  // the program that has the store open has thinned it out meanwhile
  if (problems.size > 0 && !isPlainFile(manifestPath(folder, name))) return undefined;
  return { folder, name, signed, problems: [...problems] };
}

async function damagedAttachments(
  room: string,
  key: DataKey | null,
  onFile: (done: number, total: number) => void,
): Promise<string[]> {
  const names = everyFile(join(room, "attachments")).flatMap((path) => /[0-9a-f]{64}$/.exec(path)?.[0] ?? []);
  const problems: string[] = [];
  for (const [index, name] of names.entries()) {
    try {
      attachmentContent(readBackedUpAttachment(room, name), name, key);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      problems.push(error.message);
    }
    onFile(index + 1, names.length);
    await setImmediate();
  }
  return problems;
}
