/** Writes a result down as a Decision: plain JSON, complete in itself, same result → same bytes. */
import { formatDate, formatMonth } from "../../../src-shared/domain/calendar.ts";
import type * as Written from "../../../src-shared/domain/decision.ts";
import { pairs } from "../../../src-shared/domain/periods.ts";
import { oneStatus } from "./history/one-status.ts";
import { identityOf } from "./matter-identity.ts";
import type { LoadedPack } from "./pack.ts";
import type { MatterDefinition } from "./matter.ts";
import { sentenceOf, type Node } from "./node.ts";
import { NONE } from "./draft.ts";
import { FACT_TEXT } from "./text.ts";
import type { AmountFound, AssumedFound, CoverageFound, DateFound, Finding, Result, Template, Values } from "./result.ts";
import { displayExact, UNIT_TEXT } from "./units.ts";

/**
 * @param open questions that stay open, with what is assumed of them
 * @param history the insurance history that answers came from
 */
export function writeDown(
  result: Result,
  matter: MatterDefinition,
  pack: LoadedPack,
  asOf: number,
  open: readonly Written.Assumption[] = NONE,
  history?: Written.HistoryUsed,
): Written.Decision {
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

  const decision: Omit<Written.Decision, "citations"> = {
    format: 1,
    matter: matter.id,
    matterTitle: matter.title,
    city: pack.city,
    rules: matter.rules,
    standing: result.standing ?? matter.standing,
    nature: matter.nature,
    ...(matter.person === null ? {} : { personTitle: matter.person }),
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
    readings: [...steps.readings()].map((id) => writeReading(pack, id)),
    conflicts: result.conflicts,
    missingFigures: result.missing.map(({ figure, date: on }) => ({
      figure: figure.id,
      title: figure.title,
      unit: UNIT_TEXT[figure.unit],
      date: formatDate(on),
      enteredBy: figure.published,
    })),
    ...(assumed.length === 0 ? {} : { assumed }),
    steps: steps.written,
  };
  const citations = citationsOf(decision, result, pack, history);
  return history === undefined ? { ...decision, citations } : { ...decision, citations, history };
}

export function writeDate(found: DateFound, step: number | null): Written.KeyDate {
  const { node, definition } = found;
  const value = node.definition.unit === "date" ? formatDate(node.value) : formatMonth(node.value);
  const { values } = definition;
  // `{0}`, `{1}` … in the title stand for what the date rests on
  const title = fillTemplate(definition.title, (key) => {
    const input = values === undefined ? node.inputs[Number(key)] : values[key];
    return input && displayNode(input);
  });
  return { id: definition.id, title, value, display: displayNode(node), step };
}

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
    ...(met === null ? { unknown: true } : {}),
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

function writeReading(pack: LoadedPack, id: string): Written.ReadingUsed {
  const reading = pack.readings.get(id)!;
  return {
    id,
    question: reading.question,
    chosen: reading.chosen,
    chosenTitle: reading.options.find((option) => option.id === reading.chosen)!.title,
    alternatives: reading.options.filter((option) => option.id !== reading.chosen),
    citations: reading.citations,
  };
}

/** Every clause that anything in the decision names, in the order of the pack's sources. */
function citationsOf(
  decision: Omit<Written.Decision, "citations">,
  { place, timeLimit }: Result,
  pack: LoadedPack,
  history: Written.HistoryUsed | undefined,
): Written.Citation[] {
  const named = new Set<string>();
  const cite = (part: { readonly citations: readonly string[] }): void => part.citations.forEach((id) => named.add(id));
  decision.conditions.forEach(cite);
  decision.materials.forEach(cite);
  decision.notices.forEach(cite);
  decision.sections.forEach(cite);
  decision.nextMatters.forEach(cite);
  decision.readings.forEach(cite);
  decision.conflicts.forEach(cite);
  decision.steps.forEach(cite);
  history?.derived.forEach(cite);
  place.citations?.forEach((id) => named.add(id));
  timeLimit.citations?.forEach((id) => named.add(id));
  const citations: Written.Citation[] = [];
  for (const citation of pack.citations.values()) if (named.has(citation.id)) citations.push(citation);
  return citations;
}

