/** Contribution years (DL-05): local, transferred in, deemed; and what they lack. */
import {
  countMonths,
  EMPTY,
  intersectMonths,
  monthsUpTo,
  subtractMonths,
  uniteMonths,
} from "../../../../src-shared/domain/periods.ts";
import { cover, NONE, type Draft } from "../../engine/draft.ts";
import type { MonthsValue } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Finding, RemedyDefinition } from "../../engine/result.ts";
import type { SomeYearsFacts, YearsFacts, YearsNames } from "./names.ts";

export interface Years {
  readonly local: Node;
  readonly cumulative: Node;
  readonly localShortfall: Node;
  readonly cumulativeShortfall: Node;
  /** max(cumulative shortfall, local shortfall). */
  readonly shortfall: Node;
}

/**
 * @param contributed the answer to the question about local months
 * @param local what the matter lets count of it, with the months it adds
 * @param noDeemed the step that says why no service is deemed; `null` where it may be
 */
export function countYears(
  names: YearsNames,
  facts: YearsFacts,
  contributed: Node,
  local: Node,
  noDeemed: Node | null,
  draft: Draft,
): Years {
  const { step: steps, required } = names;
  const terms: Node[] = [local];
  if (facts.transferred !== undefined && facts.transferred.count > 0)
    terms.push(transferredMonths(names, facts, draft, contributed));
  if (noDeemed !== null) terms.push(noDeemed);
  else if (facts.service !== undefined && facts.service.count > 0) terms.push(deemedMonths(names, facts, draft, contributed));

  let total = 0;
  for (const term of terms) total += term.value;
  const cumulative = step(steps.cumulative, total, terms);

  const cumulativeShortfall = shortOf(steps.cumulativeShortfall, required.cumulative[facts.sex]!, cumulative);
  const localShortfall = shortOf(steps.localShortfall, required.local[facts.sex]!, local);
  const most = Math.max(cumulativeShortfall.value, localShortfall.value);
  return {
    local,
    cumulative,
    localShortfall,
    cumulativeShortfall,
    shortfall: step(steps.shortfall, most, [cumulativeShortfall, localShortfall]),
  };
}

const shortOf = (definition: Node["definition"], required: Node, actual: Node): Node =>
  step(definition, Math.max(0, required.value - actual.value), [required, actual]);

function transferredMonths(names: YearsNames, facts: YearsFacts, draft: Draft, contributed: Node): Node {
  const { step: steps, reading } = names;
  const transferred = leaf(steps.transferred, facts.transferred!.count);
  const drawn = facts.transferred!.set;
  const local = facts.contributed.set;
  if (drawn === null || local === null) {
    if (drawn !== null) cover(draft, "transferred", names.coverage.transferred, drawn);
    return transferred;
  }
  cover(draft, "transferred", names.coverage.transferred, subtractMonths(drawn, local));
  const twice = countMonths(intersectMonths(drawn, local));
  if (twice === 0) return transferred;
  if (!reading.sameMonthOnce) {
    draft.remarks.push(reading.sameMonth);
    return transferred;
  }
  const same = step(steps.sameMonthTwice, twice, [contributed, transferred]);
  return step(steps.transferredCounted, transferred.value - twice, [transferred, same, reading.sameMonth]);
}

/** The first month that no longer counts as deemed, by the capacity that the reading names. */
export const cutOffFor = ({ cutOff, reading }: YearsNames, facts: YearsFacts): Node =>
  reading.deemedByEnrolment ? cutOff.byEnrolment[facts.enrolledAs!]! : cutOff.byCapacity[facts.capacity]!;

/** Continuous service before the cut-off, not counting months that were really paid. */
function deemedMonths(names: YearsNames, facts: YearsFacts, draft: Draft, contributed: Node): Node {
  const { step: steps, reading } = names;
  const service = leaf(steps.service, facts.service!.count);
  const cutOff = cutOffFor(names, facts);
  const readingMatters = facts.enrolledAs !== facts.capacity;
  const inputs = readingMatters ? [service, cutOff, reading.deemedCapacity] : [service, cutOff];

  const drawn = facts.service!.set;
  const beforeSet = drawn === null ? EMPTY : monthsUpTo(drawn, cutOff.value - 1);
  const before = step(steps.serviceBefore, drawn === null ? service.value : countMonths(beforeSet), inputs);
  const overlapSet = intersectMonths(beforeSet, uniteMonths(facts.contributed.set ?? EMPTY, facts.transferred?.set ?? EMPTY));
  cover(draft, "deemed", names.coverage.deemed, subtractMonths(beforeSet, overlapSet));
  cover(draft, "overlap", names.coverage.overlap, overlapSet);

  const told = facts.overlapMonths ?? 0;
  const overlap = countMonths(overlapSet) + told;
  if (overlap === 0) return before;
  const overlapInputs = told > 0 ? [before, contributed, leaf(steps.overlapMonths, told)] : [before, contributed];
  return step(steps.deemed, before.value - overlap, [before, step(steps.serviceOverlap, overlap, overlapInputs)]);
}

/** Years against what the clause requires, with the months or the amount that would make them enough. */
export function yearsConditions(names: YearsNames, years: Years, topUp: Node | null, draft: Draft): void {
  const { condition, remedy } = names;
  const add = (definition: Finding["definition"], short: Node, actual: Node, more: RemedyDefinition): void => {
    if (short.value === 0) {
      draft.conditions.push({ definition, met: true, node: actual, remedies: NONE });
      return;
    }
    const months = { definition: more, node: short };
    // paying the larger shortfall mends both conditions; the amount stands with the one that rules it
    const pays = topUp !== null && short.value === years.shortfall.value;
    draft.conditions.push({
      definition,
      met: false,
      node: actual,
      remedies: pays ? [months, { definition: remedy.payTopUp, node: topUp }] : [months],
    });
  };
  draft.remarks.push(years.shortfall);
  add(condition.cumulativeYears, years.cumulativeShortfall, years.cumulative, remedy.moreCumulative);
  add(condition.localYears, years.localShortfall, years.local, remedy.moreLocal);
}

const typedAsNumber = (months: MonthsValue | undefined): boolean =>
  months !== undefined && months.set === null && months.count > 0;

/** Periods show which months of service were paid for; bare numbers do not. */
export const overlapUnknown = ({ service, contributed, transferred }: SomeYearsFacts): boolean =>
  service !== undefined &&
  service.count > 0 &&
  (typedAsNumber(service) || typedAsNumber(contributed) || typedAsNumber(transferred));
