/** The month strip without its drawing: runs of months become rows and columns of a calendar. */
import {
  dayOfDate,
  daysBetween,
  firstDayOf,
  formatDate,
  formatMonth,
  lastDayOf,
  monthOfDate,
  monthOfYear,
  parseDate,
  parseMonth,
  yearOfMonth,
  type Month,
  type PackedDate,
} from "../../../../src-shared/domain/calendar.ts";
import type { CoverageRun, CoverageStatus } from "../../../../src-shared/domain/decision.ts";
import { COVERAGE_STATUSES } from "../../../../src-shared/domain/decision.ts";

/** An open run is drawn this many months beyond everything that is known. */
const OPEN_TAIL = 12;
/** Up to so many years each year is a row; beyond, each year is a column, which stays flat for a whole working life. */
const MOST_ROWS = 6;

/** Days of one status within a month. */
export interface StripPart {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly status: CoverageStatus;
  readonly title: string;
  /** Belongs to a run without an end. */
  readonly open: boolean;
}

export interface StripCell {
  readonly month: Month;
  readonly year: number;
  /** 0–11 */
  readonly monthIndex: number;
  readonly length: number;
  /** In the order of the days; one for a whole month. Days that no run names belong to none. */
  readonly parts: readonly StripPart[];
  /** The month stands in two records and counts once: marked over whatever it counts as. */
  readonly overlapped: boolean;
}

export interface StripLegend {
  readonly status: CoverageStatus;
  /** Months with a known end; 0 when all runs of this status are open, or counted by days. */
  readonly months: number;
  /** Of runs that begin and end on a day. */
  readonly days?: number;
  readonly openFrom: string | null;
}

export interface Strip {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly layout: "year-rows" | "year-columns";
  readonly cells: readonly StripCell[];
  readonly legend: readonly StripLegend[];
}

interface Run {
  readonly from: PackedDate;
  readonly to: PackedDate | null;
  /** Given by days, not by months. */
  readonly byDay: boolean;
  readonly status: CoverageStatus;
  readonly title: string;
}

const isDay = (text: string): boolean => text.length > "YYYY-MM".length;

function readEnd(text: string, ofMonth: (month: Month) => PackedDate): PackedDate | undefined {
  if (isDay(text)) return parseDate(text);
  const month = parseMonth(text);
  return month === undefined ? undefined : ofMonth(month);
}

function readRuns(coverage: readonly CoverageRun[]): Run[] {
  const runs: Run[] = [];
  for (const { from, to, status, title } of coverage) {
    const first = readEnd(from, firstDayOf);
    const last = to === null ? null : readEnd(to, lastDayOf);
    if (first !== undefined && last !== undefined) runs.push({ from: first, to: last, byDay: isDay(from), status, title });
  }
  return runs;
}

/** `parts` with the days of `added` taken out of them and given to it. */
function laidOver(parts: readonly StripPart[], added: StripPart): StripPart[] {
  const rest = parts.flatMap((part) => [
    { ...part, lastDay: Math.min(part.lastDay, added.firstDay - 1) },
    { ...part, firstDay: Math.max(part.firstDay, added.lastDay + 1) },
  ]);
  return [...rest.filter((part) => part.firstDay <= part.lastDay), added].sort((a, b) => a.firstDay - b.firstDay);
}

/** First and last month drawn. */
export interface DrawnMonths {
  readonly first: Month;
  readonly last: Month;
}

/** What several strips have to show together; `null` when there is no month in any. */
export function spanOf(coverages: readonly (readonly CoverageRun[])[]): DrawnMonths | null {
  const runs = coverages.flatMap(readRuns);
  if (runs.length === 0) return null;
  const known = runs.flatMap((run) => [monthOfDate(run.from), monthOfDate(run.to ?? run.from)]);
  const last = Math.max(...known);
  return { first: Math.min(...known), last: runs.some((run) => run.to === null) ? last + OPEN_TAIL : last };
}

/**
 * `null` when there is no month to show. Where runs meet in a day, the later one in the list is drawn;
 * `overlap` only marks the month. A given axis holds all its months, for strips that stand beside each other.
 */
export function makeStrip(coverage: readonly CoverageRun[], axis: DrawnMonths | null = spanOf([coverage])): Strip | null {
  const runs = readRuns(coverage);
  if (runs.length === 0 || axis === null) return null;
  const { first, last } = axis;

  const byMonth = new Map<Month, StripCell>();
  for (const run of runs) {
    const firstMonth = monthOfDate(run.from);
    const lastMonth = run.to === null ? last : monthOfDate(run.to);
    for (let month = firstMonth; month <= lastMonth; month++) {
      const there = byMonth.get(month);
      const overlapped = run.status === "overlap" || (there?.overlapped ?? false);
      if (run.status === "overlap" && there) {
        byMonth.set(month, { ...there, overlapped });
        continue;
      }
      const length = dayOfDate(lastDayOf(month));
      const part = {
        firstDay: month === firstMonth ? dayOfDate(run.from) : 1,
        lastDay: run.to !== null && month === lastMonth ? dayOfDate(run.to) : length,
        status: run.status,
        title: run.title,
        open: run.to === null,
      };
      const parts = laidOver(there?.parts ?? [], part);
      byMonth.set(month, { month, year: yearOfMonth(month), monthIndex: monthOfYear(month) - 1, length, parts, overlapped });
    }
  }

  const firstYear = yearOfMonth(first);
  const lastYear = yearOfMonth(last);
  return {
    firstYear,
    lastYear,
    layout: lastYear - firstYear + 1 <= MOST_ROWS ? "year-rows" : "year-columns",
    cells: [...byMonth.values()],
    legend: COVERAGE_STATUSES.flatMap((status) => {
      const own = runs.filter((run) => run.status === status);
      return own.length === 0 ? [] : legendOf(status, own);
    }),
  };
}

function legendOf(status: CoverageStatus, runs: readonly Run[]): StripLegend {
  let months = 0;
  let days = 0;
  for (const { from, to, byDay } of runs) {
    if (to === null) continue;
    if (byDay) days += daysBetween(from, to) + 1;
    else months += monthOfDate(to) - monthOfDate(from) + 1;
  }
  const open = runs.find((run) => run.to === null);
  const openFrom = open === undefined ? null : open.byDay ? formatDate(open.from) : formatMonth(monthOfDate(open.from));
  return { status, months, openFrom, ...(days > 0 ? { days } : {}) };
}
