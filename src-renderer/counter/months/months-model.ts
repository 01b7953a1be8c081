/** The months editor without its screen: reading what is typed, judging periods, painting months. */
import { monthOf, parseMonth, yearOfMonth, type Month } from "../../../src-shared/domain/calendar.ts";
import { fold } from "../../../src-shared/domain/fold.ts";
import type { MonthsInput } from "../../../src-shared/domain/facts.ts";
import {
  monthSet,
  periodTexts,
  subtractMonths,
  uniteMonths,
  type MonthSet,
  type PeriodText,
} from "../../../src-shared/domain/periods.ts";
import { readMonth } from "../../ui/dates/typed-date.ts";
import { isReadable } from "../questions/answers.ts";

/** Length to which the contract limits either end of a period. */
const END_LENGTH = 10;

const MONTH = String.raw`(\d{4})(?:[-./年](\d{1,2})月?|(\d{2}))`;
const ENTRY = new RegExp(String.raw`^\s*${MONTH}\s*(?:[-~至到,]+|\s)\s*${MONTH}\s*$`);

/** Reads a quick entry such as `200204-201612` or `2002年4月至2016年12月`. */
export function readEntry(typed: string): PeriodText | undefined {
  const match = ENTRY.exec(fold(typed));
  if (!match) return undefined;
  const end = (at: number): string | undefined => readMonth(`${match[at]}-${match[at + 1] ?? match[at + 2] ?? ""}`);
  const from = end(1);
  const to = end(4);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** What is typed in the entry box, as the draft keeps it: a last period that cannot be read. */
function pendingPeriod(entry: string): PeriodText {
  return { from: entry.slice(0, END_LENGTH), to: entry.slice(END_LENGTH, 2 * END_LENGTH) };
}

function pendingText({ from, to }: PeriodText): string {
  return from.length === END_LENGTH || to === "" ? from + to : `${from}-${to}`;
}

export interface PeriodsTyped {
  readonly rows: readonly PeriodText[];
  readonly entry: string;
}

export function fromInput(input: MonthsInput | undefined): PeriodsTyped {
  if (!input || !("periods" in input)) return { rows: [], entry: "" };
  const last = input.periods.at(-1);
  return last === undefined || isReadable(last)
    ? { rows: input.periods, entry: "" }
    : { rows: input.periods.slice(0, -1), entry: pendingText(last) };
}

export function toInput({ rows, entry }: PeriodsTyped): MonthsInput {
  return { periods: entry.trim() === "" ? rows : [...rows, pendingPeriod(entry)] };
}

export type PeriodProblem =
  | { readonly kind: "from" | "to" | "order" }
  | { readonly kind: "early" | "late"; readonly limit: string }
  /** Not wrong, but worth saying; `row` counts from 1. */
  | { readonly kind: "overlap"; readonly row: number };

interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

function ends(period: PeriodText): [Month, Month] | undefined {
  const from = parseMonth(readMonth(period.from) ?? "");
  const to = parseMonth(readMonth(period.to) ?? "");
  return from === undefined || to === undefined || from > to ? undefined : [from, to];
}

/** For each period what is wrong with it, or `null`. */
export function checkPeriods(rows: readonly PeriodText[], { earliest, latest }: Bounds): (PeriodProblem | null)[] {
  return rows.map((row, at) => {
    const from = readMonth(row.from);
    const to = readMonth(row.to);
    if (from === undefined) return { kind: "from" };
    if (to === undefined) return { kind: "to" };
    if (from > to) return { kind: "order" };
    if (earliest !== null && from < earliest) return { kind: "early", limit: earliest };
    if (latest !== null && to > latest) return { kind: "late", limit: latest };
    const overlapped = rows.slice(0, at).findIndex((other) => {
      const otherFrom = readMonth(other.from);
      const otherTo = readMonth(other.to);
      return otherFrom !== undefined && otherTo !== undefined && otherFrom <= to && from <= otherTo;
    });
    return overlapped === -1 ? null : { kind: "overlap", row: overlapped + 1 };
  });
}

/** Periods that cannot go into a submission, the half-typed last one included. */
export function hasUnfinished(input: MonthsInput): boolean {
  return "periods" in input && input.periods.some((period) => ends(period) === undefined);
}

/** All months of the readable periods, each counted once. */
export function selectedMonths(rows: readonly PeriodText[]): MonthSet {
  return monthSet(rows.map(ends).filter((pair) => pair !== undefined));
}

/** Adds or removes a run of months; periods are joined anew, unreadable ones stay as typed. */
export function paint(rows: readonly PeriodText[], a: Month, b: Month, on: boolean): PeriodText[] {
  const run: MonthSet = [Math.min(a, b), Math.max(a, b)];
  const before = selectedMonths(rows);
  const after = on ? uniteMonths(before, run) : subtractMonths(before, run);
  return [...periodTexts(after), ...rows.filter((row) => ends(row) === undefined)];
}

export const isSelected = (set: MonthSet, month: Month): boolean => {
  for (let i = 0; i < set.length; i += 2) if (set[i]! <= month && month <= set[i + 1]!) return true;
  return false;
};

/** A working life; earlier years are drawn when something is typed in them or the clerk moves there. */
const YEARS_SHOWN = 40;
const YEARS_MORE = 10;

export interface GridRange {
  readonly first: Month;
  readonly last: Month;
  /** Calendar years that the grid shows. */
  readonly years: readonly number[];
  /** There are earlier months that the question allows. */
  readonly hasEarlier: boolean;
}

/**
 * The years that the painting grid shows: the last ones that the question allows, stretched to what is typed already.
 * @param wider how many times the clerk has asked for earlier years
 */
export function gridRange({ earliest, latest }: Bounds, set: MonthSet, fallbackLatest: Month, wider: number): GridRange {
  const last = parseMonth(latest ?? "") ?? fallbackLatest;
  const usual = monthOf(yearOfMonth(last) - YEARS_SHOWN + 1 - wider * YEARS_MORE, 1);
  const limit = parseMonth(earliest ?? "");
  const wanted = Math.min(usual, set[0] ?? usual, last);
  const first = limit === undefined ? wanted : Math.max(limit, wanted);
  const years: number[] = [];
  for (let year = yearOfMonth(first); year <= yearOfMonth(last); year++) years.push(year);
  return { first, last, years, hasEarlier: limit !== undefined && limit < first };
}

export const clampMonth = (month: Month, { first, last }: GridRange): Month => Math.min(Math.max(month, first), last);
