/**
 * Takes everything out of the document, also dialogs and messages that stand beside the app, and keeps it all mounted: whoever looks
 * into the page while it is covered finds nothing of anybody, and what was typed is there again afterwards.
 */
import { MantineProvider } from "@mantine/core";
import { useLayoutEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useCommands, type Command } from "../keys/commands.tsx";
import { cssVariables, theme } from "../theme.ts";

/** What stands in for what was taken out, and that itself. */
const taken = new Map<Comment, HTMLElement>();
const NO_CONTENT: ReadonlySet<string> = new Set(["SCRIPT", "STYLE", "LINK", "TEMPLATE"]);

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
      for (const element of body.querySelectorAll<HTMLElement>(":scope > *")) {
        if (element.classList.contains("cover") || NO_CONTENT.has(element.tagName)) continue;
        const stead = document.createComment("covered");
        taken.set(stead, element);
        element.replaceWith(stead);
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
      for (const [stead, element] of taken) stead.replaceWith(element);
      taken.clear();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [place]);
  return createPortal(
    // the app's own goes out of the document with all it holds, and its colours and letters with it
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <div role={role} aria-modal="true" aria-label={label}>
        {children}
      </div>
    </MantineProvider>,
    place,
  );
}
