/** The months that count towards retirement (CQ-09). */
import { countMonths, EMPTY, intersectMonths, subtractMonths } from "../../../../src-shared/domain/periods.ts";
import { cover, type Draft } from "../../engine/draft.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Names, RetirementFacts, SomeRetirementFacts } from "./names.ts";

/** Paid here, transferred in, and what the agency has recognised as deemed. */
export function countYears(names: Names, facts: Pick<RetirementFacts, "contributed"> & SomeRetirementFacts, draft: Draft): Node {
  const { step: steps, reading, coverage } = names;
  const contributed = leaf(steps.contributed, facts.contributed.count);
  cover(draft, "contributed", coverage.contributed, facts.contributed.set ?? EMPTY);
  const terms: Node[] = [contributed];
  if (facts.transferred !== undefined) {
    const transferred = leaf(steps.transferred, facts.transferred.count);
    const drawn = facts.transferred.set ?? EMPTY;
    const same = intersectMonths(drawn, facts.contributed.set ?? EMPTY);
    cover(draft, "transferred", coverage.transferred, subtractMonths(drawn, same));
    if (same.length > 0 && reading.once) {
      const twice = step(steps.sameMonthTwice, countMonths(same), [contributed, transferred]);
      terms.push(step(steps.transferredCounted, transferred.value - twice.value, [transferred, twice, reading.twice]));
    } else {
      terms.push(transferred);
      if (same.length > 0) draft.remarks.push(reading.twice);
    }
  }
  if (facts.deemedMonths !== undefined)
    terms.push(step(steps.deemedCounted, facts.deemedMonths, [leaf(steps.deemedMonths, facts.deemedMonths)]));
  let total = 0;
  for (const term of terms) total += term.value;
  const cumulative = step(steps.cumulative, total, terms);
  draft.remarks.push(cumulative);
  return cumulative;
}
