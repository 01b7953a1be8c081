/**
 * Tieling, a gap in the employee scheme (TL-04, TL-05) and what making it good costs (TL-13). Source: notice of 2022-04-01, 二(二)2–3 and 七(三).
 * A gap of at most three months may be paid and is then covered; a longer one costs a wait. A flexible worker waits once a year, after last
 * year's payment; a gap inside the year is read as an employee's.
 */
import { yearOfDate, yearOfMonth } from "../../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Node } from "../../engine/node.ts";
import { asRead, same } from "../../engine/operations.ts";
import type { Result, Template } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/tieling/back-payment.ts";
import { arrearsPrice, arrearsRate, type Price } from "../arrears-price.ts";
import { assumeLongAgo, bindEmployeeWaiting } from "../employee-waiting.ts";
import { papers } from "../materials.ts";
import { addWaitingDates, waitAfter } from "../waiting.ts";
import { check, derive, find, type Found } from "./found.ts";
import { strip, stripWithoutGap } from "./strip.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { amount } = words;
  return {
    ...words,
    ...bindEmployeeWaiting(words),
    /** The amounts that a flexible worker pays alone, by the same name. */
    own: {
      topUp: { ...amount.topUpOwn, id: "topUp" },
      topUpMonth: { ...amount.topUpMonthOwn, id: "topUpMonth" },
      topUpPoolOnly: { ...amount.topUpPoolOnlyOwn, id: "topUpPoolOnly" },
      topUpCombined: { ...amount.topUpCombinedOwn, id: "topUpCombined" },
    },
  };
}

export default define(bind, { derive, check, evaluate });

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, notice, material, reading, waits } = names;
  const { agency } = names.place;
  const { none: anyTime } = names.timeLimit;
  const is = waits.is.answer;
  const draft = newDraft();
  const found = find(names, facts, asOf);
  const { wait, gap, months, payment } = found;
  const { answer } = wait;
  draft.remarks.push(answer);
  if (wait.because !== null) draft.remarks.push(wait.because);
  if (found.firstUnknown) {
    assumeLongAgo(names, draft);
    draft.notices.push(notice.firstWait);
  }
  const paid = facts.paid.set!;
  const proofs = [material.identityCard, material.paymentRecord];
  if (facts.fromElsewhere === 1) proofs.push(material.transferProof);

  if (answer.value === is.continuous) {
    draft.coverage = stripWithoutGap(names, paid, found);
    draft.materials = papers(reading.materials, NONE, proofs, draft);
    if (found.yearWait === null) return finish(draft, "guidance", headline.noGap, agency, anyTime);
    addWaitingDates(draft, names.date, found.yearWait);
    return finish(draft, "guidance", headline.yearWait(found.yearWait), agency, anyTime);
  }
  // a wait of the payment's own is never shorter than what is left of the year's
  const own = waitAfter(names.rule, payment, wait.days);
  const waiting = wait.days.value === 0 && found.yearWait !== null ? found.yearWait : own;
  const tooLong = wait.lost && wait.days.value > 0;
  // nothing makes a long gap short
  if (wait.payable || tooLong)
    draft.conditions.push({ definition: names.condition.atMostThree, met: wait.payable, node: months, remedies: NONE });
  if (wait.payable) {
    const says = addWays(names, facts, asOf, draft, found, waiting);
    draft.materials = papers(reading.materials, NONE, proofs, draft);
    return finish(draft, draft.missing.length > 0 ? "figure-missing" : "granted", says, agency, anyTime);
  }

  addWaitingDates(draft, names.date, waiting);
  // paid in the month after the last one: whether the days before it are a gap is the reading about gaps inside the year
  const goesOn = gap.count === 0 && answer.value === is.lastYearPaid;
  if (goesOn) draft.remarks.push(reading.flexibleGapInYear.node);
  draft.coverage =
    goesOn && reading.flexibleGapInYear.is.asEmployee
      ? stripWithoutGap(names, paid, found)
      : strip(names, paid, found, waiting, false);
  if (gap.count > 0) {
    draft.notices.push(notice.gapLost, notice.yearsOnly);
    draft.next = [names.next.arrears];
  }
  // months of this year that stay unpaid make it one that was not paid in full
  if (gap.count > 0 && facts.lastYear !== undefined && yearOfMonth(gap.lastPaid + gap.count) === yearOfDate(payment.value))
    draft.notices.push(notice.waitsAgain);
  draft.materials = papers(reading.materials, NONE, proofs, draft);
  if (answer.value === is.yearLongGap && tooLong && found.paidInFull) draft.conflicts = [names.conflict.flexibleLongGap];
  const said = { gapMonths: months, "employee-waiting.days": wait.tabled, treatmentFrom: waiting.treatmentFrom };
  if (tooLong) return finish(draft, "refused", headline.tooLong(said), agency, anyTime);
  const says =
    answer.value === is.lastYearPaid
      ? headline.lastYearPaid
      : answer.value === is.lastYearUnpaid
        ? headline.lastYearUnpaid
        : headline.gapLost;
  return finish(draft, "guidance", says(said), agency, anyTime);
}

