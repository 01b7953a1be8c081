import { useQuery } from "@tanstack/react-query";
import { call } from "../../app/calls/client.ts";

export const WORK_KEY = ["work.today"] as const;

/** What waits, for the numbers beside the menu; asking does not keep a session from locking. */
export function useWorkToday() {
  return useQuery({ queryKey: WORK_KEY, queryFn: () => call("work.today", {}), refetchInterval: 30_000 });
}
