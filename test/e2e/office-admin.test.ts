/**
 * The office's administration by keyboard only, in the built app: an administrator makes an auditor, whose one-time password
 * is good for choosing another; the screen locks and opens; settings, backup and its inspection, the recovery code, the audit
 * and its chain. The auditor sees all of it and no button that writes.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { syntheticPerson } from "../../src-main/demo/people.ts";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import { openPage, screenshot, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { launch } from "./browser.ts";
import { ask } from "./ask.ts";
import { Counter } from "./counter.ts";
import { Keyboard } from "./keyboard.ts";

const FAILURE_PICTURE = "out/e2e-failure-admin.png";
const PASSWORD = "counter-2026";
/** Somebody whose case is in the backup, and somebody who came after it. */
const BEFORE = syntheticPerson(21);
const AFTER = syntheticPerson(22);
const LOCK_MINUTES = 15;
const AUDITOR_PASSWORD = "read-only-2026";

describe("the office's administration", () => {
  const data = temporaryFolder();
  const second = join(temporaryFolder(), "stick");
  let browser: Browser;
  let app: RunningApp;
  let opened: OpenPage;
  let keys: Keyboard;
  let oneTime = "";

  const sees = (text: string | RegExp): Promise<void> => opened.page.getByText(text).first().waitFor();
  const gone = (text: string | RegExp): Promise<void> => opened.page.getByText(text).first().waitFor({ state: "detached" });
  const buttons = (): Promise<string[]> => opened.page.locator("main button:visible, .frame-main button:visible").allInnerTexts();

  /** Opens a page of the administration from the palette. */
  async function goTo(typed: string, heading: string): Promise<void> {
    await keys.command(typed);
    await opened.page.getByRole("navigation", { name: "管理" }).getByText(heading, { exact: true }).waitFor();
  }
  /** Chooses an option of the list that has the focus. */
  async function choose(option: string): Promise<void> {
    const at = await opened.page.evaluate(
      (wanted) =>
        document.activeElement instanceof HTMLSelectElement
          ? [...document.activeElement.options].findIndex(({ text }) => text === wanted)
          : -1,
      option,
    );
    expect(at, `the list has ${option}`).not.toBe(-1);
    await keys.press("Home", ...Array.from({ length: at }, () => "ArrowDown"));
  }
  async function saveCase({ name, identityNumber, phone }: typeof BEFORE): Promise<void> {
    const content: DraftContent = {
      matter: "dalian.retirement",
      asOf: "2025-09-16",
      person: { name, identityNumber, phone },
      facts: {
        way: "pension-here",
        pensionMonth: "2025-09",
        capacity: "unit",
        unitKind: "enterprise",
        contributed: { periods: [{ from: "1995-01", to: "2025-08" }] },
      },
      materials: [],
      caseId: null,
      amends: false,
    };
    await ask(opened.page, "cases.save", { requestId: crypto.randomUUID(), draftId: crypto.randomUUID(), content });
  }
  /** Names in the list of cases, which is opened from the palette. */
  async function casesListed(): Promise<string> {
    await keys.command("办件列表");
    await sees(BEFORE.name);
    return await opened.page.locator("table.row-table tbody").innerText();
  }
  /** From the first row of the list of backups to the newest one made for that reason. */
  async function openBackupOf(reason: string): Promise<void> {
    const rows = await opened.page.getByRole("row", { name: /^查看 .* 的备份$/ }).allInnerTexts();
    const at = rows.findIndex((row) => row.includes(reason));
    expect(at, `a backup made for ${reason}`).not.toBe(-1);
    await keys.press(...Array.from({ length: at }, () => "ArrowDown"), "Enter");
  }
  async function unlock(): Promise<void> {
    await keys.arriveAt("密码");
    await keys.type(PASSWORD);
    await keys.press("Enter");
    await opened.page.locator(".frame").waitFor({ state: "visible" });
  }
  async function signIn(login: string, password: string): Promise<void> {
    await opened.page.getByRole("form", { name: "登录" }).waitFor();
    await keys.fill("登录名", login);
    await keys.fill("密码", password);
    await keys.press("Enter");
  }

  beforeAll(async () => {
    mkdirSync(second);
    browser = await launch(inject("browser"));
    app = await startApp({ data });
    opened = await openPage(browser, app.url);
    keys = new Keyboard(opened.page);
  });
  let failed = false;
  beforeEach(({ skip }) => skip(failed, "an earlier step failed"));
  afterEach(async ({ task }) => {
    failed ||= task.result?.state === "fail";
    if (failed) await opened.page.screenshot({ path: FAILURE_PICTURE, fullPage: true });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it("the administrator makes an auditor; the one-time password is shown once", async () => {
    await new Counter(opened.page).setUp({
      office: "大连市中山区医保经办中心",
      code: "210202",
      cities: ["大连"],
      password: PASSWORD,
    });

    await goTo("管理：人员", "人员");
    await sees("最近登录");
    await keys.press("F8");
    await keys.arriveAt("姓名");
    await keys.type("李审");
    await keys.fill("登录名", "lishen");
    await keys.tabToField("岗位");
    await choose("审计");
    await sees("只查看：办件、统计、审计");
    await screenshot(opened.page, "33-new-clerk");
    await keys.press("F9");
    await sees("只显示这一次");
    oneTime = (await opened.page.locator(".secret").innerText()).trim();
    expect(oneTime).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    await screenshot(opened.page, "34-one-time-password");
    await keys.press("Escape");
    await gone("只显示这一次");
    await sees("待改一次性密码");
    await screenshot(opened.page, "35-clerks");
  });

  it("a screen locked over an open form hides it, and gives it back as it was", async () => {
    await keys.press("F4");
    await keys.arriveAt("筛选事项");
    await keys.type("txdy");
    await keys.press("Enter");
    await sees("办事人");
    await keys.fill("姓名", "锁屏前");
    await keys.press("F12");
    await keys.arriveAt("密码");
    await screenshot(opened.page, "36-locked");
    expect(await opened.page.locator(".frame").isVisible()).toBe(false);
    await keys.type("not-it-2026");
    await keys.press("Enter");
    await sees("账号或密码不对");
    await keys.retype(PASSWORD);
    await keys.press("Enter");
    await opened.page.locator(".frame").waitFor({ state: "visible" });
    expect((await keys.focus()).value).toBe("锁屏前");
    // a dialog that is open is hidden with the rest, and the key works from within it
    await keys.press("F1");
    await sees("当前页面可用");
    await keys.press("F12");
    await keys.arriveAt("密码");
    expect(await opened.page.getByText("当前页面可用").isVisible()).toBe(false);
    await keys.type(PASSWORD);
    await keys.press("Enter");
    await opened.page.getByText("当前页面可用").waitFor({ state: "visible" });
    await keys.press("Escape");
  });

  it("settings are changed with a reason", async () => {
    await goTo("管理：单位设置", "单位设置");
    await sees("出厂设置，还没有人改过");
    await keys.fill("复核金额起点（元）", "5000");
    await keys.fill("无操作锁屏（分钟）", "0");
    await sees("应为 1–120 的整数");
    await keys.fill("无操作锁屏（分钟）", "15");
    await screenshot(opened.page, "37-settings");
    await keys.press("F9");
    await keys.arriveAt("修改原因");
    await keys.type("内控制度第 8 条");
    await keys.press("F9");
    await sees(/王敏 于 .* 修改：内控制度第 8 条/);
    expect(await opened.page.getByLabel("复核金额起点（元）").inputValue()).toBe("5000.00");
  });

  it("a window that nobody touches is locked after the minutes of the settings: by the host, and by the page itself", async () => {
    await app.passTime(LOCK_MINUTES * 60_000 - 5_000);
    await goTo("管理：人员", "人员");
    await sees("最近登录");
    await app.passTime(LOCK_MINUTES * 60_000 + 1_000);
    await keys.press("F2");
    await keys.type("王");
    await unlock();
    // another window of the same session, whose own clock runs ahead; the host's stands
    const other = await opened.context.newPage();
    await other.clock.install();
    await other.goto(new URL("/", app.url).href);
    await other.getByRole("navigation", { name: "主导航" }).waitFor();
    await other.clock.runFor(LOCK_MINUTES * 60_000);
    await other.getByRole("textbox", { name: "密码" }).waitFor();
    await other.close();
    await keys.press("F2");
    // what was asked before would be answered from memory
    await keys.type("李");
    await unlock();
    const audit = await ask<{ rows: readonly { detail: string }[] }>(opened.page, "audit.list", {
      operation: "session.lock",
      limit: 9,
    });
    expect(audit.rows.slice(0, 2).map(({ detail }) => detail)).toEqual(["方式：超时自动", "方式：超时自动"]);
  });

  it("a backup is made in two places and can be looked into", async () => {
    await saveCase(BEFORE);
    await goTo("管理：数据安全", "数据安全");
    await sees("设置第二备份位置");
    await keys.tabTo("设置第二位置");
    await keys.press("Enter");
    await keys.arriveAt("文件夹的完整路径");
    await sees("移动硬盘、U 盘和网络盘");
    await keys.type(second);
    await keys.press("F9");
    await sees("第二备份位置已启用");
    await keys.press("F8");
    await sees("备份已完成并校验");
    await sees("此后没有新的写入");
    expect(readdirSync(second).length).toBeGreaterThan(0);
    await opened.page
      .getByRole("row", { name: /^查看 .* 的备份$/ })
      .first()
      .waitFor();
    await screenshot(opened.page, "38-safety");
    await keys.tabTo(/^查看 .* 的备份$/);
    await keys.press("Enter");
    await sees("每一块都读过，与校验值一致，可以恢复。");
    await sees("大连市中山区医保经办中心");
    await screenshot(opened.page, "39-inspect-backup");
    await keys.press("Escape");
    await gone("每一块都读过");
  });

  it("the recovery code is shown once, for the password", async () => {
    await keys.tabTo("制作恢复码");
    await keys.press("Enter");
    await keys.arriveAt("您的密码");
    await keys.type(PASSWORD);
    await keys.press("F9");
    await sees("只显示这一次。请打印或抄写两份");
    const code = (await opened.page.locator(".secret").innerText()).trim();
    expect(code.length).toBeGreaterThanOrEqual(26);
    await screenshot(opened.page, "40-recovery-code");
    await opened.page.emulateMedia({ media: "print" });
    expect(await opened.page.locator(".print-code").innerText()).toBe(code);
    expect(await opened.page.locator(".frame").isVisible()).toBe(false);
    await opened.page.emulateMedia({ media: null });
    await keys.press("Escape");
    await sees("还没有打印");
    await keys.press("Escape");
    await sees(/恢复码制作于/);
    expect(await opened.page.content()).not.toContain(code);
  });

  it("the restore asks for reason and password, ends all sessions, and can be taken back", async () => {
    await saveCase(AFTER);
    expect(await casesListed()).toContain(AFTER.name);
    await goTo("管理：数据安全", "数据安全");
    await keys.tabTo(/^查看 .* 的备份$/);
    await openBackupOf("手动");
    await sees("恢复后会失去");
    await keys.press("F9");
    await keys.arriveAt("恢复原因");
    await keys.type("演练恢复");
    await keys.fill("您的密码", PASSWORD);
    await screenshot(opened.page, "41-restore");
    await keys.press("F9");
    await sees("数据已经换成所选备份");
    await signIn("admin", PASSWORD);
    await opened.page.locator(".frame").waitFor();
    expect(await casesListed()).not.toContain(AFTER.name);
    await goTo("管理：数据安全", "数据安全");
    await sees(/由备份恢复过，可以撤回/);
    await keys.tabTo("撤回恢复");
    await keys.press("Enter");
    await keys.arriveAt("恢复原因");
    await keys.type("演练结束");
    await keys.fill("您的密码", PASSWORD);
    await keys.press("F9");
    await signIn("admin", PASSWORD);
    await opened.page.locator(".frame").waitFor();
    expect(await casesListed()).toContain(AFTER.name);
  });

  it("the machine's state is told line by line", async () => {
    await goTo("管理：诊断", "诊断");
    await sees("检查于");
    await screenshot(opened.page, "42-diagnosis");
    const download = opened.page.waitForEvent("download");
    await keys.press("F10");
    expect((await download).suggestedFilename()).toMatch(/诊断/);
  });

  it("another clerk signs in over the locked screen, with the one-time password, and chooses another", async () => {
    await keys.press("F12");
    await keys.arriveAt("密码");
    await keys.tabTo("换人登录");
    await keys.press("Enter");
    await keys.arriveAt("登录名");
    await keys.type("lishen");
    await keys.fill("密码", oneTime);
    await keys.press("Enter");
    await sees("李审，请设定自己的密码");
    await keys.arriveAt("一次性密码");
    await keys.type(oneTime);
    await keys.fill("新密码", "12345678");
    await sees("太常见，容易被猜中");
    await keys.fill("新密码", AUDITOR_PASSWORD);
    await keys.fill("再次输入新密码", AUDITOR_PASSWORD);
    await screenshot(opened.page, "43-first-password");
    await keys.press("Enter");
    await opened.page.locator(".frame").waitFor();
    await opened.page.getByRole("heading", { name: "办件" }).waitFor();
  });

  it("the auditor reads everything and finds no button that writes", async () => {
    expect(await opened.page.getByRole("navigation", { name: "主导航" }).innerText()).not.toContain("办事");
    await goTo("管理：人员", "人员");
    await sees("您的岗位只能查看");
    expect(await buttons()).toEqual([]);
    await goTo("管理：单位设置", "单位设置");
    await sees("内控制度第 8 条");
    expect(await buttons()).toEqual([]);
    await goTo("管理：数据安全", "数据安全");
    await sees("恢复由管理员进行");
    expect(await buttons()).toEqual([]);
  });

  it("the audit is filtered and its chain is whole", async () => {
    await goTo("管理：审计", "审计");
    await sees("校验值");
    await keys.tabToField("操作");
    await choose("修改本单位设置");
    await opened.page.waitForFunction(() => document.querySelectorAll("table.audit tbody tr").length === 1);
    await sees("原因：内控制度第 8 条");
    await keys.press("F8");
    await sees(/已逐行校验 \d+ 行，记录链完整/);
    await screenshot(opened.page, "44-audit");
    const download = opened.page.waitForEvent("download");
    await keys.tabTo("导出 PDF");
    await keys.press("Enter");
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    await keys.tabTo("全部");
    await keys.press("Enter");
    await opened.page.waitForFunction(() => document.querySelectorAll("table.audit tbody tr").length > 5);
    expect(opened.complaints.filter((line) => !/40[0-9]/.test(line))).toEqual([]);
  });
});
