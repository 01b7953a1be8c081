/** Between which days a decision's dates lie while readings are open. */
import { describe, expect, it } from "vitest";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import type { ReadingSpan } from "../../../src-shared/domain/span.ts";
import { finish, newDraft } from "../../../src-main/rules/engine/draft.ts";
import { matterFormula, type Formula } from "../../../src-main/rules/engine/formula.ts";
import { leaf, told as toldStep, type Node, type NodeDefinition } from "../../../src-main/rules/engine/node.ts";
import type { PackSource } from "../../../src-main/rules/engine/pack/pack.ts";
import type { DateDefinition, Template } from "../../../src-main/rules/engine/result.ts";
import { spanOf } from "../../../src-main/rules/engine/span.ts";
import type { ReadingWord, WayWord } from "../../../src-main/rules/engine/words.ts";
import { adviceFormula, demoPack, demoSource, FEE, FEE_FACTS, FILES, problemsOf } from "./demo-city.ts";

/** A month on which three readings have a say: two move it, one of them may take it away, the third asks one thing more. */
const written = (id: string, options: string): string =>
  `  - { id: demo.${id}, rule: XX-02, question: ${id}, default: a, options: [${options}], cite: [c.answer] }\n`;
const READINGS =
  "readings:\n" +
  written("rounding", "{ id: early, title: E }, { id: a, title: A }") +
  written("from", "{ id: a, title: FA }, { id: b, title: FB }") +
  written("long", "{ id: a, title: LA }, { id: b, title: LB }, { id: c, title: LC }") +
  written("asks", "{ id: a, title: AA }, { id: b, title: AB }");
const MATTER = FILES[FEE]!.replace("readings: [demo.rounding]", "readings: [demo.rounding, demo.from, demo.long, demo.asks]")
  .replace("derived: [{ id: late, title: 已到二〇二六年 }]", "derived: [{ id: late, title: 要问工资 }]")
  .replace(
    "dates: [{ id: start, title: 起缴年月 }]",
    "dates: [{ id: start, title: 起缴年月 }]\noptions: { other: { title: 另一条路, text: 也可以 } }",
  );

/** How far each option moves the month; `null` = there is none. */
const MONTHS: Record<string, number | null> = { FA: 0, FB: -1, LA: 0, LB: 6, LC: null };

type Lettered = ReadingWord<"a" | "b" | "c">;
interface SpanWords {
  readonly reading: Readonly<Record<"rounding" | "from" | "long" | "asks", Lettered>> & Readonly<Record<string, Lettered>>;
  readonly step: Readonly<Record<"asOfMonth", NodeDefinition>>;
  readonly date: Readonly<Record<"start", DateDefinition>>;
  readonly way: Readonly<Record<"other", WayWord>>;
  readonly headline: Readonly<Record<"refused", Template>>;
  readonly place: Readonly<Record<"hall", Template>>;
  readonly timeLimit: Readonly<Record<"none", Template>>;
}

/** @param more readings that have a say and move nothing */
const moving = (probe: () => void = () => undefined, more: readonly string[] = []): Formula =>
  matterFormula<SpanWords, unknown, "late">(
    "demo.fee",
    FEE_FACTS,
    {},
  )(
    (words) => {
      probe();
      const shown = ({ node }: Lettered): number | null => MONTHS[node.definition.labels[node.value]!] as number | null;
      const { from, long } = words.reading;
      return { ...words, by: shown(from)!, longer: shown(long) };
    },
    {
      derive: ({ reading }) => ({ late: reading.asks.is.b }),
      evaluate({ reading, step, by, longer, ...words }, _facts, asOf) {
        const { rounding, from, long, asks } = reading;
        const now = leaf(step.asOfMonth, asOf.month);
        const day = (months: number, inputs: Node[]): Node => toldStep(step.asOfMonth, asOf.month + months, inputs);
        const draft = newDraft();
        draft.amounts.push({
          definition: { id: "x", title: "X", payer: "", payee: "" },
          role: "information",
          node: leaf(rounding.node.definition, 0),
        });
        // the first reading is of no account once there is no month
        if (longer !== null)
          draft.dates.push({ definition: words.date.start, node: day(longer + by, [now, from.node, long.node]) });
        const otherwise = { definition: words.date.start, node: day(by - 12, [now, from.node]) };
        draft.options = [{ ...words.way.other, amounts: [], dates: [otherwise], coverage: [] }];
        draft.remarks.push(long.node, asks.node, ...more.map((name) => reading[name]!.node));
        return finish(draft, "granted", words.headline.refused, words.place.hall, words.timeLimit.none);
      },
    },
  );

const source = (readings: string, choices: Record<string, string> = {}, more: readonly string[] = []): PackSource => {
  const matter = MATTER.replace("demo.asks", ["demo.asks", ...more.map((name) => `demo.${name}`)].join());
  return demoSource({ files: { ...FILES, [FEE]: matter, "demo/readings.yaml": readings }, readingChoices: choices });
};
const FACTS: FactInputs = { kind: "worker", born: "1990-02-28", paid: { months: 12 }, wage: 1000 };

function ask(facts = FACTS, readings = READINGS, choices: Record<string, string> = {}): ReadingSpan | null {
  const pack = demoPack(source(readings, choices), [moving(), adviceFormula]);
  return spanOf(pack, pack.matters.get("demo.fee")!, facts, "2025-07-15");
}
const told = (span: ReadingSpan | null) =>
  span?.dates.map(({ title, earliest, latest, absent }) => [
    title,
    [earliest.value, ...earliest.by.map(({ option, question }) => `${question} ${option}`)],
    [latest.value, ...latest.by.map(({ option, question }) => `${question} ${option}`)],
    absent?.map(({ option, question }) => `${question} ${option}`) ?? null,
  ]);

