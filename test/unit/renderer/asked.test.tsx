/** What a call waits for is asked in a dialog, and the call goes on with the answer: why, and who stands by. */
import { beforeEach, describe, expect, test } from "vitest";
import { ClerksPage } from "../../../src-renderer/admin/clerks/clerks-page.tsx";
import { UnconfirmedPairs } from "../../../src-renderer/admin/audit/unconfirmed.tsx";
import { call, CallFailed } from "../../../src-renderer/app/calls/client.ts";
import { ResetNotice } from "../../../src-renderer/app/banners/reset-notice.tsx";
import { SessionProvider } from "../../../src-renderer/app/session/session.tsx";
import { Asked } from "../../../src-renderer/ui/calls/asked.tsx";
import type { ClerkView } from "../../../src-shared/contract/office.ts";
import { installHost, Refusal, type FakeHost } from "./fake-host.ts";
import { clerk, click, find, get, press, show, status, type, until } from "./screen.tsx";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

describe("why", () => {
  beforeEach(() => {
    host.answers["papers.open"] = ({ reason }: { readonly reason?: string }) =>
      reason === undefined ? new Refusal("reason-needed", "这不是您经办或复核的办件，请写明查看的原因。") : { paper: "p1" };
  });

  test("is typed once, and the paper opens", async () => {
    await show(<Asked />);
    const opened = call("papers.open", { id: "p1" });
    await until(() => find("textbox", "原因") !== undefined, "the dialog");
    expect(document.body.textContent).toContain("这不是您经办或复核的办件");
    await press("F9");
    expect(host.of("papers.open")).toHaveLength(1);
    await type(get("textbox", "原因"), "核对待遇");
    await press("F9");
    await opened;
    expect(host.of("papers.open")[1]).toEqual({ id: "p1", reason: "核对待遇" });
    expect(find("dialog", "请写明原因")).toBeUndefined();
  });

  test("not typed, nothing is opened", async () => {
    await show(<Asked />);
    const opened = call("papers.open", { id: "p1" }).then(
      () => "opened",
      (error: unknown) => (error instanceof CallFailed ? error.error.code : "?"),
    );
    await until(() => find("textbox", "原因") !== undefined, "the dialog");
    await press("Escape");
    expect(await opened).toBe("reason-needed");
    expect(host.of("papers.open")).toHaveLength(1);
  });
});

describe("who stands by", () => {
  const change = { requestId: "4f8b2f2e-90a1-4f0c-9a07-3d1f0f5d2c11", id: "c2", role: "reviewer" } as const;
  beforeEach(() => {
    host.answers["clerks.changeRole"] = ({ second }: { readonly second?: unknown }) =>
      second === undefined ? new Refusal("second-person-needed", "这件事要有第二人在场") : { id: "c2" };
  });

  test("types login and password at the same screen", async () => {
    await show(<Asked />);
    const changed = call("clerks.changeRole", change);
    await until(() => find("textbox", "第二人的登录名") !== undefined, "the dialog");
    await type(get("textbox", "第二人的登录名"), "zhuguan");
    await type(document.querySelector<HTMLInputElement>("input[type=password]")!, "own-2026");
    await press("F9");
    await changed;
    expect(host.of("clerks.changeRole")[1]).toEqual({ ...change, second: { login: "zhuguan", password: "own-2026" } });
  });

  test("is the recovery code where there is nobody", async () => {
    await show(<Asked />);
    const changed = call("clerks.changeRole", change);
    await until(() => find("button", "改用恢复码") !== undefined, "the dialog");
    await click(get("button", "改用恢复码"));
    await type(get("textbox", "恢复码"), "ABCD-EFGH");
    await press("F9");
    await changed;
    expect(host.of("clerks.changeRole")[1]).toEqual({ ...change, second: { recoveryCode: "ABCD-EFGH" } });
  });
});

test("a password that somebody else has set is told, until it is put away", async () => {
  const resets = [{ at: "2025-07-14T02:00:00.000Z", by: "王敏" }];
  await show(
    <SessionProvider session={{ ...status, clerk, resets }}>
      <ResetNotice />
    </SessionProvider>,
  );
  expect(document.body.textContent).toMatch(/您的密码被重置过：.*由 王敏/);
  await click(get("button", "知道了"));
  expect(document.body.textContent).not.toContain("您的密码被重置过");
});

const row = (part: Partial<ClerkView>): ClerkView => ({
  id: "c2",
  login: "fuhe",
  name: "复核乙",
  role: "reviewer",
  acting: null,
  active: true,
  mustChangePassword: false,
  oneTimeUntil: null,
  oneTimeOver: false,
  unconfirmed: true,
  createdAt: null,
  lastLoginAt: null,
  ...part,
});

test("an account that nobody has confirmed is told, and confirmed by whoever is somebody else", async () => {
  host.answers["clerks.list"] = () => [row({}), row({ id: "c3", name: "新来", mustChangePassword: true })];
  host.answers["clerks.confirm"] = () => row({ unconfirmed: false });
  await show(<ClerksPage />);
  await until(() => find("button", "确认是本人") !== undefined, "the page");
  expect(document.body.textContent).toContain("待他人确认");
  await click(get("button", "确认是本人"));
  await press("F9");
  await until(() => host.of("clerks.confirm").length === 1, "the confirmation");
  expect(host.of("clerks.confirm")[0]).toMatchObject({ id: "c2" });
});

test("the audit page lists the pairs", async () => {
  host.answers["audit.unconfirmed"] = () => [
    {
      id: "c2",
      name: "复核乙",
      login: "fuhe",
      role: "reviewer",
      active: true,
      by: "王敏（admin）",
      what: "password",
      at: "2025-07-14T02:00:00.000Z",
      mustChangePassword: true,
    },
  ];
  await show(<UnconfirmedPairs />);
  await until(() => find("region", "还不能算两个人的账号") !== undefined, "the pairs");
  expect(document.body.textContent).toMatch(/复核乙（fuhe，复核.*） 与 王敏（admin）：.*重置密码，本人还没有改密码/);
});
