/** The library of the demo city, word for word. */
import { describe, expect, it } from "vitest";
import { checkOfficeFigure, figureViews, libraryView, matterOf, matters, readingViews } from "../../../src-main/rules/index.ts";
import { ADVICE, adviceFormula, demoPack, demoSource, edited, FEE, feeFormula, FILES } from "./demo-city.ts";

const FIGURE_VALUES = [
  { from: "2024-01-01", to: "2024-12-31", document: "未见公布", grade: "C", checked: "2026-11-03", note: "", value: null },
  { from: "2025-01-01", to: "2025-12-31", document: "公告一", grade: "A", checked: "2026-11-01", note: "", value: "5000" },
  { from: "2026-01-01", to: null, document: "公告二", grade: "B", checked: "2026-11-02", note: "暂行", value: "5123.45" },
].map((value) => ({ id: "demo.base", title: "基数", ...value }));

describe("what the desk gets", () => {
  it("figures with all their values", () => {
    expect(figureViews(demoPack())).toEqual([
      { id: "demo.base", city: "demo", title: "基数", unit: "元/月", enteredBy: "市局", values: FIGURE_VALUES },
    ]);
  });

  it("readings with their choice and the authority of what leaves them open", () => {
    const expected = {
      id: "demo.rounding",
      city: "demo",
      question: "先取整还是后取整",
      rule: "XX-02",
      options: [
        { id: "early", title: "先取整" },
        { id: "late", title: "后取整" },
      ],
      authority: "agency-answers",
    };
    expect(readingViews(demoPack())).toEqual([{ ...expected, chosen: "late", byOffice: false }]);
    const chosen = demoPack(demoSource({ readingChoices: { "demo.rounding": "early" } }));
    expect(readingViews(chosen)).toEqual([{ ...expected, chosen: "early", byOffice: true }]);
  });

  it("matters with pinyin and initials", () => {
    expect(matters(demoPack())[1]).toEqual({
      id: "demo.advice",
      city: "demo",
      cityTitle: "示范",
      title: "咨询",
      summary: "有什么可办",
      rules: ["XX-01"],
      keywords: "zixunshifan zxsf",
      nature: "transaction",
      personTitle: null,
      workingDays: null,
    });
  });

  it("no matter under an unknown id", () => {
    expect(matterOf(demoPack(), "demo.fee").title).toBe("缴费核定");
    expect(() => matterOf(demoPack(), "demo.other")).toThrow('no matter "demo.other" in demo');
  });

  it.each([
    [{ figure: "demo.other" }, { fact: "figure", code: "unknown", message: "没有名为“demo.other”的政策数据。" }],
    [
      { value: "x" },
      {
        fact: "value",
        code: "type",
        message: "数值格式不对：本项的单位是 元/月，请输入数字（金额最多两位小数，比例按百分数输入）。",
      },
    ],
    [{ from: "x" }, { fact: "from", code: "type", message: "开始日期应为真实日期，格式为 年-月-日。" }],
    [{ to: "x" }, { fact: "to", code: "type", message: "结束日期应为真实日期，且不早于开始日期。" }],
    [{ document: "" }, { fact: "document", code: "type", message: "请填写依据文件名称和文号。" }],
    [
      { to: "2025-06-30" },
      {
        fact: "from",
        code: "conflict",
        message: "与已有数据的有效期 2025-01-01 至 2025-12-31（公告一）重叠，请核对起止日期。",
      },
    ],
  ])("why a figure cannot be entered: %j", (change, fault) => {
    const entered = {
      figure: "demo.base",
      from: "2024-01-01",
      to: "2024-12-31",
      value: "4800",
      document: "D",
      note: "",
      enteredOn: "2025-01-01",
    };
    expect(checkOfficeFigure(demoPack(), entered)).toEqual([]);
    expect(checkOfficeFigure(demoPack(), { ...entered, ...change })).toEqual([fault]);
  });
});

