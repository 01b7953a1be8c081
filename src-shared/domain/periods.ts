/**
 * Sets of calendar months as sorted, disjoint, closed periods, flattened to `[from, to, from, to, …]`:
 * no objects, so that set operations stay cheap inside the rules. Adjacent periods are joined.
 */
import { formatMonth, parseMonth, type Month } from "./calendar.ts";

export type MonthSet = readonly Month[];

/** A period as typed and stored, both months included: `{ from: "2002-04", to: "2016-12" }`. */
export interface PeriodText {
  readonly from: string;
  readonly to: string;
}

export const EMPTY: MonthSet = [];

/** Adds a period that begins no earlier than those before it. */
function append(set: Month[], from: Month, to: Month): void {
  const last = set.length - 1;
  if (last > 0 && from <= set[last]! + 1) {
    if (to > set[last]!) set[last] = to;
  } else {
    set.push(from, to);
  }
}

/** Builds a set from periods in any order; overlapping and adjacent ones are joined. */
export function monthSet(periods: readonly (readonly [Month, Month])[]): MonthSet {
  // most come in order
  const ordered = periods.every((period, i) => i === 0 || periods[i - 1]![0] <= period[0]);
  const set: Month[] = [];
  for (const [from, to] of ordered ? periods : periods.toSorted((a, b) => a[0] - b[0])) append(set, from, to);
  return set;
}

/** Number of months in the set. */
export function countMonths(set: MonthSet): number {
  let count = 0;
  for (let i = 0; i < set.length; i += 2) count += set[i + 1]! - set[i]! + 1;
  return count;
}

/** Months of `set` up to and including `last`. */
export function monthsUpTo(set: MonthSet, last: Month): MonthSet {
  if (set.length === 0 || set[set.length - 1]! <= last) return set;
  const result: Month[] = [];
  for (let i = 0; i < set.length && set[i]! <= last; i += 2) result.push(set[i]!, Math.min(set[i + 1]!, last));
  return result;
}

/** Months that are in both sets. */
export function intersectMonths(a: MonthSet, b: MonthSet): MonthSet {
  if (a.length === 0 || b.length === 0) return EMPTY;
  const result: Month[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from <= to) result.push(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return result;
}

/** Months of `a` that are not in `b`. */
export function subtractMonths(a: MonthSet, b: MonthSet): MonthSet {
  if (a.length === 0 || b.length === 0) return a;
  const result: Month[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let from = a[i]!;
    const to = a[i + 1]!;
    while (j < b.length && b[j + 1]! < from) j += 2;
    for (let k = j; k < b.length && b[k]! <= to; k += 2) {
      if (b[k]! > from) result.push(from, b[k]! - 1);
      from = b[k + 1]! + 1;
    }
    if (from <= to) result.push(from, to);
  }
  return result;
}

/** Months of either set. */
export function uniteMonths(a: MonthSet, b: MonthSet): MonthSet {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const result: Month[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) {
      append(result, a[i]!, a[i + 1]!);
      i += 2;
    } else {
      append(result, b[j]!, b[j + 1]!);
      j += 2;
    }
  }
  return result;
}

export function pairs(set: MonthSet): [Month, Month][] {
  const result: [Month, Month][] = [];
  for (let i = 0; i < set.length; i += 2) result.push([set[i]!, set[i + 1]!]);
  return result;
}

export const periodTexts = (set: MonthSet): PeriodText[] =>
  pairs(set).map(([from, to]) => ({ from: formatMonth(from), to: formatMonth(to) }));

/** Reads typed periods; `undefined` when one is not a period of two months in order. */
export function parsePeriods(texts: readonly PeriodText[]): MonthSet | undefined {
  const result: [Month, Month][] = [];
  for (const text of texts) {
    const from = parseMonth(text.from);
    const to = parseMonth(text.to);
    if (from === undefined || to === undefined || from > to) return undefined;
    result.push([from, to]);
  }
  return monthSet(result);
}
