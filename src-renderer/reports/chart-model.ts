/** Rows of the statistics as bars. */
import type { StatisticsRow } from "../../src-shared/contract/reports.ts";

/** Lying bars that can be read at one look; the table below holds the rest. */
export const MOST_BARS = 10;
const LONGEST_LABEL = 12;

export interface ChartRow extends Record<string, unknown> {
  readonly label: string;
  readonly title: string;
  readonly accepted: number;
  readonly settled: number;
  readonly advised: number;
}

const shortened = (title: string): string => (title.length > LONGEST_LABEL ? `${title.slice(0, LONGEST_LABEL - 1)}…` : title);

/** Months stand as they are; of matters and clerks the first ones, in the order they come. */
export function chartRows(rows: readonly StatisticsRow[], lying: boolean): ChartRow[] {
  const shown = lying ? rows.slice(0, MOST_BARS) : rows;
  const labels = shown.map(({ id, title }) => (lying ? shortened(title) : id.slice(2)));
  return shown.map(({ title, counts }, at) => {
    const label = labels[at]!;
    // two names may be cut to the same words; a chart would draw them as one
    const twin = labels.slice(0, at).filter((one) => one === label).length;
    const { accepted, settled, advised } = counts;
    return { label: twin === 0 ? label : `${label}${twin + 1}`, title, accepted, settled, advised };
  });
}

/** Months before anything was done have nothing to show. */
export const fromFirstCount = (rows: readonly StatisticsRow[]): readonly StatisticsRow[] => {
  const first = rows.findIndex(hasCounts);
  return first < 0 ? rows : rows.slice(first);
};

export const hasCounts = ({ counts }: StatisticsRow): boolean => Object.values(counts).some((count) => count > 0);
