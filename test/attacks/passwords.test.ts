/** Guessing: what everybody tries first is no password; names that nobody has are slowed like those of clerks, over restarts. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { passwordProblem } from "../../src-shared/domain/password-rules.ts";
import { TestDesk } from "../unit/desk/test-desk.ts";

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
