/**
 * Chongqing, a unit in arrears (CQ-04). Source: answers of 2023-08, 职工04问.
 * Treatment stops the month after arrears begin and returns the month after everything is paid. Within three months the
 * costs in between are reimbursed; later the back-payment only brings the credit to the personal account.
 */
import { lastDayOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, cover, coverFrom, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { CoverageFound, DateFound, Result, Template } from "../../engine/result.ts";
import { bindNames, spec, type ArrearsFacts, type Names } from "./names.ts";

const UNPAID = 0;
const PAID = 1;
/** A longer interruption cannot be made good; the answer itself is the table's. */
const LONGEST_MADE_GOOD = 3;

export const unitArrears = defineFormula({
  matter: "chongqing.unit-arrears",
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

function contradictions({ fault }: Names, facts: ArrearsFacts, asOf: AsOf): readonly Fault[] {
  const resumed = facts.resumedMonth ?? asOf.month;
  if (resumed > asOf.month) return [{ fact: "resumedMonth", text: fault.resumedInFuture }];
  if (resumed <= facts.lastPaid)
    return [{ fact: facts.resumedMonth === undefined ? "lastPaid" : "resumedMonth", text: fault.resumedTooEarly }];
  if (facts.paidOffMonth === undefined) return NONE;
  if (facts.paidOffMonth > asOf.month) return [{ fact: "paidOffMonth", text: fault.paidOffInFuture }];
  return facts.paidOffMonth < resumed ? [{ fact: "paidOffMonth", text: fault.paidOffTooEarly }] : NONE;
}

interface Interruption {
  readonly lastPaid: Node;
  readonly resumed: Node;
  /** When everything is paid: told, or this month if it is paid now. */
  readonly paidOff: Node;
  readonly months: Node;
}

function evaluate(names: Names, facts: ArrearsFacts, asOf: AsOf): Result {
  const { step: steps } = names;
  const lastPaid = leaf(steps.lastPaid, facts.lastPaid);
  const resumed = leaf(steps.resumed, facts.resumedMonth ?? asOf.month);
  const paidOff = leaf(steps.paidOff, facts.paidOffMonth ?? asOf.month);
  const months = step(steps.arrearsMonths, resumed.value - lastPaid.value - 1, [lastPaid, resumed]);
  const interruption: Interruption = { lastPaid, resumed, paidOff, months };
  if (names.table.value(names.table.row2(months.value, PAID), names.answer) === names.is.none)
    return uninterrupted(names, interruption);

  const judged = judgedMonths(names, interruption);
  const paying = answerFor(names, facts, judged, PAID);
  const madeGood = paying.value === names.is.madeGood;
  const pay = afterPaying(names, interruption, madeGood);
  const common = { place: names.place, conflicts: NONE, missing: NONE, materials: NONE, amounts: NONE, sections: NONE } as const;
  const draft = newDraft();
  draft.remarks.push(paying, months);
  if (!madeGood) draft.notices.push(names.notice.accountCredited, names.notice.gapNotPaid);

  if (facts.arrearsPaid === PAID) {
    addCondition(draft, names.condition, true, names.arrearsPaid[PAID]!, names.remedy.payAnyway, null);
    return {
      ...common,
      outcome: "granted",
      headline: madeGood ? names.headline.madeGood : names.headline.credited,
      timeLimit: names.timeLimit.none,
      conditions: draft.conditions,
      dates: pay.dates,
      coverage: pay.coverage,
      options: NONE,
      notices: draft.notices,
      remarks: draft.remarks,
    };
  }
  const payBy = madeGood && !names.reading.resumingIsEnough ? payByDay(names, interruption) : null;
  if (madeGood && payBy === null) draft.remarks.push(names.reading.within);
  const remedy = payBy !== null ? names.remedy.payInTime : madeGood ? names.remedy.payWhenever : names.remedy.payAnyway;
  addCondition(draft, names.condition, false, names.arrearsPaid[UNPAID]!, remedy, payBy);
  const leave = withoutPaying(names, facts, interruption, draft);
  const payDates: readonly DateFound[] =
    payBy === null ? pay.dates : [...pay.dates, { definition: names.date.payBy, node: payBy }];
  return {
    ...common,
    outcome: "choice",
    headline: payBy !== null ? names.headline.chooseShort : madeGood ? names.headline.chooseOpen : names.headline.chooseLong,
    timeLimit: payBy === null ? names.timeLimit.none : names.timeLimit.payBy,
    conditions: draft.conditions,
    dates: payDates,
    coverage: pay.coverage,
    options: [
      {
        title: names.option.pay,
        text: madeGood ? names.option.payText : names.option.payLongText,
        amounts: NONE,
        dates: payDates,
        coverage: pay.coverage,
      },
      { title: names.option.leave, text: leave.text, amounts: NONE, dates: leave.dates, coverage: leave.coverage },
    ],
    notices: draft.notices,
    remarks: draft.remarks,
  };
}

function uninterrupted(names: Names, { lastPaid, resumed, months }: Interruption): Result {
  const draft = newDraft();
  cover(draft, "contributed", names.coverage.paid, [lastPaid.value, lastPaid.value]);
  coverFrom(draft, "covered", names.coverage.covered, resumed.value);
  return {
    outcome: "guidance",
    headline: names.headline.none,
    place: names.place,
    timeLimit: names.timeLimit.none,
    conditions: NONE,
    amounts: NONE,
    dates: NONE,
    coverage: draft.coverage,
    options: NONE,
    materials: NONE,
    notices: NONE,
    sections: NONE,
    conflicts: NONE,
    missing: NONE,
    remarks: [months],
  };
}

const answerFor = (names: Names, facts: ArrearsFacts, months: Node, paid: number): Node =>
  names.table.node(names.table.row2(months.value, paid), names.answer, [months, names.arrearsPaid[facts.arrearsPaid]!]);

/** The months that the three are held against; the reading decides only where resuming was in time and paying was not. */
function judgedMonths(names: Names, { lastPaid, resumed, paidOff, months }: Interruption): Node {
  const { step: steps, reading, table } = names;
  const toPaidOff = paidOff.value - lastPaid.value - 1;
  if (table.row2(months.value, PAID) === table.row2(toPaidOff, PAID)) return months;
  return reading.resumingIsEnough
    ? step(steps.monthsToResumed, months.value, [lastPaid, resumed, paidOff, reading.within])
    : step(steps.monthsToPaidOff, toPaidOff, [lastPaid, paidOff, reading.within]);
}

const payByDay = ({ step: steps, reading }: Names, { lastPaid }: Interruption): Node =>
  step(steps.payBy, lastDayOf(lastPaid.value + LONGEST_MADE_GOOD + 1), [lastPaid, reading.within]);

interface Way {
  readonly dates: readonly DateFound[];
  readonly coverage: readonly CoverageFound[];
}

const stoppedFrom = ({ step: steps }: Names, { lastPaid }: Interruption): Node =>
  step(steps.stoppedFrom, lastPaid.value + 2, [lastPaid]);

function afterPaying(names: Names, interruption: Interruption, madeGood: boolean): Way {
  const { step: steps, date, coverage, reading } = names;
  const { lastPaid, resumed, paidOff } = interruption;
  const from = step(steps.benefitsFrom, paidOff.value + 1, [paidOff]);
  const draft = newDraft();
  cover(draft, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
  if (madeGood) {
    const paidUntil = reading.paymentMonthCovered
      ? step(steps.paidUntilPayment, paidOff.value, [paidOff, reading.paymentMonth])
      : step(steps.paidUntil, resumed.value - 1, [resumed, reading.paymentMonth]);
    const until = paidUntil.value;
    cover(draft, "bought", coverage.madeGood, [lastPaid.value + 1, until]);
    if (until < paidOff.value) cover(draft, "waiting", coverage.resumed, [until + 1, paidOff.value]);
    coverFrom(draft, "covered", coverage.covered, from.value);
    return {
      dates: [
        { definition: date.paidUntil, node: paidUntil },
        { definition: date.benefitsFrom, node: from },
      ],
      coverage: draft.coverage,
    };
  }
  stopped(names, draft, lastPaid.value, resumed.value - 1);
  cover(draft, "waiting", coverage.resumed, [resumed.value, paidOff.value]);
  coverFrom(draft, "covered", coverage.covered, from.value);
  return {
    dates: [
      { definition: date.stoppedFrom, node: stoppedFrom(names, interruption) },
      { definition: date.benefitsFrom, node: from },
    ],
    coverage: draft.coverage,
  };
}

/** The first month of arrears is still covered, those after it are not. */
function stopped({ coverage }: Names, draft: Draft, lastPaid: Month, until: Month): void {
  cover(draft, "covered", coverage.grace, [lastPaid + 1, lastPaid + 1]);
  if (lastPaid + 2 <= until) cover(draft, "not-covered", coverage.stopped, [lastPaid + 2, until]);
}

function withoutPaying(
  names: Names,
  facts: ArrearsFacts,
  interruption: Interruption,
  told: Draft,
): Way & { readonly text: Template } {
  const { step: steps, date, coverage, reading, option } = names;
  const { lastPaid, resumed, months } = interruption;
  const found = answerFor(names, facts, months, UNPAID);
  told.remarks.push(found);
  const draft = newDraft();
  cover(draft, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
  const dates: DateFound[] = [{ definition: date.stoppedFrom, node: stoppedFrom(names, interruption) }];
  const long = found.value === names.is.longUnpaid;
  if (long) told.remarks.push(reading.unpaid);
  if (long && reading.afterResuming) {
    const from = step(steps.resumedFrom, resumed.value + 1, [resumed, reading.unpaid]);
    dates.push({ definition: date.resumedFrom, node: from });
    stopped(names, draft, lastPaid.value, resumed.value - 1);
    cover(draft, "waiting", coverage.resumed, [resumed.value, resumed.value]);
    coverFrom(draft, "covered", coverage.covered, from.value);
    return { text: option.leaveResumed, dates, coverage: draft.coverage };
  }
  cover(draft, "covered", coverage.grace, [lastPaid.value + 1, lastPaid.value + 1]);
  coverFrom(draft, "not-covered", coverage.stopped, lastPaid.value + 2);
  return { text: option.leaveStopped, dates, coverage: draft.coverage };
}
