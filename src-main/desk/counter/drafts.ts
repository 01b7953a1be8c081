/** Forms as typed, kept at every pause. A draft belongs to the clerk who types it. */
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import type { DraftView } from "../../../src-shared/contract/index.ts";
import { identityKey } from "../../../src-shared/domain/identity/kinds.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import type { DraftRow } from "../../store/areas/cases/types.ts";
import { formsOfOthersCalls } from "./forms-of-others.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import type { Looks } from "../people/looks.ts";
import { DRAFT_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { servedPack, shownTitle } from "../policy/served.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

export function draftsCalls(tools: DeskTools, looks: Looks): AreaHandlers<"drafts"> {
  const { drafts } = tools.store;

  function requireOwn(id: string, clerk: ClerkIdentity): DraftRow {
    const row = drafts.get(id);
    if (row?.clerkId !== clerk.id) throw new Refusal("not-found", { message: DRAFT_TEXT.draftOfOthers });
    return row;
  }

  return {
    ...formsOfOthersCalls(tools),

    "drafts.save": ({ id, content }, context) => {
      servedPack(tools, content.matter);
      drafts.save(actOf(tools, context, "drafts.save"), id, content);
      return draftView(tools, drafts.get(id)!);
    },
    "drafts.list": (_input, { clerk }) => drafts.list(clerk.id).map((row) => draftView(tools, row)),
    "drafts.open": ({ id }, { clerk }) => {
      const row = requireOwn(id, clerk);
      servedPack(tools, row.content.matter);
      return draftView(tools, row);
    },
    "drafts.startFor": ({ requestId, personId, matter, reason }, context) => {
      const person = tools.store.people.byId(personId)?.person;
      if (!person) throw new Refusal("not-found");
      servedPack(tools, matter);
      // the request is the draft: asked twice, there is one form, as it has been filled in since
      if (!drafts.get(requestId)) {
        const asOf = formatDate(tools.clock.today());
        const content: DraftContent = { matter, asOf, person, facts: {}, materials: [], caseId: null, amends: false };
        const detail = { ...looks.reasonForPerson(context, personId, reason), title: shownTitle(tools, matter) };
        tools.store.audit.record(actOf(tools, context, "drafts.startFor"), { personId, detail });
        drafts.save(actOf(tools, context, "drafts.startFor", requestId), requestId, content);
        looks.isInForm(context, identityKey(person));
      }
      return draftView(tools, requireOwn(requestId, context.clerk));
    },
    "drafts.discard": ({ id }, context) => {
      requireOwn(id, context.clerk);
      drafts.discard(actOf(tools, context, "drafts.discard"), id);
      return null;
    },
  };
}

export function draftView(tools: DeskTools, { id, content, updatedAt }: DraftRow): DraftView {
  return { id, content, matterTitle: shownTitle(tools, content.matter), updatedAt };
}
