/** A case: one person's matter through its life, derived from append-only events. */
import type { Decision, Nature } from "./decision.ts";
import type { FactInputs } from "./facts.ts";
import type { Identity, IdentityKind } from "./identity/kinds.ts";

/** What the store keeps; the review is told beside it. */
export const STORED_CASE_STATES = ["open", "submitted", "cancelled"] as const;
export type StoredCaseState = (typeof STORED_CASE_STATES)[number];

/**
 * `submitted`: accepted, and nobody else has to look at it. `in-review` waits for a second person, who makes it `approved`
 * or `returned` to its maker. A cancelled case is over.
 */
export const CASE_STATES = ["open", "submitted", "in-review", "approved", "returned", "cancelled"] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The state as clerks speak of it. */
export function caseStateOf({ state, review }: { readonly state: StoredCaseState; readonly review: ReviewState }): CaseState {
  if (state !== "submitted") return state;
  return ({ none: "submitted", waiting: "in-review", approved: "approved", returned: "returned" } as const)[review];
}

/** A search counts up to here; more is said as this number plus one. */
export const MOST_COUNTED = 10_000;

export const CASE_EVENT_KINDS = [
  "opened",
  "facts-changed",
  "materials-received",
  "submitted",
  "amended",
  "cancelled",
  "paper-made",
  "printed",
  "reviewed",
  "supplemented",
  "attachment-added",
  "attachment-removed",
  "limit-set",
  "cancel-asked",
  "cancel-refused",
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];

export const PAPER_KINDS = [
  "acceptance",
  "one-time-notice",
  "refusal",
  "assessment",
  "guidance",
  "supplement-notice",
  "commitment",
] as const;
/** 受理回执, 一次性告知单, 不予受理通知书, 核定单, 指引单, 容缺受理通知书, 承诺书 */
export type PaperKind = (typeof PAPER_KINDS)[number];

