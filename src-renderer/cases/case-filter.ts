/** What the case list is narrowed down to: kept in the address, so that going back finds the same list. */
import { z } from "zod";
import type { CallInput } from "../../src-shared/contract/calls.ts";
import { CASE_STATES } from "../../src-shared/domain/case.ts";
import { parseYuan } from "../../src-shared/domain/money.ts";
import { oneOf, searchOf, phrase } from "../app/search-params.ts";
import { readDate } from "../ui/dates/typed-date.ts";

export const DUES = ["overdue", "soon"] as const;
export const SORTS = ["newest", "due", "amount"] as const;

/** Further than anybody leafs, and than the host counts. */
const MOST_PAGES = 100_000;

export const caseSearch = searchOf({
  text: phrase.transform((text) => text ?? ""),
  state: z.enum(CASE_STATES).nullable().default(null).catch(null),
  page: z.union([z.number(), z.string()]).transform(Number).pipe(z.int().min(1).max(MOST_PAGES)).default(1).catch(1),
  matter: phrase,
  clerk: phrase,
  /** Dates and yuan as typed; what cannot be read narrows nothing. */
  from: phrase,
  to: phrase,
  amountFrom: phrase,
  amountTo: phrase,
  due: oneOf(DUES),
  sort: oneOf(SORTS),
});
export type CaseListSearch = z.output<typeof caseSearch>;

export const ALL_CASES: CaseListSearch = { text: "", state: null, page: 1 };

/** The list as it was left last; a case leads back to it. */
let left: CaseListSearch = ALL_CASES;
export const lastList = (): CaseListSearch => left;
export const rememberList = (search: CaseListSearch): void => void (left = search);

/** Without the page: what is asked for, and what is exported. */
export function caseFilterOf(search: CaseListSearch): Omit<CallInput<"cases.search">, "limit" | "offset"> {
  return {
    text: search.text,
    state: search.state,
    matter: search.matter ?? null,
    clerkId: search.clerk ?? null,
    from: readDate(search.from ?? "") ?? null,
    to: readDate(search.to ?? "") ?? null,
    amountFrom: parseYuan(search.amountFrom ?? "") ?? null,
    amountTo: parseYuan(search.amountTo ?? "") ?? null,
    due: search.due ?? null,
    sort: search.sort ?? "newest",
  };
}

/** Narrowed by more than words and state. */
export const isNarrowed = ({ text: _text, state: _state, page: _page, ...others }: CaseListSearch): boolean =>
  Object.keys(others).length > 0;
