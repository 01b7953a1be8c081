/** What a law is: something that the answers given to one person have to fulfil, whatever the person's life. */
import type { Answer } from "../ask.ts";
import type { Choice, Question } from "../question.ts";
import type { Visit } from "../visit.ts";

export interface Violation {
  readonly law: string;
  /** Which matters, and in which of their cases: `tieling.enrolment/tieling.scheme-change resident-to-unit`. */
  readonly where: string;
  readonly what: string;
  readonly answers: readonly Answer[];
}

/** A person at the counter: all that applies has been asked, and more may be. */
export interface Meeting {
  readonly visit: Visit;
  readonly answers: readonly Answer[];
  ask(question: Question): Answer;
  /** Everything that applies at another visit, limited to what `matters` names where it is given. */
  askAll(visit: Visit, matters?: (question: Question) => boolean): readonly Answer[];
  /** A matter to which somebody was sent; `null` where it does not apply. */
  sent(visit: Visit, matter: string, choice: Choice): Answer | null;
  fail(where: string, what: string, ...answers: readonly Answer[]): void;
}

export interface Law {
  /** Its number in `laws.ts` and a name. */
  readonly id: string;
  readonly title: string;
  /** Ids of the rules that it holds to. */
  readonly rules: readonly string[];
  check(meeting: Meeting): void;
}

/** Whether two questions are the same one, put at two visits. */
export const sameQuestion = (a: Question, b: Question): boolean =>
  a.matter === b.matter && a.choice === b.choice && a.variant === b.variant;
