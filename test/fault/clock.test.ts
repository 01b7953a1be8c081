/** A machine whose clock is set back a day, set on, or goes over New Year while the counter works. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backupProblem } from "../../src-main/desk/safety/backups.ts";
import { backupName } from "../../src-main/store/backups/names.ts";
import { thinned } from "../../src-main/store/backups/folder.ts";
import { roomsIn } from "../../src-main/store/backups/places/rooms.ts";
import { inThisThread } from "../../src-main/store/backups/in-thread.ts";
import { openWithSafe, type Act, type SafeStore } from "../../src-main/store/index.ts";
import { ENOUGH, form, PASSWORD, TestClock, TestDesk, TOO_FEW } from "../unit/desk/test-desk.ts";
import { act } from "./deeds.ts";
import { keepersIn, setUpOnce, storeIn, submissionOf, submit } from "./work.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Ten in the morning of the last day of the year, at the counter. */
const LAST_DAY = "2025-12-31T02:00:00.000Z";

describe("at the counter", () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk({}, LAST_DAY).setUp()));
  afterEach(() => {
    const problems = desk.store.verify();
    desk.remove();
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  });

  const submitted = async (facts = ENOUGH): Promise<{ id: string; receiptNumber: string }> => {
    const content = form({ asOf: "2025-12-30", facts });
    const draft = { requestId: randomUUID(), draftId: randomUUID(), content, reason: "" };
    const { id, receiptNumber } = await desk.call("cases.submit", draft);
    return { id, receiptNumber: receiptNumber! };
  };
  /** Somebody sets the clock, and the administrator says that it is right wherever it is doubted. */
  async function set(seconds: number): Promise<void> {
    desk.clock.set(seconds);
    await desk.call("clock.confirm", { login: "admin", password: PASSWORD });
  }
  const ledgerOf = (date: string) => desk.call("reports.day", { date, clerkId: null });

  it("receipt numbers and the day's books over New Year and back: no number twice, each day its own", async () => {
    const numbers: string[] = [];
    // 31 December, 1 January, back to 31 December, to 30 December, on to 1 January
    for (const seconds of [0, DAY, -DAY, -DAY, 2 * DAY]) {
      await set(seconds);
      numbers.push((await submitted()).receiptNumber);
    }
    expect(numbers).toEqual(["21022025000001", "21022026000001", "21022025000002", "21022025000003", "21022026000002"]);
    expect((await ledgerOf("2025-12-30")).receiptNumbers).toMatchObject({ first: "21022025000003", count: 1 });
    expect((await ledgerOf("2025-12-31")).receiptNumbers).toMatchObject({ last: "21022025000002", count: 2 });
    expect((await ledgerOf("2026-01-01")).receiptNumbers).toMatchObject({ count: 2 });
    for (const date of ["2025-12-30", "2025-12-31", "2026-01-01"]) {
      expect((await ledgerOf(date)).checks.find(({ kind }) => kind === "receipt-numbers")).toMatchObject({
        passed: true,
        items: [],
      });
    }
    // midnight is the counter's, not London's
    await set(-10 * HOUR - 1);
    expect((await submitted()).receiptNumber).toBe("21022025000004");
    await set(1);
    expect((await submitted()).receiptNumber).toBe("21022026000003");
  });

  it("a closed day stays closed when the clock comes back to it, and shows what came after", async () => {
    await submitted();
    await desk.call("reports.closeDay", { requestId: randomUUID(), date: "2025-12-31", note: "明日打印" });
    await set(DAY);
    await submitted();
    await set(-DAY);
    await submitted();
    const ledger = await ledgerOf("2025-12-31");
    expect(ledger).toMatchObject({ counts: { accepted: 2 }, mayClose: false });
    const again = { requestId: randomUUID(), date: "2025-12-31", note: "再次日结" };
    expect((await desk.refusal("reports.closeDay", again)).message).toBe("这一天已经日结，请查看日结表。");
    const future = { requestId: randomUUID(), date: "2026-01-01", note: "" };
    expect((await desk.refusal("reports.closeDay", future)).code).toBe("bad-input");
  });

  it("drafts are kept, saved and found in the wrong time, too", async () => {
    await desk.call("drafts.save", { id: "today", content: form() });
    await set(-DAY);
    await desk.call("drafts.save", { id: "yesterday", content: form() });
    await desk.call("drafts.save", { id: "today", content: form({ person: { ...form().person, name: "单长江" } }) });
    const drafts = await desk.call("drafts.list", {});
    expect(drafts.map(({ id, content }) => `${id} ${content.person.name}`).sort()).toEqual(["today 单长江", "yesterday 单长河"]);
    await set(-400 * DAY);
    desk.restart();
    expect(await desk.call("drafts.list", {})).toHaveLength(2);
  });

  it("what is due stays due on its day, whatever day the machine takes it to be", async () => {
    desk.settings({ timeLimits: [{ matter: "dalian.retirement", workingDays: 3 }] });
    const { id } = await submitted(TOO_FEW);
    const { due } = await desk.call("cases.get", { id });
    // 1 to 3 January are holidays, Sunday the 4th is worked
    expect(due).toMatchObject({ dueOn: "2026-01-06", standing: "soon" });
    const listed = async (which: "soon" | "overdue") =>
      (await desk.call("cases.search", { text: "", state: null, due: which, limit: 10, offset: 0 })).rows.map((row) => row.id);
    for (const [seconds, soon, overdue] of [
      [-DAY, [], []],
      [30 * DAY, [], [id]],
      [-60 * DAY, [], []],
      [31 * DAY, [id], []],
    ] as const) {
      await set(seconds);
      expect((await desk.call("cases.get", { id })).due?.dueOn).toBe("2026-01-06");
      expect([await listed("soon"), await listed("overdue")], desk.clock.now()).toEqual([soon, overdue]);
    }
  });

  it("the audit is whole and each of its rows is shown once, page by page", async () => {
    for (const seconds of [0, DAY, -2 * DAY, 3 * DAY, -DAY]) {
      await set(seconds);
      await submitted();
    }
    const shown: number[] = [];
    for (let before: number | null | undefined; before !== null;) {
      const page = desk.store.audit.query({ limit: 3, ...(before === undefined ? {} : { before }) });
      shown.push(...page.rows.map(({ sequence }) => sequence));
      before = page.next;
    }
    const all = [...desk.store.audit.each({})].map(({ sequence }) => sequence);
    expect(shown).toHaveLength(new Set(shown).size);
    expect(shown.sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
    expect((await desk.call("audit.verify", {})).sound).toBe(true);
  });

  it("wrong passwords make wait no longer, a session left alone locks no later", async () => {
    for (let i = 0; i < 3; i++) await desk.ask("session.login", { login: "admin", password: "wrong-password" });
    const { retryAfterSeconds } = await desk.refusal("session.login", { login: "admin", password: PASSWORD });
    expect(retryAfterSeconds).toBe(2);
    await set(-DAY);
    await desk.call("session.login", { login: "admin", password: PASSWORD });

    await desk.call("office.get", {});
    desk.clock.advance(HOUR);
    desk.clock.set(-DAY);
    expect((await desk.refusal("office.get", {})).message).toBe("屏幕已锁定，请输入密码解锁后继续；填写的内容都还在。");
  });
});

