/**
 * Cases that nobody thought of: random lives, neighbours of golden cases, and forms filled at random. Of many that are drawn those
 * are taken whose answers differ, as unlike each other as can be found. What was drawn is written down, so that nothing here
 * has to stay as it is.
 */
import {
  addDays,
  addMonths,
  formatDate,
  formatMonth,
  lastDayOf,
  monthOf,
  packDate,
  parseDate,
  parseMonth,
} from "../../src-shared/domain/calendar.ts";
import { standingOfCondition, type Decision } from "../../src-shared/domain/decision.ts";
import type { Evaluation, FactInput, FactInputs, ListField, ListItemInput, Question } from "../../src-shared/domain/facts.ts";
import { HISTORY_FACT } from "../../src-shared/domain/history/history.ts";
import { consult } from "../../src-main/rules/index.ts";
import { FACTS } from "../journeys/cities.ts";
import { historyLine, lineOn } from "../journeys/history-line.ts";
import { lifeOf } from "../journeys/life.ts";
import { officeFigures } from "../journeys/office-figures.ts";
import { Dice, mix, named } from "../journeys/random.ts";
import { visitsOf } from "../journeys/visit.ts";
import { packFor } from "../policy/golden.ts";
import { answerTo, type Asked, type Office } from "./answer.ts";
import { written } from "./ask.ts";

/** So many answers of a matter are kept, and so many of them at most that are no decision. */
export const KEPT = 160;
const UNDECIDED = 12;
/** Of the first ones the span is recorded, too. */
const WITH_SPAN = 16;
/** Drawn for each matter before the most unlike are chosen. */
const DRAWN = 1600;
const LIVES = 900;
const SEED = 14;

type Draft = Pick<Asked, "asOf" | "facts" | "office">;

const cityOf = (matter: string): string => matter.slice(0, matter.indexOf("."));

/** As the policy stands; with the figures that nobody publishes; and with other readings, the same few for all matters of a city. */
function officesOf(city: string): readonly Office[] {
  const figures = officeFigures(city);
  const readings = [...packFor(city).readings.values()];
  const chosen = (variant: number): Record<string, string> =>
    Object.fromEntries(readings.map(({ id, options }) => [id, options[named(variant, id) % options.length]!.id]));
  return [
    { figures: [], readings: {} },
    { figures, readings: {} },
    { figures, readings: {} },
    ...[1, 2, 3].map((variant) => ({ figures, readings: chosen(variant) })),
  ];
}

/** What the matters of all cities are asked about random lives, with and without the past in one line. */
let ofLives: ReadonlyMap<string, readonly Draft[]> | undefined;
function livesOf(matter: string): readonly Draft[] {
  if (ofLives === undefined) {
    const found = new Map<string, Draft[]>();
    for (let person = 0; person < LIVES; person++) {
      const life = lifeOf(mix(SEED, person));
      for (const visit of visitsOf(life)) {
        const [, office] = officesOf(visit.city);
        for (const { matter: id, facts, asOf } of FACTS[visit.city].questions(visit)) {
          const list = found.get(id) ?? [];
          found.set(id, list);
          const line = person % 3 === 0 ? lineOn(visit, id) : person % 3 === 1 ? historyLine(life, visit.city) : null;
          const takesLine = packFor(visit.city).matters.get(id)!.historyLayers.length > 0;
          const told = line !== null && takesLine ? { ...facts, [HISTORY_FACT]: line } : facts;
          list.push({ asOf: formatDate(asOf), facts: told, office: office! });
        }
      }
    }
    ofLives = found;
  }
  return ofLives.get(matter) ?? [];
}

/** The years for which something is computed, mostly those of today. */
const someDay = (dice: Dice): string => {
  const [first, last] = dice.percent(60) ? [2022, 2027] : dice.percent(50) ? [2000, 2022] : [1955, 2010];
  return formatDate(addDays(packDate(first, 1, 1), dice.below((last - first + 1) * 365)));
};
const someMonth = (dice: Dice): string => someDay(dice).slice(0, 7);

function someAnswer(dice: Dice, { type, options }: Pick<Question, "type" | "options">): FactInput {
  switch (type) {
    case "choice":
      return dice.pick(options).value;
    case "flag":
      return dice.percent(50);
    case "date":
      return someDay(dice);
    case "month":
      return someMonth(dice);
    case "money":
      return dice.pick(["0", "1200.01", "5000", "8888.88", "26000", "66600", "123456.78", String(dice.below(40_000))]);
    case "count":
      return dice.pick([0, 1, 2, 3, 6, 12, dice.below(30), dice.below(400)]);
    case "months":
      return dice.percent(50) ? { months: dice.below(420) } : { periods: somePeriods(dice) };
    case "list":
      throw new Error("a list is drawn record by record");
  }
}

