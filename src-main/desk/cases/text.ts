/** Sentences about a case: why it cannot be submitted or changed, its papers, its history, its attachments. */
import type { CaseEventPayload } from "../../store/areas/cases/types.ts";
import type { Assumption, MissingFigure, Nature } from "../../../src-shared/domain/decision.ts";
import { paperTitle } from "../../../src-shared/text/labels.ts";

export const materialsMissingText = (materials: readonly string[]): string =>
  `还缺 ${materials.length} 项必交材料：${materials.join("；")}。请收齐后提交，或打印一次性告知单。`;

export const figureMissingText = (figures: readonly MissingFigure[]): string =>
  `缺少${figures.map((figure) => `“${figure.title}”（${figure.date}）`).join("、")}，请管理员录入后再提交。`;

export const assumedText = (assumed: readonly Assumption[]): string =>
  `${assumed.map(({ title, display }) => `“${title}”（暂按“${display}”计）`).join("、")}没有填写。请向办事人问清后填写，没有的填“没有”，再提交；问清以前可以先保存办件。`;

export const refusedText = (headline: string): string => `${headline}。不能受理，可以保存并打印不予受理通知书。`;

export const notYetText = (headline: string): string => `${headline}。暂时不能受理，可以保存并打印不予受理通知书。`;

/** Why a paper is not printed. */
export const NO_PAPER_TEXT = {
  notRefused: "按现有情况可以办理，无须打印不予受理通知书。",
  nothingMissing: "必交材料已经收齐，可以直接提交，无须打印一次性告知单。",
  openOnly: "办件已经提交或撤销，不能再打印这种文书。",
  afterSubmission: "提交以后才有这种文书，请先提交。",
  notForThisCase: "这个办件没有这种文书。",
  afterReview: "复核通过以后才能出具核定单，请等待复核。",
  afterPromises: "承诺后补的材料收齐以后才能出具核定单，请先登记补收。",
  nothingPromised: "没有承诺后补的材料，无须打印这种文书。",
  cancelled: "办件已撤销，文书只能查看，不能再打印。",
};

export const CASE_TEXT = {
  identityNumberFixed: "更正不能换人：证件号码有误时，请撤销本办件后重新办理。",
  reasonMissing: "请写明更正原因（至少 2 个字）。",
  cancelled: "办件已撤销，不能再修改；需要办理请另开办件。",
  alreadySubmitted: "这份表单已经提交，请从“办件”中打开查看。",
};

/** One line of the case's history. */
export function eventText(payload: CaseEventPayload, nature: Nature): string {
  switch (payload.kind) {
    case "opened":
      return payload.content.decision?.headline ?? "建立办件";
    case "facts-changed":
      return payload.content.decision?.headline ?? "修改情况";
    case "materials-received":
      return `已收 ${payload.materials.filter((material) => material.received).length} 项材料`;
    case "submitted":
      return nature === "transaction" ? `受理号 ${payload.receiptNumber}` : `编号 ${payload.receiptNumber}`;
    case "amended":
      return `第 ${payload.version} 版，原因：${payload.reason}`;
    case "cancelled":
      return `原因：${payload.reason}${payload.asked ? `（${payload.asked.name}申请）` : ""}`;
    case "cancel-asked":
      return `等待另一人确认，原因：${payload.reason}`;
    case "cancel-refused":
      return `不同意撤销，原因：${payload.reason}`;
    case "reviewed":
      return payload.verdict === "approved"
        ? `通过${payload.alone ? "（经办过的主管，没有其他人可以复核）" : ""}${payload.comment === "" ? "" : `，意见：${payload.comment}`}`
        : `退回，原因：${payload.comment}`;
    case "supplemented":
      return `补收 ${payload.materials.length} 项承诺材料`;
    case "attachment-added":
      return payload.name;
    case "attachment-removed":
      return `原因：${payload.reason}`;
    case "limit-set":
      return `放假安排已公布，办结期限 ${payload.dueOn}`;
    case "paper-made":
      return paperTitle(payload.paperKind, nature);
    case "printed":
      return payload.copy === 1 ? "首次打印" : `第 ${payload.copy} 次打印（补打）`;
  }
}

export const ATTACHMENT_TEXT = {
  fixed: "复核通过的办件不能移除附件；确需更换的请先“更正”，再由另一人复核。",
  notBase64: "文件没有完整传到，请重新选择文件再试。",
  empty: "文件是空的，请重新扫描或选择另一个文件。",
  unknownMaterial: "这个办件没有这项材料，请从列表中选择。",
};
