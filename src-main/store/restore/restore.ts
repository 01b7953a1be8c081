/** What a backup holds, what would be lost, and how it is made ready to take the store's place. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { attachmentContent, attachmentFolder, placeIn } from "../areas/cases/attachment-files.ts";
import { decodeContents } from "../backups/contents.ts";
import { proofOf } from "../backups/proof.ts";
import { assemble, chunkProblems, readBackedUpAttachment } from "../backups/folder.ts";
import { anchorIn, furthestFirst, type ChainHead } from "../backups/names.ts";
import { openReader, type Reader, type ReaderConnection } from "../file/connection.ts";
import { asStoreError, StoreError, StoreRefusal, withStoreErrors } from "../file/errors.ts";
import { publish, removeUnfinished } from "../file/files.ts";
import { MIGRATIONS } from "../migrations/index.ts";
import { targetVersion } from "../migrations/runner.ts";
import { ownerOf } from "../backups/places/marker.ts";
import { placeOf } from "../backups/places/rooms.ts";
import { proveStore } from "../backups/sound-copy.ts";
import type { DataKey } from "../keys/sealing.ts";
import { incoming } from "./swap.ts";
import { requireToldState } from "../trust/freshness.ts";
import { isSigned, readManifest, type BackupManifest } from "../trust/manifest.ts";
import { requireNoDemonstration } from "../trust/schema.ts";
import type { BackupContents, BackupInfo } from "../backups/types.ts";
import type { RestorePlan, RestoreProgress } from "./types.ts";

export function infoOf(folder: string, manifest: BackupManifest, given: DataKey | null): BackupInfo {
  const key = manifest.keys === null ? null : given;
  const holds = decodeContents(manifest.contents, key);
  return {
    folder,
    place: placeOf(folder),
    name: manifest.name,
    at: manifest.at,
    reason: manifest.reason,
    bytes: manifest.bytes,
    newBytes: manifest.newBytes,
    office: (holds?.office ?? ownerOf(folder)?.office)?.name ?? null,
    holds,
    proof: proofOf(folder, manifest.name, key),
  };
}

const reach = ({ holds, name }: BackupInfo): number => holds?.reach ?? holds?.auditSequence ?? anchorIn(name)?.sequence ?? 0;

/** Those that can be read before those of other stores; by how far they reach, since a clock may have been wrong. */
export const newestFirst = (a: BackupInfo, b: BackupInfo): number =>
  Number(b.holds !== null) - Number(a.holds !== null) || reach(b) - reach(a) || furthestFirst(a.name, b.name);

const KNOWN_VERSION = targetVersion(MIGRATIONS);
const MOST_RECEIPT_NUMBERS = 200;

/** `present` is a reader of the present store, if there is one to be read. */
export async function planRestore(
  folder: string,
  name: string,
  key: DataKey | null,
  present: PresentStore | null,
  /** The key of the store that belongs here, whether it can be read or not. */
  keyIdHere: string | undefined,
): Promise<RestorePlan> {
  const manifest = readManifest(folder, name);
  const backup = infoOf(folder, manifest, key);
  const signature = signatureOf(manifest, backup.holds === null ? null : key);
  const problems = [...signature.problems, ...(await chunkProblems(folder, manifest))];
  const { holds } = backup;
  const { lost, otherStore } = comparedWith(present, holds, keyIdHere !== undefined && keyIdHere !== manifest.keys?.keyId);
  return {
    backup,
    sound: problems.length === 0,
    otherKey: holds === null,
    problems,
    signed: signature.isSigned,
    holds,
    present: present?.contents ?? null,
    lost,
    otherStore,
  };
}

interface PresentStore {
  readonly reader: Reader;
  readonly contents: BackupContents;
}

/** What the present store has and a backup has not. */
export function comparedWith(
  present: PresentStore | null,
  holds: BackupContents | null,
  otherKey: boolean,
): Pick<RestorePlan, "lost" | "otherStore"> {
  const hashThere =
    present === null || holds === null || holds.auditSequence === 0
      ? undefined
      : present.reader.get<{ hash: string }>("SELECT hash FROM audit WHERE sequence = ?", holds.auditSequence)?.hash;
  const otherStore = otherKey || (present !== null && (holds === null || hashThere !== holds.auditHash));
  const beyond = (mine: number, theirs: number | undefined): number => Math.max(0, mine - (otherStore ? 0 : (theirs ?? 0)));
  const lost = present && {
    cases: beyond(present.contents.cases, holds?.cases),
    events: beyond(present.contents.events, holds?.events),
    writes: beyond(present.contents.auditSequence, holds?.auditSequence),
    receiptNumbers: lostNumbers(present.reader, otherStore ? 0 : (holds?.events ?? 0)),
  };
  return { lost, otherStore };
}

function signatureOf(manifest: BackupManifest, key: DataKey | null): { readonly isSigned: boolean; readonly problems: string[] } {
  try {
    return { isSigned: isSigned(manifest, key), problems: [] };
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    return { isSigned: false, problems: [error.message] };
  }
}

