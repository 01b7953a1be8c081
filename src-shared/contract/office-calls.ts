/** The office behind the counter: clerks, settings, the day's work, audit, safety of the data. */
import { z } from "zod";
import { officeSettingsSchema } from "../domain/office-settings.ts";
import { ROLES } from "../domain/roles.ts";
import {
  ADMINISTRATOR,
  backup,
  call,
  COUNTER,
  EVERYBODY,
  folder,
  id,
  isoDate,
  LEADING,
  login,
  lookReason,
  nothing,
  officeCities,
  OVERSIGHT,
  password,
  personName,
  reason,
  recoveryCode,
  requestId,
  second,
  shortText,
  WATCHING,
} from "./define.ts";
import { caseFilter } from "./counter-calls.ts";
import type {
  AuditPage,
  AuditVerdict,
  BackupStatus,
  BackupView,
  ClerkName,
  ClerkView,
  DayLedger,
  DiagnosisView,
  ExportFile,
  ExportProgress,
  FolderList,
  NewClerk,
  OfficeCalendar,
  OfficeSettingsView,
  OpenWork,
  PickedFolder,
  KeyView,
  RecoveryCode,
  RestorePlan,
  RestoreResult,
  Statistics,
  UnconfirmedClerk,
  WorkToday,
  UpgradeView,
} from "./office-views.ts";
import type { Office } from "./views.ts";

/** Days at the counter, both included; at most about three years. */
const span = { from: isoDate, to: isoDate };

export const auditFilter = {
  /** Days at the counter, both included. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  clerkId: id.nullable().default(null),
  caseId: id.nullable().default(null),
  /** Rows that name the person, rows of the person's cases, and lists that left with the person on them. */
  personId: id.nullable().default(null),
  /** As in `AuditRowView.operation`. */
  operation: z.string().max(64).nullable().default(null),
  /** Only looks: whoever was found by a number, opened, printed, or taken along on a list. */
  looks: z.boolean().default(false),
};

/**
 * `exportId` names the export while it runs. A list longer than a file takes is refused (`list-too-long`, with the numbers)
 * unless `partial`; then the file says what is left out.
 */
const exportId = requestId;
const asFile = { exportId, format: z.enum(["xlsx", "pdf"]), partial: z.boolean().default(false) };

/** What can be taken along as a file, each with what it is made of. */
const exported = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("day"), date: isoDate, clerkId: id.nullable(), reason: lookReason, ...asFile }),
  z.strictObject({ what: z.literal("statistics"), ...span, ...asFile }),
  z.strictObject({ what: z.literal("cases"), ...caseFilter, reason: lookReason, ...asFile }),
  z.strictObject({ what: z.literal("promises"), which: z.enum(["all", "due", "overdue"]), reason: lookReason, ...asFile }),
]);

