/** Identity numbers as typed: brought to one form, each kind of document judged by its own rule, and guessed from the number. */
import { fold, unseenIn } from "../fold.ts";
import { RESIDENCE_PERMIT, type IdentityKind } from "./kinds.ts";
import type { IdentityProblem, NumberReading } from "./problems.ts";
import { readResidentNumber } from "./resident-number.ts";

/** Full width, dashes, white space and unseen characters gone, letters large. */
export const tidyNumber = (typed: string): string => fold(typed).replaceAll(/[\s-]/g, "").toUpperCase();

/** How many characters a number of the kind has; `null` where that differs. */
export function numberLength(kind: IdentityKind, number: string): number | null {
  switch (kind) {
    case "citizen":
    case "residence-permit":
      return 18;
    case "permanent-residence":
      return /^[A-Z]/.test(number) ? 15 : 18;
    case "birth-certificate":
      return 10;
    case "passport":
    case "none":
      return null;
  }
}

/**
 * Judged as typed: every part that is complete, so that the clerk sees a wrong part at once.
 * @param number tidied
 * @param today packed date; a birth after it is a problem
 * @param complete the clerk has left the field, so a short number is a problem too
 */
export function readNumber(kind: IdentityKind, number: string, today: number, complete: boolean): NumberReading {
  const unseen = unseenIn(number);
  if (unseen !== undefined) return { problems: [{ part: "unseen", ...unseen }] };
  switch (kind) {
    case "citizen":
    case "residence-permit":
      return readResidentNumber(kind, number, today, complete);
    case "permanent-residence":
      return /^[A-Z]/.test(number)
        ? { problems: judgedBy("LLLDDDDDDDDDDDD", number, complete) }
        : readResidentNumber(kind, number, today, complete);
    case "birth-certificate":
      return { problems: judgedBy("LDDDDDDDDD", number, complete) };
    case "passport":
      return { problems: judgedPassport(number, complete) };
    case "none":
      return { problems: [] };
  }
}

/** @param pattern one sign per character: `L` a letter, `D` a digit */
function judgedBy(pattern: string, number: string, complete: boolean): IdentityProblem[] {
  const wrong = Array.from(number.slice(0, pattern.length)).flatMap((found, at): IdentityProblem[] =>
    (pattern[at] === "L" ? /[A-Z]/ : /\d/).test(found) ? [] : [{ part: "characters", position: at + 1, found }],
  );
  const length = number.length > pattern.length || (complete && number.length < pattern.length);
  return length ? [...wrong, { part: "length", found: number.length }] : wrong;
}

/** Nine places hold the number in the lines that machines read; the shortest numbers in use have five. */
const LONGEST_PASSPORT = 9;
const SHORTEST_PASSPORT = 5;

function judgedPassport(number: string, complete: boolean): IdentityProblem[] {
  const problems: IdentityProblem[] = [];
  const at = number.search(/[^A-Z0-9]/);
  if (at !== -1) problems.push({ part: "characters", position: at + 1, found: number[at]! });
  const length = number.length > LONGEST_PASSPORT || (complete && number.length < SHORTEST_PASSPORT);
  if (length) problems.push({ part: "length", found: number.length });
  else if (complete && !/\d/.test(number)) problems.push({ part: "no-digit" });
  return problems;
}

/** The kind that a number can only be of, however little of it is typed; `undefined` while it may be of several. */
export function guessKind(number: string): IdentityKind | undefined {
  if (/^9\d/.test(number)) return "permanent-residence";
  if (RESIDENCE_PERMIT.test(number) && /^\d*X?$/.test(number)) return "residence-permit";
  if (/^[A-Z]{3}\d{7}/.test(number)) return "permanent-residence";
  if (/^[A-Z]\d{9}$/.test(number)) return "birth-certificate";
  if (/^[A-Z]/.test(number)) return "passport";
  return undefined;
}
