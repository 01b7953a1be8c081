/** A backup made by a command: for the scheduler of the system, or before an update. The program may have the store open meanwhile. */
import { closeSync, openSync } from "node:fs";
import type { Clock } from "../../clock.ts";
import { probeFolder } from "../backups/folder.ts";
import { asOnlyBackup } from "../backups/lock.ts";
import { ClockWatch, storeClock } from "../file/clock-watch.ts";
import { asStoreError, StoreError, StoreRefusal } from "../file/errors.ts";
import { threads } from "../backups/in-thread.ts";
import { isHeldHere } from "../file/lock.ts";
import { markRoom } from "../backups/places/marker.ts";
import { placesOf } from "../backups/places/standing.ts";
import { infoOf } from "../restore/restore.ts";
import { takeSnapshotBeside } from "../backups/snapshot.ts";
import { requireFolder } from "../trust/outside.ts";
import type { BackupFailure, BackupInfo, BackupPlace } from "../backups/types.ts";
import { leaveCopyNote } from "./copy-notes.ts";
import { lookBeside, type Looked, type LookOptions } from "./look.ts";

export interface BackupBeside {
  /** One for each place that took it. */
  readonly made: readonly BackupInfo[];
  readonly failures: readonly BackupFailure[];
  /** Why the audit will not tell of it: the note could not be left. */
  readonly unnoted: StoreError | undefined;
}

export interface BackupBesideOptions extends LookOptions {
  readonly clock: Clock;
  /** A folder instead of the office's own places: by being named it is chosen, and gets the store's mark. */
  readonly to?: string | undefined;
  /** Of the system, for the audit. */
  readonly account: string;
  /** Told once where another backup is under way, which is waited for. */
  readonly onWait?: () => void;
}

/** The program may be copying a large store to a slow stick. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Writes nothing into the store, which belongs to the program, and leaves it a note for the audit.
 * @throws as `lookBeside`; StoreRefusal `not-found`, `folder-refused`, `backup-failed` for a folder that cannot be used;
 * StoreError `locked` where another backup does not come to its end
 */
export async function backUpBeside(given: string, options: BackupBesideOptions): Promise<BackupBeside> {
  const { clock, to, onWait } = options;
  const looked = lookBeside(given, options);
  const { path, key, keys } = looked;
  let descriptor: number | undefined;
  try {
    // closing the file in the end would drop the locks of whatever in this process has it open
    if (isHeldHere(path)) throw new StoreError("locked", `this process has ${path} open`);
    const places = to === undefined ? placesOf(looked) : [chosen(looked, to)];
    const file = (descriptor = openSync(path, "r"));
    const clockDoubted = storeClock(looked.reader, new ClockWatch(clock)).doubt() !== null;
    const asked = { places, reason: "manual", compares: true, at: clock.now(), clockDoubted, run: threads().run } as const;
    const source = { path, key, keys: keys?.keys ?? null, descriptor: file };
    const { manifests, failures } = await asOnlyBackup(path, LONGEST_WAIT_MS, () => takeSnapshotBeside(source, asked), onWait);
    const made = manifests.map(({ folder, manifest }) => infoOf(folder, manifest, key));
    return { made, failures, unnoted: made.length === 0 ? undefined : note(looked, made, options.account) };
  } finally {
    looked.reader.close();
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A disk that is full takes no note, and the backup on the stick is good all the same. */
function note({ path, key }: Looked, made: readonly BackupInfo[], account: string): StoreError | undefined {
  const { at, name } = made[0]!;
  try {
    leaveCopyNote(path, key, { at, account, backup: name, folders: made.map(({ place }) => place) });
    return undefined;
  } catch (error) {
    const why = asStoreError(error);
    if (why instanceof StoreError) return why;
    throw why;
  }
}

function chosen({ storeId, store }: Looked, folder: string): BackupPlace {
  requireFolder(folder);
  probeFolder(folder);
  try {
    markRoom(folder, { storeId, office: store.office.get() });
  } catch (error) {
    throw new StoreRefusal("backup-failed", `${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { folder, kind: "second" };
}
