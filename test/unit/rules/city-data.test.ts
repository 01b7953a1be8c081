/** What a pack is made of: files by their folder, every id once, every clause written down somewhere. */
import { describe, expect, it } from "vitest";
import { loadPackForReplay, packHash, packSourceText, type PackSource } from "../../../src-main/rules/engine/pack/pack.ts";
import { ADVICE, adviceFormula, demoPack, demoSource, edited, FEE, feeFormula, FILES, lineOf, problemsOf } from "./demo-city.ts";

const withFiles = (files: Readonly<Record<string, string>>): PackSource => demoSource({ files: { ...FILES, ...files } });
const SOURCES = "demo/sources.yaml";
const CITY = "demo/city.yaml";

describe("a pack", () => {
  it("knows its city, its version and what it was made of", () => {
    const source = demoSource();
    const pack = demoPack(source);
    expect([pack.city, pack.cityTitle, pack.version, pack.hash]).toEqual(["demo", "示范", "2026.11.1", packHash(source)]);
    expect(pack.source).toBe(source);
    const ids = [
      pack.figures,
      pack.tables,
      pack.readings,
      pack.steps,
      pack.sections,
      pack.conflicts,
      pack.documents,
      pack.citations,
    ];
    expect(ids.map((map) => [...map.keys()].join(" "))).toEqual([
      "demo.base",
      "demo.share",
      "demo.rounding",
      "asOfMonth",
      "hours",
      "demo.two-shares",
      "d1 d2",
      "c.base c.share c.answer c.unused",
    ]);
  });

  it("tells a clause with its document, a conflict with its clauses, a section with its own", () => {
    const pack = demoPack();
    expect(pack.citations.get("c.answer")).toEqual({
      id: "c.answer",
      document: "示范答复",
      clause: "答复",
      authority: "agency-answers",
      summary: "取整方法",
      rules: ["XX-02"],
    });
    expect(pack.conflicts.get("demo.two-shares")).toEqual({
      id: "demo.two-shares",
      title: "两种比例",
      used: "办法",
      other: "答复",
      why: "办法效力高",
      citations: ["c.answer"],
    });
    expect(pack.sections.get("hours")).toEqual({
      id: "hours",
      title: "办公时间",
      list: "steps",
      lines: ["周一至周五"],
      citations: ["c.base"],
    });
    expect(pack.documents.get("d2")).toEqual({ id: "d2", title: "示范答复", authority: "agency-answers", note: "电话" });
  });

  it("lists the matters that the city orders, then the others by id", () => {
    const order = (text: string): string[] => [...demoPack(edited(CITY, "order: [demo.fee]", text)).matters.keys()];
    expect(order("order: [demo.fee]\n")).toEqual(["demo.fee", "demo.advice"]);
    expect(order("order: [demo.advice]")).toEqual(["demo.advice", "demo.fee"]);
    expect(order("")).toEqual(["demo.advice", "demo.fee"]);
    expect([...demoPack().matters.values()].map(({ id }) => id)).toEqual(["demo.fee", "demo.advice"]);
    const { [ADVICE]: advice, ...files } = FILES;
    // whatever their files are read first: a stored pack may have others
    const renamed = { ...files, [CITY]: FILES[CITY]!.replace("order: [demo.fee]\n", ""), "demo/matters/last.yaml": advice! };
    const { pack } = loadPackForReplay(demoSource({ files: renamed }), [feeFormula(), adviceFormula]);
    expect([...pack!.matters.keys()]).toEqual(["demo.advice", "demo.fee"]);
  });

  it("takes a rule of the nation like one of the city", () => {
    const pack = demoPack(withFiles({ "national/steps/a.yaml": FILES["demo/steps.yaml"]!.replace("asOfMonth", "other") }));
    expect([...pack.steps.keys()]).toEqual(["asOfMonth", "other"]);
  });

  it("follows the office's readings", () => {
    expect(demoPack(demoSource({ readingChoices: { "demo.rounding": "early" } })).readings.get("demo.rounding")!.chosen).toBe(
      "early",
    );
    expect(problemsOf(demoSource({ readingChoices: { "demo.rounding": "never" } }))).toEqual([
      `demo/readings.yaml:3 reading demo.rounding: the office's choice "never" is none of its options`,
    ]);
  });
});

