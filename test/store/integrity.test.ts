import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256 } from "../../src-main/store/file/canonical.ts";
import { openStore, type Store, type StoreProblem } from "../../src-main/store/index.ts";
import {
  act,
  amend,
  clock,
  content,
  CLERK_ID,
  draft,
  identityNumber,
  minute,
  newStore,
  open,
  save,
  setUp,
  submit,
  temporaryFolder,
} from "./support.ts";

const pdf = new TextEncoder().encode("%PDF-1.7 …");

/** A store with every kind of event in it. */
function livedInStore(): Store {
  const store = newStore();
  const first = save(store);
  save(store, { caseId: first, content: content({ materials: [] }) });
  save(store, { caseId: first, content: content({ facts: { way: "B" } }) });
  submit(store, { caseId: first });
  const paper = store.papers.add(act("papers.make"), { caseId: first, version: 1, kind: "acceptance", title: "受理回执", pdf });
  store.papers.recordPrint(act("papers.print"), paper.id, 1, pdf);
  store.papers.recordPrint(act("papers.print"), paper.id, 2, new TextEncoder().encode("补打"));
  amend(store, first, { content: content({ person: { identityNumber: identityNumber(1), name: "张山", phone: "" } }) });
  const second = submit(store, { content: content({ person: { identityNumber: identityNumber(2), name: "李四", phone: "1" } }) });
  store.cases.cancel(act("cases.cancel", { at: minute(3) }), second, "重复受理");
  store.drafts.save(act("drafts.save"), "form", draft());
  return store;
}

/** Changes the file as somebody with a database tool would, past the triggers. */
function tamper(store: Store, ...statements: string[]): void {
  const database = new Database(store.path);
  database.pragma("foreign_keys = OFF");
  for (const { name } of database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    database.exec(`DROP TRIGGER ${name}`);
  }
  for (const sql of statements) expect(database.prepare(sql).run().changes, sql).toBeGreaterThan(0);
  database.close();
}

const areas = (problems: readonly StoreProblem[]) => [...new Set(problems.map(({ area }) => area))].sort();

it("finds nothing wrong with a sound store", () => {
  expect(livedInStore().verify()).toEqual([]);
});

/** People whom forms and corrections have to do with each other: they are followed together, all others alone. */
function entangledStore(): Store {
  const store = newStore();
  const of = (n: number, name: string) => content({ person: { identityNumber: identityNumber(n), name, phone: "" } });
  const correct = (n: number, to: number, merge: boolean) => {
    const { id } = store.people.byIdentityNumber(identityNumber(n))!;
    const person = { identityNumber: identityNumber(to), name: "周八", phone: "" };
    store.people.correct(act("people.correct"), { personId: id, person, reason: "号码录错", merge });
  };
  submit(store, { content: of(9, "孙七") });
  // a number typed wrongly, put right in the form before the case was submitted: nobody has a case of the wrong one
  const typedWrongly = save(store, { content: of(1, "赵五") });
  save(store, { caseId: typedWrongly, content: of(2, "赵五") });
  // a number corrected by hand; then somebody else comes with it
  correct(2, 3, false);
  save(store, { content: of(2, "钱六") });
  // two that were one, before and after; and a form of the one that is no more
  save(store, { content: of(4, "周八") });
  correct(4, 3, true);
  save(store, { content: of(4, "周九") });
  return store;
}

it("follows people who have to do with each other", () => {
  const store = entangledStore();
  expect(store.verify()).toEqual([]);
  const database = new Database(store.path);
  const people = database.prepare("SELECT merged_into FROM people").pluck().all();
  database.close();
  expect(people).toHaveLength(5);
  expect(people.filter((into) => into !== null)).toHaveLength(1);
});

it.each([
  ["a case of somebody else", "UPDATE cases SET person = 1 WHERE person = 4", "1 cases point to another person"],
  ["a case given back", "UPDATE cases SET person = 2 WHERE person = 3", "cases point to another person"],
  ["a merge undone", "UPDATE people SET merged_into = NULL WHERE merged_into IS NOT NULL", "person 5 is not what"],
  ["a name forgotten", "UPDATE people SET names = names - 1 WHERE number = 3", "person 3 is not what"],
  ["an identity taken over", "UPDATE people SET identity_number = '210299195001150999' WHERE number = 1", "person 1 is not what"],
])("tells, of people who have to do with each other, %s", (_what, sql, detail) => {
  const store = entangledStore();
  tamper(store, sql);
  expect(store.verify()).toContainEqual({ area: "derived-state", detail: expect.stringContaining(detail) as string });
});

it("tells of a correction lost", () => {
  const store = entangledStore();
  tamper(store, "DELETE FROM person_changes WHERE merged_from IS NULL");
  const detail = "the corrections of people are not those that the audit tells";
  expect(store.verify()).toContainEqual({ area: "told-rows", detail });
});

