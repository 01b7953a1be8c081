/**
 * One run: a process that measures what it is told, and nothing else has been used before; or everything, after everything was used.
 *
 *   fork one-run.ts [name]       calls a second, by name of matter, and its cases, sent after a message; `people` are those of `people.ts`, in several ways
 *   node one-run.ts --batch <jsonl> <argument> …   the command line over a file: seconds of processor time and peak memory, to descriptor 3
 */
import { once } from "node:events";
import { writeSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../src-main/launcher/tool.ts";
import { decide } from "../../../src-main/rules/engine/consult.ts";
import { mix, type Ready } from "./mix.ts";
import { PEOPLE, waysOfPeople } from "./people.ts";

type Act = (index: number) => number;

export interface OneRun {
  /** Calls a second. */
  readonly rates: Readonly<Record<string, number>>;
  /** How many of the frozen cases are decided. */
  readonly ready: Readonly<Record<string, number>>;
}

const ROUNDS = 5;
/** Before: what is called so often is compiled by then, in a thread of its own; colder, the compiler is measured. */
const WARM_UP_MILLISECONDS = 300;
/** A round takes about so many milliseconds: some ticks of the clock, which may be of four. */
const MILLISECONDS = 20;

let sink = 0;

/** Calls a second of each; by turns, so that whatever slows the machine down slows all of them. */
function perSecond(acts: Readonly<Record<string, Act>>): Record<string, number> {
  // of this thread alone: what else the machine does is no part of it
  const now = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const time = (act: Act, count: number): number => {
    const started = now();
    for (let i = 0; i < count; i++) sink += act(i);
    return now() - started;
  };
  /** Warms up. @returns how many fill a round */
  const fill = (act: Act): number => {
    let count = 500;
    let taken = 0;
    for (let spent = 0; spent < WARM_UP_MILLISECONDS || taken < MILLISECONDS / 2; spent += taken) {
      if (taken < MILLISECONDS / 2) count *= 2;
      taken = time(act, count);
    }
    return Math.ceil((count * MILLISECONDS) / taken);
  };
  const all = Object.entries(acts).map(([name, act]) => ({ name, act, count: fill(act), taken: 0 }));
  for (let round = 0; round < ROUNDS; round++) {
    // one round by itself lasts too few ticks to be told from its neighbours
    for (const each of all) each.taken += time(each.act, each.count);
  }
  return Object.fromEntries(all.map(({ name, count, taken }) => [name, ((count * ROUNDS) / taken) * 1000]));
}

const decided =
  (list: readonly Ready[]): Act =>
  (i) => {
    const { matter, checked, asOf } = list[i % list.length]!;
    return decide(matter, checked, asOf).conditions.length;
  };

const [what, ...args] = process.argv.slice(2);
if (what === "--batch") {
  const before = process.cpuUsage();
  // as heavy as all the rest, and of no use to it
  const { runCommand } = await import("../../../src-main/hosts/command-line/run.ts");
  const code = await runCommand(args, join(projectRoot, "src-main"));
  if (code !== 0) throw new Error(`the batch ended with ${code}`);
  const { user, system } = process.cpuUsage(before);
  // with what it took to start
  const started = before.user + before.system;
  const { maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ seconds: (started + user + system) / 1e6, megabytes: maxRSS / 1024 }));
} else {
  const rates: Record<string, number> = {};
  const lists = what === PEOPLE ? new Map<string, Ready[]>() : mix(what);
  if (what === undefined) for (const list of lists.values()) for (let i = 0; i < 3000; i++) sink += decided(list)(i);
  const ways = what === undefined || what === PEOPLE ? waysOfPeople() : {};
  process.send!("loaded");
  await once(process, "message");
  for (const [name, list] of lists) Object.assign(rates, perSecond({ [name]: decided(list) }));
  Object.assign(rates, perSecond(ways));
  if (Number.isNaN(sink)) throw new Error("the acts must return numbers");
  const ready = Object.fromEntries(Array.from(lists, ([name, list]) => [name, list.length]));
  process.send!({ rates, ready } satisfies OneRun);
  process.disconnect();
}
