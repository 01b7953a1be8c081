/**
 * The key of a store and who can give it back. `<store>.keys.json` lies beside the store and holds the data key wrapped
 * (AES-256-GCM) several times: by this machine's keeper, and by the recovery code. Neither the file nor a backup of it opens anything by itself.
 */
import { randomBytes } from "node:crypto";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { canonicalJson, sha256 } from "../file/canonical.ts";
import { StoreError, withStoreErrors } from "../file/errors.ts";
import { publish } from "../file/files.ts";
import { keyIdOf } from "../file/format.ts";
import { KEY_BYTES, unwrap, wrap, type Wrapped } from "./key-wrapping.ts";
import { keyByRecoveryCode, type RecoveryWrap } from "./recovery-code.ts";
import type { DataKey } from "./sealing.ts";
import { readPlainFile } from "../trust/outside.ts";

/** A place of this machine that keeps one secret key: the system's own (DPAPI, keychain) or a file of its own. */
export interface KeyKeeper {
  readonly kind: "system" | "key-file";
  /** Path of the file, `null` for the system's own place. */
  readonly file: string | null;
  /** Keeps 32 bytes; the text goes into the key file of the store. Makes the place where there is none. */
  keep(secret: Buffer): string;
  /** @throws Error when this machine or account cannot open what was kept */
  recall(kept: string): Buffer;
  /** What was kept opens nothing any more, where that is in the keeper's power. */
  forget(): void;
}

interface MachineWrap extends Wrapped {
  readonly by: KeyKeeper["kind"];
  /** What the keeper needs to give its secret back. */
  readonly kept: string;
}

export interface StoreKeys {
  readonly format: 1;
  /** 16 hexadecimal digits; stands in the header of the store, too. */
  readonly keyId: string;
  readonly machine: readonly MachineWrap[];
  readonly recovery: RecoveryWrap | null;
  /** One that is being made: the store's own audit tells whether it holds already. */
  readonly next?: RecoveryWrap;
}

export interface OpenedKeys {
  readonly key: DataKey;
  readonly keys: StoreKeys;
  readonly keptBy: KeyKeeper;
}

/** What the names of the key files add to the store's. */
export const keyFiles = [".keys.json", ".keys.copy.json"] as const;
export const keysFile = (storePath: string): string => `${storePath}.keys.json`;
/** A second copy: one bad block must not take the key with it. */
const copyOf = (storePath: string): string => `${storePath}.keys.copy.json`;

function machineWrap(key: DataKey, keeper: KeyKeeper): MachineWrap {
  const secret = randomBytes(KEY_BYTES);
  return { by: keeper.kind, kept: keeper.keep(secret), ...wrap(key, secret) };
}

/** The text of the file, with a checksum over itself, so that damage is told from a wrong key. */
function write(storePath: string, keys: StoreKeys): void {
  const text = `${JSON.stringify({ ...keys, checksum: sha256(canonicalJson(keys)) }, null, 2)}\n`;
  for (const path of [copyOf(storePath), keysFile(storePath)]) {
    writeFileSync(`${path}.unfinished`, text, { mode: 0o600 });
    publish(`${path}.unfinished`, path);
  }
}

/** `undefined` for a text that is no sound key file. */
export function parseKeys(text: string): StoreKeys | undefined {
  try {
    const { checksum, ...keys } = JSON.parse(text) as StoreKeys & { checksum: string };
    return keys.format === 1 && sha256(canonicalJson(keys)) === checksum ? keys : undefined;
  } catch {
    return undefined;
  }
}

const MOST_BYTES = 100_000;
/** Empty, as a damaged file, where there is something else than a file. */
const readIfThere = (path: string): string | undefined =>
  existsSync(path) ? (readPlainFile(path, MOST_BYTES)?.toString("utf8") ?? "") : undefined;

/** All that tells of one store's key: the file beside it, its copy, and those of `spares` that are sound; the first is to be used. */
export function keysAround(storePath: string, keyId: string | undefined, spares: readonly string[]): StoreKeys[] {
  const texts = [keysFile(storePath), copyOf(storePath), ...spares].map(readIfThere);
  const sound = texts.map((text) => (text === undefined ? undefined : parseKeys(text)));
  const own = sound.slice(0, 2).find((keys) => keys !== undefined);
  const found = sound.find((keys) => keys !== undefined && keys.keyId === keyId) ?? own;
  if (found !== undefined)
    return [found, ...sound.filter((keys) => keys !== found && keys?.keyId === found.keyId)] as StoreKeys[];
  // spares of other stores say nothing about this one
  if (texts.slice(0, 2).every((text) => text === undefined)) return [];
  throw new StoreError("key-damaged", `${keysFile(storePath)} is damaged`);
}

/** Codes are counted; those of earlier programs were not. */
export const codeNumber = ({ recovery }: Pick<StoreKeys, "recovery">): number => recovery?.number ?? (recovery === null ? 0 : 1);

