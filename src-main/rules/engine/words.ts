/**
 * The words of a matter: all that its YAML declares and draws on, by kind and name (`words.step.gapMonths`), bound when the pack
 * is loaded. Ids with dashes become names (`identity-card` → `identityCard`), ids of the city's data lose their city.
 * The types of a matter's words are made from the same YAML (`src-main/rules/generated/`).
 */
import type { Material, Notice, Section } from "../../../src-shared/domain/decision.ts";
import type { Checklist } from "./checklist.ts";
import type { FactDefinition } from "./facts.ts";
import type { MatterFile, StepFile, Uses } from "./matter-schema.ts";
import { named, nameOf } from "./name.ts";
import type { Placed } from "./needs.ts";
import { leaf, type Node, type NodeDefinition } from "./node.ts";
import type { CityData } from "./pack.ts";
import type { Reading } from "./readings.ts";
import type { ConditionDefinition, DateDefinition, NextFound, RemedyDefinition, Template, Values } from "./result.ts";
import type { DecisionTable } from "./table.ts";
import { UnboundName } from "./unbound-name.ts";
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

/** `own`: outcomes that the formula's own conditions may lead to. */
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

/** The word itself, or what makes it of the values for its places. */
function says<Word>(word: Word, make: (values: Values) => Word, ...texts: readonly string[]): Word | ((values: Values) => Word) {
  const places = placesOf(texts);
  return places.length === 0 ? word : Object.assign(make, { places } satisfies Placed);
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

const valuesOf = (options: readonly { readonly value: string }[]): Named<number> =>
  byName(
    "value",
    options.map(({ value }, index) => [value, index] as const),
  );

export function readingWord<Option extends string>(reading: Reading): ReadingWord<Option> {
  const is = byName(
    "option",
    reading.options.map(({ id }) => [id, id === reading.chosen] as const),
  );
  const options = reading.options.map(({ id }) => nameOf(id)) as Option[];
  return { node: reading.node, is, chosen: nameOf(reading.chosen) as Option, options };
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

/**
 * @param used takes up what the matter draws on, as `figure dalian.assessed-base`
 * @param checklist binds the matter's checklist
 */
export function wordsOf(
  file: MatterFile,
  facts: readonly FactDefinition[],
  city: CityData,
  stepNode: (step: StepFile) => NodeDefinition,
  used: Set<string>,
  checklist: (...own: readonly ("refused" | "not-yet")[]) => Checklist,
) {
  const uses = usesOf(file, city);
  const drawn = <Value>(kind: "figure" | "table" | "reading" | "conflict", all: ReadonlyMap<string, Value>): [string, Value][] =>
    uses[`${kind}s`].map((id, index) => {
      const value = all.get(id);
      if (value === undefined)
        throw new UnboundName(`uses ${kind} "${id}", which is not declared`, ["uses", `${kind}s`, index], id);
      used.add(`${kind} ${id}`);
      return [id, value];
    });
  const shared = <Value>(kind: "step" | "section", ids: readonly string[], all: ReadonlyMap<string, Value>): [string, Value][] =>
    ids.map((id) => {
      const value = all.get(id);
      if (value === undefined)
        throw new UnboundName(`uses ${kind} "${id}", which no file under ${kind}s/ declares`, ["uses"], id);
      used.add(`shared ${kind} ${id}`);
      return [id, value];
    });
  const choices = facts.filter(({ type }) => type === "choice" || type === "flag");
  const lists = facts.filter(({ type }) => type === "list");
  const pieces = shared("step", uses.steps, city.steps);
  const stepFiles = [...file.steps, ...uses.steps.flatMap((id) => city.stepFiles.get(id) ?? [])];
  return {
    fact: byName(
      "fact",
      facts.map(({ id, node }) => [id, node] as const),
    ),
    /** The leaves of a choice by option, or of a flag (no, yes): made once and shared by all decisions. */
    leaf: byName(
      "fact",
      choices.map((fact) => [fact.id, leavesOf(fact)] as const),
    ),
    /** Of choices; of a list's choices under the list. */
    option: byName<Named<number | Named<number>>>("fact", [
      ...choices.filter(({ type }) => type === "choice").map(({ id, options }) => [id, valuesOf(options)] as const),
      ...lists.flatMap(({ id, fields }) => {
        const chosen = fields.filter(({ options }) => options.length > 0);
        const valuesByName = byName(
          "field",
          chosen.map((field) => [field.id, valuesOf(field.options)]),
        );
        return chosen.length === 0 ? [] : [[id, valuesByName] as const];
      }),
    ]),
    field: byName(
      "fact",
      lists.map(
        ({ id, fields }) =>
          [
            id,
            byName(
              "field",
              fields.map((field) => [field.id, field.node]),
            ),
          ] as const,
      ),
    ),
    step: byName("step", [...file.steps.map((step) => [step.id, stepNode(step)] as const), ...pieces]),
    /** Of steps that are a choice. */
    value: byName(
      "step",
      stepFiles
        .filter(({ values }) => Object.keys(values).length > 0)
        .map(({ id, values }) => [id, valuesOf(Object.keys(values).map((value) => ({ value })))] as const),
    ),
    condition: byName(
      "condition",
      file.conditions.map((found) => [found.id, condition(found)] as const),
    ),
    remedy: byName(
      "remedy",
      Object.entries(file.remedies).map(([id, found]) => [id, remedy(id, found)] as const),
    ),
    amount: byName(
      "amount",
      file.amounts.map((amount) => [amount.id, amount] as const),
    ),
    date: byName(
      "date",
      file.dates.map((found) => [found.id, date(found)] as const),
    ),
    coverage: byName("coverage", Object.entries(file.coverage)),
    material: byName(
      "material",
      file.materials.map(({ cite, ...found }) => [found.id, { ...found, citations: cite } satisfies Material] as const),
    ),
    notice: byName(
      "notice",
      file.notices.map((found) => [found.id, notice(found)] as const),
    ),
    section: byName("section", [
      ...file.sections.map(({ cite, ...found }) => [found.id, section({ ...found, citations: cite })] as const),
      ...shared("section", uses.sections, city.sections).map(([id, found]) => [id, section(found)] as const),
    ]),
    headline: byName(
      "headline",
      Object.entries(file.headlines).map(([id, text]) => [id, template(id, text)] as const),
    ),
    place: byName(
      "place",
      Object.entries(file.places).map(([id, { text, cite }]) => [id, template(id, text, cite)] as const),
    ),
    timeLimit: byName(
      "time limit",
      Object.entries(file.timeLimits).map(([id, { text, cite }]) => [id, template(id, text, cite)] as const),
    ),
    // as with shared questions, what a matter says otherwise goes before
    fault: { ...Object.fromEntries(city.faults), ...file.faults },
    way: byName(
      "way",
      Object.entries(file.options).map(([id, found]) => [id, way(id, found)] as const),
    ),
    next: byName(
      "next",
      file.next.map((found) => [found.id, next(found)] as const),
    ),
    figure: byName("figure", drawn("figure", city.figures)),
    table: byName("table", drawn("table", city.tables)),
    reading: byName(
      "reading",
      drawn("reading", city.readings).map(([id, reading]) => [id, readingWord(reading)] as const),
    ),
    conflict: byName("conflict", drawn("conflict", city.conflicts)),
    checklist,
  };
}
