/** Scans and documents of a case. The store keeps them by hash and judges what they are by their bytes. */
import { LARGEST_ATTACHMENT_BYTES } from "../../../src-shared/domain/case.ts";
import { historyOf } from "./case-history.ts";
import { attachmentView, isResponsible, requireCase } from "./case-views.ts";
import type { CaseRow } from "../../store/areas/cases/types.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import { ATTACHMENT_TEXT } from "./text.ts";
import { REVIEW_TEXT } from "../review/text.ts";
import type { Looks } from "../people/looks.ts";
import { Refusal } from "../frame/refusal.ts";
import { requireServed } from "../policy/served.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

export function attachmentsCalls(tools: DeskTools, looks: Looks): AreaHandlers<"attachments"> {
  const { attachments, cases } = tools.store;

  function requireResponsible(row: CaseRow, { clerk }: ClerkContext): void {
    requireServed(tools, row.city);
    if (!isResponsible(row, historyOf(cases.events(row.id)), clerk)) {
      throw new Refusal("not-your-case", { message: REVIEW_TEXT.notYours });
    }
  }

  function requireMaterial(caseId: string, material: string | null): void {
    if (material === null) return;
    const { submitted, saved } = historyOf(cases.events(caseId));
    const known = (submitted.at(-1) ?? saved)?.decision.materials.some(({ id }) => id === material) ?? false;
    if (!known) throw new Refusal("bad-input", { message: ATTACHMENT_TEXT.unknownMaterial });
  }

  return {
    "attachments.add": async ({ requestId, caseId, material, name, base64 }, context) => {
      requireResponsible(requireCase(tools, caseId), context);
      requireMaterial(caseId, material);
      const bytes = Buffer.from(base64, "base64");
      // the decoder skips what it does not know: half a file would pass for a whole one
      if (bytes.toString("base64") !== base64) throw new Refusal("bad-input", { message: ATTACHMENT_TEXT.notBase64 });
      if (bytes.length === 0) throw new Refusal("attachment-type", { message: ATTACHMENT_TEXT.empty });
      if (bytes.length > LARGEST_ATTACHMENT_BYTES) throw new Refusal("attachment-too-large");
      const row = await attachments.add(actOf(tools, context, "attachments.add", requestId), {
        caseId,
        materialId: material,
        name,
        bytes,
        largestBytes: LARGEST_ATTACHMENT_BYTES,
      });
      return attachmentView(row);
    },
    "attachments.list": ({ caseId }) => {
      requireCase(tools, caseId);
      return attachments.ofCase(caseId).map(attachmentView);
    },
    "attachments.open": ({ id, reason }, context) => {
      const row = attachments.get(id);
      if (!row) throw new Refusal("not-found");
      looks.open(context, "attachments.open", requireCase(tools, row.caseId), reason, id);
      return { attachment: attachmentView(row), base64: Buffer.from(attachments.read(id)).toString("base64") };
    },
    "attachments.remove": ({ requestId, id, reason }, context) => {
      const row = attachments.get(id);
      if (!row) throw new Refusal("not-found");
      const caseRow = requireCase(tools, row.caseId);
      requireResponsible(caseRow, context);
      if (caseRow.review === "approved") throw new Refusal("case-fixed", { message: ATTACHMENT_TEXT.fixed });
      attachments.remove(actOf(tools, context, "attachments.remove", requestId), id, reason);
      return attachmentView(attachments.get(id)!);
    },
  };
}
