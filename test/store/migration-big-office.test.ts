/** 0007: a store as version 6 left it, compared after the migration. */
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { APPLICATION_ID, openReader, openWriter } from "../../src-main/store/connection.ts";
import { openStore } from "../../src-main/store/index.ts";
import { MIGRATIONS } from "../../src-main/store/migrations/index.ts";
import { migrate } from "../../src-main/store/migrations/runner.ts";
import { clock, content, identityNumber, minute, newStore, submit, temporaryFolder } from "./support.ts";

const NAMES = ["张三", "单雄信", "王䶮", "阿卜杜拉·买买提", "·"];

it("keeps what the search finds, the lists and their order, and adds up the months", () => {
  const folder = temporaryFolder();
  const path = join(folder, "counter.db");
  const hooks = { backUp: () => undefined, finish: () => undefined };
  const old = openWriter(path, "new-file");
  old.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(
    old,
    // without what is derived afterwards, which knows today's schema alone
    MIGRATIONS.filter(({ version }) => version <= 6).map(({ version, name, up }) => ({ version, name, up })),
    hooks,
  );

  // a store of today with the same acts gives the rows that both versions share
  const today = newStore({ newId: idsInOrder() });
  NAMES.forEach((name, i) =>
    submit(today, {
      content: content({ person: { identityNumber: identityNumber(i), name, phone: "" } }),
      draftId: `draft-${i}`,
      act: { at: i < 3 ? minute(i) : `2026-04-1${i}T01:00:00.000Z` },
    }),
  );
  const source = openReader(today.path);
  old.transact((writer) => {
    writer.run("DROP TABLE ledger_before");
    for (const { name } of writer.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      if (name.startsWith("people_search")) continue;
      const hidden = new Set(["case_id", "person"]);
      const rows = source
        .all<Record<string, string | number | null>>(`SELECT * FROM "${name}"`)
        .map((row) => Object.entries(row).filter(([column]) => name !== "audit" || !hidden.has(column)));
      for (const row of rows) {
        const columns = row.map(([column]) => column).join(", ");
        writer.run(
          `INSERT INTO ${name} (${columns}) VALUES (${row.map(() => "?").join(", ")})`,
          ...row.map(([, value]) => value),
        );
      }
    }
    source.vocabulary("people_search", (terms) => {
      const documents = new Map<number, { characters: string[]; keys: string[] }>();
      for (const { doc, col, offset, term } of terms) {
        const document = documents.get(doc) ?? { characters: [], keys: [] };
        document[col as "characters" | "keys"][offset] = term;
        documents.set(doc, document);
      }
      for (const [doc, { characters, keys }] of documents) {
        const texts = [characters.join(" "), keys.join(" ")];
        writer.run("INSERT INTO people_search (rowid, characters, keys) VALUES (?, ?, ?)", doc, ...texts);
      }
    });
  });
  source.close();
  old.close();

  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);
  for (const text of ["", "张三", "zs", "z", "shan", "qxx", "sxx", "䶮", "杜拉买", "a", identityNumber(2), "0012"]) {
    const asked = { text, state: null, limit: 20, offset: 0 } as const;
    expect(migrated.cases.search(asked), text).toEqual(today.cases.search(asked));
  }
  const span = { from: "2026-03-01", to: "2026-04-30" };
  expect(migrated.ledger.totals(span)).toEqual(today.ledger.totals(span));
  expect(migrated.ledger.totals(span).byMonth.find(({ id, kind }) => id === "2026-03" && kind === "accepted")?.count).toBe(3);
  submit(migrated, { act: { at: minute(9) } });
  expect(migrated.verify()).toEqual([]);
});

function idsInOrder(): () => string {
  let last = 0;
  return () => `id-${++last}`;
}
