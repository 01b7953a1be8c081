import { beforeEach, expect, test } from "vitest";
import { ClockScreen } from "../../../src-renderer/app/start/clock-screen.tsx";
import { health } from "../../../src-renderer/app/calls/health.ts";
import { openWork } from "../../../src-renderer/app/session/open-work.ts";
import { SESSION_KEY } from "../../../src-renderer/app/session/session.tsx";
import { click, find, get, show, status, type, until } from "./screen.tsx";
import { installHost, Refusal, type FakeHost } from "./fake-host.ts";

const DOUBT = { kind: "behind", now: "2025-07-13T02:00:00.000Z", stored: "2025-07-15T01:30:00.000Z" } as const;

let host: FakeHost;
beforeEach(() => {
  host = installHost();
  host.answers["session.status"] = () => ({ ...status, clockDoubt: DOUBT });
});

async function shown(mayLook = true) {
  const client = await show(<ClockScreen status={status} doubt={DOUBT} mayLook={mayLook} />);
  await client.fetchQuery({ queryKey: SESSION_KEY, queryFn: () => host.answers["session.status"]!({} as never) });
  return client;
}

test("tells both times and how far they are apart; what has not been set right is said", async () => {
  await shown();
  expect(document.body.textContent).toContain("早了约 2 天");
  expect(document.body.textContent).toContain("2025-07-13 10:00");
  expect(document.body.textContent).toContain("2025-07-15 09:30");
  await click(get("button", "重新检查"));
  await until(() => document.body.textContent.includes("电脑时间还是不对"), "that it is still wrong");
});

test("set right, what was typed meanwhile is stored at once", async () => {
  await shown();
  let stored = 0;
  const takeOff = openWork.add(() => Promise.resolve(void stored++));
  host.answers["session.status"] = () => ({ ...status, clockDoubt: null });
  await click(get("button", "重新检查"));
  await until(() => stored === 1, "the work to be stored");
  expect(stored).toBe(1);
  takeOff();
});

test("a wrong password of the administrator's is told and taken out; nobody looks on who is not signed in", async () => {
  host.answers["clock.confirm"] = () => new Refusal("wrong-password", "账号或密码不对");
  await shown(false);
  expect(find("button", "先查看，不保存")).toBeUndefined();
  await type(get("input", "管理员登录名"), "admin");
  await type(get("input", "密码"), "wrong-horse");
  await click(get("button", "确认时间没有错"));
  await until(() => document.body.textContent.includes("账号或密码不对"), "the refusal");
  expect((get("input", "密码") as HTMLInputElement).value).toBe("");
  health.clockAsked(false);
});
