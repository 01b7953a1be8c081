import { useCallback, useRef, useState } from "react";
import { calls, type CallInput, type CallOutput, type WritingName } from "../../../src-shared/contract/calls.ts";
import { useCarryOut } from "../../app/calls/queries.ts";

type ActInput<Name extends WritingName> = Omit<CallInput<Name>, "requestId">;

export interface Act<Name extends WritingName> {
  /** Resolves to the answer, or to `undefined` when it failed (then `error` is set). */
  run(input: ActInput<Name>): Promise<CallOutput<Name> | undefined>;
  readonly running: boolean;
  readonly error: unknown;
  clearError(): void;
}

const takesRequestId = (name: WritingName): boolean => {
  const { input } = calls[name];
  return "shape" in input && "requestId" in input.shape;
};

/**
 * One act that does something; what it changes is asked again. The same input keeps its request id until the host has answered
 * with success, so that a retry after a lost answer is carried out once.
 */
export function useAct<Name extends WritingName>(name: Name): Act<Name> {
  const carryOut = useCarryOut();
  const pending = useRef<{ key: string; requestId: string } | null>(null);
  const busy = useRef(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = useCallback(
    async (input: ActInput<Name>) => {
      if (busy.current) return undefined;
      const key = JSON.stringify(input);
      if (pending.current?.key !== key) pending.current = { key, requestId: crypto.randomUUID() };
      const { requestId } = pending.current;
      busy.current = true;
      setRunning(true);
      setError(null);
      try {
        const value = await carryOut(name, (takesRequestId(name) ? { ...input, requestId } : input) as CallInput<Name>);
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
    [name, carryOut],
  );
  return { run, running, error, clearError: useCallback(() => setError(null), []) };
}
