/**
 * The history typed in one line, and printed back: `d200402-200912 l201003-202503 g198907-200401`.
 *
 * An item is `[..][w|@place][capacity][count/][from][-to][!paid][?]`; capacity and place stick to the items that follow.
 * `..` earlier months are not entered · `0` none, `00` nothing else at all · a month alone is the last paid one · `272/200402-202610` so many months in it ·
 * `l20250106-202505` the first payment arrived that day · `!202509` paid later · `?` owed · `=202610` known up to then.
 */
import {
  dayOfDate,
  digitsAt,
  formatMonth,
  lastDayOf,
  monthOf,
  monthOfDate,
  monthOfYear,
  packDate,
  yearOfMonth,
  type Month,
  type PackedDate,
} from "../calendar.ts";
import { itemsOf } from "./items.ts";
import { BEGINNING, ELSEWHERE, LAYERS, layerOf, type Capacity, type History, type Layer, type Span } from "./history.ts";

export interface LineContext {
  /** Name of the pooling area of the matter that reads the line, e.g. 大连. */
  readonly here: string;
  /** The month of processing: nothing was paid by an employer, served or worked after it. */
  readonly asOf: Month;
  /** The day of processing: no payment arrived after it. */
  readonly day: PackedDate;
  /** Month of birth; `null` while it is not known. */
  readonly birth: Month | null;
}

const LINE_PROBLEMS = [
  "unreadable",
  "no-month",
  "no-such-month",
  "paid-before",
  "end-before-begin",
  "too-early",
  "too-late",
  "not-arrived",
  "too-many",
  "overlap",
] as const;
type LineProblemCode = (typeof LINE_PROBLEMS)[number];

/** What is wrong with one item; the others are kept. */
export interface LineProblem {
  readonly code: LineProblemCode;
  /** The item as typed, and where it stands in the text. */
  readonly item: string;
  readonly start: number;
  readonly end: number;
  /** The month that is meant: the earliest or the latest possible one, the span's first, or the first that two items share. */
  readonly month: Month | null;
  /** Months that there are, where more are said. */
  readonly most: number | null;
}

export interface LineRead {
  readonly history: History;
  readonly problems: readonly LineProblem[];
}

/** Letters by which the line names a capacity. */
export const CAPACITY_SIGNS: Readonly<Record<Capacity, string>> = {
  unit: "d",
  flexible: "l",
  fund: "s",
  employee: "z",
  retired: "t",
  resident: "j",
  service: "g",
  military: "b",
};
const WORDS: Readonly<Record<string, Capacity>> = {
  ...(Object.fromEntries(Object.entries(CAPACITY_SIGNS).map(([capacity, sign]) => [sign, capacity])) as Record<string, Capacity>),
  单位职工: "unit",
  单位: "unit",
  灵活就业: "flexible",
  灵活: "flexible",
  个人: "flexible",
  失业金: "fund",
  失业: "fund",
  代缴: "fund",
  职工: "employee",
  退休: "retired",
  城乡居民: "resident",
  居民: "resident",
  连续工龄: "service",
  工龄: "service",
  军龄: "military",
  服役: "military",
};
const CAPACITY_WORDS = Object.keys(WORDS).sort((a, b) => b.length - a.length);
const PLAIN_SIGN = /^[\x20-\x7E]?$/;
const ELSEWHERE_WORDS = ["外地", "w"];
/** Nobody works, and so contributes, earlier. */
const WORKING_AGE_MONTHS = 16 * 12;

const TODAY = /(?:至今|现在|今)$/;
const DASHES = /[~至到—–―−－]+/g;
/** `2004.2`, `2004年2月`, `2004/02` and `2004-2` are months; the day may follow after 月. */
const MONTH_WITH_MARKS = /(?<!\d)(\d{4})(?:[.年/]|-(?=\d{1,2}(?!\d)))(\d{1,2})月?(?!\d)/g;
const YEAR_WITH_MARK = /(\d{4})年/g;
const WHEN = /^(\d{6}|\d{4}|\d{8})?(?:(-)(\d{6}|\d{4})?)?$/;
const COUNT = /^(\d{1,3})(?:个月)?(?:\/(.*))?$/;
/** Nothing but what the line mentions. */
const NOTHING_ELSE = "00";
const PAID = /^(\d{6}|\d{8})$/;

/** Signs of an input method, dashes and months as people write them, brought to one form. */
const folded = (item: string): string => (PLAIN.test(item) ? item : fold(item));