/** Of the keys of one store those that have its newest code: an older file that was laid here does not bring back an older one. */
const newestCode = (around: readonly StoreKeys[]): Pick<StoreKeys, "recovery"> =>
  around.reduce((newest, each) => (codeNumber(each) > codeNumber(newest) ? each : newest));

/**
 * The wrapped keys of a store; `undefined` where it never had any. A file that is damaged or another store's is made good
 * from its copy, or from one of `spares` (backups hold it, too) that belongs to the same store.
 * @param keyId as the store's own header names it; without it (no store yet, or not encrypted) the file beside it counts
 * @returns another store's keys where there are no others
 * @throws StoreError `key-damaged`
 */
export function readKeys(storePath: string, keyId: string | undefined, spares: readonly string[]): StoreKeys | undefined {
  const around = keysAround(storePath, keyId, spares);
  const [first] = around;
  return first && { ...first, recovery: newestCode(around).recovery };
}

/** Both files hold `keys` afterwards; writes nothing when they do already. */
function mend(storePath: string, keys: StoreKeys): void {
  const text = canonicalJson(keys);
  const isSound = [keysFile(storePath), copyOf(storePath)].every((path) => {
    const present = readIfThere(path);
    const parsed = present === undefined ? undefined : parseKeys(present);
    return parsed !== undefined && canonicalJson(parsed) === text;
  });
  if (!isSound) write(storePath, keys);
}

/** Somebody has put another store's keys here: they may be the only ones of that store. */
function keepOtherKeys(storePath: string, keyId: string): void {
  for (const path of [keysFile(storePath), copyOf(storePath)]) {
    const present = parseKeys(readIfThere(path) ?? "");
    if (present !== undefined && present.keyId !== keyId) renameSync(path, `${path}.other-${present.keyId}`);
  }
}

/** A new data key, kept by the first keeper. Nothing of the store is written by it before `keepKeys`. */
export function makeKeys(keepers: readonly KeyKeeper[]): OpenedKeys {
  const [keeper] = keepers;
  if (keeper === undefined) throw new StoreError("key-missing", "nothing on this machine keeps a key");
  const key: DataKey = { bytes: randomBytes(KEY_BYTES) };
  const keys: StoreKeys = { format: 1, keyId: keyIdOf(key), machine: [machineWrap(key, keeper)], recovery: null };
  return { key, keys, keptBy: keeper };
}

/** Before anything that only this key opens has its final name. */
export const keepKeys = (storePath: string, { keys }: OpenedKeys): void => write(storePath, keys);

/**
 * The data key from this machine's keepers; nothing is written.
 * @throws StoreError `key-missing`
 */
export function openKeys(storePath: string, keys: StoreKeys, keepers: readonly KeyKeeper[]): OpenedKeys {
  for (const keeper of keepers) {
    for (const wrapped of keys.machine) {
      if (wrapped.by !== keeper.kind) continue;
      const key = tryUnwrap(wrapped, keeper);
      if (key !== undefined && keyIdOf(key) === keys.keyId) return { key, keys, keptBy: keeper };
    }
  }
  throw new StoreError("key-missing", `nothing on this machine opens ${storePath}`);
}

/** What the audit of a store says of a code. */
type TellsOfCode = (recovery: RecoveryWrap) => boolean;

/**
 * The keys as they lie beside the store from now on, once it has been opened by them. The first keeper is the one to be used: where
 * another one has opened the store, the key is given to the first one, too. And the recovery code is the one that holds by the store's
 * own audit, from wherever around it is found.
 */
export function settled(
  storePath: string,
  { key, keys, keptBy }: OpenedKeys,
  keepers: readonly KeyKeeper[],
  spares: readonly string[],
  { isNamed, isEnded }: { readonly isNamed: TellsOfCode; readonly isEnded: TellsOfCode },
): OpenedKeys {
  const { next: _next, ...present } = keys;
  const around = [keys, ...keysAround(storePath, keys.keyId, spares)].filter(({ keyId }) => keyId === keys.keyId);
  const codes = around.flatMap(({ recovery }) => recovery ?? []);
  // one that was being made holds only where the audit names it
  const named = [...codes, ...around.flatMap((each) => each.next ?? [])].find(isNamed);
  const recovery = named ?? codes.find((code) => !isEnded(code)) ?? null;
  const [preferred = keptBy] = keepers;
  const settledKeys = {
    ...(keptBy === preferred ? present : withMachine(present, machineWrap(key, preferred))),
    recovery,
  };
  keepOtherKeys(storePath, keys.keyId);
  mend(storePath, settledKeys);
  return { key, keys: settledKeys, keptBy: preferred };
}

