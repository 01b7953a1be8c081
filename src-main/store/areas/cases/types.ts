/** What the store tells of cases, their events, papers and attachments, and of the day's books; and what it does with them. */
import type { AttachmentRow, CASES, CASE_EVENTS, DayEndRow, LEDGER, PAPERS } from "./columns.ts";
import type { RowOf } from "../../file/table.ts";
import type { Act } from "../../file/types.ts";
import type {
  DraftContent,
  MaterialTick,
  PaperKind,
  PersonInput,
  ReviewDemand,
  ReviewState,
  StoredCaseState,
} from "../../../../src-shared/domain/case.ts";
import type { Decision } from "../../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../../src-shared/domain/facts.ts";
import type { IdentityKind } from "../../../../src-shared/domain/identity/kinds.ts";
import type { LedgerKind } from "../../../../src-shared/domain/ledger.ts";
import type { AttachmentType } from "../../../../src-shared/domain/case.ts";

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

/** A material that was promised and is not there yet, with its case. */
export interface PromiseRow {
  readonly caseId: string;
  readonly materialId: string;
  readonly promisedOn: string;
  readonly case: CaseRow;
}

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

export interface LedgerStore {
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
}

export interface AttachmentStore {
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
}

export interface DraftStore {
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
}

export interface CaseStore {
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
}

export interface PaperStore {
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
}
