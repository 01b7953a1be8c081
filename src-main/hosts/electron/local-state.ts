/**
 * On Windows the system's safe opens what it keeps with a key that Chromium has put, wrapped by DPAPI, into `Local State` of the
 * profile. When that file is lost or torn, Chromium makes another key without a word, and the store's own key is gone with the first.
 * So the wrapped key is kept once more, beside the store's, and put back before Chromium reads the file. It opens nothing but for
 * this Windows account.
 */
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { publish, readPlainFile, writeNewFile } from "../../store/index.ts";

const wrappedKey = z.string().regex(/^[A-Za-z0-9+/=]{20,4000}$/);
const localState = z.looseObject({ os_crypt: z.looseObject({ encrypted_key: wrappedKey }) });
const copySchema = z.strictObject({ format: z.literal(1), encryptedKey: wrappedKey });

const MOST_BYTES = 20 * 1024 * 1024;
const EVERY_MS = 250;
/** Chromium writes the file some ten seconds after it has made the key. */
const PATIENCE_MS = 30_000;

const stateFile = (profile: string): string => join(profile, "Local State");
export const copyFile = (storePath: string): string => `${storePath}.system-key.json`;

function json(path: string): unknown {
  try {
    return JSON.parse(readPlainFile(path, MOST_BYTES)?.toString("utf8") ?? "null");
  } catch {
    // torn: as good as lost
    return null;
  }
}
const keyIn = (profile: string): string | undefined =>
  localState.safeParse(json(stateFile(profile))).data?.os_crypt.encrypted_key;
const keptKey = (storePath: string): string | undefined => copySchema.safeParse(json(copyFile(storePath))).data?.encryptedKey;

function write(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeNewFile(`${path}.unfinished`, JSON.stringify(content));
  publish(`${path}.unfinished`, path);
}

/**
 * Before Chromium has read its file: the key that has opened the store last takes the place of none, a torn one, or another.
 * What stood there is kept as `Local State.replaced`.
 */
export function putBackLocalState(profile: string, storePath: string): "as-it-was" | "put-back" {
  const kept = keptKey(storePath);
  if (kept === undefined || keyIn(profile) === kept) return "as-it-was";
  const path = stateFile(profile);
  const present = z.looseObject({ os_crypt: z.looseObject({}).optional() }).safeParse(json(path)).data ?? {};
  if (existsSync(path)) copyFileSync(path, `${path}.replaced`);
  write(path, { ...present, os_crypt: { ...present.os_crypt, encrypted_key: kept } });
  return "put-back";
}

/** Once the store is open by the system's safe: the key that did it is the one to keep. `false`: Chromium has not written it yet. */
export function keepLocalState(profile: string, storePath: string): boolean {
  const present = keyIn(profile);
  if (present === undefined) return false;
  if (keptKey(storePath) !== present) write(copyFile(storePath), { format: 1, encryptedKey: present });
  return true;
}

/** Waits until Chromium has written its key. `false` after half a minute without one. */
export async function localStateWritten(profile: string, patienceMs = PATIENCE_MS): Promise<boolean> {
  for (let waited = 0; waited <= patienceMs; waited += EVERY_MS) {
    if (keyIn(profile) !== undefined) return true;
    await wait(EVERY_MS);
  }
  return false;
}
