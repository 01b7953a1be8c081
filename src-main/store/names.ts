/** What a name is found by: its characters one by one, its pinyin, its initials. */
import { pinyin, polyphonic } from "pinyin-pro";

/** A name with several characters of several readings multiplies; rare beyond this, and the likeliest come first. */
const MOST_READINGS = 24;

/** Compatibility forms, case, white space and the dots of transcribed names make no difference. */
export const normaliseName = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/[\s·•・‧∙.]/g, "")
    .toLowerCase();

/**
 * One token per character, as hexadecimal code points: a tokenizer that judges characters by its Unicode tables
 * drops those newer than the tables, and rare name characters are just that.
 */
export const characterTokens = (name: string): string =>
  Array.from(normaliseName(name), (character) => character.codePointAt(0)!.toString(16)).join(" ");

/** As typed in the search box: `lǜ`, `lü` and `lv` are the same, spaces and apostrophes separate nothing. */
export const normalisePinyin = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[üǖǘǚǜ]/g, "v")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F\s'’]/g, "");

/** Readings per character, the likeliest first: surname readings (单 shan, 仇 qiu, 尉迟 yuchi) stand at the head of the name. */
function readings(name: string): string[][] {
  const options = { toneType: "none", type: "array", v: true } as const;
  const likeliest = pinyin(name, { ...options, mode: "surname", surname: "head" });
  const all = polyphonic(name, options);
  // without a reading (a dot, a character outside the dictionary) the library gives the character back
  return likeliest.map((first, i) => [...new Set([first, ...(all[i] ?? [])])].filter((reading) => /^[a-z0-9]+$/.test(reading)));
}

/** Full pinyin and initials under every reading: a clerk finds 张乐 as `zhangle` and as `zhangyue`. */
export function nameKeys(name: string): string[] {
  let spellings: { readonly full: string; readonly initials: string }[] = [{ full: "", initials: "" }];
  for (const syllables of readings(normaliseName(name))) {
    if (syllables.length === 0) continue;
    const room = Math.max(1, Math.floor(MOST_READINGS / spellings.length));
    spellings = syllables
      .slice(0, room)
      .flatMap((syllable) =>
        spellings.map(({ full, initials }) => ({ full: full + syllable, initials: initials + syllable[0]! })),
      );
  }
  const keys = new Set(spellings.flatMap(({ full, initials }) => [full, initials]));
  keys.delete("");
  return [...keys];
}
