/**
 * DH-01, contributions of unit and person in a past month. Source: press (`s3`), contribution rates and bases.
 * Person: last month's wage between 60 % and 300 % of the area's average wage of the year before, × 2 %.
 * Unit: last month's total wages, at least 60 % of that average a head; unknown wages → average × heads; × 8 %.
 */
import { figureAt } from "../../engine/draft.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { atLeast, clamp, exactProduct, roundedToFen } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/historic-contribution.ts";
import { areaMatters, end, inFuture, isKnown, openMonth, poolingOf, withPast, type PastMonth } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) => ({
  ...withPast(words, words.table.historicPeriods.in.matter.contribution),
  pooling: poolingOf(words, words.reading.historicOuterRates),
});

export default define(bind, {
  derive: (names, { period }) => ({ areaMatters: areaMatters(names, period) }),
  check: (names, { period }, asOf) => inFuture(names, period, asOf),
  evaluate,
});

function evaluate(names: Names, facts: Facts): Result {
  const { headline, amount, pooling } = names;
  const month = openMonth(names, facts.period);
  const { draft, period, within } = month;
  if (!within) return end(names, draft, "refused", headline.outside({ period }));
  if (facts.area !== undefined && !isKnown(names, draft, period, facts.area))
    return end(names, draft, "refused", headline.unknownArea({ "historic-pooling.month.lowest": pooling.from }));

  draft.notices.push(names.notice.allUnits);
  if (facts.payer === names.option.payer.unit) {
    const unit = unitAmount(names, facts, month);
    if (unit === null) return end(names, draft, "figure-missing", headline.figureMissing);
    draft.amounts.push({ definition: amount.unit, role: "information", node: unit });
    return end(names, draft, "granted", headline.unit({ period, unit }));
  }
  const personBase = baseOfPerson(names, facts, month);
  const rate = figureAt(names.figure.personRate, month.date, draft);
  if (personBase === null || rate === null) return end(names, draft, "figure-missing", headline.figureMissing);
  const person = roundedToFen(names.step.person, exactProduct(names.step.personExact, personBase, rate));
  draft.amounts.push({ definition: amount.person, role: "information", node: person });
  return end(names, draft, "granted", headline.person({ period, person, personBase }));
}

function baseOfPerson({ figure, step: steps, fact }: Names, facts: Facts, { date, draft }: PastMonth): Node | null {
  const average = figureAt(figure.averageOnPostWage, date, draft);
  const lowest = figureAt(figure.baseLowestShare, date, draft);
  const highest = figureAt(figure.baseHighestShare, date, draft);
  if (average === null || lowest === null || highest === null) return null;
  const [floor, ceiling] = [exactProduct(steps.lowestBase, average, lowest), exactProduct(steps.highestBase, average, highest)];
  return clamp(steps.personBase, leaf(fact.wage, facts.wage!), floor, ceiling);
}

function unitAmount(names: Names, facts: Facts, { date, draft }: PastMonth): Node | null {
  const { figure, fact, step: steps } = names;
  const average = figureAt(figure.averageOnPostWage, date, draft);
  const rate = figureAt(figure.unitRate, date, draft);
  const share = facts.wagesKnown === 1 ? figureAt(figure.baseLowestShare, date, draft) : null;
  if (average === null || rate === null || (facts.wagesKnown === 1 && share === null)) return null;
  const headcount = leaf(fact.headcount, facts.headcount!);
  let base: Node;
  if (share === null) base = exactProduct(steps.unitBaseUnknown, average, headcount);
  else {
    const lowest = exactProduct(steps.lowestTotal, exactProduct(steps.lowestBase, average, share), headcount);
    base = atLeast(steps.unitBase, leaf(fact.totalWages, facts.totalWages!), lowest);
  }
  return roundedToFen(steps.unit, exactProduct(steps.unitExact, base, rate));
}
