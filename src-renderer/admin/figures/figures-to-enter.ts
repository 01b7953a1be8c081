import { useQuery } from "@tanstack/react-query";
import { call } from "../../app/calls/client.ts";

/** What the office's cities lack today, and who may enter it. */
export const useFiguresToEnter = () =>
  useQuery({ queryKey: ["policy.figuresToEnter"], queryFn: () => call("policy.figuresToEnter", {}), staleTime: 60_000 });
