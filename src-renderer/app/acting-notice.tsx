import { Alert } from "@mantine/core";
import { IconCalendarClock } from "@tabler/icons-react";
import { useState } from "react";
import { ROLE_LABELS } from "../../src-shared/text/labels.ts";
import { useSession } from "./session.tsx";
import { text } from "./text.ts";

/** So many days before it is told by itself; until then the menu says it. */
const TOLD_DAYS = 3;
const DAY_MS = 24 * 60 * 60_000;

const daysLeft = (today: string, until: string): number => (Date.parse(until) - Date.parse(today)) / DAY_MS;

/** A role for a time is about to end: told each day, put away until the next. */
export function ActingNotice() {
  const { clerk, acting, today } = useSession();
  const [putAway, setPutAway] = useState<string | null>(null);
  if (acting === null || daysLeft(today, acting.until) > TOLD_DAYS || putAway === today) return null;
  return (
    <Alert
      role="status"
      color="yellow"
      icon={<IconCalendarClock size={20} aria-hidden />}
      withCloseButton
      closeButtonLabel={text.acting.close}
      onClose={() => setPutAway(today)}
    >
      {text.acting.ends(ROLE_LABELS[clerk.role], acting.until, ROLE_LABELS[acting.after])}
    </Alert>
  );
}
