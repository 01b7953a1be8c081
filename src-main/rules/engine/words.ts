/**
 * The words of a matter: all that its YAML declares and draws on, by kind and name (`words.step.gapMonths`), bound when the pack
 * is loaded. Ids with dashes become names (`identity-card` → `identityCard`), ids of the city's data lose their city.
 * The types of a matter's words are made from the same YAML (`src-main/rules/generated/`).
 */
import type { Material, Notice, Section } from "../../../src-shared/domain/decision.ts";
import { bindChecklist } from "./bind-checklist.ts";
import type { Checklist } from "./checklist.ts";
import type { FactDefinition } from "./facts/facts.ts";
import type { MatterFile, StepFile, Uses } from "./schema/matter-schema.ts";
import { named, nameOf } from "./pack/name.ts";
import type { Placed } from "./pack/needs.ts";
import { leaf, nodeDefinition, type Node, type NodeDefinition } from "./node.ts";
import type { CityData } from "./pack/pack.ts";
import type { Reading } from "./pack/readings.ts";
import type { ConditionDefinition, DateDefinition, NextFound, RemedyDefinition, Template, Values } from "./result.ts";
import type { DecisionTable } from "./table/table.ts";
import { UnboundName } from "./pack/unbound-name.ts";
import { placesOf } from "./write-down.ts";

/** A text with places: a word once the formula has given what stands in them. */
export type Says<Word, Places extends string> = (values: Readonly<Record<Places, Node>>) => Word;

export interface WayWord {
  readonly title: Template;
  readonly text: Template;
}

/** A reading with each of its options as yes or no. */
export interface ReadingWord<Option extends string> {
  readonly node: Node;
  readonly is: Readonly<Record<Option, boolean>>;
  readonly chosen: Option;
  readonly options: readonly Option[];
}

/** A table whose inputs are given in the order in which the formula has named them. */
export interface BoundTable<Outputs> extends DecisionTable {
  /** Positions of the outputs. */
  readonly out: { readonly [Output in keyof Outputs]: number };
  /** Values of outputs that are choices. */
  readonly is: { readonly [Output in keyof Outputs]: Readonly<Record<Outputs[Output] & string, number>> };
}
export interface TableWord<Inputs, Outputs> {
  /** Each input once, in the order in which the values will come. */
  by(...inputs: readonly (keyof Inputs)[]): BoundTable<Outputs>;
  /** Values of inputs that are choices. */
  readonly in: { readonly [Input in keyof Inputs]: Readonly<Record<Inputs[Input] & string, number>> };
}

export type ChecklistWord<Places extends string> = (...own: readonly ("refused" | "not-yet")[]) => Checklist<Places>;

type Named<Value> = Readonly<Record<string, Value>>;

function byName<Value>(kind: string, entries: Iterable<readonly [id: string, value: Value]>): Named<Value> {
  const values = new Map<string, Value>();
  for (const [id, value] of entries) {
    const name = nameOf(id);
    if (values.has(name)) throw new UnboundName(`two ${kind}s are called "${name}"`);
    values.set(name, value);
  }
  return named(values);
}

/** A word, or what makes it of the values for its places. */
export type Sayable<Word> = Word | (((values: Values) => Word) & Placed<Word>);

function says<Word>(word: Word, make: (values: Values) => Word, ...texts: readonly string[]): Sayable<Word> {
  const places = placesOf(texts);
  return places.length === 0 ? word : Object.assign(make, { places, word });
}

