/**
 * Every matter of Dalian once, as a clerk meets it: what is typed, by the words on the screen, and what must come of it.
 * The answers and results are those of a golden case of the same matter, worked out by hand in `test/policy/dalian`.
 */
import type { Nature } from "../../src-shared/domain/decision.ts";
import type { Sex } from "../../src-shared/domain/identity-number.ts";

/** Title of the option chosen, or what is typed; `""` leaves a question that need not be answered. */
type PlainAnswer = string;
/** Months as periods, or the rows of a table cell by cell. */
export type Answer =
  | PlainAnswer
  | { readonly periods: readonly string[] }
  | { readonly rows: readonly (readonly PlainAnswer[])[] };

/** A figure that nobody has published and the administrator enters on the spot. */
export interface EnteredFigure {
  readonly field: string;
  readonly value: string;
  readonly document: string;
}

export interface MatterCase {
  /** Of the screenshot, and the matter's id without the city. */
  readonly name: string;
  readonly title: string;
  /** What is typed to find it; without it the title. */
  readonly initials?: string;
  /** The day of processing, where the result depends on it. */
  readonly asOf?: string;
  readonly sex?: Sex;
  readonly born?: string;
  /** Question by its title, in the order of the form. */
  readonly answers: readonly (readonly [question: string, answer: Answer])[];
  readonly figure?: EnteredFigure;
  readonly headline: string;
  /** Seen beside the form, too. */
  readonly sees?: readonly string[];
  /** The materials that must be handed in. */
  readonly materials?: readonly string[];
  /** Words of each paper, besides the headline, the person and the receipt number. */
  readonly papers: Readonly<Record<string, readonly string[]>>;
  /** Nothing is accepted: what the matter is instead. */
  readonly told?: Exclude<Nature, "transaction">;
  /** Not accepted: the paper says why. */
  readonly refused?: true;
  /** A rule of the past: said on the screen and on every paper. */
  readonly historic?: true;
}

