/**
 * What a backup says about itself. It may come from anywhere: its shape is checked before anything is done by it, and a backup of
 * an encrypted store carries a MAC under that store's key, which only this office's programs can make.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { publish } from "../file/files.ts";
import { BACKUP_NAME } from "../backups/names.ts";
import { canonicalJson, sha256 } from "../file/canonical.ts";
import { StoreRefusal } from "../file/errors.ts";
import type { StoreKeys } from "../keys/keys.ts";
import { derivedKey, type DataKey } from "../keys/sealing.ts";
import { isPlainFile, readPlainFile, writeNewFile } from "./outside.ts";
import { BACKUP_REASONS, type BackupReason } from "../../../src-shared/domain/safety-settings.ts";

export interface BackupManifest {
  readonly format: 1;
  readonly name: string;
  readonly at: string;
  readonly reason: BackupReason;
  /** `null` for a store without encryption. */
  readonly keys: StoreKeys | null;
  readonly bytes: number;
  readonly chunkBytes: number;
  readonly chunks: readonly string[];
  readonly newBytes: number;
  /** `BackupContents` as JSON, sealed where the store is encrypted; base64. */
  readonly contents: string;
  /** HMAC-SHA256 of all the rest under the store's key; backups of earlier programs have none. */
  readonly mac?: string;
}

const KIB = 1024;
/** A terabyte of a store in the largest chunks has a list of 70 MB; no office comes near. */
const MOST_BYTES = 1024 ** 4;
const MOST_MANIFEST_BYTES = 80 * KIB * KIB;
const MOST_CONTENTS = 4 * KIB * KIB;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const wrapped = { nonce: z.string().max(64), tag: z.string().max(64), key: z.string().max(128) };
const schema = z.strictObject({
  format: z.literal(1),
  name: z.string().regex(BACKUP_NAME),
  at: z.iso.datetime(),
  reason: z.enum(BACKUP_REASONS),
  keys: z
    .looseObject({
      format: z.literal(1),
      keyId: z.string().regex(/^[0-9a-f]{16}$/),
      machine: z.array(z.looseObject({ by: z.string().max(20), kept: z.string().max(4000), ...wrapped })).max(20),
      recovery: z
        .looseObject({ madeAt: z.string().max(40), salt: z.string().max(128), cost: z.int().min(2), ...wrapped })
        .nullable(),
    })
    .nullable(),
  bytes: z.int().min(0).max(MOST_BYTES),
  chunkBytes: z.union([z.literal(64 * KIB), z.literal(256 * KIB), z.literal(KIB * KIB)]),
  chunks: z.array(hash),
  newBytes: z.int().min(0),
  contents: z.string().max(MOST_CONTENTS),
  mac: hash.optional(),
});

/** Names come from callers, too: never a path. */
export function manifestPath(folder: string, name: string): string {
  if (!BACKUP_NAME.test(name)) throw new StoreRefusal("not-found", `${name} is no name of a backup`);
  return join(folder, `${name}.json`);
}

/** @throws StoreRefusal `not-found`, `backup-damaged` */
export function readManifest(folder: string, name: string): BackupManifest {
  const path = manifestPath(folder, name);
  if (!isPlainFile(path)) throw new StoreRefusal("not-found", `no backup ${name} in ${folder}`);
  const text = readPlainFile(path, MOST_MANIFEST_BYTES);
  const manifest = text === undefined ? undefined : parsed(text.toString("utf8"));
  if (manifest?.name !== name) throw new StoreRefusal("backup-damaged", `the manifest ${path} is damaged`);
  return manifest;
}

function parsed(text: string): BackupManifest | undefined {
  let json;
  try {
    json = JSON.parse(text) as BackupManifest & { readonly checksum: string };
    const { checksum, ...manifest } = json;
    // the checksum tells damage from a wrong key; against intent it proves nothing
    if (sha256(canonicalJson(manifest)) !== checksum || !schema.safeParse(manifest).success) return undefined;
    // a store of these bytes has as many chunks: no list makes a disk full beyond them
    return manifest.chunks.length === Math.ceil(manifest.bytes / manifest.chunkBytes) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

const macOf = ({ mac: _mac, ...rest }: BackupManifest, key: DataKey): Buffer =>
  createHmac("sha256", derivedKey(key, "backup-manifest")).update(canonicalJson(rest)).digest();

export const signed = (manifest: BackupManifest, key: DataKey | null): BackupManifest =>
  key === null ? manifest : { ...manifest, mac: macOf(manifest, key).toString("hex") };

/**
 * Whether a backup was made by a program that holds the store's key.
 * @param key the one that opens the backup
 * @throws StoreRefusal `backup-damaged` for a MAC that is not the one of what stands there
 */
export function isSigned(manifest: BackupManifest, key: DataKey | null): boolean {
  if (manifest.mac === undefined || manifest.keys === null || key === null) return false;
  if (!timingSafeEqual(Buffer.from(manifest.mac, "hex"), macOf(manifest, key))) {
    throw new StoreRefusal("backup-damaged", `the list of ${manifest.name} was changed`);
  }
  return true;
}

export function writeManifest(folder: string, manifest: BackupManifest): void {
  const path = manifestPath(folder, manifest.name);
  writeNewFile(`${path}.unfinished`, `${JSON.stringify({ ...manifest, checksum: sha256(canonicalJson(manifest)) })}\n`);
  publish(`${path}.unfinished`, path);
}
