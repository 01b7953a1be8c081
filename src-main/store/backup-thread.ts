/** The thread that backups are copied and proved in: one job, one answer. Entry of its own in the bundle. */
import { parentPort, workerData } from "node:worker_threads";
import { copyStore, type CopyJob } from "./backup-copy.ts";
import { proveBackup, type ProofJob } from "./backup-proof.ts";
import { foldLog } from "./connection.ts";
import { StoreError, StoreRefusal } from "./errors.ts";
import type { ThreadAnswer, ThreadJobs } from "./in-thread.ts";
import type { DataKey } from "./sealing.ts";

/** Between threads a buffer arrives as plain bytes. */
const withKey = <Job extends { readonly key: DataKey | null }>(job: Job): Job => ({
  ...job,
  key: job.key === null ? null : { bytes: Buffer.from(job.key.bytes) },
});

async function answer(): Promise<ThreadAnswer> {
  const { name, job } = workerData as { name: keyof ThreadJobs; job: CopyJob | ProofJob };
  try {
    switch (name) {
      case "fold":
        foldLog((job as CopyJob).storePath, withKey(job as CopyJob).key);
        return { value: null };
      case "copy":
        return { value: await copyStore(withKey(job as CopyJob)) };
      case "prove":
        return { value: await proveBackup(withKey(job as ProofJob)) };
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof StoreError) return { failure: { as: "StoreError", kind: error.kind, message } };
    if (error instanceof StoreRefusal) return { failure: { as: "StoreRefusal", code: error.code, message } };
    return { failure: { as: "Error", message } };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads, not windows
parentPort!.postMessage(await answer());
