/** `counter backup`, `prove`, `check` and `status`: with the program open and without it, and with what goes wrong. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { fixedClock, systemClock } from "../../../src-main/clock.ts";
import { leaveCopyNote } from "../../../src-main/store/beside/copy-notes.ts";
import { ClockWatch } from "../../../src-main/store/file/clock-watch.ts";
import { openKeys, readKeys } from "../../../src-main/store/keys/keys.ts";
import { fileKeeper, openStore, openWithSafe, type SafeStore } from "../../../src-main/store/index.ts";
import { CHEAP_SCRYPT_COST } from "../../cheap-scrypt.ts";
import { storeOfVersion } from "../../store/earlier-store.ts";
import { act as actAt, content, identityNumber, newStore, setUp, submit, temporaryFolder } from "../../store/support.ts";
import { setUpOnce, openSafe, storeIn } from "../../fault/work.ts";
import { counter, counterProgram, type Ran } from "./run-counter.ts";

vi.setConfig({ testTimeout: 120_000 });

const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");
const program = join(import.meta.dirname, "../../../src-main/cli.ts");

let folder: string;
let path: string;
let stick: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, "data", "counter.db");
  stick = join(folder, "stick");
});

const opened = (): SafeStore =>
  openWithSafe(path, {
    clock: systemClock,
    keepers: [fileKeeper(join(folder, "data.key"))],
    scryptCost: CHEAP_SCRYPT_COST,
    onFailure: () => undefined,
    believesClock: true,
  });

const DAY_MS = 24 * 3_600_000;
const yesterday = (): string => new Date(Date.parse(systemClock.now()) - DAY_MS).toISOString();
const act = (operation: string) => actAt(operation, { at: systemClock.now() });

let people = 0;
const oneCase = ({ store }: Pick<SafeStore, "store">, at = systemClock.now()): string =>
  submit(store, {
    content: content({ person: { identityNumber: identityNumber(++people), name: "张三", phone: "" } }),
    act: { at },
  });

/** An office with a stick, a recovery code, a case of yesterday with its paper and scan; closed. Returns the code. */
async function office(): Promise<string> {
  const { store, safe, close } = opened();
  setUp(store, yesterday());
  const code = safe.keys.newRecoveryCode(act("keys.newRecoveryCode"));
  mkdirSync(stick, { recursive: true });
  safe.backups.setFolder(act("backup.chooseFolder"), stick);
  const caseId = oneCase({ store }, yesterday());
  store.papers.add(act("papers.make"), { caseId, version: 1, kind: "acceptance", title: "受理回执", pdf: PDF });
  const scan = { caseId, materialId: null, name: "a.pdf", bytes: PDF, largestBytes: 1000 };
  await store.attachments.add(act("attachments.add"), scan);
  await close();
  return code;
}

/** What a file of the store's folder or a backup is damaged by. */
function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(file, bytes);
}
const filesBelow = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const chunksOf = (place: string): string[] => filesBelow(place).filter((file) => file.includes("chunks"));

interface Made {
  readonly made: readonly { readonly name: string; readonly place: string; readonly folder: string; readonly cases: number }[];
  readonly failures: readonly { readonly folder: string; readonly code: string; readonly message: string }[];
}
interface Proved {
  readonly proved: readonly {
    readonly name: string;
    readonly place: string;
    readonly cases: number | null;
    readonly signed: boolean;
    readonly kept: boolean;
    readonly proof: { readonly sound: boolean; readonly how: string; readonly problems: readonly string[] };
  }[];
  readonly missing: readonly string[];
}
const told = ({ stdout }: Ran): unknown => JSON.parse(stdout);

