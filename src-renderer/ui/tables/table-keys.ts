/** Rows of a table by arrow keys; Enter opens the one that has the focus. */
import { useRef, type KeyboardEvent, type RefObject } from "react";

export interface TableKeys {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  focusRow(at: number): void;
  /** What a row needs to be reached, opened and left. */
  row(
    at: number,
    open: () => void,
  ): {
    readonly tabIndex: number;
    readonly onClick: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

export function useTableKeys(
  count: number,
  { onAbove, onPage }: { readonly onAbove?: () => void; readonly onPage?: (step: 1 | -1) => void } = {},
): TableKeys {
  const body = useRef<HTMLTableSectionElement>(null);
  const focusRow = (at: number): void => {
    const row = body.current?.children[Math.max(0, Math.min(count - 1, at))];
    if (row instanceof HTMLElement) row.focus();
  };
  return {
    body,
    focusRow,
    row: (at, open) => ({
      tabIndex: at === 0 ? 0 : -1,
      onClick: open,
      onKeyDown: (event) => {
        if (event.target !== event.currentTarget) return; // a button inside the row has keys of its own
        const acts: Readonly<Record<string, () => void>> = {
          ArrowDown: () => focusRow(at + 1),
          ArrowUp: () => (at === 0 && onAbove ? onAbove() : focusRow(at - 1)),
          Home: () => focusRow(0),
          End: () => focusRow(count - 1),
          PageDown: () => onPage?.(1),
          PageUp: () => onPage?.(-1),
          Enter: open,
          " ": open,
        };
        const act = acts[event.key];
        if (!act) return;
        event.preventDefault();
        act();
      },
    }),
  };
}
