/** Contribution years: local, transferred in, deemed; and what they lack. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import {
  countMonths,
  EMPTY,
  intersectMonths,
  monthsUpTo,
  subtractMonths,
  uniteMonths,
  type MonthSet,
} from "../../../../src-shared/domain/periods.ts";
import { cover, NONE, type Draft } from "../draft.ts";
import type { MonthsValue } from "../facts/facts.ts";
import { leaf, told, type Node } from "../node.ts";
import { atLeastZero, difference, larger, sum } from "../operations.ts";
import type { RemedyDefinition, RemedyFound } from "../result.ts";
import type { RequiredYears, SomeYearsFacts, YearsFacts, YearsNames } from "./years-names.ts";

export interface Years {
  readonly required: RequiredYears;
  readonly local: Node;
  readonly cumulative: Node;
  readonly localShortfall: Node;
  readonly cumulativeShortfall: Node;
  /** max(cumulative shortfall, local shortfall). */
  readonly shortfall: Node;
}

/** The first month of service that no longer counts as deemed, with the reading that chose it where it has a say. */
export interface CutOff {
  readonly month: Node;
  readonly because: Node | null;
}

/**
 * @param contributed the answer to the question about local months
 * @param local what the matter lets count of it, with the months it adds
 * @param deemed up to when service counts as deemed, or the step that says why none does
 * @param uncounted drawn local months that the matter lets not count: paid elsewhere or served as well, they count as that
 */
export function countYears(
  names: YearsNames,
  facts: YearsFacts,
  required: RequiredYears,
  contributed: Node,
  local: Node,
  deemed: CutOff | Node,
  draft: Draft,
  uncounted: MonthSet = EMPTY,
): Years {
  const { step: steps } = names;
  const terms: Node[] = [local];
  if (given(facts.transferred)) terms.push(transferredMonths(names, facts, draft, contributed, uncounted));
  if (!("month" in deemed)) terms.push(deemed);
  else if (given(facts.service) || given(facts.military))
    terms.push(deemedMonths(names, facts, deemed, draft, contributed, uncounted));

  const cumulative = sum(steps.cumulative, terms);

  const cumulativeShortfall = atLeastZero(steps.cumulativeShortfall, required.cumulative, cumulative);
  const localShortfall = atLeastZero(steps.localShortfall, required.local, local);
  return {
    required,
    local,
    cumulative,
    localShortfall,
    cumulativeShortfall,
    shortfall: larger(steps.shortfall, cumulativeShortfall, localShortfall),
  };
}

/** That there are none is an answer too. */
export const given = (months: MonthsValue | undefined): months is MonthsValue => months !== undefined && months.count > 0;

function transferredMonths(names: YearsNames, facts: YearsFacts, draft: Draft, contributed: Node, uncounted: MonthSet): Node {
  const { step: steps, reading } = names;
  const transferred = leaf(names.fact.transferred, facts.transferred!.count);
  const drawn = facts.transferred!.set;
  const local = facts.contributed.set;
  if (drawn === null || local === null) {
    if (drawn !== null) cover(draft, "transferred", names.coverage.transferred, drawn);
    return transferred;
  }
  cover(draft, "transferred", names.coverage.transferred, subtractMonths(drawn, local));
  const twice = countMonths(intersectMonths(drawn, subtractMonths(local, uncounted)));
  if (twice === 0) return transferred;
  if (!reading.sameMonthOnce) {
    draft.remarks.push(reading.sameMonth);
    return transferred;
  }
  const same = told(steps.sameMonthTwice, twice, [contributed, transferred]);
  return difference(steps.transferredCounted, transferred, same, reading.sameMonth);
}

/** Months really paid, here or elsewhere, as far as they were drawn. */
const paidMonths = ({ contributed, transferred }: YearsFacts, uncounted: MonthSet = EMPTY): MonthSet =>
  uniteMonths(subtractMonths(contributed.set ?? EMPTY, uncounted), transferred?.set ?? EMPTY);

