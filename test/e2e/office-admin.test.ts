/**
 * The office's administration by keyboard only, in the built app: an administrator makes a clerk, whose one-time password is good
 * for choosing another; the screen locks and opens; settings, backup and its inspection, the recovery code, the audit and its
 * chain. An auditor sees all of it and no button that writes.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { syntheticPerson } from "../../src-main/demo/people.ts";
import type { CaseView } from "../../src-shared/domain/case.ts";
import type { SessionStatus } from "../../src-shared/contract/session.ts";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import { screenshot, temporaryFolder } from "./app.ts";
import { confirmClerks, newClerk, requestId, setUpOffice } from "./prepared.ts";
import { itHadNothingToComplainOf, PASSWORD, workplace } from "./workplace.ts";

/** Somebody whose case is in the backup, and somebody who came after it. */
const BEFORE = syntheticPerson(21);
const AFTER = syntheticPerson(22);
/** Said once in this office, to be found in its audit. */
const REASON = "与来人核对证件";
/** Stands by at a restore. */
const SECOND = "shenji";

describe("the office's administration", () => {
  const second = join(temporaryFolder(), "stick");
  const place = workplace({
    name: "admin",
    prepare: async () => {
      mkdirSync(second);
      await setUpOffice(place, { clerks: [{ login: "shenji", name: "李审", role: "auditor" }] });
      const { personId } = await saveCase(BEFORE);
      await place.ask("people.reveal", { requestId: requestId(), id: personId, reason: REASON });
    },
  });
  const sees = (text: string | RegExp): Promise<void> => place.sees(text);
  const gone = (text: string | RegExp): Promise<void> => place.gone(text);
  const buttons = (): Promise<string[]> => place.page.locator("main button:visible").allInnerTexts();

  /** Opens a page of the administration from the palette. */
  async function goTo(typed: string, heading: string): Promise<void> {
    await place.keys.command(typed);
    await place.page.getByRole("navigation", { name: "管理" }).getByText(heading, { exact: true }).waitFor();
  }
  /** Chooses an option of the list that has the focus. */
  async function choose(option: string): Promise<void> {
    const at = await place.page.evaluate(
      (wanted) =>
        document.activeElement instanceof HTMLSelectElement
          ? [...document.activeElement.options].findIndex(({ text }) => text === wanted)
          : -1,
      option,
    );
    expect(at, `the list has ${option}`).not.toBe(-1);
    await place.keys.press("Home", ...Array.from({ length: at }, () => "ArrowDown"));
  }
  function saveCase({ name, identityNumber, phone }: typeof BEFORE): Promise<CaseView> {
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
    return place.ask<CaseView>("cases.save", { requestId: requestId(), draftId: requestId(), content });
  }
  /** Names in the list of cases, which is opened from the palette. */
  async function casesListed(): Promise<string> {
    await place.keys.command("办件列表");
    await sees(BEFORE.name);
    return await place.page.locator("main table[aria-label] tbody").innerText();
  }
  /** From the first row of the list of backups to the newest one made for that reason. */
  async function openBackupOf(reason: string): Promise<void> {
    const rows = await place.page.getByRole("row", { name: /^查看 .* 的备份$/ }).allInnerTexts();
    const at = rows.findIndex((row) => row.includes(reason));
    expect(at, `a backup made for ${reason}`).not.toBe(-1);
    await place.keys.press(...Array.from({ length: at }, () => "ArrowDown"), "Enter");
  }
  async function unlock(): Promise<void> {
    await place.keys.arriveAt("密码");
    await place.keys.type(PASSWORD);
    await place.keys.press("Enter");
    await place.page.getByRole("navigation", { name: "主导航" }).waitFor({ state: "visible" });
  }

  it("the administrator makes an auditor; the one-time password is shown once", async () => {
    await place.as("admin");
    await goTo("管理：人员", "人员");
    await sees("最近登录");
    await place.keys.press("F8");
    await place.keys.arriveAt("姓名");
    await place.keys.type("孙审");
    await place.keys.fill("登录名", "sunshen");
    await place.keys.tabToField("岗位");
    await choose("审计");
    await sees("只查看：办件、统计、审计");
    await screenshot(place.page, "33-new-clerk");
    await place.keys.press("F9");
    await sees("只显示这一次");
    const oneTime = (await place.page.locator("[data-part=secret]").innerText()).trim();
    expect(oneTime).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    await screenshot(place.page, "34-one-time-password");
    await place.keys.press("Escape");
    await gone("只显示这一次");
    await sees("待改一次性密码");
    await screenshot(place.page, "35-clerks");
  });

  it("a screen locked over an open form hides it, and gives it back as it was", async () => {
    await place.as("admin");
    await place.keys.press("F4");
    await place.keys.arriveAt("筛选事项");
    await place.keys.type("txdy");
    await place.keys.press("Enter");
    await sees("办事人");
    await place.keys.fill("姓名", "锁屏前");
    await place.keys.press("F12");
    await place.keys.arriveAt("密码");
    await screenshot(place.page, "36-locked");
    expect(await place.page.getByRole("navigation", { name: "主导航" }).isVisible()).toBe(false);
    await place.keys.type("not-it-2026");
    await place.keys.press("Enter");
    await sees("账号或密码不对");
    await place.keys.retype(PASSWORD);
    await place.keys.press("Enter");
    await place.page.getByRole("navigation", { name: "主导航" }).waitFor({ state: "visible" });
    expect((await place.keys.focus()).value).toBe("锁屏前");
    // a dialog that is open is hidden with the rest, and the key works from within it
    await place.keys.press("F1");
    await sees("当前页面可用");
    await place.keys.press("F12");
    await place.keys.arriveAt("密码");
    expect(await place.page.getByText("当前页面可用").isVisible()).toBe(false);
    await place.keys.type(PASSWORD);
    await place.keys.press("Enter");
    await place.page.getByText("当前页面可用").waitFor({ state: "visible" });
    await place.keys.press("Escape");
  });

  it("settings are changed with a reason", async () => {
    await place.as("admin");
    await goTo("管理：单位设置", "单位设置");
    await sees("出厂设置，还没有人改过");
    await place.keys.fill("复核金额起点（元）", "5000");
    await place.keys.fill("无操作锁屏（分钟）", "0");
    await sees("应为 1–120 的整数");
    await place.keys.fill("无操作锁屏（分钟）", "15");
    await screenshot(place.page, "37-settings");
    await place.keys.press("F9");
    await place.keys.arriveAt("修改原因");
    await place.keys.type("内控制度第 8 条");
    await place.keys.press("F9");
    await sees(/王敏 于 .* 修改：内控制度第 8 条/);
    expect(await place.page.getByLabel("复核金额起点（元）").inputValue()).toBe("5000.00");
  });

  it("a window that nobody touches is locked after the minutes of the settings: by the host, and by the page itself", async () => {
    await place.as("admin");
    const minutes = (await place.ask<SessionStatus>("session.status", {})).lockAfterMinutes;
    await place.app.passTime(minutes * 60_000 - 5_000);
    await goTo("管理：人员", "人员");
    await sees("最近登录");
    await place.app.passTime(minutes * 60_000 + 1_000);
    await place.keys.press("F2");
    await place.keys.type("王");
    await unlock();
    // another window is told, and takes over when somebody signs in there; its own clock runs ahead, the host's stands
    const other = await place.page.context().newPage();
    await other.clock.install();
    await other.goto(new URL("/", place.app.url).href);
    await other.getByText("医保窗口已在另一个标签页或窗口中打开").waitFor();
    await other.getByRole("button", { name: "在这里继续" }).click();
    await other.getByRole("textbox", { name: "登录名" }).fill("admin");
    await other.getByRole("textbox", { name: "密码" }).fill(PASSWORD);
    await other.keyboard.press("Enter");
    await other.getByRole("navigation", { name: "主导航" }).waitFor();
    const told = other.waitForResponse(/session\.lock$/);
    await other.clock.runFor(minutes * 60_000);
    await other.getByRole("textbox", { name: "密码" }).waitFor();
    await told;
    await other.close();
    // the first one is over, and says so
    await place.keys.press("F2");
    await place.keys.type("李");
    await sees("医保窗口已在另一个标签页或窗口中打开");
    await place.page.getByRole("button", { name: "在这里继续" }).click();
    await place.signIn("admin");
    await place.page.getByRole("navigation", { name: "主导航" }).waitFor();
    const locks = { operation: "session.lock", limit: 9 };
    const audit = await place.ask<{ rows: readonly { detail: string }[] }>("audit.list", locks);
    expect(audit.rows.slice(0, 2).map(({ detail }) => detail)).toEqual(["方式：超时自动", "方式：超时自动"]);
  });

  it("a backup is made in two places and can be looked into", async () => {
    await place.as("admin");
    await goTo("管理：数据安全", "数据安全");
    await sees("设置第二备份位置");
    await place.keys.tabTo("设置第二位置");
    await place.keys.press("Enter");
    await place.keys.arriveAt("文件夹的完整路径");
    await sees("移动硬盘、U 盘和网络盘");
    await place.keys.type(second);
    await place.keys.press("F9");
    await sees("第二备份位置已启用");
    await place.keys.press("F8");
    await sees("备份已完成并校验");
    await sees("此后没有新的写入");
    expect(readdirSync(second).length).toBeGreaterThan(0);
    await place.page
      .getByRole("row", { name: /^查看 .* 的备份$/ })
      .first()
      .waitFor();
    await screenshot(place.page, "38-safety");
    await place.keys.tabTo(/^查看 .* 的备份$/);
    await place.keys.press("Enter");
    await sees("每一块都读过，与校验值一致，可以恢复。");
    await sees("大连市中山区医保经办中心");
    await screenshot(place.page, "39-inspect-backup");
    await place.keys.press("Escape");
    await gone("每一块都读过");
  });

  it("the recovery code is shown once, for the password", async () => {
    await place.as("admin");
    await goTo("管理：数据安全", "数据安全");
    await place.keys.tabTo("制作恢复码");
    await place.keys.press("Enter");
    await place.keys.arriveAt("您的密码");
    await place.keys.type(PASSWORD);
    await place.keys.press("F9");
    await sees("只显示这一次。请打印或抄写两份");
    const code = (await place.page.locator("[data-part=secret]").innerText()).trim();
    expect(code.length).toBeGreaterThanOrEqual(26);
    await screenshot(place.page, "40-recovery-code");
    await place.page.emulateMedia({ media: "print" });
    expect(await place.page.locator("[data-part=print-code]").innerText()).toBe(code);
    expect(await place.page.getByRole("navigation", { name: "主导航" }).isVisible()).toBe(false);
    await place.page.emulateMedia({ media: null });
    await place.keys.press("Escape");
    await sees("还没有核对");
    await place.counter.keptOnPaper(code);
    await sees(/恢复码制作于/);
    expect(await place.page.content()).not.toContain(code);
  });

  it("the restore asks for reason and password, ends all sessions, and can be taken back", async () => {
    await place.as("admin");
    // whoever stands by is known as somebody else than the administrator, who made the account
    await confirmClerks((...call) => place.ask(...call));
    await goTo("管理：数据安全", "数据安全");
    await place.keys.press("F8");
    await sees("备份已完成并校验");
    await saveCase(AFTER);
    expect(await casesListed()).toContain(AFTER.name);
    await goTo("管理：数据安全", "数据安全");
    await place.keys.tabTo(/^查看 .* 的备份$/);
    await openBackupOf("手动");
    await sees("恢复后会失去");
    await place.keys.press("F9");
    await place.keys.arriveAt("恢复原因");
    await place.keys.type("演练恢复");
    await place.keys.fill("您的密码", PASSWORD);
    await place.keys.fill("第二人的登录名", SECOND);
    await place.keys.fill("第二人的密码", PASSWORD);
    await screenshot(place.page, "41-restore");
    await place.keys.press("F9");
    await sees("数据已经换成所选备份");
    await place.signIn("admin");
    await place.page.getByRole("navigation", { name: "主导航" }).waitFor();
    expect(await casesListed()).not.toContain(AFTER.name);
    await goTo("管理：数据安全", "数据安全");
    await sees(/由备份恢复过，可以撤回/);
    await place.keys.tabTo("撤回恢复");
    await place.keys.press("Enter");
    await place.keys.arriveAt("恢复原因");
    await place.keys.type("演练结束");
    await place.keys.fill("您的密码", PASSWORD);
    await place.keys.fill("第二人的登录名", SECOND);
    await place.keys.fill("第二人的密码", PASSWORD);
    await place.keys.press("F9");
    await place.signIn("admin");
    await place.page.getByRole("navigation", { name: "主导航" }).waitFor();
    expect(await casesListed()).toContain(AFTER.name);
  });

  it("the machine's state is told line by line", async () => {
    await place.as("admin");
    await goTo("管理：诊断", "诊断");
    await sees("检查于");
    await screenshot(place.page, "42-diagnosis");
    const download = place.page.waitForEvent("download");
    await place.keys.press("F10");
    expect((await download).suggestedFilename()).toMatch(/诊断/);
  });

  it("another clerk signs in over the locked screen, with the one-time password, and chooses another", async () => {
    await place.as("admin");
    const oneTime = await newClerk(place, { login: "qianjing", name: "钱静", role: "auditor" });
    await place.keys.press("F12");
    await place.keys.arriveAt("密码");
    await place.keys.tabTo("换人登录");
    await place.keys.press("Enter");
    await place.keys.arriveAt("登录名");
    await place.keys.type("qianjing");
    await place.keys.fill("密码", oneTime);
    await place.keys.press("Enter");
    place.left();
    await sees("钱静，请设定自己的密码");
    await place.keys.arriveAt("一次性密码");
    await place.keys.type(oneTime);
    await place.keys.fill("新密码", "12345678");
    await sees("太常见，容易被猜中");
    await place.keys.fill("新密码", "read-only-2026");
    await place.keys.fill("再次输入新密码", "read-only-2026");
    await screenshot(place.page, "43-first-password");
    await place.keys.press("Enter");
    await place.page.getByRole("navigation", { name: "主导航" }).waitFor();
    await place.page.getByRole("heading", { name: "办件" }).waitFor();
  });

  it("the auditor reads everything and finds no button that writes", async () => {
    await place.as("shenji");
    expect(await place.page.getByRole("navigation", { name: "主导航" }).innerText()).not.toContain("办事");
    await goTo("管理：人员", "人员");
    await sees("您的岗位只能查看");
    expect(await buttons()).toEqual([]);
    await goTo("管理：单位设置", "单位设置");
    await sees("复核金额起点（元）");
    expect(await buttons()).toEqual([]);
    await goTo("管理：数据安全", "数据安全");
    await sees("恢复由管理员进行");
    expect(await buttons()).toEqual([]);
  });

  it("the audit is filtered and its chain is whole", async () => {
    await place.as("shenji");
    await goTo("管理：审计", "审计");
    await sees("校验值");
    await place.keys.tabToField("操作");
    await choose("查看完整证件号码和电话");
    await place.page.waitForFunction(() => document.querySelectorAll("main table tbody tr").length === 1);
    await sees(`原因：${REASON}`);
    await place.keys.press("F8");
    await sees(/已逐行校验 \d+ 行，记录链完整/);
    await screenshot(place.page, "44-audit");
    const download = place.page.waitForEvent("download");
    await place.keys.tabTo("导出 PDF");
    await place.keys.press("Enter");
    await place.keys.arriveAt("原因");
    await place.keys.type("年度检查");
    await place.keys.press("F9");
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    await place.keys.tabTo("全部");
    await place.keys.press("Enter");
    await place.page.waitForFunction(() => document.querySelectorAll("main table tbody tr").length > 5);
  });

  it("the auditor is told who has looked at one person, from the file of that person", async () => {
    await place.as("shenji");
    const { people } = await place.ask<{ people: readonly { id: string; name: string }[] }>("find.anything", {
      text: BEFORE.name,
      limit: 1,
    });
    await place.page.goto(`${place.page.url().split("#")[0]!}#/people/${people[0]!.id}`);
    await place.keys.tabTo("查看记录");
    await place.keys.press("Enter");
    await sees(`谁看过 ${BEFORE.name}`);
    // opened by the auditor a moment ago
    await sees("打开个人档案");
    await sees(/20\d\d-\d\d-\d\d \d\d:\d\d:\d\d \+08:00/);
    await gone("审计记录.pdf");
    await screenshot(place.page, "45-looks");
    const download = place.page.waitForEvent("download");
    await place.keys.tabTo("导出表格");
    await place.keys.press("Enter");
    await place.keys.arriveAt("原因");
    await place.keys.type("信访核查");
    await place.keys.press("F9");
    expect((await download).suggestedFilename()).toMatch(/查看记录.*\.xlsx$/);
  });

  // what was refused on purpose
  itHadNothingToComplainOf(place, /40[0-9]/);
});