export const officeCalls = {
  "office.get": call<Office | null>()(EVERYBODY, nothing),
  /** The first of `cities` is the foremost. */
  "office.chooseCities": call<Office>()(ADMINISTRATOR, z.strictObject({ requestId, cities: officeCities })),
  "office.settings": call<OfficeSettingsView>()(EVERYBODY, nothing),
  /** A change of what is reviewed, and by whom, takes a second person: `second-person-needed` and the like, as for `clerks.create`. */
  "office.changeSettings": call<OfficeSettingsView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, settings: officeSettingsSchema, reason, second }),
  ),
  /** Which years' holidays are known. */
  "office.calendar": call<OfficeCalendar>()(EVERYBODY, nothing),
  /** Numbers beside the menu entries. */
  "work.today": call<WorkToday>()(EVERYBODY, nothing),

  /** Names for filters and history; also those who have left. */
  "clerks.names": call<readonly ClerkName[]>()(EVERYBODY, nothing),
  "clerks.list": call<readonly ClerkView[]>()(OVERSIGHT, nothing),
  /**
   * Refused: `login-taken`, `name-taken`. Whoever is made, or unmade, as reviewer, supervisor or administrator takes a second
   * person: `second-person-needed`, `wrong-password`, `slow-down`, `recovery-code-wrong`; the same for the three below.
   */
  "clerks.create": call<NewClerk>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, login, name: personName, role: z.enum(ROLES), second }),
  ),
  "clerks.rename": call<ClerkView>()(ADMINISTRATOR, z.strictObject({ requestId, id, name: personName })),
  /**
   * `until` (the last day, at most a year ahead): for a time, beside the role that stays; it ends by itself. `null`: for good, and a
   * role for a time is over. Refused: `last-administrator`, `bad-input`.
   */
  "clerks.changeRole": call<ClerkView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, id, role: z.enum(ROLES), until: isoDate.nullable().default(null), second }),
  ),
  /**
   * A one-time password, shown once; the clerk chooses another at the next login. `second`: the recovery code, where nobody would
   * be left who can stand by though the office has others.
   */
  "clerks.resetPassword": call<NewClerk>()(ADMINISTRATOR, z.strictObject({ requestId, id, second })),
  /** Refused: `last-administrator`. */
  "clerks.setActive": call<ClerkView>()(ADMINISTRATOR, z.strictObject({ requestId, id, active: z.boolean(), reason, second })),
  /**
   * Says that the account is the person whose name it bears: from then on it counts as another person than whoever made it or
   * reset its password. For a third one; where there is none, with the recovery code. Reviewers and auditors confirm an administrator
   * who was made where none was there any more, and nobody else.
   * Refused: `same-person`, `not-yet-own`, `stale`, `second-person-needed`, `recovery-code-wrong`, `slow-down`.
   */
  "clerks.confirm": call<ClerkView>()(WATCHING, z.strictObject({ requestId, id, second })),
  /** What somebody has not finished: told when they are switched off. */
  "clerks.openWork": call<OpenWork>()(LEADING, z.strictObject({ id })),

  /** 日结. Clerks and reviewers see their own day; `clerkId: null` is the whole office. */
  "reports.day": call<DayLedger>()(EVERYBODY, z.strictObject({ date: isoDate, clerkId: id.nullable() })),
  /**
   * Closes a day for the whole office; `note` explains checks that did not pass, and why a day is closed only later. What is
   * entered into it afterwards is marked. Refused: `day-closed`, `bad-input`.
   */
  "reports.closeDay": call<DayLedger>()(
    ["supervisor", "administrator"],
    z.strictObject({ requestId, date: isoDate, note: shortText }),
  ),
  /** 办件统计. Refused: `bad-input` for more than three years. */
  "reports.statistics": call<Statistics>()(OVERSIGHT, z.strictObject(span)),
  /**
   * The desktop host asks where to save it; the browser downloads it. `day` is for everybody's own day, the rest for oversight.
   * Refused: `reason-needed` for lists of people, except one's own day.
   */
  "reports.export": call<ExportFile>()(EVERYBODY, exported),

  /** Of one's own export; `null` when it does not run. */
  "exports.progress": call<ExportProgress | null>()(EVERYBODY, z.strictObject({ exportId })),
  /** Ends it at its next step; the export answers `cancelled`. */
  "exports.cancel": call<null>()(EVERYBODY, z.strictObject({ exportId })),

  /** Newest first. `before`: the `next` of the page before. */
  "audit.list": call<AuditPage>()(
    OVERSIGHT,
    z.strictObject({ ...auditFilter, before: z.int().min(1).nullable().default(null), limit: z.int().min(1).max(200) }),
  ),
  /** Accounts that do not yet count as another person than whoever made them or last reset their password. */
  "audit.unconfirmed": call<readonly UnconfirmedClerk[]>()(OVERSIGHT, nothing),
  /** Reads the whole chain; takes a while. */
  "audit.verify": call<AuditVerdict>()(OVERSIGHT, nothing),
  "audit.export": call<ExportFile>()(OVERSIGHT, z.strictObject({ ...auditFilter, reason: lookReason, ...asFile })),

  "backup.status": call<BackupStatus>()(EVERYBODY, nothing),
  /** Waits for one that runs. Refused: `backup-failed` where not every place took it; the sentence says which did and which did not. */
  "backup.now": call<BackupView>()(COUNTER, nothing),
  /** Newest first; `folder` also for a folder or stick that the office does not use by itself. */
  "backup.list": call<readonly BackupView[]>()(OVERSIGHT, z.strictObject({ folder: folder.nullable() })),
  /** Desktop only: the system's dialog. Refused: `bad-input` in the browser. */
  "backup.pickFolder": call<PickedFolder>()(ADMINISTRATOR, nothing),
  /** Browser only: names of folders on mounted drives; `null` = the drives. Refused: `bad-input` for any other place. */
  "backup.folders": call<FolderList>()(ADMINISTRATOR, z.strictObject({ path: folder.nullable() })),
  /** `null`: the second place is given up. Refused: `backup-failed` when it cannot be written to and read.
   * It gets this store's mark: without it nothing is ever written there. */
  "backup.chooseFolder": call<BackupStatus>()(ADMINISTRATOR, z.strictObject({ requestId, folder: folder.nullable() })),
  /** What the backup holds, and what of today's data would be lost; changes nothing. */
  "backup.inspect": call<RestorePlan>()(ADMINISTRATOR, z.strictObject(backup)),
  /**
   * Makes a safety copy, then takes the backup's place; all sessions end. The administrator's password once more, and a second
   * person who stands by. `recoveryCode`: of need where the plan says that the backup is not signed.
   * Refused: `wrong-password`, `slow-down`, `second-person-needed`, `recovery-code-needed`, `recovery-code-wrong`,
   * `backup-unsigned`, `backup-damaged`, `not-found`.
   */
  "backup.restore": call<RestoreResult>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, ...backup, password, reason, second, recoveryCode: recoveryCode.nullable().default(null) }),
  ),
  /** Refused: `wrong-password`, `slow-down`, `second-person-needed`, `restore-refused` (nothing to take back). */
  "backup.undoRestore": call<RestoreResult>()(ADMINISTRATOR, z.strictObject({ requestId, password, reason, second })),
  /**
   * A second person answers for a restore that one person made while the app was not open: never the same one. Where nobody else
   * is there, the recovery code does. Refused: `same-person`, `recovery-code-needed`, `recovery-code-wrong`, `stale`, `slow-down`.
   */
  "backup.confirmRestore": call<null>()(
    WATCHING,
    z.strictObject({ requestId, sequence: z.int().min(1), recoveryCode: recoveryCode.nullable().default(null) }),
  ),
  "keys.status": call<KeyView>()(OVERSIGHT, nothing),
  /**
   * On this machine only the key in use goes on opening the data: after moving to the other edition. The key file goes.
   * Refused: `wrong-password`, `slow-down`, `recovery-code-needed` (none was ever made).
   */
  "keys.keepOnlyPresent": call<KeyView>()(ADMINISTRATOR, z.strictObject({ requestId, password })),
  /**
   * The code will stand for a second person, so one stands by where there is one; where the office has others who cannot, the code
   * of before. Refused: `wrong-password`, `second-person-needed`, `recovery-code-wrong`, `slow-down`.
   */
  "keys.newRecoveryCode": call<RecoveryCode>()(ADMINISTRATOR, z.strictObject({ requestId, password, second })),

  /** What an upgrade has left, for whoever sees to it. */
  "upgrade.status": call<UpgradeView>()(ADMINISTRATOR, nothing),
  /** Deletes a copy of the store before an upgrade. Refused: `not-found`. */
  "upgrade.removeCopy": call<UpgradeView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, name: z.string().min(1).max(200), reason }),
  ),

  "diagnosis.get": call<DiagnosisView>()(EVERYBODY, nothing),
  /** Holds no personal data. */
  "diagnosis.export": call<ExportFile>()(EVERYBODY, nothing),
} as const;
