/** For which months a reason lets contributions be refunded (TL-15), and what must hold for it. */
import { monthOf, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { MonthSet } from "../../../../src-shared/domain/periods.ts";
import { addCondition, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { ConditionDefinition, Template } from "../../engine/result.ts";
import { FIRST, LOCAL, NOT_SPECIAL } from "../employee-waiting.ts";
import type { Names, RefundFacts } from "./names.ts";

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
}

export function windowOf(names: Names, facts: RefundFacts, asOf: AsOf, draft: Draft): Window {
  const { option, step: steps } = names;
  switch (facts.reason) {
    case option.died:
      return diedWaiting(names, facts, draft);
    case option.retired: {
      const met = names.leaf.yearsMet[facts.yearsMet!]!;
      addIncurable(draft, names.condition.yearsMet, met.value === 1, met);
      const retired = leaf(steps.pensionMonth, facts.pensionMonth!);
      const refused = met.value === 1 ? null : names.headline.yearsShort;
      return { months: [retired.value, NO_END], because: [retired], ownOnly: false, refused };
    }
    case option.joined:
      return joinedUnit(names, facts, asOf, draft);
    case option.unemployment: {
      const from = leaf(steps.benefitFrom, facts.benefitFrom!);
      const to = leaf(steps.benefitTo, facts.benefitTo!);
      return { months: [from.value, to.value], because: [from, to], ownOnly: true, refused: null };
    }
    default: {
      draft.notices.push(names.notice.correction);
      const from = leaf(steps.sentenceFrom, facts.sentenceFrom!);
      if (facts.sentenceTo === undefined) return { months: [from.value, NO_END], because: [from], ownOnly: false, refused: null };
      const to = leaf(steps.sentenceTo, facts.sentenceTo);
      return { months: [from.value, to.value], because: [from, to], ownOnly: false, refused: null };
    }
  }
}

function diedWaiting(names: Names, facts: RefundFacts, draft: Draft): Window {
  const { option, reading, condition, headline } = names;
  const { table, days: output, rule } = names.waiting;
  const isFlexible = facts.capacity === option.flexible;
  const history = isFlexible && reading.flexibleRule ? LOCAL : FIRST;
  const row = table.row([facts.capacity!, history, facts.special ?? NOT_SPECIAL, 0, 0, 0]);
  const capacity = names.leaf.capacity[facts.capacity!]!;
  const inputs = isFlexible ? [capacity, reading.firstFlexible] : [capacity, names.leaf.special[facts.special!]!];
  const days = table.node(row, output, inputs);
  const waits = days.value > 0;
  addIncurable(draft, condition.hasWaiting, waits, days);
  const window = { months: WHENEVER, because: NONE, ownOnly: false };
  if (!waits) return { ...window, refused: headline.noWaiting };
  const last = rule.after(leaf(names.step.paidOn, facts.paidOn!), days).last!;
  const died = leaf(names.step.deathDate, facts.deathDate!);
  draft.remarks.push(last);
  const inTime = died.value <= last.value;
  addIncurable(draft, condition.diedInWaiting, inTime, died);
  return { ...window, refused: inTime ? null : headline.diedAfter };
}

/** What is past cannot be mended: months paid with short years count towards them, and a day of death stays. */
const addIncurable = (draft: Draft, definition: ConditionDefinition, met: boolean, node: Node): number =>
  draft.conditions.push({ definition, met, node, remedies: NONE });

/** From joining the unit to the end of that year. */
function joinedUnit(names: Names, facts: RefundFacts, asOf: AsOf, draft: Draft): Window {
  const { step: steps, reading, condition, remedy, headline } = names;
  const joined = leaf(steps.joinedMonth, facts.joinedMonth!);
  const from = step(steps.joinedFrom, reading.joinedMonthToo ? joined.value : joined.value + 1, [joined, reading.joined]);
  const last = step(steps.lastMonthOfYear, monthOf(yearOfMonth(joined.value), 12), [joined]);
  const hasJoined = joined.value <= asOf.month;
  addCondition(draft, condition.hasJoined, hasJoined, joined, remedy.afterJoining, joined);
  // whoever joins in December and is refunded from the next month on has nothing left of the year
  const months = from.value <= last.value ? [from.value, last.value] : [];
  return { months, because: [from, last], ownOnly: true, refused: hasJoined ? null : headline.joinsLater };
}
