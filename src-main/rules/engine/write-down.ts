/** Writes a result down as a Decision: JSON, complete in itself, same result → same bytes. */
import { formatDate, formatMonth } from "../../../src-shared/domain/calendar.ts";
import type * as Written from "../../../src-shared/domain/decision.ts";
import { pairs } from "../../../src-shared/domain/periods.ts";
import { oneStatus } from "./history/one-status.ts";
import { identityOf } from "./pack/matter-identity.ts";
import type { LoadedPack } from "./pack/pack.ts";
import type { MatterDefinition } from "./matter.ts";
import { sentenceOf, type Node, type NodeDefinition, type Operation } from "./node.ts";
import { NONE } from "./draft.ts";
import type { Reading } from "./pack/readings.ts";
import { FACT_TEXT } from "./text.ts";
import type { AmountFound, AssumedFound, CoverageFound, DateFound, Finding, Result, Template, Values } from "./result.ts";
import { displayExact, UNIT_TEXT } from "./units.ts";

type Head = Omit<Written.Decision, "steps" | "citations" | "history" | "span">;

/**
 * @param open questions that stay open, with what is assumed of them
 * @param history the insurance history that answers came from
 * @returns the JSON of it; steps and clauses, most of it by far, are put together from pieces that all decisions share
 */
export function writeDown(
  result: Result,
  matter: MatterDefinition,
  pack: LoadedPack,
  asOf: number,
  open: readonly Written.Assumption[] = NONE,
  history?: Written.HistoryUsed,
): string {
  const steps = new StepList(result.values);
  const amount = (found: AmountFound): Written.Amount => ({
    id: found.definition.id,
    title: found.of === undefined ? found.definition.title : `${found.definition.title}（${displayNode(found.of)}）`,
    payer: found.definition.payer,
    payee: found.definition.payee,
    fen: found.node.value,
    role: found.role,
    group: found.group === undefined ? "" : groupName(found.group),
    step: steps.add(found.node),
  });
  const date = (found: DateFound): Written.KeyDate => writeDate(found, steps.add(found.node));

  // amounts first: what is opened most stands at the head of the explanation
  const amounts = result.amounts.map(amount);
  const dates = result.dates.map(date).sort(inTime);
  const conditionSteps = result.conditions.map((condition) => {
    for (const remedy of condition.remedies) if (remedy.node) steps.add(remedy.node);
    return condition.node === null ? null : steps.add(condition.node);
  });
  for (const remark of result.remarks) steps.add(remark);
  const options = result.options.map((option) => {
    // first its steps, then the texts that they fill
    const parts = {
      amounts: option.amounts.map(amount),
      dates: option.dates.map(date),
      coverage: oneStatus(option.coverage.flatMap(writeCoverage).sort(byMonth)),
    };
    return { id: option.title.id, title: steps.say(option.title), text: steps.say(option.text), ...parts };
  });
  const conditions = result.conditions.map((condition, i) => writeCondition(condition, conditionSteps[i] ?? null, steps));
  const assumed = [...open, ...(result.assumed ?? NONE).map(writeAssumed)];

  const decision: Head = {
    format: 1,
    matter: matter.id,
    matterTitle: matter.title,
    city: pack.city,
    rules: matter.rules,
    standing: result.standing ?? matter.standing,
    nature: matter.nature,
    ...(matter.person !== null && { personTitle: matter.person }),
    asOf: formatDate(asOf),
    pack: identityOf(pack, matter),
    outcome: result.outcome,
    headline: steps.say(result.headline),
    conditions,
    amounts,
    dates,
    coverage: oneStatus(result.coverage.flatMap(writeCoverage).sort(byMonth)),
    options,
    materials: result.materials,
    sections: result.sections.map(({ values, ...section }) => ({
      ...section,
      lines: section.lines.map((line) => steps.fill(line, values)),
    })),
    nextMatters: (result.next ?? []).map(({ matter: id, why, citations }) => ({
      matter: id,
      // of a matter that does not load its title is known all the same, if its file can be read
      title: (pack.parts.get(`matter ${id}`)?.entry as string | undefined) ?? id,
      why: steps.say(why),
      citations,
    })),
    place: steps.say(result.place),
    timeLimit: steps.say(result.timeLimit),
    notices: result.notices.map(({ values, ...notice }) => ({ ...notice, text: steps.fill(notice.text, values) })),
    // after all texts: what they say may rest on a reading, too
    readings: Array.from(steps.readings, (id) => writeReading(pack.readings.get(id)!)),
    conflicts: result.conflicts,
    missingFigures: result.missing.map(({ figure, date: on }) => ({
      figure: figure.id,
      title: figure.title,
      unit: UNIT_TEXT[figure.unit],
      date: formatDate(on),
      enteredBy: figure.published,
    })),
    ...(assumed.length > 0 && { assumed }),
  };
  const citations = citationsOf(decision, steps.definitions, result, pack, history);
  const told = history === undefined ? "" : `,"history":${JSON.stringify(history)}`;
  return `${JSON.stringify(decision).slice(0, -1)},"steps":[${steps.written}],"citations":[${citations}]${told}}`;
}

