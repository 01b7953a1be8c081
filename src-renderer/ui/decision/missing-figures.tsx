import { Text } from "@mantine/core";
import { IconDatabaseExclamation } from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { MissingFigure } from "../../../src-shared/domain/decision.ts";
import { PolicyLink } from "../policy-link.tsx";
import { text } from "./text.ts";
import classes from "./missing-figures.module.css";

/** How a missing figure is entered on the spot. */
export type FigureEntryType = ComponentType<{ readonly missing: MissingFigure }>;

/** Each figure that nobody has entered, with the form to enter it for those who may. */
export function MissingFigures({
  missing,
  Entry,
}: {
  readonly missing: readonly MissingFigure[];
  readonly Entry: FigureEntryType | null;
}) {
  return (
    <ul className={classes.missing}>
      {missing.map((figure) => (
        <li key={`${figure.figure}-${figure.date}`}>
          <p className={classes.missingTitle}>
            <IconDatabaseExclamation size={18} stroke={1.8} aria-hidden />
            <PolicyLink kind="figure" id={figure.figure}>
              <strong>{figure.title}</strong>
            </PolicyLink>
            <span>{text.missing.needed(figure.date)}</span>
          </p>
          <Text size="sm" c="dimmed">
            {text.missing.never} {text.missing.who(figure.enteredBy)}
          </Text>
          {Entry === null ? null : <Entry missing={figure} />}
        </li>
      ))}
    </ul>
  );
}
