import type { PersonInput } from "../../src-shared/domain/case.ts";
import { caseRows } from "./case-rows.ts";
import type { Reader, Value } from "./connection.ts";
import { normaliseIdentityNumber, personByNumber } from "./people.ts";
import { peopleFinders } from "./search.ts";
import type { PersonChangeRow, PersonRow, Store } from "./types.ts";

interface StoredRow {
  readonly number: number;
  readonly identity_number: string;
  readonly name: string;
  readonly phone: string;
  readonly merged_into: number | null;
  readonly cases: number;
}

const PEOPLE = "SELECT people.*, (SELECT count(*) FROM cases WHERE person = people.number) AS cases FROM people";

const personRow = (row: StoredRow): PersonRow => ({
  id: String(row.number),
  person: { identityNumber: row.identity_number, name: row.name, phone: row.phone },
  cases: row.cases,
  mergedInto: row.merged_into === null ? null : String(row.merged_into),
});

const people = (reader: Reader, tail: string, ...parameters: Value[]): PersonRow[] =>
  reader.all<StoredRow>(`${PEOPLE} ${tail}`, ...parameters).map(personRow);

const MOST_DUPLICATES = 20;

export const peopleReads = (reader: Reader): Omit<Store["people"], "correct"> => ({
  byIdentityNumber(identityNumber) {
    const row = personByNumber(reader, normaliseIdentityNumber(identityNumber));
    return row && { id: String(row.number), person: { identityNumber: row.identity_number, name: row.name, phone: row.phone } };
  },
  byId: (id) => people(reader, "WHERE number = ?", Number(id))[0],
  find(text, limit) {
    const found = new Map<string, PersonRow>();
    for (const { sql, parameters } of peopleFinders(text)) {
      for (const row of people(reader, `WHERE number IN (${sql} LIMIT ?) AND merged_into IS NULL`, ...parameters, limit)) {
        found.set(row.id, row);
      }
    }
    return [...found.values()].sort((a, b) => b.cases - a.cases).slice(0, limit);
  },
  casesOf: (personId) => caseRows(reader, "WHERE person = ? ORDER BY updated_at DESC, number DESC", Number(personId)),
  duplicatesOf({ identityNumber, name }) {
    const number = normaliseIdentityNumber(identityNumber);
    return people(
      reader,
      `INDEXED BY people_name_birth WHERE name = ? AND substr(identity_number, 7, 8) = ? AND identity_number <> ?
       AND merged_into IS NULL LIMIT ?`,
      name.trim(),
      number.slice(6, 14),
      number,
      MOST_DUPLICATES,
    );
  },
  changes: (personId) =>
    reader
      .all<PersonChangeRow & { before: string; after: string }>(
        `SELECT CAST(person AS TEXT) AS personId, at, clerk_name AS clerkName, reason, before, after,
           CAST(merged_from AS TEXT) AS mergedFrom
         FROM person_changes WHERE person = ? ORDER BY number DESC`,
        Number(personId),
      )
      .map((row) => ({
        ...row,
        before: JSON.parse(row.before) as PersonInput,
        after: JSON.parse(row.after) as PersonInput,
      })),
});
