import { notifications, Notifications } from "@mantine/notifications";
import { useState } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { Cover } from "../../../src-renderer/app/session/cover.tsx";
import { health } from "../../../src-renderer/app/calls/health.ts";
import { useCommands } from "../../../src-renderer/app/keys/commands.tsx";
import { UnlockScreen } from "../../../src-renderer/app/start/unlock-screen.tsx";
import { NewPasswordScreen } from "../../../src-renderer/app/start/new-password-screen.tsx";
import { Dialog } from "../../../src-renderer/ui/dialogs/dialog.tsx";
import { clerk, click, find, get, press, show, status, type, until } from "./screen.tsx";
import { installHost, Refusal, type FakeHost } from "./fake-host.ts";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
  host.answers["session.status"] = () => status;
  health.sessionRenewed();
});

/** A form with a dialog over it, and a key that covers both. */
function Work() {
  const [covered, setCovered] = useState(false);
  useCommands([{ id: "lock", label: "锁", key: "F12", always: true, run: () => setCovered(true) }]);
  return (
    <>
      <input aria-label="姓名" />
      <Notifications />
      <Dialog title="材料" onClose={() => undefined}>
        <button type="button">收取</button>
      </Dialog>
      {covered ? (
        <Cover label="屏幕已锁定">
          <button type="button" onClick={() => setCovered(false)}>
            解锁
          </button>
        </Cover>
      ) : null}
    </>
  );
}

test("a covered page holds nothing of app, dialogs and messages, and gives them back as they were", async () => {
  await show(<Work />);
  await type(get("input", "姓名"), "张三");
  await press("F12");
  const others = () => [...document.body.children].filter((element) => !element.classList.contains("cover")) as HTMLElement[];
  expect(others()).toEqual([]);
  // whoever looks into the page finds nothing either
  expect(document.documentElement.innerHTML).not.toContain("张三");
  expect([...document.querySelectorAll("input")].map(({ value }) => value)).toEqual([]);
  expect(document.activeElement?.textContent).toBe("解锁");
  // something that appears below is hidden, too
  const late = document.createElement("div");
  document.body.append(late);
  await until(() => !late.isConnected, "the late element to be taken out");
  notifications.clean();
  await click(get("button", "解锁"));
  expect(others().length).toBeGreaterThan(1);
  expect(late.isConnected).toBe(true);
  expect((get("input", "姓名") as HTMLInputElement).value).toBe("张三");
});

describe("unlocking", () => {
  const locked = { ...status, locked: true };

  test("by the clerk's password", async () => {
    host.answers["session.unlock"] = ({ password }: { password: string }) =>
      password === "right" ? clerk : new Refusal("wrong-password", "账号或密码不对。");
    await show(<UnlockScreen status={locked} clerk={clerk} />);
    const password = get("input[type=password]");
    await type(password, "wrong");
    await click(get("button", "解锁"));
    await until(() => document.body.textContent.includes("账号或密码不对"), "the refusal");
    expect((password as HTMLInputElement).value).toBe("");
    await type(password, "right");
    await click(get("button", "解锁"));
    await until(() => host.of("session.unlock").length === 2, "the second try");
    expect(host.of("session.unlock")).toEqual([{ password: "wrong" }, { password: "right" }]);
  });

  test("or somebody else signs in, and comes back when not", async () => {
    await show(<UnlockScreen status={locked} clerk={clerk} />);
    await click(get("button", "换人登录"));
    expect(document.body.textContent).toContain("屏幕由 经办甲 锁定");
    await click(get("button", "返回"));
    expect(find("button", "解锁")).toBeDefined();
  });
});

test("a one-time password is changed for one that the desk would take", async () => {
  host.answers["session.changePassword"] = () => null;
  await show(<NewPasswordScreen status={{ ...status, demo: false }} clerk={clerk} />);
  const [current, next, repeat] = [...document.querySelectorAll<HTMLInputElement>("input[type=password]")];
  if (!current || !next || !repeat) throw new Error("three passwords are asked for");
  await type(current, "abcd-efgh-jkmn");
  await type(next, "12345678");
  await type(repeat, "12345678");
  await click(get("button", "修改密码"));
  expect(document.body.textContent).toContain("太常见");
  await type(next, "longer-2026");
  await click(get("button", "修改密码"));
  expect(document.body.textContent).toContain("两次输入的密码不一致");
  expect(host.of("session.changePassword")).toEqual([]);
  await type(repeat, "longer-2026");
  await click(get("button", "修改密码"));
  await until(() => host.of("session.changePassword").length === 1, "the change");
  expect(host.of("session.changePassword")[0]).toMatchObject({ current: "abcd-efgh-jkmn", next: "longer-2026" });
});
