/** Writes a result down as a Decision: JSON, complete in itself, same result → same bytes. */
import { formatDate, formatMonth, monthOfDate } from "../../../src-shared/domain/calendar.ts";
import type * as Written from "../../../src-shared/domain/decision.ts";
import { pairs } from "../../../src-shared/domain/periods.ts";
import { oneStatus } from "./history/one-status.ts";
import { constant, inner, list, object, passing, quoted, type Inner, type Json } from "./json-text.ts";
import { identityOf } from "./pack/matter-identity.ts";
import type { LoadedPack } from "./pack/pack.ts";
import type { MatterDefinition } from "./matter.ts";
import { sentenceOf, type Node, type NodeDefinition, type Operation } from "./node.ts";
import { NONE } from "./draft.ts";
import type { Reading } from "./pack/readings.ts";
import { FACT_TEXT } from "./text.ts";
import type {
  AmountFound,
  AssumedFound,
  CoverageFound,
  DateFound,
  FigureMissing,
  Finding,
  NextFound,
  NoticeFound,
  OptionFound,
  RemedyFound,
  Result,
  SectionFound,
  Template,
  Values,
} from "./result.ts";
import { displayExact, UNIT_TEXT } from "./units.ts";

/**
 * @param open questions that stay open, with what is assumed of them
 * @param history the insurance history that answers came from
 * @returns JSON of a `Decision`
 */
export function writeDown(
  result: Result,
  matter: MatterDefinition,
  pack: LoadedPack,
  asOf: number,
  open: readonly Written.Assumption[] = NONE,
  history?: Written.HistoryUsed,
): Json {
  const writing = new Writing(pack, result.values);
  // amounts first: what is opened most stands at the head of the explanation
  const amounts = writing.amounts(result.amounts);
  const dates = result.dates.map((found) => ({ at: monthOrder(found.node), text: writing.date(found) }));
  const conditionSteps = result.conditions.map(({ node, remedies }) => {
    for (const remedy of remedies) if (remedy.node) writing.add(remedy.node);
    return node === null ? null : writing.add(node);
  });
  for (const remark of result.remarks) writing.add(remark);
  const options = result.options.map((option) => writing.option(option));
  const conditions = result.conditions.map((condition, i) => writing.condition(condition, conditionSteps[i]!));
  const assumed = [...open.map(constant), ...(result.assumed ?? NONE).map(writeAssumed)];
  for (const { citations } of history?.derived ?? NONE) writing.cite(citations);

  return object<Omit<Written.Decision, "span">>({
    format: 1,
    matter: word(matter.id),
    matterTitle: word(matter.title),
    city: word(pack.city),
    rules: constant(matter.rules),
    standing: word(result.standing ?? matter.standing),
    nature: word(matter.nature),
    personTitle: matter.person === null ? undefined : word(matter.person),
    asOf: plain(formatDate(asOf)),
    pack: constant(identityOf(pack, matter)),
    outcome: word(result.outcome),
    headline: writing.say(result.headline),
    conditions: list(conditions),
    amounts,
    dates: list(dates.sort((a, b) => a.at - b.at).map(({ text }) => text)),
    coverage: writeStrip(result.coverage),
    options: list(options),
    materials: writing.shared(result.materials),
    sections: list(result.sections.map((section) => writing.section(section))),
    nextMatters: list((result.next ?? NONE).map((next) => writing.next(next))),
    place: writing.say(result.place),
    timeLimit: writing.say(result.timeLimit),
    notices: list(result.notices.map((notice) => writing.notice(notice))),
    // after all texts: what they say may rest on a reading, too
    readings: writing.shared(Array.from(writing.readings, (id) => readingUsed(pack.readings.get(id)!))),
    conflicts: writing.shared(result.conflicts),
    missingFigures: list(result.missing.map(writeMissing)),
    assumed: assumed.length === 0 ? undefined : list(assumed),
    steps: list(writing.steps),
    citations: writing.citations(),
    history: history === undefined ? undefined : passing(history),
  });
}

/** A text of the policy data. */
const word = (text: string): Json => quoted(inner(text));
/** A text of digits and Chinese words, in which nothing is escaped. */
const plain = (text: string): Json => quoted(text as Inner);

