/** Sentences of the review: why a second person has to look, who may not, what has changed. */
import type { ReviewChangeKind } from "../../../src-shared/contract/index.ts";

export const REVIEW_TEXT = {
  always: "本单位规定该事项一律复核",
  byAmount: (yuan: string, from: string) => `涉及金额 ${yuan} 元，达到复核金额（${from} 元）`,
  mine: "经办过这个办件的人不能复核，请由另一名人员复核。",
  sameHand: "经办人的账号与您的账号还没有经第三人确认是两个人，不能由您复核；请到“人员”里由第三人确认，或由另一名人员复核。",
  askedByYou: "撤销是您提出的，或由您建立的账号提出的，请由另一名人员确认。",
  aloneNote: "您经办过这个办件。没有其他人可以复核，请写明由您复核的原因（至少 2 个字）。",
  changesApproved: "更正已经复核通过的办件",
  toCancel: "申请撤销已经复核通过的办件",
  notYours: "这个办件已经提交复核，请由原经办人或主管办理。",
  role: "本单位没有授权您的岗位复核，请联系管理员。",
  promises: "承诺后补的材料还没有收齐，收齐以后才能通过。",
  notWaiting: "这个办件现在不在待复核状态。",
  none: "—",
  material: (form: string, count: number, need: string) => `${form} ${count} 份，${need}`,
  pack: (version: string, hash: string) => `${version}（${hash}）`,
  packTitle: "政策数据",
  outcomeTitle: "结论",
  headlineTitle: "结果",
  personName: "姓名",
  personKind: "证件类型",
  personNumber: "证件号码",
  personPhone: "联系电话",
  asOf: "办理日期",
  months: (months: number | string) => `${months} 个月`,
  yes: "是",
  no: "否",
  records: (count: number) => `${count} 条`,
} as const;

export const REVIEW_CHANGE_LABELS: Record<ReviewChangeKind, string> = {
  pack: "政策数据版本",
  outcome: "结论",
  amount: "金额",
  date: "日期",
  figure: "所用数据",
  reading: "解释口径",
  condition: "条件",
  material: "材料",
  formula: "计算",
};
