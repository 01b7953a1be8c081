/**
 * What the sentences of steps say, reckoned from the inputs alone and by other means than the rules do: whole numbers without bounds
 * and Temporal's calendar. A sentence may leave open what a reading settles; then either value is what it says.
 */
import { Temporal } from "temporal-polyfill";
import type { Meaning } from "../../src-main/rules/engine/meaning.ts";
import type { Node } from "../../src-main/rules/engine/node.ts";

/** An exact number. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const fraction = ({ value, divisor }: Pick<Node, "value" | "divisor">): Fraction => ({
  over: BigInt(value),
  under: BigInt(divisor),
});
const whole = (value: number | bigint): Fraction => ({ over: BigInt(value), under: 1n });
const add = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
const negative = ({ over, under }: Fraction): Fraction => ({ over: -over, under });
const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });
const per = (a: Fraction, b: Fraction): Fraction => times(a, { over: b.under, under: b.over });
const less = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
const least = (...all: readonly Fraction[]): Fraction => all.reduce((a, b) => (less(b, a) ? b : a));
const most = (...all: readonly Fraction[]): Fraction => all.reduce((a, b) => (less(a, b) ? b : a));
const yes = (is: boolean): Fraction => whole(is ? 1 : 0);
export const sameNumber = (a: Fraction, b: Fraction): boolean => a.over * b.under === b.over * a.under;

const down = ({ over, under }: Fraction): Fraction => whole(over / under - (over % under < 0n ? 1n : 0n));
const halfUp = (a: Fraction): Fraction => down(add(a, { over: 1n, under: 2n }));

const number = ({ over }: Fraction): number => Number(over);
const day = (packed: Fraction): Temporal.PlainDate => {
  const value = number(packed);
  return Temporal.PlainDate.from({ year: Math.trunc(value / 1e4), month: Math.trunc(value / 100) % 100, day: value % 100 });
};
const packed = ({ year, month, day: of }: Temporal.PlainDate): Fraction => whole(year * 10_000 + month * 100 + of);
const monthOf = ({ year, month }: { readonly year: number; readonly month: number }): Fraction => whole(year * 12 + month - 1);
const firstOf = (month: Fraction): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: Math.floor(number(month) / 12), month: (number(month) % 12) + 1, day: 1 });
const lastOf = (month: Fraction): Fraction => packed(firstOf(month).add({ months: 1 }).subtract({ days: 1 }));
const beyond = (a: Fraction, days: number): Fraction => packed(day(a).add({ days }));
const between = (from: Fraction, to: Fraction): Fraction => most(whole(0), add(to, negative(add(from, whole(1)))));

type Reckoned = Fraction | readonly Fraction[];
/** `a`, `b`, `c`: the first inputs; `node` for what depends on units. */
type Reckon = (a: Fraction, b: Fraction, c: Fraction, node: Node) => Reckoned;

const inMonths = (node: Node): boolean => node.inputs[0]!.definition.unit === "month";
const inDays = (node: Node): boolean => node.inputs[1]!.definition.unit === "days";

/** The day (or month) after a wait, with the start itself counted or not. */
const waited: Reckon = (from, length, _c, node) => {
  if (inMonths(node)) return [add(from, length), add(add(from, length), whole(1))];
  const end = packed(day(from).add(inDays(node) ? { days: number(length) } : { months: number(length) }));
  return [end, beyond(end, 1)];
};

