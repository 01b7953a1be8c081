import { Button } from "@mantine/core";
import { useState } from "react";
import type { MissingFigure } from "../../../src-shared/domain/decision.ts";
import { FigureEntry } from "./figure-entry.tsx";
import { figureEntryText } from "./figure-entry-text.ts";

/** A missing figure, entered where it is missed. */
export function EnterFigure({ missing }: { readonly missing: MissingFigure }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button size="compact-sm" aria-label={figureEntryText.nowOf(missing.title)} onClick={() => setOpen(true)}>
        {figureEntryText.now}
      </Button>
    );
  }
  return (
    <FigureEntry
      figure={missing.figure}
      title={missing.title}
      unit={missing.unit}
      date={missing.date}
      onDone={() => setOpen(false)}
      onCancel={() => setOpen(false)}
    />
  );
}
