/**
 * One backup of an open store, into one or more folders at once. The store goes on being written meanwhile: the log is folded
 * into the file, a reader holds that state (SQLite then leaves the file alone and writes to the log only), and the file is
 * copied by another thread.
 */
import { existsSync, statSync } from "node:fs";
import { contentsOf, encodeContents } from "./backup-contents.ts";
import type { Copied, CopyJob } from "./backup-copy.ts";
import { openReader } from "./connection.ts";
import { StoreError } from "./errors.ts";
import type { Threads } from "./in-thread.ts";
import { internalsOf } from "./open.ts";
import { storeIdOf } from "./places/rooms.ts";
import type { Store } from "./types.ts";

export interface SnapshotOptions extends Pick<CopyJob, "places" | "reason" | "compares" | "clockDoubted" | "at"> {
  readonly run: Threads["run"];
}

/** Places that fail are left out and told; the store's own troubles are thrown. */
export async function takeSnapshot(store: Store, { run, ...asked }: SnapshotOptions): Promise<Copied> {
  const { writer, keys, rawFile, files } = internalsOf(store);
  const key = keys?.key ?? null;
  const storePath = store.path;
  const descriptor = rawFile();
  // a commit that finds the log long folds it in by itself: after a backup that would be all that was written meanwhile
  writer.pragmaRows("wal_autocheckpoint = 0");
  try {
    // the bulk of the log goes into the file in the other thread; what is left for this one is a few pages
    await run("fold", { storePath, key });
    const copied = await copyHeld();
    await run("fold", { storePath, key });
    return copied;
  } finally {
    writer.pragmaRows(`wal_autocheckpoint = ${USUAL_LOG_PAGES}`);
  }

  async function copyHeld(): Promise<Copied> {
    const holder = openReader(storePath, key);
    try {
      const release = holdFile(storePath, holder, writer);
      try {
        const contents = contentsOf(holder, holder.pragma("user_version") as number);
        return await run("copy", {
          storePath,
          key,
          descriptor,
          ...asked,
          owner: { storeId: storeIdOf(keys?.keys ?? null), office: contents.office },
          bytes: (holder.pragma("page_count") as number) * (holder.pragma("page_size") as number),
          attachmentFolder: files.folder,
          keys: keys?.keys ?? null,
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
