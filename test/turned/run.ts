/**
 * `npm run test:turned [-- file or folder …]`: whether the recorded cases notice when a rule is another than it is.
 *
 * Turns one thing at a time: each operation and operator of the cities' code, each number of a table's row, each bound between rows,
 * each figure, date of force and reading's default. A turn is noticed when the pack does not load any more, or when a recorded case is
 * answered otherwise. What is not noticed is accepted in `accepted.yaml`, with why, or survives; then the run fails, as it does
 * where what is accepted is noticed after all. The lists are in `reports/turned`.
 *
 *   --sample 60   so many, drawn by the seed; other words are enough for them
 *   --seed 7
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { named } from "../journeys/random.ts";
import { readAccepted } from "./accepted.ts";
import { PLACES } from "./instrumented.ts";
import { closing, fateOf, faultsOf, lineOf, table, type Judged } from "./report.ts";
import { KINDS, nameOf, type Turn } from "./turns.ts";

// they import the rules, which are to be instrumented first
const { Judge } = await import("./judge.ts");
const { allTurns } = await import("./all-turns.ts");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string" }, seed: { type: "string", default: "7" } },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const started = performance.now();

const turns = allTurns(PLACES);
const accepted = readAccepted();
/** As many of each kind, as far as there are. */
function drawn(from: readonly Turn[], most: number, seed: number): Turn[] {
  const numberOf = (turn: Turn): number => named(seed, nameOf(turn));
  const byKind = KINDS.map((kind) => from.filter((turn) => turn.kind === kind).sort((a, b) => numberOf(a) - numberOf(b)));
  const longest = Math.max(...byKind.map(({ length }) => length));
  const byTurns = Array.from({ length: longest }, (_none, nth) => byKind.flatMap((list) => list.slice(nth, nth + 1))).flat();
  return byTurns.slice(0, most);
}

const wanted = turns.filter(({ file }) => positionals.length === 0 || positionals.some((path) => file.startsWith(path)));
const isSample = values.sample !== undefined;
const chosen = isSample ? drawn(wanted, Number(values.sample), Number(values.seed)) : wanted;

const judge = new Judge(isSample);
if (!isSample) {
  const [first, ...more] = judge.pass();
  if (first !== undefined) {
    say(`${more.length + 1} cases are not answered as recorded, although nothing is turned; first: ${first}`);
    process.exit(1);
  }
}

const judged: Judged[] = [];
let told = performance.now();
for (const turn of chosen) {
  const verdict = await judge.judge(turn);
  judged.push({ turn, verdict, why: accepted.get(nameOf(turn)) });
  if (performance.now() - told < 30_000) continue;
  told = performance.now();
  say(closing(judged));
}

if (!isSample) {
  const folder = join(projectRoot, "reports/turned");
  mkdirSync(folder, { recursive: true });
  for (const fate of ["survived", "words"] as const) {
    const lines = judged.filter((one) => fateOf(one) === fate).map((one) => `${lineOf(one)}\n`);
    writeFileSync(join(folder, `${fate}.txt`), lines.join(""));
  }
  say(table(judged));
}
const faults = faultsOf(judged, accepted, turns);
for (const fault of faults) say(fault);
say(`${closing(judged)}; ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (faults.length > 0) process.exitCode = 1;
