/**
 * Chongqing's waiting period (CQ-03): months from the month of payment, and the choice that a short gap leaves:
 * its arrears are paid, the gap is made good and nobody waits; or they are not.
 */
import { monthOfDate } from "../../../src-shared/domain/calendar.ts";
import { coverWaiting, waitingAfter, waitingSteps, type Waiting } from "../engine/contribution/waiting.ts";
import { cover, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts.ts";
import type { Bindings, Fault } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { CoverageFound, DateFound, OptionFound } from "../engine/result.ts";
import type { DecisionTable } from "../engine/table.ts";

/** The answers of both tables that leave something to the person. */
interface Answers {
  readonly change: number;
  readonly shortGap: number;
}

export function bindWaiting(names: Bindings, tableId: string) {
  const table = names.table(tableId);
  const answer = table.output("answer");
  const start = names.reading("chongqing.waiting-start");
  const shortGap = names.reading("chongqing.short-gap");
  const unpaid = names.reading("chongqing.change-unpaid");
  return {
    table,
    answer,
    months: table.output("months"),
    unpaid: table.output("unpaid"),
    is: { change: table.choice(answer, "change"), shortGap: table.choice(answer, "short-gap") } satisfies Answers,
    first: start.is("payment-month") ? ("start-itself" as const) : ("after-start" as const),
    reading: {
      start: start.node,
      shortGap: shortGap.node,
      shortGapLikeChange: shortGap.is("like-change"),
      unpaid: unpaid.node,
      unpaidWaits: unpaid.is("six-months"),
    },
    steps: waitingSteps(names),
    step: {
      lastPaid: names.fact("lastPaid"),
      payment: names.step("paymentMonth"),
      gapMonths: names.step("gapMonths"),
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
      madeGood: names.coverage("madeGood"),
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

const paymentMonth = ({ paidOn }: PaymentFacts, asOf: AsOf): number => (paidOn === undefined ? asOf.month : monthOfDate(paidOn));

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

/**
 * The row for the case; the reading is asked, and put to `inputs`, only where it chooses between two rows.
 * @param values the table's inputs but the last, which is what the reading says
 */
export function rowFor(table: DecisionTable, values: number[], noWait: boolean, reading: Node, inputs: Node[]): number {
  const last = values.push(0) - 1;
  const waits = table.row(values);
  values[last] = 1;
  const free = table.row(values);
  if (waits === free) return waits;
  inputs.push(reading);
  return noWait ? free : waits;
}

export interface WaitingFound {
  readonly answer: number;
  readonly waiting: Waiting;
  /** Two ways where the arrears of a gap may be paid; none otherwise. */
  readonly options: readonly OptionFound[];
  readonly dates: readonly DateFound[];
  readonly coverage: readonly CoverageFound[];
}

/** @param because what was looked up in the table */
export function waitingFor(
  names: WaitingNames,
  row: number,
  because: readonly Node[],
  interruption: Interruption,
  draft: Draft,
): WaitingFound {
  const { is, reading, date } = names;
  const { payment, gap } = interruption;
  const answer = names.table.node(row, names.answer, because);
  const length = names.table.node(row, names.months, because);
  draft.remarks.push(answer);
  const waiting = after(names, payment, length);
  const isChange = answer.value === is.change;
  const hasGap = gap !== null && gap.value > 0;
  const isShortGap = answer.value === is.shortGap;
  if (isShortGap) draft.remarks.push(reading.shortGap);
  const mayPay = hasGap && (isChange || (isShortGap && reading.shortGapLikeChange));
  const dates: DateFound[] = [{ definition: date.treatmentFrom, node: waiting.treatmentFrom }];
  if (waiting.last !== null) dates.push({ definition: date.waitingLast, node: waiting.last });
  const coverage = strip(names, interruption, waiting, mayPay);
  if (!mayPay) return { answer: answer.value, waiting, options: NONE, dates, coverage };

  draft.notices.push(names.notice.gapAmount);
  const unpaid = names.table.node(row, names.unpaid, because);
  const without = unpaid.value === length.value ? waiting : unpaidWaiting(names, payment, length, unpaid);
  const from = step(names.step.without, without.treatmentFrom.value, [payment, without.treatmentFrom]);
  return {
    answer: answer.value,
    waiting,
    options: [
      { title: names.option.pay, text: names.option.payText, amounts: NONE, dates, coverage },
      {
        title: names.option.leave,
        text: names.option.leaveText,
        amounts: NONE,
        dates: [{ definition: date.without, node: from }],
        coverage: strip(names, interruption, without, false),
      },
    ],
    dates,
    coverage,
  };
}

// the first month is a question only where there is a wait
const after = ({ steps, first, reading }: WaitingNames, payment: Node, length: Node): Waiting =>
  length.value === 0 ? waitingAfter(steps, payment, length, first) : waitingAfter(steps, payment, length, first, reading.start);

/** Without the arrears the reading decides whether the person waits as others do. */
function unpaidWaiting(names: WaitingNames, payment: Node, length: Node, unpaid: Node): Waiting {
  const { reading, step: steps } = names;
  return after(names, payment, step(steps.unpaid, reading.unpaidWaits ? unpaid.value : length.value, [unpaid, reading.unpaid]));
}

function strip(
  { coverage }: WaitingNames,
  { payment, lastPaid, gap }: Interruption,
  waiting: Waiting,
  madeGood: boolean,
): readonly CoverageFound[] {
  const draft = newDraft();
  if (lastPaid !== null && gap !== null) {
    // a month paid twice, here and before, belongs to the new payment
    const last = Math.min(lastPaid.value, payment.value - 1);
    cover(draft, "contributed", coverage.paid, [last, last]);
    if (gap.value > 0)
      cover(draft, madeGood ? "bought" : "gap", madeGood ? coverage.madeGood : coverage.gap, [last + 1, payment.value - 1]);
  }
  coverWaiting(draft, coverage.waiting, waiting);
  return draft.coverage;
}
