/** Rows of the store → what the contract shows. */
import {
  caseStateOf,
  type AttachmentView,
  type CaseAct,
  type CaseSummary,
  type CaseVersion,
  type CaseView,
  type PaperView,
  type PromiseView,
  type PromisedMaterial,
} from "../../../src-shared/domain/case.ts";
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import { natureOf, type Nature } from "../../../src-shared/domain/decision.ts";
import { maskIdentityNumber } from "../../../src-shared/domain/identity/masking.ts";
import { isAtCounter, type ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import type { AttachmentRow } from "../../store/areas/cases/columns.ts";
import type { CaseEventRow, CaseRow, PaperRow } from "../../store/areas/cases/types.ts";
import {
  historyOf,
  standingPromises,
  wasApproved,
  withoutRecord,
  type CaseHistory,
  type RecordedVersion,
} from "./case-history.ts";
import { maskedPerson } from "../people/masking.ts";
import { eventText } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { barredFromConfirming, barredFromReview } from "../review/review-rights.ts";
import { isServed, shownTitle } from "../policy/served.ts";
import { dueView, workingDaysLeft } from "./time-limits.ts";
import type { DeskTools } from "../frame/tools.ts";

export function caseSummary(tools: DeskTools, row: CaseRow): CaseSummary {
  return {
    id: row.id,
    matter: row.matter,
    matterTitle: shownTitle(tools, row.matter),
    nature: row.nature ?? natureOf(tools.packs.matter(row.matter) ?? {}),
    state: caseStateOf(row),
    receiptNumber: row.receiptNumber,
    version: row.version,
    name: row.name,
    identityKind: row.identityKind,
    maskedIdentityNumber: maskIdentityNumber(row.identityNumber),
    outcome: row.outcome,
    headline: row.headline,
    clerk: row.clerkName,
    clerkId: row.clerkId,
    openedAt: row.openedAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    settledAt: row.settledAt,
    amountFen: row.amountFen,
    due: dueView(tools, row),
    nextPromiseOn: row.promisedOn,
    reviewer: row.reviewerName,
  };
}

/** @throws Refusal `not-found` */
export function requireCase(tools: Pick<DeskTools, "store">, id: string): CaseRow {
  const row = tools.store.cases.get(id);
  if (!row) throw new Refusal("not-found");
  return row;
}

export function caseView(tools: DeskTools, id: string, clerk: ClerkIdentity): CaseView {
  const row = requireCase(tools, id);
  const events = tools.store.cases.events(id);
  const history = historyOf(events);
  const working = row.state === "open" ? history.saved : undefined;
  const newest = (history.submitted.at(-1) ?? history.saved)!;
  const summary = caseSummary(tools, row);
  const nature = decidedNature(history) ?? summary.nature;
  return {
    ...summary,
    nature,
    person: maskedPerson(newest.person),
    personId: row.personId,
    versions: history.submitted.map(versionView),
    working: working ? versionView(working) : null,
    events: events.map((event) => eventView(event, nature)),
    papers: tools.store.papers.ofCase(id).map(paperView),
    attachments: tools.store.attachments.ofCase(id).map(attachmentView),
    promises: row.state === "submitted" ? standingPromises(newest).map((promise) => promiseView(tools, promise)) : [],
    cancelReason: row.cancelReason,
    cancelAsked: row.cancelAsked && { clerk: row.cancelAsked.name, at: row.cancelAsked.at, reason: row.cancelAsked.reason },
    may: actsOf(tools, row, newest, history, clerk),
  };
}

/** As it was decided, should the policy have changed its mind since; `undefined` where nothing was. */
export function decidedNature({ submitted, saved }: CaseHistory): Nature | undefined {
  const newest = submitted.at(-1) ?? saved;
  return newest && natureOf(newest.decision);
}

function versionView(recorded: RecordedVersion): CaseVersion {
  const version = withoutRecord(recorded);
  return { ...version, person: maskedPerson(version.person) };
}

const eventView = ({ sequence, kind, at, clerkName, payload, hash }: CaseEventRow, nature: Nature) => ({
  sequence,
  kind,
  at,
  clerk: clerkName,
  summary: eventText(payload, nature),
  hash,
});

export function paperView({ caseId: _case, ...view }: PaperRow): PaperView {
  return view;
}

export function attachmentView(row: AttachmentRow): AttachmentView {
  const { id, caseId, materialId, name, mediaType, bytes, sha256, addedAt, clerkName, removedAt, removedBy, removedReason } = row;
  return {
    id,
    caseId,
    material: materialId,
    name,
    mimeType: mediaType,
    bytes,
    sha256,
    at: addedAt,
    clerk: clerkName,
    removed: removedAt === null ? null : { at: removedAt, clerk: removedBy ?? "", reason: removedReason ?? "" },
  };
}

export function promiseView(tools: DeskTools, promise: PromisedMaterial): PromiseView {
  const { promisedOn } = promise;
  const overdue = promisedOn < formatDate(tools.clock.today());
  return { ...promise, overdue, workingDaysLeft: workingDaysLeft(tools, promisedOn) };
}

/** A case under review or returned belongs to its maker; a supervisor stands in for one who is away. */
export const mayAmend = (row: CaseRow, { id, role }: ClerkIdentity): boolean =>
  row.state === "submitted" &&
  (row.review === "none" || row.review === "approved" || row.clerkId === id || role === "supervisor" || role === "administrator");

/** Under review, judged or sent back it is no longer anybody's: whoever worked on it, or who stands in for them. */
export const isResponsible = (
  row: Pick<CaseRow, "state" | "review">,
  { savers }: CaseHistory,
  { id, role }: ClerkIdentity,
): boolean =>
  row.state === "open" || row.review === "none" || savers.has(id) || role === "supervisor" || role === "administrator";

/** What was approved is not cancelled by one alone. */
const cancelWay = (row: CaseRow, history: CaseHistory, clerk: ClerkIdentity): "cancel" | "ask-cancel" | null => {
  if (row.state === "cancelled" || row.cancelAsked !== null) return null;
  if (wasApproved(history)) return "ask-cancel";
  return isResponsible(row, history, clerk) ? "cancel" : null;
};

function actsOf(tools: DeskTools, row: CaseRow, newest: RecordedVersion, history: CaseHistory, clerk: ClerkIdentity): CaseAct[] {
  if (!isAtCounter(clerk) || row.state === "cancelled" || !isServed(tools, row.city)) return [];
  const acts: CaseAct[] = [];
  const way = cancelWay(row, history, clerk);
  if (way !== null) acts.push(way);
  if (isResponsible(row, history, clerk)) acts.push("attach", ...(row.review === "approved" ? [] : (["detach"] as const)));
  if (row.state === "open" || mayAmend(row, clerk)) acts.push("amend");
  if (row.state === "submitted" && newest.outstanding.length > 0) acts.push("receive-promised");
  const bar = row.cancelAsked
    ? barredFromConfirming(tools, row.cancelAsked.by, clerk)
    : row.review === "waiting"
      ? barredFromReview(tools, row, history.savers, clerk)
      : undefined;
  if (bar === null) acts.push("review");
  return acts;
}
