/**
 * Months as a line of marks, one cell a month. Written for these tests alone: what the rules derive from periods
 * is held against what is counted here, so nothing of it may come from the rules.
 */
import { formatMonth, monthOf, type Month } from "../../src-shared/domain/calendar.ts";
import type { PeriodText } from "../../src-shared/domain/periods.ts";

const FIRST: Month = monthOf(1945, 1);
const LENGTH = (2048 - 1945) * 12;

export type Line = Uint8Array;

export const emptyLine = (): Line => new Uint8Array(LENGTH);

export const has = (line: Line, month: Month): boolean => line[month - FIRST] === 1;

export function paint(line: Line, from: Month, to: Month = from): void {
  if (to >= from) line.fill(1, from - FIRST, to - FIRST + 1);
}

export function wipe(line: Line, from: Month, to: Month): void {
  if (to >= from) line.fill(0, from - FIRST, to - FIRST + 1);
}

export function together(...lines: readonly Line[]): Line {
  const result = emptyLine();
  for (const line of lines) for (let cell = 0; cell < LENGTH; cell++) if (line[cell] === 1) result[cell] = 1;
  return result;
}

export function inBoth(a: Line, b: Line): Line {
  const result = emptyLine();
  for (let cell = 0; cell < LENGTH; cell++) if (a[cell] === 1 && b[cell] === 1) result[cell] = 1;
  return result;
}

export function without(a: Line, b: Line): Line {
  const result = emptyLine();
  for (let cell = 0; cell < LENGTH; cell++) if (a[cell] === 1 && b[cell] !== 1) result[cell] = 1;
  return result;
}

/** The line up to and with `last`. */
export function upTo(line: Line, last: Month): Line {
  const result = line.slice();
  result.fill(0, Math.max(0, last - FIRST + 1));
  return result;
}

/** The line from `first` on. */
export function since(line: Line, first: Month): Line {
  const result = line.slice();
  result.fill(0, 0, Math.max(0, first - FIRST));
  return result;
}

/** The last marked month up to and with `month`. */
export function lastUpTo(line: Line, month: Month): Month | null {
  for (let cell = Math.min(month - FIRST, LENGTH - 1); cell >= 0; cell--) if (line[cell] === 1) return cell + FIRST;
  return null;
}

export function firstOf(line: Line): Month | null {
  const cell = line.indexOf(1);
  return cell < 0 ? null : cell + FIRST;
}

/** How many months in a row are marked, up to and with `month`. */
export function runUpTo(line: Line, month: Month): number {
  let length = 0;
  while (has(line, month - length)) length += 1;
  return length;
}

export function count(line: Line, from: Month = FIRST, to: Month = FIRST + LENGTH - 1): number {
  let total = 0;
  for (let month = from; month <= to; month++) if (has(line, month)) total += 1;
  return total;
}

/** The marked months as the counter's forms take them. */
export function periods(line: Line): PeriodText[] {
  const found: PeriodText[] = [];
  let from: Month | null = null;
  for (let month = FIRST; month <= FIRST + LENGTH; month++) {
    const marked = has(line, month);
    if (marked && from === null) from = month;
    else if (!marked && from !== null) {
      found.push({ from: formatMonth(from), to: formatMonth(month - 1) });
      from = null;
    }
  }
  return found;
}
