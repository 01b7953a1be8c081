/** The policy library on the screen: what an address opens, what is searched, and the ways between entries. */
import { beforeEach, describe, expect, test } from "vitest";
import { PolicyPage, type PolicyAddress, type PolicySearch } from "../../../src-renderer/policy/policy-page.tsx";
import { DecisionView } from "../../../src-renderer/ui/decision/decision-view.tsx";
import { installHost, type FakeHost } from "./fake-host.ts";
import { sampleLibrary } from "./library-sample.ts";
import { decision, explained, step } from "./samples.ts";
import { all, click, find, get, settle, show, type } from "./screen.tsx";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
  host.answers["policy.library"] = () => sampleLibrary;
});

async function open(address: PolicyAddress, search: PolicySearch = {}): Promise<void> {
  await show(<PolicyPage address={address} search={search} />, "/policy");
}
const shelfText = (): string => document.querySelector("[data-part=shelf]")?.textContent ?? "";
const marked = (): string[] =>
  [...document.querySelectorAll("[data-target]")].map(
    (element) => element.getAttribute("data-entry") ?? `line ${element.getAttribute("data-line")}`,
  );
const hrefs = (selector: string): string[] =>
  [...document.querySelectorAll(`${selector} a`)].map((link) => decodeURIComponent(link.getAttribute("href") ?? ""));

describe("an address", () => {
  test.each([
    [{ kind: "clause", id: "c1" }, {}, "文件和条款", ["clause/c1"]],
    [{ kind: "clause", id: "c2" }, {}, "报道与网络说法", ["clause/c2"]],
    [{ kind: "figure", id: "testcity.rate" }, { line: "2025-01-01" }, "政策数据", ["figure/testcity.rate", "line 2025-01-01"]],
    [{ kind: "table", id: "testcity.years" }, { line: "row-2" }, "决策表", ["table/testcity.years", "line row-2"]],
    [{ kind: "reading", id: "testcity.start" }, {}, "解释口径", ["reading/testcity.start"]],
    [{ kind: "conflict", id: "testcity.rates" }, {}, "文件不一致", ["conflict/testcity.rates"]],
    [{ kind: "matter", id: "testcity.matter" }, {}, "事项", ["matter/testcity.matter"]],
  ] as const)("%j opens its shelf at the line", async (entry, search, shelf, targets) => {
    await open({ city: "testcity", ...entry }, search);
    expect(get("region", shelf).getAttribute("data-part")).toBe("shelf");
    expect(marked()).toEqual(targets);
    expect(document.activeElement?.getAttribute("data-entry")).toBe(targets[0]);
  });

  test("without a city is that of the office, and shows the matters", async () => {
    await open({});
    expect(host.of("policy.library")).toEqual([{ city: "testcity" }]);
    expect(hrefs("[data-part=shelf]")).toEqual(["/policy/testcity/matter/testcity.matter"]);
  });

  test("of something that is gone says so", async () => {
    await open({ city: "testcity", kind: "clause", id: "gone" });
    expect(shelfText()).toContain("现行政策库中没有“gone”");
  });
});

test("from a clause one can go to the matters that use it, and from a matter to all that it rests on", async () => {
  await open({ city: "testcity", kind: "clause", id: "c1" });
  expect(hrefs("[data-entry='clause/c1']")).toEqual([
    "/policy/testcity/matter/testcity.matter",
    "/policy/testcity/figure/testcity.rate",
  ]);
  await open({ city: "testcity", kind: "matter", id: "testcity.matter" });
  expect(new Set(hrefs("[data-entry='matter/testcity.matter']"))).toEqual(
    new Set(
      ["clause/c1", "figure/testcity.rate", "table/testcity.years", "reading/testcity.start", "conflict/testcity.rates"].map(
        (entry) => `/policy/testcity/${entry}`,
      ),
    ),
  );
});

test("a missing figure is marked and an administrator enters it", async () => {
  await open({ city: "testcity", kind: "figure" });
  expect(shelfText()).toContain("尚无数值");
  await click(get("button", "录入 月标准"));
  await settle();
  expect(find("dialog")?.textContent).toContain("录入 月标准");
});

test("a reading is chosen where it is read", async () => {
  host.answers["policy.chooseReading"] = () => sampleLibrary.readings[0];
  await open({ city: "testcity", kind: "reading" });
  await click(get("button", "改选口径"));
  await settle();
  await click(get("radio", "当月"));
  await type(get("textarea", "选定理由"), "会议纪要");
  await click(get("button", "确认选定"));
  await settle();
  expect(host.of("policy.chooseReading")).toMatchObject([{ reading: "testcity.start", option: "same", reason: "会议纪要" }]);
  expect(host.of("policy.library")).toHaveLength(2);
});

test("typing searches the whole library at once", async () => {
  await open({ city: "testcity" });
  await type(get("textbox", "全文检索"), "满8年");
  await settle();
  expect(hrefs("[data-part=shelf]")).toEqual(["/policy/testcity/clause/c2", "/policy/testcity/conflict/testcity.rates"]);
  expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["满8年", "满8年"]);
  await type(get("textbox", "全文检索"), "没有的词");
  await settle();
  expect(shelfText()).toContain("没有同时包含“没有的词”的内容");
});

test("everything that a decision cites is a link into the library", async () => {
  const shown = decision({
    ...explained,
    readings: [{ id: "r", question: "怎么算", chosen: "a", chosenTitle: "甲", alternatives: [], citations: ["c1"] }],
    conflicts: [{ id: "k", title: "两说", used: "甲", other: "乙", why: "权威", citations: ["c1"] }],
    steps: [
      explained.steps[0]!,
      step({ title: "年限", kind: "table", display: "10", citations: ["c1"], row: { table: "t", index: 2 } }),
      step({ title: "合计", filled: "1", formula: "1", inputs: [0, 1], citations: ["c1"] }),
    ],
  });
  await show(<DecisionView decision={shown} ticks={[]} onTick={null} />);
  await click(get("button", "全部展开"));
  const links = new Set(hrefs("[role=tree]"));
  expect(links).toContain("/policy/testcity/figure/rate?line=2025-01-01");
  expect(links).toContain("/policy/testcity/table/t?line=row-3");
  expect(links).toContain("/policy/testcity/clause/c1");
  expect(hrefs(".readings")).toEqual(
    expect.arrayContaining(["/policy/testcity/reading/r", "/policy/testcity/conflict/k", "/policy/testcity/clause/c1"]),
  );
  expect(all("a").every((link) => link.tabIndex >= 0)).toBe(true);
});
