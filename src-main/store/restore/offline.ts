/** Restoring where no store is open: on a new machine, or when the present one cannot be opened. */
import { existsSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentsOf } from "../backups/contents.ts";
import { BACKUP_FOLDER } from "../backups/names.ts";
import { clerkReads } from "../areas/office/clerks.ts";
import { encryptFile, openReader, openWriter } from "../file/connection.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "../file/errors.ts";
import { headerIfSound, readHeader, realStorePath } from "../file/files.ts";
import { adopted, openKeys, type KeyKeeper, type StoreKeys } from "../keys/keys.ts";
import { holdLock, isHeldHere } from "../file/lock.ts";
import { hasLog } from "../file/log-tail.ts";
import {
  keyRing,
  keysOfPlace,
  readKeysIfSound,
  requireCode,
  requireVouched,
  type CodeDemand,
  type KeyRing,
  type OfflineKeys,
} from "../keys/offline-keys.ts";
import { officeReads } from "../areas/office/office.ts";
import type { StoreOptions } from "../file/open.ts";
import { placeOf } from "../backups/places/rooms.ts";
import { comparedWith, infoOf, lostAndLeft, planRestore, prepareRestore, type RestoreWatch } from "./restore.ts";
import type { DataKey } from "../keys/sealing.ts";
import { asideName, finishSwap, incoming, noteIncoming, removeAside, stampFor, swapIn } from "./swap.ts";
import { codesTold, requireNotEnded } from "../trust/code-in-force.ts";
import { backupPlacesOf, knownHeads } from "../trust/freshness.ts";
import { isSigned, readManifest } from "../trust/manifest.ts";
import type { Act } from "../file/types.ts";
import type { RestorePlan } from "./types.ts";
import type { Store } from "../types.ts";
import { isBeforeEncryption } from "../upgrade/copies-before.ts";

/**
 * As `Safe.restore.inspect`, with the present store looked at if it can be.
 * @param asNew the store here is one in which no office was set up yet: it says nothing about any backup
 */
export async function inspectOffline(
  path: string,
  folder: string,
  name: string,
  keys: OfflineKeys,
  asNew = false,
): Promise<RestorePlan> {
  const manifest = readManifest(folder, name);
  const key = keyRing(path, keys).open(manifest.keys);
  const here = asNew ? undefined : keysOfPlace(path);
  // a backup without encryption has no key for what lies here
  const present = asNew ? null : presentReader(path, key ?? machineKey(path, here, keys.keepers));
  try {
    return await planRestore(folder, name, key, present, here?.keyId);
  } finally {
    present?.reader.close();
  }
}

function machineKey(path: string, here: StoreKeys | undefined, keepers: readonly KeyKeeper[]): DataKey | null {
  try {
    return here === undefined ? null : openKeys(path, here, keepers).key;
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== "key-missing") throw error;
    return null;
  }
}

function presentReader(path: string, key: DataKey | null) {
  if (!existsSync(path)) return null;
  try {
    const header = readHeader(path);
    const reader = openReader(path, header.encrypted ? key : null);
    try {
      return { reader, contents: contentsOf(reader, reader.pragma("user_version") as number) };
    } catch (error) {
      reader.close();
      throw error;
    }
  } catch {
    // damaged, or another key's: that is why it is being restored
    return null;
  }
}