describe("the library", () => {
  const view = () => libraryView(demoPack());

  it("is of a pack, today's matters first", () => {
    const pack = demoPack(edited("demo/city.yaml", "order: [demo.fee]", "order: [demo.advice]"));
    const { city, cityTitle, version, hash, matters: listed } = libraryView(pack);
    expect([city, cityTitle, version, hash]).toEqual(["demo", "示范", "2026.11.1", pack.hash]);
    expect(listed.map(({ id }) => id)).toEqual(["demo.fee", "demo.advice"]);
  });

  it("has figures, readings and conflicts with who uses them", () => {
    expect(view().figures).toEqual([
      {
        id: "demo.base",
        city: "demo",
        title: "基数",
        unit: "元/月",
        enteredBy: "市局",
        rule: "XX-01",
        values: FIGURE_VALUES.map((value) => ({ ...value, citations: ["c.base"] })),
        usedBy: ["demo.fee"],
      },
    ]);
    expect(view().readings).toMatchObject([{ id: "demo.rounding", citations: ["c.answer"], usedBy: ["demo.fee"] }]);
    expect(view().conflicts).toEqual([
      {
        id: "demo.two-shares",
        title: "两种比例",
        used: "办法",
        other: "答复",
        why: "办法效力高",
        citations: ["c.answer"],
        usedBy: ["demo.fee"],
      },
    ]);
  });

  it("has tables in words", () => {
    expect(view().tables).toEqual([
      {
        id: "demo.share",
        title: "缴费比例表",
        rule: "XX-02",
        inputs: ["身份", "困难人员"],
        outputs: ["比例", "档次"],
        rows: [
          { when: ["职工", "不论"], then: ["2 %", "全额"], citations: ["c.share"] },
          { when: ["灵活就业", "否"], then: ["5.8 %", "全额"], citations: ["c.share"] },
          { when: ["灵活就业", "是"], then: ["2.9 %", "减半"], citations: ["c.share", "c.answer"] },
        ],
        cellsProved: 4,
        usedBy: ["demo.fee"],
      },
    ]);
  });

  it("takes a table's own words for a value first, then those of the question, the reading or the matter behind it, else its id", () => {
    const inputs = (values: string, rows: readonly string[], more: Readonly<Record<string, string>> = {}): string[] => {
      const { [FEE]: fee, ...others } = FILES;
      const files = {
        ...others,
        ...more,
        "demo/city.yaml": FILES["demo/city.yaml"]!.replace("demo.fee", "demo.old-fee"),
        "demo/matters/old-fee.yaml": fee!.replace("id: demo.fee", "id: demo.old-fee"),
        "demo/tables/share.yaml": FILES["demo/tables/share.yaml"]!.replace("{ values: [worker, flexible] }", values)
          .replace('[worker, "-"]', `["${rows[0]}", "-"]`)
          .replaceAll("[flexible,", `["${rows[1]}",`),
      };
      const formulas = [{ ...feeFormula(), matter: "demo.old-fee" }, adviceFormula];
      return libraryView(demoPack(demoSource({ files }), formulas)).tables[0]!.rows.map(({ when }) => when[0]!);
    };
    expect(inputs("{ values: [worker, flexible], titles: { worker: 打工 } }", ["worker", "flexible"])).toEqual([
      "打工",
      "灵活就业",
      "灵活就业",
    ]);
    expect(inputs("{ values: [early, late] }", ["early", "late"])).toEqual(["先取整", "后取整", "后取整"]);
    expect(inputs("{ values: [high, low] }", ["high", "low"])).toEqual(["三级", "一级", "一级"]);
    expect(inputs("{ values: [fee, none] }", ["fee", "none"])).toEqual(["缴费核定", "none", "none"]);
    // the list that knows most of the values speaks for all that it knows, wherever it stands
    const second = `  - id: demo.second
    rule: XX-02
    question: 哪一种
    default: late
    options: [{ id: worker, title: 打工 }, { id: early, title: 早 }, { id: late, title: 晚 }]
    cite: [c.answer]
`;
    const readings = { "demo/readings.yaml": FILES["demo/readings.yaml"]! + second };
    expect(inputs("{ values: [worker, early, late] }", ["worker", "early, late"], readings)).toEqual([
      "打工",
      "早、晚",
      "早、晚",
    ]);
    expect(inputs("{ values: [worker, flexible, late] }", ["worker, late", "flexible"], readings)).toEqual([
      "职工、晚",
      "灵活就业",
      "灵活就业",
    ]);
  });

  it("tells a matter with its words, what is filled in by name", () => {
    const matter = view().matters[0]!;
    expect(matter).toMatchObject({
      id: "demo.fee",
      title: "缴费核定",
      summary: "每月缴多少",
      rules: ["XX-01", "XX-02"],
      standing: "current",
      conditions: [{ id: "grown", title: "已满十六周岁", required: "十六周岁", citations: ["c.base"] }],
      sections: [
        { id: "channel", title: "渠道", lines: ["缴〔月缴额〕", "网上缴"], citations: ["c.share"] },
        { id: "hours", title: "办公时间", lines: ["周一至周五"], citations: ["c.base"] },
      ],
      notices: [{ id: "keep", level: "info", text: "现在是〔办理月份〕", citations: ["c.answer"] }],
      next: [{ matter: "demo.advice", why: "还可以咨询", citations: ["c.answer"] }],
      figures: ["demo.base"],
      tables: ["demo.share"],
      readings: ["demo.rounding"],
      conflicts: ["demo.two-shares"],
    });
    expect(matter.places).toEqual([{ text: "大厅", citations: ["c.share"] }]);
    expect(matter.timeLimits).toEqual([{ text: "随时", citations: ["c.answer"] }]);
    expect(matter.materials).toEqual([
      { id: "card", title: "身份证", form: "original", count: 1, need: "must", because: "核对本人", citations: ["c.base"] },
    ]);
    const advice = view().matters[1]!;
    expect([advice.figures, advice.tables, advice.readings, advice.conflicts]).toEqual([[], [], [], []]);
    expect(advice.sections).toEqual([]);
  });

  it("tells the questions", () => {
    const { questions } = view().matters[0]!;
    expect(questions.map(({ title, sometimes }) => [title, sometimes])).toEqual([
      ["身份", false],
      ["困难人员", true],
      ["出生日期", false],
      ["开始年月", true],
      ["工资", true],
      ["子女数", true],
      ["已缴月份", false],
      ["住院", true],
    ]);
    expect(questions[0]).toEqual({
      title: "身份",
      help: "",
      type: "choice",
      sometimes: false,
      options: ["职工", "灵活就业"],
      citations: ["c.share"],
      group: "参保情况",
      fields: [],
    });
    expect(questions[7]!.fields).toEqual([
      { title: "天数", help: "", type: "count", sometimes: false, options: [], citations: ["c.base"] },
      { title: "级别", help: "看牌子", type: "choice", sometimes: true, options: ["三级", "一级"], citations: ["c.answer"] },
    ]);
  });

  it("names in a text whatever a decision would fill in, and says so where it cannot", () => {
    const text = "{base} {share.share} {share.class} {rounding} {asOfMonth} {fee} {born} {wage} {demo.base}";
    const pack = demoPack(edited(FEE, "现在是{asOfMonth}", text));
    expect(libraryView(pack).matters[0]!.notices[0]!.text).toBe(
      "〔基数〕 〔比例：2 %、5.8 %、2.9 %〕 〔档次：全额、减半〕 〔先取整还是后取整〕 〔办理月份〕 〔月缴额〕 〔出生日期〕 〔工资〕 〔按情况〕",
    );
    // a step may be named by its key
    const keyed = demoPack(edited(FEE, 'text: "现在是{asOfMonth}"', 'text: "{birthday} {day}"'));
    expect(libraryView(keyed).matters[0]!.notices[0]!.text).toBe("〔按情况〕 〔按情况〕");
    const own = edited(FEE, "key: born,", "key: day,");
    const named = demoPack({ ...own, files: { ...own.files, [FEE]: own.files[FEE]!.replace("现在是{asOfMonth}", "{day}") } });
    expect(libraryView(named).matters[0]!.notices[0]!.text).toBe("〔出生〕");
  });

  it("names of a matter every clause, in the order of the sources, with the parts that cite it", () => {
    expect(view().matters[0]!.clauses).toEqual([
      { id: "c.base", parts: ["question", "condition", "step", "material", "section", "figure"] },
      { id: "c.share", parts: ["question", "step", "place", "section", "table"] },
      { id: "c.answer", parts: ["question", "step", "timeLimit", "notice", "next", "table", "reading", "conflict"] },
    ]);
    expect(view().matters[1]!.clauses).toEqual([{ id: "c.base", parts: ["question", "condition"] }]);
  });

  it.each([
    ["question", FEE, "title: 开始年月"],
    ["question", FEE, "id: level"],
    ["condition", FEE, "id: grown"],
    ["step", FEE, "id: exact"],
    ["step", "demo/steps.yaml", "id: asOfMonth"],
    ["material", FEE, "id: card"],
    ["place", FEE, "hall: {"],
    ["timeLimit", FEE, "none: {"],
    ["section", FEE, "id: channel"],
    ["section", "demo/sections.yaml", "id: hours"],
    ["notice", FEE, "id: keep"],
    ["next", FEE, "id: ask"],
    ["figure", "demo/figures/base.yaml", "公告二"],
    ["table", "demo/tables/share.yaml", "[5.8, full]"],
    ["reading", "demo/readings.yaml", "id: demo.rounding"],
    ["conflict", "demo/sources.yaml", "id: demo.two-shares"],
  ])("finds what only a %s cites (%s, %s)", (part, file, place) => {
    const text = FILES[file]!;
    const cite = text.indexOf("cite: [", text.indexOf(place));
    const changed = `${text.slice(0, cite)}cite: [c.unused${text.slice(text.indexOf("]", cite))}`;
    const { matters: listed, documents } = libraryView(demoPack(demoSource({ files: { ...FILES, [file]: changed } })));
    expect(listed[0]!.clauses.find(({ id }) => id === "c.unused")?.parts).toEqual([part]);
    expect(listed[1]!.clauses.some(({ id }) => id === "c.unused")).toBe(false);
    const clause = documents.flatMap(({ clauses }) => clauses).find(({ id }) => id === "c.unused")!;
    expect(clause.usedBy).toEqual([{ matter: "demo.fee", parts: [part] }]);
  });

  it("has documents by authority, with every clause and who rests on it", () => {
    const { documents } = view();
    expect(
      documents.map(({ id, title, authority, note, clauses }) => [
        id,
        title,
        authority,
        note,
        clauses.map((clause) => clause.id),
      ]),
    ).toEqual([
      ["d1", "示范办法", "regulation", "", ["c.base", "c.share"]],
      ["d2", "示范答复", "agency-answers", "电话", ["c.answer", "c.unused"]],
    ]);
    expect(documents[1]!.clauses[0]).toEqual({
      id: "c.answer",
      clause: "答复",
      summary: "取整方法",
      kinds: [],
      rests: "",
      rules: ["XX-02"],
      usedBy: [
        { matter: "demo.fee", parts: ["question", "step", "timeLimit", "notice", "next", "table", "reading", "conflict"] },
      ],
      citedBy: [
        { kind: "table", id: "demo.share" },
        { kind: "reading", id: "demo.rounding" },
        { kind: "conflict", id: "demo.two-shares" },
      ],
    });
    expect(documents[0]!.clauses[1]).toMatchObject({ id: "c.share", kinds: ["amount", "place"], rests: "" });
    expect(documents[1]!.clauses[1]).toMatchObject({
      id: "c.unused",
      kinds: ["duty"],
      rests: "机构内部的事",
      usedBy: [],
      citedBy: [],
    });
  });

  it("has the office's documents last, each with its figure; without a note the summary stands for the clause", () => {
    const entered = {
      figure: "demo.base",
      from: "2024-01-01",
      to: "2024-06-30",
      value: "4800",
      document: "示范办法",
      note: "",
      enteredOn: "2025-01-01",
    };
    const officeFigures = [entered, { ...entered, from: "2024-07-01", to: "2024-12-31", note: "第三页" }];
    const { documents } = libraryView(demoPack(demoSource({ officeFigures })));
    expect(
      documents.map(({ id, title, authority, note, clauses }) => [
        id,
        title,
        authority,
        note,
        clauses.map(({ clause }) => clause),
      ]),
    ).toEqual([
      ["d1", "示范办法", "regulation", "", ["第一条", "第二条"]],
      ["d2", "示范答复", "agency-answers", "电话", ["答复", "其他"]],
      ["office.demo.base.2024-01-01", "示范办法", "office", "", ["基数 2024-01-01 – 2024-06-30"]],
      ["office.demo.base.2024-07-01", "示范办法", "office", "", ["第三页"]],
    ]);
    expect(documents[2]!.clauses[0]).toMatchObject({
      usedBy: [{ matter: "demo.fee", parts: ["figure"] }],
      citedBy: [{ kind: "figure", id: "demo.base" }],
    });
  });

  it("puts weak documents behind strong ones, whatever their order", () => {
    const files = { ...FILES };
    files["demo/sources/documents.yaml"] = `documents:
  - { id: d2, title: 示范答复, authority: forum }
  - { id: d3, title: 示范报道, authority: press }
  - { id: d1, title: 示范办法, authority: notice }
`;
    expect(libraryView(demoPack(demoSource({ files }))).documents.map(({ id }) => id)).toEqual(["d1", "d3", "d2"]);
  });

  it("of a checklist is like any other", () => {
    const pack = demoPack(edited(ADVICE, "standing: historic", "standing: reference"));
    expect(libraryView(pack).matters[1]).toMatchObject({ id: "demo.advice", standing: "reference", summary: "有什么可办" });
  });
});
