/** The office and its cities by keyboard: chosen at the first start, changed by the administrator, compared with each other. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import type { RenderedPaper } from "../../src-shared/contract/views.ts";
import { openPage, screenshot, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { launch } from "./browser.ts";
import { Counter } from "./counter.ts";
import { pdfText } from "./papers.ts";

const OFFICE = "大连市中山区医保经办中心";
const FIRST_17 = "21029919650520011";
const PERSON = { name: "李四", identityNumber: FIRST_17 + checkDigit(FIRST_17) };
const FAILURE_PICTURE = "out/e2e-failure-cities.png";

describe("an office and its cities", () => {
  let browser: Browser;
  let app: RunningApp;
  let opened: OpenPage;
  let counter: Counter;

  beforeAll(async () => {
    browser = await launch(inject("browser"));
    app = await startApp({ data: temporaryFolder() });
    opened = await openPage(browser, app.url);
    opened.page.setDefaultTimeout(8000);
    counter = new Counter(opened.page);
  });
  // each step stands on the one before
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

  const tiles = (): Promise<string[]> =>
    opened.page.locator(".matter").evaluateAll((found) => found.map((tile) => tile.getAttribute("aria-label") ?? ""));
  const command = (words: string): Promise<void> => counter.keys.command(words);

  it("the first start asks for the cities, and only their matters can be begun", async () => {
    await counter.setUp({ office: OFFICE, code: "210202", cities: ["大连"], password: "counter-2026" });
    expect(await tiles()).toContain("退休待遇变更");
    expect((await tiles()).some((title) => title.includes("铁岭"))).toBe(false);
    await counter.keys.openPalette();
    await counter.keys.type("tieling");
    await counter.sees("没有匹配的命令");
    await counter.keys.leavePalette();
  });

  it("the administrator adds a city; the matters stand by city, those that lack data are marked", async () => {
    await command("办理城市");
    await counter.sees("现在办理：大连");
    await counter.keys.tabTo("铁岭");
    await counter.keys.press("Space");
    await screenshot(opened.page, "26-office");
    await counter.keys.tabTo("保存");
    await counter.keys.press("Enter");
    await counter.sees("现在办理：大连、铁岭");
    await counter.keys.press("F4");
    await counter.sees("办理新事项");
    expect(await tiles()).toContain("铁岭 · 退休待遇变更");
    expect(await opened.page.locator(".matters-city").allTextContents()).toEqual(["大连", "铁岭"]);
    const retirement = opened.page.locator("[id='matter-tieling.retirement']");
    expect(await retirement.textContent()).toContain("缺数据");
    await screenshot(opened.page, "27-home-of-two-cities");
  });

  it("what the office lacks today stands in one list, and is entered there", async () => {
    await command("待录入数据");
    await counter.sees(/^铁岭（\d+ 项）$/);
    await counter.sees("铁岭市医疗保障局公布，由管理员录入");
    const before = await opened.page.getByRole("button", { name: /^录入 / }).count();
    await screenshot(opened.page, "28-figures-to-enter");
    await counter.keys.tabTo("录入 移交后个人账户划拨比例");
    await counter.keys.press("Enter");
    await counter.keys.fill("数值（%）", "2.5");
    await counter.keys.fill("文件名称与文号", "铁医保测〔2026〕4号");
    await counter.keys.press("Enter");
    await opened.page.getByRole("dialog", { name: "移交后个人账户划拨比例" }).waitFor({ state: "detached" });
    expect(await opened.page.getByRole("button", { name: /^录入 / }).count()).toBe(before - 1);
    await counter.keys.press("F4");
    await counter.sees("办理新事项");
    const retirees = opened.page.locator("[id='matter-tieling.retiree-care']");
    expect(await retirees.textContent()).not.toContain("缺数据");
  });

  it("the same person under another city's rules, also one that is not the office's", async () => {
    await counter.begin("大连", "退休待遇变更", "txdybg");
    await counter.enterPerson(PERSON, "20250715");
    await counter.answer("养老退休情况", "已在大连办理养老退休");
    await counter.answer("养老退休手续办结年月", "202507");
    await counter.answer("目前参保身份", "灵活就业");
    await counter.answer("大连实际缴费月份", { periods: ["200101-202506"] });
    await counter.answer("外地转入月份", "0");
    await counter.answer("参保前连续工龄", "0");
    await counter.goToResult();
    await counter.keys.press("F7");
    await counter.keys.arriveAt("比较的事项");
    await counter.keys.retype("重庆 · 退休");
    await counter.keys.press("ArrowDown", "Enter");
    await counter.sees("回答下面的问题后试算");
    // 294 of 360 months in Dalian: 66 × 491.40
    await counter.sees("32,432.40");
    await counter.keys.tabToField("缴费档次");
    await counter.keys.press("1");
    // 294 of 360 months in Chongqing: 3,663.60 ÷ 12 × 66; years of Chengdu nobody was asked for
    await counter.sees("20,149.80");
    await counter.sees("没有填写的项目");
    const answers = opened.page.getByRole("region", { name: "采用的情况" });
    expect(await answers.getByText("对方不问").count()).toBeGreaterThan(0);
    expect(await answers.getByText("本市不问").count()).toBeGreaterThan(0);
    await screenshot(opened.page, "30-comparison");
  });

  it("is printed as a sheet that says what it is not, and leaves the form and the cases as they were", async () => {
    const sheet = opened.page.waitForResponse(/\/call\/counter\.comparisonPaper$/);
    await counter.keys.press("F10");
    const { value } = (await (await sheet).json()) as { value: RenderedPaper };
    const text = await pdfText(value.pdfBase64);
    for (const words of ["试算比较单", "仅供参考，不作办理依据", "李四", "32,432.40", "20,149.80", "成都实际缴费月份", "该市不问", OFFICE]) {
      expect(text).toContain(words);
    }
    await counter.sees("打印比较单");
    await screenshot(opened.page, "31-comparison-sheet");
    await counter.keys.press("Escape");
    await opened.page.getByTitle("试算比较单预览").waitFor({ state: "detached" });
    await counter.keys.press("Escape");
    await opened.page.getByRole("dialog").waitFor({ state: "detached" });
    await counter.sees("大连 · 退休待遇变更");
    await counter.keys.press("Escape");
    await counter.sees("还没有办件");
  });

  it("a city that is given up can be read, not worked in; forms of it wait", async () => {
    await command("办理城市");
    await counter.sees("现在办理：大连、铁岭");
    await counter.keys.tabTo("大连");
    await counter.keys.press("Space");
    await counter.sees("保存后不再办理大连的事项");
    await counter.keys.tabTo("保存");
    await counter.keys.press("Enter");
    await counter.sees("现在办理：铁岭");
    await counter.keys.press("F4");
    await counter.sees("办理新事项");
    expect(await tiles()).not.toContain("大连 · 退休待遇变更");
    await counter.keys.tabTo(/^李四/);
    await counter.keys.press("Enter");
    await counter.sees("大连不在本单位的办理范围内");
    await screenshot(opened.page, "32-other-city");
    await command("政策库");
    await counter.keys.tabTo("地区");
    await counter.sees("退休待遇变更");
  });

  it("the pages had nothing to complain of", () => {
    expect(opened.complaints).toEqual([]);
  });
});
