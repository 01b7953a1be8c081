/**
 * One box finds cases by name, pinyin, initials, identity number, its last four, or receipt number.
 * Every kind of search goes through an index; what the text can mean decides which ones are asked.
 */
import { CASE_STATES, type CaseState } from "../../src-shared/domain/case.ts";
import { caseRows } from "./case-rows.ts";
import type { Reader, Value } from "./connection.ts";
import { characterTokens, normalisePinyin } from "./names.ts";
import { NAMES_PER_PERSON } from "./people.ts";
import { RECEIPT_NUMBER } from "./receipt-numbers.ts";
import type { SearchRequest, Store } from "./types.ts";

/** A subquery that yields numbers of people or ids of cases. */
interface Finder {
  readonly yields: "person" | "case";
  readonly sql: string;
  readonly parameters: readonly Value[];
}

const inPeopleSearch = (query: string): Finder => ({
  yields: "person",
  sql: `SELECT rowid / ${NAMES_PER_PERSON} FROM people_search WHERE people_search MATCH ?`,
  parameters: [query],
});

const byName = (text: string): Finder => inPeopleSearch(`characters : "${characterTokens(text).join(" ")}"`);
const byPinyin = (letters: string): Finder => inPeopleSearch(`keys : "${letters}" *`);
const byLastFour = (digits: string): Finder => inPeopleSearch(`keys : "${digits.toLowerCase()}"`);

const byIdentityNumber = (number: string): Finder => ({
  yields: "person",
  sql: "SELECT number FROM people WHERE identity_number = ?",
  parameters: [number],
});

const byRunning = (running: number): Finder => ({
  yields: "case",
  sql: "SELECT case_id FROM receipt_numbers WHERE running = ?",
  parameters: [running],
});

/** `officeCode` empty: whatever office. */
const byReceiptNumber = (officeCode: string, year: number, running: number): Finder => ({
  yields: "case",
  sql: "SELECT case_id FROM receipt_numbers WHERE year = ? AND running = ? AND number LIKE ? || '%'",
  parameters: [year, running, officeCode],
});

/** What a text may mean; empty for one that can mean nothing. */
export function finders(text: string): Finder[] {
  const plain = text.normalize("NFKC").trim();
  const letters = normalisePinyin(plain);
  if (/^[a-z]+$/.test(letters)) return [byPinyin(letters)];

  const code = plain.replaceAll(/\s/g, "").toUpperCase();
  if (!/^[0-9A-Z]+$/.test(code)) return characterTokens(plain).length === 0 ? [] : [byName(plain)];

  const found: Finder[] = [];
  if (/^\d{17}[\dX]$/.test(code)) found.push(byIdentityNumber(code));
  if (/^\d{3}[\dX]$/.test(code)) found.push(byLastFour(code));
  if (/^\d{1,6}$/.test(code)) found.push(byRunning(Number(code)));
  const [, officeCode, year, running] = RECEIPT_NUMBER.exec(code) ?? [];
  if (officeCode !== undefined) found.push(byReceiptNumber(officeCode, Number(year), Number(running)));
  return found;
}

/** Part of a query, and its parameters. */
interface Fragment {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

/**
 * The cases that match, from `FROM` on; `undefined` when none can. Which index is used is said, not left to the planner:
 * without statistics it takes the one of states, and walks through all open cases to find one name.
 */
function matching({ text, state }: Pick<SearchRequest, "text" | "state">): Fragment | undefined {
  const asked = finders(text);
  if (asked.length === 0) return undefined;
  const parameters = [...asked.flatMap((finder) => finder.parameters), ...(state === null ? [] : [state])];
  const [only, ...others] = asked;
  // names and pinyin find thousands: these are filtered and ordered within the index of people
  if (only!.yields === "person" && others.length === 0) {
    const sql = `FROM cases INDEXED BY cases_person WHERE person IN (${only!.sql})${state === null ? "" : " AND state = ?"}`;
    return { sql, parameters };
  }
  const numbers = asked.map(
    ({ yields, sql }) => `SELECT number FROM cases WHERE ${yields === "case" ? "id" : "person"} IN (${sql})`,
  );
  return { sql: `FROM cases WHERE number IN (${numbers.join(" UNION ")})${state === null ? "" : " AND +state = ?"}`, parameters };
}

const NEWEST = "ORDER BY updated_at DESC, number DESC LIMIT ?";

/** Everything, newest first: the newest of each state, which lie in order in one index, put together. */
function newestOf(states: readonly CaseState[], limit: number, offset: number): Fragment {
  const ofState = `SELECT * FROM (SELECT number, updated_at FROM cases WHERE state = ? ${NEWEST})`;
  return {
    sql: `SELECT number FROM (${states.map(() => ofState).join(" UNION ALL ")}) ${NEWEST} OFFSET ?`,
    parameters: [...states.flatMap((state) => [state, offset + limit]), limit, offset],
  };
}

/** The two queries of a search, for the page (the rest of `caseRows`) and for the total. Exported for the test of their plans. */
export function searchQueries(request: SearchRequest): { readonly page: Fragment; readonly total: Fragment } | undefined {
  const { text, state, limit, offset } = request;
  const states = state === null ? CASE_STATES : [state];
  if (text.trim() === "") {
    const total = { sql: `FROM cases WHERE state IN (${states.map(() => "?").join()})`, parameters: states };
    return queries(newestOf(states, limit, offset), total);
  }
  const found = matching(request);
  if (found === undefined) return undefined;
  const newest = { sql: `SELECT number ${found.sql} ${NEWEST} OFFSET ?`, parameters: [...found.parameters, limit, offset] };
  return queries(newest, found);
}

const queries = (numbers: Fragment, all: Fragment) => ({
  page: { sql: `WHERE number IN (${numbers.sql}) ORDER BY updated_at DESC, number DESC`, parameters: numbers.parameters },
  total: { sql: `SELECT count(*) AS total ${all.sql}`, parameters: all.parameters },
});

export function searchCases(
  reader: Reader & { snapshot<Result>(body: () => Result): Result },
  request: SearchRequest,
): ReturnType<Store["cases"]["search"]> {
  const found = searchQueries(request);
  if (found === undefined) return { rows: [], total: 0 };
  const { page, total } = found;
  return reader.snapshot(() => ({
    rows: caseRows(reader, page.sql, ...page.parameters),
    total: reader.get<{ total: number }>(total.sql, ...total.parameters)!.total,
  }));
}
