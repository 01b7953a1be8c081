/** The machine is dead: on a new one, before an office is set up, a stick, its recovery code and an administrator of it are enough. */
import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { makeRecoveryCode } from "../../../src-main/store/keys/recovery-code.ts";
import { filesOf } from "./rescue/rescue-desk.ts";
import { ADMIN, Machine, roomIn, sharedOffice, temporaryFolder } from "./rescue/rescue-office.ts";

const LATER = "2025-07-18T02:00:00.000Z";
const { office, nextDay } = sharedOffice();

/** The stick as it lies in the new machine, in a folder that nobody remembers the name of. */
let stick: string;
const drive = { path: "/media/stick", label: "BACKUP", totalBytes: 4e9, freeBytes: 2e9 };

function newMachine(): Machine {
  stick = join(temporaryFolder(), "stick");
  cpSync(office.second, join(stick, "备份", "医保"), { recursive: true });
  const machine = new Machine(temporaryFolder(), LATER);
  onTestFinished(() => machine.stop());
  return machine;
}

async function begun(machine = newMachine()): Promise<Machine> {
  await machine.start({ listDrives: () => Promise.resolve([drive]) });
  expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: true });
  expect(await machine.call("session.beginRestore", {})).toBeNull();
  return machine;
}

const given = (changes: object = {}) => ({
  requestId: randomUUID(),
  folder: roomIn(join(stick, "备份", "医保")),
  name: office.backup,
  recoveryCode: office.code,
  ...ADMIN,
  reason: "换电脑",
  ...changes,
});

describe("the first start", () => {
  test("offers a restore: stick, recovery code, administrator of the backup; then a second person, and a second place", async () => {
    const machine = await begun();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "first-start", ways: ["restore"] });
    expect(await machine.call("rescue.drives", { recoveryCode: null })).toEqual([drive]);
    // nothing is shown of what lies on the stick before the code is given
    const closed = { folders: [], backups: [], needsCode: true };
    expect(await machine.call("rescue.backups", { folder: stick, recoveryCode: null })).toEqual(closed);
    const wrong = { folder: stick, recoveryCode: makeRecoveryCode() };
    expect((await machine.refusal("rescue.backups", wrong)).code).toBe("recovery-code-wrong");
    const { backups } = await machine.call("rescue.backups", { folder: stick, recoveryCode: office.code });
    const found = backups.find(({ name }) => name === office.backup)!;
    expect(found).toMatchObject({ office: "测试区医保中心", holds: { cases: 1, clerks: [] } });
    const inspected = { folder: found.folder, name: found.name, recoveryCode: office.code };
    const plan = await machine.call("rescue.inspect", inspected);
    expect(plan).toMatchObject({ sound: true, otherKey: false, present: null, lost: null });
    expect(plan.ageMinutes).toBeGreaterThan(24 * 60);
    expect((await machine.refusal("rescue.restore", given({ password: "not-it-2026" }))).code).toBe("wrong-password");
    expect((await machine.refusal("rescue.restore", given({ recoveryCode: null }))).code).toBe("recovery-code-needed");
    expect(await machine.call("rescue.restore", given())).toBeNull();

    await machine.call("session.login", ADMIN);
    const status = await machine.call("session.status", {});
    expect(status).toMatchObject({ needsSetup: false, restoreToConfirm: { reason: "换电脑" } });
    expect((await machine.call("cases.search", { text: "", state: null, limit: 5, offset: 0 })).rows).toHaveLength(1);
    expect((await machine.call("audit.verify", {})).sound).toBe(true);
    // of the store without an office nothing is left
    expect(readdirSync(machine.data).filter((file) => /before-restore|restoring/.test(file))).toEqual([]);

    // what was set up on the old machine is asked anew, until somebody has answered
    const { folders } = await machine.call("backup.status", {});
    // the old machine's path may be another stick here
    expect(folders.map(({ kind }) => kind)).toEqual(["beside-store"]);
    expect((await machine.call("session.status", {})).newMachine).toEqual({ secondPlaceWas: office.second });
    // a start later it is still asked for
    await machine.stop();
    await machine.start();
    await machine.call("session.login", ADMIN);
    expect((await machine.call("session.status", {})).newMachine).toEqual({ secondPlaceWas: office.second });
    const place = join(stick, "备份", "医保");
    await machine.call("backup.chooseFolder", { requestId: randomUUID(), folder: place });
    expect((await machine.call("session.status", {})).newMachine).toBeNull();
    await machine.call("backup.now", {});
    const kept = await machine.call("backup.list", { folder: place });
    expect(kept.map(({ name }) => name)).toContain(office.backup);
  });

  test("leads back to setting up an office", async () => {
    const machine = await begun();
    expect((await machine.refusal("session.status", {})).code).toBe("rescuing");
    expect(await machine.call("rescue.retry", {})).toBeNull();
    expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: true });
    // and there once more
    await machine.call("session.beginRestore", {});
    expect(await machine.call("rescue.restore", given())).toBeNull();
  });

  test("is over where there is an office: its data make way for nobody's", async () => {
    const machine = nextDay();
    await machine.start();
    expect((await machine.refusal("session.beginRestore", {})).code).toBe("already-set-up");
    expect((await machine.refusal("rescue.restore", given())).code).toBe("not-rescuing");
  });

  test("asks for the code also where this machine has the key: whoever stands here has shown nothing yet", async () => {
    const old = nextDay();
    rmSync(old.data, { recursive: true });
    mkdirSync(old.data);
    stick = join(temporaryFolder(), "stick");
    cpSync(office.second, join(stick, "备份", "医保"), { recursive: true });
    await begun(old);
    const wrong = { folder: stick, recoveryCode: makeRecoveryCode() };
    expect((await old.refusal("rescue.backups", wrong)).code).toBe("recovery-code-wrong");
    expect((await old.refusal("rescue.restore", given({ recoveryCode: makeRecoveryCode() }))).code).toBe("recovery-code-wrong");
    expect(await old.call("rescue.restore", given())).toBeNull();
  });

  test("says of backups without a recovery code that only their own machine opens them", async () => {
    const other = await new Machine(temporaryFolder()).start();
    await other.call("session.setup", {
      requestId: randomUUID(),
      office: { code: "2103", name: "没有恢复码的窗口", cities: ["dalian"] },
      name: "李明",
      ...ADMIN,
    });
    await other.call("backup.now", {});
    await other.stop();
    const machine = await begun();
    const folder = join(other.data, "backups");
    const refused = await machine.refusal("rescue.backups", { folder, recoveryCode: office.code });
    expect(refused).toMatchObject({ code: "backup-unsigned", message: expect.stringContaining("没有制作过恢复码") });
  });
});

