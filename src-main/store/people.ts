import type { PersonInput } from "../../src-shared/domain/case.ts";
import { caseRows } from "./case-rows.ts";
import type { Reader, Writer } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { characterTokens, nameKeys } from "./names.ts";
import type { Store } from "./types.ts";

export interface NameAndPhone {
  readonly name: string;
  readonly phone: string;
}

interface StoredPerson extends NameAndPhone {
  readonly number: number;
  readonly id: string;
  readonly identity_number: string;
}

export const normaliseIdentityNumber = (number: string): string => number.replaceAll(/\s/g, "").toUpperCase();

/** What is known of a person after one more form; a field left empty forgets nothing. `verify` uses the same rule. */
export const mergePerson = (known: NameAndPhone, typed: PersonInput): NameAndPhone => ({
  name: typed.name.trim() || known.name,
  phone: typed.phone.trim() || known.phone,
});

/**
 * Finds or makes the person of a form and takes over name and phone as last typed. Earlier values stay in the case events,
 * earlier names also in `person_names`, which the search uses. Returns the person's number inside the store.
 */
export function rememberPerson(writer: Writer, typed: PersonInput, at: string, newId: () => string): number {
  const identityNumber = normaliseIdentityNumber(typed.identityNumber);
  if (identityNumber === "") throw new StoreRefusal("bad-input", "a case needs an identity number");
  const known = writer.get<StoredPerson>("SELECT * FROM people WHERE identity_number = ?", identityNumber);
  const { name, phone } = mergePerson(known ?? { name: "", phone: "" }, typed);
  const number = known?.number ?? insertPerson(writer, newId(), identityNumber, { name, phone });
  if (known !== undefined && (known.name !== name || known.phone !== phone)) {
    writer.run("UPDATE people SET name = ?, phone = ? WHERE number = ?", name, phone, number);
  }
  if (name !== "" && known?.name !== name) rememberName(writer, number, name, at);
  return number;
}

function insertPerson(writer: Writer, id: string, identityNumber: string, { name, phone }: NameAndPhone): number {
  const lastFour = identityNumber.slice(-4);
  return writer.get<{ number: number }>(
    "INSERT INTO people (id, identity_number, last_four, name, phone) VALUES (?, ?, ?, ?, ?) RETURNING number",
    id,
    identityNumber,
    lastFour,
    name,
    phone,
  )!.number;
}

function rememberName(writer: Writer, person: number, name: string, at: string): void {
  const borneBefore = writer.get("SELECT 1 FROM person_names WHERE person = ? AND name = ?", person, name);
  if (borneBefore !== undefined) return;
  const { id } = writer.get<{ id: number }>(
    "INSERT INTO person_names (person, name, since) VALUES (?, ?, ?) RETURNING id",
    person,
    name,
    at,
  )!;
  writer.run("INSERT INTO name_characters (rowid, characters) VALUES (?, ?)", id, characterTokens(name));
  for (const key of nameKeys(name)) {
    writer.run("INSERT INTO person_keys (key, person) VALUES (?, ?) ON CONFLICT DO NOTHING", key, person);
  }
}

export const peopleReads = (reader: Reader): Store["people"] => ({
  byIdentityNumber(identityNumber) {
    const row = reader.get<StoredPerson>(
      "SELECT * FROM people WHERE identity_number = ?",
      normaliseIdentityNumber(identityNumber),
    );
    return row && { id: row.id, person: { identityNumber: row.identity_number, name: row.name, phone: row.phone } };
  },
  casesOf: (personId) => caseRows(reader, "WHERE people.id = ? ORDER BY updated_at DESC, cases.number DESC", personId),
});
