/** Which local months count at retirement: those paid, with or without those after the last payable month, and those bought. */
import { countMonths, monthsUpTo } from "../../../../src-shared/domain/periods.ts";
import { cover, type Draft } from "../../engine/draft.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Names, RetirementFacts } from "./names.ts";
import type { WayIn } from "./way.ts";

export function localMonths(names: Names, facts: RetirementFacts, way: WayIn, draft: Draft, contributed: Node): Node {
  const { step: steps, reading } = names;
  let local = contributed;
  const drawn = facts.contributed.set;
  if (drawn !== null) {
    cover(draft, "contributed", names.coverage.contributed, drawn);
    const lastPayable = way.buyUpEnd === null ? way.lastPayable : Math.max(way.lastPayable, way.buyUpEnd.value);
    const after = contributed.value - countMonths(monthsUpTo(drawn, lastPayable));
    if (after > 0) {
      const monthsAfter = step(steps.monthsAfter, after, [contributed, way.pension ?? leaf(steps.birthDate, facts.birthDate)]);
      draft.notices.push(names.notice.paidAfter);
      if (reading.afterRetirementCounted) draft.remarks.push(monthsAfter, reading.monthsAfterRetirement);
      else local = step(steps.localCounted, contributed.value - after, [contributed, monthsAfter, reading.monthsAfterRetirement]);
    }
  }
  const bought = way.buyUpMonths;
  if (bought === null) return local;
  if (reading.earlyMonthsCounted)
    return step(steps.localTotal, local.value + bought.value, [local, bought, reading.earlyMonthsCount]);
  draft.remarks.push(reading.earlyMonthsCount);
  return local;
}
