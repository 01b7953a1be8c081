/** Questions that stay open: what is reckoned with meanwhile, how the decision says so, and conditions that then cannot be checked. */
import { describe, expect, it } from "vitest";
import { isFailed, standingOfCondition } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { addUnknown, anyFailed, assumeAnswer, newDraft } from "../../../src-main/rules/engine/draft.ts";
import { consult } from "../../../src-main/rules/engine/consult.ts";
import type { Formula } from "../../../src-main/rules/engine/formula.ts";
import { factsJsonSchema } from "../../../src-main/rules/authoring/facts-schema.ts";
import { leaf, type NodeDefinition } from "../../../src-main/rules/engine/node.ts";
import type { LoadedPack } from "../../../src-main/rules/engine/pack/pack.ts";
import type { ConditionDefinition } from "../../../src-main/rules/engine/result.ts";
import { consult as cityConsult } from "../../../src-main/rules/index.ts";
import { packFor } from "../../policy/golden.ts";
import { ADVICE, adviceFormula, demoPack, edited, FEE, FEE_FACTS, feeFormula, lineOf, problemsOf } from "./demo-city.ts";

const CHILDREN = "type: count, max: 9, required: false";
const PAID = "type: months, max: 600";
/** The fee's formula told that the answers it names are always there. */
const knowing = (facts: Partial<Record<keyof typeof FEE_FACTS, string>>): Formula[] => [
  { ...feeFormula(), facts: { ...FEE_FACTS, ...facts } as Formula["facts"] },
  adviceFormula,
];
const withChildren = (assume: string, type = "count"): [Parameters<typeof demoPack>[0], Formula[]] => [
  edited(FEE, CHILDREN, `type: ${type}, max: 9, required: false, assume: ${assume}`),
  knowing({ children: type }),
];
interface DoubtingWords {
  readonly fact: Readonly<Record<"since" | "wage", NodeDefinition>>;
  readonly condition: Readonly<Record<"grown", ConditionDefinition>>;
}
const ask = (pack: LoadedPack, facts: FactInputs) => consult(pack, pack.matters.get("demo.fee")!, facts, "2025-07-15");
const WORKER: FactInputs = { kind: "worker", born: "1990-02-28", paid: { months: 12 } };

