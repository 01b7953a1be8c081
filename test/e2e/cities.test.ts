/** The office and its cities by keyboard: chosen at the first start, changed by the administrator, compared with each other. */
import { describe, expect, it } from "vitest";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import type { RenderedPaper } from "../../src-shared/contract/counter.ts";
import { screenshot } from "./app.ts";
import { pdfText } from "./papers.ts";
import { draftOf, OFFICE, requestId, setUpOffice } from "./prepared.ts";
import { itHadNothingToComplainOf, workplace } from "./workplace.ts";

const FIRST_17 = "21029919650520011";
const PERSON = { name: "李四", identityNumber: FIRST_17 + checkDigit(FIRST_17) };

describe("an office and its cities", () => {
  const place = workplace({ name: "cities", prepare: () => setUpOffice(place) });
  const sees = (text: string | RegExp): Promise<void> => place.sees(text);

  /** The administrator at the first page of an office of these cities. */
  async function officeOf(...cities: string[]): Promise<void> {
    await place.as("admin");
    await place.ask("office.chooseCities", { requestId: requestId(), cities });
    await place.keys.reload();
    await sees("办理新事项");
  }

  it("the administrator adds a city; the matters stand by city, those that lack data are marked", async () => {
    await officeOf("dalian");
    await place.keys.command("办理城市");
    await sees("现在办理：大连");
    await place.keys.tabTo("铁岭");
    await place.keys.press("Space");
    await screenshot(place.page, "26-office");
    await place.keys.tabTo("保存");
    await place.keys.press("Enter");
    await sees("现在办理：大连、铁岭");
    await place.keys.press("F4");
    await sees("办理新事项");
    await expect.poll(() => place.counter.matters()).toContain("铁岭 · 退休待遇变更");
    expect(await place.page.locator("[data-part=city]").allTextContents()).toEqual(["大连", "铁岭"]);
    const retirement = place.page.locator("[id='matter-tieling.retirement']");
    expect(await retirement.textContent()).toContain("缺数据");
    await screenshot(place.page, "27-home-of-two-cities");
  });

  it("business that is not done here is found by everyday words, and told where it is done", async () => {
    await place.keys.press("F4");
    await sees("办理新事项");
    await place.keys.tabTo("筛选事项");
    await place.keys.type("外地看病");
    await sees("本程序不办的业务");
    await screenshot(place.page, "27a-not-done-here");
    await place.keys.press("ArrowDown");
    await place.keys.press("Enter");
    await sees("铁岭 · 异地就医备案：本程序不办");
    await sees("参保地医保经办机构的综合窗口；也可以在国家医保服务平台App备案");
    await screenshot(place.page, "27b-where-it-is-done");
    await place.keys.press("Escape");
    await place.page.getByRole("dialog").waitFor({ state: "detached" });
    await place.keys.arriveAt("筛选事项");
    await place.keys.command("大连 · 生育津贴", "产假工资");
    await sees("大连 · 生育津贴：本程序不办");
    await place.keys.press("Escape");
    await place.page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("what the office lacks today stands in one list, and is entered there", async () => {
    await officeOf("dalian", "tieling");
    await place.keys.command("待录入数据");
    await sees(/^铁岭（\d+ 项）$/);
    await sees("铁岭市医疗保障局公布，由管理员录入");
    const before = await place.page.getByRole("button", { name: /^录入 / }).count();
    await screenshot(place.page, "28-figures-to-enter");
    await place.keys.tabTo("录入 移交后个人账户划拨比例");
    await place.keys.press("Enter");
    await place.keys.fill("数值（%）", "2.5");
    await place.keys.fill("文件名称与文号", "铁医保测〔2026〕4号");
    await place.keys.press("Enter");
    await place.page.getByRole("dialog", { name: "移交后个人账户划拨比例" }).waitFor({ state: "detached" });
    await expect.poll(() => place.page.getByRole("button", { name: /^录入 / }).count()).toBe(before - 1);
    await place.keys.press("F4");
    await sees("办理新事项");
    const retirees = place.page.locator("[id='matter-tieling.retiree-care']");
    await expect.poll(() => retirees.textContent()).not.toContain("缺数据");
  });

  it("the same person under another city's rules, also one that is not the office's; printed as a sheet that says what it is not", async () => {
    await officeOf("dalian", "tieling");
    await place.counter.begin("大连", "退休待遇变更", "txdybg");
    await place.counter.enterPerson(PERSON, "20250715");
    await place.counter.answer("养老退休情况", "已在大连办理养老退休");
    await place.counter.answer("养老退休手续办结年月", "202507");
    await place.counter.answer("目前参保身份", "灵活就业");
    await place.counter.answer("大连实际缴费月份", { periods: ["200101-202506"] });
    await place.counter.answer("外地转入月份", "0");
    await place.counter.answer("参保前连续工龄", "0");
    await place.counter.answer("服现役的月份", "0");
    await place.counter.goToResult();
    await place.keys.press("F7");
    await place.keys.arriveAt("比较的事项");
    await place.keys.retype("重庆 · 退休");
    await place.keys.press("ArrowDown", "Enter");
    await sees("回答下面的问题后试算");
    // 294 of 360 months in Dalian: 66 × 491.40
    await sees("32,432.40");
    await place.keys.tabToField("缴费档次");
    await place.keys.press("1");
    // months that were moved in are none of the 120 paid in Chongqing: 3,663.60 × 10; years of Chengdu nobody was asked for
    await sees("36,636.00");
    await sees("没有填写的项目");
    const answers = place.page.getByRole("region", { name: "采用的情况" });
    expect(await answers.getByText("对方不问").count()).toBeGreaterThan(0);
    expect(await answers.getByText("本市不问").count()).toBeGreaterThan(0);
    await screenshot(place.page, "30-comparison");

    const sheet = place.page.waitForResponse(/\/call\/counter\.comparisonPaper$/);
    await place.keys.press("F10");
    const { value } = (await (await sheet).json()) as { value: RenderedPaper };
    const text = await pdfText(value.pdfBase64);
    for (const words of [
      "试算比较单",
      "仅供参考，不作办理依据",
      "李四",
      "32,432.40",
      "36,636.00",
      "成都实际缴费月份",
      "该市不问",
      OFFICE,
    ]) {
      expect(text).toContain(words);
    }
    await sees("打印比较单");
    await screenshot(place.page, "31-comparison-sheet");
    await place.keys.press("Escape");
    await place.page.getByTitle("试算比较单预览").waitFor({ state: "detached" });
    await place.keys.press("Escape");
    await place.page.getByRole("dialog").waitFor({ state: "detached" });
    // form and cases are as they were
    await sees("大连 · 退休待遇变更");
    await place.keys.press("Escape");
    await sees("还没有办件");
  });

  it("a city that is given up can be read, not worked in; forms of it wait", async () => {
    await officeOf("dalian", "tieling");
    await place.ask("drafts.save", { id: requestId(), content: draftOf({ name: "赵七", identityNumber: "", phone: "" }) });
    await place.keys.reload();
    await place.keys.command("办理城市");
    await sees("现在办理：大连、铁岭");
    await place.keys.tabTo("大连");
    await place.keys.press("Space");
    await sees("保存后不再办理大连的事项");
    await place.keys.tabTo("保存");
    await place.keys.press("Enter");
    await sees("现在办理：铁岭");
    await place.keys.press("F4");
    await sees("办理新事项");
    expect(await place.counter.matters()).not.toContain("大连 · 退休待遇变更");
    await place.keys.tabTo(/^赵七/);
    await place.keys.press("Enter");
    await sees("大连不在本单位的办理范围内");
    await screenshot(place.page, "32-other-city");
    await place.keys.command("政策库");
    await place.keys.tabTo("地区");
    await sees("退休待遇变更");
  });

  itHadNothingToComplainOf(place);
});
