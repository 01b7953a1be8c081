/** From a result to the decision that is stored: steps before what rests on them, texts filled, clauses in the pack's order. */
import { describe, expect, it } from "vitest";
import { monthOf } from "../../../src-shared/domain/calendar.ts";
import type { CoverageStatus, Decision } from "../../../src-shared/domain/decision.ts";
import { leaf, Node, told, type NodeDefinition } from "../../../src-main/rules/engine/node.ts";
import type { Result, Template, Values } from "../../../src-main/rules/engine/result.ts";
import { displayNode, writeDate, writeDown } from "../../../src-main/rules/engine/write-down.ts";
import { demoPack } from "./demo-city.ts";

const pack = demoPack();
const matter = pack.matters.get("demo.fee")!;

const define = (key: string, change: Partial<NodeDefinition> = {}): NodeDefinition => ({
  key,
  title: `T-${key}`,
  kind: "formula",
  unit: "yuan",
  formula: "{0}",
  rule: "XX-01",
  citations: ["c.base"],
  figure: null,
  labels: [],
  reading: null,
  ...change,
});
const fact = (key: string, value: number, unit: NodeDefinition["unit"] = "yuan"): Node =>
  leaf(define(key, { kind: "fact", formula: "", unit }), value);
const template = (text: string, values: Values = {}): Template => ({ id: "t", text, values });

const EMPTY: Result = {
  outcome: "guidance",
  headline: template("H"),
  place: template("P"),
  timeLimit: template("L"),
  conditions: [],
  amounts: [],
  dates: [],
  coverage: [],
  options: [],
  materials: [],
  notices: [],
  sections: [],
  conflicts: [],
  missing: [],
  remarks: [],
};
const write = (change: Partial<Result>): Decision =>
  JSON.parse(writeDown({ ...EMPTY, ...change }, matter, pack, 2025_07_05)) as Decision;
const amount = { id: "a", title: "Fee", payer: "me", payee: "you" };

