/**
 * Where the temporary files of a run lie. A store waits for its disk at every commit, and thousands of commits by hundreds of
 * stores are what a run on a disk mostly waits for; what is tested is that the store asks for it, not that the disk obeys.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** All that a run leaves before it ends, and as much again. */
const BYTES_NEEDED = 4 * 2 ** 30;
/** For the run's own processes. */
const BYTES_BESIDE = 2 * 2 ** 30;

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // of somebody else
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A run that was killed has kept its memory. */
function removeLeft(): void {
  for (const folder of readdirSync(MEMORY)) {
    const owner = /^yibao-tests-(\d+)-/.exec(folder)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(MEMORY, folder), { recursive: true, force: true });
  }
}

/**
 * From now on, and for all processes that are started, until this one ends. Where the machine has no memory for it, or somebody has
 * named a place, nothing changes.
 */
export function useQuickFolder(): void {
  if (process.env["TMPDIR"] !== undefined || !existsSync(MEMORY)) return;
  removeLeft();
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < BYTES_NEEDED || freemem() < BYTES_NEEDED + BYTES_BESIDE) return;
  const folder = mkdtempSync(join(MEMORY, `yibao-tests-${process.pid}-`));
  // some tests are somebody else for a while, who has to get through
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}
