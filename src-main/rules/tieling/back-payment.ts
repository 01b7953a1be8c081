/**
 * Tieling, a gap in the employee scheme (TL-04, TL-05) and what making it good costs (TL-13). Source: notice of 2022-04-01, 二(二)2–3 and 七(三).
 * A gap of at most three months may be paid and is then covered; a longer one costs a wait. A flexible worker's wait depends on last year.
 */
import { addDays, firstDayOf, monthOfDate } from "../../../src-shared/domain/calendar.ts";
import { EMPTY, intersectMonths, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { gapBefore, type Gap } from "../engine/contribution/gap.ts";
import { coverGapUntil, coverWaiting, type Waiting } from "../engine/contribution/waiting.ts";
import { addCondition, cover, coverDays, coverFrom, figureAt, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts, SomeFacts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, Node, step } from "../engine/node.ts";
import type { CoverageFound, Result, Template } from "../engine/result.ts";
import { arrearsPrice, bindArrearsPrice } from "./arrears-price.ts";
import { bindEmployeeWaiting, ELSEWHERE, LOCAL, NOT_SPECIAL } from "./employee-waiting.ts";
import { byFundMode } from "./fund-mode.ts";
import { addWaitingDates, bindWaiting, paymentFault, paymentFaults, waitingDates } from "./waiting.ts";

const spec = {
  capacity: "choice",
  fromElsewhere: "flag?",
  lastYear: "choice?",
  paid: "months",
  paidOn: "date?",
  fundMode: "choice?",
} as const;
type GapFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const left = names.reading("tieling.gap-left");
  return {
    waiting: bindWaiting(names, "employee"),
    table: bindEmployeeWaiting(names),
    price: bindArrearsPrice(names),
    rate: byFundMode(names, "tieling.arrears-rate"),
    leaf: {
      capacity: names.leaves("capacity"),
      fromElsewhere: names.leaves("fromElsewhere"),
      fundMode: names.leaves("fundMode"),
    },
    reading: { left: left.node, leftWaits: left.is("thirty-days") },
    step: {
      paid: names.fact("paid"),
      lastPaid: names.step("lastPaid"),
      gapMonths: names.step("gapMonths"),
      history: names.step("history"),
      rate: names.step("arrearsRate"),
      leftWait: names.step("leftWait"),
    },
    condition: names.condition("atMostThree"),
    remedy: names.remedy("waitInstead"),
    amount: { total: names.amount("topUp"), month: names.amount("topUpMonth") },
    dates: waitingDates(names),
    coverage: {
      paid: names.coverage("paid"),
      madeGood: names.coverage("madeGood"),
      gap: names.coverage("gap"),
      strip: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    },
    notice: {
      gapLost: names.notice("gapLost"),
      yearsOnly: names.notice("yearsOnly"),
      notCredited: names.notice("notCredited"),
    },
    headline: {
      noGap: names.headline("noGap"),
      payable: names.headline("payable"),
      tooLong: names.headline("tooLong"),
      lastYearPaid: names.headline("lastYearPaid"),
      lastYearUnpaid: names.headline("lastYearUnpaid"),
      figureMissing: names.headline("figureMissing"),
    },
    option: {
      backPay: names.headline("backPay"),
      backPayText: names.headline("backPayText"),
      leave: names.headline("leave"),
      leaveText: names.headline("leaveText"),
    },
    next: [names.next("arrears")],
    place: names.place("agency"),
    timeLimit: names.timeLimit("none"),
    fault: { nothingBefore: names.fault("nothingBefore"), payment: paymentFaults(names) },
  };
}

const gapOf = (facts: SomeFacts<typeof spec>, asOf: AsOf): Gap | null =>
  gapBefore(facts.paid?.set ?? EMPTY, monthOfDate(facts.paidOn ?? asOf.date));

/** Inputs of the table for facts that may still be incomplete. */
const historyOf = ({ fromElsewhere }: SomeFacts<typeof spec>): number => (fromElsewhere === 1 ? ELSEWHERE : LOCAL);