/** Paying and leaving it beside each other. */
function addWays(names: Names, facts: Facts, asOf: AsOf, draft: Draft, found: Found, paying: Waiting): Template {
  const { headline } = names;
  const paid = facts.paid.set!;
  const says = addPrice(names, facts, asOf, draft, found);
  if (facts.fundMode !== undefined) draft.notices.push(names.notice.notCredited);
  addWaitingDates(draft, names.date, paying);
  draft.coverage = strip(names, paid, found, paying, true);
  const own = waitAfter(names.rule, found.payment, leftWait(names, found));
  const leaving = own.last === null && found.yearWait !== null ? found.yearWait : own;
  const left = newDraft();
  addWaitingDates(left, names.date, leaving);
  const { amounts, dates, coverage } = draft;
  draft.options = [
    { title: headline.backPay, text: headline.backPayText, amounts, dates, coverage },
    {
      title: headline.leave,
      text: headline.leaveText(leaving),
      amounts: NONE,
      dates: left.dates,
      coverage: strip(names, paid, found, leaving, false),
    },
  ];
  return says;
}

/** What the gap costs; of both ways of being insured where nobody says which. */
function addPrice(names: Names, facts: Facts, asOf: AsOf, draft: Draft, found: Found): Template {
  const { headline, step: steps, option } = names;
  const { fundMode } = option;
  const gapMonths = found.months;
  const payer = facts.capacity === option.capacity.flexible ? names.own : names.amount;
  if (facts.fundMode !== undefined) {
    const price = priceOf(names, facts.fundMode, asOf, draft, found);
    if (price === null) return headline.figureMissing({ gapMonths });
    draft.amounts.push({ definition: payer.topUp, role: "due", node: price.total });
    if (price.month !== null) draft.amounts.push({ definition: payer.topUpMonth, role: "part", node: price.month });
    return headline.payable({ gapMonths, topUp: price.total });
  }
  const poolOnly = priceOf(names, fundMode.poolOnly, asOf, draft, found);
  if (poolOnly === null) return headline.figureMissing({ gapMonths });
  const topUpPoolOnly = same(steps.topUpPoolOnly, poolOnly.total);
  draft.amounts.push({ definition: payer.topUpPoolOnly, role: "information", node: topUpPoolOnly });
  const combined = priceOf(names, fundMode.combined, asOf, draft, found);
  if (combined === null) return headline.figureMissing({ gapMonths });
  const topUpCombined = same(steps.topUpCombined, combined.total);
  draft.amounts.push({ definition: payer.topUpCombined, role: "information", node: topUpCombined });
  return headline.payableEither({ gapMonths, topUpPoolOnly, topUpCombined });
}

const priceOf = (names: Names, mode: number, asOf: AsOf, draft: Draft, { months }: Found): Price | null =>
  arrearsPrice(names, asOf, arrearsRate(names, mode, asOf, draft), months, draft);

/** Whether somebody who leaves a short gap unpaid waits as after a long one, a reading says. */
function leftWait({ waits, step: steps, reading }: Names, { wait, months, put }: Found): Node {
  const { is, node } = reading.gapLeft;
  if (is.none) return asRead(steps.leftWait, wait.days, node);
  const row = waits.row([put.capacity, put.history, put.special, LONG_GAP, put.lastYearPaid, put.thisYearPaid]);
  return asRead(steps.leftWait, waits.node(row, waits.out.days, [months]), node);
}

/** Any gap that is too long to be made good. */
const LONG_GAP = 1200;
