/** What a payment into the resident scheme is for: which year, and whether it was made in the concentrated period. */
import { packDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { AsOf, SomeFacts } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Names, ResidentFacts, spec } from "./names.ts";

export const paidDay = (facts: SomeFacts<typeof spec>, asOf: AsOf): number => facts.paidOn ?? asOf.date;

/** The year that was paid for. */
export const yearOf = ({ option }: Names, facts: SomeFacts<typeof spec>, asOf: AsOf): number =>
  yearOfDate(paidDay(facts, asOf)) + (facts.insuredYear === option.nextYear ? 1 : 0);

export function missedYears(names: Names, lastYear: number, year: number): number {
  return names.national.missedYears(leaf(names.step.lastYear, lastYear), leaf(names.step.insuredYearNumber, year)).value;
}

/** What a payment is for, with its steps. */
export interface Paid {
  readonly payment: Node;
  readonly year: Node;
  readonly yearStart: Node;
  readonly isNextYear: Node;
}

export function paymentOf(names: Names, facts: ResidentFacts, asOf: AsOf): Paid {
  const { step: steps } = names;
  const payment = names.waiting.payment(facts.paidOn, asOf);
  const said = facts.insuredYear === undefined ? payment : names.leaf.insuredYear[facts.insuredYear]!;
  const isNextYear = step(steps.isNextYear, facts.insuredYear === names.option.nextYear ? 1 : 0, [said]);
  const year = step(steps.insuredYearNumber, yearOf(names, facts, asOf), [payment, isNextYear]);
  return { payment, year, yearStart: step(steps.yearStart, packDate(year.value, 1, 1), [year]), isNextYear };
}

export function inPeriodOf(names: Names, facts: ResidentFacts, { payment, isNextYear }: Paid): Node {
  const { step: steps, reading } = names;
  if (facts.inAnnouncedPeriod !== undefined) {
    const said = names.leaf.inAnnouncedPeriod[facts.inAnnouncedPeriod]!;
    return step(steps.inPeriodAnnounced, said.value, [said, reading.period]);
  }
  // the coming year can be paid for in the fourth quarter alone
  return step(steps.inPeriodByQuarter, isNextYear.value, [payment, isNextYear, reading.period]);
}
