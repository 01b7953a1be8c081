/**
 * Chongqing's waiting period (CQ-03): months from the month of payment, and the choice that a short gap leaves:
 * its arrears are paid, the gap is made good and nobody waits; or they are not.
 */
import { monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import { EMPTY } from "../../../src-shared/domain/periods.ts";
import { coverWaiting, waitingAfter, waitingSteps, type Waiting } from "../engine/contribution/waiting.ts";
import { cover, newStrip, NONE, type Draft } from "../engine/draft.ts";
import { walkCover } from "../engine/history/walk.ts";
import type { AsOf } from "../engine/facts.ts";
import type { Bindings, Fault } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { CoverageFound, DateFound, OptionFound } from "../engine/result.ts";

/** How long cover goes on after the last paid month, and from when it is back, the wait says. */
const ENDS_WITH_PAYMENT = { goesOn: 0, resumes: 0 };

export function bindWaiting(names: Bindings) {
  const start = names.reading("chongqing.waiting-start");
  const unpaid = names.reading("chongqing.change-unpaid");
  const paymentMonth = names.reading("chongqing.arrears-payment-month");
  return {
    first: start.is("payment-month") ? ("start-itself" as const) : ("after-start" as const),
    reading: {
      start: start.node,
      unpaid: unpaid.node,
      unpaidWaits: unpaid.is("six-months"),
      paymentMonth: paymentMonth.node,
      paymentMonthCovered: paymentMonth.is("covered"),
    },
    steps: waitingSteps(names),
    step: {
      lastPaid: names.fact("lastPaid"),
      payment: names.step("paymentMonth"),
      gapMonths: names.step("gapMonths"),
      afterPaying: names.step("treatmentAfterPaying"),
      unpaid: names.step("waitingUnpaid"),
      without: names.step("treatmentWithout"),
    },
    date: {
      treatmentFrom: names.date("treatmentFrom"),
      waitingLast: names.date("waitingLast"),
      without: names.date("treatmentWithout"),
    },
    coverage: {
      paid: names.coverage("paid"),
      gap: names.coverage("gap"),
      /** Up to the payment; nothing goes on unpaid, and what is paid again is told apart. */
      past: {
        paid: names.coverage("paid"),
        goesOn: names.coverage("paid"),
        gap: names.coverage("gap"),
        resumed: names.coverage("paying"),
        madeGood: names.coverage("madeGood"),
      },
      paying: names.coverage("paying"),
      waiting: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    },
    option: {
      pay: names.headline("payGap"),
      payText: names.headline("payGapText"),
      leave: names.headline("leaveGap"),
      leaveText: names.headline("leaveGapText"),
    },
    notice: { gapAmount: names.notice("gapAmount"), twoYears: names.notice("twoYears") },
    fault: { paidInFuture: names.fault("paidInFuture"), lastPaidTooLate: names.fault("lastPaidTooLate") },
  };
}
export type WaitingNames = ReturnType<typeof bindWaiting>;

interface PaymentFacts {
  readonly paidOn: number | undefined;
  readonly lastPaid: number | undefined;
}

const paymentMonth = ({ paidOn }: PaymentFacts, asOf: AsOf): Month => (paidOn === undefined ? asOf.month : monthOfDate(paidOn));

export function paymentFaults({ fault }: WaitingNames, facts: PaymentFacts, asOf: AsOf): readonly Fault[] {
  if (facts.paidOn !== undefined && facts.paidOn > asOf.date) return [{ fact: "paidOn", text: fault.paidInFuture }];
  return facts.lastPaid !== undefined && facts.lastPaid > paymentMonth(facts, asOf)
    ? [{ fact: "lastPaid", text: fault.lastPaidTooLate }]
    : NONE;
}

export interface Interruption {
  readonly payment: Node;
  readonly lastPaid: Node | null;
  /** `null` where nothing was paid before. */
  readonly gap: Node | null;
}

export function interruptionBefore({ step: steps }: WaitingNames, facts: PaymentFacts, asOf: AsOf): Interruption {
  const payment = leaf(steps.payment, paymentMonth(facts, asOf));
  if (facts.lastPaid === undefined) return { payment, lastPaid: null, gap: null };
  const lastPaid = leaf(steps.lastPaid, facts.lastPaid);
  const gap = step(steps.gapMonths, Math.max(0, payment.value - lastPaid.value - 1), [lastPaid, payment]);
  return { payment, lastPaid, gap };
}

/** What the rule says of one case. */
export interface Wait {
  readonly months: Node;
  /** Months from the payment to treatment where nobody waits; `null` = the month of payment itself. */
  readonly after: Node | null;
  /** The wait if the gap's arrears are not paid; `null` where they cannot be. */
  readonly unpaid: Node | null;
}

export interface WaitingFound {
  readonly waiting: Waiting;
  /** Two ways where the arrears of a gap may be paid; none otherwise. */
  readonly options: readonly OptionFound[];
  readonly dates: readonly DateFound[];
  readonly coverage: readonly CoverageFound[];
}

/** @param until last month that may be covered; `null` = open end */
export function waitingFor(
  names: WaitingNames,
  wait: Wait,
  interruption: Interruption,
  until: Month | null,
  draft: Draft,
): WaitingFound {
  const { date, reading } = names;
  const { payment, gap } = interruption;
  const waiting = treatmentAfter(names, payment, wait.months, wait.after);
  const mayPay = wait.unpaid !== null && gap !== null && gap.value > 0;
  const dates: DateFound[] = [{ definition: date.treatmentFrom, node: waiting.treatmentFrom }];
  if (waiting.last !== null) dates.push({ definition: date.waitingLast, node: waiting.last });
  const coverage = strip(names, interruption, waiting, mayPay, until);
  if (wait.unpaid === null || !mayPay) return { waiting, options: NONE, dates, coverage };

  draft.notices.push(names.notice.gapAmount);
  if (wait.after !== null) draft.remarks.push(reading.paymentMonth);
  const without = unpaidWaiting(names, payment, wait, wait.unpaid, waiting);
  const from = step(names.step.without, without.treatmentFrom.value, [payment, without.treatmentFrom]);
  return {
    waiting,
    options: [
      { title: names.option.pay, text: names.option.payText, amounts: NONE, dates, coverage },
      {
        title: names.option.leave,
        text: names.option.leaveText,
        amounts: NONE,
        dates: [{ definition: date.without, node: from }],
        coverage: strip(names, interruption, without, false, until),
      },
    ],
    dates,
    coverage,
  };
}

// the first month is a question only where there is a wait
function treatmentAfter(names: WaitingNames, payment: Node, length: Node, after: Node | null): Waiting {
  const { steps, first, reading } = names;
  if (length.value > 0) return waitingAfter(steps, payment, length, first, reading.start);
  if (after === null) return waitingAfter(steps, payment, length, first);
  const treatmentFrom = step(names.step.afterPaying, payment.value + after.value, [payment, after, length]);
  return { start: payment, treatmentFrom, last: null };
}

/** Without the arrears the reading decides whether the person waits as others do. */
function unpaidWaiting(names: WaitingNames, payment: Node, { months, after }: Wait, unpaid: Node, paid: Waiting): Waiting {
  const { reading, step: steps } = names;
  if (unpaid.value === months.value) return paid;
  const length = step(steps.unpaid, reading.unpaidWaits ? unpaid.value : months.value, [unpaid, reading.unpaid]);
  return treatmentAfter(names, payment, length, after);
}

function strip(
  { coverage, reading }: WaitingNames,
  { payment, lastPaid, gap }: Interruption,
  waiting: Waiting,
  madeGood: boolean,
  until: Month | null,
): readonly CoverageFound[] {
  const draft = newStrip();
  const first = waiting.treatmentFrom.value;
  let next = payment.value;
  if (lastPaid !== null && gap !== null) {
    // a month paid twice, here and before, belongs to the new payment
    const last = Math.min(lastPaid.value, payment.value - 1);
    if (gap.value > 0 && madeGood && reading.paymentMonthCovered) next = first;
    const bought = madeGood && last < next - 1 ? [last + 1, next - 1] : EMPTY;
    walkCover(draft, coverage.past, ENDS_WITH_PAYMENT, [last, last], bought, last, next - 1);
  }
  if (waiting.last === null && next < first) cover(draft, "waiting", coverage.paying, [next, first - 1]);
  coverWaiting(draft, coverage.waiting, waiting, until);
  return draft.coverage;
}
