/**
 * The store's surface. `store/` knows no rule: decisions are stored as the JSON they were written down in.
 * Everything is synchronous. Every write is one named operation in one `BEGIN IMMEDIATE` transaction
 * that also writes the audit row; with a request id a repeated write returns the first answer and writes nothing.
 */
import type {
  DraftContent,
  MaterialTick,
  PaperKind,
  PersonInput,
  ReviewDemand,
  ReviewState,
  StoredCaseState,
} from "../../src-shared/domain/case.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import type { IdentityKind } from "../../src-shared/domain/identity/kinds.ts";
import type { Role } from "../../src-shared/domain/roles.ts";
import type { ClockDoubt } from "../../src-shared/contract/session.ts";
import type { Office } from "../../src-shared/contract/office.ts";
import type { AttachmentRow, CASES, CASE_EVENTS, DayEndRow, LEDGER, PAPERS } from "./areas/cases/columns.ts";
import type { ChainHead } from "./backups/names.ts";
import type { RowOf } from "./file/table.ts";

export type { AttachmentRow, DayEndRow };

/** Who does what, when. `at` is an ISO instant from the clock module. */
export interface Act {
  readonly operation: string;
  readonly clerkId: string | null;
  readonly at: string;
  /**
   * One id per write: a repeated write with the same id returns the first answer. The same id with another operation,
   * another write of the store, another clerk or another input is refused (`request-reused`), so a call that writes twice
   * derives a second id (`${id}/acceptance`).
   */
  readonly requestId: string | null;
  /** Hash of all that was asked for under the request id; kept with it. */
  readonly input?: string;
}

export interface ClerkRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** Today's: `acting` while it lasts, otherwise `permanentRole`. */
  readonly role: Role;
  readonly permanentRole: Role;
  /** A role for a time; `null` where there is none, and when its last day is over. */
  readonly acting: Acting | null;
  /** Algorithm, parameters, salt and hash in one text (PHC style). */
  readonly passwordHash: string;
  readonly active: boolean;
  readonly failedLogins: number;
  /** ISO instant of the last failed login; the delay is reckoned from it, so it survives a restart. */
  readonly lastFailedAt: string | null;
  readonly createdAt: string;
  readonly lastLoginAt: string | null;
  /** Set by an administrator who gave the password; the clerk chooses an own one at the next login. */
  readonly mustChangePassword: boolean;
  /** Raised when the password changes and when the clerk is switched off: sessions of before are over. */
  readonly sessionEpoch: number;
  /** Who made the account or last reset its password, until a third person has confirmed whose it is. */
  readonly givenBy: string | null;
}

/** A role for a time. */
export interface Acting {
  readonly role: Role;
  /** The last day, ISO, at the counter. */
  readonly until: string;
}

/** An administrator made, or let in again, where none was there any more; a third person has not confirmed it yet. */
export interface RescuedAdministrator {
  readonly id: string;
  readonly at: string;
  /** Who stood by with a password of their own, as they were called then. */
  readonly byId: string;
  readonly byName: string;
  readonly reason: string;
}

/** Who stood by an act that takes two, as the audit names them. */
export type Second = string;

/** One change of a clerk; passwords never stand in it, only that one was set. */
export interface ClerkChangeRow {
  readonly clerkId: string;
  readonly at: string;
  /** Who changed it; `null` for the first start. */
  readonly byId: string | null;
  readonly byName: string;
  readonly what: "added" | "name" | "role" | "acting" | "active" | "password" | "rescued" | "confirmed";
  readonly before: string;
  readonly after: string;
  /** As given; may be empty. */
  readonly reason: string;
}

export interface SettingRow {
  readonly name: string;
  /** As put: plain JSON; whoever owns the setting checks its shape. */
  readonly value: unknown;
  readonly reason: string;
  readonly clerkName: string;
  readonly at: string;
}

export interface DraftRow {
  readonly id: string;
  readonly clerkId: string;
  /** Ids of those who typed in it before it was handed over. */
  readonly hands: readonly string[];
  readonly content: DraftContent;
  readonly updatedAt: string;
}

/** What a save or a submission fixes; stored whole as the event's payload. */
export interface CaseContent {
  readonly person: PersonInput;
  readonly asOf: string;
  readonly facts: FactInputs;
  readonly materials: readonly MaterialTick[];
  /** `null` while the facts are incomplete (saved cases only, never submitted ones). */
  readonly decision: Decision | null;
}

/** A case as it is shown; see the columns. */
export interface CaseRow extends Omit<
  RowOf<typeof CASES>,
  "person" | "cancelAsked" | "promises" | "amounts" | "refused" | "lastSequence" | "lastHash" | "contentSequence"
> {
  readonly personId: string;
  /** A cancellation that waits for a second person. */
  readonly cancelAsked: CancelAskedRow | null;
}

