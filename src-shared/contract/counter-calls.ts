/** The counter: policy, forms, people, cases and their papers. */
import { z } from "zod";
import type { AttachmentView, CaseSummary, CaseView, PaperView } from "../domain/case.ts";
import { CASE_STATES, LARGEST_ATTACHMENT_BYTES, PAPER_KINDS } from "../domain/case.ts";
import type { Evaluation } from "../domain/facts.ts";
import type { ReadingSpan } from "../domain/span.ts";
import { MAX_FEN } from "../domain/money.ts";
import {
  ADMINISTRATOR,
  call,
  COUNTER,
  draft,
  EVERYBODY,
  facts,
  id,
  identity,
  isoDate,
  LEADING,
  line,
  lookReason,
  materialTick,
  nothing,
  page,
  reason,
  requestId,
  SECOND_PERSON,
  shortText,
} from "./define.ts";
import { MOVES, type Comparison } from "./comparison.ts";
import type { LibraryView } from "./library.ts";
import type {
  AttachmentFile,
  DuplicateView,
  FoundView,
  OthersForm,
  OthersFormContent,
  PersonFile,
  PromiseLimit,
  PromiseRow,
  ReviewRow,
  ReviewView,
  RevealedNumber,
} from "./office-views.ts";
import type {
  ComparableMatter,
  DraftView,
  ElsewhereView,
  FiguresToEnter,
  FigureView,
  FaultyMatterView,
  OfferedMatter,
  PaperFile,
  PersonView,
  ReadingView,
  RenderedPaper,
} from "./views.ts";

const asked = z.strictObject({ matter: id, asOf: z.string().max(10), facts });
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

const comparison = z.strictObject({
  matter: id,
  asOf: z.string().max(10),
  facts,
  /** The matter to compare with. */
  other: id,
  /** Answers that hold for the other matter only; they go before those that carry over. */
  otherFacts: facts,
  /** How months paid here count there. */
  move: z.enum(MOVES).default("moved"),
});

