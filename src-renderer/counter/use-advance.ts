import { useCallback, useEffect, useRef, type RefObject } from "react";
import { focusField, nextStop } from "./field-order.ts";

/** The host answers within a few milliseconds; a lost one must not hold the clerk. */
const ANSWER_PATIENCE_MILLISECONDS = 400;

/**
 * Moves to the next field. While the answer to the last choice is under way the move waits for it:
 * that answer may bring the question that comes next.
 */
export function useAdvance(
  form: RefObject<HTMLFormElement | null>,
  result: RefObject<HTMLDivElement | null>,
  stale: boolean,
): (from: HTMLElement) => void {
  const waiting = useRef<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const move = useCallback(
    (from: HTMLElement): void => {
      if (!form.current) return;
      const next = nextStop(form.current, from);
      if (next) focusField(next);
      else result.current?.focus();
    },
    [form, result],
  );
  useEffect(() => {
    const from = waiting.current;
    if (stale || from === null) return;
    waiting.current = null;
    clearTimeout(timer.current);
    if (document.activeElement === from) move(from);
  }, [stale, move]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (from) => {
    const typed = from instanceof HTMLInputElement && from.type !== "radio";
    if (!stale || (typed && form.current && nextStop(form.current, from))) {
      move(from);
      return;
    }
    waiting.current = from;
    timer.current = setTimeout(() => {
      if (waiting.current === from) move(from);
      waiting.current = null;
    }, ANSWER_PATIENCE_MILLISECONDS);
  };
}
