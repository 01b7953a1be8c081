/** What a store's file begins with: whose it is, and which key it lies under. */
import { createHash } from "node:crypto";
import type { DataKey } from "../keys/sealing.ts";

/** "YBCU" in the file's header tells our stores from other SQLite files. */
export const APPLICATION_ID = 0x59424355;
/** "YBCD": a demonstration is never taken for an office's store, nor an office's store for a demonstration. */
export const DEMO_APPLICATION_ID = 0x59424344;
export const OURS: ReadonlySet<unknown> = new Set([APPLICATION_ID, DEMO_APPLICATION_ID]);

/**
 * Leads the file of an encrypted store (the place of SQLite's own salt, which a raw key has no use for), followed by the id
 * of its key: what the file is can be told without the key.
 */
export const ENCRYPTED_MARK = Buffer.from("YBCUENC1", "latin1");

/** What a key is called where the key itself is not to stand. */
export const keyIdOf = (key: DataKey): string =>
  createHash("sha256").update("yibao-counter/key-id").update(key.bytes).digest("hex").slice(0, 16);
