import { describe, expect, it } from "vitest";
import { natureOf } from "../../../src-shared/domain/decision.ts";
import { actual, evaluateGolden, explanationFaults, packFor } from "../golden.ts";
import { DALIAN_CASES } from "./all.cases.ts";

describe.each(DALIAN_CASES)("%s, worked out by hand", (matter, cases) => {
  it.each(cases.map((golden) => [`${golden.rule} ${golden.title}`, golden] as const))("%s", (_title, golden) => {
    const evaluation = evaluateGolden(matter, golden);
    const decided = !golden.expected.errors && !golden.expected.unanswered;
    const expected = decided ? { ...golden.expected, errors: [], unanswered: [] } : golden.expected;
    expect(actual(evaluation, expected)).toEqual(expected);
  });

  it("explains every decision down to facts, figures, tables and readings, each with its clause; names place and time limit", () => {
    const faults = cases.flatMap((golden) => {
      const { decision } = evaluateGolden(matter, golden);
      if (!decision) return [];
      const found = explanationFaults(decision);
      const isTold = natureOf(decision) === "estimate" || natureOf(decision) === "lookup";
      if (!isTold && (decision.place === "" || decision.timeLimit === "")) found.push("no place or time limit");
      return found.map((fault) => `${golden.title}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it("has no case twice", () => {
    expect(new Set(cases.map((golden) => golden.title)).size).toBe(cases.length);
  });
});

describe("Dalian as a whole", () => {
  it("has golden cases for every matter", () => {
    expect(DALIAN_CASES.map(([matter]) => matter).sort()).toEqual([...packFor("dalian").matters.keys()].sort());
  });

  it("decides, refuses, waits and guides in them, and misses figures", () => {
    const outcomes = new Set(
      DALIAN_CASES.flatMap(([matter, cases]) =>
        cases.flatMap((golden) => evaluateGolden(matter, golden).decision?.outcome ?? []),
      ),
    );
    expect([...outcomes].sort()).toEqual(["figure-missing", "granted", "guidance", "not-yet", "refused"]);
  });
});
