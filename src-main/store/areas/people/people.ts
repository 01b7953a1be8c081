import type { PersonInput } from "../../../../src-shared/domain/case.ts";
import { kindOf } from "../../../../src-shared/domain/identity/kinds.ts";
import { tidyNumber } from "../../../../src-shared/domain/identity/number.ts";
import { tidyPerson } from "../../../../src-shared/domain/identity/reading.ts";
import { canonicalJson } from "../../file/canonical.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { PEOPLE, PEOPLE_SEARCH, type StoredPerson } from "./columns.ts";
import { characterTokens, nameKeys } from "./names.ts";

/** Of a person, what a form says. */
const FORM = PEOPLE.part("kind", "identityNumber", "name", "phone", "birthDate", "sex", "noNumberBecause", "names");
/** The file gives the number. */
const NEW = PEOPLE.without("number", "mergedInto");

/** A person in the one form in which people are kept and told apart. */
export const tidied = (person: PersonInput): PersonInput => {
  const number = tidyNumber(person.identityNumber);
  return tidyPerson(person, { kind: kindOf({ ...person, identityNumber: number }), number });
};

/**
 * What is known of a person after one more form; a field left empty forgets nothing. Where two were merged, the form of the one
 * leaves the identity of the other as it is. `verify` uses the same rule.
 */
export function mergePerson(known: PersonInput, typed: PersonInput): PersonInput {
  const { identityKind, identityNumber } = known;
  return tidied({
    identityKind,
    identityNumber,
    name: typed.name.trim() || known.name,
    phone: typed.phone.trim() || known.phone,
    birthDate: typed.birthDate ?? known.birthDate,
    sex: typed.sex ?? known.sex,
    noNumberBecause: typed.noNumberBecause ?? known.noNumberBecause,
  });
}

/** A row as the forms say it: what is not told is left out, and the usual kind with it. */
export const inputOf = (row: StoredPerson): PersonInput => ({
  ...(row.kind === "citizen" ? {} : { identityKind: row.kind }),
  identityNumber: row.identityNumber,
  name: row.name,
  phone: row.phone,
  ...(row.birthDate === "" ? {} : { birthDate: row.birthDate }),
  ...(row.sex === "" ? {} : { sex: row.sex }),
  ...(row.noNumberBecause === "" ? {} : { noNumberBecause: row.noNumberBecause }),
});

/** The row of just this person, merged or not; told apart as `identityKey` does. */
export function rowOf(reader: Reader, person: PersonInput): StoredPerson | undefined {
  const kind = kindOf(person);
  return kind === "none"
    ? PEOPLE.get(
        reader,
        "WHERE kind = 'none' AND name = ? AND birth_date = ? AND sex = ?",
        person.name,
        person.birthDate ?? "",
        person.sex ?? "",
      )
    : PEOPLE.get(
        reader,
        "INDEXED BY people_number WHERE identity_number <> '' AND identity_number = ? AND kind = ?",
        person.identityNumber,
        kind,
      );
}

/** The person of an identity; the one that it was merged into, if any. */
export function personOf(reader: Reader, person: PersonInput): StoredPerson | undefined {
  const found = rowOf(reader, tidied(person));
  return found === undefined ? undefined : follow(reader, found);
}

/** The person of a number of whatever kind. */
export function personByNumber(reader: Reader, identityNumber: string): StoredPerson | undefined {
  const found = PEOPLE.get(reader, "WHERE identity_number <> '' AND identity_number = ?", tidyNumber(identityNumber));
  return found === undefined ? undefined : follow(reader, found);
}

function follow(reader: Reader, person: StoredPerson): StoredPerson {
  let current = person;
  while (current.mergedInto !== null) {
    current = PEOPLE.get(reader, "WHERE number = ?", current.mergedInto)!;
  }
  return current;
}

/** Rows of `people_search` that one person may fill, one for each name ever borne: the row tells the person. */
export const NAMES_PER_PERSON = 1000;

/**
 * Finds or makes the person of a form and takes over name and phone as last typed. Earlier values stay in the case events,
 * and the search goes on finding earlier names.
 */
export function rememberPerson(writer: Writer, typed: PersonInput, newId: () => string): Pick<StoredPerson, "number" | "id"> {
  const person = tidied(typed);
  requireIdentity(person);
  const known = personOf(writer, person);
  if (known === undefined) return insertPerson(writer, person, newId());

  const before = inputOf(known);
  const after = mergePerson(before, person);
  if (canonicalJson(after) !== canonicalJson(before)) updatePerson(writer, known, after);
  return known;
}

/** Writes the row; found from now on also under a new name and the last four of a new number. */
export function updatePerson(writer: Writer, row: StoredPerson, after: PersonInput): void {
  const isFoundAnew = after.name !== row.name || after.identityNumber !== row.identityNumber;
  FORM.update(writer, { ...formOf(after), names: row.names + (isFoundAnew ? 1 : 0) }, "WHERE number = ?", row.number);
  if (isFoundAnew) addToSearch(writer, row.number, row.names, after.name, after.identityNumber);
}

/** A case is somebody's: by a number, or by name, birth date and sex. */
export function requireIdentity(person: PersonInput): void {
  const isKnown =
    kindOf(person) === "none"
      ? person.identityNumber === "" && person.name !== "" && person.birthDate !== undefined && person.sex !== undefined
      : person.identityNumber !== "";
  if (!isKnown) throw new StoreRefusal("bad-input", "a case needs an identity number, or else name, birth date and sex");
}

const formOf = (person: PersonInput): Omit<StoredPerson, "number" | "id" | "names" | "mergedInto"> => ({
  kind: kindOf(person),
  identityNumber: person.identityNumber,
  name: person.name,
  phone: person.phone,
  birthDate: person.birthDate ?? "",
  sex: person.sex ?? "",
  noNumberBecause: person.noNumberBecause ?? "",
});

function insertPerson(writer: Writer, person: PersonInput, id: string): Pick<StoredPerson, "number" | "id"> {
  NEW.insert(writer, { id, ...formOf(person), names: 1 });
  const { number } = writer.get<{ number: number }>("SELECT last_insert_rowid() AS number")!;
  addToSearch(writer, number, 0, person.name, person.identityNumber);
  return { number, id };
}

export const personById = (reader: Reader, id: string): StoredPerson | undefined => PEOPLE.get(reader, "WHERE id = ?", id);

function addToSearch(writer: Writer, person: number, nth: number, name: string, identityNumber: string): void {
  const { characters, keys } = searchTerms(name, identityNumber);
  const rowid = person * NAMES_PER_PERSON + nth;
  PEOPLE_SEARCH.insert(writer, { rowid, characters: characters.join(" "), keys: keys.join(" ") });
}

/** What a person is found by under one name. */
export const searchTerms = (
  name: string,
  identityNumber: string,
): { readonly characters: string[]; readonly keys: string[] } => ({
  characters: characterTokens(name),
  keys: [...nameKeys(name), ...(identityNumber === "" ? [] : [identityNumber.slice(-4).toLowerCase()])],
});
