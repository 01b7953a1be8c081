/** The store's front door. */
export { canonicalJson, sha256 } from "./canonical.ts";
export { openStore, openStoreReadOnly, setAside, type LookOptions, type StoreOptions } from "./open.ts";
export { StoreError, StoreRefusal, withStoreErrors } from "./errors.ts";
export { fileKeeper } from "./key-file.ts";
export type { KeyKeeper } from "./keys.ts";
export { findBackups, listBackups, proveByCode, stateOffline, type FoundBackups, type OfflineState } from "./found-backups.ts";
export { inspectOffline, restoreOffline, type Restorer } from "./offline.ts";
export type { OfflineKeys } from "./offline-keys.ts";
export { acceptOlder } from "./accept.ts";
export { anchorText, parseAnchor, type ChainHead } from "./backup-names.ts";
export { recoveryOf, unlockWithRecoveryCode, type Recovery } from "./unlock.ts";
export { openWithSafe, type SafeOptions, type SafeStore } from "./safe.ts";
export { numberMeant } from "./search.ts";
export { safetyOf } from "./safety.ts";
export { markSuspect } from "./suspect.ts";
export { publish } from "./files.ts";
export type * from "./types.ts";
