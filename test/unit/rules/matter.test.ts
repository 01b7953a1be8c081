/** Compiling a matter: what its YAML and its formula must agree on, and what the formula gets to see. */
import { describe, expect, it } from "vitest";
import type { Formula } from "../../../src-main/rules/engine/formula.ts";
import { leaf } from "../../../src-main/rules/engine/node.ts";
import { UnboundName } from "../../../src-main/rules/engine/pack/unbound-name.ts";
import {
  adviceFormula,
  demoPack,
  demoSource,
  edited,
  FEE,
  FEE_FACTS,
  feeFormula,
  FILES,
  lineOf,
  problemsOf,
} from "./demo-city.ts";

/** Problem of a matter on the line where a text begins in the unbroken file. */
const at = (file: string, text: string, message: string): string =>
  `${file}:${lineOf(file, text)} matter ${file === FEE ? "demo.fee" : "demo.advice"}: ${message}`;

describe("a matter is refused with its line", () => {
  it("as shipped it is not", () => {
    expect(problemsOf(demoSource())).toEqual([]);
  });

  it("when no formula has its id; a checklist needs none", () => {
    expect(problemsOf(demoSource(), [])).toEqual([
      at(
        FEE,
        "id: demo.fee",
        "it has no formula, and is no mere checklist: src-main/rules/demo/fee.ts is none that generate-words has found",
      ),
    ]);
  });

  it.each([
    [
      "a choice without options",
      "options: [{ value: worker, title: 职工 }, { value: flexible, title: 灵活就业 }]",
      "",
      "kind: options belong to a choice, and a choice needs them",
      "id: kind",
    ],
    [
      "options of a flag",
      "help: 以证件为准",
      "options: [{ value: a, title: 甲 }]",
      "assisted: options belong to a choice, and a choice needs them",
      "help: 以证件为准",
    ],
    ["a list without answers", /    fields:\n.*\n.*\n/, "", "stays: fields belong to a list, and a list needs them", "id: stays"],
    [
      "answers of a number",
      "max: 9,",
      "max: 9,\n      fields: [{ id: a, title: A, type: flag, cite: [c.base] }],",
      "children: fields belong to a list, and a list needs them",
      // a line further down, where the next question stands in the unbroken file
      "id: paid",
    ],
    ["an answer twice", "id: since", "id: born # again", 'fact "born" is declared twice', "id: since"],
    [
      "a test on a later answer",
      "when: [{ kind: flexible }]",
      'when: [{ children: "1" }]',
      '"children" is neither an earlier choice, flag, count or months fact nor a derived flag',
      "when: [{ kind: flexible }]",
    ],
    [
      "a test on itself",
      "when: [{ kind: flexible }]",
      "when: [{ assisted: true }]",
      '"assisted" is neither an earlier choice, flag, count or months fact nor a derived flag',
      "when: [{ kind: flexible }]",
    ],
    [
      "a test on a date",
      'children: ">= 2"',
      'born: ">= 2"',
      '"born" is neither an earlier choice, flag, count or months fact nor a derived flag',
      'when: [{ children: ">= 2"',
    ],
    [
      "a test on an amount",
      'children: ">= 2"',
      'wage: ">= 2"',
      '"wage" is neither an earlier choice, flag, count or months fact nor a derived flag',
      'when: [{ children: ">= 2"',
    ],
    [
      "a test beyond a count",
      'children: ">= 2"',
      'children: ">= 1000000"',
      `">= 1000000" lies outside the input's domain 0..999999`,
      'when: [{ children: ">= 2"',
    ],
  ])("%s", (_what, from, to, message, place) => {
    expect(problemsOf(edited(FEE, from, to))).toContain(at(FEE, place, message));
  });

  it.each([
    ["months", 'paid: "<= 999999"'],
    ["a derived flag", "late: true"],
  ])("a test on %s is one", (_what, test) => {
    expect(problemsOf(edited(FEE, 'children: ">= 2"', test))).toEqual([]);
  });

  it("and so is one on the length of a list", () => {
    const more = "  - { id: more, title: 还有, group: 住院, type: flag, when: [{ stays: '> 1' }], cite: [c.base] }\n";
    const formula: Formula = { ...feeFormula(), facts: { ...FEE_FACTS, more: "flag?" } };
    expect(problemsOf(edited(FEE, "faults:", `${more}faults:`), [formula, adviceFormula])).toEqual([]);
  });

  it("every fault of it, not only the first", () => {
    const twice = FILES[FEE]!.replace("when: [{ kind: flexible }]", "when: [{ kind: other, none: true }]");
    expect(problemsOf(demoSource({ files: { ...FILES, [FEE]: twice } }))).toEqual([
      at(FEE, "when: [{ kind: flexible }]", '"other" is no value of this input; expected -, a value, "<= x", "[x..y)" or not(…)'),
      at(FEE, "when: [{ kind: flexible }]", '"none" is neither an earlier choice, flag, count or months fact nor a derived flag'),
    ]);
  });

  it("when a step or a section of its own has the name of a shared one", () => {
    expect(problemsOf(edited(FEE, "id: fee\n", "id: asOfMonth\n"))).toEqual([
      at(FEE, "id: fee\n", 'step "asOfMonth" is already a shared step of the city'),
    ]);
    expect(problemsOf(edited(FEE, "id: channel\n", "id: hours\n"))).toEqual([
      at(FEE, "id: channel\n", 'section "hours" is already a shared section of the city'),
    ]);
  });

  it.each([
    [
      "of another type",
      "type: month\n    required: false",
      "type: date\n    required: false",
      "id: since",
      'fact "since" is "date?" here but "month?" in the formula',
    ],
    [
      "always asked",
      "type: month\n    required: false",
      "type: month",
      "id: since",
      'fact "since" is "month" here but "month?" in the formula',
    ],
    [
      "not always asked",
      "type: date, fromPerson: true",
      "type: date, fromPerson: true, required: false",
      "id: born",
      'fact "born" is "date?" here but "date" in the formula',
    ],
    [
      "asked sometimes",
      "type: date, fromPerson: true",
      "type: date, when: [{ kind: worker }]",
      "id: born",
      'fact "born" is "date?" here but "date" in the formula',
    ],
    [
      "under a name that every object has",
      "id: children, title: 子女数",
      "id: toString, title: 子女数",
      "id: children",
      'fact "toString" is "count?" here but absent in the formula',
    ],
  ])("when it has an answer %s that the formula sees otherwise", (_what, from, to, place, message) => {
    expect(problemsOf(edited(FEE, from, to))).toContain(at(FEE, place, message));
  });

  it("when the formula reckons with an answer that it does not ask for", () => {
    const facts: Formula = { ...feeFormula(), facts: { ...FEE_FACTS, colour: "choice" } };
    expect(problemsOf(demoSource(), [facts, adviceFormula])).toEqual([
      at(FEE, "facts:", `the formula's fact "colour" is not declared here`),
    ]);
  });
});

