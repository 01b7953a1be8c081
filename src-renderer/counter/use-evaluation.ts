import { useEffect, useMemo, useRef, useState } from "react";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import type { Evaluation, FactInputs } from "../../src-shared/domain/facts.ts";
import { useCall } from "../app/calls/queries.ts";
import { readDate } from "../ui/dates/typed-date.ts";
import { evaluableFacts, type PersonFacts } from "./questions/answers.ts";
import { errorsByTypedRow } from "./list/list-model.ts";

/** So far apart at least are two questions while somebody types: a key's answer comes at once, a burst of a scanner's is one. */
const BETWEEN_MILLISECONDS = 100;

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
 * Asks for the decision at once after a choice and at a key, but no more often than anybody types.
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
  const hasJustAsked = useRef(false);
  // Compared with what was asked, not with the last rendering: a form that is opened again finds its first answer at once,
  // and wants the next one before it has been on the screen.
  useEffect(() => {
    if (asked === wanted) return undefined;
    const ask = (): void => {
      setAsked(wanted);
      hasJustAsked.current = true;
      setTimeout(() => (hasJustAsked.current = false), BETWEEN_MILLISECONDS);
    };
    const pause = setTimeout(ask, typing && hasJustAsked.current ? BETWEEN_MILLISECONDS : 0);
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
