/** The keys of stores and backups that nobody has open: by this machine, or by the recovery code. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { BACKUP_FOLDER } from "../backups/names.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { headerIfSound } from "../file/files.ts";
import { codeNumber, openByCode, openKeys, parseKeys, readKeys, type KeyKeeper, type StoreKeys } from "./keys.ts";
import { keySpares } from "../file/open.ts";
import { backupNames, foldersOf } from "../backups/places/rooms.ts";
import type { DataKey } from "./sealing.ts";
import { isSigned, readManifest, type BackupManifest } from "../trust/manifest.ts";
import { readPlainFile } from "../trust/outside.ts";

export interface OfflineKeys {
  readonly keepers: readonly KeyKeeper[];
  /** Asked for only where no keeper of this machine opens the backup. */
  readonly recoveryCode: string | undefined;
}

export interface KeyRing {
  /** The key of wrapped keys; `null` where nothing is encrypted. @throws StoreError `key-missing`; StoreRefusal `recovery-code-wrong` */
  open(keys: StoreKeys | null): DataKey | null;
  /**
   * What came of the recovery code so far: `unused` where the machine's own keys were enough; `right` where it opened something;
   * `wrong` where it opened nothing; `none-made` where it was tried only on what never had one.
   */
  code(): "unused" | "right" | "wrong" | "none-made";
  /** Keys that it has opened. */
  opened(): readonly StoreKeys[];
}

/** A key that is found serves every backup of its store, since a recovery code takes a while to try. */
export function keyRing(path: string, { keepers, recoveryCode }: OfflineKeys): KeyRing {
  const opened: StoreKeys[] = [];
  const found = new Map<string, DataKey>();
  const wrongFor = new Map<string, unknown>();

  function byMachine(keys: StoreKeys): DataKey | undefined {
    // the store's own file may know this machine where the backup does not
    const known = [keys, readKeysIfSound(path, keys.keyId)].filter((each) => each?.keyId === keys.keyId);
    for (const each of known) {
      try {
        return openKeys(path, each!, keepers).key;
      } catch (error) {
        if (!(error instanceof StoreError) || error.kind !== "key-missing") throw error;
      }
    }
    return undefined;
  }

  function byCode(keys: StoreKeys): DataKey {
    if (recoveryCode === undefined) throw new StoreError("key-missing", "nothing on this machine opens the backup");
    const salt = keys.recovery?.salt ?? "";
    if (wrongFor.has(salt)) throw wrongFor.get(salt);
    try {
      const { key, by } = openByCode([keys], recoveryCode);
      opened.push(by);
      return key;
    } catch (error) {
      wrongFor.set(salt, error);
      throw error;
    }
  }

  return {
    open(keys) {
      if (keys === null) return null;
      const key = found.get(keys.keyId) ?? byMachine(keys) ?? byCode(keys);
      found.set(keys.keyId, key);
      return key;
    },
    code() {
      if (opened.length > 0) return "right";
      if (wrongFor.size === 0) return "unused";
      return [...wrongFor.values()].every((error) => error instanceof StoreError) ? "none-made" : "wrong";
    },
    opened: () => opened,
  };
}

const MOST_KEYS_BYTES = 100_000;

/**
 * The keys of the store that belongs to a place, whatever has become of the store itself: beside it, among its backups; with the
 * newest recovery code that any of them has. Where its file still says which key it has, only that one's; `undefined` = no encrypted
 * store was ever here.
 */
export function keysOfPlace(path: string): StoreKeys | undefined {
  const keyId = keyIdInHeader(path);
  const beside = readKeysIfSound(path, keyId ?? "");
  const spares = keySpares(path).map((spare) => parseKeys(readPlainFile(spare, MOST_KEYS_BYTES)?.toString("utf8") ?? ""));
  const found = [...spares, ...keysOfBackups(path)].filter((keys) => keys !== undefined);
  const keys =
    beside !== undefined && (keyId === undefined || beside.keyId === keyId)
      ? beside
      : (found.find((each) => each.keyId === keyId) ?? found[0] ?? beside);
  if (keys === undefined) return undefined;
  const ofSame = [keys, ...found.filter((each) => each.keyId === keys.keyId)];
  return { ...keys, recovery: ofSame.reduce((newest, each) => (codeNumber(each) > codeNumber(newest) ? each : newest)).recovery };
}

/** Of each folder that one which reaches furthest. */
const keysOfBackups = (path: string): (StoreKeys | undefined)[] =>
  foldersOf(join(dirname(path), BACKUP_FOLDER)).flatMap((folder) => {
    const [name] = backupNames(folder);
    return name === undefined ? [] : [manifestKeys(folder, name)];
  });

function manifestKeys(folder: string, name: string): StoreKeys | undefined {
  try {
    return readManifest(folder, name).keys ?? undefined;
  } catch (error) {
    if (error instanceof StoreRefusal) return undefined;
    throw error;
  }
}

function keyIdInHeader(path: string): string | undefined {
  const header = existsSync(path) ? headerIfSound(path) : undefined;
  return header?.encrypted === true ? header.keyId : undefined;
}

/**
 * `always`: somebody at a page; `unsigned`: whoever runs a command has this account's files in hand already; `unsigned-if-any`: the
 * same, and they have said that an unsigned backup is the one they mean, where no code was ever made.
 */
export type CodeDemand = "always" | "unsigned" | "unsigned-if-any";

/**
 * Whether a backup may take the place of the store that belongs here, as far as keys tell.
 * @returns the keys by whose code it was vouched for, where one was asked for
 * @throws StoreRefusal `backup-other-store`, `recovery-code-needed`, `recovery-code-wrong`, `backup-unsigned`
 */
export function requireVouched(
  here: StoreKeys | undefined,
  manifest: BackupManifest,
  key: DataKey | null,
  recoveryCode: string | undefined,
  demand: CodeDemand,
): StoreKeys | undefined {
  const isOurs = isSigned(manifest, key);
  if (here !== undefined && manifest.keys !== null && manifest.keys.keyId !== here.keyId) {
    throw new StoreRefusal("backup-other-store", `${manifest.name} has key ${manifest.keys.keyId}, not ${here.keyId}`);
  }
  if (isOurs && (here === undefined || here.recovery === null || demand !== "always")) return undefined;
  // where nothing is left of the store that it might be held against, its own keys tell which code is meant
  const asked = here ?? manifest.keys;
  if (asked === null || asked.recovery === null) {
    if (demand === "unsigned-if-any" || (asked === null && demand === "always")) return undefined;
    throw new StoreRefusal("backup-unsigned", `${manifest.name} is not signed, and no recovery code was ever made`);
  }
  return requireCode(asked, recoveryCode);
}

/** @returns the keys with the code that was typed. @throws StoreRefusal `backup-unsigned` where no code was ever made, `recovery-code-needed`, `recovery-code-wrong` */
export function requireCode(here: StoreKeys, recoveryCode: string | undefined): StoreKeys {
  if (here.recovery === null) throw new StoreRefusal("backup-unsigned", "no recovery code was ever made");
  if (recoveryCode === undefined) throw new StoreRefusal("recovery-code-needed", "the recovery code is needed");
  return openByCode([here], recoveryCode).by;
}

export function readKeysIfSound(path: string, keyId: string): StoreKeys | undefined {
  try {
    return readKeys(path, keyId, keySpares(path));
  } catch (error) {
    if (error instanceof StoreError && error.kind === "key-damaged") return undefined;
    throw error;
  }
}
