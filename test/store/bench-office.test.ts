/** The benchmark's big office is written in bulk: its rows must be those of the store's own operations. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { openReader } from "../../src-main/store/file/connection.ts";
import { openStore, type Store } from "../../src-main/store/index.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { seedOffice, seededOptions, writtenOffice } from "../bench/office/seed.ts";
import { temporaryFolder } from "./support.ts";

const SMALL = { people: 300, cases: 2400 };

/** Every row of every table, and the schema; full-text tables by their terms. */
function contentsOf(store: Store): Record<string, unknown> {
  const reader = openReader(store.path, internalsOf(store).keys!.key);
  try {
    const schema = reader.all<{ type: string; name: string; sql: string | null }>(
      "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name",
    );
    const tables = schema.filter(({ type, name }) => type === "table" && !name.startsWith("people_search"));
    const rows = tables.map(({ name }) => [name, reader.all(`SELECT * FROM "${name}" ORDER BY 1, 2`)] as const);
    const terms: string[] = [];
    reader.vocabulary("people_search", (found) => {
      for (const { doc, col, offset, term } of found) terms.push(`${doc} ${col} ${offset} ${term}`);
    });
    return { schema, terms: terms.sort(), ...Object.fromEntries(rows) };
  } finally {
    reader.close();
  }
}

it("holds what the same acts written one by one hold, row for row", () => {
  const folder = temporaryFolder();
  const seededPath = join(folder, "seeded", "counter.db");
  seedOffice(seededPath, SMALL, () => undefined);
  const written = writtenOffice(join(folder, "written", "counter.db"), SMALL);
  const seeded = openStore(seededPath, seededOptions(seededPath));
  try {
    const [expected, found] = [contentsOf(written), contentsOf(seeded)];
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    for (const [name, rows] of Object.entries(expected)) expect(found[name], name).toEqual(rows);
    // what the measurements are about must be there to be compared
    for (const name of ["people", "cases", "case_events", "audit", "ledger", "statistics", "papers", "prints"]) {
      expect((expected[name] as unknown[]).length, name).toBeGreaterThan(50);
    }
    expect(seeded.verify()).toEqual([]);
  } finally {
    written.close();
    seeded.close();
  }
}, 60_000);