/** What the audit of a restored store keeps of the one that it took the place of. */
export const lostAndLeft = ({ lost }: Pick<RestorePlan, "lost">, left: ChainHead | undefined) => ({
  ...(lost && { lostCases: lost.cases, lostWrites: lost.writes }),
  ...(left === undefined ? {} : { leftRow: left.sequence, leftHash: left.hash }),
});

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

export interface RestoreWatch {
  /** Told before each step; `done` of `total` chunks are read. */
  readonly onProgress?: (progress: RestoreProgress) => void;
  /** Asked when the backup is together and proved; nothing has been changed yet, and nothing is where it throws. */
  readonly approve?: (backup: ReaderConnection) => Promise<void>;
}

/**
 * Puts the backup together beside the store, proved, under the name from which `swapIn` takes it.
 * @param ownAttachments the backup belongs to another store, with its own key: its attachments get a folder of their own
 * @throws StoreRefusal `backup-damaged`; StoreError `full`, `read-only`, `newer` for a backup of a newer program, and `demonstration`
 */
export async function prepareRestore(
  storePath: string,
  folder: string,
  name: string,
  key: DataKey | null,
  ownAttachments: boolean,
  { onProgress = () => undefined, approve }: RestoreWatch = {},
): Promise<void> {
  const manifest = readManifest(folder, name);
  const own = manifest.keys === null ? null : key;
  isSigned(manifest, own);
  const contents = decodeContents(manifest.contents, own);
  if (contents !== null && contents.schemaVersion > KNOWN_VERSION) {
    throw new StoreError("newer", `${name} has version ${contents.schemaVersion}, this program knows ${KNOWN_VERSION}`);
  }
  const total = manifest.chunks.length;
  const target = incoming(storePath);
  try {
    removeUnfinished(target);
    mkdirSync(dirname(storePath), { recursive: true, mode: 0o700 });
    await assemble(folder, manifest, target, (done) => onProgress({ step: "reading", done, total }));
    onProgress({ step: "proving", done: total, total });
    // the proof keeps this thread: whoever asks how far it is gets the answer before
    await setImmediate();
    try {
      const { schemaVersion } = proveStore(target, own, contents);
      await withReader(target, own, (reader) => {
        requireNoDemonstration(target, reader);
        requireTrustworthy(target, reader, schemaVersion);
      });
    } catch (error) {
      // a disk without room for the proof says nothing about the backup
      if (!(error instanceof StoreError) || (error.kind !== "corrupt" && error.kind !== "altered")) throw error;
      throw new StoreRefusal("backup-damaged", `${name}: ${error.message}`);
    }
    if (approve !== undefined) await withReader(target, own, approve);
    onProgress({ step: "exchanging", done: total, total });
    const attachments = attachmentFolder(ownAttachments ? target : storePath);
    if (ownAttachments) rmSync(attachments, { recursive: true, force: true });
    bringAttachments(target, own, folder, attachments);
  } catch (error) {
    withStoreErrors(() => removeUnfinished(target));
    throw asStoreError(error);
  }
}

/** @throws StoreError `corrupt`, `altered` */
function requireTrustworthy(path: string, reader: Reader, version: number): void {
  requireToldState(path, reader, version);
  const hasAttachments = reader.get("SELECT 1 FROM sqlite_schema WHERE name = 'attachments'") !== undefined;
  // they become names of files
  const strange = hasAttachments
    ? reader.get("SELECT 1 FROM attachments WHERE length(sha256) <> 64 OR sha256 GLOB '*[^0-9a-f]*' LIMIT 1")
    : undefined;
  if (strange !== undefined) throw new StoreError("corrupt", `${path} names an attachment that is none`);
}

async function withReader(
  path: string,
  key: DataKey | null,
  work: (reader: ReaderConnection) => Promise<void> | void,
): Promise<void> {
  const reader = openReader(path, key);
  try {
    await work(reader);
  } finally {
    reader.close();
  }
}

/** What lies in the backup's folder under a name is only brought where it is what the name says. */
function isContent(bytes: Buffer | undefined, name: string, key: DataKey | null): bytes is Buffer {
  try {
    attachmentContent(bytes, name, key);
    return true;
  } catch (error) {
    if (error instanceof StoreRefusal) return false;
    throw error;
  }
}

/** Files that the restored store names and that are not there; files that no backup has are told by `verify`. */
function bringAttachments(store: string, key: DataKey | null, folder: string, attachments: string): void {
  const reader = openReader(store, key);
  try {
    // attachments came with the fourth version
    if (reader.get("SELECT 1 FROM sqlite_schema WHERE name = 'attachments'") === undefined) return;
    for (const { sha256 } of reader.all<{ sha256: string }>("SELECT DISTINCT sha256 FROM attachments")) {
      const path = placeIn(attachments, sha256);
      if (existsSync(path) || existsSync(join(attachments, "unreferenced", sha256))) continue;
      const bytes = readBackedUpAttachment(folder, sha256);
      if (!isContent(bytes, sha256, key)) continue;
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.unfinished`, bytes, { mode: 0o600 });
      publish(`${path}.unfinished`, path);
    }
  } finally {
    reader.close();
  }
}
