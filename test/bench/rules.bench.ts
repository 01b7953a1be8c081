/**
 * Decisions with full steps a second: every matter by its frozen facts, each alone in a process and after all matters were used; what
 * surrounds a decision (facts as typed, summary, written down); the command line over a million people. Medians of five runs.
 */
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Bench, type BenchRow } from "./measure.ts";
import { frozenCounts, TEN_STAYS } from "./rules/mix.ts";
import type { OneRun } from "./rules/one-run.ts";
import { FACTS, MATTER, PEOPLE, type WayOfPeople } from "./rules/people.ts";

const RUNS = 5;
const TARGET = 1_000_000;
const TARGETS: Readonly<Record<string, number>> = { "dalian.inpatient": 600_000, [TEN_STAYS]: 130_000 };
/** Runs differ by so much: a target counts as met from here on. */
const MET_FROM = 0.97;
const SUMMARY_TARGET = 200_000;
const WRITTEN_TARGET = 0.6;
const BATCH_SECONDS = 15;
const BATCH_GROWTH = 1.15;
const HISTORY_TARGET = 300_000;

const ONE_RUN = join(import.meta.dirname, "rules/one-run.ts");
type Rates = OneRun["rates"];
type Situation = "alone" | "after all";

/** A process that loads what it needs, and measures when it is told to. */
function start(what: readonly string[], cache: string) {
  const child = fork(ONE_RUN, what, { env: { ...process.env, NODE_COMPILE_CACHE: cache } });
  const ended = once(child, "exit").then(([code]): never => {
    throw new Error(`the run of ${what.join() || "all"} ended with ${String(code)}`);
  });
  const message = () => Promise.race([once(child, "message"), ended]);
  const loaded = message();
  const measure = async (): Promise<OneRun> => {
    child.send("measure");
    const [told] = (await message()) as [OneRun];
    return told;
  };
  return { loaded, measure };
}

/** Several load at once, which takes most of the time; nothing else runs while one measures. */
async function oneRun(names: readonly string[], cache: string): Promise<{ readonly alone: Rates; readonly all: OneRun }> {
  const told: OneRun[] = [];
  const tasks = [[], [PEOPLE], ...names.map((name) => [name])];
  const atOnce = availableParallelism();
  for (let i = 0; i < tasks.length; i += atOnce) {
    const started = tasks.slice(i, i + atOnce).map((what) => start(what, cache));
    await Promise.all(started.map(({ loaded }) => loaded));
    for (const { measure } of started) told.push(await measure());
  }
  const [all, ...alone] = told;
  return { all: all!, alone: Object.assign({}, ...alone.map(({ rates }) => rates)) as Rates };
}

const count = (value: number): string => value.toLocaleString("en-US");

function decidedRow(name: string, situation: Situation, runs: readonly Rates[], frozen: number, ready: number): BenchRow {
  const target = TARGETS[name] ?? TARGET;
  const rate = median(runs.map((run) => run[name]!));
  return {
    name: `${name}, ${situation}${ready < frozen ? ` (${ready} of ${frozen} frozen cases)` : ""}`,
    unit: "decisions/s",
    median: rate,
    target: `≥ ${count(target)}/s`,
    met: rate >= target * MET_FROM,
  };
}

function rowsOfPeople(situation: Situation, runs: readonly Rates[]): BenchRow[] {
  const rate = (way: WayOfPeople): number => median(runs.map((run) => run[way]!));
  const least = (target: number, reached: number) => ({ target: `≥ ${count(target)}/s`, met: reached >= target * MET_FROM });
  const row = (name: string) => ({ name: `${MATTER}: ${name}, ${situation}`, unit: "decisions/s" });
  const written = median(runs.map((run) => run["written" satisfies WayOfPeople]! / run["bare" satisfies WayOfPeople]!));
  return [
    {
      ...row("decision with all steps, against the arithmetic by hand"),
      median: rate("decided"),
      baselineMedian: rate("byHand"),
      ratio: rate("decided") / rate("byHand"),
      ...least(TARGET, rate("decided")),
    },
    { ...row("from facts as typed"), median: rate("typed") },
    { ...row("from facts as typed to a summary"), median: rate("summed"), ...least(SUMMARY_TARGET, rate("summed")) },
    {
      ...row("written down, against a bare JSON.stringify of the same"),
      median: rate("written"),
      baselineMedian: rate("bare"),
      ratio: written,
      target: `≥ ${WRITTEN_TARGET} of bare`,
      met: written >= WRITTEN_TARGET * MET_FROM,
    },
    { ...row("forty years of history, decided"), median: rate("history"), ...least(HISTORY_TARGET, rate("history")) },
    { ...row("forty years of history, the line read each time"), median: rate("historyRead") },
  ];
}

function fileOf(folder: string, people: number): string {
  const file = join(folder, `${people}.jsonl`);
  const block = Array.from({ length: 1000 }, (_, i) => `${JSON.stringify(FACTS[i % FACTS.length])}\n`).join("");
  for (let i = 0; i < people; i += 1000) appendFileSync(file, block);
  return file;
}

/** As an analyst runs it. */
function batch(file: string, ...options: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const args = ["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", file, "--batch", ...options];
  const ended = spawnSync(process.execPath, [ONE_RUN, "--batch", ...args], { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  if (ended.status !== 0) throw new Error(ended.stderr.toString());
  return JSON.parse(ended.output[3]!.toString()) as { seconds: number; megabytes: number };
}

function batches(folder: string): BenchRow[] {
  const million = fileOf(folder, 1_000_000);
  const seconds = median(Array.from({ length: RUNS }, () => batch(million, "--summary").seconds));
  // shorter runs end before the collector has found the size that it keeps to
  const few = batch(fileOf(folder, 50_000)).megabytes;
  const many = batch(fileOf(folder, 200_000)).megabytes;
  return [
    {
      name: "counter evaluate --batch --summary, 1,000,000 people",
      unit: "s of processor",
      median: seconds,
      target: `≤ ${BATCH_SECONDS} s`,
      met: seconds <= BATCH_SECONDS / MET_FROM,
    },
    {
      name: "counter evaluate --batch, peak of 200,000 people against 50,000",
      unit: "MB",
      median: many,
      baselineMedian: few,
      ratio: many / few,
      target: `≤ ${BATCH_GROWTH}`,
      met: many / few <= BATCH_GROWTH,
    },
  ];
}

const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), "yibao-bench-"));
  try {
    const frozen = frozenCounts();
    const told: Awaited<ReturnType<typeof oneRun>>[] = [];
    for (let run = 1; run <= RUNS; run++) {
      process.stderr.write(`run ${run} of ${RUNS} …\n`);
      told.push(await oneRun([...frozen.keys()], join(folder, "compiled")));
    }
    const runs: Readonly<Record<Situation, readonly Rates[]>> = {
      alone: told.map(({ alone }) => alone),
      "after all": told.map(({ all }) => all.rates),
    };
    const situations: readonly Situation[] = ["alone", "after all"];
    return [
      ...situations.flatMap((situation) => rowsOfPeople(situation, runs[situation])),
      ...Array.from(frozen, ([name, cases]) =>
        situations.map((situation) => decidedRow(name, situation, runs[situation], cases, told[0]!.all.ready[name]!)),
      ).flat(),
      ...batches(folder),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export default bench;
