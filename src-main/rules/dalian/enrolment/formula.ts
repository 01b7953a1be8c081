/** Dalian, enrolment as flexible worker (DL-01). Source: guide 一(一)(二)(四)(五), 七(一); answers of 2025-04; later notices for the premium. */
import { addMonths, monthOf, monthOfDate, yearOfDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import { EMPTY, intersectMonths, uniteMonths } from "../../../../src-shared/domain/periods.ts";
import { WORKING_AGE_MONTHS } from "../../engine/contribution/years-faults.ts";
import { cover, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula } from "../../engine/formula.ts";
import { walkCover } from "../../engine/history/walk.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { NextFound, Result, Template } from "../../engine/result.ts";
import { MAN, WOMAN_55 } from "../../national/retirement-age.ts";
import { inDecember } from "../december.ts";
import { COVER_RULE, gapBetween, type Gap } from "../gap.ts";
import { gapPrice } from "../gap-price.ts";
import { judge, type Standing } from "./conditions.ts";
import { bindNames, spec, type EnrolmentFacts, type Names } from "./names.ts";

/** From here on flexible workers have no account while they pay. */
const NO_ACCOUNT_FROM: Month = monthOf(2023, 1);

export const enrolment = defineFormula({
  matter: "dalian.enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check(facts, asOf) {
        if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: names.fault.bornAfter }];
        if (facts.lastPaid === undefined) return NONE;
        if (facts.lastPaid > asOf.month) return [{ fact: "lastPaid", text: names.fault.lastPaidInFuture }];
        return facts.lastPaid < monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS
          ? [{ fact: "lastPaid", text: names.fault.lastPaidTooYoung }]
          : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: EnrolmentFacts, asOf: AsOf): Result {
  const { headline, notice, timeLimit } = names;
  const draft = newDraft();
  const standing = judge(names, facts, asOf, draft);
  const refused = standing.tooOld || standing.otherWork;
  if (refused || standing.tooYoung || standing.noPapers) {
    if (standing.tooOld) draft.notices.push(notice.retireInstead);
    return {
      ...parts(names, draft, standing),
      outcome: refused ? "refused" : "not-yet",
      headline: refused ? headline.refused : standing.noPapers ? headline.notYetResidence : headline.notYet,
      timeLimit: refused ? timeLimit.refused : standing.tooYoung ? timeLimit.fromAge : timeLimit.none,
      next: standing.tooOld ? [names.next.retirement] : NONE,
      sections: NONE,
      conflicts: standing.tooOld ? ageConflict(names, facts, asOf, standing, draft) : NONE,
    };
  }

  draft.notices.push(notice.sameBenefits, notice.familyMayCome, notice.interruption, notice.registrationIsNotPayment);
  if (asOf.month >= NO_ACCOUNT_FROM) draft.notices.push(notice.noAccount);
  const payment = leaf(names.step.paymentMonth, asOf.month);
  const alreadyPaid = facts.lastPaid === asOf.month;
  const gap = facts.lastPaid === undefined ? null : interruption(names, facts, facts.lastPaid, payment, draft);
  // before this month's premium, which the texts speak of, not those of the gap
  if (gap?.canBeMadeGood === true) {
    const { total } = gapPrice(names.gapPrice, names.premium, gap, asOf.month, draft.missing);
    if (total !== null) draft.amounts.push({ definition: names.amount.backPayment, role: "information", node: total });
  }
  const premium = names.premium.of(asOf.month, draft.missing);
  if (premium !== null) {
    const { amount } = names;
    draft.amounts.push({ definition: amount.monthlyPremium, role: alreadyPaid ? "information" : "due", node: premium.total });
    if (premium.largeSum !== null) {
      const role = alreadyPaid ? "information" : "part";
      draft.amounts.push(
        { definition: amount.basicPremium, role, node: premium.basic },
        { definition: amount.largeSum, role, node: premium.largeSum },
      );
    }
  }
  const missing = premium === null && !alreadyPaid;
  const lastMonth = monthOfDate(standing.limitDay.value);
  const begins = benefits(names, facts, payment, lastMonth, gap, draft);
  const next: NextFound[] = gap?.canBeMadeGood === true ? [names.next.backPayment] : [];
  if (!alreadyPaid && gap?.count.value !== 0 && residentThisYear(names, facts, asOf, draft)) next.push(names.next.schemeChange);
  const near = ageLimitNear(names, asOf, standing, begins, draft);
  if (near) next.push(names.next.retirement);
  return {
    ...parts(names, draft, standing),
    outcome: missing ? "figure-missing" : "granted",
    headline: headlineOf(names, missing, alreadyPaid, begins, gap),
    timeLimit: near ? timeLimit.untilAge : timeLimit.none,
    next,
    sections: names.sections,
    conflicts: premium === null ? NONE : names.premium.conflictsIn(asOf.month),
  };
}

