/** Work that takes long, away from the thread that answers the counter. */
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ErrorCode } from "../../../src-shared/contract/errors.ts";
import { carryOut, type BackupJobs } from "./jobs.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import type { StoreErrorKind } from "../file/types.ts";

export interface ThreadJob {
  readonly name: keyof BackupJobs;
  readonly job: BackupJobs[keyof BackupJobs]["job"];
}

/** Errors lose their class between threads. */
export type ThreadAnswer =
  | { readonly value: BackupJobs[keyof BackupJobs]["answer"] }
  | {
      readonly failure:
        | { readonly as: "StoreError"; readonly kind: StoreErrorKind; readonly message: string }
        | { readonly as: "StoreRefusal"; readonly code: ErrorCode; readonly message: string }
        | { readonly as: "Error"; readonly message: string };
    };

/** Beside this file in the sources; in the bundle an entry beside the program's own, whichever chunk this file went into. */
function entry(): string {
  const here = fileURLToPath(import.meta.url);
  const folder = dirname(here);
  return join(basename(folder) === "chunks" ? dirname(folder) : folder, `backup-thread${extname(here)}`);
}

/** A thread that has answered waits so long for the next job: a backup is four of them, one after another. */
const RESTS_MS = 5_000;

/** Threads of this process that wait for a job, with what ends them. They hold up nobody's end. */
const resting = new Map<Worker, NodeJS.Timeout>();

function awake(): Worker {
  for (const [worker, end] of resting) {
    clearTimeout(end);
    resting.delete(worker);
    worker.ref();
    return worker;
  }
  return new Worker(entry());
}

function rest(worker: Worker): void {
  worker.unref();
  const end = setTimeout(() => {
    resting.delete(worker);
    void worker.terminate();
  }, RESTS_MS);
  resting.set(worker, end.unref());
}

async function answerOf(worker: Worker, job: ThreadJob): Promise<ThreadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
  const ended = (code: number): void => reject(new Error(`the thread of ${job.name} ended with ${code}`));
  worker.on("message", resolve).on("error", reject).on("exit", ended);
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads, not windows
    worker.postMessage(job);
    return await promise;
  } finally {
    worker.off("message", resolve).off("error", reject).off("exit", ended);
  }
}

export interface Threads {
  run<Name extends keyof BackupJobs>(name: Name, job: BackupJobs[Name]["job"]): Promise<BackupJobs[Name]["answer"]>;
  /** Ends what runs; its caller hears of it as an error. */
  stop(): void;
}

export function threads(): Threads {
  const running = new Set<Worker>();
  return {
    async run<Name extends keyof BackupJobs>(name: Name, job: BackupJobs[Name]["job"]) {
      const worker = awake();
      running.add(worker);
      try {
        const answer = await answerOf(worker, { name, job });
        // one that was told to end meanwhile answers nobody any more, though its answer may have been on the way
        if (!running.delete(worker)) throw new Error(`the thread of ${name} ended before it was heard`);
        rest(worker);
        if ("value" in answer) return answer.value;
        throw errorOf(answer.failure);
      } finally {
        running.delete(worker);
      }
    },
    stop() {
      for (const worker of running) void worker.terminate();
      running.clear();
    },
  };
}

function errorOf(failure: Extract<ThreadAnswer, { failure: unknown }>["failure"]): Error {
  switch (failure.as) {
    case "StoreError":
      return new StoreError(failure.kind, failure.message);
    case "StoreRefusal":
      return new StoreRefusal(failure.code, failure.message);
    case "Error":
      return new Error(failure.message);
  }
}

/** The same work beside its caller: for whoever watches or disturbs every write of a process. */
export const inThisThread = (): Threads => ({
  run: (name, job) => (carryOut[name] as (job: unknown) => Promise<never>)(job),
  stop: () => undefined,
});
