/** The part of a clerk's hands and eyes that is in the page: what has the focus, and when to let go of Tab. */

export interface Focus {
  /** Accessible name of the element that has the focus. */
  readonly name: string;
  /** Name of the group it stands in (radio buttons), otherwise empty. */
  readonly group: string;
  readonly value: string;
  /** Something to fill in, not a button or a link. */
  readonly isField: boolean;
}

export interface Wanted {
  /** Of the element or its group. */
  readonly name: string | RegExp;
  /** No button that bears the name. */
  readonly fieldOnly?: boolean;
}

export interface Way {
  readonly reached: boolean;
  /** What had the focus before. */
  readonly passed: readonly string[];
}

export interface Hands {
  focus(): Focus;
  /** From now on Tab goes no further than there. */
  holdTabUntil(wanted: Wanted): void;
  /** How far it got; what is reached is held no longer. */
  way(): Way;
  /** Where the focus is when it has come there, or at the end of the time. */
  arriveAt(wanted: Wanted, milliseconds: number): Promise<Focus & { readonly arrived: boolean }>;
}

declare global {
  interface Window {
    hands: Hands;
  }
}

/** Runs in every page, before anything else; it stands for itself, as the page has nothing of this module. */
export function giveHands(): void {
  const LOOKS_EVERY_MS = 15;

  const words = (ids: string | null): string =>
    (ids ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ")
      .trim();
  const nameOf = (node: Element | null): string => {
    if (!node || node === document.body) return "";
    const label =
      node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement
        ? node.labels?.[0]
        : null;
    return (
      node.getAttribute("aria-label") ??
      (words(node.getAttribute("aria-labelledby")) || label?.textContent || node.textContent || "")
    ).trim();
  };
  const focus = (): Focus => {
    const element = document.activeElement;
    const group = element?.closest("[role=radiogroup], [role=group], fieldset") ?? null;
    return {
      name: nameOf(element),
      group: group === null || group === element ? "" : nameOf(group),
      value: element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : "",
      isField: element?.matches("input, textarea, select") ?? false,
    };
  };
  /** Labels carry a star where an answer is required. */
  const fits = ({ name, group, isField }: Focus, wanted: Wanted): boolean =>
    (wanted.fieldOnly !== true || isField) &&
    [name, group].some((one) =>
      typeof wanted.name === "string" ? one.replace(/\s*\*$/, "") === wanted.name : wanted.name.test(one),
    );

  let held: { readonly until: Wanted; readonly passed: string[] } | undefined;
  addEventListener(
    "keydown",
    (event) => {
      if (held === undefined || event.key !== "Tab") return;
      const at = focus();
      if (!fits(at, held.until)) {
        held.passed.push(at.group === "" ? at.name : `${at.group} / ${at.name}`);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );

  window.hands = {
    focus,
    holdTabUntil(until) {
      held = { until, passed: [] };
    },
    way() {
      const { until, passed } = held!;
      const reached = fits(focus(), until);
      if (reached) held = undefined;
      return { reached, passed };
    },
    arriveAt: (wanted, milliseconds) =>
      new Promise((resolve) => {
        const until = performance.now() + milliseconds;
        const look = (): void => {
          const at = focus();
          const arrived = fits(at, wanted);
          if (arrived || performance.now() > until) resolve({ ...at, arrived });
          else setTimeout(look, LOOKS_EVERY_MS);
        };
        look();
      }),
  };
}
