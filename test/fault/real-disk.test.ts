/** Disks that really are full or read-only: of a few megabytes each, which only a superuser may make. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openingProblem } from "../../src-main/hosts/opening.ts";
import { openStore, type Store } from "../../src-main/store/index.ts";
import { act, PDF } from "./deeds.ts";
import { canMount, fill, NEEDS_MOUNTS } from "./disks.ts";
import { AT_START, SENTENCES, toldAtOnce, toldBy } from "./told.ts";
import { threads } from "../../src-main/store/backups/in-thread.ts";
import { clock, keepersIn, openSafe, setUpOnce, storeIn, submissionOf, submit } from "./work.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "yibao-real-disk-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const everything = { text: "", state: null, limit: 1, offset: 0 } as const;
const total = (store: Store): number => store.cases.search(everything).total;
/** What whoever starts the program reads, were it to be started now. */
function startSays(): string | undefined {
  try {
    opened().close();
    return undefined;
  } catch (error) {
    return openingProblem(error, folder).split("\n")[0];
  }
}
const opened = (): Store => openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });

function smallDisk(mebibytes: number): string {
  const place = join(folder, "data");
  mkdirSync(place);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", place]);
  return place;
}

describe.runIf(canMount())(`a disk that is really full ${NEEDS_MOUNTS}`, () => {
  afterEach(() => void execFileSync("umount", ["-l", join(folder, "data")]));

  it("is said at every write; nothing acknowledged is lost, and with room again the counter goes on", async () => {
    const place = smallDisk(12);
    const store = opened();
    setUpOnce(store);
    const kept = Array.from({ length: 10 }, (_, i) => submit(store, submissionOf(1, i)));
    fill(place);
    const told: (string | undefined)[] = [];
    for (let i = 0; i < 200; i++) {
      told.push(toldAtOnce(() => kept.push(submit(store, submissionOf(2, i)))));
    }
    expect(new Set(told.slice(-100))).toEqual(new Set([SENTENCES.full]));
    const attach = store.attachments.add(act("a"), {
      caseId: kept[0]!,
      materialId: null,
      name: "a",
      bytes: Buffer.concat([PDF.subarray(0, 9), Buffer.alloc(200_000, 32), PDF.subarray(9)]),
      largestBytes: 1e6,
    });
    expect(await toldBy(() => attach)).toBe(SENTENCES.full);
    expect(toldAtOnce(() => store.backup(join(place, "copy.db")))).toBe(SENTENCES.full);
    expect(total(store)).toBe(kept.length);
    rmSync(join(place, "filler"));
    kept.push(submit(store, submissionOf(3, 0)));
    expect(total(store)).toBe(kept.length);
    for (const id of kept) expect(store.cases.get(id)).toBeDefined();
    expect(store.verify()).toEqual([]);
    store.close();
  });

  it("keeps a new store from being made, a backup and a restore from being done, and leaves all as it was", async () => {
    const place = smallDisk(3);
    fill(place);
    expect(startSays()).toBe(AT_START.full);
    rmSync(join(place, "filler"));
    const { store, safe, closeNow } = openSafe(folder, threads());
    setUpOnce(store);
    submit(store, submissionOf(1, 0));
    const backup = await safe.backups.make("manual");
    submit(store, submissionOf(1, 1));
    fill(place);
    expect(await toldBy(() => safe.backups.make("manual"))).toBe(SENTENCES["backup-failed"]);
    expect(safe.backups.status().lastFailure).toMatchObject({ code: "store-full" });
    expect(await toldBy(() => safe.restore.run(act("backup.restore"), backup))).toBe(SENTENCES["backup-failed"]);
    expect(total(store)).toBe(2);
    rmSync(join(place, "filler"));
    await safe.backups.make("manual");
    expect(store.verify()).toEqual([]);
    closeNow();
  });
});

describe.runIf(canMount())(`a disk that was made read-only ${NEEDS_MOUNTS}`, () => {
  afterEach(() => void execFileSync("umount", ["-l", join(folder, "data")]));
  const remount = (place: string, how: "ro" | "rw"): void => void execFileSync("mount", ["-o", `remount,${how}`, place]);

  it("is said at opening, and all is there when it can be written again", () => {
    const place = smallDisk(12);
    const store = opened();
    setUpOnce(store);
    const id = submit(store, submissionOf(1, 0));
    store.close();
    remount(place, "ro");
    expect(startSays()).toBe(AT_START["read-only"]);
    remount(place, "rw");
    const again = opened();
    expect(again.cases.get(id)).toBeDefined();
    expect(again.verify()).toEqual([]);
    again.close();
  });

  it("as the second place of backups is told, while those beside the store go on", async () => {
    const stick = smallDisk(12);
    const office = mkdtempSync(join(tmpdir(), "yibao-office-"));
    const { store, safe, closeNow } = openSafe(office, threads());
    try {
      setUpOnce(store);
      safe.backups.setFolder(act("backup.chooseFolder"), stick);
      submit(store, submissionOf(1, 0));
      await safe.backups.make("manual");
      remount(stick, "ro");
      submit(store, submissionOf(1, 1));
      expect(await safe.backups.make("manual")).toMatchObject({ place: join(office, "data", "backups"), holds: { cases: 2 } });
      expect(safe.backups.status().lastFailure).toMatchObject({ folder: stick, code: "store-read-only" });
      expect(toldAtOnce(() => safe.backups.setFolder(act("backup.chooseFolder"), stick))).toBe(SENTENCES["backup-failed"]);
      remount(stick, "rw");
      await safe.backups.make("manual");
      expect(safe.backups.status().lastFailure).toBeNull();
    } finally {
      closeNow();
      rmSync(office, { recursive: true, force: true });
    }
  });
});