describe("an open question that is counted as something", () => {
  it.each<[string, string, string, string, FactInputs[string]]>([
    ["a count", CHILDREN, "0", "0", 0],
    ["months", PAID, "{ months: 0 }", "0 个月", { months: 0 }],
    ["months that must be drawn", `${PAID}, periodsOnly: true`, "{ months: 0 }", "0 个月", { months: 0 }],
    ["money", "type: money, min: 0, max: 5000", '"0"', "0.00 元", "0"],
    ["a flag", "type: flag", "false", "否", false],
    ["a choice", "type: choice, options: [{ value: no, title: 没有 }, { value: one, title: 一个 }]", "no", "没有", "no"],
  ])("%s: decides as the answer would, and says so", (_what, type, assume, display, answer) => {
    const asked = `id: children, title: 子女数, group: 本人, ${CHILDREN}`;
    const open = `id: children, title: 子女数, group: 本人, ${type.replace(", required: false", "")}, required: false, assume: ${assume}`;
    const name = /^type: (\w+)/.exec(type)![1]!;
    const source = edited(FEE, asked, open);
    // a list hangs on the number of children
    const files = { ...source.files, [FEE]: source.files[FEE]!.replace('{ children: ">= 2" }, ', "") };
    const pack = demoPack({ ...source, files }, knowing({ children: name }));
    const { assumed, ...decision } = ask(pack, WORKER).decision!;
    expect(assumed).toEqual([{ fact: "children", title: "子女数", display }]);
    expect(decision).toEqual(ask(pack, { ...WORKER, children: answer }).decision);
    expect(ask(pack, {}).questions.find(({ id }) => id === "children")!.assumed).toEqual({ answer, display });
  });

  it("opens the questions that hang on it, as its answer would", () => {
    const pack = demoPack(...withChildren("2"));
    expect(ask(pack, WORKER).unanswered).toEqual(["stays"]);
    expect(ask(pack, { ...WORKER, children: 1 }).unanswered).toEqual([]);
  });

  it("is not named where it is not asked, nor where every answer is there", () => {
    const source = edited(
      FEE,
      "when: [{ late: true, kind: worker }]",
      "when: [{ kind: flexible }], required: false, assume: 100",
    );
    const pack = demoPack(source);
    expect(ask(pack, WORKER).decision).not.toHaveProperty("assumed");
    const flexible = { ...WORKER, kind: "flexible", assisted: false };
    expect(ask(pack, flexible).decision!.assumed).toEqual([{ fact: "wage", title: "工资", display: "100.00 元" }]);
    expect(ask(pack, { ...flexible, wage: 100 }).decision).not.toHaveProperty("assumed");
  });

  it("is not assumed over an answer that is wrong", () => {
    const { errors, decision } = ask(demoPack(...withChildren("0")), { ...WORKER, children: "x" });
    expect([errors.map(({ fact }) => fact), decision]).toEqual([["children"], null]);
  });

  it("is not assumed against what the history tells: then the question needs its answer", () => {
    const consulted = (history: string) => {
      const facts = { sex: "male", birthDate: "1965-05-20", way: "pension-here", pensionMonth: "2025-07", capacity: "unit" };
      const asked = { ...facts, enrolledAs: "unit", history, historySource: "system" };
      const { unanswered, decision } = cityConsult(packFor("dalian"), "dalian.retirement", asked, "2025-07-15");
      return { unanswered, assumed: decision?.assumed?.map(({ fact }) => fact) };
    };
    // nothing told of service; told in full; told from 1990 on, with an unknown time before
    expect(consulted("d200401-202507")).toEqual({ unanswered: [], assumed: ["transferred", "service", "military"] });
    expect(consulted("d200401-202507 g199001-200312")).toEqual({ unanswered: [], assumed: ["transferred", "military"] });
    expect(consulted("d200401-202507 ..g199001-200312")).toEqual({ unanswered: ["service"], assumed: undefined });
  });

  it("is told to machines as the default", () => {
    const schema = (pack: LoadedPack) =>
      (factsJsonSchema(pack.matters.get("demo.fee")!) as { properties: Record<string, object> }).properties;
    expect(schema(demoPack(...withChildren("0")))["children"]).toMatchObject({ type: "integer", default: 0 });
    const drawn = edited(FEE, PAID, `${PAID}, periodsOnly: true, required: false, assume: { months: 0 }`);
    const paid = schema(demoPack(drawn))["paid"] as { default: object; oneOf: { properties: object }[] };
    expect(paid.default).toEqual({ months: 0 });
    expect(paid.oneOf.map(({ properties }) => properties)).toEqual([
      { periods: expect.anything() as unknown },
      { months: { const: 0 } },
    ]);
  });
});

