/**
 * DH-02 and *Later rules for Dalian*: what a month's credit to the personal account was.
 * Until 2022-12 (press): in service 2.8 % or 3.3 % of the wage by age, retired 6.5 % of the pension, in the outer districts
 * 3.6 % before the pooling of 2011-07. From 2023-01 (notice): in service 2 % of the base, retired a fixed sum, flexible none.
 */
import {
  ageOn,
  firstDayOf,
  lastDayOf,
  monthOf,
  packDate,
  type Month,
  type PackedDate,
} from "../../../../src-shared/domain/calendar.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import { exactTimes, isLess, rounded } from "../../engine/arithmetic.ts";
import { addCondition, NONE, figureAt, type Draft } from "../../engine/draft.ts";
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Figure } from "../../engine/figures.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, Node, step } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import { bindPastMonth, bindPooling, type PastMonth } from "./past-month.ts";

const spec = {
  period: "month",
  capacity: "choice",
  area: "choice?",
  birthDate: "date?",
  wage: "money?",
  pension: "money?",
} as const;
/** The day before the common standard: what the outer districts' retirees had until then. */
const LAST_DAY_BEFORE_POOLING: PackedDate = packDate(2011, 6, 30);
const LAST_MONTH_COMPARED: Month = monthOf(2011, 12);

type CreditFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const table = names.table("dalian.account-credit-way");
  const way = table.output("way");
  const ages = names.table("dalian.account-credit-age");
  const ageClass = ages.output("class");
  const flexible = names.reading("dalian.historic-flexible-credit");
  const day = names.reading("dalian.historic-age-day");
  const average = names.reading("dalian.historic-average-pension");
  const is = {
    wage: table.choice(way, "wage"),
    pension: table.choice(way, "pension"),
    base: table.choice(way, "base"),
    fixed: table.choice(way, "fixed"),
    none: table.choice(way, "none"),
  };
  const capacity = { flexible: names.option("capacity", "flexible"), retired: names.option("capacity", "retired") };
  const before2023 = [names.notice("standing"), names.notice("current")];
  const since2023 = [names.notice("since2023")];
  const wayFor = (period: Month, capacityOption: number): number => table.value(table.row2(period, capacityOption), way);
  /** The rule by which retirees had a share of the pension was superseded by the one still in force. */
  const isCurrent = (period: Month): boolean => wayFor(period, capacity.retired) !== is.pension;
  return {
    isCurrent,
    past: bindPastMonth(names, ["dalian.historic-account-credit"], (period) => (isCurrent(period) ? since2023 : before2023)),
    pensionConflicts: [
      names.conflict("dalian.historic-account-credit"),
      names.conflict("dalian.historic-credit-example"),
      names.conflict("dalian.historic-unit-debt"),
    ],
    bornAfter: [{ fact: "birthDate", text: names.fault("bornAfter") }],
    pooling: bindPooling(names, "dalian.historic-outer-credit"),
    table,
    way,
    wayFor,
    is,
    capacity,
    ages,
    ageClass,
    over45: ages.choice(ageClass, "over-45"),
    leaf: { capacity: names.leaves("capacity"), area: names.leaves("area") },
    figure: {
      to45: names.figure("dalian.account-credit-to-45"),
      over45: names.figure("dalian.account-credit-over-45"),
      inner: names.figure("dalian.account-credit-pension-inner"),
      outer: names.figure("dalian.account-credit-pension-outer"),
      averagePension: names.figure("dalian.average-pension"),
      inService: names.figure("dalian.account-credit-in-service"),
      fixed: names.figure("dalian.account-credit-retired"),
    },
    reading: {
      flexible: flexible.node,
      flexibleAsEmployee: flexible.is("as-employee"),
      day: day.node,
      onFirstDay: day.is("first-day"),
      average: average.node,
      ownPension: average.is("own-pension"),
    },
    step: {
      birthDate: names.fact("birthDate"),
      wage: names.fact("wage"),
      pension: names.fact("pension"),
      age: names.step("age"),
      ageAsRead: names.step("ageAsRead"),
      rate: names.step("rate"),
      hasAccount: names.step("hasAccount"),
      flexibleKnown: names.step("flexibleKnown"),
      higherPension: names.step("higherPension"),
      ownPension: names.step("ownPension"),
      creditExact: names.step("creditExact"),
      credit: names.step("credit"),
      fixedCredit: names.step("fixedCredit"),
      beforeExact: names.step("beforeExact"),
      before: names.step("before"),
      increase: names.step("increase"),
    },
    condition: { hasAccount: names.condition("hasAccount"), flexibleKnown: names.condition("flexibleKnown") },
    remedy: { afterRetirement: names.remedy("afterRetirement"), askOffice: names.remedy("askOffice") },
    amount: { credit: names.amount("credit"), before: names.amount("before"), increase: names.amount("increase") },
    notice: { atLeast: names.notice("atLeast") },
    headline: {
      credit: names.headline("credit"),
      more: names.headline("more"),
      none: names.headline("none"),
      unknown: names.headline("unknown"),
      figureMissing: names.headline("figureMissing"),
    },
  };
}

