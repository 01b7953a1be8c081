import { describe, expect, it } from "vitest";
import { fold, unseenIn } from "../../../src-shared/domain/fold.ts";
import { nameProblem, privateName, standardName, unknownCharacters } from "../../../src-shared/domain/identity/name.ts";
import { commaProblem, parseYuan } from "../../../src-shared/domain/money.ts";
import { unreadable } from "../../../src-shared/text/fold.ts";

describe("signs of an input method", () => {
  it.each([
    ["８１９０．５０", "8190.50"],
    ["8190。5", "8190.5"],
    ["8190｡5", "8190.5"],
    ["８，１９０", "8,190"],
    ["2026－03—04", "2026-03-04"],
    ["2026−03‐04", "2026-03-04"],
    ["ＡＢ　ｘ", "AB x"],
    ["\u200B12\uFEFF\u00AD3\u2066", "123"],
    ["plain 12.5", "plain 12.5"],
    // compatibility is not width: nobody means 102 by 10²
    ["10²", "10²"],
    ["½", "½"],
    ["①", "①"],
  ])("%j", (typed, plain) => {
    expect(fold(typed)).toBe(plain);
  });

  it.each([
    ["12\u00073", { position: 3, code: "U+0007" }],
    ["\u200B\uE5E51", { position: 1, code: "U+E5E5" }],
    ["1\u28002", { position: 2, code: "U+2800" }],
    ["12\t3", undefined],
    ["12x", undefined],
    ["\u200B12", undefined],
  ])("what is left of %j and cannot be seen", (typed, unseen) => {
    expect(unseenIn(typed)).toEqual(unseen);
  });

  it("an unreadable text is told by the unseen character in it, else as usual", () => {
    expect(unreadable("12\u0007", "请输入数字。")).toContain("粘贴的内容里有看不见的字符（第 3 位，U+0007）");
    expect(unreadable("x", "请输入数字。")).toBe("请输入数字。");
    expect(unreadable(null, "请输入数字。")).toBe("请输入数字。");
  });
});

describe("commas in an amount", () => {
  it.each([
    ["1,234.50", 123_450],
    ["1,234", 123_400],
    ["12,345,678.9", 1_234_567_890],
    ["１，２３４．５", 123_450],
    ["1 234.50", 123_450],
    ["1,234。5", 123_450],
  ])("%j stands for thousands", (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
    expect(commaProblem(text)).toBeUndefined();
  });

  it.each([
    ["1234,50", "decimal-comma"],
    ["0,5", "decimal-comma"],
    ["1.234,50", "decimal-comma"],
    ["1,23,456", "misplaced"],
    ["12,3456", "misplaced"],
    ["1234,567", "misplaced"],
    [",123", "misplaced"],
    ["1,234,", "misplaced"],
    ["123.456", undefined],
    ["x,y", undefined],
  ] as const)("%j is no amount: %s", (text, why) => {
    expect(parseYuan(text)).toBeUndefined();
    expect(commaProblem(text)).toBe(why);
  });

  it("blanks divide like commas or not at all", () => {
    expect(parseYuan("12 34")).toBeUndefined();
    expect(parseYuan("1 234")).toBe(123_400);
  });
});

describe("names", () => {
  it("private characters of GBK become those that the standard gave them since", () => {
    // the runtime knows the standard; where it keeps a private code, GB 18030 of 2022 has one beyond the basic plane
    const decoder = new TextDecoder("gb18030");
    const known = Array.from({ length: 80 }, (_, at) => {
      const second = 0x50 + at + (0x50 + at >= 0x7f ? 1 : 0);
      return [standardName(String.fromCodePoint(0xe815 + at)), decoder.decode(Uint8Array.of(0xfe, second))] as const;
    });
    const later = known.filter(([, decoded]) => /\p{Co}/u.test(decoded));
    expect(later.map(([standard]) => standard)).toEqual(["𠂇", "𠂉", "𠃌", "𡗗", "𢦏", "𤇾"]);
    const settled = known.filter((pair) => !later.includes(pair));
    expect(settled.map(([standard]) => standard)).toEqual(settled.map(([, decoded]) => decoded));
    expect(standardName("王\uE863")).toBe("王䶮");
    expect(privateName("王䶮")).toBe("王\uE863");
  });

  it("others are named", () => {
    expect(unknownCharacters("王\uE5E5\uE863\uE5E5")).toEqual(["U+E5E5"]);
    expect(unknownCharacters("王䶮")).toEqual([]);
  });

  it("a citizen's has two characters, another may have one", () => {
    expect(nameProblem(" ", "passport")).toBe("missing");
    expect(nameProblem("王", "citizen")).toBe("too-short");
    // one character beyond the basic plane counts as one
    expect(nameProblem("𠮷", "citizen")).toBe("too-short");
    expect(nameProblem("O", "passport")).toBeUndefined();
    expect(nameProblem("王五", "citizen")).toBeUndefined();
  });
});
