/**
 * The counter of an office with two people, by keyboard: a clerk who makes mistakes, leaves forms behind and takes a material
 * on a promise, a reviewer who returns and approves, a supervisor who looks people up and closes the day.
 *
 * A man born on 3 July 1965 retires in September 2025. 177 months of contributions (2002-04 to 2016-12) and 168 of service
 * (1990-01 to 2003-12), of which 21 are contributed already: 177 + 147 = 324 of 360 months, so 36 are to be bought at
 * 8,190.00 × 6 % = 491.40 a month: 17,690.40 yuan. One more year of contributions leaves 24 months: 11,793.60 yuan.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { syntheticIdentityNumber, syntheticPerson } from "../../src-main/demo/people.ts";
import type { NewClerkView } from "../../src-shared/contract/office.ts";
import type { PromiseLimit } from "../../src-shared/contract/cases.ts";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import { maskIdentityNumber } from "../../src-shared/domain/identity/masking.ts";
import { USUAL_SETTINGS } from "../../src-shared/domain/office-settings.ts";
import { openPage, screenshot, shiftTo, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { ask as askHost } from "./ask.ts";
import { confirmClerks } from "./prepared.ts";
import { Counter } from "./counter.ts";
import { Papers, pdfText } from "./papers.ts";

const MATTER = "退休待遇变更";
const MATTER_ID = "dalian.retirement";
const NUMBER = syntheticIdentityNumber("1965-07-03", "male", 450);
const NAME = "高建军";
/** Somebody who has a case already, and a number of the same day that is not theirs. */
const KNOWN = syntheticPerson(6);
const NAMESAKE = syntheticIdentityNumber(KNOWN.birthDate, KNOWN.sex, 480);
const PASSWORD = "counter-2026";
const CLERKS = [
  { login: "jingban", name: "李静", role: "clerk" },
  { login: "fuhe", name: "周敏", role: "reviewer" },
  { login: "zhuguan", name: "陈刚", role: "supervisor" },
] as const;
const FORM = "《退休人员审批表》";
const FAILURE_PICTURE = "out/e2e-office-failure.png";
/** One pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

describe("an office at work", () => {
  const data = temporaryFolder();
  // a day whose limits end within a year that has its holidays; the same distance after a restart
  const clockShift = shiftTo("2026-03-10T01:30:00.000Z");
  let app: RunningApp;
  let opened: OpenPage;
  let counter: Counter;
  let papers: Papers;
  let receipt = "";
  const complaints: string[] = [];

  async function open(): Promise<void> {
    opened = await openPage(app.url);
    counter = new Counter(opened.page);
    papers = new Papers(opened.page);
  }
  const sees = (text: string | RegExp): Promise<void> => counter.sees(text);
  const press = (...keys: string[]): Promise<void> => counter.keys.press(...keys);
  async function signIn(login: string): Promise<void> {
    await counter.keys.fill("登录名", login);
    await counter.keys.fill("密码", PASSWORD);
    await press("Enter");
    await opened.page.getByRole("navigation", { name: "主导航" }).waitFor();
  }
  const command = (label: string): Promise<void> => counter.keys.command(label);
  async function changeTo(login: string): Promise<void> {
    await command("退出登录");
    await counter.keys.arriveAt("登录名");
    await signIn(login);
  }
  const ask = <Value>(name: string, input: object): Promise<Value> => askHost<Value>(opened.page, name, input);
  const closed = (): Promise<void> => opened.page.getByRole("dialog").waitFor({ state: "detached" });

  beforeAll(async () => {
    app = await startApp({ data, clockShift });
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

  it("an office with three people, a published list of what may follow, and a case of somebody else", async () => {
    const requestId = (): string => crypto.randomUUID();
    await ask("session.setup", {
      requestId: requestId(),
      office: { code: "210202", name: "大连市中山区医保经办中心", cities: ["dalian"] },
      login: "admin",
      name: "王敏",
      password: PASSWORD,
    });
    const promises = {
      ...USUAL_SETTINGS.promises,
      materials: [{ matter: MATTER_ID, material: "approval-form" }],
      document: "区医保〔2026〕5号",
    };
    const settings = { ...USUAL_SETTINGS, promises };
    await ask("office.changeSettings", { requestId: requestId(), settings, reason: "公布容缺材料清单" });
    const { name, identityNumber, phone } = KNOWN;
    const content: DraftContent = {
      matter: MATTER_ID,
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
    await ask("cases.save", { requestId: requestId(), draftId: requestId(), content });
    const added: NewClerkView[] = [];
    for (const clerk of CLERKS) added.push(await ask<NewClerkView>("clerks.create", { requestId: requestId(), ...clerk }));
    for (const { clerk, oneTimePassword } of added) {
      await ask("session.logout", {});
      await ask("session.login", { login: clerk.login, password: oneTimePassword });
      await ask("session.changePassword", { requestId: requestId(), current: oneTimePassword, next: PASSWORD });
    }
    await ask("session.logout", {});
    await ask("session.login", { login: "admin", password: PASSWORD });
    await confirmClerks(ask);
    await ask("session.logout", {});
    await counter.keys.reload();
    await signIn("jingban");
    expect(await opened.page.getByRole("link", { name: "复核" }).count()).toBe(0);
  });

  it("a wrong number is told, and nothing can be submitted with it", async () => {
    await counter.begin("大连", MATTER, "txdy");
    await counter.keys.type(NUMBER.slice(0, 17) + (NUMBER.endsWith("1") ? "2" : "1"));
    await sees(/校验码不符/);
    await press("F9");
    await sees("还不能提交");
    await press("Escape");
    await closed();
  });

  it("a namesake of the same birth date is shown with the cases before a case is opened", async () => {
    await counter.keys.tabTo("身份证号码");
    await counter.keys.retype(NAMESAKE);
    await counter.keys.fill("姓名", KNOWN.name);
    await sees(new RegExp(`另有 ${KNOWN.name}`));
    await sees("请核对证件");
    await screenshot(opened.page, "50-duplicates");
    await counter.keys.fill("身份证号码", NUMBER);
    await counter.keys.fill("姓名", NAME);
    await opened.page.getByText("请核对证件").waitFor({ state: "detached" });
  });

  it("an abandoned form outlives the screen and the killed program", async () => {
    await counter.keys.fill("办理日期", "20250916");
    await counter.answer("养老退休情况", await optionOf("养老退休情况", 1));
    await counter.answer("养老退休手续办结年月", "202509");
    await counter.answer("目前参保身份", await optionOf("目前参保身份", 1));
    const saved = opened.page.waitForResponse(
      (response) => response.url().endsWith("/call/drafts.save") && (response.request().postData() ?? "").includes("200204-201"),
    );
    await counter.keys.fill("大连实际缴费月份：添加时间段", "200204-201");
    await press("Escape");
    await saved;
    await sees("未提交的表单");
    await app.kill("SIGKILL");
    complaints.push(...opened.complaints.filter((complaint) => !complaint.includes("ERR_CONNECTION_REFUSED")));
    await opened.context.close();

    app = await startApp({ data, clockShift });
    await open();
    await signIn("jingban");
    await counter.keys.tabTo(new RegExp(`^${NAME}`));
    await press("Enter");
    await counter.keys.tabTo("大连实际缴费月份：添加时间段");
    expect((await counter.keys.focus()).value).toBe("200204-201");
    await counter.keys.retype("200204-201612");
    await press("Enter");
    await counter.keys.fill("外地转入月份：添加时间段", "0");
    await counter.keys.fill("参保前连续工龄：添加时间段", "199001-200312");
    await press("Enter");
    await sees("首次参加职工医保时的身份");
    await counter.keys.fill("服现役的月份：添加时间段", "0");
    await counter.keys.choose("首次参加职工医保时的身份", 1);
    await sees("17,690.40");
  });

  it("a material that may follow is promised, and the promise is signed before the case is submitted", async () => {
    const { lastOn } = await ask<PromiseLimit>("promises.limit", { matter: MATTER_ID });
    expect(lastOn).toMatch(/^2026-03-/);
    await press("F9");
    await sees("缺 1 份必交材料");
    await counter.keys.tabTo("以上材料承诺后补");
    await press("Enter");
    await sees("容缺受理：1 份承诺后补");
    await sees(`${lastOn} 前补交`);
    await press("F9");
    await sees("请先由办事人签字，再勾选");
    await counter.keys.tabTo("打印承诺书");
    await press("Enter");
    await sees("尚未打印");
    expect(await pdfText((await papers.newest("承诺书")).pdfBase64)).toContain(FORM);
    await counter.closePaper();
    await press("F9");
    await counter.keys.arriveAt("打印承诺书");
    await counter.keys.tabTo("办事人已在承诺书上签字");
    await press("Space");
    await screenshot(opened.page, "51-promise");
    await press("F9");
    await sees(/已受理，受理号 \d+，等待复核/);
    receipt = /受理号 (\d+)/.exec(
      (await opened.page
        .getByText(/已受理，受理号/)
        .first()
        .textContent()) ?? "",
    )![1]!;
    await sees("承诺后补的材料");
    await counter.openPaper("容缺受理通知书");
    expect(await pdfText((await papers.newest("容缺受理通知书")).pdfBase64)).toContain(receipt);
    await counter.closePaper();
    await screenshot(opened.page, "52-waiting-for-review");
  });

  it("a scan is kept with the case; a file of another kind is refused in words", async () => {
    const files = opened.page.locator("input[type=file]");
    await files.setInputFiles({ name: "说明.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
    await sees("“说明.txt”不是 PDF、JPEG 或 PNG");
    await files.setInputFiles({ name: "审批表.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") });
    await counter.keys.tabTo(/^查看附件 审批表.png/);
    await press("Enter");
    await opened.page.getByRole("img", { name: "审批表.png 预览" }).waitFor();
    await press("Escape");
    await closed();
    await counter.keys.tabTo("移除附件 审批表.png");
    await press("Enter");
    await counter.keys.arriveAt("移除原因");
    await press("F9");
    await sees("请写明移除原因");
    await counter.keys.type("扫描不清");
    await press("F9");
    await sees("已移除（李静：扫描不清）");
  });

  it("an amendment promises another day: promise and notice are made anew, and the old promise is struck out", async () => {
    await press("F8");
    await sees("提交更正");
    await counter.keys.tabToField(new RegExp(`${FORM}.*补交日期|补交日期.*${FORM}`));
    await counter.keys.retype("20260312");
    await press("F9");
    await counter.keys.arriveAt("更正原因");
    await counter.keys.type("办事人提前补交");
    await press("F9");
    await sees("请先由办事人同意新的日期，再勾选");
    await counter.keys.tabTo("办事人同意按以上日期补交，提交后当场在承诺书上签字");
    await press("Space");
    await screenshot(opened.page, "53-promise-changed");
    await press("F9");
    await sees(/更正已提交（第 2 版）/);
    await sees("第 1 版的承诺，已由更正后的 2026-03-12 代替");
    await sees("请打印承诺书，由办事人当场签字");
    for (const title of ["承诺书", "容缺受理通知书"]) {
      await counter.openPaper(title);
      expect(await pdfText((await papers.newest(title)).pdfBase64)).toContain("2026年3月12日");
      await counter.closePaper();
    }
    await screenshot(opened.page, "53-promise-replaced");
  });

  it("the promised material comes in", async () => {
    await press("F3");
    await counter.keys.arriveAt(new RegExp(`^已收到 ${FORM}`));
    await screenshot(opened.page, "53-promise-kept");
    await press("F9");
    await closed();
    const promised = opened.page.getByRole("region", { name: "承诺后补的材料" });
    await sees(/第 1 版的承诺/);
    expect(await promised.getByText("2026-03-12 前补交").count()).toBe(0);
  });

  it("the reviewer finds it in the queue and returns it with a reason", async () => {
    await changeTo("fuhe");
    await command("复核列表");
    await sees("等待最久的在最前");
    await screenshot(opened.page, "54-review-queue");
    await openInQueue();
    await sees("按同一办理日期重新计算，结果与经办人看到的完全相同。");
    await sees("与上一版相比的改动");
    await screenshot(opened.page, "55-review");
    await press("F8");
    await counter.keys.arriveAt("退回原因");
    await press("F9");
    await sees("请写明退回原因");
    await counter.keys.type("漏登2018年缴费");
    await press("F9");
    await sees(`${NAME} 的办件已退回经办人`);
  });

  it("the maker sees why, and hands it in again", async () => {
    await changeTo("jingban");
    await openCase();
    await sees("复核退回：漏登2018年缴费");
    await screenshot(opened.page, "56-returned");
    await press("F8");
    await sees("提交更正");
    await counter.keys.fill("大连实际缴费月份：添加时间段", "201801-201812");
    await press("Enter");
    await sees("11,793.60");
    await press("F9");
    await counter.keys.arriveAt("更正原因");
    await counter.keys.type("补登2018年缴费记录");
    await press("F9");
    await sees(/更正已提交（第 3 版），受理号不变：\d+，等待复核/);
  });

  it("the reviewer sees what was changed, approves it, and the assessment is made", async () => {
    await changeTo("fuhe");
    await command("复核列表");
    await openInQueue();
    await sees("与上一版相比的改动");
    await sees("大连实际缴费月份");
    await screenshot(opened.page, "57-second-version");
    await press("F9");
    await counter.keys.arriveAt("复核意见（选填）");
    await screenshot(opened.page, "58-approving");
    await press("F9");
    await sees(`${NAME} 的办件已复核通过`);
    await openCase();
    await sees("周敏 于");
    await counter.openPaper("核定单");
    expect(await pdfText((await papers.newest("核定单")).pdfBase64)).toContain("11,793.60");
    await counter.closePaper();
    await screenshot(opened.page, "59-approved");
  });

  it("a person is found by the last four, and the full number is opened with a reason only", async () => {
    await press("F2");
    await counter.keys.retype(NUMBER.slice(-4));
    await opened.page.getByRole("option", { name: NAME }).first().waitFor();
    await screenshot(opened.page, "60-find");
    await press("ArrowDown", "Enter");
    // the case that is left shows the same words
    await opened.page.waitForURL(/people\//);
    await opened.page.getByRole("button", { name: /查看完整号码/ }).waitFor();
    await sees(maskIdentityNumber(NUMBER));
    expect(await opened.page.getByText(NUMBER).count()).toBe(0);
    await press("F7");
    await counter.keys.arriveAt("查看原因");
    await press("F9");
    await sees("请写明查看原因");
    await counter.keys.type("与来人核对证件");
    await press("F9");
    await sees(NUMBER);
    await press("Escape");
    await closed();
    expect(await opened.page.getByText(NUMBER).count()).toBe(0);
    await screenshot(opened.page, "61-person");
  });

  it("a name is corrected, and what it was stays to be read", async () => {
    await press("F8");
    await counter.keys.arriveAt("姓名");
    await counter.keys.retype("高建钧");
    await counter.keys.fill("更正原因", "姓名录入有误");
    await press("F9");
    await sees("个人信息已更正");
    await sees("原因：姓名录入有误");
    await closed();
  });

  it("the supervisor looks at the day, its statistics and what falls due, takes them along and closes the day", async () => {
    await changeTo("zhuguan");
    await command("日结");
    await sees("日终检查");
    await sees(receipt);
    await screenshot(opened.page, "62-day");
    await counter.keys.tabTo("导出表格");
    await press("Enter");
    await counter.keys.arriveAt("原因");
    await counter.keys.type("日结归档");
    const [file] = await Promise.all([opened.page.waitForEvent("download"), press("F9")]);
    expect(file.suggestedFilename()).toMatch(/^日结表 .*\.xlsx$/);

    await command("办件统计");
    await sees("按经办人");
    // its head has room for all that stands in it
    const tabs = opened.page.locator("main nav a");
    const heights = await tabs.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(45);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
      true,
    );
    await screenshot(opened.page, "63-statistics");
    await command("期限与补交");
    await sees("承诺后补的材料");
    await screenshot(opened.page, "64-due");

    await command("日结");
    await sees("日终检查");
    await press("F9");
    await counter.keys.arriveAt("说明");
    await press("F9");
    await sees("有检查没有通过，请写明原因");
    await counter.keys.type("未打印的文书明日补打");
    await press("F9");
    await sees(/陈刚 已于 .* 日结/);
  });

  it("the case list is narrowed, and the way back from a case leads to the same list", async () => {
    await command("办件列表");
    await counter.keys.arriveAt("查找");
    await counter.keys.fill("金额不低于", "11793");
    await counter.keys.fill("金额不高于", "11794");
    await sees("共 1 件");
    await screenshot(opened.page, "65-case-list");
    await counter.keys.tabTo(/^打开 高建/);
    await press("Enter");
    await sees("周敏 于");
    await press("Escape");
    await sees("共 1 件");
  });

  it("the pages had nothing to complain of: no exception, no error, no breach of the content security policy", () => {
    complaints.push(...opened.complaints);
    expect(complaints).toEqual([]);
  });

  /** Title of the n-th option of a question that stands on the form. */
  async function optionOf(question: string, at: number): Promise<string> {
    const options = opened.page.getByRole("radiogroup", { name: question }).locator("input");
    await options.first().waitFor();
    return (await options.nth(at - 1).getAttribute("aria-label")) ?? "";
  }

  async function openInQueue(): Promise<void> {
    const row = new RegExp(`^复核 ${NAME}`);
    await opened.page.getByRole("row", { name: row }).waitFor();
    await counter.keys.arriveAt(/^复核 /);
    for (let moves = 0; !row.test((await counter.keys.focus()).name); moves++) {
      if (moves > 20) throw new Error("the arrows do not lead to the case");
      await press("ArrowDown");
    }
    await press("Enter");
    await sees("为什么需要复核");
  }

  async function openCase(): Promise<void> {
    await press("F2");
    await counter.keys.retype(receipt);
    await opened.page.getByRole("option", { name: receipt }).first().waitFor();
    await press("ArrowDown", "Enter");
    await sees(MATTER);
    await sees(receipt);
  }
});
