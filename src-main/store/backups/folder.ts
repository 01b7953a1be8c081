/**
 * A folder of backups: the room of one store. A store's file is kept as chunks named by their SHA-256, so that a backup adds only what has changed;
 * a manifest lists the chunks in order. Chunks are pieces of the encrypted file: nothing here needs the key.
 *
 *     <name>.json      manifest, written last        chunks/ab/abcd…       attachments/ab/abcd…       keys.json
 *     <name>.proof     what came of trying it out      store.json, see `places/marker.ts`
 */
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { LARGEST_ATTACHMENT_BYTES } from "../../../src-shared/domain/case.ts";
import { everyFile } from "../areas/cases/attachment-files.ts";
import { instantOf, isMadeFor } from "./names.ts";
import { canonicalJson, sha256 } from "../file/canonical.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { freeBytes, publish, syncToDisk } from "../file/files.ts";
import type { StoreKeys } from "../keys/keys.ts";
import { backupNames, foldersOf } from "./places/rooms.ts";
import { manifestPath, readManifest, type BackupManifest } from "../trust/manifest.ts";
import { isPlainFolder, readPlainFile, writeNewFile } from "../trust/outside.ts";

const HASH = /^[0-9a-f]{64}$/;

export const proofPath = (folder: string, name: string): string => manifestPath(folder, name).replace(/json$/, "proof");

function pathIn(folder: string, kind: "chunks" | "attachments", hash: string): string {
  if (!HASH.test(hash)) throw new StoreRefusal("backup-damaged", "a part is not named by a hash");
  return join(folder, kind, hash.slice(0, 2), hash);
}
export const chunkPath = (folder: string, hash: string): string => pathIn(folder, "chunks", hash);
export const attachmentPath = (folder: string, name: string): string => pathIn(folder, "attachments", name);

/** A file of the folder, unless it or the folders around it are links, pipes or the like. */
function readPart(path: string, most: number): Buffer | undefined {
  const parent = dirname(path);
  return isPlainFolder(parent) && isPlainFolder(dirname(parent)) ? readPlainFile(path, most) : undefined;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

/** Writes, forces onto the disk, reads back and compares; then gives it its name. */
async function putVerified(path: string, bytes: Uint8Array, hash: string): Promise<void> {
  const temporary = `${path}.unfinished`;
  const parent = dirname(path);
  // neither of these makes the room: where it is gone with its stick, nothing is written to what lies beneath
  for (const folder of [dirname(parent), parent]) await makeFolder(folder);
  if (!isPlainFolder(parent) || !isPlainFolder(dirname(parent)))
    throw new StoreRefusal("backup-failed", `${parent} is no folder`);
  try {
    await rm(temporary, { force: true });
    const file = await open(temporary, "wx", 0o600);
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

/** What a room holds already, listed once. */
export class BackupTarget {
  readonly folder: string;
  readonly #chunks: Map<string, number>;
  readonly #attachments: Set<string>;
  newBytes = 0;

  constructor(folder: string) {
    this.folder = folder;
    const list = (kind: string): string[] => everyFile(join(folder, kind)).filter((path) => HASH.test(path.slice(-64)));
    this.#chunks = new Map(list("chunks").map((path) => [path.slice(-64), lstatSync(path).size]));
    this.#attachments = new Set(list("attachments").map((path) => path.slice(-64)));
  }

  /**
   * A chunk that lies there with another size was cut short by a crash of the machine, and is written anew; with `compare`
   * it is read and compared, and written anew when the disk has changed it.
   */
  async putChunk(hash: string, bytes: Uint8Array, compare: boolean): Promise<void> {
    const isThere = this.#chunks.get(hash) === bytes.length;
    if (isThere && (!compare || readPart(chunkPath(this.folder, hash), bytes.length)?.equals(bytes))) return;
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
    writeNewFile(`${path}.unfinished`, `${JSON.stringify({ ...keys, checksum: sha256(canonicalJson(keys)) }, null, 2)}\n`);
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

/** @throws StoreError `full` */
function requireSpace(folder: string, bytes: number): void {
  const free = freeBytes(folder);
  if (free !== null && free < bytes) throw new StoreError("full", `${bytes} bytes do not fit into ${folder}`);
}

/** Puts the chunks together; every one is compared with its hash on the way. */
export async function assemble(
  folder: string,
  manifest: BackupManifest,
  target: string,
  onChunk: (done: number) => void,
): Promise<void> {
  requireSpace(dirname(target), manifest.bytes);
  const file = await open(target, "wx", 0o600);
  try {
    for (const [done, hash] of manifest.chunks.entries()) {
      onChunk(done);
      await file.write(readChunk(folder, hash, manifest.chunkBytes));
      if (done % CHUNKS_PER_SYNC === CHUNKS_PER_SYNC - 1) await file.datasync();
    }
    await file.truncate(manifest.bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A part of a backup that is being taken over may lie in a room already. */
function readMoved(folder: string, path: (folder: string) => string, most: number): Buffer | undefined {
  for (const each of foldersOf(folder)) {
    const bytes = readPart(path(each), most);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

/** @throws StoreRefusal `backup-damaged` */
export function readChunk(folder: string, hash: string, bytes: number): Buffer {
  const chunk = readMoved(folder, (each) => chunkPath(each, hash), bytes);
  if (chunk === undefined) throw new StoreRefusal("backup-damaged", `chunk ${hash} is missing`);
  if (sha256(chunk) !== hash) throw new StoreRefusal("backup-damaged", `chunk ${hash} is damaged`);
  return chunk;
}

/** Chunks that are missing or damaged, as sentences; at most 20. */
export async function chunkProblems(folder: string, manifest: BackupManifest): Promise<string[]> {
  const problems: string[] = [];
  for (const hash of new Set(manifest.chunks)) {
    try {
      // others get their turn
      await setImmediate();
      readChunk(folder, hash, manifest.chunkBytes);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      problems.push(error.message);
      if (problems.length === 20) break;
    }
  }
  return problems;
}

/** What sealing adds, and room for larger attachments of a later program. */
const MOST_ATTACHMENT_BYTES = 4 * LARGEST_ATTACHMENT_BYTES;

export const readBackedUpAttachment = (folder: string, name: string): Buffer | undefined =>
  readMoved(folder, (each) => attachmentPath(each, name), MOST_ATTACHMENT_BYTES);

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

/**
 * Which backups go: kept are all of the newest day, one a day for a month, one a month for ever. `names` of one store, those that
 * reach furthest first. While the machine's clock is doubted none goes: by a wrong one nothing is old.
 */
export function thinned(names: readonly string[], now: string, clockDoubted: boolean): string[] {
  if (clockDoubted) return [];
  const seen = new Set<string>();
  return names.filter((name) => {
    const at = instantOf(name);
    const age = Date.parse(now) - Date.parse(at);
    if (age < DAYS || isMadeFor(name, "before-restore")) return false;
    const period = age < 31 * DAYS ? at.slice(0, "YYYY-MM-DD".length) : at.slice(0, "YYYY-MM".length);
    if (seen.has(period)) return true;
    seen.add(period);
    return false;
  });
}

/** Writes, reads and removes a file: whether a folder can be used at all. */
export function probeFolder(folder: string): void {
  const path = join(folder, "probe.unfinished");
  try {
    mkdirSync(folder, { recursive: true });
    writeNewFile(path, "probe");
    if (readFileSync(path, "utf8") !== "probe") throw new Error("it does not give back what was written");
    rmSync(path);
  } catch (error) {
    throw new StoreRefusal("backup-failed", `${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
