import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./page.module.css";

interface Parts {
  readonly children: ReactNode;
}

/** A screen with a list or a table: its head, what it shows, its foot. */
export function Page({ children }: Parts) {
  return (
    <Stack gap="sm" px={20} py="md" className={classes.page}>
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
      p="md"
      className={classes.page}
      {...(label === undefined ? {} : { "aria-label": label, role: "status" })}
    >
      {children}
    </Stack>
  );
}

/** The title of a screen, and beside it what can be done with all of it. */
export const PageHead = ({ children }: Parts) => (
  <Group component="header" gap="10px 16px" className={classes.head}>
    {children}
  </Group>
);

/** At the right end of a head: what can be done. */
export const PageTools = ({ children }: Parts) => (
  <Group gap="xs" ml="auto">
    {children}
  </Group>
);

/** At the right end of a head: how many there are, or how what is below stands. */
export const PageTotal = ({ children }: Parts) => (
  <Text span size="sm" ml="auto" c="var(--ink-2)" className="tabular" role="status">
    {children}
  </Text>
);

export const PageFoot = ({ children }: Parts) => (
  <Group component="footer" justify="space-between" gap="10px 16px">
    {children}
  </Group>
);
