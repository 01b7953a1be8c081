/** What the address of the audit page says, and what it asks the host for. */
import type { z } from "zod";
import type { CallInput } from "../../../src-shared/contract/calls.ts";
import { searchOf, phrase } from "../../app/search-params.ts";
import { readDate } from "../../ui/dates/typed-date.ts";

export const auditSearch = searchOf({
  /** As typed. */
  from: phrase,
  to: phrase,
  clerk: phrase,
  operation: phrase,
  person: phrase,
  case: phrase,
  /** Name of the person or case, for the screen. */
  about: phrase,
});
export type AuditSearch = z.output<typeof auditSearch>;

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
  auditSearch.parse({ person, about, from, to });

export const orNone = (value: string): string | undefined => (value === "" ? undefined : value);

export const isNarrowed = (search: AuditSearch): boolean => Object.keys(search).length > 0;
