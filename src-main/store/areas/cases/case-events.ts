/**
 * A case is its events. Each carries the SHA-256 over the previous hash of the case and its own content,
 * so that no event can be changed, dropped or moved without breaking the chain.
 */
import { natureOf } from "../../../../src-shared/domain/decision.ts";
import {
  CASE_EVENT_KINDS,
  type CaseEventKind,
  type MaterialTick,
  type StoredCaseState,
} from "../../../../src-shared/domain/case.ts";
import { kindOf } from "../../../../src-shared/domain/identity/kinds.ts";
import { CHAIN_START, canonicalJson, sha256 } from "../../file/canonical.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { enterLedger, ledgerEntries } from "./ledger-entries.ts";
import { tidied } from "../people/people.ts";
import type { CancelAskedRow, CaseContent, CaseEventPayload, CaseEventRow, CaseRow, LedgerAmount } from "../../types.ts";

/** The current state of a case, as the events give it; the `cases` row holds the same. */
export interface DerivedCase extends Omit<CaseRow, "personId" | "cancelAsked"> {
  /** Canonical JSON of `CancelAskedRow`; `null` = none. */
  readonly cancelAsked: string | null;
  readonly lastSequence: number;
  readonly lastHash: string;
  /** Sequence of the newest event that changed facts or materials: what a paper is made from. */
  readonly contentSequence: number;
  /** Open promises, canonical JSON of `OpenPromise[]`. */
  readonly promises: string;
  /** Due amounts of the newest version, canonical JSON of `LedgerAmount[]`. */
  readonly amounts: string;
  /** 1 once a notice of refusal was made. */
  readonly refused: 0 | 1;
}

export interface OpenPromise {
  readonly materialId: string;
  readonly promisedOn: string;
}

export interface StoredEvent {
  readonly number: number;
  readonly case_id: string;
  readonly sequence: number;
  readonly kind: CaseEventKind;
  readonly at: string;
  readonly clerk_id: string;
  readonly clerk_name: string;
  readonly payload: string;
  readonly hash: string;
}

/** Canonical JSON of `[previous, caseId, sequence, kind, at, clerkId, clerkName, payload]`; the payload is canonical JSON as it is. */
export function eventHash(previous: string, event: Omit<StoredEvent, "hash" | "number">): string {
  const head = JSON.stringify([previous, event.case_id, event.sequence, event.kind, event.at, event.clerk_id, event.clerk_name]);
  return sha256(`${head.slice(0, -1)},${event.payload}]`);
}

