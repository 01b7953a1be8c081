/** The columns of cases, their events, papers and attachments, and of the day's books. */
import type { CaseEventKind, PaperKind, ReviewState, StoredCaseState } from "../../../../src-shared/domain/case.ts";
import type { Nature } from "../../../../src-shared/domain/decision.ts";
import type { IdentityKind } from "../../../../src-shared/domain/identity/kinds.ts";
import { bytes, integer, integerOrNull, table, text, textOrNull, type RowOf } from "../../file/table.ts";
import type { AttachmentType } from "../../../../src-shared/domain/case.ts";
import type { LedgerKind } from "../../../../src-shared/domain/ledger.ts";

/** A case as its events give it. */
export const CASES = table("cases", {
  id: text("id"),
  matter: text("matter"),
  city: text("city"),
  openedAt: text("opened_at"),
  /** Number of the person in the file. */
  person: integer("person"),
  state: text<StoredCaseState>("state"),
  receiptNumber: textOrNull("receipt_number"),
  version: integer("version"),
  name: text("name"),
  identityKind: text<IdentityKind>("identity_kind"),
  /** Empty of a person without a number. */
  identityNumber: text("identity_number"),
  /** Of the newest decision, as it was decided; `null` while there is none. */
  nature: textOrNull<Nature>("nature"),
  outcome: text("outcome"),
  headline: text("headline"),
  /** Who opened the case, or saved or submitted its newest content: the maker, who may not review it. */
  clerkId: text("clerk_id"),
  clerkName: text("clerk_name"),
  updatedAt: text("updated_at"),
  /** Number of the event that changed it last: lists go by it, since a clock may have been wrong. */
  lastChange: integer("last_change"),
  cancelReason: textOrNull("cancel_reason"),
  /** A cancellation that waits for a second person: canonical JSON of `CancelAskedRow`. */
  cancelAsked: textOrNull("cancel_asked"),
  /** When the newest version was submitted. */
  submittedAt: textOrNull("submitted_at"),
  /** Of the newest version. */
  review: text<ReviewState>("review"),
  /** Who said the last word on a version, the newest or an earlier one. */
  reviewerName: textOrNull("reviewer_name"),
  /** As the newest submission named it; `null` = moves no money. */
  amountFen: integerOrNull("amount_fen"),
  /** From when on nothing is left to do: no review needed or approved, nothing promised outstanding. A consultation is never settled. */
  settledAt: textOrNull("settled_at"),
  /** Last day (ISO) of the time limit, as the newest submission named it. */
  dueOn: textOrNull("due_on"),
  /** Open promises, canonical JSON of `OpenPromise[]`. */
  promises: text("promises"),
  /** Earliest open promise (ISO day) of a material that follows; `null` = nothing outstanding. */
  promisedOn: textOrNull("promised_on"),
  /** Due amounts of the newest version, canonical JSON of `LedgerAmount[]`. */
  amounts: text("amounts"),
  /** 1 once a notice of refusal was made. */
  refused: integer<0 | 1>("refused"),
  lastSequence: integer("last_sequence"),
  lastHash: text("last_hash"),
  /** Sequence of the newest event that changed facts or materials: what a paper is made from. */
  contentSequence: integer("content_sequence"),
});
/** What the events of a case give; the person is looked up beside it. */
export const CASE_STATE = CASES.without("person");
/** What an event may change, and with it whose the case is. */
export const CHANGING_WITH_PERSON = CASES.without("id", "matter", "city", "openedAt");
export const CHANGING = CASES.without("person", "id", "matter", "city", "openedAt");

export const CASE_EVENTS = table("case_events", {
  /** Among the events of all cases, in the order written. */
  number: integer("number"),
  caseId: text("case_id"),
  /** 1, 2, 3 … within the case. */
  sequence: integer("sequence"),
  kind: text<CaseEventKind>("kind"),
  at: text("at"),
  clerkId: text("clerk_id"),
  clerkName: text("clerk_name"),
  /** Canonical JSON. */
  payload: text("payload"),
  /** SHA-256 over the previous hash of the case and this event. */
  hash: text("hash"),
});

