/** 0009: ids of people that cannot be counted through, and an audit that goes on naming everybody as they were called then. */
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openReader } from "../../../src-main/store/file/connection.ts";
import { openStore, type Store } from "../../../src-main/store/index.ts";
import { idsInOrder, storeOfVersion } from "../earlier-store.ts";
import { act, amend, clock, CLERK_ID, content, identityNumber, minute, newStore, submit, temporaryFolder } from "../support.ts";

const OLD_NAME = "王经办";

function fill(store: Store): void {
  const first = submit(store, { draftId: "d1" });
  amend(store, first, { draftId: "d2", act: { at: minute(1) } });
  submit(store, { content: content({ person: { identityNumber: identityNumber(2), name: "李四", phone: "" } }), draftId: "d3" });
  store.clerks.change(act("clerks.rename", { at: minute(5) }), CLERK_ID, { name: "王主任" });
  store.clerks.change(act("clerks.rename", { at: minute(6) }), CLERK_ID, { name: "王主管" });
}

it("keeps every hash; people get ids at random, and old rows of the audit find them", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore({ newId: idsInOrder() });
  fill(today);
  const old = storeOfVersion(8, path, today);
  const hashes = "SELECT hash FROM case_events UNION ALL SELECT hash FROM audit WHERE operation <> 'store.migrate'";
  const before = old.transact((writer) => writer.all(hashes));
  old.close();

  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);
  const reader = openReader(path);
  onTestFinished(() => reader.close());
  expect(reader.all(hashes)).toEqual(before);

  const people = reader.all<{ number: number; id: string }>("SELECT number, id FROM people ORDER BY number");
  expect(people).toHaveLength(2);
  expect(new Set(people.map(({ id }) => id)).size).toBe(2);
  for (const { id } of people) expect(id).toMatch(/^[0-9a-f]{32}$/);
  const { id } = people[0]!;
  expect(migrated.people.byId("1")).toBeUndefined();
  expect(migrated.people.byId(id)?.person.name).toBe("张三");
  const rows = migrated.audit.query({ personId: id, limit: 9 }).rows;
  expect(rows.map(({ operation }) => operation)).toEqual(["cases.submit", "cases.submit"]);
  expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set([id]));

  // as they were called then, out of the history of names
  const names = migrated.audit
    .query({ clerkId: CLERK_ID, limit: 9 })
    .rows.map(({ clerkName, clerkLogin }) => [clerkName, clerkLogin]);
  expect(names.at(-1)).toEqual([OLD_NAME, "wang"]);
  expect(names[0]).toEqual(["王主管", "wang"]);

  // and it goes on
  submit(migrated, { act: { at: minute(9) } });
  expect(migrated.people.casesOf(id)).toHaveLength(2);
  expect(migrated.audit.query({ personId: id, limit: 9 }).rows).toHaveLength(3);
  expect(migrated.clerks.history(CLERK_ID).map(({ what }) => what)).toEqual(["name", "name", "added"]);
  expect(migrated.clerks.byId(CLERK_ID)).toMatchObject({ givenBy: null, sessionEpoch: 0 });
  expect(migrated.verify()).toEqual([]);
});
