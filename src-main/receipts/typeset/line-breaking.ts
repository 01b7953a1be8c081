/**
 * Breaks Chinese text into lines: between any two characters, except that no line starts with closing or ends with
 * opening punctuation, and that words, numbers and a number with its unit stay together.
 */
import type { Character } from "./characters.ts";

export interface Line {
  readonly characters: readonly Character[];
  /** In 1/1000 of the type size. */
  readonly width: number;
  /** Ends a paragraph, so it is not stretched. */
  readonly last: boolean;
}

const OPENING = new Set("（《〈「『【〔〖“‘([{￥¥#№※");
const CLOSING = new Set("）》〉」』】〕〗”’)]}、，。；：？！…—·％%‰℃,.;:?!～々/※");
const UNIT_AFTER_NUMBER = new Set("元年月日个％%岁周条款项号版次页份角分");
const WORD = /[\p{Script=Latin}\d.,:/%+\-_#&@*=']/u;
const DIGIT = /\d/;

/** @param width of a line, in 1/1000 of the type size; `indent` is taken off the first line */
export function breakLines(characters: readonly Character[], width: number, indent = 0): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < characters.length) {
    const room = width - (lines.length === 0 ? indent : 0);
    const end = endOfLine(characters, start, room);
    lines.push(lineOf(characters, start, end));
    start = end;
    while (characters[start]?.text === " ") start++;
  }
  return lines.length > 0 ? lines : [{ characters: [], width: 0, last: true }];
}

function endOfLine(characters: readonly Character[], start: number, room: number): number {
  let used = 0;
  let end = start;
  // spaces at the end of a line may hang over
  while (end < characters.length && (used + characters[end]!.width <= room || characters[end]!.text === " "))
    used += characters[end++]!.width;
  if (end === characters.length) return end;
  for (let at = end; at > start; at--) if (mayBreakBefore(characters, at)) return at;
  // a word longer than the line is cut where the line is full, and every line holds at least one character
  return Math.max(end, start + 1);
}

function mayBreakBefore(characters: readonly Character[], at: number): boolean {
  const before = characters[at - 1]!.text;
  const after = characters[at]!.text;
  if (after === " ") return false;
  if (CLOSING.has(after) && !(before === " " && OPENING.has(after))) return false;
  if (before === " ") {
    // `6,879.60 元`, `14 个月`: the number does not part from its unit
    const number = characters[at - 2]?.text ?? "";
    return !(DIGIT.test(number) && UNIT_AFTER_NUMBER.has(after));
  }
  // `8,190.00 元/月` is one unit
  if (OPENING.has(before) || before === "/") return false;
  if (WORD.test(before) && WORD.test(after)) return false;
  if (DIGIT.test(before) && UNIT_AFTER_NUMBER.has(after)) return false;
  return !(before === "第" && DIGIT.test(after));
}

function lineOf(characters: readonly Character[], start: number, end: number): Line {
  let stop = end;
  while (stop > start && characters[stop - 1]!.text === " ") stop--;
  const shown = characters.slice(start, stop);
  return {
    characters: shown,
    width: shown.reduce((sum, character) => sum + character.width, 0),
    last: end === characters.length,
  };
}
