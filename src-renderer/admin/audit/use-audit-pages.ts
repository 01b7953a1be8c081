/** Pages of the audit under one filter, from the newest on. */
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import type { CallInput } from "../../../src-shared/contract/calls.ts";
import type { AuditPage } from "../../../src-shared/contract/reports.ts";
import { useCall } from "../../app/calls/queries.ts";

const PAGE_SIZE = 50;
const FIRST_PAGE: readonly (number | null)[] = [null];

export interface AuditPages {
  readonly query: UseQueryResult<AuditPage>;
  /** Which page it is, the newest is the first. */
  readonly number: number;
  /** `null` where there is none. */
  readonly newer: (() => void) | null;
  readonly older: (() => void) | null;
}

/** @param filter `null`: nothing is asked for yet */
export function useAuditPages(filter: Omit<CallInput<"audit.list">, "before" | "limit"> | null): AuditPages {
  /** The `before` of each page that has been opened; the newest page has none. Another filter starts anew. */
  const filterKey = JSON.stringify(filter);
  const [opened, setOpened] = useState({ filterKey, pages: FIRST_PAGE });
  const pages = opened.filterKey === filterKey ? opened.pages : FIRST_PAGE;
  const go = (next: readonly (number | null)[]) => (): void => setOpened({ filterKey, pages: next });
  const request = { ...filter, before: pages.at(-1) ?? null, limit: PAGE_SIZE };
  const query = useCall("audit.list", request, { enabled: filter !== null, keep: true });
  const next = query.data?.next ?? null;
  return {
    query,
    number: pages.length,
    newer: pages.length === 1 ? null : go(pages.slice(0, -1)),
    older: next === null || query.isPlaceholderData ? null : go([...pages, next]),
  };
}
