/** Whether the machine's clock is believed: at start, while the program runs, after pauses; and how an administrator confirms it. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { form, NOW, PASSWORD, submission, TestDesk } from "./test-desk.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** Where a clock stands that was set back by two days. */
const EARLIER = "2025-07-13";
const ADMINISTRATOR = { login: "admin", password: PASSWORD };

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => {
  const problems = desk.store.verify();
  desk.remove();
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
});

const doubt = async () => (await desk.call("session.status", {})).clockDoubt;
const rows = () => desk.store.audit.count({});
/** The machine is switched off for so long. */
const off = (seconds: number): void => {
  desk.clock.set(seconds);
  desk.restart();
};
const at = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

describe("a clock is doubted", () => {
  test.each([
    ["set back by more than a time service moves it", -5 * MINUTE - 1, "behind"],
    ["set back by two days", -2 * DAY, "behind"],
    ["set on by more than a day", DAY + 1, "ahead"],
    ["set on by 42 days", 42 * DAY, "ahead"],
  ])("while the program runs: %s", async (_what, seconds, kind) => {
    await doubt();
    desk.clock.set(seconds);
    expect(await doubt()).toEqual({ kind, now: at(seconds), stored: NOW });
  });

  test.each([
    ["yesterday", -DAY, "behind"],
    ["a year ago", -365 * DAY, "behind"],
    ["15 days on", 15 * DAY, "ahead"],
    ["42 days on", 42 * DAY, "ahead"],
  ])("at the start: %s", async (_what, seconds, kind) => {
    off(seconds);
    expect(await doubt()).toEqual({ kind, now: at(seconds), stored: NOW });
  });

  test("beyond what the office says that its machines are off", async () => {
    desk.settings({ longestPauseDays: 3 });
    off(4 * DAY);
    expect((await doubt())?.kind).toBe("ahead");
  });
});

describe("a clock is believed", () => {
  test.each([
    ["a step of a time service back", () => desk.clock.set(-4 * MINUTE)],
    ["a correction of some hours forward", () => desk.clock.set(20 * HOUR)],
    ["the program left running, or asleep, for 42 days", () => desk.clock.advance(42 * DAY)],
    ["a weekend off", () => off(3 * DAY)],
    ["the week of National Day off, from the evening before to the Friday after", () => off(8 * DAY + 16 * HOUR)],
    ["Spring Festival with its working Saturday taken off", () => off(10 * DAY + 16 * HOUR)],
  ])("%s", async (_what, passes) => {
    await doubt();
    passes();
    expect(await doubt()).toBeNull();
    await desk.call("session.login", ADMINISTRATOR);
    await desk.call("cases.submit", submission());
  });

  test("in an office that has nobody yet, whatever its file says", async () => {
    const empty = new TestDesk();
    empty.clock.set(-400 * DAY);
    empty.restart();
    expect((await empty.call("session.status", {})).clockDoubt).toBeNull();
    empty.remove();
  });
});

describe("while it is doubted", () => {
  test("nothing is written: by nobody signing in, submitting, saving, locking or leaving", async () => {
    await desk.call("drafts.save", { id: "before", content: form() });
    const before = rows();
    desk.clock.set(-2 * DAY);
    for (const refused of [
      await desk.refusal("cases.submit", submission({ asOf: EARLIER })),
      await desk.refusal("drafts.save", { id: "before", content: form() }),
      await desk.refusal("drafts.save", { id: "new", content: form() }),
      await desk.refusal("session.login", ADMINISTRATOR),
      await desk.refusal("session.login", { login: "nobody", password: PASSWORD }),
      await desk.refusal("session.unlock", { password: PASSWORD }),
    ]) {
      expect(refused.code).toBe("clock-doubted");
    }
    expect((await desk.call("session.status", {})).locked).toBe(true);
    desk.desk.leave();
    expect(rows()).toBe(before);
    expect(desk.store.drafts.get("before")?.updatedAt).toBe(NOW);
  });

  test("what is there is read: drafts, lists, policy, the day", async () => {
    await desk.call("drafts.save", { id: "mine", content: form() });
    const { id } = await desk.call("cases.submit", submission());
    desk.clock.set(42 * DAY);
    expect(await desk.call("drafts.list", {})).toHaveLength(1);
    expect((await desk.call("cases.search", { text: "", state: null, limit: 9, offset: 0 })).rows).toMatchObject([{ id }]);
    expect((await desk.call("reports.day", { date: "2025-07-15", clerkId: null })).counts.accepted).toBe(1);
    expect((await desk.call("policy.matters", {})).length).toBeGreaterThan(0);
    expect((await desk.call("diagnosis.get", {})).lines.find(({ area }) => area === "backup")).toBeDefined();
  });

  test("set right again, everything goes on and nobody has to confirm anything", async () => {
    desk.clock.set(42 * DAY);
    expect((await desk.refusal("cases.submit", submission())).code).toBe("clock-doubted");
    desk.clock.set(-42 * DAY);
    expect(await doubt()).toBeNull();
    await desk.call("cases.submit", submission());
  });
});

