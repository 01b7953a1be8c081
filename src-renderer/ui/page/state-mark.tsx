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
  title,
  children,
}: {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}) => (
  <Group component="span" gap={5} display="inline-flex" fw={600} c={COLOURS[tone]} {...(title === undefined ? {} : { title })}>
    {children}
  </Group>
);
