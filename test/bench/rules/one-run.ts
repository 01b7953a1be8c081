/**
 * One run: a process that measures what it is told, and nothing else has been used before; or everything, after everything was used.
 *
 *   node one-run.ts [name]       calls a second, by name of matter; `people` are those of `people.ts`, in several ways
 *   node one-run.ts --batch <jsonl> <argument> …   the command line over a file: seconds of processor time and peak memory, to descriptor 3
 */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../../src-main/hosts/command-line/run.ts";
import { projectRoot } from "../../../src-main/launcher/tool.ts";
import { decide } from "../../../src-main/rules/engine/consult.ts";
import { median } from "../measure.ts";
import { mix, type Ready } from "./mix.ts";
import { PEOPLE, waysOfPeople } from "./people.ts";

type Act = (index: number) => number;

const ROUNDS = 9;
/** Milliseconds in which each is used before its rounds are sized: cold code is tens of times as slow as that which is measured. */
const WARM_UP = 400;
/** A round takes about so many milliseconds. */
const MILLISECONDS = 20;
const SAMPLE = 2000;

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
  const counts = new Map(
    Object.entries(acts).map(([name, act]) => {
      const started = now();
      while (now() - started < WARM_UP) time(act, SAMPLE);
      return [name, Math.ceil((MILLISECONDS * SAMPLE) / Math.max(time(act, SAMPLE), 0.1))];
    }),
  );
  const rates = new Map<string, number[]>(Object.keys(acts).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, act] of Object.entries(acts)) {
      const count = counts.get(name)!;
      rates.get(name)!.push((count / time(act, count)) * 1000);
    }
  }
  return Object.fromEntries(Array.from(rates, ([name, each]) => [name, median(each)]));
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
  for (const [name, list] of lists) Object.assign(rates, perSecond({ [name]: decided(list) }));
  if (what === undefined || what === PEOPLE) Object.assign(rates, perSecond(waysOfPeople()));
  if (Number.isNaN(sink)) throw new Error("the acts must return numbers");
  process.stdout.write(JSON.stringify(rates));
}
