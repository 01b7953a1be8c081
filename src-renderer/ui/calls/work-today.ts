import { useCall } from "../../app/calls/queries.ts";

/** What waits, for the numbers beside the menu; asking does not keep a session from locking. */
export function useWorkToday() {
  return useCall("work.today", {}, { refetchInterval: 30_000 });
}
