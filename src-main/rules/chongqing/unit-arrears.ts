/**
 * Chongqing, a unit in arrears (CQ-04). Source: answers of 2023-08, 职工04问.
 * Treatment stops the month after arrears begin and returns the month after everything is paid. Within the months that the table
 * lets be made good the costs in between are reimbursed; later the back-payment only brings the credit to the personal account.
 * Whether "everything" is what falls due from resuming on, or the arrears too, is a reading; resuming or paying earlier is never
 * worse under either.
 */
import { lastDayOf, type Month } from "../../../src-shared/domain/calendar.ts";
import { addCondition, cover, coverFrom, finish, newDraft, newStrip, NONE } from "../engine/draft.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { earlier, later, monthsBetween, nextMonth, previousMonth, secondMonthAfter } from "../engine/operations.ts";
import type { CoverageFound, DateFound } from "../engine/result.ts";
import { define } from "../generated/chongqing/unit-arrears.ts";
import { asked } from "./papers.ts";

/** Values of the table's input `paid`. */
const UNPAID = 0;
const PAID = 1;

/** What one of the ways comes to, from the last paid month on. */
interface Way {
  readonly dates: DateFound[];
  readonly coverage: CoverageFound[];
}

interface Interruption {
  readonly lastPaid: Node;
  readonly resumed: Node;
  /** When everything is paid: told, or this month if it is paid now. */
  readonly paidOff: Node;
  readonly months: Node;
}

