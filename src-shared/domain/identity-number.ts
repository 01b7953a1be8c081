/**
 * The 18-digit citizen identity number (GB 11643): region 6, birth date 8, order 3 (odd = male), check digit 1.
 * Rule NX-01. Checked as typed: every part that is complete is judged, so that the clerk sees a wrong part at once.
 */
import { formatDate, parseDate, type PackedDate } from "./calendar.ts";

export type Sex = "male" | "female";

/** Which part of the number is wrong. The sentence for the clerk is made in `text/`. */
export type IdentityProblem =
  | { part: "characters"; position: number; found: string }
  | { part: "region"; found: string }
  | { part: "birth-date"; found: string; reason: "no-such-day" | "future" | "too-old" }
  | { part: "check-digit"; expected: string; found: string }
  | { part: "length"; found: number };

export interface IdentityReading {
  /** Normalised: white space removed, `x` as `X`. */
  readonly number: string;
  /** Complete and without a problem. */
  readonly valid: boolean;
  readonly problems: readonly IdentityProblem[];
  readonly birthDate?: string;
  readonly sex?: Sex;
}

/** First two digits in use since GB/T 2260 (provinces, municipalities, Taiwan, Hong Kong, Macao). */
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = "10X98765432";
/** Nobody at a counter was born earlier; a year before it is a slip of the finger. */
const EARLIEST_BIRTH: PackedDate = 1900_01_01;

/** The check digit that belongs to the first 17 digits. */
export function checkDigit(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * WEIGHTS[i]!;
  return CHECK_DIGITS[sum % 11]!;
}

/**
 * Reads a number that may still be incomplete.
 * @param today packed date; a birth after it is a problem
 * @param complete the clerk has left the field, so a short number is a problem too
 */
export function readIdentityNumber(typed: string, today: PackedDate, complete = false): IdentityReading {
  const number = typed.replaceAll(/\s/g, "").toUpperCase();
  const problems: IdentityProblem[] = [];
  for (let i = 0; i < number.length && i < 18; i++) {
    const char = number[i]!;
    const allowed = i === 17 ? /[\dX]/ : /\d/;
    if (!allowed.test(char)) problems.push({ part: "characters", position: i + 1, found: char });
  }
  const wrongLength = number.length > 18 || (complete && number.length < 18);
  const lengthProblems: IdentityProblem[] = wrongLength ? [{ part: "length", found: number.length }] : [];
  if (problems.length > 0) return { number, valid: false, problems: [...problems, ...lengthProblems] };

  if (number.length >= 2 && !PROVINCES.has(number.slice(0, 2))) problems.push({ part: "region", found: number.slice(0, 2) });

  let birth: PackedDate | undefined;
  if (number.length >= 14) {
    const digits = number.slice(6, 14);
    birth = parseDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
    const reason =
      birth === undefined ? "no-such-day" : birth > today ? "future" : birth < EARLIEST_BIRTH ? "too-old" : undefined;
    if (reason) {
      problems.push({ part: "birth-date", found: digits, reason });
      birth = undefined;
    }
  }
  const sex: Sex | undefined = number.length >= 17 ? (Number(number[16]) % 2 === 1 ? "male" : "female") : undefined;
  if (number.length === 18) {
    const expected = checkDigit(number);
    if (expected !== number[17]) problems.push({ part: "check-digit", expected, found: number[17]! });
  }
  problems.push(...lengthProblems);
  const valid = number.length === 18 && problems.length === 0;
  return {
    number,
    valid,
    problems,
    ...(birth === undefined ? {} : { birthDate: formatDate(birth) }),
    ...(sex === undefined ? {} : { sex }),
  };
}

/** `210299196503041234` → `210299********1234`: what lists and papers show. */
export const maskIdentityNumber = (number: string): string => `${number.slice(0, 6)}********${number.slice(14)}`;

/** `13800138000` → `138****8000`; short numbers keep their last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 10
    ? `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`
    : phone.replace(/.(?=.{2})/gu, "*");
