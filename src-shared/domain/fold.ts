/**
 * Signs as an input method or a clipboard leaves them, brought to plain ones before they are judged: full width to half width,
 * 。 to a point, every dash to `-`; characters that nobody sees go away.
 */

/** Nothing to fold: most of what is typed. */
const PLAIN = /^[\x20-\x7E]*$/;
/** The blocks of full, half and small width. Not all of NFKC: ² is not a 2, ½ is not 1/2. */
const WIDE = /[\u3000\uFE50-\uFE6B\uFF01-\uFFEE]/gu;
const STOPS = /[。｡]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
/** Zero width, direction marks, soft hyphens, variation selectors. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replaceAll(IGNORABLE, "")
    .replaceAll(STOPS, ".")
    .replaceAll(WIDE, (sign) => sign.normalize("NFKC"))
    .replaceAll(DASHES, "-");
}

/** Marks that stack on one character, as many as a written language has. */
const MARKS_TOO_MANY = /(\p{M}{2})\p{M}+/gu;
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What one line can hold: no breaks and control characters, which would make lines of their own on a paper, no marks that turn the
 * direction of what follows, no towers of marks.
 */
export const oneLine = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replaceAll(DIRECTION, "")
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
        .replaceAll(MARKS_TOO_MANY, "$1");

/** Control characters, private use, what is no character at all, and the blank of Braille. */
const UNSEEN = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u2800]/u;

export interface UnseenCharacter {
  /** In the folded text, counted from 1. */
  readonly position: number;
  /** `U+0007`. */
  readonly code: string;
}

export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/** The first character that can be neither seen nor folded away; white space is seen well enough. */
export function unseenIn(text: string): UnseenCharacter | undefined {
  if (PLAIN.test(text)) return undefined;
  const characters = Array.from(fold(text).trim());
  const at = characters.findIndex((character) => UNSEEN.test(character) && !/\s/.test(character));
  return at === -1 ? undefined : { position: at + 1, code: codePoint(characters[at]!) };
}
