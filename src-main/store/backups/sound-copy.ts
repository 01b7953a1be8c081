/** Whether a copy is a sound store: the last question before a restore, and of a finished backup. */
import { contentsOf } from "./contents.ts";
import { openReader } from "../file/connection.ts";
import { StoreError, withStoreErrors } from "../file/errors.ts";
import { MIGRATIONS } from "../migrations/index.ts";
import { targetVersion } from "../migrations/runner.ts";
import type { DataKey } from "../keys/sealing.ts";
import { requireOwnSchema } from "../trust/schema.ts";
import type { BackupContents } from "./types.ts";
import { OURS } from "../file/format.ts";

const KNOWN_VERSION = targetVersion(MIGRATIONS);

/** @throws StoreError `newer`; `corrupt`, also when the newest audit row is not the one that the backup tells of */
export function proveStore(path: string, key: DataKey | null, told: BackupContents | null): BackupContents {
  return withStoreErrors(() => {
    const reader = openReader(path, key);
    try {
      if (!OURS.has(reader.pragma("application_id"))) throw new StoreError("corrupt", `${path} is not a store`);
      const version = reader.pragma("user_version") as number;
      if (version > KNOWN_VERSION) throw new StoreError("newer", `${path} has version ${version}`);
      requireOwnSchema(path, reader, version);
      const integrity = reader.pragma("integrity_check");
      if (integrity !== "ok") throw new StoreError("corrupt", `${path}: ${String(integrity)}`);
      const found = contentsOf(reader, version);
      if (told !== null && (found.auditHash !== told.auditHash || found.events !== told.events)) {
        throw new StoreError("corrupt", `${path} does not hold what the backup tells`);
      }
      return found;
    } finally {
      reader.close();
    }
  });
}
