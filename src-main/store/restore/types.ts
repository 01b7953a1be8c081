/** Restoring, as the desk sees it. */
import type { BackupContents, BackupInfo } from "../backups/types.ts";

/** Where a restore is: the backup's chunks are read, the whole database is proved, the files change places. */
export interface RestoreProgress {
  readonly step: "reading" | "proving" | "exchanging";
  readonly done: number;
  readonly total: number;
}

interface LostWork {
  readonly cases: number;
  readonly events: number;
  readonly writes: number;
  /** At most 200, in order. */
  readonly receiptNumbers: readonly string[];
}

/** What a restore would bring and take away; nothing is changed by making it. */
export interface RestorePlan {
  readonly backup: BackupInfo;
  /** Every chunk and attachment read and compared with its hash. */
  readonly sound: boolean;
  readonly problems: readonly string[];
  readonly holds: BackupContents | null;
  /** The present store; `null` where there is none or it cannot be read. */
  readonly present: BackupContents | null;
  /** In the present store and not in the backup; `null` where there is none to compare with. */
  readonly lost: LostWork | null;
  /** The backup is another store's, and nothing here opens it; it may be quite sound. */
  readonly otherKey: boolean;
  /** Made by a program that held the store's key: its list of parts is under that key's MAC. */
  readonly signed: boolean;
  /** The backup does not come from an earlier state of the present store. */
  readonly otherStore: boolean;
}

/** Who answers for a restore. */
export interface Vouched {
  /** Of need for a backup that is not signed. */
  readonly recoveryCode: string | null;
  /** For the audit of the store that comes: who, why, who stood by. */
  readonly detail: Readonly<Record<string, unknown>>;
}
