import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { DecisionView } from "../../../src-renderer/ui/decision/decision-view.tsx";
import { explanationRoots } from "../../../src-renderer/ui/decision/explanation/explanation-model.ts";
import { groupAmounts } from "../../../src-renderer/ui/decision/amounts/grouped-model.ts";
import { Flow } from "../../../src-renderer/counter/flow.tsx";
import { emptyContent } from "../../../src-renderer/ui/calls/forms.ts";
import { evaluate, installHost, type FakeHost } from "./fake-host.ts";
import { all, click, find, get, settle, show, until } from "./screen.tsx";
import { amount, material, decision, explained, step } from "./samples.ts";

const showDecision = (part: Partial<Decision>, onOpenMatter: ((matter: string) => void) | null = null) =>
  show(<DecisionView decision={decision(part)} ticks={[]} onTick={null} onOpenMatter={onOpenMatter} />);

describe("amounts of several of a kind", () => {
  const stays = [
    amount({ id: "pool", title: "统筹", payer: "统筹基金", fen: 800_00, group: "第1次" }),
    amount({ id: "own", title: "个人", fen: 200_00, group: "第1次" }),
    amount({ id: "pool", title: "统筹", payer: "统筹基金", fen: 0, group: "第2次", step: 1 }),
    amount({ id: "extra", title: "补助", payer: "补助基金", fen: 75_00, group: "第2次" }),
    amount({ id: "own", title: "个人", fen: 25_00, group: "第2次" }),
    amount({ id: "left", title: "余额", fen: 99_00 }),
  ];

  test("are shares of their group, in one order for all", () => {
    const { kinds, groups } = groupAmounts(stays);
    expect(kinds.map(({ id }) => id)).toEqual(["pool", "extra", "own"]);
    expect(groups.map(({ title, total }) => [title, total])).toEqual([
      ["第1次", 1000_00],
      ["第2次", 100_00],
    ]);
    expect(groups[0]?.shares.map(({ kind, start, size }) => [kind, start, size])).toEqual([
      [0, 0, 0.8],
      [2, 0.8, 0.2],
    ]);
    expect(groupAmounts([amount({ id: "pool", fen: 0, group: "空" })]).groups[0]?.shares[0]).toMatchObject({ start: 0, size: 0 });
  });

  test("stand in a table whose heads are the legend, each group with a bar that is told in words", async () => {
    await showDecision({ amounts: stays, steps: [step({ title: "a" }), step({ title: "b" })] });
    const rows = all("[data-part=shares] tbody tr:first-child").map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ["第1次", "800.00", "—", "200.00", "1,000.00"],
      ["第2次", "0.00", "75.00", "25.00", "100.00"],
    ]);
    expect(all("[data-part=shares] thead th").map((head) => head.textContent)).toEqual([
      "元",
      "统筹统筹基金付",
      "补助补助基金付",
      "个人本人付",
      "合计",
    ]);
    expect(all("svg[role=img]").map((bar) => bar.getAttribute("aria-label"))).toEqual([
      "第1次：统筹 80.0%，个人 20.0%",
      "第2次：统筹 0.0%，补助 75.0%，个人 25.0%",
    ]);
    // what belongs to no group is not lost among them
    expect(document.querySelector("[data-part=ungrouped]")?.textContent).toContain("余额");
    await click(get("button", "0.00 第2次 统筹"));
    await settle();
    expect(document.activeElement?.getAttribute("aria-label")).toContain("第2次 统筹");
  });

  test("are named by their group in the explanation", () => {
    const roots = explanationRoots(decision({ amounts: stays, steps: [step({ title: "a" }), step({ title: "b" })] }));
    expect(roots.map(({ title }) => title)).toEqual(["第1次 统筹", "第2次 统筹"]);
  });
});

