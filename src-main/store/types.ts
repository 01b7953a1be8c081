/**
 * The store's surface. `store/` knows no rule: decisions are stored as the JSON they were written down in.
 * Everything is synchronous. Every write is one named operation in one `BEGIN IMMEDIATE` transaction
 * that also writes the audit row; with a request id a repeated write returns the first answer and writes nothing.
 */
import type {
  CaseEventKind,
  CaseState,
  DraftContent,
  MaterialTick,
  PaperKind,
  PersonInput,
} from "../../src-shared/domain/case.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import type { Role } from "../../src-shared/domain/roles.ts";
import type { Office } from "../../src-shared/contract/views.ts";

/** Who does what, when. `at` is an ISO instant from the clock module. */
export interface Act {
  readonly operation: string;
  readonly clerkId: string | null;
  readonly at: string;
  /**
   * One id per write: a repeated write with the same id returns the first answer. The same id with another operation,
   * another write of the store or another clerk is refused (`bad-input`), so a call that writes twice derives a second id
   * (`${id}/acceptance`).
   */
  readonly requestId: string | null;
}

export interface ClerkRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** Algorithm, parameters, salt and hash in one text (PHC style). */
  readonly passwordHash: string;
  readonly active: boolean;
  readonly failedLogins: number;
  /** ISO instant of the last failed login; the delay is reckoned from it, so it survives a restart. */
  readonly lastFailedAt: string | null;
}

export interface DraftRow {
  readonly id: string;
  readonly clerkId: string;
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

export interface CaseRow {
  readonly id: string;
  readonly matter: string;
  readonly city: string;
  readonly personId: string;
  readonly state: CaseState;
  readonly receiptNumber: string | null;
  readonly version: number;
  readonly name: string;
  readonly identityNumber: string;
  readonly outcome: string;
  readonly headline: string;
  readonly clerkName: string;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly cancelReason: string | null;
}

export interface CaseEventRow {
  readonly caseId: string;
  /** 1, 2, 3 … within the case. */
  readonly sequence: number;
  readonly kind: CaseEventKind;
  readonly at: string;
  readonly clerkId: string;
  readonly clerkName: string;
  readonly payload: CaseEventPayload;
  /** SHA-256 over the previous hash of the case and this event. */
  readonly hash: string;
}

export type CaseEventPayload =
  | { readonly kind: "opened"; readonly matter: string; readonly city: string; readonly content: CaseContent }
  | { readonly kind: "facts-changed"; readonly content: CaseContent }
  | { readonly kind: "materials-received"; readonly materials: readonly MaterialTick[] }
  | {
      readonly kind: "submitted" | "amended";
      readonly version: number;
      readonly receiptNumber: string;
      readonly reason: string;
      readonly content: CaseContent;
    }
  | { readonly kind: "cancelled"; readonly reason: string }
  | {
      readonly kind: "paper-made";
      readonly paperId: string;
      readonly paperKind: PaperKind;
      readonly version: number;
      readonly sha256: string;
    }
  | { readonly kind: "printed"; readonly paperId: string; readonly copy: number; readonly sha256: string };

export interface PaperRow {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly title: string;
  readonly madeAt: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly timesPrinted: number;
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
export type StoreErrorKind = "locked" | "full" | "read-only" | "corrupt" | "newer" | "not-ours";

export interface SearchRequest {
  /** Name, pinyin, initials, identity number or its last four, receipt number; empty = newest first. */
  readonly text: string;
  readonly state: CaseState | null;
  readonly limit: number;
  readonly offset: number;
}

/** A fault found by `verify`. */
export interface StoreProblem {
  readonly area: "sqlite" | "foreign-keys" | "event-chain" | "audit-chain" | "receipt-numbers" | "papers" | "derived-state";
  readonly detail: string;
}

export interface Store {
  readonly path: string;
  close(): void;

  readonly office: {
    get(): Office | null;
    /** The cities served from now on, in the order wanted. Refused: `bad-input` for none or one named twice. */
    chooseCities(act: Act, cities: readonly string[]): void;
  };

  readonly clerks: {
    /** First start: office and administrator in one operation; refused (`already-set-up`) when an administrator exists. */
    setUp(act: Act, office: Office, administrator: Omit<ClerkRow, "failedLogins" | "lastFailedAt" | "active">): void;
    byLogin(login: string): ClerkRow | undefined;
    byId(id: string): ClerkRow | undefined;
    any(): boolean;
    /** Names of the active administrators: whom a clerk can ask. */
    administrators(): string[];
    recordFailedLogin(act: Act, clerkId: string): void;
    recordLogin(act: Act, clerkId: string): void;
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
    /** Also for a draft that was never saved or is closed already. */
    discard(act: Act, id: string): void;
  };

  readonly people: {
    byIdentityNumber(identityNumber: string): { readonly id: string; readonly person: PersonInput } | undefined;
    casesOf(personId: string): CaseRow[];
  };

  readonly cases: {
    /**
     * Opens the case (caseId null) or appends what changed; removes nothing. Returns the case id.
     * Refused: `case-fixed` once submitted or cancelled, `not-found`, `bad-input` without an identity number.
     */
    save(
      act: Act,
      input: { readonly caseId: string | null; readonly matter: string; readonly city: string; readonly content: CaseContent },
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
      },
    ): string;
    /** Open and submitted cases; the receipt number stays taken. Refused: `case-fixed` when cancelled already, `not-found`. */
    cancel(act: Act, caseId: string, reason: string): void;
    get(id: string): CaseRow | undefined;
    events(id: string): CaseEventRow[];
    search(request: SearchRequest): { readonly rows: CaseRow[]; readonly total: number };
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
     * for copy 1 `pdf` must be the stored paper itself (else `bad-input`).
     */
    recordPrint(act: Act, id: string, copy: number, pdf: Uint8Array): PaperRow;
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

  /** Integrity of file, chains, numbers and derived rows; empty = sound. */
  verify(): StoreProblem[];
  /**
   * A verified copy in DELETE journal mode with a SHA-256 manifest beside it (`<target>.json`).
   * Nothing is overwritten: an existing target is refused (`bad-input`).
   */
  backup(target: string): { readonly sha256: string; readonly bytes: number };
}

/** What a read-only opener gets: everything that writes nothing. */
export interface StoreReader extends Pick<Store, "path" | "close" | "people" | "verify"> {
  readonly office: Pick<Store["office"], "get">;
  readonly clerks: Pick<Store["clerks"], "byLogin" | "byId" | "any" | "administrators">;
  readonly drafts: Pick<Store["drafts"], "list" | "get">;
  readonly cases: Pick<Store["cases"], "get" | "events" | "search" | "versions">;
  readonly papers: Pick<Store["papers"], "get" | "ofCase" | "pdf">;
  readonly policy: Pick<Store["policy"], "officeFigures" | "readingChoices" | "packByHash">;
}
