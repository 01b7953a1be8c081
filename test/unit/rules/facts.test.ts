/** Answers as typed → the integers the rules reckon with, question by question. */
import { describe, expect, it } from "vitest";
import { monthOf } from "../../../src-shared/domain/calendar.ts";
import type { FactInput, FactInputs, FieldError } from "../../../src-shared/domain/facts.ts";
import { asOfDate, checkFacts, type FactDefinition } from "../../../src-main/rules/engine/facts/facts.ts";
import { isBlank, readFact, readList } from "../../../src-main/rules/engine/facts/fact-values.ts";
import { FACT_TEXT } from "../../../src-main/rules/engine/text.ts";
import { demoPack } from "./demo-city.ts";

const fee = demoPack().matters.get("demo.fee")!;
const AS_OF = asOfDate(2025_07_15);
const definition = (id: string, change: Partial<FactDefinition> = {}): FactDefinition => ({
  ...fee.facts.find((fact) => fact.id === id)!,
  ...change,
});

describe("the day for which the law is asked", () => {
  it("is in its month", () => {
    expect(AS_OF).toEqual({ date: 2025_07_15, month: monthOf(2025, 7) });
  });
});

describe("an answer is blank", () => {
  it.each<[FactInput, boolean]>([
    [null, true],
    ["", true],
    ["  ", true],
    ["x", false],
    [0, false],
    [false, false],
    [{ periods: [] }, true],
    [{ periods: [{ from: "", to: "" }] }, false],
    [{ months: "" }, true],
    [{ months: "3" }, false],
    [{ months: 0 }, false],
    [{ items: [] }, true],
    [{ items: [{}] }, false],
  ])("%j: %s", (input, blank) => {
    expect(isBlank(input)).toBe(blank);
  });
});

describe("reading an answer", () => {
  const CHOICE = "请从以下选项中选择：职工、灵活就业。";
  const WAGE = "应在 100 至 5000 之间。";
  it.each<[string, FactInput, unknown]>([
    ["kind", "worker", 0],
    ["kind", "flexible", 1],
    ["kind", "职工", CHOICE],
    ["kind", 0, CHOICE],
    ["assisted", true, 1],
    ["assisted", "true", 1],
    ["assisted", false, 0],
    ["assisted", "false", 0],
    ["assisted", 1, "请选择“是”或“否”。"],
    ["assisted", "yes", "请选择“是”或“否”。"],
    ["born", " 1990-02-28 ", 1990_02_28],
    ["born", "1990-02-30", "请输入真实日期，格式为 年-月-日，例如 2026-03-04。"],
    ["born", 19900228, "请输入真实日期，格式为 年-月-日，例如 2026-03-04。"],
    ["since", " 2026-03 ", 24_314],
    ["since", "2026-3", "请输入年月，格式为 年-月，例如 2026-03。"],
    ["since", 202603, "请输入年月，格式为 年-月，例如 2026-03。"],
    ["wage", 100, 10_000],
    ["wage", "4,999.99", 499_999],
    ["wage", "5000", 500_000],
    ["wage", "99.99", WAGE],
    ["wage", "5000.01", WAGE],
    ["wage", "1.234", "请输入金额（元），最多两位小数，例如 8190 或 8190.50。"],
    ["wage", "100000000.01", "金额不得超过 100,000,000.00 元，请核对；是否多输了几位。"],
    ["wage", 1e10, "金额不得超过 100,000,000.00 元，请核对；是否多输了几位。"],
    ["wage", true, "请输入金额（元），最多两位小数，例如 8190 或 8190.50。"],
    ["wage", { months: 3 }, "请输入金额（元），最多两位小数，例如 8190 或 8190.50。"],
    ["children", 0, 0],
    ["children", "9", 9],
    ["children", " 3 ", 3],
    ["children", 10, "不得大于 9。"],
    ["children", -1, "请输入不小于 0 的整数。"],
    ["children", 1.5, "请输入不小于 0 的整数。"],
    ["children", "1.5", "请输入不小于 0 的整数。"],
    ["children", "x1", "请输入不小于 0 的整数。"],
    ["children", "1000000", "请输入不小于 0 的整数。"],
    ["children", true, "请输入不小于 0 的整数。"],
  ])("%s %j", (id, input, value) => {
    expect(readFact(definition(id), input, AS_OF)).toBe(value);
  });

  it("holds a lower bound alone, in yuan and in whole numbers", () => {
    const atLeast = { min: 3, max: undefined };
    expect(readFact(definition("children", atLeast), 2, AS_OF)).toBe("不得小于 3。");
    expect(readFact(definition("children", atLeast), 3, AS_OF)).toBe(3);
    expect(readFact(definition("wage", atLeast), "2.99", AS_OF)).toBe("不得小于 3。");
    expect(readFact(definition("wage", atLeast), "3", AS_OF)).toBe(300);
    expect(readFact(definition("wage", atLeast), "100000", AS_OF)).toBe(10_000_000);
    expect(readFact(definition("born", atLeast), "1990-02-28", AS_OF)).toBe(1990_02_28);
  });

  it("takes any number where nothing bounds it", () => {
    const free = { min: undefined, max: undefined };
    expect(readFact(definition("children", free), 999_999, AS_OF)).toBe(999_999);
    expect(readFact(definition("children", free), 0, AS_OF)).toBe(0);
  });

  it("never takes months or a list for one value", () => {
    const field = definition("children", { type: "list" });
    expect(() => readFact(field, 1, AS_OF)).toThrow("list is no answer of one value");
  });
});

