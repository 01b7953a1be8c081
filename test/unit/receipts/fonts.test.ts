/** The bundled fonts: what they cover, and that the style sheet names them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFace } from "../../../src-main/receipts/typeset/font-file.ts";

const folder = fileURLToPath(new URL("../../../resources/fonts", import.meta.url));
const face = (name: string) => readFace(readFileSync(join(folder, name)));

/** The double-byte characters of GBK; `last` 0xF7 and cells from 0xA1 give GB 2312. */
function doubleByte(firstLead: number, lastLead: number, firstCell: number): string[] {
  const decoder = new TextDecoder("gbk");
  const characters: string[] = [];
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let cell = firstCell; cell <= 0xfe; cell++) {
      const text = decoder.decode(new Uint8Array([lead, cell]));
      // unassigned places and the private use area carry no character
      if (text.length === 1 && /\p{Script=Han}/u.test(text)) characters.push(text);
    }
  }
  return characters;
}

describe("fonts of the papers", () => {
  it("regular has all Han characters of GBK, and characters of names beyond it", () => {
    const regular = face("counter-sans-regular.ttf");
    const gbk = doubleByte(0x81, 0xfe, 0x40);
    expect(gbk.length).toBeGreaterThan(20_000);
    expect(gbk.filter((character) => !regular.has(character.codePointAt(0)!))).toEqual([]);
    for (const character of "䶮㛃㑇𠅤𫖯𬍛𬀩□✓※·—“”《》〔〕①×−…＋") {
      expect(regular.has(character.codePointAt(0)!), character).toBe(true);
    }
    expect(regular.has(0x2a6d6)).toBe(false);
  });

  it("bold has all Han characters of GB 2312", () => {
    const bold = face("counter-sans-bold.ttf");
    const gb2312 = doubleByte(0xb0, 0xf7, 0xa1);
    expect(gb2312.length).toBe(6763);
    expect(gb2312.filter((character) => !bold.has(character.codePointAt(0)!))).toEqual([]);
  });

  it("knows the widths of its characters and refuses what is no font", () => {
    const regular = face("counter-sans-regular.ttf");
    expect(regular.width("医".codePointAt(0)!)).toBe(1000);
    expect(regular.width("1".codePointAt(0)!)).toBeLessThan(600);
    expect(() => regular.width(0x2a6d6)).toThrow("U+2A6D6");
    expect(() => readFace(new Uint8Array(64))).toThrow("no font");
  });
});

describe("fonts of the screens", () => {
  const files = readdirSync(folder);

  it("are all named by the style sheet, and only they", () => {
    const css = readFileSync(join(folder, "fonts.css"), "utf8");
    const named = [...css.matchAll(/url\("\.\/([^"]+)"\)/g)].map((match) => match[1]!);
    expect(named.toSorted()).toEqual(files.filter((name) => name.endsWith(".woff2")).toSorted());
    expect(css.match(/font-family: "Noto Sans SC Counter"/g)).toHaveLength(named.length);
  });

  it("stay small, with the licence beside them", () => {
    const size = (names: readonly string[]): number => names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(size(files.filter((name) => name.endsWith(".woff2")))).toBeLessThan(10_000_000);
    expect(size(files)).toBeLessThan(25_000_000);
    expect(readFileSync(join(folder, "OFL.txt"), "utf8")).toContain("SIL OPEN FONT LICENSE Version 1.1");
  });
});
