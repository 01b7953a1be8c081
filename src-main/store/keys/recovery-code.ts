/**
 * The recovery code: what an office keeps on paper. It opens the data key where no machine does, and stands in for a second person
 * where there is none.
 */
import { createHash, randomBytes, scryptSync } from "node:crypto";
import { FULL_SCRYPT_COST } from "../../scrypt-cost.ts";
import { sha256 } from "../file/canonical.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { KEY_BYTES, unwrap, wrap, type Wrapped } from "./key-wrapping.ts";
import type { DataKey } from "./sealing.ts";

export interface RecoveryWrap extends Wrapped {
  readonly by: "recovery";
  /** Codes of one store are counted; those of earlier programs have none. */
  readonly number?: number;
  readonly madeAt: string;
  readonly salt: string;
  readonly cost: number;
}

const SCRYPT_MEMORY = 256 * 1024 * 1024;

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

/** The key as `code` opens it. @param number how many codes were made before it, and one */
export function wrapByCode(key: DataKey, code: string, at: string, number: number, scryptCost = FULL_SCRYPT_COST): RecoveryWrap {
  const cost = 2 ** scryptCost;
  const salt = randomBytes(16);
  const wrapped = wrap(key, fromCode(normaliseRecoveryCode(code)!, salt, cost));
  return { by: "recovery", number, madeAt: at, salt: salt.toString("hex"), cost, ...wrapped };
}

/** By which the audit names a code: it tells nothing about it. */
export const codeIdOf = ({ salt }: Pick<RecoveryWrap, "salt">): string =>
  sha256(`yibao-counter/recovery-code/${salt}`).slice(0, 16);

/**
 * The data key by the recovery code.
 * @throws StoreRefusal `recovery-code-wrong`; StoreError `key-missing` where no code was ever made
 */
export function keyByRecoveryCode({ recovery }: { readonly recovery: RecoveryWrap | null }, typed: string): DataKey {
  if (recovery === null) throw new StoreError("key-missing", "no recovery code was ever made");
  const code = normaliseRecoveryCode(typed);
  if (code === undefined) throw new StoreRefusal("recovery-code-wrong", "the recovery code is mistyped");
  try {
    return unwrap(recovery, fromCode(code, Buffer.from(recovery.salt, "hex"), recovery.cost));
  } catch {
    throw new StoreRefusal("recovery-code-wrong", "the recovery code does not open this store");
  }
}
