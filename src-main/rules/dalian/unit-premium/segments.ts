/** The months asked about, cut where the wage's year, a limit or a rate changes: inside a segment every month costs the same. */
import { firstDayOf, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import { EMPTY } from "../../../../src-shared/domain/periods.ts";
import type { SomeFacts, Words } from "../../generated/dalian/unit-premium.ts";

export interface Segment {
  readonly from: Month;
  readonly to: Month;
  /** Row of the table that the months have in common. */
  readonly row: number;
  /** Whose wage makes the base. */
  readonly year: number;
}

export type SegmentNames = ReturnType<typeof bindSegments>;

export const bindSegments = ({ table: { unitPremium }, reading: { unitPremiumYear }, figure }: Words) => ({
  rules: unitPremium.by("month", "wageYear"),
  wageYear: unitPremium.in.wageYear,
  wageYearRead: unitPremium.in.wageYear[unitPremiumYear.chosen],
  /** Everything that a month's price goes by. */
  figures: Object.values(figure),
});

/** Whether the two readings of the wage's year go by different rows: only before the base year became the calendar year. */
export const yearIsOpen = ({ rules, wageYear }: SegmentNames, month: Month): boolean =>
  rules.row2(month, wageYear.baseYear) !== rules.row2(month, wageYear.calendarYear);

export function segmentsOf({ rules, wageYearRead, figures }: SegmentNames, { months }: SomeFacts): readonly Segment[] {
  const set = months?.set ?? EMPTY;
  const segments: Segment[] = [];
  const sameFigures = (one: Month, other: Month): boolean =>
    figures.every((figure) => figure.at(firstDayOf(one)) === figure.at(firstDayOf(other)));
  for (let i = 0; i < set.length; i += 2) {
    for (let month = set[i]!; month <= set[i + 1]!; month++) {
      const row = rules.row2(month, wageYearRead);
      // last year by the calendar, or the year that the base year goes by
      const year = rules.value(row, rules.out.lastYear) === 1 ? yearOfMonth(month) - 1 : rules.value(row, rules.out.year);
      const last = segments.at(-1);
      if (last?.to === month - 1 && last.row === row && last.year === year && sameFigures(last.from, month))
        segments[segments.length - 1] = { ...last, to: month };
      else segments.push({ from: month, to: month, row, year });
    }
  }
  return segments;
}

/** Whether the segment is asked of the rules from 2020-07 on; of older months nothing else is asked. */
export const isCurrent = ({ rules }: SegmentNames, { row }: Segment): boolean => rules.value(row, rules.out.current) === 1;

/** Years whose wages the months go by, in order. */
export const yearsOf = (names: SegmentNames, segments: readonly Segment[]): readonly number[] => [
  ...new Set(segments.filter((segment) => isCurrent(names, segment)).map(({ year }) => year)),
];
