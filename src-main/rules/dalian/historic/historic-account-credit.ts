/**
 * DH-02: what a month's credit to the personal account was.
 * Until 2022-12 (press): in service 2.8 % or 3.3 % of the wage by age, retired 6.5 % of the pension, in the outer districts
 * 3.6 % before the pooling of 2011-07. From 2023-01 (notice): in service 2 % of the base, retired a fixed sum, flexible none.
 */
import { ageOn, firstDayOf, lastDayOf, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, figureAt, newDraft, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { difference, exactProduct, larger, roundedToFen, same, takenBy } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../../generated/dalian/historic-account-credit.ts";
import { areaMatters, end, inFuture, isKnown, poolingOf } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
function bind(words: Words) {
  const { historicAccountCredit, historicCreditExample, historicUnitDebt } = words.conflict;
  const ways = words.table.accountCreditWay.by("month", "capacity");
  return {
    ...words,
    ways,
    is: ways.is.way,
    ages: words.table.accountCreditAge.by("age"),
    pooling: poolingOf(words, words.reading.historicOuterCredit),
    conflicts: [historicAccountCredit],
    pensionConflicts: [historicAccountCredit, historicCreditExample, historicUnitDebt],
  };
}

export default define(bind, { derive, check, evaluate });

const wayFor = ({ ways }: Names, period: Month, capacity: number): number =>
  ways.value(ways.row2(period, capacity), ways.out.way);

/** Which further questions the month and the capacity raise. */
function derive(names: Names, { period, capacity }: SomeFacts) {
  const { is, pooling } = names;
  const way = period === undefined || capacity === undefined ? undefined : wayFor(names, period, capacity);
  // in the year of the pooling a retiree's area also tells what it changed
  const isCompared = period !== undefined && yearOfMonth(period) <= yearOfMonth(pooling.from.value);
  return {
    areaMatters: way === is.pension ? isCompared : way === is.wage && areaMatters(names, period),
    ageMatters: way === is.wage,
    wageMatters: way === is.wage || way === is.base,
    pensionMatters: way === is.pension,
  };
}

function check(names: Names, { period, birthDate }: Facts, asOf: AsOf): readonly Fault[] {
  const future = inFuture(names, period, asOf);
  if (future.length > 0 || birthDate === undefined || birthDate <= lastDayOf(period)) return future;
  return [{ fact: "birthDate", text: names.fault.bornAfter }];
}

function evaluate(names: Names, facts: Facts): Result {
  const { is, ways, notice, option, figure, step: steps, headline } = names;
  const draft = newDraft();
  draft.conflicts = names.conflicts;
  // the rule by which retirees had a share of the pension was superseded by the one still in force
  if (wayFor(names, facts.period, option.capacity.retired) === is.pension) draft.notices.push(notice.standing, notice.current);
  else {
    draft.standing = "current";
    draft.notices.push(notice.since2023);
  }
  const period = leaf(names.fact.period, facts.period);
  const date = firstDayOf(facts.period);
  const capacity = names.leaf.capacity[facts.capacity]!;
  const way = ways.node(ways.row2(facts.period, facts.capacity), ways.out.way, [period, capacity]);
  if (way.value === is.none) {
    const condition = names.condition.hasAccount({ "account-credit-way.way": way });
    addCondition(draft, condition, false, told(steps.hasAccount, 0, [way]), names.remedy.afterRetirement, null);
    return end(names, draft, "refused", headline.none);
  }
  if (way.value === is.fixed) {
    const fixed = figureAt(figure.accountCreditRetired, date, draft);
    return credited(names, draft, period, fixed && takenBy(steps.fixedCredit, way, fixed));
  }
  if (way.value === is.pension) return retired(names, facts, draft, period, way);
  const wage = leaf(names.fact.wage, facts.wage!);
  if (way.value === is.base) {
    const found = figureAt(figure.accountCreditInService, date, draft);
    return credited(names, draft, period, found && creditOf(names, wage, takenBy(steps.rate, way, found)));
  }

  if (facts.area !== undefined && !isKnown(names, draft, period, facts.area))
    return end(names, draft, "refused", headline.unknown);
  if (facts.capacity === option.capacity.flexible) {
    const { is: taken, node } = names.reading.historicFlexibleCredit;
    const known = told(steps.flexibleKnown, taken.asEmployee ? 1 : 0, [capacity, node]);
    addCondition(draft, names.condition.flexibleKnown, taken.asEmployee, known, names.remedy.askOffice, null);
    if (!taken.asEmployee) return end(names, draft, "refused", headline.unknown);
  }
  const { ages } = names;
  const age = ageIn(names, facts, period);
  const ageClass = ages.node(ages.row1(age.value / 12), ages.out.class, [age]);
  const isOver = ageClass.value === ages.is.class.over45;
  const found = figureAt(isOver ? figure.accountCreditOver45 : figure.accountCreditTo45, date, draft);
  return credited(names, draft, period, found && creditOf(names, wage, takenBy(steps.rate, ageClass, found, way)));
}

/** The result with its credit, or with what is missing for it. */
function credited(names: Names, draft: Draft, period: Node, credit: Node | null): Result {
  if (credit === null) return end(names, draft, "figure-missing", names.headline.figureMissing);
  draft.amounts.push({ definition: names.amount.credit, role: "information", node: credit });
  return end(names, draft, "granted", names.headline.credit({ period, credit }));
}

const creditOf = ({ step: steps }: Names, base: Node, rate: Node): Node =>
  roundedToFen(steps.credit, exactProduct(steps.creditExact, base, rate));

/** Age in full years, in months as ages are reckoned; the reading matters only in the month of the 46th birthday. */
function ageIn({ fact, step: steps, ages, reading }: Names, facts: Facts, period: Node): Node {
  const { is, node } = reading.historicAgeDay;
  const birth = leaf(fact.birthDate, facts.birthDate!);
  const first = Math.max(0, ageOn(birth.value, firstDayOf(facts.period)));
  const last = Math.max(0, ageOn(birth.value, lastDayOf(facts.period)));
  const months = (is.firstDay ? first : last) * 12;
  const isRead = ages.value(ages.row1(first), ages.out.class) !== ages.value(ages.row1(last), ages.out.class);
  return isRead ? told(steps.ageAsRead, months, [birth, period, node]) : told(steps.age, months, [birth, period]);
}

/** The own pension, or the average pension where the own is lower. */
function retired(names: Names, facts: Facts, draft: Draft, period: Node, way: Node): Result {
  const { step: steps, amount, headline, pooling } = names;
  const { accountCreditPensionOuter, accountCreditPensionInner } = names.figure;
  const date = firstDayOf(facts.period);
  const isOuter = facts.area === pooling.outer;
  const rate = figureAt(isOuter ? accountCreditPensionOuter : accountCreditPensionInner, date, draft);
  // the press tells the comparison of the common standard only; the outer districts' own rate is told on the own pension
  const isOwnRule = isOuter && areaMatters(names, facts.period);
  const own = leaf(names.fact.pension, facts.pension!);
  const base = isOwnRule ? own : comparedPension(names, own, date, draft);
  if (rate === null || base === null) return credited(names, draft, period, null);
  const area = facts.area === undefined ? undefined : names.leaf.area[facts.area];
  const credit = creditOf(names, base, takenBy(steps.rate, way, rate, area));
  if (isOwnRule) return credited(names, draft, period, credit);

  draft.conflicts = names.pensionConflicts;
  const old = isOuter ? accountCreditPensionOuter.at(lastDayOf(pooling.from.value - 1)) : null;
  if (old === null) return credited(names, draft, period, credit);
  const before = roundedToFen(steps.before, exactProduct(steps.beforeExact, own, old));
  const increase = difference(steps.increase, credit, before);
  draft.amounts.push(
    { definition: amount.credit, role: "information", node: credit },
    { definition: amount.before, role: "information", node: before },
    { definition: amount.increase, role: "information", node: increase },
  );
  return end(names, draft, "granted", headline.more({ period, credit, before, increase }));
}

/** Nobody may have the average pension: then, as read, the own pension (the least it can be) or nothing. */
function comparedPension({ figure, step: steps, reading, notice }: Names, own: Node, date: number, draft: Draft): Node | null {
  const average = figureAt(figure.averagePension, date, draft);
  if (average !== null) return larger(steps.higherPension, own, average);
  const { is, node } = reading.historicAveragePension;
  if (!is.ownPension) return null;
  draft.notices.push(notice.atLeast);
  return same(steps.ownPension, own, node);
}
