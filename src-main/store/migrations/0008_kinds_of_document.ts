import { characterTokens } from "../areas/people/names.ts";
import { searchTerms } from "../areas/people/people.ts";
import type { Migration } from "./runner.ts";
import type { SchemaWriter } from "../file/connection.ts";

/**
 * People by other documents than the identity card, and without any. Numbers that were kept until now are of citizens or of the
 * permits for residents of Hong Kong, Macao and Taiwan, as their first two digits say: the case events have no kind, and go on
 * being read so (`kindOf`).
 */
const SCHEMA = `
  DROP INDEX people_name_birth;
  DROP INDEX people_phone;
  DROP INDEX people_merged;
  CREATE TABLE people_new (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('citizen', 'residence-permit', 'permanent-residence', 'passport', 'birth-certificate', 'none')),
    identity_number TEXT NOT NULL CHECK ((identity_number = '') = (kind = 'none')),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    -- as told, of kinds whose number does not tell them
    birth_date TEXT NOT NULL DEFAULT '',
    sex TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'male', 'female')),
    no_number_because TEXT NOT NULL DEFAULT '',
    names INTEGER NOT NULL CHECK (names BETWEEN 1 AND 999),
    merged_into INTEGER REFERENCES people (number),
    born TEXT GENERATED ALWAYS AS (CASE
      WHEN birth_date <> '' THEN birth_date
      WHEN length(identity_number) = 18 THEN
        substr(identity_number, 7, 4) || '-' || substr(identity_number, 11, 2) || '-' || substr(identity_number, 13, 2)
      ELSE '' END) VIRTUAL,
    CHECK (kind <> 'none' OR (name <> '' AND birth_date <> '' AND sex <> ''))
  ) STRICT;
  INSERT INTO people_new (number, kind, identity_number, name, phone, names, merged_into)
    SELECT number, CASE WHEN substr(identity_number, 1, 2) IN ('81', '82', '83') THEN 'residence-permit' ELSE 'citizen' END,
      identity_number, name, phone, names, merged_into FROM people;
  DROP TABLE people;
  ALTER TABLE people_new RENAME TO people;
  CREATE UNIQUE INDEX people_number ON people (identity_number, kind) WHERE identity_number <> '';
  CREATE UNIQUE INDEX people_without_number ON people (name, birth_date, sex) WHERE kind = 'none';
  CREATE INDEX people_name_birth ON people (name, born);
  CREATE INDEX people_phone ON people (phone) WHERE phone <> '';
  CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

  ALTER TABLE cases ADD COLUMN identity_kind TEXT NOT NULL DEFAULT 'citizen';
  UPDATE cases SET identity_kind = 'residence-permit' WHERE substr(identity_number, 1, 2) IN ('81', '82', '83');
`;

interface Term {
  readonly doc: number;
  readonly col: "characters" | "keys";
  readonly offset: number;
  readonly term: string;
}

/**
 * Names with private characters of old systems are found by the standard ones from now on. The index keeps no text: a row is taken
 * out by the terms that it has, read back from it.
 */
function refold(writer: SchemaWriter): void {
  writer.exec("CREATE VIRTUAL TABLE temp.people_terms USING fts5vocab (main, people_search, instance)");
  const rows = writer.all<Term>(
    `SELECT doc, col, "offset", term FROM temp.people_terms WHERE doc IN
       (SELECT doc FROM temp.people_terms WHERE term BETWEEN 'e815' AND 'e864' AND length(term) = 4 AND col = 'characters')
     ORDER BY doc, col, "offset"`,
  );
  for (const [doc, terms] of Map.groupBy(rows, (row) => row.doc)) {
    const of = (column: Term["col"]): string[] => terms.filter(({ col }) => col === column).map(({ term }) => term);
    const [characters, keys] = [of("characters"), of("keys")];
    const name = String.fromCodePoint(...characters.map((code) => Number.parseInt(code, 16)));
    writer.run(
      "INSERT INTO people_search (people_search, rowid, characters, keys) VALUES ('delete', ?, ?, ?)",
      doc,
      characters.join(" "),
      keys.join(" "),
    );
    writer.run(
      "INSERT INTO people_search (rowid, characters, keys) VALUES (?, ?, ?)",
      doc,
      characterTokens(name).join(" "),
      // the last key is the last four of the number
      searchTerms(name, keys.at(-1)!).keys.join(" "),
    );
  }
  writer.exec("DROP TABLE temp.people_terms");
}

export const kindsOfDocument: Migration = {
  version: 8,
  name: "kinds of document",
  up(writer) {
    writer.exec(SCHEMA);
    refold(writer);
  },
};
