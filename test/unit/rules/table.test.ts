import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integerDomain, choiceDomain, FLAG_DOMAIN, monthDomain } from "../../../src-main/rules/engine/domain.ts";
import { readPolicyFile } from "../../../src-main/rules/engine/policy-file.ts";
import type { PolicyProblem } from "../../../src-main/rules/engine/problems.ts";
import { compileTable, tableSchema, type DecisionTable } from "../../../src-main/rules/engine/table.ts";
import { parseUnaryTest } from "../../../src-main/rules/engine/unary-test.ts";

/** A waiting-period table: gap in months, months continuous, assisted or not. */
const table = (rows: readonly string[]): string => `
id: test.waiting
title: Waiting period
rule: TL-08
hit: unique
inputs:
  - { id: gap, title: gap, domain: { integers: [0, 600] } }
  - { id: continuous, title: continuous, domain: { integers: [0, 600] } }
  - { id: assisted, title: assisted, domain: { flag: true } }
outputs:
  - { id: wait, title: wait, unit: count }
rows:
${rows.map((row) => `  - ${row}`).join("\n")}
`;

function compile(text: string): { table?: DecisionTable; problems: PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  const report = (problem: PolicyProblem) => problems.push(problem);
  const file = readPolicyFile("test/waiting.yaml", text, tableSchema, report);
  const compiled = file && compileTable(file, report);
  return compiled ? { table: compiled, problems } : { problems };
}

const SOUND = [
  `{ when: ["-", "-", "true"], then: [0], cite: [c] }`,
  `{ when: ["<= 3", ">= 24", "false"], then: [0], cite: [c] }`,
  `{ when: ["> 3", ">= 24", "false"], then: [30], cite: [c] }`,
  `{ when: ["-", "< 24", "false"], then: [90], cite: [c] }`,
];

describe("decision tables", () => {
  it("accepts a complete table and counts the cells it proved", () => {
    const { table: sound, problems } = compile(table(SOUND));
    expect(problems).toEqual([]);
    expect(sound!.cellsProved).toBe(8); // gap {0–3, 4–600} × continuous {0–23, 24–600} × assisted {false, true}
  });

  it("names a concrete person for whom there is no row, with file and line", () => {
    const { problems } = compile(table(SOUND.slice(0, 3)));
    expect(problems).toEqual([
      {
        file: "test/waiting.yaml",
        line: 12,
        message: "table test.waiting: gap: no row for gap (gap) = 0, continuous (continuous) = 0, assisted (assisted) = false",
      },
      {
        file: "test/waiting.yaml",
        line: 12,
        message: "table test.waiting: gap: no row for gap (gap) = 4, continuous (continuous) = 0, assisted (assisted) = false",
      },
    ]);
  });

  it("names a concrete person for whom two rows match, and both rows", () => {
    const rows = [...SOUND];
    rows[1] = rows[1]!.replace("<= 3", "<= 4");
    const { problems } = compile(table(rows));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toEqual({
      file: "test/waiting.yaml",
      line: 15, // the later of the two rows
      message:
        "table test.waiting: overlap: rows 2 and 3 both match gap (gap) = 4, continuous (continuous) = 24, assisted (assisted) = false",
    });
  });

  it.each([
    ["a condition that is none", SOUND[0]!.replace(`"true"`, `"maybe"`), /"maybe" is no value of this input; expected/],
    ["a missing condition", `{ when: ["-", "-"], then: [0], cite: [c] }`, /expected 3 conditions, found 2/],
    ["an output that is no number", SOUND[0]!.replace("[0]", `["soon"]`), /"soon" is no value of output wait \(count\)/],
    ["a row without citation", SOUND[0]!.replace("cite: [c]", "cite: []"), /every row carries a citation/],
    ["a condition outside the domain", SOUND[1]!.replace("<= 3", "> 600"), /outside the input's domain 0\.\.600/],
  ])("refuses %s", (_what, row, message) => {
    const { table: broken, problems } = compile(table([row, ...SOUND.slice(1)]));
    expect(broken).toBeUndefined();
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
    expect(problems.every((problem) => problem.line > 0)).toBe(true);
  });

  it("looks up what the rows say, for any person", () => {
    const sound = compile(table(SOUND)).table!;
    const wait = sound.output("wait");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 600 }),
        fc.boolean(),
        (gap, continuous, assisted) => {
          const expected = assisted ? 0 : continuous < 24 ? 90 : gap <= 3 ? 0 : 30;
          expect(sound.value(sound.row([gap, continuous, assisted ? 1 : 0]), wait)).toBe(expected);
        },
      ),
    );
  });

  it("an unknown output is refused when the formula is bound", () => {
    expect(() => compile(table(SOUND)).table!.output("weight")).toThrow(/no output "weight"/);
  });
});

describe("unary tests", () => {
  const gap = integerDomain(0, 60);
  it.each([
    ["-", [[0, 60]]],
    ["<= 3", [[0, 3]]],
    ["< 3", [[0, 2]]],
    ["> 3", [[4, 60]]],
    [">= 3", [[3, 60]]],
    ["5", [[5, 5]]],
    ["[18..60)", [[18, 59]]],
    ["(18..60]", [[19, 60]]],
    [
      "1, 5, [7..9]",
      [
        [1, 1],
        [5, 5],
        [7, 9],
      ],
    ],
    [
      "not(5)",
      [
        [0, 4],
        [6, 60],
      ],
    ],
    ["not(0, 60)", [[1, 59]]],
  ] as const)("%s", (test, intervals) => {
    expect(parseUnaryTest(test, gap)).toEqual(intervals);
  });

  it("reads choices, flags and months", () => {
    expect(parseUnaryTest(`"b","c"`, choiceDomain(["a", "b", "c"]))).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(parseUnaryTest("false", FLAG_DOMAIN)).toEqual([[0, 0]]);
    expect(parseUnaryTest(">= 1965-01", monthDomain(23_000, 24_000))).toEqual([[23_580, 24_000]]);
  });

  it.each(["<= x", "[5..", "3 months", ""])("refuses %j", (test) => {
    expect(parseUnaryTest(test, gap)).toMatch(/expected/);
  });
});
