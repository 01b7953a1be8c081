import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { Tone } from "./finding.tsx";

const COLOURS: Readonly<Record<Tone, string>> = {
  good: "var(--good)",
  warning: "var(--warn)",
  bad: "var(--bad)",
  quiet: "var(--ink-3)",
};

/** Sign and word; the colour only repeats them. */
export const StateMark = ({
  tone,
  children,
  ...rest
}: {
  readonly tone: Tone;
  readonly title?: string;
  readonly role?: "status";
  readonly children: ReactNode;
}) => (
  <Group component="span" gap={5} display="inline-flex" wrap="nowrap" fw={600} c={COLOURS[tone]} {...rest}>
    {children}
  </Group>
);
