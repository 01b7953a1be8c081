/**
 * Working days after China's yearly holiday notices. The notices are data, one file a year; a year without one is not
 * guessed at, because its holidays and make-up days are settled only in the autumn before.
 */
import { Temporal } from "temporal-polyfill";

/** The holiday notice of one year. */
export interface HolidayYear {
  readonly year: number;
  /** Title and number of the notice. */
  readonly document: string;
  /** Weekdays and weekend days off, ISO dates. */
  readonly holidays: readonly string[];
  /** Weekend days worked instead, ISO dates. */
  readonly workdays: readonly string[];
}

export type DayReckoned = { readonly known: true; readonly date: string } | { readonly known: false; readonly year: number };
export type DaysReckoned = { readonly known: true; readonly days: number } | { readonly known: false; readonly year: number };

const SATURDAY = 6;

export class WorkingCalendar {
  readonly #years: ReadonlyMap<number, { readonly off: ReadonlySet<string>; readonly on: ReadonlySet<string> }>;

  constructor(years: readonly HolidayYear[]) {
    this.#years = new Map(years.map(({ year, holidays, workdays }) => [year, { off: new Set(holidays), on: new Set(workdays) }]));
  }

  get years(): readonly number[] {
    return [...this.#years.keys()].sort((a, b) => a - b);
  }

  /** `undefined` for a day of a year that is not known. */
  isWorkingDay(date: string): boolean | undefined {
    const day = Temporal.PlainDate.from(date);
    const year = this.#years.get(day.year);
    if (!year) return undefined;
    return year.on.has(date) || (day.dayOfWeek < SATURDAY && !year.off.has(date));
  }

  /**
   * The `days`-th working day after `from`: the day itself does not count (Civil Code, article 201).
   * `days` 0 gives `from`.
   */
  after(from: string, days: number): DayReckoned {
    let date = Temporal.PlainDate.from(from);
    for (let left = days; left > 0;) {
      date = date.add({ days: 1 });
      const works = this.isWorkingDay(date.toString());
      if (works === undefined) return { known: false, year: date.year };
      if (works) left--;
    }
    return { known: true, date: date.toString() };
  }

  /** Working days from the day after `from` up to and with `to`; negative where `to` lies before `from`. */
  between(from: string, to: string): DaysReckoned {
    const order = Temporal.PlainDate.compare(from, to);
    if (order > 0) {
      const back = this.between(to, from);
      return back.known ? { known: true, days: -back.days } : back;
    }
    let days = 0;
    const end = Temporal.PlainDate.from(to);
    for (let date = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(date, end) < 0;) {
      date = date.add({ days: 1 });
      const works = this.isWorkingDay(date.toString());
      if (works === undefined) return { known: false, year: date.year };
      if (works) days++;
    }
    return { known: true, days };
  }
}

/** What is wrong with a year's data; empty = sound. For the checker and its test. */
export function holidayYearProblems({ year, holidays, workdays }: HolidayYear): string[] {
  const problems: string[] = [];
  for (const [list, dates] of [
    ["holidays", holidays],
    ["workdays", workdays],
  ] as const) {
    dates.forEach((date, index) => {
      if (!date.startsWith(`${year}-`)) problems.push(`${list}: ${date} is not in ${year}`);
      if (index > 0 && date <= dates[index - 1]!) problems.push(`${list}: ${date} is not after ${dates[index - 1]}`);
    });
  }
  for (const date of workdays) {
    if (Temporal.PlainDate.from(date).dayOfWeek < SATURDAY) problems.push(`workdays: ${date} is no weekend day`);
    if (holidays.includes(date)) problems.push(`${date} is both a holiday and a workday`);
  }
  // seven festivals have 11 days off by law (13 from 2025), and none is left out by a notice
  for (const day of ["01-01", "05-01", "10-01", "10-02", "10-03"]) {
    if (!holidays.includes(`${year}-${day}`)) problems.push(`holidays: ${year}-${day} is missing`);
  }
  const statutory = year >= 2025 ? 13 : 11;
  if (holidays.length < statutory) problems.push(`holidays: only ${holidays.length} days, the law gives ${statutory}`);
  return problems;
}
