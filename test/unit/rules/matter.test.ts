/** Compiling a matter: what its YAML and its formula must agree on, and what the formula gets to see. */
import { describe, expect, it } from "vitest";
import type { Bindings, Formula } from "../../../src-main/rules/engine/formula.ts";
import { UnboundName } from "../../../src-main/rules/engine/unbound-name.ts";
import {
  ADVICE,
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

  const EXTRA = {
    steps: "  - {\n      id: more, title: T, unit: yuan, formula: F, rule: XX-01, cite: [c.base] }",
    conditions: "  - {\n      id: more, title: T, required: R, actual: A, cite: [c.base] }",
    remedies: "  more: { kind: action, text: T }",
    materials: "  - {\n      id: more, title: T, form: copy, count: 1, need: may, because: B, cite: [c.base] }",
    notices: "  - {\n      id: more, level: info, text: T, cite: [c.base] }",
    sections: "  - {\n      id: more, title: T, lines: [L], cite: [c.base] }",
    next: "  - {\n      id: more, matter: demo.advice, why: W, cite: [c.base] }",
  };
  it.each([
    ["step", "steps"],
    ["condition", "conditions"],
    ["remedy", "remedies"],
    ["material", "materials"],
    ["notice", "notices"],
    ["section", "sections"],
    ["next", "next"],
  ] as const)("when it has a %s that the formula never uses", (kind, key) => {
    const message = `${kind} "more" is declared but the formula never uses it`;
    // below the list's name and the brace, or below the record's name
    const line = lineOf(FEE, `\n${key}:\n`) + (key === "remedies" ? 2 : 3);
    expect(problemsOf(edited(FEE, `\n${key}:\n`, `\n${key}:\n${EXTRA[key]}\n`))).toEqual([
      `${FEE}:${line} matter demo.fee: ${message}`,
    ]);
  });

  it.each([
    ["amount", "amounts: [", "amounts: [{ id: more, title: T, payer: A, payee: B }, "],
    ["date", "\ndates: [", "\ndates: [{ id: more, title: T }, "],
    ["coverage", "coverage: {", "coverage: { more: T,"],
    ["headline", "headlines: {", "headlines: { more: T,"],
    ["place", "places: {", "places: { more: T,"],
    ["timeLimit", "timeLimits: {", "timeLimits: { more: T,"],
    ["fault", "faults: {", "faults: { more: T,"],
  ])("when it has a %s that the formula never uses, in one line", (kind, from, to) => {
    expect(problemsOf(edited(FEE, from, to))).toEqual([
      at(FEE, from.trim(), `${kind} "more" is declared but the formula never uses it`),
    ]);
  });

  it("when it has a checklist that the formula never asks", () => {
    const list = FILES[ADVICE]!.slice(FILES[ADVICE]!.indexOf("\nchecklist:"))
      .replaceAll("yes", "granted")
      .replaceAll("use: no }", "use: refused }")
      .replace("[{ use: street, when: [{ reason: lost }] }, { use: hall }]", "[{ use: hall }]")
      .replace(/ {2}conditions:[\s\S]*/, "");
    const files = { ...FILES, [FEE]: FILES[FEE]! + list.trimStart() };
    const line = FILES[FEE]!.split("\n").length;
    expect(problemsOf(demoSource({ files }))).toEqual([
      `${FEE}:${line} matter demo.fee: checklist "demo.fee" is declared but the formula never uses it`,
    ]);
  });
});

