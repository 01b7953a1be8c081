/** One consultation of the demo city from answers to decision, and what a machine is told about its questions. */
import { describe, expect, it } from "vitest";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { answerErrors, check, consult, decide } from "../../../src-main/rules/engine/consult.ts";
import { asOfDate } from "../../../src-main/rules/engine/facts/facts.ts";
import { factsJsonSchema } from "../../../src-main/rules/authoring/facts-schema.ts";
import { demoPack, demoSource } from "./demo-city.ts";

const ask = (facts: FactInputs, asOf = "2025-07-15", readings: Record<string, string> = {}) => {
  const pack = demoPack(demoSource({ readingChoices: readings }));
  return consult(pack, pack.matters.get("demo.fee")!, facts, asOf);
};
const WORKER: FactInputs = { kind: "worker", born: "1990-02-28", paid: { periods: [{ from: "2025-05", to: "2025-06" }] } };

describe("a consultation", () => {
  it("decides as soon as every relevant question is answered", () => {
    const { errors, unanswered, decision } = ask(WORKER);
    expect([errors, unanswered]).toEqual([[], []]);
    // 5000 × 2 %
    expect(decision!.headline).toBe("每月缴100.00 元/月");
    expect(decision!.amounts).toEqual([
      { id: "fee", title: "每月缴费", payer: "本人", payee: "税务", fen: 10_000, role: "due", group: "", step: 4 },
    ]);
    expect(decision!.outcome).toBe("granted");
    expect(decision!.conditions[0]).toMatchObject({ id: "grown", met: true, actual: "生于1990年2月28日", remedies: [] });
    expect(decision!.coverage).toEqual([{ from: "2025-05", to: "2025-06", status: "contributed", title: "已缴" }]);
    expect(decision!.notices[0]!.text).toBe("现在是2025年7月");
    expect(decision!.sections.map(({ lines }) => lines)).toEqual([["缴100.00 元/月", "网上缴"], ["周一至周五"]]);
    expect(decision!.nextMatters[0]).toMatchObject({ matter: "demo.advice", title: "咨询", why: "还可以咨询" });
  });

  it("takes the figure of the day and rounds half up", () => {
    // 5123.45 × 5.8 % = 297.1601
    const flexible = { ...WORKER, kind: "flexible", assisted: false, paid: { months: 3 } };
    expect(ask(flexible, "2026-01-01").decision!.amounts[0]!.fen).toBe(29_716);
    // 5000 × 2.9 %
    const assisted = { ...flexible, assisted: true, stays: { items: [{ days: 3 }] } };
    expect(ask(assisted, "2025-12-31").decision!.amounts[0]!.fen).toBe(14_500);
    const before = ask({ ...WORKER, paid: { months: 3 } }, "2024-12-31").decision!;
    expect([before.outcome, before.amounts]).toEqual(["figure-missing", []]);
    expect(before.missingFigures.map(({ figure, date }) => `${figure} ${date}`)).toEqual(["demo.base 2024-12-31"]);
  });

  it("refuses with what would turn it", () => {
    const { decision } = ask({ ...WORKER, born: "2009-07-16" });
    expect(decision!.outcome).toBe("refused");
    expect(decision!.conditions[0]).toMatchObject({
      met: false,
      remedies: [{ kind: "action", value: "", text: "年满以后再来" }],
    });
    expect(ask({ ...WORKER, born: "2009-07-15" }).decision!.outcome).toBe("granted");
  });

  it("shows the reading that was followed", () => {
    expect(ask(WORKER, "2025-07-15", { "demo.rounding": "early" }).decision!.readings[0]).toMatchObject({
      chosen: "early",
      chosenTitle: "先取整",
      alternatives: [{ id: "late", title: "后取整" }],
    });
  });

  it("does not decide while an answer is open or wrong, but knows what it can", () => {
    const open = ask({ kind: "flexible", since: "2025-09", born: "x" });
    expect(open.decision).toBeNull();
    expect(open.unanswered).toEqual(["assisted", "paid"]);
    expect(open.errors.map(({ fact, code }) => `${fact} ${code}`)).toEqual(["born type"]);
    expect(open.known).toEqual([{ id: "start", title: "起缴年月", value: "2025-09", display: "2025年9月", step: null }]);
    expect(ask({}).known).toEqual([]);
    // one wrong answer with all others given
    expect(ask({ ...WORKER, children: -1 }).decision).toBeNull();
    // one open answer with all others right
    expect(ask({ ...WORKER, kind: "flexible" }).decision).toBeNull();
  });

  it("asks the formula for contradictions only when all answers are there", () => {
    const unborn = { ...WORKER, born: "2025-07-16" };
    const { errors, decision } = ask(unborn);
    expect(errors).toEqual([{ fact: "born", code: "conflict", message: "出生日期晚于办理日期" }]);
    expect(decision).toBeNull();
    expect(ask({ ...unborn, kind: "" }).errors).toEqual([]);
    expect(ask({ ...unborn, colour: "red" }).errors.map(({ code }) => code)).toEqual(["unknown"]);
  });

  it("refuses a day that is none", () => {
    expect(ask(WORKER, "2025-02-29")).toEqual({
      questions: [],
      errors: [{ fact: "asOf", code: "type", message: "办理日期应为真实日期，格式为 年-月-日，例如 2026-03-04。" }],
      unanswered: [],
      known: [],
      history: null,
      decision: null,
    });
  });

  it("can be run without its questions", () => {
    const matter = demoPack().matters.get("demo.fee")!;
    const asOf = asOfDate(2025_07_15);
    const checked = check(matter, WORKER, asOf);
    expect(checked.errors).toEqual([]);
    expect(decide(matter, checked, asOf).amounts.map(({ node }) => node.value)).toEqual([10_000]);
  });
});

