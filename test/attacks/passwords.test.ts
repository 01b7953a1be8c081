/**
 * Guessing: what everybody tries first is no password; names that nobody has are slowed like those of clerks, over restarts. Many at
 * once keep nobody waiting for long, and what lies on a slip of paper opens nothing for ever.
 */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MOST_PASSWORDS } from "../../src-main/desk/session/password-queue.ts";
import { rescueDesk } from "../unit/desk/rescue/rescue-desk.ts";
import { passwordProblem } from "../../src-shared/domain/password-rules.ts";
import { PASSWORD, TestDesk } from "../unit/desk/test-desk.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = new TestDesk().setUp("administrator", false);
});
afterEach(() => desk.remove());

it.each([
  "Aa123456",
  "passw0rd",
  "P@ssw0rd!",
  "abcd1234",
  "admin888",
  "Admin@123",
  "123456789012",
  "qwer1234",
  "1qaz2wsx",
  "woaini1314",
  "yibao123",
  "zxcvbnm,./",
  "a1a1a1a1",
])("%s is too common", (password) => expect(passwordProblem(password, "wang")).not.toBeNull());

it.each(["counter-2026", "correct-horse", "kv7w-r2dm-qp84", "lan-tian-8bai", "大连窗口2026好", "Herbst7Regen", "q8#Lm2vT"])(
  "%s will do",
  (password) => expect(passwordProblem(password, "wang")).toBeNull(),
);

const guess = async (login: string) => (await desk.refusal("session.login", { login, password: "not-it-2026" })).code;

it.each(["admin", "nobody"])("%s is slowed in whatever letters it is tried, before and after a restart", async (login) => {
  const capital = login.toUpperCase();
  expect([await guess(login), await guess(capital), await guess(login)]).toEqual(Array(3).fill("wrong-password"));
  expect(await guess(capital)).toBe("slow-down");
  desk.restart();
  expect(await guess(login)).toBe("slow-down");
});

it("a name that nobody has stands nowhere in the store, nor does what was typed there by mistake", async () => {
  await guess("geheim-kennwort");
  const { store } = desk;
  expect(store.unknownLogins.of("GEHEIM-KENNWORT").failedLogins).toBe(1);
  expect(JSON.stringify([...store.audit.each({})])).not.toMatch(/geheim/i);
});

it("guesses that come side by side fill no queue: the ones beyond are told at once, and the clerk comes to their turn", async () => {
  const guesses = Array.from({ length: 3 * MOST_PASSWORDS }, (_, i) =>
    desk.desk.call(desk.desk.connect(), "session.login", { login: `nobody-${i}`, password: "not-it-2026" }),
  );
  const answers = await Promise.all(guesses);
  const told = answers.filter((answer) => !answer.ok && answer.error.code === "slow-down");
  expect(told).toHaveLength(2 * MOST_PASSWORDS);
  expect(told[0]).toMatchObject({ error: { message: /正在核对的密码太多/, retryAfterSeconds: 3 } });
  expect(await desk.call("session.login", { login: "admin", password: PASSWORD })).toMatchObject({ login: "admin" });
});

it("nor at the page of a store that does not open", async () => {
  const rescue = rescueDesk();
  const code = "0000-0000-0000-0000-0000-0000-0000";
  const tries = Array.from({ length: 2 * MOST_PASSWORDS }, () =>
    rescue.call(rescue.connect(), "rescue.backups", { folder: null, recoveryCode: code }),
  );
  const answers = await Promise.all(tries);
  const told = answers.filter((answer) => !answer.ok && /正在核对的密码太多/.test(answer.error.message));
  expect(told).toHaveLength(MOST_PASSWORDS);
});

it("a one-time password ends after the days that the office has set, told to whoever gives and whoever has it", async () => {
  await desk.call("session.login", { login: "admin", password: PASSWORD });
  const made = await desk.call("clerks.create", { requestId: randomUUID(), login: "xin", name: "新来的", role: "clerk" });
  expect(made.clerk).toMatchObject({ oneTimeUntil: "2025-07-18T02:00:00.000Z", oneTimeOver: false });
  const own = { login: "xin", password: made.oneTimePassword! };
  const guest = desk.desk.connect();
  const signIn = async () => await desk.desk.call(guest, "session.login", own);
  desk.clock.advance(3 * 24 * 3600 - 1);
  expect(await signIn()).toMatchObject({ ok: true });
  desk.clock.advance(1);
  expect(await signIn()).toMatchObject({ error: { code: "one-time-ended", message: /过期.*管理员重新设置/ } });
  // nor is it changed any more by whoever sat there before
  const change = { requestId: randomUUID(), current: own.password, next: "lan-tian-8bai" };
  expect(await desk.desk.call(guest, "session.changePassword", change)).toMatchObject({ error: { code: "one-time-ended" } });
  await desk.call("session.login", { login: "admin", password: PASSWORD });
  const listed = (await desk.call("clerks.list", {})).find(({ login }) => login === "xin");
  expect(listed).toMatchObject({ oneTimeOver: true });
  const again = await desk.call("clerks.resetPassword", { requestId: randomUUID(), id: made.clerk.id });
  expect(await desk.desk.call(guest, "session.login", { ...own, password: again.oneTimePassword! })).toMatchObject({ ok: true });
  // a password of one's own has no end
  desk.clock.advance(400 * 24 * 3600);
  desk.settings({ oneTimePasswordDays: 1 });
  expect(await desk.call("session.login", { login: "admin", password: PASSWORD })).toMatchObject({ login: "admin" });
});