export interface CancelAskedRow {
  readonly by: string;
  readonly name: string;
  readonly at: string;
  readonly reason: string;
}

export interface CaseEventRow extends Omit<RowOf<typeof CASE_EVENTS>, "payload"> {
  readonly payload: CaseEventPayload;
}

/** Who typed in the form beside the one who signs the event; left out where nobody did. */
interface ByManyHands {
  readonly hands?: readonly string[];
}

export type CaseEventPayload =
  | ({ readonly kind: "opened"; readonly matter: string; readonly city: string; readonly content: CaseContent } & ByManyHands)
  | ({ readonly kind: "facts-changed"; readonly content: CaseContent } & ByManyHands)
  | ({ readonly kind: "materials-received"; readonly materials: readonly MaterialTick[] } & ByManyHands)
  | ({
      readonly kind: "submitted" | "amended";
      readonly version: number;
      readonly receiptNumber: string;
      readonly reason: string;
      readonly content: CaseContent;
      /** Left out or `null`: no second person needed. */
      readonly review?: ReviewDemand | null;
      /** Last day (ISO) of the time limit. */
      readonly dueOn?: string | null;
      readonly amountFen?: number | null;
    } & ByManyHands)
  | {
      readonly kind: "reviewed";
      readonly version: number;
      readonly verdict: "approved" | "returned";
      readonly comment: string;
      /** By a supervisor who had worked on it, because nobody else was left. */
      readonly alone?: true;
    }
  /** Materials handed in after the submission; only those, in their new state. */
  | { readonly kind: "supplemented"; readonly materials: readonly MaterialTick[] }
  | {
      readonly kind: "attachment-added";
      readonly attachmentId: string;
      readonly name: string;
      readonly materialId: string | null;
      readonly mediaType: AttachmentType;
      readonly bytes: number;
      /** Of the content as scanned. */
      readonly sha256: string;
    }
  | { readonly kind: "attachment-removed"; readonly attachmentId: string; readonly reason: string }
  /** The holidays of a year became known, and with them the last day of the time limit. */
  | { readonly kind: "limit-set"; readonly version: number; readonly dueOn: string }
  /** `asked`: by whom, where it took two; then the event is signed by the one who confirmed it. */
  | { readonly kind: "cancelled"; readonly reason: string; readonly asked?: CancelAskedRow }
  | { readonly kind: "cancel-asked"; readonly reason: string }
  | { readonly kind: "cancel-refused"; readonly reason: string }
  | {
      readonly kind: "paper-made";
      readonly paperId: string;
      readonly paperKind: PaperKind;
      readonly version: number;
      readonly sha256: string;
    }
  | { readonly kind: "printed"; readonly paperId: string; readonly copy: number; readonly sha256: string };

export interface PaperRow extends Omit<RowOf<typeof PAPERS>, "basis"> {
  readonly timesPrinted: number;
}

export const ATTACHMENT_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export interface PersonRow {
  readonly id: string;
  readonly person: PersonInput;
  /** Number of cases in any state. */
  readonly cases: number;
  /** Merged into this person; `null` for a person of its own. */
  readonly mergedInto: string | null;
}

/** A correction by hand (not by a form); the forms' own values stand in the case events. */
export interface PersonChangeRow {
  readonly personId: string;
  readonly at: string;
  readonly clerkName: string;
  readonly reason: string;
  readonly before: PersonInput;
  readonly after: PersonInput;
  /** The other person's id where two were merged. */
  readonly mergedFrom: string | null;
}

/** A material that was promised and is not there yet, with its case. */
export interface PromiseRow {
  readonly caseId: string;
  readonly materialId: string;
  readonly promisedOn: string;
  readonly case: CaseRow;
}