describe("reading months", () => {
  const paid = definition("paid");
  const drawn = (...periods: [string, string][]): FactInput => ({ periods: periods.map(([from, to]) => ({ from, to })) });

  it("drawn: in any order, counted, up to the processing month", () => {
    expect(readFact(paid, drawn(["2025-06", "2025-07"], ["2024-12", "2025-01"]), AS_OF)).toEqual({
      count: 4,
      set: [monthOf(2024, 12), monthOf(2025, 1), monthOf(2025, 6), monthOf(2025, 7)],
    });
    expect(readFact(paid, drawn(["2025-06", "2025-08"]), AS_OF)).toBe("月份不得晚于办理月份 2025-07，请核对结束年月。");
    expect(readFact(paid, drawn(["2025-01", "2025-02"], ["2025-07", "2025-08"]), AS_OF)).toBe(
      "月份不得晚于办理月份 2025-07，请核对结束年月。",
    );
    expect(readFact({ ...paid, future: true }, drawn(["2025-06", "2025-08"]), AS_OF)).toMatchObject({ count: 3 });
    expect(readFact(paid, drawn(["2025-06", "2025-05"]), AS_OF)).toBe(FACT_TEXT.periods);
  });

  it("as a bare number, unless the rule needs to know which", () => {
    expect(readFact(paid, { months: 120 }, AS_OF)).toEqual({ count: 120, set: null });
    expect(readFact(paid, { months: " 600 " }, AS_OF)).toEqual({ count: 600, set: null });
    expect(readFact(paid, 7, AS_OF)).toEqual({ count: 7, set: null });
    expect(readFact(paid, { months: "x" }, AS_OF)).toBe("请输入不小于 0 的整数。");
    expect(readFact({ ...paid, periodsOnly: true }, { months: 120 }, AS_OF)).toBe(FACT_TEXT.periods);
    expect(readFact(paid, { items: [{}] }, AS_OF)).toBe(FACT_TEXT.periods);
    expect(readFact(paid, null, AS_OF)).toBe("请输入不小于 0 的整数。");
  });

  it("holds the bounds in both forms", () => {
    const few = { ...paid, min: 2, max: 3 };
    const range = "应在 2 至 3 之间。";
    expect(readFact(few, drawn(["2025-06", "2025-06"]), AS_OF)).toBe(range);
    expect(readFact(few, drawn(["2025-05", "2025-07"]), AS_OF)).toMatchObject({ count: 3 });
    expect(readFact(few, drawn(["2025-04", "2025-07"]), AS_OF)).toBe(range);
    expect(readFact(few, 1, AS_OF)).toBe(range);
    expect(readFact(few, 2, AS_OF)).toMatchObject({ count: 2 });
    expect(readFact(few, 4, AS_OF)).toBe(range);
  });
});

describe("reading a list", () => {
  const stays = definition("stays");
  function read(input: FactInput, list = stays) {
    const errors: FieldError[] = [];
    return { value: readList(list, input, errors), errors };
  }

  it("gives the records in the order they were typed; an answer that need not be given may be missing", () => {
    expect(read({ items: [{ days: 7, level: "low" }, { days: "3", level: null }, { days: 365 }] })).toEqual({
      value: [
        { days: 7, level: 1 },
        { days: 3, level: undefined },
        { days: 365, level: undefined },
      ],
      errors: [],
    });
  });

  it("names the record and the answer that are wrong, and reads the rest", () => {
    const { value, errors } = read({ items: [{ days: 7 }, { days: "", level: "middle", colour: "red" }] });
    expect(value).toEqual([
      { days: 7, level: undefined },
      { days: undefined, level: undefined },
    ]);
    expect(errors).toEqual([
      { fact: "stays.1.colour", code: "unknown", message: "“colour”不是本事项的问题，请去掉这一项。" },
      { fact: "stays.1.days", code: "required", message: "请回答“天数”。" },
      { fact: "stays.1.level", code: "type", message: "请从以下选项中选择：三级、一级。" },
    ]);
    expect(read({ items: [{ days: 366 }] }).errors).toEqual([
      { fact: "stays.0.days", code: "type", message: "应在 1 至 365 之间。" },
    ]);
  });

  it("knows no answer but the record's own, not even one that every object has", () => {
    const list = definition("stays", { fields: [{ ...stays.fields[0]!, id: "toString" }] });
    expect(read({ items: [{}] }, list).errors).toEqual([
      { fact: "stays.0.toString", code: "required", message: "请回答“天数”。" },
    ]);
  });

  it("holds the number of records", () => {
    const four = { items: [{ days: 1 }, { days: 1 }, { days: 1 }, { days: 1 }] };
    expect(read(four).value).toBe("不得大于 3。");
    expect(read({ items: [{ days: 1 }] }, definition("stays", { min: 2 })).value).toBe("应在 2 至 3 之间。");
  });

  it.each<[FactInput]>([["x"], [3], [null], [{ periods: [] }], [{ months: 3 }]])("refuses %j", (input) => {
    expect(read(input).value).toBe("请至少填写一条记录。");
  });
});

