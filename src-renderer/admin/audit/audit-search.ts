/** What the address of the audit page says, and what it asks the host for. */
import type { CallInput } from "../../../src-shared/contract/calls.ts";
import { readDate } from "../../ui/dates/typed-date.ts";

export interface AuditSearch {
  /** As typed. */
  readonly from?: string;
  readonly to?: string;
  readonly clerk?: string;
  readonly operation?: string;
  readonly person?: string;
  readonly case?: string;
  /** Name of the person or case, for the screen. */
  readonly about?: string;
}

const FIELDS = ["from", "to", "clerk", "operation", "person", "case", "about"] as const;

export function readAuditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = search[field];
      return (typeof value === "string" && value !== "") || typeof value === "number" ? [[field, String(value)]] : [];
    }),
  );
}

type Filter = Omit<CallInput<"audit.list">, "before" | "limit">;

/** A day that cannot be read yet narrows nothing. */
export const auditFilterOf = (search: AuditSearch): Filter => ({
  from: readDate(search.from ?? "") ?? null,
  to: readDate(search.to ?? "") ?? null,
  clerkId: search.clerk ?? null,
  operation: search.operation ?? null,
  personId: search.person ?? null,
  caseId: search.case ?? null,
});

/** Of looks at a person: whom, and when. */
export const looksSearchOf = ({ person, about, from, to }: AuditSearch): AuditSearch =>
  readAuditSearch({ person, about, from, to });

export const orNone = (value: string): string | undefined => (value === "" ? undefined : value);

export const isNarrowed = (search: AuditSearch): boolean => Object.keys(search).length > 0;
