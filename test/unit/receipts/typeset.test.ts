/** Line breaking and page building, with faces of simple widths. */
import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "./composed.ts";
import { measure, missingCharacters, type Faces } from "../../../src-main/receipts/typeset/characters.ts";
import type { Face } from "../../../src-main/receipts/typeset/font-file.ts";
import { layOut } from "../../../src-main/receipts/typeset/layout.ts";
import { breakLines } from "../../../src-main/receipts/typeset/line-breaking.ts";
import { MARGIN, PAGE_HEIGHT, PAGE_WIDTH, type Page } from "../../../src-main/receipts/typeset/page.ts";
import { gapPiece, stackPieces, type Piece } from "../../../src-main/receipts/typeset/pieces.ts";
import { GRANTED, paper, version } from "./sample-decisions.ts";

/** Latin half as wide as Chinese; has all but one character. */
const face: Face = {
  has: (codePoint) => codePoint !== 0x2a6d6,
  width: (codePoint) => (codePoint < 0x2000 ? 500 : 1000),
};
const boldLacksRare: Face = { ...face, has: (codePoint) => codePoint !== 0x4dae && face.has(codePoint) };
const faces: Faces = { regular: face, bold: boldLacksRare };

const linesIn = (text: string, characters: number): string[] =>
  breakLines(measure(text, "regular", faces), characters * 1000).map((line) => line.characters.map((part) => part.text).join(""));

/** In Chinese characters. */
const widthOf = (text: string): number =>
  Array.from(text, (character) => face.width(character.codePointAt(0)!) / 1000).reduce((sum, width) => sum + width, 0);

