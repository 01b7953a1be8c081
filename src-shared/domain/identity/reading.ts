/** All that identifies a person, as typed: the number judged by its kind, and what is told beside it. */
import { formatDate, parseDate, type PackedDate } from "../calendar.ts";
import { birthProblem } from "./birth.ts";
import { kindOf, type Identity, type IdentityKind, type Sex } from "./kinds.ts";
import { readNumber, tidyNumber } from "./number.ts";
import type { BirthProblem, IdentityProblem } from "./problems.ts";

export const TOLD_FIELDS = ["birthDate", "sex", "noNumberBecause"] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];

/** What is missing or wrong of that which is told beside the number. */
export type ToldProblem =
  | { readonly field: ToldField; readonly reason: "missing" }
  | { readonly field: "birthDate"; readonly reason: BirthProblem | "not-as-number" };

export interface IdentityReading {
  readonly kind: IdentityKind;
  /** Tidied; empty for `none`. */
  readonly number: string;
  /** Complete and without a problem; of `none` nothing is asked. */
  readonly numberValid: boolean;
  readonly problems: readonly IdentityProblem[];
  readonly told: readonly ToldProblem[];
  /** Number and what is told are complete and without a problem. */
  readonly valid: boolean;
  /** From the number, or as told where that is right. */
  readonly birthDate?: string;
  readonly sex?: Sex;
}

const SHORTEST_REASON = 2;

/** What has to be told beside a number of the kind, complete or not. */
export function toldFields(kind: IdentityKind, number: string): readonly ToldField[] {
  if (kind === "none") return TOLD_FIELDS;
  const numberTells = kind !== "passport" && kind !== "birth-certificate" && !/^[A-Z]/.test(number);
  return numberTells ? [] : ["birthDate", "sex"];
}

/**
 * Reads an identity that may still be incomplete.
 * @param today packed date; a birth after it is a problem
 * @param complete the clerk has left the number, so a short one is a problem too
 */
export function readIdentity(typed: Identity, today: PackedDate, complete = false): IdentityReading {
  const number = tidyNumber(typed.identityNumber);
  const kind = kindOf({ identityKind: typed.identityKind, identityNumber: number });
  if (kind === "none") return withTold(kind, "", { problems: [] }, typed, today);
  return withTold(kind, number, readNumber(kind, number, today, complete), typed, today);
}

function withTold(
  kind: IdentityKind,
  number: string,
  { problems, birthDate, sex }: ReturnType<typeof readNumber>,
  typed: Identity,
  today: PackedDate,
): IdentityReading {
  const fields = toldFields(kind, number);
  const numberValid = problems.length === 0 && (kind === "none" || isWhole(kind, number, today));
  if (fields.length === 0) {
    return {
      kind,
      number,
      numberValid,
      problems,
      told: [],
      valid: numberValid,
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(sex === undefined ? {} : { sex }),
    };
  }
  const birth = (typed.birthDate ?? "").trim();
  const wrongBirth = birth === "" ? undefined : birthProblemOf(birth, number, today);
  const told = fields.flatMap((field): ToldProblem[] => {
    if (field === "birthDate" && wrongBirth !== undefined) return [{ field, reason: wrongBirth }];
    const answer = (typed[field] ?? "").trim();
    return answer.length < (field === "noNumberBecause" ? SHORTEST_REASON : 1) ? [{ field, reason: "missing" }] : [];
  });
  return {
    kind,
    number,
    numberValid,
    problems,
    told,
    valid: numberValid && told.length === 0,
    ...(birth === "" || wrongBirth !== undefined ? {} : { birthDate: formatDate(parseDate(birth)!) }),
    ...(typed.sex === undefined ? {} : { sex: typed.sex }),
  };
}

const isWhole = (kind: IdentityKind, number: string, today: PackedDate): boolean =>
  number !== "" && readNumber(kind, number, today, true).problems.length === 0;

/** The old permanent residence card has the birth date without its century after state and place. */
function birthProblemOf(iso: string, number: string, today: PackedDate): BirthProblem | "not-as-number" | undefined {
  const problem = birthProblem(parseDate(iso), today);
  if (problem !== undefined || !/^[A-Z]{3}\d{12}$/.test(number)) return problem;
  return iso.replaceAll("-", "").slice(2) === number.slice(7, 13) ? undefined : "not-as-number";
}

/** A person as a case keeps it: what the number tells is not kept beside it, and the usual kind goes without saying. */
export function tidyPerson(
  typed: Identity & { readonly name: string; readonly phone: string },
  { kind, number }: Pick<IdentityReading, "kind" | "number">,
) {
  const fields = toldFields(kind, number);
  const { birthDate = "", sex, noNumberBecause = "" } = typed;
  return {
    ...(kind === "citizen" ? {} : { identityKind: kind }),
    identityNumber: number,
    name: typed.name.trim(),
    phone: typed.phone.trim(),
    ...(fields.includes("birthDate") && birthDate.trim() !== "" ? { birthDate: birthDate.trim() } : {}),
    ...(fields.includes("sex") && sex !== undefined ? { sex } : {}),
    ...(fields.includes("noNumberBecause") && noNumberBecause.trim() !== "" ? { noNumberBecause: noNumberBecause.trim() } : {}),
  };
}
