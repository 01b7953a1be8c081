/** Decisions as the engine writes them, cut down: a granted top-up, a refusal, a missing figure, a guidance. Synthetic people only. */
import { checkDigit } from "../../../src-shared/domain/identity/resident-number.ts";
import type { CaseVersion, MaterialTick, PromisedMaterial } from "../../../src-shared/domain/case.ts";
import type { Citation, Decision, FigureUsed, Material, Step } from "../../../src-shared/domain/decision.ts";
import type { PaperInput } from "../../../src-main/receipts/types.ts";

const identity = (first17: string): string => first17 + checkDigit(first17);

export const IDENTITY_NUMBER = identity("21029919710302124");
export const EVENT_HASH = "3f9a6c1e5b7d8042a1c3e5f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b";
export const PACK_HASH = "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90";

const S0 = "大连市医疗保险业务经办指南（参保缴费与退休待遇）";

const CITATIONS: readonly Citation[] = [
  {
    id: "dl.s0.4",
    document: S0,
    clause: "第四条",
    authority: "agency-guide",
    summary: "达到法定退休年龄的人员，累计缴费男满三十年、女满二十五年，且本市实际缴费满十年的，享受退休人员医疗保险待遇。",
    rules: ["DL-05"],
  },
  {
    id: "dl.s0.7.5",
    document: S0,
    clause: "第七条第（五）项",
    authority: "agency-answers",
    summary: "缴费年限不足的，以办理当月的核定标准为基数，按百分之六一次性补足所差月数，自补足的次月起享受退休待遇。",
    rules: ["DL-05"],
  },
  {
    id: "dl.s0.7.4",
    document: S0,
    clause: "第七条第（四）项",
    authority: "agency-answers",
    summary: "灵活就业人员 2002 年 4 月 1 日以前、单位职工 2004 年 1 月 1 日以前的连续工龄视同缴费，已实际缴费的月份不重复计算。",
    rules: ["DL-05"],
  },
  {
    id: "dl.base.2025",
    document: "关于公布 2025 年度社会保险缴费基数的通知（大人社发〔2025〕36 号）",
    clause: "第二条",
    authority: "notice",
    summary: "2025 年度核定缴费基数为每月 8,190 元。",
    rules: ["DL-05"],
  },
];

const BASE_FIGURE: FigureUsed = {
  id: "dalian.assessed-base",
  title: "核定缴费基数",
  from: "2025-01-01",
  to: "2025-12-31",
  document: "大人社发〔2025〕36 号",
  grade: "B",
  checked: "2026-10-30",
  note: "",
};
const RATE_FIGURE: FigureUsed = {
  id: "dalian.top-up-rate",
  title: "一次性补缴比例",
  from: "2002-04-01",
  to: null,
  document: S0,
  grade: "A",
  checked: "2026-10-30",
  note: "",
};

const step = (part: Partial<Step> & Pick<Step, "key" | "title" | "display">): Step => ({
  kind: "fact",
  value: 0,
  divisor: 1,
  unit: "",
  formula: "",
  filled: "",
  inputs: [],
  citations: [],
  rule: "DL-05",
  figure: null,
  ...part,
});

const STEPS: readonly Step[] = [
  step({ key: "local", title: "本市实际缴费月数", display: "262 个月（21 年 10 个月）", value: 262 }),
  step({ key: "transferred", title: "外地转入月数", display: "0 个月", value: 0 }),
  step({ key: "deemed", title: "视同缴费月数", display: "24 个月（2 年）", value: 24 }),
  step({
    key: "cumulative",
    title: "累计缴费月数",
    kind: "formula",
    value: 286,
    display: "286 个月（23 年 10 个月）",
    formula: "本市实际缴费月数 + 外地转入月数 + 视同缴费月数",
    filled: "262 个月 + 0 个月 + 24 个月 = 286 个月（23 年 10 个月）",
    inputs: [0, 1, 2],
    citations: ["dl.s0.7.4"],
  }),
  step({
    key: "required",
    title: "规定累计缴费月数（女）",
    kind: "table",
    value: 300,
    display: "300 个月（25 年）",
    citations: ["dl.s0.4"],
  }),
  step({
    key: "shortfall",
    title: "所差月数",
    kind: "formula",
    value: 14,
    display: "14 个月（1 年 2 个月）",
    formula: "规定累计缴费月数 − 累计缴费月数，与 120 个月 − 本市实际缴费月数比较，取较大者，不小于 0",
    filled: "max(300 − 286, 120 − 262, 0) = 14 个月（1 年 2 个月）",
    inputs: [3, 4, 0],
    citations: ["dl.s0.4"],
  }),
  step({
    key: "base",
    title: "核定缴费基数",
    kind: "figure",
    value: 819000,
    unit: "yuan/month",
    display: "8,190.00 元/月",
    citations: ["dl.base.2025"],
    figure: BASE_FIGURE,
  }),
  step({
    key: "rate",
    title: "一次性补缴比例",
    kind: "figure",
    value: 3,
    divisor: 50,
    unit: "percent",
    display: "6 %",
    citations: ["dl.s0.7.5"],
    figure: RATE_FIGURE,
  }),
  step({
    key: "monthly-exact",
    title: "每月补缴金额（未取整）",
    kind: "formula",
    value: 49140,
    unit: "yuan/month",
    display: "491.40 元/月",
    formula: "核定缴费基数 × 一次性补缴比例",
    filled: "8,190.00 元/月 × 6 % = 491.40 元/月",
    inputs: [6, 7],
    citations: ["dl.s0.7.5"],
  }),
  step({
    key: "monthly",
    title: "每月补缴金额",
    kind: "rounding",
    value: 49140,
    unit: "yuan/month",
    display: "491.40 元/月",
    formula: "每月补缴金额四舍五入到分",
    filled: "491.40 = 491.40 元/月",
    inputs: [8],
  }),
  step({
    key: "top-up",
    title: "一次性补缴金额",
    kind: "formula",
    value: 687960,
    unit: "yuan",
    display: "6,879.60 元",
    formula: "每月补缴金额 × 所差月数",
    filled: "491.40 元/月 × 14 个月 = 6,879.60 元",
    inputs: [9, 5],
    citations: ["dl.s0.7.5"],
  }),
  step({ key: "processing", title: "办理月份", display: "2025年7月", value: 24306 }),
  step({
    key: "treatment",
    title: "享受退休待遇的起始月份",
    kind: "formula",
    value: 24307,
    unit: "month",
    display: "2025年8月",
    formula: "补缴到账月份的次月",
    filled: "2025年7月的次月 = 2025年8月",
    inputs: [11],
    citations: ["dl.s0.7.5"],
  }),
];

