import { Alert } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

export type Tone = "good" | "warning" | "bad" | "quiet";
const COLOURS: Readonly<Record<Tone, string>> = { good: "green", warning: "yellow", bad: "red", quiet: "gray" };

/** Something that has to be seen where it stands; what is bad is read out at once. */
export const Finding = ({
  tone,
  icon: Sign,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: Icon;
  readonly children: ReactNode;
}) => (
  <Alert
    color={COLOURS[tone]}
    {...(Sign ? { icon: <Sign size={18} aria-hidden /> } : {})}
    {...(tone === "bad" ? {} : { role: "note" })}
  >
    {children}
  </Alert>
);
