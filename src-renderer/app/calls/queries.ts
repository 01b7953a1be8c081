/**
 * What was asked of the host, in one cache: under the call's name and its input. A call that does something says at the contract
 * what it changes, and whatever shows that is asked again.
 */
import {
  hashKey,
  keepPreviousData,
  queryOptions,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useCallback } from "react";
import {
  CALLS_DONE_IN_PART,
  calls,
  GIVEN,
  type CallInput,
  type CallName,
  type CallOutput,
  type Given,
  type ReadingName,
  type WritingName,
} from "../../../src-shared/contract/calls.ts";
import type { Area, ChangesAreas, ShowsAreas } from "../../../src-shared/contract/define.ts";
import { call } from "./client.ts";

interface Asking {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  readonly gcTime?: number;
  readonly refetchInterval?: number;
  readonly retry?: false;
  /** What was asked before stays until the answer to another input is there. */
  readonly keep?: true;
  /** Kept apart from the same call asked elsewhere on the screen. */
  readonly apart?: string;
}

export const keyOf = <Name extends ReadingName>(name: Name, input: CallInput<Name>) => [name, input] as const;

export const asked = <Name extends ReadingName>(name: Name, input: CallInput<Name>, { keep, apart, ...options }: Asking = {}) =>
  queryOptions<CallOutput<Name>>({
    queryKey: apart === undefined ? keyOf(name, input) : [...keyOf(name, input), apart],
    queryFn: () => call(name, input),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...options,
  });

export function useCall<Name extends ReadingName>(
  name: Name,
  input: CallInput<Name>,
  options?: Asking,
): UseQueryResult<CallOutput<Name>> {
  return useQuery(asked(name, input, options));
}

const showsAny = (name: unknown, areas: readonly Area[]): boolean => {
  if (typeof name !== "string" || !(name in calls)) return false;
  const effect: ShowsAreas | ChangesAreas = calls[name as CallName].effect;
  return "shows" in effect && effect.shows.some((area) => areas.includes(area));
};

/** Everything on screen that shows what the call has changed is asked again; nothing waits for it. */
function askAgain(client: QueryClient, name: WritingName, given: Given | null): void {
  const { changes } = calls[name].effect;
  const known = given === null ? null : keyOf(given.name, given.input);
  if (known !== null) client.setQueryData(known, given?.output);
  const knownHash = known === null ? null : hashKey(known);
  void client.invalidateQueries({
    // an older answer to what is known already must not come after it
    predicate: ({ queryKey, queryHash, state }) =>
      showsAny(queryKey[0], changes) && (queryHash !== knownHash || state.fetchStatus !== "idle"),
  });
}

type CarryOut = <Name extends WritingName>(
  name: Name,
  input: CallInput<Name>,
  options?: { readonly leaving?: boolean },
) => Promise<CallOutput<Name>>;

/**
 * Carries out one call that does something, and has asked again what it changes. No cache of mutations stands behind it: that one
 * would keep what was typed, passwords too.
 */
export function useCarryOut(): CarryOut {
  const client = useQueryClient();
  return useCallback(
    async (name, input, options) => {
      try {
        const output = await call(name, input, options);
        askAgain(client, name, GIVEN[name]?.(output) ?? null);
        return output;
      } catch (failure) {
        if (CALLS_DONE_IN_PART.some((one) => one === name)) askAgain(client, name, null);
        throw failure;
      }
    },
    [client],
  );
}
