import { describe, expect, test } from "vitest";
import { chartPoints, monthOfInstant } from "../../../../src-renderer/policy/figure-chart-model.ts";
import { catalogue } from "../../../../src-renderer/policy/library.ts";
import { search, searchEntries } from "../../../../src-renderer/policy/search.ts";
import { sampleLibrary } from "../library-sample.ts";

const entries = searchEntries(sampleLibrary);
const find = (words: string): string[] => search(entries, words).map(({ kind, id }) => `${kind}/${id}`);
const marked = (pieces: readonly { text: string; hit: boolean }[]): string =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

describe("search", () => {
  test.each([
    ["", []],
    ["   ", []],
    ["没有的词", []],
    ["月标准", ["figure/testcity.rate"]],
    ["满10年", ["matter/testcity.matter", "clause/c1", "conflict/testcity.rates"]],
    ["满１０年　办法", ["clause/c1", "conflict/testcity.rates"]],
    ["ts-02", ["clause/c2"]],
    ["论坛", ["document/d2"]],
    ["360", ["table/testcity.years"]],
    ["110.50", ["figure/testcity.rate"]],
    ["申请表", ["matter/testcity.matter"]],
    ["当月", ["reading/testcity.start"]],
  ])("%s", (words, found) => {
    expect(find(words)).toEqual(found);
  });

  test("what has the words in its title comes first", () => {
    expect(find("试验")[0]).toBe("matter/testcity.matter");
    expect(find("满")[0]).toBe("conflict/testcity.rates");
  });

  test("marks the words in the title and in the text that holds most of them", () => {
    const [clause] = search(entries, "第三条 满１０年");
    expect(marked(clause!.titlePieces)).toBe("试验办法 [第三条]");
    expect(marked(clause!.snippet)).toBe("按月缴费，[满10年]。");
  });

  test("cuts a long text around the words", () => {
    const long = { kind: "clause" as const, id: "x", title: "长", texts: [`${"甲".repeat(200)}乙${"丙".repeat(200)}`] };
    const [found] = search([long], "乙");
    const snippet = marked(found!.snippet);
    expect(snippet).toMatch(/^…甲+\[乙\]丙+…$/);
    expect(snippet.length).toBeLessThan(100);
  });
});

describe("the line of a figure", () => {
  const [figure] = sampleLibrary.figures;
  const shown = (today: string, values = figure!.values) =>
    chartPoints({ ...figure!, values }, today).map(({ at, value, label }) => [monthOfInstant(at), value, label]);

  test("holds each value to its last day and begins the next where it is in force", () => {
    expect(shown("2025-08-01")).toEqual([
      ["2024-01", 100, "100"],
      ["2025-01", 110.5, "110.50"],
      ["2025-07", 110.5, null],
    ]);
  });

  test("leaves a gap open", () => {
    const values = figure!.values.with(2, { ...figure!.values[2]!, value: "120" });
    expect(shown("2026-08-01", values)).toEqual([
      ["2024-01", 100, "100"],
      ["2025-01", 110.5, "110.50"],
      ["2025-07", 110.5, null],
      ["2025-07", null, null],
      ["2026-01", 120, "120"],
      ["2027-01", 120, null],
    ]);
  });

  test("is not drawn for one value", () => {
    expect(shown("2025-08-01", figure!.values.slice(0, 1))).toEqual([]);
    expect(shown("2025-08-01", figure!.values.slice(1))).toEqual([]);
  });
});

test("an entry stands on one shelf; what is gone stands on none", () => {
  const { shelfOf, titleOf } = catalogue(sampleLibrary);
  expect(shelfOf("clause", "c1")).toBe("source");
  expect(shelfOf("clause", "c2")).toBe("reference");
  expect(shelfOf("document", "d2")).toBe("reference");
  expect(shelfOf("figure", "testcity.rate")).toBe("figure");
  expect(shelfOf("clause", "gone")).toBeNull();
  expect(titleOf("clause", "c1")).toBe("试验办法 第三条");
});
