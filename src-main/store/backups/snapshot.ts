/**
 * One backup of a store, into one or more folders at once. The store goes on being written meanwhile: the log is folded into the
 * file, a reader holds that state (SQLite then leaves the file alone and writes to the log only), and the file is copied by another
 * thread.
 */
import { attachmentFolder } from "../areas/cases/attachment-files.ts";
import { contentsOf, encodeContents } from "./contents.ts";
import type { Copied, CopyJob } from "./copy.ts";
import { foldLog, openReader, openWriter, type ReaderConnection, type WriterConnection } from "../file/connection.ts";
import { StoreError } from "../file/errors.ts";
import type { Threads } from "./in-thread.ts";
import type { StoreKeys } from "../keys/keys.ts";
import { internalsOf } from "../file/open.ts";
import { storeIdOf } from "./places/rooms.ts";
import type { DataKey } from "../keys/sealing.ts";
import type { Store } from "../types.ts";

export interface SnapshotOptions extends Pick<CopyJob, "places" | "reason" | "compares" | "clockDoubted" | "at"> {
  readonly run: Threads["run"];
}

interface Source {
  readonly path: string;
  readonly key: DataKey | null;
  readonly keys: StoreKeys | null;
  /** Folds the log, and keeps others from committing for a moment. */
  readonly writer: Pick<WriterConnection, "pragmaRows" | "transact">;
  /** Of the file; see `StoreInternals.rawFile`. */
  readonly descriptor: number;
}

/** Of the store that this process has open. Places that fail are left out and told; the store's own troubles are thrown. */
export async function takeSnapshot(store: Store, options: SnapshotOptions): Promise<Copied> {
  const { writer, keys, rawFile } = internalsOf(store);
  // a commit that finds the log long folds it in by itself: after a backup that would be all that was written meanwhile
  writer.pragmaRows("wal_autocheckpoint = 0");
  try {
    const source = { path: store.path, key: keys?.key ?? null, keys: keys?.keys ?? null, writer, descriptor: rawFile() };
    return await snapshotOf(source, options);
  } finally {
    writer.pragmaRows(`wal_autocheckpoint = ${USUAL_LOG_PAGES}`);
  }
}

/** The same of a store that another process may have open: its commits go on, and wait for no more than a commit beside theirs. */
export async function takeSnapshotBeside(source: Omit<Source, "writer">, options: SnapshotOptions): Promise<Copied> {
  const writer = openWriter(source.path, "in-use", source.key);
  try {
    return await snapshotOf({ ...source, writer }, options);
  } finally {
    writer.close();
  }
}

async function snapshotOf(source: Source, { run, ...asked }: SnapshotOptions): Promise<Copied> {
  const { path: storePath, key, keys, descriptor } = source;
  // the bulk of the log goes into the file in the other thread; what is left for this one is a few pages
  await run("fold", { storePath, key });
  const copied = await copyHeld();
  await run("fold", { storePath, key });
  return copied;

  async function copyHeld(): Promise<Copied> {
    const holder = openReader(storePath, key);
    try {
      const release = holdFile(storePath, key, holder, source.writer);
      try {
        const contents = contentsOf(holder, holder.pragma("user_version") as number);
        return await run("copy", {
          storePath,
          key,
          descriptor,
          ...asked,
          owner: { storeId: storeIdOf(keys), office: contents.office },
          bytes: (holder.pragma("page_count") as number) * (holder.pragma("page_size") as number),
          attachmentFolder: attachmentFolder(storePath),
          keys,
          head: contents.auditHash === null ? null : { sequence: contents.auditSequence, hash: contents.auditHash },
          contents: encodeContents(contents, key),
        });
      } finally {
        release();
      }
    } finally {
      holder.close();
    }
  }
}

/** SQLite's own. */
const USUAL_LOG_PAGES = 1000;
const TRIES = 3;

/**
 * The file then holds everything up to now and stays as it is until the returned function is called: nobody commits between the
 * folding and the reading, and a reader of a log that is folded in whole reads the file alone, which keeps others from writing to it.
 */
function holdFile(path: string, key: DataKey | null, holder: ReaderConnection, writer: Source["writer"]): () => void {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    writer.pragmaRows("wal_checkpoint(TRUNCATE)");
    const release = writer.transact(() => (foldLog(path, key) ? holder.hold() : undefined));
    if (release !== undefined) return release;
  }
  throw new StoreError("locked", `another program keeps the log of ${path} from being folded in`);
}
