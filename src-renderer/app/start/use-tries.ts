import { useEffect, useState } from "react";
import { CallFailed } from "../calls/client.ts";

/** How long the host wants the next try to wait. */
export const secondsToWait = (failure: unknown): number =>
  failure instanceof CallFailed ? Math.ceil(failure.error.retryAfterSeconds ?? 0) : 0;

/** Counts down to the moment from which the next try counts. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}

export interface Tries {
  /** Not while one runs or has to wait. Resolves to what came of it; a failure stands in `error`. */
  attempt(work: () => Promise<unknown>): Promise<"done" | "failed" | "not-tried">;
  readonly busy: boolean;
  readonly error: unknown;
  /** Seconds; 0 = at once. */
  readonly wait: number;
}

/** Tries of a secret, slowed down by the host after wrong ones. */
export function useTries(): Tries {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [wait, setWait] = useCountdown();
  const attempt: Tries["attempt"] = async (work) => {
    if (busy || wait > 0) return "not-tried";
    setBusy(true);
    setError(null);
    try {
      await work();
      return "done";
    } catch (failure) {
      setError(failure);
      setWait(secondsToWait(failure));
      return "failed";
    } finally {
      setBusy(false);
    }
  };
  return { attempt, busy, error, wait };
}
