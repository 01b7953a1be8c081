/**
 * The machine's clock is set wrong while a clerk types, and is wrong when the program starts: nothing is written, nothing typed is
 * lost, until it is set right or an administrator confirms it. And what comes of days that nobody closed, or that went on.
 */
import { describe, expect, it } from "vitest";
import type { DayLedger } from "../../src-shared/contract/reports.ts";
import type { SessionStatus } from "../../src-shared/contract/session.ts";
import { screenshot, shiftTo } from "./app.ts";
import { draftOf, requestId, setUpOffice } from "./prepared.ts";
import { itHadNothingToComplainOf, PASSWORD, workplace, type Workplace } from "./workplace.ts";

const DAY = 24 * 3_600_000;
const CLERKS = [
  { login: "jingban", name: "李静", role: "clerk" },
  { login: "zhuguan", name: "陈刚", role: "supervisor" },
] as const;
const PERSON = { identityNumber: "21029919690304061X", name: "单长河", phone: "19800000061" };
/** A consultation takes neither papers nor materials. */
const TOLD = draftOf(PERSON, { matter: "dalian.payment-channels", asOf: "2025-09-16", facts: { purpose: "pay" } });

describe("a clock that is wrong", () => {
  const place: Workplace = workplace({
    name: "clock",
    clockShift: shiftTo("2025-09-16T01:30:00.000Z"),
    prepare: (at) => setUpOffice(at, { clerks: CLERKS, review: false }),
  });
  const doubted = () => place.page.getByRole("heading", { name: "时钟不对" }).waitFor();
  const status = () => place.ask<SessionStatus>("session.status", {});

  it("while a form is filled in: the page says so, what was typed stays, and is saved when the clock is right again", async () => {
    await place.as("jingban");
    await place.counter.begin("大连", "退休待遇变更", "txdybg");
    await place.keys.fill("姓名", "单长河");
    await place.sees("已保存为草稿");
    await place.app.setClock(42 * DAY);
    await place.keys.fill("联系电话", "19800000061");
    await doubted();
    await place.sees("比数据里最后一次保存晚了约 42 天");
    // what lies over the app has its colours: pine green, not the library's blue
    const button = place.page.getByRole("button", { name: "重新检查" });
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgb(11, 90, 79)");
    await screenshot(place.page, "90-clock-doubted");
    // the one key that helps whoever has set it right
    await place.keys.press("Enter");
    await place.sees("电脑时间还是不对");
    await place.page.getByRole("button", { name: "先查看，不保存" }).focus();
    await place.keys.press("Enter");
    await place.sees("时钟不对，现在只能查看");
    await screenshot(place.page, "91-clock-looking-only");
    await place.page.getByRole("button", { name: "核对时钟…" }).focus();
    await place.keys.press("Enter");
    await doubted();
    await place.app.setClock(-42 * DAY);
    await place.keys.press("Enter");
    await place.page.getByRole("heading", { name: "时钟不对" }).waitFor({ state: "detached" });
    await place.sees("已保存为草稿");
    const [draft] = await place.ask<readonly { readonly content: { readonly person: { readonly phone: string } } }[]>(
      "drafts.list",
      {},
    );
    expect(draft!.content.person.phone).toBe("19800000061");
  });

  it("at the start: nobody signs in before the administrator has confirmed it, by keyboard, with the password", async () => {
    await place.app.setClock(-2 * DAY);
    await place.page.reload();
    await doubted();
    await place.sees("比数据里最后一次保存早了约 2 天");
    await place.keys.fill("管理员登录名", "jingban");
    await place.keys.fill("密码", PASSWORD);
    await place.keys.press("Enter");
    await place.sees("或者不是管理员");
    await place.keys.fill("管理员登录名", "admin");
    await place.keys.fill("密码", PASSWORD);
    await screenshot(place.page, "92-clock-confirming");
    await place.keys.press("Enter");
    await place.page.getByRole("heading", { name: "时钟不对" }).waitFor({ state: "detached" });
    expect((await status()).clockDoubt).toBeNull();
    place.left();
  });

  it("a day that nobody closed is told to the supervisor, closed late with a reason, and what is entered later is marked", async () => {
    await place.as("jingban");
    const submit = () => place.ask("cases.submit", { requestId: requestId(), draftId: requestId(), content: TOLD, reason: "" });
    await place.app.passTime(2 * DAY);
    place.left();
    await place.as("jingban");
    await submit();
    const { today } = await status();
    await place.app.passTime(DAY);
    place.left();
    await place.as("zhuguan");
    await place.sees(`有 1 天办理了业务却没有日结，最近一天是 ${today}`);
    await place.page.getByRole("button", { name: "去补做日结" }).focus();
    await place.keys.press("Enter");
    await place.sees("有业务、没有日结的日子：1 天");
    await screenshot(place.page, "93-day-not-closed");
    await place.keys.press("F9");
    await place.sees("补做日结的原因");
    await place.keys.press("F9");
    await place.sees("请写明补做日结的原因");
    await place.keys.type("当天停电");
    await place.keys.press("F9");
    await place.sees(/陈刚 已于 .* 补做日结/);
    await place.page.getByText("有业务、没有日结的日子").waitFor({ state: "detached" });
    // the clock comes back to the day that is closed
    await place.app.setClock(-DAY);
    await place.ask("clock.confirm", { login: "admin", password: PASSWORD });
    await submit();
    await place.page.reload();
    await place.sees("日结后又办理 1 条");
    await screenshot(place.page, "94-day-after-closing");
    const ledger = await place.ask<DayLedger>("reports.day", { date: today, clerkId: null });
    expect([ledger.closed!.signed.counts.advised, ledger.counts.advised]).toEqual([1, 2]);
  });

  // what a page asks for after two days is of a session that is over
  itHadNothingToComplainOf(place, /401/);
});
