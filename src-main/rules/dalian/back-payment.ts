/**
 * Dalian, back-payment of a gap by a flexible worker (DL-02). Source: guide 一(二)(三), answers of 2025-04.
 * Benefits go on in the first unpaid month and stop with the next; resumed, they return in the month after payment,
 * unless a gap of at most three months is made good in the very month in which payment resumes.
 */
import { lastDayOf } from "../../../src-shared/domain/calendar.ts";
import { EMPTY, monthsUpTo, uniteMonths, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { assumeAnswer, cover, coverFrom, newDraft, newStrip, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings, type Fault } from "../engine/formula.ts";
import { gapBefore } from "../engine/contribution/gap.ts";
import { walkCover } from "../engine/history/walk.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { CoverageFound, FigureMissing, Result } from "../engine/result.ts";
import { bindGap, COVER_RULE, gapBetween, gapSpec, walkTitles, type Gap } from "./gap.ts";
import { bindGapPrice, gapPrice } from "./gap-price.ts";
import { bindPremium } from "./premium.ts";

const spec = { paid: "months", resumedMonth: "month?", currentPaid: "flag", ...gapSpec } as const;
type GapFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const resumed = names.reading("dalian.resumed-month");
  const materials = names.reading("dalian.back-payment-materials");
  const identityCard = [names.material("identity-card")];
  return {
    gap: bindGap(names),
    premium: bindPremium(names),
    price: bindGapPrice(names),
    leaf: { currentPaid: names.leaves("currentPaid") },
    step: {
      paid: names.fact("paid"),
      resumed: names.step("resumed"),
      resumedMonth: names.fact("resumedMonth"),
      lastPaid: names.step("lastPaid"),
      thisMonth: names.step("thisMonth"),
      lastDay: names.step("lastDay"),
      benefitsFrom: names.step("benefitsFrom"),
      continuousFrom: names.step("continuousFrom"),
      stoppedFrom: names.step("stoppedFrom"),
    },
    condition: {
      atMostThree: names.condition("atMostThree"),
      sameMonth: names.condition("sameMonth"),
      currentFirst: names.condition("currentFirst"),
    },
    remedy: { payCurrent: names.remedy("payCurrent") },
    amount: { backPayment: names.amount("backPayment"), gapMonth: names.amount("gapMonth") },
    date: {
      lastDay: names.date("lastDay"),
      stoppedFrom: names.date("stoppedFrom"),
      benefitsFrom: names.date("benefitsFrom"),
      continuousFrom: names.date("continuousFrom"),
    },
    titles: walkTitles(names),
    covered: names.coverage("covered"),
    notice: { never: names.notice("never"), stopsNextMonth: names.notice("stopsNextMonth") },
    headline: {
      noGap: names.headline("noGap"),
      allowed: names.headline("allowed"),
      payCurrentFirst: names.headline("payCurrentFirst"),
      tooLate: names.headline("tooLate"),
      tooLong: names.headline("tooLong"),
      figureMissing: names.headline("figureMissing"),
    },
    option: {
      backPay: names.headline("backPay"),
      backPayText: names.headline("backPayText"),
      leave: names.headline("leave"),
      leaveText: names.headline("leaveText"),
    },
    place: names.place("district"),
    timeLimit: { thisMonth: names.timeLimit("thisMonth"), none: names.timeLimit("none") },
    sections: [names.section("backPaymentChannel")],
    materials: materials.is("none") ? NONE : identityCard,
    fault: {
      resumedInFuture: names.fault("resumedInFuture"),
      nothingBefore: names.fault("nothingBefore"),
      paidAfterResumed: names.fault("paidAfterResumed"),
      resumedUnpaid: names.fault("resumedUnpaid"),
    },
    reading: {
      resumed: resumed.node,
      resumedCovered: resumed.is("covered"),
      materials: materials.node,
    },
  };
}