describe("a pack's bytes", () => {
  it("are the same whatever the order of its keys, and keep the order of its lists", () => {
    const one = demoSource({ files: { b: "1", a: "2", c: "3" }, officeFigures: [] });
    expect(packSourceText(one)).toBe(
      '{"city":"demo","files":{"a":"2","b":"1","c":"3"},"formulaHash":"f","officeFigures":[],"readingChoices":{}}',
    );
    expect(packHash(one)).toMatch(/^[0-9a-f]{64}$/);
    const figure = (from: string) => ({ figure: "f", from, to: "", value: "", document: "", note: "", enteredOn: "" });
    const text = packSourceText(demoSource({ files: {}, officeFigures: [figure("2"), figure("1")] }));
    expect(text).toContain('"from":"2","note":"","to":"","value":""},{');
    expect(text.indexOf('"from":"2"')).toBeLessThan(text.indexOf('"from":"1"'));
  });
});

describe("a pack is refused", () => {
  it("when the city has no file", () => {
    const { [CITY]: _city, ...files } = FILES;
    expect(problemsOf(demoSource({ files }))).toEqual([`${CITY}:1 file: expected a block of keys, found nothing`]);
  });

  it("when its version is none", () => {
    expect(problemsOf(edited(CITY, "2026.11.1", "2026.11.1b"))).toEqual([
      `${CITY}:4 version: expected a version such as 2026.11.1`,
    ]);
  });

  it("when it orders a matter that it has not; one that could not be read is told where it is", () => {
    const wrong = edited(CITY, "[demo.fee]", "\n  - demo.fee\n  - demo.other");
    expect(problemsOf(wrong)).toEqual([`${CITY}:5 order names "demo.other", which is no matter of the city`]);
    expect(problemsOf(edited(FEE, "summary:", "sumary:"))).toEqual([
      `${FEE}:${lineOf(FEE, "summary:")} sumary: there is no key "sumary" here; is "summary" meant?`,
    ]);
  });

  it("when a file stands nowhere", () => {
    const expected =
      "expected city.yaml, elsewhere.yaml, sources.yaml, readings.yaml or a file under sources/, readings/, figures/, tables/, steps/, sections/, facts/ or matters/";
    expect(problemsOf(withFiles({ "demo/notes/a.yaml": "a: 1", demo: "b: 1" }))).toEqual([
      `demo:0 ${expected}`,
      `demo/notes/a.yaml:0 ${expected}`,
    ]);
    expect(problemsOf(withFiles({ "demo/xfigures.yaml": "a: 1" }))).toEqual([`demo/xfigures.yaml:0 ${expected}`]);
    // `.yaml` is cut off at the end only
    expect(problemsOf(withFiles({ "demo/steps.yaml.old": "a: 1" }))).toEqual([`demo/steps.yaml.old:0 ${expected}`]);
  });

  it.each([
    ["sources", "d1"],
    ["readings", "demo.rounding"],
    ["steps", "asOfMonth"],
    ["sections", "hours"],
  ])("when something of %s is declared twice", (kind, id) => {
    const name = kind === "sources" ? "demo/sources/documents.yaml" : `demo/${kind}.yaml`;
    const again = `demo/${kind}/z.yaml`;
    expect(problemsOf(withFiles({ [again]: FILES[name]! }))).toContain(
      `${again}:${lineOf(name, `id: ${id}`)} "${id}" is declared twice, first in ${name}:${lineOf(name, `id: ${id}`)}`,
    );
  });

  it.each([
    ["figure", "demo/figures/base.yaml", "demo/figures/z.yaml", "demo.base"],
    ["table", "demo/tables/share.yaml", "demo/tables/z.yaml", "demo.share"],
    ["matter", FEE, "demo/matters/z.yaml", "demo.fee"],
  ])("when a %s is declared twice", (_what, file, again, id) => {
    const line = lineOf(file, `id: ${id}`);
    expect(problemsOf(withFiles({ [again]: FILES[file]! }))).toContain(
      `${again}:${line} "${id}" is declared twice, first in ${file}:${line}`,
    );
  });

  it("when a clause or a conflict is declared twice, or a clause is of no document", () => {
    const again = "demo/sources/z.yaml";
    expect(problemsOf(withFiles({ [again]: FILES[SOURCES]! }))).toEqual(
      ["c.base", "c.share", "c.answer", "c.unused", "demo.two-shares"].map((id) => {
        const line = lineOf(SOURCES, `id: ${id}`);
        return `${again}:${line} "${id}" is declared twice, first in ${SOURCES}:${line}`;
      }),
    );
    expect(problemsOf(edited(SOURCES, "{ id: c.unused, document: d2,", "{ id: c.unused,\n      document: d9,"))).toEqual([
      `${SOURCES}:6 clause c.unused: no document "d9"`,
    ]);
  });

  it("when it sends on to a matter that it has not", () => {
    expect(problemsOf(edited(FEE, "{ id: ask, matter: demo.advice,", "{ id: ask,\n      matter: demo.other,"))).toEqual([
      `${FEE}:${lineOf(FEE, "{ id: ask") + 1} next: no matter "demo.other" in this city`,
    ]);
  });

  const MISSING = 'no clause "c.none" in any sources.yaml';
  /** The `cite` behind a text, moved to a line of its own and to a clause that nobody wrote. */
  it.each([
    ["a question", FEE, "title: 开始年月"],
    ["an answer in a list", FEE, "id: days"],
    ["a step", FEE, "id: exact"],
    ["a condition", FEE, "id: grown"],
    ["a material", FEE, "id: card"],
    ["a place", FEE, "hall: {"],
    ["a time limit", FEE, "none: {"],
    ["a notice", FEE, "id: keep"],
    ["a section", FEE, "id: channel"],
    ["an offer", FEE, "id: ask"],
    ["a shared step", "demo/steps.yaml", "id: asOfMonth"],
    ["a shared section", "demo/sections.yaml", "id: hours"],
    ["a row", "demo/tables/share.yaml", "[5.8, full]"],
    ["a figure", "demo/figures/base.yaml", "公告二"],
  ])("when %s cites a clause that nobody wrote", (_what, file, place) => {
    const text = FILES[file]!;
    const cite = text.indexOf("cite: [", text.indexOf(place));
    const before = text.slice(0, cite) + (text[cite - 2] === " " ? "" : "\n        ");
    const broken = `${before}cite: [c.base, c.none${text.slice(text.indexOf("]", cite))}`;
    expect(problemsOf(withFiles({ [file]: broken }))).toEqual([`${file}:${before.split("\n").length} ${MISSING}`]);
  });

  it.each([
    ["a reading", "demo/readings.yaml", 7],
    ["a conflict", SOURCES, 12],
  ])("when %s cites one", (_what, file, line) => {
    expect(problemsOf(edited(file, "cite: [c.answer]", "cite: [c.none]"))).toEqual([`${file}:${line} ${MISSING}`]);
  });
});

