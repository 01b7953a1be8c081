/**
 * Operations of the rules. Each makes a step whose sentence says what was done, so that what is shown is what was reckoned:
 * value and divisor follow from the inputs alone, and a law over all decisions reckons every step once more
 * (`test/policy/sentences.ts`). `because` is what else a step rests on, mostly a reading; it takes no part in the reckoning.
 * Amounts are exact: fractions of a fen until an operation rounds.
 */
import {
  addDays,
  addMonths,
  birthday,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthOfDate,
  monthOfYear,
  packDate,
  yearOfDate,
  yearOfMonth,
} from "../../../src-shared/domain/calendar.ts";
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import type { Meaning } from "./meaning.ts";
import { Node, type DerivedStep, type Operation } from "./node.ts";
import { leastCommonMultiple } from "./units.ts";

export const operation = (id: string, formula: string): Operation => ({ id, formula, rounds: false });
const rounding = (id: string, formula: string): Operation => ({ id, formula, rounds: true });

// where there is nothing beside the operands no list is made anew
const one = (a: Node, because: Node | undefined): readonly Node[] => (because === undefined ? [a] : [a, because]);
const two = (a: Node, b: Node, because: Node | undefined): readonly Node[] => (because === undefined ? [a, b] : [a, b, because]);
const three = (a: Node, b: Node, c: Node, because: Node | undefined): readonly Node[] =>
  because === undefined ? [a, b, c] : [a, b, c, because];

/** An exact amount, brought down to whole fen where it is some, so that it reads as money. Most are whole from the beginning. */
function exact(step: DerivedStep, value: number, divisor: number, inputs: readonly Node[], by: Operation): Node {
  if (divisor === 1) return new Node(step, value, 1, inputs, by);
  return value % divisor === 0 ? new Node(step, value / divisor, 1, inputs, by) : new Node(step, value, divisor, inputs, by);
}

/** Whether both are whole, as nearly all are: what follows is then reckoned without the divisors. */
const areWhole = (a: Node, b: Node): boolean => a.divisor === 1 && b.divisor === 1;

/** Orders two exact amounts without leaving the integers. */
export const isLess = (a: Node, b: Node): boolean =>
  areWhole(a, b) ? a.value < b.value : a.value * b.divisor < b.value * a.divisor;

// ── amounts, months, counts ──

const PRODUCT = operation("product", "{0} × {1}");
/** As an exact fraction of fen, even where it is whole: what is rounded next says so. */
export const product = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  new Node(step, a.value * b.value, a.divisor * b.divisor, two(a, b, because), PRODUCT);
/** Brought down to whole fen where it is some. */
export const exactProduct = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  exact(step, a.value * b.value, a.divisor * b.divisor, two(a, b, because), PRODUCT);

const QUOTIENT = operation("quotient", "{0} ÷ {1}");
export const quotient = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  exact(step, a.value * b.divisor, a.divisor * b.value, two(a, b, because), QUOTIENT);

const SUM = operation("sum", "{+}");
/** Of the inputs in the step's own unit; the others are what it rests on. */
export function sum(step: DerivedStep, inputs: readonly Node[]): Node {
  const { unit } = step;
  let value = 0;
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i]!;
    if (input.divisor !== 1) return exactSum(step, inputs);
    if (input.definition.unit === unit) value += input.value;
  }
  return new Node(step, value, 1, inputs, SUM);
}

function exactSum(step: DerivedStep, inputs: readonly Node[]): Node {
  let value = 0;
  let divisor = 1;
  for (const input of inputs) {
    if (input.definition.unit !== step.unit) continue;
    const common = leastCommonMultiple(divisor, input.divisor);
    value = value * (common / divisor) + input.value * (common / input.divisor);
    divisor = common;
  }
  return exact(step, value, divisor, inputs, SUM);
}

