/** What stops a pack from loading: every broken file is named with its line and what is expected. */
import { describe, expect, it } from "vitest";
import {
  checkOfficeFigure,
  consult,
  figureViews,
  loadPack,
  packHash,
  readPackSource,
  type OfficeFigure,
  type PackSource,
} from "../../../../src-main/rules/index.ts";
import { packFor } from "../../../policy/golden.ts";
import { POLICY_DIRECTORY } from "../../../packs.ts";

const source = readPackSource(POLICY_DIRECTORY, "dalian", { figures: [], readingChoices: {} });

function edited(file: string, from: string | RegExp, to: string): PackSource {
  const text = source.files[file]!;
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return { ...source, files: { ...source.files, [file]: changed } };
}

function problemsOf(broken: PackSource): string[] {
  const loaded = loadPack(broken);
  return "problems" in loaded ? loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`) : [];
}

const lineOf = (file: string, text: string): number =>
  source.files[file]!.slice(0, source.files[file]!.indexOf(text)).split("\n").length;

const BASE = "dalian/figures/base.yaml";
const MATTER = "dalian/matters/retirement.yaml";

describe("loading a pack", () => {
  it("loads the pack as shipped", () => {
    expect(problemsOf(source)).toEqual([]);
  });

  it("names file and line of YAML that is none", () => {
    const [problem] = problemsOf(edited(BASE, "{ from: 2021-07-01", "{ from: 2021-07-01, from: 2021-07-01"));
    expect(problem).toMatch(new RegExp(`^${BASE}:${lineOf(BASE, "from: 2021-07-01")} not valid YAML: Map keys must be unique`));
  });

  it("refuses two values of one figure in force on one day", () => {
    const [problem] = problemsOf(edited(BASE, "from: 2021-07-01", "from: 2021-06-30"));
    expect(problem).toBe(
      `${BASE}:${lineOf(BASE, "from: 2021-07-01")} figure dalian.assessed-base: validity overlaps 2020-07-01..2021-06-30 (value 1); two values of one figure may not be in force on one day`,
    );
  });

  it("refuses a date that does not exist and says what is expected", () => {
    const [problem] = problemsOf(edited(BASE, "from: 2021-07-01", "from: 2021-06-31"));
    expect(problem).toBe(
      `${BASE}:${lineOf(BASE, "from: 2021-07-01")} figures[dalian.assessed-base].values[#2].from: expected a real date as YYYY-MM-DD`,
    );
  });

  it.each([
    ["a value that is no money", BASE, "value: 6375", "value: 63x5", /figure dalian\.assessed-base: "63x5" is no yuan\/month/],
    ["a figure without citation", BASE, "cite: [base-2021.value]", "cite: []", /expected at least one citation/],
    [
      "a citation nobody wrote",
      BASE,
      "cite: [base-2021.value]",
      "cite: [base-1999.value]",
      /no clause "base-1999\.value" in any sources\.yaml/,
    ],
    [
      "a group of questions that is taken up again",
      MATTER,
      "group: 趸缴",
      "group: 缴费年限",
      /group "缴费年限" is taken up again/,
    ],
    [
      "a matter's step under the name of a shared one",
      MATTER,
      "id: localTotal",
      "id: monthlyPremium",
      /step "monthlyPremium" is already a shared step of the city/,
    ],
    ["a step without citation", MATTER, /(id: localTotal.*)cite: \[.*?\]/, "$1cite: []", /expected at least one citation/],
    [
      "a step the formula does not know",
      MATTER,
      "id: localTotal",
      "id: localeTotal",
      /the formula uses step "localTotal", which is not declared/,
    ],
    // of a checklist: what a formula leaves unused is told by test/layers/unused-words.test.ts
    [
      "an unused material",
      "dalian/matters/transfer-in.yaml",
      "materials:\n",
      "materials:\n  - { id: photo, title: 照片, form: copy, count: 1, need: must, because: 无, cite: [s0.4.1] }\n",
      /materials: "photo" is declared but the checklist never uses it/,
    ],
    [
      "a question the formula does not know",
      MATTER,
      "id: unitKind",
      "id: employerKind",
      /fact "employerKind" is "choice\?" here but absent in the formula/,
    ],
    [
      "a fact of another type",
      MATTER,
      "type: money\n    min: 1\n    when: [{ buysUp",
      "type: count\n    min: 1\n    when: [{ buysUp",
      /fact "retirementBase" is "count\?" here but "money\?" in the formula/,
    ],
    ["relevance on an unknown answer", MATTER, "kindMatters: true", "kindMaters: true", /"kindMaters" is neither an earlier/],
    [
      "relevance on an unknown option",
      MATTER,
      `when: [{ way: "pension-here" }]`,
      `when: [{ way: "elsewhere" }]`,
      /"elsewhere" is no value of this input/,
    ],
    [
      "a misspelt key",
      MATTER,
      "required: false",
      "requierd: false",
      /requierd: there is no key "requierd" here; is "required" meant\?/,
    ],
    [
      "a reading whose default is no option",
      "dalian/readings/retirement.yaml",
      "default: month-first",
      "default: day-first",
      /its default "day-first" is none of its options/,
    ],
    [
      "a gap in a table",
      "dalian/tables/top-up-base.yaml",
      `["< 2022-07", "false"]`,
      `["< 2022-06", "false"]`,
      /gap: no row for 办理月份 \(processing-month\) = 2022-06, 上月有本人缴费基数 \(own-base-known\) = false/,
    ],
  ])("refuses %s", (_what, file, from, to, message) => {
    const problems = problemsOf(edited(file, from, to));
    expect(problems.join("\n")).toMatch(message);
    expect(problems.every((problem) => /^[a-z]+\/[a-z/-]+\.yaml:\d+ /.test(problem))).toBe(true);
  });

  it("refuses a file that stands nowhere", () => {
    expect(problemsOf({ ...source, files: { ...source.files, "dalian/notes/a.yaml": "a: 1" } }).join()).toMatch(
      /dalian\/notes\/a\.yaml:0 expected city\.yaml/,
    );
  });

  it("has a hash over data, figures, readings and formulas, whatever the order of files", () => {
    const reordered = { ...source, files: Object.fromEntries(Object.entries(source.files).reverse()) };
    expect(packHash(reordered)).toBe(packHash(source));
    expect(packHash({ ...source, readingChoices: { "dalian.rounding": "once" } })).not.toBe(packHash(source));
    expect(packHash({ ...source, formulaHash: "0" })).not.toBe(packHash(source));
  });
});

