/** Cases, what was promised to them, their papers and attachments. */
import { z } from "zod";
import {
  CASE_STATES,
  LARGEST_ATTACHMENT_BYTES,
  PAPER_KINDS,
  type AttachmentView,
  type CaseSummary,
  type CaseView,
  type PaperView,
  type PromiseView,
  type PromisedMaterial,
} from "../domain/case.ts";
import { MAX_FEN } from "../domain/money.ts";
import type { DraftView } from "./counter.ts";
import {
  COUNTER,
  EVERYBODY,
  call,
  draft,
  id,
  isoDate,
  lookReason,
  materialTick,
  page,
  reason,
  requestId,
  shortText,
  changes,
  shows,
} from "./define.ts";

export interface PaperFile {
  readonly paper: PaperView;
  readonly pdfBase64: string;
  /** The desktop host has opened the print dialog; otherwise the page prints. */
  readonly printedByHost: boolean;
}

// --- promises and attachments ---

export interface PromiseRowView extends PromiseView {
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

const fen = z.int().min(0).max(MAX_FEN);

/** What a case list can be narrowed down to. */
export const caseFilter = {
  /** Name, pinyin, initials, identity number or its last four, receipt number, telephone; empty = all. */
  text: z.string().max(60),
  state: z.enum(CASE_STATES).nullable(),
  matter: id.nullable().default(null),
  clerkId: id.nullable().default(null),
  /** Days at the counter of the last change, both included. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  amountFrom: fen.nullable().default(null),
  amountTo: fen.nullable().default(null),
  due: z.enum(["overdue", "soon"]).nullable().default(null),
  sort: z.enum(["newest", "due", "amount"]).default("newest"),
};

export const casesCalls = {
  /** Writes the form into its case (opening one if needed) without fixing it. */
  "cases.save": call<CaseView>()(
    COUNTER,
    z.strictObject({ requestId, draftId: id, content: draft }),
    changes("cases", "people", "drafts"),
  ),
  /**
   * Fixes the case, assigns the receipt number and makes the papers; where money moves it goes to a second person.
   * With `content.amends`: a new version, `reason` required. With promised materials: `promiseSigned` required.
   * Refused: `facts-incomplete`, `materials-missing`, `not-submittable`, `promise-invalid`, `calendar-unknown`, `stale`,
   * `not-your-case`.
   */
  "cases.submit": call<CaseView>()(
    COUNTER,
    z.strictObject({ requestId, draftId: id, content: draft, reason: shortText, promiseSigned: z.boolean().default(false) }),
    changes("cases", "people", "drafts"),
  ),
  "cases.get": call<CaseView>()(EVERYBODY, z.strictObject({ id }), shows("cases")),
  "cases.search": call<{ readonly rows: readonly CaseSummary[]; readonly total: number }>()(
    EVERYBODY,
    z.strictObject({ ...caseFilter, ...page }),
    shows("cases"),
  ),
  /**
   * A form filled with the newest version of the case, ready to be changed and submitted as the next version; with the full
   * number, which the audit keeps as a look at it. Refused: `not-your-case`, `reason-needed`.
   */
  "cases.startAmendment": call<DraftView>()(COUNTER, z.strictObject({ requestId, id, reason: lookReason }), changes("drafts")),
  "cases.cancel": call<CaseView>()(COUNTER, z.strictObject({ requestId, id, reason }), changes("cases")),
  /** Promised materials that have come. */
  "cases.receivePromised": call<CaseView>()(
    COUNTER,
    z.strictObject({ requestId, id, materials: z.array(materialTick).min(1).max(100) }),
    changes("cases"),
  ),
  /** Open promises, the earliest first. `due`: until today and the coming days of the office's settings. */
  "promises.list": call<{ readonly rows: readonly PromiseRowView[]; readonly total: number }>()(
    EVERYBODY,
    z.strictObject({ which: z.enum(["all", "due", "overdue"]), ...page }),
    shows("cases"),
  ),
  /** The last day that a promise made today may name; `caseId` of a case that is amended: what stands promised in it. */
  "promises.limit": call<PromiseLimit>()(
    EVERYBODY,
    z.strictObject({ matter: id, caseId: id.nullable().default(null) }),
    shows("cases", "office"),
  ),
  "papers.make": call<PaperView>()(
    COUNTER,
    z.strictObject({ requestId, caseId: id, kind: z.enum(PAPER_KINDS) }),
    changes("cases"),
  ),
  /** The audit keeps who, whose, when and why. Refused: `reason-needed`. */
  "papers.open": call<PaperFile>()(EVERYBODY, z.strictObject({ id, reason: lookReason }), shows()),
  /**
   * Counts the print; from the second one on the PDF is marked 补打. The desktop host opens the system dialog itself.
   * Refused: `reason-needed`.
   */
  "papers.print": call<PaperFile>()(COUNTER, z.strictObject({ requestId, id, reason: lookReason }), changes("cases")),
  /** PDF, JPEG or PNG up to 10 MB. Refused: `attachment-too-large`, `attachment-type`, `case-fixed`. */
  "attachments.add": call<AttachmentView>()(
    COUNTER,
    z.strictObject({
      requestId,
      caseId: id,
      material: id.nullable(),
      name: shortText.trim().min(1),
      base64: z.string().max(Math.ceil(LARGEST_ATTACHMENT_BYTES / 3) * 4),
    }),
    changes("cases"),
  ),
  "attachments.list": call<readonly AttachmentView[]>()(EVERYBODY, z.strictObject({ caseId: id }), shows("cases")),
  /** The audit keeps who, whose, when and why. Refused: `reason-needed`, `attachment-damaged`. */
  "attachments.open": call<AttachmentFile>()(EVERYBODY, z.strictObject({ id, reason: lookReason }), shows()),
  "attachments.remove": call<AttachmentView>()(COUNTER, z.strictObject({ requestId, id, reason }), changes("cases")),
} as const;
