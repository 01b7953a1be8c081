import type { PackedDate } from "../calendar.ts";
import type { BirthProblem } from "./problems.ts";

/** Nobody at a counter was born earlier; a year before it is a slip of the finger. */
const EARLIEST_BIRTH: PackedDate = 1900_01_01;

/** @param birth `undefined` for no real day; @param today a birth after it is none */
export function birthProblem(birth: PackedDate | undefined, today: PackedDate): BirthProblem | undefined {
  if (birth === undefined) return "no-such-day";
  return birth > today ? "future" : birth < EARLIEST_BIRTH ? "too-old" : undefined;
}
