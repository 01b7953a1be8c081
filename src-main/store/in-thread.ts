/** Work that takes long, away from the thread that answers the counter. */
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ErrorCode } from "../../src-shared/contract/errors.ts";
import { carryOut, type BackupJobs } from "./backup-jobs.ts";
import { StoreError, StoreRefusal } from "./errors.ts";
import type { StoreErrorKind } from "./types.ts";

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

export interface Threads {
  run<Name extends keyof BackupJobs>(name: Name, job: BackupJobs[Name]["job"]): Promise<BackupJobs[Name]["answer"]>;
  /** Ends what runs; its caller hears of it as an error. */
  stop(): void;
}

export function threads(): Threads {
  const running = new Set<Worker>();
  return {
    async run<Name extends keyof BackupJobs>(name: Name, job: BackupJobs[Name]["job"]) {
      const worker = new Worker(entry(), { workerData: { name, job } satisfies ThreadJob });
      running.add(worker);
      try {
        const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
          worker.once("message", resolve);
          worker.once("error", reject);
          worker.once("exit", (code) => reject(new Error(`the thread of ${name} ended with ${code}`)));
        });
        if ("value" in answer) return answer.value;
        throw errorOf(answer.failure);
      } finally {
        running.delete(worker);
      }
    },
    stop() {
      for (const worker of running) void worker.terminate();
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
