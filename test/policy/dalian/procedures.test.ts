import { describe, expect, it } from "vitest";
import type { FactInput } from "../../../src-shared/domain/facts.ts";
import { consult, matterOf } from "../../../src-main/rules/index.ts";
import { evaluateGolden, explanationFaults, packFor, type GoldenCase } from "../golden.ts";
import { PROCEDURE_CASES, type MatterCase } from "./procedures.cases.ts";
import { RESIGNATION_CASES } from "./resignation.cases.ts";

const CASES: readonly MatterCase[] = [
  ...PROCEDURE_CASES,
  ...RESIGNATION_CASES.map((golden: GoldenCase) => ({ ...golden, matter: "dalian.resignation" })),
];

describe("Dalian procedures", () => {
  it("name a remedy for every failed condition", () => {
    const without = CASES.flatMap((golden) => {
      const conditions = evaluateGolden(golden.matter, golden).decision?.conditions ?? [];
      return conditions
        .filter((condition) => condition.met !== (condition.remedies.length === 0))
        .map((condition) => `${golden.title}: ${condition.id}`);
    });
    expect(without).toEqual([]);
  });
});

/** Matters whose questions are all choices and flags have few enough answers to try every one. */
describe("Dalian checklists, every answer there is", () => {
  const READINGS = [{}, { "dalian.unnamed-form": "copy", "dalian.transfer-out-public-status": "not-required" }] as const;

  function* everyAnswer(facts: readonly { id: string; values: readonly FactInput[] }[]): Generator<Record<string, FactInput>> {
    const [head, ...rest] = facts;
    if (!head) return yield {};
    for (const others of everyAnswer(rest)) for (const value of head.values) yield { [head.id]: value, ...others };
  }

  it.each([
    ["dalian.transfer-out", 72],
    ["dalian.transfer-in", 8],
    ["dalian.death", 9],
    ["dalian.move", 9],
    ["dalian.e-credential", 3],
  ] as const)("%s: %d answers are decided and explained", (matter, count) => {
    for (const readings of READINGS) {
      const pack = packFor("dalian", [], readings);
      const facts = matterOf(pack, matter).facts.map(({ id, type, options }) => ({
        id,
        values: type === "flag" ? [true, false] : options.map((option) => option.value),
      }));
      let tried = 0;
      for (const answers of everyAnswer(facts)) {
        tried++;
        const { decision, errors, unanswered } = consult(pack, matter, answers, "2025-07-15");
        expect([errors, unanswered]).toEqual([[], []]);
        expect(explanationFaults(decision!)).toEqual([]);
        const failed = decision!.conditions.filter((condition) => !condition.met);
        expect(["refused", "not-yet"].includes(decision!.outcome)).toBe(failed.length > 0);
        expect(failed.every((condition) => condition.remedies.length === 1)).toBe(true);
        expect(new Set(decision!.materials.map((material) => material.title + material.form)).size).toBe(
          decision!.materials.length,
        );
        expect(decision!.place).not.toBe("");
      }
      expect(tried).toBe(count);
    }
  });
});
