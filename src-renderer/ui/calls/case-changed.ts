import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { CaseView } from "../../../src-shared/domain/case.ts";

/** Everything that lists or counts cases. */
const LISTS = [
  "cases.search",
  "find.anything",
  "review.queue",
  "review.open",
  "promises.list",
  "work.today",
  "people.get",
  "people.lookup",
  "people.duplicates",
  "reports.day",
  "reports.statistics",
];

/** After an act on a case: its page shows what came back, every list is asked again. */
export function useCaseChanged(): (view: CaseView) => void {
  const client = useQueryClient();
  return useCallback(
    (view) => {
      client.setQueryData(["cases.get", view.id], view);
      for (const key of LISTS) void client.invalidateQueries({ queryKey: [key] });
    },
    [client],
  );
}
