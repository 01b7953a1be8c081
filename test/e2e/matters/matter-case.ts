/** A matter as a clerk meets it: what is typed, by the words on the screen, and what must come of it. */
import type { Nature } from "../../../src-shared/domain/decision.ts";
import type { Sex } from "../../../src-shared/domain/identity/kinds.ts";

/** Title of the option chosen, or what is typed; `""` leaves a question that need not be answered. */
type PlainAnswer = string;
/** Months as periods, or the rows of a table cell by cell. */
export type Answer =
  | PlainAnswer
  | { readonly periods: readonly string[] }
  | { readonly rows: readonly (readonly PlainAnswer[])[] };

/** A figure that nobody has published and the administrator enters on the spot. */
export interface EnteredFigure {
  readonly title: string;
  readonly field: string;
  readonly value: string;
  readonly document: string;
}

export interface MatterCase {
  /** Of the screenshot with the city before it, and the matter's id without the city. */
  readonly name: string;
  readonly title: string;
  /** What is typed to find it; without it the title. */
  readonly initials?: string;
  /** The day of processing, where the result depends on it. */
  readonly asOf?: string;
  readonly sex?: Sex;
  readonly born?: string;
  /** Question by its title, in the order of the form. */
  readonly answers: readonly (readonly [question: string, answer: Answer])[];
  /** In the order in which they are missed. */
  readonly figures?: readonly EnteredFigure[];
  readonly headline: string;
  /** Seen beside the form, too. */
  readonly sees?: readonly string[];
  /** The materials that must be handed in. */
  readonly materials?: readonly string[];
  /** Words of each paper, besides the headline, the person and the receipt number. */
  readonly papers: Readonly<Record<string, readonly string[]>>;
  /** Nothing is accepted: what the matter is instead. */
  readonly told?: Exclude<Nature, "transaction">;
  /** Not accepted: the paper says why. */
  readonly refused?: true;
  /** A rule of the past: said on the screen and on every paper. */
  readonly historic?: true;
}

/** The matters of one city, all done in one office. */
export interface CityMatters {
  readonly city: string;
  readonly title: string;
  readonly matters: readonly MatterCase[];
}
