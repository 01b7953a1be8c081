/**
 * With the past fixed, who pays or resumes earlier is never covered later (ALL-05). The twin of a case pays a day or a month earlier; all
 * that lies before both payments stays as it is.
 */
import { isDeepStrictEqual } from "node:util";
import {
  addDays,
  addMonths,
  formatDate,
  monthOfDate,
  parseDate,
  parseMonth,
  yearOfDate,
  type PackedDate,
} from "../../src-shared/domain/calendar.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInput } from "../../src-shared/domain/facts.ts";
import { HISTORY_FACT } from "../../src-shared/domain/history/history.ts";
import { dayOf, FIRST_DAYS } from "../journeys/ask.ts";
import { coveredOn, runsOf } from "../journeys/strip.ts";
import { consultIn, decidedIn, where, type Case } from "./city.ts";
import { Tally, type Law } from "./law.ts";

/** The day of the payment in hand, where it is not the day at the counter. */
const PAID_ON = "paidOn";

function firstDay({ dates }: Decision): PackedDate | null {
  for (const id of FIRST_DAYS) {
    const found = dates.find((date) => date.id === id);
    if (found !== undefined) return dayOf(found.value);
  }
  return null;
}

const assumedOf = ({ assumed }: Decision): readonly string[] =>
  (assumed ?? []).filter(({ fact }) => fact !== PAID_ON).map(({ fact, display }) => `${fact} ${display}`);

/** Days and months that an answer names. */
function* timesIn(input: FactInput): Generator<PackedDate> {
  if (typeof input === "string") {
    const day = parseDate(input);
    const month = parseMonth(input);
    if (day !== undefined) yield day;
    else if (month !== undefined) yield dayOf(input);
  } else if (typeof input === "object" && input !== null) {
    if ("periods" in input) for (const { from, to } of input.periods) for (const text of [from, to]) yield* timesIn(text);
    else if ("items" in input) for (const item of input.items) for (const value of Object.values(item)) yield* timesIn(value);
  }
}

/** The same past, and the payment on an earlier day; `null` where the past would not be the same, or the year another one. */
function twinOf(one: Case, day: PackedDate): Case | null {
  const { [PAID_ON]: told, ...past } = one.facts;
  const paidOn = typeof told === "string" ? parseDate(told) : parseDate(one.asOf);
  if (paidOn === undefined || yearOfDate(day) !== yearOfDate(paidOn) || HISTORY_FACT in past) return null;
  const isPast = (time: PackedDate): boolean => time <= day && monthOfDate(time) < monthOfDate(day);
  const times = Object.values(past).flatMap((input) => [...timesIn(input)]);
  // what lies between the two payments would be the past of one of them only
  if (times.some((time) => !isPast(time) && time <= paidOn)) return null;
  return told === undefined ? { ...one, asOf: formatDate(day) } : { ...one, facts: { ...past, [PAID_ON]: formatDate(day) } };
}

export const earlierIsNeverWorse: Law = {
  title: "with the past fixed, paying or resuming earlier is never worse",
  concerns: (city) => decidedIn(city).some(({ decision }) => firstDay(decision) !== null),
  check(city) {
    const tally = new Tally();
    for (const { one, decision } of decidedIn(city)) {
      const first = firstDay(decision);
      const told = one.facts[PAID_ON];
      const paidOn = parseDate(typeof told === "string" ? told : one.asOf);
      if (first === null || paidOn === undefined) continue;
      for (const [how, day] of [
        ["a day", addDays(paidOn, -1)],
        ["a month", addMonths(paidOn, -1)],
      ] as const) {
        const twin = twinOf(one, day);
        if (twin === null) continue;
        const { decision: earlier } = consultIn(city.pack(one.office), twin);
        // who cannot pay yet, or pays for another year unless he says so, does not do the same
        if (earlier === null || earlier.outcome !== decision.outcome) continue;
        if (!isDeepStrictEqual(assumedOf(earlier), assumedOf(decision))) continue;
        tally.count += 1;
        const found = firstDay(earlier);
        // without an interruption there is no first day
        const isBetter = found === null ? coveredOn(runsOf(earlier.coverage), first) !== false : found <= first;
        if (!isBetter) tally.faults.push(`${where(one)}: covered from ${first}, and ${how} earlier from ${found ?? "no day"}`);
      }
    }
    return tally.seen();
  },
};