describe("counter backup", () => {
  it("backs up to the places of the office while the program is not there, and says what is in it", async () => {
    await office();
    const ran = await counter(["backup", path]);
    expect(ran.status).toBe(0);
    const { made, failures } = told(ran) as Made;
    expect(failures).toEqual([]);
    expect(made.map(({ place, cases }) => [place, cases])).toEqual([
      [join(folder, "data", "backups"), 1],
      [stick, 1],
    ]);
    expect(ran.stderr).toMatch(/已备份到“.*stick”.*里面最后一个受理号是 DL01022026000001/);
    const proved = told(await counter(["prove", path, "--backup", made[0]!.name])) as Proved;
    expect(proved.proved.map(({ proof }) => proof.sound)).toEqual([true, true]);
  });

  it("takes one whole state while the program goes on writing and backing up, and hinders neither", async () => {
    const { store, safe, close } = openSafe(folder);
    setUpOnce(store);
    mkdirSync(stick);
    safe.backups.setFolder(actAt("backup.chooseFolder"), stick);
    await close();
    const child = spawn(process.execPath, [join(import.meta.dirname, "program-child.ts"), folder], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill());
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const acknowledged = (): number => statSync(join(folder, "acknowledged")).size;
    await once(child.stdout, "data");
    for (let time = 0; time < 2; time++) {
      const before = acknowledged();
      const ran = await counter(["backup", storeIn(folder)]);
      const after = acknowledged();
      expect(ran.status, ran.stderr).toBe(0);
      const { made } = told(ran) as Made;
      expect(made).toHaveLength(2);
      expect(made[0]!.cases).toBeGreaterThanOrEqual(before);
      expect(made[0]!.cases).toBeLessThanOrEqual(after + 1);
      const proved = told(await counter(["prove", storeIn(folder), "--backup", made[0]!.name])) as Proved;
      expect(proved.proved.map(({ proof, cases }) => [proof.sound, cases])).toEqual([
        [true, made[0]!.cases],
        [true, made[0]!.cases],
      ]);
      const status = await counter(["status", storeIn(folder)]);
      expect((told(status) as { inUse: boolean }).inUse).toBe(true);
    }
    child.stdin.end();
    const [exit] = (await once(child, "close")) as [number];
    expect([exit, said.trim().split("\n").at(-1)]).toEqual([0, "backed up; failed:"]);
    const check = await counter(["check", storeIn(folder)]);
    expect(check.status, check.stdout).toBe(0);
  });

  it("a stick that is not there fails, and the others take it all the same", async () => {
    await office();
    renameSync(stick, `${stick}-away`);
    // the mount point stays, without its stick
    mkdirSync(stick);
    const ran = await counter(["backup", path]);
    expect(ran.status).toBe(1);
    const { made, failures } = told(ran) as Made;
    expect(made).toHaveLength(1);
    expect(failures).toMatchObject([{ folder: stick, code: "backup-place-missing" }]);
    expect(ran.stderr).toContain("第二备份位置不在");
    expect(readdirSync(stick)).toEqual([]);
  });

  it("--to goes to that folder alone, which is marked as chosen; what is no folder is refused", async () => {
    await office();
    const other = join(folder, "other");
    expect((await counter(["backup", path, "--to", other])).status).toBe(2);
    mkdirSync(other);
    const before = filesBelow(stick).length;
    const ran = await counter(["backup", path, "--to", other]);
    expect(ran.status).toBe(0);
    expect((told(ran) as Made).made.map(({ place }) => place)).toEqual([other]);
    expect(filesBelow(other).some((file) => file.endsWith("store.json"))).toBe(true);
    expect(filesBelow(stick)).toHaveLength(before);
    writeFileSync(join(folder, "file"), "");
    expect((await counter(["backup", path, "--to", join(folder, "file")])).status).toBe(2);
  });

  it("works with the recovery code where the machine has no key, and refuses without either", async () => {
    const code = await office();
    rmSync(join(folder, "data.key"));
    const refused = await counter(["backup", path]);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toContain("本机没有打开数据文件的密钥");
    const ran = await counter(["backup", path], "", { environment: { YIBAO_RECOVERY_CODE: code } });
    expect(ran.status).toBe(0);
  });

  it("does not take a log that is damaged for the store, and leaves it as it is", async () => {
    await office();
    const safe = opened();
    for (let made = 0; made < 5; made++) oneCase(safe);
    const crashed = join(folder, "crashed");
    cpSync(join(folder, "data"), crashed, { recursive: true });
    safe.closeNow();
    copyFileSync(join(folder, "data.key"), join(folder, "crashed.key"));
    const left = join(crashed, "counter.db");
    const log = readFileSync(`${left}-wal`);
    log[200]! ^= 1;
    writeFileSync(`${left}-wal`, log);
    rmSync(`${left}-shm`, { force: true });
    const ran = await counter(["backup", left]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain("数据文件已损坏");
    expect(readFileSync(`${left}-wal`).equals(log)).toBe(true);
    const checked = await counter(["check", left]);
    expect(checked.status).toBe(1);
    expect((told(checked) as { problems: { area: string }[] }).problems).toMatchObject([{ area: "sqlite" }]);
  });

  it("a store of an earlier program is left to that program, and said to be one", async () => {
    const older = join(folder, "older", "counter.db");
    mkdirSync(dirname(older));
    storeOfVersion(16, older, newStore()).close();
    for (const command of ["backup", "check", "status", "audit"]) {
      const ran = await counter([command, older]);
      expect(ran, command).toMatchObject({ status: 2, stdout: "" });
      expect(ran.stderr, command).toContain("旧格式");
    }
  });
});

describe("what the audit tells of a copy that a command has made", () => {
  const notes = (): string[] => readdirSync(dirname(path)).filter((name) => name.includes(".copied-"));
  const rows = ({ store }: Pick<SafeStore, "store">) => [...store.audit.each({ operation: "counter backup" })];

  it("the next opening says when, by which account, which one and where to, once", async () => {
    await office();
    const other = join(folder, "other");
    mkdirSync(other);
    const { made } = told(await counter(["backup", path, "--to", other])) as Made;
    expect(notes()).toHaveLength(1);
    expect(readFileSync(join(dirname(path), notes()[0]!)).includes(other)).toBe(false);
    for (let opening = 0; opening < 2; opening++) {
      const safe = opened();
      expect(rows(safe)).toMatchObject([
        {
          clerkId: null,
          detail: {
            account: userInfo().username,
            backup: made[0]!.name,
            folder: other,
            madeAt: expect.stringMatching(/Z$/),
          },
        },
      ]);
      expect(notes()).toEqual([]);
      expect(safe.store.verify()).toEqual([]);
      await safe.close();
    }
  });

  it("the running program says it within a minute; a note taken in that could not be removed is not told twice", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    await office();
    const safe = opened();
    const { key } = openKeys(path, readKeys(path, undefined, [])!, [fileKeeper(join(folder, "data.key"))]);
    leaveCopyNote(path, key, { at: systemClock.now(), account: "backup-job", backup: "x", folders: [stick] });
    const [note] = notes();
    const before = readFileSync(join(dirname(path), note!));
    vi.advanceTimersByTime(60_000);
    expect(rows(safe)).toHaveLength(1);
    writeFileSync(join(dirname(path), note!), before);
    // no look while a backup is under way
    await vi.waitFor(() => expect(safe.safe.backups.status().running).toBe(false), { timeout: 30_000 });
    vi.advanceTimersByTime(60_000);
    expect(rows(safe)).toHaveLength(1);
    expect(notes()).toEqual([]);
    await safe.close();
  });

  it("what is not sealed with the store's key tells nothing", async () => {
    await office();
    await counter(["backup", path]);
    const [note] = notes();
    flip(join(dirname(path), note!));
    writeFileSync(
      `${path}.copied-forged`,
      JSON.stringify({ id: randomUUID(), at: systemClock.now(), account: "x", backup: "y", folders: [] }),
    );
    const safe = opened();
    expect(rows(safe)).toEqual([]);
    await safe.close();
    expect(notes()).toHaveLength(2);
  });

  it("waits while the machine's clock is doubted", async () => {
    await office();
    await counter(["backup", path]);
    const wrong = fixedClock(new Date(Date.parse(systemClock.now()) - 9 * DAY_MS).toISOString());
    const keepers = [fileKeeper(join(folder, "data.key"))];
    const doubted = openStore(path, { clock: wrong, keepers, watch: new ClockWatch(wrong) });
    expect(rows({ store: doubted })).toEqual([]);
    doubted.close();
    const safe = opened();
    expect(rows(safe)).toHaveLength(1);
    await safe.close();
  });
});

