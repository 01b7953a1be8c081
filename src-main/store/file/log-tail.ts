/**
 * SQLite believes its log up to the first frame whose checksum is wrong, and drops the rest without a word: after a power cut that
 * is the commit nobody was told of. A bit that flipped earlier looks the same, but then commits lie behind it that were acknowledged.
 * Layout: https://www.sqlite.org/walformat.html; only the pages in the frames are encrypted.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { endianness } from "node:os";
import type { WriterConnection } from "./connection.ts";
import { StoreError } from "./errors.ts";
import { sizeOf } from "./files.ts";

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** Where the pages after a commit are counted, in the frame that ends it; and where the salts stand in the header and in a frame. */
const PAGES_AT = 4;
const SALTS_AT = { header: 16, frame: 8 };
const SALTS_BYTES = 8;
/** In the index of the log. */
const BELIEVED_AT = 16;

/** One may be what a power cut left of the commit under way; each one before was on the disk before the next began. */
const MOST_UNFINISHED = 1;

export const hasLog = (path: string): boolean => sizeOf(`${path}-wal`) > 0;

/** Whether a frame is of the generation that the header began; one of the two salts may have been hit by the flip. */
function isOfGeneration(salts: Buffer, frame: Buffer): boolean {
  const [here, there] = [0, SALTS_BYTES / 2];
  const at = SALTS_AT.frame;
  return (
    salts.readUInt32BE(here) === frame.readUInt32BE(at + here) || salts.readUInt32BE(there) === frame.readUInt32BE(at + there)
  );
}

/** Commits of the present generation behind the first `believed` frames. */
function commitsBehind(log: string, believed: number, pageBytes: number): number {
  if (!existsSync(log)) return 0;
  const file = openSync(log, "r");
  try {
    const salts = Buffer.alloc(SALTS_BYTES);
    readSync(file, salts, 0, SALTS_BYTES, SALTS_AT.header);
    const frame = Buffer.alloc(FRAME_HEADER_BYTES);
    const { size } = fstatSync(file);
    let commits = 0;
    for (let number = believed; ; number++) {
      const at = HEADER_BYTES + number * (FRAME_HEADER_BYTES + pageBytes);
      if (at + FRAME_HEADER_BYTES + pageBytes > size) return commits;
      readSync(file, frame, 0, FRAME_HEADER_BYTES, at);
      // the log is overwritten from its beginning: behind this generation lie frames of older ones
      if (!isOfGeneration(salts, frame)) continue;
      if (frame.readUInt32BE(PAGES_AT) !== 0) commits++;
    }
  } finally {
    closeSync(file);
  }
}

/** The first frames, up to the last commit that SQLite found sound; from its index of the log, which has the byte order of the machine. */
function believedFrames(indexPath: string): number {
  const index = openSync(indexPath, "r");
  try {
    const field = Buffer.alloc(4);
    readSync(index, field, 0, field.length, BELIEVED_AT);
    return endianness() === "LE" ? field.readUInt32LE(0) : field.readUInt32BE(0);
  } finally {
    closeSync(index);
  }
}

/**
 * To be called while only readers are open that have read already: the last writer to close would fold in what is believed, and
 * with it remove all trace of the rest.
 * @throws StoreError `corrupt` when acknowledged commits are no longer believed
 */
export function requireWholeLog(path: string, pageBytes: number): void {
  const index = `${path}-shm`;
  // a log beside a store that does not use one (it was restored meanwhile) is nobody's
  if (!existsSync(index)) return;
  const believed = believedFrames(index);
  const commits = commitsBehind(`${path}-wal`, believed, pageBytes);
  if (commits > MOST_UNFINISHED) {
    throw new StoreError("corrupt", `the log of ${path} is damaged behind frame ${believed}: ${commits} commits are unreadable`);
  }
}

/** So that what a power cut left is not counted a second time. */
export const beginNewLog = (writer: WriterConnection): void => void writer.pragmaRows("wal_checkpoint(TRUNCATE)");
