/** The same person's answers under two matters, for advice. */
import type { Evaluation, FactInputs } from "../domain/facts.ts";
import type { MatterSummary } from "./views.ts";

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
export const ANSWER_STANDINGS = ["shared", "changed", "here-only", "other-only", "not-carried"] as const;
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
