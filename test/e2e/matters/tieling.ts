/**
 * Every matter of Tieling once; none of its yearly figures is public, so the administrator enters each where it is first missed.
 * Made-up figures of the office: average wage 7,000 yuan a month and 84,000 a year, flexible rate 8 %, account share 2.5 %,
 * residents 400 yuan a year.
 */
import type { CityMatters, EnteredFigure } from "./matter-case.ts";

const entered = (title: string, unit: string, value: string, number: number): EnteredFigure => ({
  title,
  field: `数值（${unit}）`,
  value,
  document: `铁医保测〔2025〕${number}号`,
});

export const tieling: CityMatters = {
  city: "tieling",
  title: "铁岭",
  matters: [
    {
      // the first payment arrives on 10 July; 90 days from then on end on 7 October (22 + 31 + 30 + 7)
      name: "enrolment",
      title: "参保登记",
      initials: "cbdj",
      asOf: "20250715",
      answers: [
        ["想以什么身份参保", "灵活就业"],
        ["有铁岭户籍", "是"],
        ["就业情况", "灵活就业，没有签劳动合同"],
        ["是社区矫正对象", "否"],
        ["首次参加职工医保", "是"],
        ["由居民医保转来", "否"],
        ["缴费到账日期", "20250710"],
      ],
      headline: "可以参保，等待 90 天，2025年10月8日起享受待遇",
      sees: ["2025年10月7日"],
      papers: { 受理回执: [], 核定单: ["2025年10月7日", "2025年10月8日"] },
    },
    {
      // 36 months without a break before: nothing to wait for
      name: "scheme-change",
      title: "险种转换",
      initials: "xzzh",
      asOf: "20250715",
      answers: [
        ["怎么转", "居民医保转单位职工"],
        ["居民医保资助参保的类别", "不是"],
        ["在原来的险种连续参保的月数", "36"],
        ["原来的险种缴到哪个月", "202506"],
        ["新险种的缴费到账日期", "20250710"],
      ],
      headline: "可以转，没有等待期，2025年7月10日起享受待遇",
      papers: { 受理回执: [], 核定单: ["2025年7月10日"] },
    },
    {
      // paid to May, back in July: two months' gap, and last year was paid in full
      name: "back-payment",
      title: "断缴接续",
      asOf: "20250715",
      answers: [
        ["参保身份", "灵活就业"],
        ["职工医保关系由外地转入", "否"],
        ["上年度的缴费", "当年足额缴清"],
        ["恢复缴费以前的已缴月份", { periods: ["202001-202505"] }],
        ["恢复缴费的到账日期", ""],
      ],
      headline: "上年度足额缴费，没有等待期，2025年7月15日起享受待遇",
      sees: ["补缴以往欠费"],
      papers: { 指引单: ["2025年7月15日"] },
    },
    {
      // 7,000 × 5 % = 350.00 a month, 12 months
      name: "arrears",
      title: "补缴以往欠费",
      asOf: "20250715",
      answers: [
        ["欠费月份", { periods: ["202401-202412"] }],
        ["其中已实际缴费的月份", "0"],
        ["参保方式", "单建统筹"],
      ],
      figures: [entered("上年度全口径城镇单位就业人员月平均工资", "元/月", "7000", 1)],
      headline: "补缴 12 个月（1 年），共 4,200.00 元",
      sees: ["350.00"],
      papers: { 受理回执: [], 核定单: ["4,200.00", "350.00", "人民币肆仟贰佰元整", "铁医保测〔2025〕1号"] },
    },
    {
      // 8,000 − 10 − 190 = 7,800, between 60 % and 300 % of 7,000
      name: "contribution-base",
      title: "缴费基数核定",
      asOf: "20250715",
      answers: [
        ["参保身份", "单位职工"],
        ["单位类型", "机关事业"],
        ["核定谁的基数", "职工个人"],
        ["本人月工资总额", "8000"],
        ["其中：独生子女费", "10"],
        ["其中：取暖费", "190"],
        ["其中：单位部分住房公积金", "0"],
        ["其中：职业年金", "0"],
      ],
      headline: "个人缴费基数 7,800.00 元/月",
      papers: { 受理回执: [], 核定单: [] },
    },
    {
      // 294 of 360 months: 66 short. Now 7,000 × 7 % × 66 = 32,340.00, or 7,000 × 8 % = 560.00 a month until December 2030
      name: "retirement",
      title: "退休待遇变更",
      initials: "txdybg",
      asOf: "20250715",
      born: "19650520",
      answers: [
        ["养老退休情况", "已办理养老退休"],
        ["养老退休手续办结年月", "202507"],
        ["目前参保身份", "灵活就业"],
        ["铁岭实际缴费月份", { periods: ["200101-202506"] }],
        ["外地转入月份", "0"],
        ["参保前连续工龄", "0"],
        ["可以视同缴费的军龄", "0"],
        ["属于2011年规定的原灵活就业特定群体", "否"],
        ["参保方式", "统账结合"],
        ["本人选择", ""],
      ],
      figures: [
        entered("上年度全口径城镇单位就业人员年平均工资", "元/年", "84000", 2),
        entered("灵活就业人员缴费比例（统账结合）", "%", "8", 3),
      ],
      headline: "还差 66 个月（5 年 6 个月）：可以一次补足，也可以继续缴费",
      sees: ["32,340.00", "560.00", "2030年12月"],
      materials: ["居民身份证", "养老退休审批材料"],
      papers: { 受理回执: ["养老退休审批材料"], 核定单: ["32,340.00", "560.00", "2030年12月", "2031年1月"] },
    },
    {
      // 2,000 × 2.5 %
      name: "retiree-care",
      title: "退休人员待遇与社会化移交",
      asOf: "20250715",
      answers: [
        ["已经办理医保退休（在职转退休）", "是"],
        ["原单位正在欠缴医保费", "否"],
        ["原单位还有在职职工", "否"],
        ["规定年限已经缴足", "是"],
        ["原来的参保方式", "统账结合"],
        ["移交时的基础养老金", "2000"],
      ],
      figures: [entered("移交后个人账户划拨比例", "%", "2.5", 4)],
      headline: "医保关系移交社会化管理，待遇照常",
      sees: ["50.00"],
      papers: { 受理回执: [], 核定单: ["社会化管理"] },
    },
    {
      // born on 1 May: the ninetieth day after is 30 July, paid on the 10th
      name: "newborn",
      title: "新生儿参保",
      asOf: "20250715",
      born: "20250501",
      answers: [
        ["用真实姓名和身份证明登记", "是"],
        ["缴费日期", "20250710"],
      ],
      figures: [entered("新生儿居民医保个人缴费标准", "元/年", "400", 5)],
      headline: "在90天内参保，从出生之日 2025年5月1日起报销",
      sees: ["2025年7月30日"],
      materials: ["新生儿身份证明"],
      papers: { 受理回执: ["新生儿身份证明"], 核定单: ["400.00", "2025年5月1日"] },
    },
    {
      // the years 2023 and 2024 missed: 3 + 2 months from 10 July
      name: "resident-enrolment",
      title: "居民医保参保",
      asOf: "20250715",
      answers: [
        ["有铁岭户籍", "是"],
        ["居民医保资助参保的类别", "不是"],
        ["缴费日期", "20250710"],
        ["以前参加过基本医保", "是"],
        ["最近一个参保年度", "2022"],
        ["这次补缴几个断保年度", "0"],
      ],
      figures: [entered("居民医保个人缴费标准", "元/年", "400", 6)],
      headline: "可以参保，等待 5 个月，2025年12月10日起享受待遇",
      sees: ["2025年11月10日"],
      papers: { 受理回执: [], 核定单: ["400.00", "2025年12月9日", "2025年12月10日"] },
    },
    {
      name: "resident-refund",
      title: "居民医保退费",
      asOf: "20241215",
      answers: [
        ["退费原因", "参加了职工医保"],
        ["发生的日期", "20241210"],
        ["待遇从哪一天开始", "20250101"],
        ["个人实际缴纳的金额", "400"],
        ["享受了医疗救助的参保补贴", "否"],
      ],
      headline: "可以退费 400.00 元",
      materials: ["退费申请", "申请人居民身份证", "其他医保的参保缴费记录"],
      papers: { 受理回执: ["退费申请"], 核定单: ["400.00", "人民币肆佰元整"] },
    },
    {
      name: "duplicate",
      title: "重复参保清理",
      asOf: "20250715",
      answers: [
        ["本市关系的险种", "职工医保"],
        ["另一条关系的险种", "职工医保"],
        ["另一条关系在哪里", "其他统筹地区"],
        ["现在的就业地", "本市关系所在地"],
        ["本人要求保留与原则不同的一条", "是"],
        ["已交本人签名的申请书", "是"],
      ],
      headline: "按本人申请，保留另一条关系，暂停本市关系",
      materials: ["本人申请书"],
      papers: { 受理回执: ["本人申请书"], 指引单: ["重复期间先暂停支付本市待遇"] },
    },
    {
      // 5,998.80 ÷ 12 × 9 = 4,499.10, less 200 credited
      name: "refund",
      title: "职工医保退费",
      asOf: "20250715",
      answers: [
        ["退费原因", "灵活就业按年缴费，年中到单位参保"],
        ["到单位参保的月份", "202504"],
        ["缴费记录", { rows: [["202501", "202512", "5998.80", "个人"]] }],
        ["要退的月份已划入个人账户的钱", "200"],
      ],
      headline: "退 9 个月的费用，共 4,299.10 元",
      materials: ["退费申请", "申请人居民身份证", "单位参保缴费记录"],
      papers: { 受理回执: ["单位参保缴费记录"], 核定单: ["4,299.10", "200.00"] },
    },
  ],
};
