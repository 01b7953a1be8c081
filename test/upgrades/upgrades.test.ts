/** Offices as landed programs left them, opened by this one: two here, the others in `test/drills`. */
import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fixedClock } from "../../src-main/clock.ts";
import { copiesBefore, openStore } from "../../src-main/store/index.ts";
import { keepPlainCopy } from "../../src-main/store/upgrade/copies-before.ts";
import { closeOffice, describeOffice, openOffice } from "./office.ts";
import { keepersOf, keptStores, unpack } from "./stores.ts";

/** The first of all, which lacks most, and the first one that was encrypted. */
const SAMPLE = new Set(["406edb8", "8543c55"]);

const kept = keptStores();

test("every landed version of the schema is kept", () => {
  expect(kept.map(({ commit, version }) => `${version} ${commit}`)).toEqual([
    "1 406edb8",
    "1 9ef5d6b",
    "2 3d21159",
    "5 8543c55",
    "6 e722dcf",
    "7 1ef7dbf",
    "8 f3a7cb9",
    "9 8cc4e70",
    "11 98e1b69",
  ]);
});

for (const office of kept.filter(({ commit }) => SAMPLE.has(commit))) describeOffice(office);

test("the administrator is asked for a recovery code, and rids the office of a copy that anybody could read, with a reason", async () => {
  const { path, opened, ask } = openOffice(kept[0]!);
  onTestFinished(() => closeOffice(path, opened));
  const found = await ask("upgrade.status", {});
  expect(found).toMatchObject({ ok: true, value: { recoveryCodeMissing: true, copies: [{ version: 1, encrypted: false }] } });
  const { name } = opened.safe.copiesBefore.list()[0]!;
  const input = { requestId: randomUUID(), name, reason: "新程序一切正常" };
  expect(await ask("upgrade.removeCopy", { ...input, name: "counter.db" })).toMatchObject({
    ok: false,
    error: { code: "not-found" },
  });
  expect(await ask("upgrade.removeCopy", input)).toMatchObject({ ok: true, value: { copies: [] } });
  expect(await ask("upgrade.removeCopy", input)).toMatchObject({ ok: true });
  expect(readdirSync(dirname(path)).filter((file) => file.includes("version-1"))).toEqual([]);
  const rows = opened.store.audit.query({ operation: "upgrade.removeCopy", limit: 9 }).rows;
  expect(rows.map(({ detail }) => detail)).toMatchObject([{ copy: name, reason: "新程序一切正常" }]);
});

test("a start that was killed before it had encrypted leaves one copy, not one for each start", () => {
  const path = unpack(kept[0]!);
  onTestFinished(() => rmSync(dirname(path), { recursive: true }));
  const first = keepPlainCopy(path, "2025-07-16T01:00:00.000Z");
  const store = openStore(path, { clock: fixedClock("2025-07-16T02:00:00.000Z"), keepers: keepersOf(dirname(path)) });
  expect(store.upgraded()?.copy).toBe(first);
  store.close();
  expect(copiesBefore(path).map(({ name }) => name)).toEqual([first]);
});
