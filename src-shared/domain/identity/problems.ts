import type { Sex } from "./kinds.ts";

/** Which part of a number is wrong. The sentence for the clerk is made in `text/`. */
export type IdentityProblem =
  | { readonly part: "characters"; readonly position: number; readonly found: string }
  | { readonly part: "unseen"; readonly position: number; readonly code: string }
  | { readonly part: "region"; readonly found: string }
  | { readonly part: "birth-date"; readonly found: string; readonly reason: BirthProblem }
  | { readonly part: "check-digit"; readonly expected: string; readonly found: string }
  | { readonly part: "length"; readonly found: number }
  | { readonly part: "no-digit" }
  /** Fifteen digits: the number of a citizen as it was before there were eighteen. */
  | { readonly part: "old-number" };

export type BirthProblem = "no-such-day" | "future" | "too-old";

/** What a number says, also one that is not complete. */
export interface NumberReading {
  readonly problems: readonly IdentityProblem[];
  readonly birthDate?: string;
  readonly sex?: Sex;
}