const PLUS = operation("plus", "{0} + {1}");
export const plus = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  areWhole(a, b)
    ? new Node(step, a.value + b.value, 1, two(a, b, because), PLUS)
    : exact(step, a.value * b.divisor + b.value * a.divisor, a.divisor * b.divisor, two(a, b, because), PLUS);

const DIFFERENCE = operation("difference", "{0} − {1}");
export const difference = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  areWhole(a, b)
    ? new Node(step, a.value - b.value, 1, two(a, b, because), DIFFERENCE)
    : exact(step, a.value * b.divisor - b.value * a.divisor, a.divisor * b.divisor, two(a, b, because), DIFFERENCE);

const AT_LEAST_ZERO = operation("at-least-zero", "{0} − {1}，不小于 0");
/** What is left of the first, nothing where the second is more. */
export function atLeastZero(step: DerivedStep, a: Node, b: Node, because?: Node): Node {
  const inputs = two(a, b, because);
  return areWhole(a, b)
    ? new Node(step, Math.max(0, a.value - b.value), 1, inputs, AT_LEAST_ZERO)
    : exact(step, Math.max(0, a.value * b.divisor - b.value * a.divisor), a.divisor * b.divisor, inputs, AT_LEAST_ZERO);
}

const SMALLER = operation("smaller", "{0}、{1}，取较小的一个");
export function smaller(step: DerivedStep, a: Node, b: Node, because?: Node): Node {
  const { value, divisor } = isLess(b, a) ? b : a;
  return new Node(step, value, divisor, two(a, b, because), SMALLER);
}

const LARGER = operation("larger", "{0}、{1}，取较大的一个");
export function larger(step: DerivedStep, a: Node, b: Node, because?: Node): Node {
  const { value, divisor } = isLess(a, b) ? b : a;
  return new Node(step, value, divisor, two(a, b, because), LARGER);
}

const CLAMP = operation("clamp", "{0}，不低于 {1}，不高于 {2}");
/** The value, held between both limits. */
export function clamp(step: DerivedStep, value: Node, lowest: Node, highest: Node): Node {
  const held = isLess(value, lowest) ? lowest : isLess(highest, value) ? highest : value;
  return new Node(step, held.value, held.divisor, [value, lowest, highest], CLAMP);
}

const AT_LEAST = operation("at-least", "{0}，不低于 {1}");
export function atLeast(step: DerivedStep, value: Node, floor: Node, because?: Node): Node {
  const held = isLess(value, floor) ? floor : value;
  return new Node(step, held.value, held.divisor, two(value, floor, because), AT_LEAST);
}

const AT_MOST = operation("at-most", "{0}，不超过 {1}");
export function atMost(step: DerivedStep, value: Node, ceiling: Node, because?: Node): Node {
  const held = isLess(ceiling, value) ? ceiling : value;
  return new Node(step, held.value, held.divisor, two(value, ceiling, because), AT_MOST);
}

const PLUS_LESS = operation("plus-less", "{0} + {1} − {2}");
export const plusLess = (step: DerivedStep, a: Node, b: Node, less: Node): Node =>
  new Node(step, a.value + b.value - less.value, 1, [a, b, less], PLUS_LESS);

const PLUS_AT_LEAST = operation("plus-at-least", "{0} + {1}，至少 {2}");
export const plusAtLeast = (step: DerivedStep, a: Node, b: Node, least: Node): Node =>
  new Node(step, Math.max(a.value + b.value, least.value), 1, [a, b, least], PLUS_AT_LEAST);

const REPAIRED = operation("repaired", "{0} 年 × {1} − 补缴 {2} 年 × {3}，不小于 0");
/** So much for each year, less so much for each one that is made good. */
export const lessRepaired = (step: DerivedStep, years: Node, each: Node, repaired: Node, less: Node): Node =>
  new Node(step, Math.max(0, years.value * each.value - repaired.value * less.value), 1, [years, each, repaired, less], REPAIRED);