export const eventRow = (event: StoredEvent): CaseEventRow => ({
  number: event.number,
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

function identityOf({ person }: CaseContent): Pick<DerivedCase, "identityKind" | "identityNumber"> {
  const tidy = tidied(person);
  return { identityKind: kindOf(tidy), identityNumber: tidy.identityNumber };
}

const contentFields = (content: CaseContent) => ({
  name: content.person.name.trim(),
  ...identityOf(content),
  nature: content.decision && natureOf(content.decision),
  outcome: content.decision?.outcome ?? "",
  headline: content.decision?.headline ?? "",
});

const NOTHING = "[]";

/** What is promised and not there, as JSON, with the earliest day. */
function promisesIn(materials: readonly MaterialTick[]): Pick<DerivedCase, "promises" | "promisedOn"> {
  const open = materials.flatMap(({ id, received, promisedOn }): OpenPromise[] =>
    received || promisedOn === undefined ? [] : [{ materialId: id, promisedOn }],
  );
  return withPromises(open);
}

function withPromises(open: readonly OpenPromise[]): Pick<DerivedCase, "promises" | "promisedOn"> {
  const days = open.map(({ promisedOn }) => promisedOn).sort();
  return { promises: canonicalJson(open), promisedOn: days[0] ?? null };
}

/** What is still promised after materials came in; a new day for one that did not come replaces the old one. */
function supplemented(state: DerivedCase, materials: readonly MaterialTick[]): Pick<DerivedCase, "promises" | "promisedOn"> {
  const told = new Map(materials.map((material) => [material.id, material]));
  const kept = (JSON.parse(state.promises) as OpenPromise[]).filter(({ materialId }) => !told.has(materialId));
  const renewed = materials.flatMap(({ id, received, promisedOn }): OpenPromise[] =>
    received || promisedOn === undefined ? [] : [{ materialId: id, promisedOn }],
  );
  return withPromises([...kept, ...renewed]);
}

/** What a case pays or collects. An estimate or a look-up moves no money, whatever it reckons. */
function dueAmounts({ decision }: CaseContent): string {
  if (!decision || natureOf(decision) !== "transaction") return canonicalJson([]);
  return canonicalJson(
    decision.amounts.flatMap(({ id, title, payer, payee, fen, role }): LedgerAmount[] =>
      role === "due" ? [{ id, title, payer, payee, fen }] : [],
    ),
  );
}

/**
 * The state after one more event. The only place that knows what an event does: writing and `verify` both use it.
 * @throws Error for an event that cannot follow
 */
export function applyEvent(state: DerivedCase | undefined, event: CaseEventRow): DerivedCase {
  const next = changed(state, event);
  // what was only told is told and over: nothing of it was ever to be settled
  const isDone =
    next.state === "submitted" &&
    !isTold(next) &&
    (next.review === "none" || next.review === "approved") &&
    next.promisedOn === null;
  return { ...next, settledAt: isDone ? (next.settledAt ?? event.at) : null };
}

/** A consultation: an estimate, a look-up or guidance, which accepts and settles nothing. */
export const isTold = ({ nature }: Pick<DerivedCase, "nature">): boolean => nature !== null && nature !== "transaction";

function changed(state: DerivedCase | undefined, event: CaseEventRow): DerivedCase {
  const { payload } = event;
  if (event.sequence !== (state?.lastSequence ?? 0) + 1) throw new Error(`event ${event.sequence} is out of sequence`);
  const link = { lastSequence: event.sequence, lastHash: event.hash, updatedAt: event.at, lastChange: event.number };
  const content = { contentSequence: event.sequence, clerkName: event.clerkName, clerkId: event.clerkId };
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
      submittedAt: null,
      review: "none",
      reviewerName: null,
      amountFen: null,
      settledAt: null,
      dueOn: null,
      promises: NOTHING,
      promisedOn: null,
      amounts: NOTHING,
      refused: 0,
      cancelAsked: null,
      ...contentFields(payload.content),
      ...content,
      ...link,
    };
  }
  if (state === undefined) throw new Error(`${payload.kind} before opened`);
  const requireState = (...allowed: StoredCaseState[]): void => {
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
        submittedAt: event.at,
        review: payload.review ? "waiting" : "none",
        settledAt: null,
        amountFen: payload.amountFen ?? null,
        dueOn: payload.dueOn ?? null,
        amounts: dueAmounts(payload.content),
        // what was asked about is no longer what it was
        cancelAsked: null,
        ...promisesIn(payload.content.materials),
        ...contentFields(payload.content),
        ...content,
        ...link,
      };
    case "cancelled":
      requireState("open", "submitted");
      return {
        ...state,
        state: "cancelled",
        cancelReason: payload.reason,
        cancelAsked: null,
        review: "none",
        promises: NOTHING,
        promisedOn: null,
        ...link,
      };
    case "cancel-asked": {
      requireState("submitted");
      if (state.cancelAsked !== null) throw new Error("asked twice");
      const { clerkId: by, clerkName: name, at } = event;
      return { ...state, cancelAsked: canonicalJson({ by, name, at, reason: payload.reason } satisfies CancelAskedRow), ...link };
    }
    case "cancel-refused":
      if (state.cancelAsked === null) throw new Error("nobody asked");
      return { ...state, cancelAsked: null, ...link };
    case "reviewed":
      requireState("submitted");
      if (state.review !== "waiting" || payload.version !== state.version) throw new Error("nothing waits for this review");
      if (event.clerkId === state.clerkId) throw new Error("reviewed by its maker");
      return { ...state, review: payload.verdict, reviewerName: event.clerkName, ...link };
    case "limit-set":
      requireState("submitted");
      if (state.dueOn !== null || payload.version !== state.version) throw new Error("this version has its last day");
      // nobody worked on the case: it does not come up among those changed last
      return { ...state, dueOn: payload.dueOn, lastSequence: event.sequence, lastHash: event.hash };
    case "supplemented":
      requireState("submitted");
      return { ...state, ...supplemented(state, payload.materials), ...link };
    case "paper-made":
      return { ...state, refused: payload.paperKind === "refusal" ? 1 : state.refused, ...link };
    case "printed":
    case "attachment-added":
    case "attachment-removed":
      return { ...state, ...link };
    default:
      throw new Error(`no event is called ${(payload satisfies never as { kind: string }).kind}`);
  }
}

