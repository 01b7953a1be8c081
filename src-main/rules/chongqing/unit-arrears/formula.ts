/**
 * Chongqing, a unit in arrears (CQ-04). Source: answers of 2023-08, 职工04问.
 * Treatment stops the month after arrears begin and returns the month after everything is paid. Within three months the
 * costs in between are reimbursed; later the back-payment only brings the credit to the personal account. Whether "everything"
 * is what falls due from resuming on, or the arrears too, is a reading; resuming or paying earlier is never worse under either.
 */
import { lastDayOf } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, cover, coverFrom, newDraft, newStrip, NONE } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { CoverageFound, DateFound, Result, Template } from "../../engine/result.ts";
import { bindNames, PAID, spec, UNPAID, type ArrearsFacts, type Names } from "./names.ts";

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
  const common = {
    place: names.place,
    conflicts: NONE,
    missing: NONE,
    materials: names.materials,
    amounts: NONE,
    sections: NONE,
  } as const;
  const draft = newDraft();
  draft.remarks.push(paying, months, names.reading.papers);
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
  addCondition(draft, names.condition, false, names.arrearsPaid[UNPAID]!, remedy, null);
  draft.remarks.push(answerFor(names, facts, judged, UNPAID), names.reading.unpaid);
  const leave = withoutPaying(names, interruption, madeGood);
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
  const draft = newStrip();
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

const payByDay = ({ step: steps, reading, longest }: Names, { lastPaid }: Interruption): Node =>
  step(steps.payBy, lastDayOf(lastPaid.value + longest + 1), [lastPaid, reading.within]);

interface Way {
  readonly dates: readonly DateFound[];
  readonly coverage: readonly CoverageFound[];
}

/** The month after arrears begin; whether the month before it is paid for is a question only where nothing can be made good. */
function stoppedFrom({ step: steps, reading }: Names, { lastPaid }: Interruption, short: boolean): Node {
  if (short) return step(steps.stoppedFrom, lastPaid.value + 2, [lastPaid]);
  return reading.firstMonthCovered
    ? step(steps.stoppedFromRead, lastPaid.value + 2, [lastPaid, reading.firstMonth])
    : step(steps.stoppedAtOnce, lastPaid.value + 1, [lastPaid, reading.firstMonth]);
}

/** Treatment without the arrears: the month after resuming, but not while they can still be made good. */
function resumedFrom({ step: steps, reading, longest }: Names, { lastPaid, resumed }: Interruption): Node {
  const longFrom = step(steps.longFrom, lastPaid.value + longest + 2, [lastPaid]);
  return step(steps.resumedFrom, Math.max(resumed.value, longFrom.value) + 1, [resumed, longFrom, reading.unpaid]);
}

/** The month after everything is paid, unless treatment had come back before. */
function benefitsFrom(names: Names, interruption: Interruption): Node {
  const { step: steps, reading } = names;
  const from = step(steps.benefitsFrom, interruption.paidOff.value + 1, [interruption.paidOff]);
  const resumed = resumedFrom(names, interruption);
  if (resumed.value >= from.value) return from;
  const first = reading.afterResuming ? resumed.value : from.value;
  return step(steps.benefitsResumed, first, [from, resumed, reading.unpaid]);
}

function afterPaying(names: Names, interruption: Interruption, madeGood: boolean): Way {
  const { step: steps, date, coverage, reading } = names;
  const { lastPaid } = interruption;
  const from = benefitsFrom(names, interruption);
  if (!madeGood) return stoppedUntil(names, interruption, false, { definition: date.benefitsFrom, node: from });
  const draft = newStrip();
  cover(draft, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
  const paidUntil = reading.paymentMonthCovered
    ? step(steps.paidUntilPayment, from.value - 1, [from, reading.paymentMonth])
    : step(steps.paidUntil, from.value - 2, [from, reading.paymentMonth]);
  const until = paidUntil.value;
  cover(draft, "bought", coverage.madeGood, [lastPaid.value + 1, until]);
  if (until < from.value - 1) cover(draft, "waiting", coverage.resumed, [until + 1, from.value - 1]);
  coverFrom(draft, "covered", coverage.covered, from.value);
  return {
    dates: [
      { definition: date.paidUntil, node: paidUntil },
      { definition: date.benefitsFrom, node: from },
    ],
    coverage: draft.coverage,
  };
}

/** Stopped from the month after arrears begin until payments resume, and some months more until `back`; `null` = for good. */
function stoppedUntil(names: Names, interruption: Interruption, short: boolean, back: DateFound | null): Way {
  const { date, coverage } = names;
  const { lastPaid, resumed } = interruption;
  const stop = stoppedFrom(names, interruption, short);
  const draft = newStrip();
  cover(draft, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
  const grace = stop.value - 1;
  if (grace > lastPaid.value) cover(draft, "covered", coverage.grace, [grace, grace]);
  const stopped: DateFound = { definition: date.stoppedFrom, node: stop };
  if (back === null) {
    coverFrom(draft, "not-covered", coverage.stopped, stop.value);
    return { dates: [stopped], coverage: draft.coverage };
  }
  const last = resumed.value - 1;
  if (stop.value <= last) cover(draft, "not-covered", coverage.stopped, [stop.value, last]);
  cover(draft, "waiting", coverage.resumed, [Math.max(stop.value, resumed.value), back.node.value - 1]);
  coverFrom(draft, "covered", coverage.covered, back.node.value);
  return { dates: [stopped, back], coverage: draft.coverage };
}

function withoutPaying(names: Names, interruption: Interruption, short: boolean): Way & { readonly text: Template } {
  const { option, reading, date } = names;
  if (!reading.afterResuming) return { text: option.leaveStopped, ...stoppedUntil(names, interruption, short, null) };
  const back: DateFound = { definition: date.resumedFrom, node: resumedFrom(names, interruption) };
  return { text: option.leaveResumed, ...stoppedUntil(names, interruption, short, back) };
}
