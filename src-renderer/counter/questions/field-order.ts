/** Enter moves like Tab, in the order of the paper form, but past buttons and what is marked `data-skip-enter`. */

const STOPS = "input:not([type=hidden]):not(:disabled), textarea:not(:disabled), [data-enter-stop]";

/** The fields at which Enter stops, a group of radio buttons being one field. */
export function fieldStops(form: HTMLElement): HTMLElement[] {
  const stops: HTMLElement[] = [];
  const groups = new Set<string>();
  for (const element of form.querySelectorAll<HTMLElement>(STOPS)) {
    if (element.closest("[data-skip-enter]")) continue;
    if (element instanceof HTMLInputElement && element.type === "radio") {
      if (groups.has(element.name)) continue;
      groups.add(element.name);
      const checked = form.querySelector<HTMLElement>(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
      stops.push(checked ?? element);
    } else if (element.tabIndex >= 0) {
      stops.push(element);
    }
  }
  return stops;
}

/** The field after the one that has the focus; `null` at the end of the form. */
export function nextStop(form: HTMLElement, current: Element): HTMLElement | null {
  const stops = fieldStops(form);
  const at = stops.findIndex(
    (stop) =>
      stop === current ||
      (stop instanceof HTMLInputElement &&
        current instanceof HTMLInputElement &&
        stop.type === "radio" &&
        current.type === "radio" &&
        stop.name === current.name),
  );
  if (at !== -1) return stops[at + 1] ?? null;
  return stops.find((stop) => (current.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) ?? null;
}

export function focusField(element: HTMLElement): void {
  element.focus();
  if (element instanceof HTMLInputElement && element.type !== "radio" && element.type !== "checkbox") element.select();
  element.closest("[data-field]")?.scrollIntoView({ block: "nearest" });
  element.scrollIntoView({ block: "nearest" });
}
