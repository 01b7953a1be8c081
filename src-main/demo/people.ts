/** Invented people for demonstrations: a region that does not exist, generated serials, valid check digits. */
import type { PersonInput } from "../../src-shared/domain/case.ts";
import type { Sex } from "../../src-shared/domain/identity/kinds.ts";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import { GIVEN_NAMES, SURNAMES } from "./text.ts";

/** No division of China has this code. */
export const SYNTHETIC_REGION = "210299";

/** @param birthDate ISO; @param serial 0–499, distinguishes people of one sex born on one day */
export function syntheticIdentityNumber(birthDate: string, sex: Sex, serial: number): string {
  const order = String(serial * 2 + (sex === "male" ? 1 : 0)).padStart(3, "0");
  const first17 = `${SYNTHETIC_REGION}${birthDate.replaceAll("-", "")}${order}`;
  return first17 + checkDigit(first17);
}

export interface SyntheticPerson extends PersonInput {
  readonly birthDate: string;
  readonly sex: Sex;
}

/** The same number gives the same person, everywhere and always. */
export function syntheticPerson(index: number): SyntheticPerson {
  const sex: Sex = index % 2 === 0 ? "male" : "female";
  // men around sixty, women around fifty to fifty-five
  const year = sex === "male" ? 1963 + ((index * 3) % 5) : 1968 + ((index * 3) % 8);
  return syntheticPersonBorn(index, `${year}-${monthAndDay(index)}`, sex);
}

/** `MM-DD`, spread over the year. */
export function monthAndDay(index: number): string {
  const month = String(((index * 5) % 12) + 1).padStart(2, "0");
  const day = String(((index * 13) % 28) + 1).padStart(2, "0");
  return `${month}-${day}`;
}

/** @param birthDate ISO; @param index 0–499 */
export function syntheticPersonBorn(index: number, birthDate: string, sex: Sex): SyntheticPerson {
  const surname = SURNAMES[(index * 7) % SURNAMES.length]!;
  const given = GIVEN_NAMES[sex][(index * 11 + Math.floor(index / 26)) % GIVEN_NAMES[sex].length]!;
  return {
    birthDate,
    sex,
    identityNumber: syntheticIdentityNumber(birthDate, sex, index),
    name: surname + given,
    // 19800000000 and following are not assigned to anybody
    phone: `198000${String(index).padStart(5, "0")}`,
  };
}
