/** The two ways out of a shortfall (TL-12): pay now, or go on contributing. What each costs, until when, and what is covered. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { mulDivRound } from "../../../../src-shared/domain/money.ts";
import { times } from "../../engine/arithmetic.ts";
import { cover, coverFrom, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { Node, step } from "../../engine/node.ts";
import type { OptionFound } from "../../engine/result.ts";
import { arrearsPrice, MONTHS_OF_A_YEAR } from "../arrears-price.ts";
import type { Names, RetirementFacts } from "./names.ts";

/** What one way comes to. */
export type Way = Pick<Draft, "amounts" | "dates" | "coverage" | "missing">;
const newWay = (): Way => ({ amounts: [], dates: [], coverage: [], missing: [] });

export const asOption = (
  { title, text }: Pick<OptionFound, "title" | "text">,
  { amounts, dates, coverage }: Way,
): OptionFound => ({ title, text, amounts, dates, coverage });

/** All missing months at once; treatment from the month of payment. */
export function payNow(names: Names, facts: RetirementFacts, asOf: AsOf, processing: Node, shortfall: Node): Way {
  const { figure, reading, step: steps, amount } = names;
  const way = newWay();
  const mode = facts.fundMode!;
  const found = figureAt((reading.atArrearsRate ? figure.arrearsRate : figure.flexibleRate)[mode]!, asOf.date, way);
  const rate =
    found && new Node(steps.shortfallRate, found.value, found.divisor, [found, names.leaf.fundMode[mode]!, reading.rate]);
  const price = arrearsPrice(names.price, asOf, rate, shortfall, way);
  if (price !== null) {
    way.amounts.push({ definition: amount.topUp, role: "due", node: price.total });
    if (price.month !== null) way.amounts.push({ definition: amount.topUpMonth, role: "part", node: price.month });
  }
  const from = step(steps.paidNow, asOf.month, [processing]);
  way.dates.push({ definition: names.date.retiredFrom, node: from });
  coverFrom(way, "retired", names.coverage.retired, from.value);
  return way;
}

/** Whether a drawn contribution leaves months before this one unpaid. A bare number reaches up to this month. */
export function interrupted(facts: RetirementFacts, asOf: AsOf): boolean {
  const last = lastPaid(facts, asOf);
  return last !== null && last < asOf.month - 1;
}

/** `null`: nothing was ever paid here. */
const lastPaid = ({ contributed: { set, count } }: RetirementFacts, asOf: AsOf): Month | null =>
  count === 0 ? null : set === null ? asOf.month : set.at(-1)!;

/** Month by month until the years are met, as a flexible worker at this year's standard. */
export function goOn(
  names: Names,
  facts: RetirementFacts,
  asOf: AsOf,
  processing: Node,
  contributed: Node,
  shortfall: Node,
): Way {
  const { reading, step: steps, amount, coverage } = names;
  const way = newWay();
  const month = goOnMonth(names, facts, asOf, way);
  if (month !== null) {
    const total = step(steps.goOnTotal, month.value * shortfall.value, [month, shortfall]);
    way.amounts.push({ definition: amount.goOnTotal, role: "information", node: total });
    way.amounts.push({ definition: amount.goOnMonth, role: "information", node: month });
  }
  const first = lastPaid(facts, asOf) === asOf.month ? asOf.month + 1 : asOf.month;
  const from = step(steps.goOnFrom, first, [contributed, processing]);
  const until = step(steps.payUntil, first + shortfall.value - 1, [from, shortfall]);
  const after = step(steps.afterGoingOn, reading.goOnNextMonth ? until.value + 1 : until.value, [until, reading.goOn]);
  way.dates.push({ definition: names.date.payUntil, node: until });
  way.dates.push({ definition: names.date.retiredFrom, node: after });
  const meanwhile = interrupted(facts, asOf) ? coverage.inServiceAfterWaiting : coverage.inService;
  if (after.value > asOf.month) cover(way, "in-service", meanwhile, [asOf.month, after.value - 1]);
  coverFrom(way, "retired", coverage.retired, after.value);
  return way;
}

function goOnMonth({ figure, step: steps }: Names, facts: RetirementFacts, asOf: AsOf, way: Way): Node | null {
  const wage = figureAt(figure.wageYear, asOf.date, way);
  const rate = figureAt(figure.flexibleRate[facts.fundMode!]!, asOf.date, way);
  if (wage === null || rate === null) return null;
  const year = times(steps.goOnYear, wage, rate);
  return step(steps.goOnMonth, mulDivRound(year.value, 1, year.divisor * MONTHS_OF_A_YEAR), [year]);
}
