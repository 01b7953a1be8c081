import { useEffect, useState } from "react";
import type { CallInput } from "../../src-shared/contract/calls.ts";
import { useCall } from "../app/calls/queries.ts";

const PAUSE_MILLISECONDS = 120;

export type ComparisonRequest = CallInput<"counter.compare">;

/** The comparison for the newest answers; the former one stays while a new one is under way. */
export function useComparison(request: ComparisonRequest | null) {
  const wanted = JSON.stringify(request);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    if (asked === wanted) return undefined;
    const pause = setTimeout(() => setAsked(wanted), PAUSE_MILLISECONDS);
    return () => clearTimeout(pause);
  }, [asked, wanted]);
  const input = JSON.parse(asked) as ComparisonRequest | null;
  const query = useCall("counter.compare", input!, { enabled: input !== null, keep: true, staleTime: 60_000, gcTime: 60_000 });
  return { ...query, stale: asked !== wanted || query.isFetching };
}

export const useComparable = (matter: string) =>
  useCall("counter.comparable", { matter }, { staleTime: Number.POSITIVE_INFINITY });
