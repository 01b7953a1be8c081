import { describe, expect, it } from "vitest";
import { actual, evaluateGolden, explanationFaults } from "../golden.ts";
import { RETIREMENT_CASES } from "./retirement.cases.ts";

const MATTER = "dalian.retirement";

describe("Dalian retirement, worked out by hand", () => {
  it.each(RETIREMENT_CASES.map((golden) => [`${golden.rule} ${golden.title}`, golden] as const))("%s", (_title, golden) => {
    const evaluation = evaluateGolden(MATTER, golden);
    const decided = !golden.expected.errors && !golden.expected.unanswered;
    const expected = decided ? { ...golden.expected, errors: [], unanswered: [] } : golden.expected;
    expect(actual(evaluation, expected)).toEqual(expected);
  });

  it("explains every decision down to facts, figures, tables and readings, each with its clause", () => {
    const faults = RETIREMENT_CASES.flatMap((golden) => {
      const { decision } = evaluateGolden(MATTER, golden);
      return decision ? explanationFaults(decision).map((fault) => `${golden.title}: ${fault}`) : [];
    });
    expect(faults).toEqual([]);
  });

  it("covers at least forty cases and both ways in", () => {
    expect(RETIREMENT_CASES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(RETIREMENT_CASES.map((golden) => golden.title)).size).toBe(RETIREMENT_CASES.length);
  });
});