export const isEventKind = (kind: string): kind is CaseEventKind => (CASE_EVENT_KINDS as readonly string[]).includes(kind);

const DERIVED_COLUMNS = `id, matter, city, state, receipt_number AS receiptNumber, version, name,
  identity_kind AS identityKind, identity_number AS identityNumber, nature, outcome, headline, clerk_name AS clerkName, opened_at AS openedAt,
  updated_at AS updatedAt, last_change AS lastChange, cancel_reason AS cancelReason, last_sequence AS lastSequence, last_hash AS lastHash,
  content_sequence AS contentSequence, clerk_id AS clerkId, review, settled_at AS settledAt, due_on AS dueOn, promises,
  promised_on AS promisedOn, amounts, refused, submitted_at AS submittedAt, reviewer_name AS reviewerName,
  amount_fen AS amountFen, cancel_asked AS cancelAsked`;

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
  const newest = writer.get<{ number: number }>("SELECT number FROM case_events ORDER BY number DESC LIMIT 1");
  const number = (newest?.number ?? 0) + 1;
  const row = {
    number,
    caseId,
    sequence: event.sequence,
    kind: event.kind,
    at,
    clerkId: clerk.id,
    clerkName: clerk.name,
    payload,
    hash,
  };
  const next = applyEvent(state, row);
  writer.run(
    `INSERT INTO case_events (number, case_id, sequence, kind, at, clerk_id, clerk_name, payload, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    event.case_id,
    event.sequence,
    event.kind,
    event.at,
    event.clerk_id,
    event.clerk_name,
    event.payload,
    hash,
  );
  enterLedger(writer, ledgerEntries(state, row, next));
  return next;
}

/** Inserts the row of a new case. */
export function insertDerived(writer: Writer, state: DerivedCase, person: number): void {
  writer.run(
    `INSERT INTO cases (id, matter, city, opened_at, person, state, receipt_number, version, name, identity_number,
       outcome, headline, clerk_name, updated_at, cancel_reason, last_sequence, last_hash, content_sequence,
       clerk_id, review, settled_at, due_on, promises, promised_on, amounts, refused, submitted_at, reviewer_name, amount_fen, nature,
       identity_kind, cancel_asked, last_change)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
       last_hash = ?, content_sequence = ?, clerk_id = ?, review = ?, settled_at = ?, due_on = ?, promises = ?,
       promised_on = ?, amounts = ?, refused = ?, submitted_at = ?, reviewer_name = ?, amount_fen = ?,
       nature = ?, identity_kind = ?, cancel_asked = ?, last_change = ?
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
  state.clerkId,
  state.review,
  state.settledAt,
  state.dueOn,
  state.promises,
  state.promisedOn,
  state.amounts,
  state.refused,
  state.submittedAt,
  state.reviewerName,
  state.amountFen,
  state.nature,
  state.identityKind,
  state.cancelAsked,
  state.lastChange,
];
