/**
 * Calendar months and dates as plain integers.
 *
 * The rules compare and count months and dates millions of times a second, so both are numbers:
 * a month is the count of months since year 0 (2026-03 → 24314), a date is packed as yyyymmdd
 * (2026-03-04 → 20260304). Both orders are the calendar order, and both are read and reckoned with as integers: a `Temporal` object
 * for each date that is read cost most of the time of checking a form.
 */
import { Temporal } from "temporal-polyfill";

/** Months since year 0: `year * 12 + (month - 1)`. */
export type Month = number;
/** A calendar date packed as yyyymmdd. */
export type PackedDate = number;

export const monthOf = (year: number, month: number): Month => year * 12 + month - 1;
export const yearOfMonth = (month: Month): number => Math.floor(month / 12);
export const monthOfYear = (month: Month): number => (month % 12) + 1;

export const packDate = (year: number, month: number, day: number): PackedDate => year * 10000 + month * 100 + day;
export const yearOfDate = (date: PackedDate): number => Math.trunc(date / 10000);
export const dayOfDate = (date: PackedDate): number => date % 100;
export const monthOfDate = (date: PackedDate): Month => yearOfDate(date) * 12 + (Math.trunc(date / 100) % 100) - 1;
export const firstDayOf = (month: Month): PackedDate => packDate(yearOfMonth(month), monthOfYear(month), 1);

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const SHORTEST_MONTH = 28;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function lastDayOf(month: Month): PackedDate {
  const index = month % 12;
  const length = index === 1 && isLeapYear(yearOfMonth(month)) ? 29 : MONTH_LENGTHS[index]!;
  return packDate(yearOfMonth(month), index + 1, length);
}

const MONTH_TEXT = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DATE_TEXT = /^\d{4}-\d{2}-\d{2}$/;

const ZERO = 48;

/** The number that `length` digits make from `start` on. `Number` of a part of a text takes several times as long. */
export function digitsAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) value = value * 10 + text.charCodeAt(i) - ZERO;
  return value;
}

/** Reads `YYYY-MM`; `undefined` when it is not a month. */
export const parseMonth = (text: string): Month | undefined =>
  MONTH_TEXT.test(text) ? monthOf(digitsAt(text, 0, 4), digitsAt(text, 5, 2)) : undefined;

/** Reads `YYYY-MM-DD`; `undefined` when no such day exists. */
export function parseDate(text: string): PackedDate | undefined {
  if (!DATE_TEXT.test(text)) return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  if (month < 1 || month > 12 || day < 1) return undefined;
  const date = packDate(year, month, day);
  return date <= lastDayOf(monthOf(year, month)) ? date : undefined;
}

/** `String.padStart` takes several times as long. */
const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

export function formatMonth(month: Month): string {
  return `${String(yearOfMonth(month)).padStart(4, "0")}-${twoDigits(monthOfYear(month))}`;
}

export function formatDate(date: PackedDate): string {
  return `${formatMonth(monthOfDate(date))}-${twoDigits(dayOfDate(date))}`;
}

export const toPlainDate = (date: PackedDate): Temporal.PlainDate =>
  new Temporal.PlainDate(yearOfDate(date), monthOfYear(monthOfDate(date)), dayOfDate(date));

export const fromPlainDate = (date: Temporal.PlainDate): PackedDate => packDate(date.year, date.month, date.day);

/**
 * The day on which someone born on `birth` turns `years`.
 * Born on 29 February and no such day in that year: 28 February, after article 202 of the Civil Code
 * (a period that has no corresponding day ends on the last day of the month).
 */
export function birthday(birth: PackedDate, years: number): PackedDate {
  const isLeapDay = birth % 10000 === 229;
  const year = yearOfDate(birth) + years;
  return year * 10000 + (isLeapDay && !isLeapYear(year) ? 228 : birth % 10000);
}

/** Age in full years (周岁) on a date. */
export function ageOn(birth: PackedDate, date: PackedDate): number {
  const years = yearOfDate(date) - yearOfDate(birth);
  return birthday(birth, years) <= date ? years : years - 1;
}

/** Days since 1970-01-01, after Howard Hinnant's `days_from_civil`: plain integers, so that rules may count days in bulk. */
function dayNumber(date: PackedDate): number {
  const month = Math.trunc(date / 100) % 100;
  // years begin in March, so that the leap day is the last of its year
  const year = month > 2 ? yearOfDate(date) : yearOfDate(date) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfDate(date) - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function dateOfDayNumber(day: number): PackedDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return packDate(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** The date so many days later; earlier for a negative number. Mostly the next or the last day, which lies in the same month. */
export function addDays(date: PackedDate, days: number): PackedDate {
  const day = dayOfDate(date) + days;
  return day >= 1 && day <= SHORTEST_MONTH ? date + days : dateOfDayNumber(dayNumber(date) + days);
}

/** Days from one date to a later one: 0 on the same day. */
export const daysBetween = (from: PackedDate, to: PackedDate): number => dayNumber(to) - dayNumber(from);

/** The corresponding day so many months later; the last day of a month that has no such day. */
export function addMonths(date: PackedDate, months: number): PackedDate {
  const month = monthOfDate(date) + months;
  return Math.min(firstDayOf(month) + dayOfDate(date) - 1, lastDayOf(month));
}