describe("a formula is bound to words", () => {
  const bound = (): Parameters<NonNullable<Parameters<typeof feeFormula>[0]>>[0] => {
    const seen: ReturnType<typeof bound>[] = [];
    demoPack(demoSource(), [feeFormula((words) => seen.push(words)), adviceFormula]);
    return seen[0]!;
  };
  const place = lineOf(FEE, "id: demo.fee");

  it.each([
    ["fact", "colour"],
    ["field", "colour.days"],
    ["option", "kind.other"],
    ["option", "stays.level.middle"],
    ["step", "colour"],
    ["figure", "colour"],
    ["table", "share.is.class.quarter"],
    ["reading", "rounding.is.never"],
    ["conflict", "colour"],
    ["condition", "colour"],
    ["remedy", "toString"],
    ["amount", "colour"],
    ["date", "colour"],
    ["coverage", "colour"],
    ["material", "colour"],
    ["notice", "colour"],
    ["section", "colour"],
    ["headline", "colour"],
    ["place", "colour"],
    ["timeLimit", "colour"],
    ["fault", "colour"],
    ["way", "colour"],
    ["next", "colour"],
  ])("that it takes for granted: an unknown %s is named, %s", (kind, name) => {
    expect(problemsOf(demoSource(), [feeFormula(undefined, { [kind]: name }), adviceFormula])).toEqual([
      `${FEE}:${place} matter demo.fee: the formula uses ${kind} "${name}", which is not declared`,
    ]);
  });

  it("and none that it would ask a checklist for", () => {
    const asking = feeFormula((words) => void words.checklist());
    expect(problemsOf(demoSource(), [asking, adviceFormula])).toEqual([
      `${FEE}:${place} matter demo.fee: the formula uses a checklist, which is not declared`,
    ]);
    expect(new UnboundName("x").name).toBe("UnboundName");
  });

  it("another fault of a formula is not taken for one of the data", () => {
    const broken = feeFormula(() => {
      throw new TypeError("broken");
    });
    expect(() => problemsOf(demoSource(), [broken, adviceFormula])).toThrow(new TypeError("broken"));
  });

  it("answers are leaves", () => {
    const words = bound();
    expect(words.fact["wage"]).toEqual({
      key: "wage",
      title: "工资",
      kind: "fact",
      unit: "yuan",
      formula: "",
      rule: "",
      citations: ["c.base"],
      figure: null,
      labels: [],
      reading: null,
    });
    expect(words.fact["kind"]!.labels).toEqual(["职工", "灵活就业"]);
    const ids = ["kind", "assisted", "born", "since", "wage", "children", "paid", "stays"];
    expect(ids.map((id) => words.fact[id]!.unit)).toEqual([
      "choice",
      "flag",
      "date",
      "month",
      "yuan",
      "count",
      "months",
      "count",
    ]);
    expect(words.field["stays"]!["days"]).toMatchObject({ key: "days", title: "天数", unit: "count", citations: ["c.base"] });
    expect(words.field["stays"]!["level"]!.labels).toEqual(["三级", "一级"]);
  });

  it("options are their positions; a leaf for each is made once", () => {
    const words = bound();
    expect(words.option["kind"]).toEqual({ worker: 0, flexible: 1 });
    expect(words.option["stays"]).toEqual({ level: { high: 0, low: 1 } });
    expect(words.leaf["kind"]!.map(({ value, definition }) => [value, definition.key])).toEqual([
      [0, "kind"],
      [1, "kind"],
    ]);
    expect(words.leaf["assisted"]!.map(({ value }) => value)).toEqual([0, 1]);
  });

  it("words come with their clauses, and with what stands in their places", () => {
    const words = bound();
    const node = leaf(words.fact["wage"]!, 100);
    expect(words.condition.grown).toMatchObject({
      id: "grown",
      title: "已满十六周岁",
      required: "十六周岁",
      actual: "生于{0}",
      citations: ["c.base"],
    });
    expect(words.remedy.wait).toEqual({ id: "wait", kind: "action", text: "年满以后再来" });
    expect(words.amount.fee).toEqual({ id: "fee", title: "每月缴费", payer: "本人", payee: "税务" });
    expect(words.date.start).toEqual({ id: "start", title: "起缴年月" });
    expect(words.coverage.paid).toBe("已缴");
    expect(words.material.card).toEqual({
      id: "card",
      title: "身份证",
      form: "original",
      count: 1,
      need: "must",
      because: "核对本人",
      citations: ["c.base"],
    });
    expect(words.notice.keep({ asOfMonth: node })).toEqual({
      id: "keep",
      level: "info",
      text: "现在是{asOfMonth}",
      citations: ["c.answer"],
      values: { asOfMonth: node },
    });
    expect(words.section.channel({ fee: node })).toEqual({
      id: "channel",
      title: "渠道",
      list: "steps",
      lines: ["缴{fee}", "网上缴"],
      citations: ["c.share"],
      values: { fee: node },
    });
    expect(words.section.hours).toEqual({
      id: "hours",
      title: "办公时间",
      list: "steps",
      lines: ["周一至周五"],
      citations: ["c.base"],
    });
    expect(words.headline.refused).toEqual({ id: "refused", text: "不能核定" });
    expect(words.place.hall).toEqual({ id: "hall", text: "大厅", citations: ["c.share"] });
    expect(words.timeLimit.none).toEqual({ id: "none", text: "随时", citations: ["c.answer"] });
    expect(words.fault.unborn).toBe("出生日期晚于办理日期");
    expect(words.next.ask).toEqual({ matter: "demo.advice", why: { id: "ask", text: "还可以咨询" }, citations: ["c.answer"] });
    expect(words.conflict.twoShares.citations).toEqual(["c.answer"]);
  });

  it("steps are the matter's own or shared; a second way to a value has the first one's key", () => {
    const words = bound();
    expect(words.step.exact).toEqual({
      key: "exact",
      title: "未取整的月缴额",
      kind: "formula",
      unit: "yuan/month",
      formula: "",
      rule: "XX-02",
      citations: ["c.share"],
      figure: null,
      labels: [],
      reading: null,
    });
    expect(words.step.birthday).toMatchObject({ key: "born", kind: "fact" });
    expect(words.step.asOfMonth).toMatchObject({ key: "asOfMonth", title: "办理月份" });
  });
});