const PRODUCT_AT_MOST = operation("product-at-most", "{0} × {1}，不超过 {2}");
export const productAtMost = (step: DerivedStep, a: Node, b: Node, ceiling: Node, because?: Node): Node =>
  new Node(step, Math.min(a.value * b.value, ceiling.value), 1, three(a, b, ceiling, because), PRODUCT_AT_MOST);

// ── rounding, each a step of its own ──

const halfUp = ({ value, divisor }: Node): number => mulDivRound(value, 1, divisor);

const FEN_HALF_UP = rounding("fen-half-up", "{0} 四舍五入到分");
export const roundedToFen = (step: DerivedStep, amount: Node, because?: Node): Node =>
  new Node(step, halfUp(amount), 1, one(amount, because), FEN_HALF_UP);

const YUAN_HALF_UP = rounding("yuan-half-up", "{0} 四舍五入到元");
export const roundedToYuan = (step: DerivedStep, amount: Node, because?: Node): Node =>
  new Node(step, mulDivRound(amount.value, 1, amount.divisor * 100) * 100, 1, one(amount, because), YUAN_HALF_UP);

const WHOLE_FEN = rounding("whole-fen", "{0} 取整到分");
const FEN_DOWN = rounding("fen-down", "{0} 取整到分");
/** To the fen as a reading says: half up or down. The reading stands beside the amount only where there was something to round. */
export function wholeFen(step: DerivedStep, amount: Node, isHalfUp: boolean, reading: Node): Node {
  const { value, divisor } = amount;
  if (value % divisor === 0) return new Node(step, value / divisor, 1, [amount], WHOLE_FEN);
  return isHalfUp
    ? new Node(step, halfUp(amount), 1, [amount, reading], WHOLE_FEN)
    : new Node(step, Math.floor(value / divisor), 1, [amount, reading], FEN_DOWN);
}

const TWELFTH = rounding("twelfth", "{0} ÷ 12，四舍五入到分");
/** One month of a yearly amount. */
export const twelfth = (step: DerivedStep, year: Node, because?: Node): Node =>
  new Node(step, mulDivRound(year.value, 1, year.divisor * 12), 1, one(year, because), TWELFTH);

const TWELFTHS = rounding("twelfths", "{0} × {1} ÷ 12，四舍五入到分");
/** So many months of a yearly amount, rounded once. */
export const twelfths = (step: DerivedStep, year: Node, months: Node, because?: Node): Node =>
  new Node(step, mulDivRound(year.value, months.value, year.divisor * 12), 1, two(year, months, because), TWELFTHS);

const EXACT_TWELFTHS = operation("exact-twelfths", "{0} × {1} ÷ 12");
export const exactTwelfths = (step: DerivedStep, year: Node, months: Node, because?: Node): Node =>
  exact(step, year.value * months.value, year.divisor * 12, two(year, months, because), EXACT_TWELFTHS);

const SHARE = rounding("share", "{0} ÷ {1}，四舍五入到分");
export const share = (step: DerivedStep, amount: Node, parts: Node, because?: Node): Node =>
  new Node(step, mulDivRound(amount.value, 1, amount.divisor * parts.value), 1, two(amount, parts, because), SHARE);

const PART_OF = rounding("part-of", "{0} × {1} ÷ {2}，四舍五入到分");
/** So many parts of an amount for so many. */
export const partOf = (step: DerivedStep, amount: Node, parts: Node, all: Node, because?: Node): Node =>
  new Node(step, mulDivRound(amount.value, parts.value, all.value), 1, three(amount, parts, all, because), PART_OF);

// ── the value of an input ──

const SAME = operation("same", "{0}");
/** Under another name, and with what else it rests on; the note says why. */
export const same = (step: DerivedStep, node: Node, because?: Node): Node =>
  new Node(step, node.value, node.divisor, one(node, because), SAME);

const AS_READ = operation("as-read", "{0}，按解释口径");
export const asRead = (step: DerivedStep, node: Node, reading: Node): Node =>
  new Node(step, node.value, node.divisor, [node, reading], AS_READ);

