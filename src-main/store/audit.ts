/** The audit as read: by person, case, clerk, operation, day; and its chain recomputed. */
import { instantsOfDay } from "../clock.ts";
import type { ChainHead } from "./backup-names.ts";
import { CHAIN_START } from "./canonical.ts";
import type { Reader, Value } from "./connection.ts";
import { auditHash, type AuditRow, type Perform, type Signed } from "./operation.ts";
import type { AuditCheck, AuditEntry, AuditFilter, Store } from "./types.ts";

type StoredEntry = Omit<AuditEntry, "detail"> & { readonly detail: string };

/** Rows of before there were signatures take the name from the history of names, and then people were known by their number. */
const COLUMNS = `audit.sequence, audit.at, audit.operation, audit.write, audit.clerk_id AS clerkId,
  coalesce(audit.detail ->> '$.signed.name', (SELECT before FROM clerk_changes INDEXED BY clerk_changes_of
    WHERE clerk_id = audit.clerk_id AND what = 'name' AND at > audit.at ORDER BY number LIMIT 1), clerks.name) AS clerkName,
  coalesce(audit.detail ->> '$.signed.login', clerks.login) AS clerkLogin,
  audit.case_id AS caseId, coalesce((SELECT people.id FROM people WHERE people.number = CAST(audit.person AS INTEGER)
    AND audit.person NOT GLOB '*[^0-9]*'), audit.person) AS personId, audit.subject, audit.detail, audit.hash`;

function entry(row: StoredEntry): AuditEntry {
  const { signed: _signed, input: _input, state: _state, ...detail } = JSON.parse(row.detail) as Signed & Record<string, unknown>;
  return { ...row, detail };
}

type Filter = Omit<AuditFilter, "before" | "limit">;
type Place = { readonly at: string; readonly sequence: number };

/** The rows of a filter, from the table's index on. */
function rowsOf(
  filter: Filter,
  from: Place | undefined,
  order: "newest" | "oldest",
): { readonly index: string; readonly where: string; readonly parameters: readonly Value[] } {
  const conditions: string[] = [];
  const parameters: Value[] = [];
  const add = (sql: string, ...values: Value[]): void => {
    conditions.push(sql);
    parameters.push(...values);
  };
  if (filter.clerkId !== undefined) add("audit.clerk_id = ?", filter.clerkId);
  if (filter.operation !== undefined) add("audit.operation = ?", filter.operation);
  if (filter.from !== undefined) add("audit.at >= ?", instantsOfDay(filter.from).first);
  if (filter.to !== undefined) add("audit.at < ?", instantsOfDay(filter.to).next);
  if (from !== undefined) {
    add(
      order === "newest" ? "(audit.at, audit.sequence) < (?, ?)" : "(audit.at, audit.sequence) > (?, ?)",
      from.at,
      from.sequence,
    );
  }
  // a person or a case has few rows: these are gathered first, whatever else is asked
  if (filter.caseId !== undefined) {
    add("audit.sequence IN (SELECT sequence FROM audit INDEXED BY audit_case WHERE case_id = ?)", filter.caseId);
  }
  if (filter.personId !== undefined) {
    add(
      `audit.sequence IN (
         SELECT sequence FROM audit INDEXED BY audit_person WHERE person = ?
         UNION SELECT sequence FROM people CROSS JOIN audit INDEXED BY audit_person ON audit.person = CAST(people.number AS TEXT)
           WHERE people.id = ?
         UNION SELECT sequence FROM people CROSS JOIN cases ON cases.person = people.number
           CROSS JOIN audit INDEXED BY audit_case ON audit.case_id = cases.id WHERE people.id = ?)`,
      filter.personId,
      filter.personId,
      filter.personId,
    );
  }
  // a clerk and an operation at once: a clerk's rows are few against an office's, and the index tells their operation
  const index =
    filter.caseId !== undefined || filter.personId !== undefined
      ? ""
      : filter.clerkId !== undefined
        ? "INDEXED BY audit_clerk"
        : filter.operation !== undefined
          ? "INDEXED BY audit_operation"
          : "INDEXED BY audit_at";
  return { index, where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, parameters };
}

