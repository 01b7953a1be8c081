/** The store's front door. */
export { openStore, openStoreReadOnly, setAside, type StoreOptions } from "./open.ts";
export { StoreError, StoreRefusal } from "./errors.ts";
export type * from "./types.ts";
