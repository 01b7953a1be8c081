/** Backups tried out by a command, as the program does it by itself: also where there is nothing but a stick. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Clock } from "../../clock.ts";
import { keepProof, tryOut } from "../backups/proof.ts";
import { StoreError, StoreRefusal, asStoreError } from "../file/errors.ts";
import { realStorePath } from "../file/files.ts";
import { findBackups, listBackups } from "../backups/found.ts";
import { holdLock } from "../file/lock.ts";
import { keyRing, keysOfPlace, type OfflineKeys } from "../keys/offline-keys.ts";
import { isSigned, readManifest } from "../trust/manifest.ts";
import { requireFolder } from "../trust/outside.ts";
import type { BackupInfo, BackupProof } from "../backups/types.ts";

export interface ProvedBackup {
  readonly backup: BackupInfo;
  readonly signed: boolean;
  readonly proof: BackupProof;
  /** Whether it stands beside the backup now; on a medium that takes nothing it does not. */
  readonly kept: boolean;
}

export interface ProveOptions extends OfflineKeys {
  /** `undefined`: there is only the folder. */
  readonly store?: string | undefined;
  /** Looked into with what lies below it; left out: the places of the store. */
  readonly from?: string | undefined;
  /** Name of the one that is meant; left out: of each place of the store, or of the folder, the one that reaches furthest. */
  readonly name?: string | undefined;
  readonly clock: Clock;
  readonly onBegin: (backup: BackupInfo) => void;
}

export interface ProvedBeside {
  readonly proved: readonly ProvedBackup[];
  /** Places of the store that are not there. */
  readonly missing: readonly string[];
}

/**
 * @throws StoreError `key-missing` where backups are there and no key at hand opens them, `locked` where another command tries one
 * out; StoreRefusal `recovery-code-wrong`, `not-found`, `folder-refused`
 */
export async function proveBeside(options: ProveOptions): Promise<ProvedBeside> {
  const { store, from } = options;
  if (from !== undefined) requireFolder(from);
  if (store !== undefined) {
    // the store itself may be gone; where there was never any its folder is not made
    requireFolder(dirname(resolve(store)));
    const path = realStorePath(store);
    return await withScratch(`${path}.proving-beside`, (scratch) => proveAll(path, scratch, options));
  }
  const folder = mkdtempSync(join(tmpdir(), "counter-proving-"));
  try {
    return await proveAll(join(folder, "nowhere.db"), join(folder, "proving.db"), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A killed command leaves what the next one clears away. */
async function withScratch<Result>(scratch: string, work: (scratch: string) => Promise<Result>): Promise<Result> {
  const lock = holdLock(scratch);
  try {
    return await work(scratch);
  } finally {
    lock.release();
    rmSync(`${scratch}.lock`, { force: true });
  }
}

async function proveAll(path: string, scratch: string, options: ProveOptions): Promise<ProvedBeside> {
  const { clock, onBegin } = options;
  const { chosen, missing } = chooseFrom(path, options);
  const ring = keyRing(path, options);
  const proved: ProvedBackup[] = [];
  for (const backup of chosen) {
    onBegin(backup);
    const { folder, name } = backup;
    const { keys } = readManifest(folder, name);
    const job = { folder, name, key: ring.open(keys), scratch, at: clock.now() };
    const proof = await tryOut(job);
    proved.push({ backup, signed: signedOf(folder, name, job.key), proof, kept: keptBeside(job, proof) });
  }
  return { proved, missing };
}

/** Whose MAC is wrong has told it in its proof. */
function signedOf(folder: string, name: string, key: Parameters<typeof isSigned>[1]): boolean {
  try {
    return isSigned(readManifest(folder, name), key);
  } catch (error) {
    if (error instanceof StoreRefusal) return false;
    throw error;
  }
}

function keptBeside(job: Parameters<typeof keepProof>[0], proof: BackupProof): boolean {
  try {
    keepProof(job, proof);
    return true;
  } catch (error) {
    const told = asStoreError(error);
    // a stick that is locked against writing is proved all the same
    if (told instanceof StoreError && (told.kind === "read-only" || told.kind === "full")) return false;
    throw error;
  }
}

function chooseFrom(
  path: string,
  { from, name, ...keys }: ProveOptions,
): { readonly chosen: readonly BackupInfo[]; readonly missing: readonly string[] } {
  const found = from === undefined ? findBackups(path, null, keys) : undefined;
  const backups = found?.backups ?? listBackups(path, from!, keys);
  const missing = (found?.folders ?? []).filter(({ reachable }) => !reachable).map(({ folder }) => folder);
  const named = name === undefined ? backups : backups.filter((backup) => backup.name === name);
  const keyId = keysOfPlace(path)?.keyId;
  const own = named.filter(
    ({ folder, name: each, holds }) =>
      holds !== null && (keyId === undefined || readManifest(folder, each).keys?.keyId === keyId),
  );
  if (own.length === 0 && named.length > 0)
    throw new StoreError("key-missing", `nothing on this machine opens ${named[0]!.name}`);
  // newest first: the first of each place
  const firsts = [...new Map(own.toReversed().map((backup) => [from === undefined ? backup.place : "", backup])).values()];
  return { chosen: name === undefined ? firsts : own, missing };
}
