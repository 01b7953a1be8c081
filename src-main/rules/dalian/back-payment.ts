/**
 * Dalian, back-payment of a gap by a flexible worker (DL-02). Source: guide 一(二)(三), answers of 2025-04.
 * Benefits go on in the first unpaid month and stop with the next; resumed, they return in the month after payment,
 * unless a gap of at most three months is made good in the very month in which payment resumes.
 */
import { lastDayOf, type Month } from "../../../src-shared/domain/calendar.ts";
import { EMPTY, intersectMonths, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { cover, coverFrom, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { gapBefore, type Gap } from "../engine/contribution/gap.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { CoverageFound, FigureMissing, Result } from "../engine/result.ts";
import { bindPremium } from "./premium.ts";

const spec = { paid: "months", resumedMonth: "month?", currentPaid: "flag" } as const;
type GapFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const table = names.table("dalian.gap");
  const answer = table.output("answer");
  const standard = names.reading("dalian.gap-month-standard");
  const resumed = names.reading("dalian.resumed-month");
  return {
    table,
    answer,
    is: {
      noGap: table.choice(answer, "no-gap"),
      allowed: table.choice(answer, "allowed"),
      tooLate: table.choice(answer, "too-late"),
      tooLong: table.choice(answer, "too-long"),
    },
    premium: bindPremium(names),
    leaf: { currentPaid: names.leaves("currentPaid") },
    step: {
      paid: names.fact("paid"),
      resumed: names.step("resumed"),
      lastPaid: names.step("lastPaid"),
      gapMonths: names.step("gapMonths"),
      thisMonth: names.step("thisMonth"),
      lastDay: names.step("lastDay"),
      backPayment: names.step("backPayment"),
      benefitsFrom: names.step("benefitsFrom"),
      continuousFrom: names.step("continuousFrom"),
      stoppedFrom: names.step("stoppedFrom"),
      month: names.step("premiumMonth"),
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
    coverage: {
      paid: names.coverage("paid"),
      grace: names.coverage("grace"),
      notCovered: names.coverage("notCovered"),
      resumedWaiting: names.coverage("resumedWaiting"),
      madeGood: names.coverage("madeGood"),
      covered: names.coverage("covered"),
    },
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
    fault: { resumedInFuture: names.fault("resumedInFuture"), nothingBefore: names.fault("nothingBefore") },
    reading: {
      standard: standard.node,
      ownMonth: standard.is("own-month"),
      resumed: resumed.node,
      resumedCovered: resumed.is("covered"),
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
      check(facts, asOf) {
        const resumed = facts.resumedMonth ?? asOf.month;
        if (resumed > asOf.month) return [{ fact: "resumedMonth", text: names.fault.resumedInFuture }];
        return gapBefore(facts.paid.set ?? EMPTY, resumed) === null ? [{ fact: "paid", text: names.fault.nothingBefore }] : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

interface GapNodes {
  readonly gap: Gap;
  readonly resumed: Node;
  readonly lastPaid: Node;
  readonly months: Node;
}

function evaluate(names: Names, facts: GapFacts, asOf: AsOf): Result {
  const { step: steps, is } = names;
  const draft = newDraft();
  const paid = leaf(steps.paid, facts.paid.count);
  const resumed = leaf(steps.resumed, facts.resumedMonth ?? asOf.month);
  const gap = gapBefore(facts.paid.set ?? EMPTY, resumed.value)!;
  const lastPaid = step(steps.lastPaid, gap.lastPaid, [paid, resumed]);
  const months = step(steps.gapMonths, gap.count, [lastPaid, resumed]);
  const nodes: GapNodes = { gap, resumed, lastPaid, months };
  const thisMonth = step(steps.thisMonth, resumed.value === asOf.month ? 1 : 0, [resumed]);
  const answer = names.table.node(names.table.row2(gap.count, thisMonth.value), names.answer, [months, thisMonth]);
  const lastDay = step(steps.lastDay, lastDayOf(resumed.value), [resumed]);
  draft.remarks.push(answer, lastDay);

  const payable = answer.value === is.allowed;
  const missing: FigureMissing[] = [];
  const total = payable ? backPaymentOf(names, nodes, draft, missing) : null;
  addConditions(names, facts, draft, nodes, lastDay, thisMonth, answer.value);

  const paysNow = payable && facts.currentPaid === 1;
  const without = coverageWithout(names, facts.paid.set ?? EMPTY, nodes);
  const withPayment = coverageWith(names, facts.paid.set ?? EMPTY, nodes);
  const amounts = draft.amounts;
  const benefitsFrom = step(steps.benefitsFrom, resumed.value + 1, [resumed]);
  const stoppedFrom = step(steps.stoppedFrom, gap.lastPaid + 2, [lastPaid]);
  const continuous = step(steps.continuousFrom, names.reading.resumedCovered ? resumed.value : resumed.value + 1, [
    resumed,
    names.reading.resumed,
  ]);
  const leaveDates = [
    { definition: names.date.stoppedFrom, node: stoppedFrom },
    { definition: names.date.benefitsFrom, node: benefitsFrom },
  ];
  const payDates = [
    { definition: names.date.lastDay, node: lastDay },
    { definition: names.date.continuousFrom, node: continuous },
  ];
  if (gap.count > 0) draft.notices.push(names.notice.stopsNextMonth);
  if (gap.count > 0 && !payable) draft.notices.push(names.notice.never);
  return {
    outcome:
      gap.count === 0
        ? "guidance"
        : !payable
          ? "refused"
          : missing.length > 0
            ? "figure-missing"
            : paysNow
              ? "granted"
              : "not-yet",
    headline: headlineOf(names, answer.value, missing.length > 0, paysNow),
    place: names.place,
    timeLimit: payable ? names.timeLimit.thisMonth : names.timeLimit.none,
    conditions: draft.conditions,
    // only what can be paid now is due; before the current month is paid the amounts are for information
    amounts: paysNow || total === null ? amounts : amounts.map((amount) => ({ ...amount, role: "information" as const })),
    dates: gap.count === 0 ? NONE : payable ? payDates : leaveDates,
    coverage: payable ? withPayment : without,
    options: payable
      ? [
          { title: names.option.backPay, text: names.option.backPayText, amounts, dates: payDates, coverage: withPayment },
          { title: names.option.leave, text: names.option.leaveText, amounts: NONE, dates: leaveDates, coverage: without },
        ]
      : NONE,
    materials: NONE,
    notices: draft.notices,
    sections: payable ? names.sections : NONE,
    conflicts: total === null ? NONE : names.premium.conflictsIn(resumed.value),
    missing,
    remarks: draft.remarks,
  };
}

/** Each gap month at its own month's premium, or all at the premium of the month of payment. */
function backPaymentOf(names: Names, { gap, resumed }: GapNodes, draft: Draft, missing: FigureMissing[]): Node | null {
  const parts: Node[] = [];
  let fen = 0;
  for (let month = gap.months[0]!; month <= gap.months[1]!; month++) {
    const premium = names.premium.of(month, missing, names.reading.ownMonth ? month : resumed.value);
    if (premium === null) continue;
    parts.push(premium.total);
    fen += premium.total.value;
    draft.amounts.push({
      definition: names.amount.gapMonth,
      role: "part",
      node: premium.total,
      of: leaf(names.step.month, month),
    });
  }
  if (missing.length > 0) {
    draft.amounts.length = 0;
    return null;
  }
  const total = step(names.step.backPayment, fen, [...parts, names.reading.standard]);
  draft.amounts.unshift({ definition: names.amount.backPayment, role: "due", node: total });
  return total;
}

function addConditions(
  names: Names,
  facts: GapFacts,
  draft: Draft,
  { gap, months }: GapNodes,
  lastDay: Node,
  thisMonth: Node,
  answer: number,
): void {
  const { condition } = names;
  const add = (definition: typeof condition.atMostThree, met: boolean, node: Node): void => {
    draft.conditions.push({ definition, met, node, remedies: NONE });
  };
  if (gap.count === 0) return;
  add(condition.atMostThree, answer !== names.is.tooLong, months);
  add(condition.sameMonth, thisMonth.value === 1, thisMonth);
  if (answer !== names.is.allowed) return;
  const currentPaid = names.leaf.currentPaid[facts.currentPaid]!;
  const met = facts.currentPaid === 1;
  const remedies = met ? NONE : [{ definition: names.remedy.payCurrent, node: lastDay }];
  draft.conditions.push({ definition: condition.currentFirst, met, node: currentPaid, remedies });
}

/** Paid months, the first unpaid month still covered, then nothing up to and with the month of resuming. */
function coverageWithout(names: Names, paid: MonthSet, { gap, resumed }: GapNodes): CoverageFound[] {
  const draft = newDraft();
  coverPaid(names, draft, paid, resumed.value);
  if (gap.count > 0) {
    cover(draft, "covered", names.coverage.grace, [gap.lastPaid + 1, gap.lastPaid + 1]);
    if (gap.count > 1) cover(draft, "not-covered", names.coverage.notCovered, [gap.lastPaid + 2, resumed.value - 1]);
    cover(draft, "waiting", names.coverage.resumedWaiting, [resumed.value, resumed.value]);
  }
  coverFrom(draft, "covered", names.coverage.covered, gap.count > 0 ? resumed.value + 1 : resumed.value);
  return draft.coverage;
}

function coverageWith(names: Names, paid: MonthSet, { gap, resumed }: GapNodes): CoverageFound[] {
  const draft = newDraft();
  coverPaid(names, draft, paid, resumed.value);
  cover(draft, "bought", names.coverage.madeGood, gap.months);
  if (!names.reading.resumedCovered) cover(draft, "waiting", names.coverage.resumedWaiting, [resumed.value, resumed.value]);
  coverFrom(draft, "covered", names.coverage.covered, names.reading.resumedCovered ? resumed.value : resumed.value + 1);
  return draft.coverage;
}

/** The strip shows the last two years before the gap; older months tell nothing about it. */
const MONTHS_SHOWN = 24;

function coverPaid(names: Names, draft: Draft, paid: MonthSet, resumed: Month): void {
  cover(draft, "contributed", names.coverage.paid, intersectMonths(paid, [resumed - MONTHS_SHOWN, resumed - 1]));
}

function headlineOf({ headline, is }: Names, answer: number, figureMissing: boolean, paysNow: boolean) {
  if (answer === is.noGap) return headline.noGap;
  if (answer === is.tooLate) return headline.tooLate;
  if (answer === is.tooLong) return headline.tooLong;
  if (figureMissing) return headline.figureMissing;
  return paysNow ? headline.allowed : headline.payCurrentFirst;
}
