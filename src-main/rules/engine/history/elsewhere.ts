/** The same history seen from another pooling area: as if it had been paid there, or as if the relation were moved there. */
import {
  BEGINNING,
  layerOf,
  type Capacity,
  type History,
  type Layer,
  type Span,
} from "../../../../src-shared/domain/history/history.ts";
import type { Move } from "../../../../src-shared/contract/counter.ts";
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { pairs } from "../../../../src-shared/domain/periods.ts";
import type { FactDefinition, FactValue } from "../facts/facts.ts";
import { lastMonthOf } from "./derive.ts";

/** @param from name of the pooling area whose "here" the history has; @param to of the other one */
export function seenFrom(history: History, from: string, to: string, move: Move): History {
  const spans = history.spans.map((span): Span =>
    move === "paid-there" && span.place === from && layerOf(span.capacity, span.place, from) === "employee-here"
      ? { ...span, place: to }
      : span,
  );
  const { "employee-here": here, "employee-elsewhere": elsewhere, ...others } = history.known;
  const known: Partial<Record<Layer, Month>> = { ...others };
  const both = here === undefined || elsewhere === undefined ? undefined : Math.max(here, elsewhere);
  if (move === "paid-there") {
    if (both !== undefined) known["employee-here"] = both;
    else if (here !== undefined && !history.spans.some(({ place }) => place === to)) known["employee-here"] = here;
    if (elsewhere !== undefined) known["employee-elsewhere"] = elsewhere;
  } else {
    // whoever never said that they paid there paid nothing there, as far as elsewhere is known at all
    if (elsewhere !== undefined) known["employee-here"] = elsewhere;
    if (both !== undefined) known["employee-elsewhere"] = both;
  }
  return { ...history, spans, known };
}

const CAPACITY: Readonly<Partial<Record<Layer, Capacity>>> = {
  "employee-here": "employee",
  "employee-elsewhere": "employee",
  resident: "resident",
  service: "service",
  military: "military",
};

/**
 * The history that answers about months tell, where no line was given: so many months, or which ones, of each layer.
 * @param elsewhere name for a place that is not the matter's
 */
export function historyOfAnswers(
  facts: readonly FactDefinition[],
  values: Readonly<Record<string, FactValue | undefined>>,
  here: string,
  elsewhere: string,
  asOf: Month,
  earliest: Month,
): History | null {
  const spans: Span[] = [];
  const known: Partial<Record<Layer, Month>> = {};
  for (const fact of facts) {
    const value = values[fact.id];
    const rule = fact.fromHistory?.[0];
    if (rule?.chosen.kind !== "months" || value === undefined || typeof value === "number" || !("set" in value)) continue;
    const { filter } = rule.chosen.window;
    if (filter.place === "any" && filter.capacities.includes("unit")) continue;
    const place = filter.place !== "elsewhere" ? here : filter.city?.only ? filter.city.name : elsewhere;
    const single = filter.capacities.length === 1 ? filter.capacities[0]! : null;
    const layer = layerOf(single ?? "employee", place, here);
    const capacity = single ?? CAPACITY[layer]!;
    const last = lastMonthOf(rule.chosen, values, asOf);
    const span = (from: Month, to: Month, count: number | null): Span => ({
      capacity,
      place,
      from,
      to,
      count,
      paidIn: null,
      arrived: null,
      owed: false,
    });
    known[layer] = BEGINNING;
    if (value.set !== null) for (const [from, to] of pairs(value.set)) spans.push(span(from, to, null));
    else if (value.count > 0) spans.push(span(Math.min(earliest, last - value.count + 1), last, value.count));
  }
  return Object.keys(known).length === 0
    ? null
    : { spans: spans.sort((a, b) => a.from - b.from || a.to - b.to), known, until: asOf };
}
