/**
 * Dalian, back-payment of a gap by a flexible worker (DL-02). Source: guide 一(二)(三), answers of 2025-04.
 * Benefits go on in the first unpaid month and stop with the next; resumed, they return in the month after payment,
 * unless a gap that is short enough is made good in the very month in which payment resumes.
 */
import type { Month } from "../../../src-shared/domain/calendar.ts";
import { EMPTY, monthsUpTo, uniteMonths, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { gapBefore } from "../engine/contribution/gap.ts";
import { addCondition, asOption, assumeAnswer, cover, coverFrom, finish, newDraft, newStrip, NONE } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { walkCover } from "../engine/history/walk.ts";
import { leaf, told } from "../engine/node.ts";
import { lastDay, nextMonth, same, secondMonthAfter } from "../engine/operations.ts";
import type { AmountFound, CoverageFound, Result } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/dalian/back-payment.ts";
import { bindGap, COVER_RULE, gapAnswer, gapBetween } from "./gap.ts";
import { gapPrice } from "./gap-price.ts";
import { premiumConflictsIn, premiumNames } from "./premium.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const gap = bindGap(words);
  return {
    ...words,
    ...gap,
    ...premiumNames(words),
    materials: words.reading.backPaymentMaterials.is.none ? NONE : [words.material.identityCard],
    atMostThree: words.condition.atMostThree({ longest: gap.longest }),
  };
}

export default define(bind, { check, evaluate });

function check({ fault }: Names, { paid, resumedMonth, currentPaid }: Facts, asOf: AsOf): readonly Fault[] {
  const resumed = resumedMonth ?? asOf.month;
  const months = paid.set ?? EMPTY;
  if (resumed > asOf.month) return [{ fact: "resumedMonth", text: fault.resumedInFuture }];
  // a month paid after it says that payment resumed earlier or later than was typed
  if (months.length > 0 && months.at(-1)! > resumed) return [{ fact: "resumedMonth", text: fault.paidAfterResumed }];
  if (resumed < asOf.month && currentPaid === 0) return [{ fact: "currentPaid", text: fault.resumedUnpaid }];
  return gapBefore(months, resumed) === null ? [{ fact: "paid", text: fault.nothingBefore }] : NONE;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { fact, step: steps, condition, date, headline, notice, reading, timeLimit, way, gaps, longest } = names;
  const { district } = names.place;
  const is = gaps.is.answer;
  const draft = newDraft();
  const paid = facts.paid.set ?? EMPTY;
  const resumed = leaf(steps.resumed, facts.resumedMonth ?? asOf.month);
  if (facts.resumedMonth === undefined) assumeAnswer(draft, fact.resumedMonth, resumed);
  const before = gapBefore(paid, resumed.value)!.lastPaid;
  const lastPaid = told(steps.lastPaid, before, [leaf(fact.paid, facts.paid.count), resumed]);
  const gap = gapBetween(names, facts, lastPaid, resumed, draft);
  const { count: gapMonths } = gap;
  const thisMonth = told(steps.thisMonth, resumed.value === asOf.month ? 1 : 0, [resumed]);
  const answer = gapAnswer(names, gapMonths, thisMonth, draft);
  const payBy = lastDay(steps.lastDay, resumed);
  draft.remarks.push(payBy, reading.backPaymentMaterials.node);
  draft.materials = names.materials;
  const asPaid = uniteMonths(monthsUpTo(paid, resumed.value - 1), gap.filled);
  if (answer.value === is.noGap) {
    draft.coverage = strip(names, asPaid, resumed.value, EMPTY, resumed.value);
    return finish(draft, "guidance", headline.noGap, district, timeLimit.none);
  }

  draft.notices.push(notice.stopsNextMonth);
  draft.conditions.push(
    { definition: names.atMostThree, met: answer.value !== is.tooLong, node: gapMonths, remedies: NONE },
    { definition: condition.sameMonth({ resumed }), met: thisMonth.value === 1, node: thisMonth, remedies: NONE },
  );
  const benefitsFrom = nextMonth(steps.benefitsFrom, resumed);
  const leaving = {
    amounts: NONE,
    dates: [
      { definition: date.stoppedFrom, node: secondMonthAfter(steps.stoppedFrom, lastPaid) },
      { definition: date.benefitsFrom, node: benefitsFrom },
    ],
    coverage: strip(names, asPaid, resumed.value, EMPTY, benefitsFrom.value),
  };
  if (answer.value !== is.allowed) {
    draft.notices.push(notice.never);
    draft.dates = leaving.dates;
    draft.coverage = leaving.coverage;
    const says = answer.value === is.tooLate ? headline.tooLate : headline.tooLong;
    return finish(draft, "refused", says({ gapMonths, longest }), district, timeLimit.none);
  }

  const paysNow = facts.currentPaid === 1;
  const currentPaid = names.leaf.currentPaid[facts.currentPaid]!;
  addCondition(draft, condition.currentFirst, paysNow, currentPaid, names.remedy.payCurrent({ lastDay: payBy }), payBy);
  const { is: resumedIs, node: because } = reading.resumedMonth;
  const continuousFrom = (resumedIs.covered ? same : nextMonth)(steps.continuousFrom, resumed, because);
  draft.dates.push({ definition: date.lastDay, node: payBy }, { definition: date.continuousFrom, node: continuousFrom });
  draft.coverage = strip(names, asPaid, resumed.value, gap.months, continuousFrom.value);
  draft.sections.push(names.section.backPaymentChannel);
  const price = gapPrice(names, gap, resumed.value, draft);
  // only what can be paid now is due; before the current month is paid the amounts are for information
  const amounts: AmountFound[] = paysNow ? draft.amounts : [];
  if (price !== null) {
    amounts.push({ definition: names.amount.backPayment, role: "due", node: price.total });
    for (const { of, premium } of price.months)
      amounts.push({ definition: names.amount.gapMonth, role: "part", node: premium, of });
    draft.conflicts = premiumConflictsIn(names, resumed.value);
  }
  if (!paysNow) for (const amount of amounts) draft.amounts.push({ ...amount, role: "information" });
  const { dates, coverage } = draft;
  draft.options = [asOption(way.backPay, { amounts, dates, coverage }), asOption(way.leave({ benefitsFrom }), leaving)];
  const within = timeLimit.thisMonth({ lastDay: payBy });
  if (price === null) return finish(draft, "figure-missing", headline.figureMissing, district, within);
  if (!paysNow) return finish(draft, "not-yet", headline.payCurrentFirst({ gapMonths }), district, within);
  const says = headline.allowed({ gapMonths, backPayment: price.total, lastDay: payBy });
  return finish(draft, "granted", says, district, within);
}

/** All paid time with each of its gaps, up to the month of resuming; from `from` on it goes on. */
function strip({ titles, coverage }: Names, paid: MonthSet, resumed: Month, madeGood: MonthSet, from: Month): CoverageFound[] {
  const draft = newStrip();
  walkCover(draft, titles, COVER_RULE, paid, madeGood, paid[0]!, resumed - 1);
  if (from > resumed) cover(draft, "waiting", titles.resumed, [resumed, resumed]);
  coverFrom(draft, "covered", coverage.covered, from);
  return draft.coverage;
}
