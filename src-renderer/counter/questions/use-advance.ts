import { useCallback, useEffect, useRef, type RefObject } from "react";
import { fieldStops, focusField, nextStop } from "./field-order.ts";

/** The host answers within a few milliseconds; a lost one must not hold the clerk. */
const ANSWER_PATIENCE_MILLISECONDS = 400;

interface EarlyMove {
  readonly from: HTMLElement;
  readonly to: HTMLElement;
  readonly value: string;
}

const valueOf = (element: HTMLElement): string =>
  element instanceof HTMLInputElement && element.type === "radio"
    ? String(element.checked)
    : element instanceof HTMLInputElement
      ? element.value
      : "";

/**
 * Moves to the next field. While the answer to the last choice is under way the move waits for it:
 * that answer may bring the question that comes next.
 */
export function useAdvance(
  form: RefObject<HTMLFormElement | null>,
  result: RefObject<HTMLDivElement | null>,
  stale: boolean,
): (from: HTMLElement) => void {
  const waiting = useRef<{ readonly from: HTMLElement; readonly before: readonly HTMLElement[] } | null>(null);
  /** Left before the answer came; it may bring a question in between. */
  const early = useRef<EarlyMove | null>(null);
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
    const moved = early.current;
    if (stale || moved === null) return;
    early.current = null;
    const untouched = document.activeElement === moved.to && valueOf(moved.to) === moved.value;
    const next = form.current && moved.from.isConnected ? nextStop(form.current, moved.from) : null;
    if (untouched && next && next !== moved.to) focusField(next);
  }, [stale, form]);
  useEffect(() => {
    if (stale || waiting.current === null) return;
    const { from, before } = waiting.current;
    waiting.current = null;
    clearTimeout(timer.current);
    if (document.activeElement === from) return move(from);
    // the answer has settled the very question: the keys go on from its place, not back
    if (from.isConnected || form.current === null || !isNowhere()) return;
    const { next } = placeAfter(form.current, before);
    if (next) focusField(next);
    else result.current?.focus();
  }, [stale, form, result, move]);
  useFocusKept(form, stale);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (from) => {
    const typed = (from instanceof HTMLInputElement && from.type !== "radio") || from instanceof HTMLSelectElement;
    const moveEarly = (): void => {
      move(from);
      const to = document.activeElement;
      if (to instanceof HTMLElement) early.current = { from, to, value: valueOf(to) };
    };
    if (!stale) {
      move(from);
      return;
    }
    if (typed && form.current && nextStop(form.current, from)) {
      moveEarly();
      return;
    }
    waiting.current = { from, before: form.current === null ? [] : stopsBefore(form.current, from) };
    timer.current = setTimeout(() => {
      if (waiting.current?.from === from) moveEarly();
      waiting.current = null;
    }, ANSWER_PATIENCE_MILLISECONDS);
  };
}

/** An answer may settle the very question that has the focus: the keys then go to the one that stands in its place. */
function useFocusKept(form: RefObject<HTMLFormElement | null>, stale: boolean): void {
  const left = useRef<{ readonly field: HTMLElement; readonly before: readonly HTMLElement[] } | null>(null);
  useEffect(() => {
    const sheet = form.current;
    if (sheet === null) return;
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      left.current = { field: target, before: stopsBefore(sheet, target) };
    };
    sheet.addEventListener("focusin", remember);
    return () => sheet.removeEventListener("focusin", remember);
  }, [form]);
  useEffect(() => {
    if (stale || left.current === null || left.current.field.isConnected) return;
    const { before } = left.current;
    left.current = null;
    if (form.current === null || !isNowhere()) return;
    const { last, next } = placeAfter(form.current, before);
    if (next ?? last) focusField((next ?? last)!);
  });
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** The nearest first. */
const stopsBefore = (form: HTMLElement, field: HTMLElement): readonly HTMLElement[] =>
  fieldStops(form)
    .filter((stop) => isBefore(stop, field))
    .toReversed();

/** Where a question stood that is gone: the last stop before it that is left, and the one after that. */
function placeAfter(form: HTMLElement, before: readonly HTMLElement[]) {
  const last = before.find((stop) => stop.isConnected);
  return { last, next: last === undefined ? fieldStops(form)[0] : nextStop(form, last) };
}

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
