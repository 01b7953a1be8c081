/** The way into a store whose key this machine has lost. */
import { existsSync } from "node:fs";
import { openReader } from "../file/connection.ts";
import { StoreError, withStoreErrors } from "../file/errors.ts";
import { realStorePath } from "../file/files.ts";
import { adoptKeys, type KeyKeeper, type StoreKeys } from "./keys.ts";
import { holdLock, isHeldHere } from "../file/lock.ts";
import { readKeysIfSound } from "./offline-keys.ts";
import { keysToLook } from "../beside/look.ts";
import { internalsOf, openStore, readStoreHeader, type StoreOptions } from "../file/open.ts";
import type { DataKey } from "./sealing.ts";
import { finishSwap } from "../restore/swap.ts";
import { codesTold, requireNotEnded } from "../trust/code-in-force.ts";
import type { Act } from "../file/types.ts";

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

/** Before this machine gets the key: a store that cannot be read cannot say either that the code still holds. */
function requireHeld(path: string, key: DataKey, by: StoreKeys): void {
  const reader = openReader(path, key);
  try {
    requireNotEnded(codesTold(reader).isEnded, by);
  } finally {
    reader.close();
  }
}

/**
 * Opens an encrypted store's keys with the recovery code and gives them to this machine, so that `openStore` finds them.
 * The store then tells of it, which opens it once.
 * @param operation as the store's audit is to tell it
 * @throws StoreRefusal `recovery-code-wrong`, `recovery-code-ended`; StoreError `key-missing`, `key-damaged`, `wrong-key`, `locked`, and what `openStore` finds then
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
    const lock = holdLock(path);
    try {
      // its keys may not have come yet
      finishSwap(path);
      if (!existsSync(path)) throw new StoreError("missing", `${path} is gone`);
      const header = readStoreHeader(path);
      if (!header.encrypted) return;
      const { key, by } = keysToLook(path, header, { recoveryCode: code })!;
      requireHeld(path, key, by!);
      adoptKeys(path, by!, key, keepers);
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
