import { Alert } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Tone } from "./finding.tsx";

const COLOURS: Readonly<Record<Tone, string>> = { good: "green", warning: "yellow", bad: "red", quiet: "gray" };

/** Over the whole width: how what is on the screen stands. */
export const StandingLine = ({
  tone,
  icon: Sign,
  children,
}: {
  readonly tone: Tone;
  readonly icon: Icon;
  readonly children: ReactNode;
}) => (
  <Alert color={COLOURS[tone]} radius={0} fw={600} icon={<Sign size={20} aria-hidden />} role="status">
    {children}
  </Alert>
);
