import { Group, Paper, Stack, Text } from "@mantine/core";
import { IconDatabaseExclamation } from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { MissingFigure } from "../../../src-shared/domain/decision.ts";
import { PolicyLink } from "../policy-link.tsx";
import { text } from "./text.ts";

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
    <Stack component="ul" gap={8}>
      {missing.map((figure) => (
        <Paper component="li" key={`${figure.figure}-${figure.date}`} bg="var(--warn-soft)" bd="1px solid #d9b566" px="sm" py={8}>
          <Group gap={8} c="var(--warn)">
            <IconDatabaseExclamation size={18} stroke={1.8} aria-hidden />
            <PolicyLink kind="figure" id={figure.figure}>
              <Text span fw={600} c="var(--ink)">
                {figure.title}
              </Text>
            </PolicyLink>
            <span>{text.missing.needed(figure.date)}</span>
          </Group>
          <Text size="sm" c="var(--ink-2)" mb={6}>
            {text.missing.never} {text.missing.who(figure.enteredBy)}
          </Text>
          {Entry === null ? null : <Entry missing={figure} />}
        </Paper>
      ))}
    </Stack>
  );
}
