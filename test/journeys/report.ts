/** Tallies and examples in words. */
import { formatDate, formatMonth } from "../../src-shared/domain/calendar.ts";
import type { Answer } from "./ask.ts";
import { historyLine } from "./history-line.ts";
import { KNOWN } from "./known.ts";
import { LAWS } from "./laws.ts";
import { exampleOf, type Example } from "./shrink.ts";
import { keyOf, LEAST_REACHED, neverAsked, type Failure, type Tally } from "./tally.ts";

const known = new Set(KNOWN.map(keyOf));

export const unexpected = ({ failures }: Tally): readonly Failure[] => failures.filter((failure) => !known.has(keyOf(failure)));

/** Entries of the list of known faults that were not met: mended, so that they have to go. */
export const mended = ({ failures }: Tally): readonly string[] => {
  const met = new Set(failures.map(keyOf));
  return KNOWN.map(keyOf).filter((key) => !met.has(key));
};

/** Everything that keeps a run from being accepted; empty = it holds. */
export function faults(result: Tally): readonly string[] {
  return [
    ...unexpected(result).map((failure) => `${keyOf(failure)}, ${failure.persons} persons\n${explain(failure)}`),
    ...mended(result).map((key) => `no longer fails, take it out of known.ts: ${key}`),
    ...neverAsked(result).map((matter) => `never asked about: ${matter}`),
    ...result.missingFigures.map((figure) => `not entered in office-figures.ts: ${figure}`),
    ...(result.reached < result.first * LEAST_REACHED ? [`only ${percent(result)} of the questions get anywhere`] : []),
  ];
}

const percent = ({ reached, first }: Tally): string => `${((reached / first) * 100).toFixed(1)} %`;

export function summary(result: Tally): string {
  const { persons, asked, first, outcomes, failures } = result;
  const byOutcome = Object.entries(outcomes)
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, count]) => `${outcome} ${count}`);
  return [
    `${persons} persons, ${asked} questions; of ${first} put first ${percent(result)} reach a right, a choice or a day`,
    `  ${byOutcome.join(", ")}`,
    `${LAWS.length} laws; ${failures.length} failures by law and place, ${failures.length - unexpected(result).length} of them known`,
  ].join("\n");
}

/** The shortest life that shows a failure, and what was asked and answered. */
export function explain(failure: Failure): string {
  const example = exampleOf(failure.life, keyOf(failure));
  return example === null ? `  life ${failure.life}: ${failure.what}` : describe(example);
}

function describe({ life, visit, violation }: Example): string {
  const law = LAWS.find(({ id }) => id === violation.law)!;
  const { city, day, paidOn } = visit;
  const person = [
    `${life.sex}, born ${formatDate(life.birth)}, registered in ${life.household}`,
    ...(life.pension === null ? [] : [`pension ${formatMonth(life.pension.month)} in ${life.pension.place}`]),
    ...(life.resigned === null ? [] : [`resigned ${formatMonth(life.resigned)}`]),
    ...(life.child === null ? [] : [`child born ${formatDate(life.child)}`]),
  ];
  return [
    `  ${law.title} (${law.rules.join(", ")})`,
    `  ${violation.what}`,
    `  life ${life.seed}: ${person.join(", ")}`,
    `  ${historyLine(life, city) || "never insured"}`,
    `  in ${city} on ${formatDate(day)}, paid on ${formatDate(paidOn)}`,
    ...violation.answers.map((answer) => `  ${answerText(answer)}`),
  ].join("\n");
}

function answerText({ question, evaluation, decision }: Answer): string {
  const asked = `${question.matter} ${formatDate(question.asOf)} ${JSON.stringify(question.facts)}`;
  if (decision === null)
    return `${asked}\n    → ${evaluation.errors.map(({ fact, message }) => `${fact}: ${message}`).join("; ")}`;
  const dates = decision.dates.map(({ id, value }) => `${id} ${value}`);
  return `${asked}\n    → ${decision.outcome}: ${decision.headline} [${dates.join(", ")}]`;
}