/** What needs no folding, and what the line prints itself. */
const PLAIN = /^(?:\.\.)?w?[a-z]?(?:\d{1,3}\/)?(?:\d{6}|\d{4}|\d{8})(?:-(?:\d{6}|\d{4})?)?\??$/;

const fold = (item: string): string =>
  item
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(TODAY, "-")
    .replace(DASHES, "-")
    .replace(MONTH_WITH_MARKS, (_, year: string, month: string) => year + month.padStart(2, "0"))
    .replace(YEAR_WITH_MARK, "$1")
    .replace(/-+$/, "-");

/** `YYYY` its first or last month, `YYYYMM`, `YYYYMMDD`; `undefined` for what is none. */
function monthAt(text: string, end: "first" | "last"): Month | undefined {
  if (text.length === 4) return monthOf(digitsAt(text, 0, 4), end === "first" ? 1 : 12);
  const month = digitsAt(text, 4, 2);
  return month >= 1 && month <= 12 ? monthOf(digitsAt(text, 0, 4), month) : undefined;
}

function dayAt(text: string): PackedDate | null {
  if (text.length !== 8) return null;
  const date = packDate(digitsAt(text, 0, 4), digitsAt(text, 4, 2), digitsAt(text, 6, 2));
  return dayOfDate(date) >= 1 && date <= lastDayOf(monthOfDate(date)) ? date : null;
}

/** What a person may be in the middle of when a span is read: it sticks. */
interface Sticky {
  capacity: Capacity | null;
  place: string;
}

type ItemRead =
  | { readonly kind: "span"; readonly span: Span; readonly open: boolean }
  | { readonly kind: "none"; readonly layer: Layer }
  | { readonly kind: "nothing-else" }
  | { readonly kind: "until"; readonly month: Month }
  | { readonly kind: "sticky" }
  | { readonly kind: "problem"; readonly code: LineProblemCode; readonly month?: Month; readonly most?: number };

const problem = (code: LineProblemCode, more: { readonly month?: Month; readonly most?: number } = {}): ItemRead => ({
  kind: "problem",
  code,
  ...more,
});

/** Letters and digits need no search: only the words of several characters do. */
function capacityWord(text: string): string | undefined {
  const first = text.charAt(0);
  if (Object.hasOwn(WORDS, first)) return first;
  return PLAIN_SIGN.test(first) ? undefined : CAPACITY_WORDS.find((known) => text.startsWith(known));
}

/** Takes place and capacity off the front; both stick. */
function takeWords(typed: string, sticky: Sticky, context: LineContext): string {
  let rest = typed;
  let placed = false;
  let named = false;
  for (;;) {
    const elsewhere = placed ? undefined : ELSEWHERE_WORDS.find((word) => rest.startsWith(word));
    if (elsewhere !== undefined) {
      sticky.place = ELSEWHERE;
      rest = rest.slice(elsewhere.length);
      placed = true;
      continue;
    }
    const at =
      placed || !rest.startsWith("@")
        ? null
        : /^@(\p{Script=Han}{2,6}?)(?=单位|灵活|个人|失业|职工|退休|居民|工龄|军龄|[a-z\d.?!-]|$)/u.exec(rest);
    if (at !== null) {
      sticky.place = at[1]!;
      rest = rest.slice(at[0].length);
      placed = true;
      continue;
    }
    const word = named ? undefined : capacityWord(rest);
    if (word === undefined) break;
    sticky.capacity = WORDS[word]!;
    // a new capacity without a place is here again
    if (!placed) sticky.place = context.here;
    rest = rest.slice(word.length);
    named = true;
  }
  return rest;
}