describe("an assumption stops a pack from loading", () => {
  const at = (file: string, text: string, message: string) => `${file}:${lineOf(file, text)} matter demo.fee: ${message}`;

  it.each([
    [
      "of a question that must be answered",
      PAID,
      `${PAID}, assume: { months: 0 }`,
      "paid",
      "of a question that must be answered",
    ],
    ["that is no answer", CHILDREN, `${CHILDREN}, assume: none`, "children", "no answer to it: 请输入不小于 0 的整数。"],
    ["outside the bounds", CHILDREN, `${CHILDREN}, assume: 10`, "children", "no answer to it: 不得大于 9。"],
    ["of a list", "type: list\n", "type: list\n    required: false\n    assume: 0\n", "stays", "a list has no answer"],
  ])("%s", (_what, from, to, id, message) => {
    expect(problemsOf(edited(FEE, from, to)).filter((problem) => problem.includes(message))).toHaveLength(1);
    expect(problemsOf(edited(FEE, from, to))[0]).toMatch(new RegExp(`matter demo.fee: ${id}: `));
  });

  it("when the formula believes an answer always there that is not always asked", () => {
    const sometimes = edited(FEE, CHILDREN, `${CHILDREN}, assume: 0, when: [{ kind: worker }]`);
    expect(problemsOf(sometimes, knowing({ children: "count" }))).toEqual([
      at(FEE, "id: children", 'fact "children" is "count?" here but "count" in the formula'),
    ]);
    expect(problemsOf(sometimes)).toEqual([]);
    // it may always reckon with less than it gets
    expect(problemsOf(edited(FEE, CHILDREN, `${CHILDREN}, assume: 0`))).toEqual([]);
  });

  it("when a checklist's condition rests on an answer that may be lacking", () => {
    const flag = "title: 本地户籍, group: 本人, type: flag";
    const broken = `matter demo.advice: condition "local" rests on "local", which may stay open`;
    const optional: Formula = { ...adviceFormula, facts: { ...adviceFormula.facts, local: "flag?" } };
    expect(problemsOf(edited(ADVICE, flag, `${flag}, required: false`), [feeFormula(), optional])).toEqual([
      `${ADVICE}:${lineOf(ADVICE, "fact: local")} ${broken}`,
    ]);
    expect(problemsOf(edited(ADVICE, flag, `${flag}, required: false, assume: false`))).toEqual([]);
  });
});

describe("a formula", () => {
  /** The fee's formula, which counts an open beginning as the month of processing and cannot tell the age without the wage. */
  const doubting: Formula = {
    ...feeFormula(),
    bind(words) {
      const bound = feeFormula().bind(words);
      const { fact, condition } = words as unknown as DoubtingWords;
      const { since, wage } = fact;
      return {
        ...bound,
        evaluate(facts, asOf) {
          const draft = newDraft();
          assumeAnswer(draft, since, leaf(since, asOf.month));
          assumeAnswer(draft, wage, leaf(wage, 10_000));
          addUnknown(draft, condition.grown, wage);
          expect(anyFailed(draft)).toBe(false);
          return { ...bound.evaluate(facts, asOf), conditions: draft.conditions, assumed: draft.assumed };
        },
      };
    },
  };
  const decide = () => {
    const [source] = withChildren("0");
    return ask(demoPack(source, [{ ...doubting, facts: { ...FEE_FACTS, children: "count" } }, adviceFormula]), WORKER).decision!;
  };

  it("may count an open question by another answer: named behind those that count as written", () => {
    expect(decide().assumed).toEqual([
      { fact: "children", title: "子女数", display: "0" },
      { fact: "since", title: "开始年月", display: "2025年7月" },
      { fact: "wage", title: "工资", display: "100.00 元" },
    ]);
  });

  it("leaves a condition unknown: neither met nor failed, and names the open question", () => {
    const { conditions, outcome } = decide();
    expect(conditions).toEqual([
      {
        id: "grown",
        title: "已满十六周岁",
        met: false,
        unknown: true,
        required: "十六周岁",
        actual: "没有填写“工资”，未核实",
        citations: ["c.base"],
        remedies: [],
        step: null,
      },
    ]);
    expect([outcome, standingOfCondition(conditions[0]!), isFailed(conditions[0]!)]).toEqual(["granted", "unknown", false]);
  });

  it("tells a failed condition from one that could not be checked", () => {
    const draft = newDraft();
    const definition = { id: "c", title: "C", required: "R", actual: "A", citations: [] };
    const node = leaf(demoPack().matters.get("demo.fee")!.facts[0]!.node, 0);
    draft.conditions.push({ definition, met: true, node, remedies: [] });
    expect(anyFailed(draft)).toBe(false);
    draft.conditions.push({ definition, met: false, node, remedies: [] });
    expect(anyFailed(draft)).toBe(true);
    expect(standingOfCondition({ met: true })).toBe("met");
    expect([isFailed({ met: true }), isFailed({ met: false })]).toEqual([false, true]);
  });
});
