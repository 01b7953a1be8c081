/** A person, and rows about them, as lists and views show them; `people.reveal` opens the numbers, with a reason. */
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { maskIdentityNumber, maskPhone } from "../../../src-shared/domain/identity/masking.ts";
import { PEOPLE_TEXT } from "./text.ts";

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

/** Of any kind of document, as somebody may have typed it into a reason; a passport's has a letter, or it is a number like others. */
const IDENTITY_NUMBER = /\b(?:\d{17}[\dX]|[A-Z]{3}\d{12}|[A-Z]\d{9}|[A-Z]{1,2}\d{7,8})\b/gi;

export const maskedText = (text: string): string => text.replaceAll(IDENTITY_NUMBER, (number) => maskIdentityNumber(number));

/** What the program itself numbers things by is nobody's number, though it may look like one. */
const OWN_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64})$/;
const OWN_NUMBERS: ReadonlySet<string> = new Set(["receiptNumber", "backup", "leftHash"]);

export const isPerson = (value: unknown): value is PersonInput =>
  typeof value === "object" && value !== null && "identityNumber" in value && "phone" in value;

/** The year tells people of one name apart; the day would give back what the number hides. */
const withoutBirthday = (person: PersonInput): PersonInput =>
  person.birthDate === undefined ? person : { ...person, birthDate: person.birthDate.slice(0, 4) };

/** The stored detail of an audit row, whatever it holds: people as in their file, numbers within words masked. */
export function maskedDetail(detail: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { before, after } = detail;
  const people = isPerson(before) && isPerson(after) ? maskedChange(before, after) : {};
  return Object.fromEntries(
    Object.entries({ ...detail, ...people }).map(([key, value]) => [
      key,
      key in people ? withoutBirthday(value as PersonInput) : maskedValue(key, value),
    ]),
  );
}

function maskedValue(key: string, value: unknown): unknown {
  if (typeof value === "string") return OWN_NUMBERS.has(key) || OWN_ID.test(value) ? value : maskedText(value);
  if (typeof value !== "object" || value === null) return value;
  if (isPerson(value)) return withoutBirthday(maskedPerson(value));
  if (Array.isArray(value)) return value.map((one: unknown) => maskedValue(key, one));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskedValue(name, inner)]));
}
