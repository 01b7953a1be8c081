/** The form and its result, what is begun, the box that finds, another city beside it. */
import { z } from "zod";
import type { CaseSummary, DraftContent } from "../domain/case.ts";
import type { Evaluation, FactInputs } from "../domain/facts.ts";
import type { IdentityKind } from "../domain/identity/kinds.ts";
import type { ReadingSpan } from "../domain/span.ts";
import {
  COUNTER,
  EVERYBODY,
  LEADING,
  call,
  draft,
  facts,
  id,
  lookReason,
  nothing,
  reason,
  requestId,
  shortText,
  changes,
  shows,
} from "./define.ts";
import type { MatterSummary } from "./policy.ts";
import type { UnclosedDay } from "./reports.ts";

/** A matter to compare with. */
export interface ComparableMatter extends MatterSummary {
  /** The same transaction in another city. */
  readonly same: boolean;
}

export interface DraftView {
  readonly id: string;
  readonly content: DraftContent;
  readonly matterTitle: string;
  readonly updatedAt: string;
}

/** A sheet that belongs to no case: made when asked for, kept nowhere. */
export interface RenderedPaper {
  readonly title: string;
  readonly pdfBase64: string;
  /** The desktop host has opened the print dialog; otherwise the page prints. */
  readonly printedByHost: boolean;
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

export interface ComparedSide {
  readonly matter: MatterSummary;
  readonly evaluation: Evaluation;
  /** What was evaluated, answers of questions not asked left out. */
  readonly facts: FactInputs;
}

/**
 * How a question stands between the two: `shared` one answer serves both; `changed` the other side was answered by itself;
 * `here-only`, `other-only` one side does not ask; `not-carried` both ask under one name, but the answer does not fit the other.
 */
const ANSWER_STANDINGS = ["shared", "changed", "here-only", "other-only", "not-carried"] as const;

export type AnswerStanding = (typeof ANSWER_STANDINGS)[number];

export interface ComparedAnswer {
  readonly fact: string;
  readonly standing: AnswerStanding;
  /** The question in each side's words; `null` where it is not asked. */
  readonly hereTitle: string | null;
  readonly otherTitle: string | null;
  /** The answers in words; `null` where there is none. */
  readonly here: string | null;
  readonly other: string | null;
}

export const MOVES = ["moved", "paid-there"] as const;

/** Months paid here count there as moved in from elsewhere, or as if they had been paid there. */
export type Move = (typeof MOVES)[number];

export interface Comparison {
  readonly asOf: string;
  readonly move: Move;
  readonly here: ComparedSide;
  readonly other: ComparedSide;
  /** Questions of this side first, in the order of its form. */
  readonly answers: readonly ComparedAnswer[];
}

const asked = z.strictObject({ matter: id, asOf: z.string().max(10), facts });

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
  "counter.evaluate": call<Evaluation>()(EVERYBODY, asked, shows("policy")),
  /** Between which days its dates lie while readings are open; `null` where nothing moves. */
  "counter.span": call<ReadingSpan | null>()(EVERYBODY, asked, shows("policy")),
  /** Matters of the other cities, served here or not; the same transaction first. */
  "counter.comparable": call<readonly ComparableMatter[]>()(EVERYBODY, z.strictObject({ matter: id }), shows("policy")),
  /** The same person under two matters. Stores nothing. */
  "counter.compare": call<Comparison>()(EVERYBODY, comparison, shows("policy")),
  /** The comparison as a sheet of paper; with `print` the desktop host opens the system dialog. Stores nothing. */
  "counter.comparisonPaper": call<RenderedPaper>()(
    EVERYBODY,
    comparison.extend({ name: shortText, print: z.boolean() }),
    shows(),
  ),
  "drafts.save": call<DraftView>()(COUNTER, z.strictObject({ id, content: draft }), changes("drafts")),
  "drafts.list": call<readonly DraftView[]>()(COUNTER, nothing, shows("drafts")),
  "drafts.open": call<DraftView>()(COUNTER, z.strictObject({ id }), shows()),
  /**
   * A form for somebody known: with the full number, which the audit keeps as a look at it. Asked twice, there is one form.
   * Refused: `reason-needed` where nobody typed their number and no case of theirs is the clerk's.
   */
  "drafts.startFor": call<DraftView>()(
    COUNTER,
    z.strictObject({ requestId, personId: id, matter: id, reason: lookReason }),
    changes("drafts"),
  ),
  "drafts.discard": call<null>()(COUNTER, z.strictObject({ id }), changes("drafts")),
  /** Forms that others have begun and not finished, the oldest first. */
  "drafts.ofOthers": call<readonly OthersForm[]>()(LEADING, nothing, shows("drafts")),
  /** To be read; numbers masked. The audit keeps who, whose and why. */
  "drafts.look": call<OthersFormContent>()(LEADING, z.strictObject({ id, reason }), shows()),
  /** To somebody at the counter, oneself included, who goes on with it. Whoever typed in it is no second person for its case. */
  "drafts.handOver": call<null>()(LEADING, z.strictObject({ requestId, id, to: id, reason }), changes("drafts")),
  /** Given up for good. */
  "drafts.discardOfOther": call<null>()(LEADING, z.strictObject({ requestId, id, reason }), changes("drafts")),
  /**
   * One box: people and cases by whatever was typed. By a number, the audit keeps whom it found; after many that found nobody:
   * `slow-down`. The same for `people.lookup`, `people.duplicates` and `cases.search`.
   */
  "find.anything": call<FoundView>()(
    EVERYBODY,
    z.strictObject({ text: z.string().max(60), limit: z.int().min(1).max(50) }),
    shows("cases", "people"),
  ),
  /** Numbers beside the menu entries. */
  "work.today": call<WorkToday>()(EVERYBODY, nothing, shows("cases", "days", "office")),
} as const;
