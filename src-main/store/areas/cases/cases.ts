import type { MaterialTick } from "../../../../src-shared/domain/case.ts";
import { canonicalJson } from "../../file/canonical.ts";
import { appendEvent, eventRow, eventsOf, type Signature } from "./case-events.ts";
import { caseRows } from "./case-rows.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { closeDraft } from "./drafts.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import { rememberPerson } from "../people/people.ts";
import { assignReceiptNumber } from "./receipt-numbers.ts";
import { countCases, searchCases } from "../people/search.ts";
import type { CancelAskedRow, CaseContent, CaseEventPayload, CaseEventRow, PromiseRow } from "./types.ts";
import type { Store } from "../../types.ts";
import { derivedCase, insertDerived, type DerivedCase, type OpenPromise, updateDerived } from "./case-state.ts";
import { CASE_EVENTS } from "./columns.ts";

/** Events appended by one operation, with the state after them; the audit row names their hashes. */
class Appending {
  state: DerivedCase | undefined;
  readonly hashes: string[] = [];
  readonly #caseId: string;
  readonly #writer: Writer;
  readonly #signature: Signature;

  constructor(writer: Writer, caseId: string, state: DerivedCase | undefined, signature: Signature) {
    this.#writer = writer;
    this.#caseId = caseId;
    this.#signature = signature;
    this.state = state;
  }

