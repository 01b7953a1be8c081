/**
 * DH-03, the individual worker's monthly contribution in a past month. Source: press (`s3`).
 * 6 % of the own pension base, at least of the area's average wage; on relief (低保) of the own base alone; never below the
 * published least contribution. Paid in by the 8th; from the 25th the bank settles and arrears are not unlocked.
 */
import { dayOfDate, firstDayOf, lastDayOf } from "../../../../src-shared/domain/calendar.ts";
import { exactTimes, isLess, rounded } from "../../engine/arithmetic.ts";
import { addCondition, NONE, figureAt } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, Node, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric, bindPooling, type PastMonth } from "./past-month.ts";

const LAST_PAY_DAY = 8;
const SETTLEMENT_FROM = 25;

const spec = {
  period: "month",
  area: "choice?",
  purpose: "choice",
  day: "count",
  relief: "flag",
  pensionBase: "money",
} as const;
type IndividualFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const relief = names.reading("dalian.historic-least-on-relief");
  const eighth = names.reading("dalian.historic-eighth");
  return {
    past: bindHistoric(names, "individual", ["dalian.historic-individual-premium"], true),
    pooling: bindPooling(names, "dalian.historic-outer-rates"),
    unlock: names.option("purpose", "unlock"),
    leaf: { relief: names.leaves("relief") },
    figure: {
      average: names.figure("dalian.average-wage"),
      rate: names.figure("dalian.individual-rate"),
      least: names.figure("dalian.individual-least"),
    },
    reading: {
      relief: relief.node,
      leastOnRelief: relief.is("applies"),
      eighth: eighth.node,
      lastPayDay: eighth.is("included") ? LAST_PAY_DAY : LAST_PAY_DAY - 1,
    },
    step: {
      day: names.fact("day"),
      pensionBase: names.fact("pensionBase"),
      paidInTime: names.step("paidInTime"),
      paidInTimeAsRead: names.step("paidInTimeAsRead"),
      counterOpen: names.step("counterOpen"),
      nextMonth: names.step("nextMonth"),
      base: names.step("base"),
      baseOnRelief: names.step("baseOnRelief"),
      exact: names.step("contributionExact"),
      reckoned: names.step("reckoned"),
      reckonedAsRead: names.step("reckonedAsRead"),
      atLeast: names.step("contribution"),
    },
    condition: { inTime: names.condition("inTime"), counterOpen: names.condition("counterOpen") },
    remedy: { unlockArrears: names.remedy("unlockArrears"), nextMonth: names.remedy("nextMonth") },
    amount: names.amount("contribution"),
    notice: names.notice("leastPublished"),
    materials: [
      names.material("unemployment-certificate"),
      names.material("identity-card"),
      names.material("household-register"),
    ],
    section: { pay: names.section("pay"), hospital: names.section("hospital"), places: names.section("places") },
    dayTooLate: [{ fact: "day", text: names.fault("dayTooLate") }],
    headline: {
      pay: names.headline("pay"),
      late: names.headline("late"),
      unlock: names.headline("unlock"),
      closed: names.headline("closed"),
      outside: names.headline("outside"),
      unknownArea: names.headline("unknownArea"),
      figureMissing: names.headline("figureMissing"),
    },
  };
}

export const historicIndividual = defineFormula({
  matter: "dalian.historic-individual",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: ({ period }) => ({ areaMatters: period !== undefined && names.pooling.areaMatters(period) }),
      check(facts, asOf) {
        const future = names.past.future(facts.period, asOf);
        return future.length === 0 && facts.day > dayOfDate(lastDayOf(facts.period)) ? names.dayTooLate : future;
      },
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: IndividualFacts): Result {
  const { past, headline } = names;
  const month = past.open(facts.period);
  const { draft } = month;
  if (!month.within) return past.end(draft, { outcome: "refused", headline: headline.outside });
  if (facts.area !== undefined && !names.pooling.known(draft, month.period, facts.area))
    return past.end(draft, { outcome: "refused", headline: headline.unknownArea });

  const unlocks = facts.purpose === names.unlock;
  const open = unlocks ? counterOpen(names, facts, month) : paidInTime(names, facts, month);
  draft.sections.push(unlocks ? names.section.hospital : names.section.pay, names.section.places);
  const contribution = contributionOf(names, facts, month);
  if (contribution !== null) draft.amounts.push({ definition: names.amount, role: "information", node: contribution });
  const materials = unlocks ? NONE : names.materials;
  if (unlocks && !open) return past.end(draft, { outcome: "not-yet", headline: headline.closed, materials });
  if (contribution === null) return past.end(draft, { outcome: "figure-missing", headline: headline.figureMissing, materials });
  return past.end(draft, {
    outcome: "granted",
    headline: unlocks ? headline.unlock : open ? headline.pay : headline.late,
    materials,
  });
}

function paidInTime({ step: steps, reading, condition, remedy }: Names, facts: IndividualFacts, { draft }: PastMonth): boolean {
  const day = leaf(steps.day, facts.day);
  const met = facts.day <= reading.lastPayDay;
  const node =
    facts.day === LAST_PAY_DAY
      ? step(steps.paidInTimeAsRead, met ? 1 : 0, [day, reading.eighth])
      : step(steps.paidInTime, met ? 1 : 0, [day]);
  addCondition(draft, condition.inTime, met, node, remedy.unlockArrears, null);
  return met;
}

function counterOpen({ step: steps, condition, remedy }: Names, facts: IndividualFacts, { draft, period }: PastMonth): boolean {
  const day = leaf(steps.day, facts.day);
  const met = facts.day < SETTLEMENT_FROM;
  const next = step(steps.nextMonth, firstDayOf(facts.period + 1), [period]);
  addCondition(draft, condition.counterOpen, met, step(steps.counterOpen, met ? 1 : 0, [day]), remedy.nextMonth, next);
  return met;
}

function contributionOf(names: Names, facts: IndividualFacts, { draft, date }: PastMonth): Node | null {
  const { figure, step: steps, reading } = names;
  const onRelief = facts.relief === 1;
  const rate = figureAt(figure.rate, date, draft);
  const average = onRelief ? null : figureAt(figure.average, date, draft);
  // the area's average wage is a floor of its own; on relief only the published least contribution can be one
  const leastCounts = !onRelief || reading.leastOnRelief;
  const least = !leastCounts ? null : onRelief ? figureAt(figure.least, date, draft) : figure.least.at(date);
  if (!onRelief && average === null && least !== null) {
    draft.remarks.push(least);
    draft.notices.push(names.notice);
  }
  if (rate === null || (!onRelief && average === null) || (onRelief && leastCounts && least === null)) return null;

  const own = leaf(steps.pensionBase, facts.pensionBase);
  const relief = names.leaf.relief[facts.relief]!;
  const higher = average !== null && isLess(own, average) ? average : own;
  const base =
    average === null
      ? step(steps.baseOnRelief, own.value, [own, relief])
      : new Node(steps.base, higher.value, higher.divisor, [own, average, relief]);
  const exact = exactTimes(steps.exact, base, rate);
  const reckoned = rounded(steps.reckoned, exact);
  // which reading holds on relief shows only where the least contribution would raise the amount
  const published = onRelief ? figure.least.at(date) : null;
  const readingDecides = published !== null && reckoned.value < published.value;
  if (least === null) return readingDecides ? step(steps.reckonedAsRead, reckoned.value, [reckoned, reading.relief]) : reckoned;
  const amount = Math.max(reckoned.value, least.value);
  return step(steps.atLeast, amount, readingDecides ? [reckoned, least, reading.relief] : [reckoned, least]);
}