describe("the days that open readings give", () => {
  it("are the earliest and the latest of all combinations, with as little read otherwise as leads there", () => {
    expect(told(ask())).toEqual([
      ["另一条路：起缴年月", ["2024-06", "from b"], ["2024-07"], null],
      ["起缴年月", ["2025-06", "from b"], ["2026-01", "long b"], ["long c"]],
    ]);
  });

  it("begin from what the office has chosen", () => {
    expect(told(ask(FACTS, READINGS, { "demo.long": "b", "demo.from": "b" }))).toEqual([
      ["另一条路：起缴年月", ["2024-06"], ["2024-07", "from a"], null],
      ["起缴年月", ["2025-06", "long a"], ["2026-01", "from a"], ["long c"]],
    ]);
    // there may be a day only by another reading
    expect(told(ask(FACTS, READINGS, { "demo.long": "c" }))![1]).toEqual([
      "起缴年月",
      ["2025-06", "long a", "from b"],
      ["2026-01", "long b"],
      [],
    ]);
  });

  it("leave out what a document excludes, and name it", () => {
    const excluding = READINGS.replace(
      "{ id: b, title: LB }",
      "{ id: b, title: LB, excludes: [{ reading: demo.from, option: a, cite: [c.base] }] }",
    );
    const span = ask(FACTS, excluding)!;
    expect(told(span)![1]).toEqual(["起缴年月", ["2025-06", "from b"], ["2025-12", "from b", "long b"], ["long c"]]);
    expect(
      span.excluded.map(({ options, citations }) => [options.map(({ title }) => title), citations.map(({ id }) => id)]),
    ).toEqual([[["FA", "LB"], ["c.base"]]]);
    // the other way round as well
    const mirrored = READINGS.replace(
      "{ id: a, title: FA }",
      "{ id: a, title: FA, excludes: [{ reading: demo.long, option: b, cite: [c.base] }] }",
    );
    expect(told(ask(FACTS, mirrored))).toEqual(told(span));
    // what the office has chosen stands, whatever is said of it
    expect(told(ask(FACTS, excluding, { "demo.long": "b" }))![1]![2]).toEqual(["2026-01"]);
  });

  it("say where other answers would be needed", () => {
    const span = ask({ ...FACTS, wage: "" })!;
    expect(span.open.map((choices) => choices.map(({ question, option }) => `${question} ${option}`))).toEqual([["asks b"]]);
    expect(told(span)).toEqual(told(ask()));
    expect(ask()!.open).toEqual([]);
  });

  it("are told only where something moves and a decision stands", () => {
    const settled = READINGS.replace("{ id: b, title: FB }", "{ id: b, title: FA }").replace(
      "{ id: b, title: LB }, { id: c, title: LC }",
      "{ id: b, title: LA }",
    );
    expect(ask(FACTS, settled)).toBeNull();
    expect(ask({ ...FACTS, born: "x" })).toBeNull();
    const pack = demoPack(source(READINGS), [moving(), adviceFormula]);
    expect(spanOf(pack, pack.matters.get("demo.fee")!, FACTS, "2025-02-30")).toBeNull();
    // a matter without dates is not even asked
    expect(spanOf(pack, pack.matters.get("demo.advice")!, { local: true, reason: "lost" }, "2025-07-15")).toBeNull();
  });

  it("are found by binding the matter once for each way of reading, and only for readings that a day can rest on", () => {
    let bound = 0;
    const pack = demoPack(source(READINGS), [moving(() => bound++), adviceFormula]);
    const before = bound;
    const run = (): ReadingSpan | null => spanOf(pack, pack.matters.get("demo.fee")!, FACTS, "2025-07-15");
    run();
    // 2 × 3 × 2 ways, one of them the office's; rounding moves only an amount
    expect(bound - before).toBe(11);
    run();
    expect(bound - before).toBe(11);
  });

  it("of very many ways are those that move a day by themselves, which is said", () => {
    const names = Array.from({ length: 6 }, (_, at) => `more${at}`);
    const many = names.map((name) => written(name, "{ id: a, title: A }, { id: b, title: B }")).join("");
    const wide = moving(undefined, names);
    const pack = demoPack(source(READINGS + many, {}, names), [wide, adviceFormula]);
    const span = spanOf(pack, pack.matters.get("demo.fee")!, FACTS, "2025-07-15")!;
    expect(told(span)).toEqual(told(ask()));
    expect([span.complete, ask()!.complete]).toEqual([false, true]);
  });
});

describe("an exclusion stops a pack from loading", () => {
  const excluding = (what: string): string =>
    READINGS.replace("{ id: b, title: LB }", `{ id: b, title: LB, excludes: [{ ${what}, cite: [c.base] }] }`);
  it.each([
    ["of a reading nobody wrote", "reading: demo.none, option: a", 'no other reading "demo.none" has an option "a"'],
    ["of an option that the reading has not", "reading: demo.from, option: x", 'no other reading "demo.from" has an option "x"'],
    ["of the reading itself", "reading: demo.long, option: a", 'no other reading "demo.long" has an option "a"'],
  ])("%s", (_what, what, message) => {
    expect(problemsOf(source(excluding(what)), [moving(), adviceFormula])).toEqual([
      `demo/readings.yaml:4 reading demo.long: ${message}`,
    ]);
  });

  it("by a clause nobody wrote", () => {
    const cited = excluding("reading: demo.from, option: a").replace("cite: [c.base] }] }", "cite: [c.none] }] }");
    expect(problemsOf(source(cited), [moving(), adviceFormula])).toEqual([
      'demo/readings.yaml:4 no clause "c.none" in any sources.yaml',
    ]);
  });
});
