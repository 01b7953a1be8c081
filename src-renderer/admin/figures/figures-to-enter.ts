import { useCall } from "../../app/calls/queries.ts";

/** What the office's cities lack today, and who may enter it. */
export const useFiguresToEnter = () => useCall("policy.figuresToEnter", {}, { staleTime: 60_000 });
