/** A store as an earlier version left it: the rows of a store of today, as far as that version knew them. */
import { APPLICATION_ID, openReader, openWriter, type WriterConnection } from "../../src-main/store/connection.ts";
import type { Store } from "../../src-main/store/index.ts";
import { refuseChange } from "../../src-main/store/migrations/append-only.ts";
import { MIGRATIONS } from "../../src-main/store/migrations/index.ts";
import { migrate } from "../../src-main/store/migrations/runner.ts";
import { appendAudit } from "../../src-main/store/operation.ts";
import { act } from "./support.ts";

type Row = Record<string, string | number | null>;

export interface Terms {
  readonly characters: string[];
  readonly keys: string[];
}

/**
 * From version 6 on; open, the caller closes it.
 * @param today of acts that the version knew, too
 * @param termsThen what the search held of a name then, where that was something else
 */
export function storeOfVersion(
  version: number,
  path: string,
  today: Store,
  termsThen: (terms: Terms) => Terms = (terms) => terms,
): WriterConnection {
  const old = openWriter(path, "new-file");
  old.pragma(`application_id = ${APPLICATION_ID}`);
  // without what is derived afterwards, which knows today's schema alone
  const then = MIGRATIONS.filter((migration) => migration.version <= version).map((one) => ({
    version: one.version,
    name: one.name,
    up: one.up,
  }));
  migrate(old, then, { backUp: () => undefined, finish: () => undefined });
  old.restructure((writer) => {
    writer.exec("DROP TABLE ledger_before");
    writer.exec(refuseChange("day_ends"));
  });

  const source = openReader(today.path);
  old.transact((writer) => {
    // a table that was made anew comes after those that point to it
    writer.run("PRAGMA defer_foreign_keys = ON");
    for (const { name } of writer.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      if (name.startsWith("people_search")) continue;
      const columns = (old.pragmaRows(`table_info("${name}")`) as { name: string }[]).map((column) => column.name);
      const places = columns.map(() => "?").join(", ");
      for (const row of source.all<Row>(`SELECT * FROM "${name}"`)) {
        writer.run(`INSERT INTO ${name} (${columns.join(", ")}) VALUES (${places})`, ...columns.map((column) => row[column]!));
      }
    }
    source.vocabulary("people_search", (terms) => {
      const documents = new Map<number, Terms>();
      for (const { doc, col, offset, term } of terms) {
        const document = documents.get(doc) ?? { characters: [], keys: [] };
        document[col as keyof Terms][offset] = term;
        documents.set(doc, document);
      }
      for (const [doc, document] of documents) {
        const { characters, keys } = termsThen(document);
        const texts = [characters.join(" "), keys.join(" ")];
        writer.run("INSERT INTO people_search (rowid, characters, keys) VALUES (?, ?, ?)", doc, ...texts);
      }
    });
  });
  source.close();
  return old;
}

/** A row of the audit as that version wrote it: it tells the state of the columns that it had. */
export const tellState = (old: WriterConnection): void =>
  old.transact((writer) => {
    appendAudit(writer, act("settings.put"), "settings.put", { answer: null, subject: null, detail: {} });
  });

/** Ids that two stores may share. */
export function idsInOrder(): () => string {
  let last = 0;
  return () => `id-${++last}`;
}
