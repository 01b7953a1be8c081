/**
 * From when to when a payment into the resident scheme covers somebody (DL-15, ALL-03), whoever asks: who enrols, and who changes
 * over from the employee scheme. The law is that of the day of payment; cover ends with the year that was paid for.
 */
import { addDays, monthOfDate, monthOfYear, yearOfDate, yearOfMonth } from "../../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { addCondition, assumeAnswer, coverDays, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { afterFullMonths, dayBefore, eitherAsRead, means, monthsUntilDay, notBefore, yearEnd } from "../../engine/operations.ts";
import {
  chosenWait,
  fixedWait,
  missedAfter,
  missedSince,
  noneMissed,
  startOf,
  type ChosenWait,
  type PaidYear,
} from "../../national/resident-year.ts";
import { insuredYear, opensLater, paidDay, type Payment, type PaymentFacts } from "./payment.ts";
import type { ResidentNames } from "./words.ts";

export interface CoverFacts extends PaymentFacts {
  readonly assisted?: number | undefined;
  readonly lastPaid?: number | undefined;
  readonly continuousMonths?: number | undefined;
  readonly lastYear?: number | undefined;
  readonly repairedYears?: number | undefined;
}

/** What the person was insured for before. */
export type Former =
  | { readonly kind: "never"; readonly because: Node }
  | { readonly kind: "resident"; readonly lastYear: Node }
  | { readonly kind: "employee" }
  | Newborn;
export interface Newborn {
  readonly kind: "newborn";
  readonly birth: Node;
  /** The last day on which it is one. */
  readonly until: Node;
}

/** Whether the payment falls under the rule of 2025. */
function isNational(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  const { start } = names.year.rule;
  if (paidDay(facts, asOf) >= start.day) return true;
  return !names.reading.nationalRuleStart.is.payment && insuredYear(names, facts, asOf) >= start.year;
}

function missedYears(names: ResidentNames, { lastYear, lastPaid, ...facts }: CoverFacts, asOf: AsOf): number {
  if (lastYear === undefined && lastPaid === undefined) return 0;
  const { rule, reading, step: steps } = names.year;
  const last = lastYear ?? yearOfMonth(lastPaid!) - (reading.partYearCounts.says || monthOfYear(lastPaid!) === 12 ? 0 : 1);
  const year = leaf(steps.insuredYearNumber, insuredYear(names, facts, asOf));
  return rule.missedYears(leaf(steps.lastInsuredYear, last), year).value;
}

/** Whether missed years lengthen the wait. */
export const hasMissed = (names: ResidentNames, facts: CoverFacts, asOf: AsOf): boolean =>
  isNational(names, facts, asOf) && missedYears(names, facts, asOf) > 0;

/** What was paid for or repaired against what was missed. */
export function changeFault(names: ResidentNames, facts: CoverFacts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  if (facts.lastPaid !== undefined && facts.lastPaid > asOf.month) return [{ fact: "lastPaid", text: fault.lastPaidTooLate }];
  return (facts.repairedYears ?? 0) > missedYears(names, facts, asOf)
    ? [{ fact: "repairedYears", text: fault.repairedTooMany }]
    : NONE;
}

export interface Cover {
  readonly paid: Payment;
  readonly answer: Node;
  /** How long one waits. */
  readonly months: Node;
  readonly waiting: Waiting;
  readonly missed: boolean;
  /** The last day of the year. */
  readonly end: Node;
  /** Nothing of the year is left. */
  readonly lost: boolean;
  /** Whether the year can be paid for: not any more, or not yet. */
  readonly open: boolean;
  /** First day of the period where it has not begun. */
  readonly opens: Node | null;
  /** The same for the coming year, where only that one can be paid for. */
  readonly nextOpens: Node | null;
}

export function residentCover(names: ResidentNames, facts: CoverFacts, former: Former, paid: Payment, draft: Draft): Cover {
  const { treatment: table } = names;
  const { payment, year, yearStart, inPeriod, period } = paid;
  const standing = standingOf(names, facts, former, payment, draft);
  const ruleDay = ruleDayOf(names, paid);
  const isNextYear = yearOfDate(payment.value) < year.value ? 1 : 0;
  const month = monthOfYear(monthOfDate(payment.value));
  const row = table.row([standing.value, monthOfDate(ruleDay.value), isNextYear, inPeriod.value, month]);
  const inputs = [ruleDay, standing, year, inPeriod];
  const answer = table.node(row, table.out.answer, inputs);
  draft.remarks.push(answer, yearStart);
  const national = answer.value === table.is.answer.national ? nationalOf(names, facts, former, paid) : null;
  const months = national === null ? table.node(row, table.out.months, inputs) : national.months;
  const waiting = national === null ? cityWait(names, former, paid, answer, months) : national.waiting;
  const end = yearEnd(names.step.yearEnd, year);
  const notOpen = answer.value === table.is.answer.notOpen;
  const opens = period !== null && payment.value < period.from.value ? period.from : null;
  return {
    paid,
    answer,
    months,
    waiting,
    missed: national !== null && national.missed.value > 0,
    end,
    lost: waiting.treatmentFrom.value > end.value,
    open: opens === null && !notOpen,
    opens,
    nextOpens: notOpen ? opensLater(names, facts, year.value + 1, payment.value) : null,
  };
}

