import type { Reader, Value } from "../../file/connection.ts";
import type { CancelAskedRow, CaseRow } from "./types.ts";
import { CASES } from "./columns.ts";

const SHOWN = CASES.without("person", "promises", "amounts", "refused", "lastSequence", "lastHash", "contentSequence");
const QUERY = `SELECT ${SHOWN.selected}, (SELECT people.id FROM people WHERE people.number = cases.person) AS personId FROM cases`;

/** Case rows; `tail` is the rest of the query after `FROM cases`. */
export const caseRows = (reader: Reader, tail: string, ...parameters: Value[]): CaseRow[] =>
  reader
    .all<Omit<CaseRow, "cancelAsked"> & { readonly cancelAsked: string | null }>(`${QUERY} ${tail}`, ...parameters)
    .map((row) => ({ ...row, cancelAsked: row.cancelAsked === null ? null : (JSON.parse(row.cancelAsked) as CancelAskedRow) }));
