/** What the calls of the office return: reviews, people, clerks, the day's work, audit, safety of the data. */
import type {
  AttachmentView,
  CaseEventKind,
  CaseSummary,
  CaseView,
  PersonInput,
  PromisedMaterial,
  PromiseView,
} from "../domain/case.ts";
import type { IdentityKind, Sex } from "../domain/identity/kinds.ts";
import type { OfficeSettings } from "../domain/office-settings.ts";
import type { Role } from "../domain/roles.ts";

// --- review ---

export interface ReviewRow extends CaseSummary {
  readonly maker: string;
  /** Why it needs a second person, e.g. 应缴 6,879.60 元，达到复核金额 0.00 元. */
  readonly why: string;
  /** The signed-in clerk made it, so somebody else has to look. */
  readonly mine: boolean;
  readonly waitingSince: string;
}

export const REVIEW_CHANGE_KINDS = [
  "pack",
  "outcome",
  "amount",
  "date",
  "figure",
  "reading",
  "condition",
  "material",
  "formula",
] as const;
export type ReviewChangeKind = (typeof REVIEW_CHANGE_KINDS)[number];

/** One difference between what the maker saw and what the same facts give now. */
export interface ReviewChange {
  readonly kind: ReviewChangeKind;
  readonly title: string;
  /** Empty where there was nothing. */
  readonly before: string;
  readonly now: string;
}

export interface ReviewView {
  readonly case: CaseView;
  readonly maker: string;
  readonly why: string;
  /** The version to be judged; goes into `review.approve`. */
  readonly version: number;
  /** Facts, dates or person that differ from the version before; empty for a first version. */
  readonly sinceLastVersion: readonly { readonly title: string; readonly before: string; readonly now: string }[];
  /** Evaluated again with today's policy data for the same day of processing. Empty: the maker saw the same. */
  readonly changes: readonly ReviewChange[];
  /** The result has changed in outcome, amount or date, not only in the data behind it: better returned. */
  readonly resultChanged: boolean;
  /** The signed-in supervisor worked on it and may decide all the same, because nobody else is left: the note says why. */
  readonly alone: boolean;
  /** Why the signed-in clerk cannot decide (made it, role, open promise); `null` when they can. */
  readonly barred: string | null;
}

// --- forms of others ---

export interface OthersForm {
  readonly id: string;
  readonly clerkId: string;
  readonly clerk: string;
  /** `false`: they cannot sign in any more. */
  readonly active: boolean;
  readonly matterTitle: string;
  readonly amends: boolean;
  /** As typed; may be empty. */
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  readonly updatedAt: string;
}

export interface OthersFormContent extends OthersForm {
  readonly asOf: string;
  readonly maskedPhone: string;
  readonly answers: readonly { readonly title: string; readonly text: string }[];
  readonly materialsReceived: number;
}

// --- people ---

export interface DuplicateView {
  readonly personId: string;
  readonly why: "same-number" | "same-name-and-birth";
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  /** ISO date; empty where it is not known. */
  readonly birthDate: string;
  readonly maskedPhone: string;
  /** Newest first; at most ten. */
  readonly cases: readonly CaseSummary[];
}

export interface PersonCorrection {
  readonly at: string;
  readonly clerk: string;
  readonly reason: string;
  /** Identity numbers and telephones masked; a change in the hidden digits is told. */
  readonly before: PersonInput;
  readonly after: PersonInput;
}

export interface TimelineEntry {
  readonly at: string;
  readonly caseId: string;
  readonly matterTitle: string;
  readonly receiptNumber: string | null;
  readonly kind: CaseEventKind;
  readonly clerk: string;
  readonly summary: string;
}

export interface PersonFile {
  readonly id: string;
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  readonly maskedPhone: string;
  /** For those who work at the counter. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  /** Why there is no number; empty where there is one. */
  readonly noNumberBecause: string;
  /** Newest first. */
  readonly corrections: readonly PersonCorrection[];
  readonly cases: readonly CaseSummary[];
  /** Across all cases, newest first. */
  readonly timeline: readonly TimelineEntry[];
}

export interface RevealedNumber {
  readonly identityKind: IdentityKind;
  readonly identityNumber: string;
  readonly phone: string;
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  readonly maskedPhone: string;
  /** `1963`: tells people of one name apart. */
  readonly bornIn: string | null;
  readonly caseCount: number;
}

export interface FoundView {
  readonly people: readonly FoundPerson[];
  readonly cases: readonly CaseSummary[];
}

// --- promises and attachments ---

