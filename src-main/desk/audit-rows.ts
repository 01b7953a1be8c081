/** A row of the audit in the words of a reader. */
import type { AuditRowView } from "../../src-shared/contract/index.ts";
import { maskIdentityNumber } from "../../src-shared/domain/identity/masking.ts";
import { ROLE_LABELS } from "../../src-shared/text/labels.ts";
import type { AuditEntry } from "../store/types.ts";
import { AUDIT_DETAIL_TEXT, AUDIT_TEXT, AUDIT_VALUE_TEXT, OPERATION_TEXT } from "./report-messages.ts";
import { shownTitle } from "./served.ts";
import { settingsChanges } from "./settings-changes.ts";
import type { DeskTools } from "./tools.ts";

export const titleOf = (operation: string): string => OPERATION_TEXT[operation] ?? operation;

export function auditRow(tools: DeskTools, entry: AuditEntry): AuditRowView {
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

/** Of any kind of document, as somebody may have typed it into a reason; a passport's has a letter, or it is a number like others. */
const IDENTITY_NUMBER = /\b(?:\d{17}[\dX]|[A-Z]{3}\d{12}|[A-Z]\d{9}|[A-Z]{1,2}\d{7,8})\b/gi;

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
  return [...changes, ...parts].join("；");
}

const masked = (text: string): string => text.replaceAll(IDENTITY_NUMBER, (number) => maskIdentityNumber(number));

const valueText = (key: string, value: string): string =>
  (key === "role" ? (ROLE_LABELS as Readonly<Record<string, string>>)[value] : AUDIT_VALUE_TEXT[value]) ??
  // a receipt number may begin like a document's
  (key === "receiptNumber" ? value : masked(value));
