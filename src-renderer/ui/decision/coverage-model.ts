/** The month strip without its drawing: runs of months become rows and columns of a calendar. */
import { formatMonth, monthOfYear, parseMonth, yearOfMonth, type Month } from "../../../src-shared/domain/calendar.ts";
import type { CoverageRun, CoverageStatus } from "../../../src-shared/domain/decision.ts";
import { COVERAGE_STATUSES } from "../../../src-shared/domain/decision.ts";

/** An open run is drawn this many months beyond everything that is known. */
const OPEN_TAIL = 12;
/** Up to so many years each year is a row; beyond, each year is a column, which stays flat for a whole working life. */
export const MOST_ROWS = 6;

export interface StripCell {
  readonly month: Month;
  readonly year: number;
  /** 0–11 */
  readonly monthIndex: number;
  readonly status: CoverageStatus;
  readonly title: string;
  /** Belongs to a run without an end. */
  readonly open: boolean;
  /** The month stands in two records and counts once: marked over whatever it counts as. */
  readonly overlapped: boolean;
}

export interface StripLegend {
  readonly status: CoverageStatus;
  /** Months with a known end; 0 when all runs of this status are open. */
  readonly months: number;
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
  readonly from: Month;
  readonly to: Month | null;
  readonly status: CoverageStatus;
  readonly title: string;
}

function readRuns(coverage: readonly CoverageRun[]): Run[] {
  const runs: Run[] = [];
  for (const { from, to, status, title } of coverage) {
    const first = parseMonth(from.slice(0, 7));
    const last = to === null ? null : parseMonth(to.slice(0, 7));
    if (first !== undefined && last !== undefined) runs.push({ from: first, to: last, status, title });
  }
  return runs;
}

/**
 * `null` when there is no month to show. Where runs meet in a month, the later one in the list is drawn;
 * `overlap` only marks the month.
 */
export function makeStrip(coverage: readonly CoverageRun[]): Strip | null {
  const runs = readRuns(coverage);
  if (runs.length === 0) return null;
  const known = runs.flatMap((run) => [run.from, run.to ?? run.from]);
  const first = Math.min(...known);
  const lastKnown = Math.max(...known);
  const last = runs.some((run) => run.to === null) ? lastKnown + OPEN_TAIL : lastKnown;

  const byMonth = new Map<Month, StripCell>();
  for (const run of runs) {
    for (let month = run.from; month <= (run.to ?? last); month++) {
      const there = byMonth.get(month);
      const overlapped = run.status === "overlap" || (there?.overlapped ?? false);
      if (run.status === "overlap" && there) {
        byMonth.set(month, { ...there, overlapped });
        continue;
      }
      byMonth.set(month, {
        month,
        year: yearOfMonth(month),
        monthIndex: monthOfYear(month) - 1,
        status: run.status,
        title: run.title,
        open: run.to === null,
        overlapped,
      });
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
      if (own.length === 0) return [];
      const open = own.find((run) => run.to === null);
      return {
        status,
        months: own.reduce((sum, run) => sum + (run.to === null ? 0 : run.to - run.from + 1), 0),
        openFrom: open === undefined ? null : formatMonth(open.from),
      };
    }),
  };
}