export interface PromiseRow extends PromiseView {
  readonly case: CaseSummary;
  readonly maskedPhone: string;
}

export interface PromiseLimit {
  readonly today: string;
  readonly workingDays: number;
  /** ISO date; `null` where the holidays of that year are not known: nothing can be promised. */
  readonly lastOn: string | null;
  /** Open promises of the case that is amended: they stay as they are, without a new signature. */
  readonly standing: readonly PromisedMaterial[];
}

export interface AttachmentFile {
  readonly attachment: AttachmentView;
  readonly base64: string;
}

// --- the office ---

export interface OfficeSettingsView {
  readonly settings: OfficeSettings;
  /** `null` while nobody has changed anything. */
  readonly changed: { readonly at: string; readonly clerk: string; readonly reason: string } | null;
}

export interface OfficeCalendar {
  readonly years: readonly number[];
  /** Set when a coming year is asked for soon and not known: what to do. */
  readonly warning: string | null;
}

export interface WorkToday {
  /** In review and not made by this clerk; 0 for those who may not review. */
  readonly toReview: number;
  /** Returned to this clerk. */
  readonly returned: number;
  readonly promisesDue: number;
  readonly promisesOverdue: number;
  readonly casesDueSoon: number;
  readonly casesOverdue: number;
  /** Days that are over, had work and were never closed, the latest first, as many as are counted; none for those who close no day. */
  readonly unclosedDays: readonly UnclosedDay[];
}

export interface UnclosedDay {
  readonly date: string;
  /** How many entries its books have. */
  readonly entries: number;
}

