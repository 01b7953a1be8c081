/** What the case list is narrowed down to: kept in the address, so that going back finds the same list. */
import type { CallInput } from "../../src-shared/contract/calls.ts";
import { CASE_STATES, type CaseState } from "../../src-shared/domain/case.ts";
import { parseYuan } from "../../src-shared/domain/money.ts";
import { readDate } from "../ui/dates/typed-date.ts";

export const DUES = ["overdue", "soon"] as const;
export const SORTS = ["newest", "due", "amount"] as const;

export interface CaseListSearch {
  readonly text: string;
  readonly state: CaseState | null;
  readonly page: number;
  readonly matter?: string;
  readonly clerk?: string;
  /** Dates and yuan as typed; what cannot be read narrows nothing. */
  readonly from?: string;
  readonly to?: string;
  readonly amountFrom?: string;
  readonly amountTo?: string;
  readonly due?: (typeof DUES)[number];
  readonly sort?: (typeof SORTS)[number];
}

export const ALL_CASES: CaseListSearch = { text: "", state: null, page: 1 };

/** The list as it was left last; a case leads back to it. */
let left: CaseListSearch = ALL_CASES;
export const lastList = (): CaseListSearch => left;
export const rememberList = (search: CaseListSearch): void => void (left = search);

const words = (value: unknown): string | undefined =>
  (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : undefined;

const among = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((one) => one === value);

type Optional = Omit<CaseListSearch, "text" | "state" | "page">;

/** Reads an address somebody may have written by hand. */
export function readCaseSearch(search: Readonly<Record<string, unknown>>): CaseListSearch {
  const optional: { [Name in keyof Optional]: Optional[Name] | undefined } = {
    matter: words(search["matter"]),
    clerk: words(search["clerk"]),
    from: words(search["from"]),
    to: words(search["to"]),
    amountFrom: words(search["amountFrom"]),
    amountTo: words(search["amountTo"]),
    due: among(DUES, search["due"]),
    sort: among(SORTS, search["sort"]),
  };
  return {
    text: words(search["text"]) ?? "",
    state: among(CASE_STATES, search["state"]) ?? null,
    page: Math.max(1, Math.trunc(Number(search["page"])) || 1),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Optional),
  };
}

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
