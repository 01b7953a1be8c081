import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { dayAndTime } from "../ui/format.ts";
import { useSession } from "./session.tsx";
import { text } from "./text.ts";

/** That somebody else has set this account's password: told at every sign-in for some weeks, put away until the next. */
export function ResetNotice() {
  const { clerk, resets } = useSession();
  const [putAway, setPutAway] = useState<string | null>(null);
  const key = JSON.stringify([clerk.id, resets]);
  if (resets.length === 0 || putAway === key) return null;
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconAlertTriangle size={20} aria-hidden />}
      withCloseButton
      closeButtonLabel={text.resets.close}
      onClose={() => setPutAway(key)}
    >
      {text.resets.told(resets.map(({ at, by }) => text.resets.one(dayAndTime(at), by)).join("、"))}
    </Alert>
  );
}
