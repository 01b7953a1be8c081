/** Text as measured characters. A character that no font has becomes a visible box, never a gap. */
import type { Face } from "./font-file.ts";

export type Weight = "regular" | "bold";
export type Faces = Readonly<Record<Weight, Face>>;

export interface Character {
  readonly text: string;
  /** The weight that has the character: bold falls back to regular. */
  readonly weight: Weight;
  /** In 1/1000 of the type size. */
  readonly width: number;
}

/** In every face, so it can stand for a character that is in none. */
const MISSING_BOX = "□";

/** Invisible by nature: controls, format characters and variation selectors. Line breaks are split off before. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

export function measure(text: string, weight: Weight, faces: Faces): Character[] {
  const characters: Character[] = [];
  for (const typed of text.replaceAll(/[\t\u{00A0}]/gu, " ")) {
    if (INVISIBLE.test(typed)) continue;
    const shown = faces.regular.has(typed.codePointAt(0)!) ? typed : MISSING_BOX;
    const code = shown.codePointAt(0)!;
    const used: Weight = weight === "bold" && faces.bold.has(code) ? "bold" : "regular";
    characters.push({ text: shown, weight: used, width: faces[used].width(code) });
  }
  return characters;
}

/** Characters of a text that will be printed as boxes. */
export function missingCharacters(texts: Iterable<string>, faces: Faces): string[] {
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text) {
      if (!faces.regular.has(character.codePointAt(0)!) && !INVISIBLE.test(character)) missing.add(character);
    }
  }
  return [...missing];
}
