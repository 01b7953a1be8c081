/**
 * One box finds cases by name, pinyin, initials, number of a document, its last four, or receipt number.
 * Every kind of search goes through an index; what the text can mean decides which ones are asked.
 */
import { MOST_COUNTED, STORED_CASE_STATES, type StoredCaseState } from "../../../../src-shared/domain/case.ts";
import { fold } from "../../../../src-shared/domain/fold.ts";
import { tidyNumber } from "../../../../src-shared/domain/identity/number.ts";
import { caseRows } from "../cases/case-rows.ts";
import type { Reader, Value } from "../../file/connection.ts";
import { characterTokens, normalisePinyin } from "./names.ts";
import { NAMES_PER_PERSON } from "./people.ts";
import { rangesOf, within } from "../../file/days.ts";
import { RECEIPT_NUMBER } from "../cases/receipt-numbers.ts";
import type { CaseRow, SearchRequest } from "../cases/types.ts";
import type { Store } from "../../types.ts";

/** A subquery that yields numbers of people or ids of cases. */
interface Finder {
  readonly yields: "person" | "case";
  readonly sql: string;
  readonly parameters: readonly Value[];
}

const inPeopleSearch = (query: string): Finder => ({
  yields: "person",
  sql: `SELECT rowid / ${NAMES_PER_PERSON} FROM people_search WHERE people_search MATCH ? ORDER BY rowid DESC`,
  parameters: [query],
});

const byName = (text: string): Finder => inPeopleSearch(`characters : "${characterTokens(text).join(" ")}"`);
const byPinyin = (letters: string): Finder => inPeopleSearch(`keys : "${letters}" *`);
const byLastFour = (digits: string): Finder => inPeopleSearch(`keys : "${digits.toLowerCase()}"`);

/** Of whatever year: the years that there are lead to it through the key. */
const byRunning = (running: number): Finder => ({
  yields: "case",
  sql: `WITH RECURSIVE years (year) AS (
      SELECT min(year) FROM receipt_numbers
      UNION ALL SELECT (SELECT min(year) FROM receipt_numbers WHERE year > years.year) FROM years WHERE year IS NOT NULL)
    SELECT case_id FROM years CROSS JOIN receipt_numbers USING (year) WHERE running = ?`,
  parameters: [running],
});

/** `officeCode` empty: whatever office. */
const byReceiptNumber = (officeCode: string, year: number, running: number): Finder => ({
  yields: "case",
  sql: "SELECT case_id FROM receipt_numbers WHERE year = ? AND running = ? AND number LIKE ? || '%'",
  parameters: [year, running, officeCode],
});

/** Of whatever kind of document; also under a number that was corrected since. */
const byIdentityNumber = (number: string): Finder => ({
  yields: "person",
  sql: `SELECT coalesce(merged_into, number) FROM people WHERE identity_number <> '' AND identity_number = ?
    UNION ALL SELECT person FROM person_changes WHERE before ->> '$.identityNumber' = ?`,
  parameters: [number, number],
});

const byPhone = (digits: string): Finder => ({
  yields: "person",
  sql: "SELECT number FROM people INDEXED BY people_phone WHERE phone <> '' AND phone = ?",
  parameters: [digits],
});

/** As long as a number of any document is, and with a digit in it: passports have five characters at least. */
const IDENTITY_NUMBER = /^(?=.*\d)[\dA-Z]{5,18}$/;
/** The last four of a passport may be letters, but not all of them. */
const LAST_FOUR = /^(?=.*\d)[\dA-Z]{4}$/;

/** Of a telephone, with or without dashes. */
const PHONE = /^[\d-]{7,17}$/;

/** A text of letters and digits, as numbers are kept; `null` for names and pinyin. */
function codeOf(plain: string): string | null {
  if (/^[a-z]+$/.test(normalisePinyin(plain))) return null;
  const code = fold(plain).replaceAll(/\s/g, "").toUpperCase();
  return /^[0-9A-Z-]+$/.test(code) ? code : null;
}