describe("checking a form", () => {
  const check = (facts: FactInputs, late = false) => checkFacts(fee.facts, facts, AS_OF, () => ({ late }));
  const sound: FactInputs = { kind: "worker", born: "1990-02-28", paid: { months: 12 } };
  const asked = (facts: FactInputs, late = false) => check(facts, late).relevant.map((fact) => fact.id);

  it("asks what the answers so far make relevant", () => {
    const always = ["kind", "born", "since", "children", "paid"];
    expect(asked({})).toEqual(always);
    expect(asked({ kind: "worker" })).toEqual(always);
    expect(asked({ kind: "flexible" })).toEqual(["kind", "assisted", ...always.slice(1)]);
    // both tests of one entry
    expect(asked({ kind: "worker" }, true)).toContain("wage");
    expect(asked({ kind: "flexible" }, true)).not.toContain("wage");
    // either entry
    expect(asked({ ...sound, children: 2 })).toContain("stays");
    expect(asked({ ...sound, children: 1 })).not.toContain("stays");
    expect(asked({ kind: "flexible", assisted: true })).toContain("stays");
    expect(asked({ kind: "flexible", assisted: false })).not.toContain("stays");
  });

  it("keeps an answer that is not asked for from the rules", () => {
    const { values, errors } = check({ ...sound, assisted: true, wage: "x", stays: { items: [{}] } });
    expect(errors).toEqual([]);
    expect(values).toEqual({
      kind: 0,
      assisted: undefined,
      born: 1990_02_28,
      since: undefined,
      wage: undefined,
      children: undefined,
      paid: { count: 12, set: null },
      stays: undefined,
    });
    expect(Object.keys(values)).toHaveLength(8);
  });

  it("names what is still open, but nothing that need not be answered", () => {
    expect(check({}).unanswered).toEqual(["kind", "born", "paid"]);
    expect(check({ ...sound, kind: "flexible", paid: { periods: [] } }).unanswered).toEqual(["assisted", "paid"]);
    expect(check(sound).unanswered).toEqual([]);
  });

  it("names wrong and unknown answers; a wrong one is not open", () => {
    const { errors, unanswered, values } = check({ ...sound, born: "x", colour: "red", toString: "x" });
    expect(errors).toEqual([
      { fact: "colour", code: "unknown", message: "“colour”不是本事项的问题，请去掉这一项。" },
      { fact: "toString", code: "unknown", message: "“toString”不是本事项的问题，请去掉这一项。" },
      { fact: "born", code: "type", message: "请输入真实日期，格式为 年-月-日，例如 2026-03-04。" },
    ]);
    expect(unanswered).toEqual([]);
    expect(values["born"]).toBeUndefined();
  });

  it("reads a list as a list", () => {
    const facts = { ...sound, children: 2, stays: { items: [{ days: 5 }, { days: 400 }] } };
    const { values, errors } = check(facts);
    expect(values["stays"]).toEqual([
      { days: 5, level: undefined },
      { days: undefined, level: undefined },
    ]);
    expect(errors.map(({ fact, code }) => `${fact} ${code}`)).toEqual(["stays.1.days type"]);
    expect(check({ ...facts, stays: "x" }).errors).toEqual([{ fact: "stays", code: "type", message: "请至少填写一条记录。" }]);
  });

  it("asks for derived flags only where a question hangs on one, and once", () => {
    let calls = 0;
    const derive = () => {
      calls++;
      return { late: true };
    };
    const hanging = fee.facts.filter((fact) => fact.id !== "wage");
    checkFacts(hanging, sound, AS_OF, derive);
    expect(calls).toBe(0);
    const wage = fee.facts.find((fact) => fact.id === "wage")!;
    checkFacts([{ ...wage, relevant: [wage.relevant[0]!, wage.relevant[0]!] }], {}, AS_OF, derive);
    expect(calls).toBe(1);
  });
});
