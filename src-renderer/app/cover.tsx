/** Hides everything, also dialogs and messages that stand beside the app, and keeps it all mounted. */
import { useLayoutEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useCommands, type Command } from "./commands.tsx";

const NO_COMMANDS: readonly Command[] = [];

function newPlace(): HTMLElement {
  const place = document.createElement("div");
  place.className = "cover";
  return place;
}

export function Cover({
  label,
  role = "dialog",
  children,
}: {
  readonly label: string;
  readonly role?: "dialog" | "alertdialog";
  readonly children: ReactNode;
}) {
  useCommands(NO_COMMANDS, { modal: true });
  const [place] = useState(newPlace);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const { body } = document;
    const hide = (): void => {
      for (const element of body.children) {
        if (!(element instanceof HTMLElement) || element.classList.contains("cover")) continue;
        element.inert = true;
        element.classList.add("covered");
      }
    };
    body.append(place);
    hide();
    place.querySelector<HTMLElement>("input:not([hidden]), button")?.focus();
    // a dialog may open below while the cover lies on it
    const watch = new MutationObserver(hide);
    watch.observe(body, { childList: true });
    return () => {
      watch.disconnect();
      place.remove();
      // another cover may still lie there
      if (body.querySelector(":scope > .cover") !== null) return;
      for (const element of body.querySelectorAll<HTMLElement>(":scope > .covered")) {
        element.inert = false;
        element.classList.remove("covered");
      }
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [place]);
  return createPortal(
    <div className="cover-sheet" role={role} aria-modal="true" aria-label={label}>
      {children}
    </div>,
    place,
  );
}
