/** The audit as read: by person, case, clerk, operation, day; and its chain recomputed. */
import { CHAIN_START } from "../../file/canonical.ts";
import { AUDIT, chainHead } from "../../file/columns.ts";
import type { Reader, Value } from "../../file/connection.ts";
import { auditHash, type Perform, type Signed } from "../../file/operation.ts";
import { rangesOf, within } from "../../file/days.ts";
import type { AuditCheck, AuditEntry, AuditFilter } from "./types.ts";
import type { Store } from "../../types.ts";

type StoredEntry = Omit<AuditEntry, "detail"> & { readonly detail: string };

/** Rows of before there were signatures take the name from the history of names, and then people were known by their number. */
const COLUMNS = `${AUDIT.part("sequence", "at", "operation", "write", "clerkId", "subject", "detail", "hash").selected},
  coalesce(audit.detail ->> '$.signed.name', (SELECT before FROM clerk_changes INDEXED BY clerk_changes_of
    WHERE clerk_id = audit.clerk_id AND what = 'name' AND at > audit.at ORDER BY number LIMIT 1), clerks.name) AS clerkName,
  coalesce(audit.detail ->> '$.signed.login', clerks.login) AS clerkLogin,
  audit.case_id AS caseId, coalesce((SELECT people.id FROM people WHERE people.number = CAST(audit.person AS INTEGER)
    AND audit.person NOT GLOB '*[^0-9]*'), audit.person) AS personId`;

function entry(row: StoredEntry): AuditEntry {
  const told = JSON.parse(row.detail) as Signed & Record<string, unknown>;
  const { signed: _signed, input: _input, state: _state, people: _people, ...detail } = told;
  return { ...row, detail };
}

type Filter = Omit<AuditFilter, "before" | "limit">;

