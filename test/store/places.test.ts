/** Places of backups: whose room is whose, what an earlier program has laid there, and a second place that is not there. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { fixedClock } from "../../src-main/clock.ts";
import { inThisThread } from "../../src-main/store/backups/in-thread.ts";
import {
  fileKeeper,
  inspectOffline,
  listBackups,
  openWithSafe,
  restoreOffline,
  type BackupFailure,
  type SafeStore,
} from "../../src-main/store/index.ts";
import { ownerOf } from "../../src-main/store/backups/places/marker.ts";
import { backupsAt, placesBelow, roomsIn } from "../../src-main/store/backups/places/rooms.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { act, AT, OFFICE, setUp, submit, temporaryFolder } from "./support.ts";

interface Opened extends SafeStore {
  readonly path: string;
  readonly keyFile: string;
  readonly failures: BackupFailure[];
  /** Of the machine; backups get the time of the look. */
  readonly clock: { at: number; elapsed: number };
}

function opened(folder = temporaryFolder(), founds = true): Opened {
  const path = join(folder, "data", "counter.db");
  const keyFile = join(folder, "machine.key");
  const failures: BackupFailure[] = [];
  const clock = { at: Date.parse(AT), elapsed: 0 };
  const safe = openWithSafe(path, {
    clock: {
      now: () => new Date((clock.at += 1000)).toISOString(),
      today: () => fixedClock(AT).today(),
      elapsed: () => clock.elapsed,
    },
    keepers: [fileKeeper(keyFile)],
    scryptCost: CHEAP_SCRYPT_COST,
    threads: inThisThread(),
    onFailure: (failure) => void failures.push(failure),
  });
  if (founds) setUp(safe.store);
  onTestFinished(() => safe.closeNow());
  return { ...safe, path, keyFile, failures, clock };
}

const choose = ({ safe }: Opened, folder: string | null): void => safe.backups.setFolder(act("backup.chooseFolder"), folder);
const minuteLater = async ({ clock }: Opened): Promise<void> => {
  clock.elapsed += 60_000;
  await vi.advanceTimersByTimeAsync(60_000);
};

