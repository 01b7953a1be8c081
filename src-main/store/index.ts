/** The store's front door. */
export { openStore, openStoreReadOnly, setAside, unlockWithRecoveryCode, type LookOptions, type StoreOptions } from "./open.ts";
export { StoreError, StoreRefusal } from "./errors.ts";
export { fileKeeper, type KeyKeeper } from "./keys.ts";
export { inspectOffline, listBackups, restoreOffline, type OfflineKeys } from "./offline.ts";
export { openWithSafe, safetyOf, type SafeOptions, type SafeStore } from "./safe.ts";
export type * from "./types.ts";
