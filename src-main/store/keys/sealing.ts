/**
 * Encryption of everything outside the database: attachments, wrapped keys, what a backup says about itself.
 * AES-256-GCM with keys derived from the store's data key, one for each purpose.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";

/** 32 random bytes that encrypt a store; never logged, never in an argument list. */
export interface DataKey {
  readonly bytes: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** No PDF, PNG, JPEG or JSON begins so: what is sealed can be told from what is not. */
const MAGIC = Buffer.from("YBSEAL1\n", "latin1");

export const isSealed = (bytes: Uint8Array): boolean => MAGIC.equals(bytes.subarray(0, MAGIC.length));

export const derivedKey = (key: DataKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key.bytes, "", `yibao-counter/${purpose}`, 32));

/**
 * The same content always gives the same bytes (so that backups find it again): the nonce is a keyed hash of the content,
 * which makes it as unique as the content is.
 */
export function seal(key: DataKey, purpose: string, content: Uint8Array): Buffer {
  const nonce = createHmac("sha256", derivedKey(key, `${purpose}/nonce`))
    .update(content)
    .digest()
    .subarray(0, NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", derivedKey(key, purpose), nonce);
  cipher.setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([MAGIC, nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when the bytes were not sealed with this key for this purpose, or were changed since */
export function unseal(key: DataKey, purpose: string, sealed: Uint8Array): Buffer {
  if (!isSealed(sealed) || sealed.length < MAGIC.length + NONCE_BYTES + TAG_BYTES) throw new Error("not sealed");
  const nonce = sealed.subarray(MAGIC.length, MAGIC.length + NONCE_BYTES);
  const tag = sealed.subarray(MAGIC.length + NONCE_BYTES, MAGIC.length + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", derivedKey(key, purpose), nonce);
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(MAGIC.length + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