export const historicAccountCredit = defineFormula({
  matter: "dalian.historic-account-credit",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts) => questions(names, facts),
      check(facts, asOf) {
        const future = names.past.future(facts.period, asOf);
        if (future.length > 0 || facts.birthDate === undefined) return future;
        return facts.birthDate > lastDayOf(facts.period) ? names.bornAfter : NONE;
      },
      known: () => NONE,
      evaluate(facts) {
        const result = evaluate(names, facts);
        return names.isCurrent(facts.period) ? { ...result, standing: "current" } : result;
      },
    };
  },
});

/** Which further questions the month and the capacity raise. */
function questions({ wayFor, is, pooling }: Names, { period, capacity }: SomeFacts<typeof spec>) {
  if (period === undefined || capacity === undefined)
    return { areaMatters: false, ageMatters: false, wageMatters: false, pensionMatters: false };
  const way = wayFor(period, capacity);
  return {
    // in the year of the pooling a retiree's area also tells what it changed
    areaMatters: (way === is.pension && period <= LAST_MONTH_COMPARED) || (way === is.wage && pooling.areaMatters(period)),
    ageMatters: way === is.wage,
    wageMatters: way === is.wage || way === is.base,
    pensionMatters: way === is.pension,
  };
}

function evaluate(names: Names, facts: CreditFacts): Result {
  const { past, is, figure, step: steps, condition, remedy, headline, reading } = names;
  const month = past.open(facts.period);
  const { draft, period, date } = month;
  const capacity = names.leaf.capacity[facts.capacity]!;
  const way = names.table.node(names.table.row2(facts.period, facts.capacity), names.way, [period, capacity]);

  if (way.value === is.none) {
    addCondition(draft, condition.hasAccount, false, step(steps.hasAccount, 0, [way]), remedy.afterRetirement, null);
    return past.end(draft, { outcome: "refused", headline: headline.none });
  }
  if (way.value === is.fixed) {
    const fixed = figureAt(figure.fixed, date, draft);
    return credited(names, draft, fixed && step(steps.fixedCredit, fixed.value, [way, fixed]), headline.credit);
  }
  if (way.value === is.pension) return retired(names, facts, month, way);
  if (way.value === is.base)
    return credited(names, draft, creditInService(names, facts, month, figure.inService, way), headline.credit);

  if (facts.area !== undefined && !names.pooling.known(draft, period, facts.area))
    return past.end(draft, { outcome: "refused", headline: headline.unknown });
  if (facts.capacity === names.capacity.flexible) {
    const known = step(steps.flexibleKnown, reading.flexibleAsEmployee ? 1 : 0, [capacity, reading.flexible]);
    addCondition(draft, condition.flexibleKnown, known.value === 1, known, remedy.askOffice, null);
    if (known.value === 0) return past.end(draft, { outcome: "refused", headline: headline.unknown });
  }
  const age = ageIn(names, facts, period);
  const ageClass = names.ages.node(names.ages.row1(age.value / 12), names.ageClass, [age]);
  const rate = ageClass.value === names.over45 ? figure.over45 : figure.to45;
  return credited(names, draft, creditInService(names, facts, month, rate, ageClass, way), headline.credit);
}

