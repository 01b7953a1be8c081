/**
 * Who may do what, by which settings and figures: rows that are changed in place, or of which the newest counts. A page of the file
 * that is put back from an earlier day passes every check of the file itself, so the audit chain carries the state of these rows:
 * in each row that may have changed it, and in one of every few others, so that the newest is never far.
 */
import { sha256 } from "../file/canonical.ts";
import type { Reader } from "../file/connection.ts";

/** In an order of their own; columns that say only when and how often somebody signed in are left out. */
const TABLES: Readonly<Record<string, string>> = {
  office: "only_one",
  office_cities: "position",
  clerks: "id",
  clerk_changes: "number",
  settings: "number",
  office_figures: "number",
  reading_choices: "number",
};
const PASSING = new Set(["failed_logins", "last_failed_at", "last_login_at"]);

export const STATE_EVERY = 500;
const MAY_CHANGE = /^(?:store|clerks|office|settings|policy)\./;

export const carriesState = (sequence: number, write: string): boolean => sequence % STATE_EVERY === 0 || MAY_CHANGE.test(write);

/** One hash over all of them. */
export function stateOf(reader: Reader): string {
  const present = new Set(
    reader.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name),
  );
  const parts: string[] = [];
  for (const [table, order] of Object.entries(TABLES)) {
    if (!present.has(table)) continue;
    parts.push(table);
    for (const row of reader.all<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${order}`)) {
      parts.push(JSON.stringify(Object.entries(row).filter(([column]) => !PASSING.has(column))));
    }
  }
  return sha256(parts.join("\n"));
}
