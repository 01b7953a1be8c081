/** The second person. */
import { z } from "zod";
import type { CaseSummary, CaseView } from "../domain/case.ts";
import { SECOND_PERSON, call, id, nothing, reason, requestId, shortText, changes, shows } from "./define.ts";

// --- review ---

export interface ReviewRow extends CaseSummary {
  readonly maker: string;
  /** Why it needs a second person, e.g. 应缴 6,879.60 元，达到复核金额 0.00 元. */
  readonly why: string;
  /** The signed-in clerk made it, so somebody else has to look. */
  readonly mine: boolean;
  readonly waitingSince: string;
}

const REVIEW_CHANGE_KINDS = [
  "pack",
  "outcome",
  "amount",
  "date",
  "figure",
  "reading",
  "condition",
  "material",
  "formula",
] as const;

export type ReviewChangeKind = (typeof REVIEW_CHANGE_KINDS)[number];

/** One difference between what the maker saw and what the same facts give now. */
export interface ReviewChange {
  readonly kind: ReviewChangeKind;
  readonly title: string;
  /** Empty where there was nothing. */
  readonly before: string;
  readonly now: string;
}

export interface ReviewView {
  readonly case: CaseView;
  readonly maker: string;
  readonly why: string;
  /** The version to be judged; goes into `review.approve`. */
  readonly version: number;
  /** Facts, dates or person that differ from the version before; empty for a first version. */
  readonly sinceLastVersion: readonly { readonly title: string; readonly before: string; readonly now: string }[];
  /** Evaluated again with today's policy data for the same day of processing. Empty: the maker saw the same. */
  readonly changes: readonly ReviewChange[];
  /** The result has changed in outcome, amount or date, not only in the data behind it: better returned. */
  readonly resultChanged: boolean;
  /** The signed-in supervisor worked on it and may decide all the same, because nobody else is left: the note says why. */
  readonly alone: boolean;
  /** Why the signed-in clerk cannot decide (made it, role, open promise); `null` when they can. */
  readonly barred: string | null;
}

export const reviewCalls = {
  /** Cases that wait for a second person, the longest waiting first. */
  "review.queue": call<readonly ReviewRow[]>()([...SECOND_PERSON, "auditor"], nothing, shows("cases", "office")),
  /** What is judged is what was read: it does not change below the reader's eyes. */
  "review.open": call<ReviewView>()([...SECOND_PERSON, "auditor"], z.strictObject({ id }), shows()),
  /** `version`: the one that was looked at. Refused: `same-person`, `not-in-review`, `stale`, `materials-missing` (a promise is open). */
  "review.approve": call<CaseView>()(
    SECOND_PERSON,
    z.strictObject({ requestId, id, version: z.int().min(1), note: shortText }),
    changes("cases"),
  ),
  "review.return": call<CaseView>()(
    SECOND_PERSON,
    z.strictObject({ requestId, id, version: z.int().min(1), reason }),
    changes("cases"),
  ),
} as const;
