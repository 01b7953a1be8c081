/** While the store is not open. */
import { z } from "zod";
import { backup, call, folder, nothing, password, reason, recoveryCode, requestId, changes, shows } from "./define.ts";
import type { StoreErrorCode } from "./errors.ts";
import type { ExportFile } from "./reports.ts";
import type { BackupView, DriveView, PlannedRestore } from "./safety.ts";

/** Why the app is not open. `first-start`: no office was set up yet, and somebody wants to restore one; `policy`: the policy data are wrong; `internal`: a fault that has no name. */
export type RescueProblem = StoreErrorCode | "first-start" | "policy" | "internal";

/** What the page offers besides trying again. */
export type RescueWay = "unlock" | "restore" | "accept";

export interface RescueView {
  readonly problem: RescueProblem;
  /** What the host knows beyond it: mistakes in the policy data, why the recovery code is of no use. */
  readonly details: readonly string[];
  readonly ways: readonly RescueWay[];
  /** The folder of the data. */
  readonly folder: string;
  readonly version: string;
  readonly host: "electron" | "browser";
  /** A restore that is under way. */
  readonly restoring: RestoreProgressView | null;
}

export interface RestoreProgressView {
  readonly step: "reading" | "proving" | "exchanging";
  readonly done: number;
  readonly total: number;
}

export interface RescueBackups {
  /** Where was looked: beside the store, and the second place if it is known; or the folder that was asked for. */
  readonly folders: readonly { readonly folder: string; readonly reachable: boolean }[];
  /** Newest first. */
  readonly backups: readonly BackupView[];
  /** Nothing is shown before the recovery code is given. */
  readonly needsCode: boolean;
}

const withCode = { recoveryCode: recoveryCode.nullable() };

export const rescueCalls = {
  "rescue.status": call<RescueView>()("rescue", nothing, shows()),
  /** `null`: the cause is gone and the app is open; the same for the calls below. */
  "rescue.retry": call<RescueView | null>()("rescue", nothing, changes()),
  /** Gives the key to this machine. Refused: `recovery-code-wrong`, `slow-down`. */
  "rescue.unlock": call<RescueView | null>()("rescue", z.strictObject({ recoveryCode }), changes()),
  /**
   * Only for whoever has the recovery code; where none was ever made, the backups of known places without what they hold.
   * Refused: `recovery-code-wrong`, `slow-down`, `not-allowed` (another folder, and there is no code).
   */
  "rescue.backups": call<RescueBackups>()("rescue", z.strictObject({ folder: folder.nullable(), ...withCode }), shows()),
  /** Drives that were put in: at a first start, and for whoever has the recovery code. */
  "rescue.drives": call<readonly DriveView[]>()("rescue", z.strictObject(withCode), shows()),
  /** Changes nothing. Refused as above, and `recovery-code-needed`. */
  "rescue.inspect": call<PlannedRestore>()("rescue", z.strictObject({ ...backup, ...withCode }), shows()),
  /**
   * Only for an administrator of the backup itself, with the recovery code; a second person confirms when the app is open.
   * What is there goes aside. Refused: `wrong-password` (also for clerks of other roles), `slow-down`, `recovery-code-needed`,
   * `recovery-code-wrong`, `backup-damaged`, `backup-unsigned`, `backup-other-store`, `not-found`.
   */
  "rescue.restore": call<RescueView | null>()(
    "rescue",
    z.strictObject({ requestId, ...backup, ...withCode, login: z.string().trim().min(1).max(40), password, reason }),
    changes(),
  ),
  /**
   * The store is older than its backups, and is to be used all the same. Only for its administrator, with the recovery code; a
   * second person confirms when the app is open. Refused as above.
   */
  "rescue.accept": call<RescueView | null>()(
    "rescue",
    z.strictObject({ requestId, recoveryCode, login: z.string().trim().min(1).max(40), password, reason }),
    changes(),
  ),
  /** Holds no personal data. */
  "rescue.diagnosis": call<ExportFile>()("rescue", nothing, changes()),
} as const;
