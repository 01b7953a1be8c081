/**
 * Every query of the store as the code really puts it to SQLite: none walks through a whole table, none sorts more than it
 * shows. There are no statistics in the file, so that plans depend on the schema alone and those of an empty store are those of a
 * big one.
 */
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { STORED_CASE_STATES, REVIEW_STATES } from "../../src-shared/domain/case.ts";
import type { SearchRequest, Store } from "../../src-main/store/index.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { searchCases } from "../../src-main/store/areas/people/search.ts";
import { act, amend, content, draft, identityNumber, minute, newStore, open, save, submit } from "./support.ts";

type Prepare = (this: Database.Database, sql: string) => Database.Statement;

/** What the store prepares while `body` runs, by text. */
async function queriesOf(body: () => void | Promise<void>): Promise<Set<string>> {
  const seen = new Set<string>();
  const { prepare } = Database.prototype as unknown as { prepare: Prepare };
  const spy = vi.spyOn(Database.prototype as unknown as { prepare: Prepare }, "prepare");
  spy.mockImplementation(function (this: Database.Database, sql: string) {
    seen.add(sql);
    return prepare.call(this, sql);
  });
  try {
    await body();
  } finally {
    spy.mockRestore();
  }
  return seen;
}

/** The lines of a plan; values make no difference to it. */
function planOf(database: Database.Database, sql: string): string[] {
  const plan = database.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  for (let parameters = 0; ; parameters++) {
    try {
      return plan.all(...Array<null>(parameters).fill(null)).map(({ detail }) => detail);
    } catch (error) {
      if (!(error instanceof RangeError) || parameters === 500) throw error;
    }
  }
}

/** Tables that grow with the years. */
const GROWING =
  "people|cases|case_events|audit|ledger|statistics|receipt_numbers|drafts|papers|paper|paper_files|file|prints|attachments|person_changes";
/** Not by an index that holds few of its rows: lists of people that left the program. */
const SCAN = new RegExp(`^SCAN (${GROWING})\\b(?! USING INDEX audit_lists)`);

/**
 * Walks in the order of an index that stop after as many rows as are asked for: nothing is left out on the way. Each pattern is
 * the whole text of a query with its white space folded.
 */
const STOP_AT_ONCE: readonly RegExp[] = [
  /^SELECT audit\.sequence AS "sequence", audit\.(at|hash) AS "\1" FROM audit ORDER BY sequence DESC LIMIT 1$/,
  /^SELECT number FROM (case_events|ledger) ORDER BY number DESC LIMIT 1$/,
  // its index holds open forms alone
  /^SELECT drafts\.id AS "id", .* FROM drafts INDEXED BY drafts_open WHERE content IS NOT NULL ORDER BY updated_at, id$/,
  /^SELECT drafts\.clerk_id AS "clerkId", .* FROM drafts INDEXED BY drafts_open WHERE content IS NOT NULL GROUP BY clerk_id\) AS drafts JOIN clerks /,
  // its index holds cancellations that wait alone
  /^SELECT cases\.id AS "id", .* FROM cases INDEXED BY cases_cancel_asked WHERE cancel_asked IS NOT NULL .* ORDER BY last_change LIMIT \?$/,
  // the audit without a filter, from its newest or oldest row on
  /^SELECT audit\.sequence AS "sequence", .* FROM audit LEFT JOIN clerks ON clerks\.id = audit\.clerk_id ORDER BY audit\.sequence (DESC|ASC) LIMIT \?$/,
];