function somePeriods(dice: Dice): { from: string; to: string }[] {
  let month = monthOf(1985 + dice.below(30), 1) + dice.below(12);
  const periods: { from: string; to: string }[] = [];
  for (let count = 1 + dice.below(3); count > 0; count--) {
    const to = month + dice.below(150);
    periods.push({ from: formatMonth(month), to: formatMonth(Math.min(to, monthOf(2026, 12))) });
    month = to + 2 + dice.below(20);
    if (month >= monthOf(2026, 12)) break;
  }
  return periods;
}

const someRecord = (dice: Dice, fields: readonly ListField[]): ListItemInput =>
  Object.fromEntries(
    fields.flatMap((field) => {
      if (!field.required && dice.percent(40)) return [];
      return [[field.id, someAnswer(dice, field) as string | number | boolean]];
    }),
  );

function someAnswerTo(dice: Dice, question: Question): FactInput {
  if (question.type !== "list") return someAnswer(dice, question);
  return {
    items: Array.from({ length: 1 + dice.below(Math.min(4, question.most ?? 4)) }, () => someRecord(dice, question.fields)),
  };
}

/** Answers what is still open, question by question, as the form goes on. */
function filled(dice: Dice, matter: string, draft: Draft): Draft {
  const pack = packFor(cityOf(matter), draft.office.figures, draft.office.readings);
  const facts: Record<string, FactInput> = { ...draft.facts };
  for (let round = 0; round < 15; round++) {
    const { questions, unanswered } = consult(pack, matter, facts, draft.asOf);
    const open = questions.filter(
      ({ id, required }) => unanswered.includes(id) || (!required && facts[id] === undefined && dice.percent(15)),
    );
    if (open.length === 0) break;
    for (const question of open) facts[question.id] = someAnswerTo(dice, question);
  }
  return { ...draft, facts };
}

const STEPS = [-400, -366, -365, -31, -30, -2, -1, 1, 2, 30, 31, 365, 366, 400];

function nearDate(dice: Dice, text: string): string {
  const date = parseDate(text)!;
  return formatDate(
    dice.percent(50) ? addDays(date, dice.pick(STEPS)) : addMonths(date, dice.pick([-12, -3, -1, 1, 2, 3, 4, 12])),
  );
}

/** Another answer not far from the one given; `null` = none. */
function near(dice: Dice, question: Question, answer: FactInput): FactInput {
  if (!question.required && dice.percent(15)) return null;
  if (typeof answer === "string" && parseDate(answer) !== undefined && dice.percent(80)) return nearDate(dice, answer);
  if (typeof answer === "string" && parseMonth(answer) !== undefined && dice.percent(80))
    return formatMonth(parseMonth(answer)! + dice.pick([-13, -12, -4, -3, -2, -1, 1, 2, 3, 4, 12, 13]));
  if (typeof answer === "number" && dice.percent(70)) return Math.max(0, answer + dice.pick([-12, -2, -1, 1, 2, 12]));
  if (typeof answer === "object" && answer !== null && "months" in answer && dice.percent(80))
    return { months: Math.max(0, Number(answer.months) + dice.pick([-120, -60, -12, -1, 1, 12, 60])) };
  if (typeof answer === "object" && answer !== null && "periods" in answer && dice.percent(80)) {
    const last = answer.periods.at(-1);
    if (last === undefined) return { months: 0 };
    const to = parseMonth(last.to);
    if (to === undefined) return answer;
    return { periods: [...answer.periods.slice(0, -1), { from: last.from, to: formatMonth(to + dice.pick([-12, -3, -1, 1])) }] };
  }
  if (typeof answer === "object" && answer !== null && "items" in answer && answer.items.length > 0 && dice.percent(80)) {
    const at = dice.below(answer.items.length);
    const field = dice.pick(question.fields);
    const changed = { ...answer.items[at]!, [field.id]: someAnswer(dice, field) as string };
    return { items: answer.items.map((item, index) => (index === at ? changed : item)) };
  }
  return someAnswerTo(dice, question);
}

/** A case that is known, and one to three answers of it otherwise, or on another day. */
function neighbour(dice: Dice, matter: string, known: Draft): Draft {
  const pack = packFor(cityOf(matter), known.office.figures, known.office.readings);
  const { questions } = consult(pack, matter, known.facts, known.asOf);
  const facts: Record<string, FactInput> = { ...known.facts };
  const answered = questions.filter(({ id }) => facts[id] !== undefined);
  for (let changes = answered.length === 0 ? 0 : 1 + dice.below(3); changes > 0; changes--) {
    const question = dice.pick(answered);
    facts[question.id] = near(dice, question, facts[question.id]!);
  }
  const asOf = dice.percent(30) ? nearDate(dice, known.asOf) : known.asOf;
  return { ...known, asOf, facts };
}

