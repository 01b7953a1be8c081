/** The filters of the case list → what the store is asked. */
import type { CheckedInput } from "../../../src-shared/contract/index.ts";
import { toPlainDate } from "../../../src-shared/domain/calendar.ts";
import type { CaseState, ReviewState, StoredCaseState } from "../../../src-shared/domain/case.ts";
import type { SearchRequest } from "../../store/areas/cases/types.ts";
import { soonUntil } from "./time-limits.ts";
import type { DeskTools } from "../frame/tools.ts";

type Filter = Omit<CheckedInput<"cases.search">, "limit" | "offset"> & { readonly limit: number; readonly offset: number };

const STORED: Record<CaseState, { readonly state: StoredCaseState; readonly review?: ReviewState }> = {
  open: { state: "open" },
  submitted: { state: "submitted", review: "none" },
  "in-review": { state: "submitted", review: "waiting" },
  approved: { state: "submitted", review: "approved" },
  returned: { state: "submitted", review: "returned" },
  cancelled: { state: "cancelled" },
};

export function searchRequest(tools: DeskTools, filter: Filter): SearchRequest {
  const { text, state, matter, clerkId, from, to, amountFrom, amountTo, due, sort, limit, offset } = filter;
  return {
    text,
    ...(state === null ? { state: null } : STORED[state]),
    ...given({ matter, clerkId, from, to, amountFrom, amountTo }),
    ...(due === null ? {} : { due: dueSpan(tools, due) }),
    sort,
    limit,
    offset,
  };
}

/** Overdue: until yesterday; soon: from today on, without those that are overdue. */
export function dueSpan(tools: DeskTools, due: "overdue" | "soon"): { readonly from?: string; readonly until: string } {
  const today = toPlainDate(tools.clock.today());
  return due === "overdue"
    ? { until: today.subtract({ days: 1 }).toString() }
    : { from: today.toString(), until: soonUntil(tools) };
}

type Given<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** Only what is not null. */
const given = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Given<Fields>;