describe("an administrator confirms it", () => {
  test("with the password, at the clerk's window, whose session goes on; the audit has both times", async () => {
    const clerk = desk.seat("clerk", "王强");
    await clerk.call("session.status", {});
    desk.clock.set(-2 * DAY);
    expect((await clerk.refusal("drafts.save", { id: "d", content: form() })).code).toBe("clock-doubted");
    await clerk.call("clock.confirm", ADMINISTRATOR);
    await clerk.call("drafts.save", { id: "d", content: form() });
    const { rows: found } = await desk.call("audit.list", { operation: "clock.confirm", limit: 9 });
    expect(found).toMatchObject([
      {
        at: at(-2 * DAY),
        clerk: "测试员",
        title: "确认电脑时间",
        detail: "电脑时间：早于已存的时间；确认的时间：2025-07-13 10:00:00 +08:00；已存的最晚时间：2025-07-15 10:00:00 +08:00",
      },
    ]);
  });

  test("then it goes on before what is stored, over a restart, and is doubted again by what is stored since", async () => {
    await desk.call("cases.submit", submission());
    off(-42 * DAY);
    await desk.call("clock.confirm", ADMINISTRATOR);
    await desk.call("session.login", ADMINISTRATOR);
    await desk.call("drafts.save", { id: "d", content: form() });
    desk.clock.advance(HOUR);
    desk.restart();
    expect(await doubt()).toBeNull();
    await desk.call("session.login", ADMINISTRATOR);
    off(-HOUR);
    expect(await doubt()).toEqual({ kind: "behind", now: at(-42 * DAY), stored: at(-42 * DAY + HOUR) });
  });

  test("then what was written last stands first, and scans stand in the order they came, whatever their times", async () => {
    const scan = (caseId: string, name: string) => {
      const base64 = Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`).toString("base64");
      return desk.call("attachments.add", { requestId: randomUUID(), caseId, material: null, name, base64 });
    };
    const { id, personId } = await desk.call("cases.submit", submission());
    await scan(id, "先.pdf");
    off(-2 * DAY);
    await desk.call("clock.confirm", ADMINISTRATOR);
    await desk.call("session.login", ADMINISTRATOR);
    const later = await desk.call("cases.submit", submission({ asOf: EARLIER }));
    await scan(id, "后.pdf");
    expect((await desk.call("attachments.list", { caseId: id })).map(({ name }) => name)).toEqual(["先.pdf", "后.pdf"]);
    const audit = await desk.call("audit.list", { limit: 200 });
    expect(audit.rows.map(({ sequence }) => sequence)).toEqual(audit.rows.map((_row, place) => audit.rows.length - place));
    // a scan is an event of its case: that one was changed last
    expect((await desk.call("people.get", { id: personId })).cases.map((one) => one.id)).toEqual([id, later.id]);
  });

  test("of a pause that was long in fact: the machine was off for 42 days", async () => {
    off(42 * DAY);
    await desk.call("clock.confirm", ADMINISTRATOR);
    await desk.call("session.login", ADMINISTRATOR);
    desk.clock.set(2 * DAY);
    expect((await doubt())?.kind).toBe("ahead");
  });

  test("nobody else does, and guesses wait longer and longer, at any window", async () => {
    const supervisor = desk.seat("supervisor", "李敏");
    desk.clock.set(-2 * DAY);
    const before = rows();
    const others = { login: supervisor.login, password: PASSWORD };
    expect((await desk.refusal("clock.confirm", others)).code).toBe("wrong-password");
    const wrong = { login: "Admin", password: "wrong-horse" };
    for (let i = 0; i < 3; i++) expect((await desk.refusal("clock.confirm", wrong)).code).toBe("wrong-password");
    expect(await supervisor.refusal("clock.confirm", ADMINISTRATOR)).toMatchObject({ code: "slow-down", retryAfterSeconds: 2 });
    expect(rows()).toBe(before);
    desk.clock.advance(2);
    await desk.call("clock.confirm", ADMINISTRATOR);
    expect(await doubt()).toBeNull();
  });

  test("where it is not doubted there is nothing to confirm", async () => {
    const before = rows();
    await desk.call("clock.confirm", { login: "admin", password: "wrong-horse" });
    expect(rows()).toBe(before);
  });
});
