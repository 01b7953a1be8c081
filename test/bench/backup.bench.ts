/** What a backup costs the counter: how long it takes when little has changed, and how long a save waits while one is made or tried out. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { systemClock } from "../../src-main/clock.ts";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { openWithSafe, type SafeStore } from "../../src-main/store/index.ts";
import { median, quantile, type BenchRow } from "./measure.ts";
import { ADMINISTRATOR, BUSY_MATTER } from "./office/acts.ts";
import { seedOffice, seededOptions } from "./office/seed.ts";
import { people } from "./people.ts";

const SIZE = { people: 10_000, cases: 40_000 };
const PAUSE_TARGET_MS = 50;
const ROUNDS = 3;

const tell = (line: string): void => void process.stderr.write(`  ${line}\n`);

/** Saves one after the other, as fast as the thread lets them, until `work` is done; milliseconds of each with its wait for a turn. */
async function savesDuring(office: SafeStore, crowd: Generator<PersonInput>, work: Promise<unknown>): Promise<number[]> {
  const state = { done: false };
  const ended = work.finally(() => (state.done = true));
  const times: number[] = [];
  while (!state.done) {
    const started = performance.now();
    await breathe();
    const act = { operation: "cases.save", clerkId: ADMINISTRATOR.id, at: systemClock.now(), requestId: null };
    const content = { person: crowd.next().value!, asOf: "2025-07-15", facts: {}, materials: [], decision: null };
    office.store.cases.save(act, { caseId: null, matter: BUSY_MATTER, city: "dalian", content });
    times.push(performance.now() - started);
  }
  await ended;
  return times;
}

export default async function backupBench(): Promise<readonly BenchRow[]> {
  // on a disk: in memory a commit costs nothing, and neither does a copy
  const place = join(projectRoot, "node_modules/.cache/bench");
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, "backup-"));
  try {
    const path = join(folder, "counter.db");
    seedOffice(path, SIZE, tell);
    const { keepers = [] } = seededOptions(path);
    const office = openWithSafe(path, { clock: systemClock, keepers, onFailure: ({ detail }) => tell(detail) });
    const crowd = people(1_000_000);
    const alone = await savesDuring(office, crowd, new Promise((resolve) => setTimeout(resolve, 3000)));
    const first = await timed(() => office.safe.backups.make("manual"));
    const took: number[] = [];
    const during: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      during.push(...(await savesDuring(office, crowd, office.safe.backups.make("timer"))));
      took.push(performance.now() - started);
    }
    const [newest] = office.safe.backups.list();
    const started = performance.now();
    const whileProved = await savesDuring(office, crowd, office.safe.backups.prove(newest!));
    const proof = performance.now() - started;
    const restoring = { operation: "backup.restore", clerkId: ADMINISTRATOR.id, at: systemClock.now(), requestId: null };
    const restore = await timed(() => office.safe.restore.run(restoring, newest!));
    office.closeNow();
    const pause = (name: string, times: readonly number[]): BenchRow => ({
      name,
      unit: "ms",
      median: median(times),
      p95: quantile(times, 0.95),
      baselineMedian: median(alone),
      ratio: median(times) / median(alone),
      target: `p95 ≤ ${PAUSE_TARGET_MS} ms`,
      met: quantile(times, 0.95) <= PAUSE_TARGET_MS,
    });
    const size = `${SIZE.cases.toLocaleString("en-US")} cases, ${Math.round(newest!.bytes / 2 ** 20)} MiB`;
    return [
      { name: `first backup (${size})`, unit: "ms", median: first },
      { name: "backup with little changed", unit: "ms", median: median(took), p95: quantile(took, 0.95) },
      pause("a save while a backup is made", during),
      { name: "… the longest of them", unit: "ms", median: Math.max(...during), baselineMedian: Math.max(...alone) },
      pause("a save while a backup is tried out", whileProved),
      { name: "… the longest of them", unit: "ms", median: Math.max(...whileProved), baselineMedian: Math.max(...alone) },
      { name: "a backup tried out", unit: "ms", median: proof },
      { name: "restore, with a backup before", unit: "ms", median: restore },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