describe("append-only tables", () => {
  const tables = [
    "audit",
    "case_events",
    "receipt_numbers",
    "papers",
    "paper_files",
    "prints",
    "office_figures",
    "reading_choices",
    "packs",
  ];

  function filled(): Database.Database {
    const store = livedInStore();
    store.policy.addOfficeFigure(act("x"), {
      figure: "f",
      city: "c",
      from: "2026-01-01",
      to: "2026-12-31",
      value: "1",
      document: "",
      note: "",
    });
    store.policy.chooseReading(act("x"), { reading: "r", city: "c", option: "o", reason: "" });
    store.policy.rememberPack(act("x"), { hash: sha256("{}"), city: "c", version: "1", source: "{}" });
    return new Database(store.path);
  }

  it("refuse every change and every deletion, from any program", () => {
    const database = filled();
    for (const table of tables) {
      const column = (database.pragma(`table_info(${table})`) as { name: string }[])[0]!.name;
      expect(() => database.exec(`UPDATE ${table} SET ${column} = ${column}`), table).toThrow(`${table} is append-only`);
      expect(() => database.exec(`DELETE FROM ${table}`), table).toThrow(`${table} is append-only`);
    }
    expect(() => database.exec("DELETE FROM cases")).toThrow("cases are never deleted");
    database.close();
  });

  it("hold only what their columns say", () => {
    const database = filled();
    expect(() => database.exec("INSERT INTO receipt_numbers VALUES (2026, 1.5, 'x2026000001', 'x')")).toThrow(
      "cannot store REAL value in INTEGER",
    );
    expect(() => database.exec("INSERT INTO receipt_numbers VALUES (2026, 1000000, 'x20261000000', 'x')")).toThrow(
      "CHECK constraint failed",
    );
    expect(() => database.exec("INSERT INTO receipt_numbers VALUES (2026, 1, 'x2026000001', 'x')")).toThrow(
      "UNIQUE constraint failed",
    );
    database.close();
  });
});

