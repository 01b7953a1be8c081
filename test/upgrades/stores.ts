/**
 * Stores of every landed version of the schema, each made by its own commit's program (`day-at-the-counter.ts`, `keep.ts`), as they
 * lay in that office's data folder. One archive, because the policy and the fonts in them are much the same. What was encrypted
 * lies in it decrypted, beside its key, for the archive's size; unpacked it is encrypted with that key again.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { encryptFile } from "../../src-main/store/file/connection.ts";
import { fileKeeper } from "../../src-main/store/index.ts";
import { openKeys, readKeys } from "../../src-main/store/keys/keys.ts";
import type { DataKey } from "../../src-main/store/keys/sealing.ts";

export const STORE = "counter.db";
export const MACHINE_KEY = "machine.key";
export const ARCHIVE = join(import.meta.dirname, "stores.br");

export interface KeptFile {
  /** Path in the data folder. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface KeptStore {
  readonly commit: string;
  /** The `user_version`. */
  readonly version: number;
  readonly encrypted: boolean;
  readonly files: readonly KeptFile[];
}

type Entry = Omit<KeptStore, "files"> & { readonly files: readonly { readonly name: string; readonly length: number }[] };

const WINDOW_BITS = 24;

/** The list of contents as one line of JSON, and the files one after the other. */
export function packStores(stores: readonly KeptStore[]): Buffer {
  const entries: Entry[] = stores.map(({ files, ...store }) => ({
    ...store,
    files: files.map(({ name, bytes }) => ({ name, length: bytes.length })),
  }));
  const content = stores.flatMap(({ files }) => files.map(({ bytes }) => bytes));
  return brotliCompressSync(Buffer.concat([Buffer.from(`${JSON.stringify(entries)}\n`), ...content]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS },
  });
}

export function keptStores(): KeptStore[] {
  const content = brotliDecompressSync(readFileSync(ARCHIVE));
  const end = content.indexOf("\n");
  let at = end + 1;
  return (JSON.parse(content.toString("utf8", 0, end)) as Entry[]).map((entry) => ({
    ...entry,
    files: entry.files.map(({ name, length }) => ({ name, bytes: content.subarray(at, (at += length)) })),
  }));
}

export const keepersOf = (folder: string): ReturnType<typeof fileKeeper>[] => [fileKeeper(join(folder, MACHINE_KEY))];

export function keyOf(folder: string): DataKey {
  const path = join(folder, STORE);
  return openKeys(path, readKeys(path, undefined, [])!, keepersOf(folder)).key;
}

/** A data folder as that office left it; returns the path of its store. The caller removes the folder. */
export function unpack({ commit, files, encrypted }: KeptStore): string {
  const folder = mkdtempSync(join(tmpdir(), `counter-${commit}-`));
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  }
  const path = join(folder, STORE);
  if (encrypted) encryptFile(path, keyOf(folder));
  return path;
}
