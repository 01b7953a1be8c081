/** A store as an earlier version left it: the rows of a store of today, as far as that version knew them. */
import { CHAIN_START, canonicalJson } from "../../src-main/store/file/canonical.ts";
import { openReader, openWriter, type Reader, type Writer, type WriterConnection } from "../../src-main/store/file/connection.ts";
import type { Store } from "../../src-main/store/index.ts";
import { refuseChange } from "../../src-main/store/migrations/append-only.ts";
import { MIGRATIONS } from "../../src-main/store/migrations/index.ts";
import { migrate } from "../../src-main/store/migrations/runner.ts";
import { appendAudit, auditHash } from "../../src-main/store/file/operation.ts";
import { AUDIT } from "../../src-main/store/file/columns.ts";
import { act } from "./support.ts";
import { APPLICATION_ID } from "../../src-main/store/file/format.ts";

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
      // days are entered by triggers, where the version has them
      if (name.startsWith("people_search") || name.endsWith("_days")) continue;
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
  if (version < SIGNED_SINCE) old.transact((writer) => asUnsigned(writer, source));
  source.close();
  return old;
}

/** A row of the audit as that version wrote it: it tells the state of the columns that it had. */
export const tellState = (old: WriterConnection): void =>
  old.transact((writer) => {
    appendAudit(writer, act("settings.put"), "settings.put", { answer: null, subject: null, detail: {} });
  });

const SIGNED_SINCE = 9;

/** The audit as it was before: people by their number, nobody's name, nothing of what was asked for. */
function asUnsigned(writer: Writer, source: Reader): void {
  const people = source.all<{ id: string; number: number }>("SELECT id, number FROM people");
  const numbers = new Map(people.map(({ id, number }) => [id, String(number)]));
  writer.run("DROP TRIGGER audit_no_update");
  let previous = CHAIN_START;
  for (const row of AUDIT.all(writer, "ORDER BY sequence")) {
    const { signed: _signed, input: _input, ...detail } = JSON.parse(row.detail) as Record<string, unknown>;
    for (const name of ["person", "mergedFrom"]) {
      const id = detail[name];
      if (typeof id === "string") detail[name] = numbers.get(id);
    }
    const then = { ...row, detail: canonicalJson(detail) };
    const hash = auditHash(previous, then);
    writer.run("UPDATE audit SET detail = ?, hash = ? WHERE sequence = ?", then.detail, hash, row.sequence);
    previous = hash;
  }
  writer.run("CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END");
}

/** Ids that two stores may share. */
export function idsInOrder(): () => string {
  let last = 0;
  return () => `id-${++last}`;
}
