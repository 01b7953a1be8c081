/** Lists that take a while to write: how far they are, and that they can be given up. Known in memory only. */
import { setImmediate as breathe } from "node:timers/promises";
import type { ExportFile, ExportProgress } from "../../../src-shared/contract/index.ts";
import type { Progress } from "../../receipts/types.ts";
import type { ClerkContext } from "../frame/handlers.ts";

interface Job {
  readonly clerkId: string;
  done: number;
  total: number;
  cancelled: boolean;
}

class GivenUp extends Error {}

/** Nothing was made, nothing has left. */
const GIVEN_UP: ExportFile = { name: "", mimeType: "", base64: null, savedAs: null, cancelled: true, rows: 0 };

export class ExportJobs {
  readonly #running = new Map<string, Job>();

  /** @param write calls `step` often: others get their turn there, and a list that was given up ends there */
  async run(exportId: string, { clerk }: ClerkContext, write: (step: Progress) => Promise<ExportFile>): Promise<ExportFile> {
    const job: Job = { clerkId: clerk.id, done: 0, total: 0, cancelled: false };
    this.#running.set(exportId, job);
    try {
      return await write(async (done, total) => {
        Object.assign(job, { done, total });
        await breathe();
        if (job.cancelled) throw new GivenUp();
      });
    } catch (error) {
      if (error instanceof GivenUp) return GIVEN_UP;
      throw error;
    } finally {
      this.#running.delete(exportId);
    }
  }

  /** `null` for one that is not running, or somebody else's. */
  progress(exportId: string, { clerk }: ClerkContext): ExportProgress | null {
    const job = this.#running.get(exportId);
    return job?.clerkId === clerk.id ? { done: job.done, total: job.total } : null;
  }

  cancel(exportId: string, { clerk }: ClerkContext): void {
    const job = this.#running.get(exportId);
    if (job?.clerkId === clerk.id) job.cancelled = true;
  }
}
