/**
 * Chongqing's waiting period (CQ-03): months from the month of payment, and the choice that a short gap leaves:
 * its arrears are paid, the gap is made good and nobody waits; or they are not.
 */
import { monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import { EMPTY } from "../../../src-shared/domain/periods.ts";
import { coverWaiting, waitingAfter, type Waiting } from "../engine/contribution/waiting.ts";
import { cover, newStrip, NONE, type Draft } from "../engine/draft.ts";
import { walkCover } from "../engine/history/walk.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, type Node, type NodeDefinition } from "../engine/node.ts";
import { asRead, monthsBetween, plus, same } from "../engine/operations.ts";
import type { CoverageFound, DateDefinition, DateFound, NoticeFound, OptionFound, Template } from "../engine/result.ts";
import type { Says } from "../engine/words.ts";
import type { Waiting as PieceWords } from "../generated/chongqing/data.ts";

/** How long cover goes on after the last paid month, and from when it is back, the wait says. */
const ENDS_WITH_PAYMENT = { goesOn: 0, resumes: 0 };

export interface WaitingWords extends PieceWords {
  readonly fact: { readonly lastPaid: NodeDefinition };
  readonly date: Readonly<Record<"treatmentFrom" | "waitingLast" | "treatmentWithout", DateDefinition>>;
  readonly coverage: Readonly<Record<"paid" | "gap" | "madeGood" | "paying" | "waiting" | "covered", string>>;
  readonly headline: {
    readonly payGap: Template;
    readonly payGapText: Says<Template, "treatmentFrom">;
    readonly leaveGap: Template;
    readonly leaveGapText: Says<Template, "treatmentWithout">;
  };
  readonly notice: Readonly<Record<"gapAmount" | "twoYears", NoticeFound>>;
  readonly fault: Readonly<Record<"paidInFuture" | "lastPaidTooLate", string>>;
}

export const bindWaiting = ({ coverage: { paid, gap, paying, madeGood, waiting, covered }, step: steps }: WaitingWords) => ({
  waitingSteps: { atOnce: steps.treatmentAtOnce, after: steps.treatmentAfterWaiting, last: steps.waitingLast },
  /** Up to the payment; nothing goes on unpaid, and what is paid again is told apart. */
  past: { paid, goesOn: paid, gap, resumed: paying, madeGood },
  waitingTitles: { waiting, covered },
});
export type WaitingNames = WaitingWords & ReturnType<typeof bindWaiting>;

interface PaymentFacts {
  readonly paidOn?: number | undefined;
  readonly lastPaid?: number | undefined;
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

/** An interruption that somebody comes from who has paid before. */
export interface PaidBefore extends Interruption {
  readonly lastPaid: Node;
  readonly gap: Node;
}

export function interruptionBefore(names: WaitingNames, facts: PaymentFacts, asOf: AsOf): Interruption {
  if (facts.lastPaid !== undefined) return interruptionSince(names, facts.lastPaid, facts, asOf);
  return { payment: leaf(names.step.paymentMonth, paymentMonth(facts, asOf)), lastPaid: null, gap: null };
}

export function interruptionSince({ step: steps, fact }: WaitingNames, last: Month, facts: PaymentFacts, asOf: AsOf): PaidBefore {
  const payment = leaf(steps.paymentMonth, paymentMonth(facts, asOf));
  const lastPaid = leaf(fact.lastPaid, last);
  return { payment, lastPaid, gap: monthsBetween(steps.gapMonths, lastPaid, payment) };
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
  draft: Pick<Draft, "notices" | "remarks">,
): WaitingFound {
  const { date, reading, headline } = names;
  const { payment, gap } = interruption;
  const waiting = treatmentAfter(names, payment, wait.months, wait.after);
  const mayPay = wait.unpaid !== null && gap !== null && gap.value > 0;
  const dates: DateFound[] = [{ definition: date.treatmentFrom, node: waiting.treatmentFrom }];
  if (waiting.last !== null) dates.push({ definition: date.waitingLast, node: waiting.last });
  const coverage = strip(names, interruption, waiting, mayPay, until);
  if (wait.unpaid === null || !mayPay) return { waiting, options: NONE, dates, coverage };

  draft.notices.push(names.notice.gapAmount);
  if (wait.after !== null) draft.remarks.push(reading.arrearsPaymentMonth.node);
  const without = unpaidWaiting(names, payment, wait, wait.unpaid, waiting);
  const from = same(names.step.treatmentWithout, without.treatmentFrom, payment);
  const text = headline.payGapText({ treatmentFrom: waiting.treatmentFrom });
  return {
    waiting,
    options: [
      { title: headline.payGap, text, amounts: NONE, dates, coverage },
      {
        title: headline.leaveGap,
        text: headline.leaveGapText({ treatmentWithout: from }),
        amounts: NONE,
        dates: [{ definition: date.treatmentWithout, node: from }],
        coverage: strip(names, interruption, without, false, until),
      },
    ],
    dates,
    coverage,
  };
}

// the first month is a question only where there is a wait
function treatmentAfter(names: WaitingNames, payment: Node, length: Node, after: Node | null): Waiting {
  const { waitingSteps: steps } = names;
  const { is, node } = names.reading.waitingStart;
  if (length.value > 0) return waitingAfter(steps, payment, length, is.paymentMonth ? "start-itself" : "after-start", node);
  if (after === null) return waitingAfter(steps, payment, length, "start-itself");
  return { start: payment, treatmentFrom: plus(names.step.treatmentAfterPaying, payment, after, length), last: null };
}

/** Without the arrears the reading decides whether the person waits as others do. */
function unpaidWaiting(names: WaitingNames, payment: Node, { months, after }: Wait, unpaid: Node, paid: Waiting): Waiting {
  if (unpaid.value === months.value) return paid;
  const { is, node } = names.reading.changeUnpaid;
  return treatmentAfter(names, payment, asRead(names.step.waitingUnpaid, is.sixMonths ? unpaid : months, node), after);
}

function strip(
  names: WaitingNames,
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
    if (gap.value > 0 && madeGood && names.reading.arrearsPaymentMonth.is.covered) next = first;
    const bought = madeGood && last < next - 1 ? [last + 1, next - 1] : EMPTY;
    walkCover(draft, names.past, ENDS_WITH_PAYMENT, [last, last], bought, last, next - 1);
  }
  if (waiting.last === null && next < first) cover(draft, "waiting", names.coverage.paying, [next, first - 1]);
  coverWaiting(draft, names.waitingTitles, waiting, until);
  return draft.coverage;
}
