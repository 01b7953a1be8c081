/** Whether a copy is a sound store: the last question before a restore, and of a finished backup. */
import { contentsOf } from "./backup-contents.ts";
import { OURS, openReader } from "./connection.ts";
import { StoreError, withStoreErrors } from "./errors.ts";
import type { DataKey } from "./sealing.ts";
import type { BackupContents } from "./types.ts";

/** @throws StoreError `corrupt`, also when the newest audit row is not the one that the backup tells of */
export function proveStore(path: string, key: DataKey | null, told: BackupContents | null): BackupContents {
  return withStoreErrors(() => {
    const reader = openReader(path, key);
    try {
      if (!OURS.has(reader.pragma("application_id"))) throw new StoreError("corrupt", `${path} is not a store`);
      const integrity = reader.pragma("integrity_check");
      if (integrity !== "ok") throw new StoreError("corrupt", `${path}: ${String(integrity)}`);
      const found = contentsOf(reader, reader.pragma("user_version") as number);
      if (told !== null && (found.auditHash !== told.auditHash || found.events !== told.events)) {
        throw new StoreError("corrupt", `${path} does not hold what the backup tells`);
      }
      return found;
    } finally {
      reader.close();
    }
  });
}
