/** The store's front door. */
export { openStore, openStoreReadOnly, setAside, type LookOptions, type StoreOptions } from "./open.ts";
export { StoreError, StoreRefusal, withStoreErrors } from "./errors.ts";
export { fileKeeper, type KeyKeeper } from "./keys.ts";
export {
  findBackups,
  inspectOffline,
  listBackups,
  recoveryOf,
  restoreOffline,
  stateOffline,
  unlockWithRecoveryCode,
  type OfflineKeys,
  type OfflineState,
  type Recovery,
  type Restorer,
} from "./offline.ts";
export { openWithSafe, type SafeOptions, type SafeStore } from "./safe.ts";
export { safetyOf } from "./safety.ts";
export { markSuspect } from "./suspect.ts";
export type * from "./types.ts";
