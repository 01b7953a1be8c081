/** A store with what keeps it safe: its backups, restores and keys. */
import { dirname } from "node:path";
import { attachmentFolder } from "./areas/cases/attachment-files.ts";
import { copiesBefore, removeCopyBefore } from "./upgrade/copies-before.ts";
import { backingUp, type BackingUpOptions } from "./backups/backing-up.ts";
import { ClockWatch } from "./file/clock-watch.ts";
import { StoreRefusal, withStoreErrors } from "./file/errors.ts";
import { exchanging } from "./restore/changeover.ts";
import { bytesBelow, freeBytes, sizeOf } from "./file/files.ts";
import { keyStatusOf } from "./keys/key-status.ts";
import { keepOnlyPresent, otherMachineKeys } from "./keys/keys.ts";
import { newRecoveryCode } from "./keys/new-code.ts";
import type { StoreOptions } from "./file/open.ts";
import { presentStore } from "./restore/present-store.ts";
import { keyByRecoveryCode } from "./keys/recovery-code.ts";
import { standInFor } from "./restore/stand-in.ts";
import type { KeyStatus } from "./keys/types.ts";
import type { Safe, Store } from "./types.ts";

export interface SafeOptions extends Omit<StoreOptions, "clock" | "watch">, BackingUpOptions {
  /** Of a new recovery code; the full one unless a test gives a cheaper one. */
  readonly scryptCost?: number | undefined;
  /** Whoever opens it has said that the machine's clock is right, whatever was stored. */
  readonly believesClock?: boolean;
}

export interface SafeStore {
  /** Stays the same object when a restore puts other data in place. */
  readonly store: Store;
  readonly safe: Safe;
  /** Makes a last backup when something changed, waits for it, and closes the store. */
  close(): Promise<void>;
  /** At once; a backup under way is left unfinished, which harms none. */
  closeNow(): void;
}

/**
 * Opens a store with its backups: every few minutes while something changes, and whenever somebody asks.
 * @throws as `openStore`
 */
export function openWithSafe(given: string, options: SafeOptions): SafeStore {
  const isWatched = options.demo !== true && options.believesClock !== true;
  const present = presentStore(given, isWatched ? { ...options, watch: new ClockWatch(options.clock) } : options);
  const { path, inside } = present;
  const store = standInFor(present.store);
  const backups = backingUp(present, store, options);

  const keyStatus = (): KeyStatus => keyStatusOf(path, inside().keys, options.keepers ?? []);

  const safe: Safe = {
    keys: {
      status: keyStatus,
      newRecoveryCode(act, second) {
        const code = newRecoveryCode(path, inside(), act, second, options.scryptCost);
        // backups made from now on open with the new code
        backups.inBackground("manual");
        return code;
      },
      keepOnlyPresent(act) {
        const { keys } = inside();
        // with one key alone a lost one would be a lost store
        if (keys?.keys.recovery == null) throw new StoreRefusal("recovery-code-needed", "no recovery code was ever made");
        const dropped = otherMachineKeys(keys, options.keepers ?? []).join(" ");
        inside().perform(act, "keys.keepOnlyPresent", () => ({ answer: null, subject: null, detail: { dropped } }));
        inside().keys = keepOnlyPresent(path, keys, options.keepers ?? []);
      },
      requireRecoveryCode(code) {
        const { keys } = inside();
        if (keys === null) throw new StoreRefusal("recovery-code-wrong", "the store is not encrypted");
        keyByRecoveryCode(keys.keys, code);
      },
    },
    backups: backups.calls,
    copiesBefore: {
      list: () => withStoreErrors(() => copiesBefore(path)),
      remove(act, name, reason) {
        if (!copiesBefore(path).some((copy) => copy.name === name)) throw new StoreRefusal("not-found", `no copy ${name}`);
        // the audit first: what is gone cannot be told any more
        store.audit.record(act, { detail: { copy: name, reason } });
        removeCopyBefore(path, name);
      },
    },
    restore: exchanging(present, backups, options),
    verify: backups.verify,
    diagnosis: () =>
      withStoreErrors(() => ({
        storeBytes: sizeOf(path),
        logBytes: sizeOf(`${path}-wal`),
        attachmentBytes: bytesBelow(attachmentFolder(path)),
        freeBytes: freeBytes(dirname(path)),
        keys: keyStatus(),
        backups: backups.calls.status(),
      })),
  };

  function closeNow(): void {
    backups.stop();
    present.end();
  }

  return {
    store,
    safe,
    async close() {
      await backups.finish();
      closeNow();
    },
    closeNow,
  };
}