export const counterCalls = {
  /** The matters of the office's own cities. */
  "policy.matters": call<readonly OfferedMatter[]>()(EVERYBODY, nothing),
  /** Matters of the office's cities that have a fault in their policy data, and so are not offered. */
  "policy.faulty": call<readonly FaultyMatterView[]>()(EVERYBODY, nothing),
  /** What people ask for in the office's own cities and no matter does. */
  "policy.elsewhere": call<readonly ElsewhereView[]>()(EVERYBODY, nothing),
  /** What the office's cities lack today; the way to the first use of a matter leads over it. */
  "policy.figuresToEnter": call<FiguresToEnter>()(EVERYBODY, nothing),
  /** Everything a city's rules rest on, with who uses what. */
  "policy.library": call<LibraryView>()(EVERYBODY, z.strictObject({ city: z.string().max(30) })),
  /** `value` as typed (yuan, percent or a number, after the figure's unit); `to` is the last day of validity. */
  "policy.enterFigure": call<FigureView>()(
    ADMINISTRATOR,
    z.strictObject({
      requestId,
      figure: id,
      from: isoDate,
      to: isoDate,
      value: z.string().trim().min(1).max(30),
      document: line.trim().min(2).max(200),
      note: shortText,
    }),
  ),
  "policy.chooseReading": call<ReadingView>()(ADMINISTRATOR, z.strictObject({ requestId, reading: id, option: id, reason })),

  "counter.evaluate": call<Evaluation>()(EVERYBODY, asked),
  /** Between which days its dates lie while readings are open; `null` where nothing moves. */
  "counter.span": call<ReadingSpan | null>()(EVERYBODY, asked),

  /** Matters of the other cities, served here or not; the same transaction first. */
  "counter.comparable": call<readonly ComparableMatter[]>()(EVERYBODY, z.strictObject({ matter: id })),
  /** The same person under two matters. Stores nothing. */
  "counter.compare": call<Comparison>()(EVERYBODY, comparison),
  /** The comparison as a sheet of paper; with `print` the desktop host opens the system dialog. Stores nothing. */
  "counter.comparisonPaper": call<RenderedPaper>()(EVERYBODY, comparison.extend({ name: shortText, print: z.boolean() })),

  "drafts.save": call<DraftView>()(COUNTER, z.strictObject({ id, content: draft })),
  "drafts.list": call<readonly DraftView[]>()(COUNTER, nothing),
  "drafts.open": call<DraftView>()(COUNTER, z.strictObject({ id })),
  /**
   * A form for somebody known: with the full number, which the audit keeps as a look at it. Asked twice, there is one form.
   * Refused: `reason-needed` where nobody typed their number and no case of theirs is the clerk's.
   */
  "drafts.startFor": call<DraftView>()(COUNTER, z.strictObject({ requestId, personId: id, matter: id, reason: lookReason })),
  "drafts.discard": call<null>()(COUNTER, z.strictObject({ id })),

  /** Forms that others have begun and not finished, the oldest first. */
  "drafts.ofOthers": call<readonly OthersForm[]>()(LEADING, nothing),
  /** To be read; numbers masked. The audit keeps who, whose and why. */
  "drafts.look": call<OthersFormContent>()(LEADING, z.strictObject({ id, reason })),
  /** To somebody at the counter, oneself included, who goes on with it. Whoever typed in it is no second person for its case. */
  "drafts.handOver": call<null>()(LEADING, z.strictObject({ requestId, id, to: id, reason })),
  /** Given up for good. */
  "drafts.discardOfOther": call<null>()(LEADING, z.strictObject({ requestId, id, reason })),

  /**
   * One box: people and cases by whatever was typed. By a number, the audit keeps whom it found; after many that found nobody:
   * `slow-down`. The same for `people.lookup`, `people.duplicates` and `cases.search`.
   */
  "find.anything": call<FoundView>()(EVERYBODY, z.strictObject({ text: z.string().max(60), limit: z.int().min(1).max(50) })),

  "people.lookup": call<PersonView | null>()(COUNTER, z.strictObject({ ...identity, name: shortText.default("") })),
  /** Before a case is opened: who is the same, or has the same name and birth date. */
  "people.duplicates": call<readonly DuplicateView[]>()(COUNTER, z.strictObject({ ...identity, name: shortText })),
  /** The audit keeps who and whose, once in a visit; so do `cases.get` and `review.open`. */
  "people.get": call<PersonFile>()(EVERYBODY, z.strictObject({ id })),
  /** Opens the full number and telephone; the audit keeps who, when and why. */
  "people.reveal": call<RevealedNumber>()(EVERYBODY, z.strictObject({ requestId, id, reason })),
  /** Cases keep what they said; new ones take the corrected person. Refused: `person-exists`, `facts-incomplete`. */
  "people.correct": call<PersonFile>()(
    COUNTER,
    z.strictObject({
      requestId,
      id,
      ...identity,
      /** `null`: stays, and with it all that identifies, unless another kind is named. */
      identityNumber: identity.identityNumber.nullable(),
      name: shortText,
      /** `null`: stays. */
      phone: line.max(40).nullable(),
      reason,
      /** The corrected number belongs to somebody already: it is the same person, and the cases come together. */
      merge: z.boolean().default(false),
    }),
  ),

  /** Writes the form into its case (opening one if needed) without fixing it. */
  "cases.save": call<CaseView>()(COUNTER, z.strictObject({ requestId, draftId: id, content: draft })),
  /**
   * Fixes the case, assigns the receipt number and makes the papers; where money moves it goes to a second person.
   * With `content.amends`: a new version, `reason` required. With promised materials: `promiseSigned` required.
   * Refused: `facts-incomplete`, `materials-missing`, `not-submittable`, `promise-invalid`, `calendar-unknown`, `stale`,
   * `not-your-case`.
   */
  "cases.submit": call<CaseView>()(
    COUNTER,
    z.strictObject({ requestId, draftId: id, content: draft, reason: shortText, promiseSigned: z.boolean().default(false) }),
  ),
  "cases.get": call<CaseView>()(EVERYBODY, z.strictObject({ id })),
  "cases.search": call<{ readonly rows: readonly CaseSummary[]; readonly total: number }>()(
    EVERYBODY,
    z.strictObject({ ...caseFilter, ...page }),
  ),
  /**
   * A form filled with the newest version of the case, ready to be changed and submitted as the next version; with the full
   * number, which the audit keeps as a look at it. Refused: `not-your-case`, `reason-needed`.
   */
  "cases.startAmendment": call<DraftView>()(COUNTER, z.strictObject({ requestId, id, reason: lookReason })),
  "cases.cancel": call<CaseView>()(COUNTER, z.strictObject({ requestId, id, reason })),
  /** Promised materials that have come. */
  "cases.receivePromised": call<CaseView>()(
    COUNTER,
    z.strictObject({ requestId, id, materials: z.array(materialTick).min(1).max(100) }),
  ),

  /** Open promises, the earliest first. `due`: until today and the coming days of the office's settings. */
  "promises.list": call<{ readonly rows: readonly PromiseRow[]; readonly total: number }>()(
    EVERYBODY,
    z.strictObject({ which: z.enum(["all", "due", "overdue"]), ...page }),
  ),

  /** The last day that a promise made today may name; `caseId` of a case that is amended: what stands promised in it. */
  "promises.limit": call<PromiseLimit>()(EVERYBODY, z.strictObject({ matter: id, caseId: id.nullable().default(null) })),

  /** Cases that wait for a second person, the longest waiting first. */
  "review.queue": call<readonly ReviewRow[]>()([...SECOND_PERSON, "auditor"], nothing),
  "review.open": call<ReviewView>()([...SECOND_PERSON, "auditor"], z.strictObject({ id })),
  /** `version`: the one that was looked at. Refused: `same-person`, `not-in-review`, `stale`, `materials-missing` (a promise is open). */
  "review.approve": call<CaseView>()(SECOND_PERSON, z.strictObject({ requestId, id, version: z.int().min(1), note: shortText })),
  "review.return": call<CaseView>()(SECOND_PERSON, z.strictObject({ requestId, id, version: z.int().min(1), reason })),

  "papers.make": call<PaperView>()(COUNTER, z.strictObject({ requestId, caseId: id, kind: z.enum(PAPER_KINDS) })),
  /** The audit keeps who, whose, when and why. Refused: `reason-needed`. */
  "papers.open": call<PaperFile>()(EVERYBODY, z.strictObject({ id, reason: lookReason })),
  /**
   * Counts the print; from the second one on the PDF is marked 补打. The desktop host opens the system dialog itself.
   * Refused: `reason-needed`.
   */
  "papers.print": call<PaperFile>()(COUNTER, z.strictObject({ requestId, id, reason: lookReason })),

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
  ),
  "attachments.list": call<readonly AttachmentView[]>()(EVERYBODY, z.strictObject({ caseId: id })),
  /** The audit keeps who, whose, when and why. Refused: `reason-needed`, `attachment-damaged`. */
  "attachments.open": call<AttachmentFile>()(EVERYBODY, z.strictObject({ id, reason: lookReason })),
  "attachments.remove": call<AttachmentView>()(COUNTER, z.strictObject({ requestId, id, reason })),
} as const;
