/**
 * What people do with sticks: two windows on one, a new machine beside the old one's backups, the old machine that comes back from
 * repair. Day by day, for six weeks in `npm run test:drills`, for some days otherwise: every backup that retention promises is there,
 * opens with its own recovery code alone, and holds the cases of its day.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileKeeper, listBackups, restoreOffline } from "../../src-main/store/index.ts";
import { act, submit } from "../store/support.ts";
import { casesRestored, DAY_MS, drillFolder, Window } from "./machines.ts";
import { DRILL_DAYS } from "./days.ts";

const FIRST = Date.parse("2026-01-05T01:00:00.000Z");
const dayOf = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString();
const dateOf = (at: string): string => at.slice(0, "YYYY-MM-DD".length);

/** Days of which the retention keeps a backup, seen from the last one: each of a month, and one of each month before. */
function promisedDays(worked: readonly number[], last: number): number[] {
  const months = new Set<string>();
  return worked.toReversed().filter((day) => {
    if (last - day < 30) return true;
    const month = dayOf(day).slice(0, "YYYY-MM".length);
    const isFirst = !months.has(month);
    months.add(month);
    return isFirst;
  });
}

/** Everything that was promised to one window: by day, with as many cases as it had then. */
async function expectPromised(folder: string, stick: string, code: string, casesOf: ReadonlyMap<number, number>): Promise<void> {
  const last = Math.max(...casesOf.keys());
  const listed = listBackups(join(folder, "nowhere", "counter.db"), stick, { keepers: [], recoveryCode: code });
  const own = listed.filter(({ holds }) => holds !== null);
  for (const day of promisedDays([...casesOf.keys()], last)) {
    const ofDay = own.find(({ at }) => dateOf(at) === dateOf(dayOf(day)));
    expect(ofDay?.holds?.cases, `${code.slice(0, 4)} day ${day}`).toBe(casesOf.get(day));
  }
  expect(own[0]?.holds?.cases).toBe(casesOf.get(last));
  const oldest = own.at(-1)!;
  expect(await casesRestored(folder, own[0]!, code)).toBe(casesOf.get(last));
  expect(await casesRestored(folder, oldest, code)).toBe(oldest.holds!.cases);
}

describe("a stick", () => {
  it("shared by two windows keeps for each what it promised", async () => {
    const folder = drillFolder();
    const stick = join(folder, "stick");
    const windows = [new Window(join(folder, "a"), dayOf(0)), new Window(join(folder, "b"), dayOf(0))] as const;
    const codes = [await windows[0].found(stick), await windows[1].found(stick)] as const;
    const casesOf = [new Map<number, number>(), new Map<number, number>()] as const;
    for (let day = 1; day <= DRILL_DAYS; day++) {
      for (const [index, window] of windows.entries()) {
        await window.day(dayOf(day), index + 1);
        casesOf[index]!.set(day, day * (index + 1));
      }
    }
    for (const index of [0, 1] as const) {
      expect(windows[index].failures).toEqual([]);
      await expectPromised(folder, stick, codes[index], casesOf[index]);
    }
  });

  it("of a dead machine keeps its backups beside those of the new office that somebody set up by mistake", async () => {
    const folder = drillFolder();
    const stick = join(folder, "stick");
    const old = new Window(join(folder, "old"), dayOf(0));
    const code = await old.found(stick);
    const casesOf = new Map<number, number>();
    const died = Math.ceil(DRILL_DAYS / 3);
    for (let day = 1; day <= died; day++) {
      await old.day(dayOf(day));
      casesOf.set(day, day);
    }
    const fresh = new Window(join(folder, "new"), dayOf(died + 1));
    const freshCode = await fresh.found(stick);
    const freshCases = new Map<number, number>();
    for (let day = died + 1; day <= DRILL_DAYS; day++) {
      await fresh.day(dayOf(day), 2);
      freshCases.set(day, (day - died) * 2);
    }
    await expectPromised(folder, stick, code, casesOf);
    await expectPromised(folder, stick, freshCode, freshCases);
  });

  it("that a restored machine goes on with, and the old one after its repair, loses the days of neither", async () => {
    const folder = drillFolder();
    const stick = join(folder, "stick");
    const old = new Window(join(folder, "old"), dayOf(0));
    const code = await old.found(stick);
    const parted = Math.ceil(DRILL_DAYS / 3);
    for (let day = 1; day <= parted; day++) await old.day(dayOf(day));
    const moved = new Window(join(folder, "moved"), dayOf(parted));
    const [newest] = listBackups(moved.path, stick, { keepers: [], recoveryCode: code });
    const keys = { keepers: [fileKeeper(moved.keyFile)], recoveryCode: code };
    await restoreOffline(moved.path, newest!.folder, newest!.name, keys, { clock: moved.clock });
    // the old machine is repaired and knows nothing of it: both go on, each with a stick, and somebody copies one onto the other
    const copy = join(folder, "copy");
    cpSync(stick, copy, { recursive: true });
    moved.start().safe.backups.setFolder(act("backup.chooseFolder", { at: moved.clock.now() }), copy);
    await moved.end();
    for (let day = parted + 1; day <= DRILL_DAYS; day++) {
      await old.day(dayOf(day));
      await moved.day(dayOf(day), 3);
    }
    const namesOn = (place: string): string[] =>
      listBackups(moved.path, place, { keepers: [], recoveryCode: code }).map(({ name }) => name);
    const ofOldAlone = listBackups(moved.path, stick, { keepers: [], recoveryCode: code }).filter(
      ({ at }) => dateOf(at) > dateOf(dayOf(parted)),
    );
    expect(ofOldAlone.length).toBeGreaterThanOrEqual(Math.min(DRILL_DAYS - parted, 30));
    // long afterwards the moved machine thins out what is its own. It is open already: a start would say that a backup knows more
    moved.clock.set(dayOf(DRILL_DAYS + 70));
    const { store } = moved.start();
    store.clock.confirm(act("clock.confirm", { at: moved.clock.now() }));
    cpSync(stick, copy, { recursive: true });
    submit(store, { act: { at: moved.clock.now() } });
    await moved.end();
    expect(namesOn(copy)).toEqual(expect.arrayContaining(ofOldAlone.map(({ name }) => name)));
    const [last] = listBackups(moved.path, copy, { keepers: [], recoveryCode: code });
    expect(last!.holds!.cases).toBe(parted + (DRILL_DAYS - parted) * 3 + 1);
    expect(await casesRestored(folder, ofOldAlone[0]!, code)).toBe(ofOldAlone[0]!.holds!.cases);
    expect([...old.failures, ...moved.failures]).toEqual([]);
  });
});
