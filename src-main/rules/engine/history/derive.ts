/**
 * A fact out of the history: a value (not asked), a range or some of the options (asked, and the answer held to it), or nothing.
 * And back: what an answer says of the history, so that the answers of one form bound each other. No solving, no guessing.
 */
import { monthOf, monthOfDate, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import {
  BEGINNING,
  NOTHING_KNOWN,
  type Capacity,
  type History,
  type MonthsKnown,
  type Span,
} from "../../../../src-shared/domain/history/history.ts";
import { countMonths, EMPTY, intersectMonths, subtractMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import type { FactValue, MonthsValue } from "../facts/facts.ts";
import type { CompiledFilter, Derivation } from "./definition.ts";
import { bothKnown, firstMonth, isPaidAs, lastMonth, monthsKnown, monthsWithin, possibleUpTo, runUpTo } from "./known.ts";

/** What is told of a fact. */
export type Told =
  | { readonly kind: "value"; readonly value: FactValue }
  /** Months and counts between two bounds, both included; an infinite one is no bound. */
  | { readonly kind: "range"; readonly least: number; readonly most: number }
  /** Only some of the options (or of no and yes). */
  | { readonly kind: "options"; readonly allowed: readonly number[] };

/** Where the months come from: a history, and what the answers before say. */
export class Sources {
  readonly history: History | null;
  readonly here: string;
  readonly statements: readonly Statement[];
  /** Several facts, and several readings of one, ask for the same months. */
  readonly #months: Map<number | string, MonthsKnown> | null;

  constructor(history: History | null, here: string, statements: readonly Statement[]) {
    this.history = history;
    this.here = here;
    this.statements = statements;
    this.#months = history === null ? null : new Map();
  }

  /** What the history says of a filter's months. */
  told(filter: CompiledFilter): MonthsKnown {
    if (this.history === null) return NOTHING_KNOWN;
    const { cells, city } = filter;
    const key = city == null ? cells : `${cells} ${city.only ? "" : "not "}${city.name}`;
    const before = this.#months!.get(key);
    if (before !== undefined) return before;
    const known = monthsKnown(this.history, filter, this.here);
    this.#months!.set(key, known);
    return known;
  }
}

/** What one answer says of the months of a filter. */
export interface Statement {
  readonly title: string;
  readonly filter: CompiledFilter;
  readonly known: MonthsKnown;
}

const value = (found: FactValue): Told => ({ kind: "value", value: found });
const flag = (found: boolean): Told => value(found ? 1 : 0);
const range = (least: number, most: number): Told => (least === most ? value(least) : { kind: "range", least, most });

/** The last month that the fact speaks of. */
export function lastMonthOf(
  { window: { before, upTo } }: Derivation,
  values: Readonly<Record<string, FactValue | undefined>>,
  asOf: Month,
): Month {
  const month = (fact: string | null): Month | undefined => {
    const found = fact === null ? undefined : values[fact];
    if (typeof found !== "number") return undefined;
    // dates are packed, months are counted: no month of ours is as large as a date
    return found > 1_000_000 ? monthOfDate(found) : found;
  };
  const end = month(before);
  return end === undefined ? (month(upTo) ?? asOf) : end - 1;
}

/** Every month of `inner` is one of `outer`. */
const isWithin = (inner: CompiledFilter, outer: CompiledFilter): boolean =>
  (inner.cells & ~outer.cells) === 0 &&
  (outer.city == null || (inner.city?.name === outer.city.name && inner.city.only === outer.city.only));

/** All that the sources say of a filter's months. */
export function allKnown(sources: Sources, filter: CompiledFilter): MonthsKnown {
  let known = sources.told(filter);
  for (const statement of sources.statements) {
    const narrower = isWithin(statement.filter, filter);
    const wider = isWithin(filter, statement.filter);
    if (!narrower && !wider) continue;
    known = bothKnown(known, {
      paid: narrower ? statement.known.paid : EMPTY,
      unpaid: wider ? statement.known.unpaid : EMPTY,
      counts: narrower && wider ? statement.known.counts : [],
    });
  }
  return known;
}

export const derive = (derivation: Derivation, sources: Sources, last: Month): Told | null =>
  deriveFrom(allKnown(sources, derivation.window.filter), derivation, sources, last);

/** @param known all that is known of the derivation's months */
function deriveFrom(known: MonthsKnown, derivation: Derivation, sources: Sources, last: Month): Told | null {
  if (known === NOTHING_KNOWN) return null;
  switch (derivation.kind) {
    case "months":
      return monthsTold(known, last);
    case "lastPaid": {
      const found = lastMonth(known, last);
      return found?.least == null ? null : range(found.least, found.most);
    }
    case "paidTo": {
      // whoever paid ahead says up to when; a year paid for that has not begun is none beyond a gap
      const { paid } = known;
      for (let i = 0; i < paid.length; i += 2) if (paid[i]! <= last && last <= paid[i + 1]!) return value(paid[i + 1]!);
      const found = lastMonth(known, last);
      if (found?.least == null) return null;
      // where this month may be paid, a year may be
      return range(found.least, found.most === last ? monthOf(yearOfMonth(last) + 1, 12) : found.most);
    }
    case "lastYear": {
      const found = lastMonth(known, last);
      return found?.least == null ? null : range(yearOfMonth(found.least), yearOfMonth(found.most));
    }
    case "ever":
    case "never": {
      const found = lastMonth(known, last);
      const any = found === null ? false : found.least !== null || known.counts.length > 0 ? true : null;
      return any === null ? null : flag(any === (derivation.kind === "ever"));
    }
    case "continuous": {
      const found = lastMonth(known, last);
      if (found?.least == null || found.least !== found.most) return null;
      const run = runUpTo(known, found.least);
      return range(run.least, orOpen(run.most));
    }
    case "lastIs":
      return lastIs(derivation, sources, known, last);
    case "lastCapacity":
    case "firstCapacity":
    case "presentCapacity":
      return capacityAt(derivation, sources, known, last);
    case "lastYearPaid":
      return lastYearPaid(derivation, sources, known, last);
    case "paidAt":
      return includes(known.paid, last) ? flag(true) : null;
    case "beforeGap":
    case "afterGap":
      return aroundGap(derivation, allKnown(asOnceOwed(sources), derivation.window.filter), last);
    case "runFrom":
    case "runTo": {
      const found = lastMonth(known, last);
      if (found?.least == null || found.least !== found.most) return null;
      // a run that reaches to this day, or to last month, may go on: this month's payment is the one in hand
      if (derivation.kind === "runTo") return found.least >= last - 1 ? null : value(found.least);
      const run = runUpTo(known, found.least);
      return range(found.least - orOpen(run.most) + 1, found.least - run.least + 1);
    }
  }
}

/**
 * The gap in hand: the one before the payments that go on now, else the one that lasts still.
 * Somebody who paid up to last month goes on: this month's payment is the one in hand.
 */
function aroundGap({ kind }: Derivation, known: MonthsKnown, last: Month): Told | null {
  const end = lastMonth(known, last);
  if (end?.least == null || end.least !== end.most) return null;
  if (end.least < last - 1) return kind === "beforeGap" ? value(end.least) : null;
  const run = runUpTo(known, end.least);
  if (run.least !== run.most) return null;
  const begin = end.least - run.least + 1;
  if (kind === "afterGap") return lastMonth(known, begin - 1) === null ? null : value(begin);
  const before = lastMonth(known, begin - 1);
  return before?.least == null || before.least !== before.most ? null : value(before.least);
}

/** Arrears that have been paid since were arrears all the same. */
const asOnceOwed = (sources: Sources): Sources =>
  sources.history === null
    ? sources
    : new Sources(
        { ...sources.history, spans: sources.history.spans.filter(({ paidIn }) => paidIn === null) },
        sources.here,
        sources.statements,
      );

/** The months themselves where each is known, their number where only that is known. */
function monthsTold(known: MonthsKnown, last: Month): Told | null {
  const window: MonthSet = [BEGINNING, last];
  const paid = intersectMonths(known.paid, window);
  const open = subtractMonths(subtractMonths(window, known.paid), known.unpaid);
  if (open.length === 0) return value({ count: countMonths(paid), set: paid } satisfies MonthsValue);
  const { least, most } = monthsWithin(known, BEGINNING, last);
  if (least === most) return value({ count: least, set: null } satisfies MonthsValue);
  return { kind: "range", least, most: orOpen(most) };
}

/** A life has no more months: beyond it a bound says nothing. */
const MOST_MONTHS = 1200;
const orOpen = (months: number): number => (months > MOST_MONTHS ? Infinity : months);

function lastIs({ of, others }: Derivation, sources: Sources, known: MonthsKnown, last: Month): Told | null {
  const among = lastMonth(allKnown(sources, of!), last);
  if (among?.least == null || among.least !== among.most) return null;
  const month = among.least;
  if (!includes(known.paid, month)) return includes(known.unpaid, month) ? flag(false) : null;
  // paid twice in one month, or perhaps so: the person has to say which is meant
  return others.every((other) => includes(allKnown(sources, other).unpaid, month)) ? flag(true) : null;
}

const includes = (set: MonthSet, month: Month): boolean => intersectMonths(set, [month, month]).length > 0;

function capacityAt(derivation: Derivation, { history, here }: Sources, known: MonthsKnown, last: Month): Told | null {
  if (history === null) return null;
  const found = derivation.kind === "firstCapacity" ? firstMonth(known, last) : lastMonth(known, last);
  if (found?.least == null || found.least !== found.most) return null;
  const month = found.least;
  // this month's payment is the one in hand; whoever stopped earlier is insured as nothing now
  if (derivation.kind === "presentCapacity" && month < last - 1) return null;
  const { place } = derivation.window.filter;
  const options = Object.entries(derivation.options) as (readonly [Capacity, number])[];
  const paidAs = options.filter(([capacity]) => isPaidAs(history, capacity, place, here, month));
  const [only] = paidAs;
  // paid twice in one month, or perhaps so: the person has to say which is meant
  if (only === undefined || paidAs.length > 1) return null;
  const others = options.filter((option) => option !== only);
  const isOnly = others.every(([capacity]) =>
    includes(monthsKnown(history, { capacities: [capacity], place }, here).unpaid, month),
  );
  return isOnly ? value(only[1]) : null;
}

function lastYearPaid(derivation: Derivation, sources: Sources, known: MonthsKnown, last: Month): Told | null {
  const { history, here } = sources;
  const { options, window } = derivation;
  const year = yearOfMonth(last) - 1;
  const months: MonthSet = [monthOf(year, 1), monthOf(year, 12)];
  if (countMonths(intersectMonths(known.unpaid, months)) > 0) return value(options["notFull"]!);
  if (countMonths(intersectMonths(known.paid, months)) < 12) return null;
  // paid in its time where no span of that year was told to be paid after it; what other answers say of the months is not when
  const paidBy = (spans: readonly Span[]): MonthSet =>
    history === null ? EMPTY : intersectMonths(monthsKnown({ ...history, spans }, window.filter, here).paid, months);
  const inTime = paidBy(history?.spans.filter(({ paidIn }) => !isLater(paidIn?.month, year)) ?? []);
  if (countMonths(inTime) === 12) return value(options["inTime"]!);
  const later = paidBy(history?.spans.filter(({ paidIn }) => isLater(paidIn?.month, year)) ?? []);
  if (subtractMonths(later, inTime).length > 0) return value(options["later"]!);
  return { kind: "options", allowed: [options["inTime"]!, options["later"]!] };
}

const isLater = (paidIn: Month | undefined, year: number): boolean => paidIn !== undefined && yearOfMonth(paidIn) > year;

/** What an answer says of the months that it is about; `null` where it says nothing that bounds others. */
export function statementOf(
  derivation: Derivation,
  title: string,
  answer: FactValue,
  last: Month,
  birth: Month | null,
): Statement | null {
  const known = knownFrom(derivation, answer, last, birth);
  return known === null ? null : { title, filter: derivation.window.filter, known };
}

const paidOnly = (paid: MonthSet): MonthsKnown => ({ paid, unpaid: EMPTY, counts: [] });
const noneUpTo = (last: Month): MonthsKnown => ({ paid: EMPTY, unpaid: [BEGINNING, last], counts: [] });
/** Nobody works earlier. */
const WORKING_AGE_MONTHS = 16 * 12;

function knownFrom({ kind, options }: Derivation, answer: FactValue, last: Month, birth: Month | null): MonthsKnown | null {
  switch (kind) {
    case "months": {
      if (typeof answer === "number") return answer === 0 ? noneUpTo(last) : null;
      if (!("set" in answer)) return null;
      if (answer.set !== null) return { paid: answer.set, unpaid: subtractMonths([BEGINNING, last], answer.set), counts: [] };
      if (answer.count === 0) return noneUpTo(last);
      const from = (birth ?? BEGINNING) + WORKING_AGE_MONTHS;
      const counted = { from, to: last, count: answer.count };
      return from > last ? null : { paid: EMPTY, unpaid: [BEGINNING, from - 1], counts: [counted] };
    }
    case "lastPaid":
    case "paidTo": {
      const month = answer as number;
      return { paid: [month, month], unpaid: month < last ? [month + 1, last] : EMPTY, counts: [] };
    }
    case "lastYear": {
      const end = monthOf(answer as number, 12);
      return end < last ? { paid: EMPTY, unpaid: [end + 1, last], counts: [] } : null;
    }
    case "ever":
    case "never":
      return (answer === 1) === (kind === "ever") ? null : noneUpTo(last);
    case "lastYearPaid": {
      const year = yearOfMonth(last) - 1;
      return answer === options["notFull"] ? null : paidOnly([monthOf(year, 1), monthOf(year, 12)]);
    }
    case "continuous":
    case "lastIs":
    case "lastCapacity":
    case "firstCapacity":
    case "presentCapacity":
    case "runFrom":
    case "runTo":
    case "beforeGap":
    case "afterGap":
    case "paidAt":
      return null;
  }
}

const LAST_MONTHS: ReadonlySet<Derivation["kind"]> = new Set(["lastPaid", "paidTo"]);

/** Whether an answer can be true beside what the sources say. */
export function agrees(derivation: Derivation, answer: FactValue, sources: Sources, last: Month): boolean {
  // "0" is how people say "not continuous", whatever month they paid last
  if (derivation.kind === "continuous" && answer === 0) return true;
  const known = allKnown(sources, derivation.window.filter);
  if (known === NOTHING_KNOWN) return true;
  const told = deriveFrom(known, derivation, sources, last);
  if (derivation.kind === "months" && typeof answer !== "number" && "set" in answer && answer.set !== null) {
    const drawn = intersectMonths(answer.set, [BEGINNING, last]);
    if (intersectMonths(drawn, known.unpaid).length > 0) return false;
    if (subtractMonths(intersectMonths(known.paid, [BEGINNING, last]), drawn).length > 0) return false;
  }
  if (told === null && derivation.kind === "paidTo" && (answer as number) >= last) return true;
  if (told === null) return !LAST_MONTHS.has(derivation.kind) || isPossibleLast(known, answer as number, last);
  switch (told.kind) {
    case "options":
      return told.allowed.includes(answer as number);
    case "range": {
      const number = typeof answer === "number" ? answer : "count" in answer ? answer.count : answer.length;
      return told.least <= number && number <= told.most;
    }
    case "value":
      if (typeof told.value === "number") return told.value === answer;
      return typeof answer === "number" ? "count" in told.value && told.value.count === answer : sameMonths(told.value, answer);
  }
}

/** A month that is certainly not paid, or before one that certainly is, is not the last one. */
function isPossibleLast(known: MonthsKnown, month: Month, last: Month): boolean {
  const found = lastMonth(known, last);
  return found !== null && includes(possibleUpTo(known, last), month) && (found.least === null || month >= found.least);
}

const sameMonths = (a: FactValue, b: FactValue): boolean =>
  typeof a !== "number" && typeof b !== "number" && "count" in a && "count" in b && a.count === b.count;
