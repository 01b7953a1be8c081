/** What is known of a life on a day: the months paid until then, by who paid and where, from the point of view of one city. */
import {
  firstDayOf,
  monthOf,
  monthOfDate,
  yearOfDate,
  yearOfMonth,
  type Month,
  type PackedDate,
} from "../../src-shared/domain/calendar.ts";
import { isEmployee, type City, type Life, type Span, type Who } from "./life.ts";
import { emptyLine, firstOf, has, lastUpTo, paint, together, type Line } from "./months.ts";

interface Layer {
  readonly here: Line;
  readonly away: Line;
}

export interface Past {
  readonly months: Readonly<Record<Who, Layer>>;
  /** Months of a unit here that it has not paid by now, whether or not it will. */
  readonly owed: Line;
  /** Employee months paid only after the end of their calendar year. */
  readonly late: Line;
}

/** Everything paid before the day, months of the running month left out: whether that one is paid is the question at the counter. */
export function pastOf(life: Life, city: City, day: PackedDate): Past {
  const layer = (): Layer => ({ here: emptyLine(), away: emptyLine() });
  const past: Past = {
    months: { unit: layer(), flexible: layer(), fund: layer(), resident: layer(), service: layer(), military: layer() },
    owed: emptyLine(),
    late: emptyLine(),
  };
  const running = monthOfDate(day);
  for (const span of life.spans) {
    const layers = past.months[span.who];
    const target = span.place === city ? layers.here : layers.away;
    if (isPaidBy(span, day)) {
      const last = span.left !== null && running > span.left ? span.left : span.to;
      paint(target, span.from, span.paidOn === null ? Math.min(last, running - 1) : last);
      if (span.paidOn !== null && isEmployee(span.who))
        paint(past.late, span.from, Math.min(span.to, monthOf(yearOfDate(span.paidOn), 1) - 1));
    } else if (span.who === "unit" && span.place === city) paint(past.owed, span.from, Math.min(span.to, running - 1));
  }
  return past;
}

const isPaidBy = (span: Span, day: PackedDate): boolean => !span.owed && (span.paidOn === null || span.paidOn < day);

export const employeeHere = ({ months: { unit, flexible, fund } }: Past): Line => together(unit.here, flexible.here, fund.here);
export const employeeAway = ({ months: { unit, flexible, fund } }: Past): Line => together(unit.away, flexible.away, fund.away);
export const employee = (past: Past): Line => together(employeeHere(past), employeeAway(past));
export const resident = ({ months }: Past): Line => together(months.resident.here, months.resident.away);
export const insured = (past: Past): Line => together(employee(past), resident(past));

export interface LastInsured {
  readonly scheme: "employee" | "resident";
  readonly who: Who;
  readonly here: boolean;
  readonly month: Month;
}

/**
 * The insurance that a payment in `month` goes on with, or comes after; `null` for somebody never insured.
 * The month itself is in it where it was paid in advance.
 */
export function lastInsured(past: Past, month: Month): LastInsured | null {
  let found: LastInsured | null = null;
  // who is in a job while a year paid as a resident still runs is an employee
  for (const who of ["resident", "fund", "flexible", "unit"] as const)
    for (const here of [false, true]) {
      const last = lastUpTo(here ? past.months[who].here : past.months[who].away, month);
      if (last !== null && (found === null || last >= found.month))
        found = { scheme: who === "resident" ? "resident" : "employee", who, here, month: last };
    }
  return found;
}

/** Unpaid months between the last paid one and the month of payment; `null` where nothing was paid before. */
export function gapOf(paid: Line, month: Month): number | null {
  const last = lastUpTo(paid, month);
  return last === null ? null : Math.max(0, month - last - 1);
}

/** How all months of a calendar year were paid. */
export function paidYear(past: Past, year: number): "in-time" | "back-paid" | "not-full" {
  const paid = employee(past);
  let answer: "in-time" | "back-paid" = "in-time";
  for (let month = monthOf(year, 1); month <= monthOf(year, 12); month++) {
    if (!has(paid, month)) return "not-full";
    if (has(past.late, month)) answer = "back-paid";
  }
  return answer;
}

/** The last calendar year with a month of either scheme in it, up to and with the month. */
export function lastInsuredYear(past: Past, month: Month): number | null {
  const last = lastUpTo(insured(past), month);
  return last === null ? null : yearOfMonth(last);
}

/** The day on which the first payment of the year arrived, before the one in hand; `null` where there was none. */
export function firstPaymentOfYear(life: Life, day: PackedDate): PackedDate | null {
  const year = yearOfDate(day);
  const days = life.spans.flatMap(({ who, from, to, paidOn, firstOn, owed }) => {
    if (!isEmployee(who) || owed) return [];
    if (paidOn !== null) return yearOfDate(paidOn) === year && to >= monthOf(year, 1) ? [paidOn] : [];
    const first = Math.max(from, monthOf(year, 1));
    if (first > to || yearOfMonth(first) !== year) return [];
    return [first === from && firstOn !== null ? firstOn : firstDayOf(first)];
  });
  const before = days.filter((found) => found < day);
  return before.length === 0 ? null : Math.min(...before);
}

/** In what capacity the last, or the first, employee month was paid here; `null` for nobody. */
export function capacityHere({ months }: Past, which: "first" | "last", until: Month): "unit" | "flexible" | "fund" | null {
  let found: { readonly who: "unit" | "flexible" | "fund"; readonly month: Month } | null = null;
  for (const who of ["fund", "flexible", "unit"] as const) {
    const month = which === "last" ? lastUpTo(months[who].here, until) : firstOf(months[who].here);
    if (month === null || month > until) continue;
    if (found === null || (which === "last" ? month > found.month : month < found.month)) found = { who, month };
  }
  return found?.who ?? null;
}