  append(payload: CaseEventPayload): DerivedCase {
    const next = appendEvent(this.#writer, this.#caseId, this.state, this.#signature, payload);
    this.hashes.push(next.lastHash);
    this.state = next;
    return next;
  }
}

/** The person of a case, for the audit row. */
export const personOfCase = (reader: Reader, caseId: string): string | null =>
  reader.get<{ person: string }>(
    "SELECT people.id AS person FROM cases JOIN people ON people.number = cases.person WHERE cases.id = ?",
    caseId,
  )?.person ?? null;

export function requireCase(reader: Reader, caseId: string): DerivedCase {
  const state = derivedCase(reader, caseId);
  if (state === undefined) throw new StoreRefusal("not-found", `no case ${caseId}`);
  return state;
}

/** The content of an open case as last saved. */
function savedContent(reader: Reader, caseId: string): CaseContent {
  const newest = (kinds: string) =>
    CASE_EVENTS.get(reader, `WHERE case_id = ? AND kind IN (${kinds}) ORDER BY sequence DESC LIMIT 1`, caseId);
  const facts = newest("'opened', 'facts-changed'")!;
  const { content } = JSON.parse(facts.payload) as { content: CaseContent };
  const materials = newest("'materials-received'");
  if (materials === undefined || materials.sequence < facts.sequence) return content;
  return { ...content, materials: (JSON.parse(materials.payload) as { materials: MaterialTick[] }).materials };
}

/** What an open case is told of: new facts with all they bring along, or only materials handed in. */
function changes(before: CaseContent, after: CaseContent, hands: readonly string[]): CaseEventPayload[] {
  const withoutMaterials = (content: CaseContent) => canonicalJson({ ...content, materials: [] });
  if (withoutMaterials(before) !== withoutMaterials(after)) return [{ kind: "facts-changed", content: after, ...byHands(hands) }];
  if (canonicalJson(before.materials) === canonicalJson(after.materials)) return [];
  return [{ kind: "materials-received", materials: after.materials, ...byHands(hands) }];
}

/** Any of the content of a case: as `historyOf` of the desk counts it. */
const hasWritten = (reader: Reader, caseId: string, clerkId: string): boolean =>
  reader.get(
    `SELECT 1 FROM case_events WHERE case_id = ? AND clerk_id = ?
       AND kind IN ('opened', 'facts-changed', 'materials-received', 'attachment-added', 'attachment-removed', 'submitted', 'amended', 'supplemented') LIMIT 1`,
    caseId,
    clerkId,
  ) !== undefined ||
  reader.get(
    `SELECT 1 FROM case_events, json_each(payload, '$.hands') AS hand WHERE case_id = ? AND hand.value = ? LIMIT 1`,
    caseId,
    clerkId,
  ) !== undefined;

const byHands = (hands: readonly string[]): { readonly hands?: readonly string[] } => (hands.length === 0 ? {} : { hands });

function requireSameMatter(state: DerivedCase, input: { readonly matter: string; readonly city: string }): void {
  if (state.matter !== input.matter || state.city !== input.city) {
    throw new StoreRefusal("bad-input", `case ${state.id} is ${state.city}/${state.matter}, not ${input.city}/${input.matter}`);
  }
}

export const caseReads = (
  reader: Reader & { snapshot<Result>(body: () => Result): Result },
): Pick<
  Store["cases"],
  "get" | "events" | "search" | "count" | "versions" | "reviewQueue" | "promises" | "due" | "withoutLimit"
> => ({
  get: (id) => caseRows(reader, "WHERE id = ?", id)[0],
  events: (id) => eventsOf(reader, id).map(eventRow),
  search: (request) => searchCases(reader, request),
  count: (request) => countCases(reader, request),
  versions: () => versions(reader),
  reviewQueue: ({ exceptMaker = null, limit }) => {
    const waiting = caseRows(
      reader,
      "INDEXED BY cases_review WHERE review = 'waiting' AND review <> 'none' AND (? IS NULL OR clerk_id <> ?) ORDER BY last_change LIMIT ?",
      exceptMaker,
      exceptMaker,
      limit,
    );
    const toCancel = caseRows(
      reader,
      "INDEXED BY cases_cancel_asked WHERE cancel_asked IS NOT NULL AND (? IS NULL OR cancel_asked ->> '$.by' <> ?) ORDER BY last_change LIMIT ?",
      exceptMaker,
      exceptMaker,
      limit,
    );
    if (toCancel.length === 0) return waiting;
    const all = new Map([...waiting, ...toCancel].map((row) => [row.id, row]));
    return [...all.values()].toSorted((a, b) => a.lastChange - b.lastChange).slice(0, limit);
  },
  // a case that is not settled waits for a second person or for a promise: both have their index
  withoutLimit: () =>
    [
      caseRows(reader, `INDEXED BY cases_review WHERE review IN ('waiting', 'returned') AND review <> 'none' AND ${OPEN_LIMIT}`),
      caseRows(
        reader,
        `INDEXED BY cases_promised WHERE promised_on IS NOT NULL AND +review IN ('none', 'approved') AND ${OPEN_LIMIT}`,
      ),
    ].flat(),
  promises: ({ until, limit }) => openPromises(reader, until, limit),
  due: ({ until, limit }) =>
    caseRows(
      reader,
      `INDEXED BY cases_due WHERE due_on IS NOT NULL AND settled_at IS NULL AND state = 'submitted' AND due_on <= ?
       ORDER BY due_on, number LIMIT ?`,
      until,
      limit,
    ),
});

const OPEN_LIMIT = "+state = 'submitted' AND +due_on IS NULL AND +settled_at IS NULL";

/** Each outstanding material is a row of its own; a case stands in the index under its earliest one. */
function openPromises(reader: Reader, until: string, limit: number): PromiseRow[] {
  const cases = caseRows(
    reader,
    "INDEXED BY cases_promised WHERE promised_on IS NOT NULL AND promised_on <= ? ORDER BY promised_on, number LIMIT ?",
    until,
    limit,
  );
  const rows = cases.flatMap((row) => {
    const stored = reader.get<{ promises: string }>("SELECT promises FROM cases WHERE id = ?", row.id)!;
    return (JSON.parse(stored.promises) as OpenPromise[]).flatMap(({ materialId, promisedOn }): PromiseRow[] =>
      promisedOn <= until ? [{ caseId: row.id, materialId, promisedOn, case: row }] : [],
    );
  });
  return rows.sort((a, b) => (a.promisedOn < b.promisedOn ? -1 : a.promisedOn > b.promisedOn ? 1 : 0)).slice(0, limit);
}

/** Fetched one by one: an open iteration would hold its snapshot, and the log could not be folded into the file meanwhile. */
function* versions(reader: Reader): IterableIterator<CaseEventRow> {
  for (let after = 0; ;) {
    const event = CASE_EVENTS.get(reader, "WHERE number > ? AND kind IN ('submitted', 'amended') ORDER BY number LIMIT 1", after);
    if (event === undefined) return;
    yield eventRow(event);
    after = event.number;
  }
}

export function caseWrites(
  perform: Perform,
  newId: () => string,
): Pick<Store["cases"], "save" | "submit" | "cancel" | "askCancel" | "answerCancel" | "review" | "supplement" | "setLimit"> {
  return {
    save: (act, input) =>
      perform(act, "cases.save", (writer) => {
        const clerk = requireClerk(writer, act);
        const { hands = [] } = input;
        const caseId = input.caseId ?? newId();
        const before = input.caseId === null ? undefined : requireCase(writer, caseId);
        const events = new Appending(writer, caseId, before, { clerk, at: act.at });
        const person = rememberPerson(writer, input.content.person, newId);
        if (before === undefined) {
          const { matter, city, content } = input;
          insertDerived(writer, events.append({ kind: "opened", matter, city, content, ...byHands(hands) }), person.number);
        } else {
          if (before.state !== "open") throw new StoreRefusal("case-fixed", `case ${caseId} is ${before.state}`);
          requireSameMatter(before, input);
          changes(savedContent(writer, caseId), input.content, hands).forEach((change) => events.append(change));
          if (events.hashes.length > 0) updateDerived(writer, events.state!, person.number);
        }
        return { answer: caseId, subject: caseId, detail: { person: person.id, events: events.hashes } };
      }),

    submit: (act, input) =>
      perform(act, "cases.submit", (writer) => {
        const { content } = input;
        const clerk = requireClerk(writer, act);
        if (content.decision === null) throw new StoreRefusal("facts-incomplete", "only a case with a decision is submitted");
        if (input.amends && input.reason.trim() === "") throw new StoreRefusal("bad-input", "an amendment needs a reason");
        if (input.amends && input.caseId === null) throw new StoreRefusal("not-found", "an amendment needs its case");

        const caseId = input.caseId ?? newId();
        const before = input.caseId === null ? undefined : requireCase(writer, caseId);
        if (before !== undefined) {
          requireSameMatter(before, input);
          if (before.state !== (input.amends ? "submitted" : "open")) {
            throw new StoreRefusal(before.state === "open" ? "stale" : "case-fixed", `case ${caseId} is ${before.state}`);
          }
        }
        const { baseVersion, hands } = closeDraft(writer, input.draftId, clerk.id, act.at);
        if (before !== undefined && baseVersion !== null && baseVersion !== before.version) {
          throw new StoreRefusal("stale", `case ${caseId} has version ${before.version}, the draft began on ${baseVersion}`);
        }

        const events = new Appending(writer, caseId, before, { clerk, at: act.at });
        const person = rememberPerson(writer, content.person, newId);
        if (before === undefined) {
          // the decision stands in the submission right after; stored twice it would double what a case takes
          const opening = { ...content, decision: null };
          events.append({ kind: "opened", matter: input.matter, city: input.city, content: opening });
        }
        const receiptNumber = before?.receiptNumber ?? assignReceiptNumber(writer, input.year, caseId);
        const after = events.append({
          kind: input.amends ? "amended" : "submitted",
          version: (before?.version ?? 0) + 1,
          receiptNumber,
          reason: input.reason,
          content,
          ...(input.review == null ? {} : { review: input.review }),
          ...(input.dueOn == null ? {} : { dueOn: input.dueOn }),
          ...(input.amountFen == null ? {} : { amountFen: input.amountFen }),
          ...byHands(hands),
        });
        if (before === undefined) insertDerived(writer, after, person.number);
        else updateDerived(writer, after, person.number);
        return {
          answer: caseId,
          subject: caseId,
          detail: {
            person: person.id,
            receiptNumber,
            version: after.version,
            draft: input.draftId,
            review: after.review,
            events: events.hashes,
          },
        };
      }),

    cancel(act, caseId, reason) {
      perform(act, "cases.cancel", (writer) => {
        const clerk = requireClerk(writer, act);
        if (reason.trim() === "") throw new StoreRefusal("bad-input", "a cancellation needs a reason");
        const before = requireCase(writer, caseId);
        if (before.state === "cancelled") throw new StoreRefusal("case-fixed", `case ${caseId} is cancelled already`);
        const after = appendEvent(writer, caseId, before, { clerk, at: act.at }, { kind: "cancelled", reason });
        updateDerived(writer, after, null);
        const person = personOfCase(writer, caseId);
        return { answer: null, subject: caseId, detail: { person, reason, events: [after.lastHash] } };
      });
    },

    askCancel(act, caseId, reason) {
      perform(act, "cases.askCancel", (writer) => {
        const clerk = requireClerk(writer, act);
        if (reason.trim() === "") throw new StoreRefusal("bad-input", "a cancellation needs a reason");
        const before = requireCase(writer, caseId);
        if (before.state !== "submitted") throw new StoreRefusal("case-fixed", `case ${caseId} is ${before.state}`);
        if (before.cancelAsked !== null) throw new StoreRefusal("stale", `the cancellation of ${caseId} is asked for already`);
        const after = appendEvent(writer, caseId, before, { clerk, at: act.at }, { kind: "cancel-asked", reason });
        updateDerived(writer, after, null);
        const person = personOfCase(writer, caseId);
        return { answer: null, subject: caseId, detail: { person, reason, events: [after.lastHash] } };
      });
    },

    answerCancel(act, { caseId, verdict, comment }) {
      perform(act, "cases.answerCancel", (writer) => {
        const clerk = requireClerk(writer, act);
        const before = requireCase(writer, caseId);
        if (before.cancelAsked === null) throw new StoreRefusal("stale", `no cancellation of ${caseId} is asked for`);
        const asked = JSON.parse(before.cancelAsked) as CancelAskedRow;
        if (asked.by === clerk.id) throw new StoreRefusal("same-person", `${clerk.id} asked to cancel ${caseId}`);
        if (verdict === "returned" && comment.trim() === "") throw new StoreRefusal("bad-input", "a refusal needs a reason");
        const payload: CaseEventPayload =
          verdict === "approved"
            ? { kind: "cancelled", reason: asked.reason, asked }
            : { kind: "cancel-refused", reason: comment };
        const after = appendEvent(writer, caseId, before, { clerk, at: act.at }, payload);
        updateDerived(writer, after, null);
        const person = personOfCase(writer, caseId);
        const detail = { person, verdict, comment, reason: asked.reason, askedBy: asked.name, events: [after.lastHash] };
        return { answer: null, subject: caseId, detail };
      });
    },

    review(act, { caseId, version, verdict, comment, alone = false }) {
      perform(act, "cases.review", (writer) => {
        const clerk = requireClerk(writer, act);
        if ((verdict === "returned" || alone) && comment.trim() === "") {
          throw new StoreRefusal("bad-input", "a returned case, or one that nobody else judges, needs a comment");
        }
        const before = requireCase(writer, caseId);
        if (before.version !== version || before.review !== "waiting") {
          throw new StoreRefusal("stale", `case ${caseId} has version ${before.version}, review ${before.review}`);
        }
        if (before.cancelAsked !== null) throw new StoreRefusal("stale", `case ${caseId} is to be cancelled`);
        if (before.clerkId === clerk.id || (!alone && hasWritten(writer, caseId, clerk.id))) {
          throw new StoreRefusal("same-person", `${clerk.id} made case ${caseId}`);
        }
        const payload = { kind: "reviewed", version, verdict, comment, ...(alone ? { alone } : {}) } as const;
        const after = appendEvent(writer, caseId, before, { clerk, at: act.at }, payload);
        updateDerived(writer, after, null);
        const person = personOfCase(writer, caseId);
        return {
          answer: null,
          subject: caseId,
          detail: { person, version, verdict, comment, ...(alone ? { alone } : {}), events: [after.lastHash] },
        };
      });
    },

    setLimit(act, { caseId, version, dueOn }) {
      perform(act, "cases.setLimit", (writer) => {
        const clerk = requireClerk(writer, act);
        const before = requireCase(writer, caseId);
        if (before.state !== "submitted" || before.version !== version || before.dueOn !== null) {
          throw new StoreRefusal("stale", `case ${caseId} has version ${before.version}, due ${String(before.dueOn)}`);
        }
        const after = appendEvent(writer, caseId, before, { clerk, at: act.at }, { kind: "limit-set", version, dueOn });
        updateDerived(writer, after, null);
        const person = personOfCase(writer, caseId);
        return { answer: null, subject: caseId, detail: { person, version, dueOn, events: [after.lastHash] } };
      });
    },

    supplement(act, caseId, materials) {
      perform(act, "cases.supplement", (writer) => {
        const clerk = requireClerk(writer, act);
        if (materials.length === 0) throw new StoreRefusal("bad-input", "nothing was handed in");
        const before = requireCase(writer, caseId);
        if (before.state !== "submitted") throw new StoreRefusal("case-fixed", `case ${caseId} is ${before.state}`);
        const after = appendEvent(writer, caseId, before, { clerk, at: act.at }, { kind: "supplemented", materials });
        updateDerived(writer, after, null);
        const person = personOfCase(writer, caseId);
        const handedIn = materials.map(({ id }) => id);
        return { answer: null, subject: caseId, detail: { person, materials: handedIn, events: [after.lastHash] } };
      });
    },
  };
}
