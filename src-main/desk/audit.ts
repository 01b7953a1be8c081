/** The audit as it is read: who did and looked at what, whether the chain is whole, and a copy to take along. */
import { setImmediate as breathe } from "node:timers/promises";
import type { AuditRowView, AuditVerdict, CheckedInput } from "../../src-shared/contract/index.ts";
import { ROLE_LABELS } from "../../src-shared/text/labels.ts";
import { maskIdentityNumber } from "../../src-shared/domain/identity-number.ts";
import { timeAtCounter } from "../clock.ts";
import type { AuditEntry, AuditFilter } from "../store/types.ts";
import { deliver } from "./export-files.ts";
import type { AreaHandlers } from "./handlers.ts";
import { AUDIT_DETAIL_TEXT, AUDIT_TEXT, AUDIT_VALUE_TEXT, EXPORT_TEXT, OPERATION_TEXT } from "./report-messages.ts";
import { shownTitle } from "./served.ts";
import { settingsChanges } from "./settings-changes.ts";
import type { DeskTools } from "./tools.ts";

/** A longer list is for the command line, which reads the store row by row. */
const MOST_EXPORTED = 50_000;
/** How many rows of the chain are checked before others get their turn. */
const ROWS_PER_SLICE = 2000;

type Asked = Pick<CheckedInput<"audit.list">, "from" | "to" | "clerkId" | "caseId" | "personId" | "operation">;

const filterOf = (asked: Asked): Omit<AuditFilter, "before" | "limit"> => {
  const { from, to, clerkId, caseId, personId, operation } = asked;
  return {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(clerkId === null ? {} : { clerkId }),
    ...(caseId === null ? {} : { caseId }),
    ...(personId === null ? {} : { personId }),
    ...(operation === null ? {} : { operation }),
  };
};

export function auditCalls(tools: DeskTools): AreaHandlers<"audit"> {
  const { audit } = tools.store;

  return {
    "audit.list": ({ before, limit, ...asked }) => {
      const { rows, next } = audit.query({ ...filterOf(asked), ...(before === null ? {} : { before }), limit });
      const operations = Object.entries(OPERATION_TEXT).map(([operation, title]) => ({ operation, title }));
      return { rows: rows.map((row) => auditRow(tools, row)), next, operations };
    },

    "audit.verify": async () => await verdict(),

    "audit.export": async ({ format, ...asked }, context) => {
      const rows: AuditRowView[] = [];
      for (const entry of audit.each(filterOf(asked))) {
        rows.push(auditRow(tools, entry));
        if (rows.length >= MOST_EXPORTED) break;
      }
      const { columns: C, facts: F } = EXPORT_TEXT;
      const text = (title: string, share: number) => ({ title, share, kind: "text" as const });
      const list = {
        facts: [
          [F.span, `${asked.from ?? AUDIT_TEXT.filter} — ${asked.to ?? AUDIT_TEXT.filter}`],
          [F.rows, String(rows.length)],
        ] as const,
        sheets: [
          {
            title: EXPORT_TEXT.auditName,
            columns: [
              { title: C.sequence, share: 9, kind: "count" as const },
              text(C.time, 19),
              text(C.clerk, 10),
              text(C.operation, 15),
              text(C.detail, 32),
              text(C.hash, 15),
            ],
            rows: rows.map(({ sequence, at, clerk, title, detail, hash }) => [
              sequence,
              timeAtCounter(at),
              clerk,
              title,
              detail,
              hash,
            ]),
          },
        ],
      };
      return await deliver(tools, context, EXPORT_TEXT.auditName, list, format, "audit.export");
    },
  };

  async function verdict(): Promise<AuditVerdict> {
    const check = audit.check(ROWS_PER_SLICE);
    for (;;) {
      const step = check.next();
      if (step.done) {
        const result = step.value;
        if (result.sound) return { sound: true, rows: result.rows, firstBad: null };
        const { sequence, at, operation, reason } = result.bad;
        const detail = reason === "gap" ? AUDIT_TEXT.missing : AUDIT_TEXT.altered;
        return { sound: false, rows: result.rows, firstBad: { sequence, at, title: titleOf(operation), detail } };
      }
      await breathe();
    }
  }
}

const titleOf = (operation: string): string => OPERATION_TEXT[operation] ?? operation;

function auditRow(tools: DeskTools, entry: AuditEntry): AuditRowView {
  const { sequence, at, operation, clerkId, clerkName, caseId, personId, detail, hash } = entry;
  return {
    sequence,
    at,
    operation,
    title: titleOf(operation),
    clerkId,
    clerk: clerkName ?? AUDIT_TEXT.system,
    caseId,
    personId,
    detail: detailText(tools, operation, detail),
    hash,
  };
}

const IDENTITY_NUMBER = /\b\d{17}[\dXx]\b/g;

/** What a reader understands of the stored detail; hashes, ids and full numbers stay out. */
function detailText(tools: DeskTools, operation: string, detail: Readonly<Record<string, unknown>>): string {
  const changes =
    operation === "office.changeSettings"
      ? settingsChanges(detail["before"], detail["value"], (matter) => shownTitle(tools, matter))
      : [];
  const parts = Object.entries(detail).flatMap(([key, value]) => {
    const label = AUDIT_DETAIL_TEXT[key];
    const told = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
    return label === undefined || told === "" ? [] : [`${label}：${valueText(key, told)}`];
  });
  return [...changes, ...parts].join("；").replaceAll(IDENTITY_NUMBER, (number) => maskIdentityNumber(number));
}

const valueText = (key: string, value: string): string =>
  (key === "role" ? (ROLE_LABELS as Readonly<Record<string, string>>)[value] : AUDIT_VALUE_TEXT[value]) ?? value;