const TAKEN_BY = operation("taken-by", "{0}：{1}");
/** The value that goes with somebody or something: `男：360 个月`. */
export const takenBy = (step: DerivedStep, who: Node, node: Node, because?: Node): Node =>
  new Node(step, node.value, node.divisor, two(who, node, because), TAKEN_BY);

const EITHER = operation("either", "{0}、{1}，按解释口径");
/** One of two values, as a reading chooses. */
export const eitherAsRead = (step: DerivedStep, a: Node, b: Node, isFirst: boolean, reading: Node): Node =>
  new Node(step, (isFirst ? a : b).value, 1, [a, b, reading], EITHER);

const READ_AS = operation("read-as", "解释口径：{0}");
/** One of a reading's options, be it chosen or not: what it would come to. */
export const readAs = (step: DerivedStep, reading: Node, option: number): Node => new Node(step, option, 1, [reading], READ_AS);

/** What an answer means. */
export const means = (step: DerivedStep, answer: Node, by: Meaning, because?: Node): Node =>
  new Node(step, by.meant[answer.value]!, 1, one(answer, because), by);

// ── months and days ──

const NEXT_MONTH = operation("next-month", "{0} 的次月");
export const nextMonth = (step: DerivedStep, month: Node, because?: Node): Node =>
  new Node(step, month.value + 1, 1, one(month, because), NEXT_MONTH);

const PREVIOUS_MONTH = operation("previous-month", "{0} 的上月");
export const previousMonth = (step: DerivedStep, month: Node, because?: Node): Node =>
  new Node(step, month.value - 1, 1, one(month, because), PREVIOUS_MONTH);

const SECOND_MONTH = operation("second-month", "{0} 之后第二个月");
export const secondMonthAfter = (step: DerivedStep, month: Node, because?: Node): Node =>
  new Node(step, month.value + 2, 1, one(month, because), SECOND_MONTH);

const EARLIER = operation("earlier", "{0}、{1}，取较早的一个");
export const earlier = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  new Node(step, Math.min(a.value, b.value), 1, two(a, b, because), EARLIER);

const LATER = operation("later", "{0}、{1}，取较晚的一个");
export const later = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  new Node(step, Math.max(a.value, b.value), 1, two(a, b, because), LATER);

const NOT_BEFORE = operation("not-before", "{0}，不早于 {1}");
export const notBefore = (step: DerivedStep, a: Node, least: Node, because?: Node): Node =>
  new Node(step, Math.max(a.value, least.value), 1, two(a, least, because), NOT_BEFORE);

const LAST_DAY = operation("last-day", "{0} 的最后一天");
export const lastDay = (step: DerivedStep, month: Node, because?: Node): Node =>
  new Node(step, lastDayOf(month.value), 1, one(month, because), LAST_DAY);

const LAST_DAY_AROUND = operation("last-day-around", "{0} 所在月的最后一天");
export const lastDayAround = (step: DerivedStep, day: Node, because?: Node): Node =>
  new Node(step, lastDayOf(monthOfDate(day.value)), 1, one(day, because), LAST_DAY_AROUND);

const FIRST_OF_NEXT = operation("first-of-next-month", "{0} 的次月1日");
/** Of a day or of a month. */
export const firstOfNextMonth = (step: DerivedStep, time: Node, because?: Node): Node =>
  new Node(
    step,
    firstDayOf((time.definition.unit === "month" ? time.value : monthOfDate(time.value)) + 1),
    1,
    one(time, because),
    FIRST_OF_NEXT,
  );

const AFTER_FULL_MONTHS = operation("after-full-months", "{0} 以后满 {1}，再下一个月的1日");
/** The month of the day itself is none of them. */
export const afterFullMonths = (step: DerivedStep, day: Node, months: Node, because?: Node): Node =>
  new Node(step, firstDayOf(monthOfDate(day.value) + months.value + 1), 1, two(day, months, because), AFTER_FULL_MONTHS);

