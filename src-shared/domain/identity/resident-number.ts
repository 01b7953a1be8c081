/**
 * The number of 18 characters of GB 11643: address 6, birth date 8, order 3 (odd = male), check digit 1 (rule NX-01). The permits
 * for residents of Hong Kong, Macao and Taiwan have it with address codes of their own; the foreigner's permanent residence card
 * of 2023 (GA 2102) after its pattern: a 9, two digits of the place and three of the state in place of the address.
 */
import { formatDate, parseDate, type PackedDate } from "../calendar.ts";
import { RESIDENCE_PERMIT, type IdentityKind, type Sex } from "./kinds.ts";
import { birthProblem } from "./birth.ts";
import type { IdentityProblem, NumberReading } from "./problems.ts";

/** First two digits in use since GB/T 2260: provinces, municipalities, Taiwan. */
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71".split(" "),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = "10X98765432";
/** The check digit that belongs to the first 17 digits. */
export function checkDigit(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * WEIGHTS[i]!;
  return CHECK_DIGITS[sum % 11]!;
}

const BEGINNINGS = {
  citizen: (two: string) => PROVINCES.has(two),
  "residence-permit": (two: string) => RESIDENCE_PERMIT.test(two),
  "permanent-residence": (two: string) => two.startsWith("9"),
} satisfies Partial<Record<IdentityKind, unknown>>;

export function readResidentNumber(
  kind: keyof typeof BEGINNINGS,
  number: string,
  today: PackedDate,
  complete: boolean,
): NumberReading {
  const problems: IdentityProblem[] = [];
  for (let i = 0; i < number.length && i < 18; i++) {
    const char = number[i]!;
    const allowed = i === 17 ? /[\dX]/ : /\d/;
    if (!allowed.test(char)) problems.push({ part: "characters", position: i + 1, found: char });
  }
  const wrongLength = number.length > 18 || (complete && number.length < 18);
  const lengthProblems: IdentityProblem[] = wrongLength ? [{ part: "length", found: number.length }] : [];
  if (problems.length > 0) return { problems: [...problems, ...lengthProblems] };

  if (number.length >= 2 && !BEGINNINGS[kind](number.slice(0, 2))) problems.push({ part: "region", found: number.slice(0, 2) });

  let birth: PackedDate | undefined;
  if (number.length >= 14) {
    const digits = number.slice(6, 14);
    birth = parseDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
    const reason = birthProblem(birth, today);
    if (reason) {
      problems.push({ part: "birth-date", found: digits, reason });
      birth = undefined;
    }
  }
  // of fifteen digits left alone, or with no birth date where the long number has it, nothing else is worth saying
  if (kind === "citizen" && number.length === 15 && (complete || birth === undefined))
    return { problems: [{ part: "old-number" }] };

  const sex: Sex | undefined = number.length >= 17 ? (Number(number[16]) % 2 === 1 ? "male" : "female") : undefined;
  if (number.length === 18) {
    const expected = checkDigit(number);
    if (expected !== number[17]) problems.push({ part: "check-digit", expected, found: number[17]! });
  }
  return {
    problems: [...problems, ...lengthProblems],
    ...(birth === undefined ? {} : { birthDate: formatDate(birth) }),
    ...(sex === undefined ? {} : { sex }),
  };
}