describe("a decision's standing", () => {
  test("historic and reference are said before the headline, current is not", async () => {
    await showDecision({ standing: "historic" });
    expect(document.querySelector("header[data-look] [role=note]")?.textContent).toBe(
      "历史口径，仅供查询过去年度，来源为报道/网络",
    );
    await showDecision({ standing: "reference" });
    expect(all("[role=note]")).toHaveLength(2);
    await showDecision({});
    expect(all("[role=note]")).toHaveLength(2);
  });
});

describe("a consultation", () => {
  const must = material({ id: "form", title: "申请表" });

  test.each([
    ["estimate", "granted", "试算结果"],
    ["lookup", "granted", "查算结果"],
    ["lookup", "refused", "当时不适用"],
    ["guidance", "refused", "不按此办理"],
    ["lookup", "figure-missing", "缺少数据"],
  ] as const)("%s that comes out %s", async (nature, outcome, label) => {
    await showDecision({ nature, outcome });
    expect(document.querySelector("[data-part=outcome]")?.textContent).toBe(label);
    expect(document.body.textContent).not.toMatch(/可以办理|不予办理|无需提交材料/);
  });

  test("its materials are named, not collected", async () => {
    await showDecision({ materials: [must], nature: "lookup" });
    expect(document.querySelector("input[type=checkbox], [data-part=received]")).toBeNull();
    expect(get("region", "当时要带的材料").textContent).toContain("申请表");
  });
});

describe("the clauses of a condition", () => {
  test("stand behind their document, which is named once", async () => {
    const clause = (id: string, document: string, name: string) => ({ ...explained.citations[0]!, id, document, clause: name });
    await showDecision({
      conditions: [
        { id: "c", title: "条件", met: true, required: "是", actual: "是", citations: ["1", "2", "3"], remedies: [], step: null },
      ],
      citations: [clause("1", "甲", "一"), clause("2", "乙", "二"), clause("3", "甲", "三")],
    });
    expect(document.querySelector("[data-part=clauses]")?.textContent).toBe("甲一三乙二");
  });
});

describe("guidance", () => {
  const citations = explained.citations;
  const sections = [
    { id: "a", title: "先做", lines: ["第一件", "第二件"], citations: ["c1"] },
    { id: "b", title: "再做", lines: ["只有一件"], citations: [] },
  ];

  test("is read block by block, several lines numbered, the clause beside them", async () => {
    await showDecision({
      outcome: "guidance",
      sections,
      citations,
      notices: [{ id: "n", level: "info", text: "提", citations: [] }],
    });
    const region = get("region", "怎么办");
    expect([...region.querySelectorAll("ol li")].map((line) => line.textContent)).toEqual(["第一件", "第二件"]);
    expect(region.textContent).toContain("只有一件");
    expect(region.querySelector("[data-part=sources]")?.textContent).toBe("试验办法第三条");
    // it is the result itself
    expect(all("region")[0]).toBe(region);
  });

  test("points are marked, not numbered", async () => {
    await showDecision({ outcome: "guidance", sections: [{ ...sections[0]!, list: "points" }], citations });
    expect(document.querySelectorAll("[data-part=guide] ol")).toHaveLength(0);
    expect(document.querySelectorAll("[data-part=guide] ul li")).toHaveLength(2);
  });

  test("names a document once for all its clauses", async () => {
    const clause = (id: string, document: string, name: string) => ({ ...citations[0]!, id, document, clause: name });
    const three = [clause("1", "甲", "一"), clause("2", "乙", "二"), clause("3", "甲", "三")];
    await showDecision({ sections: [{ ...sections[0]!, citations: ["1", "2", "3"] }], citations: three });
    expect(document.querySelector("[data-part=sources]")?.textContent).toBe("甲一三乙二");
  });
});

