/**
 * One retirement from the first start to the cancelled case, by keyboard only, in the built app.
 *
 * A man born on 3 December 1965 retires in March 2026. 177 months of contributions (2002-04 to 2016-12) and 168 of service
 * (1990-01 to 2003-12), of which 21 are contributed already: 177 + 147 = 324 of 360 months, so 36 are to be bought at
 * 8,500.00 × 6 % = 510.00 a month: 18,360.00 yuan. Nobody has published the base of 2026; the administrator enters 8,500.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { maskIdentityNumber } from "../../src-shared/domain/identity/masking.ts";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import { openPage, screenshot, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { withoutReview } from "./ask.ts";
import { Keyboard } from "./keyboard.ts";
import { Papers, pdfText } from "./papers.ts";
import { SETUP_CODE } from "./setup-code.ts";

const FIRST_17 = "21029919651203123";
const IDENTITY = FIRST_17 + checkDigit(FIRST_17);
const WRONG_DIGIT = String((Number(IDENTITY[16]) + 1) % 10);
/** Where the screen of a failed step is kept for whoever looks into it. */
const FAILURE_PICTURE = "out/e2e-failure.png";
const PASSWORD = "counter-2026";

describe("one retirement, from identity number to printed slip", () => {
  const data = temporaryFolder();
  let app: RunningApp;
  let opened: OpenPage;
  let keys: Keyboard;
  let papers: Papers;
  let receipt = "";
  const complaints: string[] = [];

  /** Opens the running app's address as the clerk does. */
  async function open(): Promise<void> {
    opened = await openPage(app.url);
    keys = new Keyboard(opened.page);
    papers = new Papers(opened.page);
  }
  async function signIn(): Promise<void> {
    await sees("密码");
    await screenshot(opened.page, "00-sign-in");
    await keys.fill("登录名", "admin");
    await keys.fill("密码", PASSWORD);
    await keys.press("Enter");
    await sees("办理新事项");
  }
  const sees = (text: string | RegExp): Promise<void> => opened.page.getByText(text).first().waitFor();

  beforeAll(async () => {
    app = await startApp({ data });
    await open();
  });
  // each step stands on the one before
  let failed = false;
  beforeEach(({ skip }) => skip(failed, "an earlier step failed"));
  afterEach(async ({ task }) => {
    failed ||= task.result?.state === "fail";
    if (failed) await opened.page.screenshot({ path: FAILURE_PICTURE, fullPage: true });
  });
  afterAll(async () => {
    await opened?.context.close();
    await app?.stop();
  });

  it("the first start sets up the office and its administrator", async () => {
    await sees("首次使用");
    await keys.fill("单位名称", "大连市中山区医保经办中心");
    await keys.fill("单位编号", "210202");
    await keys.tabTo("大连");
    await keys.press("Space");
    await keys.fill("姓名", "王敏");
    await keys.fill("登录名", "admin");
    await keys.fill("密码", PASSWORD);
    await keys.fill("再次输入密码", PASSWORD);
    await keys.fill("首次设置码", SETUP_CODE);
    await screenshot(opened.page, "01-first-start");
    await keys.press("Enter");
    // put off here; another test makes it
    await sees("只有恢复码能打开数据和备份");
    await keys.arriveAt("现在制作");
    await keys.press("Tab", "Enter");
    await sees("办理新事项");
    await withoutReview(opened.page);
    await screenshot(opened.page, "02-home");
  });

  it("a wrong identity number says which part is wrong", async () => {
    await keys.fill("筛选事项", "txdy");
    await sees("退休待遇变更");
    await keys.press("Enter");
    await sees("办事人");
    await keys.tabTo("身份证号码");
    await keys.type("2102991965130");
    await keys.type("3");
    await sees("第 7–14 位“19651303”不是真实日期");
    await keys.retype(IDENTITY.slice(0, 16) + WRONG_DIGIT + IDENTITY[17]);
    await sees(/校验码不符/);
    await screenshot(opened.page, "03-wrong-identity-number");
    await keys.retype(IDENTITY);
    await sees("男 · 1965-12-03 出生");
    await sees("2026年3月");
  });

  it("only the relevant questions are asked, and Enter goes through them in the order of the form", async () => {
    await keys.next("姓名");
    await keys.type("张三");
    await keys.next("联系电话");
    await keys.next("办理日期");
    await keys.retype("20260316");
    await keys.next("参保经历");
    await keys.next("养老退休情况");
    expect(await opened.page.getByText("养老退休手续办结年月").count()).toBe(0);
    await keys.press("1");
    await keys.next("养老退休手续办结年月");
    await keys.type("202603");
    await keys.next("目前参保身份");
    await keys.press("1");
    expect(await opened.page.getByText("单位类型").count()).toBe(0);
    await keys.next("大连实际缴费月份：添加时间段");
    await keys.type("200204-201612");
    await keys.press("Enter");
    await sees("合计 177 个月（14 年 9 个月）");
    await screenshot(opened.page, "04-questions");
  });

  it("an abandoned form is found again as typed, half-typed words included", async () => {
    await keys.fill("外地转入月份：添加时间段", "0");
    await keys.fill("参保前连续工龄：添加时间段", "199001-2003");
    await sees("已保存为草稿");
    await keys.press("Escape");
    await sees("未提交的表单");
    await keys.tabTo(/^张三/);
    await screenshot(opened.page, "05-unfinished-forms");
    await keys.press("Enter");
    await sees("合计 177 个月（14 年 9 个月）");
    await keys.tabTo("参保前连续工龄：添加时间段");
    expect((await keys.focus()).value).toBe("199001-2003");
  });

  it("a killed host loses nothing of the form", async () => {
    await keys.retype("199001-200312");
    await keys.press("Enter");
    await keys.fill("服现役的月份：添加时间段", "0");
    await keys.choose("首次参加职工医保时的身份", 1);
    const saved = opened.page.waitForResponse(
      (response) => response.url().endsWith("/call/drafts.save") && (response.request().postData() ?? "").includes("0411-8"),
    );
    await keys.fill("联系电话", "0411-8");
    await saved;
    await app.kill("SIGKILL");
    complaints.push(...opened.complaints.filter((complaint) => !complaint.includes("ERR_CONNECTION_REFUSED")));
    await opened.context.close();

    app = await startApp({ data });
    await open();
    await signIn();
    await keys.tabTo(/^张三/);
    await keys.press("Enter");
    await keys.tabTo("身份证号码");
    expect((await keys.focus()).value).toBe(IDENTITY);
    await keys.tabTo("联系电话");
    expect((await keys.focus()).value).toBe("0411-8");
    await sees("合计 168 个月（14 年 0 个月）");
  });

  it("a missing figure is named, and completes the result once the administrator has entered it", async () => {
    await sees("缺少办理当月的政策数据");
    await sees("系统不会用其他年度的数值代替");
    expect(await opened.page.getByText("18,360.00").count()).toBe(0);
    await screenshot(opened.page, "06-missing-figure");
    await keys.tabTo("现在录入 核定标准");
    await keys.press("Enter");
    await keys.fill("数值（元/月）", "8500");
    await keys.fill("文件名称与文号", "大医保发〔2026〕3号");
    await screenshot(opened.page, "07-entering-a-figure");
    await keys.press("Enter");
    await sees("18,360.00");
    await screenshot(opened.page, "08-result");
  });

  it("every line of the explanation opens to its formula, its figure and its clause", async () => {
    await keys.tabTo(/^一次缴清所差年限（趸缴）：怎么算的/);
    await keys.press("Enter");
    await sees(/510\.00.*× 36/);
    await screenshot(opened.page, "09-explanation");
  });

  it("a clause opens in the policy library, and the way back leads to the form as it was", async () => {
    await keys.tabTo(/四（四）$/);
    await keys.press("Enter");
    await sees("使用它的事项");
    await screenshot(opened.page, "09-clause");
    await keys.press("Escape");
    await sees("18,360.00");
    await sees("合计 168 个月（14 年 0 个月）");
  });

  it("missing materials are told all at once, on paper", async () => {
    await keys.press("F9");
    await sees("缺 1 份必交材料");
    await screenshot(opened.page, "10-missing-materials");
    await keys.press("Enter");
    await sees("尚未打印");
    const notice = await pdfText((await papers.newest("一次性告知单")).pdfBase64);
    expect(notice).toContain("《退休人员审批表》");
    expect(notice).toContain("张三");
    await screenshot(opened.page, "11-one-time-notice");
    await keys.press("Escape");
  });

  it("a complete case is submitted and gets its receipt number and papers", async () => {
    await keys.tabTo("已收 《退休人员审批表》");
    await keys.press("Space");
    await keys.press("F9");
    await sees("确认提交受理");
    await sees("人民币壹万捌仟叁佰陆拾元整");
    await screenshot(opened.page, "12-confirm");
    await keys.press("F9");
    await sees(/已受理，受理号 210202/);
    receipt = /受理号 (210202\d+)/.exec((await opened.page.getByRole("status").first().textContent()) ?? "")![1]!;
    await screenshot(opened.page, "13-submitted");

    for (const [title, words] of [
      ["受理回执", ["张三", receipt, "《退休人员审批表》", "王敏", "大连市中山区医保经办中心"]],
      ["核定单", ["张三", receipt, "18,360.00", "人民币壹万捌仟叁佰陆拾元整", "510.00", "大医保发〔2026〕3号", "本单位"]],
    ] as const) {
      await keys.tabTo(new RegExp(`^查看.*${title}`));
      await keys.press("Enter");
      await sees("尚未打印");
      const text = await pdfText((await papers.newest(title)).pdfBase64);
      for (const word of words) expect(text, title).toContain(word);
      await screenshot(opened.page, title === "核定单" ? "15-assessment" : "14-acceptance");
      await keys.press("Escape");
    }
  });

  it("prints, and marks and counts the reprint", async () => {
    await keys.tabTo(/^查看.*核定单/);
    await keys.press("Enter");
    await sees("尚未打印");
    await keys.press("F10");
    await sees("已打印 1 次");
    expect(await pdfText((await papers.newest("核定单")).pdfBase64)).not.toContain("补打");
    await keys.press("F10");
    await sees("已打印 2 次");
    expect(await pdfText((await papers.newest("核定单")).pdfBase64)).toContain("补打第1次");
    await screenshot(opened.page, "16-reprint");
    await keys.press("Escape");
    await opened.page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("is found again by initials, pinyin, name, last four and receipt number, also after a restart", async () => {
    await opened.context.close();
    await app.stop();
    app = await startApp({ data });
    await open();
    await signIn();
    // the person is found as well, and stands first
    const foundCase = opened.page.getByRole("option", { name: new RegExp(`^张三.*退休待遇变更`) });
    for (const words of ["zs", "zhangsan", "张三", IDENTITY.slice(-4), IDENTITY, receipt]) {
      await keys.press("F2");
      await keys.retype(words);
      await foundCase.waitFor();
      if (words === "zs") await screenshot(opened.page, "17-search");
      await keys.press("Escape");
    }
    expect(await opened.page.getByText(IDENTITY).count()).toBe(0);
    await keys.press("F2");
    await keys.type("zs");
    await foundCase.waitFor();
    expect(await opened.page.getByText(maskIdentityNumber(IDENTITY)).count()).toBeGreaterThan(0);
    await keys.press("ArrowDown", "ArrowDown", "Enter");
    await sees(receipt);
  });

  it("an amendment is a new version, and the old one stays readable", async () => {
    await keys.press("F8");
    await sees("提交更正");
    // one more period of contributions: 2018-01 to 2018-12, so 24 months are left to be bought: 12,240.00
    await keys.fill("大连实际缴费月份：添加时间段", "201801-201812");
    await keys.press("Enter");
    await sees("12,240.00");
    await keys.press("F9");
    await keys.arriveAt("更正原因");
    await keys.type("补登2018年缴费记录");
    await screenshot(opened.page, "18-amendment");
    await keys.press("F9");
    await sees("第 2 版（最新）");
    await sees("12,240.00");
    await keys.tabTo("版本");
    await keys.press("ArrowLeft");
    await sees("正在查看第 1 版；最新为第 2 版");
    await sees("18,360.00");
    await screenshot(opened.page, "19-versions");
    const assessments = (await opened.page.getByRole("button", { name: /^查看.*核定单/ }).all()).length;
    expect(assessments).toBe(2);
  });

  it("a cancellation needs a reason and keeps everything", async () => {
    await keys.tabTo("撤销");
    await keys.press("Enter");
    await sees("撤销后不能恢复");
    await keys.tabTo(/^确认撤销/);
    await keys.press("Enter");
    await sees("请写明撤销原因");
    await keys.fill("撤销原因", "办事人改在外地办理");
    await screenshot(opened.page, "20-cancelling");
    await keys.tabTo(/^确认撤销/);
    await keys.press("Enter");
    await sees("已撤销：办事人改在外地办理");
    await screenshot(opened.page, "21-cancelled");
    expect(await opened.page.getByRole("button", { name: /^查看.*受理回执/ }).count()).toBeGreaterThan(0);
    expect(await opened.page.getByRole("button", { name: "更正" }).count()).toBe(0);
  });

  it("every other page is a command away", async () => {
    for (const [words, heading, picture] of [
      ["办件列表", "受理号", "22-cases"],
      ["政策库", "退休待遇变更", "23-policy"],
    ] as const) {
      await keys.command(words);
      await sees(heading);
      await screenshot(opened.page, picture);
    }
    // a figure is found by its name and opened where it stands
    await keys.press("F3");
    await keys.arriveAt("全文检索");
    await keys.type("核定标准 大医保发");
    await keys.tabTo("核定标准");
    await keys.press("Enter");
    await sees("本单位录入");
    await screenshot(opened.page, "23-policy-figure");
    await keys.openPalette();
    await keys.type("txdy");
    await sees("大连 · 退休待遇变更");
    await screenshot(opened.page, "24-commands");
    await keys.leavePalette();
    await keys.press("F1");
    await sees("按键一览");
    await screenshot(opened.page, "25-keys");
    await keys.press("Escape");
  });

  it("the pages had nothing to complain of: no exception, no error, no breach of the content security policy", () => {
    complaints.push(...opened.complaints);
    expect(complaints).toEqual([]);
  });
});