/** Until 2024, and for newborns and those who keep what two years have earned. */
function cityWait(names: ResidentNames, former: Former, paid: Payment, answer: Node, months: Node): Waiting {
  const { step: steps, treatment } = names;
  const { payment, yearStart } = paid;
  if (former.kind === "newborn")
    return { start: payment, treatmentFrom: notBefore(steps.fromBirth, former.birth, yearStart), last: null };
  if (answer.value !== treatment.is.answer.fullMonths) return fixedWait(names.year, paid, startOf(names.year, paid), months);
  const treatmentFrom = afterFullMonths(steps.afterFullMonths, payment, months);
  return { start: payment, treatmentFrom, last: dayBefore(steps.fullMonthsLast, treatmentFrom) };
}

/** At least 24 months in one scheme and at most three without payment keep what they had (ALL-03). */
function standingOf(names: ResidentNames, facts: CoverFacts, former: Former, payment: Node, draft: Draft): Node {
  const { standing: table, fact, newbornRow, ordinaryRow, longest } = names;
  const { standing } = table.out;
  if (former.kind === "newborn") return table.node(newbornRow, standing, [former.birth, payment]);
  if (former.kind !== "employee") return table.node(ordinaryRow, standing, [payment]);
  const lastPaid = lastPaidOf(names, facts, payment);
  if (facts.lastPaid === undefined) assumeAnswer(draft, fact.lastPaid, lastPaid);
  const gap = monthsUntilDay(names.step.changeGap, lastPaid, payment);
  draft.remarks.push(gap);
  const continuous = leaf(fact.continuousMonths, facts.continuousMonths!);
  const row = table.row([longest.value + 1, 1, continuous.value, gap.value, 1]);
  if (row !== names.keepsRow) return table.node(row, standing, [continuous, gap]);
  const { node, is } = names.reading.changeAfterTwoYears;
  return table.node(is.noWait ? row : names.waitsRow, standing, [continuous, gap, node]);
}

/** Where it was not told, the employee scheme is taken to go on. */
const lastPaidOf = ({ fact }: ResidentNames, { lastPaid }: CoverFacts, payment: Node): Node =>
  leaf(fact.lastPaid, lastPaid ?? monthOfDate(payment.value));

function nationalOf(names: ResidentNames, facts: CoverFacts, former: Former, paid: PaidYear): ChosenWait {
  const { step: steps, year, leaf: leaves } = names;
  const assisted = means(steps.exempt, leaves.assisted[facts.assisted!]!, names.isAssisted);
  const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
  const missed =
    former.kind === "resident"
      ? missedAfter(year, former.lastYear, paid)
      : former.kind === "employee"
        ? missedSince(year, lastPaidOf(names, facts, paid.payment), paid)
        : noneMissed(former.kind === "never" ? former.because : former.birth);
  const { is, node } = names.reading.missedInPeriod;
  const exempt =
    assisted.value === 0 && paid.inPeriod.value === 1 && missed.most > 0
      ? told(steps.exemptInPeriod, is.noWait ? 1 : 0, [paid.inPeriod, missed.years, node])
      : assisted;
  return chosenWait(year, paid, exempt, missed, repaired);
}

/** The day whose law applies; a reading where 2025 was paid for in 2024. */
function ruleDayOf({ step: steps, reading, year }: ResidentNames, { payment, yearStart }: PaidYear): Node {
  const { day } = year.rule.start;
  if (payment.value >= day || yearStart.value < day) return payment;
  const { is, node } = reading.nationalRuleStart;
  return eitherAsRead(steps.ruleByYear, payment, yearStart, is.payment, node);
}

/** Whether the year can still be paid for. */
export function addYearOpen({ condition, remedy }: ResidentNames, found: Cover, draft: Draft): boolean {
  const { open, opens, nextOpens, paid } = found;
  const mend =
    opens !== null
      ? remedy.waitForPeriod({ periodFrom: opens })
      : nextOpens === null
        ? remedy.payNextYear
        : remedy.payNextYearFrom({ periodFrom: nextOpens });
  addCondition(draft, condition.yearOpen, open, paid.payment, mend, opens ?? nextOpens);
  return open;
}

/** Dates, notices and the strip of the payment. */
export function addResidentCover(names: ResidentNames, draft: Draft, found: Cover): void {
  const { date, notice, coverage } = names;
  const { paid, waiting, end, lost } = found;
  const { start, treatmentFrom, last } = waiting;
  const said = { treatmentFrom, insuredYearNumber: paid.year };
  // a first day beyond the year that was paid for is none
  if (lost) draft.remarks.push(treatmentFrom);
  else draft.dates.push({ definition: date.treatmentFrom, node: treatmentFrom });
  if (last !== null) {
    draft.dates.push({ definition: date.waitingLast, node: last });
    coverDays(draft, "waiting", coverage.waiting, start.value, Math.min(last.value, end.value));
    const notBegun = addDays(last.value, 1);
    if (!lost) coverDays(draft, "not-covered", coverage.notBegun, notBegun, addDays(treatmentFrom.value, -1));
  }
  if (lost) draft.notices.push(notice.yearLost(said));
  else {
    draft.dates.push({ definition: date.treatmentUntil, node: end });
    coverDays(draft, "covered", coverage.coveredYear, treatmentFrom.value, end.value);
    draft.notices.push(notice.forTheYear(said));
  }
  if (found.answer.value === names.treatment.is.answer.fullMonths) draft.notices.push(notice.localNotice);
  if (found.missed) draft.notices.push(notice.canRepair);
}
