/** What somebody has begun and cannot finish: read, handed over or given up by whoever leads, with a reason. */
import type { OpenWork, OthersForm, OthersFormContent } from "../../../src-shared/contract/index.ts";
import { kindOf } from "../../../src-shared/domain/identity/kinds.ts";
import { maskIdentityNumber, maskPhone } from "../../../src-shared/domain/identity/masking.ts";
import { isAtCounter } from "../../../src-shared/domain/roles.ts";
import { answerText } from "../../../src-shared/text/answers.ts";
import { consult } from "../../rules/index.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import type { DraftRow } from "../../store/areas/cases/types.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import { FORM_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { shownTitle } from "../policy/served.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

type FormCalls = Pick<AreaHandlers<"drafts">, "drafts.ofOthers" | "drafts.look" | "drafts.handOver" | "drafts.discardOfOther">;

export function formsOfOthersCalls(tools: DeskTools): FormCalls {
  const { drafts, clerks, people, audit } = tools.store;

  function requireOpen(id: string): DraftRow {
    const row = drafts.get(id);
    if (row === undefined) throw new Refusal("stale", { message: FORM_TEXT.gone });
    return row;
  }

  function look(context: ClerkContext, row: DraftRow, reason: string): void {
    const personId = people.byIdentity(row.content.person)?.id;
    const { name, login } = clerks.byId(row.clerkId)!;
    audit.record(actOf(tools, context, "drafts.look"), {
      ...(personId === undefined ? {} : { personId }),
      subject: row.id,
      detail: { whom: { name, login }, title: shownTitle(tools, row.content.matter), reason },
    });
  }

  return {
    "drafts.ofOthers": (_input, { clerk }) => {
      const known = new Map(clerks.list().map((row) => [row.id, row]));
      return drafts
        .open()
        .filter(({ clerkId }) => clerkId !== clerk.id)
        .map((row) => othersForm(tools, row, known.get(row.clerkId)!));
    },

    "drafts.look": ({ id, reason }, context) => {
      const row = requireOpen(id);
      look(context, row, reason);
      const { matter, asOf, facts, materials, person } = row.content;
      const asked = consult(tools.packs.ofMatter(matter), matter, facts, asOf).questions;
      return {
        ...othersForm(tools, row, clerks.byId(row.clerkId)!),
        asOf,
        maskedPhone: maskPhone(person.phone),
        answers: asked.flatMap((question) => {
          const text = answerText(question, facts[question.id]);
          return text === null ? [] : [{ title: question.title, text }];
        }),
        materialsReceived: materials.filter(({ received }) => received).length,
      } satisfies OthersFormContent;
    },

    "drafts.handOver": ({ requestId, id, to, reason }, context) => {
      const act = actOf(tools, context, "drafts.handOver", requestId);
      const next = clerks.byId(to);
      if (next === undefined || !next.active || !isAtCounter(next))
        throw new Refusal("not-found", { message: FORM_TEXT.notAtCounter });
      drafts.handOver(act, id, to, reason);
      return null;
    },

    "drafts.discardOfOther": ({ requestId, id, reason }, context) => {
      drafts.discardOfOther(actOf(tools, context, "drafts.discardOfOther", requestId), id, reason);
      return null;
    },
  };
}

function othersForm(tools: DeskTools, { id, content, updatedAt }: DraftRow, owner: ClerkRow): OthersForm {
  const { person, matter, amends } = content;
  return {
    id,
    clerkId: owner.id,
    clerk: owner.name,
    active: owner.active,
    matterTitle: shownTitle(tools, matter),
    amends,
    name: person.name.trim(),
    identityKind: kindOf(person),
    maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
    updatedAt,
  };
}

export function openWorkOf({ store }: Pick<DeskTools, "store">, clerkId: string): OpenWork {
  const cases = (state: "open" | "submitted", review?: "returned"): number =>
    store.cases.count({ text: "", state, clerkId, sort: "newest", ...(review === undefined ? {} : { review }) });
  return {
    forms: store.drafts.list(clerkId).length,
    openCases: cases("open"),
    returned: cases("submitted", "returned"),
  };
}