/** A group that stands for a sum is named by its title: its amounts add up to the value. */
const groupName = (group: Node): string =>
  group.definition.unit === "yuan" ? group.definition.title : `${group.definition.title} ${displayNode(group)}`;

export const displayNode = (node: Node): string =>
  node.definition.labels.length > 0
    ? (node.definition.labels[node.value] ?? String(node.value))
    : displayExact(node, node.definition.unit);

/** Nodes as numbered steps, inputs before what rests on them. */
class StepList {
  readonly written: Written.Step[] = [];
  readonly #index = new Map<Node, number>();
  readonly #byKey = new Map<string, Written.Step>();
  readonly #values: Values | undefined;

  constructor(values: Values | undefined) {
    this.#values = values;
  }

  add(node: Node): number {
    const known = this.#index.get(node);
    if (known !== undefined) return known;
    const inputs = node.inputs.map((input) => this.add(input));
    const { definition } = node;
    const display = displayNode(node);
    // by title and by value: what the inputs say of themselves is written already
    const sentence = sentenceOf(node);
    const fillFrom = (part: "title" | "display"): string =>
      fillTemplate(sentence, (key) => {
        if (key !== "+" && key !== ",") return this.written[inputs[Number(key)] ?? -1]?.[part];
        const told = inputs.map((input) => this.written[input]!).filter(({ kind }) => kind !== "reading");
        const shown = key === "," ? told : told.filter(({ unit }) => unit === definition.unit);
        return shown.map((input) => input[part]).join(key === "," ? "、" : " + ");
      });
    const shown = sentence === "" ? "" : fillFrom("display");
    const written: Written.Step = {
      key: definition.key,
      title: definition.title,
      kind: node.operation.rounds ? "rounding" : definition.kind,
      value: node.value,
      divisor: node.divisor,
      unit: definition.unit,
      display,
      formula: sentence === "" ? "" : fillFrom("title"),
      // a sum of one is told by its formula; "10 元 = 10 元" tells nothing
      filled: shown === "" || shown === display ? "" : `${shown} = ${display}`,
      inputs,
      citations: definition.citations,
      rule: definition.rule,
      figure: definition.figure,
      ...(definition.row === undefined ? {} : { row: definition.row }),
    };
    const index = this.written.push(written) - 1;
    this.#index.set(node, index);
    this.#byKey.set(shortKey(node), written);
    return index;
  }

  say = ({ text, values }: Template): string => this.fill(text, values);

  /** Fills `{name}` from the values that the formula gave, else from the steps so far by their keys, and `{0}` from `subject`. */
  fill(text: string, values: Values | undefined = this.#values, subject?: Node): string {
    return fillTemplate(text, (key) => {
      if (key === "0") return subject && displayNode(subject);
      if (values === undefined) return this.#byKey.get(key)?.display;
      const given = values[key];
      if (given === undefined) return undefined;
      // what a text says opens like everything else
      this.add(given);
      return displayNode(given);
    });
  }

  readings(): Set<string> {
    const used = new Set<string>();
    for (const node of this.#index.keys()) if (node.definition.reading) used.add(node.definition.reading);
    return used;
  }
}

/** Keys in templates leave out the city: `{assessed-base}`, `{retirement-years.cumulative}`. */
const shortKey = (node: Node): string =>
  node.definition.kind === "figure" || node.definition.kind === "table" || node.definition.kind === "reading"
    ? node.definition.key.slice(node.definition.key.indexOf(".") + 1)
    : node.definition.key;

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
function fillTemplate(text: string, value: (key: string) => string | undefined): string {
  const parts = partsOf(text);
  let filled = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) filled += (value(parts[i]!) ?? `{${parts[i]!}}`) + parts[i + 1]!;
  return filled;
}