describe("breaking lines", () => {
  it.each([
    ["closing punctuation does not start a line", "一二三四五，六", 5, ["一二三四", "五，六"]],
    ["several closing marks stay together", "一二三四》）。五", 5, ["一二三", "四》）。五"]],
    ["opening punctuation does not end a line", "一二三四《五》", 5, ["一二三四", "《五》"]],
    ["words and numbers are kept whole", "共计6,879.60元整", 5, ["共计", "6,879.60元", "整"]],
    ["a number keeps its unit over a space", "一二三 14 个月止", 4, ["一二三", "14 个月", "止"]],
    ["a date does not fall apart", "自2026年11月起", 3, ["自", "2026年", "11月起"]],
    ["spaces vanish at a break", "一二三四 五六", 4, ["一二三四", "五六"]],
    ["a word longer than the line is cut", "abcdefghij", 2, ["abcd", "efgh", "ij"]],
    ["nothing is one empty line", "", 5, [""]],
  ])("%s", (_title, text, width, expected) => {
    expect(linesIn(text, width)).toEqual(expected);
  });

  it("loses no character, fills no line too far and obeys the punctuation rules", () => {
    const part = constantFrom("医", "保", "，", "。", "）", "（", "《", "》", "“", "”", "6,879.60", "第", "abc", "〔", "〕");
    assert(
      property(array(part, { minLength: 1, maxLength: 80 }), integer({ min: 8, max: 40 }), (parts, width) => {
        const text = parts.join("");
        const lines = breakLines(measure(text, "regular", faces), width * 1000);
        const shown = lines.map((line) => line.characters.map((character) => character.text).join(""));
        expect(shown.join("")).toBe(text);
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width * 1000);
        // a word with its marks, longer than the line, has no lawful break: only then a rule may yield
        const chains = text.match(/[（《“〔]*(?:第?[\w,.]+|[医保第])?[，。）》”〕]*/g) ?? [];
        if (chains.some((chain) => widthOf(chain) > width)) return;
        for (const line of shown.slice(1)) expect(line).not.toMatch(/^[，。）》”〕]/);
        for (const line of shown.slice(0, -1)) expect(line).not.toMatch(/[（《“〔]$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("characters", () => {
  it("fall back from bold to regular and then to a box", () => {
    expect(measure("张䶮\u{2A6D6}", "bold", faces).map(({ text, weight }) => `${text} ${weight}`)).toEqual([
      "张 bold",
      "䶮 regular",
      "□ bold",
    ]);
    expect(missingCharacters(["张\u{2A6D6}", "\u{2A6D6}", "李"], faces)).toEqual(["\u{2A6D6}"]);
  });

  it("drop what is invisible by nature", () => {
    expect(measure("张\u200B\uFE00\u0007三", "regular", faces).map(({ text }) => text)).toEqual(["张", "三"]);
    expect(missingCharacters(["\u200B\uFE00"], faces)).toEqual([]);
  });
});

describe("stacking pieces", () => {
  const area = { top: 0, bottom: 100 };
  const piece = (name: string, height: number, part: Partial<Piece> = {}): Piece => ({
    height,
    keepWithNext: false,
    gap: false,
    repeat: null,
    draw: (top) => [{ type: "text", text: name, weight: "regular", size: 10, x: 0, baseline: top, spacing: 0 }],
    ...part,
  });
  const names = (pieces: readonly Piece[]): string[][] =>
    stackPieces(pieces, () => area).map((page) => page.map((mark) => (mark.type === "text" ? mark.text : "")));

  it("turns the page when a piece does not fit", () => {
    expect(names([piece("a", 60), piece("b", 40), piece("c", 10)])).toEqual([["a", "b"], ["c"]]);
  });

  it("keeps a heading with what follows", () => {
    expect(names([piece("a", 70), piece("heading", 20, { keepWithNext: true }), piece("b", 20)])).toEqual([
      ["a"],
      ["heading", "b"],
    ]);
  });

  it("repeats the header row on a new page, but not before the first row", () => {
    const header = piece("header", 10, { keepWithNext: true });
    const rows = ["1", "2", "3"].map((name) => piece(name, 40, { repeat: header }));
    expect(names([header, ...rows])).toEqual([
      ["header", "1", "2"],
      ["header", "3"],
    ]);
  });

  it("drops white space at the top of a page", () => {
    const [, second] = stackPieces([piece("a", 95), gapPiece(10), piece("b", 10)], () => area);
    expect(second).toEqual([expect.objectContaining({ text: "b", baseline: 0 })]);
  });
});

describe("pages", () => {
  const pagesOf = (lines: number) => {
    const notices = Array.from({ length: lines }, (_, index) => ({
      ...GRANTED.notices[0]!,
      id: String(index),
      text: "一行提示。",
    }));
    return layOut(compose(paper("acceptance", { ...GRANTED, notices })), faces);
  };
  const baselines = (page: Page) => page.flatMap((mark) => (mark.type === "text" ? [mark.baseline] : []));

  it("are set closer rather than begun for a few lines; the signatures never stand alone on one", () => {
    const counts = Array.from({ length: 40 }, (_, lines) => pagesOf(lines));
    expect(counts.map((pages) => pages.length)).toEqual(counts.map((pages) => pages.length).toSorted((a, b) => a - b));
    const second = counts.find((pages) => pages.length > 1)![1]!;
    // the running head, the signatures' three rows and the foot, and at least four lines more
    expect(new Set(baselines(second)).size).toBeGreaterThanOrEqual(9);
    const full = counts.findLast((pages) => pages.length === 1)![0]!;
    const leading = (page: Page) => {
      const lines = page.filter((mark) => mark.type === "text" && mark.text.includes("一行提示"));
      const [a, b] = lines.slice(-2).map((mark) => (mark.type === "text" ? mark.baseline : 0));
      return b! - a!;
    };
    expect(leading(full)).toBeLessThan(leading(pagesOf(2)[0]!));
  });

  it("keep every mark within the margins, however long the texts are", () => {
    const long = "很长的说明（含 1989—2002 年各年度），".repeat(200);
    const decision = {
      ...GRANTED,
      headline: long,
      materials: [{ ...GRANTED.materials[0]!, because: long, title: long.slice(0, 300) }],
      notices: [{ ...GRANTED.notices[0]!, text: long }],
    };
    const input = paper("guidance", decision, {
      office: { code: "X", name: "大连长兴岛经济技术开发区医疗保障事务服务中心退休人员管理窗口".repeat(2), cities: ["dalian"] },
      version: version(decision, { person: { ...version(decision).person, name: "阿卜杜热合曼·买买提艾力".repeat(4) } }),
    });
    const pages = layOut(compose(input), faces);
    expect(pages.length).toBeGreaterThan(5);
    const marks = pages.flat();
    for (const mark of marks.filter((candidate) => candidate.type === "text")) {
      const width = measure(mark.text, mark.weight, faces).reduce(
        (sum, part) => sum + part.width * (mark.size / 1000) + mark.spacing,
        -mark.spacing,
      );
      expect(mark.x).toBeGreaterThanOrEqual(MARGIN);
      expect(mark.x + width).toBeLessThanOrEqual(PAGE_WIDTH - MARGIN + 0.01);
      expect(mark.baseline).toBeGreaterThan(30);
      expect(mark.baseline).toBeLessThan(PAGE_HEIGHT - 30);
    }
    for (const mark of marks.filter((candidate) => candidate.type === "box")) {
      expect(mark.y + mark.height).toBeLessThan(PAGE_HEIGHT - 48);
    }
  });
});
