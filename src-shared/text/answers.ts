/** An answer as typed, in words: for lists and papers beside the form. */
import { parseMonth } from "../domain/calendar.ts";
import type { FactInput, Question } from "../domain/facts.ts";
import { formatYuan, parseYuan } from "../domain/money.ts";
import { countMonths, parsePeriods, type PeriodText } from "../domain/periods.ts";

/** Periods beyond these are only counted: the whole list stands in the form. */
const MOST_PERIODS = 3;

export type Asked = Pick<Question, "type" | "options">;

/** `null` where there is no answer. What cannot be read is given back as typed: it is judged elsewhere. */
export function answerText({ type, options }: Asked, input: FactInput | undefined): string | null {
  if (input === undefined || input === null || input === "") return null;
  if (typeof input === "object") {
    if ("items" in input) return `${input.items.length} 条`;
    return "months" in input ? `${input.months} 个月` : periodsText(input.periods);
  }
  switch (type) {
    case "choice":
      return options.find(({ value }) => value === input)?.title ?? String(input);
    case "flag":
      return typeof input === "boolean" ? (input ? "是" : "否") : String(input);
    case "money": {
      const fen = parseYuan(String(input));
      return fen === undefined ? String(input) : `${formatYuan(fen)} 元`;
    }
    default:
      return String(input);
  }
}

function periodsText(periods: readonly PeriodText[]): string {
  if (periods.length === 0) return "0 个月";
  const shown = periods
    .slice(0, MOST_PERIODS)
    .map(({ from, to }) => (parseMonth(from) === parseMonth(to) ? from : `${from} 至 ${to}`))
    .join("、");
  const set = parsePeriods(periods);
  const more = periods.length > MOST_PERIODS ? `等 ${periods.length} 段` : "";
  return `${shown}${more}${set === undefined ? "" : `，共 ${countMonths(set)} 个月`}`;
}
