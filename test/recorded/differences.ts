/** Where two answers differ, in words: entries of lists are known by their names, not by where they stand. */
import { isDeepStrictEqual } from "node:util";

export interface Difference {
  /** As `decision.steps.gapMonths.filled`. */
  readonly path: string;
  /** JSON; `undefined` = there is none. */
  readonly old: string | undefined;
  readonly now: string | undefined;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** By which of its own values an entry of a list is known. */
const NAMES = ["id", "key", "fact", "matter", "figure", "from"];

function nameOf(entry: Json): string | undefined {
  if (!isRecord(entry)) return undefined;
  return NAMES.map((key) => entry[key]).find((value) => typeof value === "string");
}

/** A list of named entries as a record, the second of a name as `name#2`. */
function named(list: readonly Json[]): Record<string, Json> | undefined {
  const found: Record<string, Json> = {};
  for (const entry of list) {
    const name = nameOf(entry);
    if (name === undefined) return undefined;
    let key = name;
    for (let nth = 2; Object.hasOwn(found, key); nth++) key = `${name}#${nth}`;
    found[key] = entry;
  }
  return found;
}

/** Steps are pointed at by their places, which one more step moves: the same by their keys. */
function withStepsByName(value: Json, steps: readonly string[]): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => withStepsByName(entry, steps));
  if (!isRecord(value)) return value;
  const name = (place: Json): Json => (typeof place === "number" ? (steps[place] ?? place) : place);
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key === "step") return [key, name(entry)];
      if (key === "inputs" && Array.isArray(entry)) return [key, entry.map((place: Json) => name(place))];
      return [key, withStepsByName(entry, steps)];
    }),
  );
}

function readable(answer: Json): Json {
  if (!isRecord(answer) || !isRecord(answer["decision"])) return answer;
  const steps = answer["decision"]["steps"];
  const keys = Array.isArray(steps) ? Object.keys(named(steps as readonly Json[]) ?? {}) : [];
  return withStepsByName(answer, keys);
}

const written = (value: Json | undefined): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

function between(old: Json | undefined, now: Json | undefined, path: string): Difference[] {
  if (isDeepStrictEqual(old, now)) return [];
  const below = (a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): Difference[] =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      between(
        Object.hasOwn(a, key) ? a[key] : undefined,
        Object.hasOwn(b, key) ? b[key] : undefined,
        path === "" ? key : `${path}.${key}`,
      ),
    );
  if (isRecord(old) && isRecord(now)) return below(old, now);
  if (Array.isArray(old) && Array.isArray(now)) {
    const [before, after] = [named(old as readonly Json[]), named(now as readonly Json[])];
    if (before !== undefined && after !== undefined) {
      const found = below(before, after);
      const order = (entries: Readonly<Record<string, Json>>): string => JSON.stringify(Object.keys(entries));
      return found.length > 0 ? found : [{ path: `${path} (order)`, old: order(before), now: order(after) }];
    }
  }
  return [{ path, old: written(old), now: written(now) }];
}

/** Nothing for answers that say the same in another order of their keys. */
export function differences(old: string, now: string): Difference[] {
  if (old === now) return [];
  const [before, after] = [JSON.parse(old) as Json, JSON.parse(now) as Json];
  if (isDeepStrictEqual(before, after)) return [];
  const found = between(readable(before), readable(after), "");
  // places of steps that say the same by name
  return found.length > 0 ? found : [{ path: "decision.steps (order)", old: undefined, now: undefined }];
}

const LONGEST = 240;
const shown = (text: string | undefined): string =>
  text === undefined ? "—" : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

/** What two texts that differ only in their numbers have in common. */
const alike = (text: string | undefined): string => (text ?? "").replaceAll(/\d[\d,.]*/g, "0");

/** One line for what differs in the same way in many cases, whatever the numbers; the most frequent first. */
export function summary(found: readonly (readonly [name: string, differences: readonly Difference[]])[], most: number): string[] {
  const groups = new Map<string, { readonly difference: Difference; readonly names: string[] }>();
  for (const [name, each] of found) {
    for (const difference of each) {
      const key = JSON.stringify([difference.path, alike(difference.old), alike(difference.now)]);
      const group = groups.get(key) ?? { difference, names: [] };
      group.names.push(name);
      groups.set(key, group);
    }
  }
  const sorted = [...groups.values()].sort((a, b) => b.names.length - a.names.length);
  const lines = sorted.slice(0, most).map(({ difference: { path, old, now }, names }) => {
    const where = names.length === 1 ? names[0]! : `${names.length} cases, first: ${names[0]!}`;
    return `${path}: ${shown(old)} → ${shown(now)}  (${where})`;
  });
  return sorted.length > most ? [...lines, `… and ${sorted.length - most} more ways`] : lines;
}
