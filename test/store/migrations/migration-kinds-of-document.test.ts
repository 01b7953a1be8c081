/** 0008: a store as version 7 left it, whose people have identity numbers alone. */
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openReader } from "../../../src-main/store/file/connection.ts";
import { openStore, type Store } from "../../../src-main/store/index.ts";
import { checkDigit } from "../../../src-shared/domain/identity/resident-number.ts";
import { idsInOrder, storeOfVersion, type Terms } from "../earlier-store.ts";
import { act, amend, clock, content, identityNumber, minute, newStore, save, submit, temporaryFolder } from "../support.ts";

const PERMIT_17 = "81000019650304001";
const PERMIT = PERMIT_17 + checkDigit(PERMIT_17);
/** As an old system writes 王䶮, and as version 7 looked it up: the second character had no reading and no other code. */
const OLD_NAME = "王\uE863";
const termsOfVersion7 = ({ characters, keys }: Terms): Terms =>
  characters.join(" ") === "738b 4dae"
    ? { characters: ["738b", "e863"], keys: ["wang", "w", keys.at(-1)!] }
    : { characters, keys };

const of = (number: string, name: string, phone = "") => content({ person: { identityNumber: number, name, phone } });

/** Acts that version 7 knew. */
function fill(store: Store): void {
  const first = submit(store, { content: of(identityNumber(1), "张三", "13000000001"), draftId: "d1" });
  amend(store, first, { content: of(identityNumber(1), "张三", "13000000002"), draftId: "d2", act: { at: minute(1) } });
  submit(store, { content: of(PERMIT, "陈大文"), draftId: "d3", act: { at: minute(2) } });
  submit(store, { content: of(identityNumber(3), OLD_NAME), draftId: "d4", act: { at: minute(3) } });
  save(store, { content: of(identityNumber(4), "李四"), act: { at: minute(4) } });
  // a number corrected, and two files that were one person
  submit(store, { content: of(identityNumber(5), "赵五"), draftId: "d5", act: { at: minute(5) } });
  const idOf = (number: string) => store.people.byIdentityNumber(number)!.id;
  const correct = (from: string, to: string, merge: boolean) =>
    store.people.correct(act("people.correct"), {
      personId: idOf(from),
      person: { identityNumber: to, name: "赵五", phone: "" },
      reason: "证件号码录错",
      merge,
    });
  correct(identityNumber(5), identityNumber(6), false);
  submit(store, { content: of(identityNumber(7), "赵五"), draftId: "d7", act: { at: minute(7) } });
  correct(identityNumber(7), identityNumber(6), true);
}

it("keeps every row and every hash; a number is a citizen's, or a permit's by its address", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore({ newId: idsInOrder() });
  fill(today);
  const old = storeOfVersion(7, path, today, termsOfVersion7);
  const hashesOf = (reader: ReturnType<typeof openReader>) =>
    reader.all("SELECT hash FROM case_events UNION ALL SELECT hash FROM audit WHERE operation <> 'store.migrate'");
  const before = old.transact((writer) => writer.all("SELECT hash FROM case_events UNION ALL SELECT hash FROM audit"));
  old.close();

  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);
  const reader = openReader(path);
  onTestFinished(() => reader.close());
  expect(hashesOf(reader)).toEqual(before);
  expect(reader.all("SELECT number, kind, name, born, merged_into FROM people ORDER BY number")).toEqual([
    { number: 1, kind: "citizen", name: "张三", born: "1965-03-04", merged_into: null },
    { number: 2, kind: "residence-permit", name: "陈大文", born: "1965-03-04", merged_into: null },
    { number: 3, kind: "citizen", name: OLD_NAME, born: "1965-03-04", merged_into: null },
    { number: 4, kind: "citizen", name: "李四", born: "1965-03-04", merged_into: null },
    { number: 5, kind: "citizen", name: "赵五", born: "1965-03-04", merged_into: null },
    { number: 6, kind: "citizen", name: "赵五", born: "1965-03-04", merged_into: 5 },
  ]);
  expect(migrated.cases.search({ text: PERMIT, state: null, limit: 9, offset: 0 }).rows).toMatchObject([
    { identityKind: "residence-permit", identityNumber: PERMIT },
  ]);
  // all that finds them, as before
  const texts = [
    "张三",
    "zs",
    identityNumber(1),
    identityNumber(5),
    identityNumber(6),
    identityNumber(7),
    PERMIT.slice(-4),
    "13000000002",
  ];
  for (const text of texts) {
    expect(
      migrated.people.find(text, 9).map(({ person }) => person),
      text,
    ).toEqual(today.people.find(text, 9).map(({ person }) => person));
    expect(migrated.people.find(text, 9), text).not.toEqual([]);
  }
});

it("finds an old name by its standard characters, and goes on from there", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore({ newId: idsInOrder() });
  fill(today);
  storeOfVersion(7, path, today, termsOfVersion7).close();
  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  for (const text of ["王䶮", OLD_NAME, "wangyan", "wy", identityNumber(3).slice(-4)]) {
    expect(
      migrated.people.find(text, 9).map(({ person }) => person.identityNumber),
      text,
    ).toContain(identityNumber(3));
  }
  // who was a permit's holder without a kind is the same with one
  submit(migrated, {
    content: content({ person: { identityKind: "residence-permit", identityNumber: PERMIT, name: "陈大文", phone: "1" } }),
  });
  const idOf = (number: string) => migrated.people.byIdentityNumber(number)!.id;
  expect(migrated.people.casesOf(idOf(PERMIT))).toHaveLength(2);
  submit(migrated, { content: of(identityNumber(3), "王䶮") });
  expect(migrated.people.byId(idOf(identityNumber(3)))?.person.name).toBe("王䶮");
  expect(migrated.verify()).toEqual([]);
});
