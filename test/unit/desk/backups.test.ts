/** Backups, restoring and diagnosis through the calls, over a real store with its real safe. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openWithSafe, StoreRefusal, type SafeStore } from "../../../src-main/store/index.ts";
import { MAN, PASSWORD, submission, TestDesk } from "./test-desk.ts";

let desk: TestDesk;
let kept: SafeStore;
beforeEach(() => {
  desk = new TestDesk();
  desk.store.close();
  kept = openWithSafe(join(desk.folder, "counter.db"), { clock: desk.clock, onFailure: () => undefined });
  desk.store = kept.store;
  desk.desk = desk.newDesk({ store: kept.store, safe: kept.safe });
  desk.connection = desk.desk.connect();
  desk.setUp();
  standingBy = { login: desk.seat("reviewer", "复核乙").login, password: PASSWORD };
});
afterEach(() => {
  // the desk's own end would close the store without its timers
  kept.closeNow();
  desk.store = { close: () => undefined } as never;
  desk.remove();
});

/** Who stands by at a restore. */
let standingBy: { readonly login: string; readonly password: string };
const confirmed = (changes: object = {}) => ({
  requestId: randomUUID(),
  password: PASSWORD,
  second: standingBy,
  reason: "误操作，退回上午的数据",
  ...changes,
});

describe("a backup", () => {
  test("is made on demand, listed, and says what it holds", async () => {
    await desk.call("cases.submit", submission());
    expect(await desk.call("backup.status", {})).toMatchObject({ lastAt: null, ageMinutes: null });
    const made = await desk.call("backup.now", {});
    expect(made).toMatchObject({ reason: "manual" });
    desk.clock.advance(300);
    expect(await desk.call("backup.status", {})).toMatchObject({
      ageMinutes: 5,
      problem: expect.stringMatching(/第二备份位置/),
    });
    const [listed] = await desk.call("backup.list", { folder: null });
    expect(listed).toMatchObject({ name: made.name, holds: { cases: 1, people: 1, office: "测试区医保中心" } });
    const { rows } = await desk.call("audit.list", { operation: "backup.now", limit: 5 });
    expect(rows).toMatchObject([{ title: "要求立即备份", detail: "" }]);
  });

  test("holds the line that asked for it; one that fails says so in a line of its own", async () => {
    await desk.call("cases.submit", submission());
    await desk.call("backup.now", {});
    expect(await desk.call("backup.status", {})).toMatchObject({ changedSince: 0 });
    const failing = { ...kept.safe.backups, make: () => Promise.reject(new StoreRefusal("backup-failed", "the disk is gone")) };
    const broken = desk.newDesk({ store: kept.store, safe: { ...kept.safe, backups: failing } });
    expect(await broken.call(desk.connection, "backup.now", {})).toMatchObject({ ok: false, error: { code: "backup-failed" } });
    const { rows } = await desk.call("audit.list", { operation: "backup.now", limit: 5 });
    expect(rows.map(({ detail }) => detail)).toEqual(["没有完成：是", "", ""]);
    expect(await desk.call("backup.status", {})).toMatchObject({ changedSince: 2 });
  });

  test("goes to a second place as well, which has to be one", async () => {
    const second = join(desk.folder, "usb");
    mkdirSync(second);
    const status = await desk.call("backup.chooseFolder", { requestId: randomUUID(), folder: second });
    expect(status.folders.map(({ kind }) => kind)).toContain("second");
    await desk.call("backup.now", {});
    expect((await desk.call("backup.list", { folder: second })).length).toBeGreaterThan(0);
    const file = join(desk.folder, "no-folder");
    writeFileSync(file, "");
    expect((await desk.refusal("backup.chooseFolder", { requestId: randomUUID(), folder: file })).code).toBe("backup-failed");
  });
});

describe("choosing a folder", () => {
  test("asks the desktop's dialog, or lists what the browser's host finds", async () => {
    const pickFolder = () => Promise.resolve("/media/usb");
    const picked = await desk.newDesk({ pickFolder }).call(desk.connection, "backup.pickFolder", {});
    expect(picked).toEqual({ ok: true, value: { folder: "/media/usb" } });
    const listFolders = (path: string | null) =>
      path === null
        ? Promise.resolve({ path, parent: null, folders: [{ name: "/media/usb", path: "/media/usb", drive: null }], more: false })
        : Promise.reject(new Error("outside"));
    const browsing = desk.newDesk({ listFolders });
    expect(await browsing.call(desk.connection, "backup.folders", { path: null })).toMatchObject({ ok: true });
    expect(await browsing.call(desk.connection, "backup.folders", { path: "/etc" })).toMatchObject({
      ok: false,
      error: { code: "bad-input", message: expect.stringContaining("直接填写完整路径") },
    });
    for (const call of [desk.refusal("backup.pickFolder", {}), desk.refusal("backup.folders", { path: null })])
      expect((await call).code).toBe("bad-input");
  });
});