describe("a figure of the office", () => {
  const entered = {
    figure: "demo.base",
    from: "2024-01-01",
    to: "2024-12-31",
    value: "4800",
    document: "示范文件",
    note: "第三页",
    enteredOn: "2025-02-03",
  };

  it("stands in the pack with a clause of its own", () => {
    const pack = demoPack(demoSource({ officeFigures: [entered] }));
    expect(pack.citations.get("office.demo.base.2024-01-01")).toEqual({
      id: "office.demo.base.2024-01-01",
      document: "示范文件",
      clause: "第三页",
      authority: "office",
      summary: "基数 2024-01-01 – 2024-12-31",
      rules: ["XX-01"],
    });
    expect(pack.figures.get("demo.base")!.at(2024_06_30)).toMatchObject({
      value: 480_000,
      definition: { citations: ["office.demo.base.2024-01-01"], figure: { grade: "office", checked: "2025-02-03" } },
    });
  });

  it.each([
    [{ figure: "demo.other" }, "demo.other from 2024-01-01: not accepted (figure)"],
    [{ value: "x", document: "" }, "demo.base from 2024-01-01: not accepted (value, document)"],
    [{ enteredOn: "yesterday" }, "demo.base from 2024-01-01: not accepted (enteredOn)"],
    [{ to: "2025-01-01" }, "demo.base from 2024-01-01: not accepted (overlap)"],
  ])("that cannot stand stops the pack: %j", (change, message) => {
    expect(problemsOf(demoSource({ officeFigures: [{ ...entered, ...change }] }))).toEqual([`office figures:0 ${message}`]);
  });

  it("may not be entered twice", () => {
    expect(problemsOf(demoSource({ officeFigures: [entered, entered] }))).toEqual([
      "office figures:0 demo.base from 2024-01-01: not accepted (overlap)",
    ]);
  });
});
