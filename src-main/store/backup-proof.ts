/**
 * A backup is proved by doing what a restore would do: it is put together from its chunks, opened with the key, and read through.
 * What came of it is kept beside the backup, so that the list of backups can tell. Runs in a thread of its own.
 */
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { auditReads } from "./audit.ts";
import { assemble, chunkProblems, proofPath, readManifest } from "./backup-folder.ts";
import { decodeContents } from "./backup-contents.ts";
import { openReader } from "./connection.ts";
import { StoreError, StoreRefusal } from "./errors.ts";
import { publish, removeUnfinished } from "./files.ts";
import { proveStore } from "./prove.ts";
import type { DataKey } from "./sealing.ts";
import type { BackupProof } from "./types.ts";

export interface ProofJob {
  readonly folder: string;
  readonly name: string;
  readonly key: DataKey | null;
  /** Where the backup may be put together; on the store's own disk. */
  readonly scratch: string;
  readonly at: string;
}

/** Room beside the copy for what the counter writes meanwhile. */
const SPARE_BYTES = 512 * 1024 * 1024;

export async function proveBackup({ folder, name, key, scratch, at }: ProofJob): Promise<BackupProof> {
  const manifest = readManifest(folder, name);
  const { bavail, bsize } = statfsSync(dirname(scratch));
  const fits = bavail * bsize > manifest.bytes + SPARE_BYTES;
  const problems = fits ? await opened() : await chunkProblems(folder, manifest);
  const proof: BackupProof = { at, how: fits ? "opened" : "compared", sound: problems.length === 0, problems };
  const path = proofPath(folder, name);
  writeFileSync(`${path}.unfinished`, `${JSON.stringify(proof)}\n`);
  publish(`${path}.unfinished`, path);
  return proof;

  async function opened(): Promise<readonly string[]> {
    const keyOfIt = manifest.keys === null ? null : key;
    removeUnfinished(scratch);
    try {
      await assemble(folder, manifest, scratch, () => undefined);
      proveStore(scratch, keyOfIt, decodeContents(manifest.contents, keyOfIt));
      return chainProblems(scratch, keyOfIt);
    } catch (error) {
      if (error instanceof StoreRefusal) return [error.message, ...(await chunkProblems(folder, manifest))];
      if (error instanceof StoreError && (error.kind === "corrupt" || error.kind === "not-ours")) return [error.message];
      throw error;
    } finally {
      removeUnfinished(scratch);
    }
  }
}

function chainProblems(path: string, key: DataKey | null): string[] {
  const reader = openReader(path, key);
  try {
    const check = auditReads(reader).check();
    for (;;) {
      const step = check.next();
      if (!step.done) continue;
      return step.value.sound ? [] : [`the audit breaks at row ${step.value.bad.sequence}: ${step.value.bad.reason}`];
    }
  } finally {
    reader.close();
  }
}

/** `null` where the backup was not proved yet, or what was kept of it cannot be read. */
export function proofOf(folder: string, name: string): BackupProof | null {
  const path = proofPath(folder, name);
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as BackupProof;
  } catch {
    return null;
  }
}