const DAY_BEFORE = operation("day-before", "{0} 的前一天");
export const dayBefore = (step: DerivedStep, day: Node, because?: Node): Node =>
  new Node(step, addDays(day.value, -1), 1, one(day, because), DAY_BEFORE);

const MONTH_OF = operation("month-of", "{0} 所在月");
export const monthAround = (step: DerivedStep, day: Node, because?: Node): Node =>
  new Node(step, monthOfDate(day.value), 1, one(day, because), MONTH_OF);

const YEAR_OF = operation("year-of", "{0} 所在年");
/** Of a day or of a month. */
export const yearAround = (step: DerivedStep, time: Node, because?: Node): Node =>
  new Node(
    step,
    time.definition.unit === "month" ? yearOfMonth(time.value) : yearOfDate(time.value),
    1,
    one(time, because),
    YEAR_OF,
  );

const YEAR_START = operation("year-start", "{0} 年 1 月 1 日");
export const yearStart = (step: DerivedStep, year: Node, because?: Node): Node =>
  new Node(step, packDate(year.value, 1, 1), 1, one(year, because), YEAR_START);

const YEAR_END = operation("year-end", "{0} 年 12 月 31 日");
export const yearEnd = (step: DerivedStep, year: Node, because?: Node): Node =>
  new Node(step, packDate(year.value, 12, 31), 1, one(year, because), YEAR_END);

const YEAR_END_AROUND = operation("year-end-around", "{0} 所在年的 12 月 31 日");
export const yearEndAround = (step: DerivedStep, day: Node, because?: Node): Node =>
  new Node(step, packDate(yearOfDate(day.value), 12, 31), 1, one(day, because), YEAR_END_AROUND);

const DECEMBER_AROUND = operation("december-around", "{0} 所在年的 12 月");
export const decemberAround = (step: DerivedStep, month: Node, because?: Node): Node =>
  new Node(step, monthOf(yearOfMonth(month.value), 12), 1, one(month, because), DECEMBER_AROUND);

const DECEMBER_START = operation("december-start", "{0} 所在年的 12 月 1 日");
export const decemberStart = (step: DerivedStep, day: Node, because?: Node): Node =>
  new Node(step, packDate(yearOfDate(day.value), 12, 1), 1, one(day, because), DECEMBER_START);

const NEXT_YEAR_START = operation("next-year-start", "{0} 所在年的次年 1 月 1 日");
export const nextYearStart = (step: DerivedStep, month: Node, because?: Node): Node =>
  new Node(step, packDate(yearOfMonth(month.value) + 1, 1, 1), 1, one(month, because), NEXT_YEAR_START);

const YEAR_PAID_FOR = operation("year-paid-for", "{0} 所在年；缴下一年度的加一年");
/** @param isNext a flag */
export const yearPaidFor = (step: DerivedStep, day: Node, isNext: Node, because?: Node): Node =>
  new Node(step, yearOfDate(day.value) + isNext.value, 1, two(day, isNext, because), YEAR_PAID_FOR);

const YEAR_AS_READ = operation("year-as-read", "{0} 所在年或前一年，按解释口径");
export const yearAsRead = (step: DerivedStep, month: Node, isOwn: boolean, reading: Node): Node =>
  new Node(step, yearOfMonth(month.value) - (isOwn ? 0 : 1), 1, [month, reading], YEAR_AS_READ);

const YEARS_APART = operation("years-apart", "{0} 的年份 − {1} 的年份");
export const yearsApart = (step: DerivedStep, day: Node, before: Node, because?: Node): Node =>
  new Node(step, yearOfDate(day.value) - yearOfDate(before.value), 1, two(day, before, because), YEARS_APART);

