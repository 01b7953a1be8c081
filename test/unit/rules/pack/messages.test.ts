/** What an author is told of a slip: in words of the policy data, on the line where it stands, and once. */
import { describe, expect, it } from "vitest";
import { loadPack, loadPackForUse } from "../../../../src-main/rules/authoring/load.ts";
import { loadPackForReplay, type PackSource } from "../../../../src-main/rules/engine/pack/pack.ts";
import { ADVICE, adviceFormula, demoSource, edited, FEE, feeFormula, FILES, lineOf, problemsOf } from "../demo-city.ts";

const BASE = "demo/figures/base.yaml";
const TABLE = "demo/tables/share.yaml";
const SOURCES = "demo/sources.yaml";
const withFiles = (files: Readonly<Record<string, string>>): PackSource => demoSource({ files: { ...FILES, ...files } });

describe("a slip in one file", () => {
  it.each<readonly [what: string, file: string, from: string, to: string, line: string, message: string]>([
    [
      "a key with a wrong letter",
      FEE,
      "summary:",
      "sumary:",
      "summary:",
      'sumary: there is no key "sumary" here; is "summary" meant?',
    ],
    [
      "a key of a question that there is not",
      FEE,
      "    help: 以证件为准",
      "    kind: 证件",
      "    help: 以证件为准",
      'facts[assisted].kind: there is no key "kind" here; known: id, title, help, options, required, min, max, cite, assume, group, type, fromPerson, when, future, periodsOnly, fields, fromHistory, local',
    ],
    [
      "a key of a figure's value",
      BASE,
      "        checked: 2026-11-03",
      "        cheked: 2026-11-03",
      "        checked: 2026-11-03",
      'figures[demo.base].values[#3].cheked: there is no key "cheked" here; is "checked" meant?',
    ],
    ["a key that is not there", FEE, "summary: 每月缴多少\n", "", "# one formula", "summary: is missing"],
    [
      "a question without a clause",
      FEE,
      "    type: choice\n",
      "    type: choise\n",
      "    type: choice\n",
      'facts[kind].type: "choise" is none of choice, flag, date, month, money, count, months, list',
    ],
    [
      "a text where a list belongs",
      FEE,
      "rules: [XX-01, XX-02]",
      "rules: XX-01",
      "rules: [XX-01, XX-02]",
      "rules: expected a list, found a text",
    ],
    ["an empty list", FEE, "rules: [XX-01, XX-02]", "rules: []", "rules: [XX-01, XX-02]", "rules: expected at least 1 of them"],
    [
      "an id in capitals",
      TABLE,
      "id: demo.share",
      "id: Demo.share",
      "id: demo.share",
      "id: expected a lower-case id such as city.some-name",
    ],
    [
      "a place with half of what it needs",
      FEE,
      "{ text: 大厅, cite: [c.share] }",
      "{ text: 大厅 }",
      "places: { hall",
      "places.hall.cite: is missing",
    ],
    [
      "a name that is none",
      FEE,
      "faults: { unborn:",
      "faults: { un-born:",
      "faults: { unborn:",
      'faults.un-born: "un-born": expected a name in camelCase',
    ],
  ])("%s", (_what, file, from, to, line, message) => {
    expect(problemsOf(edited(file, from, to))).toEqual([`${file}:${lineOf(file, line)} ${message}`]);
  });

  it("of two unknown keys each has its line", () => {
    const changed = edited(BASE, "        grade: C\n        checked: 2026-11-03", "        grad: C\n        cheked: 2026-11-03");
    const line = lineOf(BASE, "        grade: C");
    expect(problemsOf(changed)).toEqual([
      `${BASE}:${line} figures[demo.base].values[#3].grad: there is no key "grad" here; is "grade" meant?`,
      `${BASE}:${line + 1} figures[demo.base].values[#3].cheked: there is no key "cheked" here; is "checked" meant?`,
    ]);
  });

  it("a tab is told once", () => {
    const problems = problemsOf(edited(FEE, "    title: 身份", "\ttitle: 身份"));
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${FEE}:\\d+ not valid YAML: `))]);
  });
});

describe("what only follows from it is not told", () => {
  it("of a figure, a table, a reading that was rejected", () => {
    expect(problemsOf(edited(BASE, "grade: C", "grad: C"))).toHaveLength(1);
    expect(problemsOf(edited(TABLE, 'when: [flexible, "true"]', 'when: [worker, "true"]'))).toEqual([
      expect.stringMatching(/gap: no row for 身份 \(kind\) = flexible, 困难人员 \(assisted\) = true$/),
      expect.stringMatching(/overlap: rows 1 and 3/),
    ]);
    expect(problemsOf(edited("demo/readings.yaml", "rule: XX-02", "rul: XX-02"))).toEqual([
      expect.stringMatching(/^demo\/readings\.yaml:2 readings\[demo\.rounding\]\.rul: /),
    ]);
  });

  it("of clauses whose file was rejected, nor of a document, nor of a matter to go on with", () => {
    expect(problemsOf(edited(SOURCES, "summary: 缴费基数", "sumary: 缴费基数"))).toEqual([
      `${SOURCES}:2 clauses[c.base].sumary: there is no key "sumary" here; is "summary" meant?`,
    ]);
    expect(problemsOf(edited("demo/sources/documents.yaml", "title: 示范办法,", ""))).toEqual([
      "demo/sources/documents.yaml:2 documents[d1].title: is missing",
    ]);
    expect(problemsOf(edited(ADVICE, "summary:", "sumary:"))).toHaveLength(1);
  });

  it("but a name that nobody has is, whatever else is wrong", () => {
    const { files } = edited(BASE, "grade: C", "grad: C");
    const both = demoSource({ files: { ...files, [FEE]: FILES[FEE]!.replace("cite: [c.share]", "cite: [c.shares]") } });
    expect(problemsOf(both)).toEqual([
      expect.stringContaining('is "grade" meant?'),
      expect.stringContaining('no clause "c.shares" in any sources.yaml'),
    ]);
  });

  it("at the counter a matter is told with the fault itself", () => {
    const source = edited(BASE, "grade: C", "grad: C");
    const { faulty } = loadPackForUse(source, [feeFormula(), adviceFormula]);
    expect(faulty.map(({ id, problems }) => [id, problems.map(({ file }) => file)])).toEqual([["demo.fee", [BASE]]]);
  });
});

describe("ids of a city begin with its folder's name", () => {
  const not = (id: string, expected: string): string => `the id "${id}" is not its folder's: expected "${expected}"`;

  it.each<readonly [what: string, file: string, from: string, to: string, expected: string]>([
    ["its own", "demo/city.yaml", "id: demo", "id: dem", not("dem", "demo")],
    ["a matter's, which is its file's name", ADVICE, "id: demo.advice", "id: other.advice", not("other.advice", "demo.advice")],
    ["a figure's", BASE, "id: demo.base", "id: other.base", not("other.base", "demo.…")],
    ["a table's", TABLE, "id: demo.share", "id: other.share", not("other.share", "demo.…")],
    ["a reading's", "demo/readings.yaml", "id: demo.rounding", "id: other.rounding", not("other.rounding", "demo.…")],
    ["a conflict's", SOURCES, "id: demo.two-shares", "id: other.two-shares", not("other.two-shares", "demo.…")],
  ])("%s", (_what, file, from, to, expected) => {
    const changed = edited(file, from, to);
    expect(problemsOf(changed)).toContain(`${file}:${lineOf(file, from)} ${expected}`);
    // a pack that was stored so is decided with as it was
    const { problems } = loadPackForReplay(changed, [feeFormula(), adviceFormula]);
    expect(problems.filter(({ message }) => message === expected)).toEqual([]);
  });

  it("those of the nation with its", () => {
    const table = FILES[TABLE]!.replace("id: demo.share", "id: demo.more");
    expect(problemsOf(withFiles({ "national/tables/more.yaml": table }))).toEqual([
      `national/tables/more.yaml:1 ${not("demo.more", "national.…")}`,
    ]);
  });
});

describe("places that nothing can fill", () => {
  it.each<readonly [what: string, file: string, from: string, to: string, message: string]>([
    [
      "a number in a headline",
      FEE,
      "每月缴{fee}",
      "每月缴{0}",
      "matter demo.fee: {0} is filled by nothing: only steps have inputs to number, and a condition's own {0} is told in its actual",
    ],
    [
      "a second one in a condition",
      FEE,
      "生于{0}",
      "生于{1}",
      "matter demo.fee: {1} is filled by nothing: only steps have inputs to number, and a condition's own {0} is told in its actual",
    ],
    [
      "a name in a step",
      FEE,
      "unit: yuan/month, rule: XX-02, cite: [c.share]",
      'unit: yuan/month, told: "{base} × {1}", rule: XX-02, cite: [c.share]',
      "matter demo.fee: {base} is filled by nothing: a step names its inputs as {0}, {1} …, {+} or {,}",
    ],
    [
      "an input of a fact",
      FEE,
      "told: 证件",
      'told: "证件 {0}"',
      'matter demo.fee: {0} is filled by nothing: a step of kind "fact" has no inputs',
    ],
    [
      "an input of a shared fact",
      "demo/steps.yaml",
      "told: 办理日期",
      'told: "{0}"',
      '{0} is filled by nothing: a step of kind "fact" has no inputs',
    ],
    [
      "a name in a checklist that has no formula",
      ADVICE,
      "headlines: { yes: 可以办",
      'headlines: { yes: "可以办{reason}"',
      "matter demo.advice: {reason} is filled by nothing: a checklist without a formula has the questions of its conditions (local)",
    ],
  ])("%s", (_what, file, from, to, message) => {
    const changed = edited(file, from, to);
    const loaded = loadPack(changed, [feeFormula()]);
    const said = "problems" in loaded ? loaded.problems.map((one) => `${one.file}:${one.line} ${one.message}`) : [];
    expect(said).toEqual([`${file}:${lineOf(file, from)} ${message}`]);
    expect(loadPackForReplay(changed, [feeFormula()]).problems).toEqual([]);
  });

  it("a question of a checklist's condition can", () => {
    const changed = edited(ADVICE, "headlines: { yes: 可以办", 'headlines: { yes: "可以办：{local}"');
    expect("pack" in loadPack(changed, [feeFormula()])).toBe(true);
  });
});

describe("a value that reads as one of another unit", () => {
  const age = (then: string): PackSource =>
    demoSource({
      files: {
        ...FILES,
        [TABLE]: FILES[TABLE]!.replace("id: share, title: 比例, unit: percent", "id: share, title: 最低年龄, unit: age")
          .replace("then: [2, full]", `then: [${then}, full]`)
          .replace("[5.8, full]", "[720, full]")
          .replace("[2.9, half]", "[0, half]"),
      },
    });

  it("an age in years", () => {
    expect(problemsOf(age("16"))).toEqual([
      `${TABLE}:${lineOf(TABLE, "then: [2, full]")} table demo.share: an age is written in months: 16 is 1 周岁 4 个月, 16 周岁 is 192`,
    ]);
    expect(problemsOf(age("192"))).toEqual([]);
    const figure = edited(BASE, "unit: yuan/month", "unit: age").files;
    const written = { ...figure, [BASE]: figure[BASE]!.replace("value: 5000", "value: 60").replace("5123.45", "720") };
    expect(problemsOf(withFiles(written))).toEqual([
      `${BASE}:${lineOf(BASE, "value: 5000")} figure demo.base: an age is written in months: 60 is 5 周岁, 60 周岁 is 720`,
    ]);
  });

  it.each<readonly [from: string, to: string, message: string]>([
    ["unit: choice, values", "unit: months, values", "output class has values to choose from; its unit is choice, not months"],
    ["title: 比例, unit: percent", "title: 办法, unit: choice", "output share is a choice, and has no values to choose from"],
    [
      "title: 比例, unit: percent",
      "title: 比例, unit: yuan",
      "output share is called 比例, which is told in percent, not in yuan",
    ],
  ])("an output of a table: %s → %s", (from, to, message) => {
    // a bare choice takes whole numbers
    const text = FILES[TABLE]!.replace(from, to);
    const whole = to.endsWith("unit: choice")
      ? text.replace("[5.8, full]", "[5, full]").replace("[2.9, half]", "[3, half]")
      : text;
    expect(problemsOf(withFiles({ [TABLE]: whole }))).toEqual([`${TABLE}:${lineOf(TABLE, from)} table demo.share: ${message}`]);
  });

  it("does not keep a pack from being worked with, nor from being replayed", () => {
    const formulas = [feeFormula(), adviceFormula];
    expect(loadPackForUse(age("16"), formulas).problems).toEqual([]);
    expect(loadPackForReplay(age("16"), formulas).problems).toEqual([]);
  });
});
