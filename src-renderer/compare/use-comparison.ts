import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CallInput } from "../../src-shared/contract/calls.ts";
import { call } from "../app/calls/client.ts";

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
  const query = useQuery({
    queryKey: ["counter.compare", input],
    queryFn: () => call("counter.compare", input!),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
  return { ...query, stale: asked !== wanted || query.isFetching };
}

export const useComparable = (matter: string) =>
  useQuery({
    queryKey: ["counter.comparable", matter],
    queryFn: () => call("counter.comparable", { matter }),
    staleTime: Number.POSITIVE_INFINITY,
  });
