/** The columns of the audit, of which the file itself knows: each write appends a row. */
import type { Reader } from "./connection.ts";
import { integer, table, text, textOrNull, type RowOf } from "./table.ts";

/** What the hash of a row covers, and the hash. Columns that the file derives from these are not among them: early versions had none. */
export const AUDIT = table("audit", {
  sequence: integer("sequence"),
  at: text("at"),
  /** The caller's name of what was done (contract call), and the store's. */
  operation: text("operation"),
  write: text("write"),
  clerkId: textOrNull("clerk_id"),
  subject: textOrNull("subject"),
  requestId: textOrNull("request_id"),
  /** Canonical JSON, as the answer is. */
  detail: text("detail"),
  answer: text("answer"),
  hash: text("hash"),
});
export type AuditRow = RowOf<typeof AUDIT>;

/** The end of the chain. */
export const chainHead = (reader: Reader): Pick<AuditRow, "sequence" | "hash"> | undefined => HEAD.get(reader, NEWEST_AUDIT);
export const NEWEST_AUDIT = "ORDER BY sequence DESC LIMIT 1";
const HEAD = AUDIT.part("sequence", "hash");