/** 无需复核, 待复核, 复核通过, 复核退回: of the newest version. */
export const REVIEW_STATES = ["none", "waiting", "approved", "returned"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Why a second person has to look: a setting for the matter, or the amount. */
export interface ReviewDemand {
  readonly reasons: readonly string[];
}

export interface PersonInput extends Identity {
  readonly name: string;
  readonly phone: string;
}

export const PERSON_FIELDS = [
  "identityKind",
  "identityNumber",
  "name",
  "phone",
  "birthDate",
  "sex",
  "noNumberBecause",
] as const satisfies readonly (keyof PersonInput)[];

/** 纸质, 扫描件, 已有存档, 承诺后补 */
export const MATERIAL_SOURCES = ["paper", "scan", "on-file", "promised"] as const;
export type MaterialSource = (typeof MATERIAL_SOURCES)[number];

/** A material as ticked off at the counter. */
export interface MaterialTick {
  readonly id: string;
  /** A promised material is not received yet. */
  readonly received: boolean;
  readonly form: "original" | "copy";
  readonly count: number;
  /** How it came in; `paper` where nothing is said. */
  readonly how?: MaterialSource | undefined;
  /** For `promised`: the last day to bring it, ISO. */
  readonly promisedOn?: string | undefined;
  /** Where it lies on file, or another remark. */
  readonly note?: string | undefined;
}

/** A material accepted on a promise, 容缺受理. */
export interface PromisedMaterial {
  readonly material: string;
  readonly title: string;
  readonly form: "original" | "copy";
  readonly count: number;
  /** ISO date. */
  readonly promisedOn: string;
}

/** The very same promise: what, how many, and until when. */
export const isSamePromise = (a: PromisedMaterial, b: PromisedMaterial): boolean =>
  a.material === b.material && a.promisedOn === b.promisedOn && a.form === b.form && a.count === b.count;

/** A promise that was open when an amendment took its place. */
export interface ReplacedPromise extends PromisedMaterial {
  /** The version that it was made with. */
  readonly version: number;
  /** The day promised instead, ISO; `null` where nothing is promised any more. */
  readonly promisedAnewOn: string | null;
}

/** The form as typed, kept at every pause so that a killed process loses nothing. */
export interface DraftContent {
  readonly matter: string;
  readonly asOf: string;
  readonly person: PersonInput;
  readonly facts: FactInputs;
  readonly materials: readonly MaterialTick[];
  /** The case this form belongs to once it has one. */
  readonly caseId: string | null;
  /** Submitting makes a new version of a case that is fixed already. */
  readonly amends: boolean;
}

/** What was fixed by one submission. */
export interface CaseVersion {
  readonly version: number;
  readonly at: string;
  readonly clerk: string;
  readonly reason: string;
  readonly person: PersonInput;
  readonly asOf: string;
  readonly facts: FactInputs;
  readonly materials: readonly MaterialTick[];
  readonly decision: Decision;
  /** Materials promised with this version, whether or not they have come since. */
  readonly promises: readonly PromisedMaterial[];
  /** Open promises of the version before that no longer hold. */
  readonly replacedPromises: readonly ReplacedPromise[];
  /** A second person has to look at it. */
  readonly needsReview: boolean;
  /** What that person said; `null` before, and where nobody has to. */
  readonly review: CaseReview | null;
}

export interface CaseReview {
  readonly verdict: "approved" | "returned";
  /** By a supervisor who had worked on it, because nobody else was left; the note says why. */
  readonly alone: boolean;
  readonly at: string;
  readonly clerk: string;
  /** The reason of a return; may be empty for an approval. */
  readonly note: string;
}

/** How a case stands against its time limit. */
export interface DueView {
  /** Last day to decide, ISO; `null` where the holidays of that year are not known. */
  readonly dueOn: string | null;
  /** Negative when overdue; `null` where a year is not known or the case is over. */
  readonly workingDaysLeft: number | null;
  readonly standing: "in-time" | "soon" | "overdue" | "done" | "unknown";
}

export interface CaseEventView {
  readonly sequence: number;
  readonly kind: CaseEventKind;
  readonly at: string;
  readonly clerk: string;
  readonly summary: string;
  readonly hash: string;
}

export interface PaperView {
  readonly id: string;
  readonly kind: PaperKind;
  readonly version: number;
  readonly title: string;
  readonly madeAt: string;
  /** SHA-256 of the PDF as stored. */
  readonly sha256: string;
  readonly bytes: number;
  readonly timesPrinted: number;
}

export interface CaseSummary {
  readonly id: string;
  readonly matter: string;
  readonly matterTitle: string;
  readonly nature: Nature;
  readonly state: CaseState;
  readonly receiptNumber: string | null;
  readonly version: number;
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  readonly outcome: string;
  readonly headline: string;
  /** Who made the newest content. */
  readonly clerk: string;
  readonly clerkId: string;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly submittedAt: string | null;
  /** When it was accepted without need of review, or approved, with no promised material open; `null` before. */
  readonly settledAt: string | null;
  /** What the case pays or collects; `null` where it moves no money. */
  readonly amountFen: number | null;
  readonly due: DueView | null;
  /** The earliest open promise, ISO. */
  readonly nextPromiseOn: string | null;
  readonly reviewer: string | null;
}

export interface CaseView extends CaseSummary {
  /** Identity number and telephone are masked here, in `versions` and in `working`; `people.reveal` opens them. */
  readonly person: PersonInput;
  readonly personId: string;
  /** Submitted versions, oldest first; empty while the case is open. */
  readonly versions: readonly CaseVersion[];
  /** The saved state of a case that is still open. */
  readonly working: CaseVersion | null;
  readonly events: readonly CaseEventView[];
  readonly papers: readonly PaperView[];
  readonly attachments: readonly AttachmentView[];
  /** Open promises. */
  readonly promises: readonly PromiseView[];
  readonly cancelReason: string | null;
  /** A cancellation that a second person has to confirm. */
  readonly cancelAsked: CancelAsked | null;
  /** What the signed-in clerk may do now, so that no button leads to a refusal. */
  readonly may: readonly CaseAct[];
}

interface CancelAsked {
  readonly clerk: string;
  readonly at: string;
  readonly reason: string;
}

/** `ask-cancel`: the case was approved, so somebody else has to confirm it. */
const CASE_ACTS = ["amend", "cancel", "ask-cancel", "receive-promised", "attach", "detach", "review"] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

export interface PromiseView extends PromisedMaterial {
  readonly overdue: boolean;
  /** Negative when overdue; `null` where a year is not known. */
  readonly workingDaysLeft: number | null;
}

export interface AttachmentView {
  readonly id: string;
  readonly caseId: string;
  /** Id of the material it shows; `null` for anything else. */
  readonly material: string | null;
  readonly name: string;
  /** As found in the bytes, not as named. */
  readonly mimeType: AttachmentType;
  readonly bytes: number;
  readonly sha256: string;
  readonly at: string;
  readonly clerk: string;
  readonly removed: { readonly at: string; readonly clerk: string; readonly reason: string } | null;
}

export const ATTACHMENT_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];
export const LARGEST_ATTACHMENT_BYTES = 10 * 1024 * 1024;
