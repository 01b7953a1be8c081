/** What many journeys come to: which laws failed where, for how many persons, and how far the questions got. */
import { NOT_ASKED } from "./known.ts";
import { natureOf } from "../../src-shared/domain/decision.ts";
import { packOf, type Answer } from "./ask.ts";
import { journey } from "./journey.ts";
import type { Violation } from "./laws/law.ts";
import { CITIES, lifeOf } from "./life.ts";
import { mix } from "./random.ts";

/** A law that failed somewhere: how often, and for whom first. Plain, so that a thread can send it. */
export interface Failure {
  readonly law: string;
  readonly where: string;
  readonly persons: number;
  /** Seed of the first such life, and what was wrong. */
  readonly life: number;
  readonly what: string;
}

export interface Tally {
  readonly persons: number;
  /** All questions, and those put first at each visit. */
  readonly asked: number;
  readonly first: number;
  /** Of those: a right, a choice, or a day from which. */
  readonly reached: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly matters: readonly string[];
  readonly missingFigures: readonly string[];
  readonly failures: readonly Failure[];
}

export const keyOf = ({ law, where }: Pick<Violation, "law" | "where">): string => `${law} | ${where}`;

/** The life of the n-th person of a run. */
export const lifeSeed = (run: number, person: number): number => mix(run, person);

/** Granted, or a choice; or told, or to wait, with a day or an amount to go by. */
function reaches({ decision }: Answer): boolean {
  if (decision === null) return false;
  const { outcome, dates, amounts, conditions } = decision;
  if (outcome === "granted" || outcome === "choice") return true;
  if (outcome === "refused" || outcome === "figure-missing") return false;
  if (dates.length > 0 || (natureOf(decision) === "estimate" && amounts.length > 0)) return true;
  return conditions.some(({ remedies }) => remedies.some(({ kind }) => kind === "date" || kind === "month"));
}

export function tally(lives: Iterable<number>): Tally {
  const failures = new Map<string, Failure>();
  const outcomes: Record<string, number> = {};
  const matters = new Set<string>();
  const missing = new Set<string>();
  let [persons, asked, first, reached] = [0, 0, 0, 0];
  for (const seed of lives) {
    const found = journey(lifeOf(seed));
    persons += 1;
    asked += found.asked;
    first += found.answers.length;
    for (const answer of found.answers) {
      if (reaches(answer)) reached += 1;
      const outcome = answer.decision?.outcome ?? "not decided";
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      matters.add(answer.question.matter);
      // what nobody has of the past stays missing
      if (answer.decision?.standing === "current")
        for (const { figure, date } of answer.decision.missingFigures) missing.add(`${figure} ${date}`);
    }
    const keys = new Map(found.violations.map((violation) => [keyOf(violation), violation] as const));
    for (const [key, { law, where, what }] of keys) {
      const before = failures.get(key);
      failures.set(
        key,
        before === undefined ? { law, where, what, persons: 1, life: seed } : { ...before, persons: before.persons + 1 },
      );
    }
  }
  return {
    persons,
    asked,
    first,
    reached,
    outcomes,
    matters: [...matters],
    missingFigures: [...missing],
    failures: [...failures.values()],
  };
}

/** Several threads' tallies as one. */
export function together(tallies: readonly Tally[]): Tally {
  const failures = new Map<string, Failure>();
  const outcomes: Record<string, number> = {};
  for (const part of tallies) {
    for (const [outcome, count] of Object.entries(part.outcomes)) outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
    for (const failure of part.failures) {
      const before = failures.get(keyOf(failure));
      failures.set(keyOf(failure), before === undefined ? failure : { ...before, persons: before.persons + failure.persons });
    }
  }
  const sum = (of: (part: Tally) => number): number => tallies.reduce((total, part) => total + of(part), 0);
  const all = (of: (part: Tally) => readonly string[]): string[] => [...new Set(tallies.flatMap(of))];
  return {
    persons: sum((part) => part.persons),
    asked: sum((part) => part.asked),
    first: sum((part) => part.first),
    reached: sum((part) => part.reached),
    outcomes,
    matters: all((part) => part.matters),
    missingFigures: all((part) => part.missingFigures),
    failures: [...failures.values()],
  };
}

/** Matters that were never asked about: a new one has to be answered from a life first. */
export const neverAsked = ({ matters }: Tally): string[] =>
  CITIES.flatMap((city) => [...packOf(city).matters.keys()]).filter(
    (matter) => !matters.includes(matter) && !NOT_ASKED.includes(matter),
  );

/** The least share of questions that has to get somewhere: a kit that mostly hears "refused" proves nothing. */
export const LEAST_REACHED = 0.6;
