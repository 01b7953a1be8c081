/** Dalian, enrolment as flexible worker (DL-01). Source: guide 一(一)(二)(四)(五), 七(一); answers of 2025-04; later notices for the premium. */
import { addMonths, monthOf, monthOfDate, yearOfDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import { EMPTY, intersectMonths, uniteMonths } from "../../../../src-shared/domain/periods.ts";
import { WORKING_AGE_MONTHS } from "../../engine/contribution/years-faults.ts";
import { cover, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { walkCover } from "../../engine/history/walk.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { monthAround, nextMonth, same } from "../../engine/operations.ts";
import type { NextFound, Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/enrolment.ts";
import { MAN, retirementAge, WOMAN_55 } from "../../national/retirement-age.ts";
import { inDecember } from "../december.ts";
import { noAccountFrom } from "../flexible-account.ts";
import { bindGap, COVER_RULE, gapBetween, type Gap } from "../gap.ts";
import { gapPrice } from "../gap-price.ts";
import { premiumConflictsIn, premiumNames, premiumOf, type Premium } from "../premium.ts";
import { bindAges, judge, type Standing } from "./conditions.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { householdRegister, residencePermit } = words.material;
  const gap = bindGap(words);
  const from = noAccountFrom(words);
  return {
    ...words,
    ...gap,
    ...premiumNames(words),
    ...bindAges(words),
    retirementAge: retirementAge(words),
    noAccountFrom: from,
    noAccount: words.notice.noAccount({ noAccountFrom: from }),
    toBackPayment: words.next.backPayment({ longest: gap.longest }),
    fixedAge: [words.conflict.fixedAge],
    /** By the value of the step `residence`. */
    materials: [[residencePermit], [residencePermit], [householdRegister]] as readonly (readonly Material[])[],
  };
}

export default define(bind, { check, evaluate });

function check({ fault }: Names, { birthDate, lastPaid }: Facts, asOf: AsOf): readonly Fault[] {
  if (birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  if (lastPaid === undefined) return NONE;
  if (lastPaid > asOf.month) return [{ fact: "lastPaid", text: fault.lastPaidInFuture }];
  return lastPaid < monthOfDate(birthDate) + WORKING_AGE_MONTHS ? [{ fact: "lastPaid", text: fault.lastPaidTooYoung }] : NONE;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, notice, timeLimit, section } = names;
  const { district } = names.place;
  const draft = newDraft();
  const standing = judge(names, facts, asOf, draft);
  const { tooOld, tooYoung, noPapers, lowestAgeDay, limitDay } = standing;
  draft.materials = names.materials[standing.residence]!;
  if (tooOld) {
    draft.notices.push(notice.retireInstead);
    draft.next = [names.next.retirement];
    draft.conflicts = ageConflict(names, facts, asOf, standing, draft);
  }
  if (tooOld || standing.otherWork) return finish(draft, "refused", headline.refused, district, timeLimit.refused);
  if (tooYoung || noPapers) {
    const says = noPapers ? headline.notYetResidence : headline.notYet({ lowestAgeDay });
    return finish(draft, "not-yet", says, district, tooYoung ? timeLimit.fromAge({ lowestAgeDay }) : timeLimit.none);
  }

  draft.notices.push(notice.sameBenefits, notice.familyMayCome, notice.interruption, notice.registrationIsNotPayment);
  if (asOf.month >= names.noAccountFrom.value) draft.notices.push(names.noAccount);
  draft.sections.push(section.counterChannel, section.onlineChannel, section.bankChannel);
  const paymentMonth = leaf(names.step.paymentMonth, asOf.month);
  const alreadyPaid = facts.lastPaid === asOf.month;
  const gap = facts.lastPaid === undefined ? null : interruption(names, facts, facts.lastPaid, paymentMonth, draft);
  const mendable = gap !== null && gap.canBeMadeGood;
  if (mendable) {
    const price = gapPrice(names, gap, asOf.month, draft);
    if (price !== null) draft.amounts.push({ definition: names.amount.backPayment, role: "information", node: price.total });
  }
  const premium = premiumOf(names, asOf.month, draft);
  if (premium !== null) {
    addPremium(names, premium, alreadyPaid, draft);
    draft.conflicts = premiumConflictsIn(names, asOf.month);
  }
  const benefitsFrom = benefits(names, facts, paymentMonth, monthOfDate(limitDay.value), gap, draft);
  const next: NextFound[] = mendable ? [names.toBackPayment] : [];
  if (!alreadyPaid && gap?.count.value !== 0 && residentThisYear(names, facts, asOf, draft)) next.push(names.next.schemeChange);
  // within a month of the upper age, where benefits may begin too late, it is said
  const near = addMonths(asOf.date, 1) >= limitDay.value;
  const payableUntil = near ? monthAround(names.step.payableUntil, limitDay) : null;
  if (payableUntil !== null) {
    draft.dates.push({ definition: names.date.payableUntil, node: payableUntil });
    draft.notices.push(notice.ageLimitNear({ limitDay, payableUntil }));
    if (benefitsFrom === null) draft.notices.push(notice.endsBeforeBenefits);
    next.push(names.next.retirement);
  }
  draft.next = next;
  const until = near ? timeLimit.untilAge({ limitDay }) : timeLimit.none;
  if (alreadyPaid) return finish(draft, "granted", headline.alreadyPaid, district, until);
  if (premium === null) return finish(draft, "figure-missing", headline.figureMissing, district, until);
  const { total: monthlyPremium } = premium;
  const says =
    benefitsFrom === null
      ? headline.grantedLastMonth({ monthlyPremium, payableUntil: payableUntil! })
      : mendable
        ? headline.grantedGap({ monthlyPremium, gapMonths: gap.count, paymentMonth, benefitsFrom })
        : headline.granted({ monthlyPremium, paymentMonth, benefitsFrom });
  return finish(draft, "granted", says, district, until);
}

/** The clause names 60/55; by the national delay the statutory month may still be to come. */
function ageConflict(names: Names, { sex }: Facts, asOf: AsOf, { birth }: Standing, draft: Draft): readonly Conflict[] {
  const statutory = names.retirementAge.node(sex === names.option.sex.male ? MAN : WOMAN_55, birth);
  if (statutory.value <= asOf.month) return NONE;
  draft.remarks.push(statutory);
  return names.fixedAge;
}

interface Interruption extends Gap {
  readonly lastPaid: Node;
  /** Whether it can be made good this month (DL-02). */
  readonly canBeMadeGood: boolean;
}

function interruption(names: Names, facts: Facts, last: Month, paymentMonth: Node, draft: Draft): Interruption {
  const { gaps, notice, longest } = names;
  const is = gaps.is.answer;
  const lastPaid = leaf(names.fact.lastPaid, last);
  const gap = gapBetween(names, facts, lastPaid, paymentMonth, draft);
  const { count: gapMonths } = gap;
  const answer = gaps.node(gaps.row2(gapMonths.value, 1), gaps.out.answer, [gapMonths]);
  draft.remarks.push(answer);
  if (answer.value === is.allowed) draft.notices.push(notice.gapCanBeMadeGood({ gapMonths, paymentMonth }));
  else if (answer.value !== is.noGap) draft.notices.push(notice.gapTooLong({ gapMonths, longest }));
  return { ...gap, lastPaid, canBeMadeGood: answer.value === is.allowed };
}

function addPremium({ amount }: Names, { total, basic, largeSum }: Premium, alreadyPaid: boolean, draft: Draft): void {
  const role = alreadyPaid ? "information" : "part";
  draft.amounts.push({ definition: amount.monthlyPremium, role: alreadyPaid ? "information" : "due", node: total });
  if (largeSum !== null)
    draft.amounts.push(
      { definition: amount.basicPremium, role, node: basic },
      { definition: amount.largeSum, role, node: largeSum },
    );
}

/**
 * First enrolment: the month of payment; after a gap: the month after; without a break it goes on. It ends with the month of the
 * upper age, after which nothing may be paid; `null` where it would begin only then.
 */
function benefits(
  names: Names,
  facts: Facts,
  payment: Node,
  lastMonth: Month,
  gap: Interruption | null,
  draft: Draft,
): Node | null {
  const { step: steps, date, titles } = names;
  if (gap !== null) {
    const { lastPaid, filled } = gap;
    const paid = uniteMonths([lastPaid.value, lastPaid.value], filled);
    walkCover(draft, titles, COVER_RULE, paid, EMPTY, lastPaid.value + 1, payment.value - 1);
  }
  if (gap?.canBeMadeGood === true) {
    const { is, node } = names.reading.resumedMonth;
    const continuous = (is.covered ? same : nextMonth)(steps.continuousFrom, payment, node);
    if (continuous.value <= lastMonth) draft.dates.push({ definition: date.continuousFrom, node: continuous });
  }
  const from =
    gap === null
      ? same(steps.firstBenefits, payment, names.leaf.firstTime[facts.firstTime])
      : gap.count.value === 0
        ? same(steps.continuedBenefits, payment, gap.count)
        : nextMonth(steps.resumedBenefits, payment, gap.count);
  if (from.value > payment.value) cover(draft, "waiting", titles.resumed, [payment.value, payment.value]);
  if (from.value > lastMonth) return null;
  draft.dates.push({ definition: date.benefitsFrom, node: from });
  cover(draft, "covered", names.coverage.covered, [from.value, lastMonth]);
  return from;
}

/** Whoever was a resident this year changes in December (DL-11): it is said, and known months of the year are pointed out. */
function residentThisYear({ notice }: Names, { residentMonths }: Facts, asOf: AsOf, draft: Draft): boolean {
  if (inDecember(asOf)) return false;
  const year = yearOfDate(asOf.date);
  const known = intersectMonths(residentMonths?.set ?? EMPTY, [monthOf(year, 1), monthOf(year, 12)]).length > 0;
  draft.notices.push(known ? notice.residentThisYear : notice.residentsInDecember);
  return known;
}