describe("the questions", () => {
  const questions = () => ask({ kind: "flexible", assisted: true }).questions;
  const question = (id: string) => questions().find((asked) => asked.id === id);

  it("carry what the form needs", () => {
    expect(question("assisted")).toEqual({
      id: "assisted",
      title: "困难人员",
      help: "以证件为准",
      group: "参保情况",
      type: "flag",
      options: [],
      required: true,
      assumed: null,
      fromPerson: false,
      earliest: null,
      latest: null,
      periodsOnly: false,
      fields: [],
      most: null,
      told: "",
      citations: ["c.share"],
    });
    expect(question("born")).toMatchObject({ fromPerson: true });
    expect(question("since")).toMatchObject({ required: false });
    expect(question("kind")!.options.map(({ title }) => title)).toEqual(["职工", "灵活就业"]);
  });

  it("draw months from 1949 to the month of processing, or on where the rule looks ahead", () => {
    expect(question("paid")).toMatchObject({ earliest: "1949-10", latest: "2025-07", most: null });
    const ahead = { ...demoPack().matters.get("demo.fee")! };
    const facts = ahead.facts.map((fact) => (fact.id === "paid" ? { ...fact, future: true, periodsOnly: true } : fact));
    const { questions: asked } = consult(demoPack(), { ...ahead, facts }, {}, "2025-07-15");
    expect(asked.find(({ id }) => id === "paid")).toMatchObject({ earliest: "1949-10", latest: null, periodsOnly: true });
    expect(asked.find(({ id }) => id === "since")).toMatchObject({ earliest: null, latest: null });
  });

  it("of a list name the answers of one record and how many records there may be", () => {
    expect(question("stays")).toMatchObject({
      type: "list",
      most: 3,
      fields: [
        { id: "days", title: "天数", help: "", type: "count", options: [], required: true, citations: ["c.base"] },
        { id: "level", title: "级别", help: "看牌子", type: "choice", required: false, citations: ["c.answer"] },
      ],
    });
    expect(Object.keys(question("stays")!.fields[0]!)).toEqual([
      "id",
      "title",
      "help",
      "type",
      "options",
      "required",
      "citations",
    ]);
    const unlimited = demoPack().matters.get("demo.fee")!;
    const facts = unlimited.facts.map((fact) => (fact.id === "stays" ? { ...fact, max: undefined, relevant: [] } : fact));
    const { questions: asked } = consult(demoPack(), { ...unlimited, facts }, {}, "2025-07-15");
    expect(asked.find(({ id }) => id === "stays")!.most).toBeNull();
    // a bound of a number is no bound of records
    expect(question("children")!.most).toBeNull();
  });
});