const template = (id: string, text: string, citations?: readonly string[]) => {
  const word: Template = citations === undefined ? { id, text } : { id, text, citations };
  return says(word, (values): Template => ({ id, text, citations, values }), text);
};
const condition = (found: MatterFile["conditions"][number]) => {
  const { id, title, required, actual, cite: citations } = found;
  const word: ConditionDefinition = { id, title, required, actual, citations };
  return says(word, (values) => ({ id, title, required, actual, citations, values }), required, actual);
};
const remedy = (id: string, { kind, text }: MatterFile["remedies"][string]) => {
  const word: RemedyDefinition = { id, kind, text };
  return says(word, (values) => ({ id, kind, text, values }), text);
};
const date = ({ id, title }: MatterFile["dates"][number]) => {
  const word: DateDefinition = { id, title };
  return says(word, (values) => ({ id, title, values }), title);
};
const notice = ({ id, level, text, cite: citations }: MatterFile["notices"][number]) => {
  const word: Notice = { id, level, text, citations };
  return says<Notice>(word, (values) => ({ id, level, text, citations, values }) as Notice, text);
};
const section = (word: Section) => {
  const { id, title, list, lines, citations } = word;
  return says<Section>(word, (values) => ({ id, title, list, lines, citations, values }) as Section, ...lines);
};
const next = ({ id, matter, why, cite: citations }: MatterFile["next"][number]) => {
  const word: NextFound = { matter, why: { id, text: why }, citations };
  return says(word, (values): NextFound => ({ matter, why: { id, text: why, values }, citations }), why);
};
const way = (id: string, { title, text }: MatterFile["options"][string]) => {
  const word: WayWord = { title: { id, text: title }, text: { id, text } };
  return says(word, (values): WayWord => ({ title: { id, text: title, values }, text: { id, text, values } }), title, text);
};

type Entry = { readonly id: string };
const each = <Found extends Entry, Value>(kind: string, all: readonly Found[], word: (found: Found) => Value): Named<Value> =>
  byName(
    kind,
    all.map((found) => [found.id, word(found)] as const),
  );
const inRecord = <Found, Value>(
  kind: string,
  all: Readonly<Record<string, Found>>,
  word: (id: string, found: Found) => Value,
): Named<Value> =>
  byName(
    kind,
    Object.entries(all).map(([id, found]) => [id, word(id, found)] as const),
  );

const valuesOf = (values: readonly string[]): Named<number> =>
  byName(
    "value",
    values.map((value, index) => [value, index] as const),
  );
const optionsOf = ({ options }: { readonly options: readonly { readonly value: string }[] }): Named<number> =>
  valuesOf(options.map(({ value }) => value));

function readingWord<Option extends string>({ options, chosen, node }: Reading): ReadingWord<Option> {
  const is = each("option", options, ({ id }) => id === chosen);
  return { node, is, chosen: nameOf(chosen) as Option, options: options.map(({ id }) => nameOf(id)) as Option[] };
}

const leavesOf = ({ type, options, node }: FactDefinition): readonly Node[] =>
  Array.from({ length: type === "flag" ? 2 : options.length }, (_, value) => leaf(node, value));

/** All that a matter may draw on: its own list, and those of its pieces. */
export function usesOf(
  file: Pick<MatterFile, "uses">,
  city: Pick<CityData, "pieces">,
): Uses & { readonly steps: readonly string[] } {
  const pieces = file.uses.pieces.map((name, index) => {
    const piece = city.pieces.get(name);
    if (piece === undefined)
      throw new UnboundName(`no piece "${name}": no file of that name under steps/`, ["uses", "pieces", index], name);
    return piece;
  });
  const all = (kind: Exclude<keyof Uses, "pieces">): string[] => [
    ...new Set([...file.uses[kind], ...pieces.flatMap(({ uses }) => uses[kind])]),
  ];
  return {
    pieces: file.uses.pieces,
    figures: all("figures"),
    tables: all("tables"),
    readings: all("readings"),
    conflicts: all("conflicts"),
    sections: all("sections"),
    steps: pieces.flatMap(({ steps }) => steps),
  };
}

export const stepNode = (step: StepFile): NodeDefinition =>
  nodeDefinition({
    key: step.key ?? step.id,
    title: step.title,
    kind: step.kind,
    unit: step.unit,
    formula: step.told ?? step.formula ?? "",
    note: step.note,
    rule: step.rule,
    citations: step.cite,
    labels: step.labels.length > 0 ? step.labels : Object.values(step.values),
  });

export type Words = ReturnType<typeof wordsOf>;

