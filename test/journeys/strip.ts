/** The strip of a decision as days. */
import { addDays, firstDayOf, lastDayOf, parseDate, parseMonth, type PackedDate } from "../../src-shared/domain/calendar.ts";
import type { CoverageRun, CoverageStatus } from "../../src-shared/domain/decision.ts";

export const OPEN_END: PackedDate = 9999_12_31;

export interface Run {
  readonly from: PackedDate;
  readonly to: PackedDate;
  readonly status: CoverageStatus;
}

/** Statuses in which costs are reimbursed, and in which they are not; the others only say how a month counts. */
export const COVERED: ReadonlySet<CoverageStatus> = new Set(["contributed", "bought", "covered", "in-service", "retired"]);
export const UNCOVERED: ReadonlySet<CoverageStatus> = new Set(["gap", "waiting", "not-covered"]);

const firstDay = (text: string): PackedDate => parseDate(text) ?? firstDayOf(parseMonth(text)!);
const lastDay = (text: string): PackedDate => parseDate(text) ?? lastDayOf(parseMonth(text)!);

export const runsOf = (coverage: readonly CoverageRun[]): readonly Run[] =>
  coverage.map(({ from, to, status }) => ({ from: firstDay(from), to: to === null ? OPEN_END : lastDay(to), status }));

/** Statuses shown for a day; one where the strip is sound. */
export const statusesAt = (runs: readonly Run[], day: PackedDate): readonly CoverageStatus[] =>
  runs.filter(({ from, to }) => from <= day && day <= to).map(({ status }) => status);

/** `true` = covered, `false` = not covered, `null` = the strip says nothing of the day. */
export function coveredOn(runs: readonly Run[], day: PackedDate): boolean | null {
  let answer: boolean | null = null;
  for (const status of statusesAt(runs, day)) {
    if (COVERED.has(status)) return true;
    if (UNCOVERED.has(status)) answer = false;
  }
  return answer;
}

/** Two runs that claim one day, if any. */
export function overlapOf(runs: readonly Run[]): readonly [Run, Run] | null {
  const sorted = [...runs].sort((a, b) => a.from - b.from || a.to - b.to);
  for (let index = 1; index < sorted.length; index++) {
    const before = sorted[index - 1]!;
    const after = sorted[index]!;
    if (after.from <= before.to) return [before, after];
  }
  return null;
}

/** The first uncovered day from `from` to `to`, as far as the strip speaks. */
export function uncoveredWithin(runs: readonly Run[], from: PackedDate, to: PackedDate): PackedDate | null {
  for (const run of runs) if (UNCOVERED.has(run.status) && run.from <= to && run.to >= from) return Math.max(run.from, from);
  return null;
}

export const dayBefore = (day: PackedDate): PackedDate => addDays(day, -1);