function dateText({ node, definition }: DateFound, step: number | null): Json {
  const { id, title, values } = definition;
  // `{0}`, `{1}` … in the title stand for what the date rests on
  const said = filled(partsOf(title), (key) => {
    const input = values === undefined ? node.inputs[Number(key)] : values[key];
    return input && displayInner(input);
  });
  return object<Written.KeyDate>({
    id: word(id),
    title: quoted(said),
    value: plain(dateValue(node)),
    display: quoted(displayInner(node)),
    step,
  });
}

/** A date for itself, without the step that explains it. */
export const writeDate = (found: DateFound): Written.KeyDate => JSON.parse(dateText(found, null)) as Written.KeyDate;

/** In ISO form: a day, or a month. */
export const dateValue = ({ definition, value }: Node): string =>
  definition.unit === "date" ? formatDate(value) : formatMonth(value);

/** By month: a day and the whole month it lies in keep the order that the rule gives them. */
const monthOrder = ({ definition, value }: Node): number => (definition.unit === "date" ? monthOfDate(value) : value);

const writeAssumed = ({ fact, node }: AssumedFound): Json =>
  object<Written.Assumption>({ fact: word(fact.key), title: word(fact.title), display: quoted(displayInner(node)) });

const writeMissing = ({ figure, date }: FigureMissing): Json =>
  object<Written.MissingFigure>({
    figure: word(figure.id),
    title: word(figure.title),
    unit: word(UNIT_TEXT[figure.unit]),
    date: plain(formatDate(date)),
    enteredBy: word(figure.published),
  });

function remedyValue({ definition: { kind }, node }: RemedyFound): Json | number {
  if (node === null) return plain("");
  return kind === "date" ? plain(formatDate(node.value)) : kind === "month" ? plain(formatMonth(node.value)) : node.value;
}

const writeStrip = (found: readonly CoverageFound[]): Json =>
  list(
    oneStatus(found.flatMap(coverageRuns).sort(byMonth)).map(({ from, to, status, title }) =>
      object<Written.CoverageRun>({
        from: plain(from),
        to: to === null ? null : plain(to),
        status: word(status),
        title: passing(title),
      }),
    ),
  );

function coverageRuns({ status, title, months, from, days }: CoverageFound): Written.CoverageRun[] {
  if (days !== undefined) {
    return [{ from: formatDate(days[0]), to: days[1] === null ? null : formatDate(days[1]), status, title }];
  }
  return months === null
    ? [{ from: formatMonth(from), to: null, status, title }]
    : pairs(months).map(([first, last]) => ({ from: formatMonth(first), to: formatMonth(last), status, title }));
}

const byMonth = (a: Written.CoverageRun, b: Written.CoverageRun): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : a.status < b.status ? -1 : a.status > b.status ? 1 : 0;

const READINGS = new WeakMap<Reading, Written.ReadingUsed>();

function readingUsed(reading: Reading): Written.ReadingUsed {
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
  readonly inOrder: readonly Json[];
  readonly places: ReadonlyMap<string, number>;
}
const CLAUSES = new WeakMap<LoadedPack, Clauses>();

function clausesOf(pack: LoadedPack): Clauses {
  let clauses = CLAUSES.get(pack);
  if (clauses === undefined) {
    const inOrder = [...pack.citations.values()];
    clauses = { inOrder: inOrder.map(constant), places: new Map(inOrder.map(({ id }, place) => [id, place])) };
    CLAUSES.set(pack, clauses);
  }
  return clauses;
}

export const displayNode = (node: Node): string =>
  node.definition.labels.length > 0
    ? (node.definition.labels[node.value] ?? String(node.value))
    : displayExact(node, node.definition.unit);

const displayInner = (node: Node): Inner =>
  node.definition.labels.length > 0 ? inner(displayNode(node)) : (displayNode(node) as Inner);

/** What is the same in every step of a definition and an operation. */
interface StepWords {
  readonly operation: Operation;
  readonly sentence: readonly Inner[];
  readonly title: Inner;
  /** What stands around value, divisor, display, formula, filled formula and inputs. */
  readonly around: readonly string[];
}

/** By definition, of the operation that came last: hardly any has two. */
const STEP_WORDS = new WeakMap<NodeDefinition, StepWords>();

/** No JSON has such a sign in it. */
const HOLE = "\0" as Json & Inner;

