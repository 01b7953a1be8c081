/**
 * Chongqing, a unit in arrears (CQ-04). Source: answers of 2023-08, 职工04问.
 * Treatment stops the month after arrears begin and returns the month after everything is paid. Within the months that the table
 * lets be made good the costs in between are reimbursed; later the back-payment only brings the credit to the personal account.
 * Whether "everything" is what falls due from resuming on, or the arrears too, is a reading; resuming or paying earlier is never
 * worse under either.
 */
import { lastDayOf } from "../../../src-shared/domain/calendar.ts";
import { addCondition, cover, coverFrom, finish, newDraft, NONE } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { earlier, later, monthsBetween, nextMonth, previousMonth, secondMonthAfter } from "../engine/operations.ts";
import type { CoverageFound, DateFound, Result } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/chongqing/unit-arrears.ts";
import { asked } from "./papers.ts";

/** Values of the table's input `paid`. */
const UNPAID = 0;
const PAID = 1;

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const table = words.table.arrears.by("months", "paid");
  return {
    ...words,
    table,
    /** Months of the longest interruption that can be made good. */
    longest: table.bound("months", table.row2(1, PAID), "highest"),
    materials: asked(words.reading.counterMaterials, words.material.handlerCard),
  };
}

export default define(bind, { check, evaluate });

