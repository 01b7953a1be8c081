/** Every remedy that a decision names, applied, makes it so: the condition is met, or is none any more. */
import { formatDate, parseDate } from "../../src-shared/domain/calendar.ts";
import { isFailed, type Condition, type Decision, type Remedy } from "../../src-shared/domain/decision.ts";
import type { Evaluation, FactInput, FactInputs } from "../../src-shared/domain/facts.ts";
import { HISTORY_FACT } from "../../src-shared/domain/history/history.ts";
import { countMonths, EMPTY, parsePeriods } from "../../src-shared/domain/periods.ts";
import { triesOf } from "../journeys/laws/remedies.ts";
import { answerOf, consultIn, decidedIn, where, type Case, type CityUnderTest, type Decided } from "./city.ts";
import { Tally, type Law } from "./law.ts";

const turned = (decision: Decision | null, { id }: Condition): boolean =>
  decision !== null && decision.conditions.every((condition) => condition.id !== id || condition.met);

/** Answers that a question has besides the one given, where they can be counted. */
function others({ type, options }: Evaluation["questions"][number], answer: FactInput | undefined): readonly FactInput[] {
  if (type === "flag") return [true, false].filter((value) => value !== answer);
  return type === "choice" ? options.map(({ value }) => value).filter((value) => value !== answer) : [];
}

/** What somebody does of whom these tests know nothing: one answer is another one. */
function* done({ facts, asOf }: Case, { questions }: Evaluation): Generator<Try> {
  for (const question of questions)
    for (const answer of others(question, facts[question.id])) yield { facts: { ...facts, [question.id]: answer }, asOf };
}

/** So many months more of whatever months are told, up to the month at the counter. */
function withMonths({ facts, asOf }: Case, { questions }: Evaluation, more: number): Try[] {
  return questions
    .filter(({ type }) => type === "months")
    .map(({ id }) => {
      const before = facts[id];
      const count = typeof before === "object" && before !== null ? countOf(before) : 0;
      return { facts: { ...facts, [id]: { months: count + more } }, asOf };
    });
}

function countOf(input: NonNullable<FactInputs[string]> & object): number {
  if ("months" in input) return Number(input.months);
  return "periods" in input ? countMonths(parsePeriods(input.periods) ?? EMPTY) : 0;
}

/** Whether it is so once the questions that come up on the way are answered, somehow. */
function comesTrue(city: CityUnderTest, one: Case, condition: Condition, attempt: Try, depth = 0): boolean {
  const { facts, asOf } = attempt;
  const { decision, questions, unanswered } = consultIn(city.pack(one.office), { matter: one.matter, facts, asOf });
  if (decision !== null || depth === MOST_QUESTIONS) return turned(decision, condition);
  const open = questions.find(({ id }) => unanswered.includes(id));
  if (open === undefined) return false;
  return somehow(open, asOf).some((answer) =>
    comesTrue(city, one, condition, { facts: { ...facts, [open.id]: answer }, asOf }, depth + 1),
  );
}

const MOST_QUESTIONS = 4;

function somehow(question: Evaluation["questions"][number], asOf: string): readonly FactInput[] {
  switch (question.type) {
    case "date":
      return [asOf];
    case "month":
      return [asOf.slice(0, 7)];
    case "months":
      return [{ months: 0 }];
    case "money":
    case "count":
      return ["0"];
    case "list":
      return [];
    default:
      return others(question, undefined);
  }
}

type Try = Pick<Case, "facts" | "asOf">;

interface Failed extends Decided {
  readonly condition: Condition;
  readonly remedy: Remedy;
}

/** `null` where it cannot be tried: the person cannot do it, or only the sum says what to do. */
function works(city: CityUnderTest, { one, evaluation, decision, condition, remedy }: Failed): boolean | null {
  const question = {
    matter: one.matter,
    facts: one.facts,
    asOf: parseDate(one.asOf)!,
    choice: "unit",
    variant: "",
    gap: null,
  } as const;
  const tries = triesOf({ question, evaluation, decision }, condition, remedy);
  if (tries === "none") return null;
  const attempts =
    tries === "unknown"
      ? [...done(one, evaluation)]
      : [
          ...tries.map(({ facts, asOf }) => ({ facts, asOf: formatDate(asOf) })),
          // the day alone; or what these tests have not been told of, e.g. because another reading holds
          ...tries.map(({ asOf }) => ({ facts: one.facts, asOf: formatDate(asOf) })),
          ...(remedy.kind === "action" ? done(one, evaluation) : []),
          ...(remedy.kind === "months" ? withMonths(one, evaluation, Number(remedy.value)) : []),
        ];
  // a day gone by makes nothing so
  if (attempts.length === 0) return false;
  // a working life may be too short for the months that lack
  const isPossible = (attempt: Try): boolean =>
    consultIn(city.pack(one.office), { matter: one.matter, ...attempt }).errors.length === 0;
  if (remedy.kind === "months" && !attempts.slice(0, 1).some(isPossible)) return null;
  return attempts.some((attempt) => comesTrue(city, one, condition, attempt));
}

/**
 * With the answers that were asked for and nothing besides: a line of history would contradict what is done, and an answer to what
 * was not asked may be a wrong one once it is.
 */
const asAsked = (city: CityUnderTest): Decided[] =>
  decidedIn(city).flatMap((decided) => {
    const asked = new Set(decided.evaluation.questions.map(({ id }) => id));
    const names = Object.keys(decided.one.facts);
    if (names.every((name) => asked.has(name))) return [decided];
    const { facts } = city.pack(decided.one.office).matters.get(decided.one.matter)!;
    const followed = new Set(facts.flatMap(({ id, fromHistory }) => (fromHistory === null ? [] : [id])));
    const isTold = HISTORY_FACT in decided.one.facts;
    const kept = names.filter((name) => asked.has(name) || (isTold && followed.has(name)));
    const one = { ...decided.one, facts: Object.fromEntries(kept.map((name) => [name, decided.one.facts[name]!])) };
    const evaluation = answerOf(city, one);
    return evaluation.decision === null ? [] : [{ one, evaluation, decision: evaluation.decision }];
  });

export const remediesWork: Law = {
  title: "every remedy, applied, makes it so",
  check(city) {
    const tally = new Tally();
    let untried = 0;
    for (const decided of asAsked(city)) {
      for (const condition of decided.decision.conditions.filter(isFailed)) {
        for (const remedy of condition.remedies) {
          const found = works(city, { ...decided, condition, remedy });
          if (found === null) untried += 1;
          else tally.count += 1;
          if (found === false)
            tally.faults.push(`${where(decided.one)}: ${condition.id} ${remedy.kind} ${remedy.value} "${remedy.text}" was done`);
        }
      }
    }
    return { ...tally.seen(), besides: `${untried} that nobody can try here` };
  },
};
