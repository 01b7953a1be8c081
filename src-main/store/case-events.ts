/**
 * A case is its events. Each carries the SHA-256 over the previous hash of the case and its own content,
 * so that no event can be changed, dropped or moved without breaking the chain.
 */
import type { CaseEventKind, CaseState } from "../../src-shared/domain/case.ts";
import { CHAIN_START, canonicalJson, sha256 } from "./canonical.ts";
import type { Reader, Writer } from "./connection.ts";
import { normaliseIdentityNumber } from "./people.ts";
import type { CaseContent, CaseEventPayload, CaseEventRow, CaseRow } from "./types.ts";

/** The current state of a case, as the events give it; the `cases` row holds the same. */
export interface DerivedCase extends Omit<CaseRow, "personId"> {
  readonly lastSequence: number;
  readonly lastHash: string;
  /** Sequence of the newest event that changed facts or materials: what a paper is made from. */
  readonly contentSequence: number;
}

export interface StoredEvent {
  readonly case_id: string;
  readonly sequence: number;
  readonly kind: CaseEventKind;
  readonly at: string;
  readonly clerk_id: string;
  readonly clerk_name: string;
  readonly payload: string;
  readonly hash: string;
}

/** Canonical JSON of `[previous, caseId, sequence, kind, at, clerkId, clerkName, payload]`, hashed without joining it first. */
export function eventHash(previous: string, event: Omit<StoredEvent, "hash">): string {
  const head = JSON.stringify([previous, event.case_id, event.sequence, event.kind, event.at, event.clerk_id, event.clerk_name]);
  return sha256(head.slice(0, -1), ",", event.payload, "]");
}

export const eventRow = (event: StoredEvent): CaseEventRow => ({
  caseId: event.case_id,
  sequence: event.sequence,
  kind: event.kind,
  at: event.at,
  clerkId: event.clerk_id,
  clerkName: event.clerk_name,
  payload: JSON.parse(event.payload) as CaseEventPayload,
  hash: event.hash,
});

export const eventsOf = (reader: Reader, caseId: string): StoredEvent[] =>
  reader.all<StoredEvent>("SELECT * FROM case_events WHERE case_id = ? ORDER BY sequence", caseId);

const contentFields = (content: CaseContent) => ({
  name: content.person.name.trim(),
  identityNumber: normaliseIdentityNumber(content.person.identityNumber),
  outcome: content.decision?.outcome ?? "",
  headline: content.decision?.headline ?? "",
});

/**
 * The state after one more event. The only place that knows what an event does: writing and `verify` both use it.
 * @throws Error for an event that cannot follow
 */
export function applyEvent(state: DerivedCase | undefined, event: CaseEventRow): DerivedCase {
  const { payload } = event;
  if (event.sequence !== (state?.lastSequence ?? 0) + 1) throw new Error(`event ${event.sequence} is out of sequence`);
  const link = { lastSequence: event.sequence, lastHash: event.hash, updatedAt: event.at };
  const content = { contentSequence: event.sequence, clerkName: event.clerkName };
  if (payload.kind === "opened") {
    if (state !== undefined) throw new Error("opened twice");
    return {
      id: event.caseId,
      matter: payload.matter,
      city: payload.city,
      state: "open",
      receiptNumber: null,
      version: 0,
      cancelReason: null,
      openedAt: event.at,
      ...contentFields(payload.content),
      ...content,
      ...link,
    };
  }
  if (state === undefined) throw new Error(`${payload.kind} before opened`);
  const requireState = (...allowed: CaseState[]): void => {
    if (!allowed.includes(state.state)) throw new Error(`${payload.kind} on a case that is ${state.state}`);
  };
  switch (payload.kind) {
    case "facts-changed":
      requireState("open");
      return { ...state, ...contentFields(payload.content), ...content, ...link };
    case "materials-received":
      requireState("open");
      return { ...state, ...content, ...link };
    case "submitted":
    case "amended":
      requireState(payload.kind === "submitted" ? "open" : "submitted");
      if (payload.version !== state.version + 1) throw new Error(`version ${payload.version} after ${state.version}`);
      if (payload.kind === "amended" && payload.receiptNumber !== state.receiptNumber) {
        throw new Error("an amendment changed the receipt number");
      }
      return {
        ...state,
        state: "submitted",
        version: payload.version,
        receiptNumber: payload.receiptNumber,
        ...contentFields(payload.content),
        ...content,
        ...link,
      };
    case "cancelled":
      requireState("open", "submitted");
      return { ...state, state: "cancelled", cancelReason: payload.reason, ...link };
    case "paper-made":
    case "printed":
      return { ...state, ...link };
  }
}