const MATERIALS: readonly Material[] = [
  {
    id: "id-card",
    title: "本人居民身份证",
    form: "original",
    count: 1,
    need: "must",
    because: "核对身份",
    citations: ["dl.s0.4"],
  },
  {
    id: "approval",
    title: "《退休人员审批表》",
    form: "original",
    count: 1,
    need: "must",
    because: "在本市办理养老退休（途径甲），以审批表确认办理月份",
    citations: ["dl.s0.4"],
  },
  {
    id: "service-record",
    title: "职工档案中连续工龄的证明页",
    form: "copy",
    count: 2,
    need: "must",
    because: "申报了 2002 年 4 月以前的连续工龄，需要认定视同缴费月数",
    citations: ["dl.s0.7.4"],
  },
  {
    id: "bank-card",
    title: "银行卡（领取个人账户资金用）",
    form: "copy",
    count: 1,
    need: "may-follow",
    because: "退休后个人账户按月划入",
    citations: ["dl.s0.7.5"],
  },
];

export const GRANTED: Decision = {
  format: 1,
  matter: "dalian.retirement",
  matterTitle: "退休待遇变更（在职转退休）",
  city: "dalian",
  rules: ["DL-05", "NX-02"],
  standing: "current",
  asOf: "2025-07-15",
  pack: { city: "dalian", version: "2026.11", hash: PACK_HASH },
  outcome: "granted",
  headline: "可以办理：一次性补缴 14 个月共 6,879.60 元后，自 2025年8月起享受退休人员医疗保险待遇。",
  conditions: [
    {
      id: "age",
      title: "达到法定退休年龄",
      met: true,
      required: "女满 55 周岁",
      actual: "2026年3月2日满 55 周岁；已在本市办理养老退休",
      citations: ["dl.s0.4"],
      remedies: [],
      step: null,
    },
    {
      id: "local",
      title: "本市实际缴费满 10 年",
      met: true,
      required: "不少于 120 个月",
      actual: "262 个月（21 年 10 个月）",
      citations: ["dl.s0.4"],
      remedies: [],
      step: 0,
    },
    {
      id: "cumulative",
      title: "累计缴费满 25 年（女）",
      met: false,
      required: "不少于 300 个月",
      actual: "286 个月（23 年 10 个月）",
      citations: ["dl.s0.4", "dl.s0.7.5"],
      remedies: [{ kind: "amount", value: 687960, text: "一次性补缴 14 个月，共 6,879.60 元" }],
      step: 3,
    },
  ],
  amounts: [
    {
      id: "top-up",
      title: "一次性补缴医疗保险费",
      payer: "本人",
      payee: "医疗保险基金",
      fen: 687960,
      role: "due",
      group: "",
      step: 10,
    },
    {
      id: "monthly",
      title: "每月补缴金额（14 个月）",
      payer: "本人",
      payee: "医疗保险基金",
      fen: 49140,
      role: "part",
      group: "",
      step: 9,
    },
  ],
  dates: [
    { id: "treatment", title: "享受退休人员医疗保险待遇", value: "2025-08", display: "2025年8月", step: 12 },
    { id: "statutory", title: "法定退休月份", value: "2026-03", display: "2026年3月", step: null },
  ],
  coverage: [
    { from: "2000-04", to: "2002-03", status: "deemed", title: "连续工龄" },
    { from: "2003-09", to: "2025-06", status: "contributed", title: "本市灵活就业参保" },
    { from: "2025-08", to: null, status: "retired", title: "补缴次月起" },
  ],
  options: [],
  materials: MATERIALS,
  sections: [],
  nextMatters: [],
  place: "区医疗保险经办机构退休待遇窗口",
  timeLimit: "材料齐全的当场办结",
  notices: [
    { id: "no-more", level: "info", text: "办理退休待遇变更后不再继续缴费。", citations: ["dl.s0.4"] },
    { id: "pay", level: "warning", text: "补缴须在办理当月一次缴清，跨月按新的核定标准重新计算。", citations: ["dl.s0.7.5"] },
  ],
  readings: [
    {
      id: "dalian.late-application",
      question: "晚于养老退休当月申请的，退休待遇从何时起算？",
      chosen: "processing",
      chosenTitle: "自办理（补缴）月份的次月起，不追溯",
      alternatives: [{ id: "retirement", title: "追溯到养老退休月份的次月" }],
      citations: ["dl.s0.7.5"],
    },
  ],
  conflicts: [],
  missingFigures: [],
  citations: CITATIONS,
  steps: STEPS,
};