function stepWords(node: Node): StepWords {
  const { definition, operation } = node;
  let words = STEP_WORDS.get(definition);
  if (words === undefined || words.operation !== operation) {
    const { key, title, kind, unit, citations, rule, figure, row } = definition;
    const text = object<Written.Step>({
      key: word(key),
      title: word(title),
      kind: word(operation.rounds ? "rounding" : kind),
      value: HOLE,
      divisor: HOLE,
      unit: word(unit),
      display: quoted(HOLE),
      formula: quoted(HOLE),
      filled: quoted(HOLE),
      inputs: HOLE,
      citations: constant(citations),
      rule: word(rule),
      figure: figure === null ? null : constant(figure),
      row: row === undefined ? undefined : constant(row),
    });
    words = { operation, sentence: partsOf(sentenceOf(node)), title: inner(title), around: text.split(HOLE) };
    STEP_WORDS.set(definition, words);
  }
  return words;
}

/** One decision in the making: its nodes as numbered steps, inputs before what rests on them, and the clauses that it names. */
class Writing {
  readonly steps: Json[] = [];
  /** Ids of those that were used. */
  readonly readings = new Set<string>();
  readonly #titles: Inner[] = [];
  readonly #displays: Inner[] = [];
  readonly #index = new Map<Node, number>();
  readonly #pack: LoadedPack;
  readonly #clauses: Clauses;
  readonly #cited: Uint8Array;
  readonly #values: Values | undefined;

  constructor(pack: LoadedPack, values: Values | undefined) {
    this.#pack = pack;
    this.#clauses = clausesOf(pack);
    this.#cited = new Uint8Array(this.#clauses.inOrder.length);
    this.#values = values;
  }

  /** The clauses' names, which are then told with what they say. */
  cite(citations: readonly string[]): Json {
    for (const id of citations) this.#cited[this.#clauses.places.get(id)!] = 1;
    return constant(citations);
  }

  /** Every clause that anything in the decision names, in the order of the pack's sources. */
  citations = (): Json => list(this.#clauses.inOrder.filter((_, place) => this.#cited[place] === 1));

  /** What decisions have in common, as it is. */
  shared(parts: readonly { readonly citations: readonly string[] }[]): Json {
    return list(
      parts.map((part) => {
        this.cite(part.citations);
        return constant(part);
      }),
    );
  }

  add(node: Node): number {
    const known = this.#index.get(node);
    if (known !== undefined) return known;
    const inputs: number[] = [];
    for (const input of node.inputs) inputs.push(this.add(input));
    const { definition } = node;
    const { sentence, title, around } = stepWords(node);
    const display = displayInner(node);
    const formula = this.#said(sentence, node, inputs, this.#titles);
    // what the inputs say of themselves is written already
    const shown = this.#said(sentence, node, inputs, this.#displays);
    // a sum of one is told by its formula; "10 元 = 10 元" tells nothing
    const told = shown === "" || shown === display ? "" : `${shown} = ${display}`;
    this.cite(definition.citations);
    if (definition.reading !== null) this.readings.add(definition.reading);
    const index = this.steps.length;
    this.#index.set(node, index);
    this.#titles.push(title);
    this.#displays.push(display);
    this.steps.push(
      `${around[0]}${node.value}${around[1]}${node.divisor}${around[2]}${display}${around[3]}${formula}${around[4]}${told}${around[5]}${list(inputs)}${around[6]}` as Json,
    );
    return index;
  }

  /** The sentence with its places filled by titles or by values. */
  #said(parts: readonly Inner[], node: Node, inputs: readonly number[], by: readonly Inner[]): Inner {
    if (parts.length === 1) return parts[0]!;
    return filled(parts, (key) => {
      if (key !== "+" && key !== ",") return by[inputs[Number(key)] ?? -1];
      const { unit } = node.definition;
      const shown = inputs.filter((_, i) => {
        const { definition } = node.inputs[i]!;
        return definition.kind !== "reading" && (key === "," || definition.unit === unit);
      });
      return shown.map((input) => by[input]).join(key === "," ? "、" : " + ") as Inner;
    });
  }

  say({ text, values, citations }: Template): Json {
    if (citations !== undefined) this.cite(citations);
    return this.fill(text, values);
  }