/** What number of somebody a text may mean: of a document, its end, a telephone; `null` for one that finds nobody by a number. */
export function numberMeant(text: string): string | null {
  const code = codeOf(text.normalize("NFKC").trim());
  if (code === null) return null;
  const number = tidyNumber(code);
  return IDENTITY_NUMBER.test(number) || LAST_FOUR.test(code) || PHONE.test(code) ? number : null;
}

/** What a text may mean; empty for one that can mean nothing. */
function finders(text: string): Finder[] {
  const plain = text.normalize("NFKC").trim();
  const letters = normalisePinyin(plain);
  if (/^[a-z]+$/.test(letters)) return [byPinyin(letters)];

  const code = codeOf(plain);
  if (code === null) return characterTokens(plain).length === 0 ? [] : [byName(plain)];

  const found: Finder[] = [];
  const number = tidyNumber(code);
  if (IDENTITY_NUMBER.test(number)) found.push(byIdentityNumber(number));
  if (LAST_FOUR.test(code)) found.push(byLastFour(code));
  if (PHONE.test(code)) found.push(byPhone(code));
  if (/^\d{1,6}$/.test(code)) found.push(byRunning(Number(code)));
  const [, officeCode, year, running] = RECEIPT_NUMBER.exec(code) ?? [];
  if (officeCode !== undefined) found.push(byReceiptNumber(officeCode, Number(year), Number(running)));
  return found;
}

/** The same for people alone. */
export const peopleFinders = (text: string): Finder[] => finders(text).filter(({ yields }) => yields === "person");

