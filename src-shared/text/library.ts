/** Words of the policy library, shared by the screen and the exported document. */
import type { UsePart } from "../contract/library.ts";
import type { ClauseKind } from "../domain/clause.ts";
import type { Standing } from "../domain/decision.ts";
import type { QuestionType } from "../domain/facts.ts";

export const USE_PART_LABELS: Record<UsePart, string> = {
  question: "问题",
  condition: "条件",
  step: "计算",
  material: "材料",
  place: "地点",
  timeLimit: "时限",
  section: "指引",
  notice: "提示",
  next: "后续事项",
  figure: "政策数据",
  table: "决策表",
  reading: "解释口径",
  conflict: "文件不一致",
};

export const CLAUSE_KIND_LABELS: Record<ClauseKind, string> = {
  condition: "条件",
  amount: "金额",
  date: "时间",
  place: "地点",
  paper: "材料",
  definition: "说明",
  duty: "机构职责",
  advertising: "广告",
};

/** How a question is answered; a choice is told by its options. */
export const QUESTION_TYPE_LABELS: Record<Exclude<QuestionType, "choice">, string> = {
  flag: "是 / 否",
  date: "日期",
  month: "年月",
  money: "金额（元）",
  count: "数",
  months: "起止年月或月数",
  list: "逐条填写",
};

export const STANDING_LABELS: Record<Standing, string> = {
  current: "现行",
  historic: "旧规定，只查算过去",
  reference: "只供查阅，不用于计算",
};

export const LIBRARY_WORDS = {
  matters: "事项",
  figures: "政策数据",
  tables: "决策表",
  readings: "解释口径",
  conflicts: "文件不一致",
  sources: "文件和条款",
  references: "报道与网络说法",
  until: (from: string, to: string | null) => (to === null ? `${from} 起` : `${from} 至 ${to}`),
  missing: "尚无数值",
  proof: (cells: number) => `已逐格证明 ${cells} 格：没有缺口，没有重叠`,
  ours: "条款内容为本系统用自己的话概括，原文以文件为准。",
  referencesLead: "报道和网络说法供查阅、查算过去的月份；现在的办件用到其中的数额或说法，结果里会写明并提示核实。",
  usedBy: "使用它的事项",
  citedBy: "引用它的数据",
  nobody: "没有事项采用",
} as const;