const DERIVED_COLUMNS = `id, matter, city, state, receipt_number AS receiptNumber, version, name,
  identity_number AS identityNumber, outcome, headline, clerk_name AS clerkName, opened_at AS openedAt,
  updated_at AS updatedAt, cancel_reason AS cancelReason, last_sequence AS lastSequence, last_hash AS lastHash,
  content_sequence AS contentSequence`;

export const derivedCase = (reader: Reader, caseId: string): DerivedCase | undefined =>
  reader.get<DerivedCase>(`SELECT ${DERIVED_COLUMNS} FROM cases WHERE id = ?`, caseId);

export const allDerivedCases = (reader: Reader): DerivedCase[] =>
  reader.all<DerivedCase>(`SELECT ${DERIVED_COLUMNS} FROM cases ORDER BY number`);

export interface Signature {
  readonly clerk: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** Appends one event and returns the state after it. The row of the case is written by `writeDerived`, once per operation. */
export function appendEvent(
  writer: Writer,
  caseId: string,
  state: DerivedCase | undefined,
  { clerk, at }: Signature,
  payload: CaseEventPayload,
): DerivedCase {
  const event = {
    case_id: caseId,
    sequence: (state?.lastSequence ?? 0) + 1,
    kind: payload.kind,
    at,
    clerk_id: clerk.id,
    clerk_name: clerk.name,
    payload: canonicalJson(payload),
  };
  const hash = eventHash(state?.lastHash ?? CHAIN_START, event);
  const next = applyEvent(state, {
    caseId,
    sequence: event.sequence,
    kind: event.kind,
    at,
    clerkId: clerk.id,
    clerkName: clerk.name,
    payload,
    hash,
  });
  writer.run(
    `INSERT INTO case_events (case_id, sequence, kind, at, clerk_id, clerk_name, payload, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    event.case_id,
    event.sequence,
    event.kind,
    event.at,
    event.clerk_id,
    event.clerk_name,
    event.payload,
    hash,
  );
  return next;
}

/** Inserts the row of a new case. */
export function insertDerived(writer: Writer, state: DerivedCase, person: number): void {
  writer.run(
    `INSERT INTO cases (id, matter, city, opened_at, person, state, receipt_number, version, name, identity_number,
       outcome, headline, clerk_name, updated_at, cancel_reason, last_sequence, last_hash, content_sequence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    state.id,
    state.matter,
    state.city,
    state.openedAt,
    person,
    ...changingColumns(state),
  );
}

/** Updates the row of a case; `person` only where the form names the person anew. */
export function updateDerived(writer: Writer, state: DerivedCase, person: number | null): void {
  writer.run(
    `UPDATE cases SET person = coalesce(?, person), state = ?, receipt_number = ?, version = ?, name = ?,
       identity_number = ?, outcome = ?, headline = ?, clerk_name = ?, updated_at = ?, cancel_reason = ?, last_sequence = ?,
       last_hash = ?, content_sequence = ?
     WHERE id = ?`,
    person,
    ...changingColumns(state),
    state.id,
  );
}

const changingColumns = (state: DerivedCase) => [
  state.state,
  state.receiptNumber,
  state.version,
  state.name,
  state.identityNumber,
  state.outcome,
  state.headline,
  state.clerkName,
  state.updatedAt,
  state.cancelReason,
  state.lastSequence,
  state.lastHash,
  state.contentSequence,
];
