/** Work away from the counter's thread: one thread does what follows each other, and one that was told to end does nothing more. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { threads, type Threads } from "../../src-main/store/backups/in-thread.ts";
import { newStore } from "./support.ts";

let path = "";
const fold = (run: Threads["run"]): Promise<null> => run("fold", { storePath: path, key: null });

let started = 0;
const count = (): void => void started++;
beforeAll(() => void process.on("worker", count));
afterAll(() => void process.off("worker", count));
beforeEach(async () => {
  ({ path } = newStore());
  // there is one that has nothing to do
  await fold(threads().run);
  started = 0;
});

it("jobs one after another are done by one thread, whoever asks; at the same time by two", async () => {
  await fold(threads().run);
  await fold(threads().run);
  expect(started).toBe(0);
  await Promise.all([fold(threads().run), fold(threads().run)]);
  expect(started).toBe(1);
});

it("a job that fails is told, and the thread goes on", async () => {
  const { run } = threads();
  await expect(run("fold", { storePath: `${path}-there-is-none`, key: null })).rejects.toThrow(/unable to open/);
  await fold(run);
  expect(started).toBe(0);
});

it("a thread that is told to end answers nobody, and is given nothing more to do", async () => {
  const ended = threads();
  const answer = fold(ended.run);
  ended.stop();
  await expect(answer).rejects.toThrow("the thread of fold ended");
  await expect(fold(threads().run)).resolves.toBeNull();
});
