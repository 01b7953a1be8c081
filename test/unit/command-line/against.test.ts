/** `counter audit --against`: the chain against the heads in the backups of a folder. */
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fixedClock, systemClock } from "../../../src-main/clock.ts";
import { fileKeeper, listBackups, openWithSafe, restoreOffline, type SafeStore } from "../../../src-main/store/index.ts";
import { CHEAP_SCRYPT_COST } from "../../cheap-scrypt.ts";
import { act, content, identityNumber, OFFICE, setUp, submit, temporaryFolder } from "../../store/support.ts";
import { counter, type Ran } from "./run-counter.ts";

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let stick: string;
const keepers = () => [fileKeeper(join(folder, "machine.key"))];
/** Every opening in this test is by one machine's key. */
const keyFile = () => ["--key-file", join(folder, "machine.key")];
let minutes = 0;
const later = (): string => new Date(Date.parse("2026-03-04T02:00:00.000Z") + ++minutes * 60_000).toISOString();

beforeEach(() => {
  folder = temporaryFolder();
  stick = join(folder, "stick");
  mkdirSync(stick);
});

const storeAt = (name: string): string => join(folder, name, "counter.db");
const opened = (path: string): SafeStore =>
  openWithSafe(path, {
    // backups have names of their own, and times that go on
    clock: { ...systemClock, now: later },
    keepers: keepers(),
    scryptCost: CHEAP_SCRYPT_COST,
    onFailure: () => undefined,
    believesClock: true,
  });

let people = 0;
const oneCase = ({ store }: SafeStore): void =>
  void submit(store, {
    content: content({ person: { identityNumber: identityNumber(++people), name: "张三", phone: "" } }),
    act: { at: later() },
  });

/** So many cases, each with a backup on the stick. */
async function days(path: string, cases: number): Promise<void> {
  const safe = opened(path);
  for (let made = 0; made < cases; made++) {
    oneCase(safe);
    await safe.safe.backups.make("manual");
  }
  safe.closeNow();
}

async function office(path: string): Promise<void> {
  const safe = opened(path);
  setUp(safe.store, later());
  safe.safe.backups.setFolder(act("backup.chooseFolder", { at: later() }), stick);
  await safe.close();
}

interface Compared {
  readonly matches: boolean;
  readonly backups: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly sequence: number;
    readonly restore: number | null;
  }[];
  readonly parting: { readonly sequence: number; readonly here: object | null; readonly there: object | null } | null;
  readonly others: readonly { readonly office: string | null; readonly backups: number }[];
}
const against = async (path: string, place = stick): Promise<Ran & Compared> => {
  const ran = await counter(["audit", path, "--against", place, "--operation", "nothing", ...keyFile()]);
  return { ...ran, ...(JSON.parse(ran.stdout) as { against: Compared }).against };
};
const verdicts = ({ backups }: Compared): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(backups, ({ verdict }) => verdict)).map(([verdict, found]) => [verdict, found!.length]),
  );