describe("a compiled matter", () => {
  const compiled = () => demoPack().matters.get("demo.fee")!;

  it("keeps its head", () => {
    const matter = compiled();
    expect(matter).toMatchObject({
      id: "demo.fee",
      title: "缴费核定",
      summary: "每月缴多少",
      rules: ["XX-01", "XX-02"],
      standing: "current",
    });
    expect(matter.file.id).toBe("demo.fee");
    expect(demoPack().matters.get("demo.advice")!.standing).toBe("historic");
  });

  it("knows what of the city its formula is bound to", () => {
    const matter = compiled();
    expect([...matter.used].sort()).toEqual([
      "conflict demo.two-shares",
      "figure demo.base",
      "reading demo.rounding",
      "shared section hours",
      "shared step asOfMonth",
      "table demo.share",
    ]);
  });

  it("has its questions' tests bound", () => {
    const matter = compiled();
    const [, assisted] = matter.facts;
    expect(assisted!.relevant).toEqual([[{ name: "kind", derived: false, intervals: [[1, 1]] }]]);
    const wage = matter.facts.find(({ id }) => id === "wage")!;
    expect(wage.relevant).toEqual([
      [
        { name: "late", derived: true, intervals: [[1, 1]] },
        { name: "kind", derived: false, intervals: [[0, 0]] },
      ],
    ]);
    expect(matter.facts[0]!.relevant).toEqual([]);
  });
});
