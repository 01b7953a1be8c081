import { useEffect, useMemo, useState } from "react";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import type { Evaluation, FactInputs } from "../../src-shared/domain/facts.ts";
import { useCall } from "../app/calls/queries.ts";
import { readDate } from "../ui/dates/typed-date.ts";
import { evaluableFacts, type PersonFacts } from "./questions/answers.ts";
import { errorsByTypedRow } from "./list/list-model.ts";

const PAUSE_MILLISECONDS = 120;

export interface LiveEvaluation {
  /** The newest answer that has come; it stays until the next one is there. */
  readonly evaluation: Evaluation | null;
  /** The answer belongs to an earlier state of the form. */
  readonly stale: boolean;
  readonly error: unknown;
  retry(): void;
  /** The facts as the rules read them now. */
  readonly facts: FactInputs;
}

/**
 * Asks for the decision at every pause in typing, at once after a choice.
 * The last question asked wins, whatever order the answers come in.
 */
export function useEvaluation(
  content: DraftContent,
  person: PersonFacts | null,
  { typing, today }: { readonly typing: boolean; readonly today: string },
): LiveEvaluation {
  const [last, setLast] = useState<Evaluation | null>(null);
  const questions = last?.questions;
  const facts = useMemo(() => evaluableFacts(content.facts, questions ?? [], person), [content.facts, questions, person]);
  const asOf = readDate(content.asOf);
  /** While the date is half typed the questions go on by the last one that was a date; a result does not. */
  const [lastDate, setLastDate] = useState(asOf ?? today);
  if (asOf !== undefined && asOf !== lastDate) setLastDate(asOf);

  const wanted = JSON.stringify([content.matter, asOf ?? lastDate, facts]);
  const [asked, setAsked] = useState(wanted);
  // Compared with what was asked, not with the last rendering: a form that is opened again finds its first answer at once,
  // and wants the next one before it has been on the screen.
  useEffect(() => {
    if (asked === wanted) return undefined;
    const pause = setTimeout(() => setAsked(wanted), typing ? PAUSE_MILLISECONDS : 0);
    return () => clearTimeout(pause);
  }, [asked, wanted, typing]);
  const [matter, date, askedFacts] = JSON.parse(asked) as [string, string, FactInputs];

  const query = useCall("counter.evaluate", { matter, asOf: date, facts: askedFacts }, { staleTime: 60_000, gcTime: 60_000 });
  if (query.data !== undefined && query.data !== last) setLast(query.data);

  const newest = query.data ?? last;
  const errors = useMemo(() => errorsByTypedRow(newest?.errors ?? [], content.facts), [newest, content.facts]);
  const evaluation = newest === null || newest.errors === errors ? newest : { ...newest, errors };
  return {
    evaluation: evaluation !== null && asOf === undefined ? { ...evaluation, decision: null } : evaluation,
    stale: query.data === undefined || query.isFetching || asked !== wanted || asOf === undefined,
    error: query.error,
    retry: () => void query.refetch(),
    facts,
  };
}
