/** A person as lists and views show them; `people.reveal` opens the numbers, with a reason. */
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { maskIdentityNumber, maskPhone } from "../../src-shared/domain/identity/masking.ts";
import { PEOPLE_TEXT } from "./office-messages.ts";

export const maskedPerson = (person: PersonInput): PersonInput => ({
  ...person,
  identityNumber: maskIdentityNumber(person.identityNumber),
  phone: maskPhone(person.phone),
});

/** Before and after of a change: where it lies in the digits that are hidden, it is said that there is one. */
export function maskedChange(
  before: PersonInput,
  after: PersonInput,
): { readonly before: PersonInput; readonly after: PersonInput } {
  const [was, is] = [maskedPerson(before), maskedPerson(after)];
  const told = (field: "identityNumber" | "phone"): string =>
    was[field] === is[field] && before[field] !== after[field] ? PEOPLE_TEXT.hiddenChange(is[field]) : is[field];
  return { before: was, after: { ...is, identityNumber: told("identityNumber"), phone: told("phone") } };
}