describe("a decision", () => {
  it("says what it decides, for which day, by which pack", () => {
    expect(write({})).toEqual({
      format: 1,
      matter: "demo.fee",
      matterTitle: "缴费核定",
      city: "demo",
      rules: ["XX-01", "XX-02"],
      standing: "current",
      nature: "transaction",
      asOf: "2025-07-05",
      pack: { city: "demo", version: "2026.11.1", hash: pack.hash, matter: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      outcome: "guidance",
      headline: "H",
      conditions: [],
      amounts: [],
      dates: [],
      coverage: [],
      options: [],
      materials: [],
      sections: [],
      nextMatters: [],
      place: "P",
      timeLimit: "L",
      notices: [],
      readings: [],
      conflicts: [],
      missingFigures: [],
      steps: [],
      citations: [],
    });
  });

  it("names for an amount who pays whom, what for, and the step that explains it", () => {
    const stay = fact("stay", 2, "count");
    const one = fact("one", 150);
    const [plain, grouped] = write({
      amounts: [
        { definition: amount, role: "due", node: one },
        { definition: amount, role: "part", node: fact("two", 99), group: stay, of: fact("month", monthOf(2025, 6), "month") },
      ],
    }).amounts;
    expect(plain).toEqual({ id: "a", title: "Fee", payer: "me", payee: "you", fen: 150, role: "due", group: "", step: 0 });
    expect(grouped).toMatchObject({ title: "Fee（2025年6月）", fen: 99, role: "part", group: "T-stay 2", step: 1 });
  });

  it("names a figure that nobody has, who publishes it and for which day", () => {
    const figure = pack.figures.get("demo.base")!;
    expect(write({ missing: [{ figure, date: 2024_03_04 }] }).missingFigures).toEqual([
      { figure: "demo.base", title: "基数", unit: "元/月", date: "2024-03-04", enteredBy: "市局" },
    ]);
  });

  it("sends on to other matters by their titles", () => {
    const next = [
      { matter: "demo.advice", why: template("because {one}", { one: fact("one", 3, "count") }), citations: ["c.answer"] },
    ];
    expect(write({ next }).nextMatters).toEqual([
      { matter: "demo.advice", title: "咨询", why: "because 3", citations: ["c.answer"] },
    ]);
  });
});

describe("the steps", () => {
  it("stand behind their inputs, each once, amounts first, then dates, remedies before their condition, remarks, options", () => {
    const [shared, own] = [fact("shared", 1), fact("own", 2)];
    const sum = told(define("sum", { formula: "{+}" }), 3, [shared, own]);
    const condition = { id: "c", title: "C", required: "R", actual: "A", citations: ["c.base"] };
    const remedy = { id: "r", kind: "amount" as const, text: "pay" };
    const { steps, amounts, dates, conditions, options } = write({
      options: [
        {
          title: { id: "o", text: "O" },
          text: template("X"),
          amounts: [{ definition: amount, role: "due", node: fact("optionAmount", 8) }],
          dates: [{ definition: { id: "d", title: "D" }, node: fact("optionDate", 2025_01_01, "date") }],
          coverage: [],
        },
      ],
      remarks: [fact("remark", 7), shared],
      conditions: [
        {
          definition: condition,
          met: false,
          node: fact("found", 5),
          remedies: [
            { definition: remedy, node: fact("toPay", 6) },
            { definition: { ...remedy, kind: "action" }, node: null },
          ],
        },
      ],
      dates: [{ definition: { id: "d", title: "D" }, node: fact("day", 2025_01_02, "date") }],
      amounts: [{ definition: amount, role: "due", node: sum }],
    });
    expect(steps.map(({ key }) => key)).toEqual([
      "shared",
      "own",
      "sum",
      "day",
      "toPay",
      "found",
      "remark",
      "optionAmount",
      "optionDate",
    ]);
    expect(steps[2]!.inputs).toEqual([0, 1]);
    expect([amounts[0]!.step, dates[0]!.step, conditions[0]!.step]).toEqual([2, 3, 5]);
    expect([options[0]!.amounts[0]!.step, options[0]!.dates[0]!.step]).toEqual([7, 8]);
  });

  it("carry value, unit, formula in words and in numbers", () => {
    const rate = new Node(define("rate", { kind: "figure", unit: "percent", formula: "" }), 29, 500, []);
    const base = fact("base", 10_000);
    const exact = new Node(define("exact", { formula: "{0} × {1}", citations: ["c.share"], rule: "XX-02" }), 290_000, 500, [
      base,
      rate,
    ]);
    expect(write({ remarks: [exact] }).steps[2]).toEqual({
      key: "exact",
      title: "T-exact",
      kind: "formula",
      value: 290_000,
      divisor: 500,
      unit: "yuan",
      display: "5.8 元",
      formula: "T-base × T-rate",
      filled: "100.00 元 × 5.8 % = 5.8 元",
      inputs: [0, 1],
      citations: ["c.share"],
      rule: "XX-02",
      figure: null,
    });
  });

  it("of a leaf have no formula; of a table's output they name the row", () => {
    const [found] = write({
      remarks: [leaf(define("x.t.out", { kind: "table", formula: "", row: { table: "x.t", index: 4 } }), 100)],
    }).steps;
    expect([found!.formula, found!.filled, found!.row]).toEqual(["", "", { table: "x.t", index: 4 }]);
    expect(write({ remarks: [fact("one", 1)] }).steps[0]).not.toHaveProperty("row");
  });

  it("add up the inputs of their own unit, list all, and leave out readings", () => {
    const inputs = [fact("a", 100), fact("n", 3, "count"), fact("b", 250), pack.readings.get("demo.rounding")!.node];
    const sum = told(define("sum", { formula: "{+}; {,}; {3}; {9}" }), 350, inputs);
    expect(write({ remarks: [sum] }).steps[4]).toMatchObject({
      formula: "T-a + T-b; T-a、T-n、T-b; 先取整还是后取整; {9}",
      filled: "1.00 元 + 2.50 元; 1.00 元、3、2.50 元; 后取整; {9} = 3.50 元",
    });
  });

  it("show a label where the value has one", () => {
    const labelled = define("x", { unit: "choice", labels: ["zero", "one"] });
    expect(displayNode(leaf(labelled, 1))).toBe("one");
    expect(displayNode(leaf(labelled, 5))).toBe("5");
    expect(displayNode(fact("n", 5, "months"))).toBe("5 个月");
  });
});

describe("a text", () => {
  it("is filled from what its formula gave, which becomes a step; what nothing fills stays visible", () => {
    const values = {
      "one.two": fact("one.two", 1, "count"),
      base: leaf(define("demo.base", { kind: "figure", formula: "" }), 200),
      "share.class": leaf(define("demo.share.class", { kind: "table", formula: "", unit: "choice", labels: ["full"] }), 0),
      rounding: pack.readings.get("demo.rounding")!.node,
    };
    const text = "{one.two} {base} {share.class} {rounding} {demo.base} {0} {a b}";
    const filled = "1 2.00 元 full 后取整 {demo.base} {0} {a b}";
    const said = template(text, values);
    const decision = write({
      headline: said,
      place: said,
      timeLimit: said,
      notices: [{ id: "n", level: "info", text, citations: [], values }],
      sections: [{ id: "s", title: "S", list: "steps", lines: [text, "plain"], citations: [], values }],
    });
    expect([decision.headline, decision.place, decision.timeLimit, decision.notices[0]!.text]).toEqual(Array(4).fill(filled));
    expect(decision.sections).toEqual([{ id: "s", title: "S", list: "steps", lines: [filled, "plain"], citations: [] }]);
    expect(decision.notices[0]).toEqual({ id: "n", level: "info", text: filled, citations: [] });
    expect(decision.steps.map(({ key }) => key)).toEqual(["one.two", "demo.base", "demo.share.class", "demo.rounding"]);
    expect(decision.readings.map(({ id }) => id)).toEqual(["demo.rounding"]);
  });

  it("that was given nothing is filled from what a checklist was given, not from steps that happen to be there", () => {
    const text: Template = { id: "t", text: "{n}" };
    const remarks = [fact("n", 1, "count")];
    expect(write({ remarks, headline: text }).headline).toBe("{n}");
    expect(write({ remarks, headline: text, values: { n: fact("other", 2, "count") } }).headline).toBe("2");
  });

  it("of an option may name the option's own amounts", () => {
    const [sum, day] = [fact("sum", 100), fact("day", 2025_01_01, "date")];
    const [option] = write({
      options: [
        {
          title: { id: "o", text: "by {sum}", values: { sum } },
          text: template("costs {sum} from {day}", { sum, day }),
          amounts: [{ definition: amount, role: "due", node: sum }],
          dates: [{ definition: { id: "d", title: "D" }, node: day }],
          coverage: [{ status: "gap", title: "G", months: [monthOf(2025, 1), monthOf(2025, 2)], from: 0 }],
        },
      ],
    }).options;
    expect(option).toMatchObject({ id: "o", title: "by 1.00 元", text: "costs 1.00 元 from 2025年1月1日" });
    expect(option!.coverage).toEqual([{ from: "2025-01", to: "2025-02", status: "gap", title: "G" }]);
  });
});

describe("a condition", () => {
  const definition = {
    id: "c",
    title: "C",
    required: "at least {least}",
    actual: "{0}",
    citations: ["c.share"],
    values: { least: fact("least", 10, "months") },
  };

  it("shows what was found and what would turn it", () => {
    const n = fact("n", 7, "months");
    const remedies = [
      { kind: "date" as const, node: fact("d", 2025_12_01, "date"), value: "2025-12-01" },
      { kind: "month" as const, node: fact("m", monthOf(2025, 11), "month"), value: "2025-11" },
      { kind: "months" as const, node: n, value: 7 },
      { kind: "amount" as const, node: fact("f", 1234), value: 1234 },
      { kind: "action" as const, node: null, value: "" },
    ];
    const [condition] = write({
      conditions: [
        {
          definition,
          met: false,
          node: fact("have", 3, "months"),
          remedies: remedies.map(({ kind, node }) => ({ definition: { id: "r", kind, text: "{n} more", values: { n } }, node })),
        },
      ],
    }).conditions;
    expect(condition).toEqual({
      id: "c",
      title: "C",
      met: false,
      required: "at least 10 个月",
      actual: "3 个月",
      citations: ["c.share"],
      remedies: remedies.map(({ kind, value }) => ({ kind, value, text: "7 个月 more" })),
      step: 4,
    });
  });
});

describe("dates and months", () => {
  it("a date is shown to the day, everything else to the month", () => {
    const definition = { id: "d", title: "D" };
    expect(writeDate({ definition, node: fact("x", 2025_02_03, "date") }, 4)).toEqual({
      id: "d",
      title: "D",
      value: "2025-02-03",
      display: "2025年2月3日",
      step: 4,
    });
    expect(writeDate({ definition, node: fact("x", monthOf(2025, 2), "month") }, null)).toMatchObject({
      value: "2025-02",
      display: "2025年2月",
      step: null,
    });
  });

  const month = (number: number): number => monthOf(2025, number);
  const run = (status: CoverageStatus, title: string, months: number[] | null, from = 0) => ({ status, title, months, from });

  it("the strip is in order of time, with open ends", () => {
    expect(
      write({
        coverage: [
          run("waiting", "open", null, month(9)),
          run("gap", "g", [month(5), month(6), month(1), month(2)]),
          run("bought", "b", [month(3), month(3)]),
        ],
      }).coverage,
    ).toEqual([
      { from: "2025-01", to: "2025-02", status: "gap", title: "g" },
      { from: "2025-03", to: "2025-03", status: "bought", title: "b" },
      { from: "2025-05", to: "2025-06", status: "gap", title: "g" },
      { from: "2025-09", to: null, status: "waiting", title: "open" },
    ]);
  });

  it("law 6: a month has one status, the weightiest, whose title names the others", () => {
    expect(
      write({
        coverage: [
          run("contributed", "paid", [month(1), month(6)]),
          run("in-service", "treated", [month(6), month(9)]),
          run("bought", "bought", [month(7), month(9)]),
          run("retired", "retired", null, month(9)),
        ],
      }).coverage,
    ).toEqual([
      { from: "2025-01", to: "2025-05", status: "contributed", title: "paid" },
      { from: "2025-06", to: "2025-06", status: "in-service", title: "treated；paid" },
      { from: "2025-07", to: "2025-08", status: "in-service", title: "treated；bought" },
      { from: "2025-09", to: "2025-09", status: "retired", title: "retired；treated；bought" },
      { from: "2025-10", to: null, status: "retired", title: "retired" },
    ]);
  });

  it("law 6: days as well", () => {
    const days = (status: CoverageStatus, from: number, to: number | null) => ({
      status,
      title: status,
      months: null,
      from: month(1),
      days: [from, to] as const,
    });
    expect(write({ coverage: [days("covered", 2025_01_01, null), days("waiting", 2025_01_10, 2025_01_31)] }).coverage).toEqual([
      { from: "2025-01-01", to: "2025-01-09", status: "covered", title: "covered" },
      { from: "2025-01-10", to: "2025-01-31", status: "waiting", title: "waiting；covered" },
      { from: "2025-02-01", to: null, status: "covered", title: "covered" },
    ]);
  });
});

describe("runs of one month", () => {
  const run = (status: "gap" | "bought" | "waiting") => ({ status, title: status, months: [24_300, 24_300], from: 0 });
  it.each([
    [["gap", "bought", "waiting"]],
    [["gap", "waiting", "bought"]],
    [["bought", "gap", "waiting"]],
    [["bought", "waiting", "gap"]],
    [["waiting", "gap", "bought"]],
    [["waiting", "bought", "gap"]],
  ] as const)("%j", (order) => {
    expect(write({ coverage: order.map(run) }).coverage.map(({ status }) => status)).toEqual(["waiting"]);
  });
});

describe("what a decision rests on", () => {
  it("a reading stands in it with what was chosen and what was not", () => {
    const reading = pack.readings.get("demo.rounding")!.node;
    const { readings } = write({ remarks: [told(define("s"), 1, [reading]), reading, fact("n", 1)] });
    expect(readings).toEqual([
      {
        id: "demo.rounding",
        question: "先取整还是后取整",
        chosen: "late",
        chosenTitle: "后取整",
        alternatives: [{ id: "early", title: "先取整" }],
        citations: ["c.answer"],
      },
    ]);
  });

  const cites = { citations: ["c.share"] };
  const bare = define("bare", { kind: "fact", formula: "", citations: [] });
  it.each<[string, Partial<Result>]>([
    ["a material", { materials: [{ id: "m", title: "", form: "copy", count: 1, need: "must", because: "", ...cites }] }],
    ["a notice", { notices: [{ id: "n", level: "info", text: "", ...cites }] }],
    ["a section", { sections: [{ id: "s", title: "", lines: [], ...cites }] }],
    ["a matter to go on with", { next: [{ matter: "demo.advice", why: template(""), ...cites }] }],
    ["a conflict", { conflicts: [{ id: "x", title: "", used: "", other: "", why: "", ...cites }] }],
    ["a place", { place: { ...template("P"), ...cites } }],
    ["a time limit", { timeLimit: { ...template("L"), ...cites } }],
    ["a step", { remarks: [leaf({ ...bare, ...cites }, 1)] }],
    [
      "a condition",
      {
        conditions: [
          {
            definition: { id: "c", title: "", required: "", actual: "", ...cites },
            met: true,
            node: leaf(bare, 1),
            remedies: [],
          },
        ],
      },
    ],
  ])("the clause of %s stands in it", (_what, change) => {
    expect(write(change).citations).toEqual([
      {
        id: "c.share",
        document: "示范办法",
        clause: "第二条",
        authority: "regulation",
        summary: "缴费比例",
        rules: ["XX-01", "XX-02"],
      },
    ]);
  });

  it("a reading's clause too, and all in the order of the sources", () => {
    const remarks = [
      leaf({ ...pack.readings.get("demo.rounding")!.node.definition, citations: [] }, 0),
      leaf({ ...bare, ...cites }, 1),
    ];
    const notices = [{ id: "n", level: "info" as const, text: "", citations: ["c.base"] }];
    expect(write({ remarks, notices }).citations.map(({ id }) => id)).toEqual(["c.base", "c.share", "c.answer"]);
  });
});
