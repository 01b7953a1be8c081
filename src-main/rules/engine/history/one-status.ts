/**
 * A strip has one status for each month or day. Where a rule paints two (a month bought in which somebody is treated as in service),
 * the weightier one stands and its title names the other.
 */
import {
  addDays,
  firstDayOf,
  formatDate,
  formatMonth,
  lastDayOf,
  monthOfDate,
  parseDate,
  parseMonth,
} from "../../../../src-shared/domain/calendar.ts";
import type { CoverageRun, CoverageStatus } from "../../../../src-shared/domain/decision.ts";

/** What somebody gets stands over what they paid; a double payment over either. */
const WEIGHT: Readonly<Record<CoverageStatus, number>> = {
  overlap: 10,
  retired: 9,
  "in-service": 8,
  waiting: 7,
  gap: 6,
  "not-covered": 6,
  bought: 5,
  covered: 4,
  transferred: 3,
  deemed: 2,
  contributed: 1,
};

const NEVER = 9999_12_31;
const firstDay = (text: string): number => parseDate(text) ?? firstDayOf(parseMonth(text)!);
const lastDay = (text: string | null): number => (text === null ? NEVER : (parseDate(text) ?? lastDayOf(parseMonth(text)!)));

/** @param runs in the order of their begin */
export function oneStatus(runs: readonly CoverageRun[]): readonly CoverageRun[] {
  let end = 0;
  const overlaps = runs.some(({ from, to }) => {
    const found = firstDay(from) <= end;
    end = Math.max(end, lastDay(to));
    return found;
  });
  return overlaps ? parted(runs) : runs;
}

function parted(runs: readonly CoverageRun[]): CoverageRun[] {
  const spans = runs.map((run) => ({ run, from: firstDay(run.from), to: lastDay(run.to) }));
  const cuts = [...new Set(spans.flatMap(({ from, to }) => (to === NEVER ? [from] : [from, addDays(to, 1)])))].sort(
    (a, b) => a - b,
  );
  const result: { run: CoverageRun; from: number; to: number }[] = [];
  for (const [index, from] of cuts.entries()) {
    const next = cuts[index + 1];
    const to = next === undefined ? NEVER : addDays(next, -1);
    const here = spans
      .filter((span) => span.from <= from && from <= span.to)
      .sort((a, b) => WEIGHT[b.run.status] - WEIGHT[a.run.status]);
    const first = here[0];
    if (first === undefined) continue;
    const title = [...new Set(here.map(({ run }) => run.title))].join("；");
    const last = result.at(-1);
    if (last?.run.status === first.run.status && last.run.title === title && addDays(last.to, 1) === from) last.to = to;
    else result.push({ run: { ...first.run, title }, from, to });
  }
  const inMonths = runs.every(({ from }) => parseMonth(from) !== undefined);
  return result.map(({ run, from, to }) => ({
    ...run,
    from: inMonths ? formatMonth(monthOfDate(from)) : formatDate(from),
    to: to === NEVER ? null : inMonths ? formatMonth(monthOfDate(to)) : formatDate(to),
  }));
}
