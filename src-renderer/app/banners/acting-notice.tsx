import { IconCalendarClock } from "@tabler/icons-react";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { PutAwayNotice } from "../../ui/put-away-notice.tsx";
import { useSession } from "../session/session.tsx";
import { text } from "../text.ts";

/** So many days before it is told by itself; until then the menu says it. */
const TOLD_DAYS = 3;
const DAY_MS = 24 * 60 * 60_000;

const daysLeft = (today: string, until: string): number => (Date.parse(until) - Date.parse(today)) / DAY_MS;

/** A role for a time is about to end: told each day, put away until the next. */
export function ActingNotice() {
  const { clerk, acting, today } = useSession();
  const isTold = acting !== null && daysLeft(today, acting.until) <= TOLD_DAYS;
  return (
    <PutAwayNotice of={isTold ? today : null} icon={IconCalendarClock} close={text.acting.close}>
      {() => acting && text.acting.ends(ROLE_LABELS[clerk.role], acting.until, ROLE_LABELS[acting.after])}
    </PutAwayNotice>
  );
}
