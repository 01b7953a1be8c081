/**
 * One backup of a store at a time, whoever makes it: the program that has the store open, or a command beside it. Two would hold each
 * other's copy of the file, and the one would throw away what the other has just written.
 */
import { setTimeout } from "node:timers/promises";
import { StoreError } from "../file/errors.ts";
import { holdLock, type Lock } from "../file/lock.ts";

const LOOK_EVERY_MS = 250;

const lockOf = (path: string): string => `${path}.backing-up`;

/** `undefined`: another one is under way. */
function lockIfFree(path: string): Lock | undefined {
  try {
    return holdLock(lockOf(path));
  } catch (error) {
    if (error instanceof StoreError && error.kind === "locked") return undefined;
    // a disk that takes no lock has no other program on it that got one
    return { release: () => undefined };
  }
}

export function isBackupUnderWay(path: string): boolean {
  const lock = lockIfFree(path);
  lock?.release();
  return lock === undefined;
}

/**
 * @param longestWaitMs so long another one is waited for
 * @param onWait told once, where there is another one
 * @throws StoreError `locked` when it is still under way
 */
export async function asOnlyBackup<Result>(
  path: string,
  longestWaitMs: number,
  work: () => Promise<Result>,
  onWait: () => void = () => undefined,
): Promise<Result> {
  let lock = lockIfFree(path);
  if (lock === undefined) onWait();
  for (let waited = 0; lock === undefined; waited += LOOK_EVERY_MS) {
    if (waited >= longestWaitMs) throw new StoreError("locked", `another program is backing up ${path}`);
    await setTimeout(LOOK_EVERY_MS);
    lock = lockIfFree(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
