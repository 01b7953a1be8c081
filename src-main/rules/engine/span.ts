/**
 * Between which days a decision's dates lie while the documents leave points open: every way of reading them that the result
 * asks for is decided, except what a document excludes.
 */
import { monthOfDate, parseDate } from "../../../src-shared/domain/calendar.ts";
import type { Evaluation, FactInputs } from "../../../src-shared/domain/facts.ts";
import type { DateSpan, ExcludedPair, ReadingChoice, ReadingSpan, SpanEnd } from "../../../src-shared/domain/span.ts";
import { check, consult, decideForm } from "./consult.ts";
import { asOfDate, type AsOf } from "./facts/facts.ts";
import type { MatterDefinition } from "./matter.ts";
import type { Node } from "./node.ts";
import type { LoadedPack } from "./pack/pack.ts";
import type { Reading } from "./pack/readings.ts";
import type { DateFound, Result } from "./result.ts";
import { variantOf } from "./facts/variants.ts";
import { writeDate } from "./write-down.ts";

/** More ways than these are not all tried; then only readings that move a date by themselves count. */
const MOST_WAYS = 64;

/** A date, and the title of the way that it belongs to where several are put side by side. */
interface Day {
  readonly way: string;
  readonly found: DateFound;
}
type Days = ReadonlyMap<string, Day>;

interface Decided {
  /** `null` where the facts do not suffice under these readings. */
  readonly dates: Days | null;
  /** The readings that had a say. */
  readonly readings: readonly Reading[];
}

/** One way of reading, and what comes of it. */
interface Leaf extends Decided {
  readonly changed: readonly ReadingChoice[];
}

/** `null` where there is no decision, or nothing of it moves. */
export function spanOf(pack: LoadedPack, matter: MatterDefinition, facts: FactInputs, asOfText: string): ReadingSpan | null {
  const date = parseDate(asOfText);
  if (date === undefined || matter.file.dates.length === 0) return null;
  const search = new Search(pack, matter, facts, asOfDate(date));
  if (search.base.dates === null || search.base.readings.length === 0) return null;
  const span = search.span();
  return span.dates.length === 0 && span.open.length === 0 ? null : span;
}

/** The decision as it is kept and printed: with its span. */
export function consultWithSpan(pack: LoadedPack, matter: MatterDefinition, facts: FactInputs, asOf: string): Evaluation {
  const evaluation = consult(pack, matter, facts, asOf);
  const found = evaluation.decision === null ? null : spanOf(pack, matter, facts, asOf);
  return found === null ? evaluation : { ...evaluation, decision: { ...evaluation.decision!, span: found } };
}

class Search {
  readonly #pack: LoadedPack;
  readonly #matter: MatterDefinition;
  readonly #facts: FactInputs;
  readonly #asOf: AsOf;
  readonly #leaves: Leaf[] = [];
  readonly #excluded = new Map<string, ExcludedPair>();
  readonly base: Decided;
  /** Readings of the decision that need not be tried. */
  #idle: ReadonlySet<Reading> = new Set();
  #complete = true;

  constructor(pack: LoadedPack, matter: MatterDefinition, facts: FactInputs, asOf: AsOf) {
    this.#pack = pack;
    this.#matter = matter;
    this.#facts = facts;
    this.#asOf = asOf;
    this.base = this.#decide(new Map());
  }

