/** What is certain, what is excluded and what is only counted of the months that a clause speaks of. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import {
  BEGINNING,
  isEmployee,
  isInCity,
  layerOf,
  monthsOf,
  NOTHING_KNOWN,
  type Capacity,
  type History,
  type Layer,
  type MonthsKnown,
  type Span,
  type SpanFilter,
} from "../../../../src-shared/domain/history/history.ts";
import {
  countMonths,
  EMPTY,
  intersectMonths,
  subtractMonths,
  uniteMonths,
  type MonthSet,
} from "../../../../src-shared/domain/periods.ts";

/** Values between two bounds, both included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The layers that a filter's months lie in. */
export function layersOf({ capacities, place }: SpanFilter): Layer[] {
  const layers: Layer[] = [];
  if (capacities.some(isEmployee)) {
    if (place !== "elsewhere") layers.push("employee-here");
    if (place !== "here") layers.push("employee-elsewhere");
  }
  for (const layer of ["resident", "service", "military"] as const) if (capacities.includes(layer)) layers.push(layer);
  return layers;
}

const EMPLOYED: readonly Capacity[] = ["unit", "flexible", "fund"];

/** The months of `filter` in a history, up to its last known month. */
export function monthsKnown(history: History, filter: SpanFilter, here: string): MonthsKnown {
  let paid: MonthSet = EMPTY;
  let unpaid: MonthSet | null = null;
  const counts: { from: Month; to: Month; count: number }[] = [];
  // an employee of a kind that was not told may be any of them
  const anyEmployee = EMPLOYED.every((capacity) => filter.capacities.includes(capacity));
  const someEmployee = filter.capacities.some((wanted) => EMPLOYED.includes(wanted));
  for (const layer of layersOf(filter)) {
    const certain: Span[] = [];
    const possible: Span[] = [];
    for (const span of history.spans) {
      if (span.owed || layerOf(span.capacity, span.place, here) !== layer) continue;
      if (layer === "employee-elsewhere" && !isInCity(filter, span.place)) continue;
      const matches = filter.capacities.includes(span.capacity) || (span.capacity === "employee" && anyEmployee);
      if (!matches && !(span.capacity === "employee" && someEmployee)) continue;
      possible.push(span);
      if (matches && span.count === null) certain.push(span);
    }
    const whole = monthsOf(certain);
    paid = uniteMonths(paid, whole);
    for (const { count, from, to, capacity } of possible)
      if (count !== null && (filter.capacities.includes(capacity) || anyEmployee)) counts.push({ from, to, count });
    const since = history.known[layer];
    const known: MonthSet = since === undefined || since > history.until ? EMPTY : [since, history.until];
    const free = subtractMonths(known, monthsOf(possible));
    unpaid = unpaid === null ? free : intersectMonths(unpaid, free);
  }
  return unpaid === null ? NOTHING_KNOWN : { paid, unpaid, counts };
}

/** Whether the month is certainly paid in this very capacity. */
export const isPaidAs = (
  { spans }: History,
  capacity: Capacity,
  place: SpanFilter["place"],
  here: string,
  month: Month,
): boolean =>
  spans.some(
    (span) =>
      span.capacity === capacity &&
      span.from <= month &&
      month <= span.to &&
      span.count === null &&
      !span.owed &&
      (place === "any" || !isEmployee(capacity) || (place === "here") === (span.place === here)),
  );

/** What two statements about the same months say together. */
export function bothKnown(a: MonthsKnown, b: MonthsKnown): MonthsKnown {
  if (a === NOTHING_KNOWN) return b;
  if (b === NOTHING_KNOWN) return a;
  // a count is of use only where nothing else says more of its months
  const counts = a.counts.length === 0 ? b.counts : a.counts;
  return { paid: uniteMonths(a.paid, b.paid), unpaid: uniteMonths(a.unpaid, b.unpaid), counts };
}

/** How many months lie in from..to. */
export function monthsWithin({ paid, unpaid, counts }: MonthsKnown, from: Month, to: Month): Range {
  if (from > to) return { least: 0, most: 0 };
  const window: MonthSet = [from, to];
  let least = countMonths(intersectMonths(paid, window));
  let open = subtractMonths(subtractMonths(window, paid), unpaid);
  let most = least;
  for (const counted of counts) {
    const free = subtractMonths(subtractMonths([counted.from, counted.to], paid), unpaid);
    const inside = countMonths(intersectMonths(free, window));
    const outside = countMonths(free) - inside;
    const need = Math.min(counted.count, inside + outside);
    least += Math.max(0, need - outside);
    most += Math.min(need, inside);
    open = subtractMonths(open, free);
  }
  most += countMonths(open);
  return { least, most };
}

/** Months that may be paid, certain or not, up to `last`. */
export const possibleUpTo = ({ unpaid }: MonthsKnown, last: Month): MonthSet => subtractMonths([BEGINNING, last], unpaid);

/**
 * The last month up to `last`: between the last certain one and the last possible one.
 * `least: null`: perhaps none at all; `null`: certainly none.
 */
export function lastMonth(known: MonthsKnown, last: Month): { readonly least: Month | null; readonly most: Month } | null {
  const possible = possibleUpTo(known, last);
  const most = possible.at(-1);
  if (most === undefined) return null;
  const certain = intersectMonths(known.paid, [BEGINNING, last]).at(-1);
  return { least: certain ?? null, most };
}

/** The first month: between the first possible one and the first certain one; `null`: certainly none up to `last`. */
export function firstMonth(known: MonthsKnown, last: Month): { readonly least: Month; readonly most: Month | null } | null {
  const least = possibleUpTo(known, last)[0];
  if (least === undefined) return null;
  return { least, most: intersectMonths(known.paid, [BEGINNING, last])[0] ?? null };
}

/** Length of the run without a break that ends with `end`. */
export function runUpTo(known: MonthsKnown, end: Month): Range {
  return { least: runIn(known.paid, end), most: runIn(possibleUpTo(known, end), end) };
}

function runIn(set: MonthSet, end: Month): number {
  for (let i = 0; i < set.length; i += 2) if (set[i]! <= end && end <= set[i + 1]!) return end - set[i]! + 1;
  return 0;
}
