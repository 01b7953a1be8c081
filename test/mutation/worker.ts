/** A process that judges what it is sent. */
import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import type { Coverage } from "./coverage.ts";
import { Judge, orderOf, type Verdict } from "./judge.ts";
import { build, type Instrumented } from "./mutants.ts";
import { openRealms } from "./realm.ts";
import "./setup.ts";

export type Order =
  /** Each mutant to the quickest tests, for so many milliseconds. */
  | { readonly mutants: readonly number[]; readonly budget: number }
  /** All mutants to one test. */
  | { readonly mutants: readonly number[]; readonly test: number };

export type Message =
  /** Nothing has been judged since the message before but what is told here. */
  | { readonly told: readonly (readonly [mutant: number, verdict: Verdict])[] }
  /** What was ordered is done; also sent at the beginning. */
  | { readonly done: true; readonly spoilt: number };

const [instrumentedFile, coverageFile] = process.argv.slice(2);
const { sources, mutants } = deserialize(readFileSync(instrumentedFile!)) as Instrumented;
const coverage = deserialize(readFileSync(coverageFile!)) as Coverage;

// the texts of failures are not read, and their making takes longer than the tests
Error.stackTraceLimit = 0;
const judge = await Judge.begin(coverage, mutants, await openRealms(build(sources, false)));
const order = orderOf(coverage);
const say = (message: Message): void => void process.send!(message);

async function follow(wanted: Order): Promise<void> {
  if ("test" in wanted) {
    say({ told: [...(await judge.killedBy(wanted.test, wanted.mutants))] });
  } else {
    for (const mutant of wanted.mutants) say({ told: [[mutant, await judge.judge(mutant, order, wanted.budget)]] });
  }
  say({ done: true, spoilt: judge.spoilt });
}

process.on("message", (wanted: Order) => void follow(wanted));
say({ done: true, spoilt: 0 });
