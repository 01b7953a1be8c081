/**
 * A folder of backups. A store's file is kept as chunks named by their SHA-256, so that a backup adds only what has changed;
 * a manifest lists the chunks in order. Chunks are pieces of the encrypted file: nothing here needs the key.
 *
 *     <name>.json      manifest, written last        chunks/ab/abcd…       attachments/ab/abcd…       keys.json
 *     <name>.proof     what came of trying it out
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { everyFile } from "./attachment-files.ts";
import { instantForName, instantOf } from "./backup-names.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { StoreRefusal } from "./errors.ts";
import { publish, syncToDisk } from "./files.ts";
import type { StoreKeys } from "./keys.ts";
import type { BackupReason } from "./types.ts";

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
}

const HASH = /^[0-9a-f]{64}$/;
const NAME = /^\d{8}T\d{9}Z-[a-z-]+$/;
/** Names come from callers, too: never a path. */
const manifestPath = (folder: string, name: string): string => {
  if (!NAME.test(name)) throw new StoreRefusal("not-found", `${name} is no name of a backup`);
  return join(folder, `${name}.json`);
};

export const proofPath = (folder: string, name: string): string => manifestPath(folder, name).replace(/json$/, "proof");

const chunkPath = (folder: string, hash: string): string => join(folder, "chunks", hash.slice(0, 2), hash);
const attachmentPath = (folder: string, name: string): string => join(folder, "attachments", name.slice(0, 2), name);

/** One backup in two places keeps the order of the places. */
export const newestFirst = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? 1 : a.name > b.name ? -1 : 0;

/** Names of backups, newest first. */
export function backupNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && NAME.test(file.slice(0, -".json".length)))
    .map((file) => file.slice(0, -".json".length))
    .sort()
    .reverse();
}

/**
 * @throws StoreRefusal `not-found`, `backup-damaged`
 */