describe("the hash chain of a case", () => {
  it("is SHA-256 over the canonical JSON of the previous hash and the event", () => {
    const store = newStore();
    const id = save(store);
    save(store, { caseId: id, content: content({ materials: [] }), act: { at: minute(1) } });
    const [first, second] = store.cases.events(id);
    expect(first!.hash).toBe(
      sha256(canonicalJson(["0".repeat(64), id, 1, "opened", minute(0), CLERK_ID, "王经办", first!.payload])),
    );
    expect(second!.hash).toBe(
      sha256(canonicalJson([first!.hash, id, 2, "materials-received", minute(1), CLERK_ID, "王经办", second!.payload])),
    );
  });

  it("breaks with any single altered event, in any column", () => {
    const store = livedInStore();
    tamper(store, "UPDATE clerks SET failed_logins = 0");
    const database = new Database(store.path);
    const events = database.prepare<[], Record<string, string | number>>("SELECT * FROM case_events ORDER BY number").all();
    const changes: Record<string, (value: string | number) => string | number> = {
      sequence: (value) => Number(value) + 100,
      kind: (value) => (value === "opened" ? "facts-changed" : "opened"),
      at: (value) => `${value}x`,
      clerk_name: (value) => `${value}x`,
      payload: (value) => String(value).replace(/"(?=[,}\]])/, ' "'),
      hash: (value) => (String(value).startsWith("0") ? "1" : "0") + String(value).slice(1),
    };
    const single = fc.record({ event: fc.nat(events.length - 1), column: fc.constantFrom(...Object.keys(changes)) });
    fc.assert(
      fc.property(single, ({ event, column }) => {
        const before = events[event]!;
        const altered = changes[column]!(before[column]!);
        fc.pre(altered !== before[column]);
        const write = database.prepare(`UPDATE case_events SET ${column} = ? WHERE number = ?`);
        write.run(altered, before["number"]!);
        const found = areas(store.verify());
        write.run(before[column]!, before["number"]!);
        expect(found).toContain("event-chain");
        expect(store.verify()).toEqual([]);
      }),
      { numRuns: 60 },
    );
    database.close();
  });

  it("breaks when an event is dropped, at the end, too", () => {
    const middle = livedInStore();
    tamper(middle, "DELETE FROM case_events WHERE sequence = 2 AND kind = 'materials-received'");
    expect(areas(middle.verify())).toContain("event-chain");

    const end = livedInStore();
    tamper(end, "DELETE FROM case_events WHERE kind = 'cancelled'");
    expect(areas(end.verify())).toEqual(["derived-state", "event-chain"]);

    // even when the row of the case is made to agree
    const agreed = livedInStore();
    const previous = "(SELECT hash FROM case_events AS e WHERE e.case_id = cases.id ORDER BY sequence DESC LIMIT 1)";
    tamper(
      agreed,
      "DELETE FROM case_events WHERE kind = 'cancelled'",
      `UPDATE cases SET state = 'submitted', cancel_reason = NULL, last_sequence = 2, updated_at = '${minute(0)}', last_hash = ${previous}
       WHERE state = 'cancelled'`,
    );
    expect(agreed.verify()).toContainEqual({ area: "event-chain", detail: "1 case events that the audit names are gone" });
  });
});

describe("verify tells", () => {
  const cases: [what: string, sql: string, area: StoreProblem["area"], detail: string][] = [
    [
      "a changed row of a case",
      "UPDATE cases SET outcome = 'refused' WHERE state = 'submitted'",
      "derived-state",
      "is not what its events make it",
    ],
    [
      "a case without events",
      `INSERT INTO cases (number, id, matter, city, person, state, version, name, identity_number, outcome, headline, clerk_name,
         opened_at, updated_at, last_sequence, last_hash, content_sequence)
       SELECT 99, 'x', matter, city, person, 'open', 0, name, identity_number, outcome, headline, clerk_name, opened_at,
         updated_at, 1, last_hash, 1 FROM cases LIMIT 1`,
      "derived-state",
      "case x has no events",
    ],
    [
      "a changed person",
      "UPDATE people SET name = '王五' WHERE name = '李四'",
      "derived-state",
      "is not what the case events tell",
    ],
    [
      "a case given to another person",
      "UPDATE cases SET person = 1 WHERE person = 2",
      "derived-state",
      "1 cases point to another person",
    ],
    [
      "a name put into the search",
      "INSERT INTO people_search (rowid, characters, keys) VALUES (2001, '738b', 'w')",
      "derived-state",
      "the search of people has 2 terms too many and 0 too few",
    ],
    [
      "a lost name",
      "UPDATE people SET names = names + 1 WHERE name = '李四'",
      "derived-state",
      "person 2 is not what the case events tell",
    ],
    ["a changed audit row", "UPDATE audit SET operation = 'x' WHERE sequence = 3", "audit-chain", "row 3 does not follow"],
    ["a dropped audit row", "DELETE FROM audit WHERE sequence = 3", "audit-chain", "row 4 does not follow"],
    ["a cut audit", "DELETE FROM audit WHERE sequence > 10", "audit-chain", "case events are not in the audit"],
    ["a number taken away", "DELETE FROM receipt_numbers WHERE running = 1", "receipt-numbers", "1 is missing before 2"],
    [
      "a number put in",
      "INSERT INTO receipt_numbers VALUES (2026, 3, 'DL01022026000003', 'nobody')",
      "receipt-numbers",
      "whose events do not have it",
    ],
    [
      "a number that is not its own",
      "UPDATE receipt_numbers SET number = 'OTHER2026000002' WHERE running = 2",
      "receipt-numbers",
      "is not number 2 of 2026",
    ],
    ["a changed PDF", "UPDATE paper_files SET pdf = x'00' WHERE copy = 2", "papers", "the PDF is not what was stored"],
    [
      "a PDF and its hash changed together",
      `UPDATE paper_files SET pdf = x'00', sha256 = '${sha256(new Uint8Array([0]))}' WHERE copy = 2`,
      "papers",
      "the case events tell another hash",
    ],
    ["a lost PDF", "DELETE FROM paper_files WHERE copy = 2", "papers", "the PDF is gone"],
    ["a print not counted", "DELETE FROM prints WHERE copy = 2", "papers", "counted prints and case events differ"],
    ["a row without its parent", "DELETE FROM people WHERE name = '李四'", "foreign-keys", "no parent in people"],
  ];

  it.each(cases)("%s", (_what, sql, area, detail) => {
    const store = livedInStore();
    tamper(store, sql);
    expect(store.verify()).toContainEqual({ area, detail: expect.stringContaining(detail) as string });
  });

  it("a search that has lost everything", () => {
    const store = livedInStore();
    const database = new Database(store.path);
    database.exec("INSERT INTO people_search (people_search) VALUES ('delete-all')");
    database.close();
    // 张三, 张山, 李四: 2 characters each; pinyin, initials and last four each
    const detail = "the search of people has 0 terms too many and 15 too few";
    expect(store.verify()).toEqual([{ area: "derived-state", detail }]);
  });

  it.each(["people_phone", "case_events"])("a damaged page of %s", (name) => {
    const path = join(temporaryFolder(), "counter.db");
    const store = openStore(path, { clock });
    setUp(store);
    submit(store);
    store.close();
    const database = new Database(path);
    const page = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").pluck().get(name) as number;
    database.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
    writeFileSync(path, bytes);
    expect(areas(open(path).verify())).toEqual(["sqlite"]);
  });
});
