/** A case through its life: saved, fixed, amended, completed, cancelled, found again. */
import type { DraftContent, MaterialTick, ReviewDemand } from "../../../src-shared/domain/case.ts";
import { yearOfDate } from "../../../src-shared/domain/calendar.ts";
import { isConcludable, isConsultation, type Decision } from "../../../src-shared/domain/decision.ts";
import { identityKey } from "../../../src-shared/domain/identity/kinds.ts";
import { readIdentity } from "../../../src-shared/domain/identity/reading.ts";
import { isAtCounter, type ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import type { CaseRow } from "../../store/areas/cases/types.ts";
import { historyOf, wasApproved } from "./case-history.ts";
import { searchRequest } from "./case-search.ts";
import { caseSummary, caseView, isResponsible, mayAmend, requireCase } from "./case-views.ts";
import { draftView } from "../counter/drafts.ts";
import { decideForm, personAsKept, type DecidedForm } from "../counter/forms.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import type { Looks } from "../people/looks.ts";
import { mayFollowOf, missingMaterials, requirePromisable } from "../counter/materials.ts";
import { assumedText, CASE_TEXT, figureMissingText, materialsMissingText, notYetText, refusedText } from "./text.ts";
import { FIELD_TEXT, PROMISE_TEXT } from "../counter/text.ts";
import { REVIEW_TEXT } from "../review/text.ts";
import type { PaperDesk } from "./papers.ts";
import { promisesOfCase } from "./promises.ts";
import { Refusal } from "../frame/refusal.ts";
import { moneyOf, reviewDemand } from "../review/review-rule.ts";
import { requireServed } from "../policy/served.ts";
import { officeSettings } from "../office/settings.ts";
import { dueOnFromToday } from "./time-limits.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

const SHORTEST_REASON = 2;

export function casesCalls(tools: DeskTools, papers: PaperDesk, looks: Looks): AreaHandlers<"cases"> {
  const { store, clock, packs } = tools;
  // the store guards a repeated request; this guards a second press of the button, which has an id of its own
  const requestOfSubmittedDraft = new Map<string, string>();

  function remember({ pack }: DecidedForm, context: ClerkContext): void {
    packs.remember(actOf(tools, context, "policy.rememberPack"), pack);
  }

  function lookUp({ content: { person } }: DecidedForm, { caseId }: DraftContent, context: ClerkContext): void {
    looks.saving(context, person, caseId === null ? undefined : store.cases.get(caseId));
  }

  return {
    "cases.save": ({ requestId, draftId, content }, context) => {
      const form = decideForm(tools, content);
      lookUp(form, content, context);
      // a form that is closed or somebody else's is refused before the case hears of it
      store.drafts.save(actOf(tools, context, "drafts.save"), draftId, content);
      remember(form, context);
      const caseId = store.cases.save(actOf(tools, context, "cases.save", requestId), {
        caseId: content.caseId,
        matter: content.matter,
        city: form.pack.city,
        content: form.content,
        hands: store.drafts.get(draftId)?.hands ?? [],
      });
      // the form knows its case from now on, so that a killed process does not open a second one
      store.drafts.save(actOf(tools, context, "drafts.save"), draftId, { ...content, caseId });
      return caseView(tools, caseId, context.clerk);
    },

    "cases.submit": async ({ requestId, draftId, content, reason, promiseSigned }, context) => {
      if ((requestOfSubmittedDraft.get(draftId) ?? requestId) !== requestId) {
        throw new Refusal("stale", { message: CASE_TEXT.alreadySubmitted });
      }
      if (content.amends) requireAmendment(content, reason, context);
      const form = decideForm(tools, content);
      const { decision } = form.content;
      requireSubmittable(decision);
      requireAnswered(decision);
      requireMaterials(decision, content, promiseSigned);
      lookUp(form, content, context);
      remember(form, context);
      const caseId = store.cases.submit(actOf(tools, context, "cases.submit", requestId), {
        caseId: content.caseId,
        draftId,
        matter: content.matter,
        city: form.pack.city,
        content: form.content,
        amends: content.amends,
        reason: reason.trim(),
        year: yearOfDate(clock.today()),
        review: demandFor(content, decision),
        amountFen: moneyOf(decision),
        dueOn: dueOnFromToday(tools, content.matter),
      });
      requestOfSubmittedDraft.set(draftId, requestId);
      await papers.makeMissing(caseId, context);
      return caseView(tools, caseId, context.clerk);
    },

    "cases.get": async ({ id }, context) => {
      const row = requireCase(tools, id);
      looks.show(context, "cases.get", row.personId, row);
      // whoever only reads signs no paper
      if (isAtCounter(context.clerk)) await papers.makeMissing(id, context);
      return caseView(tools, id, context.clerk);
    },

    "cases.search": (request, context) => {
      const { rows, total } = looks.casesByText(context, "cases.search", request.text, () =>
        store.cases.search(searchRequest(tools, request)),
      );
      return { rows: rows.map((row) => caseSummary(tools, row)), total };
    },

    "cases.startAmendment": ({ requestId, id, reason }, context) => {
      const row = requireCase(tools, id);
      requireServed(tools, row.city);
      if (row.state === "cancelled") throw new Refusal("case-fixed", { message: CASE_TEXT.cancelled });
      const amends = row.state === "submitted";
      if (amends) requireMaker(row, context.clerk);
      const { submitted, saved } = historyOf(store.cases.events(id));
      const newest = (amends ? submitted.at(-1) : saved)!;
      const { asOf, facts, materials } = newest;
      // a person corrected since goes into the new version as corrected
      const person = store.people.byId(row.personId)?.person ?? newest.person;
      const content: DraftContent = { matter: row.matter, asOf, person, facts, materials, caseId: id, amends };
      // the request is the draft: asked twice, there is one form, and one look at the number in it
      if (!store.drafts.get(requestId)) {
        looks.open(context, "cases.startAmendment", row, reason);
        store.drafts.save(actOf(tools, context, "cases.startAmendment", requestId), requestId, content);
      }
      const draft = store.drafts.get(requestId);
      if (!draft) throw new Refusal("stale");
      return draftView(tools, draft);
    },

    "cases.cancel": ({ requestId, id, reason }, context) => {
      const row = requireCase(tools, id);
      requireServed(tools, row.city);
      const act = actOf(tools, context, "cases.cancel", requestId);
      const history = historyOf(store.cases.events(id));
      // a retried request finds the case cancelled, or the cancellation asked for: the store answers it as the first time
      if (wasApproved(history)) store.cases.askCancel(act, id, reason);
      else {
        if (!isResponsible(row, history, context.clerk)) throw new Refusal("not-your-case", { message: REVIEW_TEXT.notYours });
        store.cases.cancel(act, id, reason);
      }
      return caseView(tools, id, context.clerk);
    },

    "cases.receivePromised": async ({ requestId, id, materials }, context) => {
      const row = requireCase(tools, id);
      requireServed(tools, row.city);
      const act = actOf(tools, context, "cases.receivePromised", requestId);
      store.cases.supplement(act, id, requireReceived(row, materials));
      await papers.makeMissing(id, context);
      return caseView(tools, id, context.clerk);
    },
  };

  /** What was once approved is not changed by one alone, whatever it comes to now. */
  function demandFor({ amends, caseId }: DraftContent, decision: Decision): ReviewDemand | null {
    const demand = reviewDemand(officeSettings(store), decision);
    if (demand !== null || !amends || caseId === null || !wasApproved(historyOf(store.cases.events(caseId)))) return demand;
    return { reasons: [REVIEW_TEXT.changesApproved] };
  }

  function requireMaker(row: CaseRow, clerk: ClerkIdentity): void {
    if (!mayAmend(row, clerk)) throw new Refusal("not-your-case");
  }

  /** An amendment says why, comes from one who may, and stays with its person. */
  function requireAmendment({ caseId, person: typed }: DraftContent, reason: string, context: ClerkContext): void {
    if (reason.trim().length < SHORTEST_REASON) {
      const message = CASE_TEXT.reasonMissing;
      throw new Refusal("bad-input", { message, fields: [{ fact: "reason", code: "required", message }] });
    }
    const row = requireCase(tools, caseId ?? "");
    if (row.state === "submitted") requireMaker(row, context.clerk);
    const person = personAsKept(typed, readIdentity(typed, clock.today()));
    const given = identityKey(person);
    const { submitted, saved } = historyOf(store.cases.events(row.id));
    const known = [(submitted.at(-1) ?? saved)?.person, store.people.byId(row.personId)?.person];
    if (!known.some((one) => one !== undefined && identityKey(one) === given)) {
      looks.refusing(context, person);
      const message = CASE_TEXT.identityNumberFixed;
      throw new Refusal("bad-input", { message, fields: [{ fact: "identityNumber", code: "conflict", message }] });
    }
  }

  /** All there, or promised where that is allowed; a promise is signed. */
  function requireMaterials(
    decision: Decision,
    { materials: ticks, amends, caseId }: DraftContent,
    promiseSigned: boolean,
  ): void {
    const mayFollow = mayFollowOf(tools, decision);
    const standing = amends ? promisesOfCase(tools, caseId) : [];
    // a promise that cannot be is told before what it would leave missing
    const promises = requirePromisable(tools, decision, ticks, mayFollow, standing);
    const missing = missingMaterials(decision, ticks, new Set([...mayFollow, ...standing.map(({ material }) => material)]));
    if (missing.length > 0) {
      const message = materialsMissingText(missing.map((material) => material.message));
      throw new Refusal("materials-missing", { message, fields: missing });
    }
    if (promises.length > 0 && !promiseSigned) {
      throw new Refusal("promise-invalid", { message: amends ? PROMISE_TEXT.notAgreed : PROMISE_TEXT.notSigned });
    }
  }

  /** What comes in later was promised, and is as the decision wants it. */
  function requireReceived({ id, state }: CaseRow, ticks: readonly MaterialTick[]): readonly MaterialTick[] {
    if (state !== "submitted") throw new Refusal("case-fixed");
    const newest = historyOf(store.cases.events(id)).submitted.at(-1)!;
    for (const tick of ticks) {
      if (!newest.promises.some(({ material }) => material === tick.id)) {
        throw new Refusal("promise-invalid", { message: PROMISE_TEXT.notPromised(tick.id) });
      }
      const material = newest.decision.materials.find((candidate) => candidate.id === tick.id)!;
      if (
        !tick.received ||
        tick.how === "promised" ||
        missingMaterials({ ...newest.decision, materials: [{ ...material, need: "must" }] }, ticks).length > 0
      ) {
        throw new Refusal("promise-invalid", { message: PROMISE_TEXT.notReceived(material.title) });
      }
    }
    return ticks;
  }
}

/** On an answer that nobody gave nothing is fixed: what the result counts it as was never asked for. */
function requireAnswered(decision: Decision): void {
  const { assumed = [] } = decision;
  if (assumed.length === 0 || isConsultation(decision)) return;
  const fields = assumed.map(({ fact, title }) => ({ fact, code: "required" as const, message: FIELD_TEXT.unanswered(title) }));
  throw new Refusal("facts-incomplete", { message: assumedText(assumed), fields });
}

function requireSubmittable(decision: Decision): void {
  if (isConcludable(decision)) return;
  const { outcome, headline, missingFigures } = decision;
  const message =
    outcome === "figure-missing"
      ? figureMissingText(missingFigures)
      : outcome === "not-yet"
        ? notYetText(headline)
        : refusedText(headline);
  throw new Refusal("not-submittable", { message });
}