describe("counter audit --against", () => {
  it("finds every backup in a chain that has only gone on, wherever below the folder they lie", async () => {
    const path = storeAt("data");
    await office(path);
    await days(path, 3);
    const found = await against(path, folder);
    expect(found.status, found.stderr).toBe(0);
    expect(found).toMatchObject({ matches: true, parting: null, others: [] });
    expect(Object.keys(verdicts(found))).toEqual(["contained"]);
    expect(found.backups.length).toBeGreaterThanOrEqual(6);
    expect(found.stderr).toContain("的链尾都在这份数据的审计链上");
  });

  it("says from which row on another chain parts, where somebody has written on from an earlier state", async () => {
    const path = storeAt("data");
    await office(path);
    await days(path, 1);
    const copied = storeAt("copy");
    cpSync(join(folder, "data"), join(folder, "copy"), { recursive: true });
    rmSync(join(folder, "copy", "backups"), { recursive: true });
    await days(path, 3);
    // the copy goes on without the stick (which tells of later rows than it has), and for longer
    renameSync(stick, `${stick} in a drawer`);
    const safe = opened(copied);
    const parts = safe.store.audit.head()!.sequence + 1;
    safe.safe.backups.setFolder(act("backup.chooseFolder", { at: later() }), null);
    for (let made = 0; made < 6; made++) oneCase(safe);
    safe.closeNow();
    renameSync(`${stick} in a drawer`, stick);
    const found = await against(copied);
    expect(found.status).toBe(1);
    expect(found.matches).toBe(false);
    expect(verdicts(found)["different"]).toBe(3);
    expect(found.parting).toMatchObject({
      sequence: parts,
      here: { operation: "backup.chooseFolder", at: expect.stringMatching(/ \+08:00$/) },
      there: { operation: "cases.submit" },
    });
    expect(found.stderr).toMatch(new RegExp(`从第 ${parts} 行起不同。这份数据里：.*设置备份位置；备份里：.*提交受理`));
  });

  it("a store that ends before them was cut off or exchanged", async () => {
    const path = storeAt("data");
    await office(path);
    await days(path, 1);
    cpSync(join(folder, "data"), join(folder, "old"), { recursive: true });
    await days(path, 2);
    const found = await against(storeAt("old"));
    expect(found.status).toBe(1);
    expect(verdicts(found)).toMatchObject({ shorter: 2 });
    expect(found.stderr).toContain("数据被截断，或换成了旧的");
  });

  it("what a restore has left behind is told with the row that says so, and is no fault", async () => {
    const path = storeAt("data");
    await office(path);
    await days(path, 3);
    const listed = listBackups(path, stick, { keepers: keepers(), recoveryCode: undefined });
    const oldest = listed.at(-1)!;
    const clock = fixedClock(later());
    await restoreOffline(path, oldest.folder, oldest.name, { keepers: keepers(), recoveryCode: undefined }, { clock });
    await days(path, 2);
    const found = await against(path);
    expect(found.status, found.stderr).toBe(0);
    expect(found.matches).toBe(true);
    const left = found.backups.filter(({ verdict }) => verdict === "left");
    expect(left.length).toBeGreaterThan(0);
    const audit = await counter(["audit", path, "--operation", "counter restore", ...keyFile()]);
    const { rows } = JSON.parse(audit.stdout) as { rows: { sequence: number }[] };
    expect(new Set(left.map(({ restore }) => restore))).toEqual(new Set([rows[0]!.sequence]));
    expect(found.stderr).toContain("属于恢复时放弃的一段");
  });

  it("backups of another store are named as such; a list that was changed is believed in nothing", async () => {
    const path = storeAt("data");
    await office(path);
    await days(path, 1);
    const other = openWithSafe(storeAt("other"), {
      clock: systemClock,
      keepers: [fileKeeper(join(folder, "other.key"))],
      onFailure: () => undefined,
      believesClock: true,
    });
    setUp(other.store);
    other.safe.backups.setFolder(act("backup.chooseFolder"), stick);
    await other.close();
    const found = await against(path);
    expect(found.status).toBe(0);
    expect(found.others).toMatchObject([{ office: OFFICE.name, backups: 1 }]);
    expect(found.stderr).toContain(`是别的数据的备份（${OFFICE.name}）`);

    const room = listBackups(path, stick, { keepers: keepers(), recoveryCode: undefined })[0]!.folder;
    const manifest = join(
      room,
      readdirSync(room).find((name) => /^2026.*\.json$/.test(name))!,
    );
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"manual"', '"timer"'));
    const spoilt = await against(path);
    expect(spoilt.status).toBe(1);
    expect(verdicts(spoilt)).toMatchObject({ damaged: 1 });
  });

  it("a folder that is none, or holds nothing of it, is said", async () => {
    const path = storeAt("data");
    await office(path);
    expect(await counter(["audit", path, "--against", join(folder, "nowhere"), ...keyFile()])).toMatchObject({
      status: 2,
      stdout: "",
    });
    mkdirSync(join(folder, "empty"));
    const found = await against(path, join(folder, "empty"));
    expect(found.stderr).toContain("没有可以比对的");
  });
});
