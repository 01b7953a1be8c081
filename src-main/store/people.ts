import type { PersonInput } from "../../src-shared/domain/case.ts";
import type { Reader, Writer } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { characterTokens, nameKeys } from "./names.ts";

export interface NameAndPhone {
  readonly name: string;
  readonly phone: string;
}

export interface StoredPerson extends NameAndPhone {
  readonly number: number;
  readonly identity_number: string;
  readonly names: number;
  readonly merged_into: number | null;
}

export const normaliseIdentityNumber = (number: string): string => number.replaceAll(/\s/g, "").toUpperCase();

/** What is known of a person after one more form; a field left empty forgets nothing. `verify` uses the same rule. */
export const mergePerson = (known: NameAndPhone, typed: PersonInput): NameAndPhone => ({
  name: typed.name.trim() || known.name,
  phone: typed.phone.trim() || known.phone,
});

/** The person of an identity number; the one that it was merged into, if any. */
export function personByNumber(reader: Reader, identityNumber: string): StoredPerson | undefined {
  const found = reader.get<StoredPerson>("SELECT * FROM people WHERE identity_number = ?", identityNumber);
  return found === undefined ? undefined : follow(reader, found);
}

function follow(reader: Reader, person: StoredPerson): StoredPerson {
  let current = person;
  while (current.merged_into !== null) {
    current = reader.get<StoredPerson>("SELECT * FROM people WHERE number = ?", current.merged_into)!;
  }
  return current;
}

/** Rows of `people_search` that one person may fill, one for each name ever borne: the row tells the person. */
export const NAMES_PER_PERSON = 1000;

/**
 * Finds or makes the person of a form and takes over name and phone as last typed. Earlier values stay in the case events,
 * and the search goes on finding earlier names. Returns the person's number inside the store.
 */
export function rememberPerson(writer: Writer, typed: PersonInput): number {
  const identityNumber = normaliseIdentityNumber(typed.identityNumber);
  if (identityNumber === "") throw new StoreRefusal("bad-input", "a case needs an identity number");
  const known = personByNumber(writer, identityNumber);
  if (known === undefined) return insertPerson(writer, identityNumber, typed);

  const { name, phone } = mergePerson(known, typed);
  const isRenamed = name !== known.name;
  if (isRenamed || phone !== known.phone) {
    const names = known.names + (isRenamed ? 1 : 0);
    writer.run("UPDATE people SET name = ?, phone = ?, names = ? WHERE number = ?", name, phone, names, known.number);
  }
  if (isRenamed) addToSearch(writer, known.number, known.names, name, known.identity_number);
  return known.number;
}

function insertPerson(writer: Writer, identityNumber: string, typed: PersonInput): number {
  const { name, phone } = mergePerson({ name: "", phone: "" }, typed);
  const { number } = writer.get<{ number: number }>(
    "INSERT INTO people (identity_number, name, phone, names) VALUES (?, ?, ?, 1) RETURNING number",
    identityNumber,
    name,
    phone,
  )!;
  addToSearch(writer, number, 0, name, identityNumber);
  return number;
}

export function addToSearch(writer: Writer, person: number, nth: number, name: string, identityNumber: string): void {
  const { characters, keys } = searchTerms(name, identityNumber);
  writer.run(
    "INSERT INTO people_search (rowid, characters, keys) VALUES (?, ?, ?)",
    person * NAMES_PER_PERSON + nth,
    characters.join(" "),
    keys.join(" "),
  );
}

/** What a person is found by under one name. */
export const searchTerms = (
  name: string,
  identityNumber: string,
): { readonly characters: string[]; readonly keys: string[] } => ({
  characters: characterTokens(name),
  keys: [...nameKeys(name), identityNumber.slice(-4).toLowerCase()],
});