/** As the programs before laid it: everything in the place itself. */
function layFlat(place: string): string {
  const [room = ""] = roomsIn(place);
  rmSync(join(room, "store.json"));
  cpSync(room, place, { recursive: true });
  rmSync(room, { recursive: true });
  return room;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("a place with several stores", () => {
  it("lists one's own, then those of others with whose they are; theirs are not damaged, only not readable", async () => {
    const place = join(temporaryFolder(), "stick");
    const [mine, theirs] = [opened(), opened()];
    for (const office of [mine, theirs]) {
      choose(office, place);
      submit(office.store);
      await office.safe.backups.make("manual");
    }
    expect(roomsIn(place)).toHaveLength(2);
    const listed = mine.safe.backups.list(place);
    expect(listed.map(({ holds }) => holds !== null)).toEqual(listed.map((_backup, at) => at < listed.length / 2));
    const other = listed.at(-1)!;
    expect(other).toMatchObject({ office: OFFICE.name, holds: null, place });
    expect(await mine.safe.restore.inspect(other)).toMatchObject({ sound: true, otherKey: true, problems: [] });
    await expect(mine.safe.restore.run(act("backup.restore"), other)).rejects.toMatchObject({ code: "backup-other-store" });
    // without naming a place only one's own are listed
    expect(mine.safe.backups.list().every(({ holds }) => holds !== null)).toBe(true);
    expect(mine.safe.backups.status().folders[1]).toMatchObject({ others: [OFFICE.name], reachable: true });
    for (const room of roomsIn(place))
      expect(JSON.parse(readFileSync(join(room, "keys.json"), "utf8"))).toMatchObject({ keyId: basename(room) });
  });

  it("nothing in it is for other accounts of the machine", async () => {
    const office = opened();
    submit(office.store);
    await office.safe.backups.make("manual");
    const files = filesBelow(dirname(office.path));
    expect(files.length).toBeGreaterThan(5);
    for (const path of files) expect((statSync(path).mode & 0o077).toString(8), path).toBe("0");
    // one that an earlier program left readable is taken back at the next opening
    office.closeNow();
    chmodSync(office.path, 0o644);
    const again = openWithSafe(office.path, {
      clock: fixedClock(AT),
      keepers: [fileKeeper(office.keyFile)],
      onFailure: () => undefined,
    });
    expect((statSync(office.path).mode & 0o777).toString(8)).toBe("600");
    again.closeNow();
  });
});

describe("backups that an earlier program laid into the place itself", () => {
  it("are listed and restorable where they are, and move into the room of their own store alone", async () => {
    const place = join(temporaryFolder(), "stick");
    const [mine, theirs] = [opened(), opened()];
    for (const office of [theirs, mine]) {
      choose(office, place);
      submit(office.store);
      await office.store.attachments.add(act("a"), {
        caseId: submit(office.store),
        materialId: null,
        name: "a.pdf",
        bytes: Buffer.from("%PDF-1.7\nthe same paper in both windows\n%%EOF\n"),
        largestBytes: 10_000,
      });
      await office.safe.backups.make("manual");
    }
    while (roomsIn(place).length > 0) layFlat(place);
    const flat = backupsAt(place);
    const before = mine.safe.backups.list(place);
    expect(before).toHaveLength(flat.length);
    const old = before[0]!;
    expect(old).toMatchObject({ folder: place, holds: { cases: 2 } });
    expect(mine.safe.backups.status().folders[1]).toMatchObject({ reachable: true });
    const keys = { keepers: [fileKeeper(mine.keyFile)], recoveryCode: undefined };
    expect(await inspectOffline(mine.path, old.folder, old.name, keys)).toMatchObject({ sound: true, otherKey: false });

    submit(mine.store);
    await mine.safe.backups.make("manual");
    const [room] = roomsIn(place);
    expect(roomsIn(place)).toHaveLength(1);
    // ours went, theirs stayed with all their parts
    expect(
      mine.safe.backups
        .list(place)
        .filter(({ holds }) => holds !== null)
        .every(({ folder }) => folder === room),
    ).toBe(true);
    expect(readdirSync(place).filter((name) => name.endsWith("Z-manual") || name.endsWith(".json"))).not.toEqual([]);
    const theirsThere = theirs.safe.backups.list(place).filter(({ holds }) => holds !== null);
    expect(theirsThere.length).toBeGreaterThan(0);
    for (const backup of theirsThere)
      expect(await theirs.safe.restore.inspect(backup)).toMatchObject({ sound: true, otherKey: false });
    for (const backup of mine.safe.backups.list(place)) expect((await mine.safe.restore.inspect(backup)).sound).toBe(true);

    // the last one to come leaves nothing behind
    await theirs.safe.backups.make("manual");
    expect(readdirSync(place).sort()).toEqual(
      roomsIn(place)
        .map((each) => basename(each))
        .sort(),
    );
    const restored = join(temporaryFolder(), "counter.db");
    const moved = mine.safe.backups.list(place).find(({ name }) => name === old.name)!;
    await restoreOffline(restored, moved.folder, moved.name, keys, { clock: fixedClock(AT) });
    const again = openWithSafe(restored, { clock: fixedClock(AT), keepers: keys.keepers, onFailure: () => undefined });
    expect(again.store.verify()).toEqual([]);
    again.closeNow();
  });

  it("cut short while they move, are whole in both places", async () => {
    const office = opened();
    submit(office.store);
    await office.safe.backups.make("manual");
    const place = join(dirname(office.path), "backups");
    const room = layFlat(place);
    // some parts have gone ahead
    const [two = ""] = readdirSync(join(place, "chunks"));
    mkdirSync(join(room, "chunks"), { recursive: true });
    renameSync(join(place, "chunks", two), join(room, "chunks", two));
    const [old] = office.safe.backups.list();
    expect(old!.folder).toBe(place);
    expect(await office.safe.restore.inspect(old!)).toMatchObject({ sound: true, problems: [] });
    submit(office.store);
    await office.safe.backups.make("manual");
    const moved = office.safe.backups.list();
    expect(moved.map(({ folder }) => folder)).toEqual([room, room]);
    for (const backup of moved) expect((await office.safe.restore.inspect(backup)).sound).toBe(true);
  });
});

describe("the second place", () => {
  it("without its mark is not there: nothing is written to it, and it stays told until the stick is back", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const office = opened();
    const place = join(temporaryFolder(), "stick");
    choose(office, place);
    submit(office.store);
    await office.safe.backups.make("manual");
    // pulled: the mount point is an empty folder of the system's disk
    renameSync(place, `${place}-pulled`);
    mkdirSync(place);
    await minuteLater(office);
    expect(office.failures.map(({ code, folder }) => [code, folder])).toEqual([["backup-place-missing", place]]);
    await minuteLater(office);
    expect(office.failures).toHaveLength(1);
    submit(office.store);
    const made = await office.safe.backups.make("manual");
    expect(made.failures).toMatchObject([{ code: "backup-place-missing", folder: place }]);
    expect(made.place).toBe(join(dirname(office.path), "backups"));
    expect(readdirSync(place)).toEqual([]);
    expect(office.safe.backups.status().folders[1]).toMatchObject({ reachable: false, backups: 0 });
    // back again: it gets at once what it has missed
    rmSync(place, { recursive: true });
    renameSync(`${place}-pulled`, place);
    await minuteLater(office);
    await vi.waitFor(() => expect(office.safe.backups.status()).toMatchObject({ running: false, lastFailure: null }), {
      timeout: 30_000,
    });
    expect(office.safe.backups.list(place)[0]!.holds!.cases).toBe(2);
  });

  it("pulled for less than a minute, with a backup in it, gets what it has missed as soon as it is back", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const office = opened();
    const place = join(temporaryFolder(), "stick");
    choose(office, place);
    submit(office.store);
    await office.safe.backups.make("manual");
    renameSync(place, `${place}-pulled`);
    submit(office.store);
    const { failures } = await office.safe.backups.make("manual");
    expect(failures).toMatchObject([{ code: "backup-place-missing", folder: place }]);
    renameSync(`${place}-pulled`, place);
    await minuteLater(office);
    await vi.waitFor(() => expect(office.safe.backups.status()).toMatchObject({ running: false, lastFailure: null }), {
      timeout: 10_000,
    });
    expect(office.safe.backups.list(place)[0]!.holds!.cases).toBe(2);
  });

  it("pulled while a backup is under way takes nothing of it, and gets no folders of its own beneath", async () => {
    const office = opened();
    const place = join(temporaryFolder(), "stick");
    choose(office, place);
    submit(office.store);
    await office.safe.backups.make("manual");
    submit(office.store);
    const making = office.safe.backups.make("manual");
    renameSync(place, `${place}-pulled`);
    mkdirSync(place);
    expect((await making).failures).toMatchObject([{ folder: place }]);
    expect(readdirSync(place)).toEqual([]);
  });

  it("on the store's own device is told", () => {
    const office = opened();
    choose(office, join(temporaryFolder(), "second"));
    expect(office.safe.backups.status().folders.map(({ sameDevice }) => sameDevice)).toEqual([false, true]);
  });

  it("bears the office's name", () => {
    const office = opened();
    const place = join(temporaryFolder(), "second");
    choose(office, place);
    expect(roomsIn(place).map(ownerOf)).toEqual([
      { storeId: expect.any(String), office: { code: OFFICE.code, name: OFFICE.name } },
    ]);
  });
});