/** By sentence, with places for the inputs. */
const SENTENCES: Readonly<Record<string, Reckon>> = {
  "{0} × {1}": times,
  "{0} ÷ {1}": per,
  "{+}": (_a, _b, _c, { inputs, definition }) =>
    inputs
      .filter((input) => input.definition.unit === definition.unit)
      .map(fraction)
      .reduce(add, whole(0)),
  "{0} + {1}": (a, b, _c, { definition }) => {
    if (definition.unit !== "date") return add(a, b);
    const { year, month, day: of } = day(a);
    // no such day in that year: the last of the month
    return packed(Temporal.PlainDate.from({ year: year + number(b) / 12, month, day: of }, { overflow: "constrain" }));
  },
  "{0} − {1}": (a, b) => add(a, negative(b)),
  "{0} − {1}，不小于 0": (a, b) => most(whole(0), add(a, negative(b))),
  "{0}、{1}，取较小的一个": (a, b) => least(a, b),
  "{0}、{1}，取较大的一个": (a, b) => most(a, b),
  "{0}、{1}，取较早的一个": (a, b) => least(a, b),
  "{0}、{1}，取较晚的一个": (a, b) => most(a, b),
  "{0}，不低于 {1}，不高于 {2}": (a, b, c) => least(most(a, b), c),
  "{0}，不低于 {1}": (a, b) => most(a, b),
  "{0}，不早于 {1}": (a, b) => most(a, b),
  "{0}，不超过 {1}": (a, b) => least(a, b),
  "{0} + {1} − {2}": (a, b, c) => add(add(a, b), negative(c)),
  "{0} + {1}，至少 {2}": (a, b, c) => most(add(a, b), c),
  "{0} 年 × {1} − 补缴 {2} 年 × {3}，不小于 0": (a, b, c, { inputs }) =>
    most(whole(0), add(times(a, b), negative(times(c, fraction(inputs[3]!))))),
  "{0} × {1}，不超过 {2}": (a, b, c) => least(times(a, b), c),
  "{0} 四舍五入到分": halfUp,
  "{0} 四舍五入到元": (a) => times(halfUp(per(a, whole(100))), whole(100)),
  "{0} 取整到分": (a) => [halfUp(a), down(a)],
  "{0} ÷ 12，四舍五入到分": (a) => halfUp(per(a, whole(12))),
  "{0} × {1} ÷ 12，四舍五入到分": (a, b) => halfUp(per(times(a, b), whole(12))),
  "{0} × {1} ÷ 12": (a, b) => per(times(a, b), whole(12)),
  "{0} ÷ {1}，四舍五入到分": (a, b) => halfUp(per(a, b)),
  "{0} × {1} ÷ {2}，四舍五入到分": (a, b, c) => halfUp(per(times(a, b), c)),
  "{0}": (a, _b, _c, { operation }) => ("meant" in operation ? whole((operation as Meaning).meant[number(a)]!) : a),
  "{0}，按解释口径": (a) => a,
  "{0}：{1}": (_a, b) => b,
  "{0}、{1}，按解释口径": (a, b) => [a, b],
  "解释口径：{0}": (_a, _b, _c, { inputs }) => inputs[0]!.definition.labels.map((_, option) => whole(option)),
  "{0}，首年按解释口径": (a) => [a, add(a, whole(-1))],
  "{0}，首年按另一种口径": (a) => [a, add(a, whole(-1))],
  "（{0} 所在月 − {1}）÷ {2} 取整 + 1，在 0 与 {3} 之间": (a, b, c, { inputs }) =>
    least(most(whole(0), add(down(per(add(monthOf(day(a)), negative(b)), c)), whole(1))), fraction(inputs[3]!)),
  "{1}；{2} 以后每年加 {3}，最多 {4}（{0} 退休）": (a, b, c, { inputs }) => {
    const years = most(whole(0), whole(firstOf(a).year - firstOf(c).year));
    return least(add(b, times(years, fraction(inputs[3]!))), fraction(inputs[4]!));
  },
  "{0} 的次月": (a) => add(a, whole(1)),
  "{0} 的上月": (a) => add(a, whole(-1)),
  "{0} 之后第二个月": (a) => add(a, whole(2)),
  "{0} 的最后一天": lastOf,
  "{0} 所在月的最后一天": (a) => lastOf(monthOf(day(a))),
  "{0} 的次月1日": (a, _b, _c, node) => packed(firstOf(add(inMonths(node) ? a : monthOf(day(a)), whole(1)))),
  "{0} 以后满 {1}，再下一个月的1日": (a, b) => packed(firstOf(add(monthOf(day(a)), add(b, whole(1))))),
  "{0} 的前一天": (a) => beyond(a, -1),
  "{0} 所在月": (a) => monthOf(day(a)),
  "{0} 所在年": (a, _b, _c, node) => whole(inMonths(node) ? firstOf(a).year : day(a).year),
  "{0} 年 1 月 1 日": (a) => packed(Temporal.PlainDate.from({ year: number(a), month: 1, day: 1 })),
  "{0} 年 12 月 31 日": (a) => packed(Temporal.PlainDate.from({ year: number(a), month: 12, day: 31 })),
  "{0} 所在年的 12 月 31 日": (a) => packed(day(a).with({ month: 12, day: 31 })),
  "{0} 所在年的 12 月 1 日": (a) => packed(day(a).with({ month: 12, day: 1 })),
  "{0} 所在年的 12 月": (a) => monthOf(firstOf(a).with({ month: 12 })),
  "{0} 所在年的次年 1 月 1 日": (a) => packed(firstOf(a).add({ years: 1 }).with({ month: 1 })),
  "{0} 所在年；缴下一年度的加一年": (a, b) => whole(day(a).add({ years: number(b) }).year),
  "{0} 所在年或前一年，按解释口径": (a) => [0, 1].map((years) => whole(firstOf(a).subtract({ years }).year)),
  "{0} 的年份 − {1} 的年份": (a, b) => whole(day(a).year - day(b).year),
  "{0} 所在月 + {1}": (a, b) => add(monthOf(day(a)), b),
  "{0} 所在月 + {1} + {2}": (a, b, c) => add(add(monthOf(day(a)), b), c),
  "{0} 与 {1} 之间未缴的月份": between,
  "{0} 与 {1} 所在月之间未缴的月份": (a, b) => between(a, monthOf(day(b))),
  "{0} 至 {1}": (a, b) => add(add(b, negative(a)), whole(1)),
  "{0} 与 {1} 之间没有参保的年度": between,
  "{0} 到当年12月": (a) => whole(13 - firstOf(a).month),
  "{0} 起，共 {1}": (a, b) => monthOf(firstOf(a).add({ months: number(b) - 1 })),
  "{0} 起 {1}，按解释口径": (a, b) => [beyond(a, number(b)), beyond(a, number(b) - 1)],
  "{0} 起等待 {1}，期满的次日": waited,
  "{0} 起等待 {1}": waited,
  "{0} 起等待 {1}，不早于 {2}": (a, b, c, node) => (waited(a, b, c, node) as readonly Fraction[]).map((end) => most(end, c)),
  "{0} 不晚于 {1}": (a, b) => yes(!less(b, a)),
  "{0} 不早于 {1}": (a, b) => yes(!less(a, b)),
  "{0} 早于 {1}": (a, b) => yes(less(a, b)),
  "{0} 与 {1} 相同": (a, b) => yes(sameNumber(a, b)),
  "{0} 大于 0": (a) => yes(less(whole(0), a)),
  "{0} 在不在 {1} 至 {2}": (a, b, c) => yes(!less(a, b) && !less(c, a)),
  "{0} 在 {1} 或以后": (a, b) => yes(Temporal.PlainDate.compare(day(a), firstOf(b)) >= 0),
  "{0} 在 {1} 月或以后": (a, b) => yes(day(a).month >= number(b)),
  "{0} 与 {1} 同一年": (a, b) => yes(firstOf(a).year === day(b).year),
};

/** What is wrong with a step that an operation has made; `undefined` where the sentence says what was reckoned. */
export function falseSentence(node: Node): string | undefined {
  const { operation, inputs, definition } = node;
  const reckon = SENTENCES[operation.formula];
  if (reckon === undefined) return `${definition.key}: nobody reckons “${operation.formula}” once more`;
  if (definition.formula !== "") return `${definition.key} is told in words, and made by ${operation.id}`;
  const at = (index: number): Fraction => fraction(inputs[index] ?? { value: 0, divisor: 1 });
  const said = reckon(at(0), at(1), at(2), node);
  const found = fraction(node);
  const holds = (Array.isArray(said) ? (said as readonly Fraction[]) : [said as Fraction]).some((one) => sameNumber(one, found));
  return holds
    ? undefined
    : `${definition.key}: “${operation.formula}” of ${inputs.map(({ value }) => value).join(", ")} is not ${node.value}`;
}
