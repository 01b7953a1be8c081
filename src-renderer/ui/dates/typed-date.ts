/** Dates and months as a clerk types them, with the signs of an input method, brought to ISO form. What cannot be read stays as it was typed. */
import { fold } from "../../../src-shared/domain/fold.ts";
import { parseDate, parseMonth } from "../../../src-shared/domain/calendar.ts";

const DIGITS_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const LOOSE_DATE = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;
const DIGITS_MONTH = /^(\d{4})(\d{2})$/;
const LOOSE_MONTH = /^(\d{4})[-./年](\d{1,2})月?$/;

/** `20250715`, `2025.7.15`, `2025年7月15日` → `2025-07-15`; `undefined` when it is no real day. */
export function readDate(typed: string): string | undefined {
  const text = fold(typed).trim();
  const match = DIGITS_DATE.exec(text) ?? LOOSE_DATE.exec(text);
  if (!match) return undefined;
  const iso = `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`;
  return parseDate(iso) === undefined ? undefined : iso;
}

/** `200204`, `2002.4`, `2002年4月` → `2002-04`; `undefined` when it is no month. */
export function readMonth(typed: string): string | undefined {
  const text = fold(typed).trim();
  const match = DIGITS_MONTH.exec(text) ?? LOOSE_MONTH.exec(text);
  if (!match) return undefined;
  const month = `${match[1]}-${match[2]?.padStart(2, "0")}`;
  return parseMonth(month) === undefined ? undefined : month;
}

export const tidyDate = (typed: string): string => readDate(typed) ?? typed.trim();
export const tidyMonth = (typed: string): string => readMonth(typed) ?? typed.trim();
