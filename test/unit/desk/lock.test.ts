import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { form, PASSWORD, TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const lockedBy = () => [...desk.store.audit.each({ operation: "session.lock" })].map((row) => (row.detail as { by: string }).by);

describe("locking", () => {
  test("on demand: nothing but unlocking, and the draft is still there", async () => {
    await desk.call("drafts.save", { id: "draft-1", content: form() });
    await desk.call("session.lock", {});
    expect(await desk.call("session.status", {})).toMatchObject({ locked: true, clerk: { name: "测试员" } });
    for (const name of ["drafts.list", "office.get", "policy.matters"] as const) {
      expect((await desk.refusal(name, {})).code, name).toBe("locked");
    }
    expect((await desk.refusal("drafts.save", { id: "draft-1", content: form({ asOf: "x" }) })).code).toBe("locked");
    await desk.call("session.unlock", { password: PASSWORD });
    expect(await desk.call("session.status", {})).toMatchObject({ locked: false });
    expect(await desk.call("drafts.list", {})).toMatchObject([{ id: "draft-1", content: form() }]);
    expect(lockedBy()).toEqual(["clerk"]);
  });

  test("after idle minutes, which polling does not prolong", async () => {
    desk.settings({ lockAfterMinutes: 5 });
    await desk.call("office.get", {});
    for (let minute = 0; minute < 4; minute++) {
      desk.clock.advance(60);
      expect((await desk.call("session.status", {})).locked).toBe(false);
      await desk.call("work.today", {});
    }
    desk.clock.advance(59);
    await desk.call("office.get", {});
    desk.clock.advance(299);
    expect((await desk.call("session.status", {})).locked).toBe(false);
    desk.clock.advance(1);
    expect((await desk.refusal("office.get", {})).code).toBe("locked");
    expect(await desk.call("session.status", {})).toMatchObject({ locked: true, lockAfterMinutes: 5 });
    expect(lockedBy()).toEqual(["idle"]);
  });

  test("is told in the audit: by whom, by the page's own watch, by the end of the program", async () => {
    await desk.call("session.lock", { by: "idle" });
    await desk.call("session.unlock", { password: PASSWORD });
    const colleague = desk.seat("clerk", "王强");
    await colleague.call("session.status", {});
    const away = desk.seat("clerk", "李雷");
    await away.call("session.lock", {});
    desk.desk.connect();
    desk.desk.leave();
    // nobody was signed in on one window, and another was locked already
    expect(lockedBy()).toEqual(["idle", "clerk", "closing", "closing"]);
    expect((await colleague.refusal("drafts.list", {})).code).toBe("locked");
    await desk.call("session.unlock", { password: PASSWORD });
    const { rows } = await desk.call("audit.list", { operation: "session.lock", limit: 9 });
    expect(rows.map(({ detail, clerk }) => `${clerk} ${detail}`).sort()).toEqual([
      "李雷 方式：本人（F12）",
      "测试员 方式：关闭程序",
      "测试员 方式：超时自动",
      "王强 方式：关闭程序",
    ]);
  });

  test("setting the clock on is no idle time", async () => {
    await desk.call("office.get", {});
    desk.clock.set(3600);
    expect(await desk.call("session.status", {})).toMatchObject({ locked: false, clockDoubt: null });
  });

  test("setting the clock back does not keep a session open", async () => {
    await desk.call("office.get", {});
    desk.clock.advance(601);
    desk.clock.set(-7200);
    expect((await desk.refusal("office.get", {})).code).toBe("locked");
  });

  test("wrong passwords slow down as at the login, and count there, too", async () => {
    await desk.call("session.lock", {});
    for (let i = 0; i < 3; i++) expect((await desk.refusal("session.unlock", { password: "wrong" })).code).toBe("wrong-password");
    expect(await desk.refusal("session.unlock", { password: PASSWORD })).toMatchObject({
      code: "slow-down",
      retryAfterSeconds: 2,
    });
    const elsewhere = desk.desk.connect();
    const login = await desk.desk.call(elsewhere, "session.login", { login: "admin", password: PASSWORD });
    expect(login).toMatchObject({ error: { code: "slow-down" } });
    desk.clock.advance(2);
    await desk.call("session.unlock", { password: PASSWORD });
  });

  test("a colleague may sign in on the locked window: the other session ends", async () => {
    const colleague = desk.seat("clerk", "王强");
    await colleague.call("session.status", {});
    await desk.call("session.lock", {});
    await desk.call("session.login", { login: colleague.login, password: PASSWORD });
    expect(await desk.call("session.status", {})).toMatchObject({ locked: false, clerk: { name: "王强" } });
  });

  test("another's password does not unlock", async () => {
    const colleague = desk.seat("clerk", "王强");
    await colleague.call("session.status", {});
    await colleague.call("session.lock", {});
    const { oneTimePassword } = await desk.call("clerks.resetPassword", {
      requestId: randomUUID(),
      id: (await desk.call("clerks.create", { requestId: randomUUID(), login: "other", name: "赵六", role: "clerk" })).clerk.id,
    });
    expect((await colleague.refusal("session.unlock", { password: oneTimePassword! })).code).toBe("wrong-password");
  });

  test("a clerk switched off while locked is out, not locked", async () => {
    const colleague = desk.seat("clerk", "王强");
    await colleague.call("session.status", {});
    await colleague.call("session.lock", {});
    await desk.call("clerks.setActive", { requestId: randomUUID(), id: colleague.id, active: false, reason: "调离" });
    expect((await colleague.refusal("session.unlock", { password: PASSWORD })).code).toBe("not-signed-in");
  });
});
