/** How dates, numbers of sections and personal data are written on papers. */
import { Temporal } from "temporal-polyfill";
import { COUNTER_TIME_ZONE } from "../clock.ts";

/** `2026-11-02` → `2026年11月2日`; `2026-11` → `2026年11月`; other text stays as it is. */
export const chineseDate = (iso: string): string =>
  iso.replace(/^(\d+)-0?(\d+)(?:-0?(\d+))?$/, (_all, year: string, month: string, day: string | undefined) =>
    day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`,
  );

/** The day at the counter on which an instant fell. */
export const chineseDay = (instant: string): string =>
  chineseDate(Temporal.Instant.from(instant).toZonedDateTimeISO(COUNTER_TIME_ZONE).toPlainDate().toString());

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 20 → 二十; for section numbers below 100. */
export function chineseOrdinal(number: number): string {
  const tens = Math.trunc(number / 10);
  const tensText = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return tensText + DIGITS[number % 10];
}
