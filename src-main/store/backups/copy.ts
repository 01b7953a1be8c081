/** Copies a store's file, held still by the caller, into one or more backup folders. Runs in a thread of its own. */
import { fstatSync, mkdirSync, read } from "node:fs";
import { promisify } from "node:util";
import { MOST_FILE_BYTES, placeIn } from "../areas/cases/attachment-files.ts";
import { BackupTarget, removeBackups, thinned } from "./folder.ts";
import { backupName, type ChainHead } from "./names.ts";
import { codeOf } from "./failures.ts";
import { sha256 } from "../file/canonical.ts";
import { openReader, type Reader } from "../file/connection.ts";
import { StoreError } from "../file/errors.ts";
import type { StoreKeys } from "../keys/keys.ts";
import { markRoom, requireThere, type RoomOwner } from "./places/marker.ts";
import { ownBackups, takeOver } from "./places/taking-over.ts";
import type { DataKey } from "../keys/sealing.ts";
import { signed, writeManifest, type BackupManifest } from "../trust/manifest.ts";
import { readPlainFile } from "../trust/outside.ts";
import type { BackupFailure, BackupPlace } from "./types.ts";
import type { BackupReason } from "../../../src-shared/domain/safety-settings.ts";

export interface CopyJob {
  readonly storePath: string;
  readonly key: DataKey | null;
  /** Of the store's file. It belongs to the caller: closing it here would drop the locks that SQLite holds in this process. */
  readonly descriptor: number;
  readonly bytes: number;
  readonly attachmentFolder: string;
  readonly places: readonly BackupPlace[];
  /** Whose rooms they get there. */
  readonly owner: RoomOwner;
  readonly reason: BackupReason;
  readonly at: string;
  /** Whether chunks that lie there already are read and compared. */
  readonly compares: boolean;
  readonly keys: StoreKeys | null;
  /** Nothing is thinned out by a clock that may be wrong. */
  readonly clockDoubted: boolean;
  /** Of the audit as copied. */
  readonly head: ChainHead | null;
  /** `BackupContents`, encoded. */
  readonly contents: string;
}

export interface Copied {
  readonly manifests: readonly { readonly folder: string; readonly manifest: BackupManifest }[];
  readonly failures: readonly BackupFailure[];
}

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** Small chunks copy less of what has not changed, large ones keep the manifests of a large store short. */
const chunkSize = (storeBytes: number): number => (storeBytes <= 256 * MIB ? 64 * KIB : storeBytes <= 4 * GIB ? 256 * KIB : MIB);

const readAt = promisify(read);

/** A place of the job, and the room in it. */
interface Target {
  readonly place: BackupPlace;
  readonly room: BackupTarget;
}

/** Places that fail are left out and told; the store's own troubles are thrown. */
export async function copyStore(job: CopyJob): Promise<Copied> {
  const { at, key } = job;
  const failures: BackupFailure[] = [];
  const targets = new Set<Target>();
  const failed = (target: Target, error: unknown): void => {
    targets.delete(target);
    tell(target.place, error);
  };
  const tell = ({ folder }: BackupPlace, error: unknown): void => void failures.push({ at, folder, ...codeOf(error, folder) });
  const reader = openReader(job.storePath, key);
  try {
    for (const place of job.places) {
      try {
        targets.add({ place, room: roomIn(place, job, reader) });
      } catch (error) {
        tell(place, error);
      }
    }
    const chunkBytes = chunkSize(job.bytes);
    const chunks = await copyChunks(job, chunkBytes, targets, failed);
    await copyAttachments(job, reader, targets, failed);
    const manifests = [];
    for (const target of targets) {
      try {
        manifests.push({ folder: target.room.folder, manifest: finish(job, target, chunkBytes, chunks) });
        const own = ownBackups(target.room.folder, reader, key);
        removeBackups(target.room.folder, thinned(own, at, job.clockDoubted));
      } catch (error) {
        failed(target, error);
      }
    }
    return { manifests, failures };
  } finally {
    reader.close();
  }
}

function roomIn(place: BackupPlace, { owner, key }: CopyJob, reader: Reader): BackupTarget {
  if (place.kind === "beside-store") mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  requireThere(place, owner.storeId);
  const room = markRoom(place.folder, owner);
  takeOver(place.folder, room, owner.storeId, reader, key);
  return new BackupTarget(room);
}

function finish(job: CopyJob, { place, room }: Target, chunkBytes: number, chunks: readonly string[]): BackupManifest {
  const { at, reason, keys, bytes, contents } = job;
  const { newBytes } = room;
  const name = backupName(at, reason, job.head);
  const manifest = signed({ format: 1, name, at, reason, keys, bytes, chunkBytes, chunks, newBytes, contents }, job.key);
  // pulled meanwhile: what was written went to whatever lies beneath
  requireThere(place, job.owner.storeId);
  room.syncFolders();
  if (keys !== null) room.putKeys(keys);
  writeManifest(room.folder, manifest);
  return manifest;
}

type Failed = (target: Target, error: unknown) => void;

async function copyChunks(job: CopyJob, chunkBytes: number, targets: ReadonlySet<Target>, failed: Failed) {
  const { descriptor, bytes, storePath } = job;
  const { ino } = fstatSync(descriptor);
  const chunks: string[] = [];
  for (let offset = 0; offset < bytes && targets.size > 0; offset += chunkBytes) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, bytes - offset));
    const { bytesRead } = await readAt(descriptor, chunk, 0, chunk.length, offset);
    if (bytesRead !== chunk.length) throw new StoreError("corrupt", `${storePath} ends at ${offset + bytesRead}`);
    const hash = sha256(chunk);
    chunks.push(hash);
    // a set may lose entries while it is walked through
    for (const target of targets) {
      await target.room.putChunk(hash, chunk, job.compares).catch((error: unknown) => failed(target, error));
    }
  }
  // the caller closed the store meanwhile, and the number may have become another file's
  if (fstatSync(descriptor).ino !== ino) throw new Error("the store was closed while it was copied");
  return chunks;
}

async function copyAttachments({ attachmentFolder }: CopyJob, reader: Reader, targets: ReadonlySet<Target>, failed: Failed) {
  // rows are never deleted: those of a later moment include those of the copied one
  const names = reader.all<{ sha256: string }>("SELECT DISTINCT sha256 FROM attachments").map((row) => row.sha256);
  for (const name of names) {
    const wanting = [...targets].filter(({ room }) => !room.hasAttachment(name));
    if (wanting.length === 0) continue;
    const content = readPlainFile(placeIn(attachmentFolder, name), MOST_FILE_BYTES);
    // one that is gone, or a link or a pipe, is told by verify and by reading it, not by a backup that fails for ever
    if (content === undefined) continue;
    for (const target of wanting) {
      await target.room.putAttachment(name, content).catch((error: unknown) => failed(target, error));
    }
  }
}
