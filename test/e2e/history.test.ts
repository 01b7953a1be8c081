/**
 * A retirement whose past is told in one line: typed, mistyped, painted, abandoned, found again, submitted and printed, by keyboard.
 * How long it takes a clerk is reckoned from the keys by one model; no clock is read.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import { openPage, screenshot, shiftTo, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { withoutReview } from "./ask.ts";
import { Counter } from "./counter.ts";
import { Papers, pdfText } from "./papers.ts";
import { SETUP_CODE } from "./setup-code.ts";

/** A trained clerk: a key, and finding the next field with the eyes. */
const SECONDS_PER_KEY = 0.18;
const SECONDS_PER_FIELD = 0.7;
const FIRST17 = "21029919661105123";
/** A man of 60 with 273 months here and 175 months of service before 2004. */
const PAST = "d200402-202610 g198907-200401";
/** The month after: what is known of the past reaches up to it. */
const TODAY = "2026-11-20T02:00:00Z";

describe("the past in one line", () => {
  let app: RunningApp;
  let opened: OpenPage;
  let counter: Counter;
  let papers: Papers;

  beforeAll(async () => {
    app = await startApp({ data: temporaryFolder(), clockShift: shiftTo(TODAY) });
    opened = await openPage(app.url);
    counter = new Counter(opened.page);
    papers = new Papers(opened.page);
    const recoveryCode = await counter.setUp({
      office: "大连示范中心",
      code: "210202",
      cities: ["大连"],
      password: "counter-2026",
      setupCode: SETUP_CODE,
    });
    await withoutReview(opened.page, recoveryCode);
  });
  afterAll(async () => {
    await opened?.context.close();
    await app?.stop();
  });

  const seconds = (work: { readonly keys: number; readonly fields: number }): number =>
    work.keys * SECONDS_PER_KEY + work.fields * SECONDS_PER_FIELD;
  const spent = (since: { readonly keys: number; readonly fields: number }) => ({
    keys: counter.keys.counted.keys - since.keys,
    fields: counter.keys.counted.fields - since.fields,
  });

  it("is typed in 6.5 s of a clerk's time, and the result stands after 20.4 s from home", async () => {
    const { keys } = counter;
    await keys.tabTo("筛选事项");
    const atHome = { ...keys.counted };
    await keys.type("tx");
    await keys.press("Enter");
    await keys.arriveAt("身份证号码");
    await keys.type(FIRST17 + checkDigit(FIRST17));
    await keys.next("姓名");
    await keys.type("高建军");
    await keys.next("联系电话");
    await keys.next("办理日期");
    const atPast = { ...keys.counted };
    await keys.next("参保经历");
    await keys.type(PAST);
    const past = seconds(spent(atPast));
    await keys.next("养老退休情况");
    await keys.press("1");
    await keys.next("养老退休手续办结年月");
    await keys.type("202611");
    await keys.press("Enter");
    await counter.sees("由参保经历得出");
    await counter.sees("2004-02 至 2026-10，共 273 个月");
    const whole = seconds(spent(atHome));
    process.stdout.write(`the past ${past.toFixed(1)} s, home to result ${whole.toFixed(1)} s by the key model\n`);
    expect(past).toBeLessThanOrEqual(6.5);
    expect(whole).toBeLessThanOrEqual(20.4);
    await screenshot(opened.page, "80-history");
  });

  it("settles what it tells: none of it is asked any more; of elsewhere it says nothing, so that is asked", async () => {
    const asked = await opened.page
      .locator("[data-field]")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-field")));
    for (const settled of ["capacity", "contributed", "service", "enrolledAs"]) expect(asked).not.toContain(settled);
    expect(asked).toContain("transferred");
  });

  it("a wrong item is named at its place, the rest is kept; half an item is no mistake yet", async () => {
    const { keys, page } = { keys: counter.keys, page: opened.page };
    await keys.fill("参保经历", "d200402-202610 g200401-1989");
    expect(await page.getByRole("alert").count()).toBe(0);
    await keys.press("Enter");
    await counter.sees("参保经历中的“g200401-1989”结束早于开始，请核对起止年月。");
    await counter.sees("2004-02 至 2026-10，共 273 个月");
    await screenshot(page, "81-history-wrong");
  });

  it("an abandoned form has its line again", async () => {
    const { keys, page } = { keys: counter.keys, page: opened.page };
    await keys.fill("参保经历", `${PAST} 00`);
    await counter.sees("已保存为草稿");
    await page.waitForTimeout(600);
    await keys.press("Escape");
    await counter.sees("未提交的表单");
    await keys.tabTo(/^高建军/);
    await keys.press("Enter");
    await counter.sees("2004-02 至 2026-10，共 273 个月");
    expect(await page.locator("#history").inputValue()).toBe(`${PAST} 00`);
  });

  it("months are painted by keyboard, and the line says so", async () => {
    const { keys, page } = { keys: counter.keys, page: opened.page };
    await keys.tabTo("参保经历：按月涂选");
    // from the first painted month back to the one before it, painted with the first brush
    await keys.press("ArrowUp", "Space");
    await expect.poll(() => page.locator("#history").inputValue()).toContain("d198906-198906");
    await keys.press("Space");
    await expect.poll(() => page.locator("#history").inputValue()).not.toContain("198906");
  });

  it("is kept with the case and printed: from whom, what followed", async () => {
    await counter.keys.press("F6");
    await counter.keys.arriveAt("结果");
    await counter.receive("《退休人员审批表》");
    await counter.submit("transaction");
    await counter.openPaper("核定单");
    const text = await pdfText((await papers.newest("核定单")).pdfBase64);
    for (const words of ["参保经历", "来源：未注明", "单位职工2004-02至2026-10", "连续工龄1989-07至2004-01", "由参保经历得出"])
      expect(text).toContain(words);
    await counter.closePaper();
    await screenshot(opened.page, "82-history-case");
    expect(opened.complaints).toEqual([]);
  });
});
