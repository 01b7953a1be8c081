import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { readCalendar } from "../../../src-main/desk/policy/calendar.ts";
import { holidayYearProblems, WorkingCalendar } from "../../../src-shared/domain/working-days.ts";

const root = new URL("../../../", import.meta.url);
const calendar = readCalendar(fileURLToPath(new URL("resources/calendar", root)));

/** Every day of a year. */
function* daysOf(year: number): Generator<string> {
  for (let day = Temporal.PlainDate.from({ year, month: 1, day: 1 }); day.year === year; day = day.add({ days: 1 })) {
    yield day.toString();
  }
}

describe("the calendar shipped with the program", () => {
  test("knows the years whose notices are out, and no other", () => {
    expect(calendar.years).toEqual([2024, 2025, 2026]);
  });

  test.each([2024, 2025, 2026])("says of every day of %i what the maintained library says", (year) => {
    const path = new URL(`node_modules/chinese-days/dist/years/${year}.json`, root);
    const library = JSON.parse(readFileSync(path, "utf8")) as Record<"holidays" | "workdays", Record<string, string>>;
    for (const day of daysOf(year)) {
      const weekend = Temporal.PlainDate.from(day).dayOfWeek > 5;
      const expected = day in library.workdays || (!weekend && !(day in library.holidays));
      expect(calendar.isWorkingDay(day), day).toBe(expected);
    }
  });

  // counted by hand in the notices
  test.each([
    ["2024-02-04", true], // Sunday before the Spring Festival
    ["2024-02-09", true],
    ["2025-01-26", true],
    ["2025-10-08", false],
    ["2025-10-09", true],
    ["2026-01-04", true],
    ["2026-02-23", false],
    ["2026-09-20", true],
    ["2026-10-10", true],
  ])("%s is a working day: %s", (day, works) => expect(calendar.isWorkingDay(day)).toBe(works));

  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])("%i has %i working days", (year, count) => {
    expect([...daysOf(year)].filter((day) => calendar.isWorkingDay(day)).length).toBe(count);
  });
});

describe("reckoning", () => {
  test("the day itself does not count", () => {
    expect(calendar.after("2025-07-15", 5)).toEqual({ known: true, date: "2025-07-22" });
    expect(calendar.after("2025-07-15", 0)).toEqual({ known: true, date: "2025-07-15" });
    expect(calendar.between("2025-07-15", "2025-07-22")).toEqual({ known: true, days: 5 });
    expect(calendar.between("2025-07-22", "2025-07-15")).toEqual({ known: true, days: -5 });
  });

  test("holidays and make-up days", () => {
    // 30 September 2025 is a Tuesday; the 1st to the 8th are off, Saturday the 11th is worked
    expect(calendar.after("2025-09-30", 1)).toEqual({ known: true, date: "2025-10-09" });
    expect(calendar.after("2025-09-30", 3)).toEqual({ known: true, date: "2025-10-11" });
    expect(calendar.after("2025-09-30", 4)).toEqual({ known: true, date: "2025-10-13" });
  });

  test("there and back is the same distance", () => {
    for (const day of daysOf(2025)) {
      const after = calendar.after(day, 7);
      if (!after.known) throw new Error(day);
      expect(calendar.between(day, after.date)).toEqual({ known: true, days: 7 });
    }
  });

  test("an unknown year is said, not guessed", () => {
    expect(calendar.isWorkingDay("2027-01-01")).toBeUndefined();
    expect(calendar.isWorkingDay("2027-03-10")).toBeUndefined();
    expect(calendar.after("2026-12-30", 2)).toEqual({ known: false, year: 2027 });
    expect(calendar.after("2026-12-30", 1)).toEqual({ known: true, date: "2026-12-31" });
    expect(calendar.between("2026-12-01", "2027-01-05")).toEqual({ known: false, year: 2027 });
    expect(new WorkingCalendar([]).after("2025-07-15", 1)).toEqual({ known: false, year: 2025 });
  });
});

describe("the checker of a year's data", () => {
  const sound = {
    year: 2025,
    document: "notice",
    holidays: [
      "2025-01-01",
      ...["28", "29", "30", "31"].map((day) => `2025-01-${day}`),
      "2025-04-04",
      "2025-05-01",
      "2025-05-02",
      "2025-06-02",
      "2025-10-01",
      "2025-10-02",
      "2025-10-03",
      "2025-10-06",
    ],
    workdays: ["2025-01-26"],
  };
  test.each([
    ["nothing wrong", {}, /^$/],
    ["another year", { workdays: ["2024-01-27"] }, /not in 2025/],
    ["a weekday as make-up day", { workdays: ["2025-01-27"] }, /no weekend day/],
    ["both at once", { holidays: [...sound.holidays.slice(0, 1), "2025-01-26", ...sound.holidays.slice(1)] }, /both/],
    ["out of order", { holidays: sound.holidays.toReversed() }, /not after/],
    ["National Day forgotten", { holidays: sound.holidays.filter((day) => day !== "2025-10-01") }, /2025-10-01 is missing/],
    ["too few days", { holidays: sound.holidays.filter((day) => day !== "2025-06-02") }, /only 12 days/],
  ])("%s", (_name, change, problem) => {
    expect(holidayYearProblems({ ...sound, ...change }).join("\n")).toMatch(problem);
  });
});