describe("a formula is bound to names", () => {
  const bound = (): Bindings => {
    const seen: Bindings[] = [];
    demoPack(demoSource(), [feeFormula((names) => seen.push(names)), adviceFormula]);
    return seen[0]!;
  };

  it.each<[string, (names: Bindings) => unknown, string]>([
    ["fact", (known) => known.fact("colour"), 'fact "colour"'],
    ["field", (known) => known.field("stays", "colour"), 'field "stays.colour"'],
    ["field of no list", (known) => known.field("colour", "days"), 'fact "colour"'],
    ["option of an answer in a list", (known) => known.fieldOption("stays", "level", "middle"), 'option "stays.level.middle"'],
    [
      "option of an answer that the list has not",
      (known) => known.fieldOption("stays", "colour", "red"),
      'option "stays.colour.red"',
    ],
    ["option of an answer of no list", (known) => known.fieldOption("colour", "level", "red"), 'option "colour.level.red"'],
    ["answer's leaves", (known) => known.leaves("colour"), 'fact "colour"'],
    ["option", (known) => known.option("kind", "other"), 'option "kind.other"'],
    ["option of no answer", (known) => known.option("colour", "red"), 'fact "colour"'],
    ["step", (known) => known.step("colour"), 'step "colour"'],
    ["figure", (known) => known.figure("demo.colour"), 'figure "demo.colour"'],
    ["table", (known) => known.table("demo.colour"), 'table "demo.colour"'],
    ["reading", (known) => known.reading("demo.colour"), 'reading "demo.colour"'],
    ["conflict", (known) => known.conflict("demo.colour"), 'conflict "demo.colour"'],
    ["condition", (known) => known.condition("colour"), 'condition "colour"'],
    ["remedy", (known) => known.remedy("colour"), 'remedy "colour"'],
    ["remedy that every object has", (known) => known.remedy("toString"), 'remedy "toString"'],
    ["amount", (known) => known.amount("colour"), 'amount "colour"'],
    ["date", (known) => known.date("colour"), 'date "colour"'],
    ["coverage", (known) => known.coverage("colour"), 'coverage "colour"'],
    ["material", (known) => known.material("colour"), 'material "colour"'],
    ["notice", (known) => known.notice("colour"), 'notice "colour"'],
    ["section", (known) => known.section("colour"), 'section "colour"'],
    ["headline", (known) => known.headline("colour"), 'headline "colour"'],
    ["place", (known) => known.place("colour"), 'place "colour"'],
    ["time limit", (known) => known.timeLimit("colour"), 'timeLimit "colour"'],
    ["fault", (known) => known.fault("colour"), 'fault "colour"'],
    ["next matter", (known) => known.next("colour"), 'next "colour"'],
    ["checklist", (known) => known.checklist(), 'checklist "demo.fee"'],
  ])("an unknown %s", (_what, use, what) => {
    const message = `the formula uses ${what}, which is not declared`;
    expect(() => use(bound())).toThrow(message);
    expect(new UnboundName(message).name).toBe("UnboundName");
    const line = lineOf(FEE, "id: demo.fee");
    expect(problemsOf(demoSource(), [feeFormula((names) => void use(names)), adviceFormula])).toEqual([
      `${FEE}:${line} matter demo.fee: ${message}`,
    ]);
  });

  it("another fault of a formula is not taken for one of the data", () => {
    const broken = feeFormula(() => {
      throw new TypeError("broken");
    });
    expect(() => problemsOf(demoSource(), [broken, adviceFormula])).toThrow(new TypeError("broken"));
  });

  it("answers are leaves", () => {
    const names = bound();
    expect(names.fact("wage")).toEqual({
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
    expect(names.fact("kind").labels).toEqual(["职工", "灵活就业"]);
    const ids = ["kind", "assisted", "born", "since", "wage", "children", "paid", "stays"];
    expect(ids.map((id) => names.fact(id).unit)).toEqual(["choice", "flag", "date", "month", "yuan", "count", "months", "count"]);
    expect(names.field("stays", "days")).toMatchObject({ key: "days", title: "天数", unit: "count", citations: ["c.base"] });
    expect(names.field("stays", "level").labels).toEqual(["三级", "一级"]);
  });

  it("options are their positions; a leaf for each is made once", () => {
    const names = bound();
    expect([names.option("kind", "worker"), names.option("kind", "flexible")]).toEqual([0, 1]);
    expect([names.fieldOption("stays", "level", "high"), names.fieldOption("stays", "level", "low")]).toEqual([0, 1]);
    expect(names.leaves("kind").map(({ value, definition }) => [value, definition.key])).toEqual([
      [0, "kind"],
      [1, "kind"],
    ]);
    expect(names.leaves("assisted").map(({ value }) => value)).toEqual([0, 1]);
  });

  it("words come with their clauses", () => {
    const names = bound();
    expect(names.condition("grown")).toMatchObject({
      id: "grown",
      title: "已满十六周岁",
      required: "十六周岁",
      actual: "生于{0}",
      citations: ["c.base"],
    });
    expect(names.remedy("wait")).toEqual({ id: "wait", kind: "action", text: "年满以后再来" });
    expect(names.amount("fee")).toEqual({ id: "fee", title: "每月缴费", payer: "本人", payee: "税务" });
    expect(names.date("start")).toEqual({ id: "start", title: "起缴年月" });
    expect(names.coverage("paid")).toBe("已缴");
    expect(names.material("card")).toEqual({
      id: "card",
      title: "身份证",
      form: "original",
      count: 1,
      need: "must",
      because: "核对本人",
      citations: ["c.base"],
    });
    expect(names.notice("keep")).toEqual({ id: "keep", level: "info", text: "现在是{asOfMonth}", citations: ["c.answer"] });
    expect(names.section("channel")).toEqual({
      id: "channel",
      title: "渠道",
      list: "steps",
      lines: ["缴{fee}", "网上缴"],
      citations: ["c.share"],
    });
    expect(names.section("hours")).toEqual({
      id: "hours",
      title: "办公时间",
      list: "steps",
      lines: ["周一至周五"],
      citations: ["c.base"],
    });
    expect(names.headline("refused")).toEqual({ id: "refused", text: "不能核定" });
    expect(names.place("hall")).toEqual({ id: "hall", text: "大厅", citations: ["c.share"] });
    expect(names.timeLimit("none")).toEqual({ id: "none", text: "随时", citations: ["c.answer"] });
    expect(names.fault("unborn")).toBe("出生日期晚于办理日期");
    expect(names.next("ask")).toEqual({ matter: "demo.advice", why: { id: "ask", text: "还可以咨询" }, citations: ["c.answer"] });
    expect(names.conflict("demo.two-shares").citations).toEqual(["c.answer"]);
  });

  it("steps are the matter's own or shared; a second way to a value has the first one's key", () => {
    const names = bound();
    expect(names.step("exact")).toEqual({
      key: "exact",
      title: "未取整的月缴额",
      kind: "formula",
      unit: "yuan/month",
      formula: "{0} × {1}",
      rule: "XX-02",
      citations: ["c.share"],
      figure: null,
      labels: [],
      reading: null,
    });
    expect(names.step("fee").kind).toBe("rounding");
    expect(names.step("birthday")).toMatchObject({ key: "born", kind: "fact" });
    expect(names.step("asOfMonth")).toMatchObject({ key: "asOfMonth", title: "办理月份" });
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

  it("knows what its formula is bound to", () => {
    const matter = compiled();
    const used = [
      "amount fee, condition grown, conflict demo.two-shares, coverage paid, date start, fault unborn, figure demo.base",
      "headline granted, headline refused, material card, next ask, notice keep, place hall, reading demo.rounding",
      "remedy wait, section channel, shared section hours, shared step asOfMonth, step birthday, step exact, step fee",
      "table demo.share, timeLimit none",
    ];
    expect([...matter.used].sort().join(", ")).toBe(used.join(", "));
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