/** A page of a filter, newest first or oldest first. */
function auditQuery(
  filter: Filter,
  from: Place | undefined,
  order: "newest" | "oldest",
  limit: number,
): { readonly sql: string; readonly parameters: readonly Value[] } {
  const { index, where, parameters } = rowsOf(filter, from, order);
  const direction = order === "newest" ? "DESC" : "ASC";
  const sql = `SELECT ${COLUMNS} FROM audit ${index} LEFT JOIN clerks ON clerks.id = audit.clerk_id
    ${where}
    ORDER BY audit.at ${direction}, audit.sequence ${direction} LIMIT ?`;
  return { sql, parameters: [...parameters, limit] };
}

const PAGE = 500;

function placeOf(reader: Reader, sequence: number): { at: string; sequence: number } | undefined {
  return reader.get<{ at: string; sequence: number }>("SELECT at, sequence FROM audit WHERE sequence = ?", sequence);
}

export const auditReads = (
  reader: Reader,
): Pick<Store["audit"], "query" | "count" | "each" | "check" | "head" | "matches" | "inputOf" | "requestedAt" | "misses"> => ({
  misses: (clerkId, since) =>
    reader.get<{ count: number; lastAt: string | null }>(
      `SELECT count(*) AS count, max(at) AS lastAt FROM audit INDEXED BY audit_clerk
       WHERE clerk_id = ? AND at >= ? AND detail ->> '$.found' = 0`,
      clerkId,
      since,
    )!,
  inputOf: (requestId) =>
    reader.get<{ input: string | null }>("SELECT detail ->> '$.input' AS input FROM audit WHERE request_id = ?", requestId)
      ?.input,
  requestedAt: (requestId) => reader.get<{ at: string }>("SELECT at FROM audit WHERE request_id = ?", requestId)?.at,
  query({ before, limit, ...filter }) {
    const from = before === undefined ? undefined : placeOf(reader, before);
    const { sql, parameters } = auditQuery(filter, from, "newest", limit + 1);
    const rows = reader.all<StoredEntry>(sql, ...parameters);
    const page = rows.slice(0, limit).map(entry);
    return { rows: page, next: rows.length > limit ? page.at(-1)!.sequence : null };
  },
  count(filter) {
    const { index, where, parameters } = rowsOf(filter, undefined, "oldest");
    return reader.get<{ count: number }>(`SELECT count(*) AS count FROM audit ${index} ${where}`, ...parameters)!.count;
  },
  *each(filter) {
    for (let from: { at: string; sequence: number } | undefined; ;) {
      const { sql, parameters } = auditQuery(filter, from, "oldest", PAGE);
      const rows = reader.all<StoredEntry>(sql, ...parameters);
      yield* rows.map(entry);
      if (rows.length < PAGE) return;
      from = rows.at(-1)!;
    }
  },
  check: (rows = PAGE) => check(reader, rows),
  head: () => reader.get<ChainHead>("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1") ?? null,
  matches({ sequence, hash }) {
    const row = reader.get<{ hash: string }>("SELECT hash FROM audit WHERE sequence = ?", sequence);
    return row?.hash.startsWith(hash) === true;
  },
});

/** Yields the number of rows checked so far; in portions, so that no snapshot is held between them. */
function* check(reader: Reader, portion: number): Generator<number, AuditCheck> {
  let previous = CHAIN_START;
  for (let checked = 0; ;) {
    const rows = reader.all<AuditRow>("SELECT * FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?", checked, portion);
    if (rows.length === 0) return { sound: true, rows: checked, lastHash: previous };
    for (const row of rows) {
      const reason = row.sequence !== checked + 1 ? "gap" : auditHash(previous, row) !== row.hash ? "hash" : undefined;
      if (reason !== undefined) {
        const { sequence, at, operation } = row;
        return { sound: false, rows: checked, bad: { sequence, at, operation, reason } };
      }
      previous = row.hash;
      checked = row.sequence;
    }
    yield checked;
  }
}

export const auditWrites = (perform: Perform): Pick<Store["audit"], "record"> => ({
  record(act, { personId, caseId, subject, detail }) {
    perform(act, "audit.record", () => ({
      answer: null,
      subject: subject ?? null,
      detail: {
        ...detail,
        ...(personId === undefined ? {} : { person: personId }),
        ...(caseId === undefined ? {} : { case: caseId }),
      },
    }));
  },
});
