/** Backups, restoring, keys, upgrades, and how the machine stands. */
import { z } from "zod";
import {
  ADMINISTRATOR,
  COUNTER,
  EVERYBODY,
  OVERSIGHT,
  WATCHING,
  backup,
  call,
  folder,
  nothing,
  password,
  reason,
  recoveryCode,
  requestId,
  second,
  changes,
  shows,
} from "./define.ts";
import type { ExportFile } from "./reports.ts";
import type { BackupReason } from "../domain/safety-settings.ts";

// --- safety of the data ---

export interface BackupContentsView {
  readonly office: string | null;
  readonly clerks: readonly string[];
  readonly people: number;
  readonly cases: number;
  readonly attachments: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly lastReceiptNumber: string | null;
}

export interface BackupView {
  /** Folder and name tell a backup. */
  readonly folder: string;
  /** The place that it belongs to: the folder is the one of its store in there. */
  readonly place: string;
  readonly name: string;
  readonly at: string;
  readonly reason: BackupReason;
  readonly bytes: number;
  /** Whose it is, as far as is told. */
  readonly office: string | null;
  /** `null` where the key to read it is not here: it belongs to another window or another office. */
  readonly holds: BackupContentsView | null;
  /** What came of trying it out: `opened` and read through, or only `compared` with its hashes; `null` = not tried out yet. */
  readonly proof: { readonly at: string; readonly how: "opened" | "compared"; readonly sound: boolean } | null;
}

export interface BackupFolderView {
  readonly folder: string;
  readonly kind: "beside-store" | "second";
  readonly reachable: boolean;
  readonly lastAt: string | null;
  readonly backups: number;
  readonly freeBytes: number | null;
  /** A second place on the same device as the data. */
  readonly sameDevice: boolean;
  /** Offices of other windows that keep backups in the same place; `null` for one that does not say. */
  readonly others: readonly (string | null)[];
}

export interface BackupStatusView {
  readonly running: boolean;
  readonly lastAt: string | null;
  /** Whole minutes; `null` when there is none, and when its time is later than the machine's clock. */
  readonly ageMinutes: number | null;
  /** Writes that no backup holds yet. */
  readonly changedSince: number;
  readonly everyMinutes: number;
  readonly folders: readonly BackupFolderView[];
  /** What is wrong and what to do, one sentence; `null` when all is well. */
  readonly problem: string | null;
  /** When the restore was made that can be taken back. */
  readonly undoableRestoreAt: string | null;
  /** Who stands by at a restore: somebody else, or the recovery code where nobody else may. */
  readonly standsBy: "person" | "recovery-code";
}

/** A store as an earlier program left it, beside the present one. */
interface CopyBeforeView {
  readonly name: string;
  /** Of its schema. */
  readonly version: number;
  readonly at: string;
  readonly bytes: number;
  /** `false`: whoever gets the file reads everything in it. */
  readonly encrypted: boolean;
}

export interface UpgradeView {
  /** Newest first. */
  readonly copies: readonly CopyBeforeView[];
  /** The store is encrypted, and nothing but this machine opens it. */
  readonly recoveryCodeMissing: boolean;
}

export interface PickedFolder {
  /** `null`: the dialog was closed. */
  readonly folder: string | null;
}

export interface FolderList {
  /** `null`: the drives. */
  readonly path: string | null;
  /** `null` at a drive. */
  readonly parent: string | null;
  /** `drive`: of the list of drives. */
  readonly folders: readonly { readonly name: string; readonly path: string; readonly drive: DriveView | null }[];
  readonly more: boolean;
}

/** A mounted drive; `null` where the system does not tell. */
export interface DriveView {
  readonly path: string;
  readonly label: string | null;
  readonly totalBytes: number | null;
  readonly freeBytes: number | null;
}

/** What a restore would bring and take away. */
export interface PlannedRestore {
  readonly backup: BackupView;
  /** Every part was read and compared with its hash. */
  readonly sound: boolean;
  readonly problems: readonly string[];
  /** Made by this office's programs: under the MAC of the store's key. */
  readonly signed: boolean;
  readonly holds: BackupContentsView | null;
  readonly present: BackupContentsView | null;
  /** Whole minutes; `null` when its time is later than the machine's clock. */
  readonly ageMinutes: number | null;
  /** It belongs to another window or office, and nothing here opens it: whether it is sound is another question. */
  readonly otherKey: boolean;
  /** `null` where there are no present data to compare with: whatever was done since the backup is not in it. */
  readonly lost: {
    readonly cases: number;
    readonly events: number;
    readonly writes: number;
    /** At most 200, in order. */
    readonly receiptNumbers: readonly string[];
  } | null;
  /** The backup does not come from an earlier state of the present data. */
  readonly otherStore: boolean;
}

export interface RestoreResult {
  /** One sentence: all sessions have ended, sign in again. */
  readonly message: string;
}

export interface KeyView {
  readonly encrypted: boolean;
  /** What holds this machine's copy of the key. */
  readonly keptBy: "system" | "key-file" | "none";
  /** The key lies on the removable disk that holds the data, too. */
  readonly travels: boolean;
  /** `null`: never made; a lost machine key would be lost data. */
  readonly recoveryCodeMadeAt: string | null;
  /** Other keys of this machine that still open the data: of the edition that is not in use. */
  readonly others: readonly ("system" | "key-file")[];
}

