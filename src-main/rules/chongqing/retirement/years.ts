/** The months that count towards retirement: those of Chongqing's own rule (CQ-09), and those of both places (CQ-15). */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, EMPTY, intersectMonths, subtractMonths } from "../../../../src-shared/domain/periods.ts";
import { countYears, type CutOff, type Years } from "../../engine/contribution/years.ts";
import { WORKING_AGE_MONTHS } from "../../engine/contribution/years-faults.ts";
import { yearsNames, type RequiredYears } from "../../engine/contribution/years-names.ts";
import { assumeAnswer, cover, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { atLeastZero, nextMonth, plus, plusLess, same, takenBy } from "../../engine/operations.ts";
import type { Facts, Words } from "../../generated/chongqing/retirement.ts";

/** Years of both places together. */
export interface Mutual {
  readonly required: Node;
  readonly months: Node;
  readonly shortfall: Node;
  /** Whether one retires here. */
  readonly here: Node;
}

export function bindYears(words: Words) {
  const { figure, reading, condition } = words;
  return {
    years: yearsNames(words, reading.sameMonthTwice, {
      military: null,
      remedy: words.remedy,
      condition: {
        cumulative: ({ required, cumulative }) => condition.cumulativeYears({ requiredMonths: required.cumulative, cumulative }),
        local: ({ required }) => condition.localYears({ "retirement-local-months": required.local }),
        cumulativeToppedUp: ({ required, cumulative, cumulativeShortfall }) =>
          condition.cumulativeToppedUp({ requiredMonths: required.cumulative, cumulative, cumulativeShortfall }),
        localToppedUp: ({ required, localShortfall }) =>
          condition.localToppedUp({ "retirement-local-months": required.local, localShortfall }),
      },
    }),
    // by option of the questions about sex and capacity
    requiredOf: [figure.retirementMonthsMan, figure.retirementMonthsWoman],
    deemedLast: [figure.deemedLastUnit, figure.deemedLastIndividual],
  };
}
type Names = Words & ReturnType<typeof bindYears>;

/** `null` where a figure is missing, which is then listed. */
export function requiredYears(names: Names, sex: number, asOf: AsOf, draft: Draft): RequiredYears | null {
  const cumulative = figureAt(names.requiredOf[sex]!, asOf.date, draft);
  const local = figureAt(names.figure.retirementLocalMonths, asOf.date, draft);
  if (cumulative === null || local === null) return null;
  return { cumulative: takenBy(names.step.requiredMonths, names.leaf.sex[sex]!, cumulative), local };
}

export function yearsOf(names: Names, facts: Facts, required: RequiredYears, asOf: AsOf, draft: Draft): Years {
  const contributed = leaf(names.fact.contributed, facts.contributed.count);
  return countYears(names.years, facts, required, contributed, contributed, deemedBy(names, facts, asOf, draft), draft);
}

/** What the agency has recognised, or service up to the cut-off of the capacity. */
function deemedBy(names: Names, facts: Facts, asOf: AsOf, draft: Draft): CutOff | Node {
  const { step: steps, fact } = names;
  if (facts.deemedMonths > 0) return same(steps.deemedCounted, leaf(fact.deemedMonths, facts.deemedMonths));
  const last = figureAt(names.deemedLast[facts.capacity]!, asOf.date, draft);
  if (last === null) return told(steps.deemedNone, 0, [names.leaf.capacity[facts.capacity]!]);
  return { month: nextMonth(steps.deemedUntil, last), because: null };
}

/** The most months of service that fit between working age and the cut-off; without one nothing can be held against it. */
export function mostService(names: Names, facts: Facts, asOf: AsOf): number {
  const last = names.deemedLast[facts.capacity]!.at(asOf.date);
  return last === null ? Infinity : Math.max(0, last.value + 1 - (monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS));
}

/** `null` where there are no months of Chengdu, or the agreement is not in force. */
export function mutualYears(names: Names, facts: Facts, local: Node, asOf: AsOf, draft: Draft): Mutual | null {
  const { step: steps } = names;
  const there = facts.chengduMonths;
  if (there.count === 0) return null;
  const required = names.figure.chengduMonths.at(asOf.date);
  if (required === null) {
    draft.notices.push(names.notice.chengduNotInForce);
    return null;
  }
  const chengdu = leaf(names.fact.chengduMonths, there.count);
  const both = intersectMonths(there.set ?? EMPTY, facts.contributed.set ?? EMPTY);
  const twice = countMonths(both);
  cover(draft, "transferred", names.coverage.chengdu, subtractMonths(there.set ?? EMPTY, both));
  const months =
    twice === 0
      ? plus(steps.bothMonths, local, chengdu)
      : plusLess(steps.bothMonthsOnce, local, chengdu, told(steps.bothTwice, twice, [local, chengdu]));
  const shortfall = atLeastZero(steps.chengduShortfall, required, months);
  return { required, months, shortfall, here: longerHere(names, facts, local, chengdu, draft) };
}

function longerHere(names: Names, facts: Facts, local: Node, chengdu: Node, draft: Draft): Node {
  const { step: steps, leaf: leaves, option, reading } = names;
  if (local.value !== chengdu.value) return told(steps.longerHere, local.value > chengdu.value ? 1 : 0, [local, chengdu]);
  const last = lastPaidAt(names, facts, draft);
  const here = !reading.chengduEqual.is.lastPaid || last === option.lastPaidAt.chongqing;
  return told(steps.equalHere, here ? 1 : 0, [local, chengdu, leaves.lastPaidAt[last]!, reading.chengduEqual.node]);
}

/** As told, or as the drawn months show; if neither says, Chongqing is assumed, where the person stands. */
function lastPaidAt(names: Names, { lastPaidAt: said, contributed, chengduMonths }: Facts, draft: Draft): number {
  if (said !== undefined) return said;
  const { chongqing, chengdu } = names.option.lastPaidAt;
  const here = contributed.set?.at(-1);
  const there = chengduMonths.set?.at(-1);
  if (here !== undefined && there !== undefined) return there > here ? chengdu : chongqing;
  assumeAnswer(draft, names.fact.lastPaidAt, names.leaf.lastPaidAt[chongqing]!);
  return chongqing;
}
