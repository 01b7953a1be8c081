/** Questions put to the product through its front door, and what its answers say. */
import {
  firstDayOf as firstDayOfMonth,
  formatDate,
  parseDate,
  parseMonth,
  type PackedDate,
} from "../../src-shared/domain/calendar.ts";
import type { Amount, CoverageRun, Decision, KeyDate } from "../../src-shared/domain/decision.ts";
import type { Evaluation } from "../../src-shared/domain/facts.ts";
import { consult, type Pack } from "../../src-main/rules/index.ts";
import { sharedPack } from "../packs.ts";
import { officeFigures } from "./office-figures.ts";
import type { Question } from "./question.ts";

export const packOf = (city: string): Pack =>
  sharedPack(`lives in ${city}`, city, () => ({ figures: officeFigures(city), readingChoices: {} }));

export interface Answer {
  readonly question: Question;
  readonly evaluation: Evaluation;
  readonly decision: Decision | null;
}

export const cityOf = (matter: string): string => matter.slice(0, matter.indexOf("."));

export function ask(question: Question): Answer {
  const { matter, facts, asOf } = question;
  const evaluation = consult(packOf(cityOf(matter)), matter, facts, formatDate(asOf));
  return { question, evaluation, decision: evaluation.decision };
}

/** One way out of a decision: its options where it leaves a choice, itself otherwise. */
export interface Way {
  /** Empty for the decision itself. */
  readonly id: string;
  readonly dates: readonly KeyDate[];
  readonly coverage: readonly CoverageRun[];
  readonly amounts: readonly Amount[];
}

export const waysOf = ({ decision }: Answer): readonly Way[] =>
  decision === null
    ? []
    : [{ id: "", dates: decision.dates, coverage: decision.coverage, amounts: decision.amounts }, ...decision.options];

/** A day, or the first day of a month. */
export const dayOf = (text: string): PackedDate => parseDate(text) ?? firstDayOfMonth(parseMonth(text)!);

export function dateOf({ dates }: Pick<Way, "dates">, ...ids: readonly string[]): KeyDate | null {
  for (const id of ids) {
    const found = dates.find((date) => date.id === id);
    if (found !== undefined) return found;
  }
  return null;
}

export const stepOf = ({ decision }: Answer, ...keys: readonly string[]): number | null =>
  decision?.steps.find(({ key }) => keys.includes(key))?.value ?? null;

/** The first day of treatment that the person is promised, in whatever words the matter has for it. */
export const FIRST_DAYS = [
  "treatmentFrom",
  "benefitsFrom",
  "retiredFrom",
  "continuousFrom",
  "retiredAfter",
  "resumedFrom",
] as const;
export const firstDayOf = (answer: Answer): PackedDate | null => {
  const found = answer.decision === null ? null : dateOf(answer.decision, ...FIRST_DAYS);
  return found === null ? null : dayOf(found.value);
};