export const REFUSED: Decision = {
  ...GRANTED,
  outcome: "refused",
  headline: "不予办理：申请人尚未达到规定年龄，并且正在外地享受退休人员医疗保险待遇。",
  conditions: [
    {
      id: "age",
      title: "未在本市办理养老退休的，须满规定年龄",
      met: false,
      required: "女满 55 周岁",
      actual: "54 周岁（1971年3月2日出生）",
      citations: ["dl.s0.4"],
      remedies: [{ kind: "date", value: "2026-03-02", text: "2026年3月2日满 55 周岁，自该日起可以办理" }],
      step: null,
    },
    {
      id: "elsewhere",
      title: "未在其他统筹地区享受退休待遇",
      met: false,
      required: "没有享受",
      actual: "正在其他统筹地区享受",
      citations: ["dl.s0.7.5"],
      remedies: [],
      step: null,
    },
    GRANTED.conditions[1]!,
  ],
  amounts: [],
  dates: [],
  coverage: [],
};

export const FIGURE_MISSING: Decision = {
  ...GRANTED,
  asOf: "2026-07-15",
  outcome: "figure-missing",
  headline: "缺少 2026 年的核定缴费基数，暂时不能算出补缴金额。",
  amounts: [],
  dates: [],
  missingFigures: [
    {
      figure: "dalian.assessed-base",
      title: "核定缴费基数",
      unit: "元/月",
      date: "2026-07-15",
      enteredBy: "市人力资源和社会保障局",
    },
  ],
};

export const GUIDANCE: Decision = {
  ...GRANTED,
  outcome: "guidance",
  headline: "统筹区内单位之间转移，个人不需要办理任何手续：原单位缴费后网上停保，新单位网上参保。",
  conditions: [],
  amounts: [],
  dates: [],
  coverage: [],
  readings: [],
  timeLimit: "",
};

export const ALL_RECEIVED: readonly MaterialTick[] = [
  { id: "id-card", received: true, form: "original", count: 1 },
  { id: "approval", received: true, form: "original", count: 1 },
  { id: "service-record", received: true, form: "copy", count: 2 },
];

/** The approval form only as a copy, one of two copies of the service record, nothing of the bank card. */
export const SOME_RECEIVED: readonly MaterialTick[] = [
  { id: "id-card", received: true, form: "original", count: 1 },
  { id: "approval", received: true, form: "copy", count: 1 },
  { id: "service-record", received: true, form: "copy", count: 1 },
  { id: "bank-card", received: false, form: "copy", count: 1 },
];

export const version = (decision: Decision, part: Partial<CaseVersion> = {}): CaseVersion => ({
  version: 1,
  at: "2025-07-15T01:30:00.000Z",
  clerk: "李明",
  reason: "",
  person: { identityNumber: IDENTITY_NUMBER, name: "张䶮华", phone: "13800138000" },
  asOf: decision.asOf,
  facts: {},
  materials: ALL_RECEIVED,
  decision,
  promises: [],
  replacedPromises: [],
  needsReview: false,
  review: null,
  ...part,
});

/** The service record is promised for the following week. */
export const PROMISED: readonly PromisedMaterial[] = [
  { material: "service-record", title: "《职工档案》中的工龄记载", form: "copy", count: 2, promisedOn: "2025-07-22" },
];

export const paper = (kind: PaperInput["kind"], decision: Decision, part: Partial<PaperInput> = {}): PaperInput => ({
  kind,
  office: { code: "DL02", name: "大连市中山区医疗保险经办中心", cities: ["dalian"] },
  receiptNumber: "DL02-2025-000137",
  caseId: "5b0c1f6e-8a4d-4c7e-9f21-3d6b8e0a7c55",
  version: version(decision),
  madeAt: "2025-07-15T01:31:00.000Z",
  eventHash: EVENT_HASH,
  ...part,
});
