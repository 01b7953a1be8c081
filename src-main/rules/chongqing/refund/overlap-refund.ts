/**
 * Chongqing, refund of individuals' premiums: a year paid for and the unit's payments in the same months, or death (CQ-05).
 * Source: answers of 2023-08, 职工05问; for death a report of 2014.
 */
import { monthOf, yearOfDate, yearOfMonth } from "../../../../src-shared/domain/calendar.ts";
import {
  countMonths,
  EMPTY,
  intersectMonths,
  monthsUpTo,
  subtractMonths,
  type MonthSet,
} from "../../../../src-shared/domain/periods.ts";
import { addCondition, cover, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { atLeastZero, isPositive, nextYearStart, notEarlierThan, yearEndAround } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/chongqing/overlap-refund.ts";
import { asked } from "../papers.ts";
import { bindDeath, deathRefund } from "./death.ts";

/** Asked where the premium was paid twice. */
type RefundFacts = { readonly [Name in keyof Facts]: NonNullable<Facts[Name]> };
type Names = ReturnType<typeof bind>;

const DECEMBER = 12;

const bind = (words: Words) => ({
  ...words,
  ...bindDeath(words),
  materials: asked(words.reading.counterMaterials, words.material.identityCard),
});

export default define(bind, {
  check: ({ fault }, { deathDate }, asOf) =>
    deathDate !== undefined && deathDate > asOf.date ? [{ fact: "deathDate", text: fault.diedInFuture }] : NONE,
  evaluate: (names, facts, asOf) =>
    facts.deathDate === undefined
      ? paidTwice(names, facts as RefundFacts, asOf)
      : deathRefund(names, facts.tier, facts.deathDate),
});

const overlapOf = ({ individualPaid, unitPaid }: RefundFacts): MonthSet =>
  intersectMonths(individualPaid.set ?? EMPTY, unitPaid.set ?? EMPTY);

/** Each year is applied for on its own: the last one that has ended is, as long as it has such months. */
function ofOneYear(overlap: MonthSet, asOf: AsOf): MonthSet {
  if (overlap.length === 0) return overlap;
  const ended = monthsUpTo(overlap, monthOf(yearOfDate(asOf.date), 1) - 1);
  const year = yearOfMonth(ended.at(-1) ?? overlap[0]!);
  return intersectMonths(overlap, [monthOf(year, 1), monthOf(year, DECEMBER)]);
}

function paidTwice(names: Names, facts: RefundFacts, asOf: AsOf): Result {
  const { step: steps, fact, condition, headline, timeLimit, notice, reading } = names;
  const place = names.place.current;
  const draft = newDraft();
  const all = overlapOf(facts);
  const overlap = ofOneYear(all, asOf);
  strip(names, facts, all, draft);
  const paid = [leaf(fact.individualPaid, facts.individualPaid.count), leaf(fact.unitPaid, facts.unitPaid.count)] as const;
  const overlapMonths = told(steps.overlapMonths, countMonths(overlap), paid);
  const any = isPositive(steps.overlapYes, overlapMonths);
  const met = any.value === 1;
  draft.conditions.push({ definition: condition.overlap({ overlapMonths }), met, node: any, remedies: NONE });
  const unused = facts.usedTreatment === 0;
  const usedTreatment = names.leaf.usedTreatment[facts.usedTreatment]!;
  draft.conditions.push({ definition: condition.unused, met: unused, node: usedTreatment, remedies: NONE });
  if (!met) return finish(draft, "refused", headline.noOverlap, place, timeLimit.none);

  const overlapFirst = told(steps.overlapFirst, overlap[0]!, paid);
  if (overlapMonths.value < countMonths(all)) draft.notices.push(notice.severalYears({ overlapFirst, overlapMonths }));
  const { when, refundFrom, refundUntil } = applicationTime(names, overlapFirst, asOf, draft);
  const inNextYear = timeLimit.nextYear({ refundFrom, refundUntil });
  if (!unused) return finish(draft, "refused", headline.used, place, timeLimit.none);
  if (when === "late") return finish(draft, "refused", headline.late, place, inNextYear);
  const until = reading.refundLate.is.laterToo ? timeLimit.fromNextYear({ refundFrom }) : inNextYear;
  draft.next = names.afterwards;
  const refund = refundOf(names, facts, overlapFirst, overlapMonths, when === "now", draft);
  if (refund !== null && refund.value === 0) return finish(draft, "refused", headline.nothingLeft, place, until);
  draft.notices.push(notice.careNotNamed);
  draft.remarks.push(reading.counterMaterials.node);
  draft.materials = names.materials;
  if (when === "early") return finish(draft, "not-yet", headline.notYet({ refundFrom }), place, until);
  return refund === null
    ? finish(draft, "figure-missing", headline.figureMissing, place, until)
    : finish(draft, "granted", headline.granted({ overlapMonths, refund }), place, until);
}

interface ApplicationTime {
  readonly when: "early" | "now" | "late";
  readonly refundFrom: Node;
  readonly refundUntil: Node;
}

/** In the year after the overlap; afterwards the reading decides. */
function applicationTime(names: Names, overlapFirst: Node, asOf: AsOf, draft: Draft): ApplicationTime {
  const { step: steps, date, condition } = names;
  const { is, node: late } = names.reading.refundLate;
  const following = yearOfMonth(overlapFirst.value) + 1;
  const processingDay = leaf(steps.processingDay, asOf.date);
  const refundFrom = nextYearStart(steps.refundFrom, overlapFirst);
  const refundUntil = yearEndAround(steps.refundUntil, refundFrom, late);
  draft.dates.push({ definition: date.refundFrom, node: refundFrom });
  if (!is.laterToo) draft.dates.push({ definition: date.refundUntil, node: refundUntil });
  draft.remarks.push(processingDay);

  const definition = condition.inTime({ refundFrom, processingDay });
  if (yearOfDate(asOf.date) > following) {
    const node = told(steps.inTimeLate, is.laterToo ? 1 : 0, [processingDay, refundUntil]);
    draft.conditions.push({ definition, met: is.laterToo, node, remedies: NONE });
    return { when: is.laterToo ? "now" : "late", refundFrom, refundUntil };
  }
  const node = notEarlierThan(steps.inTime, processingDay, refundFrom);
  const met = node.value === 1;
  addCondition(draft, definition, met, node, names.remedy.waitForYear({ refundFrom }), refundFrom);
  return { when: met ? "now" : "early", refundFrom, refundUntil };
}

/** What is left after the account money, with its amounts where there is some; `null` = a figure is missing. */
function refundOf(names: Names, facts: RefundFacts, overlapFirst: Node, months: Node, due: boolean, draft: Draft): Node | null {
  const { amount, condition, notice } = names;
  const year = names.premium.ofYear(facts.tier, overlapFirst.value, draft);
  if (year === null) return null;
  const premium = names.premium.ofMonths(year, months).total;
  const credited = leaf(names.fact.accountCredited, facts.accountCredited);
  const refund = atLeastZero(names.step.refund, premium, credited);
  const left = refund.value > 0;
  const definition = condition.left({ accountCredited: credited, premium });
  draft.conditions.push({ definition, met: left, node: refund, remedies: NONE });
  if (!left) {
    if (credited.value > premium.value) draft.notices.push(notice.overCredited);
    return refund;
  }
  draft.amounts.push(
    { definition: amount.refund, role: due ? "due" : "information", node: refund },
    { definition: amount.overlapPremium, role: due ? "part" : "information", node: premium },
    { definition: amount.credited, role: due ? "part" : "information", node: credited },
  );
  return refund;
}

function strip({ coverage }: Names, { individualPaid, unitPaid }: RefundFacts, overlap: MonthSet, draft: Draft): void {
  cover(draft, "contributed", coverage.individual, subtractMonths(individualPaid.set ?? EMPTY, overlap));
  cover(draft, "contributed", coverage.unit, subtractMonths(unitPaid.set ?? EMPTY, overlap));
  cover(draft, "overlap", coverage.overlap, overlap);
}
