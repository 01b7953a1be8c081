/** For which months a reason lets contributions be refunded (TL-15), and what must hold for it. */
import { monthOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { MonthSet } from "../../../../src-shared/domain/periods.ts";
import { addCondition, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { decemberAround, nextMonth, same } from "../../engine/operations.ts";
import type { ConditionDefinition, Template } from "../../engine/result.ts";
import type { Facts, Words } from "../../generated/tieling/refund.ts";
import { employeeRule, waitAfter } from "../waiting.ts";

const NO_END: Month = monthOf(9999, 12);
const WHENEVER: MonthSet = [0, NO_END];

export interface Window {
  readonly months: MonthSet;
  /** What it follows from. */
  readonly because: readonly Node[];
  /** Only what the person paid comes back. */
  readonly ownOnly: boolean;
  /** Why there is no refund whatever was paid; `null` where there is one. */
  readonly refused: Template | null;
  /** Whether it is only to come. */
  readonly comes: boolean;
}

export const bindWindow = (words: Words) => ({
  rule: employeeRule(words),
  waits: words.table.employeeWaiting.by("capacity", "history", "special", "gap", "lastYear", "thisYear"),
  histories: words.table.employeeWaiting.in.history,
});
type Names = Words & ReturnType<typeof bindWindow>;

const open = (months: MonthSet, because: readonly Node[], ownOnly = false): Window => ({
  months,
  because,
  ownOnly,
  refused: null,
  comes: false,
});

export function windowOf(names: Names, facts: Facts, asOf: AsOf, draft: Draft): Window {
  const { fact } = names;
  const { reason } = names.option;
  switch (facts.reason) {
    case reason.diedWaiting:
      return diedWaiting(names, facts, draft);
    case reason.overpaidRetired: {
      const met = names.leaf.yearsMet[facts.yearsMet!]!;
      addIncurable(draft, names.condition.yearsMet, met.value === 1, met);
      const retired = leaf(fact.pensionMonth, facts.pensionMonth!);
      const window = open([retired.value, NO_END], [retired]);
      return met.value === 1 ? window : { ...window, refused: names.headline.yearsShort };
    }
    case reason.joinedUnit:
      return joinedUnit(names, facts, asOf, draft);
    case reason.unemployment: {
      const from = leaf(fact.benefitFrom, facts.benefitFrom!);
      const to = leaf(fact.benefitTo, facts.benefitTo!);
      return open([from.value, to.value], [from, to], true);
    }
    default: {
      draft.notices.push(names.notice.correction);
      const from = leaf(fact.sentenceFrom, facts.sentenceFrom!);
      if (facts.sentenceTo === undefined) return open([from.value, NO_END], [from]);
      const to = leaf(fact.sentenceTo, facts.sentenceTo);
      return open([from.value, to.value], [from, to]);
    }
  }
}

function diedWaiting(names: Names, facts: Facts, draft: Draft): Window {
  const { option, reading, condition, headline, waits, histories, leaf: leaves, fact } = names;
  const isFlexible = facts.capacity === option.capacity.flexible;
  const history = isFlexible && reading.firstFlexible.is.flexibleRule ? histories.local : histories.first;
  const special = names.table.employeeWaiting.in.special;
  const row = waits.row([facts.capacity!, history, facts.special ?? special.none, 0, 0, 0]);
  const capacity = leaves.capacity[facts.capacity!]!;
  const inputs = isFlexible ? [capacity, reading.firstFlexible.node] : [capacity, leaves.special[facts.special!]!];
  const days = waits.node(row, waits.out.days, inputs);
  addIncurable(draft, condition.hasWaiting({ "employee-waiting.days": days }), days.value > 0, days);
  const window = open(WHENEVER, NONE);
  if (days.value === 0) return { ...window, refused: headline.noWaiting };
  const waitingLast = waitAfter(names.rule, leaf(fact.paidOn, facts.paidOn!), days).last!;
  const deathDate = leaf(fact.deathDate, facts.deathDate!);
  draft.remarks.push(waitingLast);
  const inTime = deathDate.value <= waitingLast.value;
  addIncurable(draft, condition.diedInWaiting({ deathDate, waitingLast }), inTime, deathDate);
  return inTime ? window : { ...window, refused: headline.diedAfter };
}

/** What is past cannot be mended: months paid with short years count towards them, and a day of death stays. */
const addIncurable = (draft: Draft, definition: ConditionDefinition, met: boolean, node: Node): number =>
  draft.conditions.push({ definition, met, node, remedies: NONE });

/** From joining the unit to the end of that year. */
function joinedUnit(names: Names, facts: Facts, asOf: AsOf, draft: Draft): Window {
  const { fact, step: steps, reading, condition, remedy, headline } = names;
  const { is, node } = reading.joinedMonth;
  const joinedMonth = leaf(fact.joinedMonth, facts.joinedMonth!);
  const from = (is.included ? same : nextMonth)(steps.joinedFrom, joinedMonth, node);
  const last = decemberAround(steps.lastMonthOfYear, joinedMonth);
  const hasJoined = joinedMonth.value <= asOf.month;
  addCondition(draft, condition.hasJoined, hasJoined, joinedMonth, remedy.afterJoining({ joinedMonth }), joinedMonth);
  // whoever joins in December and is refunded from the next month on has nothing left of the year
  const window = open(from.value <= last.value ? [from.value, last.value] : [], [from, last], true);
  return hasJoined ? window : { ...window, refused: headline.joinsLater({ joinedMonth }), comes: true };
}
