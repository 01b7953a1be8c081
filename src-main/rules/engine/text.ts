/** Chinese sentences of the engine itself; everything about a matter stands in its YAML. */
import { formatYuan, MAX_FEN } from "../../../src-shared/domain/money.ts";

export const FACT_TEXT = {
  unknown: (name: string) => `“${name}”不是本事项的问题，请去掉这一项。`,
  required: (title: string) => `请回答“${title}”。`,
  choice: (titles: readonly string[]) => `请从以下选项中选择：${titles.join("、")}。`,
  flag: "请选择“是”或“否”。",
  date: "请输入真实日期，格式为 年-月-日，例如 2026-03-04。",
  month: "请输入年月，格式为 年-月，例如 2026-03。",
  money: "请输入金额（元），最多两位小数，例如 8190 或 8190.50。",
  tooMuch: `金额不得超过 ${formatYuan(MAX_FEN)} 元，请核对；是否多输了几位。`,
  comma: {
    "decimal-comma": "小数点请用“.”，逗号只用来分隔千位，例如 8190.50 或 8,190.50。",
    misplaced: "逗号只用来分隔千位，每三位一个，例如 8,190.50；请核对金额。",
  },
  count: "请输入不小于 0 的整数。",
  list: "请至少填写一条记录。",
  periods: "请输入起止年月，格式为 2002-04 至 2016-12，开始不得晚于结束。",
  periodsInFuture: (month: string) => `月份不得晚于办理月份 ${month}，请核对结束年月。`,
  range: (min: number | undefined, max: number | undefined) =>
    max === undefined ? `不得小于 ${min}。` : min === undefined ? `不得大于 ${max}。` : `应在 ${min} 至 ${max} 之间。`,
  lacking: (title: string) => `没有填写“${title}”，未核实`,
  asOf: "办理日期应为真实日期，格式为 年-月-日，例如 2026-03-04。",
};

export const HISTORY_TEXT = {
  notAsHistory: (title: string, told: string | null) =>
    told === null
      ? `“${title}”与参保经历不符，请核对这一项和参保经历。`
      : `“${title}”与参保经历不符：按参保经历应为 ${told}。请核对这一项和参保经历。`,
  notAsAnswer: (title: string, other: string | null) =>
    other === null ? `“${title}”与前面的回答不能同时成立，请核对。` : `“${title}”与“${other}”的回答不能同时成立，请核对这两项。`,
  unknownLayer: (layer: string) => `${layer}没有录入`,
  unknownBefore: (layer: string, month: string) => `${layer} ${month} 以前没有录入`,
  between: (least: string, most: string) => `${least} 至 ${most}`,
  atLeast: (least: string) => `至少 ${least}`,
  atMost: (most: string) => `至多 ${most}`,
  notBefore: (month: string) => `${month} 或以后`,
  notAfter: (month: string) => `${month} 或以前`,
  source: "请选择参保经历的来源：系统查询、参保凭证或档案、本人陈述。",
  text: "参保经历应写成一行文字，例如 d200402-201612 l201701-202503。",
};

export const FIGURE_TEXT = {
  unknown: (id: string) => `没有名为“${id}”的政策数据。`,
  value: (unit: string) => `数值格式不对：本项的单位是 ${unit}，请输入数字（金额最多两位小数，比例按百分数输入）。`,
  from: "开始日期应为真实日期，格式为 年-月-日。",
  to: "结束日期应为真实日期，且不早于开始日期。",
  overlap: (from: string, to: string, document: string) =>
    `与已有数据的有效期 ${from} 至 ${to}（${document}）重叠，请核对起止日期。`,
  document: "请填写依据文件名称和文号。",
};

/** Of a table's bound: `中断月数至多`. */
export const BOUND_TEXT = { lowest: (title: string) => `${title}至少`, highest: (title: string) => `${title}至多` };