describe("an office that somebody has set up on the new machine by mistake", () => {
  let machine: Machine;
  let place: string;
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "counter-office-"));
    machine = await new Machine(place, LATER).start();
    await machine.call("session.setup", {
      requestId: randomUUID(),
      office: { code: "2102", name: "新建的窗口", cities: ["dalian"] },
      name: "王敏",
      ...ADMIN,
    });
    return async () => {
      await machine.stop();
      rmSync(place, { recursive: true });
    };
  });

  test("is told whose the backups of the stick are; they are not called damaged, and choosing the stick leaves them alone", async () => {
    stick = join(temporaryFolder(), "stick");
    cpSync(office.second, stick, { recursive: true });
    const before = filesOf(roomIn(stick));
    const listed = await machine.call("backup.list", { folder: stick });
    expect(listed[0]).toMatchObject({ office: "测试区医保中心", holds: null });
    const { folder, name } = listed[0]!;
    const plan = await machine.call("backup.inspect", { folder, name });
    expect(plan).toMatchObject({ sound: true, otherKey: true, problems: [] });
    const room = roomIn(stick);
    await machine.call("backup.chooseFolder", { requestId: randomUUID(), folder: stick });
    await machine.call("backup.now", {});
    expect(filesOf(room)).toEqual(before);
    const { folders } = await machine.call("backup.status", {});
    expect(folders[1]).toMatchObject({ others: ["测试区医保中心"] });
  });

  test("hears which place did not take a backup", async () => {
    const usb = join(temporaryFolder(), "usb");
    await machine.call("backup.chooseFolder", { requestId: randomUUID(), folder: usb });
    await machine.call("backup.now", {});
    renameSync(usb, `${usb}-pulled`);
    mkdirSync(usb);
    const refused = await machine.refusal("backup.now", {});
    expect(refused.code).toBe("backup-failed");
    for (const part of [join(machine.data, "backups"), usb, "已经备份到", "第二备份位置不在"])
      expect(refused.message).toContain(part);
    expect((await machine.call("backup.status", {})).problem).toContain(usb);
    expect(readdirSync(usb)).toEqual([]);
    expect(existsSync(join(`${usb}-pulled`, "keys.json"))).toBe(false);
  });
});

test("a new office has no false alarm in its first minute, and a backup of the future is no age and hides nothing", async () => {
  const machine = await new Machine(temporaryFolder()).start();
  onTestFinished(() => machine.stop());
  await machine.call("session.setup", {
    requestId: randomUUID(),
    office: { code: "2102", name: "新单位", cities: ["dalian"] },
    name: "王敏",
    ...ADMIN,
  });
  const fresh = await machine.call("backup.status", {});
  expect(fresh.folders).toMatchObject([{ reachable: true, lastAt: null }]);
  expect(fresh.problem).not.toContain("不能写入");
  for (const missing of ["恢复码", "第二备份位置"]) expect(fresh.problem).toContain(missing);

  await machine.call("backup.now", {});
  machine.clock.set(-42 * 24 * 60 * 60);
  const status = await machine.call("backup.status", {});
  expect(status).toMatchObject({ ageMinutes: null, problem: expect.stringContaining("晚于本机时间") });
  expect(status.lastAt).not.toBeNull();
  const { lines } = await machine.call("diagnosis.get", {});
  expect(lines.find(({ area }) => area === "backup")).toMatchObject({ state: "bad", advice: expect.stringContaining("时间") });
  // made now it reaches further, and its age is told
  await machine.call("clock.confirm", ADMIN);
  await machine.call("session.login", ADMIN);
  await machine.call("backup.now", {});
  expect(await machine.call("backup.status", {})).toMatchObject({ ageMinutes: 0 });
});
