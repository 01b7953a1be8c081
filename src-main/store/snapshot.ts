/**
 * One backup of an open store, into one or more folders at once. The store goes on being written meanwhile: the log is folded
 * into the file, a reader holds that state (SQLite then leaves the file alone and writes to the log only), and the file is
 * copied piece by piece between the calls of the counter.
 */
import { accessSync, constants, existsSync, read, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { placeIn } from "./attachment-files.ts";
import { contentsOf, encodeContents } from "./backup-contents.ts";
import { BackupTarget, backupName, writeManifest, type BackupManifest } from "./backup-folder.ts";
import { openReader } from "./connection.ts";
import { StoreError, asStoreError } from "./errors.ts";
import { internalsOf } from "./open.ts";
import type { BackupFailure, BackupReason, Store, StoreErrorKind } from "./types.ts";

const readAt = promisify(read);

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** Small chunks copy less of what has not changed, large ones keep the manifests of a large store short. */
const chunkSize = (storeBytes: number): number => (storeBytes <= 256 * MIB ? 64 * KIB : storeBytes <= 4 * GIB ? 256 * KIB : MIB);

export interface Snapshot {
  readonly manifests: readonly { readonly folder: string; readonly manifest: BackupManifest }[];
  readonly failures: readonly BackupFailure[];
}

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  // on another thread; the counter's calls are answered meanwhile
  Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");

/** Folders that fail are left out and told; the store's own troubles are thrown. */
export async function takeSnapshot(
  store: Store,
  folders: readonly string[],
  reason: BackupReason,
  now: () => string,
): Promise<Snapshot> {
  const { writer, keys, rawFile, files } = internalsOf(store);
  const key = keys?.key ?? null;
  const at = now();
  const failures: BackupFailure[] = [];
  const targets = new Map<string, BackupTarget>();
  const failed = (folder: string, error: unknown): void => {
    targets.delete(folder);
    failures.push({ at: now(), folder, ...codeOf(error, folder) });
  };
  for (const folder of folders) {
    try {
      targets.set(folder, new BackupTarget(folder));
    } catch (error) {
      failed(folder, error);
    }
  }

  // between shifts what lies there is trusted; a shift ends with a backup of which every byte was read back
  const compares = reason !== "timer";
  const descriptor = rawFile();
  const holder = openReader(store.path, key);
  try {
    const release = holdFile(store.path, holder, writer);
    const chunks: string[] = [];
    const contents = contentsOf(holder, holder.pragma("user_version") as number);
    const names = holder.all<{ sha256: string }>("SELECT DISTINCT sha256 FROM attachments").map((row) => row.sha256);
    const bytes = (holder.pragma("page_count") as number) * (holder.pragma("page_size") as number);
    const chunkBytes = chunkSize(bytes);
    try {
      for (let offset = 0; offset < bytes && targets.size > 0; offset += chunkBytes) {
        const chunk = Buffer.alloc(Math.min(chunkBytes, bytes - offset));
        const { bytesRead } = await readAt(descriptor, chunk, 0, chunk.length, offset);
        if (bytesRead !== chunk.length) throw new StoreError("corrupt", `${store.path} ends at ${offset + bytesRead}`);
        const hash = await digest(chunk);
        chunks.push(hash);
        // a map may lose entries while it is walked through
        for (const target of targets.values()) {
          await target.putChunk(hash, chunk, compares).catch((error: unknown) => failed(target.folder, error));
        }
      }
    } finally {
      release();
    }
    for (const name of names) {
      const wanting = [...targets.values()].filter((target) => !target.hasAttachment(name));
      if (wanting.length === 0) continue;
      const path = placeIn(files.folder, name);
      // one that is gone is told by verify and by reading it, not by a backup that fails for ever
      if (!existsSync(path)) continue;
      const content = await readFile(path);
      for (const target of wanting) {
        await target.putAttachment(name, content).catch((error: unknown) => failed(target.folder, error));
      }
    }
    const manifests = [];
    for (const target of targets.values()) {
      const manifest: BackupManifest = {
        format: 1,
        name: backupName(at, reason),
        at,
        reason,
        keys: keys?.keys ?? null,
        bytes,
        chunkBytes,
        chunks,
        newBytes: target.newBytes,
        contents: encodeContents(contents, key),
      };
      try {
        target.syncFolders();
        if (keys !== null) target.putKeys(keys.keys);
        writeManifest(target.folder, manifest);
        manifests.push({ folder: target.folder, manifest });
      } catch (error) {
        failed(target.folder, error);
      }
    }
    return { manifests, failures };
  } finally {
    holder.close();
  }
}

const TRIES = 3;

/** The file then holds everything up to now and stays as it is until the returned function is called. */
function holdFile(
  path: string,
  holder: ReturnType<typeof openReader>,
  writer: ReturnType<typeof internalsOf>["writer"],
): () => void {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    writer.pragmaRows("wal_checkpoint(TRUNCATE)");
    const release = holder.hold();
    const log = `${path}-wal`;
    // nothing was written between the two: the reader reads the file alone
    if (!existsSync(log) || statSync(log).size === 0) return release;
    release();
  }
  throw new StoreError("locked", `another program keeps the log of ${path} from being folded in`);
}

const TOLD_KINDS: Partial<Record<StoreErrorKind, BackupFailure["code"]>> = {
  full: "store-full",
  "read-only": "store-read-only",
  corrupt: "store-corrupt",
};

/** `folder` is asked once more: making folders on a read-only disk is answered with "no such folder". */
export function codeOf(error: unknown, folder: string): Pick<BackupFailure, "code" | "detail"> {
  const detail = error instanceof Error ? error.message : String(error);
  for (const candidate of [asStoreError(error), asStoreError(errorOfWriting(folder))]) {
    const code = candidate instanceof StoreError ? TOLD_KINDS[candidate.kind] : undefined;
    if (code !== undefined) return { code, detail };
  }
  return { code: "backup-failed", detail };
}

function errorOfWriting(folder: string): unknown {
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return error;
  }
}
