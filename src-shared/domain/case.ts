/** A case: one person's matter through its life, derived from append-only events. */
import type { Decision, Nature } from "./decision.ts";
import type { FactInputs } from "./facts.ts";

export const CASE_STATES = ["open", "submitted", "cancelled"] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_EVENT_KINDS = [
  "opened",
  "facts-changed",
  "materials-received",
  "submitted",
  "amended",
  "cancelled",
  "paper-made",
  "printed",
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];

export const PAPER_KINDS = ["acceptance", "one-time-notice", "refusal", "assessment", "guidance"] as const;
/** 受理回执, 一次性告知单, 不予受理通知书, 核定单, 指引单 */
export type PaperKind = (typeof PAPER_KINDS)[number];

export interface PersonInput {
  readonly identityNumber: string;
  readonly name: string;
  readonly phone: string;
}

/** A material as ticked off at the counter. */
export interface MaterialTick {
  readonly id: string;
  readonly received: boolean;
  readonly form: "original" | "copy";
  readonly count: number;
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
  readonly maskedIdentityNumber: string;
  readonly outcome: string;
  readonly headline: string;
  readonly clerk: string;
  readonly openedAt: string;
  readonly updatedAt: string;
}

export interface CaseView extends CaseSummary {
  readonly person: PersonInput;
  /** Submitted versions, oldest first; empty while the case is open. */
  readonly versions: readonly CaseVersion[];
  /** The saved state of a case that is still open. */
  readonly working: CaseVersion | null;
  readonly events: readonly CaseEventView[];
  readonly papers: readonly PaperView[];
  readonly cancelReason: string | null;
}
