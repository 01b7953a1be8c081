/** A figure as a stepped line: each value holds from its first day to its last, gaps stay gaps. */
import type { LibraryFigure } from "../../src-shared/contract/library.ts";

export interface ChartPoint {
  /** Milliseconds of the day in UTC. */
  readonly at: number;
  readonly value: number | null;
  /** The value as published, where a new one begins. */
  readonly label: string | null;
}

const DAY = 86_400_000;
const instant = (isoDate: string): number => {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  return Date.UTC(year, month - 1, day);
};

/**
 * @param today where an open value ends on the chart
 * @returns no points where fewer than two values are known or one is no number: a table says it better
 */
export function chartPoints({ values }: LibraryFigure, today: string): ChartPoint[] {
  const known = values.filter(({ value }) => value !== null && /^-?\d+(\.\d+)?$/.test(value));
  if (known.length < 2) return [];
  const points: ChartPoint[] = [];
  for (const [index, { from, to, value }] of known.entries()) {
    const start = instant(from);
    const next = known[index + 1];
    points.push({ at: start, value: Number(value), label: value });
    const end = to === null ? Math.max(instant(today), start + 365 * DAY) : instant(to) + DAY;
    if (next !== undefined && instant(next.from) <= end) continue;
    points.push({ at: end, value: Number(value), label: null });
    if (next !== undefined) points.push({ at: end + 1, value: null, label: null });
  }
  return points;
}

/** `2022-07` */
export const monthOfInstant = (at: number): string => new Date(at).toISOString().slice(0, 7);
