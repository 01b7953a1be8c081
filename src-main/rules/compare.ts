/**
 * The same person under two matters, mostly of two cities. Fact ids are a vocabulary across cities: an answer carries over
 * where the other matter asks under the same id, with the same type and an option of the same value.
 */
import type { AnswerStanding, ComparedAnswer, ComparedSide, Comparison, Move } from "../../src-shared/contract/counter.ts";
import type { MatterSummary } from "../../src-shared/contract/policy.ts";
import type { FactInput, FactInputs } from "../../src-shared/domain/facts.ts";
import { answerText } from "../../src-shared/text/answers.ts";
import { parseDate } from "../../src-shared/domain/calendar.ts";
import { ELSEWHERE, HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../src-shared/domain/history/history.ts";
import { printLine } from "../../src-shared/domain/history/line.ts";
import { check, consult } from "./engine/consult.ts";
import { asOfDate, type FactDefinition, type FieldDefinition } from "./engine/facts/facts.ts";
import type { DerivationKind } from "./engine/history/definition.ts";
import { historyOfAnswers, seenFrom } from "./engine/history/elsewhere.ts";
import type { MatterDefinition } from "./engine/matter.ts";
import type { LoadedPack } from "./engine/pack/pack.ts";

export interface Comparand {
  readonly pack: LoadedPack;
  readonly matter: MatterDefinition;
  readonly summary: MatterSummary;
}

/**
 * @param facts answers given here; those of the person may go beyond what this matter asks
 * @param otherFacts answers that hold for the other matter only
 * @param move how months paid here count there: as moved in, or as if they had been paid there
 * @param asOf ISO; one that is no date comes back as an error on both sides
 */
export function compare(
  here: Comparand,
  other: Comparand,
  facts: FactInputs,
  otherFacts: FactInputs,
  asOf: string,
  move: Move = "moved",
): Comparison {
  const hereSide = sideOf(here, facts, asOf);
  const line = historyThere(here, other, facts, asOf, move);
  const asked = new Set(hereSide.evaluation.questions.map(({ id }) => id));
  const elsewhere = here.pack.city !== other.pack.city;
  const carried: Record<string, FactInput> = {};
  for (const fact of other.matter.facts) {
    const input = facts[fact.id];
    const own = here.matter.facts.find(({ id }) => id === fact.id);
    // a household or a permit of this place is none of the other's, nor is the year that is paid for in its calendar;
    // months are told by the history, seen from there
    if ((elsewhere && (fact.local || own?.local === true)) || (line !== null && isAboutMonths(fact))) continue;
    // an answer left over from a question that is no longer asked holds nowhere
    if (input === undefined || (own !== undefined && !(asked.has(fact.id) && fits(own, fact, input)))) continue;
    carried[fact.id] = input;
  }
  const history = line === null ? {} : { [HISTORY_FACT]: line };
  const otherSide = sideOf(other, { ...carried, ...history, ...otherFacts }, asOf);
  const answers = answersOf(saidOn(hereSide, here.matter), saidOn(otherSide, other.matter), carried, otherFacts);
  return { asOf, move, here: hereSide, other: otherSide, answers };
}

const CAPACITY_KINDS: ReadonlySet<DerivationKind> = new Set(["lastCapacity", "firstCapacity", "presentCapacity"]);

/** In which capacity somebody pays is the same everywhere; which months are paid where is not. */
const isAboutMonths = ({ fromHistory }: FactDefinition): boolean =>
  (fromHistory ?? []).some(({ chosen: { kind } }) => !CAPACITY_KINDS.has(kind));

/** The line of history for the other matter: from the one given, or from what was answered about months; `null` for none. */
function historyThere(here: Comparand, other: Comparand, facts: FactInputs, asOf: string, move: Move): string | null {
  const date = parseDate(asOf);
  if (date === undefined || here.matter.historyLayers.length === 0 || other.matter.historyLayers.length === 0) return null;
  const day = asOfDate(date);
  const from = here.matter.here;
  const to = other.matter.here;
  // in one city the answers carry over as they are
  if (from === to) return typeof facts[HISTORY_FACT] === "string" ? facts[HISTORY_FACT] : null;
  const form = check(here.matter, pick(facts, knownIds(here.matter)), day);
  const history =
    form.read?.history ??
    historyOfAnswers(here.matter.facts, form.values, from, ELSEWHERE, day.month, (form.read?.birth ?? 0) + WORKING_AGE_MONTHS);
  if (history === null) return null;
  return printLine(seenFrom(history, from, to, move), { here: to, asOf: day.month });
}

/** Nobody works earlier. */
const WORKING_AGE_MONTHS = 16 * 12;

const knownIds = (matter: MatterDefinition): ReadonlySet<string> =>
  new Set([...matter.facts.map(({ id }) => id), HISTORY_FACT, HISTORY_SOURCE_FACT]);

function sideOf({ pack, matter, summary }: Comparand, facts: FactInputs, asOf: string): ComparedSide {
  const known = pick(facts, knownIds(matter));
  const evaluation = consult(pack, matter, known, asOf);
  const asked = new Set([...evaluation.questions.map(({ id }) => id), HISTORY_FACT, HISTORY_SOURCE_FACT]);
  return { matter: summary, evaluation, facts: pick(known, asked) };
}

const pick = (facts: FactInputs, ids: ReadonlySet<string>): FactInputs =>
  Object.fromEntries(Object.entries(facts).filter(([id]) => ids.has(id)));

/** The other question takes the answer as an answer to the same thing. */
function fits(own: FactDefinition, other: FactDefinition, input: FactInput): boolean {
  if (own.type !== other.type) return false;
  if (other.type === "choice") return other.options.some(({ value }) => value === input);
  if (other.type === "months") return !(other.periodsOnly && typeof input === "object" && input !== null && "months" in input);
  if (other.type === "list")
    return other.fields.length === own.fields.length && other.fields.every((field) => hasField(own, field));
  return true;
}

const hasField = (own: FactDefinition, { id, type, options }: FieldDefinition): boolean =>
  own.fields.some(
    (field) =>
      field.id === id &&
      field.type === type &&
      field.options.every(({ value }) => options.some((option) => option.value === value)),
  );

interface Said {
  readonly title: string;
  /** In words; `null` = not answered. */
  readonly text: string | null;
  /** Nobody was asked: it followed from the history. */
  readonly derived: boolean;
}

/** Everything one side reckons with, answered or derived, by fact in the order of its form. */
function saidOn({ evaluation, facts }: ComparedSide, definition: MatterDefinition): ReadonlyMap<string, Said> {
  const questions = new Map(evaluation.questions.map((question) => [question.id, question]));
  const derived = new Map((evaluation.history?.derived ?? []).map((answer) => [answer.fact, answer]));
  const said = definition.facts.flatMap(({ id }): [string, Said][] => {
    const question = questions.get(id);
    if (question !== undefined) return [[id, { title: question.title, text: answerText(question, facts[id]), derived: false }]];
    const answer = derived.get(id);
    return answer === undefined ? [] : [[id, { title: answer.title, text: answer.display, derived: true }]];
  });
  return new Map(said);
}

function answersOf(
  here: ReadonlyMap<string, Said>,
  other: ReadonlyMap<string, Said>,
  carried: FactInputs,
  otherFacts: FactInputs,
): readonly ComparedAnswer[] {
  const standingOf = (id: string): AnswerStanding => {
    const there = other.get(id);
    if (there === undefined) return "here-only";
    if (Object.hasOwn(otherFacts, id)) return "changed";
    return there.derived || Object.hasOwn(carried, id) || here.get(id)?.text === null ? "shared" : "not-carried";
  };
  return [
    ...[...here.keys()].map((id) => answerOf(id, standingOf(id), here.get(id), other.get(id))),
    ...[...other.keys()].filter((id) => !here.has(id)).map((id) => answerOf(id, "other-only", undefined, other.get(id))),
  ];
}

const answerOf = (fact: string, standing: AnswerStanding, here: Said | undefined, other: Said | undefined): ComparedAnswer => ({
  fact,
  standing,
  hereTitle: here?.title ?? null,
  otherTitle: other?.title ?? null,
  here: here?.text ?? null,
  other: other?.text ?? null,
});

/** The part of a matter's id that names the transaction, whatever the city. */
export const transactionOf = (matter: string): string => matter.slice(matter.indexOf(".") + 1);