export const backPayment = defineFormula({
  matter: "tieling.back-payment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    const { table } = names;
    return {
      derive(facts, asOf) {
        const gap = gapOf(facts, asOf);
        if (gap === null || facts.capacity === undefined) return { payable: false };
        const row = table.row(facts.capacity, historyOf(facts), NOT_SPECIAL, gap.count, 0);
        return { payable: table.answer(row, NONE).value === table.is.shortGap };
      },
      check(facts, asOf) {
        const wrong = paymentFault(names.fault.payment, facts.paidOn, asOf);
        if (wrong !== null) return [{ fact: "paidOn", text: wrong }];
        return gapOf(facts, asOf) === null ? [{ fact: "paid", text: names.fault.nothingBefore }] : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

/** What the gap comes to, with its steps. */
interface Case {
  readonly gap: Gap;
  readonly payment: Node;
  readonly months: Node;
  readonly answer: Node;
  readonly days: Node;
  /** The last two years before payment resumes. */
  readonly paid: MonthSet;
}

function evaluate(names: Names, facts: GapFacts, asOf: AsOf): Result {
  const { table, headline, coverage } = names;
  const draft = newDraft();
  const found = caseOf(names, facts, asOf);
  const { answer, gap, months, payment } = found;
  draft.remarks.push(answer);
  const waiting = names.waiting.after(payment, found.days);
  const payable = answer.value === table.is.shortGap;
  const tooLong = answer.value === table.is.longGap;
  if (payable || tooLong) addCondition(draft, names.condition, payable, months, names.remedy, waiting.treatmentFrom);
  if (payable) return payableGap(names, facts, asOf, draft, found, waiting);

  if (answer.value === table.is.continuous) {
    cover(draft, "contributed", coverage.paid, found.paid);
    coverFrom(draft, "covered", coverage.strip.covered, gap.lastPaid + 1);
    return result(names, draft, "guidance", headline.noGap);
  }
  addWaitingDates(draft, names.dates, waiting);
  draft.coverage.push(...withoutPayment(names, found, waiting));
  if (gap.count > 0) draft.notices.push(names.notice.gapLost, names.notice.yearsOnly);
  const next = gap.count > 0 ? names.next : NONE;
  if (tooLong) return { ...result(names, draft, "refused", headline.tooLong), next };
  const inTime = answer.value === table.is.lastYearPaid;
  return { ...result(names, draft, "guidance", inTime ? headline.lastYearPaid : headline.lastYearUnpaid), next };
}

/** The strip shows the last two years before the gap; older months tell nothing about it. */
const MONTHS_SHOWN = 24;

function caseOf(names: Names, facts: GapFacts, asOf: AsOf): Case {
  const { table, step: steps, leaf: leaves } = names;
  const payment = names.waiting.payment(facts.paidOn, asOf);
  const gap = gapOf(facts, asOf)!;
  const lastPaid = step(steps.lastPaid, gap.lastPaid, [leaf(steps.paid, facts.paid.count), payment]);
  const months = step(steps.gapMonths, gap.count, [lastPaid, payment]);
  const inputs: Node[] = [leaves.capacity[facts.capacity]!, months];
  if (facts.fromElsewhere !== undefined)
    inputs.push(step(steps.history, historyOf(facts), [leaves.fromElsewhere[facts.fromElsewhere]!]));
  const lastYear = facts.lastYear === undefined ? null : table.lastYearPaid(facts.lastYear);
  if (lastYear !== null) inputs.push(lastYear);
  const row = table.row(facts.capacity, historyOf(facts), NOT_SPECIAL, gap.count, lastYear?.value ?? 0);
  const resumed = monthOfDate(payment.value);
  return {
    gap,
    payment,
    months,
    answer: table.answer(row, inputs),
    days: table.days(row, inputs),
    paid: intersectMonths(facts.paid.set!, [resumed - MONTHS_SHOWN, resumed - 1]),
  };
}

/** Paying and leaving it beside each other. */
function payableGap(names: Names, facts: GapFacts, asOf: AsOf, draft: Draft, found: Case, paying: Waiting): Result {
  const { step: steps, option, amount, headline } = names;
  const mode = facts.fundMode!;
  const figure = figureAt(names.rate[mode]!, asOf.date, draft);
  const rate = figure && new Node(steps.rate, figure.value, figure.divisor, [figure, names.leaf.fundMode[mode]!]);
  const price = arrearsPrice(names.price, asOf, rate, found.months, draft);
  if (price !== null) {
    draft.amounts.push({ definition: amount.total, role: "due", node: price.total });
    if (price.month !== null) draft.amounts.push({ definition: amount.month, role: "part", node: price.month });
  }
  draft.notices.push(names.notice.notCredited);
  const leaving = names.waiting.after(found.payment, leftWait(names, facts, found));
  addWaitingDates(draft, names.dates, paying);
  draft.coverage.push(...withPayment(names, found, paying));
  const left = newDraft();
  addWaitingDates(left, names.dates, leaving);
  return {
    ...result(
      names,
      draft,
      price === null ? "figure-missing" : "granted",
      price === null ? headline.figureMissing : headline.payable,
    ),
    options: [
      { title: option.backPay, text: option.backPayText, amounts: draft.amounts, dates: draft.dates, coverage: draft.coverage },
      {
        title: option.leave,
        text: option.leaveText,
        amounts: NONE,
        dates: left.dates,
        coverage: withoutPayment(names, found, leaving),
      },
    ],
  };
}

/** Whether somebody who leaves a short gap unpaid waits as after a long one, a reading says. */
function leftWait({ table, step: steps, reading }: Names, facts: GapFacts, { months, days }: Case): Node {
  if (!reading.leftWaits) return step(steps.leftWait, days.value, [days, reading.left]);
  const long = table.days(table.row(facts.capacity, historyOf(facts), NOT_SPECIAL, LONG_GAP, 0), [months]);
  return step(steps.leftWait, long.value, [long, reading.left]);
}

/** Any gap that is too long to be made good. */
const LONG_GAP = 1200;

function withPayment({ coverage }: Names, { paid, gap, payment }: Case, waiting: Waiting): CoverageFound[] {
  const draft = newDraft();
  cover(draft, "contributed", coverage.paid, paid);
  coverDays(draft, "bought", coverage.madeGood, firstDayOf(gap.lastPaid + 1), addDays(payment.value, -1));
  coverWaiting(draft, coverage.strip, waiting);
  return draft.coverage;
}

function withoutPayment({ coverage }: Names, { paid, gap, payment }: Case, waiting: Waiting): CoverageFound[] {
  const draft = newDraft();
  cover(draft, "contributed", coverage.paid, paid);
  coverGapUntil(draft, coverage.gap, gap.lastPaid, payment.value);
  coverWaiting(draft, coverage.strip, waiting);
  return draft.coverage;
}

const result = ({ place, timeLimit }: Names, draft: Draft, outcome: Result["outcome"], headline: Template): Result => ({
  outcome,
  headline,
  place,
  timeLimit,
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: draft.dates,
  coverage: draft.coverage,
  options: NONE,
  materials: NONE,
  notices: draft.notices,
  sections: NONE,
  conflicts: NONE,
  missing: draft.missing,
  remarks: draft.remarks,
});
