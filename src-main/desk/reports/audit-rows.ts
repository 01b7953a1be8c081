/** A row of the audit in the words of a reader. */
import type { AuditRowView } from "../../../src-shared/contract/index.ts";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { zonedTimeAtCounter } from "../../clock.ts";
import type { AuditEntry } from "../../store/areas/office/types.ts";
import { isPerson, maskedChange, maskedPerson, maskedText } from "../people/masking.ts";
import { namedClerk } from "../office/text.ts";
import { AUDIT_DETAIL_TEXT, AUDIT_TEXT, AUDIT_VALUE_TEXT, OPERATION_TEXT } from "./text.ts";
import { shownTitle } from "../policy/served.ts";
import { settingsChanges } from "../office/settings-changes.ts";
import type { DeskTools } from "../frame/tools.ts";

export const titleOf = (operation: string): string => OPERATION_TEXT[operation] ?? operation;

export function auditRow(tools: DeskTools, entry: AuditEntry): AuditRowView {
  const { sequence, at, operation, clerkId, clerkName, clerkLogin, caseId, personId, hash } = entry;
  return {
    sequence,
    at,
    time: zonedTimeAtCounter(at),
    operation,
    title: titleOf(operation),
    clerkId,
    clerk: clerkName ?? AUDIT_TEXT.system,
    clerkLogin: clerkLogin ?? "",
    caseId,
    personId,
    detail: detailText(tools, operation, withNames(tools, entry)),
    hash,
  };
}

/**
 * What a row names by its id alone: the account that an act was about (by its present name, and the login that stays, in rows of
 * before), the paper or the scan that was looked at.
 */
function withNames({ store }: DeskTools, { write, operation, subject, detail }: AuditEntry): Readonly<Record<string, unknown>> {
  if (subject === null) return detail;
  if (CLERK_WRITES.has(write) && detail["whom"] === undefined) {
    const clerk = store.clerks.byId(subject);
    return clerk === undefined ? detail : { whom: { name: clerk.name, login: clerk.login }, ...detail };
  }
  const title = operation.startsWith("papers.")
    ? store.papers.get(subject)?.title
    : operation.startsWith("attachments.")
      ? store.attachments.get(subject)?.name
      : undefined;
  return title === undefined ? detail : { title, ...detail };
}
const CLERK_WRITES: ReadonlySet<string> = new Set(["clerks.add", "clerks.change", "clerks.confirm", "clerks.endActing"]);

type Change = { readonly before: unknown; readonly after: unknown };
const isChange = (value: unknown): value is Change =>
  typeof value === "object" && value !== null && "before" in value && "after" in value;
const isClerk = (value: unknown): value is { readonly name: string; readonly login: string } =>
  typeof value === "object" && value !== null && "name" in value && "login" in value;

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** A value, a change of one, or somebody: `岗位：经办 → 管理员`, `对象：赵六（zhao）`. */
function told(key: string, value: unknown): string {
  if (isPlain(value)) return valueText(key, String(value));
  if (isClerk(value)) return namedClerk(value);
  return isChange(value) && isPlain(value.before) && isPlain(value.after)
    ? `${valueText(key, String(value.before))} → ${valueText(key, String(value.after))}`
    : "";
}

/** What a reader understands of the stored detail; hashes, ids and full numbers stay out. */
function detailText(tools: DeskTools, operation: string, detail: Readonly<Record<string, unknown>>): string {
  const changes =
    operation === "office.changeSettings"
      ? settingsChanges(detail["before"], detail["value"], (matter) => shownTitle(tools, matter))
      : [];
  const { whom, ...others } = detail;
  const parts = Object.entries({ whom, ...others }).flatMap(([key, value]) => {
    const label = AUDIT_DETAIL_TEXT[key];
    const words = label === undefined ? "" : told(key, value);
    return words === "" ? [] : [`${label}：${words}`];
  });
  return [...changes, ...correctionParts(detail), ...parts].join("；");
}

/** What a correction changed of a person; of two who turned out to be one, of both. */
function correctionParts({ before, after, merged }: Readonly<Record<string, unknown>>): string[] {
  if (!isPerson(before) || !isPerson(after)) return [];
  if (!isChange(merged) || !isPerson(merged.before)) return changedOf(before, after);
  const kept = changedOf(merged.before, after).join("，");
  return [
    AUDIT_TEXT.merged(shownPerson(before), shownPerson(merged.before)),
    ...(kept === "" ? [] : [AUDIT_TEXT.keptFile(kept)]),
  ];
}

const shownPerson = (person: PersonInput): string => {
  const { name, identityNumber } = maskedPerson(person);
  return `${name}（${identityNumber}）`;
};

function changedOf(before: PersonInput, after: PersonInput): string[] {
  const { before: was, after: is } = maskedChange(before, after);
  return (["name", "identityNumber", "phone"] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [AUDIT_TEXT.changed(AUDIT_TEXT.personFields[field], was[field], is[field])],
  );
}

/** `reviewer 2026-12-05` as the store keeps it. */
function actingText(stored: string): string {
  const [role = "", until = ""] = stored.split(" ");
  return stored === "" ? AUDIT_TEXT.noActing : AUDIT_TEXT.acting(roleText(role) ?? role, until);
}

const roleText = (role: string): string | undefined => (ROLE_LABELS as Readonly<Record<string, string>>)[role];

/** Instants that a row tells of beside its own. */
const TIMES: ReadonlySet<string> = new Set(["now", "stored", "madeAt"]);

const valueText = (key: string, value: string): string =>
  (key === "acting" ? actingText(value) : undefined) ??
  (key === "password" ? AUDIT_TEXT.newPassword : undefined) ??
  (TIMES.has(key) ? zonedTimeAtCounter(value) : undefined) ??
  (key === "role" ? roleText(value) : AUDIT_VALUE_TEXT[value]) ??
  // a receipt number may begin like a document's
  (key === "receiptNumber" ? value : maskedText(value));