function tryUnwrap(wrapped: MachineWrap, keeper: KeyKeeper): DataKey | undefined {
  try {
    return unwrap(wrapped, keeper.recall(wrapped.kept));
  } catch {
    // another machine's, another account's, or a key file that was changed: the next one may do
    return undefined;
  }
}

/** A machine has one wrap of each kind. */
const withMachine = (keys: StoreKeys, added: MachineWrap): StoreKeys => ({
  ...keys,
  machine: [...keys.machine.filter(({ by }) => by !== added.by), added],
});

/**
 * Two steps around the audit row that names the code: until that is written the one before holds, and from then on this one, whenever
 * the process dies in between (see `settled`).
 */
export function prepareRecoveryCode(storePath: string, opened: OpenedKeys, next: RecoveryWrap): OpenedKeys {
  const keys = { ...opened.keys, next };
  withStoreErrors(() => write(storePath, keys));
  return { ...opened, keys };
}

/** The audit names it. Where the disk takes no more, that waits for the next opening: the code holds all the same. */
export function takeRecoveryCode(storePath: string, opened: OpenedKeys, next: RecoveryWrap): OpenedKeys {
  const { next: _next, ...keys } = opened.keys;
  const taken = { ...keys, recovery: next };
  try {
    withStoreErrors(() => write(storePath, taken));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
  return { ...opened, keys: taken };
}

/**
 * The data key by a recovery code, and the keys with that code: what lies around a store may know others. Whether it holds, the store
 * itself has to tell then.
 * @throws StoreRefusal `recovery-code-wrong`; StoreError `key-missing` where no code was ever made
 */
export function openByCode(around: readonly StoreKeys[], typed: string): { readonly key: DataKey; readonly by: StoreKeys } {
  const codes = around.flatMap(({ recovery, next }) => [recovery, next ?? null]).filter((code) => code !== null);
  const distinct = [...new Map(codes.map((code) => [code.salt, code])).values()].sort(
    (a, b) => (b.number ?? 1) - (a.number ?? 1),
  );
  let wrong: unknown = new StoreError("key-missing", "no recovery code was ever made");
  for (const recovery of distinct) {
    try {
      const key = keyByRecoveryCode({ recovery }, typed);
      const { next: _next, ...keys } = around[0]!;
      return { key, by: { ...keys, recovery } };
    } catch (error) {
      wrong = error;
    }
  }
  throw wrong;
}

/** The keys with this machine's first keeper among those who hold the key; nothing is written. */
export function adopted(keys: StoreKeys, key: DataKey, keepers: readonly KeyKeeper[]): StoreKeys {
  const [keeper] = keepers;
  if (keeper === undefined) throw new StoreError("key-missing", "nothing on this machine keeps a key");
  return withMachine(keys, machineWrap(key, keeper));
}

/** Gives the key to this machine's first keeper: after a recovery, and on a machine that a store has moved to. */
export function adoptKeys(storePath: string, keys: StoreKeys, key: DataKey, keepers: readonly KeyKeeper[]): OpenedKeys {
  const taken = adopted(keys, key, keepers);
  withStoreErrors(() => write(storePath, taken));
  return { key, keys: taken, keptBy: keepers[0]! };
}

/** The kinds of key of this machine that still open the store, beside the one in use. */
export function otherMachineKeys({ keys, keptBy }: OpenedKeys, keepers: readonly KeyKeeper[]): readonly KeyKeeper["kind"][] {
  const wraps = keys.machine.map(({ by }) => by);
  // a key file without its wrap opens copies of before
  const files = keepers.flatMap(({ kind, file }) => (file !== null && existsSync(file) ? [kind] : []));
  return [...new Set([...wraps, ...files])].filter((kind) => kind !== keptBy.kind);
}

/**
 * Only the key in use goes on opening the store on this machine: the others' wraps go, and what keeps them forgets.
 * @throws StoreError `key-missing` where the one in use does not open it after all
 */
export function keepOnlyPresent(storePath: string, opened: OpenedKeys, keepers: readonly KeyKeeper[]): OpenedKeys {
  const { keptBy, keys } = opened;
  const present = keys.machine.filter((wrapped) => wrapped.by === keptBy.kind);
  const opens = present.some((wrapped) => {
    const key = tryUnwrap(wrapped, keptBy);
    return key !== undefined && keyIdOf(key) === keys.keyId;
  });
  if (!opens) throw new StoreError("key-missing", `the key in use does not open ${storePath}`);
  const only = { ...keys, machine: present };
  withStoreErrors(() => {
    write(storePath, only);
    // after that: cut short in between, it is offered again
    for (const keeper of keepers) if (keeper.kind !== keptBy.kind) keeper.forget();
  });
  return { ...opened, keys: only };
}

/** Puts other wrapped keys in the place of the present ones (a restored store brings its own). */
export const replaceKeys = (storePath: string, keys: StoreKeys): void => mend(storePath, keys);