  /** Fills `{name}` from the values that the formula gave, and `{0}` from `subject`. */
  fill(text: string, values: Values | undefined = this.#values, subject: Node | null = null): Json {
    const said = filled(partsOf(text), (key) => {
      if (key === "0") return subject === null ? undefined : displayInner(subject);
      const given = values?.[key];
      // what a text says opens like everything else
      return given && this.#displays[this.add(given)];
    });
    return quoted(said);
  }

  amounts(found: readonly AmountFound[]): Json {
    return list(
      found.map(({ definition: { id, title, payer, payee }, role, group, of, node }) =>
        object<Written.Amount>({
          id: word(id),
          title: of === undefined ? word(title) : quoted(`${inner(title)}（${displayInner(of)}）` as Inner),
          payer: word(payer),
          payee: word(payee),
          fen: node.value,
          role: word(role),
          group: group === undefined ? plain("") : groupName(group),
          step: this.add(node),
        }),
      ),
    );
  }

  date = (found: DateFound): Json => dateText(found, this.add(found.node));

  option(option: OptionFound): Json {
    // first its steps, then the texts that they fill
    const amounts = this.amounts(option.amounts);
    const dates = list(option.dates.map(this.date));
    return object<Written.Option>({
      id: word(option.title.id),
      title: this.say(option.title),
      text: this.say(option.text),
      amounts,
      dates,
      coverage: writeStrip(option.coverage),
    });
  }

  condition({ definition, met, node, lacking, remedies }: Finding, step: number | null): Json {
    return object<Written.Condition>({
      id: word(definition.id),
      title: word(definition.title),
      met: met === true,
      unknown: met === null ? true : undefined,
      required: this.fill(definition.required, definition.values),
      actual:
        lacking === undefined ? this.fill(definition.actual, definition.values, node) : word(FACT_TEXT.lacking(lacking.title)),
      citations: this.cite(definition.citations),
      remedies: list(
        remedies.map((remedy) =>
          object<Written.Remedy>({
            kind: word(remedy.definition.kind),
            value: remedyValue(remedy),
            text: this.say(remedy.definition),
          }),
        ),
      ),
      step,
    });
  }

  section({ id, title, list: kind, lines, citations, values }: SectionFound): Json {
    return object<Written.Section>({
      id: word(id),
      title: word(title),
      list: kind === undefined ? undefined : word(kind),
      lines: list(lines.map((line) => this.fill(line, values))),
      citations: this.cite(citations),
    });
  }

  next({ matter, why, citations }: NextFound): Json {
    return object<Written.NextMatter>({
      matter: word(matter),
      // of a matter that does not load its title is known all the same, if its file can be read
      title: word((this.#pack.parts.get(`matter ${matter}`)?.entry as string | undefined) ?? matter),
      why: this.say(why),
      citations: this.cite(citations),
    });
  }

  notice({ id, level, text, citations, values }: NoticeFound): Json {
    return object<Written.Notice>({
      id: word(id),
      level: word(level),
      text: this.fill(text, values),
      citations: this.cite(citations),
    });
  }
}

/** A group that stands for a sum is named by its title: its amounts add up to the value. */
const groupName = (group: Node): Json =>
  group.definition.unit === "yuan"
    ? word(group.definition.title)
    : quoted(`${inner(group.definition.title)} ${displayInner(group)}` as Inner);

/** Texts with placeholders, parted once: plain text and keys by turns. There are as many as the policy data have texts. */
const PARTED = new Map<string, readonly Inner[]>();
const PLACE = /\{([A-Za-z0-9.+,-]+)\}/;

/** The names of a text's places, each once; not those that stand for inputs of a step. */
export const placesOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => partsOf(text).filter((part, index) => index % 2 === 1 && !/^(\d+|[+,])$/.test(part)))),
];

function partsOf(text: string): readonly Inner[] {
  let parts = PARTED.get(text);
  if (parts === undefined) PARTED.set(text, (parts = inner(text).split(PLACE) as Inner[]));
  return parts;
}

/** A placeholder that nothing fills stays visible: a test over all golden cases refuses any brace in a decision. */
function filled(parts: readonly Inner[], value: (key: string) => Inner | undefined): Inner {
  let text: string = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) text += (value(parts[i]!) ?? `{${parts[i]!}}`) + parts[i + 1]!;
  return text as Inner;
}
