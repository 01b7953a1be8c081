/** Readings: the default, the office's choice, and a choice that is none. */
import { describe, expect, it } from "vitest";
import { compileReadings, readingsSchema } from "../../../../src-main/rules/engine/pack/readings.ts";
import { TOLD } from "../../../../src-main/rules/engine/node.ts";
import { readPolicyFile } from "../../../../src-main/rules/engine/pack/policy-file.ts";
import { UnboundName } from "../../../../src-main/rules/engine/pack/unbound-name.ts";

const TEXT = `readings:
  - id: demo.rounding
    rule: XX-02
    question: Round early or late
    default: late
    options: [{ id: early, title: Early }, { id: late, title: Late }, { id: never, title: Never }]
    cite: [c.answer]
`;

function compile(choices: Record<string, string> = {}, text = TEXT) {
  const problems: string[] = [];
  const report = ({ file, line, message }: { file: string; line: number; message: string }) =>
    problems.push(`${file}:${line} ${message}`);
  const file = readPolicyFile("demo/readings.yaml", text, readingsSchema, report)!;
  return { reading: compileReadings(file, choices, report)[0]!, problems };
}

describe("a reading", () => {
  it("is a leaf that names its question and its options", () => {
    const { reading, problems } = compile();
    expect(problems).toEqual([]);
    expect(reading).toMatchObject({
      id: "demo.rounding",
      rule: "XX-02",
      question: "Round early or late",
      defaultOption: "late",
      chosen: "late",
      citations: ["c.answer"],
    });
    expect(reading.node).toEqual({
      definition: {
        key: "demo.rounding",
        title: "Round early or late",
        kind: "reading",
        unit: "choice",
        formula: "",
        rule: "XX-02",
        citations: ["c.answer"],
        figure: null,
        labels: ["Early", "Late", "Never"],
        reading: "demo.rounding",
      },
      value: 1,
      divisor: 1,
      inputs: [],
      operation: TOLD,
    });
  });

  it("follows the office", () => {
    const { reading, problems } = compile({ "demo.rounding": "early", "demo.other": "x" });
    expect(problems).toEqual([]);
    expect([reading.chosen, reading.node.value, reading.is("early"), reading.is("late")]).toEqual(["early", 0, true, false]);
    expect(reading.defaultOption).toBe("late");
  });

  it("refuses a question for an option that it does not have", () => {
    const { reading } = compile();
    expect([reading.is("late"), reading.is("never")]).toEqual([true, false]);
    expect(() => reading.is("sometimes")).toThrow(new UnboundName('reading demo.rounding has no option "sometimes"'));
  });

  it("is reported when the office chose what it does not offer, and keeps its default", () => {
    const { reading, problems } = compile({ "demo.rounding": "sometimes" });
    expect(problems).toEqual([
      `demo/readings.yaml:2 reading demo.rounding: the office's choice "sometimes" is none of its options`,
    ]);
    expect(reading.chosen).toBe("late");
  });

  it("is reported when its default is none of its options", () => {
    expect(compile({}, TEXT.replace("default: late", "default: later")).problems).toEqual([
      `demo/readings.yaml:2 reading demo.rounding: its default "later" is none of its options`,
    ]);
  });
});
