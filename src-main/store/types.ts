/**
 * The store's surface. `store/` knows no rule: decisions are stored as the JSON they were written down in.
 * Everything is synchronous. Every write is one named operation in one `BEGIN IMMEDIATE` transaction
 * that also writes the audit row; with a request id a repeated write returns the first answer and writes nothing.
 */
import type { AttachmentStore, CaseStore, DraftStore, LedgerStore, PaperStore } from "./areas/cases/types.ts";
import type {
  AuditStore,
  ClerkStore,
  ClockStore,
  OfficeStore,
  PolicyStore,
  RestoreStore,
  SettingStore,
  UnknownLoginStore,
} from "./areas/office/types.ts";
import type { PeopleStore } from "./areas/people/types.ts";
import type { BackupInfo, BackupProof, BackupStatus, MadeBackup } from "./backups/types.ts";
import type { Act, CopyBefore, Second, StoreProblem, Upgrade } from "./file/types.ts";
import type { KeyStatus } from "./keys/types.ts";
import type { RestorePlan, Vouched } from "./restore/types.ts";
import type { BackupReason } from "../../src-shared/domain/safety-settings.ts";

export interface Store {
  readonly path: string;
  /** By this opening; `null` where there was nothing to do. */
  upgraded(): Upgrade | null;
  close(): void;

  readonly office: OfficeStore;

  readonly clerks: ClerkStore;

  readonly settings: SettingStore;

  readonly audit: AuditStore;

  readonly ledger: LedgerStore;

  readonly attachments: AttachmentStore;

  readonly drafts: DraftStore;

  readonly people: PeopleStore;

  readonly cases: CaseStore;

  readonly papers: PaperStore;

  readonly policy: PolicyStore;

  readonly unknownLogins: UnknownLoginStore;

  readonly clock: ClockStore;

  readonly restores: RestoreStore;

  /** Integrity of file, chains, numbers and derived rows; empty = sound. */
  verify(): StoreProblem[];
  /**
   * A verified copy in DELETE journal mode with a SHA-256 manifest beside it (`<target>.json`).
   * Nothing is overwritten: an existing target is refused (`bad-input`).
   */
  backup(target: string): { readonly sha256: string; readonly bytes: number };
}

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

/** What keeps the data from being lost or read by others: keys, backups, copies, the way back. */
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
