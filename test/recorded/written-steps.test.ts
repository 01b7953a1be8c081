/**
 * A decision's steps are put together as text. Here each is made as an object from its node, in the plainest way, for every case that
 * is recorded; what surrounds the steps is compared with the record.
 */
import { describe, expect, it } from "vitest";
import { parseDate } from "../../src-shared/domain/calendar.ts";
import type { Decision, Step } from "../../src-shared/domain/decision.ts";
import { check, decideForm, decisionJson, isComplete } from "../../src-main/rules/engine/consult.ts";
import { asOfDate } from "../../src-main/rules/engine/facts/facts.ts";
import { sentenceOf, type Node } from "../../src-main/rules/engine/node.ts";
import { displayNode } from "../../src-main/rules/engine/write-down.ts";
import { matterOf } from "../../src-main/rules/index.ts";
import { packOf } from "./answer.ts";
import { MATTERS, written } from "./ask.ts";
import { readRecord } from "./record-file.ts";

function sentence(node: Node, tell: (input: Node) => string): string {
  const { unit } = node.definition;
  const told = node.inputs.filter(({ definition }) => definition.kind !== "reading");
  return sentenceOf(node).replace(/\{([A-Za-z0-9.+,-]+)\}/g, (place, key: string) => {
    if (key === ",") return told.map(tell).join("、");
    if (key === "+")
      return told
        .filter(({ definition }) => definition.unit === unit)
        .map(tell)
        .join(" + ");
    const input = node.inputs[Number(key)];
    return input === undefined ? place : tell(input);
  });
}

function plainStep(node: Node, inputs: readonly number[]): Step {
  const { key, title, kind, unit, citations, rule, figure, row } = node.definition;
  const display = displayNode(node);
  const shown = sentence(node, displayNode);
  const step: Step = {
    key,
    title,
    kind: node.operation.rounds ? "rounding" : kind,
    value: node.value,
    divisor: node.divisor,
    unit,
    display,
    formula: sentence(node, ({ definition }) => definition.title),
    filled: shown === "" || shown === display ? "" : `${shown} = ${display}`,
    inputs,
    citations,
    rule,
    figure,
  };
  return row === undefined ? step : { ...step, row };
}

let seen = 0;

describe("a decision as text", () => {
  it.each(MATTERS)("%s: has each step as its node says", (id) => {
    const random = (readRecord(id)?.cases ?? []).filter(({ name }) => name.startsWith("random "));
    for (const { office, facts, asOf: day } of [...written(id), ...random]) {
      const pack = packOf(id, office);
      const matter = matterOf(pack, id);
      const asOf = asOfDate(parseDate(day)!);
      const form = check(matter, facts, asOf);
      if (!isComplete(form)) continue;
      const text = decisionJson(pack, matter, form, asOf);
      const decision = JSON.parse(text) as Decision;
      expect(text).toBe(JSON.stringify(decision));
      const expected: Step[] = [...decision.steps];
      const walked = new Map<Node, number>();
      const walk = (node: Node, step: number): void => {
        expect(walked.get(node) ?? step).toBe(step);
        if (walked.has(node)) return;
        walked.set(node, step);
        const { inputs } = decision.steps[step]!;
        expected[step] = plainStep(node, inputs);
        expect(inputs).toHaveLength(node.inputs.length);
        for (const [i, input] of node.inputs.entries()) walk(input, inputs[i]!);
      };
      const { amounts, conditions } = decideForm(matter, form, asOf);
      for (const [i, { node }] of amounts.entries()) walk(node, decision.amounts[i]!.step);
      for (const [i, { node }] of conditions.entries()) if (node !== null) walk(node, decision.conditions[i]!.step!);
      expect(decision.steps).toEqual(expected);
      seen += walked.size;
    }
  });

  it("was seen in many steps", () => {
    expect(seen).toBeGreaterThan(50_000);
  });
});
