/** Lists go by the order of writing: a clock that was wrong for a while neither hides what came later nor what it wrote itself. */
import Database from "better-sqlite3";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore, type Store } from "../../src-main/store/index.ts";
import { storeOfVersion } from "./earlier-store.ts";
import { act, clock, content, identityNumber, newStore, save, submit, temporaryFolder } from "./support.ts";

const MONDAY = "2026-03-02T01:00:00.000Z";
/** One day with a clock that was ahead. */
const AHEAD = "2026-04-13T01:00:00.000Z";
const TUESDAY = "2026-03-03T01:00:00.000Z";

const person = (serial: number) => ({ identityNumber: identityNumber(serial), name: "张三", phone: "" });
const all = { text: "", state: null, limit: 20, offset: 0 } as const;

/** Three cases, in the order written; the second while the clock was ahead. */
function afterWrongClock(store: Store): string[] {
  return [MONDAY, AHEAD, TUESDAY].map((at, serial) =>
    store.cases.submit(act("cases.submit", { at }), {
      matter: "dalian.retirement",
      city: "dalian",
      caseId: null,
      draftId: `draft-${serial}`,
      content: content({ person: person(serial) }),
      amends: false,
      reason: "",
      year: 2026,
      review: { reasons: ["金额"] },
      amountFen: 100,
    }),
  );
}

it("the newest case is the one that was changed last, with every filter", () => {
  const store = newStore();
  const newest = afterWrongClock(store).toReversed();
  const idsOf = (more: object): string[] => store.cases.search({ ...all, ...more }).rows.map(({ id }) => id);
  expect(idsOf({})).toEqual(newest);
  expect(idsOf({ text: "张三" })).toEqual(newest);
  expect(idsOf({ text: "zs" })).toEqual(newest);
  expect(idsOf({ state: "submitted", clerkId: "clerk-1" })).toEqual(newest);
  expect(idsOf({ state: "submitted", matter: "dalian.retirement" })).toEqual(newest);
  expect(idsOf({ amountFrom: 1, amountTo: 200 })).toEqual(newest);
  expect(idsOf({ limit: 1, offset: 1 })).toEqual([newest[1]]);
});

it("the review queue has those first that wait longest, cancellations among them", () => {
  const store = newStore();
  const [first, second, third] = afterWrongClock(store);
  store.cases.askCancel(act("cases.cancel", { at: TUESDAY }), first!, "重复");
  expect(store.cases.reviewQueue({ limit: 9 }).map(({ id }) => id)).toEqual([second, third, first]);
  expect(store.ledger.check("2026-03-03").unreviewed.map(({ id }) => id)).toEqual([second, third, first]);
});

it("the audit of a clerk, of an operation and of both goes by its rows, page by page", () => {
  const store = newStore();
  afterWrongClock(store);
  const timesOf = (more: object): string[] => store.audit.query({ limit: 9, ...more }).rows.map(({ at }) => at);
  const asked = { operation: "cases.submit" };
  expect(timesOf(asked)).toEqual([TUESDAY, AHEAD, MONDAY]);
  expect(timesOf({ ...asked, clerkId: "clerk-1" })).toEqual([TUESDAY, AHEAD, MONDAY]);
  expect(timesOf({ clerkId: "clerk-1" }).slice(0, 3)).toEqual([TUESDAY, AHEAD, MONDAY]);
  const { rows, next } = store.audit.query({ ...asked, limit: 2 });
  expect(rows.map(({ at }) => at)).toEqual([TUESDAY, AHEAD]);
  expect(timesOf({ ...asked, before: next! })).toEqual([MONDAY]);
  expect([...store.audit.each(asked)].map(({ at }) => at)).toEqual([MONDAY, AHEAD, TUESDAY]);
});

it("a day is found whole where a clock was turned on it: before, after, and again", () => {
  const store = newStore();
  const before = submit(store, { content: content({ person: person(1) }), draftId: "d1", act: { at: MONDAY } });
  const ahead = submit(store, { content: content({ person: person(2) }), draftId: "d2", act: { at: AHEAD } });
  const after = save(store, { content: content({ person: person(3) }), act: { at: "2026-03-02T03:00:00.000Z" } });
  const monday = { from: "2026-03-02", to: "2026-03-02" };
  expect(store.cases.search({ ...all, ...monday })).toMatchObject({ rows: [{ id: after }, { id: before }], total: 2 });
  expect(store.cases.count({ text: "张三", state: null, ...monday })).toBe(2);
  expect(store.cases.search({ ...all, from: "2026-04-01" }).rows).toMatchObject([{ id: ahead }]);
  expect(store.cases.search({ ...all, from: "2026-03-03", to: "2026-03-31" })).toEqual({ rows: [], total: 0 });
  expect(store.ledger.check("2026-03-02").open).toBe(1);
  expect(store.audit.query({ ...monday, limit: 9 }).rows.map(({ caseId }) => caseId)).toEqual([after, before]);
  expect(store.audit.count(monday)).toBe(2);
  expect(store.audit.count({ ...monday, clerkId: "clerk-1" })).toBe(2);
  expect([...store.audit.each({ from: "2026-04-01", clerkId: "clerk-1" })].map(({ caseId }) => caseId)).toEqual([ahead]);
});

it("a limit that was set later does not bring a case up, and verify compares the order with the events", () => {
  const store = newStore();
  const [first, , third] = afterWrongClock(store);
  store.cases.setLimit(act("cases.setLimit", { at: TUESDAY }), { caseId: first!, version: 1, dueOn: "2026-05-01" });
  expect(store.cases.search(all).rows[0]?.id).toBe(third);
  expect(store.verify()).toEqual([]);
  const { path } = store;
  store.close();
  const spoil = (sql: string): unknown => {
    const database = new Database(path);
    database.exec(sql);
    database.close();
    const spoilt = openStore(path, { clock });
    const found = spoilt.verify();
    spoilt.close();
    return found;
  };
  const days = spoil("UPDATE audit_days SET day = '2026-01-01' WHERE first = (SELECT max(first) FROM audit_days)");
  expect(days).toMatchObject([{ area: "derived-state", detail: expect.stringContaining("audit_days") }]);
  const order = spoil("UPDATE cases SET last_change = 99 WHERE number = 2");
  expect(order).toContainEqual({ area: "derived-state", detail: expect.stringMatching(/^case /) });
});

it("0017: an earlier store gets the order of its events, and the days of its rows", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore();
  const newest = afterWrongClock(today).toReversed();
  today.cases.setLimit(act("cases.setLimit", { at: TUESDAY }), { caseId: newest[2]!, version: 1, dueOn: "2026-05-01" });
  storeOfVersion(16, path, today).close();

  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);
  expect(migrated.cases.search(all).rows.map(({ id }) => id)).toEqual(newest);
  const april = { from: "2026-04-01", to: "2026-04-30" };
  expect(migrated.cases.search({ ...all, ...april }).rows.map(({ id }) => id)).toEqual([newest[1]]);
  expect(migrated.audit.query({ operation: "cases.submit", ...april, limit: 9 }).rows).toHaveLength(1);
  submit(migrated, { content: content({ person: person(5) }), draftId: "d5", act: { at: MONDAY } });
  expect(migrated.verify()).toEqual([]);
});
