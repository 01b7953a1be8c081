/**
 * The program with its store open, in a process of its own: `node program-child.ts FOLDER`. Somebody submits one case after the
 * other, and it makes its own backups meanwhile. Each case that is acknowledged is a sign in a file; ends when its input does.
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { threads } from "../../../src-main/store/backups/in-thread.ts";
import { openSafe, setUpOnce, submissionOf, submit } from "../../fault/work.ts";

const [, , folder = ""] = process.argv;
const { store, safe, close } = openSafe(folder, threads());
setUpOnce(store);
const over = new AbortController();
process.stdin.on("end", () => over.abort()).resume();
const failures: string[] = [];
let backups = 0;
const backingUp = (async () => {
  while (!over.signal.aborted) {
    await safe.backups.make("timer").then(
      () => backups++,
      (error: Error) => failures.push(error.message),
    );
    await setTimeout(400);
  }
})();
for (let made = 1; !over.signal.aborted; made++) {
  submit(store, submissionOf(7, made));
  appendFileSync(join(folder, "acknowledged"), ".");
  if (made === 1) process.stdout.write("open\n");
  await setTimeout(25);
}
await backingUp;
await close();
process.stdout.write(`${backups > 0 ? "backed up" : "no backup"}; failed: ${failures.join("; ")}\n`);
