/**
 * Passwords, kept as `$scrypt$ln=17,r=8,p=1$salt$hash` (PHC string format, base64 without padding).
 * scrypt because it is the memory-hard function that both Node and Electron's BoringSSL have.
 */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import { promisify } from "node:util";
import { FULL_SCRYPT_COST } from "../../scrypt-cost.ts";

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

interface Cost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

const SALT_BYTES = 16;
const HASH_BYTES = 32;

const FORMAT = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const base64 = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");

function derive(password: string, salt: Buffer, bytes: number, cost: Cost): Promise<Buffer> {
  const N = 2 ** cost.ln;
  // NFC: the same characters typed through another input method are the same password
  return scryptAsync(password.normalize("NFC"), salt, bytes, { N, r: cost.r, p: cost.p, maxmem: 2 * 128 * N * cost.r });
}

export async function hashPassword(password: string, ln = FULL_SCRYPT_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, { ln, r: 8, p: 1 });
  return `$scrypt$ln=${ln},r=8,p=1$${base64(salt)}$${base64(hash)}`;
}

/** @throws when the stored text is no password hash: the store is damaged, not the password wrong */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const match = FORMAT.exec(stored);
  if (!match) throw new Error("stored password hash has an unknown format");
  const [, ln, r, p, salt, hash] = match;
  const expected = Buffer.from(hash!, "base64");
  const actual = await derive(password, Buffer.from(salt!, "base64"), expected.length, {
    ln: Number(ln),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(actual, expected);
}

/** A guess at a login that does not exist costs what any other costs. */
export async function verifyNothing(password: string, ln = FULL_SCRYPT_COST): Promise<false> {
  await derive(password, Buffer.alloc(SALT_BYTES), HASH_BYTES, { ln, r: 8, p: 1 });
  return false;
}
