/** A store as version 1 wrote it: one submitted and amended case, and one cancelled. */
import { CHAIN_START, canonicalJson } from "../../src-main/store/file/canonical.ts";
import { eventHash } from "../../src-main/store/areas/cases/case-events.ts";
import { openWriter, type Writer, type WriterConnection } from "../../src-main/store/file/connection.ts";
import type { CaseEventPayload } from "../../src-main/store/index.ts";
import { firstSchema } from "../../src-main/store/migrations/0001_first_schema.ts";
import { migrate } from "../../src-main/store/migrations/runner.ts";
import { appendAudit } from "../../src-main/store/file/operation.ts";
import { searchTerms } from "../../src-main/store/areas/people/people.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import { AT, CLERK_ID, content, decision, identityNumber, minute } from "./support.ts";
import { APPLICATION_ID } from "../../src-main/store/file/format.ts";

export const due = decision({
  amounts: [{ id: "pay", title: "一次性补缴", payer: "本人", payee: "医保基金", fen: 687_960, role: "due", group: "", step: 0 }],
});

/** Days that were closed later, as the audit told it: before any case, or when one was submitted. */
export interface ClosedDay {
  readonly day: string;
  readonly after: "c1" | "c2" | null;
  readonly n: number;
}

/** In the words of version 1; each case with the decision given for its id. */
function fill(writer: Writer, decisionOf: (id: string) => Decision, closed: readonly ClosedDay[]): void {
  writer.run("INSERT INTO office VALUES (1, 'DL0102', '窗口', 'dalian')");
  writer.run("INSERT INTO clerks VALUES (?, 'wang', '王经办', 'administrator', 'hash', 1, 2, ?)", CLERK_ID, AT);
  const audit = (
    write: "clerks.setUp" | "clerks.recordLogin" | "cases.submit" | "cases.cancel" | "ledger.closeDay",
    subject: string,
    detail: Record<string, unknown>,
    n: number,
  ) =>
    appendAudit(writer, { operation: write, clerkId: CLERK_ID, at: minute(n), requestId: null }, write, {
      answer: null,
      subject,
      detail,
    });
  const closeDays = (after: string | null): void => {
    for (const { day, n } of closed.filter((one) => one.after === after)) {
      audit("ledger.closeDay", day, { day, at: minute(n), clerkName: "王经办", note: "" }, n);
    }
  };
  audit("clerks.setUp", CLERK_ID, {}, 0);
  audit("clerks.recordLogin", CLERK_ID, {}, 1);
  closeDays(null);
  ["c1", "c2"].forEach((id, index) => {
    const number = identityNumber(index + 1);
    const person = { identityNumber: number, name: "张三", phone: "" };
    writer.run("INSERT INTO people VALUES (?, ?, '张三', '', 1)", index + 1, number);
    const { characters, keys } = searchTerms("张三", number);
    writer.run(
      "INSERT INTO people_search (rowid, characters, keys) VALUES (?, ?, ?)",
      (index + 1) * 1000,
      characters.join(" "),
      keys.join(" "),
    );
    const fixed = content({ person, decision: decisionOf(id) });
    const receiptNumber = `DL0102202600000${index + 1}`;
    const payloads: CaseEventPayload[] = [
      { kind: "opened", matter: "dalian.retirement", city: "dalian", content: { ...fixed, decision: null } },
      { kind: "submitted", version: 1, receiptNumber, reason: "", content: fixed },
      index === 0
        ? { kind: "amended", version: 2, receiptNumber, reason: "月数有误", content: fixed }
        : { kind: "cancelled", reason: "重复受理" },
    ];
    writer.run(
      `INSERT INTO cases VALUES (?, ?, 'dalian.retirement', 'dalian', ?, 'open', NULL, 0, '张三', ?, 'granted', '可以办理', '王经办', ?, ?, NULL, 3, '', 3)`,
      index + 1,
      id,
      index + 1,
      number,
      minute(0),
      minute(2),
    );
    let previous = CHAIN_START;
    const hashes = payloads.map((payload, i) => {
      const event = {
        caseId: id,
        sequence: i + 1,
        kind: payload.kind,
        at: minute(i),
        clerkId: CLERK_ID,
        clerkName: "王经办",
        payload: canonicalJson(payload),
      };
      previous = eventHash(previous, event);
      writer.run(
        "INSERT INTO case_events (case_id, sequence, kind, at, clerk_id, clerk_name, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ...Object.values(event),
        previous,
      );
      return previous;
    });
    writer.run("INSERT INTO receipt_numbers VALUES (2026, ?, ?, ?)", index + 1, receiptNumber, id);
    writer.run(
      "UPDATE cases SET state = ?, receipt_number = ?, version = ?, cancel_reason = ?, last_hash = ?, content_sequence = ? WHERE id = ?",
      index === 0 ? "submitted" : "cancelled",
      receiptNumber,
      index === 0 ? 2 : 1,
      index === 0 ? null : "重复受理",
      previous,
      index === 0 ? 3 : 2,
      id,
    );
    audit("cases.submit", id, { events: hashes.slice(0, 2) }, 1);
    closeDays(id);
    audit(index === 0 ? "cases.submit" : "cases.cancel", id, { events: hashes.slice(2) }, 2);
  });
}

/** Open; the caller closes it. */
export function storeOfVersion1(
  path: string,
  decisionOf: (id: string) => Decision = () => due,
  closed: readonly ClosedDay[] = [],
): WriterConnection {
  const writer = openWriter(path, "new-file");
  writer.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(writer, [firstSchema], { backUp: () => undefined, finish: () => undefined });
  writer.transact((inside) => fill(inside, decisionOf, closed));
  return writer;
}
