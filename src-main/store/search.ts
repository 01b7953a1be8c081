/**
 * One box finds cases by name, pinyin, initials, identity number, its last four, or receipt number.
 * Every kind of search goes through an index; what the text can mean decides which ones are asked.
 */
import { caseRows } from "./case-rows.ts";
import type { Reader, Value } from "./connection.ts";
import { characterTokens, normalisePinyin } from "./names.ts";
import { RUNNING_DIGITS } from "./receipt-numbers.ts";
import type { SearchRequest, Store } from "./types.ts";

/** A subquery that yields numbers of people or ids of cases. */
interface Finder {
  readonly yields: "person" | "case";
  readonly sql: string;
  readonly parameters: readonly Value[];
}

const byName = (text: string): Finder => ({
  yields: "person",
  sql: "SELECT person FROM person_names WHERE id IN (SELECT rowid FROM name_characters WHERE name_characters MATCH ?)",
  parameters: [`"${characterTokens(text)}"`],
});

/** Keys are ASCII letters and digits, so the tilde ends the range of a prefix. */
const byPinyin = (text: string): Finder => ({
  yields: "person",
  sql: "SELECT person FROM person_keys WHERE key >= ? AND key < ?",
  parameters: [text, `${text}~`],
});

const byIdentityNumber = (number: string): Finder => ({
  yields: "person",
  sql: "SELECT number FROM people WHERE identity_number = ?",
  parameters: [number],
});

const byLastFour = (digits: string): Finder => ({
  yields: "person",
  sql: "SELECT number FROM people WHERE last_four = ?",
  parameters: [digits],
});

const byReceiptNumber = (number: string): Finder => ({
  yields: "case",
  sql: "SELECT case_id FROM receipt_numbers WHERE number = ?",
  parameters: [number],
});

const byRunning = (running: number): Finder => ({
  yields: "case",
  sql: "SELECT case_id FROM receipt_numbers WHERE running = ?",
  parameters: [running],
});

const byYearAndRunning = (year: number, running: number): Finder => ({
  yields: "case",
  sql: "SELECT case_id FROM receipt_numbers WHERE year = ? AND running = ?",
  parameters: [year, running],
});

/** What a text may mean; empty for one that can mean nothing. */
export function finders(text: string): Finder[] {
  const plain = text.normalize("NFKC").trim();
  const letters = normalisePinyin(plain);
  if (/^[a-z]+$/.test(letters)) return [byPinyin(letters)];

  const code = plain.replaceAll(/\s/g, "").toUpperCase();
  if (!/^[0-9A-Z]+$/.test(code)) return characterTokens(plain) === "" ? [] : [byName(plain)];

  const found = [byReceiptNumber(code)];
  if (/^\d{17}[\dX]$/.test(code)) found.push(byIdentityNumber(code));
  if (/^\d{3}[\dX]$/.test(code)) found.push(byLastFour(code));
  if (/^\d+$/.test(code)) {
    if (code.length <= RUNNING_DIGITS) found.push(byRunning(Number(code)));
    if (code.length === 4 + RUNNING_DIGITS) found.push(byYearAndRunning(Number(code.slice(0, 4)), Number(code.slice(4))));
  }
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
  if (text.trim() === "") {
    return state === null ? { sql: "FROM cases", parameters: [] } : { sql: "FROM cases WHERE state = ?", parameters: [state] };
  }
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

/** The two queries of a search, for the page (the rest of `caseRows`) and for the total. Exported for the test of their plans. */
export function searchQueries(request: SearchRequest): { readonly page: Fragment; readonly total: Fragment } | undefined {
  const found = matching(request);
  if (found === undefined) return undefined;
  const { sql, parameters } = found;
  const newest = `SELECT number ${sql} ORDER BY updated_at DESC, number DESC LIMIT ? OFFSET ?`;
  return {
    page: {
      sql: `WHERE cases.number IN (${newest}) ORDER BY updated_at DESC, cases.number DESC`,
      parameters: [...parameters, request.limit, request.offset],
    },
    total: { sql: `SELECT count(*) AS total ${sql}`, parameters },
  };
}

export function searchCases(
  reader: Reader & { snapshot<Result>(body: () => Result): Result },
  request: SearchRequest,
): ReturnType<Store["cases"]["search"]> {
  const queries = searchQueries(request);
  if (queries === undefined) return { rows: [], total: 0 };
  const { page, total } = queries;
  return reader.snapshot(() => ({
    rows: caseRows(reader, page.sql, ...page.parameters),
    total: reader.get<{ total: number }>(total.sql, ...total.parameters)!.total,
  }));
}
