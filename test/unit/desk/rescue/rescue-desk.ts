/** A rescue desk over a file that is no store, in a folder of its own, beside which nothing helps. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { systemClock } from "../../../../src-main/clock.ts";
import { createRescueDesk, type Desk, type RescueOptions } from "../../../../src-main/desk/index.ts";
import { silentLogger } from "../../../../src-main/logger.ts";
import { fileKeeper, StoreError } from "../../../../src-main/store/index.ts";
import { CHEAP_SCRYPT_COST } from "../../../cheap-scrypt.ts";

export interface RescueDesk extends Desk {
  readonly filesBefore: readonly string[];
  /** Name and hash of every file of the folder that holds anything. */
  filesNow(): readonly string[];
}

export function rescueDesk(options: Partial<RescueOptions> = {}): RescueDesk {
  const folder = mkdtempSync(join(tmpdir(), "counter-rescue-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const storePath = join(folder, "counter.db");
  writeFileSync(storePath, "this is a letter, not a database".repeat(200));
  const error = new StoreError("not-ours", "a letter");
  const desk = createRescueDesk({
    error,
    storePath,
    keepers: [fileKeeper(join(folder, "machine.key"))],
    clock: systemClock,
    scryptCost: CHEAP_SCRYPT_COST,
    logger: silentLogger,
    hostKind: "browser",
    version: "0.0.0",
    open: () => Promise.reject(error),
    ...options,
  });
  return { ...desk, filesBefore: filesOf(folder), filesNow: () => filesOf(folder) };
}

export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // what whoever looks at a store leaves behind, and what is remembered of wrong tries
    .filter(
      (path) => !/\.lock$|\.tries\.json$|-shm$|\/logs\//.test(path) && !(path.endsWith("-wal") && statSync(path).size === 0),
    )
    .sort()
    .map((path) => `${path.slice(folder.length)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`);
