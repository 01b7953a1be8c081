/** Chinese text of the papers. Sentences about a matter come with its decision; these are the forms around them. */
import type { IdentityKind } from "../../src-shared/domain/identity/kinds.ts";
import { DOCUMENT_NAMES } from "../../src-shared/text/identity.ts";
import type { ConditionStanding, Conflict, Nature } from "../../src-shared/domain/decision.ts";

export const PAPER_TEXT = {
  receiptNumber: (number: string, nature: Nature) => (nature === "transaction" ? `受理号：${number}` : `编号：${number}`),
  notAccepted: (shortCaseId: string) => `受理号：未受理（办件 ${shortCaseId}）`,
  copyMark: (reprint: number) => `补打 第${reprint}次`,
  issuedOn: (date: string) => `出具日期：${date}`,
  codeCaption: (shortHash: string) => `校验码 ${shortHash}`,
  origin: (city: string, version: string, shortHash: string) => `政策数据 ${city} ${version}（${shortHash}）`,
  page: (page: number, pages: number) => `第 ${page} 页 / 共 ${pages} 页`,
  subject: (matter: string, number: string) => `${matter} ${number}`,
  numbered: (number: string, text: string) => `${number}、${text}`,
  reference: (number: number) => `〔${number}〕`,
  greeting: (name: string) => `${name}：`,
  runningTitle: (title: string, office: string) => `${title}　${office}`,
  cut: "…",
  none: "—",
  step: (number: number) => `${number}. `,
  point: "· ",
  dash: " 至 ",
  missingCharacters: (list: string) => `字库缺字：本文书中的“□”代替下列未收录的字，请对照证件手写补正：${list}。`,
  codePoint: (hex: string) => `U+${hex}`,
};

export const SIGNATURE_TEXT = {
  clerk: "经办人（签章）：",
  reviewer: "复核人（签章）：",
  promiser: "承诺人（签名）：",
  maker: "制表人：",
  checker: "审核人：",
  applicant: "办事人（签名）：",
  date: "日期：",
  dateBlank: "　　　　年　　　月　　　日",
  seal: "（单位盖章）",
};

export const PERSON_TEXT = {
  name: "办事人",
  consultationMatter: "事项",
  consultationOn: "日期",
  identityNumber: "身份证号码",
  document: "证件",
  documentOf: (name: string, number: string, why: string) =>
    number === "" ? `${name}${why === "" ? "" : `（${why}）`}` : `${name}　${number}`,
  phone: "联系电话",
  matter: "办理事项",
  asOf: "办理日期",
  clerk: "经办人",
  amendment: "更正说明",
  version: (version: number, reason: string) => `第 ${version} 版，更正原因：${reason}`,
};

export const MATERIAL_TEXT = {
  order: "序号",
  title: "材料名称",
  form: "形式",
  count: "份数",
  because: "需要的原因",
  citation: "依据",
  need: "要求",
  tick: "备齐",
  open: "□",
  missingCount: (count: number) => `还缺 ${count}`,
  wrongForm: (needed: string, given: string) => `${needed}（已交${given}）`,
};

export const CITATION_TEXT = {
  heading: "政策依据",
  number: "编号",
  source: (document: string, authority: string) => `${document}（${authority}）`,
  clausesOf: (source: string, clauses: readonly string[]) => `${source}：${clauses.join("，")}`,
  next: "；",
  document: "文件",
  clause: "条款",
  authority: "性质",
  summary: "内容",
};

export const COMMON_TEXT = {
  condition: "条件",
  required: "规定要求",
  actual: "核对情况",
  met: "结论",
  conclusion: { met: "✓ 符合", failed: "不符合", unknown: "未核实" } satisfies Record<ConditionStanding, string>,
  assumed: "没有填写的项目",
  assumedIntro: "下列项目没有填写，结果暂按所列情况计算。填写后结果可能不同：",
  assumedQuestion: "项目",
  assumedAs: "暂按",
  citation: "依据",
  remedy: "怎样解决",
  remedyLine: (text: string) => `解决办法：${text}`,
  dates: "重要日期",
  dateTitle: "事项",
  dateValue: "日期",
  place: "办理地点",
  timeLimit: "办理时限",
  notices: "请注意",
  readings: "解释口径",
  readingsIntro: "文件对下列问题没有写明，本次采用以下口径：",
  readingQuestion: "问题",
  readingChosen: "采用的口径",
  conflicts: "文件之间不一致之处",
  conflict: ({ title, used, other, why }: Pick<Conflict, "title" | "used" | "other" | "why">, references: string) =>
    `${title}：采用“${used}”，不采用“${other}”。${why}${references}`,
  deadline: (title: string, date: string) => `${title}：${date}`,
  keep: "请妥善保管本文书。扫描二维码或报受理号，可以核对文书内容。",
  checkable: "扫描二维码或报编号，可以核对内容。",
};

