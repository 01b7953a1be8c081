/** Chinese names of the fixed vocabularies, shared by screens and papers. */
import type { Move } from "../contract/counter.ts";
import type { CaseEventKind, CaseState, MaterialSource, PaperKind } from "../domain/case.ts";
import type {
  Authority,
  ConditionStanding,
  CoverageStatus,
  Material,
  Nature,
  Outcome,
  Standing,
  StepKind,
} from "../domain/decision.ts";
import type { Role } from "../domain/roles.ts";
import type { LedgerKind } from "../domain/ledger.ts";

/** Only a transaction is granted or refused; of a consultation the label says what it is. */
export const OUTCOME_LABELS: Record<Nature, Record<Outcome, string>> = {
  transaction: {
    granted: "可以办理",
    refused: "不予办理",
    "not-yet": "暂不能办",
    choice: "可以选择",
    guidance: "办事指引",
    "figure-missing": "缺少数据",
  },
  estimate: {
    granted: "试算结果",
    refused: "不适用",
    "not-yet": "时候未到",
    choice: "可以选择",
    guidance: "试算结果",
    "figure-missing": "缺少数据",
  },
  lookup: {
    granted: "查算结果",
    refused: "当时不适用",
    "not-yet": "当时未到时候",
    choice: "当时可以选择",
    guidance: "查算结果",
    "figure-missing": "缺少数据",
  },
  guidance: {
    granted: "办事指引",
    refused: "不按此办理",
    "not-yet": "时候未到",
    choice: "可以选择",
    guidance: "办事指引",
    "figure-missing": "缺少数据",
  },
};

/** What must be said of a result that is not the law of today. */
export const STANDING_WARNINGS: Record<Standing, string | null> = {
  current: null,
  historic: "历史口径，仅供查询过去年度，来源为报道/网络",
  reference: "参考说法，未采用，不据此计算",
};

export const CONDITION_LABELS: Record<ConditionStanding, string> = { met: "符合", failed: "不符合", unknown: "未核实" };

/** Of a question that nobody answered. */
export const assumedAs = (display: string): string => `未填，暂按“${display}”计`;

const PAPER_LABELS: Record<PaperKind, string> = {
  acceptance: "受理回执",
  "one-time-notice": "一次性告知单",
  refusal: "不予受理通知书",
  assessment: "核定单",
  guidance: "指引单",
  "supplement-notice": "容缺受理通知书",
  commitment: "承诺书",
};

/** Of a case that was not submitted yet. */
export const NO_RECEIPT_NUMBER = "未编号";

/** A sheet for advice, of no case. */
export const COMPARISON_LABEL = "试算比较单";
/** How months paid in one city count in the other. */
export const MOVE_LABELS: Record<Move, string> = { moved: "转移接续过去", "paid-there": "当作在该市缴的" };
export const COMPARISON_WARNING = "仅供参考，不作办理依据";

/** Named by its title alone where the office knows one city only. */
export const matterName = (
  { cityTitle, title }: { readonly cityTitle: string; readonly title: string },
  alone: boolean,
): string => (alone ? title : `${cityTitle} · ${title}`);

/** Nothing is assessed by an estimate or a look into past rules: their sheets say what they are. */
const CONSULTATION_PAPER_LABELS: Partial<Record<Nature, string>> = { estimate: "试算单", lookup: "查算单" };

export const paperTitle = (kind: PaperKind, nature: Nature): string =>
  kind === "assessment" || kind === "guidance" ? (CONSULTATION_PAPER_LABELS[nature] ?? PAPER_LABELS[kind]) : PAPER_LABELS[kind];

const REVIEWED = { "in-review": "待复核", approved: "已复核", returned: "已退回" };

/** A consultation needs no review now; a case decided before there were natures may have been through one. */
export const CASE_STATE_LABELS: Record<Nature, Record<CaseState, string>> = {
  transaction: { open: "办理中", submitted: "已受理", ...REVIEWED, cancelled: "已撤销" },
  estimate: { open: "未完成", submitted: "已试算", ...REVIEWED, cancelled: "已撤销" },
  lookup: { open: "未完成", submitted: "已查算", ...REVIEWED, cancelled: "已撤销" },
  guidance: { open: "未完成", submitted: "已指引", ...REVIEWED, cancelled: "已撤销" },
};

export const CASE_EVENT_LABELS: Record<CaseEventKind, string> = {
  opened: "建立办件",
  "facts-changed": "修改情况",
  "materials-received": "收取材料",
  submitted: "提交",
  amended: "更正",
  cancelled: "撤销",
  "paper-made": "生成文书",
  printed: "打印",
  reviewed: "复核",
  supplemented: "补收材料",
  "attachment-added": "存入附件",
  "attachment-removed": "移除附件",
  "limit-set": "确定期限",
  "cancel-asked": "申请撤销",
  "cancel-refused": "不同意撤销",
};

export const COVERAGE_LABELS: Record<CoverageStatus, string> = {
  contributed: "本地实缴",
  transferred: "外地转入",
  deemed: "视同缴费",
  overlap: "重复扣除",
  bought: "一次性缴纳",
  covered: "享受待遇",
  "in-service": "在职待遇",
  retired: "退休待遇",
  gap: "断缴",
  waiting: "等待期",
  "not-covered": "不享受待遇",
};

export const MATERIAL_FORM_LABELS: Record<Material["form"], string> = { original: "原件", copy: "复印件" };
export const MATERIAL_SOURCE_LABELS: Record<MaterialSource, string> = {
  paper: "纸质",
  scan: "扫描件",
  "on-file": "已有存档",
  promised: "承诺后补",
};
export const MATERIAL_NEED_LABELS: Record<Material["need"], string> = { must: "必交", may: "可交", "may-follow": "可后补" };

export const AUTHORITY_LABELS: Record<Authority, string> = {
  regulation: "规范性文件",
  notice: "公开通知",
  "agency-guide": "经办指南",
  "agency-answers": "经办机构问答",
  press: "新闻报道",
  forum: "网络论坛",
  office: "本单位",
};

export const FIGURE_GRADE_LABELS = {
  A: "正式文本",
  B: "报道或多处一致转载",
  C: "单一来源（未核实）",
  office: "本单位录入",
} as const;

export const STEP_KIND_LABELS: Record<StepKind, string> = {
  fact: "办事人情况",
  figure: "政策数据",
  table: "决策表",
  reading: "解释口径",
  formula: "计算",
  rounding: "取整",
};

export const LEDGER_LABELS: Record<LedgerKind, string> = {
  accepted: "受理",
  settled: "办结",
  reversed: "冲回",
  refused: "不予受理",
  cancelled: "撤销",
  amended: "更正",
  returned: "退回",
  advised: "咨询",
};

export const ROLE_LABELS: Record<Role, string> = {
  clerk: "经办",
  reviewer: "复核",
  supervisor: "主管",
  administrator: "管理员",
  auditor: "审计",
};
