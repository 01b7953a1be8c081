/** The months that count towards retirement: those of Chongqing's own rule (CQ-09), and those of both places (CQ-15). */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, EMPTY, intersectMonths, subtractMonths } from "../../../../src-shared/domain/periods.ts";
import { countYears, type CutOff, type Years } from "../../engine/contribution/years.ts";
import { WORKING_AGE_MONTHS } from "../../engine/contribution/years-faults.ts";
import type { RequiredYears } from "../../engine/contribution/years-names.ts";
import { assumeAnswer, cover, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Names, RetirementFacts } from "./names.ts";

/** `null` where a figure is missing, which is then listed. */
export function requiredYears(names: Names, sex: number, asOf: AsOf, draft: Draft): RequiredYears | null {
  const cumulative = figureAt(names.figure.required[sex]!, asOf.date, draft);
  const local = figureAt(names.figure.local, asOf.date, draft);
  if (cumulative === null || local === null) return null;
  return { cumulative: step(names.step.requiredMonths, cumulative.value, [names.sexes[sex]!, cumulative]), local };
}

export function yearsOf(names: Names, facts: RetirementFacts, required: RequiredYears, asOf: AsOf, draft: Draft): Years {
  const contributed = leaf(names.step.contributed, facts.contributed.count);
  return countYears(names.years, facts, required, contributed, contributed, deemedBy(names, facts, asOf, draft), draft);
}

/** What the agency has recognised, or service up to the cut-off of the capacity. */
function deemedBy(names: Names, facts: RetirementFacts, asOf: AsOf, draft: Draft): CutOff | Node {
  const { step: steps } = names;
  if (facts.deemedMonths > 0)
    return step(steps.deemedCounted, facts.deemedMonths, [leaf(steps.deemedMonths, facts.deemedMonths)]);
  const last = figureAt(names.figure.deemedLast[facts.capacity]!, asOf.date, draft);
  if (last === null) return step(steps.deemedNone, 0, [names.capacities[facts.capacity]!]);
  return { month: step(steps.deemedUntil, last.value + 1, [last]), because: null };
}

/** The most months of service that fit between working age and the cut-off; without one nothing can be held against it. */
export function mostService(names: Names, facts: RetirementFacts, asOf: AsOf): number {
  const last = names.figure.deemedLast[facts.capacity]!.at(asOf.date);
  if (last === null) return Infinity;
  return Math.max(0, last.value + 1 - (monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS));
}

/** Years of both places together. */
export interface Mutual {
  readonly required: Node;
  readonly months: Node;
  readonly shortfall: Node;
  /** Whether one retires here. */
  readonly here: Node;
}

/** `null` where there are no months of Chengdu, or the agreement is not in force. */
export function mutualYears(names: Names, facts: RetirementFacts, local: Node, asOf: AsOf, draft: Draft): Mutual | null {
  const { step: steps } = names;
  const there = facts.chengduMonths;
  if (there.count === 0) return null;
  const required = names.figure.chengdu.at(asOf.date);
  if (required === null) {
    draft.notices.push(names.notice.chengduNotInForce);
    return null;
  }
  const chengdu = leaf(steps.chengduMonths, there.count);
  const same = intersectMonths(there.set ?? EMPTY, facts.contributed.set ?? EMPTY);
  cover(draft, "transferred", names.coverage.chengdu, subtractMonths(there.set ?? EMPTY, same));
  const months =
    same.length === 0
      ? step(steps.bothMonths, local.value + chengdu.value, [local, chengdu])
      : step(steps.bothMonthsOnce, local.value + chengdu.value - countMonths(same), [
          local,
          chengdu,
          step(steps.bothTwice, countMonths(same), [local, chengdu]),
        ]);
  const shortfall = step(steps.chengduShortfall, Math.max(0, required.value - months.value), [required, months]);
  return { required, months, shortfall, here: longerHere(names, facts, local, chengdu, draft) };
}

function longerHere(names: Names, facts: RetirementFacts, local: Node, chengdu: Node, draft: Draft): Node {
  const { step: steps, reading } = names;
  if (local.value !== chengdu.value) return step(steps.longerHere, local.value > chengdu.value ? 1 : 0, [local, chengdu]);
  const last = lastPaidAt(names, facts, draft);
  const here = reading.lastPaidDecides ? last === names.option.chongqing : true;
  return step(steps.equalHere, here ? 1 : 0, [local, chengdu, names.lastPaidAt[last]!, reading.chengduEqual]);
}

/** As told, or as the drawn months show; if neither says, Chongqing is assumed, where the person stands. */
function lastPaidAt(names: Names, { lastPaidAt: told, contributed, chengduMonths }: RetirementFacts, draft: Draft): number {
  if (told !== undefined) return told;
  const { option, step: steps, lastPaidAt: leaves } = names;
  const here = contributed.set?.at(-1);
  const there = chengduMonths.set?.at(-1);
  if (here === undefined || there === undefined) {
    assumeAnswer(draft, steps.lastPaidAt, leaves[option.chongqing]!);
    return option.chongqing;
  }
  return there > here ? option.chengdu : option.chongqing;
}
