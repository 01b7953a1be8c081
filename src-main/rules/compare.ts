/**
 * The same person under two matters, mostly of two cities. Fact ids are a vocabulary across cities: an answer carries over
 * where the other matter asks under the same id, with the same type and an option of the same value.
 */
import type { AnswerStanding, ComparedAnswer, ComparedSide, Comparison } from "../../src-shared/contract/comparison.ts";
import type { MatterSummary } from "../../src-shared/contract/views.ts";
import type { FactInput, FactInputs, Question } from "../../src-shared/domain/facts.ts";
import { answerText } from "../../src-shared/text/answers.ts";
import { consult } from "./engine/consult.ts";
import type { FactDefinition, FieldDefinition } from "./engine/facts.ts";
import type { MatterDefinition } from "./engine/matter.ts";
import type { LoadedPack } from "./engine/pack.ts";

export interface Comparand {
  readonly pack: LoadedPack;
  readonly matter: MatterDefinition;
  readonly summary: MatterSummary;
}

/**
 * @param facts answers given here; those of the person may go beyond what this matter asks
 * @param otherFacts answers that hold for the other matter only
 * @param asOf ISO; one that is no date comes back as an error on both sides
 */
export function compare(here: Comparand, other: Comparand, facts: FactInputs, otherFacts: FactInputs, asOf: string): Comparison {
  const hereSide = sideOf(here, facts, asOf);
  const asked = new Set(hereSide.evaluation.questions.map(({ id }) => id));
  const carried: Record<string, FactInput> = {};
  for (const fact of other.matter.facts) {
    const input = facts[fact.id];
    const own = here.matter.facts.find(({ id }) => id === fact.id);
    // an answer left over from a question that is no longer asked holds nowhere
    if (input === undefined || (own !== undefined && !(asked.has(fact.id) && fits(own, fact, input)))) continue;
    carried[fact.id] = input;
  }
  const otherSide = sideOf(other, { ...carried, ...otherFacts }, asOf);
  return { asOf, here: hereSide, other: otherSide, answers: answersOf(hereSide, otherSide, carried, otherFacts) };
}

function sideOf({ pack, matter, summary }: Comparand, facts: FactInputs, asOf: string): ComparedSide {
  const known = pick(facts, new Set(matter.facts.map(({ id }) => id)));
  const evaluation = consult(pack, matter, known, asOf);
  return { matter: summary, evaluation, facts: pick(known, new Set(evaluation.questions.map(({ id }) => id))) };
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

function answersOf(
  here: ComparedSide,
  other: ComparedSide,
  carried: FactInputs,
  otherFacts: FactInputs,
): readonly ComparedAnswer[] {
  const there = new Map(other.evaluation.questions.map((question) => [question.id, question]));
  const asked = new Set(here.evaluation.questions.map(({ id }) => id));
  const standingOf = (id: string): AnswerStanding => {
    if (!there.has(id)) return "here-only";
    if (Object.hasOwn(otherFacts, id)) return "changed";
    return Object.hasOwn(carried, id) || here.facts[id] === undefined ? "shared" : "not-carried";
  };
  return [
    ...here.evaluation.questions.map((question) =>
      answerOf(question.id, standingOf(question.id), question, there.get(question.id), here.facts, other.facts),
    ),
    ...other.evaluation.questions
      .filter(({ id }) => !asked.has(id))
      .map((question) => answerOf(question.id, "other-only", undefined, question, here.facts, other.facts)),
  ];
}

const answerOf = (
  fact: string,
  standing: AnswerStanding,
  here: Question | undefined,
  other: Question | undefined,
  hereFacts: FactInputs,
  otherFacts: FactInputs,
): ComparedAnswer => ({
  fact,
  standing,
  hereTitle: here?.title ?? null,
  otherTitle: other?.title ?? null,
  here: here === undefined ? null : answerText(here, hereFacts[fact]),
  other: other === undefined ? null : answerText(other, otherFacts[fact]),
});

/** The part of a matter's id that names the transaction, whatever the city. */
export const transactionOf = (matter: string): string => matter.slice(matter.indexOf(".") + 1);
