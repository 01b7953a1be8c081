/**
 * What a person was insured for (参保经历): spans on one month line, as the national platform lists them.
 * It is a source of answers: a question that it settles is not asked. What it does not mention is unknown, not empty.
 */
import type { Month, PackedDate } from "../calendar.ts";
import { monthSet, type MonthSet } from "../periods.ts";

/**
 * In which capacity: as an employee of a unit, as a flexible worker or individual, paid for by the unemployment fund, an employee
 * of a kind that was not told; retired; in the resident scheme; service that may count as contributed; service in the forces.
 */
export const CAPACITIES = ["unit", "flexible", "fund", "employee", "retired", "resident", "service", "military"] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** Names under which the line and its source stand among a form's facts, whatever the matter. */
export const HISTORY_FACT = "history";
export const HISTORY_SOURCE_FACT = "historySource";

/** An unnamed other pooling area. */
export const ELSEWHERE = "elsewhere";

export interface Span {
  readonly capacity: Capacity;
  /** Name of the pooling area (大连), or `elsewhere`. Never "here", which is the matter's business. */
  readonly place: string;
  /** Both included. */
  readonly from: Month;
  readonly to: Month;
  /** So many months somewhere in from..to; `null` = every month. */
  readonly count: number | null;
  /** Paid later than its own time: the month it was paid in, or the day; `null` = in its time, or not told. */
  readonly paidIn: { readonly month: Month; readonly day: PackedDate | null } | null;
  /** Day on which the first payment of the span arrived; `null` = not told. */
  readonly arrived: PackedDate | null;
  /** Not paid: arrears. */
  readonly owed: boolean;
}

/** What is known or unknown as one. */
export const LAYERS = ["employee-here", "employee-elsewhere", "resident", "service", "military"] as const;
export type Layer = (typeof LAYERS)[number];

/** Everything from the beginning. */
export const BEGINNING: Month = 0;

export interface History {
  /** In the order of their begin. */
  readonly spans: readonly Span[];
  /** From which month on each layer is known; a layer that is not named is unknown. */
  readonly known: Readonly<Partial<Record<Layer, Month>>>;
  /** Up to and with this month; later months are unknown. */
  readonly until: Month;
}

export const isEmployee = (capacity: Capacity): boolean =>
  capacity === "unit" || capacity === "flexible" || capacity === "fund" || capacity === "employee" || capacity === "retired";

export function layerOf(capacity: Capacity, place: string, here: string): Layer {
  if (capacity === "service" || capacity === "military" || capacity === "resident") return capacity;
  return place === here ? "employee-here" : "employee-elsewhere";
}

/** Which spans a clause speaks of. */
export interface SpanFilter {
  readonly capacities: readonly Capacity[];
  /** `any`: here or elsewhere. */
  readonly place: "here" | "elsewhere" | "any";
  /** Elsewhere in this pooling area alone, or anywhere but there; `null` = wherever. An unnamed place is another than a named one. */
  readonly city?: { readonly name: string; readonly only: boolean } | null;
}

/** Whether months at a place elsewhere are among those that a filter speaks of. */
export const isInCity = ({ city }: SpanFilter, place: string): boolean => city == null || (place === city.name) === city.only;

/** What is certain of the months that a filter speaks of; a month in neither set, nor in a count's window, is unknown. */
export interface MonthsKnown {
  readonly paid: MonthSet;
  readonly unpaid: MonthSet;
  /** So many of the window's months; windows do not overlap one another. */
  readonly counts: readonly { readonly from: Month; readonly to: Month; readonly count: number }[];
}

export const NOTHING_KNOWN: MonthsKnown = { paid: [], unpaid: [], counts: [] };

/** Months of whole spans. */
export const monthsOf = (spans: readonly Span[]): MonthSet => monthSet(spans.map(({ from, to }) => [from, to] as const));