const parts = (names: Names, draft: Draft, { residence }: Standing) => ({
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: draft.dates,
  coverage: draft.coverage,
  notices: draft.notices,
  remarks: draft.remarks,
  missing: draft.missing,
  place: names.place,
  options: NONE,
  materials: names.materials[residence]!,
});

/** The clause names 60/55; by the national delay the statutory month may still be to come. */
function ageConflict(names: Names, { sex }: EnrolmentFacts, asOf: AsOf, { birth }: Standing, draft: Draft): readonly Conflict[] {
  const statutory = names.retirementAge.node(sex === names.option.male ? MAN : WOMAN_55, birth);
  if (statutory.value <= asOf.month) return NONE;
  draft.remarks.push(statutory);
  return names.fixedAge;
}

interface Interruption extends Gap {
  readonly lastPaid: Node;
  /** Whether it can be made good this month (DL-02). */
  readonly canBeMadeGood: boolean;
}

function interruption(names: Names, facts: EnrolmentFacts, last: Month, payment: Node, draft: Draft): Interruption {
  const { table, answer, is } = names.gap;
  const lastPaid = leaf(names.step.lastPaid, last);
  const gap = gapBetween(names.gap, facts, lastPaid, payment, draft);
  const row = table.row2(gap.count.value, 1);
  const found = table.value(row, answer);
  if (found === is.allowed) draft.notices.push(names.notice.gapCanBeMadeGood);
  else if (found !== is.noGap) draft.notices.push(names.notice.gapTooLong);
  draft.remarks.push(table.node(row, answer, [gap.count]));
  return { ...gap, lastPaid, canBeMadeGood: found === is.allowed };
}

/**
 * First enrolment: the month of payment; after a gap: the month after; without a break it goes on. It ends with the month of the
 * upper age, after which nothing may be paid; `null` where it would begin only then.
 */
function benefits(
  names: Names,
  facts: EnrolmentFacts,
  payment: Node,
  lastMonth: Month,
  gap: Interruption | null,
  draft: Draft,
): Node | null {
  const { step: steps, reading, date } = names;
  const first = names.leaf.firstTime[facts.firstTime]!;
  let from: Node;
  if (gap === null) from = step(steps.firstBenefits, payment.value, [payment, first]);
  else if (gap.count.value === 0) from = step(steps.continuedBenefits, payment.value, [payment, gap.count]);
  else from = step(steps.resumedBenefits, payment.value + 1, [payment, gap.count]);
  if (gap !== null) {
    const { lastPaid } = gap;
    const paid = uniteMonths([lastPaid.value, lastPaid.value], gap.filled);
    walkCover(draft, names.titles, COVER_RULE, paid, EMPTY, lastPaid.value + 1, payment.value - 1);
  }
  if (gap?.canBeMadeGood === true) {
    const month = reading.resumedCovered ? payment.value : payment.value + 1;
    if (month <= lastMonth)
      draft.dates.push({ definition: date.continuousFrom, node: step(steps.continuousFrom, month, [payment, reading.resumed]) });
  }
  if (from.value > payment.value) cover(draft, "waiting", names.titles.resumed, [payment.value, payment.value]);
  if (from.value > lastMonth) return null;
  draft.dates.push({ definition: date.benefitsFrom, node: from });
  cover(draft, "covered", names.covered, [from.value, lastMonth]);
  return from;
}

/** Whoever was a resident this year changes in December (DL-11): it is said, and known months of the year are pointed out. */
function residentThisYear({ notice }: Names, { residentMonths }: EnrolmentFacts, asOf: AsOf, draft: Draft): boolean {
  if (inDecember(asOf)) return false;
  const year = yearOfDate(asOf.date);
  const known = intersectMonths(residentMonths?.set ?? EMPTY, [monthOf(year, 1), monthOf(year, 12)]).length > 0;
  draft.notices.push(known ? notice.residentThisYear : notice.residentsInDecember);
  return known;
}

/** Within a month of the upper age it is said, with the last month that can be paid. */
function ageLimitNear(names: Names, asOf: AsOf, { limitDay }: Standing, begins: Node | null, draft: Draft): boolean {
  if (addMonths(asOf.date, 1) < limitDay.value) return false;
  const until = step(names.step.payableUntil, monthOfDate(limitDay.value), [limitDay]);
  draft.dates.push({ definition: names.date.payableUntil, node: until });
  draft.notices.push(names.notice.ageLimitNear);
  if (begins === null) draft.notices.push(names.notice.endsBeforeBenefits);
  return true;
}

function headlineOf(
  { headline }: Names,
  figureMissing: boolean,
  alreadyPaid: boolean,
  begins: Node | null,
  gap: Interruption | null,
): Template {
  if (figureMissing) return headline.figureMissing;
  if (alreadyPaid) return headline.alreadyPaid;
  if (begins === null) return headline.grantedLastMonth;
  return gap?.canBeMadeGood ? headline.grantedGap : headline.granted;
}