describe("counter prove", () => {
  it("tries out the newest backup of each place, and counter backups tells of it", async () => {
    await office();
    await counter(["backup", path]);
    const before = told(await counter(["backups", path, "--from", stick])) as {
      backups: { name: string; proof: object | null }[];
    };
    expect(before.backups[0]!.proof).toBeNull();
    const ran = await counter(["prove", path]);
    expect(ran.status, ran.stderr).toBe(0);
    const { proved, missing } = told(ran) as Proved;
    expect(missing).toEqual([]);
    expect(proved).toMatchObject([
      { signed: true, kept: true, cases: 1, proof: { sound: true, how: "opened", problems: [] } },
      { signed: true, kept: true, cases: 1, proof: { sound: true, how: "opened", problems: [] } },
    ]);
    expect(new Set(proved.map(({ place }) => place))).toEqual(new Set([join(folder, "data", "backups"), stick]));
    const after = told(await counter(["backups", path, "--from", stick])) as {
      backups: { name: string; proof: object | null }[];
    };
    const { name } = proved.find(({ place }) => place === stick)!;
    expect(after.backups.find((backup) => backup.name === name)!.proof).toMatchObject({ how: "opened", sound: true });
    // nothing is left beside the store
    expect(readdirSync(dirname(path)).filter((file) => file.includes("proving"))).toEqual([]);
  });

  it("needs nothing but the stick and the code", async () => {
    const code = await office();
    rmSync(join(folder, "data"), { recursive: true });
    rmSync(join(folder, "data.key"));
    expect((await counter(["prove", "--from", stick])).status).toBe(2);
    const environment = { YIBAO_RECOVERY_CODE: code };
    const ran = await counter(["prove", "--from", folder], "", { environment });
    expect(ran.status, ran.stderr).toBe(0);
    expect((told(ran) as Proved).proved).toMatchObject([{ place: stick, cases: 1, proof: { sound: true } }]);
    const listed = await counter(["backups", path, "--from", stick], "", { environment });
    expect((told(listed) as { backups: { proof: object | null }[] }).backups[0]!.proof).toMatchObject({ sound: true });
    const sealed = await counter(["backups", path, "--from", stick]);
    expect(sealed.status).toBe(0);
    expect(sealed.stderr).toContain("恢复码");
  });

  it("a damaged one is told, and the place that is not there", async () => {
    await office();
    for (const chunk of chunksOf(stick)) flip(chunk);
    const ran = await counter(["prove", path]);
    expect(ran.status).toBe(1);
    const sound = (told(ran) as Proved).proved.map(({ place, proof }) => [place === stick, proof.sound]);
    expect(sound).toContainEqual([true, false]);
    expect(sound).toContainEqual([false, true]);
    expect(ran.stderr).toContain("已损坏");
    rmSync(stick, { recursive: true });
    const away = await counter(["prove", path]);
    expect(away.status).toBe(1);
    expect((told(away) as Proved).missing).toEqual([stick]);
  });

  it.each([
    [["--backup", "20260304T010203000Z-manual"], "没有名为"],
    [["--from", "nowhere"], "没有这个文件夹"],
  ])("%j: exit 2", async (more, said) => {
    await office();
    const ran = await counter(["prove", path, ...more]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain(said);
  });

  it("without store and folder it says what is missing", async () => {
    expect(await counter(["prove"])).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("counter check", () => {
  it("reads all there is, tells how far it is, and finds it sound", async () => {
    await office();
    const ran = await counter(["check", path]);
    expect(ran.status, ran.stdout).toBe(0);
    for (const part of ["数据文件的每一页", "办件和文书", "审计记录", "附件", "备份"]) expect(ran.stderr).toContain(part);
    const { sound, places } = told(ran) as { sound: boolean; places: { backups: object[] }[] };
    expect(sound).toBe(true);
    expect(places.map(({ backups }) => backups.length)).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it("names the attachment and the backups that are damaged, and no others", async () => {
    await office();
    const safe = opened();
    for (let made = 0; made < 3; made++) oneCase(safe);
    await safe.close();
    const [scan] = filesBelow(`${path}.attachments`);
    flip(scan!);
    const own = join(folder, "data", "backups");
    const seen = new Map<string, number>();
    for (const manifest of filesBelow(own).filter((file) => file.endsWith(".json") && /Z-/.test(file))) {
      for (const hash of new Set((JSON.parse(readFileSync(manifest, "utf8")) as { chunks: string[] }).chunks)) {
        seen.set(hash, (seen.get(hash) ?? 0) + 1);
      }
    }
    // a chunk of one backup alone
    const [lonely] = [...seen].find(([, times]) => times === 1)!;
    flip(chunksOf(own).find((file) => file.endsWith(lonely))!);
    const ran = await counter(["check", path]);
    expect(ran.status).toBe(1);
    interface CheckedPlace {
      readonly folder: string;
      readonly backups: readonly { readonly sound: boolean; readonly problems: readonly string[] }[];
    }
    const { problems, places } = told(ran) as { problems: { area: string }[]; places: CheckedPlace[] };
    expect(problems.map(({ area }) => area)).toEqual(["attachments"]);
    const bad = places.map(({ backups }) => backups.filter(({ sound }) => !sound).length);
    expect(bad).toEqual([1, 0]);
    expect(places[0]!.backups.length).toBeGreaterThan(1);
    expect(places[0]!.backups.find(({ sound }) => !sound)!.problems[0]).toContain(lonely);
    expect(ran.stderr).toContain("请马上再备份一次");
  });

  it("looks at the backups of a store that cannot be opened any more: then they are what counts", async () => {
    await office();
    writeFileSync(path, readFileSync(path).subarray(0, 10_000));
    const ran = await counter(["check", path]);
    expect(ran.status).toBe(1);
    const { sound, places } = told(ran) as { sound: boolean; places: { reachable: boolean; backups: { sound: boolean }[] }[] };
    expect(sound).toBe(false);
    expect(places.every(({ backups }) => backups.length > 0 && backups.every((backup) => backup.sound))).toBe(true);
    expect(ran.stderr).toContain("请停止使用");
  });

  it("a second place that is not there was not looked into", async () => {
    await office();
    rmSync(stick, { recursive: true });
    const ran = await counter(["check", path]);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("不在，没有核对");
  });
});

describe("counter status", () => {
  interface Status {
    readonly inUse: boolean;
    readonly schemaVersion: number;
    readonly keys: { readonly keptBy: string; readonly recoveryCodeMadeAt: string | null };
    readonly places: readonly {
      readonly kind: string;
      readonly reachable: boolean;
      readonly newest: { readonly proof: object | null } | null;
    }[];
    readonly changedSinceBackup: number;
    readonly administrators: readonly { readonly login: string }[];
    readonly unclosed: { readonly days: number };
    readonly lines: readonly { readonly title: string; readonly state: string }[];
  }

  it("tells what an officer asks first", async () => {
    await office();
    await counter(["backup", path]);
    await counter(["prove", path]);
    const ran = await counter(["status", path]);
    expect(ran.status, ran.stderr).toBe(0);
    expect(told(ran) as Status).toMatchObject({
      inUse: false,
      schemaVersion: 17,
      keys: { keptBy: "key-file", recoveryCodeMadeAt: expect.stringMatching(/ \+08:00$/) },
      places: [
        { kind: "beside-store", newest: { proof: { sound: true } } },
        { kind: "second", reachable: true, newest: { proof: { sound: true } } },
      ],
      changedSinceBackup: 0,
      administrators: [{ login: "wang" }],
      unclosed: { days: 1 },
    });
    for (const words of ["数据格式：第 17 版", "试恢复", "只有一名管理员", "1 天没有日结"]) expect(ran.stderr).toContain(words);
  });

  it("a pulled stick, a damaged backup, or none at all is an exit of its own", async () => {
    await office();
    for (const chunk of chunksOf(stick)) flip(chunk);
    await counter(["prove", path]);
    const damaged = await counter(["status", path]);
    expect(damaged.status).toBe(1);
    expect(damaged.stderr).toContain("已损坏");
    rmSync(stick, { recursive: true });
    const away = await counter(["status", path]);
    expect(away.status).toBe(1);
    expect(away.stderr).toContain("不在：没有接上");
    rmSync(join(folder, "data", "backups"), { recursive: true });
    const none = await counter(["status", path]);
    expect(none.status).toBe(1);
    expect(none.stderr).toContain("还没有备份");
  });
});

it.each([
  ["backup", "--from"],
  ["prove", "--to"],
  ["check", "--backup"],
  ["status", "--csv"],
])("counter %s refuses %s, which it does not have", async (command, option) => {
  const ran = await counter([command, path, option, "x"]);
  expect(ran).toMatchObject({ status: 2, stdout: "" });
});

it.each(["backup", "prove", "check", "status", "audit"])("counter %s says that there is no such store", async (command) => {
  const ran = await counter([command, join(folder, "none.db")]);
  expect(ran.status).toBe(2);
  expect(JSON.parse(ran.stderr)).toMatchObject({
    errors: [{ fact: "store", message: expect.stringContaining("none.db") as string }],
  });
  expect(existsSync(join(folder, "none.db"))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ["backup", "--to"],
  ["prove", "--from"],
  ["audit", "--against"],
  ["backups", "--from"],
  ["restore", "--from"],
])("counter %s says by name which folder of %s is not there", async (command, option) => {
  await office();
  const away = join(folder, "away");
  const ran = await counter([command, path, option, away]);
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  const { errors } = JSON.parse(ran.stderr) as { errors: object[] };
  expect(errors).toEqual([{ fact: option.slice(2), code: "type", message: `读不了“${away}”：没有这个文件夹` }]);
  expect(existsSync(away)).toBe(false);
});

it.each([
  [["status", "--bogus"], "bogus", "“status”没有 --bogus 这个选项；可用：--key-file。"],
  [["status", "-x"], "x", "“status”没有 -x 这个选项；可用：--key-file。"],
  [["backup", "--to"], "to", "--to 后面没有写明内容。"],
  [["restore", "--from", "--confirm"], "from", "--from 后面没有写明内容。"],
  [["audit", "--csv=x"], "csv", "--csv 后面不带内容。"],
])("counter %j is refused in the words of the command", async ([command, ...more], fact, message) => {
  const ran = await counter([command!, path, ...more]);
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(JSON.parse(ran.stderr)).toEqual({ errors: [{ fact, code: "type", message }] });
});

it.each([
  [["statsu"], "没有“statsu”这个命令；全部命令见 counter help。"],
  [["status"], "请写明数据文件：counter status 数据文件（数据文件夹里的 counter.db）。"],
])("counter %j says what is missing in one sentence", async (args, message) => {
  const ran = await counter(args);
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(JSON.parse(ran.stderr)).toMatchObject({ errors: [{ message }] });
});

it.each(["status", "backup", "check", "audit", "replay", "upgrade", "unlock"])(
  "counter %s takes neither a folder nor any other file for a damaged store, and leaves nothing beside it",
  async (command) => {
    const place = join(folder, "place");
    mkdirSync(join(place, "data"), { recursive: true });
    const folderGiven = await counter([command, join(place, "data")]);
    expect(folderGiven).toMatchObject({ status: 2, stdout: "" });
    expect(folderGiven.stderr).toContain("是文件夹，请写明里面的数据文件（counter.db）。");
    if (command === "unlock") return;
    writeFileSync(join(place, "letter.db"), "a letter\n".repeat(500));
    const fileGiven = await counter([command, join(place, "letter.db")]);
    expect(fileGiven).toMatchObject({ status: 2, stdout: "" });
    expect(fileGiven.stderr).toContain("这不是本程序的数据文件");
    expect(readdirSync(place).sort()).toEqual(["data", "letter.db"]);
  },
);

it("no command tells of a time but at the counter, with its distance from UTC", async () => {
  await office();
  for (const args of [
    ["backup", path],
    ["prove", path],
    ["status", path],
    ["backups", path, "--from", stick],
    ["restore", path, "--from", stick],
    ["audit", path, "--against", stick],
  ]) {
    const { stdout, stderr, status } = await counter(args);
    expect(status, stderr).toBe(0);
    const said = stdout + stderr;
    expect(said, args[0]).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} \+08:00/);
    expect(said, args[0]).not.toMatch(/\d{4}-\d{2}-\d{2}T\d{2}:/);
    expect(said, args[0]).not.toMatch(/\d{2}:\d{2}:\d{2}(?! \+08:00)/);
  }
});

it("ends quietly with whoever reads no more", async () => {
  await office();
  for (const command of ["status", "check"]) {
    const child = spawn(process.execPath, [program, command, path], { stdio: "pipe" });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.destroy();
    const [status] = (await once(child, "close")) as [number];
    expect(status, command).toBe(141);
    expect(said, command).not.toContain("EPIPE");
  }
});

it("is in the program's own help, with its exit codes", () => {
  const { stdout } = counterProgram(["help"]);
  for (const words of ["counter backup", "counter prove", "counter check", "counter status", "--against", "--looks", "退出码"]) {
    expect(stdout).toContain(words);
  }
});
