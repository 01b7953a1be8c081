/** The keys of stores and backups that nobody has open: by this machine, or by the recovery code. */
import { StoreError } from "./errors.ts";
import { keyByRecoveryCode, openKeys, readKeys, type KeyKeeper, type StoreKeys } from "./keys.ts";
import { keySpares } from "./open.ts";
import type { DataKey } from "./sealing.ts";

export interface OfflineKeys {
  readonly keepers: readonly KeyKeeper[];
  /** Asked for only where no keeper of this machine opens the backup. */
  readonly recoveryCode: string | undefined;
}

export interface KeyRing {
  /** The key of wrapped keys; `null` where nothing is encrypted. @throws StoreError `key-missing`; StoreRefusal `recovery-code-wrong` */
  open(keys: StoreKeys | null): DataKey | null;
  /** What the recovery code was: of no need so far, of use, or wrong wherever it was tried. */
  code(): "unused" | "right" | "wrong";
}

/** A key that is found serves every backup of its store, since a recovery code takes a while to try. */
export function keyRing(path: string, { keepers, recoveryCode }: OfflineKeys): KeyRing {
  let wasRight = false;
  const found = new Map<string, DataKey>();
  const wrongFor = new Map<string, unknown>();

  function byMachine(keys: StoreKeys): DataKey | undefined {
    // the store's own file may know this machine where the backup does not
    const known = [keys, readKeysIfSound(path, keys.keyId)].filter((each) => each?.keyId === keys.keyId);
    for (const each of known) {
      try {
        return openKeys(path, each!, keepers, false).key;
      } catch (error) {
        if (!(error instanceof StoreError) || error.kind !== "key-missing") throw error;
      }
    }
    return undefined;
  }

  function byCode(keys: StoreKeys): DataKey {
    if (recoveryCode === undefined) throw new StoreError("key-missing", "nothing on this machine opens the backup");
    const salt = keys.recovery?.salt ?? "";
    if (wrongFor.has(salt)) throw wrongFor.get(salt);
    try {
      const key = keyByRecoveryCode(keys, recoveryCode);
      wasRight = true;
      return key;
    } catch (error) {
      wrongFor.set(salt, error);
      throw error;
    }
  }

  return {
    open(keys) {
      if (keys === null) return null;
      const key = found.get(keys.keyId) ?? byMachine(keys) ?? byCode(keys);
      found.set(keys.keyId, key);
      return key;
    },
    code: () => (wasRight ? "right" : wrongFor.size > 0 ? "wrong" : "unused"),
  };
}

export function readKeysIfSound(path: string, keyId: string): StoreKeys | undefined {
  try {
    return readKeys(path, keyId, keySpares(path));
  } catch (error) {
    if (error instanceof StoreError && error.kind === "key-damaged") return undefined;
    throw error;
  }
}
