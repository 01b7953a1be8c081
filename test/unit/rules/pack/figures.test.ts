/** Dated figures: in force from the first to the last day, never on two values, never the nearest one. */
import { describe, expect, it } from "vitest";
import { compileFigures, figuresSchema, type Figure } from "../../../../src-main/rules/engine/pack/figures.ts";
import { officeFigureFaults } from "../../../../src-main/rules/engine/pack/pack.ts";
import type { PolicyProblem } from "../../../../src-main/rules/engine/pack/problems.ts";
import { checkSeries } from "../../../../src-main/rules/authoring/series.ts";
import { PolicyFiles } from "../../../../src-main/rules/engine/pack/policy-files.ts";
import { readPolicyFile } from "../../../../src-main/rules/engine/pack/policy-file.ts";

const HEAD = `figures:
  - id: demo.base
    title: Base
    unit: yuan/month
    rule: XX-01
    published: Bureau
    values:
`;
/** Line of the first value; each stands on seven lines. */
const FIRST = 8;
const LINES = 7;

const value = (from: string, to: string | null, amount: string): string => `      - document: D
        from: ${from}
${to === null ? "        # open" : `        to: ${to}`}
        value: ${amount}
        grade: A
        checked: 2026-11-01
        cite: [c.base]
`;

function compile(...values: readonly string[]): { figure: Figure; problems: string[] } {
  const problems: string[] = [];
  const report = ({ file, line, message }: PolicyProblem) => problems.push(`${file}:${line} ${message}`);
  const file = readPolicyFile("demo/figures/base.yaml", HEAD + values.join(""), figuresSchema, report)!;
  return { figure: compileFigures(file, report)[0]!, problems };
}

const base = () =>
  compile(
    value("2026-01-01", "2026-06-30", "5100"),
    value("2024-01-01", "2024-12-31", "4900"),
    value("2026-07-01", null, "5200.5"),
    value("2025-01-01", "2025-12-31", "null"),
  );

describe("a figure", () => {
  it.each([
    [2023_12_31, undefined],
    [2024_01_01, 490_000],
    [2024_12_31, 490_000],
    // a gap and a year that nobody has: nothing, not the year beside it
    [2025_01_01, undefined],
    [2025_12_31, undefined],
    [2026_01_01, 510_000],
    [2026_06_30, 510_000],
    [2026_07_01, 520_050],
    [9999_12_31, 520_050],
  ])("on %d", (date, fen) => {
    const { figure, problems } = base();
    expect(problems).toEqual([]);
    expect(figure.at(date)?.value).toBe(fen);
  });

  it("has its values in the order of time", () => {
    expect(base().figure.values.map(({ used, text }) => [used.from, used.to, text])).toEqual([
      ["2024-01-01", "2024-12-31", "4900"],
      ["2025-01-01", "2025-12-31", null],
      ["2026-01-01", "2026-06-30", "5100"],
      ["2026-07-01", null, "5200.5"],
    ]);
  });

  it("is a leaf that carries its document", () => {
    const { figure } = base();
    const node = figure.at(2026_08_01)!;
    expect(node.definition).toEqual({
      key: "demo.base",
      title: "Base",
      kind: "figure",
      unit: "yuan/month",
      formula: "",
      rule: "XX-01",
      citations: ["c.base"],
      figure: {
        id: "demo.base",
        title: "Base",
        from: "2026-07-01",
        to: null,
        document: "D",
        grade: "A",
        checked: "2026-11-01",
        note: "",
      },
      labels: [],
      reading: null,
    });
    expect([node.value, node.divisor, node.inputs]).toEqual([520_050, 1, []]);
    expect([figure.id, figure.title, figure.unit, figure.rule, figure.published]).toEqual([
      "demo.base",
      "Base",
      "yuan/month",
      "XX-01",
      "Bureau",
    ]);
  });

  it.each([
    [2023_01_01, 2023_12_31, null],
    [2023_01_01, 2024_01_01, "2024-01-01"],
    [2024_12_31, 2025_06_30, "2024-01-01"],
    // nobody has 2025, so the office may enter it
    [2025_01_01, 2025_12_31, null],
    [2025_01_01, 2026_01_01, "2026-01-01"],
    [2026_06_30, 2026_06_30, "2026-01-01"],
    [2030_01_01, 2030_12_31, "2026-07-01"],
  ])("from %d to %d overlaps the value of %s", (from, to, other) => {
    expect(base().figure.overlapping(from, to)?.used.from ?? null).toBe(other);
  });

  it("with a value of the office is another figure, and the first stays as it was", () => {
    const { figure } = base();
    const entered = figure.with({
      from: 2025_01_01,
      to: 2025_12_31,
      value: "5000",
      document: "Notice 1",
      note: "by telephone",
      enteredOn: 2025_02_03,
      citation: "office.demo",
    });
    expect(figure.at(2025_05_05)).toBeNull();
    expect(entered.at(2025_05_05)).toMatchObject({
      value: 500_000,
      definition: {
        citations: ["office.demo"],
        figure: { grade: "office", document: "Notice 1", note: "by telephone", checked: "2025-02-03", to: "2025-12-31" },
      },
    });
    expect(entered.at(2026_01_01)?.value).toBe(510_000);
    expect([entered.id, entered.unit, entered.rule, entered.published]).toEqual(["demo.base", "yuan/month", "XX-01", "Bureau"]);
  });
});