export const ACCEPTANCE_TEXT = {
  opening: (matter: string) => `您申请办理的“${matter}”，所交材料经当面核对，现予受理。`,
  received: "已收材料",
  nothingReceived: "本次没有收取材料。",
  mayFollow: "可以后补的材料",
  outstanding: "尚未交齐的材料",
  result: "办理结果",
  inReview: "本事项须经复核，办理结果和金额以复核通过后出具的文书为准。",
  basis: (references: string) => `本事项依据${references}核对办理条件。`,
  amountDue: (title: string, yuan: string, capital: string, mark: string) =>
    `${title}：${yuan} 元${mark}（${capital}），计算过程见核定单。`,
};

export const NOTICE_TEXT = {
  openingMaterials: (matter: string) => `您申请办理的“${matter}”，材料尚未交齐。现将需要补正的全部内容一次性告知如下。`,
  openingOther: (matter: string) => `您申请办理的“${matter}”，材料已经交齐，但还有下列事项需要解决，现一次性告知如下。`,
  missing: (count: number) => `需要补交的材料（共 ${count} 项）`,
  nothingMissing: "必交材料已全部收到，没有需要补交的材料。",
  mayFollow: "可以后补的材料",
  optional: "可以提交的其他材料",
  other: "其他需要解决的事项",
  tell: "请说明有关情况，由窗口核实。",
  figure: (title: string) => `缺少数据：${title}`,
  figureRequired: (date: string) => `须有 ${date} 执行的数值`,
  figureActual: "尚未录入",
  figureRemedy: (enteredBy: string) => `不需要您提供。${enteredBy}`,
  received: "已经收到的材料",
  again: "再次办理",
  when: "何时再来",
  whenComplete: "材料备齐后，工作时间内随时可以再来。",
  whenResolved: "上列事项解决后即可再来。",
  bring: "请携带",
  /** Also somebody without a number has something that says who they are. */
  bringText: (kind: IdentityKind) =>
    `本告知单、本人${kind === "citizen" ? "身份证" : kind === "none" ? "身份证明" : DOCUMENT_NAMES[kind]}和上列材料`,
};

export const REFUSAL_TEXT = {
  opening: (matter: string) => `您申请办理的“${matter}”，经核对不符合下列规定条件，现决定不予受理。`,
  failed: "不符合的条件",
  passed: "已经符合的条件",
  unchecked: "没有核实的条件",
  remedies: "怎样可以办理",
  noRemedy: "上述文件没有规定可以补正的办法。",
  appeal: "不服本决定的救济途径",
  // 行政复议法（2023 年修订）第二十条；行政诉讼法第四十六条
  appealText:
    "如不服本决定，可以自知道之日起六十日内依照《中华人民共和国行政复议法》第二十条申请行政复议，也可以自知道之日起六个月内依照《中华人民共和国行政诉讼法》第四十六条向人民法院提起行政诉讼。",
};

export const ASSESSMENT_TEXT = {
  item: "项目",
  payer: "付款方",
  payee: "收款方",
  yuan: "金额（元）",
  part: (title: string) => `其中：${title}`,
  information: (title: string) => `${title}（仅供参考）`,
  groups: "各方支付",
  group: (title: string, total: string) => `${title}　共 ${total} 元`,
  capital: (title: string, capital: string) => `${title}（大写）：${capital}`,
  nothingDue: "本次不需要缴费。",
  missingFigure: (title: string, date: string, enteredBy: string) =>
    `缺少 ${date} 执行的${title}（${enteredBy}），与之有关的金额尚未核定。`,
  options: "可以选择的办法",
  option: (number: number, title: string) => `办法${number}：${title}`,
  coverage: "参保月份",
  from: "开始",
  to: "结束",
  openEnd: "起",
  status: "状态",
  description: "说明",
  steps: "计算过程",
  stepTitle: "项目",
  stepFormula: "计算公式（第二行为代入本人数值）",
  stepResult: "结果",
  stepsCut: "计算步骤较多，此处列出与结果直接有关的主要步骤，其余步骤保存在办件中，可以查询。",
  facts: "计算采用的情况",
  askedFor: (value: string, inputs: readonly string[]) => `${value}（${inputs.join("、")}）`,
  figures: "计算采用的政策数据",
  figure: "名称",
  value: "数值",
  validity: "有效期",
  source: "发布文件和核实程度",
  sourceLine: (document: string, references: string, grade: string, checked: string) =>
    `${document}${references}\n${grade}，${checked}核查`,
  figureNote:
    "标有※的数据不是取自正式文本（报道或转载、未核实，或由本单位录入），以正式文件为准；依据这类数据得出的金额同样标※。",
  mark: "※",
};