export const DALIAN_MATTERS: readonly MatterCase[] = [
  {
    name: "enrolment",
    title: "灵活就业人员参保登记",
    initials: "lhjyrycbdj",
    asOf: "20250610",
    answers: [
      ["有大连户籍", "否"],
      ["持有效的大连居住证", "是"],
      ["就业情况", "个体工商户，没有雇工"],
      ["首次在大连参加职工医保", "是"],
    ],
    headline: "可以参保，每月 499.59 元，2025年6月起享受待遇",
    sees: ["475.02", "24.57"],
    materials: ["居住证"],
    papers: {
      受理回执: ["居住证", "所属区（市）县医保经办机构"],
      核定单: ["499.59", "475.02", "24.57", "人民币肆佰玖拾玖元伍角玖分", "2025年6月"],
    },
  },
  {
    name: "back-payment",
    title: "断缴补缴核定",
    initials: "djbjhd",
    asOf: "20250710",
    answers: [
      ["恢复缴费以前的已缴月份", { periods: ["202001-202503"] }],
      ["恢复缴费的月份", ""],
      ["恢复当月的医保费已经缴了吗", "是"],
    ],
    headline: "可以补缴 3 个月，共 1,498.77 元，2025年7月31日前办完",
    sees: ["499.59"],
    papers: {
      受理回执: [],
      核定单: ["1,498.77", "人民币壹仟肆佰玖拾捌元柒角柒分", "499.59", "2025年7月31日"],
    },
  },
  {
    name: "payment-channels",
    title: "灵活就业缴费方式",
    answers: [["为什么来问", "已登记，想知道怎么缴"]],
    told: "guidance",
    headline: "税务小程序、税务窗口、银行代扣三种方式任选",
    papers: { 指引单: ["银行代扣"] },
  },
  {
    name: "transfer-out",
    title: "医保关系转出",
    initials: "ybgxzc",
    asOf: "20250715",
    answers: [
      ["参保人", "机关事业单位在职人员"],
      ["单位在市内五区", "是"],
      ["现在的参保状态", "暂停参保"],
      ["离开单位的证明", "干部调动表"],
      ["由他人代办", "是"],
    ],
    headline: "可以办理转出",
    sees: ["市医保中心业务窗口"],
    materials: ["居民身份证", "代办人身份证", "干部调动表"],
    papers: { 受理回执: ["市医保中心业务窗口", "干部调动表"] },
  },
  {
    name: "transfer-in",
    title: "医保关系转入",
    initials: "ybgxzr",
    asOf: "20250715",
    answers: [
      ["原参保地的医保关系已经终止", "是"],
      ["在大连缴纳的职工医保费已经到账", "否"],
      ["由他人代办", "否"],
    ],
    headline: "大连的职工医保费到账后再来办理",
    refused: true,
    sees: ["灵活就业人员参保登记"],
    papers: { 不予受理通知书: ["在大连参加职工医保并缴费，到账后再来"] },
  },
  {
    name: "retirement",
    title: "退休待遇变更",
    initials: "txdybg",
    asOf: "20250715",
    born: "19650520",
    answers: [
      ["养老退休情况", "已在大连办理养老退休"],
      ["养老退休手续办结年月", "202507"],
      ["目前参保身份", "单位职工"],
      ["大连实际缴费月份", { periods: ["199509-202507"] }],
      ["外地转入月份", ""],
      ["参保前连续工龄", ""],
    ],
    headline: "趸缴 1 个月，共 491.40 元，2025年8月起享受退休人员待遇",
    materials: ["《退休人员审批表》"],
    papers: { 受理回执: ["491.40", "《退休人员审批表》"], 核定单: ["491.40", "2025年8月", "359 个月"] },
  },
  {
    name: "resignation",
    title: "退职人员医保待遇变更",
    initials: "tzry",
    asOf: "20250630",
    born: "19750720",
    answers: [
      ["退职时的参保身份", "灵活就业"],
      ["退职手续办结年月", "202506"],
      ["大连实际缴费月份", { periods: ["199508-202505"] }],
      ["外地转入月份", ""],
      ["参保前连续工龄", ""],
    ],
    headline: "按月缴费到 2025年7月，2025年8月起享受退休人员待遇",
    sees: ["499.59"],
    refused: true,
    papers: { 不予受理通知书: ["其间按在职人员享受待遇"] },
  },
  {
    name: "death",
    title: "死亡终止参保",
    asOf: "20250715",
    answers: [
      ["去世人员的参保关系", "企业人员，关系在单位"],
      ["来办理的是", "单位经办人"],
    ],
    headline: "可以办理终止参保",
    sees: ["各区（市）县医保经办机构"],
    materials: ["《死亡证明》", "代办人身份证", "《人员变动表》"],
    papers: { 受理回执: ["《死亡证明》", "各区（市）县医保经办机构"] },
  },
  {
    name: "unemployment",
    title: "领取失业金期间的医保",
    initials: "lqsyjqj",
    asOf: "20250801",
    answers: [
      ["失业金从哪个月起领", "202501"],
      ["失业金领到哪个月", "202506"],
      ["领完后第一次缴医保费的月份", ""],
    ],
    told: "guidance",
    headline: "领完后已断缴 1 个月，本月参保缴费并补缴可以接上",
    sees: ["断缴补缴核定", "灵活就业人员参保登记"],
    papers: { 指引单: ["2025年10月31日", "断缴补缴核定"] },
  },
  {
    name: "move",
    title: "区内调转",
    asOf: "20250715",
    answers: [
      ["换到哪里的单位", "仍在大连统筹区内"],
      ["办到哪一步", "原单位已暂停，新单位还没有登记"],
    ],
    told: "guidance",
    headline: "本人不用办理，等新单位网上参保登记",
    papers: { 指引单: ["新单位在单位网厅办理参保登记"] },
  },
  {
    name: "scheme-change",
    title: "险种转换",
    initials: "xzzh",
    asOf: "20251130",
    answers: [
      ["怎么转", "灵活就业转居民医保"],
      ["今年已经缴过原险种的医保费", "是"],
    ],
    headline: "今年内不能互转，2025年12月1日起可以办理",
    refused: true,
    papers: { 不予受理通知书: ["2025年12月1日起办理，2025年12月31日前办完"] },
  },
  {
    name: "inpatient",
    title: "住院待遇试算",
    initials: "zydyss",
    answers: [
      ["身份", "在职"],
      [
        "住院",
        {
          rows: [
            ["20231120", "", "三甲", "201200"],
            ["20230410", "", "其他三级", "100850"],
            ["20230201", "", "二级", "20500"],
          ],
        },
      ],
      ["此前统筹基金已支付", ""],
      ["此前累计的大额补助计算额", ""],
    ],
    told: "estimate",
    headline: "费用合计 322,550.00 元：基金支付 296,740.00 元，个人负担 25,810.00 元",
    sees: ["40,927.50", "147,400.00"],
    papers: {
      试算单: ["第1次 2023年2月1日", "17,600.00", "40,927.50", "147,400.00", "这是试算，不是结算"],
    },
  },
  {
    name: "e-credential",
    title: "医保电子凭证与忘带、丢失医保卡",
    initials: "ybdzpz",
    answers: [["为什么来问", "丢了医保卡"]],
    told: "guidance",
    headline: "丢了卡也能用医保电子凭证，当场可以激活",
    sees: ["补办实体卡的手续，指南没有写，请向发卡机构查询。"],
    papers: { 指引单: ["支付宝、云闪付等"] },
  },
  {
    name: "historic-contribution",
    title: "旧规定：单位和个人缴费",
    historic: true,
    answers: [
      ["要查算的月份", "201107"],
      ["查算谁的缴费", "职工个人"],
      ["本人上月工资总额", "4000"],
    ],
    figure: { field: "数值（元/月）", value: "3000", document: "统计公报〔2012〕1号" },
    told: "lookup",
    headline: "2011年7月职工个人缴 80.00 元（基数 4,000.00 元）",
    papers: { 查算单: ["80.00", "统计公报〔2012〕1号"] },
  },
  {
    name: "historic-account-credit",
    title: "个人账户每月划入（各时期）",
    initials: "grzh",
    historic: true,
    answers: [
      ["要查算的月份", "201107"],
      ["当时身份", "退休人员"],
      ["参保地", "其他区市县"],
      ["本人月退休金", "930"],
    ],
    told: "lookup",
    headline: "2011年7月个人账户划入 60.45 元，市级统筹前为 33.48 元，相差 26.97 元",
    papers: { 查算单: ["60.45", "33.48", "26.97"] },
  },
  {
    name: "historic-individual",
    title: "旧规定：个体劳动者缴费",
    historic: true,
    answers: [
      ["要查算的月份", "201106"],
      ["参保地", "市内五区"],
      ["查算什么", "缴当月保险费"],
      ["当月几号存款或办理", "8"],
      ["当时是否享受低保", "是"],
      ["本人养老保险缴费基数", "2599"],
    ],
    told: "lookup",
    headline: "2011年6月每月缴 155.94 元，已在规定日期前存款",
    papers: { 查算单: ["《失业证》", "155.94", "大连银行开户"] },
  },
  {
    name: "historic-nonlocal-back-payment",
    title: "旧规定：企业职工个人补缴医保",
    historic: true,
    answers: [
      ["要查算的月份", "201201"],
      ["属于哪一种人", "外地户籍企业职工补中断的医保费"],
      ["现有单位且当期职工医保已缴", "是"],
      ["欠费月份", { periods: ["201110-201112"] }],
      ["由他人代办", "否"],
    ],
    figure: { field: "数值（元/月）", value: "2600", document: "统计公报〔2012〕2号" },
    told: "lookup",
    headline: "可以个人补缴 3 个月，共 468.00 元，不收滞纳金",
    sees: ["156.00"],
    papers: { 查算单: ["《大连市医疗保险补费申请表》", "468.00", "156.00", "统计公报〔2012〕2号"] },
  },
  {
    name: "historic-gap-payer",
    title: "旧规定：以前的中断由谁补缴",
    historic: true,
    answers: [
      ["要查算的月份", "201106"],
      ["中断期间的情况", "当时没有单位"],
      ["户口", "农业"],
      ["中断月份", { periods: ["200909-201010"] }],
    ],
    told: "lookup",
    headline: "农业户口失业期间的医保费不能补缴",
    papers: { 查算单: ["再就业后凭户口簿重新参保"] },
  },
  {
    name: "historic-card-loss",
    title: "旧规定：医保卡丢失补办",
    historic: true,
    answers: [
      ["要查算的月份", "201105"],
      ["当时在市内参保", "是"],
      ["手里有什么证件", "居民身份证"],
      ["申请补办的日期", "20110525"],
    ],
    told: "lookup",
    headline: "到五处之一就近补办，2011年6月1日起取卡",
    papers: { 查算单: ["居民身份证", "沙河口区公共行政服务中心"] },
  },
  {
    name: "historic-chronic",
    title: "旧规定：门诊慢性病补助",
    historic: true,
    answers: [
      ["要查算的月份", "201107"],
      ["参保地", "庄河市"],
      ["选社区卫生服务中心作定点", "否"],
      ["符合规定的门诊慢性病费用", "1000"],
      ["该病种当年补助限额还剩", ""],
    ],
    told: "lookup",
    headline: "2011年7月补助 850.00 元，本人负担 150.00 元",
    papers: { 查算单: ["850.00", "150.00", "85 %"] },
  },
  {
    name: "historic-referral",
    title: "旧规定：转诊到外地住院",
    historic: true,
    answers: [
      ["要查算的月份", "201108"],
      ["本地医疗条件不能治", "是"],
      ["已在市内三级定点医院就诊", "是"],
      ["要去的医院", "沈阳、北京、上海等地的三甲综合定点医院"],
    ],
    told: "lookup",
    headline: "由市内三级定点医院医保科联网登记，市医保中心审核通过后即可前往",
    papers: { 查算单: ["审核通过后直接前往外地住院"] },
  },
  {
    name: "historic-online-move",
    title: "旧规定：市内与区市县之间转关系",
    historic: true,
    answers: [
      ["要查算的月份", "201107"],
      ["从哪里转出", "市内"],
      ["转到哪里", "区市县"],
    ],
    told: "lookup",
    headline: "只办养老关系转移，医保关系随之转移，本人不用办",
    papers: { 查算单: ["单位在网上办理养老关系转移"] },
  },
  {
    name: "historic-unemployment",
    title: "旧规定：领取失业金期间的医保",
    historic: true,
    answers: [
      ["要查算的月份", "201006"],
      ["当时选择参加医保", "是"],
      ["领取失业金的第一个月", "201006"],
      ["参保后中断过缴费", "否"],
    ],
    told: "lookup",
    headline: "2010年6月是领取失业金的第一个月，可以申请并自己缴费",
    papers: { 查算单: ["向个体劳动者社保缴费网点申请"] },
  },
];
