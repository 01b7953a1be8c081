/**
 * Decisions with full steps a second: every matter by its frozen facts, each alone in a process and after all matters were used; what
 * surrounds a decision (facts as typed, summary, written down); the command line over a million people. Medians of five runs.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Bench, type BenchRow } from "./measure.ts";
import { frozenCounts, mix, TEN_STAYS } from "./rules/mix.ts";
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
type Rates = Readonly<Record<string, number>>;
type Situation = "alone" | "after all";

function oneRun(...what: readonly string[]): Rates {
  const told = execFileSync(process.execPath, [ONE_RUN, ...what], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(told) as Rates;
}

function fiveRuns(names: readonly string[]): Record<Situation, readonly Rates[]> {
  const runs = Array.from({ length: RUNS }, (_, run) => {
    process.stderr.write(`run ${run + 1} of ${RUNS} …\n`);
    return { "after all": oneRun(), alone: Object.assign({}, ...[...names, PEOPLE].map((name) => oneRun(name))) as Rates };
  });
  return { alone: runs.map((run) => run.alone), "after all": runs.map((run) => run["after all"]) };
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

/** As an analyst runs it. */
function batch(
  folder: string,
  people: number,
  ...options: readonly string[]
): { readonly seconds: number; readonly megabytes: number } {
  const file = join(folder, `${people}.jsonl`);
  const BLOCK = 1000;
  for (let i = 0; i < people; i += BLOCK)
    appendFileSync(file, Array.from({ length: BLOCK }, (_, j) => `${JSON.stringify(FACTS[(i + j) % FACTS.length])}\n`).join(""));
  const args = ["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", file, "--batch", ...options];
  const ended = spawnSync(process.execPath, [ONE_RUN, "--batch", ...args], { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  rmSync(file);
  if (ended.status !== 0) throw new Error(ended.stderr.toString());
  return JSON.parse(ended.output[3]!.toString()) as { seconds: number; megabytes: number };
}

function batches(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), "yibao-bench-"));
  try {
    const seconds = median(Array.from({ length: RUNS }, () => batch(folder, 1_000_000, "--summary").seconds));
    const [few, many] = [5000, 50_000].map((people) => batch(folder, people).megabytes) as [number, number];
    return [
      {
        name: "counter evaluate --batch --summary, 1,000,000 people",
        unit: "s of processor",
        median: seconds,
        target: `≤ ${BATCH_SECONDS} s`,
        met: seconds <= BATCH_SECONDS / MET_FROM,
      },
      {
        name: "counter evaluate --batch, peak of 50,000 people against 5,000",
        unit: "MB",
        median: many,
        baselineMedian: few,
        ratio: many / few,
        target: `≤ ${BATCH_GROWTH}`,
        met: many / few <= BATCH_GROWTH,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bench: Bench = () => {
  const frozen = frozenCounts();
  const ready = mix();
  const names = [...ready.keys()];
  const runs = fiveRuns(names);
  const situations: readonly Situation[] = ["alone", "after all"];
  return [
    ...situations.flatMap((situation) => rowsOfPeople(situation, runs[situation])),
    ...names.flatMap((name) =>
      situations.map((situation) => decidedRow(name, situation, runs[situation], frozen.get(name)!, ready.get(name)!.length)),
    ),
    ...batches(),
  ];
};

export default bench;
