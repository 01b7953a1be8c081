import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { PASSWORD, TestDesk } from "./test-desk.ts";

const open: TestDesk[] = [];
const testDesk = (...given: ConstructorParameters<typeof TestDesk>): TestDesk => {
  const desk = new TestDesk(...given);
  open.push(desk);
  return desk;
};
afterEach(() => open.splice(0).forEach((desk) => desk.remove()));

const setup = (changes: object = {}) => ({
  requestId: randomUUID(),
  office: { code: "2102", name: "测试区医保中心", cities: ["dalian"] },
  login: "admin",
  name: "测试员",
  password: PASSWORD,
  ...changes,
});

describe("first start", () => {
  test("makes office and administrator and signs in", async () => {
    const desk = testDesk();
    const before = await desk.call("session.status", {});
    expect(before).toMatchObject({
      needsSetup: true,
      clerk: null,
      office: null,
      demo: false,
      host: "browser",
      today: "2025-07-15",
    });
    expect(before.cities).toContainEqual({ id: "dalian", title: "大连" });

    const administrator = await desk.call("session.setup", setup());
    expect(administrator).toMatchObject({ login: "admin", role: "administrator" });
    expect(await desk.call("session.status", {})).toMatchObject({
      needsSetup: false,
      clerk: administrator,
      office: { code: "2102", name: "测试区医保中心", cities: ["dalian"] },
    });
  });

  test("happens once", async () => {
    const desk = testDesk().setUp("administrator", false);
    expect((await desk.refusal("session.setup", setup())).code).toBe("already-set-up");
    expect((await desk.call("session.status", {})).clerk).toBeNull();
  });

  test("takes only a city that has policy data, and a password of eight characters", async () => {
    const desk = testDesk();
    const city = await desk.refusal("session.setup", setup({ office: { code: "2102", name: "某区中心", cities: ["atlantis"] } }));
    expect(city).toMatchObject({ code: "bad-input", fields: [{ fact: "office.cities", code: "unknown" }] });
    const password = await desk.refusal("session.setup", setup({ password: "1234567" }));
    expect(password).toMatchObject({ code: "password-weak", fields: [{ fact: "password", code: "range" }] });
    expect((await desk.call("session.status", {})).needsSetup).toBe(true);
  });

  test("two at once make one administrator", async () => {
    const desk = testDesk();
    const results = await Promise.all([desk.ask("session.setup", setup()), desk.ask("session.setup", setup({ login: "other" }))]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { code: "already-set-up" } });
  });
});

describe("signing in", () => {
  test("opens this connection only, until signing out", async () => {
    const desk = testDesk().setUp("administrator", false);
    const clerk = await desk.call("session.login", { login: "admin", password: PASSWORD });
    expect(clerk).toMatchObject({ login: "admin", name: "测试员", role: "administrator" });
    expect(await desk.desk.call(desk.desk.connect(), "office.get", {})).toMatchObject({ error: { code: "not-signed-in" } });
    expect(await desk.call("office.get", {})).toMatchObject({ code: "2102" });
    await desk.call("session.logout", {});
    expect((await desk.refusal("office.get", {})).code).toBe("not-signed-in");
  });

  test("a wrong password and an unknown login get the same answer", async () => {
    const desk = testDesk().setUp("administrator", false);
    const { traceId: _a, ...wrong } = await desk.refusal("session.login", { login: "admin", password: "wrong" });
    const { traceId: _b, ...unknown } = await desk.refusal("session.login", { login: "nobody", password: "wrong" });
    expect(wrong.code).toBe("wrong-password");
    expect(unknown).toEqual(wrong);
  });

  test.each(["admin", "nobody"])("wrong passwords for %s slow down, and the right one waits, too", async (login) => {
    const desk = testDesk().setUp("administrator", false);
    const attempt = (password: string) => desk.ask("session.login", { login, password });
    const slowDown = (seconds: number) => ({ ok: false, error: { code: "slow-down", retryAfterSeconds: seconds } });
    const wrong = { ok: false, error: { code: "wrong-password" } };

    for (let i = 0; i < 3; i++) expect(await attempt("wrong")).toMatchObject(wrong);
    expect(await attempt("wrong")).toMatchObject(slowDown(2));
    expect(await attempt(PASSWORD)).toMatchObject(slowDown(2));
    desk.clock.advance(1.5);
    expect(await attempt(PASSWORD)).toMatchObject(slowDown(1));
    desk.clock.advance(0.5);
    expect(await attempt("wrong")).toMatchObject(wrong);
    expect(await attempt("wrong")).toMatchObject(slowDown(4));
    desk.clock.advance(4);
    expect(await attempt("wrong")).toMatchObject(wrong);
    expect(await attempt("wrong")).toMatchObject(slowDown(8));
  });

  test("a restart shortens nothing, a success forgets it all", async () => {
    const desk = testDesk().setUp("administrator", false);
    for (const wait of [0, 0, 0, 2, 4]) {
      desk.clock.advance(wait);
      expect((await desk.refusal("session.login", { login: "admin", password: "wrong" })).code).toBe("wrong-password");
    }
    desk.restart();
    const refusal = await desk.refusal("session.login", { login: "admin", password: PASSWORD });
    expect(refusal).toMatchObject({ code: "slow-down", retryAfterSeconds: 8 });
    expect(refusal.message).toContain("8 秒");
    desk.clock.advance(8);
    await desk.call("session.login", { login: "admin", password: PASSWORD });
    expect((await desk.refusal("session.login", { login: "admin", password: "wrong" })).code).toBe("wrong-password");
    expect((await desk.refusal("session.login", { login: "admin", password: "wrong" })).code).toBe("wrong-password");
  });

  test("guesses sent side by side are counted one after another", async () => {
    const desk = testDesk().setUp("administrator", false);
    const guesses = Array.from({ length: 8 }, (_, i) => desk.ask("session.login", { login: "admin", password: `guess-${i}` }));
    const codes = (await Promise.all(guesses)).map((result) => (result.ok ? "ok" : result.error.code));
    expect(codes).toEqual([...Array(3).fill("wrong-password"), ...Array(5).fill("slow-down")]);
  });
});
