import { calendarText } from "./calendar-text.ts";

/** Instants of the host as they read at the counter; China has one time zone. */
const CLOCK = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" });

export const clockTime = (instant: string): string => CLOCK.format(new Date(instant));
export const dayText = (instant: string): string => DAY.format(new Date(instant));
export const dayAndTime = (instant: string): string => `${dayText(instant)} ${clockTime(instant).slice(0, 5)}`;

/** `2025-07-15` → `2025年7月15日 星期二`. */
export function longDate(isoDate: string): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return isoDate;
  const weekday = calendarText.weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";
  return calendarText.longDate(year, month, day, weekday);
}
