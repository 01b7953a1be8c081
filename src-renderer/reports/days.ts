/** Days and spans of days, reckoned without a clock. */
import { Temporal } from "temporal-polyfill";

export const dayAfter = (isoDate: string, days: number): string => Temporal.PlainDate.from(isoDate).add({ days }).toString();

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export const SPANS = ["month", "quarter", "twelve", "year"] as const;
export type SpanName = (typeof SPANS)[number];

/** Up to and with `today`; `quarter` and `twelve` count whole months, this one included. */
export function spanUntil(today: string, name: SpanName): DayRange {
  const day = Temporal.PlainDate.from(today);
  const first = day.with({ day: 1 });
  const from = {
    month: first,
    quarter: first.subtract({ months: 2 }),
    twelve: first.subtract({ months: 11 }),
    year: first.with({ month: 1 }),
  }[name];
  return { from: from.toString(), to: today };
}
