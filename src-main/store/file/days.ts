/**
 * Days of the counter as numbers of rows. Lists are in the order of writing; a span of days is a range of numbers in it, or several
 * where a clock was turned: a day then has parts that do not follow each other.
 */
import type { Reader, Value } from "./connection.ts";

/** The first number of each run of one day; triggers of the schema keep them, see migration 17. */
export type Runs = "audit_days" | "event_days";

const NUMBERED: Readonly<Record<Runs, { readonly table: string; readonly number: string }>> = {
  audit_days: { table: "audit", number: "sequence" },
  event_days: { table: "case_events", number: "number" },
};

/** ISO days, both included; without either end: from the first, to the last. */
export interface DaySpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Numbers of rows, both included. */
type Range = readonly [first: number, last: number];

/** `undefined`: whatever day. */
export function rangesOf(reader: Reader, runs: Runs, { from, to }: DaySpan): readonly Range[] | undefined {
  if (from === undefined && to === undefined) return undefined;
  const found = reader.all<{ first: number; next: number | null }>(
    `SELECT first, (SELECT min(first) FROM ${runs} AS later WHERE later.first > run.first) AS next FROM ${runs} AS run
     WHERE day BETWEEN ? AND ? ORDER BY first`,
    from ?? "",
    to ?? "9999-12-31",
  );
  const ranges: [first: number, last: number][] = [];
  for (const { first, next } of found) {
    const before = ranges.at(-1);
    const last = (next ?? Number.MAX_SAFE_INTEGER) - 1;
    if (before?.[1] === first - 1) before[1] = last;
    else ranges.push([first, last]);
  }
  return ranges;
}

/** A condition on a column of numbers: within the first and the last of them it is walked along an index. */
export function within(
  column: string,
  ranges: readonly Range[],
): { readonly sql: string; readonly parameters: readonly Value[] } {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return { sql: `${column} < 0`, parameters: [] };
  const bounds = `${column} >= ? AND ${column} <= ?`;
  if (ranges.length === 1) return { sql: bounds, parameters: [first[0], last[1]] };
  return {
    sql: `${bounds} AND EXISTS (SELECT 1 FROM json_each(?) WHERE ${column} BETWEEN value ->> 0 AND value ->> 1)`,
    parameters: [first[0], last[1], JSON.stringify(ranges)],
  };
}

/** Whether the runs are those of the rows. Reads them all. */
export function runsAreSound(reader: Reader, runs: Runs): boolean {
  const { table, number } = NUMBERED[runs];
  const told = `SELECT first, day FROM (
    SELECT ${number} AS first, date(at, '+8 hours') AS day, lag(date(at, '+8 hours')) OVER (ORDER BY ${number}) AS before FROM ${table})
    WHERE day IS NOT before`;
  const kept = `SELECT first, day FROM ${runs}`;
  const { differing } = reader.get<{ differing: number }>(
    `SELECT count(*) AS differing FROM (
       SELECT * FROM (${told} EXCEPT ${kept}) UNION ALL SELECT * FROM (${kept} EXCEPT ${told}))`,
  )!;
  return differing === 0;
}
