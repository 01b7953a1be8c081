/**
 * Tieling, a gap in the employee scheme (TL-04, TL-05) and what making it good costs (TL-13). Source: notice of 2022-04-01, 二(二)2–3 and 七(三).
 * A gap of at most three months may be paid and is then covered; a longer one costs a wait. A flexible worker waits once a year, after last
 * year's payment; a gap inside the year is read as an employee's.
 */
import { yearOfDate, yearOfMonth } from "../../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { assumeAnswer, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula } from "../../engine/formula.ts";
import { step, type Node } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import { arrearsPrice, arrearsRate, type Price } from "../arrears-price.ts";
import { papers } from "../materials.ts";
import { addWaitingDates } from "../waiting.ts";
import { contradictions, derived, find, type Found } from "./found.ts";
import { bindNames, spec, type GapFacts, type Names } from "./names.ts";
import { strip, stripWithoutGap } from "./strip.ts";

export const backPayment = defineFormula({
  matter: "tieling.back-payment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => derived(names, facts, asOf),
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: GapFacts, asOf: AsOf): Result {
  const { table, headline, notice } = names;
  const draft = newDraft();
  const found = find(names, facts, asOf);
  const { wait, gap, months, payment } = found;
  const { answer } = wait;
  draft.remarks.push(answer);
  if (wait.because !== null) draft.remarks.push(wait.because);
  if (found.firstUnknown) {
    assumeAnswer(draft, table.firstPaid.fact, table.firstPaid.longAgo);
    draft.notices.push(notice.firstWait);
  }
  const paid = facts.paid.set!;

  if (answer.value === table.is.continuous) {
    draft.coverage.push(...stripWithoutGap(names, paid, found));
    if (found.yearWait === null) return result(names, facts, draft, "guidance", headline.noGap);
    addWaitingDates(draft, names.dates, found.yearWait);
    return result(names, facts, draft, "guidance", headline.yearWait);
  }
  // a wait of the payment's own is never shorter than what is left of the year's
  const own = names.waiting.after(payment, wait.days);
  const waiting = wait.days.value === 0 && found.yearWait !== null ? found.yearWait : own;
  const tooLong = wait.lost && wait.days.value > 0;
  // nothing makes a long gap short
  if (wait.payable || tooLong)
    draft.conditions.push({ definition: names.condition, met: wait.payable, node: months, remedies: NONE });
  if (wait.payable) return payableGap(names, facts, asOf, draft, found, waiting);

  addWaitingDates(draft, names.dates, waiting);
  // paid in the month after the last one: whether the days before it are a gap is the reading about gaps inside the year
  const { yearShortGap } = table.reading;
  const goesOn = gap.count === 0 && answer.value === table.is.lastYearPaid;
  if (goesOn) draft.remarks.push(yearShortGap.node);
  draft.coverage.push(
    ...(goesOn && yearShortGap.says ? stripWithoutGap(names, paid, found) : strip(names, paid, found, waiting, false)),
  );
  if (gap.count > 0) draft.notices.push(notice.gapLost, notice.yearsOnly);
  // months of this year that stay unpaid make it one that was not paid in full
  if (gap.count > 0 && facts.lastYear !== undefined && yearOfMonth(gap.lastPaid + gap.count) === yearOfDate(payment.value))
    draft.notices.push(notice.waitsAgain);
  const rest = {
    next: gap.count > 0 ? names.next : NONE,
    conflicts: answer.value === table.is.yearLongGap && tooLong && found.paidInFull ? table.conflict : NONE,
  };
  if (tooLong) return { ...result(names, facts, draft, "refused", headline.tooLong), ...rest };
  const said =
    answer.value === table.is.lastYearPaid
      ? headline.lastYearPaid
      : answer.value === table.is.lastYearUnpaid
        ? headline.lastYearUnpaid
        : headline.gapLost;
  return { ...result(names, facts, draft, "guidance", said), ...rest };
}

/** Paying and leaving it beside each other. */
function payableGap(names: Names, facts: GapFacts, asOf: AsOf, draft: Draft, found: Found, paying: Waiting): Result {
  const { option } = names;
  const headline = addPrice(names, facts, asOf, draft, found);
  if (facts.fundMode !== undefined) draft.notices.push(names.notice.notCredited);
  addWaitingDates(draft, names.dates, paying);
  draft.coverage.push(...strip(names, facts.paid.set!, found, paying, true));
  const own = names.waiting.after(found.payment, leftWait(names, found));
  const leaving = own.last === null && found.yearWait !== null ? found.yearWait : own;
  const left = newDraft();
  addWaitingDates(left, names.dates, leaving);
  return {
    ...result(names, facts, draft, draft.missing.length > 0 ? "figure-missing" : "granted", headline),
    options: [
      { title: option.backPay, text: option.backPayText, amounts: draft.amounts, dates: draft.dates, coverage: draft.coverage },
      {
        title: option.leave,
        text: option.leaveText,
        amounts: NONE,
        dates: left.dates,
        coverage: strip(names, facts.paid.set!, found, leaving, false),
      },
    ],
  };
}

/** What the gap costs; of both ways of being insured where nobody says which. */
function addPrice(names: Names, facts: GapFacts, asOf: AsOf, draft: Draft, found: Found): Template {
  const { amount, headline, step: steps } = names;
  if (facts.fundMode !== undefined) {
    const price = priceOf(names, facts.fundMode, asOf, draft, found);
    if (price === null) return headline.figureMissing;
    draft.amounts.push({ definition: amount.total[facts.capacity]!, role: "due", node: price.total });
    if (price.month !== null) draft.amounts.push({ definition: amount.month[facts.capacity]!, role: "part", node: price.month });
    return headline.payable;
  }
  for (const [mode, definition] of steps.either.entries()) {
    const price = priceOf(names, mode, asOf, draft, found);
    if (price === null) return headline.figureMissing;
    const node = step(definition, price.total.value, [price.total]);
    draft.amounts.push({ definition: amount.either[mode]![facts.capacity]!, role: "information", node });
  }
  return headline.payableEither;
}

const priceOf = ({ price }: Names, mode: number, asOf: AsOf, draft: Draft, { months }: Found): Price | null =>
  arrearsPrice(price, asOf, arrearsRate(price, mode, asOf, draft), months, draft);

/** Whether somebody who leaves a short gap unpaid waits as after a long one, a reading says. */
function leftWait({ table, step: steps, reading }: Names, { wait, months, table: put }: Found): Node {
  if (!reading.leftWaits) return step(steps.leftWait, wait.days.value, [wait.days, reading.left]);
  const row = table.table.row([put.capacity, put.history, put.special, LONG_GAP, put.lastYearPaid, put.thisYearPaid]);
  const long = table.table.node(row, table.days, [months]);
  return step(steps.leftWait, long.value, [long, reading.left]);
}

/** Any gap that is too long to be made good. */
const LONG_GAP = 1200;

const result = (names: Names, facts: GapFacts, draft: Draft, outcome: Result["outcome"], headline: Template): Result => ({
  outcome,
  headline,
  place: names.place,
  timeLimit: names.timeLimit,
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: draft.dates,
  coverage: draft.coverage,
  options: NONE,
  materials: papers(
    names.materialsRule,
    NONE,
    facts.fromElsewhere === 1 ? names.materials.elsewhere : names.materials.local,
    draft,
  ),
  notices: draft.notices,
  sections: NONE,
  conflicts: NONE,
  missing: draft.missing,
  assumed: draft.assumed,
  remarks: draft.remarks,
});
