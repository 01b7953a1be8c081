import { useRef, type KeyboardEvent, type RefObject } from "react";
import { fieldStops, focusField } from "./questions/field-order.ts";
import { useAdvance } from "./questions/use-advance.ts";

/** A dialog gives the focus back when it closes; only then may it go elsewhere. */
const AFTER_DIALOG_MILLISECONDS = 120;

interface Going {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly result: RefObject<HTMLDivElement | null>;
  /** Form and result: both hold what can be gone to. */
  readonly sheet: RefObject<HTMLDivElement | null>;
  goTo(field: string): void;
  goToAfterDialog(field: string): void;
  /** Between the form and the result, and back to where one was. */
  jump(): void;
  onKeyDown(event: KeyboardEvent<HTMLFormElement>): void;
}

/** Where the keys go in a form. */
export function useGoing(stale: boolean): Going {
  const form = useRef<HTMLFormElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const lastField = useRef<Element | null>(null);
  const advance = useAdvance(form, result, stale);
  const goTo = (field: string): void => {
    const row = sheet.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    const stop = row ? fieldStops(row)[0] : undefined;
    if (stop) focusField(stop);
  };
  return {
    form,
    result,
    sheet,
    goTo,
    goToAfterDialog: (field) => void setTimeout(() => goTo(field), AFTER_DIALOG_MILLISECONDS),
    jump() {
      const inForm = form.current?.contains(document.activeElement) ?? false;
      if (inForm) {
        lastField.current = document.activeElement;
        result.current?.focus();
      } else if (lastField.current instanceof HTMLElement && lastField.current.isConnected) {
        focusField(lastField.current);
      } else {
        const first = form.current ? fieldStops(form.current)[0] : undefined;
        if (first) focusField(first);
      }
    },
    onKeyDown(event) {
      if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
      if (!(event.target instanceof HTMLElement) || event.target.closest("button")) return;
      event.preventDefault();
      advance(event.target);
    },
  };
}
