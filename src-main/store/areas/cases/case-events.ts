/**
 * A case is its events. Each carries the SHA-256 over the previous hash of the case and its own content,
 * so that no event can be changed, dropped or moved without breaking the chain.
 */
import { CASE_EVENT_KINDS, type CaseEventKind } from "../../../../src-shared/domain/case.ts";
import { CHAIN_START, canonicalJson, sha256 } from "../../file/canonical.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import type { RowOf } from "../../file/table.ts";
import type { CaseEventPayload, CaseEventRow } from "./types.ts";
import { applyEvent, type DerivedCase } from "./case-state.ts";
import { CASE_EVENTS } from "./columns.ts";
import { enterLedger, ledgerEntries } from "./ledger-entries.ts";

export type StoredEvent = RowOf<typeof CASE_EVENTS>;

/** Canonical JSON of `[previous, caseId, sequence, kind, at, clerkId, clerkName, payload]`; the payload is canonical JSON as it is. */
export function eventHash(previous: string, event: Omit<StoredEvent, "hash" | "number">): string {
  const head = JSON.stringify([previous, event.caseId, event.sequence, event.kind, event.at, event.clerkId, event.clerkName]);
  return sha256(`${head.slice(0, -1)},${event.payload}]`);
}

export const eventRow = (event: StoredEvent): CaseEventRow => ({
  ...event,
  payload: JSON.parse(event.payload) as CaseEventPayload,
});

export const eventsOf = (reader: Reader, caseId: string): StoredEvent[] =>
  CASE_EVENTS.all(reader, "WHERE case_id = ? ORDER BY sequence", caseId);

export const isEventKind = (kind: string): kind is CaseEventKind => (CASE_EVENT_KINDS as readonly string[]).includes(kind);

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
  const newest = writer.get<{ number: number }>("SELECT number FROM case_events ORDER BY number DESC LIMIT 1");
  const event = {
    number: (newest?.number ?? 0) + 1,
    caseId,
    sequence: (state?.lastSequence ?? 0) + 1,
    kind: payload.kind,
    at,
    clerkId: clerk.id,
    clerkName: clerk.name,
    payload: canonicalJson(payload),
  };
  const stored = { ...event, hash: eventHash(state?.lastHash ?? CHAIN_START, event) };
  const row = { ...stored, payload };
  const next = applyEvent(state, row);
  CASE_EVENTS.insert(writer, stored);
  enterLedger(writer, ledgerEntries(state, row, next));
  return next;
}
