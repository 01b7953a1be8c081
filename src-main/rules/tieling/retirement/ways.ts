/** The two ways out of a shortfall (TL-12): pay now, or go on contributing. What each costs, until when, and what is covered. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { cover, coverFrom, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { told, type Node } from "../../engine/node.ts";
import { lastOfMonths, nextMonth, product, same, takenBy, twelfth } from "../../engine/operations.ts";
import type { Facts, Words } from "../../generated/tieling/retirement.ts";
import { arrearsPrice } from "../arrears-price.ts";

/** What one way comes to. */
export type Way = Pick<Draft, "amounts" | "dates" | "coverage" | "missing">;
const newWay = (): Way => ({ amounts: [], dates: [], coverage: [], missing: [] });

const flexibleRate = ({ figure, option }: Words, mode: number, asOf: AsOf, way: Way): Node | null =>
  figureAt(mode === option.fundMode.combined ? figure.flexibleRateCombined : figure.flexibleRatePoolOnly, asOf.date, way);

export interface PayingNow {
  readonly way: Way;
  readonly topUp: Node | null;
  readonly retiredFrom: Node;
}

/** All missing months at once; treatment from the month of payment. */
export function payNow(words: Words, facts: Facts, asOf: AsOf, processing: Node, shortfall: Node): PayingNow {
  const { figure, option, step: steps, amount } = words;
  const way = newWay();
  const mode = facts.fundMode!;
  const { is, node } = words.reading.shortfallRate;
  const arrearsRate = mode === option.fundMode.combined ? figure.arrearsRateCombined : figure.arrearsRatePoolOnly;
  const found = is.arrearsRate ? figureAt(arrearsRate, asOf.date, way) : flexibleRate(words, mode, asOf, way);
  const rate = found && takenBy(steps.shortfallRate, words.leaf.fundMode[mode]!, found, node);
  const price = arrearsPrice(words, asOf, rate, shortfall, way);
  if (price !== null) {
    way.amounts.push({ definition: amount.topUp, role: "due", node: price.total });
    if (price.month !== null) way.amounts.push({ definition: amount.topUpMonth, role: "part", node: price.month });
  }
  const retiredFrom = same(steps.paidNow, processing);
  way.dates.push({ definition: words.date.retiredFrom, node: retiredFrom });
  coverFrom(way, "retired", words.coverage.retired, retiredFrom.value);
  return { way, topUp: price?.total ?? null, retiredFrom };
}

/** Whether a drawn contribution leaves months before this one unpaid. A bare number reaches up to this month. */
export function interrupted(facts: Facts, asOf: AsOf): boolean {
  const last = lastPaid(facts, asOf);
  return last !== null && last < asOf.month - 1;
}

/** `null`: nothing was ever paid here. */
const lastPaid = ({ contributed: { set, count } }: Facts, asOf: AsOf): Month | null =>
  count === 0 ? null : set === null ? asOf.month : set.at(-1)!;

export interface GoingOn {
  readonly way: Way;
  readonly goOnFrom: Node;
  readonly payUntil: Node;
  readonly afterGoingOn: Node;
}

/** Month by month until the years are met, as a flexible worker at this year's standard. */
export function goOn(words: Words, facts: Facts, asOf: AsOf, processing: Node, contributed: Node, shortfall: Node): GoingOn {
  const { step: steps, amount, coverage, date } = words;
  const way = newWay();
  const month = goOnMonth(words, facts, asOf, way);
  if (month !== null)
    way.amounts.push(
      { definition: amount.goOnTotal, role: "information", node: product(steps.goOnTotal, month, shortfall) },
      { definition: amount.goOnMonth, role: "information", node: month },
    );
  const first = lastPaid(facts, asOf) === asOf.month ? asOf.month + 1 : asOf.month;
  const goOnFrom = told(steps.goOnFrom, first, [contributed, processing]);
  const payUntil = lastOfMonths(steps.payUntil, goOnFrom, shortfall);
  const { is, node } = words.reading.goOnStart;
  const afterGoingOn = (is.nextMonth ? nextMonth : same)(steps.afterGoingOn, payUntil, node);
  way.dates.push({ definition: date.payUntil, node: payUntil }, { definition: date.retiredFrom, node: afterGoingOn });
  const meanwhile = interrupted(facts, asOf) ? coverage.inServiceAfterWaiting : coverage.inService;
  if (afterGoingOn.value > asOf.month) cover(way, "in-service", meanwhile, [asOf.month, afterGoingOn.value - 1]);
  coverFrom(way, "retired", coverage.retired, afterGoingOn.value);
  return { way, goOnFrom, payUntil, afterGoingOn };
}

function goOnMonth(words: Words, facts: Facts, asOf: AsOf, way: Way): Node | null {
  const wage = figureAt(words.figure.averageWageYear, asOf.date, way);
  const rate = flexibleRate(words, facts.fundMode!, asOf, way);
  if (wage === null || rate === null) return null;
  return twelfth(words.step.goOnMonth, product(words.step.goOnYear, wage, rate));
}
