/** The history field without its screen: chips, what a month looks like, painting with a brush. */
import { formatMonth, monthOfDate, packDate, parseDate, type Month } from "../../../src-shared/domain/calendar.ts";
import {
  BEGINNING,
  isEmployee,
  layerOf,
  LAYERS,
  type Capacity,
  type History,
  type Layer,
  type Span,
} from "../../../src-shared/domain/history/history.ts";
import { parseLine, printLine, type LineContext, type LineRead } from "../../../src-shared/domain/history/line.ts";
import { monthSet, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { CAPACITY_LABELS } from "../../../src-shared/text/history.ts";
import { text } from "../text.ts";

/** @param asOf ISO day of processing; @param birthDate ISO, `null` while it is not known */
export function lineContext(here: string, asOf: string, birthDate: string | null): LineContext {
  const born = birthDate === null ? undefined : parseDate(birthDate);
  const day = parseDate(asOf) ?? packDate(2000, 1, 1);
  return {
    here,
    asOf: monthOfDate(day),
    day,
    birth: born === undefined ? null : monthOfDate(born),
  };
}

export const readLine = (line: string, context: LineContext): LineRead => parseLine(line, context);

/** Kinds of span that a matter's layers can hold, in the order of the keys. */
export function brushes(layers: readonly Layer[]): Capacity[] {
  const found: Capacity[] = [];
  if (layers.some((layer) => layer.startsWith("employee"))) found.push("unit", "flexible", "fund");
  for (const layer of ["resident", "service", "military"] as const) if (layers.includes(layer)) found.push(layer);
  return found;
}

/** Months of a span; a counted one says how many. */
export const monthsIn = ({ from, to, count }: Span): number => count ?? to - from + 1;

/** What is drawn over what where a month has several. */
const inFront = (a: Span, b: Span): number => rank(b.capacity) - rank(a.capacity);
const rank = (capacity: Capacity): number => (isEmployee(capacity) ? 2 : capacity === "resident" ? 1 : 0);

export interface MonthLook {
  /** `unknown`: nothing was said of it; `none`: said to be empty. */
  readonly tone: Capacity | "unknown" | "none";
  readonly words: string;
}

/** @param layers those that the matter needs: of the others it does not matter what is known */
export function monthLook(history: History, layers: readonly Layer[], here: string, month: Month): MonthLook {
  const spans = history.spans.filter(({ from, to }) => from <= month && month <= to).toSorted(inFront);
  const front = spans[0];
  if (front !== undefined) {
    const words = spans.map((span) => {
      const kind = `${span.place === here ? "" : text.history.elsewhere}${CAPACITY_LABELS[span.capacity]}`;
      return span.owed ? text.history.owed(kind) : span.count === null ? kind : text.history.partly(kind, span.count);
    });
    return { tone: front.owed ? "none" : front.capacity, words: `${formatMonth(month)} ${words.join("、")}` };
  }
  const known = layers.every((layer) => isKnown(history, layer, month));
  return { tone: known ? "none" : "unknown", words: `${formatMonth(month)} ${known ? text.history.none : text.history.unknown}` };
}

const isKnown = ({ known, until }: History, layer: Layer, month: Month): boolean => {
  const since = known[layer];
  return since !== undefined && since <= month && month <= until;
};

export const paintedMonths = (history: History): MonthSet => monthSet(history.spans.map(({ from, to }) => [from, to] as const));

/** Cuts a run of months out of a span; what was said of its payment stays with what is left. */
function without(span: Span, from: Month, to: Month): Span[] {
  if (span.to < from || to < span.from) return [span];
  // a number of months in a span that is no more cannot be kept
  if (span.count !== null) return [];
  const left = span.from < from ? [{ ...span, to: from - 1 }] : [];
  const right = to < span.to ? [{ ...span, from: to + 1, arrived: null }] : [];
  return [...left, ...right];
}

/** Neighbours of one kind are one span. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const at = result.findLastIndex(
      (one) => one.capacity === span.capacity && one.place === span.place && one.to + 1 === span.from,
    );
    const before = result[at];
    if (before !== undefined && isPlain(before) && isPlain(span)) result[at] = { ...before, to: span.to };
    else result.push(span);
  }
  return result;
}

const isPlain = ({ count, paidIn, arrived, owed }: Span): boolean =>
  count === null && paidIn === null && arrived === null && !owed;

/**
 * Paints a run of months with a kind, or rubs it out (`null`): the line that says so.
 * Another kind of the same layer gives way; a layer that is painted for the first time is known from the beginning.
 */
export function paint(history: History, capacity: Capacity | null, a: Month, b: Month, context: LineContext): string {
  const { here } = context;
  const from = Math.min(a, b);
  const to = Math.max(a, b);
  const layer = capacity === null ? null : layerOf(capacity, here, here);
  const kept = history.spans.flatMap((span) =>
    layer === null || layerOf(span.capacity, span.place, here) === layer ? without(span, from, to) : [span],
  );
  const painted: Span[] =
    capacity === null
      ? kept
      : [...kept, { capacity, place: here, from, to, count: null, paidIn: null, arrived: null, owed: false }];
  const known = { ...history.known };
  if (layer !== null) known[layer] ??= BEGINNING;
  for (const each of LAYERS) {
    const first = painted.find((span) => layerOf(span.capacity, span.place, here) === each);
    if (known[each] !== undefined && known[each] !== BEGINNING && first !== undefined)
      known[each] = Math.min(known[each], first.from);
  }
  return printLine(forgotten({ ...history, spans: joined(painted), known }, history, here), context);
}

/** That a span was taken away says nothing of its layer: nobody said that there was none. */
function forgotten(left: History, before: History, here: string): History {
  const holds = ({ spans }: History, layer: Layer): boolean =>
    spans.some((span) => layerOf(span.capacity, span.place, here) === layer);
  const known = { ...left.known };
  for (const layer of LAYERS) if (holds(before, layer) && !holds(left, layer)) delete known[layer];
  return { ...left, known };
}

/** A line that was written anew, with what could not be read of the one before: it is the clerk's to mend, not ours to drop. */
export const keepingUnread = (next: string, { problems }: LineRead): string =>
  [next, ...problems.map(({ item }) => item)].filter((part) => part !== "").join(" ");

/** The line without one span. */
export function withoutSpan(history: History, index: number, context: LineContext): string {
  const left = { ...history, spans: history.spans.filter((_, at) => at !== index) };
  return printLine(forgotten(left, history, context.here), context);
}
