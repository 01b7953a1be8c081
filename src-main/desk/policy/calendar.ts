/** The holiday notices shipped with the program, and what is said of years without one. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { parse } from "yaml";
import { z } from "zod";
import type { OfficeCalendar } from "../../../src-shared/contract/index.ts";
import { toPlainDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { holidayYearProblems, WorkingCalendar, type HolidayYear } from "../../../src-shared/domain/working-days.ts";
import { CALENDAR_TEXT } from "./text.ts";

const day = z.iso.date();
const yearFile = z.strictObject({
  year: z.int().min(2000).max(2100),
  document: z.string().min(1),
  holidays: z.array(z.strictObject({ title: z.string().min(1), from: day, to: day })).min(1),
  workdays: z.array(day),
});

/** From this month of a year on, limits reach into the next one. */
const NEXT_YEAR_MATTERS_FROM = 11;

/** @throws Error naming the file when a year's data are not sound */
function readHolidayYear(path: string): HolidayYear {
  try {
    // dates stay text in YAML's core schema
    const { year, document, holidays, workdays } = yearFile.parse(parse(readFileSync(path, "utf8")));
    const known = { year, document, workdays, holidays: holidays.flatMap(({ from, to }) => daysOf(from, to)) };
    const problems = holidayYearProblems(known);
    if (problems.length > 0) throw new Error(problems.join("; "));
    return known;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** @param directory one YAML file a year */
export function readCalendar(directory: string): WorkingCalendar {
  const files = readdirSync(directory).filter((name) => /^\d{4}\.yaml$/.test(name));
  return new WorkingCalendar(files.map((name) => readHolidayYear(join(directory, name))));
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(to);
  for (let date = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    days.push(date.toString());
  }
  return days;
}

export function calendarView(calendar: WorkingCalendar, today: PackedDate): OfficeCalendar {
  const { year, month } = toPlainDate(today);
  const { years } = calendar;
  const needed = month >= NEXT_YEAR_MATTERS_FROM ? [year, year + 1] : [year];
  const missing = needed.filter((wanted) => !years.includes(wanted));
  return { years, warning: missing.length === 0 ? null : CALENDAR_TEXT.missing(missing) };
}
