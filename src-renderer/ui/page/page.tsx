import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./page.module.css";

interface Parts {
  readonly children: ReactNode;
}

/** A screen with a list or a table: its head, what it shows, its foot. */
export function Page({ children }: Parts) {
  return (
    <Stack gap="sm" className={classes.page}>
      {children}
    </Stack>
  );
}

/** A screen with nothing to show yet, or any more. */
export function EmptyPage({ label, children }: Parts & { readonly label?: string }) {
  return (
    <Stack
      align="center"
      justify="center"
      className={classes.page}
      {...(label === undefined ? {} : { "aria-label": label, role: "status" })}
    >
      {children}
    </Stack>
  );
}

/** The title of a screen, and beside it what can be done with all of it. */
export const PageHead = ({ children }: Parts) => (
  <Group component="header" gap="md" className={classes.head}>
    {children}
  </Group>
);

/** At the right end of a head: what can be done. */
export const PageTools = ({ children }: Parts) => (
  <Group gap="xs" ml="auto" wrap="nowrap">
    {children}
  </Group>
);

/** At the right end of a head: how many there are. */
export const PageTotal = ({ children }: Parts) => (
  <span className={`${classes.total} tabular`} role="status">
    {children}
  </span>
);

export const PageFoot = ({ children }: Parts) => (
  <Group component="footer" justify="space-between">
    {children}
  </Group>
);