export interface RecoveryCode {
  /** Shown once, to be printed and locked away; the one before opens nothing any more. */
  readonly code: string;
  readonly keys: KeyView;
}

const DIAGNOSIS_AREAS = ["store", "disk", "backup", "policy", "calendar", "printer", "clock", "encryption", "program"] as const;

export type DiagnosisArea = (typeof DIAGNOSIS_AREAS)[number];

export interface DiagnosisLine {
  readonly area: DiagnosisArea;
  readonly title: string;
  readonly state: "good" | "warning" | "bad";
  /** What was found. */
  readonly value: string;
  /** What to do; empty when good. */
  readonly advice: string;
}

export interface DiagnosisView {
  readonly at: string;
  readonly lines: readonly DiagnosisLine[];
}

export const safetyCalls = {
  "backup.status": call<BackupStatusView>()(EVERYBODY, nothing, shows("safety", "clerks")),
  /** Waits for one that runs. Refused: `backup-failed` where not every place took it; the sentence says which did and which did not. */
  "backup.now": call<BackupView>()(COUNTER, nothing, changes("safety")),
  /** Newest first; `folder` also for a folder or stick that the office does not use by itself. */
  "backup.list": call<readonly BackupView[]>()(OVERSIGHT, z.strictObject({ folder: folder.nullable() }), shows("safety")),
  /** Desktop only: the system's dialog. Refused: `bad-input` in the browser. */
  "backup.pickFolder": call<PickedFolder>()(ADMINISTRATOR, nothing, changes()),
  /** Browser only: names of folders on mounted drives; `null` = the drives. Refused: `bad-input` for any other place. */
  "backup.folders": call<FolderList>()(ADMINISTRATOR, z.strictObject({ path: folder.nullable() }), shows()),
  /** `null`: the second place is given up. Refused: `backup-failed` when it cannot be written to and read.
   * It gets this store's mark: without it nothing is ever written there. */
  "backup.chooseFolder": call<BackupStatusView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, folder: folder.nullable() }),
    changes("safety", "session"),
  ),
  /** What the backup holds, and what of today's data would be lost; changes nothing. */
  "backup.inspect": call<PlannedRestore>()(ADMINISTRATOR, z.strictObject(backup), shows()),
  /**
   * Makes a safety copy, then takes the backup's place; all sessions end. The administrator's password once more, and a second
   * person who stands by. `recoveryCode`: of need where the plan says that the backup is not signed.
   * Refused: `wrong-password`, `slow-down`, `second-person-needed`, `recovery-code-needed`, `recovery-code-wrong`,
   * `backup-unsigned`, `backup-damaged`, `not-found`.
   */
  "backup.restore": call<RestoreResult>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, ...backup, password, reason, second, recoveryCode: recoveryCode.nullable().default(null) }),
    changes(),
  ),
  /** Refused: `wrong-password`, `slow-down`, `second-person-needed`, `restore-refused` (nothing to take back). */
  "backup.undoRestore": call<RestoreResult>()(ADMINISTRATOR, z.strictObject({ requestId, password, reason, second }), changes()),
  /**
   * A second person answers for a restore that one person made while the app was not open: never the same one. Where nobody else
   * is there, the recovery code does. Refused: `same-person`, `recovery-code-needed`, `recovery-code-wrong`, `stale`, `slow-down`.
   */
  "backup.confirmRestore": call<null>()(
    WATCHING,
    z.strictObject({ requestId, sequence: z.int().min(1), recoveryCode: recoveryCode.nullable().default(null) }),
    changes("session", "cases"),
  ),
  "keys.status": call<KeyView>()(OVERSIGHT, nothing, shows("safety")),
  /**
   * On this machine only the key in use goes on opening the data: after moving to the other edition. The key file goes.
   * Refused: `wrong-password`, `slow-down`, `recovery-code-needed` (none was ever made).
   */
  "keys.keepOnlyPresent": call<KeyView>()(ADMINISTRATOR, z.strictObject({ requestId, password }), changes("safety")),
  /**
   * The code will stand for a second person, so one stands by where there is one; where the office has others who cannot, the code
   * of before. Refused: `wrong-password`, `second-person-needed`, `recovery-code-wrong`, `slow-down`.
   */
  "keys.newRecoveryCode": call<RecoveryCode>()(ADMINISTRATOR, z.strictObject({ requestId, password, second }), changes("safety")),
  /** What an upgrade has left, for whoever sees to it. */
  "upgrade.status": call<UpgradeView>()(ADMINISTRATOR, nothing, shows("safety")),
  /** Deletes a copy of the store before an upgrade. Refused: `not-found`. */
  "upgrade.removeCopy": call<UpgradeView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, name: z.string().min(1).max(200), reason }),
    changes("safety"),
  ),
  "diagnosis.get": call<DiagnosisView>()(EVERYBODY, nothing, shows("safety")),
  /** Holds no personal data. */
  "diagnosis.export": call<ExportFile>()(EVERYBODY, nothing, changes()),
} as const;