/** Part of a query, and its parameters. */
interface Fragment {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

type Filter = Omit<SearchRequest, "limit" | "offset">;
/** With the numbers of what was changed in the span of days that is asked for; `undefined`: whenever. */
type Spanned<Request extends Filter = Filter> = Request & { readonly changes?: ReturnType<typeof rangesOf> };

const spanned = <Request extends Filter>(reader: Reader, request: Request): Spanned<Request> => ({
  ...request,
  changes: rangesOf(reader, "event_days", request),
});

const hasAmount = ({ amountFrom, amountTo }: Filter): boolean => amountFrom !== undefined || amountTo !== undefined;

/** Conditions on the row of a case beyond text and state; `+` keeps the planner from choosing an index for them. */
function conditions({ matter, clerkId, changes, review, amountFrom, amountTo, due }: Spanned): Fragment {
  const parts: Fragment[] = [];
  const add = (sql: string, ...parameters: readonly Value[]): void => void parts.push({ sql, parameters });
  if (matter !== undefined) add("+matter = ?", matter);
  if (clerkId !== undefined) add("+clerk_id = ?", clerkId);
  if (review !== undefined) add("+review = ?", review);
  if (changes !== undefined) {
    const { sql, parameters } = within("last_change", changes);
    add(sql, ...parameters);
  }
  if (amountFrom !== undefined) add("amount_fen >= ?", amountFrom);
  if (amountTo !== undefined) add("amount_fen <= ?", amountTo);
  if (due !== undefined) {
    add(`${UNSETTLED} AND due_on <= ?`, due.until);
    if (due.from !== undefined) add("due_on >= ?", due.from);
  }
  return { sql: parts.map(({ sql }) => ` AND ${sql}`).join(""), parameters: parts.flatMap(({ parameters }) => parameters) };
}

/** As the index `cases_due` has it. */
const UNSETTLED = "due_on IS NOT NULL AND settled_at IS NULL AND state = 'submitted'";

/** The key that a page is ordered by, and the order; ties go by the case's number. Changes have none: each is an event's number. */
const ORDERS = {
  newest: { key: "last_change", order: "sort_key DESC" },
  due: { key: "due_on", order: "sort_key ASC NULLS LAST, number ASC" },
  amount: { key: "amount_fen", order: "sort_key DESC NULLS LAST, number DESC" },
} as const;

/**
 * Which index is used is said, not left to the planner: without statistics it takes the one of states, and walks through
 * all open cases to find one name. A search that finds very many people (one letter) is answered from those who came last.
 */
const MOST_PEOPLE = 1000;

/** The cases that match a text, from `FROM` on; `undefined` when none can. */
function matching(request: Spanned): Fragment | undefined {
  const asked = finders(request.text);
  if (asked.length === 0) return undefined;
  const more = conditions(request);
  const { state } = request;
  const rest = [...(state === null ? [] : [state]), ...more.parameters];
  const [only, ...others] = asked;
  // names and pinyin find thousands: these are filtered and ordered within the index of people
  if (only!.yields === "person" && others.length === 0) {
    const sql = `FROM cases INDEXED BY cases_person
      WHERE person IN (SELECT * FROM (${only!.sql}) LIMIT ${MOST_PEOPLE})${state === null ? "" : " AND state = ?"}${more.sql}`;
    return { sql, parameters: [...only!.parameters, ...rest] };
  }
  const numbers = asked.map(
    ({ yields, sql }) =>
      `SELECT number FROM cases WHERE ${yields === "case" ? "id" : "person"} IN (SELECT * FROM (${sql}) LIMIT ${MOST_PEOPLE})`,
  );
  const parameters = [...asked.flatMap((finder) => finder.parameters), ...rest];
  const sql = `FROM cases WHERE number IN (${numbers.join(" UNION ")})${state === null ? "" : " AND +state = ?"}${more.sql}`;
  return { sql, parameters };
}

/** Which way an index lies; the other one is walked through for want of a better. */
type Along = "time" | "amount";

/** Few are waiting, returned or due: these are gathered whatever else is asked, in all states at once. */
const isRare = ({ due, sort, review }: Filter): boolean =>
  due !== undefined || sort === "due" || review === "waiting" || review === "returned";

/**
 * The cases of one state (of all states where rare ones are gathered) without a text, from `FROM` on. A clerk's cases are few
 * enough to be gathered; a matter's and an office's are walked through in the order of time or of amount.
 */
function ofState(state: StoredCaseState | null, request: Spanned, way: Along): Fragment {
  const { matter, clerkId, review, due, sort } = request;
  const more = conditions(request);
  const along = (index: string, lead: string, ...values: Value[]): Fragment => ({
    sql: `FROM cases INDEXED BY ${index} WHERE ${lead}${more.sql}`,
    parameters: [...values, ...more.parameters],
  });
  if (isRare(request)) {
    const withState: Fragment = state === null ? { sql: "", parameters: [] } : { sql: " AND +state = ?", parameters: [state] };
    return due !== undefined || sort === "due"
      ? along("cases_due", UNSETTLED + withState.sql, ...withState.parameters)
      : along("cases_review", `review = ? AND review <> 'none'${withState.sql}`, review!, ...withState.parameters);
  }
  const withAmount = hasAmount(request) || sort === "amount" ? " AND amount_fen IS NOT NULL" : "";
  if (clerkId !== undefined) return along("cases_clerk", `clerk_id = ? AND state = ?${withAmount}`, clerkId, state);
  if (matter !== undefined) {
    const index = way === "amount" ? "cases_matter_amount" : "cases_matter";
    return along(index, `matter = ? AND state = ?${withAmount}`, matter, state);
  }
  return along(way === "amount" ? "cases_amount" : "cases_newest", `state = ?${withAmount}`, state);
}

/** The first of each state, which lie in order in one index, put together. */
function firstOf(states: readonly (StoredCaseState | null)[], request: Spanned<SearchRequest>, way: Along): Fragment {
  const { limit, offset, sort = "newest" } = request;
  const { key, order } = ORDERS[sort];
  const parts = states.map((state) => ofState(state, request, way));
  const firsts = parts.map(({ sql }) => `SELECT * FROM (SELECT number, ${key} AS sort_key ${sql} ORDER BY ${order} LIMIT ?)`);
  return {
    sql: `SELECT number FROM (${firsts.join(" UNION ALL ")}) ORDER BY ${order} LIMIT ? OFFSET ?`,
    parameters: [...parts.flatMap(({ parameters }) => [...parameters, offset + limit]), limit, offset],
  };
}

/** Counted only so far that a page can say "more than ten thousand", or to the end. */
function counted(parts: readonly Fragment[], most: number | "all"): Fragment {
  const limit = most === "all" ? "" : ` LIMIT ${most + 1}`;
  const each = parts.map(({ sql }) => `SELECT * FROM (SELECT 1 ${sql}${limit})`);
  return {
    sql: `SELECT count(*) AS total FROM (SELECT 1 FROM (${each.join(" UNION ALL ")})${limit})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/** As many can be gathered, filtered and sorted as fast as a page is shown. */
const MOST_GATHERED = 20_000;

type SearchReader = Reader & { snapshot<Result>(body: () => Result): Result };

const total = (reader: Reader, { sql, parameters }: Fragment): number => reader.get<{ total: number }>(sql, ...parameters)!.total;

/** The rows of a page: the numbers first, so that only what is shown is opened. */
function pageOf(reader: Reader, { sort = "newest" }: SearchRequest, numbers: Fragment): CaseRow[] {
  const { key, order } = ORDERS[sort];
  return caseRows(reader, `WHERE number IN (${numbers.sql}) ORDER BY ${order.replace("sort_key", key)}`, ...numbers.parameters);
}

function searchByText(reader: Reader, request: Spanned<SearchRequest>): ReturnType<Store["cases"]["search"]> {
  const { limit, offset, sort = "newest", counts = true } = request;
  const found = matching(request);
  if (found === undefined) return { rows: [], total: 0 };
  const { key, order } = ORDERS[sort];
  const first = {
    sql: `SELECT number FROM (SELECT number, ${key} AS sort_key ${found.sql} ORDER BY ${order} LIMIT ? OFFSET ?)`,
    parameters: [...found.parameters, limit, offset],
  };
  return { rows: pageOf(reader, request, first), total: counts ? total(reader, counted([found], MOST_COUNTED)) : 0 };
}

/** The states that are asked for one by one; rare cases of all states are gathered at once. */
const statesOf = (request: Filter): readonly (StoredCaseState | null)[] =>
  isRare(request) || request.state !== null ? [request.state] : STORED_CASE_STATES;

/** Without a text. */
const countAlong = (reader: Reader, request: Spanned, way: Along, most: number | "all"): number =>
  total(
    reader,
    counted(
      statesOf(request).map((state) => ofState(state, request, way)),
      most,
    ),
  );

/** All of them, however many: for a file that has to say what it leaves out. */
export function countCases(reader: Reader, asked: Filter): number {
  const request = spanned(reader, asked);
  if (request.text.trim() === "") {
    const byAmount = request.sort === "amount" || (hasAmount(request) && request.clerkId === undefined);
    return countAlong(reader, request, byAmount ? "amount" : "time", "all");
  }
  const found = matching(request);
  return found === undefined ? 0 : total(reader, counted([found], "all"));
}

function searchWithoutText(reader: Reader, request: Spanned<SearchRequest>): ReturnType<Store["cases"]["search"]> {
  const { state, sort, changes, counts = true } = request;
  let way: Along = sort === "amount" ? "amount" : "time";
  let countWay: Along = way;
  if (hasAmount(request) && request.clerkId === undefined && !isRare(request)) {
    const { matter, amountFrom, amountTo } = request;
    const amountsAlone = Object.fromEntries(
      Object.entries({ matter, amountFrom, amountTo }).filter(([, value]) => value !== undefined),
    ) as Pick<Filter, "matter" | "amountFrom" | "amountTo">;
    const areFew = countAlong(reader, { text: "", state, ...amountsAlone }, "amount", MOST_GATHERED) <= MOST_GATHERED;
    if (areFew) way = "amount";
    countWay = areFew || changes === undefined ? "amount" : "time";
  }
  const rows = pageOf(reader, request, firstOf(statesOf(request), request, way));
  return { rows, total: counts ? countAlong(reader, request, countWay, MOST_COUNTED) : 0 };
}

/**
 * Which index is used is said, not left to the planner, which knows nothing of how many rows each holds. Beyond what is shown no
 * row of a case is opened.
 */
export const searchCases = (reader: SearchReader, asked: SearchRequest): ReturnType<Store["cases"]["search"]> =>
  reader.snapshot(() => {
    const request = spanned(reader, asked);
    return request.text.trim() === "" ? searchWithoutText(reader, request) : searchByText(reader, request);
  });
