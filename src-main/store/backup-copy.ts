/** Copies a store's file, held still by the caller, into one or more backup folders. Runs in a thread of its own. */
import { existsSync, fstatSync, read } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { placeIn } from "./attachment-files.ts";
import { BackupTarget, backupNames, removeBackups, thinned } from "./backup-folder.ts";
import { backupName, type ChainHead } from "./backup-names.ts";
import { codeOf } from "./backup-failures.ts";
import { sha256 } from "./canonical.ts";
import { openReader } from "./connection.ts";
import { StoreError } from "./errors.ts";
import type { StoreKeys } from "./keys.ts";
import type { DataKey } from "./sealing.ts";
import { signed, writeManifest, type BackupManifest } from "./trust/manifest.ts";
import type { BackupFailure, BackupReason } from "./types.ts";

export interface CopyJob {
  readonly storePath: string;
  readonly key: DataKey | null;
  /** Of the store's file. It belongs to the caller: closing it here would drop the locks that SQLite holds in this process. */
  readonly descriptor: number;
  readonly bytes: number;
  readonly attachmentFolder: string;
  readonly folders: readonly string[];
  readonly reason: BackupReason;
  readonly at: string;
  /** Whether chunks that lie there already are read and compared. */
  readonly compares: boolean;
  readonly keys: StoreKeys | null;
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

/** Folders that fail are left out and told; the store's own troubles are thrown. */
export async function copyStore(job: CopyJob): Promise<Copied> {
  const { at, reason, bytes, keys } = job;
  const failures: BackupFailure[] = [];
  const targets = new Map<string, BackupTarget>();
  const failed = (folder: string, error: unknown): void => {
    targets.delete(folder);
    failures.push({ at, folder, ...codeOf(error, folder) });
  };
  for (const folder of job.folders) {
    try {
      targets.set(folder, new BackupTarget(folder));
    } catch (error) {
      failed(folder, error);
    }
  }
  const chunkBytes = chunkSize(bytes);
  const chunks = await copyChunks(job, chunkBytes, targets, failed);
  await copyAttachments(job, targets, failed);
  const manifests = [];
  for (const target of targets.values()) {
    const unsigned: BackupManifest = {
      format: 1,
      name: backupName(at, reason, job.head),
      at,
      reason,
      keys,
      bytes,
      chunkBytes,
      chunks,
      newBytes: target.newBytes,
      contents: job.contents,
    };
    const manifest = signed(unsigned, job.key);
    try {
      target.syncFolders();
      if (keys !== null) target.putKeys(keys);
      writeManifest(target.folder, manifest);
      manifests.push({ folder: target.folder, manifest });
      removeBackups(target.folder, thinned(backupNames(target.folder), at));
    } catch (error) {
      failed(target.folder, error);
    }
  }
  return { manifests, failures };
}

type Failed = (folder: string, error: unknown) => void;

async function copyChunks(job: CopyJob, chunkBytes: number, targets: Map<string, BackupTarget>, failed: Failed) {
  const { descriptor, bytes, storePath } = job;
  const { ino } = fstatSync(descriptor);
  const chunks: string[] = [];
  for (let offset = 0; offset < bytes && targets.size > 0; offset += chunkBytes) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, bytes - offset));
    const { bytesRead } = await readAt(descriptor, chunk, 0, chunk.length, offset);
    if (bytesRead !== chunk.length) throw new StoreError("corrupt", `${storePath} ends at ${offset + bytesRead}`);
    const hash = sha256(chunk);
    chunks.push(hash);
    // a map may lose entries while it is walked through
    for (const target of targets.values()) {
      await target.putChunk(hash, chunk, job.compares).catch((error: unknown) => failed(target.folder, error));
    }
  }
  // the caller closed the store meanwhile, and the number may have become another file's
  if (fstatSync(descriptor).ino !== ino) throw new Error("the store was closed while it was copied");
  return chunks;
}

async function copyAttachments(
  { storePath, key, attachmentFolder }: CopyJob,
  targets: Map<string, BackupTarget>,
  failed: Failed,
) {
  // rows are never deleted: those of a later moment include those of the copied one
  const reader = openReader(storePath, key);
  const names = reader.all<{ sha256: string }>("SELECT DISTINCT sha256 FROM attachments").map((row) => row.sha256);
  reader.close();
  for (const name of names) {
    const wanting = [...targets.values()].filter((target) => !target.hasAttachment(name));
    if (wanting.length === 0) continue;
    const path = placeIn(attachmentFolder, name);
    // one that is gone is told by verify and by reading it, not by a backup that fails for ever
    if (!existsSync(path)) continue;
    const content = await readFile(path);
    for (const target of wanting) {
      await target.putAttachment(name, content).catch((error: unknown) => failed(target.folder, error));
    }
  }
}
