/** Backups, as the desk sees them. */
import type { Office } from "../../../src-shared/contract/office.ts";
import type { BackupReason } from "../../../src-shared/domain/safety-settings.ts";

/** Where backups are written to. */
export interface BackupPlace {
  readonly folder: string;
  readonly kind: "beside-store" | "second";
}

export interface BackupInfo {
  /** Folder and name tell a backup. The folder is the room of its store; of an earlier program's backup, the place itself. */
  readonly folder: string;
  /** The chosen folder in which the room is. */
  readonly place: string;
  readonly name: string;
  readonly at: string;
  readonly reason: BackupReason;
  /** Of the store as restored, and of what this backup added to its folder. */
  readonly bytes: number;
  readonly newBytes: number;
  /** Name of the office that it belongs to, as far as its room or the backup itself tells. */
  readonly office: string | null;
  /** `null` where the key to read it is not here: it is another store's. */
  readonly holds: BackupContents | null;
  /** `null` = not tried out yet. */
  readonly proof: BackupProof | null;
}

/** A backup that was just made, and the places that did not take it. */
export interface MadeBackup extends BackupInfo {
  readonly failures: readonly BackupFailure[];
}

/** What came of trying a backup out after it was made. */
export interface BackupProof {
  readonly at: string;
  /**
   * `opened`: put together, opened with the key, every page and the whole audit chain read, the newest row compared with the
   * store's. `compared`: every part read and compared with its hash, for want of room on the disk to put it together.
   */
  readonly how: "opened" | "compared";
  readonly sound: boolean;
  /** English, for the log and the IT officer. */
  readonly problems: readonly string[];
}

export interface BackupContents {
  readonly office: Office | null;
  readonly clerks: readonly string[];
  readonly people: number;
  readonly cases: number;
  readonly events: number;
  readonly attachments: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly lastReceiptNumber: string | null;
  readonly auditSequence: number;
  readonly auditHash: string | null;
  /** By this backups of one store are ordered: see `trust/reach.ts`. Those of earlier programs do not say. */
  readonly reach?: number;
  readonly schemaVersion: number;
  /** The second place of that day; tells where to look when the store cannot be asked. Backups of earlier programs do not say. */
  readonly backupFolder?: string | null;
}

export interface BackupFailure {
  readonly at: string;
  readonly folder: string;
  readonly code:
    | "backup-failed"
    | "backup-damaged"
    | "backup-place-missing"
    | "store-full"
    | "store-read-only"
    | "store-locked"
    | "store-corrupt";
  /** English, for the log and the IT officer. */
  readonly detail: string;
}

/** A place, and this store's backups there. */
export interface BackupPlaceStatus extends BackupPlace {
  /** A second place that does not bear this store's mark is not there, whatever the system shows under its name. */
  readonly reachable: boolean;
  readonly lastAt: string | null;
  readonly backups: number;
  readonly freeBytes: number | null;
  /** A second place on the store's own device is lost together with it. */
  readonly sameDevice: boolean;
  /** Offices of other stores that keep backups there; `null` for one that does not say. */
  readonly others: readonly (string | null)[];
}

export interface BackupStatus {
  readonly running: boolean;
  /** Of the backup that reaches furthest, in any place that is there. */
  readonly lastAt: string | null;
  readonly lastFailure: BackupFailure | null;
  /** Backups that cannot be read, and whose names tell of rows that this store has not: it may be an older one. */
  readonly strange: readonly string[];
  /** Writes that no backup holds yet. */
  readonly changedSince: number;
  readonly everyMinutes: number;
  readonly folders: readonly BackupPlaceStatus[];
}
