import type { Reader, Value } from "../../file/connection.ts";
import type { CancelAskedRow, CaseRow } from "../../types.ts";

const CASE_COLUMNS = `id, matter, city, (SELECT people.id FROM people WHERE people.number = person) AS personId, state, receipt_number AS receiptNumber, version, name,
  identity_kind AS identityKind, identity_number AS identityNumber, nature, outcome, headline, clerk_name AS clerkName, opened_at AS openedAt,
  updated_at AS updatedAt, last_change AS lastChange, cancel_reason AS cancelReason, clerk_id AS clerkId, review, settled_at AS settledAt,
  due_on AS dueOn, promised_on AS promisedOn, submitted_at AS submittedAt, reviewer_name AS reviewerName, amount_fen AS amountFen,
  cancel_asked AS cancelAsked`;

/** Case rows; `tail` is the rest of the query after `FROM cases`. */
export const caseRows = (reader: Reader, tail: string, ...parameters: Value[]): CaseRow[] =>
  reader
    .all<Omit<CaseRow, "cancelAsked"> & { readonly cancelAsked: string | null }>(
      `SELECT ${CASE_COLUMNS} FROM cases ${tail}`,
      ...parameters,
    )
    .map((row) => ({ ...row, cancelAsked: row.cancelAsked === null ? null : (JSON.parse(row.cancelAsked) as CancelAskedRow) }));
