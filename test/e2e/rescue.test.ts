/**
 * The app started on a store that does not open, by keyboard only: the key of the machine is gone and comes back with the
 * recovery code; the store is damaged and comes back from a backup with the administrator's password.
 */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, makeOffice, type Machine, type Office } from "../unit/desk/rescue/rescue-office.ts";
import { openPage, screenshot, shiftTo, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { Keyboard } from "./keyboard.ts";

/** After the office was made: its clock is not doubted. */
const NEXT_DAY = "2025-07-16T02:00:00.000Z";
const FAILURE_PICTURE = "out/e2e-failure-rescue.png";

describe("a store that does not open", () => {
  let office: Office;
  /** Of the test alone. */
  let machine: Machine;
  let app: RunningApp | undefined;
  let opened: OpenPage;
  let keys: Keyboard;

  const sees = (text: string | RegExp): Promise<void> => opened.page.getByText(text).first().waitFor();

  async function start(): Promise<void> {
    app = await startApp({ data: machine.data, clockShift: shiftTo(NEXT_DAY) });
    opened = await openPage(app.url);
    keys = new Keyboard(opened.page);
  }
  async function stop(): Promise<void> {
    await opened.context.close();
    await app?.stop();
    app = undefined;
  }
  async function signIn(): Promise<void> {
    await opened.page.getByRole("form", { name: "登录" }).waitFor();
    await keys.fill("登录名", ADMIN.login);
    await keys.fill("密码", ADMIN.password);
    await keys.press("Enter");
    await opened.page.locator("main").waitFor();
  }

  beforeAll(async () => {
    office = await makeOffice(temporaryFolder());
    cpSync(office.second, `${office.second}-as-made`, { recursive: true });
  });
  beforeEach(() => {
    machine = office.machine.copyTo(temporaryFolder(), NEXT_DAY);
    // the machines of other tests have gone another way since, and their backups would say so
    rmSync(office.second, { recursive: true });
    cpSync(`${office.second}-as-made`, office.second, { recursive: true });
  });
  afterEach(async ({ task }) => {
    if (app === undefined) return;
    if (task.result?.state === "fail") await opened.page.screenshot({ path: FAILURE_PICTURE, fullPage: true });
    await stop();
  });

  it("without this machine's key: a wrong recovery code is told, the right one leads to the login, once and for all", async () => {
    rmSync(machine.keyFile);
    await start();
    expect(app!.output()).toContain("恢复码");
    await sees("本机没有打开数据文件的密钥");
    await keys.arriveAt("恢复码");
    await screenshot(opened.page, "70-rescue-key");
    await keys.press("Enter");
    await sees("请输入恢复码");
    const wrong = office.code.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    await keys.type(wrong);
    await keys.press("Enter");
    await sees("恢复码不对");
    await screenshot(opened.page, "71-rescue-key-wrong");
    await keys.retype(office.code.toLowerCase().replaceAll("-", " "));
    await keys.press("Enter");
    await sees("密钥已交给本机保管，请登录。");
    await signIn();
    expect(opened.complaints).toEqual([]);
    await stop();
    // the key stays: the next start asks for nothing
    await start();
    expect(app!.output()).not.toContain("恢复码");
    await signIn();
  });

  it("a store older than its backups is used only by its administrator with the code, and then waits for the second person", async () => {
    const { store } = machine;
    cpSync(store, `${store}-then`);
    await machine.start();
    await machine.call("session.login", ADMIN);
    await machine.call("backup.now", {});
    await machine.stop();
    for (const end of ["-wal", "-shm"]) rmSync(store + end, { force: true });
    renameSync(`${store}-then`, store);
    await start();
    await sees("数据文件比备份旧");
    await keys.arriveAt("恢复码");
    expect(await opened.page.getByText("这里没有备份").count()).toBe(0);
    await screenshot(opened.page, "74-rescue-outdated");
    await keys.tabTo("使用这份旧数据…");
    await keys.press("Enter");
    await keys.arriveAt("管理员登录名");
    await keys.type(ADMIN.login);
    await keys.fill("密码", ADMIN.password);
    await keys.fill("恢复码", office.code);
    await keys.press("F9");
    await sees("请填写登录名、密码、恢复码和原因");
    await keys.fill("使用原因", "整机还原到上周的镜像");
    await screenshot(opened.page, "75-rescue-accept");
    await keys.press("F9");
    await sees("数据已经打开，请登录");
    await signIn();
    await sees("等待第二人确认");
    await screenshot(opened.page, "76-restore-to-confirm");
    expect(opened.complaints).toEqual([]);
  });

  it("a damaged store comes back from a backup, for the administrator of that backup", async () => {
    const { store } = machine;
    const damaged = readFileSync(store);
    damaged[200]! ^= 1;
    writeFileSync(store, damaged);
    await start();
    await sees("数据文件已损坏");
    // nobody has shown who they are: nothing of the backups is told
    expect(await opened.page.getByText(/^查看 .* 的备份$/).count()).toBe(0);
    await keys.fill("恢复码", office.code);
    await keys.press("Enter");
    await keys.tabTo(/^查看 .* 的备份$/);
    await screenshot(opened.page, "72-rescue-damaged");
    const download = opened.page.waitForEvent("download");
    await keys.press("F10");
    expect((await download).suggestedFilename()).toMatch(/诊断/);
    await keys.press("F5");
    await sees("又试过 1 次，情况没有变化。");
    await keys.tabTo(/^查看 .* 的备份$/);
    await keys.press("Enter");
    await sees("每一块都读过，与校验值一致，可以恢复。");
    await keys.fill("管理员登录名", ADMIN.login);
    await keys.fill("密码", "not-it-2026");
    await keys.fill("恢复原因", "硬盘坏道");
    await screenshot(opened.page, "73-rescue-restore");
    await keys.press("F9");
    await sees("登录名或密码不对");
    await keys.fill("密码", ADMIN.password);
    await keys.press("F9");
    await sees("数据已从备份恢复，请登录。");
    await signIn();
    await sees("数据由备份恢复，等待第二人确认");
    await keys.press("F2");
    await sees("单长河");
    expect(opened.complaints).toEqual([]);
    const asides = readdirSync(machine.data).filter((file) => /before-restore-\d{8}T\d{9}Z-unreadable$/.test(file));
    expect(asides.map((file) => readFileSync(`${machine.data}/${file}`).equals(damaged))).toEqual([true]);
  });
});