it("a store without an office is not backed up: there is nothing in it, and its room would lie beside another's", async () => {
  const office = opened(temporaryFolder(), false);
  await office.close();
  expect(existsSync(join(dirname(office.path), "backups"))).toBe(false);
});

it("after a restore the newest is what was written since, though its rows have lower numbers and its clock is behind", async () => {
  const office = opened();
  submit(office.store);
  const early = await office.safe.backups.make("manual");
  for (let made = 0; made < 5; made++) submit(office.store);
  const left = await office.safe.backups.make("manual");
  await office.safe.restore.run(act("backup.restore"), early);
  await office.safe.backups.make("manual");
  office.clock.at -= 3 * 24 * 60 * 60_000;
  submit(office.store);
  const since = await office.safe.backups.make("manual");
  const listed = office.safe.backups.list();
  expect(listed[0]!.name).toBe(since.name);
  expect(since.holds!.auditSequence).toBeLessThan(left.holds!.auditSequence);
  expect(office.safe.backups.status().lastAt).toBe(since.at);
  const keys = { keepers: [fileKeeper(office.keyFile)], recoveryCode: undefined };
  expect(listBackups(office.path, join(dirname(office.path), "backups"), keys)[0]!.name).toBe(since.name);
});

it("a stick is looked through for places, not into their parts, and not for ever", () => {
  const stick = temporaryFolder();
  const place = join(stick, "备份", "医保");
  const name = "20260304T010203000Z-manual.json";
  for (const folder of [
    join(place, "0123456789abcdef"),
    join(stick, "a", "b", "c", "d"),
    join(stick, ".hidden"),
    join(place, "chunks"),
  ]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), "");
  }
  expect(placesBelow(stick)).toEqual([place]);
});
