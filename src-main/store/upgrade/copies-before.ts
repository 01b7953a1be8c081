/**
 * Copies of a store as an earlier program left it, made before it is brought to a newer schema: `<store>.version-N-INSTANT`. That
 * program opens them: encrypted where it knew encryption, and plain where it did not.
 */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { backUp, contentsIn, type CopyManifest } from "../file/verified-copy.ts";
import { instantForName, instantOf } from "../backups/names.ts";
import { canonicalJson } from "../file/canonical.ts";
import { openReader, type ReaderConnection } from "../file/connection.ts";
import { StoreRefusal, withStoreErrors } from "../file/errors.ts";
import { headerIfSound, removeUnfinished } from "../file/files.ts";
import type { DataKey } from "../keys/sealing.ts";
import type { CopyBefore } from "../file/types.ts";

/** The first version whose program encrypts, and opens what is encrypted. */
const FIRST_ENCRYPTED = 5;
/** What lies in the data folder is nobody else's; a copy may be carried away. */
const PRIVATE = 0o600;

/** Whether the program of then opens only what is not encrypted. */
export const isBeforeEncryption = (version: number): boolean => version < FIRST_ENCRYPTED;

const prefixOf = (path: string): string => `${basename(path)}.version-`;
const REST = /^(\d+)-(\d{8}T\d{9}Z)$/;

/** Beside a store, the newest first. */
export function copiesBefore(path: string): CopyBefore[] {
  const prefix = prefixOf(path);
  return readdirSync(dirname(path))
    .flatMap((name): CopyBefore[] => {
      const match = name.startsWith(prefix) ? REST.exec(name.slice(prefix.length)) : null;
      if (match === null) return [];
      const file = join(dirname(path), name);
      const header = headerIfSound(file);
      // whatever else bears such a name is no copy, and keeps nobody from upgrading
      if (header === undefined) return [];
      return [
        {
          name,
          version: Number(match[1]),
          at: instantOf(match[2]!),
          bytes: statSync(file).size,
          encrypted: header.encrypted,
        },
      ];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** @throws StoreRefusal `not-found` */
export function removeCopyBefore(path: string, name: string): void {
  // a name from outside is only ever looked for
  const copy = copiesBefore(path).find((one) => one.name === name);
  if (copy === undefined) throw new StoreRefusal("not-found", `there is no copy ${name}`);
  withStoreErrors(() => {
    for (const file of [name, `${name}.json`]) rmSync(join(dirname(path), file), { force: true });
  });
}

/** Copies that a full disk or a kill cut short: each has a name of its own, and would stay for ever. */
function removeCutShort(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(prefixOf(path)) && name.endsWith(".unfinished")) removeUnfinished(join(dirname(path), name));
  }
}

/** One that was made by a start that was then killed, of the very same state. */
function sameAlready(path: string, reader: ReaderConnection, encrypted: boolean): CopyBefore | undefined {
  const wanted = canonicalJson(contentsIn(reader));
  return copiesBefore(path).find((copy) => {
    const manifest = join(dirname(path), `${copy.name}.json`);
    if (copy.encrypted !== encrypted || !existsSync(manifest)) return false;
    const { file: _file, bytes: _bytes, sha256: _hash, ...found } = JSON.parse(readFileSync(manifest, "utf8")) as CopyManifest;
    return canonicalJson(found) === wanted;
  });
}

/** Called under the lock. Returns the copy's name. @throws StoreError `full`, `read-only`, `corrupt` */
export function keepCopyBefore(path: string, reader: ReaderConnection, key: DataKey | null, at: string): string {
  removeCutShort(path);
  const known = sameAlready(path, reader, key !== null);
  if (known !== undefined) return known.name;
  const target = `${path}.version-${reader.pragma("user_version") as number}-${instantForName(at)}`;
  backUp(reader, target, key);
  for (const file of [target, `${target}.json`]) chmodSync(file, PRIVATE);
  return basename(target);
}

/** Of a store that is about to be encrypted, for the program that could not. Called under the lock, with nothing of it open. */
export function keepPlainCopy(path: string, at: string): string {
  const reader = openReader(path);
  try {
    return keepCopyBefore(path, reader, null, at);
  } finally {
    reader.close();
  }
}