/** @param used takes up what the matter draws on, as `figure dalian.assessed-base` */
export function wordsOf(file: MatterFile, facts: readonly FactDefinition[], city: CityData, used: Set<string>) {
  const uses = usesOf(file, city);
  const drawn = <Value>(kind: "figure" | "table" | "reading" | "conflict", all: ReadonlyMap<string, Value>): [string, Value][] =>
    uses[`${kind}s`].map((id, index) => {
      const value = all.get(id);
      if (value === undefined)
        throw new UnboundName(`uses ${kind} "${id}", which is not declared`, ["uses", `${kind}s`, index], id);
      used.add(`${kind} ${id}`);
      return [id, value];
    });
  const shared = <Value>(kind: "step" | "section", all: ReadonlyMap<string, Value>): [string, Value][] =>
    uses[`${kind}s`].map((id) => {
      const value = all.get(id);
      if (value === undefined)
        throw new UnboundName(`uses ${kind} "${id}", which no file under ${kind}s/ declares`, ["uses"], id);
      used.add(`shared ${kind} ${id}`);
      return [id, value];
    });
  const choices = facts.filter(({ type }) => type === "choice");
  const lists = facts.filter(({ type }) => type === "list");
  const chosen = lists
    .map(({ id, fields }) => ({ id, fields: fields.filter(({ options }) => options.length > 0) }))
    .filter(({ fields }) => fields.length > 0);
  const stepFiles = [...file.steps, ...uses.steps.flatMap((id) => city.stepFiles.get(id) ?? [])];
  const words = {
    fact: each("fact", facts, ({ node }) => node),
    /** The leaves of a choice by option, or of a flag (no, yes): made once and shared by all decisions. */
    leaf: each(
      "fact",
      facts.filter(({ type }) => type === "choice" || type === "flag"),
      leavesOf,
    ),
    /** Of choices; of a list's choices under the list. */
    option: byName<Named<number | Named<number>>>("fact", [
      ...choices.map((fact) => [fact.id, optionsOf(fact)] as const),
      ...chosen.map(({ id, fields }) => [id, each("field", fields, optionsOf)] as const),
    ]),
    field: each("fact", lists, ({ fields }) => each("field", fields, ({ node }) => node)),
    step: byName("step", [...file.steps.map((step) => [step.id, stepNode(step)] as const), ...shared("step", city.steps)]),
    /** Of steps that are a choice. */
    value: each(
      "step",
      stepFiles.filter(({ values }) => Object.keys(values).length > 0),
      ({ values }) => valuesOf(Object.keys(values)),
    ),
    condition: each("condition", file.conditions, condition),
    remedy: inRecord("remedy", file.remedies, remedy),
    amount: each("amount", file.amounts, (amount) => amount),
    date: each("date", file.dates, date),
    coverage: inRecord("coverage", file.coverage, (_, text) => text),
    material: each("material", file.materials, ({ cite, ...found }): Material => ({ ...found, citations: cite })),
    notice: each("notice", file.notices, notice),
    section: byName("section", [
      ...file.sections.map(({ cite, ...found }) => [found.id, section({ ...found, citations: cite })] as const),
      ...shared("section", city.sections).map(([id, found]) => [id, section(found)] as const),
    ]),
    headline: inRecord("headline", file.headlines, (id, text) => template(id, text)),
    place: inRecord("place", file.places, (id, { text, cite }) => template(id, text, cite)),
    timeLimit: inRecord("time limit", file.timeLimits, (id, { text, cite }) => template(id, text, cite)),
    // as with shared questions, what a matter says otherwise goes before
    fault: { ...Object.fromEntries(city.faults), ...file.faults },
    way: inRecord("way", file.options, way),
    next: each("next", file.next, next),
    figure: byName("figure", drawn("figure", city.figures)),
    table: byName("table", drawn("table", city.tables)),
    reading: byName(
      "reading",
      drawn("reading", city.readings).map(([id, reading]) => [id, readingWord(reading)] as const),
    ),
    conflict: byName("conflict", drawn("conflict", city.conflicts)),
    /** @param own outcomes that the formula's own conditions may lead to */
    checklist: (...own: readonly ("refused" | "not-yet")[]): Checklist => bindChecklist(file, words, city, used, own),
  };
  return words;
}