describe("backups and restores", () => {
  let folder: string;
  let clock: TestClock;
  let office: SafeStore;
  let failing: boolean;
  const open = (): SafeStore =>
    openWithSafe(storeIn(folder), {
      clock,
      keepers: keepersIn(folder),
      onFailure: () => void (failing = true),
      threads: inThisThread(),
    });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "yibao-clock-"));
    clock = new TestClock(LAST_DAY);
    failing = false;
    office = open();
    setUpOnce(office.store);
  });
  afterEach(() => {
    office.closeNow();
    rmSync(folder, { recursive: true, force: true });
  });

  let serial = 0;
  const oneMore = (): string => submit(office.store, submissionOf(3, ++serial));
  const total = (): number => office.store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;
  const restoring = (): Act => act("backup.restore", { at: clock.now() });

  it("a backup made a day back holds the newest state, and an older one of a later date stays", async () => {
    oneMore();
    const first = await office.safe.backups.make("manual");
    oneMore();
    clock.set(-DAY);
    const second = await office.safe.backups.make("manual");
    expect(second.holds?.cases).toBe(2);
    expect(office.safe.backups.list().map(({ name }) => name)).toEqual([second.name, first.name]);
    expect(office.safe.backups.status().changedSince).toBe(0);
    for (const backup of [first, second]) expect((await office.safe.restore.inspect(backup)).sound).toBe(true);
    // a start in the wrong time: the newest is the one that reaches furthest, not the one of the latest date
    await office.close();
    office = open();
    expect(office.safe.backups.status()).toMatchObject({ changedSince: 0, lastAt: second.at });
  });

  it("thinning keeps what lies in the future, and the newest of every day and month when the clock was far on", () => {
    const at = (instant: string) => backupName(instant, "timer", null);
    const names = ["2026-01-02T09:00", "2026-01-01T10:00", "2026-01-01T09:00", "2025-12-31T09:00", "2025-12-31T08:00"].map(
      (minute) => at(`${minute}:00.000Z`),
    );
    expect(thinned(names, "2025-12-31T10:00:00.000Z", false)).toEqual([]);
    // two years on, by mistake: one of each month is left, the newest
    expect(thinned(names, "2028-01-01T00:00:00.000Z", false)).toEqual([names[1], names[2], names[4]]);
    // as long as anybody doubts it, nothing goes
    expect(thinned(names, "2028-01-01T00:00:00.000Z", true)).toEqual([]);
  });

  it("a failure is told though an earlier backup seems to be of a later time", async () => {
    clock.set(400 * DAY);
    oneMore();
    await office.safe.backups.make("manual");
    clock.set(-400 * DAY);
    const stick = join(folder, "stick");
    office.safe.backups.setFolder(act("backup.chooseFolder"), stick);
    await office.safe.backups.make("manual");
    expect(failing).toBe(false);
    // a file lies where the folder of chunks was
    const [room = ""] = roomsIn(stick);
    rmSync(join(room, "chunks"), { recursive: true });
    writeFileSync(join(room, "chunks"), "");
    oneMore();
    await office.safe.backups.make("manual");
    expect(failing).toBe(true);
    expect(backupProblem(office.safe.backups.status(), office.safe.keys.status(), clock.now())).toMatch(
      /^最近一次备份没有完成.*请检查备份位置/,
    );
  });

  it("what went last is what is brought back, though an earlier restore seems to be of a later time", async () => {
    oneMore();
    const backup = await office.safe.backups.make("manual");
    for (const cases of [2, 3, 4]) {
      clock.advance(60);
      while (total() < cases) oneMore();
      await office.safe.restore.run(restoring(), backup);
      expect(total()).toBe(1);
      // each time a day further back
      clock.set(-DAY);
    }
    await office.safe.restore.undo(restoring());
    expect(total()).toBe(4);
    expect(office.store.verify()).toEqual([]);
  });
});
