import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { form, PASSWORD, TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const create = (changes: object = {}) => ({
  requestId: randomUUID(),
  login: "lihong",
  name: "李红",
  role: "clerk" as const,
  ...changes,
});
const OWN = "my-own-pass-7";

describe("a new clerk", () => {
  test("gets a password that is good for one thing: choosing another", async () => {
    const { clerk, oneTimePassword } = await desk.call("clerks.create", create());
    expect(clerk).toMatchObject({ login: "lihong", name: "李红", role: "clerk", active: true, mustChangePassword: true });
    expect(oneTimePassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);

    desk.connection = desk.desk.connect();
    await desk.call("session.login", { login: "LiHong", password: oneTimePassword! });
    expect(await desk.call("session.status", {})).toMatchObject({ passwordChangeNeeded: true, clerk: { name: "李红" } });
    expect((await desk.refusal("drafts.list", {})).code).toBe("password-change-needed");
    await desk.call("session.changePassword", { requestId: randomUUID(), current: oneTimePassword!, next: OWN });
    expect(await desk.call("drafts.list", {})).toEqual([]);
    await desk.call("session.logout", {});
    expect((await desk.refusal("session.login", { login: "lihong", password: oneTimePassword! })).code).toBe("wrong-password");
    await desk.call("session.login", { login: "lihong", password: OWN });
    expect(desk.store.verify()).toEqual([]);
  });

  test("asked for twice with one request is one clerk with one password", async () => {
    const request = create();
    const first = await desk.call("clerks.create", request);
    expect(await desk.call("clerks.create", request)).toEqual(first);
    expect(await desk.call("clerks.list", {})).toHaveLength(2);
    desk.restart();
    // the process that knew the password is gone: the clerk is there, the password is not guessed at
    expect(await desk.call("clerks.create", request)).toMatchObject({ clerk: { id: first.clerk.id }, oneTimePassword: null });
  });

  test("needs a login of their own", async () => {
    await desk.call("clerks.create", create());
    expect((await desk.refusal("clerks.create", create({ login: "LIHONG", name: "另一人" }))).code).toBe("login-taken");
    expect((await desk.refusal("clerks.create", create({ login: "x" }))).code).toBe("bad-input");
  });

  test("passwords stand nowhere in the audit", async () => {
    const { oneTimePassword } = await desk.call("clerks.create", create());
    const rows = [...desk.store.audit.each({})].map((row) => JSON.stringify(row));
    expect(rows.filter((row) => row.includes("clerks.create"))).toHaveLength(1);
    for (const row of rows) expect(row).not.toContain(oneTimePassword!.slice(0, 9));
  });
});

describe("changes", () => {
  test("name and role are kept with who made them", async () => {
    const { clerk } = await desk.call("clerks.create", create());
    await desk.call("clerks.rename", { requestId: randomUUID(), id: clerk.id, name: "李虹" });
    const changed = await desk.call("clerks.changeRole", { requestId: randomUUID(), id: clerk.id, role: "reviewer" });
    expect(changed).toMatchObject({ name: "李虹", role: "reviewer" });
    const what = desk.store.clerks.history(clerk.id).map((change) => [change.what, change.after, change.byName]);
    expect(what).toEqual(
      expect.arrayContaining([
        ["name", "李虹", "测试员"],
        ["role", "reviewer", "测试员"],
      ]),
    );
  });

  test("a reset password is a one-time password; the old one is void", async () => {
    const seat = desk.seat("clerk", "王强");
    const { oneTimePassword } = await desk.call("clerks.resetPassword", { requestId: randomUUID(), id: seat.id });
    // whoever sat there with the old one is out
    expect((await seat.refusal("drafts.list", {})).code).toBe("not-signed-in");
    expect((await seat.refusal("session.login", { login: seat.login, password: PASSWORD })).code).toBe("wrong-password");
    await seat.call("session.login", { login: seat.login, password: oneTimePassword! });
    expect((await seat.refusal("drafts.list", {})).code).toBe("password-change-needed");
  });

  test("switched off: signed out at once, history kept, switched on again", async () => {
    const seat = desk.seat("clerk", "王强");
    const saved = await seat.call("cases.save", { requestId: randomUUID(), draftId: randomUUID(), content: form() });
    const off = { requestId: randomUUID(), id: seat.id, active: false, reason: "调离窗口" };
    expect(await desk.call("clerks.setActive", off)).toMatchObject({ active: false });
    expect((await seat.refusal("drafts.list", {})).code).toBe("not-signed-in");
    expect((await seat.refusal("session.login", { login: seat.login, password: PASSWORD })).code).toBe("wrong-password");
    expect(await desk.call("cases.get", { id: saved.id })).toMatchObject({ clerk: "王强" });
    expect(await desk.call("clerks.names", {})).toContainEqual({ id: seat.id, name: "王强", role: "clerk", active: false });
    await desk.call("clerks.setActive", { ...off, requestId: randomUUID(), active: true, reason: "调回" });
    await seat.call("session.login", { login: seat.login, password: PASSWORD });
  });

  test("somebody stays administrator", async () => {
    const { id } = (await desk.call("session.status", {})).clerk!;
    const off = { requestId: randomUUID(), id, active: false, reason: "试一试" };
    expect((await desk.refusal("clerks.setActive", off)).code).toBe("last-administrator");
    expect((await desk.refusal("clerks.changeRole", { requestId: randomUUID(), id, role: "clerk" })).code).toBe(
      "last-administrator",
    );
    const second = desk.seat("administrator", "第二管理员");
    // nobody but whom it is about, and no recovery code: somebody has to be there
    expect((await second.refusal("clerks.setActive", off)).code).toBe("second-person-needed");
    const checker = desk.seat("reviewer", "复核丙");
    await second.call("clerks.setActive", { ...off, second: { login: checker.login, password: PASSWORD } });
    expect((await second.refusal("clerks.changeRole", { requestId: randomUUID(), id: second.id, role: "clerk" })).code).toBe(
      "last-administrator",
    );
  });

  test("of nobody are refused", async () => {
    for (const name of ["clerks.rename", "clerks.changeRole", "clerks.resetPassword", "clerks.setActive"] as const) {
      const input = { requestId: randomUUID(), id: "nobody" };
      const extra = {
        "clerks.rename": { name: "某某" },
        "clerks.changeRole": { role: "clerk" },
        "clerks.resetPassword": {},
        "clerks.setActive": { active: true, reason: "试一试" },
      }[name];
      expect((await desk.refusal(name, { ...input, ...extra })).code, name).toBe("not-found");
    }
  });
});

describe("the own password", () => {
  const change = (current: string, next: string) => ({ requestId: randomUUID(), current, next });
  test.each([
    ["short1", "short"],
    ["aaaaaaaa", "common"],
    ["adminadmin1", "login"],
    [PASSWORD, "same"],
  ])("%s will not do", async (next) => {
    expect(await desk.refusal("session.changePassword", change(PASSWORD, next))).toMatchObject({
      code: "password-weak",
      fields: [{ fact: "next" }],
    });
  });

  test("needs the present one, which slows down like a login", async () => {
    for (let i = 0; i < 3; i++) {
      expect((await desk.refusal("session.changePassword", change("wrong-wrong", OWN))).code).toBe("wrong-password");
    }
    expect((await desk.refusal("session.changePassword", change(PASSWORD, OWN))).code).toBe("slow-down");
    desk.clock.advance(3);
    await desk.call("session.changePassword", change(PASSWORD, OWN));
  });

  test("a retried change is no wrong password", async () => {
    const request = change(PASSWORD, OWN);
    await desk.call("session.changePassword", request);
    expect(await desk.call("session.changePassword", request)).toBeNull();
  });
});