export interface ClerkName {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

export interface ClerkView extends ClerkName {
  readonly login: string;
  /** `role` is one for a time: until when, and what it is afterwards. */
  readonly acting: { readonly until: string; readonly after: Role } | null;
  readonly mustChangePassword: boolean;
  /** When the one-time password ends, or ended; `null` where the owner has chosen a password. */
  readonly oneTimeUntil: string | null;
  readonly oneTimeOver: boolean;
  /** Nobody has said yet that it is the person whose name it bears. */
  readonly unconfirmed: boolean;
  readonly createdAt: string | null;
  readonly lastLoginAt: string | null;
}

/** What somebody has not finished. */
export interface OpenWork {
  /** Never submitted nor discarded. */
  readonly forms: number;
  /** Saved, not submitted. */
  readonly openCases: number;
  /** Returned by a second person. */
  readonly returned: number;
}

/** Two accounts that are not known to be two persons. */
export interface UnconfirmedClerk {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly active: boolean;
  /** Who made the account, or last reset its password. */
  readonly by: string;
  readonly what: "added" | "password";
  readonly at: string;
  /** It still has the password that was given. */
  readonly mustChangePassword: boolean;
}

export interface NewClerk {
  readonly clerk: ClerkView;
  /** Shown once. `null` when the same request is answered after a restart: reset it again. */
  readonly oneTimePassword: string | null;
}

// --- the day's work ---

export const LEDGER_KINDS = [
  "accepted",
  "amended",
  "settled",
  "reversed",
  "returned",
  "refused",
  "cancelled",
  "advised",
] as const;
/** 受理, 更正, 办结, 冲回 (a settled case was amended or cancelled), 退回, 不予受理, 撤销, 咨询 (an estimate, a look-up, guidance: only told) */
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export interface LedgerRow {
  readonly kind: LedgerKind;
  readonly at: string;
  readonly caseId: string;
  readonly receiptNumber: string | null;
  readonly matterTitle: string;
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  readonly clerk: string;
  /** Negative in `reversed` rows. */
  readonly amountFen: number | null;
  /** 日结后: entered into a day that had been closed. */
  readonly afterClosing: boolean;
}

/** One kind of amount, e.g. 一次性趸缴金额, over the cases settled that day less those reversed. */
export interface AmountSum {
  readonly title: string;
  readonly payer: string;
  readonly payee: string;
  readonly count: number;
  readonly fen: number;
}

export const DAY_CHECKS = ["unprinted", "unreviewed", "open-drafts", "receipt-numbers"] as const;
export type DayCheckKind = (typeof DAY_CHECKS)[number];

export interface DayCheck {
  readonly kind: DayCheckKind;
  readonly passed: boolean;
  /** One sentence with what to do. */
  readonly message: string;
  readonly items: readonly {
    readonly text: string;
    readonly caseId: string | null;
    /** Whose forms it is about. */
    readonly clerkId?: string;
  }[];
}

export interface DayLedger {
  readonly date: string;
  /** `null`: the whole office. */
  readonly clerk: string | null;
  readonly counts: Readonly<Record<LedgerKind, number>>;
  readonly rows: readonly LedgerRow[];
  readonly amounts: readonly AmountSum[];
  /** Receipt numbers assigned that day; `null` when there were none. */
  readonly receiptNumbers: {
    readonly first: string;
    readonly last: string;
    readonly count: number;
    /** How many of them are consultations, which are numbered in the same row. */
    readonly advised: number;
  } | null;
  /** Of the whole office, whoever asks. */
  readonly checks: readonly DayCheck[];
  /** Row and hash of the end of the audit chain as of now; on the printed sheet it can be compared with later. */
  readonly anchor: string | null;
  /** Whether a day that is over would be closed only now, or was closed only later: that takes a reason. */
  readonly late: boolean;
  /** `signed`: what the day held when it was closed; above stands what it holds now. */
  readonly closed: {
    readonly at: string;
    readonly clerk: string;
    readonly note: string;
    readonly signed: Pick<DayLedger, "counts" | "amounts">;
  } | null;
  /** The signed-in clerk may close this day now. */
  readonly mayClose: boolean;
}

export interface StatisticsRow {
  readonly id: string;
  readonly title: string;
  readonly counts: Readonly<Record<LedgerKind, number>>;
  readonly amountFen: number;
}

export interface Statistics {
  readonly from: string;
  readonly to: string;
  readonly total: StatisticsRow;
  readonly byMatter: readonly StatisticsRow[];
  readonly byClerk: readonly StatisticsRow[];
  /** `id` is `YYYY-MM`, oldest first, months without cases included. */
  readonly byMonth: readonly StatisticsRow[];
}

export interface ExportFile {
  readonly name: string;
  readonly mimeType: string;
  /** `null` where the desktop host has written the file itself. */
  readonly base64: string | null;
  /** The desktop host's path; `null` in the browser, and when the clerk closed the dialog (`cancelled`). */
  readonly savedAs: string | null;
  readonly cancelled: boolean;
  readonly rows: number;
}

export interface ExportProgress {
  /** Of `total` parts of the work; both 0 before it can be told. */
  readonly done: number;
  readonly total: number;
}

// --- audit ---

export interface AuditRowView {
  readonly sequence: number;
  readonly at: string;
  /** The same at the counter, with its distance from UTC: `2026-03-10 10:00:00 +08:00`. */
  readonly time: string;
  /** Stable code, e.g. `people.reveal`. */
  readonly operation: string;
  /** The same in Chinese. */
  readonly title: string;
  readonly clerkId: string | null;
  /** As they were called then. */
  readonly clerk: string;
  /** Empty for the program itself. */
  readonly clerkLogin: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  /** The reason given, or what was done, in Chinese; no full identity number. */
  readonly detail: string;
  readonly hash: string;
}

export interface AuditPage {
  readonly rows: readonly AuditRowView[];
  /** For `before` of the page after; `null` at the end. */
  readonly next: number | null;
  /** What can be filtered for. */
  readonly operations: readonly { readonly operation: string; readonly title: string }[];
  /**
   * From when on opened files, opened cases and lists that left tell whom they showed; before, an earlier program kept look-ups by
   * number and what was opened in full. `null`: always.
   */
  readonly allLooksSince: string | null;
}

export interface AuditVerdict {
  /** The chain and everything else that was read through. */
  readonly sound: boolean;
  readonly rows: number;
  /** Row and hash of the end of the chain: to be compared with what was kept outside. */
  readonly anchor: string | null;
  /** What does not fit beside the chain, one sentence for each area. */
  readonly problems: readonly string[];
  /** The first row that does not fit the chain. */
  readonly firstBad: { readonly sequence: number; readonly at: string; readonly title: string; readonly detail: string } | null;
}

// --- safety of the data ---

export const BACKUP_REASONS = ["timer", "shift", "manual", "before-restore"] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export interface BackupContents {
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
  readonly holds: BackupContents | null;
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

export interface BackupStatus {
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
export interface CopyBeforeView {
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
export interface RestorePlan {
  readonly backup: BackupView;
  /** Every part was read and compared with its hash. */
  readonly sound: boolean;
  readonly problems: readonly string[];
  /** Made by this office's programs: under the MAC of the store's key. */
  readonly signed: boolean;
  readonly holds: BackupContents | null;
  readonly present: BackupContents | null;
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

export const DIAGNOSIS_AREAS = [
  "store",
  "disk",
  "backup",
  "policy",
  "calendar",
  "printer",
  "clock",
  "encryption",
  "program",
] as const;
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
