/** One key kept inside another: AES-256-GCM with a nonce of its own. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { DataKey } from "./sealing.ts";

export const KEY_BYTES = 32;

export interface Wrapped {
  readonly nonce: string;
  readonly tag: string;
  readonly key: string;
}

export function wrap(key: DataKey, by: Buffer): Wrapped {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", by, nonce);
  const wrapped = Buffer.concat([cipher.update(key.bytes), cipher.final()]);
  return { nonce: nonce.toString("hex"), tag: cipher.getAuthTag().toString("hex"), key: wrapped.toString("hex") };
}

/** @throws Error when `by` is another key */
export function unwrap(wrapped: Wrapped, by: Buffer): DataKey {
  const decipher = createDecipheriv("aes-256-gcm", by, Buffer.from(wrapped.nonce, "hex"));
  decipher.setAuthTag(Buffer.from(wrapped.tag, "hex"));
  return { bytes: Buffer.concat([decipher.update(Buffer.from(wrapped.key, "hex")), decipher.final()]) };
}