export const backPayment = defineFormula({
  matter: "dalian.back-payment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function contradictions({ fault }: Names, { paid, resumedMonth, currentPaid }: GapFacts, asOf: AsOf): readonly Fault[] {
  const resumed = resumedMonth ?? asOf.month;
  const months = paid.set ?? EMPTY;
  if (resumed > asOf.month) return [{ fact: "resumedMonth", text: fault.resumedInFuture }];
  // a month paid after it says that payment resumed earlier or later than was typed
  if (months.length > 0 && months.at(-1)! > resumed) return [{ fact: "resumedMonth", text: fault.paidAfterResumed }];
  if (resumed < asOf.month && currentPaid === 0) return [{ fact: "currentPaid", text: fault.resumedUnpaid }];
  return gapBefore(months, resumed) === null ? [{ fact: "paid", text: fault.nothingBefore }] : NONE;
}

interface GapNodes {
  readonly gap: Gap;
  readonly resumed: Node;
  readonly lastPaid: Node;
}

function evaluate(names: Names, facts: GapFacts, asOf: AsOf): Result {
  const { step: steps } = names;
  const { is, table } = names.gap;
  const draft = newDraft();
  const paidMonths = facts.paid.set ?? EMPTY;
  const paid = leaf(steps.paid, facts.paid.count);
  const resumed = leaf(steps.resumed, facts.resumedMonth ?? asOf.month);
  if (facts.resumedMonth === undefined) assumeAnswer(draft, steps.resumedMonth, resumed);
  const lastPaid = step(steps.lastPaid, gapBefore(paidMonths, resumed.value)!.lastPaid, [paid, resumed]);
  const gap = gapBetween(names.gap, facts, lastPaid, resumed, draft);
  const nodes: GapNodes = { gap, resumed, lastPaid };
  const thisMonth = step(steps.thisMonth, resumed.value === asOf.month ? 1 : 0, [resumed]);
  const answer = table.node(table.row2(gap.count.value, thisMonth.value), names.gap.answer, [gap.count, thisMonth]);
  const lastDay = step(steps.lastDay, lastDayOf(resumed.value), [resumed]);
  draft.remarks.push(answer, lastDay, names.reading.materials);

  const none = answer.value === is.noGap;
  const payable = answer.value === is.allowed;
  const missing: FigureMissing[] = [];
  const total = payable ? backPaymentOf(names, nodes, draft, missing) : null;
  addConditions(names, facts, draft, nodes, lastDay, thisMonth, answer.value);

  const paysNow = payable && facts.currentPaid === 1;
  const asPaid = uniteMonths(monthsUpTo(paidMonths, resumed.value - 1), gap.filled);
  const without = strip(names, asPaid, nodes, EMPTY, none ? resumed.value : resumed.value + 1);
  const continuous = names.reading.resumedCovered ? resumed.value : resumed.value + 1;
  const withPayment = payable ? strip(names, asPaid, nodes, gap.months, continuous) : without;
  const amounts = draft.amounts;
  const leaveDates = [
    { definition: names.date.stoppedFrom, node: step(steps.stoppedFrom, lastPaid.value + 2, [lastPaid]) },
    { definition: names.date.benefitsFrom, node: step(steps.benefitsFrom, resumed.value + 1, [resumed]) },
  ];
  const payDates = [
    { definition: names.date.lastDay, node: lastDay },
    { definition: names.date.continuousFrom, node: step(steps.continuousFrom, continuous, [resumed, names.reading.resumed]) },
  ];
  if (!none) draft.notices.push(names.notice.stopsNextMonth);
  if (!none && !payable) draft.notices.push(names.notice.never);
  return {
    outcome: none ? "guidance" : !payable ? "refused" : missing.length > 0 ? "figure-missing" : paysNow ? "granted" : "not-yet",
    headline: headlineOf(names, answer.value, missing.length > 0, paysNow),
    place: names.place,
    timeLimit: payable ? names.timeLimit.thisMonth : names.timeLimit.none,
    conditions: draft.conditions,
    // only what can be paid now is due; before the current month is paid the amounts are for information
    amounts: paysNow || total === null ? amounts : amounts.map((amount) => ({ ...amount, role: "information" as const })),
    dates: none ? NONE : payable ? payDates : leaveDates,
    coverage: payable ? withPayment : without,
    options: payable
      ? [
          { title: names.option.backPay, text: names.option.backPayText, amounts, dates: payDates, coverage: withPayment },
          { title: names.option.leave, text: names.option.leaveText, amounts: NONE, dates: leaveDates, coverage: without },
        ]
      : NONE,
    materials: names.materials,
    notices: draft.notices,
    sections: payable ? names.sections : NONE,
    conflicts: total === null ? NONE : names.premium.conflictsIn(resumed.value),
    missing,
    assumed: draft.assumed,
    remarks: draft.remarks,
  };
}

/** The whole sum, and its parts by month. */
function backPaymentOf(names: Names, { gap, resumed }: GapNodes, draft: Draft, missing: FigureMissing[]): Node | null {
  const { total, months } = gapPrice(names.price, names.premium, gap, resumed.value, missing);
  if (total === null) return null;
  draft.amounts.push({ definition: names.amount.backPayment, role: "due", node: total });
  for (const { of, premium } of months)
    draft.amounts.push({ definition: names.amount.gapMonth, role: "part", node: premium, of });
  return total;
}

function addConditions(
  names: Names,
  facts: GapFacts,
  draft: Draft,
  { gap }: GapNodes,
  lastDay: Node,
  thisMonth: Node,
  answer: number,
): void {
  const { condition } = names;
  const { is } = names.gap;
  const add = (definition: typeof condition.atMostThree, met: boolean, node: Node): void => {
    draft.conditions.push({ definition, met, node, remedies: NONE });
  };
  if (answer === is.noGap) return;
  add(condition.atMostThree, answer !== is.tooLong, gap.count);
  add(condition.sameMonth, thisMonth.value === 1, thisMonth);
  if (answer !== is.allowed) return;
  const currentPaid = names.leaf.currentPaid[facts.currentPaid]!;
  const met = facts.currentPaid === 1;
  const remedies = met ? NONE : [{ definition: names.remedy.payCurrent, node: lastDay }];
  draft.conditions.push({ definition: condition.currentFirst, met, node: currentPaid, remedies });
}

/** All paid time with each of its gaps, up to the month of resuming; from `from` on it goes on. */
function strip(names: Names, paid: MonthSet, { resumed }: GapNodes, madeGood: MonthSet, from: number): CoverageFound[] {
  const draft = newStrip();
  walkCover(draft, names.titles, COVER_RULE, paid, madeGood, paid[0]!, resumed.value - 1);
  if (from > resumed.value) cover(draft, "waiting", names.titles.resumed, [resumed.value, resumed.value]);
  coverFrom(draft, "covered", names.covered, from);
  return draft.coverage;
}

function headlineOf(names: Names, answer: number, figureMissing: boolean, paysNow: boolean) {
  const { headline } = names;
  const { is } = names.gap;
  if (answer === is.noGap) return headline.noGap;
  if (answer === is.tooLate) return headline.tooLate;
  if (answer === is.tooLong) return headline.tooLong;
  if (figureMissing) return headline.figureMissing;
  return paysNow ? headline.allowed : headline.payCurrentFirst;
}
