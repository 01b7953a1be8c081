/**
 * A store whose key was made anew: what lies of it under the key before is of an earlier day. Its room among the backups keeps, under
 * that key's own MAC, how far the store has come since, so that an older store put back with its key file is told from today's.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { canonicalJson } from "../file/canonical.ts";
import { publish } from "../file/files.ts";
import { derivedKey, type DataKey } from "../keys/sealing.ts";
import type { KnownHead } from "./freshness.ts";
import { readPlainFile, writeNewFile } from "./outside.ts";

const FILE = "key-ended.json";
const MOST_BYTES = 10_000;
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const schema = z.strictObject({
  head: z.strictObject({ sequence: z.int(), hash, reach: z.int(), cases: z.int() }),
  mac: hash,
});

const macOf = (head: KnownHead, key: DataKey): Buffer =>
  createHmac("sha256", derivedKey(key, "key-ended")).update(canonicalJson(head)).digest();

/** @param head first row of the audit that stands under the new key only */
export function markEnded(room: string, key: DataKey, head: KnownHead): void {
  const path = join(room, FILE);
  writeNewFile(`${path}.unfinished`, `${JSON.stringify({ head, mac: macOf(head, key).toString("hex") })}\n`);
  publish(`${path}.unfinished`, path);
}

/** `undefined` where the key still holds, and where anybody else wrote it. */
export function endedHead(room: string, key: DataKey): KnownHead | undefined {
  const text = readPlainFile(join(room, FILE), MOST_BYTES)?.toString("utf8");
  try {
    const { head, mac } = schema.parse(JSON.parse(text ?? ""));
    return timingSafeEqual(Buffer.from(mac, "hex"), macOf(head, key)) ? head : undefined;
  } catch {
    return undefined;
  }
}
