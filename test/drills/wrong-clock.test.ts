/** One start with a clock that is 42 days ahead, and everything after it is right again: no backup goes, and the newest is the newest. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { submit } from "../store/support.ts";
import { DRILL_DAYS } from "./days.ts";
import { DAY_MS, drillFolder, Window } from "./machines.ts";

const FIRST = Date.parse("2026-01-05T01:00:00.000Z");
const dayOf = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString();

it("a doubted clock thins out nothing, and what it has named does not hide what is made later", async () => {
  const folder = drillFolder();
  const window = new Window(join(folder, "a"), dayOf(0));
  await window.found(join(folder, "stick"));
  for (let day = 1; day <= DRILL_DAYS; day++) await window.day(dayOf(day));
  const before = window
    .start()
    .safe.backups.list()
    .map(({ name }) => name);
  await window.end();

  window.clock.set(dayOf(DRILL_DAYS + 42));
  const ahead = window.start();
  expect(() => submit(ahead.store, { act: { at: window.clock.now() } })).toThrow(
    expect.objectContaining({ code: "clock-doubted" }) as Error,
  );
  await ahead.safe.backups.make("manual");
  await window.end();
  await window.day(dayOf(DRILL_DAYS));
  const { safe } = window.start();
  const listed = safe.backups.list();
  expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(before));
  expect(listed[0]!.holds!.cases).toBe(DRILL_DAYS + 1);
  expect(safe.backups.status()).toMatchObject({ lastAt: listed[0]!.at, changedSince: 0 });
  await window.end();
});
