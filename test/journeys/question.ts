/** A question put to the counter for a person who has chosen something, and what is held against other answers about the same choice. */
import type { PackedDate } from "../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import type { Visit } from "./visit.ts";

/** What the person is about to do. Answers about one choice have to agree. */
export const CHOICES = ["unit", "flexible", "resident", "retirement", "child", "past"] as const;
export type Choice = (typeof CHOICES)[number];

export interface Question {
  readonly matter: string;
  readonly choice: Choice;
  /** Where one matter is asked several times for one choice. */
  readonly variant: string;
  readonly facts: FactInputs;
  readonly asOf: PackedDate;
  /** Months without payment before this one, counted on the life itself; `null` where there is nothing to count from. */
  readonly gap: number | null;
}

/** How a city's matters are asked about a life. */
export interface CityFacts {
  /** What applies to the person. */
  questions(visit: Visit): readonly Question[];
  /** The same matter for somebody who was sent to it; `null` where it cannot be asked of this person. */
  sent(visit: Visit, matter: string, choice: Choice): Question | null;
}