describe("what keeps a form from being decided", () => {
  it("are wrong answers, then open questions by their titles", () => {
    expect(answerErrors(ask({ kind: "flexible", born: "x" }))).toEqual([
      { fact: "born", code: "type", message: "请输入真实日期，格式为 年-月-日，例如 2026-03-04。" },
      { fact: "assisted", code: "required", message: "请回答“困难人员”。" },
      { fact: "paid", code: "required", message: "请回答“已缴月份”。" },
    ]);
    expect(answerErrors(ask(WORKER))).toEqual([]);
  });

  it("an open question that is not asked is named as it is", () => {
    expect(answerErrors({ ...ask({}), unanswered: ["colour"] })).toEqual([
      { fact: "colour", code: "required", message: "请回答“colour”。" },
    ]);
  });
});

describe("a matter's facts as JSON Schema", () => {
  const MONTH = { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])$" };
  const PERIODS = {
    type: "object",
    properties: {
      periods: {
        type: "array",
        items: { type: "object", properties: { from: MONTH, to: MONTH }, required: ["from", "to"], additionalProperties: false },
      },
    },
    required: ["periods"],
    additionalProperties: false,
  };

  it("has every question, with what it takes", () => {
    expect(factsJsonSchema(demoPack().matters.get("demo.fee")!)).toStrictEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "缴费核定",
      type: "object",
      properties: {
        kind: {
          title: "身份",
          oneOf: [
            { const: "worker", title: "职工" },
            { const: "flexible", title: "灵活就业" },
          ],
        },
        assisted: { title: "困难人员", description: "以证件为准", "x-when": [{ kind: "flexible" }], type: "boolean" },
        born: { title: "出生日期", type: "string", format: "date" },
        since: { title: "开始年月", ...MONTH },
        wage: {
          title: "工资",
          "x-when": [{ late: "true", kind: "worker" }],
          "x-unit": "yuan",
          oneOf: [
            { type: "number", multipleOf: 0.01, minimum: 100, maximum: 5000 },
            { type: "string", pattern: "^(\\d{1,8}(\\.\\d{1,2})?|100000000(\\.0{1,2})?)$" },
          ],
        },
        children: { title: "子女数", type: "integer", minimum: 0, maximum: 9 },
        paid: {
          title: "已缴月份",
          "x-unit": "months",
          oneOf: [
            PERIODS,
            {
              type: "object",
              properties: { months: { type: "integer", minimum: 0 } },
              required: ["months"],
              additionalProperties: false,
            },
          ],
        },
        stays: {
          title: "住院",
          "x-when": [{ children: ">= 2" }, { assisted: "true" }],
          type: "object",
          properties: {
            items: {
              type: "array",
              minItems: 1,
              maxItems: 3,
              items: {
                type: "object",
                properties: {
                  days: { title: "天数", type: "integer", minimum: 1, maximum: 365 },
                  level: {
                    title: "级别",
                    description: "看牌子",
                    oneOf: [
                      { const: "high", title: "三级" },
                      { const: "low", title: "一级" },
                    ],
                  },
                },
                required: ["days"],
                additionalProperties: false,
              },
            },
          },
          required: ["items"],
          additionalProperties: false,
        },
      },
      // neither those that need not be answered nor those asked only after certain answers
      required: ["kind", "born", "paid"],
      additionalProperties: false,
    });
  });

  it("leaves out bounds that a question has not, and takes months only as drawn where the rule needs to know which", () => {
    const matter = demoPack().matters.get("demo.fee")!;
    const facts = matter.facts.map((fact) => ({
      ...fact,
      min: fact.id === "stays" ? 2 : undefined,
      max: undefined,
      periodsOnly: true,
    }));
    const { properties } = factsJsonSchema({ ...matter, facts }) as {
      properties: Record<string, Record<string, unknown>>;
    };
    expect(properties["children"]).toStrictEqual({ title: "子女数", type: "integer", minimum: 0 });
    expect(properties["paid"]).toStrictEqual({ title: "已缴月份", "x-unit": "months", ...PERIODS });
    const { items } = (properties["stays"] as { properties: { items: Record<string, unknown> } }).properties;
    expect([items["minItems"], "maxItems" in items]).toEqual([2, false]);
  });
});
