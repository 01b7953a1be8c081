/**
 * The key of a store and who can give it back. `<store>.keys.json` lies beside the store and holds the data key wrapped
 * (AES-256-GCM) several times: by this machine's keeper, and by the recovery code. Neither the file nor a backup of it opens anything by itself.
 */
import { createHash, randomBytes, scryptSync } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { FULL_SCRYPT_COST } from "../scrypt-cost.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "./errors.ts";
import { publish } from "./files.ts";
import { KEY_BYTES, unwrap, wrap, type Wrapped } from "./key-wrapping.ts";
import type { DataKey } from "./sealing.ts";

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

interface RecoveryWrap extends Wrapped {
  readonly by: "recovery";
  readonly madeAt: string;
  readonly salt: string;
  readonly cost: number;
}

export interface StoreKeys {
  readonly format: 1;
  /** 16 hexadecimal digits; stands in the header of the store, too. */
  readonly keyId: string;
  readonly machine: readonly MachineWrap[];
  readonly recovery: RecoveryWrap | null;
}

export interface OpenedKeys {
  readonly key: DataKey;
  readonly keys: StoreKeys;
  readonly keptBy: KeyKeeper;
}

const SCRYPT_MEMORY = 256 * 1024 * 1024;

/** What the names of the key files add to the store's. */
export const keyFiles = [".keys.json", ".keys.copy.json"] as const;
export const keysFile = (storePath: string): string => `${storePath}.keys.json`;
/** A second copy: one bad block must not take the key with it. */
const copyOf = (storePath: string): string => `${storePath}.keys.copy.json`;

export const keyIdOf = (key: DataKey): string =>
  createHash("sha256").update("yibao-counter/key-id").update(key.bytes).digest("hex").slice(0, 16);

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

const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/**
 * The wrapped keys of a store; `undefined` where it never had any. A file that is damaged or another store's is made good
 * from its copy, or from one of `spares` (backups hold it, too) that belongs to the same store.
 * @param keyId as the store's own header names it; without it (no store yet, or not encrypted) the file beside it counts
 * @returns another store's keys where there are no others
 * @throws StoreError `key-damaged`
 */
export function readKeys(storePath: string, keyId: string | undefined, spares: readonly string[]): StoreKeys | undefined {
  const texts = [keysFile(storePath), copyOf(storePath), ...spares].map(readIfThere);
  if (texts.every((text) => text === undefined)) return undefined;
  const sound = texts.map((text) => (text === undefined ? undefined : parseKeys(text)));
  const own = sound.slice(0, 2).find((keys) => keys !== undefined);
  const found = sound.find((keys) => keys !== undefined && keys.keyId === keyId) ?? own;
  if (found === undefined) {
    // spares of other stores say nothing about this one
    if (texts.slice(0, 2).every((text) => text === undefined)) return undefined;
    throw new StoreError("key-damaged", `${keysFile(storePath)} is damaged`);
  }
  return found;
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
 * The data key from this machine's keepers. The first keeper is the one to be used from now on: where another one has opened
 * the store, the key is given to the first one, too.
 * @throws StoreError `key-missing`
 */
export function openKeys(storePath: string, keys: StoreKeys, keepers: readonly KeyKeeper[], mayWrite: boolean): OpenedKeys {
  for (const keeper of keepers) {
    for (const wrapped of keys.machine) {
      if (wrapped.by !== keeper.kind) continue;
      const key = tryUnwrap(wrapped, keeper);
      if (key === undefined || keyIdOf(key) !== keys.keyId) continue;
      if (!mayWrite) return { key, keys, keptBy: keeper };
      const [preferred] = keepers;
      const kept = keeper === preferred ? keys : withMachine(keys, machineWrap(key, preferred!));
      keepOtherKeys(storePath, kept.keyId);
      mend(storePath, kept);
      return { key, keys: kept, keptBy: preferred! };
    }
  }
  throw new StoreError("key-missing", `nothing on this machine opens ${storePath}`);
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

/* ---------- The recovery code ---------- */

/** Crockford's: no letter that is read as a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_CHARACTERS = 26;
const CHECK_CHARACTERS = 2;

function checkCharacters(characters: string): string {
  const digest = createHash("sha256").update(characters).digest();
  return ALPHABET[digest[0]! % 32]! + ALPHABET[digest[1]! % 32]!;
}

/** 130 random bits in seven groups of four, the last two characters for typing errors. */
export function makeRecoveryCode(): string {
  const characters = Array.from(randomBytes(RANDOM_CHARACTERS), (byte) => ALPHABET[byte % 32]!).join("");
  return (characters + checkCharacters(characters)).match(/.{4}/g)!.join("-");
}

/** As typed: case, spaces, dashes, O for 0, I and L for 1 make no difference. `undefined` = mistyped. */
export function normaliseRecoveryCode(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-—–]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (plain.length !== RANDOM_CHARACTERS + CHECK_CHARACTERS || Array.from(plain).some((one) => !ALPHABET.includes(one)))
    return undefined;
  return checkCharacters(plain.slice(0, RANDOM_CHARACTERS)) === plain.slice(RANDOM_CHARACTERS) ? plain : undefined;
}

/** As strong as the password hashes. */
const fromCode = (code: string, salt: Buffer, cost: number): Buffer =>
  scryptSync(code, salt, KEY_BYTES, { N: cost, r: 8, p: 1, maxmem: SCRYPT_MEMORY });

/** Makes `code` the one that opens the store; the one before opens nothing any more. */
export function setRecoveryCode(
  storePath: string,
  opened: OpenedKeys,
  code: string,
  at: string,
  scryptCost = FULL_SCRYPT_COST,
): OpenedKeys {
  const cost = 2 ** scryptCost;
  const salt = randomBytes(16);
  const normal = normaliseRecoveryCode(code)!;
  const wrapped = wrap(opened.key, fromCode(normal, salt, cost));
  const recovery: RecoveryWrap = { by: "recovery", madeAt: at, salt: salt.toString("hex"), cost, ...wrapped };
  const keys = { ...opened.keys, recovery };
  withStoreErrors(() => write(storePath, keys));
  return { ...opened, keys };
}

/**
 * The data key by the recovery code.
 * @throws StoreRefusal `recovery-code-wrong`; StoreError `key-missing` where no code was ever made
 */
export function keyByRecoveryCode(keys: StoreKeys, typed: string): DataKey {
  const { recovery } = keys;
  if (recovery === null) throw new StoreError("key-missing", "no recovery code was ever made");
  const code = normaliseRecoveryCode(typed);
  if (code === undefined) throw new StoreRefusal("recovery-code-wrong", "the recovery code is mistyped");
  try {
    return unwrap(recovery, fromCode(code, Buffer.from(recovery.salt, "hex"), recovery.cost));
  } catch {
    throw new StoreRefusal("recovery-code-wrong", "the recovery code does not open this store");
  }
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
