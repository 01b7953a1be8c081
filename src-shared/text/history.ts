/** The insurance history in words: capacities, layers, spans, and what is wrong with an item of the line. */
import { formatDate, formatMonth, type Month } from "../domain/calendar.ts";
import { ELSEWHERE, type Capacity, type Layer, type Span } from "../domain/history/history.ts";
import type { LineProblem } from "../domain/history/line.ts";

export const CAPACITY_LABELS: Record<Capacity, string> = {
  unit: "单位职工",
  flexible: "灵活就业",
  fund: "失业保险代缴",
  employee: "职工医保",
  retired: "退休",
  resident: "居民医保",
  service: "连续工龄",
  military: "军龄",
};

export const layerTitle = (layer: Layer, here: string): string =>
  ({
    "employee-here": `${here}职工医保`,
    "employee-elsewhere": "外地职工医保",
    resident: "居民医保",
    service: "连续工龄",
    military: "军龄",
  })[layer];

export const HISTORY_SOURCES = ["system", "document", "statement"] as const;
export type HistorySource = (typeof HISTORY_SOURCES)[number];
export const HISTORY_SOURCE_LABELS: Record<HistorySource, string> = {
  system: "系统查询",
  document: "参保凭证或档案",
  statement: "本人陈述",
};

const months = (from: Month, to: Month): string =>
  from === to ? formatMonth(from) : `${formatMonth(from)} 至 ${formatMonth(to)}`;

/** One span, e.g. `外地单位职工 2008-01 至 2015-12`. */
export function spanText(span: Span, here: string): string {
  const place = span.place === here ? "" : span.place === ELSEWHERE ? "外地" : span.place;
  const when = months(span.from, span.to);
  const count = span.count === null ? "" : `中的 ${span.count} 个月`;
  const late =
    span.paidIn === null
      ? ""
      : `（${span.paidIn.day === null ? formatMonth(span.paidIn.month) : formatDate(span.paidIn.day)} 补缴）`;
  const arrived = span.arrived === null ? "" : `（${formatDate(span.arrived)} 到账）`;
  return `${place}${CAPACITY_LABELS[span.capacity]} ${when}${count}${arrived}${late}${span.owed ? "（欠缴）" : ""}`;
}

/** What is wrong with one item, and what to type instead. */
export function lineProblemText({ code, item, month, most }: LineProblem): string {
  const at = `参保经历中的“${item}”`;
  switch (code) {
    case "unreadable":
      return `${at}看不懂：请写成“身份＋起止年月”，例如 d200402-201612（单位）、l202001-202503（灵活就业）、j2021-2025（居民）。`;
    case "no-month":
      return `${at}没有年月：请接着写起止年月，例如 200402-201612；只知道月数的，先填写身份证号码。`;
    case "no-such-month":
      return `${at}没有这个月份或日期：月份是 01 到 12，日期要在该月之内，请核对。`;
    case "paid-before":
      return `${at}的补缴年月早于所补的 ${formatMonth(month ?? 0)}：“!”后面写实际补缴的年月；不是补缴的不用写。`;
    case "end-before-begin":
      return `${at}结束早于开始，请核对起止年月。`;
    case "too-early":
      return `${at}早于可能的最早月份 ${formatMonth(month ?? 0)}（居民为出生，其他为满16周岁），请核对。`;
    case "too-late":
      return `${at}晚于办理月份：参保经历只写到 ${formatMonth(month ?? 0)} 为止。`;
    case "not-arrived":
      return `${at}的到账日期晚于办理日期：还没有到账的不写，请核对。`;
    case "too-many":
      return `${at}写的月数多于这段时间的 ${most ?? 0} 个月，请核对。`;
    case "overlap":
      return `${at}与前面一段在 ${formatMonth(month ?? 0)} 重叠，月数会重复计算，请分开写。`;
  }
}

/** A history as a decision used it, on screen and paper. */
export const HISTORY_WORDS = {
  title: "参保经历",
  origin: (source: string, until: string) => `来源：${source === "" ? "未注明" : source}；截至 ${until}`,
  nothing: "没有参保月份",
  derived: "由参保经历得出",
  answer: "情况",
  value: "结果",
  unknown: "没有录入的部分",
};
