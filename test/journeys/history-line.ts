/** A life as the one line of text in which a counter takes a history: `d200402-200912 l201003-202503 g198907-200401`. */
import { formatDate, formatMonth, monthOfDate, type Month, type PackedDate } from "../../src-shared/domain/calendar.ts";
import { isEmployee, type Life, type Place, type Span, type Who } from "./life.ts";

const SIGN: Readonly<Record<Who, string>> = { unit: "d", flexible: "l", fund: "s", resident: "j", service: "g", military: "b" };

const compact = (month: Month): string => formatMonth(month).replace("-", "");
const day = (date: PackedDate): string => formatDate(date).replaceAll("-", "");

function word(span: Span, city: Place): string {
  const { who, place, from, to, paidOn, owed, left } = span;
  const elsewhere = place !== city && isEmployee(who) ? "w" : "";
  const begin = paidOn !== null && monthOfDate(paidOn) === from ? day(paidOn) : compact(from);
  const late = paidOn !== null && monthOfDate(paidOn) > to ? `!${compact(monthOfDate(paidOn))}` : "";
  return `${elsewhere}${SIGN[who]}${begin}-${compact(left ?? to)}${late}${owed ? "?" : ""}`;
}

/** All of it; what was never paid is said to be so. */
export function historyLine(life: Life, city: Place = "dalian"): string {
  return life.spans.map((span) => word(span, city)).join(" ");
}