export default define((words) => {
  const { fact, leaf: leaves, step: steps, condition, remedy, date, coverage, notice, headline, place, timeLimit, fault } = words;
  const { arrearsWithin, arrearsPaymentMonth, arrearsUnpaid, arrearsFirstMonth, counterMaterials } = words.reading;
  const table = words.table.arrears.by("months", "paid");
  const { answer } = table.out;
  const { none, madeGood: inTime } = table.is.answer;
  const materials = asked(counterMaterials, words.material.handlerCard);
  /** Months of the longest interruption that can be made good. */
  const longest = table.bound("months", table.row2(1, PAID), "highest");

  const found = (months: Node, paid: number, arrearsPaid: number): Node =>
    table.node(table.row2(months.value, paid), answer, [months, leaves.arrearsPaid[arrearsPaid]!]);

  /** The months that the longest are held against; the reading decides only where resuming was in time and paying was not. */
  function judged({ lastPaid, resumed, paidOff, months }: Interruption): Node {
    if (table.row2(months.value, PAID) === table.row2(paidOff.value - lastPaid.value - 1, PAID)) return months;
    return arrearsWithin.is.resumeOnly
      ? monthsBetween(steps.monthsToResumed, lastPaid, resumed, arrearsWithin.node)
      : monthsBetween(steps.monthsToPaidOff, lastPaid, paidOff, arrearsWithin.node);
  }

  /** The month after arrears begin; whether the month before it is paid for is a question only where nothing can be made good. */
  function stoppedFrom({ lastPaid }: Interruption, short: boolean): Node {
    if (short) return secondMonthAfter(steps.stoppedFrom, lastPaid);
    return arrearsFirstMonth.is.covered
      ? secondMonthAfter(steps.stoppedFromRead, lastPaid, arrearsFirstMonth.node)
      : nextMonth(steps.stoppedAtOnce, lastPaid, arrearsFirstMonth.node);
  }

  /** Treatment without the arrears: the month after resuming, but not while they can still be made good. */
  function resumedFrom({ lastPaid, resumed }: Interruption): Node {
    const longFrom = told(steps.longFrom, lastPaid.value + longest.value + 2, [lastPaid, longest]);
    const from = Math.max(resumed.value, longFrom.value) + 1;
    return told(steps.resumedFrom, from, [resumed, longFrom, arrearsUnpaid.node]);
  }

  /** The month after everything is paid, unless treatment had come back before. */
  function benefitsFrom(interruption: Interruption): Node {
    const from = nextMonth(steps.benefitsFrom, interruption.paidOff);
    const resumed = resumedFrom(interruption);
    if (resumed.value >= from.value) return from;
    return arrearsUnpaid.is.afterResuming
      ? earlier(steps.benefitsRead, from, resumed, arrearsUnpaid.node)
      : later(steps.benefitsRead, from, resumed, arrearsUnpaid.node);
  }

  function way({ lastPaid }: Interruption): Way {
    const { coverage: strip } = newStrip();
    cover({ coverage: strip }, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
    return { dates: [], coverage: strip };
  }

  function paying(interruption: Interruption, madeGood: boolean): Way {
    const { lastPaid } = interruption;
    const from = benefitsFrom(interruption);
    if (!madeGood) return stoppedUntil(interruption, false, { definition: date.benefitsFrom, node: from });
    const paid = way(interruption);
    const until = arrearsPaymentMonth.is.covered
      ? previousMonth(steps.paidUntilPayment, from, arrearsPaymentMonth.node)
      : told(steps.paidUntil, from.value - 2, [from, arrearsPaymentMonth.node]);
    cover(paid, "bought", coverage.madeGood, [lastPaid.value + 1, until.value]);
    if (until.value < from.value - 1) cover(paid, "waiting", coverage.resumed, [until.value + 1, from.value - 1]);
    coverFrom(paid, "covered", coverage.covered, from.value);
    paid.dates.push({ definition: date.paidUntil, node: until }, { definition: date.benefitsFrom, node: from });
    return paid;
  }

  /** Stopped from the month after arrears begin until payments resume, and some months more until `back`; `null` = for good. */
  function stoppedUntil(interruption: Interruption, short: boolean, back: DateFound | null): Way {
    const { lastPaid, resumed } = interruption;
    const stop = stoppedFrom(interruption, short);
    const stopped = way(interruption);
    const grace: Month = stop.value - 1;
    if (grace > lastPaid.value) cover(stopped, "covered", coverage.grace, [grace, grace]);
    stopped.dates.push({ definition: date.stoppedFrom, node: stop });
    if (back === null) {
      coverFrom(stopped, "not-covered", coverage.stopped, stop.value);
      return stopped;
    }
    const last = resumed.value - 1;
    if (stop.value <= last) cover(stopped, "not-covered", coverage.stopped, [stop.value, last]);
    cover(stopped, "waiting", coverage.resumed, [Math.max(stop.value, resumed.value), back.node.value - 1]);
    coverFrom(stopped, "covered", coverage.covered, back.node.value);
    stopped.dates.push(back);
    return stopped;
  }

  return {
    check(facts, asOf) {
      const resumed = facts.resumedMonth ?? asOf.month;
      if (resumed > asOf.month) return [{ fact: "resumedMonth", text: fault.resumedInFuture }];
      if (resumed <= facts.lastPaid)
        return [{ fact: facts.resumedMonth === undefined ? "lastPaid" : "resumedMonth", text: fault.resumedTooEarly }];
      if (facts.paidOffMonth === undefined) return NONE;
      if (facts.paidOffMonth > asOf.month) return [{ fact: "paidOffMonth", text: fault.paidOffInFuture }];
      return facts.paidOffMonth < resumed ? [{ fact: "paidOffMonth", text: fault.paidOffTooEarly }] : NONE;
    },
    evaluate(facts, asOf) {
      const draft = newDraft();
      const lastPaid = leaf(fact.lastPaid, facts.lastPaid);
      const resumed = leaf(steps.resumed, facts.resumedMonth ?? asOf.month);
      const paidOff = leaf(steps.paidOff, facts.paidOffMonth ?? asOf.month);
      const months = monthsBetween(steps.arrearsMonths, lastPaid, resumed);
      const interruption: Interruption = { lastPaid, resumed, paidOff, months };
      if (table.value(table.row2(months.value, PAID), answer) === none) {
        cover(draft, "contributed", coverage.paid, [lastPaid.value, lastPaid.value]);
        coverFrom(draft, "covered", coverage.covered, resumed.value);
        draft.remarks.push(months);
        return finish(draft, "guidance", headline.none, place.agency, timeLimit.none);
      }
      draft.materials = materials;
      const paid = found(judged(interruption), PAID, facts.arrearsPaid);
      const madeGood = paid.value === inTime;
      const pay = paying(interruption, madeGood);
      const back = pay.dates.at(-1)!.node;
      draft.coverage = pay.coverage;
      draft.remarks.push(paid, months, counterMaterials.node);
      const stop = madeGood ? null : pay.dates[0]!.node;
      if (stop !== null)
        draft.notices.push(notice.accountCredited({ arrearsMonths: months }), notice.gapNotPaid({ longest, stoppedFrom: stop }));
      if (facts.arrearsPaid === PAID) {
        draft.dates = pay.dates;
        addCondition(draft, condition.arrearsPaid, true, leaves.arrearsPaid[PAID]!, remedy.payAnyway, null);
        const says =
          stop === null
            ? headline.madeGood({ arrearsMonths: months, benefitsFrom: back })
            : headline.credited({ arrearsMonths: months, benefitsFrom: back, stoppedFrom: stop });
        return finish(draft, "granted", says, place.agency, timeLimit.none);
      }

      const within = lastDayOf(lastPaid.value + longest.value + 1);
      const payBy =
        madeGood && !arrearsWithin.is.resumeOnly ? told(steps.payBy, within, [lastPaid, longest, arrearsWithin.node]) : null;
      if (payBy !== null) pay.dates.push({ definition: date.payBy, node: payBy });
      else if (madeGood) draft.remarks.push(arrearsWithin.node);
      draft.dates = pay.dates;
      const mend = payBy !== null ? remedy.payInTime({ payBy }) : madeGood ? remedy.payWhenever : remedy.payAnyway;
      addCondition(draft, condition.arrearsPaid, false, leaves.arrearsPaid[UNPAID]!, mend, null);
      draft.remarks.push(found(judged(interruption), UNPAID, facts.arrearsPaid), arrearsUnpaid.node);
      const resumes = arrearsUnpaid.is.afterResuming ? resumedFrom(interruption) : null;
      const leave = stoppedUntil(
        interruption,
        madeGood,
        resumes === null ? null : { definition: date.resumedFrom, node: resumes },
      );
      const leaveText =
        resumes === null
          ? headline.leaveStopped
          : headline.leaveResumed({ resumedFrom: resumes, stoppedFrom: leave.dates[0]!.node });
      const payText =
        stop === null
          ? headline.payText({ benefitsFrom: back })
          : headline.payLongText({ benefitsFrom: back, stoppedFrom: stop });
      draft.options = [
        { title: headline.pay, text: payText, amounts: NONE, dates: pay.dates, coverage: pay.coverage },
        { title: headline.leave, text: leaveText, amounts: NONE, dates: leave.dates, coverage: leave.coverage },
      ];
      const says =
        payBy !== null
          ? headline.chooseShort({ arrearsMonths: months, payBy })
          : stop === null
            ? headline.chooseOpen({ arrearsMonths: months })
            : headline.chooseLong({ longest, stoppedFrom: stop });
      return finish(draft, "choice", says, place.agency, payBy === null ? timeLimit.none : timeLimit.payBy({ payBy }));
    },
  };
});