const AGE_REACHED = operation("age-reached", "{0} + {1}");
/** The day on which somebody born on a day is of an age. */
export const ageReached = (step: DerivedStep, birth: Node, age: Node, because?: Node): Node =>
  new Node(step, birthday(birth.value, age.value / 12), 1, two(birth, age, because), AGE_REACHED);

const MONTHS_LATER = operation("months-later", "{0} 所在月 + {1}");
/** So many months after the month that a day lies in. */
export const monthsLater = (step: DerivedStep, day: Node, months: Node, because?: Node): Node =>
  new Node(step, monthOfDate(day.value) + months.value, 1, two(day, months, because), MONTHS_LATER);

const MONTHS_LATER_STILL = operation("months-later-still", "{0} 所在月 + {1} + {2}");
export const monthsLaterStill = (step: DerivedStep, day: Node, months: Node, more: Node, because?: Node): Node =>
  new Node(step, monthOfDate(day.value) + months.value + more.value, 1, three(day, months, more, because), MONTHS_LATER_STILL);

const MONTHS_BETWEEN = operation("months-between", "{0} 与 {1} 之间未缴的月份");
/** The months that lie between two months. */
export const monthsBetween = (step: DerivedStep, from: Node, to: Node, because?: Node): Node =>
  new Node(step, Math.max(0, to.value - from.value - 1), 1, two(from, to, because), MONTHS_BETWEEN);

const MONTHS_UNTIL_DAY = operation("months-until-day", "{0} 与 {1} 所在月之间未缴的月份");
export const monthsUntilDay = (step: DerivedStep, from: Node, day: Node, because?: Node): Node =>
  new Node(step, Math.max(0, monthOfDate(day.value) - from.value - 1), 1, two(from, day, because), MONTHS_UNTIL_DAY);

const MONTHS_FROM_TO = operation("months-from-to", "{0} 至 {1}");
/** The months from one to another, both included. */
export const monthsFromTo = (step: DerivedStep, from: Node, to: Node, because?: Node): Node =>
  new Node(step, to.value - from.value + 1, 1, two(from, to, because), MONTHS_FROM_TO);

const UNTIL_DECEMBER = operation("until-december", "{0} 到当年12月");
/** The months left of a month's year, itself and December included. */
export const untilDecember = (step: DerivedStep, month: Node, because?: Node): Node =>
  new Node(step, 13 - monthOfYear(month.value), 1, one(month, because), UNTIL_DECEMBER);

const YEARS_MISSED = operation("years-missed", "{0} 与 {1} 之间没有参保的年度");
/** The years that lie between two years. */
export const yearsMissed = (step: DerivedStep, from: Node, to: Node, because?: Node): Node =>
  new Node(step, Math.max(0, to.value - from.value - 1), 1, two(from, to, because), YEARS_MISSED);

const LAST_OF_MONTHS = operation("last-of-months", "{0} 起，共 {1}");
export const lastOfMonths = (step: DerivedStep, first: Node, months: Node, because?: Node): Node =>
  new Node(step, first.value + months.value - 1, 1, two(first, months, because), LAST_OF_MONTHS);

const LAST_OF_DAYS = operation("last-of-days", "{0} 起 {1}，按解释口径");
/** @param startCounts whether the start itself is the first of the days, as a reading says */
export const lastOfDays = (step: DerivedStep, start: Node, days: Node, startCounts: boolean, reading: Node): Node =>
  new Node(step, addDays(start.value, days.value - (startCounts ? 1 : 0)), 1, [start, days, reading], LAST_OF_DAYS);

/** Months or days after a month or a day, `extra` more where the start itself does not count. */
function after({ value, definition }: Node, length: Node, extra: number): number {
  if (definition.unit === "month") return value + length.value + extra;
  return length.definition.unit === "days"
    ? addDays(value, length.value + extra)
    : addDays(addMonths(value, length.value), extra);
}

