/** Verified copies. A copy gets its final name last, when it and its manifest are on the disk and proved. */
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { canonicalJson } from "./canonical.ts";
import { openReader, type Reader, type ReaderConnection } from "./connection.ts";
import { StoreError, StoreRefusal, withStoreErrors } from "./errors.ts";
import { publish, removeUnfinished, syncToDisk } from "./files.ts";
import type { DataKey } from "../keys/sealing.ts";
import { OURS } from "./format.ts";

/** What stands in `<backup>.json`. */
export interface CopyManifest {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly applicationId: number;
  readonly userVersion: number;
  /** Rows per table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Newest link of the audit chain: tells how far the backup reaches. */
  readonly auditHash: string | null;
}

const CHUNK_BYTES = 1 << 20;

function hashFile(path: string): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const descriptor = openSync(path, "r");
  try {
    let bytes = 0;
    for (;;) {
      const read = readSync(descriptor, chunk, 0, CHUNK_BYTES, null);
      if (read === 0) return { sha256: hash.digest("hex"), bytes };
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(descriptor);
  }
}

function countRows(reader: Reader): Record<string, number> {
  // the full-text table cannot be counted, its shadow tables can
  const tables = reader.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
  );
  return Object.fromEntries(
    tables.map(({ name }) => [name, reader.get<{ count: number }>(`SELECT count(*) AS count FROM "${name}"`)!.count]),
  );
}

function lastAuditHash(reader: Reader): string | null {
  const hasAudit = reader.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit'") !== undefined;
  if (!hasAudit) return null;
  return reader.get<{ hash: string }>("SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1")?.hash ?? null;
}

/** What is compared between the store and its copy. */
export const contentsIn = (reader: ReaderConnection) =>
  reader.snapshot(() => ({
    applicationId: reader.pragma("application_id") as number,
    userVersion: reader.pragma("user_version") as number,
    rows: countRows(reader),
    auditHash: lastAuditHash(reader),
  }));

/** @throws StoreError `corrupt` unless the copy is sound and holds what the store holds */
export function proveCopy(source: ReaderConnection, copyPath: string, key: DataKey | null): ReturnType<typeof contentsIn> {
  const copy = openReader(copyPath, key);
  try {
    const integrity = copy.pragma("integrity_check");
    if (integrity !== "ok") throw new StoreError("corrupt", `the copy fails its check: ${String(integrity)}`);
    const journal = copy.pragma("journal_mode");
    if (journal !== "delete") throw new Error(`the copy is in ${String(journal)} mode`);
    const found = contentsIn(copy);
    if (!OURS.has(found.applicationId) || canonicalJson(found) !== canonicalJson(contentsIn(source))) {
      throw new StoreError("corrupt", "the copy does not hold what the store holds");
    }
    return found;
  } finally {
    copy.close();
  }
}

/**
 * Copies a store to `target` with its manifest `<target>.json`.
 * @throws StoreRefusal `bad-input` when the target exists; StoreError `full`, `read-only`, `corrupt`
 */
export function backUp(
  source: ReaderConnection,
  target: string,
  key: DataKey | null,
): { readonly sha256: string; readonly bytes: number } {
  if (existsSync(target)) throw new StoreRefusal("bad-input", `${target} exists already`);
  const temporary = `${target}.unfinished`;
  const manifestPath = `${target}.json`;
  return withStoreErrors(() => {
    removeUnfinished(temporary);
    try {
      source.copyTo(temporary);
      const proved = proveCopy(source, temporary, key);
      const { sha256, bytes } = hashFile(temporary);
      const manifest: CopyManifest = { file: basename(target), bytes, sha256, ...proved };
      writeFileSync(`${manifestPath}.unfinished`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
      syncToDisk(`${manifestPath}.unfinished`);
      // the manifest first: a backup under its final name always has one
      renameSync(`${manifestPath}.unfinished`, manifestPath);
      publish(temporary, target);
      return { sha256, bytes };
    } finally {
      removeUnfinished(temporary);
      rmSync(`${manifestPath}.unfinished`, { force: true });
    }
  });
}
