/** An answer as the rules hold it, in words. */
import { formatDate, formatMonth } from "../../../../src-shared/domain/calendar.ts";
import { formatYuan } from "../../../../src-shared/domain/money.ts";
import { pairs } from "../../../../src-shared/domain/periods.ts";
import type { FactDefinition, FactValue } from "./facts.ts";
import { displayMonth } from "../units.ts";

/** Periods beyond these are only counted: the whole list stands in the history. */
const MOST_PERIODS = 4;

export function displayFact({ type, options }: Pick<FactDefinition, "type" | "options">, value: FactValue): string {
  if (typeof value !== "number") {
    if (!("count" in value)) return `${value.length} 条`;
    if (value.set === null || value.set.length === 0) return `${value.count} 个月`;
    const spans = pairs(value.set);
    const shown = spans
      .slice(0, MOST_PERIODS)
      .map(([from, to]) => (from === to ? formatMonth(from) : `${formatMonth(from)} 至 ${formatMonth(to)}`))
      .join("、");
    return `${shown}${spans.length > MOST_PERIODS ? `等 ${spans.length} 段` : ""}，共 ${value.count} 个月`;
  }
  switch (type) {
    case "choice":
      return options[value]!.title;
    case "flag":
      return value === 1 ? "是" : "否";
    case "date":
      return formatDate(value);
    case "month":
      return displayMonth(value);
    case "money":
      return `${formatYuan(value)} 元`;
    case "months":
      return `${value} 个月`;
    case "count":
    case "list":
      return String(value);
  }
}
