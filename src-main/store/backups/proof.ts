/**
 * A backup is proved by doing what a restore would do: it is put together from its chunks, opened with the key, and read through:
 * every page, every chain, every paper and attachment. What came of it is kept beside the backup, under the store's own MAC, so
 * that the list of backups can tell. Runs in a thread of its own.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { attachmentContent } from "../areas/cases/attachment-files.ts";
import { assemble, chunkProblems, proofPath, readBackedUpAttachment } from "./folder.ts";
import { decodeContents } from "./contents.ts";
import { canonicalJson } from "../file/canonical.ts";
import { openReader, openWriter } from "../file/connection.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { publish, removeUnfinished } from "../file/files.ts";
import { MIGRATIONS } from "../migrations/index.ts";
import { migrate, targetVersion } from "../migrations/runner.ts";
import { proveStore } from "./sound-copy.ts";
import { derivedKey, type DataKey } from "../keys/sealing.ts";
import { isSigned, readManifest } from "../trust/manifest.ts";
import { readPlainFile, writeNewFile } from "../trust/outside.ts";
import type { BackupProof } from "./types.ts";
import { upgrading } from "../upgrade/hooks.ts";
import { verifyStore } from "../verify/verify.ts";

export interface ProofJob {
  readonly folder: string;
  readonly name: string;
  readonly key: DataKey | null;
  /** Where the backup may be put together; on the store's own disk. */
  readonly scratch: string;
  readonly at: string;
}

const KNOWN_VERSION = targetVersion(MIGRATIONS);

/** Room beside the copy for what the counter writes meanwhile. */
const SPARE_BYTES = 512 * 1024 * 1024;
const MOST_PROOF_BYTES = 1024 * 1024;

/** Tries a backup out and keeps what came of it beside it. */
export async function proveBackup(job: ProofJob): Promise<BackupProof> {
  const proof = await tryOut(job);
  keepProof(job, proof);
  return proof;
}

export async function tryOut({ folder, name, key, scratch, at }: ProofJob): Promise<BackupProof> {
  const manifest = readManifest(folder, name);
  const keyOfIt = manifest.keys === null ? null : key;
  const { bavail, bsize } = statfsSync(dirname(scratch));
  const fits = bavail * bsize > manifest.bytes + SPARE_BYTES;
  const problems = fits ? await opened() : await chunkProblems(folder, manifest);
  return { at, how: fits ? "opened" : "compared", sound: problems.length === 0, problems };

  async function opened(): Promise<readonly string[]> {
    removeUnfinished(scratch);
    try {
      isSigned(manifest, keyOfIt);
      await assemble(folder, manifest, scratch, () => undefined);
      const { schemaVersion } = proveStore(scratch, keyOfIt, decodeContents(manifest.contents, keyOfIt));
      if (schemaVersion < KNOWN_VERSION) bringUp();
      return storeProblems();
    } catch (error) {
      if (error instanceof StoreRefusal) return [error.message, ...(await chunkProblems(folder, manifest))];
      if (error instanceof StoreError && ["corrupt", "not-ours", "altered"].includes(error.kind)) return [error.message];
      throw error;
    } finally {
      removeUnfinished(scratch);
    }
  }

  /** As the program does it when it opens what was restored: only then it can be read through. */
  function bringUp(): void {
    const writer = openWriter(scratch, "new-file", keyOfIt);
    try {
      const nothingToKeep = (): string => "";
      migrate(
        writer,
        MIGRATIONS,
        upgrading(at, nothingToKeep, () => undefined),
      );
    } finally {
      writer.close();
    }
  }

  function storeProblems(): string[] {
    const reader = openReader(scratch, keyOfIt);
    try {
      return verifyStore(reader, { read: (hash) => attachmentContent(readBackedUpAttachment(folder, hash), hash, keyOfIt) }).map(
        ({ area, detail }) => `${area}: ${detail}`,
      );
    } finally {
      reader.close();
    }
  }
}

const macOf = (name: string, proof: BackupProof, key: DataKey): Buffer =>
  createHmac("sha256", derivedKey(key, "backup-proof")).update(canonicalJson({ name, proof })).digest();

export function keepProof({ folder, name, key }: Pick<ProofJob, "folder" | "name" | "key">, proof: BackupProof): void {
  const path = proofPath(folder, name);
  const mac = key === null || readManifest(folder, name).keys === null ? null : macOf(name, proof, key).toString("hex");
  writeNewFile(`${path}.unfinished`, `${JSON.stringify({ proof, mac })}\n`);
  publish(`${path}.unfinished`, path);
}

/** `null` where the backup was not proved yet, what was kept of it cannot be read, or is not what this store's programs wrote. */
export function proofOf(folder: string, name: string, key: DataKey | null): BackupProof | null {
  const bytes = readPlainFile(proofPath(folder, name), MOST_PROOF_BYTES);
  if (bytes === undefined) return null;
  try {
    const { proof, mac } = JSON.parse(bytes.toString("utf8")) as { readonly proof: BackupProof; readonly mac: string | null };
    if (key === null) return proof ?? null;
    const isOurs = mac !== null && timingSafeEqual(Buffer.from(mac, "hex"), macOf(name, proof, key));
    return isOurs ? proof : null;
  } catch {
    return null;
  }
}
