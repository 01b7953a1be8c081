/**
 * DH-03, the individual worker's monthly contribution in a past month. Source: press (`s3`).
 * 6 % of the own pension base, at least of the area's average wage; on relief (低保) of the own base alone; never below the
 * published least contribution. Paid in by the 8th; from the 25th the bank settles and arrears are not unlocked.
 */
import { dayOfDate, lastDayOf } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { atLeast, exactProduct, firstOfNextMonth, larger, roundedToFen, same } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/historic-individual.ts";
import { areaMatters, end, inFuture, isKnown, openMonth, poolingOf, withPast, type PastMonth } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
function bind(words: Words) {
  const { historicPeriods, historicPayDay, historicUnlockDay } = words.table;
  const pay = historicPayDay.by("eighth", "day");
  const unlock = historicUnlockDay.by("day");
  const { included, excluded } = historicPayDay.in.eighth;
  const lastToPay = (eighth: number): Node => pay.bound("day", pay.row2(eighth, 1), "highest", "count");
  return {
    ...withPast(words, historicPeriods.in.matter.individual, [words.conflict.historicIndividualPremium], [words.next.now]),
    pooling: poolingOf(words, words.reading.historicOuterRates),
    /** The last day to pay, by how the text is read; and until when and from when the counter is open and closed. */
    payDays: { included: lastToPay(included), excluded: lastToPay(excluded) },
    lastOpenDay: unlock.bound("day", unlock.row1(1), "highest", "count"),
    closedFrom: unlock.bound("day", unlock.row1(Infinity), "lowest", "count"),
    materials: [words.material.unemploymentCertificate, words.material.identityCard, words.material.householdRegister],
  };
}

export default define(bind, {
  derive: (names, { period }) => ({ areaMatters: areaMatters(names, period) }),
  check,
  evaluate,
});

function check(names: Names, { period, day }: Facts, asOf: AsOf): readonly Fault[] {
  const future = inFuture(names, period, asOf);
  const isTooLate = future.length === 0 && day > dayOfDate(lastDayOf(period));
  return isTooLate ? [{ fact: "day", text: names.fault.dayTooLate }] : future;
}

function evaluate(names: Names, facts: Facts): Result {
  const { headline, section, payDays, closedFrom, pooling, step: steps } = names;
  const month = openMonth(names, facts.period);
  const { draft, period, within } = month;
  if (!within) return end(names, draft, "refused", headline.outside({ period }));
  if (facts.area !== undefined && !isKnown(names, draft, period, facts.area))
    return end(names, draft, "refused", headline.unknownArea({ "historic-pooling.month.lowest": pooling.from }));

  const unlocks = facts.purpose === names.option.purpose.unlock;
  const nextMonth = unlocks ? firstOfNextMonth(steps.nextMonth, period) : null;
  const inTime = nextMonth === null ? paidInTime(names, facts, draft) : counterOpen(names, facts, draft, nextMonth);
  draft.sections.push(
    unlocks
      ? section.hospital({ "historic-unlock-day.day.lowest": closedFrom })
      : section.pay({ "historic-pay-day.day.highest": payDays.included }),
    section.places,
  );
  const contribution = contributionOf(names, facts, month);
  if (contribution !== null)
    draft.amounts.push({ definition: names.amount.contribution, role: "information", node: contribution });
  if (!unlocks) draft.materials = names.materials;
  if (nextMonth !== null && !inTime)
    return end(names, draft, "not-yet", headline.closed({ "historic-unlock-day.day.lowest": closedFrom, nextMonth }));
  if (contribution === null) return end(names, draft, "figure-missing", headline.figureMissing);
  const says = unlocks ? headline.unlock : inTime ? headline.pay : headline.late;
  return end(names, draft, "granted", says({ period, contribution }));
}

/** The reading decides the one day of which the text does not say whether it is still in time. */
function paidInTime(names: Names, facts: Facts, draft: Draft): boolean {
  const { step: steps, reading, payDays, lastOpenDay } = names;
  const { chosen, node } = reading.historicEighth;
  const day = leaf(names.fact.day, facts.day);
  const payDay = payDays.included;
  const met = facts.day <= payDays[chosen].value;
  const isDecided = facts.day <= payDay.value !== facts.day <= payDays.excluded.value;
  const inTime = isDecided
    ? told(steps.paidInTimeAsRead, met ? 1 : 0, [day, payDay, node])
    : told(steps.paidInTime, met ? 1 : 0, [day, payDay]);
  const condition = names.condition.inTime({ day, "historic-pay-day.day.highest": payDay });
  addCondition(
    draft,
    condition,
    met,
    inTime,
    names.remedy.unlockArrears({ "historic-unlock-day.day.highest": lastOpenDay }),
    null,
  );
  return met;
}

function counterOpen(names: Names, facts: Facts, draft: Draft, nextMonth: Node): boolean {
  const { lastOpenDay, closedFrom } = names;
  const day = leaf(names.fact.day, facts.day);
  const open = told(names.step.counterOpen, facts.day <= lastOpenDay.value ? 1 : 0, [day, closedFrom]);
  const met = open.value === 1;
  const condition = names.condition.counterOpen({ day, "historic-unlock-day.day.highest": lastOpenDay });
  addCondition(draft, condition, met, open, names.remedy.nextMonth({ nextMonth }), nextMonth);
  return met;
}

function contributionOf(names: Names, facts: Facts, { draft, date }: PastMonth): Node | null {
  const { figure, step: steps } = names;
  const { is, node: reading } = names.reading.historicLeastOnRelief;
  const onRelief = facts.relief === 1;
  const rate = figureAt(figure.individualRate, date, draft);
  const average = onRelief ? null : figureAt(figure.averageWage, date, draft);
  // the area's average wage is a floor of its own; on relief only the published least contribution can be one
  const leastCounts = !onRelief || is.applies;
  const published = figure.individualLeast.at(date);
  const least = onRelief && leastCounts ? figureAt(figure.individualLeast, date, draft) : leastCounts ? published : null;
  if (!onRelief && average === null && least !== null) {
    draft.remarks.push(least);
    draft.notices.push(names.notice.leastPublished({ "individual-least": least }));
  }
  if (rate === null || (!onRelief && average === null) || (onRelief && leastCounts && least === null)) return null;

  const own = leaf(names.fact.pensionBase, facts.pensionBase);
  const relief = names.leaf.relief[facts.relief]!;
  const base = average === null ? same(steps.baseOnRelief, own, relief) : larger(steps.base, own, average, relief);
  const reckoned = roundedToFen(steps.reckoned, exactProduct(steps.contributionExact, base, rate));
  // which reading holds on relief shows only where the least contribution would raise the amount
  const isDecided = onRelief && published !== null && reckoned.value < published.value;
  if (least !== null) return atLeast(steps.contribution, reckoned, least, isDecided ? reading : undefined);
  return isDecided ? same(steps.reckonedAsRead, reckoned, reading) : reckoned;
}