/** Service before the cut-off and service in the forces, not counting months twice nor months that were really paid. */
function deemedMonths(
  names: YearsNames,
  facts: YearsFacts,
  cutOff: CutOff,
  draft: Draft,
  contributed: Node,
  uncounted: MonthSet,
): Node {
  const { step: steps } = names;
  const sources: Node[] = [];
  let drawn = EMPTY;
  if (given(facts.service)) {
    const { set, count } = facts.service;
    const service = leaf(names.fact.service, count);
    if (set === null) {
      // a number is told as of the cut-off; its dates nobody has seen
      sources.push(service);
      draft.remarks.push(cutOff.month);
      if (cutOff.because !== null) draft.remarks.push(cutOff.because);
    } else {
      drawn = monthsUpTo(set, cutOff.month.value - 1);
      const before = countMonths(drawn);
      sources.push(
        cutOff.because === null
          ? told(steps.serviceBefore, before, [service, cutOff.month])
          : told(steps.serviceBefore, before, [service, cutOff.month, cutOff.because]),
      );
    }
  }
  let twice = 0;
  if (names.military !== null && given(facts.military)) {
    const set = facts.military.set ?? EMPTY;
    twice = countMonths(intersectMonths(drawn, set));
    drawn = uniteMonths(drawn, set);
    sources.push(leaf(names.military.fact, facts.military.count));
  }
  const gross = names.military === null || sources.length === 1 ? sources[0]! : sum(names.military.together, sources);

  const overlapSet = intersectMonths(drawn, paidMonths(facts));
  cover(draft, "deemed", names.coverage.deemed, subtractMonths(drawn, overlapSet));
  cover(draft, "overlap", names.coverage.overlap, overlapSet);

  const said = facts.overlapMonths ?? 0;
  const overlap = twice + countMonths(intersectMonths(drawn, paidMonths(facts, uncounted))) + said;
  if (overlap === 0) return gross;
  const doubled =
    said > 0
      ? told(steps.serviceOverlap, overlap, [gross, contributed, leaf(names.fact.overlapMonths, said)])
      : told(steps.serviceOverlap, overlap, [gross, contributed]);
  return difference(steps.deemed, gross, doubled);
}

/** Months of service that no drawn payment covers: the most that a told overlap can be. */
export function undrawnService(facts: YearsFacts, cutOff: Month): number {
  const { service, military } = facts;
  const paid = paidMonths(facts);
  const before = service?.set == null ? EMPTY : monthsUpTo(service.set, cutOff - 1);
  const drawn = uniteMonths(before, military?.set ?? EMPTY);
  const typed = (service?.set === null ? service.count : 0) + (military?.set === null ? military.count : 0);
  return typed + countMonths(subtractMonths(drawn, paid));
}

/** Years against what the clause requires, with the months or the amount that would make them enough; for rules whose shortfall may fail. */
export function yearsConditions(names: YearsNames, years: Years, topUp: Node | null, draft: Draft): void {
  const { condition } = names;
  const remedy = names.remedy!;
  const { cumulativeShortfall, localShortfall, cumulative, local } = years;
  // paying the larger shortfall mends both conditions; the amount stands with the one that rules it
  const mends = (short: Node, more: RemedyDefinition): readonly RemedyFound[] => {
    const months = { definition: more, node: short };
    return topUp !== null && short.value === years.shortfall.value
      ? [months, { definition: remedy.payTopUp({ topUp }), node: topUp }]
      : [months];
  };
  draft.remarks.push(years.shortfall);
  const enough = cumulativeShortfall.value === 0;
  draft.conditions.push({
    definition: condition.cumulative(years),
    met: enough,
    node: cumulative,
    remedies: enough ? NONE : mends(cumulativeShortfall, remedy.moreCumulative({ cumulativeShortfall })),
  });
  // nobody is told that they meet a requirement of no months at all
  if (years.required.local.value === 0) return;
  const enoughHere = localShortfall.value === 0;
  draft.conditions.push({
    definition: condition.local(years),
    met: enoughHere,
    node: local,
    remedies: enoughHere ? NONE : mends(localShortfall, remedy.moreLocal({ localShortfall })),
  });
}

/** Months drawn as paid or served, and the sum of those only told as paid; what is left for service told as a number. */
export function roomForService(facts: YearsFacts, first: Month, cutOff: Month, last: Month): number {
  const { contributed, transferred, military } = facts;
  const drawn = uniteMonths(paidMonths(facts), military?.set ?? EMPTY);
  let undrawn = contributed.set === null ? contributed.count : 0;
  if (transferred?.set === null) undrawn += transferred.count;
  const before = cutOff - first - countMonths(intersectMonths(drawn, [first, cutOff - 1]));
  return Math.min(before, last - first + 1 - countMonths(drawn) - undrawn);
}

export const typedAsNumber = (months: MonthsValue | undefined): months is MonthsValue => given(months) && months.set === null;

/** Periods show which months of service were paid for; bare numbers do not. */
export const overlapUnknown = ({ service, military, contributed, transferred }: SomeYearsFacts): boolean =>
  (given(service) || given(military)) &&
  (typedAsNumber(service) || typedAsNumber(military) || typedAsNumber(contributed) || typedAsNumber(transferred));