export function readManifest(folder: string, name: string): BackupManifest {
  const path = manifestPath(folder, name);
  if (!existsSync(path)) throw new StoreRefusal("not-found", `no backup ${name} in ${folder}`);
  try {
    const { checksum, ...manifest } = JSON.parse(readFileSync(path, "utf8")) as BackupManifest & { checksum: string };
    if (
      manifest.format === 1 &&
      manifest.chunks.every((hash) => HASH.test(hash)) &&
      sha256(canonicalJson(manifest)) === checksum
    ) {
      return manifest;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
  }
  throw new StoreRefusal("backup-damaged", `the manifest ${path} is damaged`);
}

export function writeManifest(folder: string, manifest: BackupManifest): void {
  const path = manifestPath(folder, manifest.name);
  writeFileSync(`${path}.unfinished`, `${JSON.stringify({ ...manifest, checksum: sha256(canonicalJson(manifest)) })}\n`);
  publish(`${path}.unfinished`, path);
}

/** Writes, forces onto the disk, reads back and compares; then gives it its name. */
async function putVerified(path: string, bytes: Uint8Array, hash: string): Promise<void> {
  const temporary = `${path}.unfinished`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(temporary, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (sha256(await readFile(temporary)) !== hash) throw new StoreRefusal("backup-failed", `${path} reads back otherwise`);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** What a folder holds already, listed once. */
export class BackupTarget {
  readonly folder: string;
  readonly #chunks: Map<string, number>;
  readonly #attachments: Set<string>;
  newBytes = 0;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const list = (kind: string): string[] => everyFile(join(folder, kind));
    this.#chunks = new Map(list("chunks").map((path) => [path.slice(-64), statSync(path).size]));
    this.#attachments = new Set(list("attachments").map((path) => path.slice(-64)));
  }

  /**
   * A chunk that lies there with another size was cut short by a crash of the machine, and is written anew; with `compare`
   * it is read and compared, and written anew when the disk has changed it.
   */
  async putChunk(hash: string, bytes: Uint8Array, compare: boolean): Promise<void> {
    const isThere = this.#chunks.get(hash) === bytes.length;
    if (isThere && (!compare || (await readFile(chunkPath(this.folder, hash))).equals(bytes))) return;
    await putVerified(chunkPath(this.folder, hash), bytes, hash);
    this.#chunks.set(hash, bytes.length);
    this.newBytes += bytes.length;
  }

  hasAttachment(name: string): boolean {
    return this.#attachments.has(name);
  }

  async putAttachment(name: string, bytes: Uint8Array): Promise<void> {
    await putVerified(attachmentPath(this.folder, name), bytes, sha256(bytes));
    this.#attachments.add(name);
    this.newBytes += bytes.length;
  }

  putKeys(keys: StoreKeys): void {
    const path = join(this.folder, "keys.json");
    writeFileSync(`${path}.unfinished`, `${JSON.stringify({ ...keys, checksum: sha256(canonicalJson(keys)) }, null, 2)}\n`);
    publish(`${path}.unfinished`, path);
  }

  syncFolders(): void {
    for (const kind of ["chunks", "attachments"]) {
      const parent = join(this.folder, kind);
      if (existsSync(parent)) for (const two of readdirSync(parent)) syncToDisk(join(parent, two));
    }
  }
}

/** What waits in memory for the disk: more of it at once would keep the counter's commits waiting. */
const CHUNKS_PER_SYNC = 32;

/** Puts the chunks together; every one is compared with its hash on the way. */
export async function assemble(
  folder: string,
  manifest: BackupManifest,
  target: string,
  onChunk: (done: number) => void,
): Promise<void> {
  const file = await open(target, "w", 0o600);
  try {
    for (const [done, hash] of manifest.chunks.entries()) {
      onChunk(done);
      await file.write(await readChunk(folder, hash));
      if (done % CHUNKS_PER_SYNC === CHUNKS_PER_SYNC - 1) await file.datasync();
    }
    await file.truncate(manifest.bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readChunk(folder: string, hash: string): Promise<Buffer> {
  const path = chunkPath(folder, hash);
  const bytes = existsSync(path) ? await readFile(path) : undefined;
  if (bytes === undefined) throw new StoreRefusal("backup-damaged", `chunk ${hash} is missing`);
  if (createHash("sha256").update(bytes).digest("hex") !== hash)
    throw new StoreRefusal("backup-damaged", `chunk ${hash} is damaged`);
  return bytes;
}

/** Chunks that are missing or damaged, as sentences; at most 20. */
export async function chunkProblems(folder: string, manifest: BackupManifest): Promise<string[]> {
  const problems: string[] = [];
  for (const hash of new Set(manifest.chunks)) {
    try {
      await readChunk(folder, hash);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      problems.push(error.message);
      if (problems.length === 20) break;
    }
  }
  return problems;
}

export function readBackedUpAttachment(folder: string, name: string): Buffer | undefined {
  const path = attachmentPath(folder, name);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Removes backups, and chunks that no backup needs any more. A backup whose manifest cannot be read keeps every chunk. */
export function removeBackups(folder: string, names: readonly string[]): void {
  if (names.length === 0) return;
  for (const name of names)
    for (const path of [manifestPath(folder, name), proofPath(folder, name)]) rmSync(path, { force: true });
  const needed = new Set<string>();
  for (const name of backupNames(folder)) {
    try {
      for (const hash of readManifest(folder, name).chunks) needed.add(hash);
    } catch {
      return;
    }
  }
  for (const path of everyFile(join(folder, "chunks"))) {
    if (!needed.has(path.slice(-64)) || path.endsWith(".unfinished")) rmSync(path, { force: true });
  }
}

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

/** Which backups go: kept are all of the newest day, one a day for a month, one a month for ever. `names` newest first. */
export function thinned(names: readonly string[], now: string): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const at = instantOf(name);
    const age = Date.parse(now) - Date.parse(at);
    if (age < DAYS || name.endsWith("-before-restore")) return false;
    const period = age < 31 * DAYS ? at.slice(0, "YYYY-MM-DD".length) : at.slice(0, "YYYY-MM".length);
    if (seen.has(period)) return true;
    seen.add(period);
    return false;
  });
}

export const backupName = (at: string, reason: BackupReason): string => `${instantForName(at)}-${reason}`;

/** Writes, reads and removes a file: whether a folder can be used at all. */
export function probeFolder(folder: string): void {
  const path = join(folder, "probe.unfinished");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, "probe");
    if (readFileSync(path, "utf8") !== "probe") throw new Error("it does not give back what was written");
    rmSync(path);
  } catch (error) {
    throw new StoreRefusal("backup-failed", `${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
