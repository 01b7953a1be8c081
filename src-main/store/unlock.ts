/** The way into a store whose key this machine has lost. */
import { existsSync } from "node:fs";
import { StoreError, withStoreErrors } from "./errors.ts";
import { realStorePath } from "./files.ts";
import { adoptKeys, keyByRecoveryCode, keysFile, readKeys, type KeyKeeper } from "./keys.ts";
import { holdLock, isHeldHere } from "./lock.ts";
import { readKeysIfSound } from "./offline-keys.ts";
import { internalsOf, keySpares, openStore, readStoreHeader, type StoreOptions } from "./open.ts";
import type { Act } from "./types.ts";

/** What the recovery code can do for a store that this machine cannot open. */
export type Recovery = "by-code" | "no-code-made" | "no-keys";

export function recoveryOf(given: string): Recovery {
  const path = realStorePath(given);
  if (!existsSync(path)) return "no-keys";
  const header = readStoreHeader(path);
  if (!header.encrypted) return "no-keys";
  const keys = readKeysIfSound(path, header.keyId);
  if (keys?.keyId !== header.keyId) return "no-keys";
  return keys.recovery === null ? "no-code-made" : "by-code";
}

/**
 * Opens an encrypted store's keys with the recovery code and gives them to this machine, so that `openStore` finds them.
 * The store then tells of it, which opens it once.
 * @param operation as the store's audit is to tell it
 * @throws StoreRefusal `recovery-code-wrong`; StoreError `key-missing`, `key-damaged`, `wrong-key`, `locked`, and what `openStore` finds then
 */
export function unlockWithRecoveryCode(
  given: string,
  code: string,
  keepers: readonly KeyKeeper[],
  { clock, operation }: Pick<StoreOptions, "clock"> & Pick<Act, "operation">,
): void {
  withStoreErrors(() => {
    const path = realStorePath(given);
    if (isHeldHere(path)) throw new StoreError("locked", `this process has ${path} open already`);
    if (!existsSync(path)) throw new StoreError("missing", `${path} is gone`);
    const header = readStoreHeader(path);
    if (!header.encrypted) return;
    const lock = holdLock(path);
    try {
      const keys = readKeys(path, header.keyId, keySpares(path));
      if (keys === undefined) throw new StoreError("key-missing", `there is no ${keysFile(path)}`);
      if (keys.keyId !== header.keyId) throw new StoreError("wrong-key", `${keysFile(path)} belongs to another store`);
      adoptKeys(path, keys, keyByRecoveryCode(keys, code), keepers);
    } finally {
      lock.release();
    }
    const store = openStore(path, { clock, keepers });
    try {
      const act = { operation, clerkId: null, at: clock.now(), requestId: null };
      internalsOf(store).perform(act, "keys.unlock", () => ({ answer: null, subject: null, detail: {} }));
    } finally {
      store.close();
    }
  });
}
