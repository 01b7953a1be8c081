/**
 * The machine is dead. A new one is started for the first time, by keyboard only: the stick, the recovery code, the administrator of
 * that backup; the second place of the old machine is asked for anew, and the new office that nobody needed was never made.
 */
import { cpSync, existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ADMIN, makeOffice, type Office } from "../unit/desk/rescue/rescue-office.ts";
import { openPage, screenshot, shiftTo, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { Keyboard } from "./keyboard.ts";

/** After the last work of the office: its clock is not doubted. */
const NEXT_DAY = "2025-07-16T02:00:00.000Z";
const FAILURE_PICTURE = "out/e2e-failure-first-start.png";

let office: Office;
let stick: string;
let app: RunningApp;
let opened: OpenPage;
let keys: Keyboard;

const sees = (text: string | RegExp): Promise<void> => opened.page.getByText(text).first().waitFor();

beforeAll(async () => {
  office = await makeOffice(temporaryFolder());
  // as it is put into the new machine: its folder has another path there
  stick = join(temporaryFolder(), "stick");
  cpSync(office.second, join(stick, "医保备份"), { recursive: true });
  app = await startApp({ data: join(temporaryFolder(), "data"), clockShift: shiftTo(NEXT_DAY) });
  opened = await openPage(app.url);
  keys = new Keyboard(opened.page);
}, 180_000);
afterAll(async () => {
  await opened?.context.close();
  await app?.stop();
});

it("a first start restores what the old machine has left on its stick", async ({ onTestFailed }) => {
  onTestFailed(() => void opened.page.screenshot({ path: FAILURE_PICTURE, fullPage: true }));
  await sees("首次使用");
  await screenshot(opened.page, "74-first-start");
  await keys.press("F7");
  await sees("从备份恢复到这台电脑");
  // somebody who came here by mistake goes back to setting up an office
  await keys.press("F5");
  await sees("首次使用");
  await keys.press("F7");
  await keys.fill("其他备份文件夹的完整路径", stick);
  await keys.press("Enter");
  await keys.arriveAt("恢复码");
  expect(await opened.page.getByText(/^查看 .* 的备份$/).count()).toBe(0);
  await keys.type(office.code);
  await keys.press("Enter");
  await opened.page
    .getByLabel(/^查看 .* 的备份$/)
    .first()
    .waitFor();
  await keys.tabTo(/^查看 .* 的备份$/);
  await keys.press("Enter");
  await sees(/这份备份做于 .*（.+）/);
  await sees(/最后一个受理号是 .*此后办理的业务都不在里面/);
  await keys.fill("管理员登录名", ADMIN.login);
  await keys.fill("密码", ADMIN.password);
  await keys.fill("恢复原因", "旧电脑主板损坏");
  await screenshot(opened.page, "75-first-start-restore");
  await keys.press("F9");
  await sees("数据已从备份恢复，请登录。");
  await opened.page.getByRole("form", { name: "登录" }).waitFor();
  await keys.fill("登录名", ADMIN.login);
  await keys.fill("密码", ADMIN.password);
  await keys.press("Enter");
  await opened.page.locator("main").waitFor();
  await sees("数据由备份恢复，等待第二人确认");
  await sees("数据已恢复到这台电脑");
  await keys.tabTo("设置第二备份位置");
  await keys.press("Enter");
  await sees("备份位置");
  await keys.tabTo("设置第二位置");
  await keys.press("Enter");
  await keys.arriveAt("文件夹的完整路径");
  await keys.type(join(stick, "医保备份"));
  await keys.press("F9");
  await sees("第二备份位置已启用");
  await opened.page.getByText("数据已恢复到这台电脑").waitFor({ state: "detached" });
  // the stick is beside the data here, and the page says so
  await sees("和数据在同一块盘上");
  expect(existsSync(join(stick, "医保备份"))).toBe(true);
  // pulled
  renameSync(stick, `${stick}-pulled`);
  await opened.page.reload();
  await sees(/第二备份位置“.*”不在：没有接上/);
  // what lies there nobody knows
  expect(await opened.page.locator("[data-part=folders] li").last().innerText()).not.toContain("还没有备份");
  await screenshot(opened.page, "78-second-place-missing");
  expect(opened.complaints).toEqual([]);
}, 180_000);