function readItem(typed: string, sticky: Sticky, context: LineContext): ItemRead {
  const { asOf, day, birth } = context;
  let text = folded(typed);
  if (text.startsWith("=")) {
    const month = /^=\d{6}$/.test(text) ? monthAt(text.slice(1), "last") : undefined;
    return month === undefined ? problem(/^=\d{6}$/.test(text) ? "no-such-month" : "unreadable") : { kind: "until", month };
  }
  if (text === NOTHING_ELSE) return { kind: "nothing-else" };
  const before = text.startsWith("..");
  if (before) text = text.slice(2);
  const owed = text.endsWith("?");
  if (owed) text = text.slice(0, -1);
  const mark = text.indexOf("!");
  const body = mark < 0 ? text : text.slice(0, mark);
  const late = mark < 0 ? undefined : text.slice(mark + 1);
  if (late !== undefined && !PAID.test(late)) return problem("unreadable");
  const rest = takeWords(body, sticky, context);
  const capacity = sticky.capacity ?? "employee";
  const { place } = sticky;
  const layer = layerOf(capacity, place, context.here);
  const earliest = birth === null ? BEGINNING : birth + (capacity === "resident" ? 0 : WORKING_AGE_MONTHS);

  const counted = rest.length === 4 ? null : COUNT.exec(rest);
  const count = counted === null ? null : Number(counted[1]);
  if (count === 0) return counted![2] === undefined && !before && !owed ? { kind: "none", layer } : problem("unreadable");
  const when = counted === null ? rest : (counted[2] ?? "");
  if (when === "") {
    if (count === null) return before || owed || late !== undefined || rest !== "" ? problem("no-month") : { kind: "sticky" };
    if (birth === null) return problem("no-month");
  }
  const match = WHEN.exec(when);
  if (match === null) return problem("unreadable");
  const [, first, dash, last] = match;
  if (when !== "" && first === undefined && last === undefined) return problem("unreadable");

  // a month alone is the last one that was paid: nothing is said of the time before
  const alone = when !== "" && first?.length === 6 && dash === undefined && count === null && !owed && capacity !== "retired";
  const begin = first === undefined ? earliest : monthAt(first, "first");
  const until =
    when === "" || (dash !== undefined && last === undefined)
      ? // "to this day" is what is known: the month in hand is a question
        capacity === "retired" || when === ""
        ? asOf
        : asOf - 1
      : last === undefined
        ? first!.length === 4
          ? monthAt(first!, "last")
          : begin
        : monthAt(last, "last");
  if (begin === undefined || until === undefined) return problem("no-such-month");
  const arrived = first === undefined ? null : dayAt(first);
  if (first?.length === 8 && arrived === null) return problem("no-such-month");
  const lateDay = late === undefined ? null : dayAt(late);
  const lateMonth = late === undefined ? undefined : monthAt(late, "first");
  if (late !== undefined && (lateMonth === undefined || (late.length === 8 && lateDay === null))) return problem("no-such-month");

  const from = first === undefined && count === null ? until : begin;
  if (from > until) return problem("end-before-begin");
  if (from < earliest) return problem("too-early", { month: earliest });
  // residents pay for a year, flexible workers may pay for months to come
  const latest = capacity === "resident" || capacity === "flexible" ? monthOf(yearOfMonth(asOf) + 1, 12) : asOf;
  if (until > latest || (lateMonth !== undefined && lateMonth > asOf))
    return problem("too-late", { month: Math.min(latest, asOf) });
  if ((arrived !== null && arrived > day) || (lateDay !== null && lateDay > day)) return problem("not-arrived");
  // residents pay for a year before it begins; what others paid in advance was not paid later
  if (lateMonth !== undefined && lateMonth < from && capacity !== "resident") return problem("paid-before", { month: from });
  const length = until - from + 1;
  if (count !== null && count > length) return problem("too-many", { most: length });
  return {
    kind: "span",
    span: {
      capacity,
      place,
      from,
      to: until,
      count: count === null || count === length ? null : count,
      paidIn: lateMonth === undefined ? null : { month: lateMonth, day: lateDay },
      arrived,
      owed,
    },
    open: before || alone || (first === undefined && count === null),
  };
}

const inOrder = (a: Span, b: Span): number =>
  a.from - b.from ||
  a.to - b.to ||
  CAPACITY_SIGNS[a.capacity].localeCompare(CAPACITY_SIGNS[b.capacity]) ||
  (a.place < b.place ? -1 : a.place > b.place ? 1 : 0);

/** Two statements about the same months of one layer that cannot both be counted. */
function clash(spans: readonly Span[], span: Span, here: string): Month | null {
  const layer = layerOf(span.capacity, span.place, here);
  for (const other of spans) {
    if (other.count === null && span.count === null) continue;
    if (layerOf(other.capacity, other.place, here) !== layer) continue;
    const first = Math.max(other.from, span.from);
    if (first > Math.min(other.to, span.to)) continue;
    // months that are certain leave room for those that are only counted
    const certain = other.count === null ? other : span.count === null ? span : null;
    if (certain === null) {
      // so many months here and so many there, of the same years: which ones nobody says, and there is room for both
      const years = Math.max(other.to, span.to) - Math.min(other.from, span.from) + 1;
      if (other.place !== span.place && other.count! + span.count! <= years) continue;
      return first;
    }
    const counted = certain === other ? span : other;
    const room = counted.to - counted.from + 1 - (Math.min(other.to, span.to) - first + 1);
    if (counted.count! > room) return first;
  }
  return null;
}

