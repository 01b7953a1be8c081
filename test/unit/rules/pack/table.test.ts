import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integerDomain, choiceDomain, FLAG_DOMAIN, monthDomain } from "../../../../src-main/rules/engine/table/domain.ts";
import { TOLD } from "../../../../src-main/rules/engine/node.ts";
import { readPolicyFile } from "../../../../src-main/rules/engine/pack/policy-file.ts";
import type { PolicyProblem } from "../../../../src-main/rules/engine/pack/problems.ts";
import { compileTable, tableSchema, type DecisionTable } from "../../../../src-main/rules/engine/table/table.ts";
import { parseUnaryTest } from "../../../../src-main/rules/engine/table/unary-test.ts";

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
    const { wait } = sound.out as { wait: number };
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

  const CHOICES = table(
    SOUND.map((row) => row.replace("[0]", "[none]").replace("[30]", "[some]").replace("[90]", "[some]")),
  ).replace(
    "unit: count }",
    "unit: choice, values: [{ value: none, title: No wait }, { value: some, title: A wait }] }\n  - { id: days, title: days, unit: months }",
  );
  const withDays = (text: string): string =>
    text.replaceAll("then: [none]", "then: [none, 0]").replaceAll("then: [some]", "then: [some, 1]");

  it("has outputs of several units, a choice by the names of its values", () => {
    const { table: sound, problems } = compile(withDays(CHOICES));
    expect(problems).toEqual([]);
    const { wait, days } = sound!.out as { wait: number; days: number };
    expect([wait, days, sound!.is]).toEqual([0, 1, { wait: { none: 0, some: 1 }, days: {} }]);
    const row = sound!.row([4, 24, 0]);
    expect([row, sound!.value(row, wait), sound!.value(row, days)]).toEqual([2, 1, 1]);
    expect(sound!.node(row, wait, [])).toEqual({
      definition: {
        key: "test.waiting.wait",
        title: "wait",
        kind: "table",
        unit: "choice",
        formula: "",
        rule: "TL-08",
        citations: ["c"],
        figure: null,
        labels: ["No wait", "A wait"],
        reading: null,
        row: { table: "test.waiting", index: 2 },
      },
      value: 1,
      divisor: 1,
      inputs: [],
      operation: TOLD,
    });
    expect(sound!.node(0, days, [sound!.node(1, days, [])])).toMatchObject({
      definition: { key: "test.waiting.days", labels: [], row: { index: 0 } },
      inputs: [{ definition: { row: { index: 1 } } }],
    });
    expect([sound!.id, sound!.title, sound!.rule, sound!.rows[2]]).toEqual([
      "test.waiting",
      "Waiting period",
      "TL-08",
      { when: ["> 3", ">= 24", "false"], then: ["some", "1"], citations: ["c"] },
    ]);
  });

  it("refuses a value that its choice does not name, and too few outputs, on the line of the row", () => {
    expect(compile(withDays(CHOICES.replace("[none]", "[nothing, 0]"))).problems).toEqual([
      { file: "test/waiting.yaml", line: 14, message: 'table test.waiting: "nothing" is no value of output wait (choice)' },
    ]);
    const few = compile(CHOICES.replaceAll("then: [none]", "then: [none, 0]"));
    expect(few.table).toBeUndefined();
    expect(few.problems).toEqual(
      [16, 17].map((line) => ({ file: "test/waiting.yaml", line, message: "table test.waiting: expected 2 outputs, found 1" })),
    );
    const many = compile(withDays(CHOICES.replace("[none]", "[none, 0, 0]")));
    expect(many.problems.map(({ message }) => message)).toEqual(["table test.waiting: expected 2 outputs, found 3"]);
  });

  it("names the line of a condition or an output that stands on its own", () => {
    const split = `{ when:\n    ["-", "-",\n     "maybe"], then:\n    [\n     soon], cite: [c] }`;
    expect(compile(table([split, ...SOUND.slice(1)])).problems.map(({ line }) => line)).toEqual([15, 17]);
    const counts = `{\n    when: ["-", "-"],\n    then: [0, 0], cite: [c] }`;
    expect(compile(table([counts, ...SOUND.slice(1)])).problems).toEqual([
      { file: "test/waiting.yaml", line: 14, message: "table test.waiting: expected 3 conditions, found 2" },
      { file: "test/waiting.yaml", line: 15, message: "table test.waiting: expected 1 outputs, found 2" },
    ]);
  });

  it("looks up one input, two or more, and holds values beyond a domain at its end", () => {
    const oneInput = (rows: string): string =>
      `id: t\ntitle: T\nrule: TL-08\nhit: unique\ninputs: [{ id: a, title: a, domain: { integers: [1, 9] } }]\noutputs: [{ id: o, title: o, unit: percent }]\nrows:\n${rows}`;
    const { table: one } = compile(
      oneInput(`  - { when: ["< 5"], then: [5.8], cite: [c] }\n  - { when: [">= 5"], then: [100], cite: [c] }\n`),
    );
    expect([0, 1, 4, 5, 9, 10].map((value) => one!.row1(value))).toEqual([0, 0, 0, 1, 1, 1]);
    expect(one!.node(0, 0, [])).toMatchObject({ value: 29, divisor: 500 });
    const { table: two } = compile(`id: t
title: T
rule: TL-08
hit: unique
inputs:
  - { id: a, title: a, domain: { values: [x, y, z], titles: { x: The x } } }
  - { id: b, title: b, domain: { months: ["2020-01", "2020-12"] } }
outputs: [{ id: o, title: o, unit: count }]
rows:
  - { when: [x, "-"], then: [1], cite: [c] }
  - { when: [not(x), "< 2020-07"], then: [2], cite: [c] }
  - { when: [y, ">= 2020-07"], then: [3], cite: [c] }
  - { when: [z, ">= 2020-07"], then: [4], cite: [c] }
`);
    const [june, july] = [2020 * 12 + 5, 2020 * 12 + 6];
    const asked = [
      [0, june, 1],
      [0, july, 1],
      [1, june, 2],
      [2, june, 2],
      [1, july, 3],
      [2, july, 4],
      [2, july + 99, 4],
    ] as const;
    for (const [a, b, expected] of asked) {
      expect(two!.value(two!.row2(a, b), 0)).toBe(expected);
      expect(two!.row([a, b])).toBe(two!.row2(a, b));
    }
    expect(two!.inputs.map(({ id, titles }) => [id, titles])).toEqual([
      ["a", { x: "The x" }],
      ["b", {}],
    ]);
  });

  it.each([
    ["integers in the wrong order", "{ integers: [600, 0] }"],
    ["months in the wrong order", `{ months: ["2020-02", "2020-01"] }`],
    ["a first month that is none", `{ months: ["2020-13", "2021-01"] }`],
    ["a last month that is none", `{ months: ["2020-01", "2021-1"] }`],
  ])("refuses a domain of %s", (_what, domain) => {
    const { table: broken, problems } = compile(
      table(SOUND).replace("domain: { integers: [0, 600] }", `\n      domain: ${domain}`),
    );
    expect(broken).toBeUndefined();
    expect(problems).toEqual([
      { file: "test/waiting.yaml", line: 8, message: "table test.waiting: expected two values in order" },
    ]);
  });

  it.each(["{ integers: [5, 5] }", `{ months: ["2020-01", "2020-01"] }`])("a domain may be of one value: %s", (domain) => {
    const rows = SOUND.map((row, r) => (r === 1 || r === 2 ? row.replace(/"[<>]=? 3"/, `"-"`) : row)).filter((_, r) => r !== 2);
    expect(compile(table(rows).replace("{ integers: [0, 600] }", domain)).problems).toEqual([]);
  });

  it("refuses a domain that is none, and says what one is", () => {
    expect(compile(table(SOUND).replace("{ integers: [0, 600] }", "{ numbers: [0, 600] }")).problems).toEqual([
      {
        file: "test/waiting.yaml",
        line: 7,
        message:
          "inputs[gap].domain: expected one of {values: […]}, {flag: true}, {integers: [low, high]}, {months: [first, last]}",
      },
    ]);
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
