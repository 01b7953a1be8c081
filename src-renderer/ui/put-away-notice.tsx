import { Alert } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";

/** Told until somebody puts it away; of something else it is told again. */
export function PutAwayNotice({
  of,
  role = "status",
  icon: Sign,
  close,
  children,
}: {
  /** What it tells of; `null`: nothing. */
  readonly of: string | null;
  readonly role?: "status" | "alert";
  readonly icon: Icon;
  readonly close: string;
  readonly children: (putAway: () => void) => ReactNode;
}) {
  const [away, setAway] = useState<string | null>(null);
  if (of === null || away === of) return null;
  const putAway = (): void => setAway(of);
  return (
    <Alert
      role={role}
      color="yellow"
      icon={<Sign size={20} aria-hidden />}
      withCloseButton
      closeButtonLabel={close}
      onClose={putAway}
    >
      {children(putAway)}
    </Alert>
  );
}