/** Part of a query, and its parameters. */
interface Fragment {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

/** Whoever two files were of before they became one, is one. */
const SAME_PERSON = `WITH RECURSIVE same (number, id, merged_into) AS (
    SELECT number, id, merged_into FROM people WHERE id = ?
    UNION SELECT people.number, people.id, people.merged_into FROM same CROSS JOIN people ON people.merged_into = same.number
    UNION SELECT people.number, people.id, people.merged_into FROM same CROSS JOIN people ON people.number = same.merged_into)`;

/**
 * Rows that name the person (by earlier programs with their number), rows of their cases, and lists that left with them. A person has
 * few of these.
 */
function rowsOfPerson(id: string, ofDays: ReturnType<typeof rangesOf>): Fragment {
  const days = ofDays === undefined ? { sql: "1", parameters: [] } : within("audit.sequence", ofDays);
  const sql = `${SAME_PERSON}
    SELECT sequence FROM same CROSS JOIN audit INDEXED BY audit_person ON audit.person = same.id
    UNION ALL SELECT sequence FROM same CROSS JOIN audit INDEXED BY audit_person ON audit.person = CAST(same.number AS TEXT)
    UNION ALL SELECT sequence FROM same CROSS JOIN cases ON cases.person = same.number
      CROSS JOIN audit INDEXED BY audit_case ON audit.case_id = cases.id
    UNION ALL SELECT sequence FROM same CROSS JOIN audit INDEXED BY audit_lists
      ON audit.write = 'audit.recordList' AND ${days.sql} AND EXISTS (
        SELECT 1 FROM json_each(audit.detail, '$.people') AS span WHERE same.number BETWEEN span.value ->> 0 AND span.value ->> 1)`;
  return { sql, parameters: [id, ...days.parameters] };
}

/** The rows of a filter, in the order of writing; which index leads to them is said, not left to the planner. */
function rowsOf(
  reader: Reader,
  filter: Filter,
  beyond: { readonly before?: number | undefined; readonly after?: number | undefined } = {},
): Omit<Fragment, "sql"> & { readonly index: string; readonly where: string } {
  const conditions: string[] = [];
  const parameters: Value[] = [];
  const add = (sql: string, ...values: readonly Value[]): void => {
    conditions.push(sql);
    parameters.push(...values);
  };
  if (filter.clerkId !== undefined) add("audit.clerk_id = ?", filter.clerkId);
  if (filter.operation !== undefined) add("audit.operation = ?", filter.operation);
  if (filter.operations !== undefined) {
    add("+audit.operation IN (SELECT value FROM json_each(?))", JSON.stringify(filter.operations));
  }
  const ofDays = rangesOf(reader, "audit_days", filter);
  if (ofDays !== undefined) {
    const { sql, parameters: values } = within("audit.sequence", ofDays);
    add(sql, ...values);
  }
  if (beyond.before !== undefined) add("audit.sequence < ?", beyond.before);
  if (beyond.after !== undefined) add("audit.sequence > ?", beyond.after);
  // a person or a case has few rows: these are gathered first, whatever else is asked
  if (filter.caseId !== undefined) {
    add("audit.sequence IN (SELECT sequence FROM audit INDEXED BY audit_case WHERE case_id = ?)", filter.caseId);
  }
  if (filter.personId !== undefined) {
    const { sql, parameters: values } = rowsOfPerson(filter.personId, ofDays);
    add(`audit.sequence IN (${sql})`, ...values);
  }
  // a clerk and an operation at once: a clerk's rows are few against an office's, and the index tells their operation
  const index =
    filter.caseId !== undefined || filter.personId !== undefined
      ? ""
      : filter.clerkId !== undefined
        ? "INDEXED BY audit_clerk"
        : filter.operation !== undefined
          ? "INDEXED BY audit_operation"
          : "";
  return { index, where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, parameters };
}

/** A page of a filter, newest first or oldest first. */
function pageOf(
  reader: Reader,
  filter: Filter,
  beyond: Parameters<typeof rowsOf>[2],
  order: "newest" | "oldest",
  limit: number,
): StoredEntry[] {
  const { index, where, parameters } = rowsOf(reader, filter, beyond);
  return reader.all<StoredEntry>(
    `SELECT ${COLUMNS} FROM audit ${index} LEFT JOIN clerks ON clerks.id = audit.clerk_id
    ${where}
    ORDER BY audit.sequence ${order === "newest" ? "DESC" : "ASC"} LIMIT ?`,
    ...parameters,
    limit,
  );
}

const PAGE = 500;

export const auditReads = (
  reader: Reader,
): Pick<
  Store["audit"],
  "query" | "count" | "each" | "check" | "head" | "matches" | "inputOf" | "requestedAt" | "misses" | "cameTo"
> => ({
  // of a short while: the office's rows in it are few
  misses: (clerkId, since) =>
    reader.get<{ count: number; lastAt: string | null }>(
      `SELECT count(*) AS count, max(at) AS lastAt FROM audit INDEXED BY audit_at
       WHERE at >= ? AND clerk_id = ? AND detail ->> '$.found' = 0`,
      since,
      clerkId,
    )!,
  inputOf: (requestId) =>
    reader.get<{ input: string | null }>("SELECT detail ->> '$.input' AS input FROM audit WHERE request_id = ?", requestId)
      ?.input,
  requestedAt: (requestId) => reader.get<{ at: string }>("SELECT at FROM audit WHERE request_id = ?", requestId)?.at,
  query({ before, limit, ...filter }) {
    const rows = pageOf(reader, filter, { before }, "newest", limit + 1);
    const page = rows.slice(0, limit).map(entry);
    return { rows: page, next: rows.length > limit ? page.at(-1)!.sequence : null };
  },
  count(filter) {
    const { index, where, parameters } = rowsOf(reader, filter);
    return reader.get<{ count: number }>(`SELECT count(*) AS count FROM audit ${index} ${where}`, ...parameters)!.count;
  },
  *each(filter) {
    for (let after = 0; ;) {
      const rows = pageOf(reader, filter, { after }, "oldest", PAGE);
      yield* rows.map(entry);
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.sequence;
    }
  },
  check: (rows = PAGE) => check(reader, rows),
  cameTo: (version) =>
    reader.get<{ at: string }>(
      `SELECT at FROM audit INDEXED BY audit_operation WHERE operation = 'store.migrate'
         AND detail ->> '$.fromVersion' < ? AND detail ->> '$.toVersion' >= ? ORDER BY sequence LIMIT 1`,
      version,
      version,
    )?.at ?? null,
  head: () => chainHead(reader) ?? null,
  matches({ sequence, hash }) {
    const row = reader.get<{ hash: string }>("SELECT hash FROM audit WHERE sequence = ?", sequence);
    return row?.hash.startsWith(hash) === true;
  },
});

/** Yields the number of rows checked so far; in portions, so that no snapshot is held between them. */
function* check(reader: Reader, portion: number): Generator<number, AuditCheck> {
  let previous = CHAIN_START;
  for (let checked = 0; ;) {
    const rows = AUDIT.all(reader, "WHERE sequence > ? ORDER BY sequence LIMIT ?", checked, portion);
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

/** People as spans of their numbers inside the store: a list of everybody is as short as one of somebody. */
function spansOf(reader: Reader, people: readonly string[]): readonly (readonly [first: number, last: number])[] {
  const found = reader.all<{ number: number }>(
    "SELECT number FROM json_each(?) AS given CROSS JOIN people ON people.id = given.value",
    JSON.stringify([...new Set(people)]),
  );
  const spans: [first: number, last: number][] = [];
  for (const { number } of found.toSorted((a, b) => a.number - b.number)) {
    const span = spans.at(-1);
    if (span?.[1] === number - 1) span[1] = number;
    else spans.push([number, number]);
  }
  return spans;
}

export const auditWrites = (perform: Perform): Pick<Store["audit"], "record"> => ({
  record(act, { personId, caseId, subject, detail, people = [] }) {
    perform(act, people.length === 0 ? "audit.record" : "audit.recordList", (writer) => ({
      answer: null,
      subject: subject ?? null,
      detail: {
        ...detail,
        ...(personId === undefined ? {} : { person: personId }),
        ...(caseId === undefined ? {} : { case: caseId }),
        ...(people.length === 0 ? {} : { people: spansOf(writer, people) }),
      },
    }));
  },
});
