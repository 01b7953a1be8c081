import type { PersonInput } from "../../../../src-shared/domain/case.ts";
import { birthDateOf } from "../../../../src-shared/domain/identity/kinds.ts";
import { privateName, standardName } from "../../../../src-shared/domain/identity/name.ts";
import { caseRows } from "../cases/case-rows.ts";
import type { Reader, Value } from "../../file/connection.ts";
import { PEOPLE, PERSON_CHANGES, type StoredPerson } from "./columns.ts";
import { inputOf, personById, personByNumber, personOf, tidied } from "./people.ts";
import { peopleFinders } from "./search.ts";
import type { PersonChangeRow, PersonRow } from "./types.ts";
import type { Store } from "../../types.ts";

interface StoredRow extends StoredPerson {
  readonly cases: number;
  readonly mergedId: string | null;
}

const PERSON_ROWS = `SELECT ${PEOPLE.selected}, (SELECT count(*) FROM cases WHERE person = people.number) AS cases,
  (SELECT other.id FROM people AS other WHERE other.number = people.merged_into) AS mergedId FROM people`;

const CHANGE = PERSON_CHANGES.part("at", "clerkName", "reason", "before", "after");

const personRow = (row: StoredRow): PersonRow => ({
  id: row.id,
  person: inputOf(row),
  cases: row.cases,
  mergedInto: row.mergedId,
});

const people = (reader: Reader, tail: string, ...parameters: Value[]): PersonRow[] =>
  reader.all<StoredRow>(`${PERSON_ROWS} ${tail}`, ...parameters).map(personRow);

const MOST_DUPLICATES = 20;

const known = (row: StoredPerson | undefined): { readonly id: string; readonly person: PersonInput } | undefined =>
  row && { id: row.id, person: inputOf(row) };

export const peopleReads = (reader: Reader): Omit<Store["people"], "correct"> => ({
  byIdentity: (person) => known(personOf(reader, person)),
  byIdentityNumber: (identityNumber) => known(personByNumber(reader, identityNumber)),
  byId: (id) => people(reader, "WHERE id = ?", id)[0],
  find(text, limit) {
    const found = new Map<string, PersonRow>();
    for (const { sql, parameters } of peopleFinders(text)) {
      for (const row of people(reader, `WHERE number IN (${sql} LIMIT ?) AND merged_into IS NULL`, ...parameters, limit)) {
        found.set(row.id, row);
      }
    }
    return [...found.values()].sort((a, b) => b.cases - a.cases).slice(0, limit);
  },
  casesOf: (personId) =>
    caseRows(reader, "WHERE person = ? ORDER BY last_change DESC", personById(reader, personId)?.number ?? null),
  duplicatesOf(typed) {
    const person = tidied({ ...typed, phone: "" });
    const born = birthDateOf(person) ?? "";
    if (born === "") return [];
    return people(
      reader,
      `INDEXED BY people_name_birth WHERE name IN (?, ?) AND born = ? AND number <> ? AND merged_into IS NULL LIMIT ?`,
      standardName(person.name),
      privateName(person.name),
      born,
      personOf(reader, person)?.number ?? 0,
      MOST_DUPLICATES,
    );
  },
  changes: (personId) =>
    reader
      .all<PersonChangeRow & { before: string; after: string }>(
        `SELECT ? AS personId, ${CHANGE.selected},
           (SELECT people.id FROM people WHERE people.number = merged_from) AS mergedFrom
         FROM person_changes WHERE person = ? ORDER BY number DESC`,
        personId,
        personById(reader, personId)?.number ?? null,
      )
      .map((row) => ({
        ...row,
        before: JSON.parse(row.before) as PersonInput,
        after: JSON.parse(row.after) as PersonInput,
      })),
});
