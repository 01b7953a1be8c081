/** The store file as a file: what it is before SQLite touches it, and moves that survive a power cut. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { StoreError } from "./errors.ts";
import { APPLICATION_ID, DEMO_APPLICATION_ID, ENCRYPTED_MARK } from "./format.ts";

/** The same store must get the same lock, by whatever path it is reached. */
export function realStorePath(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const folder = dirname(full);
  mkdirSync(folder, { recursive: true });
  return join(realpathSync(folder), basename(full));
}

const HEADER_BYTES = 72;

export type StoreHeader =
  | { readonly encrypted: false; /** The `user_version`. */ readonly version: number; readonly demo: boolean }
  | { readonly encrypted: true; readonly keyId: string };

/**
 * What a store's file says about itself without a key.
 *
 * Reads the file itself, not through SQLite, so that a file that is not ours is left without a trace. Must not be called
 * for a store that this process has open: closing any descriptor of a file drops all POSIX locks the process holds on it.
 * @throws StoreError `not-ours` for anything but a store, also for an empty file; whether the rest is sound SQLite finds out
 */
export function readHeader(path: string): StoreHeader {
  if (!statSync(path).isFile()) throw new StoreError("not-ours", `${path} is not a file`);
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(path, "r");
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  const mark = ENCRYPTED_MARK.length;
  if (header.subarray(0, mark).equals(ENCRYPTED_MARK)) {
    requireSoundNumbers(path, header, ENCRYPTED_RESERVED_BYTES);
    return { encrypted: true, keyId: header.subarray(mark, 2 * mark).toString("hex") };
  }
  const application = header.readInt32BE(68);
  const demo = application === DEMO_APPLICATION_ID;
  if (application !== APPLICATION_ID && !demo) throw new StoreError("not-ours", `${path} is not a store of this program`);
  requireSoundNumbers(path, header, 0);
  return { encrypted: false, version: header.readInt32BE(60), demo };
}

/** The same; `undefined` for what is no store, or a damaged one. */
export function headerIfSound(path: string): StoreHeader | undefined {
  try {
    return readHeader(path);
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

/** What the cipher adds to each page: nonce and tag. */
const ENCRYPTED_RESERVED_BYTES = 64;

/**
 * Bytes 16 to 23 are the only ones that an encrypted store neither encrypts nor authenticates: page size, journal mode for
 * writing and for reading, reserved bytes of a page, three constants. In every store of ours each has one value (the two modes
 * are 1 for a copy and 2 in use), and SQLite answers to another one with anything: a file that seems read-only or locked, pages
 * cut at the wrong place, or nothing at all. So they are asked here. A wrong one is not put right in silence, although its
 * value is known: a disk that changes one bit has most likely changed others, and the backup is the sound copy.
 */
function requireSoundNumbers(path: string, header: Buffer, reservedBytes: number): void {
  const mode = header[18]!;
  const sound = Buffer.from([0x10, 0x00, mode, mode, reservedBytes, 64, 32, 32]);
  if ((mode !== 1 && mode !== 2) || !header.subarray(16, 24).equals(sound)) {
    throw new StoreError("corrupt", `the header of ${path} is damaged`);
  }
}

/** A log without its store holds commits that a new file of that name would swallow or lose. */
export function refuseOrphanLog(path: string): void {
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0)
    throw new StoreError("corrupt", `${path} is gone, its log ${log} is still there`);
}

/** Forces a file's content, or a folder's list of names, onto the disk. */
export function syncToDisk(path: string): void {
  // Windows opens no folders; NTFS journals names by itself
  if (process.platform === "win32" && statSync(path).isDirectory()) return;
  const descriptor = openSync(path, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a finished file its final name; after a crash there is either all of it or nothing. */
export function publish(temporary: string, final: string): void {
  syncToDisk(temporary);
  renameSync(temporary, final);
  syncToDisk(dirname(final));
}

/** Removes a database file that never got its final name, with what SQLite keeps beside it. */
export function removeUnfinished(temporary: string): void {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(temporary + suffix, { force: true });
}

export const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Of all files in a folder and below it. */
export function bytesBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isDirectory() ? bytesBelow(join(folder, entry.name)) : sizeOf(join(folder, entry.name))),
    0,
  );
}

/** `null` where the system does not tell. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder));
    return bavail * bsize;
  } catch {
    return null;
  }
}
