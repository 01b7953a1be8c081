/** Whoever has another document than the identity card, or none: by keyboard from the number to the paper, in Chongqing. */
import { describe, expect, it } from "vitest";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import { screenshot } from "./app.ts";
import { withoutReview } from "./ask.ts";
import { pdfText } from "./papers.ts";
import { requestId } from "./prepared.ts";
import { itHadNothingToComplainOf, PASSWORD, workplace, type Workplace } from "./workplace.ts";

const OFFICE = "重庆市渝中区医保经办中心";
const NAME = "Maria O’Neill";
const PASSPORT = "E12345678";

async function setUpOffice(place: Workplace): Promise<void> {
  await place.ask("session.setup", {
    requestId: requestId(),
    office: { code: "500103", name: OFFICE, cities: ["chongqing"] },
    login: "admin",
    name: "王敏",
    password: PASSWORD,
  });
  await place.as("admin");
  await withoutReview(place.page);
}

describe("a person with a passport", () => {
  const place = workplace({ name: "identity", prepare: setUpOffice });
  const sees = (text: string | RegExp): Promise<void> => place.sees(text);

  it("enrols in Chongqing with a residence permit: the number says the kind, birth date and sex are asked, the paper names the passport", async () => {
    const { keys, counter } = place;
    await counter.begin("重庆", "个人身份参保登记", "grsfcb");
    // typed in full width, as an input method leaves it
    await keys.type("Ｅ１２３４５６７８");
    await keys.next("出生日期");
    await sees("护照号码");
    await keys.type("１９８５。0３。01");
    await keys.next("性别");
    await keys.press("2");
    await keys.next("姓名");
    await keys.type(NAME);
    await keys.next("联系电话");
    await keys.next("办理日期");
    await keys.retype("20250715");
    await sees(/女 · 1985-03-01 出生 · 40 周岁/);
    // the field holds what was understood
    expect(await place.page.inputValue("#person-identity")).toBe(PASSPORT);
    await screenshot(place.page, "passport-form");
    await counter.answer("有重庆户籍", "否");
    await counter.answer("持有效的重庆居住证", "是");
    await counter.answer("还有其他正常缴费的医保关系", "否");
    await counter.answer("在重庆领取职工养老金", "否");
    await counter.answer("这次缴费的日期", "20250710");
    await counter.answer("首次以个人身份参加职工医保", "是");
    await counter.answer("由居民医保转来", "否");
    await counter.answer("由单位职工医保转来", "否");
    await counter.answer("缴费档次", "一档");
    await counter.goToResult();
    // woman of 40: 市外户籍的未满年龄上限
    await sees("可以参保，等待 6 个月，2026年1月起享受待遇");
    await screenshot(place.page, "passport-result");
    for (const material of await place.page.getByRole("checkbox", { name: /^已收 / }).all()) {
      await counter.receive((await material.getAttribute("aria-label"))!.replace("已收 ", ""));
    }
    await keys.press("F9");
    await sees("确认提交受理");
    await sees(`护照 ${PASSPORT} · 1985-03-01 · 女`);
    await screenshot(place.page, "passport-confirm");
    await keys.press("F9");
    await sees(/已受理，受理号 \d+/);
    await screenshot(place.page, "passport-case");
    await counter.openPaper("核定单");
    const paper = await place.papers.newest("核定单");
    const words = await pdfText(paper.pdfBase64);
    for (const word of [NAME, `护照${PASSPORT}`, "1985年3月1日", "性别女", "2026年1月"]) {
      expect(words).toContain(word.replaceAll(" ", ""));
    }
    await screenshot(place.page, "passport-paper");
    await counter.closePaper();
  });

  it("is found by the number, and the next form of hers is filled in by it", async () => {
    const { keys, counter } = place;
    await place.home();
    await keys.press("F2");
    await keys.type("e1234 5678");
    await sees("护照 E1*******");
    await screenshot(place.page, "passport-found");
    await keys.press("ArrowDown", "Enter");
    await sees("护照号码");
    await screenshot(place.page, "passport-file");
    await keys.press("Escape");
    await place.home();
    await counter.begin("重庆", "个人身份缴费金额", "grsfjf");
    await keys.type(PASSPORT.toLowerCase());
    await keys.next("出生日期");
    await sees(/已有此人档案，办件 1 件/);
    await place.page.waitForFunction(() => document.querySelector<HTMLInputElement>("#person-name")?.value !== "");
    expect(await place.page.inputValue("#person-birth")).toBe("1985-03-01");
    expect(await place.page.inputValue("#person-name")).toBe(NAME);
    expect(await place.page.getByRole("radio", { name: "女" }).isChecked()).toBe(true);
  });

  it("a number of each other kind is known by itself; the old fifteen digits are told", async () => {
    const { keys, counter } = place;
    const number = (first17: string): string => first17 + checkDigit(first17);
    const KINDS = [
      [number("95084019850301001"), "外国人永久居留身份证号码"],
      [number("81000019850301001"), "港澳台居民居住证号码"],
      ["T210000123", "出生医学证明编号"],
      ["CAN210285030101", "外国人永久居留身份证号码"],
      [number("50029919850301001"), "身份证号码"],
    ] as const;
    await place.home();
    await counter.begin("重庆", "个人身份参保登记", "grsfcb");
    for (const [typed, label] of KINDS) {
      await keys.retype(typed);
      await keys.arriveAt(label);
    }
    await keys.retype("500299850301001");
    await sees("这是旧的15位号码，请核对18位号码。");
    await screenshot(place.page, "old-number");
  });

  it("a newborn without a number is served by name, birth date and sex", async () => {
    const { keys, counter } = place;
    await place.home();
    await counter.begin("重庆", "居民医保参保", "jmybcb");
    await keys.press("Shift+Tab");
    await keys.arriveAt("证件类型");
    await keys.press("End");
    await keys.next("出生日期");
    await keys.type("20250701");
    await keys.next("性别");
    await keys.press("1");
    await keys.next("没有号码的原因");
    await keys.type("出生医学证明还没有办");
    await keys.next("姓名");
    await keys.type("单小满");
    await keys.next("联系电话");
    await keys.next("办理日期");
    await keys.retype("20250715");
    await screenshot(place.page, "no-number-form");
    await counter.answer("有重庆户籍", "是");
    await counter.answer("还有其他正常缴费的医保关系", "否");
    await counter.answer("居民医保资助参保的类别", "不是");
    await counter.answer("由职工医保转来，中断不超过3个月", "否");
    await counter.answer("缴费档次", "一档");
    await counter.answer("这次缴费的日期", "20250710");
    await counter.answer("缴的是哪一年度的", "缴费日期的当年");
    await counter.answer("缴费在公布的集中参保期内", "否");
    await counter.goToResult();
    await sees("可以参保，从出生之日 2025年7月1日起享受待遇");
    for (const material of await place.page.getByRole("checkbox", { name: /^已收 / }).all()) {
      await counter.receive((await material.getAttribute("aria-label"))!.replace("已收 ", ""));
    }
    await screenshot(place.page, "no-number-result");
    await counter.submit("transaction");
    await counter.openPaper("受理回执");
    const words = await pdfText((await place.papers.newest("受理回执")).pdfBase64);
    for (const word of ["单小满", "无号码（出生医学证明还没有办）", "2025年7月1日"]) expect(words).toContain(word);
    await screenshot(place.page, "no-number-paper");
    await counter.closePaper();
  });

  itHadNothingToComplainOf(place);
});
