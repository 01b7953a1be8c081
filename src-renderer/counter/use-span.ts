import type { ReadingSpan } from "../../src-shared/domain/span.ts";
import { useCall } from "../app/calls/queries.ts";
import type { LiveEvaluation } from "./use-evaluation.ts";

/** Between which days the dates of the result lie; asked for once the result stands, and only where something can be read otherwise. */
export function useSpan(matter: string, { evaluation, stale, facts }: LiveEvaluation): ReadingSpan | null {
  const decision = evaluation?.decision ?? null;
  const asOf = decision?.asOf ?? "";
  const wanted = !stale && decision !== null && decision.readings.length > 0;
  const { data } = useCall("counter.span", { matter, asOf, facts }, { enabled: wanted, staleTime: 60_000, gcTime: 60_000 });
  return wanted ? (data ?? null) : null;
}