/** The result with its credit, or with what is missing for it. */
function credited(
  { past, amount, headline }: Names,
  draft: Draft,
  credit: Node | null,
  text: Template,
  conflicts?: readonly Conflict[],
): Result {
  if (credit === null) return past.end(draft, { outcome: "figure-missing", headline: headline.figureMissing });
  draft.amounts.unshift({ definition: amount.credit, role: "information", node: credit });
  return past.end(draft, conflicts ? { outcome: "granted", headline: text, conflicts } : { outcome: "granted", headline: text });
}

function creditInService(
  names: Names,
  facts: CreditFacts,
  { date, draft }: PastMonth,
  rate: Figure,
  ...because: readonly [Node, ...Node[]]
): Node | null {
  const { step: steps } = names;
  const found = figureAt(rate, date, draft);
  if (found === null) return null;
  const [first, ...others] = because;
  return creditOf(
    names,
    leaf(steps.wage, facts.wage!),
    new Node(steps.rate, found.value, found.divisor, [first, found, ...others]),
  );
}

const creditOf = ({ step: steps }: Names, base: Node, rate: Node): Node =>
  rounded(steps.credit, exactTimes(steps.creditExact, base, rate));

/** Age in full years, in months as ages are reckoned; the reading matters only in the month of the 46th birthday. */
function ageIn({ step: steps, ages, ageClass, reading }: Names, facts: CreditFacts, period: Node): Node {
  const birth = leaf(steps.birthDate, facts.birthDate!);
  const first = Math.max(0, ageOn(birth.value, firstDayOf(facts.period)));
  const last = Math.max(0, ageOn(birth.value, lastDayOf(facts.period)));
  const years = reading.onFirstDay ? first : last;
  const matters = ages.value(ages.row1(first), ageClass) !== ages.value(ages.row1(last), ageClass);
  return step(matters ? steps.ageAsRead : steps.age, years * 12, matters ? [birth, period, reading.day] : [birth, period]);
}

/** The own pension, or the average pension where the own is lower. */
function retired(names: Names, facts: CreditFacts, { draft, date }: PastMonth, way: Node): Result {
  const { figure, step: steps, amount, headline, pooling } = names;
  const isOuter = facts.area === pooling.outer;
  const rate = figureAt(isOuter ? figure.outer : figure.inner, date, draft);
  // the press tells the comparison of the common standard only; the outer districts' own rate is told on the own pension
  const ownRule = isOuter && pooling.areaMatters(facts.period);
  const own = leaf(steps.pension, facts.pension!);
  const base = ownRule ? own : comparedPension(names, own, date, draft);
  if (rate === null || base === null) return credited(names, draft, null, headline.credit);
  const because = facts.area === undefined ? [way, rate] : [way, rate, names.leaf.area[facts.area]!];
  const rateUsed = new Node(steps.rate, rate.value, rate.divisor, because);
  const credit = creditOf(names, base, rateUsed);
  if (ownRule) return credited(names, draft, credit, headline.credit);

  const old = isOuter ? figure.outer.at(LAST_DAY_BEFORE_POOLING) : null;
  if (old === null) return credited(names, draft, credit, headline.credit, names.pensionConflicts);
  const before = rounded(steps.before, exactTimes(steps.beforeExact, own, old));
  draft.amounts.push(
    { definition: amount.before, role: "information", node: before },
    {
      definition: amount.increase,
      role: "information",
      node: step(steps.increase, credit.value - before.value, [credit, before]),
    },
  );
  return credited(names, draft, credit, headline.more, names.pensionConflicts);
}

/** Nobody may have the average pension: then, as read, the own pension (the least it can be) or nothing. */
function comparedPension({ figure, step: steps, reading, notice }: Names, own: Node, date: number, draft: Draft): Node | null {
  const average = figureAt(figure.averagePension, date, draft);
  if (average !== null) {
    const higher = isLess(own, average) ? average : own;
    return new Node(steps.higherPension, higher.value, higher.divisor, [own, average]);
  }
  if (!reading.ownPension) return null;
  draft.notices.push(notice.atLeast);
  return step(steps.ownPension, own.value, [own, reading.average]);
}
