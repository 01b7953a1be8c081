/** What of the policy data serves nobody is told: by kind and id, with its place, of the city and of the nation. */
import { describe, expect, it } from "vitest";
import { unused } from "../../../../src-main/rules/index.ts";
import type { PackSource } from "../../../../src-main/rules/engine/pack/pack.ts";
import { ADVICE, adviceFormula, demoPack, demoSource, FEE, FILES } from "../demo-city.ts";

type Files = Readonly<Record<string, string>>;
const withFiles = (files: Files): PackSource => demoSource({ files: { ...FILES, ...files } });
const said = (...files: readonly Files[]): string[] =>
  unused(files.map((each) => demoPack(withFiles(each)))).map(({ file, line, message }) => `${file}:${line} ${message}`);
const edited = (file: string, from: string, to: string): Files => {
  expect(FILES[file]).toContain(from);
  return { [file]: FILES[file]!.replace(from, to) };
};

describe("what serves nobody", () => {
  it("is nothing in a city where all is used, and where what rests has a reason", () => {
    expect(said({})).toEqual([]);
  });

  it.each<readonly [what: string, file: string, text: string, expected: string]>([
    [
      "a figure",
      "demo/figures/more.yaml",
      FILES["demo/figures/base.yaml"]!.replace("id: demo.base", "id: demo.more"),
      '2 figure "demo.more" is used by no matter',
    ],
    [
      "a table",
      "demo/tables/more.yaml",
      FILES["demo/tables/share.yaml"]!.replace("id: demo.share", "id: demo.more"),
      '1 table "demo.more" is used by no matter',
    ],
    [
      "a reading",
      "demo/readings/more.yaml",
      FILES["demo/readings.yaml"]!.replace("id: demo.rounding", "id: demo.more"),
      '3 reading "demo.more" is used by no matter',
    ],
    [
      "a step",
      "demo/steps/more.yaml",
      FILES["demo/steps.yaml"]!.replace("id: asOfMonth", "id: more"),
      '2 step "more" is used by no matter',
    ],
    [
      "a section",
      "demo/sections/more.yaml",
      FILES["demo/sections.yaml"]!.replace("id: hours", "id: more"),
      '2 section "more" is used by no matter',
    ],
    [
      "a clause",
      "demo/sources/more.yaml",
      "clauses:\n  - { id: c.more, document: d1, clause: 第三条, summary: 无, rules: [XX-01] }\n",
      '2 clause "c.more" is used by no matter',
    ],
    [
      "a document",
      "demo/sources/more.yaml",
      "documents:\n  - { id: d3, title: 无, authority: notice }\n",
      '2 document "d3" is used by no matter',
    ],
    [
      "a question",
      "demo/facts/more.yaml",
      "facts:\n  - { id: more, title: 无, group: 本人, type: flag, cite: [c.base] }\n",
      '2 fact "more" is used by no matter',
    ],
  ])("%s is told", (_what, file, text, expected) => {
    expect(said({ [file]: text })).toEqual([`${file}:${expected}`]);
  });

  it("of the nation is what no city uses", () => {
    const table = FILES["demo/tables/share.yaml"]!.replace("id: demo.share", "id: national.share").replace(
      "rule: XX-02",
      "rule: NX-02",
    );
    const files = { "national/tables/share.yaml": table.replace("share\n", "share-of-all\n") };
    expect(said(files)).toEqual(['national/tables/share.yaml:1 table "national.share-of-all" is used by no matter']);
    const asks = FILES[FEE]!.replace("tables: [demo.share]", "tables: [demo.share, national.share-of-all]");
    expect(said({ ...files, [FEE]: asks })).toEqual([]);
  });
});

describe("a rule id", () => {
  it("that no matter of the city has is told, in its data and in a matter's steps", () => {
    expect(said(edited("demo/tables/share.yaml", "rule: XX-02", "rule: XX-77"))).toEqual([
      'demo/tables/share.yaml:1 table "demo.share" is of rule XX-77, which no matter of the city has',
    ]);
    expect(said(edited("demo/sources.yaml", "summary: 缴费基数, rules: [XX-01]", "summary: 缴费基数, rules: [DL-01]"))).toEqual([
      'demo/sources.yaml:2 clause "c.base" is of rule DL-01, which no matter of the city has',
    ]);
    expect(said(edited(FEE, "unit: yuan/month\n    rule: XX-02", "unit: yuan/month\n    rule: XX-03"))).toEqual([
      `${FEE}:2 matter "demo.fee" is of rule XX-03 in a step, which no matter of the city has`,
    ]);
  });

  it("of a city is none of the nation's, and one of the nation is everybody's", () => {
    const step = FILES["demo/steps.yaml"]!.replace("asOfMonth", "day");
    const asks = FILES[FEE]!.replace("pieces: [steps]", "pieces: [steps, day]");
    const of = (text: string): string[] =>
      unused([demoPack(withFiles({ "national/steps/day.yaml": text, [FEE]: asks }))]).map(({ message }) => message);
    expect(of(step)).toEqual(['step "day" is of rule XX-01, which is a city\'s: those of the nation are NX-…']);
    expect(of(step.replace("XX-01", "NX-01"))).toEqual([]);
    expect(said(edited("demo/tables/share.yaml", "rule: XX-02", "rule: NX-02"))).toEqual([]);
  });

  it("has letters that no other city has", () => {
    const rename = (text: string): string => text.replaceAll("demo", "other");
    const files = Object.fromEntries(Object.entries(FILES).map(([file, text]) => [rename(file), rename(text)]));
    const formula = { ...adviceFormula, matter: "other.advice" };
    const { [rename(FEE)]: _fee, ...advice } = files;
    const other = demoPack(
      demoSource({ city: "other", files: { ...advice, "other/city.yaml": "id: other\ntitle: 另一市\nversion: 2026.11.1\n" } }),
      [formula],
    );
    const messages = unused([demoPack(), other]).filter(({ message }) => message.startsWith("matter"));
    expect(messages.map(({ file, message }) => `${file} ${message}`)).toEqual(
      [
        `${FEE} matter "demo.fee" is of rule XX-01: these letters are those of demo and other, each needs its own`,
        `${FEE} matter "demo.fee" is of rule XX-02: these letters are those of demo and other, each needs its own`,
        `${ADVICE} matter "demo.advice" is of rule XX-01: these letters are those of demo and other, each needs its own`,
        `${rename(ADVICE)} matter "other.advice" is of rule XX-01: these letters are those of demo and other, each needs its own`,
      ].toSorted(),
    );
  });

  it("of press and forum is shown, and no matter has it", () => {
    const text = `documents:
  - { id: d3, title: 论坛, authority: forum }
clauses:
  - { id: c.said, document: d3, clause: 帖子, summary: 网友说, rules: [XX-55] }
`;
    expect(
      said({ "demo/sources/said.yaml": text, ...edited("demo/sources.yaml", "cite: [c.answer]", "cite: [c.answer, c.said]") }),
    ).toEqual([]);
  });
});
