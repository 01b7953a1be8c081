import { notifications } from "@mantine/notifications";
import type { RestoreResult } from "../../../src-shared/contract/safety.ts";
import { useLeave } from "../../app/session/session.tsx";

/** Other data are in place: all sessions have ended, this one, too. */
export function useRestored(): (result: RestoreResult) => Promise<void> {
  const leave = useLeave();
  return async ({ message }) => {
    notifications.show({ message, color: "pine", id: "restored", autoClose: 15_000 });
    await leave();
  };
}
