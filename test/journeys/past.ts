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
import { emptyLine, firstOf, has, lastUpTo, paint, together, without, type Line } from "./months.ts";

interface Layer {
  readonly here: Line;
  readonly away: Line;
}

export interface Past {
  readonly months: Readonly<Record<Who, Layer>>;
  /** Months of a unit here that it has not paid by now, whether or not it will. */
  readonly owed: Line;
  /** Employee months paid only after the end of their calendar year, and by nobody before. */
  readonly late: Line;
}

/**
 * What was paid before the day, the running month left out: whether that one is paid is the question at the counter. What a unit has not
 * paid by then is owed, whether or not it will be.
 */
export function spansBy(life: Life, day: PackedDate): readonly Span[] {
  const running = monthOfDate(day);
  return life.spans.flatMap((span): Span[] => {
    const isPaid = isPaidBy(span, day);
    if (!isPaid && span.who !== "unit") return [];
    const last = isPaid && span.left !== null && running > span.left ? span.left : span.to;
    const to = isPaid && span.paidOn !== null ? last : Math.min(last, running - 1);
    return span.from > to ? [] : [isPaid ? { ...span, to, left: null } : { ...span, to, paidOn: null, owed: true }];
  });
}

/** The same as lines of months. */
export function pastOf(life: Life, city: City, day: PackedDate): Past {
  const layer = (): Layer => ({ here: emptyLine(), away: emptyLine() });
  const past: Past = {
    months: { unit: layer(), flexible: layer(), fund: layer(), resident: layer(), service: layer(), military: layer() },
    owed: emptyLine(),
    late: emptyLine(),
  };
  const inTime = emptyLine();
  for (const { who, place, from, to, paidOn, owed } of spansBy(life, day)) {
    if (owed) {
      if (place === city) paint(past.owed, from, to);
      continue;
    }
    paint(place === city ? past.months[who].here : past.months[who].away, from, to);
    if (!isEmployee(who)) continue;
    const lastLate = paidOn === null ? from - 1 : Math.min(to, monthOf(yearOfDate(paidOn), 1) - 1);
    paint(past.late, from, lastLate);
    paint(inTime, Math.max(from, lastLate + 1), to);
  }
  return { ...past, late: without(past.late, inTime) };
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
  // who pays for months that the fund pays, too, is what they pay as
  for (const who of ["flexible", "fund", "unit"] as const) {
    const month = which === "last" ? lastUpTo(months[who].here, until) : firstOf(months[who].here);
    if (month === null || month > until) continue;
    if (found === null || (which === "last" ? month > found.month : month < found.month)) found = { who, month };
  }
  return found?.who ?? null;
}
