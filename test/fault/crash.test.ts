import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, openStoreReadOnly, type Store } from "../../src-main/store/index.ts";
import { ROUNDS, SEED, seeded } from "./rounds.ts";
import { clock, draftId, keepersOf, losses, setUpOnce, submissionOf, submit, type Acknowledgement } from "./work.ts";

const random = seeded(SEED);
/** The whole store is verified after each kill: a fresh one now and then keeps that quick. */
const ROUNDS_PER_STORE = 25;
/** Longest time that a child may work before it is killed. */
const LONGEST_MS = 250;
const CHILD = new URL("./child.ts", import.meta.url).pathname;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yibao-fault-"));
  path = join(folder, "counter.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until the acknowledgements so far fulfil a condition. */
type Await = (condition: (acknowledged: readonly Acknowledgement[]) => boolean) => Promise<void>;

/**
 * Starts a child, kills it -9 and returns what it acknowledged.
 * @param moment resolves when it is to be killed
 */
async function killedChild(
  round: number,
  mode: "honest" | "acknowledges-first",
  moment: (reached: Await) => Promise<void>,
): Promise<Acknowledgement[]> {
  const child = spawn(process.execPath, [CHILD, path, String(round), mode], { stdio: ["ignore", "pipe", "pipe"] });
  const acknowledged: Acknowledgement[] = [];
  let rest = "";
  let complaint = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    acknowledged.push(...lines.map((line) => JSON.parse(line) as Acknowledgement));
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  const closed = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on("close", (_code, signal) => resolve(signal));
  });
  const reached: Await = async (condition) => {
    while (child.exitCode === null && child.signalCode === null && !condition(acknowledged)) await wait(1);
  };
  try {
    await Promise.race([moment(reached), closed]);
  } finally {
    child.kill("SIGKILL");
  }
  // a child that ended by itself proves nothing
  expect(await closed, complaint).toBe("SIGKILL");
  return acknowledged;
}

function reopened<Result>(look: (store: Store) => Result): Result {
  const store = openStore(path, { clock, keepers: keepersOf(path) });
  try {
    return look(store);
  } finally {
    store.close();
  }
}

const countCases = (store: Store): number => store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;

const cases = (lines: readonly Acknowledgement[]) => lines.filter((line) => line.kind === "case");

/** What all rounds of a store have given so far. */
interface Run {
  readonly acknowledged: Acknowledgement[];
  /** Cases that must be there. */
  known: number;
  /** Commits whose answer the kill swallowed. */
  unanswered: number;
}

async function oneRound(run: Run, round: number): Promise<void> {
  const delay = random() * LONGEST_MS;
  const told = await killedChild(round, "honest", async (reached) => {
    // every fifth child is killed while it starts, the first one while it makes the store
    if (round % 5 !== 0) await reached((lines) => cases(lines).length > 0);
    await wait(delay);
  });
  run.acknowledged.push(...told);
  const answers = cases(told).map(({ caseId }) => caseId);

  reopened((store) => {
    setUpOnce(store);
    expect(losses(store, run.acknowledged), `round ${round}, killed after ${delay} ms`).toEqual([]);

    // at most the commit under way is there beyond what was acknowledged
    const committed = countCases(store) - run.known;
    expect([answers.length, answers.length + 1]).toContain(committed);
    run.unanswered += committed - answers.length;

    const typed = store.drafts.get(draftId(round))?.content.facts["typed"] ?? -1;
    const lastTold = told.findLast((line) => line.kind === "draft")?.typed ?? -1;
    expect([lastTold, lastTold + 1]).toContain(typed);

    // every button pressed again: the request that got no answer, and those that did
    const repeated = submissionOf(round, answers.length);
    const caseId = submit(store, repeated);
    expect(submit(store, repeated)).toBe(caseId);
    expect(answers.map((_, i) => submit(store, submissionOf(round, i)))).toEqual(answers);
    run.known += answers.length + 1;
    expect(countCases(store)).toBe(run.known);
    const receiptNumber = store.cases.get(caseId)!.receiptNumber!;
    run.acknowledged.push({ kind: "case", requestId: repeated.requestId, caseId, receiptNumber });
  });
}

it(`loses nothing acknowledged in ${ROUNDS} kills, and repeats no request`, { timeout: 60_000 + ROUNDS * 5_000 }, async () => {
  let kept = 0;
  let unanswered = 0;
  for (let first = 0; first < ROUNDS; first += ROUNDS_PER_STORE) {
    path = join(folder, `counter-${first}.db`);
    const run: Run = { acknowledged: [], known: 0, unanswered: 0 };
    for (let round = first; round < Math.min(first + ROUNDS_PER_STORE, ROUNDS); round++) await oneRound(run, round);
    kept += cases(run.acknowledged).length;
    unanswered += run.unanswered;
  }
  process.stderr.write(`${ROUNDS} kills: ${kept} acknowledged submissions kept, ${unanswered} commits without an answer\n`);
  // a run in which the children did nothing would prove nothing
  expect(kept).toBeGreaterThan(ROUNDS * 1.5);
});

it("finds the loss when the answer leaves before the commit", async () => {
  const acknowledged = await killedChild(0, "acknowledges-first", (reached) => reached((lines) => lines.length >= 3));
  const found = reopened((store) => losses(store, acknowledged));
  process.stderr.write(`acknowledged before commit: ${found.join("; ")}\n`);
  expect(found).toEqual(["acknowledged DL01022026000003 is lost"]);
});

it("can be looked at right after a kill, before any app has opened it", async () => {
  const acknowledged = await killedChild(0, "honest", (reached) => reached((lines) => cases(lines).length >= 5));
  const reader = openStoreReadOnly(path, { keepers: keepersOf(path) });
  const present = [...reader.cases.versions()].map(({ caseId }) => caseId);
  expect(reader.verify()).toEqual([]);
  reader.close();
  expect(present).toEqual(expect.arrayContaining(cases(acknowledged).map(({ caseId }) => caseId)));
});
