import { IconAlertTriangle } from "@tabler/icons-react";
import { dayAndTime } from "../../ui/dates/format.ts";
import { PutAwayNotice } from "../../ui/put-away-notice.tsx";
import { useSession } from "../session/session.tsx";
import { text } from "../text.ts";

/** That somebody else has set this account's password: told at every sign-in for some weeks, put away until the next. */
export function ResetNotice() {
  const { clerk, resets } = useSession();
  const of = resets.length === 0 ? null : JSON.stringify([clerk.id, resets]);
  return (
    <PutAwayNotice of={of} role="alert" icon={IconAlertTriangle} close={text.resets.close}>
      {() => text.resets.told(resets.map(({ at, by }) => text.resets.one(dayAndTime(at), by)).join("、"))}
    </PutAwayNotice>
  );
}
