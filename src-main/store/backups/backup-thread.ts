/** The thread that backups are copied and proved in: one answer to each job. Entry of its own in the bundle. */
import { parentPort } from "node:worker_threads";
import { carryOut, type BackupJobs } from "./jobs.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import type { ThreadAnswer, ThreadJob } from "./in-thread.ts";

/** Between threads a buffer arrives as plain bytes. */
const withKey = <Job extends BackupJobs[keyof BackupJobs]["job"]>(job: Job): Job => ({
  ...job,
  key: job.key === null ? null : { bytes: Buffer.from(job.key.bytes) },
});

async function answer({ name, job }: ThreadJob): Promise<ThreadAnswer> {
  try {
    // the caller's types have proved that the job is the one of its name
    return { value: await (carryOut[name] as (job: unknown) => Promise<BackupJobs[keyof BackupJobs]["answer"]>)(withKey(job)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof StoreError) return { failure: { as: "StoreError", kind: error.kind, message } };
    if (error instanceof StoreRefusal) return { failure: { as: "StoreRefusal", code: error.code, message } };
    return { failure: { as: "Error", message } };
  }
}

parentPort!.on("message", async (job: ThreadJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads, not windows
  parentPort!.postMessage(await answer(job));
});
