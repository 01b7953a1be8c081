/** The office's own pages: its cities, and the figures it has to enter. */
import { beforeEach, expect, test } from "vitest";
import { CitiesPage } from "../../../src-renderer/admin/settings/cities-page.tsx";
import { FiguresPage } from "../../../src-renderer/admin/figures/figures-page.tsx";
import { installHost, type FakeHost } from "./fake-host.ts";
import { click, get, show, type, until } from "./screen.tsx";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

const WAGE = {
  id: "testcity.wage",
  city: "testcity",
  cityTitle: "试验市",
  title: "平均工资",
  unit: "元/月",
  enteredBy: "统计局每年公布",
  matters: [
    { id: "testcity.matter", title: "试验事项" },
    { id: "testcity.other", title: "另一事项" },
  ],
  last: { value: "8190", from: "2024-01-01", to: "2024-12-31", grade: "office" },
};

test("the figures to enter stand by city, with who publishes them and what waits; entering one asks again", async () => {
  let figures = [WAGE];
  host.answers["policy.figuresToEnter"] = () => ({ figures, administrators: ["王敏"] });
  host.answers["policy.enterFigure"] = () => {
    figures = [];
    return null;
  };
  await show(<FiguresPage />);
  const table = get("region", "试验市（1 项）").textContent;
  for (const words of ["平均工资", "元/月", "统计局每年公布", "8190（至 2024-12-31）", "试验事项、另一事项"]) {
    expect(table).toContain(words);
  }
  await click(get("button", "录入 平均工资"));
  await type(get("textbox", "数值（元/月）"), "8500");
  await type(get("textbox", "文件名称与文号"), "统发〔2025〕1号");
  await click(get("button", "录入并重新计算"));
  await until(() => document.body.textContent.includes("没有待录入的数据"), "the empty list");
  expect(host.of("policy.enterFigure")[0]).toMatchObject({ figure: "testcity.wage", value: "8500", from: "2025-01-01" });
});

test("a choice of cities is saved; none is refused on the spot", async () => {
  host.answers["office.chooseCities"] = ({ cities }: { cities: string[] }) => ({ code: "2102", name: "中心", cities });
  await show(<CitiesPage />);
  const box = get("checkbox", "试验市") as HTMLInputElement;
  expect(box.checked).toBe(true);
  await click(box);
  expect(document.body.textContent).toContain("保存后不再办理试验市的事项");
  await click(get("button", "保存"));
  expect(document.body.textContent).toContain("至少选择一个城市");
  expect(host.of("office.chooseCities")).toEqual([]);
  await click(get("checkbox", "试验市"));
  await click(get("button", "保存"));
  await until(() => host.of("office.chooseCities").length === 1, "the act");
  expect(host.of("office.chooseCities")[0]).toMatchObject({ cities: ["testcity"] });
});
