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
// synchronous, so that a line is in the pipe before the next step
const acknowledge = (line: Acknowledgement): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const NEWEST = `SELECT case_id AS id, number AS receiptNumber, (SELECT request_id FROM audit ORDER BY sequence DESC LIMIT 1) AS requestId
  FROM receipt_numbers ORDER BY running DESC LIMIT 1`;
const arm = mode === "acknowledges-first" ? acknowledgeBeforeCommit() : undefined;
const store = openStore(path!, { clock: fixedClock(clock.now()), keepers: keepersOf(path!) });
setUpOnce(store);
arm?.();

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

interface Newest {
  readonly id: string;
  readonly receiptNumber: string;
  readonly requestId: string | null;
}

/**
 * The fault that the test has to find: the answer leaves before the commit. The third submission stops between the two
 * and waits for the kill. The store prepares its COMMIT once, so this comes before it is opened.
 * @returns from then on
 */
function acknowledgeBeforeCommit(): () => void {
  const prepare = Database.prototype.prepare;
  const answered = new Set<string>();
  let armed = false;
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Database.Statement<[]>;
    if (sql !== "COMMIT" || this.readonly) return statement;
    const commit = statement.run.bind(statement);
    statement.run = () => {
      const newest = armed ? (prepare.call(this, NEWEST) as Database.Statement<[], Newest>).get() : undefined;
      if (newest !== undefined && newest.requestId !== null && !answered.has(newest.requestId)) {
        answered.add(newest.requestId);
        acknowledge({ kind: "case", requestId: newest.requestId, caseId: newest.id, receiptNumber: newest.receiptNumber });
        if (answered.size === 3) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      }
      return commit();
    };
    return statement;
  } as typeof prepare;
  return () => (armed = true);
}