function check({ fault }: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
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

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { fact, step: steps, coverage, table, reading, condition, leaf: leaves, remedy, notice, headline, longest } = names;
  const { agency } = names.place;
  const draft = newDraft();
  const lastPaid = leaf(fact.lastPaid, facts.lastPaid);
  const resumed = leaf(steps.resumed, facts.resumedMonth ?? asOf.month);
  const paidOff = leaf(steps.paidOff, facts.paidOffMonth ?? asOf.month);
  const months = monthsBetween(steps.arrearsMonths, lastPaid, resumed);
  if (table.value(table.row2(months.value, PAID), table.out.answer) === table.is.answer.none) {
    cover(draft, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
    coverFrom(draft, "covered", coverage.covered, resumed.value);
    draft.remarks.push(months);
    return finish(draft, "guidance", headline.none, agency, names.timeLimit.none);
  }
  draft.materials = names.materials;
  const interruption: Interruption = { lastPaid, resumed, paidOff, months };
  const judged = judgedMonths(names, interruption);
  const paying = answerFor(names, facts, judged, PAID);
  const madeGood = paying.value === table.is.answer.madeGood;
  const benefitsFrom = benefitsAfter(names, interruption);
  const pay = madeGood
    ? madeGoodUntil(names, interruption, benefitsFrom)
    : stoppedUntil(names, interruption, false, { definition: names.date.benefitsFrom, node: benefitsFrom });
  const stoppedFrom = madeGood ? null : pay.dates[0]!.node;
  draft.dates = pay.dates;
  draft.coverage = pay.coverage;
  draft.remarks.push(paying, months, reading.counterMaterials.node);
  if (stoppedFrom !== null)
    draft.notices.push(notice.accountCredited({ arrearsMonths: months }), notice.gapNotPaid({ longest, stoppedFrom }));
  if (facts.arrearsPaid === PAID) {
    addCondition(draft, condition.arrearsPaid, true, leaves.arrearsPaid[PAID]!, remedy.payAnyway, null);
    const says =
      stoppedFrom === null
        ? headline.madeGood({ arrearsMonths: months, benefitsFrom })
        : headline.credited({ arrearsMonths: months, benefitsFrom, stoppedFrom });
    return finish(draft, "granted", says, agency, names.timeLimit.none);
  }
  const payBy = madeGood && !reading.arrearsWithin.is.resumeOnly ? payByDay(names, interruption) : null;
  if (payBy !== null) pay.dates.push({ definition: names.date.payBy, node: payBy });
  else if (madeGood) draft.remarks.push(reading.arrearsWithin.node);
  const mend = payBy !== null ? remedy.payInTime({ payBy }) : madeGood ? remedy.payWhenever : remedy.payAnyway;
  addCondition(draft, condition.arrearsPaid, false, leaves.arrearsPaid[UNPAID]!, mend, null);
  draft.remarks.push(answerFor(names, facts, judged, UNPAID), reading.arrearsUnpaid.node);
  const resumedFrom = reading.arrearsUnpaid.is.afterResuming ? resumedAfter(names, interruption) : null;
  const back = resumedFrom === null ? null : { definition: names.date.resumedFrom, node: resumedFrom };
  const leave = stoppedUntil(names, interruption, madeGood, back);
  draft.options = [
    {
      title: headline.pay,
      text: stoppedFrom === null ? headline.payText({ benefitsFrom }) : headline.payLongText({ benefitsFrom, stoppedFrom }),
      amounts: NONE,
      dates: pay.dates,
      coverage: pay.coverage,
    },
    {
      title: headline.leave,
      text:
        resumedFrom === null ? headline.leaveStopped : headline.leaveResumed({ resumedFrom, stoppedFrom: leave.dates[0]!.node }),
      amounts: NONE,
      dates: leave.dates,
      coverage: leave.coverage,
    },
  ];
  if (payBy !== null)
    return finish(
      draft,
      "choice",
      headline.chooseShort({ arrearsMonths: months, payBy }),
      agency,
      names.timeLimit.payBy({ payBy }),
    );
  const says =
    stoppedFrom === null ? headline.chooseOpen({ arrearsMonths: months }) : headline.chooseLong({ longest, stoppedFrom });
  return finish(draft, "choice", says, agency, names.timeLimit.none);
}

const answerFor = ({ table, leaf: leaves }: Names, { arrearsPaid }: Facts, months: Node, paid: number): Node =>
  table.node(table.row2(months.value, paid), table.out.answer, [months, leaves.arrearsPaid[arrearsPaid]!]);

/** The months that the longest are held against; the reading decides only where resuming was in time and paying was not. */
function judgedMonths({ step: steps, reading, table }: Names, { lastPaid, resumed, paidOff, months }: Interruption): Node {
  if (table.row2(months.value, PAID) === table.row2(paidOff.value - lastPaid.value - 1, PAID)) return months;
  return reading.arrearsWithin.is.resumeOnly
    ? monthsBetween(steps.monthsToResumed, lastPaid, resumed, reading.arrearsWithin.node)
    : monthsBetween(steps.monthsToPaidOff, lastPaid, paidOff, reading.arrearsWithin.node);
}

const payByDay = ({ step: steps, reading, longest }: Names, { lastPaid }: Interruption): Node =>
  told(steps.payBy, lastDayOf(lastPaid.value + longest.value + 1), [lastPaid, longest, reading.arrearsWithin.node]);

/** The month after arrears begin; whether the month before it is paid for is a question only where nothing can be made good. */
function stopFrom({ step: steps, reading }: Names, { lastPaid }: Interruption, short: boolean): Node {
  const { is, node } = reading.arrearsFirstMonth;
  if (short) return secondMonthAfter(steps.stoppedFrom, lastPaid);
  return is.covered ? secondMonthAfter(steps.stoppedFromRead, lastPaid, node) : nextMonth(steps.stoppedAtOnce, lastPaid, node);
}

/** Treatment without the arrears: the month after resuming, but not while they can still be made good. */
function resumedAfter({ step: steps, reading, longest }: Names, { lastPaid, resumed }: Interruption): Node {
  const longFrom = told(steps.longFrom, lastPaid.value + longest.value + 2, [lastPaid, longest]);
  const from = Math.max(resumed.value, longFrom.value) + 1;
  return told(steps.resumedFrom, from, [resumed, longFrom, reading.arrearsUnpaid.node]);
}

/** The month after everything is paid, unless treatment had come back before. */
function benefitsAfter(names: Names, interruption: Interruption): Node {
  const { step: steps, reading } = names;
  const from = nextMonth(steps.benefitsFrom, interruption.paidOff);
  const resumed = resumedAfter(names, interruption);
  if (resumed.value >= from.value) return from;
  const { is, node } = reading.arrearsUnpaid;
  return is.afterResuming ? earlier(steps.benefitsRead, from, resumed, node) : later(steps.benefitsRead, from, resumed, node);
}

/** What one of the ways comes to, from the last paid month on. */
interface Way {
  readonly dates: DateFound[];
  readonly coverage: CoverageFound[];
}

function newWay({ coverage }: Names, { lastPaid }: Interruption): Way {
  const way: Way = { dates: [], coverage: [] };
  cover(way, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
  return way;
}

function madeGoodUntil(names: Names, interruption: Interruption, from: Node): Way {
  const { step: steps, date, coverage, reading } = names;
  const { is, node } = reading.arrearsPaymentMonth;
  const way = newWay(names, interruption);
  const until = is.covered
    ? previousMonth(steps.paidUntilPayment, from, node)
    : told(steps.paidUntil, from.value - 2, [from, node]);
  cover(way, "bought", coverage.madeGood, [interruption.lastPaid.value + 1, until.value]);
  if (until.value < from.value - 1) cover(way, "waiting", coverage.resumed, [until.value + 1, from.value - 1]);
  coverFrom(way, "covered", coverage.covered, from.value);
  way.dates.push({ definition: date.paidUntil, node: until }, { definition: date.benefitsFrom, node: from });
  return way;
}

/** Stopped from the month after arrears begin until payments resume, and some months more until `back`; `null` = for good. */
function stoppedUntil(names: Names, interruption: Interruption, short: boolean, back: DateFound | null): Way {
  const { date, coverage } = names;
  const { lastPaid, resumed } = interruption;
  const stop = stopFrom(names, interruption, short);
  const way = newWay(names, interruption);
  const grace = stop.value - 1;
  if (grace > lastPaid.value) cover(way, "covered", coverage.grace, [grace, grace]);
  way.dates.push({ definition: date.stoppedFrom, node: stop });
  if (back === null) {
    coverFrom(way, "not-covered", coverage.stopped, stop.value);
    return way;
  }
  const last = resumed.value - 1;
  if (stop.value <= last) cover(way, "not-covered", coverage.stopped, [stop.value, last]);
  cover(way, "waiting", coverage.resumed, [Math.max(stop.value, resumed.value), back.node.value - 1]);
  coverFrom(way, "covered", coverage.covered, back.node.value);
  way.dates.push(back);
  return way;
}
