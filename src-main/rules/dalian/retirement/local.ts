/** Which local months count at retirement: those paid up to the last payable month, and those bought. */
import { countMonths, EMPTY, monthsUpTo, subtractMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { cover, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Names, RetirementFacts } from "./names.ts";
import type { WayIn } from "./way.ts";

export interface LocalMonths {
  readonly local: Node;
  /** Paid when nothing might be paid any more: they do not count. */
  readonly uncounted: MonthSet;
}

export function localMonths(
  names: Names,
  facts: RetirementFacts,
  asOf: AsOf,
  way: WayIn,
  draft: Draft,
  contributed: Node,
): LocalMonths {
  const { step: steps, reading } = names;
  let local = contributed;
  let uncounted = EMPTY;
  const drawn = facts.contributed.set;
  if (drawn !== null) {
    cover(draft, "contributed", names.coverage.contributed, drawn);
    const tooLate = subtractMonths(drawn, monthsUpTo(drawn, way.lastPayable));
    const after = countMonths(tooLate);
    if (after > 0) {
      const monthsAfter = step(steps.monthsAfter, after, [contributed, way.pension ?? leaf(steps.birthDate, facts.birthDate)]);
      draft.notices.push(names.notice.paidAfter);
      if (reading.afterRetirementCounted) draft.remarks.push(monthsAfter, reading.monthsAfterRetirement);
      else {
        uncounted = tooLate;
        local = step(steps.localCounted, contributed.value - after, [contributed, monthsAfter, reading.monthsAfterRetirement]);
      }
    }
  } else if (asOf.month > way.lastPayable && contributed.value > 0) draft.notices.push(names.notice.paidAfterUnknown);
  const bought = way.buyUpMonths;
  if (bought === null) return { local, uncounted };
  if (reading.earlyMonthsCounted)
    return { local: step(steps.localTotal, local.value + bought.value, [local, bought, reading.earlyMonthsCount]), uncounted };
  draft.remarks.push(reading.earlyMonthsCount);
  return { local, uncounted };
}