export function writeDate(found: DateFound, step: number | null): Written.KeyDate {
  const { node, definition } = found;
  const { values } = definition;
  // `{0}`, `{1}` … in the title stand for what the date rests on
  const title = filled(partsOf(definition.title), (key) => {
    const input = values === undefined ? node.inputs[Number(key)] : values[key];
    return input && displayNode(input);
  });
  return { id: definition.id, title, value: dateValue(node), display: displayNode(node), step };
}

/** In ISO form: a day, or a month. */
export const dateValue = ({ definition, value }: Node): string =>
  definition.unit === "date" ? formatDate(value) : formatMonth(value);

const writeAssumed = ({ fact, node }: AssumedFound): Written.Assumption => ({
  fact: fact.key,
  title: fact.title,
  display: displayNode(node),
});

function writeCondition(condition: Finding, step: number | null, steps: StepList): Written.Condition {
  const { definition, met, node: found, lacking } = condition;
  return {
    id: definition.id,
    title: definition.title,
    met: met === true,
    ...(met === null && { unknown: true }),
    required: steps.fill(definition.required, definition.values),
    actual:
      lacking === undefined
        ? steps.fill(definition.actual, definition.values, found ?? undefined)
        : FACT_TEXT.lacking(lacking.title),
    citations: definition.citations,
    remedies: condition.remedies.map(({ definition: remedy, node }) => ({
      kind: remedy.kind,
      value:
        node === null
          ? ""
          : remedy.kind === "date"
            ? formatDate(node.value)
            : remedy.kind === "month"
              ? formatMonth(node.value)
              : node.value,
      text: steps.say(remedy),
    })),
    step,
  };
}

function writeCoverage({ status, title, months, from, days }: CoverageFound): Written.CoverageRun[] {
  if (days !== undefined) {
    return [{ from: formatDate(days[0]), to: days[1] === null ? null : formatDate(days[1]), status, title }];
  }
  return months === null
    ? [{ from: formatMonth(from), to: null, status, title }]
    : pairs(months).map(([first, last]) => ({ from: formatMonth(first), to: formatMonth(last), status, title }));
}

/** By month: a day and the whole month it lies in keep the order that the rule gives them. */
const inTime = (a: Written.KeyDate, b: Written.KeyDate): number => monthOrder(a.value) - monthOrder(b.value);
const monthOrder = (value: string): number => Number(value.slice(0, 7).replace("-", ""));

const byMonth = (a: Written.CoverageRun, b: Written.CoverageRun): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : a.status < b.status ? -1 : a.status > b.status ? 1 : 0;

const READINGS = new WeakMap<Reading, Written.ReadingUsed>();

function writeReading(reading: Reading): Written.ReadingUsed {
  let used = READINGS.get(reading);
  if (used === undefined) {
    const { id, question, chosen, options, citations } = reading;
    const { title: chosenTitle } = options.find((option) => option.id === chosen)!;
    used = { id, question, chosen, chosenTitle, alternatives: options.filter((option) => option.id !== chosen), citations };
    READINGS.set(reading, used);
  }
  return used;
}

interface Clauses {
  readonly inOrder: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}
const CLAUSES = new WeakMap<LoadedPack, Clauses>();

function clausesOf(pack: LoadedPack): Clauses {
  let clauses = CLAUSES.get(pack);
  if (clauses === undefined) {
    const inOrder = Array.from(pack.citations.values(), (clause) => JSON.stringify(clause));
    clauses = { inOrder, places: new Map(Array.from(pack.citations.keys(), (id, place) => [id, place])) };
    CLAUSES.set(pack, clauses);
  }
  return clauses;
}

/** The JSON of every clause that anything in the decision names, in the order of the pack's sources. */
function citationsOf(
  decision: Head,
  steps: readonly NodeDefinition[],
  { place, timeLimit }: Result,
  pack: LoadedPack,
  history: Written.HistoryUsed | undefined,
): string {
  const { inOrder, places } = clausesOf(pack);
  const named = new Uint8Array(inOrder.length);
  const name = (ids: readonly string[] = NONE): void => {
    for (const id of ids) named[places.get(id)!] = 1;
  };
  const cite = (parts: readonly { readonly citations: readonly string[] }[] = NONE): void => {
    for (const { citations } of parts) name(citations);
  };
  cite(decision.conditions);
  cite(decision.materials);
  cite(decision.notices);
  cite(decision.sections);
  cite(decision.nextMatters);
  cite(decision.readings);
  cite(decision.conflicts);
  cite(steps);
  cite(history?.derived);
  name(place.citations);
  name(timeLimit.citations);
  return inOrder.filter((_, index) => named[index] === 1).join();
}
/** A group that stands for a sum is named by its title: its amounts add up to the value. */
const groupName = (group: Node): string =>
  group.definition.unit === "yuan" ? group.definition.title : `${group.definition.title} ${displayNode(group)}`;

export const displayNode = (node: Node): string =>
  node.definition.labels.length > 0
    ? (node.definition.labels[node.value] ?? String(node.value))
    : displayExact(node, node.definition.unit);