/** Reads a line; what cannot be read is told at its place, the rest is kept. */
export function parseLine(text: string, context: LineContext): LineRead {
  const spans: Span[] = [];
  const open = new Set<Span>();
  const none: Layer[] = [];
  const problems: LineProblem[] = [];
  const sticky: Sticky = { capacity: null, place: context.here };
  let until = context.asOf;
  for (const { text: item, start, end } of itemsOf(text)) {
    const fault = (code: LineProblemCode, month: Month | null, most: number | null): void => {
      problems.push({ code, item, start, end, month, most });
    };
    const read = readItem(item, sticky, context);
    switch (read.kind) {
      case "problem":
        fault(read.code, read.month ?? null, read.most ?? null);
        break;
      case "until":
        if (read.month > context.asOf) fault("too-late", context.asOf, null);
        else until = read.month;
        break;
      case "none":
        none.push(read.layer);
        break;
      case "nothing-else":
        none.push(...LAYERS);
        break;
      case "span": {
        const shared = clash(spans, read.span, context.here);
        if (shared !== null) {
          fault("overlap", shared, null);
          break;
        }
        spans.push(read.span);
        if (read.open) open.add(read.span);
        break;
      }
      case "sticky":
        break;
    }
  }
  spans.sort(inOrder);
  return { history: { spans, known: knownFrom(spans, open, none, context.here), until }, problems };
}

/** A layer is known from the beginning, or from its first span on where earlier months were said to be not entered. */
function knownFrom(
  spans: readonly Span[],
  open: ReadonlySet<Span>,
  none: readonly Layer[],
  here: string,
): Partial<Record<Layer, Month>> {
  const known: Partial<Record<Layer, Month>> = {};
  for (const layer of LAYERS) {
    // that somebody is retired says nothing of what they paid
    const own = spans.filter((span) => span.capacity !== "retired" && layerOf(span.capacity, span.place, here) === layer);
    const first = own[0];
    if (first === undefined) {
      if (none.includes(layer)) known[layer] = BEGINNING;
    } else {
      const isOpen = own.some((span) => span.from === first.from && open.has(span));
      known[layer] = isOpen ? first.from : BEGINNING;
    }
  }
  return known;
}

const compact = (month: Month): string => formatMonth(month).replace("-", "");
const NONE_SIGNS: Readonly<Record<Layer, string>> = {
  "employee-here": "z0",
  "employee-elsewhere": "wz0",
  resident: "j0",
  service: "g0",
  military: "b0",
};

/** The line that reads back as this very history, what is unknown included; `asOf` is the month of processing. */
export function printLine(history: History, context: Pick<LineContext, "here" | "asOf">): string {
  const seen = new Set<Layer>();
  const items = history.spans.map((span) => {
    const layer = layerOf(span.capacity, span.place, context.here);
    const tells = span.capacity !== "retired" && !seen.has(layer);
    if (tells) seen.add(layer);
    const open = tells && history.known[layer] !== BEGINNING;
    const place = span.place === context.here ? "" : span.place === ELSEWHERE ? "w" : `@${span.place}`;
    const sign = place + CAPACITY_SIGNS[span.capacity];
    // a month alone says just this: the last paid one, nothing of the time before
    if (open && isPlainMonth(span)) return sign + compact(span.from);
    return `${open ? ".." : ""}${sign}${printMonths(span)}`;
  });
  for (const layer of LAYERS) {
    if (history.known[layer] !== undefined && !seen.has(layer)) items.push(NONE_SIGNS[layer]);
  }
  if (history.until !== context.asOf) items.push(`=${compact(history.until)}`);
  return items.join(" ");
}

const isPlainMonth = ({ from, to, count, arrived, paidIn, owed }: Span): boolean =>
  from === to && count === null && arrived === null && paidIn === null && !owed;

function printMonths({ capacity, from, to, count, arrived, paidIn, owed }: Span): string {
  const years =
    capacity === "resident" && arrived === null && count === null && monthOfYear(from) === 1 && monthOfYear(to) === 12;
  const when = years
    ? from + 11 === to
      ? String(yearOfMonth(from))
      : `${yearOfMonth(from)}-${yearOfMonth(to)}`
    : `${arrived ?? compact(from)}-${compact(to)}`;
  const late = paidIn === null ? "" : `!${paidIn.day ?? compact(paidIn.month)}`;
  return `${count === null ? "" : `${count}/`}${when}${late}${owed ? "?" : ""}`;
}
