import { Badge, Box, Group, Paper, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { LibraryDocument } from "../../src-shared/contract/library.ts";
import type { Standing as StandingKind } from "../../src-shared/domain/decision.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";
import { STANDING_LABELS } from "../../src-shared/text/library.ts";
import classes from "./sheet.module.css";

interface SheetProps {
  readonly label: string;
  readonly title: ReactNode;
  /** By which the rules call it. */
  readonly id?: string;
  /** Beside the title: how it stands. */
  readonly mark?: ReactNode;
  /** At the right end of the head: who is behind it, what can be done. */
  readonly aside?: ReactNode;
  /** An entry that fills the shelf alone. */
  readonly whole?: boolean;
  readonly children: ReactNode;
  readonly "data-entry"?: string;
  readonly "data-target"?: true;
}

/** One entry of a shelf. */
export const Sheet = ({ label, title, id, mark, aside, whole = false, children, ...entry }: SheetProps) => (
  <Paper
    component="article"
    withBorder
    flex="none"
    className={classes.sheet}
    aria-label={label}
    data-whole={whole || undefined}
    {...entry}
  >
    <Group component="header" gap="2px 12px" className={classes.head}>
      <Title order={2} fz="md">
        {title}
      </Title>
      {mark}
      {id === undefined ? null : <span className="mono quiet">{id}</span>}
      {aside === undefined ? null : (
        <Group gap="2px 12px" ml="auto">
          {aside}
        </Group>
      )}
    </Group>
    {children}
  </Paper>
);

/** What stands in a sheet one below the other, with lines between: each an `li`. */
export const SheetLines = ({ children }: { readonly children: ReactNode }) => <ul className={classes.lines}>{children}</ul>;

/** Words of a sheet that need no lines. */
export const SheetText = ({ children }: { readonly children: ReactNode }) => (
  <Box px="var(--sheet-side)" pb={8}>
    {children}
  </Box>
);

/** Who says so; what may not be applied stands out. */
export const Authority = ({ of: { authority } }: { readonly of: Pick<LibraryDocument, "authority"> }) => (
  <Badge variant="light" flex="none" color={authority === "press" || authority === "forum" ? "yellow" : "pine"}>
    {AUTHORITY_LABELS[authority]}
  </Badge>
);

export const Standing = ({ standing }: { readonly standing: StandingKind }) => (
  <Badge variant="light" flex="none" color={standing === "current" ? "pine" : "yellow"}>
    {STANDING_LABELS[standing]}
  </Badge>
);