describe("figures of the office", () => {
  const entered: OfficeFigure = {
    figure: "dalian.assessed-base",
    from: "2026-01-01",
    to: "2026-12-31",
    value: "8500",
    document: "大医保发〔测试〕1号",
    note: "",
    enteredOn: "2026-01-05",
  };
  const pack = packFor("dalian");
  const faults = (change: Partial<OfficeFigure>): string[] =>
    checkOfficeFigure(pack, { ...entered, ...change }).map(({ fact, code }) => `${fact} ${code}`);

  it("fills the gap and is marked as the office's own", () => {
    expect(faults({})).toEqual([]);
    const value = figureViews(packFor("dalian", [entered]))
      .find((figure) => figure.id === entered.figure)!
      .values.find((known) => known.from === "2026-01-01" && known.value !== null);
    expect(value).toMatchObject({ value: "8500", grade: "office", document: entered.document, to: "2026-12-31" });
  });

  it.each([
    [{ from: "2025-12-31" }, ["from conflict"]],
    [{ from: "2025-01-01", to: "2025-12-31" }, ["from conflict"]],
    [{ to: "2025-12-31" }, ["to type"]],
    [{ from: "2026-02-30" }, ["from type"]],
    [{ value: "85.123" }, ["value type"]],
    [{ value: "0" }, ["value type"]],
    [{ value: "-1" }, ["value type"]],
    [{ value: "八千" }, ["value type"]],
    [{ document: " " }, ["document type"]],
    [{ figure: "dalian.nothing" }, ["figure unknown"]],
    [{ value: "x", document: "" }, ["value type", "document type"]],
  ] as const)("refuses %j", (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it("an answer under a name like __proto__ is an unknown answer and nothing more", () => {
    const facts = JSON.parse(`{"__proto__": {"sex": "male"}, "constructor": "x"}`) as Record<string, string>;
    const evaluation = consult(pack, "dalian.retirement", facts, "2025-07-15");
    expect(evaluation.errors.map((error) => error.fact).sort()).toEqual(["__proto__", "constructor"]);
    expect(evaluation.unanswered).toContain("sex");
  });
});
