/** What a backup holds, what would be lost, and how it is made ready to take the store's place. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { attachmentFolder, placeIn } from "./attachment-files.ts";
import { decodeContents } from "./backup-contents.ts";
import { proofOf } from "./backup-proof.ts";
import { assemble, chunkProblems, readBackedUpAttachment, readManifest, type BackupManifest } from "./backup-folder.ts";
import { openReader, type Reader } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { publish, removeUnfinished } from "./files.ts";
import { proveStore } from "./prove.ts";
import type { DataKey } from "./sealing.ts";
import { incoming } from "./swap.ts";
import type { BackupContents, BackupInfo, RestorePlan } from "./types.ts";

export const infoOf = (folder: string, manifest: BackupManifest, key: DataKey | null): BackupInfo => ({
  folder,
  name: manifest.name,
  at: manifest.at,
  reason: manifest.reason,
  bytes: manifest.bytes,
  newBytes: manifest.newBytes,
  holds: decodeContents(manifest.contents, manifest.keys === null ? null : key),
  proof: proofOf(folder, manifest.name),
});

const MOST_RECEIPT_NUMBERS = 200;

/** `present` is a reader of the present store, if there is one to be read. */
export async function planRestore(
  folder: string,
  name: string,
  key: DataKey | null,
  present: { readonly reader: Reader; readonly contents: BackupContents } | null,
): Promise<RestorePlan> {
  const manifest = readManifest(folder, name);
  const backup = infoOf(folder, manifest, key);
  const problems = await chunkProblems(folder, manifest);
  const { holds } = backup;
  const hashThere =
    present === null || holds === null || holds.auditSequence === 0
      ? undefined
      : present.reader.get<{ hash: string }>("SELECT hash FROM audit WHERE sequence = ?", holds.auditSequence)?.hash;
  const otherStore = present !== null && (holds === null || hashThere !== holds.auditHash);
  const beyond = (mine: number, theirs: number | undefined): number => Math.max(0, mine - (otherStore ? 0 : (theirs ?? 0)));
  return {
    backup,
    sound: problems.length === 0 && holds !== null,
    problems,
    holds,
    present: present?.contents ?? null,
    lost: {
      cases: beyond(present?.contents.cases ?? 0, holds?.cases),
      events: beyond(present?.contents.events ?? 0, holds?.events),
      writes: beyond(present?.contents.auditSequence ?? 0, holds?.auditSequence),
      receiptNumbers: present === null ? [] : lostNumbers(present.reader, otherStore ? 0 : (holds?.events ?? 0)),
    },
    otherStore,
  };
}

/** Receipt numbers given after the backup's newest event. */
const lostNumbers = (reader: Reader, afterEvent: number): string[] =>
  reader
    .all<{ number: string }>(
      `SELECT receipt_numbers.number FROM receipt_numbers
       JOIN case_events ON case_events.case_id = receipt_numbers.case_id AND kind = 'submitted'
       WHERE case_events.number > ? ORDER BY year, running LIMIT ?`,
      afterEvent,
      MOST_RECEIPT_NUMBERS,
    )
    .map(({ number }) => number);

/**
 * Puts the backup together beside the store, proved, under the name from which `swapIn` takes it.
 * @param ownAttachments the backup belongs to another store, with its own key: its attachments get a folder of their own
 * @throws StoreRefusal `backup-damaged`
 */
export async function prepareRestore(
  storePath: string,
  folder: string,
  name: string,
  key: DataKey | null,
  ownAttachments: boolean,
): Promise<void> {
  const manifest = readManifest(folder, name);
  const target = incoming(storePath);
  removeUnfinished(target);
  mkdirSync(dirname(storePath), { recursive: true, mode: 0o700 });
  try {
    await assemble(folder, manifest, target);
    try {
      proveStore(
        target,
        manifest.keys === null ? null : key,
        decodeContents(manifest.contents, manifest.keys === null ? null : key),
      );
    } catch (error) {
      throw new StoreRefusal("backup-damaged", `${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const attachments = attachmentFolder(ownAttachments ? target : storePath);
    if (ownAttachments) rmSync(attachments, { recursive: true, force: true });
    bringAttachments(target, manifest.keys === null ? null : key, folder, attachments);
  } catch (error) {
    removeUnfinished(target);
    throw error;
  }
}

/** Files that the restored store names and that are not there; files that no backup has are told by `verify`. */
function bringAttachments(store: string, key: DataKey | null, folder: string, attachments: string): void {
  const reader = openReader(store, key);
  try {
    for (const { sha256 } of reader.all<{ sha256: string }>("SELECT DISTINCT sha256 FROM attachments")) {
      const path = placeIn(attachments, sha256);
      if (existsSync(path) || existsSync(join(attachments, "unreferenced", sha256))) continue;
      const bytes = readBackedUpAttachment(folder, sha256);
      if (bytes === undefined) continue;
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.unfinished`, bytes, { mode: 0o600 });
      publish(`${path}.unfinished`, path);
    }
  } finally {
    reader.close();
  }
}
