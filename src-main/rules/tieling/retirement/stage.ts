/** Whether the rule about years applies to the person, and whether the time has come (TL-11). */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { MAN, WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import type { Names, RetirementFacts, SomeRetirementFacts } from "./names.ts";

export const kindOf = ({ option }: Names, facts: SomeRetirementFacts): PersonKind =>
  facts.sex === option.male ? MAN : facts.kind === option.woman50 ? WOMAN_50 : WOMAN_55;

export interface Stage {
  readonly inScope: boolean;
  readonly statutory: Node;
  /** Statutory age, or the end of the pension formalities where that comes first and counts. */
  readonly reachedFrom: Node;
  readonly reached: boolean;
}

export const statutoryMonth = (names: Names, facts: RetirementFacts): Month =>
  names.retirementAge.month(kindOf(names, facts), facts.birthDate);

/** The same as numbers only, while the form is being filled; `null` while too little is known. */
export function reachedMonth(names: Names, facts: SomeRetirementFacts): Month | null {
  const { sex, birthDate, way, pensionMonth } = facts;
  const { limit, reading, retirementAge } = names;
  if (sex === undefined || birthDate === undefined || way === undefined) return null;
  const statutory = retirementAge.month(kindOf(names, facts), birthDate);
  if (statutory < limit.appliesFrom.value) return null;
  return pensionMonth !== undefined && reading.pensionCounts ? Math.min(statutory, pensionMonth) : statutory;
}

export function stageOf(names: Names, facts: RetirementFacts, asOf: AsOf, draft: Draft): Stage {
  const { step: steps, condition, remedy, limit } = names;
  const statutory = names.retirementAge.node(kindOf(names, facts), leaf(steps.birthDate, facts.birthDate));
  const inScope = statutory.value >= limit.appliesFrom.value;
  const scope = step(steps.inScope, inScope ? 1 : 0, [statutory, limit.appliesFrom]);
  addCondition(draft, condition.inScope, inScope, scope, remedy.rulesThen, null);

  const reachedFrom = reachedNode(names, facts, statutory);
  const reached = reachedFrom.value <= asOf.month;
  if (inScope) addCondition(draft, condition.reached, reached, reachedFrom, remedy.waitForAge, reachedFrom);
  return { inScope, statutory, reachedFrom, reached };
}

function reachedNode({ step: steps, reading, option }: Names, facts: RetirementFacts, statutory: Node): Node {
  if (facts.way !== option.pensionHere || facts.pensionMonth! >= statutory.value)
    return step(steps.reachedFrom, statutory.value, [statutory]);
  const pension = leaf(steps.pensionMonth, facts.pensionMonth!);
  return reading.pensionCounts
    ? step(steps.reachedEarlier, pension.value, [statutory, pension, reading.early])
    : step(steps.reachedByAge, statutory.value, [statutory, pension, reading.early]);
}
