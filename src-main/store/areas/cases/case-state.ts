/** What a case is, from its events: the one place that knows what an event does. Writing and `verify` both use it. */
import type { MaterialTick, StoredCaseState } from "../../../../src-shared/domain/case.ts";
import { isConsultation, natureOf } from "../../../../src-shared/domain/decision.ts";
import { kindOf } from "../../../../src-shared/domain/identity/kinds.ts";
import { canonicalJson } from "../../file/canonical.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import type { RowOf } from "../../file/table.ts";
import type { CancelAskedRow, CaseContent, CaseEventRow, LedgerAmount } from "./types.ts";
import { tidied } from "../people/people.ts";
import { CASES, CASE_STATE, CHANGING, CHANGING_WITH_PERSON } from "./columns.ts";

/** The current state of a case, as the events give it; the `cases` row holds the same. */
export type DerivedCase = Omit<RowOf<typeof CASES>, "person">;

export interface OpenPromise {
  readonly materialId: string;
  readonly promisedOn: string;
}

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
  if (!decision || isConsultation(decision)) return canonicalJson([]);
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
  const next = stateAfter(state, event);
  // nothing of a consultation was ever to be settled
  const isDone =
    next.state === "submitted" &&
    !isConsultation(next) &&
    (next.review === "none" || next.review === "approved") &&
    next.promisedOn === null;
  return { ...next, settledAt: isDone ? (next.settledAt ?? event.at) : null };
}

function stateAfter(state: DerivedCase | undefined, event: CaseEventRow): DerivedCase {
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

export const derivedCase = (reader: Reader, caseId: string): DerivedCase | undefined =>
  CASE_STATE.get(reader, "WHERE id = ?", caseId);

/** Inserts the row of a new case. */
export const insertDerived = (writer: Writer, state: DerivedCase, person: number): void =>
  CASES.insert(writer, { ...state, person });

/** Updates the row of a case; `person` only where the form names the person anew. */
export const updateDerived = (writer: Writer, state: DerivedCase, person: number | null): void =>
  void (person === null
    ? CHANGING.update(writer, state, "WHERE id = ?", state.id)
    : CHANGING_WITH_PERSON.update(writer, { ...state, person }, "WHERE id = ?", state.id));