/** Who restores, as the restored store's audit is to tell it. */
export interface Restorer extends Pick<Act, "operation" | "clerkId"> {
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Whoever can run a command on the machine: nobody is asked for a password, and a second person confirms when the app opens. */
const BY_COMMAND: Restorer = { operation: "counter restore", clerkId: null, detail: { toConfirm: true } };

export interface OfflineRestoreOptions extends Pick<StoreOptions, "clock">, Pick<RestoreWatch, "onProgress"> {
  /** Asked with the clerks of the backup itself, before anything is changed; by throwing it forbids the restore. */
  readonly approve?: (clerks: Pick<Store["clerks"], "byLogin">) => Promise<Restorer>;
  /** `always` unless it is said. */
  readonly demandsCode?: CodeDemand;
  /** Only where no office was set up yet, which is checked: any store may come then, for whoever has its recovery code. */
  readonly asNew?: boolean;
}

/**
 * Puts a backup in the place of the store. What was there goes aside and is named in the answer; nothing is deleted.
 * @throws StoreRefusal `backup-damaged`, `recovery-code-wrong`, `recovery-code-ended`; StoreError `locked`, `key-missing`, `full`, `read-only`, `newer`;
 * with `asNew` also StoreRefusal `already-set-up`
 */
export async function restoreOffline(
  given: string,
  folder: string,
  name: string,
  keys: OfflineKeys,
  { clock, approve, demandsCode = "always", asNew = false, onProgress = () => undefined }: OfflineRestoreOptions,
): Promise<{ readonly aside: string | null }> {
  const path = realStorePath(given);
  if (isHeldHere(path)) throw new StoreError("locked", `this process has ${path} open already`);
  const lock = withStoreErrors(() => holdLock(path));
  try {
    finishSwap(path);
    requireOfficesPlace(path);
    const manifest = readManifest(folder, name);
    const here = keysOfPlace(path);
    if (asNew) requireNoOffice(path, here, keys.keepers);
    if (asNew && manifest.keys !== null) requireCode(manifest.keys, keys.recoveryCode);
    // a machine that happens to have the key proves nothing about who stands before it
    const ring = keyRing(path, asNew && manifest.keys !== null ? { ...keys, keepers: [] } : keys);
    const key = ring.open(manifest.keys);
    const vouchedBy = requireVouched(asNew ? undefined : here, manifest, key, keys.recoveryCode, demandsCode);
    // a store without encryption never takes the place of one that has it: it gets the same key
    const toEncrypt = manifest.keys === null && here !== undefined ? ring.open(here) : null;
    const present = readKeysIfSound(path, manifest.keys?.keyId ?? "");
    const isOther = present?.keyId !== manifest.keys?.keyId;
    const { detail: lost, leftReach } = leftFor(path, folder, name, key ?? toEncrypt, ring, manifest.keys?.keyId ?? here?.keyId);
    let restorer = BY_COMMAND;
    await prepareRestore(path, folder, name, key, isOther && existsSync(path), {
      onProgress,
      async approve(backup) {
        if (key === null && toEncrypt === null) requireFromBeforeEncryption(name, backup.pragma("user_version") as number);
        const { wasReplaced } = codesTold(backup);
        for (const by of [...ring.opened(), ...(vouchedBy ? [vouchedBy] : [])]) requireNotEnded(wasReplaced, by);
        if (approve) restorer = await approve(clerkReads(backup));
      },
    });
    if (toEncrypt !== null) encryptFile(incoming(path), toEncrypt);
    const keyThen = key ?? toEncrypt;
    const at = clock.now();
    // what cannot be read is no state to go back to: under another name it is neither offered for that nor thinned out
    const stamp = `${stampFor(path, at)}${isReadable(path, keyThen) ? "" : "-unreadable"}`;
    // a store that is gone may have left its log
    const aside = existsSync(path) || hasLog(path) ? asideName(path, stamp) : null;
    if (aside !== null) foldOrSetAsideLog(path, aside, keyThen);
    const incomingKeys =
      key !== null && manifest.keys !== null
        ? adopted(present?.keyId === manifest.keys.keyId ? present : manifest.keys, key, keys.keepers)
        : toEncrypt !== null
          ? adopted(here!, toEncrypt, keys.keepers)
          : null;
    const { operation, clerkId, detail } = restorer;
    withStoreErrors(() => {
      noteIncoming(
        path,
        incomingKeys === null ? null : keyThen,
        { operation, clerkId, at, requestId: null },
        {
          detail: { ...detail, ...lost, backup: name },
          leftReach,
          keys: incomingKeys,
          otherMachine: asNew || ring.code() === "right",
        },
      );
      swapIn(path, stamp, incomingKeys);
    });
    // one without an office holds nothing that anybody could want back
    if (asNew && aside !== null) removeAside(aside);
    return { aside: asNew ? null : aside };
  } finally {
    lock.release();
  }
}

/** Nothing here is encrypted with it: it would not be opened. @throws StoreError `not-ours` */
function requireFromBeforeEncryption(name: string, version: number): void {
  if (!isBeforeEncryption(version)) throw new StoreError("not-ours", `${name} is not encrypted, and has version ${version}`);
}

/** Where a demonstration lies no office's data would be opened. @throws StoreError `demonstration` */
function requireOfficesPlace(path: string): void {
  const header = existsSync(path) ? headerIfSound(path) : undefined;
  if (header?.encrypted === false && header.demo) throw new StoreError("demonstration", `${path} is a demonstration`);
}

/** What is lost and left behind: by the present store where it can be read, and by what the backups know of it. */
function leftFor(
  path: string,
  folder: string,
  name: string,
  key: DataKey | null,
  ring: KeyRing,
  keyId: string | undefined,
): { readonly detail: Readonly<Record<string, unknown>>; readonly leftReach: number } {
  const manifest = readManifest(folder, name);
  const present = presentReader(path, key);
  try {
    const ownKey = manifest.keys === null ? null : ring.open(manifest.keys);
    const compared = comparedWith(
      present,
      infoOf(folder, manifest, ownKey).holds,
      keyId !== undefined && keyId !== manifest.keys?.keyId,
    );
    const places = present === null ? [join(dirname(path), BACKUP_FOLDER)] : backupPlacesOf(path, present.reader);
    const known = key === null ? [] : knownHeads([...places, placeOf(folder)], key);
    const { auditSequence: sequence = 0, auditHash: hash = null, reach = sequence } = present?.contents ?? {};
    const heads = hash === null ? known : [...known, { sequence, hash, reach }];
    const furthest = heads.sort((a, b) => b.sequence - a.sequence)[0];
    return {
      detail: { ...(isSigned(manifest, ownKey) ? {} : { unsigned: true }), ...lostAndLeft(compared, furthest) },
      leftReach: Math.max(0, ...heads.map((head) => head.reach)),
    };
  } finally {
    present?.reader.close();
  }
}

/** @throws StoreRefusal `already-set-up` */
function requireNoOffice(path: string, here: StoreKeys | undefined, keepers: readonly KeyKeeper[]): void {
  if (!existsSync(path)) return;
  const key = readHeader(path).encrypted && here !== undefined ? openKeys(path, here, keepers).key : null;
  const reader = openReader(path, key);
  try {
    if (officeReads(reader).get() !== null || clerkReads(reader).any()) {
      throw new StoreRefusal("already-set-up", `${path} holds an office`);
    }
  } finally {
    reader.close();
  }
}

function isReadable(path: string, key: DataKey | null): boolean {
  const present = presentReader(path, key);
  present?.reader.close();
  return present !== null;
}

/** The log of a sound store is folded into its file; that of a damaged one goes aside with it. */
function foldOrSetAsideLog(path: string, aside: string, key: DataKey | null): void {
  const log = `${path}-wal`;
  if (!hasLog(path)) return;
  try {
    const writer = openWriter(path, "in-use", readHeader(path).encrypted ? key : null);
    try {
      writer.pragmaRows("wal_checkpoint(TRUNCATE)");
    } finally {
      writer.close();
    }
  } catch (error) {
    if (error instanceof StoreError && error.kind === "locked") throw error;
  }
  if (hasLog(path)) renameSync(log, `${aside}-wal`);
}
