/** What somebody invented comes to the counter for. */
import {
  formatDate,
  formatMonth,
  fromPlainDate,
  monthOfDate,
  parseDate,
  toPlainDate,
} from "../../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import type { Sex } from "../../../src-shared/domain/identity/kinds.ts";

/** The days and months of a visit, counted from its day. */
export interface VisitDay {
  /** ISO */
  readonly today: string;
  readonly year: number;
  /** `YYYY-MM`, so many months later or, below nothing, earlier. */
  month(later: number): string;
  /** ISO, so many days later or, below nothing, earlier. */
  day(later: number): string;
}

export interface Visit {
  /** Of the matter, with its city. */
  readonly matter: string;
  /** How old the person is; without it somebody of the matter's usual age. */
  readonly age?: { readonly years: number } | { readonly days: number };
  readonly sex?: Sex;
  /** May hold more than is asked: only what is asked is answered. */
  facts(at: VisitDay): FactInputs;
}

/** @param today ISO */
export function visitDay(today: string): VisitDay {
  const date = parseDate(today)!;
  const month = monthOfDate(date);
  return {
    today,
    year: Number(today.slice(0, 4)),
    month: (later) => formatMonth(month + later),
    day: (later) => formatDate(fromPlainDate(toPlainDate(date).add({ days: later }))),
  };
}

/** Months without a break, from `from` to `to` of the visit's months. */
export const periods = (at: VisitDay, from: number | string, to: number): { periods: { from: string; to: string }[] } => ({
  periods: [{ from: typeof from === "string" ? from : at.month(from), to: at.month(to) }],
});
