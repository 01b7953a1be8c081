/** A life as the one line of text in which a counter takes a history: `d200402-200912 l201003-202503 g198907-200401`. */
import { formatDate, formatMonth, monthOfDate, type Month, type PackedDate } from "../../src-shared/domain/calendar.ts";
import { isRetired } from "./facts/common.ts";
import { isEmployee, type Life, type Place, type Span, type Who } from "./life.ts";
import { spansBy } from "./past.ts";
import { named } from "./random.ts";
import type { Visit } from "./visit.ts";

const SIGN: Readonly<Record<Who, string>> = { unit: "d", flexible: "l", fund: "s", resident: "j", service: "g", military: "b" };

const compact = (month: Month): string => formatMonth(month).replace("-", "");
const day = (date: PackedDate): string => formatDate(date).replaceAll("-", "");

function word(span: Span, city: Place): string {
  const { who, place, from, to, paidOn, owed, left } = span;
  const elsewhere = place !== city && isEmployee(who) ? "w" : "";
  const begin = paidOn !== null && monthOfDate(paidOn) === from ? day(paidOn) : compact(from);
  const late = paidOn !== null && monthOfDate(paidOn) > to ? `!${compact(monthOfDate(paidOn))}` : "";
  return `${elsewhere}${SIGN[who]}${begin}-${compact(left === null ? to : Math.min(left, to))}${late}${owed ? "?" : ""}`;
}

/** All of it; what was never paid is said to be so. */
export function historyLine(life: Life, city: Place = "dalian"): string {
  return life.spans.map((span) => word(span, city)).join(" ");
}

/** What is known or unknown as one, each with the word that says there is nothing of it. */
const NOTHING = { here: "z0", elsewhere: "wz0", resident: "j0", service: "g0", military: "b0" } as const;
type Layer = keyof typeof NOTHING;
const LAYERS = Object.keys(NOTHING) as Layer[];

const layerOf = ({ who, place }: Span, city: Place): Layer =>
  isEmployee(who) ? (place === city ? "here" : "elsewhere") : (who as "resident" | "service" | "military");

/**
 * What the counter may know of a person who comes: everything up to the day; or everything but one layer, of which nothing was told; or one
 * layer only from the middle on. The same whenever the same thing is asked about the same visit.
 */
export function lineOn(visit: Visit, about: string): string {
  const { city, life, paidOn, seed } = visit;
  const dice = named(seed, `known ${about}`);
  const layer = LAYERS[(dice >>> 4) % LAYERS.length]!;
  const spans = spansBy(life, paidOn);
  const own = spans.filter((span) => layerOf(span, city) === layer);
  const untold = dice % 4 === 0 ? layer : null;
  const from = dice % 4 === 1 ? (own[Math.floor(own.length / 2)]?.from ?? 0) : 0;
  const known = spans.flatMap((span): Span[] => {
    if (layerOf(span, city) !== layer) return [span];
    return untold !== null || span.to < from ? [] : [{ ...span, from: Math.max(span.from, from) }];
  });
  const first = from > 0 ? known.find((span) => layerOf(span, city) === layer) : undefined;
  const words = known.map((span) => (span === first ? ".." : "") + word(span, city));
  const told = new Set(known.map((span) => layerOf(span, city)));
  const nothing = LAYERS.filter((other) => other !== untold && !told.has(other)).map((other) => NOTHING[other]);
  return [...words, ...retired(visit), ...nothing, ...untilLastMonth(visit)].join(" ");
}

/** What a unit or the fund pays for the running month nobody knows yet. */
function untilLastMonth({ life, paidOn }: Visit): readonly string[] {
  const running = monthOfDate(paidOn);
  const isOpen = life.spans.some(
    ({ who, from, to, paidOn: at }) => (who === "unit" || who === "fund") && at === null && from <= running && running <= to,
  );
  return isOpen ? [`=${compact(running - 1)}`] : [];
}

function retired(visit: Visit): readonly string[] {
  const { pension } = visit.life;
  if (pension === null || !isRetired(visit)) return [];
  return [`${pension.place === visit.city ? "" : "w"}t${compact(pension.month + 1)}-`];
}