export const PAPERS = table("papers", {
  id: text("id"),
  caseId: text("case_id"),
  version: integer("version"),
  kind: text<PaperKind>("kind"),
  /** Sequence of the event that fixed its content. */
  basis: integer("basis"),
  title: text("title"),
  madeAt: text("made_at"),
  sha256: text("sha256"),
  bytes: integer("bytes"),
});

/** The PDF of each copy; the first is the paper as made. */
export const PAPER_FILES = table("paper_files", {
  paperId: text("paper_id"),
  copy: integer("copy"),
  sha256: text("sha256"),
  pdf: bytes("pdf"),
});

export const PRINTS = table("prints", {
  paperId: text("paper_id"),
  copy: integer("copy"),
  at: text("at"),
  clerkId: text("clerk_id"),
});

/** Given for ever: a number outlives the cancellation of its case. */
export const RECEIPT_NUMBERS = table("receipt_numbers", {
  year: integer("year"),
  /** 1, 2, 3 … within the year. */
  running: integer("running"),
  number: text("number"),
  caseId: text("case_id"),
});

/** Forms as typed. */
export const DRAFTS = table("drafts", {
  id: text("id"),
  clerkId: text("clerk_id"),
  /** Who typed in it before it was handed over: JSON of ids. */
  hands: text("hands"),
  /** JSON as typed; `null` once it was submitted or discarded. */
  content: textOrNull("content"),
  caseId: textOrNull("case_id"),
  /** Version of the case on which it was begun. */
  baseVersion: integerOrNull("base_version"),
  updatedAt: text("updated_at"),
});

export const ATTACHMENTS = table("attachments", {
  id: text("id"),
  caseId: text("case_id"),
  /** The material it shows; `null` = belongs to the case as a whole. */
  materialId: textOrNull("material_id"),
  /** File name as the clerk gave it. */
  name: text("name"),
  mediaType: text<AttachmentType>("media_type"),
  bytes: integer("bytes"),
  sha256: text("sha256"),
  addedAt: text("added_at"),
  clerkName: text("clerk_name"),
  /** Taken out of the case by mistake or exchange; the file stays. */
  removedAt: textOrNull("removed_at"),
  removedBy: textOrNull("removed_by"),
  removedReason: textOrNull("removed_reason"),
});
export type AttachmentRow = RowOf<typeof ATTACHMENTS>;

export const LEDGER = table("ledger", {
  number: integer("number"),
  /** ISO day at the counter of the instant `at`. */
  day: text("day"),
  at: text("at"),
  kind: text<LedgerKind>("kind"),
  caseId: text("case_id"),
  matter: text("matter"),
  receiptNumber: textOrNull("receipt_number"),
  clerkId: text("clerk_id"),
  clerkName: text("clerk_name"),
  /** Canonical JSON of `LedgerAmount[]`; empty for kinds without money. */
  amounts: text("amounts"),
  /** Sum of the amounts. */
  fen: integer("fen"),
});

/** The ledger added up, by day for any span and by month for long ones; `kind` is a ledger's. */
export const STATISTICS = table("statistics", {
  day: text("day"),
  matter: text("matter"),
  clerkId: text("clerk_id"),
  kind: text<LedgerKind>("kind"),
  count: integer("count"),
  fen: integer("fen"),
});

export const MONTHLY_STATISTICS = table("monthly_statistics", {
  month: text("month"),
  dimension: text<"matter" | "clerk">("dimension"),
  /** Of the matter or the clerk. */
  id: text("id"),
  kind: text<LedgerKind>("kind"),
  count: integer("count"),
  fen: integer("fen"),
});

/** A closed day. Rows of that day written later (a clock set back) have numbers above `lastNumber`. */
export const DAY_ENDS = table("day_ends", {
  day: text("day"),
  at: text("at"),
  clerkName: text("clerk_name"),
  lastNumber: integer("last_number"),
  note: text("note"),
});
export type DayEndRow = RowOf<typeof DAY_ENDS>;