export const GUIDANCE_TEXT = {
  nextMatter: (title: string, why: string, references: string) => `${title}：${why}${references}`,
  noMaterials: "不需要准备材料。",
  where: "到哪里办理",
  amounts: "费用",
};

export const REPORT_TEXT = {
  origin: "由医保窗口系统按办件记录生成",
  printed: (clerk: string, at: string) => `打印人：${clerk}　打印时间：${at}`,
  totals: "合计",
  nothing: "没有记录。",
};

/** How a paper speaks, by what the office does with the matter. Only a transaction is assessed. */
interface ResultWords {
  readonly opening: (matter: string) => string;
  readonly result: string;
  readonly conditions: string;
  readonly sections: string;
  readonly materials: string;
  readonly next: string;
}

const TOLD = { conditions: "条件", sections: "怎么办", materials: "需要准备的材料", next: "接下来要办" };

export const RESULT_TEXT: Record<Nature, ResultWords> = {
  transaction: {
    ...TOLD,
    opening: (matter) => `您申请办理的“${matter}”，经核定，结果如下。`,
    result: "核定结果",
    conditions: "办理条件",
  },
  estimate: {
    ...TOLD,
    opening: (matter) => `按您提供的情况，“${matter}”结果如下，仅供参考，不是结算，也不作为办理依据。`,
    result: "试算结果",
  },
  lookup: {
    opening: (matter) => `现将“${matter}”的查算结果告知如下，只供查询，不作为办理依据。`,
    result: "查算结果",
    conditions: "当时的条件",
    sections: "当时的办法",
    materials: "当时要带的材料",
    next: "现在的办法",
  },
  guidance: { ...TOLD, opening: (matter) => `现就“${matter}”向您指引如下。`, result: "指引" },
};

export const COMPARISON_TEXT = {
  side: (city: string, matter: string) => `${city} · ${matter}`,
  subject: (sides: readonly string[]) => sides.join("，"),
  pack: (city: string, version: string, shortHash: string) => `${city} ${version}（${shortHash}）`,
  origin: (packs: readonly string[]) => (packs.length === 0 ? "" : `政策数据 ${packs.join("，")}`),
  opening:
    "本单把同样的情况分别按两个城市的规定试算，供咨询时比较。缴费月份按下面所写的办法计入对方；户籍、居住证等按该市另行回答；实际办理以当地受理时的核定为准。",
  name: "咨询人",
  asOf: "按哪天的规定",
  clerk: "经办人",
  move: "缴费月份在对方",
  nobody: "未留姓名",
  item: "项目",
  result: "结果",
  unanswered: "还有问题没有回答，不能试算",
  amounts: "金额",
  amount: (title: string, yuan: string) => `${title}：${yuan} 元`,
  part: (title: string) => `其中 ${title}`,
  information: (title: string) => `${title}（供参考）`,
  dates: "时间",
  line: (title: string, value: string) => `${title}：${value}`,
  conditions: "条件",
  met: (title: string) => `符合：${title}`,
  unknown: (title: string) => `未核实：${title}`,
  unmet: (title: string, remedies: readonly string[]) =>
    `不符合：${title}${remedies.length > 0 ? `（${remedies.join("；")}）` : ""}`,
  assumed: "没有填写的项目",
  options: "可选方案",
  option: (title: string, lines: readonly string[]) => `${title}${lines.length > 0 ? `：${lines.join("，")}` : ""}`,
  missing: "缺少的数据",
  missingFigure: (title: string, date: string) => `${title}（${date}）`,
  coverage: "月份",
  run: (from: string, to: string | null, status: string) =>
    `${from}${to === null ? " 起" : from === to ? "" : ` 至 ${to}`} ${status}`,
  readings: "解释口径",
  reading: (question: string, chosen: string) => `${question} ${chosen}`,
  documents: "依据的文件",
  answers: "采用的情况",
  question: "问题",
  notAsked: "该市不问",
  notAnswered: "未回答",
  none: "—",
};

/** Of the papers on materials that follow on a promise; their sentences lie in `resources/papers`, see `promise-sentences.ts`. */
export const PROMISE_PAPER_TEXT = {
  copies: ["第一联 办事人留存", "第二联 经办机构存档"],
  outstanding: (count: number) => `需要补交的材料（共 ${count} 项）`,
  promisedOn: "承诺补交日期",
  order: "序号",
  how: "怎样补交",
  late: "逾期的后果",
  replaced: (title: string, day: string) => `${title}（原定 ${day} 前补交）`,
  promises: "承诺事项",
};