describe("restoring", () => {
  test("shows what would be lost, needs the password, ends all sessions, and can be taken back", async () => {
    const kept1 = await desk.call("cases.submit", submission());
    const { folder, name } = await desk.call("backup.now", {});
    desk.clock.advance(60);
    const lost = await desk.call("cases.submit", submission());
    const plan = await desk.call("backup.inspect", { folder, name });
    expect(plan).toMatchObject({ sound: true, otherStore: false, holds: { cases: 1 }, present: { cases: 2 } });
    expect(plan.lost).toMatchObject({ cases: 1, receiptNumbers: [lost.receiptNumber] });

    const colleague = desk.seat("clerk", "经办甲");
    expect((await desk.refusal("backup.restore", { ...confirmed({ password: "wrong-wrong" }), folder, name })).code).toBe(
      "wrong-password",
    );
    const request = { ...confirmed(), folder, name };
    expect((await desk.call("backup.restore", request)).message).toMatch(/重新登录/);
    expect((await desk.refusal("drafts.list", {})).code).toBe("not-signed-in");
    expect((await colleague.refusal("drafts.list", {})).code).toBe("not-signed-in");

    await desk.call("session.login", { login: "admin", password: PASSWORD });
    expect(await desk.call("cases.get", { id: kept1.id })).toMatchObject({ state: "submitted" });
    expect((await desk.refusal("cases.get", { id: lost.id })).code).toBe("not-found");
    // an answer that got lost is asked for again: nothing is restored twice
    await desk.call("backup.restore", request);
    await desk.call("session.login", { login: "admin", password: PASSWORD });

    expect((await desk.call("backup.status", {})).undoableRestoreAt).not.toBeNull();
    await desk.call("backup.undoRestore", confirmed());
    await desk.call("session.login", { login: "admin", password: PASSWORD });
    expect(await desk.call("cases.get", { id: lost.id })).toMatchObject({ state: "submitted" });
    expect(desk.store.verify()).toEqual([]);
  });

  test("of nothing is refused", async () => {
    expect((await desk.refusal("backup.undoRestore", confirmed())).code).toBe("restore-refused");
    const missing = { folder: desk.folder, name: "none" };
    expect((await desk.refusal("backup.inspect", missing)).code).toBe("not-found");
    expect(["not-found", "backup-damaged"]).toContain(
      (await desk.refusal("backup.restore", { ...confirmed(), ...missing })).code,
    );
    expect(await desk.call("drafts.list", {})).toEqual([]);
  });
});

describe("the diagnosis", () => {
  test("tells how the machine stands, with what to do, and nothing of anybody", async () => {
    await desk.call("cases.submit", submission());
    const { lines } = await desk.call("diagnosis.get", {});
    const state = (area: string) => lines.find((line) => line.area === area)?.state;
    expect(state("store")).toBe("good");
    expect(state("backup")).toBe("bad");
    expect(state("clock")).toBe("good");
    const advice = lines.filter((line) => line.state !== "good").map((line) => line.advice);
    expect(advice.length).toBeGreaterThan(0);
    for (const sentence of advice) expect(sentence).toMatch(/请/);
    const file = await desk.call("diagnosis.export", {});
    const text = Buffer.from(file.base64!, "base64").toString("utf8");
    expect(text).toContain("测试区医保中心");
    expect(text).not.toMatch(new RegExp(`${MAN}|单长河|19800000061`));
  });

  test("notices a clock that was set back, and printers", async () => {
    await desk.call("cases.submit", submission());
    desk.clock.set(-3600);
    const { lines } = await desk.call("diagnosis.get", {});
    expect(lines.find(({ area }) => area === "clock")).toMatchObject({ state: "bad", advice: expect.stringMatching(/日期/) });
    const printers = async (listPrinters: () => Promise<string[]>) => {
      desk.desk = desk.newDesk({ store: kept.store, safe: kept.safe, listPrinters });
      const found = await desk.call("diagnosis.get", {});
      return found.lines.find(({ area }) => area === "printer")!.state;
    };
    expect(await printers(() => Promise.resolve(["HP"]))).toBe("good");
    expect(await printers(() => Promise.resolve([]))).toBe("bad");
    expect(await printers(() => Promise.reject(new Error("spooler")))).toBe("bad");
  });
});

describe("the key", () => {
  test("its recovery code needs the password and is shown once", async () => {
    expect(await desk.call("keys.status", {})).toMatchObject({ encrypted: expect.any(Boolean) });
    expect((await desk.refusal("keys.newRecoveryCode", { requestId: randomUUID(), password: "wrong-wrong" })).code).toBe(
      "wrong-password",
    );
  });
});

test("without a safe the calls say so", async () => {
  const bare = new TestDesk().setUp();
  expect((await bare.refusal("backup.now", {})).code).toBe("backup-failed");
  expect((await bare.call("backup.status", {})).problem).toMatch(/没有启用/);
  expect(await bare.call("keys.status", {})).toMatchObject({ encrypted: false });
  expect((await bare.call("diagnosis.get", {})).lines.find(({ area }) => area === "backup")).toMatchObject({ state: "bad" });
  bare.remove();
  expect(existsSync(bare.folder)).toBe(false);
});