/** What is alike of two answers that differ only in numbers. */
function shapeOf({ questions, errors, unanswered, decision }: Evaluation): string {
  if (decision === null)
    return JSON.stringify([questions.map(({ id }) => id), errors.map(({ fact, code }) => [fact, code]), unanswered]);
  const { outcome, headline, conditions, amounts, dates, coverage, options, materials, sections, notices } = decision;
  const { readings, missingFigures, steps, place, timeLimit, nextMatters, conflicts, assumed } = decision satisfies Decision;
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  return JSON.stringify([
    outcome,
    headline.replaceAll(/\d+/g, "0"),
    conditions.map((condition) => [condition.id, standingOfCondition(condition), condition.remedies.map(({ kind }) => kind)]),
    amounts.map(({ id, role }) => [id, role]),
    ids(dates),
    coverage.map(({ status }) => status),
    options.map(({ id, amounts: due, dates: days }) => [id, ids(due), ids(days)]),
    [materials, sections, notices, conflicts].map(ids),
    readings.map(({ id, chosen }) => [id, chosen]),
    missingFigures.map(({ figure }) => figure),
    steps.map(({ key, row }) => [key, row?.index]),
    [place, timeLimit, ...nextMatters.map(({ matter }) => matter)],
    assumed?.map(({ fact }) => fact),
  ]);
}

function* drafts(matter: string): Generator<Draft> {
  const dice = new Dice(named(SEED, matter));
  const offices = officesOf(cityOf(matter));
  const lives = livesOf(matter);
  const known: readonly Draft[] = [...written(matter), ...lives];
  for (let nth = 0; nth < DRAWN; nth++) {
    const kind = nth % 4;
    if (kind === 0 && lives.length > 0) {
      const life = dice.pick(lives);
      yield { ...life, office: dice.percent(70) ? life.office : dice.pick(offices) };
    } else if (kind < 3 && known.length > 0) {
      const drawn = neighbour(dice, matter, { ...dice.pick(known), office: dice.pick(offices) });
      yield dice.percent(90) ? filled(dice, matter, drawn) : drawn;
    } else {
      const empty: FactInputs = {};
      yield filled(dice, matter, { asOf: formatDate(lastDayInYears(dice)), facts: empty, office: dice.pick(offices) });
    }
  }
}

/** Some day of the years for which there is law. */
const lastDayInYears = (dice: Dice): number =>
  addDays(lastDayOf(monthOf(2022, 3)), dice.percent(90) ? 1 + dice.below(1760) : -dice.below(4000));

export interface Drawn {
  readonly asked: readonly Asked[];
  readonly exhausted: boolean;
}

export function draw(matter: string): Drawn {
  const seen = new Set<string>();
  const shapes = new Map<string, { readonly decided: boolean; readonly drafts: Draft[] }>();
  for (const draft of drafts(matter)) {
    const answer = answerTo(matter, { ...draft, name: "", span: false });
    // the day alone makes no other answer
    const said = answer.replaceAll(draft.asOf, "");
    if (seen.has(said)) continue;
    seen.add(said);
    const evaluation = consult(
      packFor(cityOf(matter), draft.office.figures, draft.office.readings),
      matter,
      draft.facts,
      draft.asOf,
    );
    const key = shapeOf(evaluation);
    const shape = shapes.get(key) ?? { decided: evaluation.decision !== null, drafts: [] };
    shape.drafts.push(draft);
    shapes.set(key, shape);
  }
  const taken: Draft[] = [];
  const take = (decided: boolean, most: number): void => {
    const groups = [...shapes.values()].filter((shape) => shape.decided === decided);
    const found: Draft[] = [];
    for (let nth = 0; found.length < most && groups.some(({ drafts: all }) => nth < all.length); nth++)
      found.push(...groups.flatMap(({ drafts: all }) => all.slice(nth, nth + 1)));
    taken.push(...found.slice(0, most));
  };
  take(true, KEPT);
  const exhausted = taken.length < KEPT;
  take(false, UNDECIDED);
  return {
    exhausted,
    asked: taken.map((draft, index) => ({
      ...draft,
      name: `random ${String(index + 1).padStart(3, "0")}`,
      span: index < WITH_SPAN,
    })),
  };
}
