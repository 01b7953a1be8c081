/**
 * Submits cases in a loop until it is killed, and says so on standard output, one line after each commit.
 * `node child.ts STORE ROUND MODE`, MODE: `honest`, or `acknowledges-first` (see `acknowledgeBeforeCommit`).
 */
import { writeSync } from "node:fs";
import Database from "better-sqlite3";
import { fixedClock } from "../../src-main/clock.ts";
import { openStore } from "../../src-main/store/index.ts";
import { CLERK, clock, draftId, draftOf, keepersOf, setUpOnce, submissionOf, submit, type Acknowledgement } from "./work.ts";

const [, , path, round, mode] = process.argv;
const store = openStore(path!, { clock: fixedClock(clock.now()), keepers: keepersOf(path!) });
setUpOnce(store);

// synchronous, so that a line is in the pipe before the next step
const acknowledge = (line: Acknowledgement): void => void writeSync(1, `${JSON.stringify(line)}\n`);

if (mode === "acknowledges-first") acknowledgeBeforeCommit();

for (let i = 0; ; i++) {
  const work = submissionOf(Number(round), i);
  store.drafts.save(
    { operation: "drafts.save", clerkId: CLERK, at: clock.now(), requestId: null },
    draftId(Number(round)),
    draftOf(i),
  );
  if (mode === "honest") acknowledge({ kind: "draft", typed: i });
  const caseId = submit(store, work);
  if (mode === "honest") {
    acknowledge({ kind: "case", requestId: work.requestId, caseId, receiptNumber: store.cases.get(caseId)!.receiptNumber! });
  }
}

/**
 * The fault that the test has to find: the answer leaves before the commit. The third submission stops between the two
 * and waits for the kill.
 */
function acknowledgeBeforeCommit(): void {
  const exec = Database.prototype.exec;
  const answered = new Set<string>();
  Database.prototype.exec = function (this: Database.Database, sql: string) {
    const newest =
      sql === "COMMIT" && !this.readonly
        ? this.prepare<[], { id: string; receiptNumber: string; requestId: string | null }>(
            `SELECT case_id AS id, number AS receiptNumber, (SELECT request_id FROM audit ORDER BY sequence DESC LIMIT 1) AS requestId
             FROM receipt_numbers ORDER BY running DESC LIMIT 1`,
          ).get()
        : undefined;
    if (newest !== undefined && newest.requestId !== null && !answered.has(newest.requestId)) {
      answered.add(newest.requestId);
      acknowledge({ kind: "case", requestId: newest.requestId, caseId: newest.id, receiptNumber: newest.receiptNumber });
      if (answered.size === 3) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return exec.call(this, sql);
  };
}
