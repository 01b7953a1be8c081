/** One thread's share of a run: every n-th person. */
import { parentPort, workerData } from "node:worker_threads";
import { lifeSeed, tally } from "./tally.ts";

export interface Share {
  readonly run: number;
  readonly persons: number;
  readonly first: number;
  readonly step: number;
}

function* lives({ run, persons, first, step }: Share): Generator<number> {
  for (let person = first; person < persons; person += step) yield lifeSeed(run, person);
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(tally(lives(workerData as Share)));