/** Sorted are only rows whose number is bounded by something else than the size of the store; how often in one query. */
const SORT_FEW: readonly (readonly [RegExp, sorts: number, why: string])[] = [
  [/LIMIT 1000\)/, 9, "at most a thousand people, and their cases"],
  [/FROM cases INDEXED BY cases_(due|review|clerk) WHERE/, 9, "what is not settled, what waits; the cases of one clerk"],
  [/last_change AS sort_key FROM cases INDEXED BY cases_(matter_)?amount WHERE/, 9, "at most 20,000, else time leads"],
  // each state's rows come in order; sorted are as many of each as the page reaches to, and the page
  [/last_change AS sort_key FROM cases INDEXED BY cases_(newest|matter) WHERE/, 2, "a page"],
  [/amount_fen AS sort_key FROM cases INDEXED BY cases_(matter_)?amount WHERE/, 2, "a page"],
  [/FROM cases WHERE person = \?/, 1, "the cases of one person"],
  [/WHERE case_id = \?/, 1, "what belongs to one case"],
  [/FROM (statistics|monthly_statistics) WHERE/, 2, "groups of a span of days"],
  [/ledger WHERE day = \?/, 1, "one day"],
  [/FROM cases WHERE id = \(|WHERE id IN \(SELECT case_id FROM ledger WHERE day/, 1, "one day"],
  [/INDEXED BY audit_(case|person)/, 2, "the audit of one case or person"],
  [
    /FROM (clerks|settings|reading_choices|office_figures|office_cities|clerk_changes|packs)\b/,
    1,
    "a table of the office itself",
  ],
  [/FROM drafts WHERE content IS NOT NULL AND clerk_id = \?/, 1, "the forms of one clerk"],
  [/FROM drafts INDEXED BY drafts_open WHERE content IS NOT NULL/, 1, "forms that nobody has finished"],
];

const folded = (sql: string): string => sql.replaceAll(/\s+/g, " ").trim();

function faultsOf(database: Database.Database, queries: Iterable<string>): string[] {
  const faults: string[] = [];
  for (const sql of queries) {
    const text = folded(sql);
    if (!/^(SELECT|WITH|UPDATE|DELETE|INSERT)\b/.test(text)) continue;
    const plan = planOf(database, sql);
    const scans = STOP_AT_ONCE.some((pattern) => pattern.test(text)) ? [] : plan.filter((line) => SCAN.test(line));
    const sorts = plan.filter((line) => line.startsWith("USE TEMP B-TREE"));
    const sortsMany = sorts.length > (SORT_FEW.find(([pattern]) => pattern.test(text))?.[1] ?? 0);
    for (const line of [...scans, ...(sortsMany ? sorts : [])]) faults.push(`${line}: ${text}`);
  }
  // one of many alike says enough
  return faults.slice(0, 5).map((fault) => fault.slice(0, 600));
}

const TEXTS = [
  "",
  "张三",
  "zs",
  "z",
  "zhangsan",
  identityNumber(1),
  "E12345678",
  "0123",
  "123X",
  "000123",
  "DL01022026000001",
  "13000000001",
];

/** With one kind of text of each way to look it up, and without any: every combination of filters; with the other kinds: none. */
function* searches(): Generator<SearchRequest> {
  const or = <Value>(value: Value): readonly (Value | undefined)[] => [undefined, value];
  for (const text of TEXTS) yield { text, state: null, limit: 13, offset: 26 };
  for (const text of ["", "张三", "0123"]) {
    for (const state of [null, ...STORED_CASE_STATES]) {
      for (const review of [undefined, ...(state === "submitted" || state === null ? REVIEW_STATES : [])]) {
        for (const matter of or("dalian.retirement")) {
          for (const clerkId of or("clerk-1")) {
            for (const [from, to] of [[], ["2026-01-01", "2026-12-31"]] as const) {
              for (const [amountFrom, amountTo] of [[], [100], [100, 500]] as const) {
                for (const due of [undefined, { from: "2026-01-01", until: "2026-12-31" }]) {
                  for (const sort of ["newest", "due", "amount"] as const) {
                    const given = { matter, clerkId, from, to, amountFrom, amountTo, due, review };
                    const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
                    yield { text, state, ...asked, sort, limit: 13, offset: 26 };
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/** Every read of the store that the counter waits for. What reads everything by design (verify, replay, a new schema) is not asked. */
function readAll(store: Store, caseId: string): void {
  const { id } = store.people.find("张三", 10)[0]!;
  const span = { from: "2026-01-01", to: "2026-12-31" };
  for (const text of TEXTS) store.people.find(text, 10);
  store.people.byId(id);
  store.people.byIdentityNumber(identityNumber(1));
  store.people.byIdentity(content().person);
  store.people.byIdentity({
    identityKind: "none",
    identityNumber: "",
    name: "张三",
    phone: "",
    birthDate: "2026-01-01",
    sex: "male",
  });
  store.people.casesOf(id);
  store.people.duplicatesOf({ identityNumber: identityNumber(1), name: "张三" });
  store.people.changes(id);
  store.cases.get(caseId);
  store.cases.events(caseId);
  store.cases.reviewQueue({ limit: 100 });
  store.cases.reviewQueue({ exceptMaker: "clerk-1", limit: 100 });
  store.cases.promises({ until: "2026-12-31", limit: 100 });
  store.cases.due({ until: "2026-12-31", limit: 100 });
  store.ledger.day("2026-03-04");
  store.ledger.totals(span);
  store.ledger.totals({ from: "2026-01-05", to: "2026-02-03" });
  store.ledger.dayEnd("2026-03-04");
  store.ledger.dayEnds(10);
  store.ledger.unclosed("2026-03-04", 9);
  store.ledger.check("2026-03-04");
  for (const filter of [{}, { caseId }, { personId: id }]) {
    for (const clerk of [{}, { clerkId: "clerk-1" }]) {
      for (const operation of [{}, { operation: "cases.submit" }]) {
        for (const days of [{}, { from: span.from }, { to: span.to }, span]) {
          const asked = { ...filter, ...clerk, ...operation, ...days };
          store.audit.query({ ...asked, limit: 50 });
          store.audit.query({ ...asked, limit: 50, before: 3 });
          // all of it is counted by going through all of it
          if (Object.keys(asked).length > 0) store.audit.count(asked);
          expect([...store.audit.each(asked)].length).toBeLessThan(100);
        }
      }
    }
  }
  store.audit.query({ personId: id, operations: ["people.reveal"], ...span, limit: 50 });
  store.audit.cameTo(17);
  store.audit.misses("clerk-1", minute(0));
  store.audit.check().next();
  store.drafts.list("clerk-1");
  store.drafts.get("draft-1");
  const [paper] = store.papers.ofCase(caseId);
  store.papers.get(paper!.id);
  store.papers.pdf(paper!.id);
  const [attachment] = store.attachments.ofCase(caseId);
  store.attachments.get(attachment!.id);
  store.attachments.read(attachment!.id);
  store.settings.get("office");
  store.settings.history("office");
  store.clerks.list();
  store.clerks.byId("clerk-1");
  store.clerks.byLogin("wang");
  store.clerks.administrators();
  store.clerks.history("clerk-1");
  store.office.get();
  store.policy.officeFigures("dalian");
  store.policy.readingChoices("dalian");
  store.policy.packByHash("a");
}

/** Every kind of write, each with the reads that go before it. */
async function writeAll(store: Store): Promise<string> {
  store.drafts.save(act("drafts.save", { requestId: "once" }), "draft-1", draft());
  const pdf = Buffer.from("%PDF-1.7\n%%EOF\n");
  const saved = save(store);
  save(store, { caseId: saved, content: content({ facts: { way: "B" } }), act: { at: minute(1) } });
  const caseId = submit(store, { caseId: saved, act: { at: minute(2) } });
  amend(store, caseId, { act: { at: minute(3) } });
  const { id } = store.papers.add(act("papers.make"), { caseId, version: 2, kind: "acceptance", title: "受理回执", pdf });
  store.papers.recordPrint(act("papers.print"), id, 1, pdf);
  await store.attachments.add(act("attachments.add"), {
    caseId,
    materialId: null,
    name: "a.pdf",
    bytes: pdf,
    largestBytes: 1000,
  });
  store.cases.supplement(act("s"), caseId, [{ id: "photo", received: true, form: "copy", count: 1 }]);
  const other = submit(store, { content: content({ person: { identityNumber: identityNumber(2), name: "张四", phone: "" } }) });
  store.cases.cancel(act("c"), other, "撤回");
  const [person] = store.people.find("张四", 1);
  const corrected = { identityNumber: identityNumber(1), name: "张三", phone: "" };
  store.people.correct(act("p"), { personId: person!.id, person: corrected, reason: "号码有误", merge: true });
  store.audit.record(act("people.reveal"), { caseId, detail: {} });
  const { personId } = store.cases.get(caseId)!;
  store.audit.record(act("reports.export"), { people: [personId] });
  store.ledger.closeDay(act("reports.closeDay"), "2026-03-04", "");
  return caseId;
}

/** The schema alone, in memory: what was asked of the store can be explained there, also with something taken out. */
function schemaOf(store: Store): Database.Database {
  const original = new Database(store.path, { readonly: true });
  const copy = new Database(":memory:");
  const parts = original.prepare("SELECT sql FROM sqlite_schema WHERE sql <> '' AND name NOT LIKE 'people_search_%'").all();
  original.close();
  for (const { sql } of parts as { sql: string }[]) copy.exec(sql);
  onTestFinished(() => void copy.close());
  return copy;
}

async function readsAndWrites(): Promise<{ store: Store; queries: Set<string> }> {
  let store: Store | undefined;
  // the steps that bring up a schema are asked for once in its life
  const made = newStore();
  made.close();
  const queries = await queriesOf(async () => {
    store = open(made.path);
    readAll(store, await writeAll(store));
  });
  return { store: store!, queries };
}

/** Every count says "more". */
function manyOfAll(store: Store): Parameters<typeof searchCases>[0] {
  const { reader } = internalsOf(store);
  const get: typeof reader.get = (sql, ...parameters) =>
    (reader.get(sql, ...parameters) as object | undefined) && ({ total: Number.MAX_SAFE_INTEGER } as never);
  return { ...reader, get, snapshot: (body) => reader.snapshot(body) };
}

describe("no query walks through a table that grows, or sorts without bounds", () => {
  it("among reads and writes", async () => {
    const { store, queries } = await readsAndWrites();
    expect(queries.size).toBeGreaterThan(100);
    expect(faultsOf(schemaOf(store), queries)).toEqual([]);
  });

  it("among searches with every combination of filters", async () => {
    const store = newStore();
    const queries = await queriesOf(() => {
      // what is few is found out first, and this store has few of everything: the other way is asked for as well
      for (const request of searches()) {
        store.cases.search(request);
        searchCases(manyOfAll(store), request);
      }
    });
    expect(queries.size).toBeGreaterThan(1000);
    expect(faultsOf(schemaOf(store), queries)).toEqual([]);
  }, 120_000);
});

it("nor does one for a span of days that a turned clock has cut in two", async () => {
  const store = newStore();
  for (const at of ["2026-03-02", "2026-04-13", "2026-03-02"]) {
    const instant = `${at}T01:00:00.000Z`;
    submit(store, { draftId: `draft-${instant}`, act: { at: instant } });
  }
  const span = { from: "2026-03-01", to: "2026-03-31" };
  const queries = await queriesOf(() => {
    for (const text of ["", "张三"]) {
      for (const state of [null, ...STORED_CASE_STATES]) {
        for (const more of [{}, { clerkId: "clerk-1" }, { matter: "dalian.retirement" }, { amountFrom: 1 }]) {
          store.cases.search({ text, state, ...span, ...more, limit: 13, offset: 0 });
        }
      }
    }
    for (const more of [{}, { clerkId: "clerk-1" }, { operation: "cases.submit" }])
      store.audit.query({ ...span, ...more, limit: 9 });
    store.ledger.check("2026-03-02");
  });
  expect([...queries].filter((sql) => sql.includes("json_each(?)")).length).toBeGreaterThan(10);
  expect(faultsOf(schemaOf(store), queries)).toEqual([]);
});

describe("it would be noticed", () => {
  it.each(["cases_person", "people_phone", "audit_clerk", "ledger_day", "case_events", "cases_due", "cases_review"])(
    "without the index %s",
    async (index) => {
      const { store, queries } = await readsAndWrites();
      const schema = schemaOf(store);
      if (index === "case_events")
        schema.exec(
          "DROP TABLE case_events; CREATE TABLE case_events (number INTEGER PRIMARY KEY, case_id, sequence, kind, at, clerk_id, clerk_name, payload, hash)",
        );
      else schema.exec(`DROP INDEX ${index}`);
      // a query that names the index fails at once; here it may look for another way
      const free = [...queries].map((query) => query.replaceAll(`INDEXED BY ${index}`, ""));
      expect(faultsOf(schema, free)).not.toEqual([]);
    },
  );

  it("where somebody searches by part of a text, or sorts by what no index has, or counts a table", () => {
    const schema = schemaOf(newStore());
    expect(faultsOf(schema, ["SELECT * FROM cases WHERE name LIKE '%张%'"])).toHaveLength(1);
    expect(faultsOf(schema, ["SELECT * FROM ledger WHERE day > '2026' ORDER BY fen"])).toHaveLength(1);
    expect(faultsOf(schema, ["SELECT count(*) FROM people"])).toHaveLength(1);
  });
});
