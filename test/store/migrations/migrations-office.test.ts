/** 0003 to 0006: a store as an earlier version left it, compared after the migration. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore, type Store } from "../../../src-main/store/index.ts";
import { MIGRATIONS } from "../../../src-main/store/migrations/index.ts";
import { migrate } from "../../../src-main/store/migrations/runner.ts";
import { CLERK_ID, clock, decision, minute, temporaryFolder } from "../support.ts";
import { due, storeOfVersion1 } from "../version-1.ts";

function migrated(): Store {
  const path = join(temporaryFolder(), "counter.db");
  storeOfVersion1(path).close();
  const store = openStore(path, { clock });
  onTestFinished(() => store.close());
  return store;
}

describe("a store of version 1", () => {
  it("is sound afterwards, with a copy of what it was", () => {
    const store = migrated();
    expect(store.verify()).toEqual([]);
    expect(readdirSync(dirname(store.path)).filter((name) => name.includes("version-1"))).toHaveLength(2);
  });

  it("0003: clerks know since when they are there, and have a history", () => {
    const store = migrated();
    expect(store.clerks.byId(CLERK_ID)).toMatchObject({
      createdAt: minute(0),
      lastLoginAt: minute(1),
      failedLogins: 2,
      mustChangePassword: false,
    });
    expect(store.clerks.history(CLERK_ID)).toEqual([
      { clerkId: CLERK_ID, at: minute(0), byId: null, byName: "", what: "added", before: "", after: "administrator", reason: "" },
    ]);
  });

  it("0004: cases have their maker, and are settled since their newest submission", () => {
    const store = migrated();
    expect(store.cases.get("c1")).toMatchObject({
      clerkId: CLERK_ID,
      review: "none",
      submittedAt: minute(2),
      settledAt: minute(2),
      version: 2,
    });
    expect(store.cases.get("c2")).toMatchObject({ state: "cancelled", settledAt: null, submittedAt: minute(1) });
    expect(store.cases.events("c1").map(({ kind }) => kind)).toEqual(["opened", "submitted", "amended"]);
  });

  it("0005: the books of the day are written, and the audit is found by case", () => {
    const store = migrated();
    expect(
      store.ledger.day("2026-03-04").map(({ kind, caseId, amounts }) => `${caseId} ${kind} ${amounts[0]?.fen ?? ""}`),
    ).toEqual([
      "c1 accepted ",
      "c1 settled 687960",
      "c1 amended ",
      "c1 reversed -687960",
      "c1 settled 687960",
      "c2 accepted ",
      "c2 settled 687960",
      "c2 cancelled ",
      "c2 reversed -687960",
    ]);
    expect(store.audit.query({ caseId: "c2", limit: 9 }).rows.map(({ write }) => write)).toEqual([
      "cases.cancel",
      "cases.submit",
    ]);
  });
});

/** The books of version 5, as it entered a told case: accepted and settled like any other. */
const BOOKS_OF_5 = [
  ["c1", "accepted", 1],
  ["c1", "settled", 1],
  ["c1", "amended", 2],
  ["c1", "reversed", 2],
  ["c1", "settled", 2],
  ["c2", "accepted", 1],
  ["c2", "settled", 1],
  ["c2", "cancelled", 2],
  ["c2", "reversed", 2],
] as const;

it("0006: consultations leave the accepted and settled cases for a kind of its own, and closed days stay where they were", () => {
  const path = join(temporaryFolder(), "counter.db");
  const writer = storeOfVersion1(path, (id) => (id === "c1" ? decision({ nature: "estimate" }) : due), [
    { day: "2026-03-03", after: null, n: 0 },
    { day: "2026-03-04", after: "c2", n: 3 },
  ]);
  // the rows that later versions derive are written here as version 5 had them
  const upTo5 = MIGRATIONS.slice(0, 5).map(({ version, name, up }) => ({ version, name, up }));
  migrate(writer, upTo5, { backUp: () => undefined, finish: () => undefined });
  writer.transact((inside) => {
    for (const [caseId, kind, at] of BOOKS_OF_5) {
      inside.run(
        `INSERT INTO ledger (day, at, kind, case_id, matter, receipt_number, clerk_id, clerk_name, amounts, fen)
         VALUES ('2026-03-04', ?, ?, ?, 'dalian.retirement', 'x', ?, '王经办', '[]', 0)`,
        minute(at),
        kind,
        caseId,
        CLERK_ID,
      );
    }
    inside.run("INSERT INTO day_ends VALUES ('2026-03-03', ?, '王经办', 0, '')", minute(0));
    inside.run("INSERT INTO day_ends VALUES ('2026-03-04', ?, '王经办', 6, '')", minute(3));
  });
  writer.close();
  const store = openStore(path, { clock });
  onTestFinished(() => store.close());

  expect(store.verify()).toEqual([]);
  expect(store.ledger.day("2026-03-04").map(({ kind, caseId }) => `${caseId} ${kind}`)).toEqual([
    "c1 advised",
    "c1 advised",
    "c2 accepted",
    "c2 settled",
    "c2 cancelled",
    "c2 reversed",
  ]);
  expect(store.ledger.totals({ from: "2026-03-04", to: "2026-03-04" }).byMonth.map(({ kind, count }) => [kind, count])).toEqual(
    expect.arrayContaining([
      ["accepted", 1],
      ["advised", 2],
    ]),
  );
  expect(store.cases.get("c1")).toMatchObject({ nature: "estimate", settledAt: null });
  expect(store.cases.get("c2")).toMatchObject({ nature: "transaction" });
  // c2 was accepted and settled in one moment: the day closed between the two rows holds both
  expect(store.ledger.dayEnds(9).map(({ day, lastNumber }) => [day, lastNumber])).toEqual([
    ["2026-03-04", 4],
    ["2026-03-03", 0],
  ]);
});
