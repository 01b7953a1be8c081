/** The months asked about, cut where the wage's year, a limit or a rate changes: inside a segment every month costs the same. */
import { firstDayOf, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import { EMPTY } from "../../../../src-shared/domain/periods.ts";
import type { Names, SomePremiumFacts } from "./names.ts";

export interface Segment {
  readonly from: Month;
  readonly to: Month;
  /** Row of the table that the months have in common. */
  readonly row: number;
  /** Whose wage makes the base. */
  readonly year: number;
}

type YearNames = Pick<Names, "year">;
/** Values of the table's second input. */
const BASE_YEAR = 0;
const CALENDAR_YEAR = 1;

const rowOf = ({ year }: YearNames, month: Month): number => year.table.row2(month, year.reading.value);

/** Whether the two readings of the wage's year go by different rows: only before the base year became the calendar year. */
export const yearIsOpen = ({ year: { table } }: YearNames, month: Month): boolean =>
  table.row2(month, BASE_YEAR) !== table.row2(month, CALENDAR_YEAR);

/** Last year by the calendar, or the year that the base year goes by. */
const wageYear = ({ year: { table, output } }: YearNames, row: number, month: Month): number =>
  table.value(row, output.lastYear) === 1 ? yearOfMonth(month) - 1 : table.value(row, output.year);

export function segmentsOf(names: Names, { months }: SomePremiumFacts): readonly Segment[] {
  const set = months?.set ?? EMPTY;
  const segments: Segment[] = [];
  for (let i = 0; i < set.length; i += 2) {
    for (let month = set[i]!; month <= set[i + 1]!; month++) {
      const row = rowOf(names, month);
      const year = wageYear(names, row, month);
      const last = segments.at(-1);
      if (last?.to === month - 1 && last.row === row && last.year === year && sameFigures(names, last.from, month))
        segments[segments.length - 1] = { ...last, to: month };
      else segments.push({ from: month, to: month, row, year });
    }
  }
  return segments;
}

function sameFigures({ limits, personRates, unitRates }: Names, one: Month, other: Month): boolean {
  const a = firstDayOf(one);
  const b = firstDayOf(other);
  return (
    limits.same(a, b) &&
    [personRates.basic, personRates.largeSum, unitRates.basic, unitRates.largeSum].every(
      (figure) => figure.at(a) === figure.at(b),
    )
  );
}

/** Whether the segment is asked of the rules from 2020-07 on; of older months nothing else is asked. */
export const isCurrent = ({ year: { table, output } }: YearNames, { row }: Segment): boolean =>
  table.value(row, output.current) === 1;

/** Years whose wages the months go by, in order. */
export const yearsOf = (names: YearNames, segments: readonly Segment[]): readonly number[] => [
  ...new Set(segments.filter((segment) => isCurrent(names, segment)).map(({ year }) => year)),
];
