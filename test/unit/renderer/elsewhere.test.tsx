/** What people ask for and the program does not do: found by everyday words, by keys, and answered with where to go. */
import { beforeEach, describe, expect, test } from "vitest";
import { matchElsewhere } from "../../../src-renderer/counter/elsewhere/match.ts";
import { MatterPicker } from "../../../src-renderer/counter/home/matter-picker.tsx";
import type { ElsewhereView } from "../../../src-shared/contract/policy.ts";
import { installHost, type FakeHost } from "./fake-host.ts";
import { all, find, get, press, settle, show, type } from "./screen.tsx";

const business = (part: Partial<ElsewhereView> & Pick<ElsewhereView, "id" | "title">): ElsewhereView => ({
  city: "testcity",
  cityTitle: "试验市",
  words: [part.title],
  keywords: "",
  where: "综合窗口",
  because: "没有收录",
  near: [],
  ...part,
});
const AWAY = business({
  id: "away",
  title: "异地就医备案",
  words: ["异地就医备案", "外地看病"],
  keywords: "yidijiuyibeian ydjyba",
  near: [{ id: "testcity.matter", title: "试验事项" }],
});
const ALLOWANCE = business({ id: "allowance", title: "生育津贴", city: "othercity" });

describe("what is sought", () => {
  test.each([
    ["", null, []],
    [" ", null, []],
    ["外", null, []],
    ["看病", null, ["away"]],
    ["外地 看病", null, ["away"]],
    ["我要到外地看病怎么办", null, ["away"]],
    ["YDJY", null, ["away"]],
    ["生育", null, ["allowance"]],
    ["生育", "testcity", []],
    ["退休", null, []],
  ])("“%s” in %s", (words, city, ids) => {
    expect(matchElsewhere([AWAY, ALLOWANCE], city, words).map(({ id }) => id)).toEqual(ids);
  });
});

describe("in the list of matters", () => {
  let host: FakeHost;
  beforeEach(() => {
    host = installHost();
    host.answers["policy.elsewhere"] = () => [AWAY, ALLOWANCE];
    host.answers["policy.matters"] = () => [
      {
        id: "testcity.matter",
        city: "testcity",
        cityTitle: "试验市",
        title: "外地看病登记",
        summary: "",
        rules: [],
        nature: "transaction",
        personTitle: null,
        keywords: "",
        workingDays: null,
        missingFigures: [],
      },
    ];
  });
  const filter = (): HTMLElement => get("textbox", "筛选事项");
  const chosen = (): string | null => filter().getAttribute("aria-activedescendant");

  test("stands below the matters, as soon as something is sought", async () => {
    await show(<MatterPicker />);
    expect(all("button", "异地就医备案")).toEqual([]);
    await type(filter(), "外地看病");
    expect(chosen()).toBe("matter-testcity.matter");
    await press("ArrowDown");
    expect(chosen()).toBe("elsewhere-testcity-away");
    await press("ArrowDown");
    expect(chosen()).toBe("elsewhere-testcity-away");
    expect(get("button", "异地就医备案").textContent).toContain("综合窗口");
  });

  test("Enter tells where to go and why, Escape leads back to the words", async () => {
    await show(<MatterPicker />);
    await type(filter(), "异地");
    await press("Enter");
    await settle();
    const told = get("dialog").textContent;
    expect(told).toContain("异地就医备案：本程序不办");
    expect(told).toContain("综合窗口");
    expect(told).toContain("没有收录");
    await press("Escape");
    await settle(400);
    expect(find("dialog")).toBeUndefined();
    expect(document.activeElement).toBe(filter());
    expect(filter()).toHaveProperty("value", "异地");
  });

  test("a matter that comes near to it can be begun from there", async () => {
    await show(<MatterPicker />);
    await type(filter(), "异地");
    await press("Enter");
    await settle();
    get("button", "试验事项").click();
    await settle();
    expect(document.body.textContent).toContain("表单页");
  });

  test("Enter that comes before the list of matters begins the first one once it is there", async () => {
    let come = (): void => undefined;
    const matters = host.answers["policy.matters"]!;
    const list = new Promise<void>((resolve) => (come = resolve));
    host.answers["policy.matters"] = async (input) => {
      await list;
      return await matters(input);
    };
    await show(<MatterPicker />);
    await type(filter(), "登记");
    await press("Enter");
    expect(document.body.textContent).not.toContain("表单页");
    come();
    await settle();
    expect(document.body.textContent).toContain("表单页");
  });

  test("says that there is nothing only where neither list has it", async () => {
    await show(<MatterPicker />);
    await type(filter(), "生育津贴");
    expect(document.body.textContent).not.toContain("没有匹配的事项");
    await type(filter(), "完全没有的");
    expect(document.body.textContent).toContain("没有匹配的事项");
  });
});
