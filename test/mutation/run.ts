/**
 * `npm run test:mutation [-- file or folder of the rules …]`: whether the tests notice when the rules say something else.
 *
 * Every mutant of the rules is put to the tests that can tell it, the quickest first: golden cases, cases by hand, laws, unit tests.
 * What a second of tests has not killed is put to the rest together with other survivors, since most of them survive that too.
 * Stopped, it goes on where it was, as long as rules and tests are the same. What it finds is in `reports/mutation`.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { has, type Coverage } from "./coverage.ts";
import { canTell, orderOf, type Verdict } from "./judge.ts";
import { instrument, type Instrumented } from "./mutants.ts";
import { countOf, scoreOf, survivors, table, type Fate } from "./report.ts";
import type { Order } from "./worker.ts";
import { followAll } from "./workers.ts";

/** Below it the run fails, in percent. */
const LEAST_SCORE = 90;
/** Milliseconds of processor that a mutant gets alone. */
const ALONE = 1_000;
/** Mutants that are judged one after the other: neighbours, which often die of the same test. */
const NEIGHBOURS = 25;
/** Survivors that are put to a test together. */
const TOGETHER = 128;

/** All that a verdict rests on. */
const RESTS_ON = [
  "src-main/rules/**/*.ts",
  "src-shared/**/*.ts",
  "resources/policy/**/*.yaml",
  "test/{policy,recorded,journeys,unit/rules,unit/history,unit/domain}/**/*.{ts,csv,txt,br}",
  "test/packs.ts",
];

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const started = performance.now();
const minutes = (): string => ((performance.now() - started) / 60_000).toFixed(1);

function keyOf(): string {
  const hash = createHash("sha256");
  const files = globSync(RESTS_ON, { cwd: projectRoot }).sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(projectRoot, file)));
  return hash.digest("hex").slice(0, 16);
}

const folder = join(projectRoot, "reports/mutation");
const work = join(folder, keyOf());
mkdirSync(work, { recursive: true });
const instrumentedFile = join(work, "instrumented");
const coverageFile = join(work, "coverage");
const verdictFile = join(work, "verdicts");

if (!existsSync(instrumentedFile)) writeFileSync(instrumentedFile, serialize(await instrument()));
const { mutants } = deserialize(readFileSync(instrumentedFile)) as Instrumented;
if (!existsSync(coverageFile)) {
  say(`${mutants.length} mutants; measuring what the tests pass`);
  const measure = fileURLToPath(new URL("measure.ts", import.meta.url));
  execFileSync(process.execPath, [measure, instrumentedFile, coverageFile], { stdio: "inherit" });
}
const coverage = deserialize(readFileSync(coverageFile)) as Coverage;
const order = orderOf(coverage);

const verdicts: (Verdict | undefined)[] = Array.from({ length: mutants.length });
if (existsSync(verdictFile)) {
  for (const line of readFileSync(verdictFile, "utf8").split("\n").slice(0, -1)) {
    const [mutant, verdict] = JSON.parse(line) as [number, Verdict];
    verdicts[mutant] = verdict;
  }
}
function note(mutant: number, verdict: Verdict): void {
  verdicts[mutant] = verdict;
  appendFileSync(verdictFile, `${JSON.stringify([mutant, verdict])}\n`);
}

const isCovered = mutants.map((_mutant, id) => {
  const tells = canTell(coverage, id);
  return order.some((test) => tells(test));
});

function fateOf(mutant: number): Fate {
  const verdict = verdicts[mutant];
  if (!isCovered[mutant]) return has(coverage.importing, mutant) ? "static" : "uncovered";
  if (verdict === undefined) return "not-run";
  if (verdict.status === "open") return verdict.next === order.length ? "survived" : "not-run";
  return verdict.status;
}

const wanted = process.argv.slice(2);
const chosen = [...mutants.keys()].filter(
  (mutant) => wanted.length === 0 || wanted.some((path) => mutants[mutant]!.fileName.startsWith(path)),
);
const fatesNow = (): Fate[] => chosen.map(fateOf);

let told = performance.now();
function progress(what: string): void {
  if (performance.now() - told < 30_000) return;
  told = performance.now();
  const count = countOf(fatesNow());
  const open = chosen.filter((mutant) => verdicts[mutant]?.status === "open").length;
  say(`${minutes()} min, load ${loadavg()[0]!.toFixed(1)}, ${what}: ${JSON.stringify(count)}, ${open} open`);
}

/** Blocks of neighbours from all over the rules by turns, so that a run that is stopped has seen something of each. */
function* alone(): Generator<Order, undefined> {
  const open = chosen.filter((mutant) => isCovered[mutant] && verdicts[mutant] === undefined);
  const blocks = Array.from({ length: Math.ceil(open.length / NEIGHBOURS) }, (_block, at) =>
    open.slice(at * NEIGHBOURS, (at + 1) * NEIGHBOURS),
  );
  const stride = blocks.length >> 4 || 1;
  for (let first = 0; first < stride; first++) {
    for (let at = first; at < blocks.length; at += stride) {
      progress("each alone");
      yield { mutants: blocks[at]!, budget: ALONE };
    }
  }
}

/** The tests from the quickest to the slowest, each with the open mutants that it can tell and has not been put to. */
function* together(): Generator<Order, undefined> {
  const open = chosen.filter((mutant) => verdicts[mutant]?.status === "open");
  const tells = new Map(open.map((mutant) => [mutant, canTell(coverage, mutant)]));
  for (const [at, test] of order.entries()) {
    const waiting = open.filter((mutant) => {
      const verdict = verdicts[mutant]!;
      return verdict.status === "open" && verdict.next <= at && tells.get(mutant)!(test);
    });
    // those of one place hide each other; far apart they seldom do
    const groups = Math.ceil(waiting.length / TOGETHER);
    for (let group = 0; group < groups; group++) {
      progress(`test ${at} of ${order.length}`);
      yield { mutants: waiting.filter((_mutant, index) => index % groups === group), test };
    }
  }
}

const workerArguments = [instrumentedFile, coverageFile];
let spoilt = await followAll(alone(), workerArguments, note);
say(`${minutes()} min: each has been alone`);
spoilt += await followAll(together(), workerArguments, note);
for (const mutant of chosen) {
  const verdict = verdicts[mutant];
  if (verdict?.status === "open") note(mutant, { status: "open", next: order.length });
}

const fates = fatesNow();
const some = chosen.map((mutant) => mutants[mutant]!);
writeFileSync(join(folder, "survivors.txt"), `${survivors(some, fates)}\n`);
writeFileSync(join(folder, "score.txt"), `${table(some, fates)}\n`);
say(table(some, fates));
const score = scoreOf(countOf(fates));
say(`${chosen.length} mutants, score ${score.toFixed(2)} %, ${minutes()} min, ${spoilt} realms made anew`);
say("survivors: reports/mutation/survivors.txt");
if (score < LEAST_SCORE) process.exitCode = 1;