describe("a figure is refused", () => {
  it("when a value ends before it begins, but not when it holds for one day", () => {
    expect(compile(value("2025-01-02", "2025-01-01", "1")).problems).toEqual([
      `demo/figures/base.yaml:${FIRST + 2} figure demo.base: the validity ends before it begins`,
    ]);
    const { figure, problems } = compile(value("2025-01-01", "2025-01-01", "1"));
    expect(problems).toEqual([]);
    expect([figure.at(2025_01_01)?.value, figure.at(2025_01_02)]).toEqual([100, null]);
  });

  it.each([
    ["the last day of the one before", "2025-01-01", "2025-12-31", "2025-12-31", "2026-12-31", "2025-01-01..2025-12-31"],
    ["the first day of the one behind", "2025-06-01", "2025-12-31", "2025-01-01", "2025-06-01", "2025-06-01..2025-12-31"],
    ["days of an open one", "2025-01-01", null, "2030-01-01", "2030-12-31", "2025-01-01..open"],
  ])("when it shares %s", (_what, from, to, secondFrom, secondTo, range) => {
    const line = FIRST + LINES + 1;
    expect(compile(value(from, to, "1"), value(secondFrom, secondTo, "1")).problems).toEqual([
      `demo/figures/base.yaml:${line} figure demo.base: validity overlaps ${range} (value 1); two values of one figure may not be in force on one day`,
    ]);
  });

  it("unless they follow one another", () => {
    expect(compile(value("2025-06-01", "2025-12-31", "1"), value("2025-01-01", "2025-05-31", "1")).problems).toEqual([]);
    expect(compile(value("2025-01-01", "2025-05-31", "1"), value("2025-06-01", null, "1")).problems).toEqual([]);
  });

  it("when its value is none of its unit", () => {
    expect(compile(value("2025-01-01", null, "5.8 %")).problems).toEqual([
      `demo/figures/base.yaml:${FIRST + 3} figure demo.base: "5.8 %" is no yuan/month`,
    ]);
  });
});

describe("an author is told", () => {
  function of(values: readonly string[], head = HEAD): string[] {
    const said: string[] = [];
    const report = ({ file, line, message }: PolicyProblem) => said.push(`${file}:${line} ${message}`);
    const read = new PolicyFiles();
    read.read("demo/figures/base.yaml", head + values.join(""), report);
    checkSeries(read, report);
    return said;
  }
  const declare = "what nobody has is a row with `value: null`";
  const FIGURE = "demo/figures/base.yaml:2 figure demo.base:";

  it("of days between two values that nobody says anything of", () => {
    expect(of([value("2026-01-01", null, "2"), value("2024-01-01", "2024-12-31", "1")])).toEqual([
      `${FIGURE} no value from 2025-01-01 to 2025-12-31; ${declare}`,
    ]);
    expect(of([value("2025-01-01", "2025-12-31", "null"), value("2026-01-01", null, "1")])).toEqual([]);
  });

  it("of values that end, unless nobody has the next one or there will be none", () => {
    const last = value("2025-01-01", "2025-12-31", "1");
    expect(of([last])).toEqual([
      `${FIGURE} its values end on 2025-12-31; ${declare}, and \`ended: true\` says that there will be none`,
    ]);
    expect(of([last, value("2026-01-01", null, "null")])).toEqual([]);
    const ended = HEAD.replace("    values:", "    ended: true\n    values:");
    expect(of([last], ended)).toEqual([]);
    expect(of([value("2025-01-01", null, "1")], ended)).toEqual([`${FIGURE} it is \`ended\`, and its last value is open`]);
  });
});

describe("a figure that the office enters", () => {
  const figures = () =>
    new Map([["demo.base", compile(value("2025-01-01", "2025-12-31", "5000"), value("2027-01-01", null, "6000")).figure]]);
  const sound = {
    figure: "demo.base",
    from: "2026-01-01",
    to: "2026-12-31",
    value: "5500",
    document: "D",
    note: "",
    enteredOn: "2026-01-05",
  };

  it.each([
    [{}, []],
    [{ from: "2026-12-31" }, []],
    [{ value: " 0.01 " }, []],
    [{ figure: "demo.other" }, [{ field: "figure" }]],
    [{ from: "2026" }, [{ field: "from" }]],
    [{ to: "2026" }, [{ field: "to" }]],
    [{ from: "2026", to: "2025" }, [{ field: "from" }, { field: "to" }]],
    [{ from: "2026-02-01", to: "2026-01-31" }, [{ field: "to" }]],
    [{ value: "0" }, [{ field: "value" }]],
    [{ value: "x" }, [{ field: "value" }]],
    [{ document: "  " }, [{ field: "document" }]],
    [{ from: "2025-12-31" }, [{ field: "overlap", from: "2025-01-01", to: "2025-12-31", document: "D" }]],
    [{ to: "2027-01-01" }, [{ field: "overlap", from: "2027-01-01", to: "", document: "D" }]],
    [
      { from: "x", to: "y", value: "", document: "" },
      [{ field: "from" }, { field: "to" }, { field: "value" }, { field: "document" }],
    ],
  ])("%j", (change, faults) => {
    expect(officeFigureFaults(figures(), { ...sound, ...change })).toEqual(faults);
  });
});
