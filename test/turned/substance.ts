/** What an answer comes to, without the words and the clauses: outcome, conditions, amounts, days, papers, and every value reckoned. */
import type { Amount, CoverageRun, Decision, KeyDate, Step } from "../../src-shared/domain/decision.ts";

interface Answer {
  readonly questions: unknown;
  readonly errors: readonly { readonly fact: string; readonly code: string }[];
  readonly unanswered: unknown;
  readonly known: readonly KeyDate[];
  readonly decision: Decision | null;
}

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const days = (list: readonly KeyDate[]): unknown => list.map(({ id, value }) => [id, value]);
const fens = (list: readonly Amount[]): unknown => list.map(({ id, role, group, fen }) => [id, role, group, fen]);
const runs = (list: readonly CoverageRun[]): unknown => list.map(({ from, to, status }) => [from, to, status]);
/** In which order steps stand follows from the order of their operands. A reading is read into its steps. */
const values = (steps: readonly Step[]): unknown =>
  steps
    .filter(({ kind }) => kind !== "reading")
    .map(({ key, value, divisor }) => `${key} ${value} ${divisor}`)
    .sort();

export function substanceOf(answer: string): string {
  const { questions, errors, unanswered, known, decision } = JSON.parse(answer) as Answer;
  const found = decision && [
    decision.outcome,
    decision.conditions.map(({ id, met, unknown, remedies }) => [
      id,
      met,
      unknown,
      remedies.map(({ kind, value }) => [kind, value]),
    ]),
    fens(decision.amounts),
    days(decision.dates),
    runs(decision.coverage),
    decision.options.map((option) => [option.id, fens(option.amounts), days(option.dates), runs(option.coverage)]),
    decision.materials.map(({ id, need }) => [id, need]),
    ids(decision.sections),
    ids(decision.notices),
    decision.nextMatters.map(({ matter }) => matter),
    decision.missingFigures.map(({ figure, date }) => [figure, date]),
    (decision.assumed ?? []).map(({ fact }) => fact),
    values(decision.steps),
  ];
  return JSON.stringify([questions, errors.map(({ fact, code }) => [fact, code]), unanswered, days(known), found]);
}
