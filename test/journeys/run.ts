/**
 * `npm run test:journeys`: many random lives, every law.
 *
 *   --persons 20000   how many
 *   --seed 7          which; without it another run each time, and its number is printed
 *   --life 123456     one life alone, with everything that breaks a law
 *   --known           also the known faults, each with the shortest life that shows it
 */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { explain, faults, summary } from "./report.ts";
import { keyOf, tally, together, type Tally } from "./tally.ts";
import type { Share } from "./worker.ts";

const THREADS = 2;

const { values } = parseArgs({
  options: {
    persons: { type: "string", default: "20000" },
    seed: { type: "string" },
    life: { type: "string" },
    known: { type: "boolean", default: false },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function share(run: number, persons: number, first: number): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("worker.ts", import.meta.url), {
      workerData: { run, persons, first, step: THREADS } satisfies Share,
    });
    worker.on("message", (found: Tally) => resolve(found));
    worker.on("error", reject);
  });
}

function explainAll(result: Tally): void {
  for (const failure of result.failures.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
    say(`\n${keyOf(failure)} (${failure.persons} persons)\n${explain(failure)}`);
}

if (values.life !== undefined) {
  const result = tally([Number(values.life)]);
  say(summary(result));
  explainAll(result);
} else {
  const run = values.seed === undefined ? randomInt(1_000_000) : Number(values.seed);
  const persons = Number(values.persons);
  const started = performance.now();
  const result = together(await Promise.all(Array.from({ length: THREADS }, (_none, first) => share(run, persons, first))));
  say(summary(result));
  say(`seed ${run}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (values.known) explainAll(result);
  const found = faults(result);
  for (const fault of found) say(`\n${fault}`);
  if (found.length > 0) process.exitCode = 1;
}
