import { useCallback, useRef, useState } from "react";
import { call } from "../../app/calls/client.ts";
import type { CallInput, CallName, CallOutput } from "../../../src-shared/contract/calls.ts";

type ActName = { [Name in CallName]: CallInput<Name> extends { requestId: string } ? Name : never }[CallName];
type ActInput<Name extends ActName> = Omit<CallInput<Name>, "requestId">;

export interface Act<Name extends ActName> {
  /** Resolves to the answer, or to `undefined` when it failed (then `error` is set). */
  run(input: ActInput<Name>): Promise<CallOutput<Name> | undefined>;
  readonly running: boolean;
  readonly error: unknown;
  clearError(): void;
}

/**
 * One act that writes. The same input keeps its request id until the host has answered with success,
 * so that a retry after a lost answer is carried out once.
 */
export function useAct<Name extends ActName>(name: Name): Act<Name> {
  const pending = useRef<{ key: string; requestId: string } | null>(null);
  const busy = useRef(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = useCallback(
    async (input: ActInput<Name>) => {
      if (busy.current) return undefined;
      const key = JSON.stringify(input);
      if (pending.current?.key !== key) pending.current = { key, requestId: crypto.randomUUID() };
      busy.current = true;
      setRunning(true);
      setError(null);
      try {
        const value = await call(name, { ...input, requestId: pending.current.requestId } as CallInput<Name>);
        pending.current = null;
        return value;
      } catch (failure) {
        setError(failure);
        return undefined;
      } finally {
        busy.current = false;
        setRunning(false);
      }
    },
    [name],
  );
  return { run, running, error, clearError: useCallback(() => setError(null), []) };
}