/** What stands between the quotes of a text in JSON. */
const inner = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What all steps of a definition have in common, in JSON. */
interface StepWords {
  readonly operation: Operation;
  readonly sentence: readonly string[];
  readonly title: string;
  readonly labels: readonly string[];
  /** Around what each step has of its own. */
  readonly around: readonly string[];
}

/** By definition, for the operation that came last: hardly any has two. */
const WORDS = new WeakMap<NodeDefinition, StepWords>();

function wordsOf(node: Node): StepWords {
  const { definition, operation } = node;
  let words = WORDS.get(definition);
  if (words?.operation !== operation) {
    const { key, title, kind, unit, citations, rule, figure, labels, row } = definition;
    const own = { value: HOLE, divisor: HOLE, unit, display: HOLE, formula: HOLE, filled: HOLE, inputs: HOLE };
    const shownKind = operation.rounds ? "rounding" : kind;
    const step: Record<keyof Written.Step, unknown> = { key, title, kind: shownKind, ...own, citations, rule, figure, row };
    const around = JSON.stringify(step).split(JSON.stringify(HOLE));
    const sentence = inner(sentenceOf(node)).split(PLACE);
    words = { operation, sentence, title: inner(title), labels: labels.map(inner), around };
    WORDS.set(definition, words);
  }
  return words;
}

/** No text has such a sign in it. */
const HOLE = "\0";

/** Nodes as numbered steps, inputs before what rests on them. */
class StepList {
  /** JSON, with commas between. */
  written = "";
  readonly definitions: NodeDefinition[] = [];
  /** Ids of those that were used. */
  readonly readings = new Set<string>();
  readonly #titles: string[] = [];
  readonly #displays: string[] = [];
  readonly #index = new Map<Node, number>();
  readonly #values: Values | undefined;

  constructor(values: Values | undefined) {
    this.#values = values;
  }

  add(node: Node): number {
    const known = this.#index.get(node);
    if (known !== undefined) return known;
    const inputs = node.inputs.map((input) => this.add(input));
    const { definition, value, divisor } = node;
    const { sentence, title, labels, around } = wordsOf(node);
    const display = labels[value] ?? displayNode(node);
    // what the inputs say of themselves is written already
    const titles = inputs.map((input) => this.#titles[input]!);
    const displays = inputs.map((input) => this.#displays[input]!);
    const formula = said(sentence, node, titles);
    const shown = said(sentence, node, displays);
    // a sum of one is told by its formula; "10 元 = 10 元" tells nothing
    const told = shown === "" || shown === display ? "" : `${shown} = ${display}`;
    const index = this.definitions.push(definition) - 1;
    this.#index.set(node, index);
    this.#titles.push(title);
    this.#displays.push(display);
    if (definition.reading !== null) this.readings.add(definition.reading);
    if (index > 0) this.written += ",";
    this.written += `${around[0]}${value}${around[1]}${divisor}${around[2]}"${display}"${around[3]}"${formula}"${around[4]}"${told}"${around[5]}[${inputs.join()}]${around[6]}`;
    return index;
  }

  say = ({ text, values }: Template): string => this.fill(text, values);

  /** Fills `{name}` from the values that the formula gave, and `{0}` from `subject`. */
  fill(text: string, values: Values | undefined = this.#values, subject?: Node): string {
    const parts = partsOf(text);
    return parts.length === 1
      ? text
      : filled(parts, (key) => {
          if (key === "0") return subject && displayNode(subject);
          const given = values?.[key];
          // what a text says opens like everything else
          if (given === undefined) return undefined;
          this.add(given);
          return displayNode(given);
        });
  }
}

/** The sentence with its places filled by what the inputs say. */
const said = (parts: readonly string[], { definition, inputs }: Node, by: readonly string[]): string =>
  filled(parts, (key) => {
    if (key !== "+" && key !== ",") return by[Number(key)];
    const shown = by.filter((_, i) => {
      const { kind, unit } = inputs[i]!.definition;
      return kind !== "reading" && (key === "," || unit === definition.unit);
    });
    return shown.join(key === "," ? "、" : " + ");
  });

/** Texts with placeholders, parted once: plain text and keys by turns. There are as many as the policy data have texts. */
const PARTED = new Map<string, readonly string[]>();
const PLACE = /\{([A-Za-z0-9.+,-]+)\}/;

/** The names of a text's places, each once; not those that stand for inputs of a step. */
export const placesOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => partsOf(text).filter((part, index) => index % 2 === 1 && !/^(\d+|[+,])$/.test(part)))),
];

function partsOf(text: string): readonly string[] {
  const known = PARTED.get(text);
  if (known !== undefined) return known;
  const parts = text.split(PLACE);
  PARTED.set(text, parts);
  return parts;
}

/** A placeholder that nothing fills stays visible: a test over all golden cases refuses any brace in a decision. */
function filled(parts: readonly string[], value: (key: string) => string | undefined): string {
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) text += (value(parts[i]!) ?? `{${parts[i]!}}`) + parts[i + 1]!;
  return text;
}