describe("ways side by side", () => {
  const due = amount({ id: "due", title: "应缴", fen: 300_00, role: "due", step: 0 });
  const part = amount({ id: "part", title: "其中一月", fen: 100_00, role: "part", step: 0 });
  const coverage = [{ from: "2025-01", to: "2025-03", status: "covered" as const, title: "" }];
  const taken = { id: "pay", title: "补缴", text: "连续", amounts: [due, part], dates: [], coverage };
  const left = { ...taken, id: "leave", title: "不补", amounts: [], coverage: [{ ...coverage[0]!, status: "gap" as const }] };

  test("each has its own months; the one reckoned with is marked and not told twice", async () => {
    await showDecision({ amounts: [due, part], coverage, options: [taken, left], steps: [step({ title: "s" })] });
    const cards = all("article");
    expect(cards.map((card) => card.textContent.includes("结果按此计算"))).toEqual([true, false]);
    expect(cards.map((card) => card.querySelectorAll("svg[role=img]").length)).toEqual([1, 1]);
    expect(cards[0]?.textContent).toContain("300.00");
    expect(cards[0]?.textContent).not.toContain("其中一月");
    expect(find("region", "月份")).toBeUndefined();
  });

  test("while nothing is settled none is marked and all is told", async () => {
    await showDecision({ outcome: "choice", options: [taken, left], steps: [step({ title: "s" })] });
    expect(document.body.textContent).not.toContain("结果按此计算");
    expect(all("article")[0]?.textContent).toContain("其中一月");
  });
});

describe("another matter", () => {
  const nextMatters = [{ matter: "testcity.other", title: "另一事项", why: "保障会中断", citations: [] }];
  let host: FakeHost;
  beforeEach(() => {
    host = installHost();
  });

  test("is only named where no form can be opened", async () => {
    await showDecision({ nextMatters });
    expect(get("region", "接下来").textContent).toContain("另一事项");
    expect(find("button", "去办")).toBeUndefined();
    const open = vi.fn<(matter: string) => void>();
    await showDecision({ nextMatters }, open);
    await click(get("button", "去办：另一事项"));
    expect(open).toHaveBeenCalledWith("testcity.other");
  });

  test("opens as a form for the same person, stored at once", async () => {
    host.answers["counter.evaluate"] = () => ({
      ...evaluate({}),
      unanswered: [],
      errors: [],
      decision: decision({ nextMatters }),
    });
    const person = { identityNumber: "", name: "测试甲", phone: "139" };
    await show(
      <Flow
        draftId="d1"
        title="试验事项"
        nature="transaction"
        personTitle={null}
        initial={{ ...emptyContent("testcity.matter", "2025-06-01"), person }}
        savedAt={null}
      />,
    );
    await click(get("button", "去办：另一事项"));
    await until(() => document.body.textContent.includes("表单页"), "the form");
    const saved = host.of("drafts.save").find(({ id }) => id !== "d1");
    expect(saved?.content).toEqual(emptyContent("testcity.other", "2025-07-15", person));
  });
});

describe("the strip by day", () => {
  const coverage = [
    { from: "2026-03-10", to: "2026-04-08", status: "waiting", title: "等待期" },
    { from: "2026-04-09", to: null, status: "covered", title: "按时缴费" },
  ] as const;

  test("a month of both is drawn in two parts, told by its days", async () => {
    await showDecision({ coverage });
    const months = [...document.querySelectorAll("[data-part=strip] svg[role=img] > g")].filter((group) =>
      group.querySelector("rect.cell"),
    );
    const april = months[1]!;
    const [first, second] = [...april.querySelectorAll("rect")].map((rect) => ({
      x: Number(rect.getAttribute("x")),
      width: Number(rect.getAttribute("width")),
    }));
    expect(first!.width / second!.width).toBeCloseTo(8 / 22);
    expect(first!.x + first!.width).toBeCloseTo(second!.x);
    expect(document.querySelector("[data-part=legend]")!.textContent).toContain("30 天");
    expect(document.querySelector("[data-part=legend]")!.textContent).toContain("2026-04-09 起");
  });
});
