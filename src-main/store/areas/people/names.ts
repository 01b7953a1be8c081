/** What a name is found by: its characters one by one, its pinyin, its initials. */
import { pinyin, polyphonic } from "pinyin-pro";
import { standardName } from "../../../../src-shared/domain/identity/name.ts";

/** A name with several characters of several readings multiplies; rare beyond this, and the likeliest come first. */
const MOST_READINGS = 24;

/** Private characters of old systems, compatibility forms, case, white space and the dots of transcribed names make no difference. */
const normaliseName = (name: string): string =>
  standardName(name)
    .normalize("NFKC")
    .replaceAll(/[\s·•・‧∙.]/g, "")
    .toLowerCase();

/**
 * One token per character, as hexadecimal code points: a tokenizer that judges characters by its Unicode tables
 * drops those newer than the tables, and rare name characters are just that.
 */
export const characterTokens = (name: string): string[] =>
  Array.from(normaliseName(name), (character) => character.codePointAt(0)!.toString(16));

/** As typed in the search box: `lǜ`, `lü` and `lv` are the same, spaces and apostrophes separate nothing. */
export const normalisePinyin = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[üǖǘǚǜ]/g, "v")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F\s'’]/g, "");

const OPTIONS = { toneType: "none", type: "array", v: true } as const;

/** The same few thousand characters and surnames come again and again, and the library takes its time. */
function remembered<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}

// without a reading (a dot, a character outside the dictionary) the library gives the character back
const isReading = (text: string): boolean => /^[a-z0-9]+$/.test(text);
const readingsOfCharacter = remembered((character) => [...new Set(polyphonic(character, OPTIONS)[0])].filter(isReading));
/** Of the first two characters as a surname of one or two: 单 shan, 仇 qiu, 尉迟 yuchi. */
const readingsOfHead = remembered((head) => pinyin(head, { ...OPTIONS, mode: "surname", surname: "head" }));

/** Readings per character, the likeliest first; at the head of the name that is how surnames are read. */
function readings(name: string): string[][] {
  const characters = Array.from(name);
  const surname = readingsOfHead(characters.slice(0, 2).join(""));
  return characters.map((character, i) => {
    const all = readingsOfCharacter(character);
    const first = surname[i];
    return first !== undefined && isReading(first) ? [...new Set([first, ...all])] : all;
  });
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
