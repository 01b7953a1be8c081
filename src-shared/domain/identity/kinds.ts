/** What says who somebody is: the number of a document, or where there is none name, birth date and sex. */

/** 居民身份证, 港澳台居民居住证, 外国人永久居留身份证 (new and old), 护照, 出生医学证明, 无号码 */
export const IDENTITY_KINDS = [
  "citizen",
  "residence-permit",
  "permanent-residence",
  "passport",
  "birth-certificate",
  "none",
] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export const SEXES = ["male", "female"] as const;
export type Sex = (typeof SEXES)[number];

export interface Identity {
  /** Left out: see `kindOf`. */
  readonly identityKind?: IdentityKind | undefined;
  /** Empty where there is none. */
  readonly identityNumber: string;
  /** ISO; only where the number does not tell it. */
  readonly birthDate?: string | undefined;
  readonly sex?: Sex | undefined;
  /** Why there is no number. */
  readonly noNumberBecause?: string | undefined;
}

/** Address codes of the permits for residents of Hong Kong, Macao and Taiwan. */
export const RESIDENCE_PERMIT = /^8[123]/;

/**
 * Before there were kinds a number was that of a citizen, or of one of the permits, which have address codes of their own.
 * Both go on being kept without a kind and with one.
 */
export const kindOf = ({ identityKind, identityNumber }: Pick<Identity, "identityKind" | "identityNumber">): IdentityKind =>
  identityKind ?? (RESIDENCE_PERMIT.test(identityNumber) ? "residence-permit" : "citizen");

/** The same person has the same key. Numbers of different kinds never meet. */
export const identityKey = (person: Identity & { readonly name: string }): string => {
  const kind = kindOf(person);
  return kind === "none"
    ? JSON.stringify([kind, person.name, person.birthDate ?? "", person.sex ?? ""])
    : `${kind} ${person.identityNumber}`;
};

const RESIDENT_NUMBER = /^\d{17}[\dX]$/;

/** The number itself tells birth date and sex. */
const tellsBirth = (number: string): boolean => RESIDENT_NUMBER.test(number);

/** Birth date as the number tells it, or as told beside it; ISO, unjudged. */
export const birthDateOf = ({ identityNumber: number, birthDate }: Identity): string | null =>
  tellsBirth(number) ? `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` : (birthDate ?? null);
