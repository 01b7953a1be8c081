/** A case through its life: saved, fixed, amended, cancelled, found again. */
import type { DraftContent } from "../../src-shared/domain/case.ts";
import { yearOfDate } from "../../src-shared/domain/calendar.ts";
import { isConcludable, type Decision } from "../../src-shared/domain/decision.ts";
import { historyOf } from "./case-history.ts";
import { caseSummary, caseView, requireCase } from "./case-views.ts";
import { draftView } from "./drafts.ts";
import { decideForm, type DecidedForm } from "./forms.ts";
import type { AreaHandlers, ClerkContext } from "./handlers.ts";
import { missingMaterials } from "./materials.ts";
import { CASE_TEXT, FIELD_TEXT, figureMissingText, materialsMissingText, notYetText, refusedText } from "./messages.ts";
import type { PaperDesk } from "./papers.ts";
import { Refusal } from "./refusal.ts";
import { requireServed } from "./served.ts";
import { actOf, type DeskTools } from "./tools.ts";

const SHORTEST_REASON = 2;

export function casesCalls(tools: DeskTools, papers: PaperDesk): AreaHandlers<"cases"> {
  const { store, clock, packs } = tools;
  // the store guards a repeated request; this guards a second press of the button, which has an id of its own
  const requestOfSubmittedDraft = new Map<string, string>();

  function remember({ pack }: DecidedForm, context: ClerkContext): void {
    packs.remember(actOf(tools, context, "policy.rememberPack"), pack);
  }

  return {
    "cases.save": ({ requestId, draftId, content }, context) => {
      const form = decideForm(tools, content);
      // a form that is closed or somebody else's is refused before the case hears of it
      store.drafts.save(actOf(tools, context, "drafts.save"), draftId, content);
      remember(form, context);
      const caseId = store.cases.save(actOf(tools, context, "cases.save", requestId), {
        caseId: content.caseId,
        matter: content.matter,
        city: form.pack.city,
        content: form.content,
      });
      // the form knows its case from now on, so that a killed process does not open a second one
      store.drafts.save(actOf(tools, context, "drafts.save"), draftId, { ...content, caseId });
      return caseView(tools, caseId);
    },

    "cases.submit": async ({ requestId, draftId, content, reason }, context) => {
      if ((requestOfSubmittedDraft.get(draftId) ?? requestId) !== requestId) {
        throw new Refusal("stale", { message: CASE_TEXT.alreadySubmitted });
      }
      if (content.amends) requireAmendment(content, reason);
      const form = decideForm(tools, content);
      requireSubmittable(form.content.decision);
      const missing = missingMaterials(form.content.decision, content.materials);
      if (missing.length > 0) {
        const message = materialsMissingText(missing.map((material) => material.message));
        throw new Refusal("materials-missing", { message, fields: missing });
      }
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
      });
      requestOfSubmittedDraft.set(draftId, requestId);
      await papers.makeMissing(caseId, context);
      return caseView(tools, caseId);
    },

    "cases.get": async ({ id }, context) => {
      await papers.makeMissing(id, context);
      return caseView(tools, id);
    },

    "cases.search": (request) => {
      const { rows, total } = store.cases.search(request);
      return { rows: rows.map((row) => caseSummary(tools, row)), total };
    },

    "cases.startAmendment": ({ requestId, id }, context) => {
      const row = requireCase(tools, id);
      requireServed(tools, row.city);
      if (row.state === "cancelled") throw new Refusal("case-fixed", { message: CASE_TEXT.cancelled });
      const { submitted, saved } = historyOf(store.cases.events(id));
      const amends = row.state === "submitted";
      const { person, asOf, facts, materials } = (amends ? submitted.at(-1) : saved)!;
      const content: DraftContent = { matter: row.matter, asOf, person, facts, materials, caseId: id, amends };
      // the request is the draft: asked twice, there is one form
      store.drafts.save(actOf(tools, context, "cases.startAmendment", requestId), requestId, content);
      return draftView(tools, store.drafts.get(requestId)!);
    },

    "cases.cancel": ({ requestId, id, reason }, context) => {
      requireServed(tools, requireCase(tools, id).city);
      store.cases.cancel(actOf(tools, context, "cases.cancel", requestId), id, reason);
      return caseView(tools, id);
    },
  };

  /** An amendment says why, and stays with its person. */
  function requireAmendment({ caseId, person }: DraftContent, reason: string): void {
    if (reason.trim().length < SHORTEST_REASON) {
      const message = FIELD_TEXT.reasonMissing;
      throw new Refusal("bad-input", { message, fields: [{ fact: "reason", code: "required", message }] });
    }
    const row = requireCase(tools, caseId ?? "");
    if (person.identityNumber.replaceAll(/\s/g, "").toUpperCase() !== row.identityNumber) {
      const message = FIELD_TEXT.identityNumberFixed;
      throw new Refusal("bad-input", { message, fields: [{ fact: "identityNumber", code: "conflict", message }] });
    }
  }
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
