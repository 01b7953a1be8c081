/** Sentences about a form: its fields, its materials, what follows on a promise. */
import type { IdentityKind } from "../../../src-shared/domain/identity/kinds.ts";
import type { Material } from "../../../src-shared/domain/decision.ts";
import { NUMBER_NAMES } from "../../../src-shared/text/identity.ts";
import { MATERIAL_FORM_LABELS } from "../../../src-shared/text/labels.ts";

export const FIELD_TEXT = {
  identityNumberMissing: (kind: IdentityKind) => `请输入${kind === "citizen" ? " 18 位" : ""}${NUMBER_NAMES[kind]}。`,
  notAsInFile: (name: string, field: string) =>
    `档案里此证件的${field}与所填不同（${name}）。请核对证件；档案有误的，先在个人档案里更正。`,
  unanswered: (title: string) => `请回答“${title}”，没有的填“没有”。`,
  asOfFuture: "办理日期晚于今天，请改为今天或更早的日期。",
};

export const incompleteText = (first: string, count: number): string =>
  count === 1 ? `还不能继续：${first}` : `还有 ${count} 处需要补充或改正，先看：${first}`;

export const materialText = (material: Material, problem: "missing" | "form" | "count", have: number): string => {
  const wanted = `${material.title}（${MATERIAL_FORM_LABELS[material.form]} ${material.count} 份）`;
  if (problem === "missing") return `${wanted}：未收`;
  if (problem === "form") return `${wanted}：收到的不是${MATERIAL_FORM_LABELS[material.form]}`;
  return `${wanted}：只收到 ${have} 份`;
};

export const COMPARISON_FAULT_TEXT = {
  printFailed: "比较单没有打印出来（被取消或打印机出错），请检查打印机后再打印。",
};

export const DRAFT_TEXT = {
  draftOfOthers: "没有这份表单，可能已经提交、删除，或由主管转交他人。",
};

export const PROMISE_TEXT = {
  mustNotFollow: (title: string) => `“${title}”不在可以容缺的材料之列，必须现在收取。`,
  dateMissing: (title: string) => `请填写“${title}”承诺补交的日期。`,
  dateOutside: (title: string, from: string, to: string) => `“${title}”的承诺日期应在 ${from} 至 ${to} 之间，请改正。`,
  dayOff: (title: string, date: string) => `“${title}”承诺的 ${date} 不是工作日，请改为工作日。`,
  notSigned: "请先打印承诺书，由办事人签名后勾选“已签承诺书”，再提交。",
  notAgreed: "请由办事人同意新的承诺日期后勾选，再提交；提交后打印承诺书，当场签名。",
  calendarUnknown: (year: number) => `还没有 ${year} 年的放假安排，补交期限不能推算；请收齐材料后提交，或更新程序。`,
  notPromised: (material: string) => `“${material}”没有承诺后补，请刷新办件后再登记。`,
  notReceived: (material: string) => `请填写“${material}”实际收到的形式和份数。`,
};

export const FORM_TEXT = {
  notAtCounter: "没有这个人，或已停用，或不在窗口办理业务，请另选一人。",
  gone: "这份表单已经提交或删除，请刷新列表。",
};