const WAIT_FROM = operation("wait-from", "{0} 起等待 {1}，期满的次日");
const WAIT_AFTER = operation("wait-after", "{0} 起等待 {1}，期满的次日");
const MONTHS_WAIT_FROM = operation("months-wait-from", "{0} 起等待 {1}");
const MONTHS_WAIT_AFTER = operation("months-wait-after", "{0} 起等待 {1}");
/**
 * The first day (or month) after a wait: from a day so many days, or months to the corresponding day (held at the end of a
 * shorter month); from a month so many months.
 * @param startCounts whether the start itself is the first of the wait, or the one after it
 */
export function waitedFrom(step: DerivedStep, start: Node, length: Node, startCounts: boolean, because?: Node): Node {
  const inMonths = start.definition.unit === "month";
  const by = startCounts ? (inMonths ? MONTHS_WAIT_FROM : WAIT_FROM) : inMonths ? MONTHS_WAIT_AFTER : WAIT_AFTER;
  return new Node(step, after(start, length, startCounts ? 0 : 1), 1, two(start, length, because), by);
}

const WAIT_NOT_BEFORE = operation("wait-not-before", "{0} 起等待 {1}，不早于 {2}");
/** The same, from a day, but not before another one. */
export const waitedNotBefore = (step: DerivedStep, start: Node, length: Node, least: Node, startCounts: boolean): Node =>
  new Node(step, Math.max(after(start, length, startCounts ? 0 : 1), least.value), 1, [start, length, least], WAIT_NOT_BEFORE);

// ── yes or no ──

const NOT_LATER = operation("not-later", "{0} 不晚于 {1}");
export const notLaterThan = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  new Node(step, a.value <= b.value ? 1 : 0, 1, two(a, b, because), NOT_LATER);

const NOT_EARLIER = operation("not-earlier", "{0} 不早于 {1}");
export const notEarlierThan = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  new Node(step, a.value >= b.value ? 1 : 0, 1, two(a, b, because), NOT_EARLIER);

const BEFORE = operation("before", "{0} 早于 {1}");
export const isBefore = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  new Node(step, a.value < b.value ? 1 : 0, 1, two(a, b, because), BEFORE);

const SAME_AS = operation("same-as", "{0} 与 {1} 相同");
export const isSame = (step: DerivedStep, a: Node, b: Node, because?: Node): Node =>
  new Node(step, a.value === b.value ? 1 : 0, 1, two(a, b, because), SAME_AS);

const POSITIVE = operation("positive", "{0} 大于 0");
export const isPositive = (step: DerivedStep, a: Node, because?: Node): Node =>
  new Node(step, a.value > 0 ? 1 : 0, 1, one(a, because), POSITIVE);

const WITHIN = operation("within", "{0} 在不在 {1} 至 {2}");
export const isWithin = (step: DerivedStep, a: Node, first: Node, last: Node, because?: Node): Node =>
  new Node(step, first.value <= a.value && a.value <= last.value ? 1 : 0, 1, three(a, first, last, because), WITHIN);

const SINCE = operation("since", "{0} 在 {1} 或以后");
/** Whether a day lies in a month or after it. */
export const isSince = (step: DerivedStep, day: Node, month: Node, because?: Node): Node =>
  new Node(step, monthOfDate(day.value) >= month.value ? 1 : 0, 1, two(day, month, because), SINCE);

const LATE_IN_YEAR = operation("late-in-year", "{0} 在 {1} 月或以后");
/** Whether a day lies in a month of its year or after it. */
export const isLateInYear = (step: DerivedStep, day: Node, month: Node, because?: Node): Node =>
  new Node(step, monthOfYear(monthOfDate(day.value)) >= month.value ? 1 : 0, 1, two(day, month, because), LATE_IN_YEAR);

const SAME_YEAR = operation("same-year", "{0} 与 {1} 同一年");
export const isSameYear = (step: DerivedStep, month: Node, day: Node, because?: Node): Node =>
  new Node(step, yearOfMonth(month.value) === yearOfDate(day.value) ? 1 : 0, 1, two(month, day, because), SAME_YEAR);
