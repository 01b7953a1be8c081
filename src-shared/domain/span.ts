/**
 * The days that the open readings give between them: where the documents leave points open, each way of reading them may lead to
 * another day. Told beside a decision, which follows one way.
 */
import type { Citation } from "./decision.ts";

/** One option of a reading, other than the one that the decision follows. */
export interface ReadingChoice {
  readonly reading: string;
  readonly question: string;
  readonly option: string;
  readonly title: string;
}

export interface SpanEnd {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  readonly value: string;
  readonly display: string;
  /** What has to be read otherwise to come there; empty = nothing, the decision's own day. */
  readonly by: readonly ReadingChoice[];
}

export interface DateSpan {
  readonly id: string;
  readonly title: string;
  readonly earliest: SpanEnd;
  readonly latest: SpanEnd;
  /** What has to be read otherwise for there to be no such day; `null` = there always is one. */
  readonly absent: readonly ReadingChoice[] | null;
}

/** Two options that a document does not let stand together. */
export interface ExcludedPair {
  readonly options: readonly [ReadingChoice, ReadingChoice];
  readonly citations: readonly Citation[];
}

export interface ReadingSpan {
  /** Only dates that the readings move. */
  readonly dates: readonly DateSpan[];
  readonly excluded: readonly ExcludedPair[];
  /** Ways of reading under which other answers are needed: not compared. */
  readonly open: readonly (readonly ReadingChoice[])[];
  /** Whether all combinations were compared: of very many only those of readings that move a date by themselves are. */
  readonly complete: boolean;
}
