/**
 * People who come, stand in and leave, by keyboard only: a role until a day; a clerk who left and whose forms go to somebody else;
 * an office whose administrator is gone and gets another.
 */
import { describe, expect, it } from "vitest";
import { syntheticPerson } from "../../src-main/demo/people.ts";
import type { ClerkView } from "../../src-shared/contract/office.ts";
import { screenshot } from "./app.ts";
import { draftOf, requestId, setUpOffice } from "./prepared.ts";
import { itHadNothingToComplainOf, PASSWORD, workplace } from "./workplace.ts";

const PERSON = syntheticPerson(31);

describe("people who come and go", () => {
  let code = "";
  const place = workplace({
    name: "people",
    prepare: async () => {
      await setUpOffice(place, {
        clerks: [
          { login: "zhang", name: "张经办", role: "clerk" },
          { login: "liu", name: "刘接手", role: "clerk" },
          { login: "zhao", name: "赵主管", role: "supervisor" },
        ],
      });
      const made = await place.ask<{ readonly code: string }>("keys.newRecoveryCode", {
        requestId: requestId(),
        password: PASSWORD,
        second: { login: "zhao", password: PASSWORD },
      });
      ({ code } = made);
      await place.as("zhang");
      const { name, identityNumber, phone } = PERSON;
      await place.ask("drafts.save", { id: requestId(), content: draftOf({ name, identityNumber, phone }) });
    },
  });

  const openClerk = async (name: string): Promise<void> => {
    await place.keys.command("管理：人员");
    await place.sees("最近登录");
    const rows = await place.page.locator("main table[aria-label] tbody tr").allInnerTexts();
    const at = rows.findIndex((row) => row.includes(name));
    await place.keys.tabTo(new RegExp(`^打开 ${/^[^\s]+/.exec(rows[0]!)![0].replace("本人", "")}`));
    await place.keys.press(...Array.from({ length: at }, () => "ArrowDown"), "Enter");
    await place.keys.arriveAt("姓名");
  };
  const secondPerson = async (): Promise<void> => {
    await place.keys.arriveAt("第二人的登录名");
    await place.keys.type("zhao");
    await place.keys.fill("第二人的密码", PASSWORD);
    await place.keys.press("F9");
  };

  it("a substitute gets a role until a day, which the list and the menu tell", async () => {
    await place.as("admin");
    await openClerk("刘接手");
    await place.keys.tabToField("岗位");
    await place.keys.press("ArrowDown");
    await place.keys.tabToField("期限");
    await place.keys.press("ArrowDown");
    const { today } = await place.ask<{ readonly today: string }>("session.status", {});
    await place.keys.fill("代理到（含当天）", today);
    await place.keys.press("Enter");
    await secondPerson();
    await place.sees("岗位已修改，下一次操作起生效");
    await screenshot(place.page, "people-role");
    await place.keys.press("Escape");
    await place.sees(`代理至 ${today}，原岗位经办`);
    await place.as("liu");
    await place.sees(/您代理的复核岗位到 .*（含当天）为止，之后自动恢复为经办/);
    expect(await place.page.getByRole("banner").innerText()).toContain(`复核（代理至 ${today.slice(5)}）`);
  });

  it("whoever switches somebody off is shown what they leave; a supervisor reads it, and hands it over", async () => {
    await place.as("admin");
    await openClerk("张经办");
    await place.keys.tabTo("停用");
    await place.keys.press("Enter");
    await place.keys.arriveAt("原因");
    await place.keys.type("调离");
    await place.keys.press("F9");
    await place.sees("张经办 已停用：没有办完的");
    await screenshot(place.page, "people-left");
    await place.keys.tabTo(/^未提交的表单 1 份/);
    await place.keys.press("Enter");
    await place.page.locator("main table[aria-label] tbody tr").waitFor();
    await place.as("zhao");
    await place.keys.command("日结");
    await place.sees(/张经办（已停用）：未提交的表单 1 份/);
    await place.keys.tabTo(/^张经办（已停用）/);
    await place.keys.press("Enter");
    await place.sees("共 1 份");
    await place.keys.tabTo(/^打开 /);
    await place.keys.press("Enter");
    await place.keys.arriveAt("原因");
    await place.keys.type("经办人调离");
    await place.keys.tabTo("查看内容");
    await place.keys.press("Enter");
    await place.page.getByRole("region", { name: "表单内容" }).waitFor();
    await screenshot(place.page, "people-form");
    await place.keys.tabToField("转交给");
    await place.keys.press("End");
    await place.keys.press("F9");
    await place.sees(/已转交给 /);
    await place.sees("没有他人未提交的表单");
    const forms = await place.ask<readonly unknown[]>("drafts.ofOthers", {});
    // of whoever they went to, who sees them among their own
    expect(forms).toMatchObject([{ clerk: "王敏", active: true }]);
  });

  it("an office whose administrator is gone gets another, and everybody is told until somebody confirms it", async () => {
    await place.as("liu");
    await place.keys.command("退出登录");
    place.left();
    await place.keys.tabTo("管理员不在了，或忘记了密码");
    await place.keys.press("Enter");
    await place.keys.arriveAt("新管理员的登录名");
    await place.keys.type("xin");
    await place.keys.fill("新管理员的姓名", "孙新");
    await place.keys.fill("原因", "管理员离职，联系不上");
    await place.keys.fill("恢复码", code);
    await place.keys.fill("见证人的登录名", "zhao");
    await place.keys.fill("见证人的密码", PASSWORD);
    await screenshot(place.page, "people-gone");
    await place.keys.press("Enter");
    await place.sees("管理员已设立");
    const oneTime = (await place.page.locator("[data-part=secret]").innerText()).trim();
    await place.keys.arriveAt("去登录");
    await place.keys.press("Enter");
    await place.signIn("xin", oneTime);
    place.left();
    await place.keys.arriveAt("一次性密码");
    await place.keys.type(oneTime);
    await place.keys.fill("新密码", "new-admin-2026");
    await place.keys.fill("再次输入新密码", "new-admin-2026");
    await place.keys.press("Enter");
    await place.sees("管理员 孙新（xin）是用恢复码重新设立的，等待第三人确认");
    // the old administrator is still here in this office, and somebody else than both
    await place.as("admin");
    await place.sees("管理员 孙新（xin）是用恢复码重新设立的，等待第三人确认");
    await place.keys.tabTo("确认管理员…");
    await place.keys.press("Enter");
    await place.sees("请当面核实：确有其事");
    await screenshot(place.page, "people-confirm");
    await place.keys.press("F9");
    await place.gone("是用恢复码重新设立的");
    const clerks = await place.ask<readonly ClerkView[]>("clerks.list", {});
    expect(clerks.find(({ login }) => login === "xin")).toMatchObject({ role: "administrator", unconfirmed: false });
  });

  itHadNothingToComplainOf(place, /40[0-9]/);
});
