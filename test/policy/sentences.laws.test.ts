/** What is shown is what was computed. Every step of every golden and recorded decision is reckoned once more. */
import { describe, expect, it } from "vitest";
import { parseDate } from "../../src-shared/domain/calendar.ts";
import { check, decideForm } from "../../src-main/rules/engine/consult.ts";
import { asOfDate } from "../../src-main/rules/engine/facts/facts.ts";
import { Node, TOLD, type DerivedStep } from "../../src-main/rules/engine/node.ts";
import * as operations from "../../src-main/rules/engine/operations.ts";
import type { Result } from "../../src-main/rules/engine/result.ts";
import { matterOf } from "../../src-main/rules/index.ts";
import { MATTERS } from "../recorded/ask.ts";
import { readRecord } from "../recorded/record-file.ts";
import { packFor } from "./golden.ts";
import { falseSentence } from "./sentences.ts";

function* rootsOf(result: Result): Iterable<Node> {
  const ways = [result, ...result.options];
  for (const { amounts, dates } of ways) {
    for (const { node, group, of } of amounts) yield* [node, group, of].filter((one) => one !== undefined);
    for (const { node } of dates) yield node;
  }
  for (const { node, remedies } of result.conditions) {
    yield* [node, ...remedies.map((remedy) => remedy.node)].filter((one) => one !== null);
  }
  yield* result.remarks;
}

function faultsOf(result: Result, faults: Set<string>): number {
  const seen = new Set<Node>();
  let reckoned = 0;
  const walk = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    node.inputs.forEach(walk);
    if (node.operation === TOLD) return;
    reckoned++;
    const fault = falseSentence(node);
    if (fault !== undefined) faults.add(fault);
  };
  for (const root of rootsOf(result)) walk(root);
  return reckoned;
}

describe("every step says what was reckoned", () => {
  it.each(MATTERS)("%s", (id) => {
    const faults = new Set<string>();
    for (const { asOf, facts, office } of readRecord(id)!.cases) {
      const matter = matterOf(packFor(id.split(".")[0]!, office.figures, office.readings), id);
      const date = parseDate(asOf);
      if (date === undefined) continue;
      const form = check(matter, facts, asOfDate(date));
      if (form.errors.length + form.unanswered.length === 0) faultsOf(decideForm(matter, form, asOfDate(date)), faults);
    }
    expect([...faults].slice(0, 10)).toEqual([]);
  });
});

describe("the law itself", () => {
  const named = (unit: DerivedStep["unit"]): DerivedStep => ({
    key: "step",
    title: "Step",
    kind: "formula",
    unit,
    formula: "",
    rule: "XX-01",
    citations: ["c"],
    figure: null,
    labels: [],
    reading: null,
  });
  const yuan = (value: number, divisor = 1): Node => new Node(named("yuan"), value, divisor, []);

  it("finds a value that is not what the sentence says", () => {
    const right = operations.product(named("yuan"), yuan(7), yuan(3, 50));
    expect(falseSentence(right)).toBeUndefined();
    const wrong = new Node(right.definition, 22, 50, right.inputs, right.operation);
    expect(falseSentence(wrong)).toBe("step: “{0} × {1}” of 7, 3 is not 22");
  });

  it("finds a step that is told and reckoned", () => {
    const both = operations.plus({ ...named("yuan"), formula: "{0} − {1}" as "" }, yuan(1), yuan(2));
    expect(falseSentence(both)).toMatch(/is told in words/);
  });
});