  span(): ReadingSpan {
    if (this.base.readings.reduce((ways, { options }) => ways * options.length, 1) > MOST_WAYS) {
      this.#idle = new Set(this.base.readings.filter((reading) => !this.#movesAlone(reading)));
      this.#complete = false;
    }
    this.#explore(new Map(), this.base);
    // what has to be read otherwise is told in as few words as possible
    const leaves = this.#leaves.toSorted((a, b) => a.changed.length - b.changed.length);
    return {
      dates: spans(leaves.flatMap(({ dates, changed }) => (dates === null ? [] : [{ dates, changed }]))),
      excluded: [...this.#excluded.values()],
      open: least(leaves.flatMap(({ dates, changed }) => (dates === null ? [changed] : []))),
      complete: this.#complete,
    };
  }

  #decide(options: ReadonlyMap<string, string>): Decided {
    const changed = new Map([...options].filter(([id, option]) => this.#pack.readings.get(id)!.chosen !== option));
    const matter = variantOf(this.#pack, this.#matter, changed);
    const checked = check(matter, this.#facts, this.#asOf);
    if (checked.errors.length > 0 || checked.unanswered.length > 0) return { dates: null, readings: [] };
    const result = decideForm(matter, checked, this.#asOf);
    return { dates: datesOf(result), readings: [...readingsOf(result)].map((id) => this.#pack.readings.get(id)!) };
  }

  #movesAlone(reading: Reading): boolean {
    return reading.options.some(({ id }) => {
      if (id === reading.chosen) return false;
      const { dates } = this.#decide(new Map([[reading.id, id]]));
      return dates === null || !sameDates(dates, this.base.dates!);
    });
  }

  /** Branches at the first reading that has a say and is not settled yet; one that comes up only on the way counts too. */
  #explore(options: ReadonlyMap<string, string>, decided: Decided): void {
    if (this.#leaves.length >= MOST_WAYS) {
      this.#complete = false;
      return;
    }
    const next = decided.readings.find((reading) => !options.has(reading.id) && !this.#idle.has(reading));
    if (next === undefined) {
      this.#leaves.push({ ...decided, changed: this.#changed(options) });
      return;
    }
    for (const { id } of [...next.options].sort((a, b) => Number(b.id === next.chosen) - Number(a.id === next.chosen))) {
      const branch = new Map(options).set(next.id, id);
      if (id !== next.chosen && this.#isExcluded(branch, next, id)) continue;
      this.#explore(branch, id === next.chosen ? decided : this.#decide(branch));
    }
  }

  #isExcluded(options: ReadonlyMap<string, string>, reading: Reading, option: string): boolean {
    for (const [id, other] of options) {
      const beside = this.#pack.readings.get(id)!;
      const exclusion =
        reading.excludes.get(option)!.find((one) => one.reading === id && one.option === other) ??
        beside.excludes.get(other)!.find((one) => one.reading === reading.id && one.option === option);
      if (exclusion === undefined) continue;
      this.#excluded.set(`${reading.id} ${option} ${id} ${other}`, {
        options: [choice(beside, other), choice(reading, option)],
        citations: exclusion.citations.map((cited) => this.#pack.citations.get(cited)!),
      });
      return true;
    }
    return false;
  }

  #changed(options: ReadonlyMap<string, string>): ReadingChoice[] {
    return [...options].flatMap(([id, option]) => {
      const reading = this.#pack.readings.get(id)!;
      return reading.chosen === option ? [] : [choice(reading, option)];
    });
  }
}

/** Those that no other one is a part of; fewest choices first. */
function least(ways: readonly (readonly ReadingChoice[])[]): (readonly ReadingChoice[])[] {
  const found: (readonly ReadingChoice[])[] = [];
  for (const way of ways) {
    const has = ({ reading, option }: ReadingChoice): boolean =>
      way.some((one) => one.reading === reading && one.option === option);
    if (!found.some((other) => other.every(has))) found.push(way);
  }
  return found;
}

const choice = ({ id, question, options }: Reading, option: string): ReadingChoice => ({
  reading: id,
  question,
  option,
  title: options.find((one) => one.id === option)!.title,
});

/** The decision's own dates and those of the ways it puts side by side. */
function datesOf(result: Result): Days {
  const dates = new Map<string, Day>();
  // by id, whatever stands before it: under another reading other dates may be there
  const add = (way: string, found: readonly DateFound[]): void => {
    const nth = new Map<string, number>();
    for (const each of found) {
      const { id } = each.definition;
      const at = nth.get(id) ?? 0;
      nth.set(id, at + 1);
      dates.set(`${way} ${id} ${at}`, { way, found: each });
    }
  };
  add("", result.dates);
  for (const { title, dates: found } of result.options) add(title.text, found);
  return dates;
}

/** Readings that dates, conditions or remarks rest on: what only an amount rests on moves no day. */
function readingsOf(result: Result): Set<string> {
  const readings = new Set<string>();
  const seen = new Set<Node>();
  const walk = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.definition.reading !== null) readings.add(node.definition.reading);
    for (const input of node.inputs) walk(input);
  };
  for (const { node } of result.dates) walk(node);
  for (const { node, remedies } of result.conditions) {
    if (node !== null) walk(node);
    for (const remedy of remedies) if (remedy.node !== null) walk(remedy.node);
  }
  for (const node of result.remarks) walk(node);
  for (const { dates } of result.options) for (const { node } of dates) walk(node);
  return readings;
}

/** A whole month lies before its days. */
const order = ({ definition, value }: Node): number =>
  definition.unit === "date" ? monthOfDate(value) * 32 + (value % 100) : value * 32;

const sameDates = (a: Days, b: Days): boolean =>
  a.size === b.size && [...a].every(([key, { found }]) => b.has(key) && order(b.get(key)!.found.node) === order(found.node));

/** @param leaves what is read least otherwise first */
function spans(leaves: readonly { readonly dates: Days; readonly changed: readonly ReadingChoice[] }[]): DateSpan[] {
  const found = [...new Set(leaves.flatMap(({ dates }) => [...dates.keys()]))].flatMap((key) => {
    const there = leaves.flatMap(({ dates, changed }) => (dates.has(key) ? [{ day: dates.get(key)!, changed }] : []));
    const absent = leaves.find(({ dates }) => !dates.has(key))?.changed ?? null;
    const place = (one: (typeof there)[number]): number => order(one.day.found.node);
    const earliest = there.reduce((best, one) => (place(one) < place(best) ? one : best));
    const latest = there.reduce((best, one) => (place(one) > place(best) ? one : best));
    return absent === null && earliest === latest ? [] : [{ at: place(earliest), span: spanBetween(earliest, latest, absent) }];
  });
  return found.sort((a, b) => a.at - b.at).map(({ span }) => span);
}

interface Reached {
  readonly day: Day;
  readonly changed: readonly ReadingChoice[];
}

function spanBetween(earliest: Reached, latest: Reached, absent: readonly ReadingChoice[] | null): DateSpan {
  const { way, found } = earliest.day;
  const { id, title } = writeDate(found, null);
  return { id, title: way === "" ? title : `${way}：${title}`, earliest: end(earliest), latest: end(latest), absent };
}

const end = ({ day: { found }, changed }: Reached): SpanEnd => {
  const { value, display } = writeDate(found, null);
  return { value, display, by: changed };
};
