/**
 * A store that was found damaged while it was in use is looked through at its next opening: damage deep in the file shows only
 * where it is read, and an app that starts and then fails at the login could not be mended from within.
 */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { proveStore } from "../backups/sound-copy.ts";
import type { DataKey } from "../keys/sealing.ts";

const markOf = (path: string): string => `${path}.suspect`;

/** @throws what the file system throws */
export function markSuspect(path: string): void {
  writeFileSync(markOf(path), "", { mode: 0o600 });
}

/**
 * Called under the lock, with nothing of the store open.
 * @throws StoreError `corrupt`; the mark then stays
 */
export function proveIfSuspect(path: string, key: DataKey | null): void {
  if (!existsSync(markOf(path))) return;
  proveStore(path, key, null);
  rmSync(markOf(path));
}