/** A row of the audit as read; `detail` is the JSON that the hash covers. */
export interface AuditEntry {
  readonly sequence: number;
  readonly at: string;
  /** The caller's name of what was done (contract call), and the store's. */
  readonly operation: string;
  readonly write: string;
  readonly clerkId: string | null;
  /** As they were called then. */
  readonly clerkName: string | null;
  readonly clerkLogin: string | null;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface AuditFilter {
  /** Rows that name the person, rows of the person's cases, and lists that left with the person on them. */
  readonly personId?: string;
  readonly caseId?: string;
  readonly clerkId?: string;
  /** Caller's operation, e.g. `people.reveal`. */
  readonly operation?: string;
  /** Any of these; for what is narrowed down otherwise. */
  readonly operations?: readonly string[];
  /** ISO days at the counter, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Only rows before this sequence number: the `next` of the page before. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * What one day or month holds of one kind. `accepted` counts first submissions; `settled` and `reversed` carry amounts;
 * `advised` counts what was only told, each time it was told.
 */
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
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export interface LedgerAmount {
  readonly id: string;
  readonly title: string;
  readonly payer: string;
  readonly payee: string;
  /** Negative in `reversed` rows: a settled case was amended or cancelled. */
  readonly fen: number;
}

export interface LedgerRow extends Omit<RowOf<typeof LEDGER>, "amounts" | "fen"> {
  readonly personId: string;
  /** Of the case as it is now. */
  readonly name: string;
  readonly identityKind: IdentityKind;
  /** Empty of a person without a number. */
  readonly identityNumber: string;
  /** Due amounts of the decision; empty for kinds without money. */
  readonly amounts: readonly LedgerAmount[];
}

export interface StatisticsTotal {
  /** A matter, a clerk, or a month `YYYY-MM`. */
  readonly id: string;
  readonly kind: LedgerKind;
  readonly count: number;
  /** Sum of all due amounts; payers and payees aside. */
  readonly fen: number;
}

/** A span of days, added up in three ways; `byMonth` goes by `YYYY-MM`. */
export interface StatisticsTotals {
  readonly byMatter: readonly StatisticsTotal[];
  readonly byClerk: readonly (StatisticsTotal & { readonly name: string })[];
  readonly byMonth: readonly StatisticsTotal[];
}

/** A submission whose paper has not been printed, by the end of the day. */
export interface DayCheck {
  /** Submitted on that day, a paper of the newest version made but never printed. */
  readonly unprinted: readonly CaseRow[];
  /** Waiting for review, whatever the day. */
  readonly unreviewed: readonly CaseRow[];
  /** Numbers of accepted cases and of consultations run in one row. Those of that day's year that are missing or belong to cancelled cases, with the case where there is one. */
  readonly numbers: readonly { readonly receiptNumber: string; readonly case: CaseRow | null }[];
  /** First and last receipt number given on that day. */
  readonly first: string | null;
  readonly last: string | null;
  /** Open (unsubmitted) cases saved on that day. */
  readonly open: number;
  /** Drafts that were never submitted nor discarded, whatever the day: whose, how many, and since when (instant) the oldest rests. */
  readonly drafts: readonly {
    readonly clerkId: string;
    readonly clerkName: string;
    readonly active: boolean;
    readonly count: number;
    readonly oldest: string;
  }[];
}

export interface OfficeFigureRow {
  readonly figure: string;
  readonly city: string;
  readonly from: string;
  readonly to: string;
  /** As typed, in the figure's unit. */
  readonly value: string;
  readonly document: string;
  readonly note: string;
  readonly clerkName: string;
  readonly at: string;
}

export interface ReadingChoiceRow {
  readonly reading: string;
  readonly city: string;
  readonly option: string;
  readonly reason: string;
  readonly clerkName: string;
  readonly at: string;
}

export interface PackRow {
  readonly hash: string;
  readonly city: string;
  readonly version: string;
  /** Canonical JSON of the pack's source: files, office figures, chosen readings, formula hash. */
  readonly source: string;
}

/** Closed list; each has its own screen. */
export type StoreErrorKind =
  | "locked"
  | "full"
  | "read-only"
  | "corrupt"
  | "newer"
  | "not-ours"
  /** A demonstration where an office's store belongs. */
  | "demonstration"
  /** Another store where a demonstration belongs. */
  | "no-demonstration"
  /** The file is gone and its backups are there: an empty store in its place would look like a first start. */
  | "missing"
  /** Clerks, settings or figures are not those that the audit tells: pages of an earlier day, or a change from outside. */
  | "altered"
  /** A backup holds more of this very store, and no restore explains it. */
  | "outdated"
  /** The key is sound but belongs to another store. */
  | "wrong-key"
  /** The store is encrypted and nothing here can open it: ask for the recovery code. */
  | "key-missing"
  /** The file of wrapped keys is unreadable or altered. */
  | "key-damaged"
  /** The key file would lie where others can read it: a disk without rights, such as most sticks. */
  | "key-exposed";

export interface SearchRequest {
  /** Name, pinyin, initials, identity number or its last four, receipt number; empty = newest first. */
  readonly text: string;
  readonly state: StoredCaseState | null;
  readonly matter?: string;
  /** Clerk of the newest content. */
  readonly clerkId?: string;
  /** Days at the counter (ISO, inclusive) of the last change. */
  readonly from?: string;
  readonly to?: string;
  readonly review?: ReviewState;
  /** Fen, both inclusive; cases without an amount match neither. */
  readonly amountFrom?: number;
  readonly amountTo?: number;
  /** Submitted, not settled, with a time limit between the two days (ISO, inclusive). */
  readonly due?: { readonly from?: string; readonly until: string };
  /**
   * `newest` change first (where left out); `due`: the earliest time limit first; `amount`: the largest first.
   * Without a text, `due` and `amount` show only cases that have one (for `due`: that are not settled).
   */
  readonly sort?: "newest" | "due" | "amount";
  /** `false`: nobody asks how many there are; `total` is then 0. */
  readonly counts?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** A fault found by `verify`. */
export interface StoreProblem {
  readonly area:
    | "sqlite"
    | "foreign-keys"
    | "event-chain"
    | "audit-chain"
    | "receipt-numbers"
    | "papers"
    | "attachments"
    | "derived-state"
    /** Corrections of people, day ends, packs or whose a form is are not what the audit tells. */
    | "told-rows"
    /** Clerks, settings or figures are not those that the audit tells. */
    | "state"
    /** Something stands in a row that no program of ours writes there, and the rest could not be compared. */
    | "content";
  readonly detail: string;
}

/** What an opening has done to a store of an earlier program. */
export interface Upgrade {
  readonly fromVersion: number;
  readonly toVersion: number;
  /** Name of the copy beside the store, as the earlier program left it. */
  readonly copy: string;
}

/** A store as an earlier program left it, beside the present one. */
export interface CopyBefore {
  readonly name: string;
  /** Of its schema. */
  readonly version: number;
  /** When it was made, ISO. */
  readonly at: string;
  readonly bytes: number;
  /** `false`: whoever gets the file reads everything in it. */
  readonly encrypted: boolean;
}

export interface Store {
  readonly path: string;
  /** By this opening; `null` where there was nothing to do. */
  upgraded(): Upgrade | null;
  close(): void;

  readonly office: {
    get(): Office | null;
    /** The cities served from now on, in the order wanted. Refused: `bad-input` for none or one named twice. */
    chooseCities(act: Act, cities: readonly string[]): void;
  };

  readonly clerks: {
    /** First start: office and administrator in one operation; refused (`already-set-up`) when an administrator exists. */
    setUp(act: Act, office: Office, administrator: NewClerk): void;
    /** Everybody, active first, by name. Disabled clerks keep their history. */
    list(): ClerkRow[];
    /** Newest first. */
    history(id: string): ClerkChangeRow[];
    /** Refused: `login-taken`, `name-taken` (somebody has it, or had it). `mustChangePassword`: the password was given to them. */
    add(act: Act, clerk: NewClerk & { readonly mustChangePassword: boolean; readonly second?: Second }): void;
    /**
     * Only what is given changes; each change is a row of the history. A new password clears failed logins.
     * Refused: `last-administrator` (no active one would be left), `name-taken`, `not-found`.
     */
    change(
      act: Act,
      id: string,
      change: {
        readonly name?: string;
        /** The one that stays. */
        readonly role?: Role;
        /** `null` ends it. */
        readonly acting?: Acting | null;
        readonly active?: boolean;
        readonly passwordHash?: string;
        readonly mustChangePassword?: boolean;
        readonly reason?: string;
        readonly second?: Second;
      },
    ): void;
    /** Puts away a role for a time whose last day is over, with its row of the history. Refused: `stale` where there is none. */
    endActing(act: Act, id: string): void;
    /** Those whose role for a time is over and not put away yet. */
    actingOver(): ClerkRow[];
    /**
     * Makes an administrator, or gives an active one a new password, where none is there to do it. Whoever signs the act has given it;
     * without anybody (an office of one) nobody has. Refused: `login-taken`, `name-taken`, `not-found`.
     */
    rescueAdministrator(
      act: Act,
      administrator: { readonly id: string; readonly login: string; readonly name: string; readonly passwordHash: string },
      how: { readonly isNew: boolean; readonly reason: string; readonly second: Second },
    ): void;
    /** Newest first. */
    rescued(): RescuedAdministrator[];
    /** From now on the account is a person of its own. Refused: `stale` (it is already), `not-yet-own` (still the given password). */
    confirm(act: Act, id: string, second?: Second): void;
    byLogin(login: string): ClerkRow | undefined;
    byId(id: string): ClerkRow | undefined;
    any(): boolean;
    /** Names of the active administrators: whom a clerk can ask. */
    administrators(): string[];
    recordFailedLogin(act: Act, clerkId: string): void;
    recordLogin(act: Act, clerkId: string): void;
  };

  readonly settings: {
    /** The value in force; `undefined` = never set. */
    get(name: string): SettingRow | undefined;
    /** Newest first. */
    history(name: string): SettingRow[];
    put(act: Act, name: string, value: unknown, reason: string, second?: Second): void;
  };

  readonly audit: {
    /**
     * Writes an audit row of its own: a look at a full identity number, a locked session, an export, a refused attempt.
     * `subject` is what was looked at where it is neither person nor case.
     */
    record(
      act: Act,
      entry: {
        readonly personId?: string;
        readonly caseId?: string;
        readonly subject?: string;
        readonly detail?: Readonly<Record<string, unknown>>;
        /** Whom a list names that leaves the program. */
        readonly people?: readonly string[];
      },
    ): void;
    /** The hash of what was asked for under a request id that was carried out; `null`: done by a program that kept none. */
    inputOf(requestId: string): string | null | undefined;
    /** When it was. */
    requestedAt(requestId: string): string | undefined;
    /** Look-ups by number of a clerk since an instant that found nobody: how many, and when the last one was. */
    misses(clerkId: string, since: string): { readonly count: number; readonly lastAt: string | null };
    /** What was written last first. One page: `next` goes into `before` for the page after, `null` at the end. */
    query(filter: AuditFilter): { readonly rows: AuditEntry[]; readonly next: number | null };
    count(filter: Omit<AuditFilter, "before" | "limit">): number;
    /** All rows of a filter, oldest first, one at a time (for exports). */
    each(filter: Omit<AuditFilter, "before" | "limit">): Iterable<AuditEntry>;
    /** When the store came from an earlier version to this one or a later one; `null` for a store that never was of an earlier one. */
    cameTo(version: number): string | null;
    /** The newest row; `null` in a store without any. */
    head(): ChainHead | null;
    /** Whether the chain has a row of that number whose hash begins so: an anchor kept outside. */
    matches(anchor: ChainHead): boolean;
    /** Recomputes the chain; `bad` is the first row that does not follow. In slices: each step checks up to `rows` rows. */
    check(rows?: number): Generator<number, AuditCheck>;
  };

  readonly ledger: {
    /** One day, in the order written. */
    day(day: string): LedgerRow[];
    /** Both days inclusive. Quick for years. */
    totals(span: { readonly from: string; readonly to: string }): StatisticsTotals;
    dayEnd(day: string): DayEndRow | undefined;
    /** Days before `before` that have entries and were never closed, the latest first. */
    unclosed(before: string, limit: number): { readonly date: string; readonly entries: number }[];
    /** Newest first. */
    dayEnds(limit: number): DayEndRow[];
    /** Refused: `day-closed`. */
    closeDay(act: Act, day: string, note: string): DayEndRow;
    check(day: string): DayCheck;
  };

  readonly attachments: {
    /**
     * Stores a PDF, PNG or JPEG (told by its content) and appends `attachment-added`; the same content twice is one file.
     * Refused: `attachment-type`, `attachment-too-large`, `case-fixed` (cancelled), `not-found`.
     */
    add(
      act: Act,
      input: {
        readonly caseId: string;
        readonly materialId: string | null;
        readonly name: string;
        readonly bytes: Uint8Array;
        readonly largestBytes: number;
      },
    ): Promise<AttachmentRow>;
    get(id: string): AttachmentRow | undefined;
    /** In the order added; removed ones, too. */
    ofCase(caseId: string): AttachmentRow[];
    /** Checked against its hash. Refused: `attachment-damaged` (also when the file is gone), `not-found`. */
    read(id: string): Uint8Array;
    /** Takes it out of the case; the file stays. Refused: `stale` when removed already. */
    remove(act: Act, id: string, reason: string): void;
  };

  readonly drafts: {
    /**
     * A draft that was submitted or discarded stays closed: a late save is refused (`stale`); another clerk's is `not-allowed`.
     * Only the first save is audited; later ones are durable, too.
     */
    save(act: Act, id: string, content: DraftContent): void;
    /** The clerk's own drafts, newest first. */
    list(clerkId: string): DraftRow[];
    get(id: string): DraftRow | undefined;
    /** Everybody's, the oldest change first. */
    open(): DraftRow[];
    /** Also for a draft that was never saved or is closed already. */
    discard(act: Act, id: string): void;
    /** Somebody else goes on with it. Refused: `stale` (closed meanwhile), `not-found` (no such clerk, or switched off). */
    handOver(act: Act, id: string, to: string, reason: string): void;
    /** Somebody else's is given up. Refused: `stale`. */
    discardOfOther(act: Act, id: string, reason: string): void;
  };

  readonly people: {
    /** By kind and number; without a number by name, birth date and sex. */
    byIdentity(person: PersonInput): { readonly id: string; readonly person: PersonInput } | undefined;
    /** By a number of whatever kind. */
    byIdentityNumber(identityNumber: string): { readonly id: string; readonly person: PersonInput } | undefined;
    byId(id: string): PersonRow | undefined;
    /** By name, pinyin, initials, identity number (also a corrected one), its last four, telephone; best known first. */
    find(text: string, limit: number): PersonRow[];
    casesOf(personId: string): CaseRow[];
    /** Others with the same name and birth date, at most 20. */
    duplicatesOf(person: Omit<PersonInput, "phone">): PersonRow[];
    /** Newest first. */
    changes(personId: string): PersonChangeRow[];
    /**
     * Corrects name, telephone or identity number. A number that belongs to another person is refused (`person-exists`)
     * unless `merge`: then all cases move to that other person, whose id is returned. Case events stay as they were written.
     */
    correct(
      act: Act,
      input: { readonly personId: string; readonly person: PersonInput; readonly reason: string; readonly merge: boolean },
    ): string;
  };

  readonly cases: {
    /**
     * Opens the case (caseId null) or appends what changed; removes nothing. Returns the case id.
     * Refused: `case-fixed` once submitted or cancelled, `not-found`, `bad-input` without an identity number.
     */
    save(
      act: Act,
      input: {
        readonly caseId: string | null;
        readonly matter: string;
        readonly city: string;
        readonly content: CaseContent;
        /** As of the draft that it is saved from. */
        readonly hands?: readonly string[];
      },
    ): string;
    /**
     * Fixes a case: opens it if needed, appends `submitted` (or `amended` with the next version), assigns the receipt number
     * (office code + year + running number of that year, never reused; an amendment keeps it) and discards the draft, all in one transaction.
     * Returns the case id. Refused: `facts-incomplete` without a decision, `case-fixed` (submitted already, or cancelled),
     * `not-found`, `stale` when the case got another version since the draft was begun, `bad-input` (no reason for an amendment).
     */
    submit(
      act: Act,
      input: {
        readonly caseId: string | null;
        readonly draftId: string;
        readonly matter: string;
        readonly city: string;
        readonly content: CaseContent;
        readonly amends: boolean;
        readonly reason: string;
        /** Year of the running number. */
        readonly year: number;
        /** Why a second person has to look; left out or `null` = settled at once. */
        readonly review?: ReviewDemand | null;
        /** Last day (ISO) of the time limit. */
        readonly dueOn?: string | null;
        readonly amountFen?: number | null;
      },
    ): string;
    /**
     * The second person's word on the newest version.
     * Refused: `same-person` (wrote any of it, unless `alone`), `stale` (another version, or nothing waits), `bad-input`
     * (returned, or alone, without a comment).
     */
    review(
      act: Act,
      input: {
        readonly caseId: string;
        readonly version: number;
        readonly verdict: "approved" | "returned";
        readonly comment: string;
        /** The clerk wrote a part of it, and nobody is left who did not. Never who submitted it. */
        readonly alone?: boolean;
      },
    ): void;
    /** Materials handed in after the submission. Refused: `case-fixed` unless submitted, `bad-input` without any. */
    supplement(act: Act, caseId: string, materials: readonly MaterialTick[]): void;
    /** Waiting for a second person, cancellations included, oldest first; `exceptMaker` leaves out that clerk's own. */
    reviewQueue(request: { readonly exceptMaker?: string; readonly limit: number }): CaseRow[];
    /** Open promises up to a day (ISO, inclusive), earliest first. */
    promises(request: { readonly until: string; readonly limit: number }): PromiseRow[];
    /** Submitted and not settled, with a time limit up to a day (ISO, inclusive), earliest first. */
    due(request: { readonly until: string; readonly limit: number }): CaseRow[];
    /** Submitted, not settled and without a last day: what has no limit, and what fell into a year whose holidays were not known. */
    withoutLimit(): CaseRow[];
    /** Names the last day that a submission left open. Refused: `stale` when the version has one, or is not the newest. */
    setLimit(act: Act, input: { readonly caseId: string; readonly version: number; readonly dueOn: string }): void;
    /** Open and submitted cases; the receipt number stays taken. Refused: `case-fixed` when cancelled already, `not-found`. */
    cancel(act: Act, caseId: string, reason: string): void;
    /** A cancellation that a second person has to confirm. Refused: `case-fixed` unless submitted, `stale` when asked already. */
    askCancel(act: Act, caseId: string, reason: string): void;
    /** The second person's word on it. Refused: `stale` (nothing asked), `same-person` (asked for it), `bad-input` (no comment). */
    answerCancel(
      act: Act,
      input: { readonly caseId: string; readonly verdict: "approved" | "returned"; readonly comment: string },
    ): void;
    get(id: string): CaseRow | undefined;
    events(id: string): CaseEventRow[];
    search(request: SearchRequest): { readonly rows: CaseRow[]; readonly total: number };
    /** All that a search finds, counted to the last one: takes as long as there are many. */
    count(request: Omit<SearchRequest, "limit" | "offset">): number;
    /** Every submitted or amended version of every case, oldest first, one at a time (for replay). */
    versions(): Iterable<CaseEventRow>;
  };

  readonly papers: {
    /**
     * Stores the PDF with its SHA-256 and appends `paper-made`; one paper per case, kind and content: an existing one is returned.
     * A submitted version has one content for ever. Version 0 is an open case as last saved: each saved change lets a new
     * paper be made, asking again without a change returns the first.
     * Refused: `not-found` (case or version), `case-fixed` (version 0 of a fixed case), `stale` (see `madeFrom`).
     */
    add(
      act: Act,
      input: {
        readonly caseId: string;
        readonly version: number;
        readonly kind: PaperKind;
        readonly title: string;
        readonly pdf: Uint8Array;
        /** Hash of the event the PDF was made from; `stale` when the open case has been saved since. */
        readonly madeFrom?: string;
      },
    ): PaperRow;
    get(id: string): PaperRow | undefined;
    ofCase(caseId: string): PaperRow[];
    /** The PDF as first made (`copy` 1) or as reprinted; checked against its hash. */
    pdf(id: string, copy?: number): Uint8Array;
    /**
     * Counts a print, storing the marked PDF of a reprint; appends `printed`. `copy` is `timesPrinted + 1` (else `stale`);
     * for copy 1 `pdf` must be the stored paper itself (else `bad-input`). `why` goes into the audit: a print is a look at it.
     */
    recordPrint(act: Act, id: string, copy: number, pdf: Uint8Array, why?: Readonly<Record<string, string>>): PaperRow;
  };

  readonly policy: {
    officeFigures(city: string): OfficeFigureRow[];
    /** Refused: `figure-overlap` with the office's own values, `figure-invalid` when the dates are in the wrong order. */
    addOfficeFigure(act: Act, row: Omit<OfficeFigureRow, "clerkName" | "at">): void;
    /** The choice in force of each reading; earlier ones stay stored. */
    readingChoices(city: string): ReadingChoiceRow[];
    chooseReading(act: Act, row: Omit<ReadingChoiceRow, "clerkName" | "at">): void;
    /** Writes nothing when the pack is known. */
    rememberPack(act: Act, pack: PackRow): void;
    packByHash(hash: string): PackRow | undefined;
  };

  /** Wrong tries at names that no clerk has; not in the audit. */
  readonly unknownLogins: {
    of(name: string): { readonly failedLogins: number; readonly lastFailedAt: string | null };
    record(act: Act, name: string): void;
    forget(act: Act, name: string): void;
  };

  readonly clock: {
    /**
     * Why the machine's clock is not believed, `null` while it is. As long as it is doubted every write is refused
     * (`clock-doubted`), and nothing is done by dates that cannot be undone, such as thinning backups.
     */
    doubt(): ClockDoubt | null;
    /** The clock is right, whatever is stored: everything goes on from `act.at`. Who may is the caller's business. */
    confirm(act: Act): void;
  };

  readonly restores: {
    /** The newest that waits for its second person. */
    unconfirmed(): UnconfirmedRestore | null;
    /** The store came here from another machine, and nobody has chosen or given up a second place of backups since. */
    newMachine(): { readonly secondPlaceWas: string | null } | null;
    /** Refused: `stale` when that one does not wait (any more). Who may is the caller's business. */
    confirm(act: Act, sequence: number, detail: Readonly<Record<string, unknown>>): void;
  };

  /** Integrity of file, chains, numbers and derived rows; empty = sound. */
  verify(): StoreProblem[];
  /**
   * A verified copy in DELETE journal mode with a SHA-256 manifest beside it (`<target>.json`).
   * Nothing is overwritten: an existing target is refused (`bad-input`).
   */
  backup(target: string): { readonly sha256: string; readonly bytes: number };
}

export type NewClerk = Pick<ClerkRow, "id" | "login" | "name" | "role" | "passwordHash">;

export type AuditCheck =
  | { readonly sound: true; readonly rows: number; readonly lastHash: string }
  | {
      readonly sound: false;
      readonly rows: number;
      readonly bad: {
        readonly sequence: number;
        readonly at: string;
        readonly operation: string;
        readonly reason: "gap" | "hash";
      };
    };

/** What a read-only opener gets: everything that writes nothing. */
export interface StoreReader extends Pick<Store, "path" | "close" | "verify"> {
  readonly office: Pick<Store["office"], "get">;
  readonly clerks: Pick<Store["clerks"], "byLogin" | "byId" | "any" | "administrators" | "list" | "history">;
  readonly settings: Pick<Store["settings"], "get" | "history">;
  readonly audit: Pick<
    Store["audit"],
    "query" | "count" | "each" | "check" | "head" | "matches" | "inputOf" | "requestedAt" | "misses" | "cameTo"
  >;
  readonly ledger: Pick<Store["ledger"], "day" | "totals" | "dayEnd" | "dayEnds" | "unclosed" | "check">;
  readonly attachments: Pick<Store["attachments"], "get" | "ofCase" | "read">;
  readonly people: Omit<Store["people"], "correct">;
  readonly drafts: Pick<Store["drafts"], "list" | "get" | "open">;
  readonly cases: Pick<
    Store["cases"],
    "get" | "events" | "search" | "count" | "versions" | "reviewQueue" | "promises" | "due" | "withoutLimit"
  >;
  readonly papers: Pick<Store["papers"], "get" | "ofCase" | "pdf">;
  readonly policy: Pick<Store["policy"], "officeFigures" | "readingChoices" | "packByHash">;
  readonly restores: Pick<Store["restores"], "unconfirmed" | "newMachine">;
  readonly unknownLogins: Pick<Store["unknownLogins"], "of">;
}

/* ---------- Keys, backups, restoring: beside the store, for the desk (`tools.safe`) ---------- */

export interface KeyStatus {
  readonly encrypted: boolean;
  /** What holds this machine's copy of the key; `none` for a store that is not encrypted. */
  readonly keptBy: "system" | "key-file" | "none";
  readonly keyFile: string | null;
  /** The key file lies on the removable disk that holds the data, too: whoever carries it off has both. */
  readonly travels: boolean;
  /** When the recovery code was last made; `null` = never: a lost machine key would be a lost store. */
  readonly recoveryCodeMadeAt: string | null;
  /** Other keys of this machine that still open the store: of the edition that is not in use. */
  readonly others: readonly ("system" | "key-file")[];
}

export const BACKUP_REASONS = ["timer", "shift", "manual", "before-restore"] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

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

/** Where a restore is: the backup's chunks are read, the whole database is proved, the files change places. */
export interface RestoreProgress {
  readonly step: "reading" | "proving" | "exchanging";
  readonly done: number;
  readonly total: number;
}

export interface LostWork {
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

/** A restore that one person made while nothing was open: until a second one confirms it, nothing is approved. */
export interface UnconfirmedRestore {
  /** Of its row in the audit. */
  readonly sequence: number;
  readonly at: string;
  /** `null`: by a command on the machine. */
  readonly clerkId: string | null;
  readonly by: string | null;
  readonly reason: string;
  readonly backup: string | null;
  readonly unsigned: boolean;
  readonly lostCases: number;
  readonly lostWrites: number;
}

/** Who answers for a restore. */
export interface Vouched {
  /** Of need for a backup that is not signed. */
  readonly recoveryCode: string | null;
  /** For the audit of the store that comes: who, why, who stood by. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Safe {
  readonly keys: {
    status(): KeyStatus;
    /** Makes a new recovery code, shown once; the one before opens nothing any more. Audited. */
    newRecoveryCode(act: Act, second?: Second): string;
    /** Only the key in use goes on opening the store on this machine. Audited. Refused: `recovery-code-needed` (none was ever made). */
    keepOnlyPresent(act: Act): void;
    /** Refused: `recovery-code-wrong`. */
    requireRecoveryCode(code: string): void;
  };
  readonly backups: {
    status(): BackupStatus;
    /** This store's, those that reach furthest first; of a place that is named also those of other stores, behind its own. */
    list(folder?: string): BackupInfo[];
    /** Waits for one that runs. Refused: `backup-failed` where no place took it. */
    make(reason: BackupReason): Promise<MadeBackup>;
    /**
     * Tries a backup out and keeps what came of it; of the newest ones it is done by itself. One that is damaged is told like
     * a failed backup. Refused: `not-found`, `backup-damaged` where even its list of parts cannot be read.
     */
    prove(backup: Pick<BackupInfo, "folder" | "name">): Promise<BackupProof>;
    /** Called at logout and lock: makes one in the background when something changed. */
    shiftEnded(): void;
    /** Makes the second place, writes and reads a probe, and marks it as this store's. Refused: `backup-failed`. `null` switches it off. */
    setFolder(act: Act, folder: string | null): void;
  };
  /** Of the store before it was upgraded. */
  readonly copiesBefore: {
    /** Newest first. */
    list(): CopyBefore[];
    /** Deletes one; audited. Refused: `not-found`. */
    remove(act: Act, name: string, reason: string): void;
  };
  readonly restore: {
    /** Refused: `not-found`. */
    inspect(backup: Pick<BackupInfo, "folder" | "name">): Promise<RestorePlan>;
    /**
     * Makes a safety copy of the present store, puts the backup in its place and opens it; everybody is signed out.
     * Refused: `backup-damaged`, `not-found`, for an unsigned one `recovery-code-needed`, `recovery-code-wrong` or, where no
     * code was ever made, `backup-unsigned`; the present store then stays as it is.
     */
    run(act: Act, backup: Pick<BackupInfo, "folder" | "name">, vouched?: Partial<Vouched>): Promise<void>;
    /** When the newest restore was made that can be taken back. */
    undoable(): { readonly at: string } | null;
    undo(act: Act, vouched?: Pick<Vouched, "detail">): Promise<void>;
  };
  /** As `Store.verify`, in a thread of its own: the counter goes on meanwhile. */
  verify(): Promise<StoreProblem[]>;
  diagnosis(): StoreFigures;
}

/** Of the disk, the files and what keeps them safe, for the diagnosis; nobody's data. */
export interface StoreFigures {
  readonly storeBytes: number;
  readonly logBytes: number;
  readonly attachmentBytes: number;
  readonly freeBytes: number | null;
  readonly keys: KeyStatus;
  readonly backups: BackupStatus;
}
